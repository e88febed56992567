"""Loads the kinds of case and their clocks, and refuses what would miscount a day or leave a barrier without a kind.

The form is held by types; what types cannot say is checked here and named by file, line and key. A wrong deadline does
more harm than none, so each clock names where its rule stands and when somebody looked.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from bot.content import loader
from bot.domain import case_rules, cases, errors, scripts

_FILE = "cases.yaml"
LONGEST_LABEL = 24
"""Characters of a button's label where two stand side by side on a narrow phone."""
LONGEST_CLOCK_LABEL = 40
"""Characters of a clock's label, which has a row of its own."""
MONTH_CHECKED = re.compile(r"20\d\d-(0[1-9]|1[0-2])")

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Label = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_LABEL)]
_ClockLabel = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_CLOCK_LABEL)]
_Id = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{2,31}$")]
"""Short enough to stand in a button's data beside other words (64 bytes in all)."""
_Count = Annotated[int, msgspec.Meta(ge=1, le=400)]


class _Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One clock. A ValueError raised here comes back from the loader with its file, line and key."""

    id: _Id
    region: case_rules.Region
    name: _ClockLabel
    holds: _Text
    amount: _Count
    unit: case_rules.Unit
    starts: case_rules.Start
    whose: cases.Move
    source: _Text
    checked: _Text
    extra: Annotated[int, msgspec.Meta(ge=0, le=400)] = 0

    def __post_init__(self) -> None:
        """Refuse a rule that nobody could look up again."""
        if not re.match(r"https?://\S+\.\S", self.source):
            raise ValueError("source: give the address it stands at (https://...)")
        if not MONTH_CHECKED.fullmatch(self.checked):
            raise ValueError('checked: give the month it was looked up, in quotes, like "2026-11"')
        if not self.id.startswith(f"{self.region.lower()}_"):
            raise ValueError(f"id: begins with its region, like {self.region.lower()}_appeal")


class _Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: _Text
    whose: cases.Move


class _Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: case_rules.KindId
    name: _Label
    barriers: Annotated[tuple[scripts.BarrierId, ...], msgspec.Meta(min_length=1)]
    steps: Annotated[tuple[_Step, ...], msgspec.Meta(min_length=2)]
    write_down: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=2)]
    too_long: Annotated[int, msgspec.Meta(ge=1, le=60)]
    outcomes: Annotated[tuple[case_rules.OutcomeId, ...], msgspec.Meta(min_length=2)]
    clocks: tuple[_Clock, ...]


class _Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: case_rules.OutcomeId
    name: _Label
    said: _Text


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letter_wins: _Text
    ask_letter: _Text
    holidays: _Text
    ours: _Text
    outcomes: tuple[_Outcome, ...]
    kinds: tuple[_Kind, ...]


@cache
def load_case_rules(language: str = "en") -> case_rules.Rules:
    """Load the kinds of case of ``language``.

    Raises:
        ContentError: the file is missing or malformed, a kind or an outcome is missing or stands twice, a clock's id
            stands twice, a kind ends in an outcome nobody wrote, or a barrier belongs to no kind.

    """
    path = loader.HOME / language / _FILE
    file = loader.load(path, _File)
    for key, needle, problem in _mistakes(file):
        raise errors.ContentError(f"bot/content/{language}/{_FILE}", _line(path, needle), key, problem)
    return case_rules.Rules(
        letter_wins=file.letter_wins,
        ask_letter=file.ask_letter,
        holidays=file.holidays,
        ours=file.ours,
        outcomes=tuple(case_rules.Outcome(each.id, each.name, each.said) for each in file.outcomes),
        kinds=tuple(_kind(each) for each in file.kinds),
    )


def _kind(kind: _Kind) -> case_rules.Kind:
    return case_rules.Kind(
        id=kind.id,
        name=kind.name,
        barriers=kind.barriers,
        steps=tuple(case_rules.Step(step.text, step.whose) for step in kind.steps),
        write_down=kind.write_down,
        too_long=kind.too_long,
        outcomes=kind.outcomes,
        clocks=tuple(case_rules.Clock(**msgspec.structs.asdict(clock)) for clock in kind.clocks),
    )


def _mistakes(file: _File) -> Iterator[tuple[str, str, str]]:
    """Name each mistake: its key, the words its line holds, and what would be right."""
    kinds = [kind.id for kind in file.kinds]
    yield from _not_exactly("kinds", kinds, case_rules.KINDS)
    outcomes = [outcome.id for outcome in file.outcomes]
    yield from _not_exactly("outcomes", outcomes, case_rules.OUTCOMES)
    clocks = [clock.id for kind in file.kinds for clock in kind.clocks]
    for each in sorted({each for each in clocks if clocks.count(each) > 1}):
        yield f"clocks.{each}", f"id: {each}", f"{each!r} stands twice; every clock needs an id of its own"
    mapped = {barrier for kind in file.kinds for barrier in kind.barriers}
    for barrier in scripts.BARRIERS:
        if barrier not in mapped:
            yield (
                "kinds",
                "kinds:",
                f"the barrier {barrier!r} belongs to no kind; add it to one (other, perhaps)",
            )


def _not_exactly(key: str, found: Sequence[str], wanted: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for each in wanted:
        if found.count(each) > 1:
            yield f"{key}.{each}", f"- id: {each}", f"{each!r} stands twice"
        elif each not in found:
            yield key, f"{key}:", f"{each!r} is missing; stored cases may name it"
    if list(wanted) != list(found):
        yield key, f"{key}:", f"stand in another order than {', '.join(wanted)}"


def _line(path: Path, words: str) -> int:
    """Find the last line that says ``words``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return max((number for number, line in enumerate(lines, start=1) if words in line), default=0)
