"""Loads the rehearsals, one file for each who sits across the desk, and refuses what would read wrong in the middle.

The form is held by types. What types cannot say (a blank nobody fills, harm among the barriers, an id that stands
twice) is checked here and named by file, line and key, so that somebody who does not program can mend it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from bot.content import loader
from bot.domain import errors, rehearsals, scripts

FOLDER = "rehearsals"
LONGEST_LABEL = 28
"""Characters of a button's label that a narrow phone still shows."""
_GROUNDING = "grounding"

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Label = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_LABEL)]
_Id = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{2,31}$")]
"""Short enough to stand in a button's data beside other words (64 bytes in all)."""


class _Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a file. A ValueError raised here comes back from the loader with its file, line and key."""


class _Say(_Piece, frozen=True):
    """The lines to choose from, which alone may have blanks: two of them or three."""

    soft: _Text | None = None
    plain: _Text | None = None
    firm: _Text | None = None

    def __post_init__(self) -> None:
        lines = {tone: line for tone in scripts.TONES if (line := getattr(self, tone))}
        if len(lines) < 2:
            raise ValueError("give two of soft, plain and firm, or all three")
        for tone, line in lines.items():
            for blank in scripts.blanks(line):
                if blank not in scripts.BLANKS:
                    known = ", ".join(scripts.BLANKS)
                    raise ValueError(f"{tone}: there is no blank {{{blank}}}; there are: {known}")


class _Silent(_Piece, frozen=True):
    """What others say and what we tell: nothing fills a blank there."""

    def __post_init__(self) -> None:
        for field, value in msgspec.structs.asdict(self).items():
            if isinstance(value, str) and scripts.blanks(value):
                raise ValueError(f"{field}: blanks belong in the lines under say, nowhere else")


class _Turn(_Silent, frozen=True):
    heard: _Text
    goal: rehearsals.Goal
    say: _Say
    if_asked: _Text
    if_not: _Text


class _Encounter(_Silent, frozen=True):
    id: _Id
    title: _Label
    barriers: Annotated[tuple[scripts.BarrierId, ...], msgspec.Meta(min_length=1)]
    kind: rehearsals.Kind
    setting: _Text
    turns: Annotated[tuple[_Turn, ...], msgspec.Meta(min_length=2, max_length=5)]
    closing: _Text

    def __post_init__(self) -> None:
        _Silent.__post_init__(self)
        if scripts.HARM in self.barriers:
            raise ValueError(f"barriers: {scripts.HARM} is never rehearsed; take it out")


class _File(_Piece, frozen=True):
    who: rehearsals.Who
    name: _Label
    encounters: Annotated[tuple[_Encounter, ...], msgspec.Meta(min_length=1)]


class _Source(_Piece, frozen=True):
    text: _Text
    source: Annotated[str, msgspec.Meta(pattern=r"^https?://\S+\.\S|^10\.\d{4,}/\S")]
    checked: Annotated[str, msgspec.Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
    region: scripts.Region


class _Grounding(_Piece, frozen=True):
    lines: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=3)]
    foggy: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=1)]
    sources: Annotated[tuple[_Source, ...], msgspec.Meta(min_length=1)]


@cache
def load_rehearsals(language: str = "en") -> rehearsals.Rehearsals:
    """Load every rehearsal of ``language`` and the way out.

    Raises:
        ContentError: a file is missing, malformed or of another name, a blank is not known or stands where nothing
            fills it, harm is among the barriers, or an encounter's id stands twice.

    """
    folder = loader.HOME / language / FOLDER
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in {*rehearsals.WHO, _GROUNDING}:
            known = ", ".join(rehearsals.WHO)
            problem = f"nobody is called {path.stem!r}; the file bears one of these names: {known}"
            raise errors.ContentError(_shown(path), 1, "who", problem)
    seen: dict[str, str] = {}
    desks = tuple(_desk(folder / f"{who}.yaml", who, seen) for who in rehearsals.WHO)
    return rehearsals.Rehearsals(desks, _grounding(folder / f"{_GROUNDING}.yaml"))


def _desk(path: Path, who: rehearsals.Who, seen: dict[str, str]) -> rehearsals.Desk:
    """Load one file; ``seen`` holds the file of each id that was met so far."""
    file = loader.load(path, _File)
    if file.who != who:
        problem = f"is {file.who!r} in the file of {who!r}; both must be the same"
        raise errors.ContentError(_shown(path), _line(path, r"who:", 0), "who", problem)
    for number, each in enumerate(file.encounters):
        if each.id in seen:
            problem = (
                f"{each.id!r} stands twice, also in {seen[each.id]}; every encounter needs an id of its own"
            )
            key = f"encounters[{number}].id"
            raise errors.ContentError(_shown(path), _line(path, r"\s*(?:- )?id:", number), key, problem)
        seen[each.id] = path.name
    return rehearsals.Desk(who, file.name, tuple(_encounter(who, each) for each in file.encounters))


def _encounter(who: rehearsals.Who, each: _Encounter) -> rehearsals.Encounter:
    turns = tuple(
        rehearsals.Turn(turn.heard, turn.goal, dict(_lines(turn.say)), turn.if_asked, turn.if_not)
        for turn in each.turns
    )
    return rehearsals.Encounter(
        each.id, who, each.title, each.barriers, each.kind, each.setting, turns, each.closing
    )


def _lines(say: _Say) -> Iterator[tuple[scripts.Tone, str]]:
    return ((tone, line) for tone in scripts.TONES if (line := getattr(say, tone)))


def _grounding(path: Path) -> rehearsals.Grounding:
    file = loader.load(path, _Grounding)
    sources = tuple(scripts.Fact(each.text, each.source, each.checked, each.region) for each in file.sources)
    return rehearsals.Grounding(file.lines, file.foggy, sources)


def _shown(path: Path) -> str:
    return f"bot/content/{path.parent.parent.name}/{FOLDER}/{path.name}"


def _line(path: Path, begins: str, number: int) -> int:
    """Find the line of the ``number``-th (from 0) that begins like ``begins``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line, text in enumerate(lines, start=1) if re.match(begins, text)][number]
