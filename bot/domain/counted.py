"""What a question about the log is counted from, day by day: when it was there, how bad, and when anything was told.

Days go by their number (`date.toordinal`), as in `days.Days`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain import days, told
from bot.domain.days import Days

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Counted:
    """The days anything was told on, oldest first; those it was there, each with its number; the bad ones of them."""

    observed: tuple[int, ...]
    hits: Mapping[int, int | None]
    bad: frozenset[int] = _NONE
    missed: frozenset[int] = _NONE
    """Days a medicine was said not to be taken."""
    names: tuple[str, ...] = ()
    """The names that counted, where more than one could."""
    times: int = 0
    """How often a medicine was taken."""


def symptom(inside: Days, name: str, at_least: int = 0) -> Counted:
    """Count a symptom, rated ``at_least`` where that is above 0; "pain" is pain of any kind."""
    if name != told.PAIN:
        rated = _rated(inside, name, at_least)
        return Counted(_observed(inside), rated, _from(rated, told.BAD))
    kinds = {each: _rated(inside, each, at_least) for each in inside.symptoms if told.is_pain(each)}
    together = days.worst_of_all(kinds.values())
    names = tuple(sorted(each for each, there in kinds.items() if there))
    return Counted(_observed(inside), together, _from(together, told.BAD), names=names)


def medicine(inside: Days, name: str, *, missed: bool = False) -> Counted:
    """Count the days a medicine (any, without a name) was taken; where ``missed``, those it was not."""
    doses = [
        times for each in ([name] if name else inside.taken) for times in inside.taken.get(each, {}).values()
    ]
    taken = {day for times in doses for day in times}
    if not name:
        taken.update(inside.some_taken)
    not_taken = frozenset(day for each, when in inside.missed.items() if name in {"", each} for day in when)
    times = sum(sum(each.values()) for each in doses)
    hits = dict.fromkeys(sorted(not_taken if missed else taken))
    return Counted(_observed(inside), hits, missed=not_taken, times=times)


def bad(inside: Days) -> Counted:
    """Count the days that one high number made bad, or how little could be done; each with its highest number."""
    rated = days.worst_of_all(inside.symptoms.values())
    functions = inside.answers.get("function", {})
    hard = {day for day, answers in functions.items() if min(answers) <= told.HARDLY}
    found = _from(rated, told.BAD) | hard
    return Counted(_observed(inside), {day: rated.get(day) for day in found}, found)


def measure(inside: Days, name: str) -> Counted:
    """Count the days on which a check-in's question was answered, each with its lowest answer."""
    lowest = {day: min(answers) for day, answers in inside.answers.get(name, {}).items()}
    return Counted(_observed(inside), lowest)


def only(inside: Days, there: Iterable[date]) -> Counted:
    """Count days that were found otherwise."""
    return Counted(_observed(inside), dict.fromkeys(sorted(day.toordinal() for day in there)))


def every(inside: Days) -> Counted:
    """Count every day on which anything was told."""
    observed = _observed(inside)
    return Counted(observed, dict.fromkeys(observed))


def _observed(inside: Days) -> tuple[int, ...]:
    return tuple(sorted(inside.told))


def _rated(inside: Days, name: str, at_least: int) -> Mapping[int, int | None]:
    rated = inside.symptoms.get(name, {})
    if not at_least:
        return rated
    return {day: number for day, number in rated.items() if number is not None and number >= at_least}


def _from(rated: Mapping[int, int | None], number: int) -> frozenset[int]:
    return frozenset([day for day, worst in rated.items() if worst is not None and worst >= number])
