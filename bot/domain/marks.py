"""What happened on a day beside how symptoms went: medicines that began or were stopped, and visits.

Marked is what was told, and beside it what the log shows; never that one caused the other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain import history, visits
from bot.domain.days import Days

Kind = Literal["began", "stopped", "visit"]
FEW_DAYS = 3
"""A medicine logged on fewer days than this is no new treatment to mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day."""

    day: date
    kind: Kind
    name: str = ""
    logged: bool = False
    """True where it is only the first day it was logged: nobody told that it began then."""
    roughly: bool = False
    """True where only its month is known."""


@dataclass(frozen=True, slots=True)
class Named:
    """The day that a patient's words name, such as "12 March"; ``roughly``: they name its month."""

    day: date
    roughly: bool = False


Read = Callable[[str, datetime], Named | None]
"""Reads the words of a time, told at a moment; None where they name no place in a picture ("spring", "2021")."""


def within(marks: Iterable[Mark], first: date, last: date) -> tuple[Mark, ...]:
    """Give those of a period, oldest first."""
    inside = (mark for mark in marks if first <= mark.day <= last)
    return tuple(sorted(inside, key=lambda m: (m.day, m.kind, m.name)))


def of_visits(kept: Iterable[visits.Visit]) -> tuple[Mark, ...]:
    """Mark visits by the day at the clinic."""
    return tuple(Mark(v.local.date(), "visit", v.with_whom) for v in kept if v.state != "cancelled")


def of_medicines(items: Iterable[history.Item], read: Read, before: Days, told: Days) -> tuple[Mark, ...]:
    """Mark medicines by what was told of them; by what the log shows only where nothing was.

    Args:
        items: the standing history.
        read: reads the words of its times.
        before: what was logged before the period, ``told`` what in it.

    """
    known = of_history(items, read)
    begun = {mark.name.casefold() for mark in known if mark.kind == "began"}
    return (*known, *(m for m in first_logged(before, told) if m.name.casefold() not in begun))


def of_history(items: Iterable[history.Item], read: Read) -> tuple[Mark, ...]:
    """Mark medicines that began or were stopped at a time the patient named."""
    found = []
    for item in items:
        if item.section != "medicine" or item.state not in {"now", "stopped"}:
            continue
        ends: list[tuple[Kind, str, datetime]] = [("began", item.since, item.added_at)]
        if item.state == "stopped":
            ends.append(("stopped", item.until, item.changed_at or item.added_at))
        for kind, words, told_at in ends:
            named = read(words, told_at) if words else None
            if named:
                found.append(Mark(named.day, kind, item.name, roughly=named.roughly))
    return tuple(found)


def first_logged(before: Days, told: Days) -> tuple[Mark, ...]:
    """Mark medicines logged on several days of a period and never before, by the first of them.

    Only where something else was logged earlier in the period, or in the time before: the first day of a journal
    begins nothing but the journal.
    """
    known = before.taken.keys() | before.missed.keys()
    start = min(told.told, default=0)
    found = []
    for name in told.taken:
        when = set[int]() if name in known else told.days_taken(name)
        if len(when) >= FEW_DAYS and ((begun := min(when)) > start or known):
            found.append(Mark(date.fromordinal(begun), "began", name, logged=True))
    return tuple(found)
