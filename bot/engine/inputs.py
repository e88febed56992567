"""The kinds of answer a step accepts, and how a typed or pressed answer is read as one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain import markup, readings

MAX_WORDS = 1_000
"""Characters kept of one typed answer; more is an update or a document, not an answer."""
MAX_TYPED = 4_096
"""Characters of one message on Telegram (Bot API, Message.text): for what must be kept whole."""

NUMBER = re.compile(r"(?<![\d.,])(-?\d{1,4})(?:\s*(?:/|out of)\s*10)?(?![\d/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: a short id that goes into the button, and its label, which is plain text."""

    id: str
    label: str
    also: tuple[str, ...] = ()
    """Other words that choose it when they are typed."""

    def __post_init__(self) -> None:
        """Take wording as a label: a button knows no tags."""
        object.__setattr__(self, "label", markup.plain(self.label))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the patient answered; which field is set depends on what the step accepts."""

    text: str = ""
    choice: str | None = None
    number: int | None = None
    moment: datetime | None = None
    """Local and naive."""
    has_time: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer cannot be used: ``key`` is the wording that says why and what would help."""

    key: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Two readings of a time are common: ask which, most likely first."""

    candidates: tuple[datetime, ...]
    has_time: bool


Parsed = Answer | Refused | Unclear
ReadTime = Callable[[str, readings.Kind], readings.TimeReading]


@dataclass(frozen=True, slots=True)
class Words:
    """Free text. ``anything`` is True where an answer may well look like a quick update.

    ``longest``: characters that are taken; a record of what was done to somebody is never cut or refused. ``files``:
    a photo, voice note or file is an answer too, with its caption as the words, which may be none.
    """

    anything: bool = False
    longest: int = MAX_WORDS
    files: bool = False

    def parse(self, text: str, choices: tuple[Choice, ...], read_time: ReadTime) -> Parsed:
        """Take a label typed out as that choice, and any other text as it is."""
        del read_time
        picked = _picked(text, choices)
        if picked:
            return Answer(text=picked.label, choice=picked.id)
        if not text.strip():
            return Refused("refused-empty")
        if len(text) > self.longest:
            return Refused("refused-long")
        return Answer(text=text.strip())


@dataclass(frozen=True, slots=True)
class Pick:
    """One of the choices, pressed or typed."""

    anything: bool = False

    def parse(self, text: str, choices: tuple[Choice, ...], read_time: ReadTime) -> Parsed:
        """Find the choice that was typed."""
        del read_time
        picked = _picked(text, choices)
        return Answer(text=picked.label, choice=picked.id) if picked else Refused("refused-pick")


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole number from ``low`` to ``high``, pressed or typed."""

    low: int = 0
    high: int = 10
    anything: bool = False

    def parse(self, text: str, choices: tuple[Choice, ...], read_time: ReadTime) -> Parsed:
        """Read a number from the text; one outside the scale is refused, not bent."""
        del read_time
        picked = _picked(text, choices)
        if picked and picked.id.lstrip("-").isdecimal():
            return Answer(text=picked.label, choice=picked.id, number=int(picked.id))
        found = NUMBER.findall(text)
        if len(found) != 1:
            return Refused("refused-number")
        number = int(found[0])
        if not self.low <= number <= self.high:
            return Refused("refused-scale")
        return Answer(text=text.strip(), number=number)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a time, said as people say it."""

    kind: readings.Kind = "either"
    anything: bool = False

    def parse(self, text: str, choices: tuple[Choice, ...], read_time: ReadTime) -> Parsed:
        """Read the time; where two readings are common, ask."""
        picked = _picked(text, choices)
        if picked:
            return Answer(text=picked.label, choice=picked.id)
        found = read_time(text, self.kind)
        if found.value is None:
            return Refused("refused-moment")
        if found.asks and len(found.candidates) > 1:
            return Unclear(found.candidates, found.has_time)
        return Answer(text=text.strip(), moment=found.value, has_time=found.has_time)


Accepts = Words | Pick | Scale | Moment


def _picked(text: str, choices: tuple[Choice, ...]) -> Choice | None:
    said = _plain(text)
    if not said:
        return None
    return next((c for c in choices if said in {_plain(c.label), _plain(c.id), *map(_plain, c.also)}), None)


def _plain(text: str) -> str:
    return "".join(ch for ch in text.casefold() if ch.isalnum())
