"""How symptoms went over a period, as a picture shows it: by day, by week or by month, with what happened beside it.

A stretch in which nothing was told stays empty: it may have been any kind of time. That a medicine began or a visit
was near a change is shown, and never called its cause.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain import days as daily
from bot.domain import history, visits

Unit = Literal["day", "week", "month"]
Kind = Literal["began", "stopped", "visit"]

MOST_DAYS = 92
"""Up to here each day has a place of its own; on paper a stem a day is still told apart."""
MOST_WEEKS = 104
FEW_DAYS = 3
"""A medicine logged on fewer days than this is no new treatment to mark."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One place on the axis: a day, a week or a month, both ends included. ``observed``: days with anything told."""

    first: date
    last: date
    observed: int


@dataclass(frozen=True, slots=True)
class Point:
    """A symptom in one stretch: days with it, the worst and the typical severity told (None where none was)."""

    days: int
    worst: int | None
    typical: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One symptom, a point a stretch."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day: a medicine that began or was stopped, a visit."""

    day: date
    kind: Kind
    name: str
    logged: bool = False
    """True where it is only the first day it was logged: nobody told that it began then."""


@dataclass(frozen=True, slots=True)
class Course:
    """The picture's content."""

    unit: Unit
    stretches: tuple[Stretch, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    unmarked: int = 0
    """Marks left out where there are too many."""


def chart(
    told: Sequence[daily.Day], names: Iterable[str], first: date, last: date, marks: Iterable[Mark] = ()
) -> Course:
    """Lay out symptoms by name over the days from ``first`` to ``last``, both included."""
    unit = unit_for(first, last)
    known = {day.day: day for day in told}
    spans = _spans(first, last, unit)
    within = [[d for d in _each(start, end) if d in known] for start, end in spans]
    stretches = tuple(
        Stretch(start, end, len(observed)) for (start, end), observed in zip(spans, within, strict=True)
    )
    lines = tuple(
        Line(name, tuple(_point(name, [known[d] for d in observed]) for observed in within)) for name in names
    )
    shown = sorted((m for m in marks if first <= m.day <= last), key=lambda m: (m.day, m.kind, m.name))
    return Course(unit, stretches, lines, tuple(shown))


def unit_for(first: date, last: date) -> Unit:
    """Choose what one place on the axis is, so that all of them can be told apart on paper."""
    length = (last - first).days + 1
    if length <= MOST_DAYS:
        return "day"
    return "week" if length <= MOST_WEEKS * 7 else "month"


def of_visits(kept: Iterable[visits.Visit]) -> tuple[Mark, ...]:
    """Mark visits by the day at the clinic."""
    return tuple(Mark(v.local.date(), "visit", v.with_whom) for v in kept if v.state != "cancelled")


def of_history(items: Iterable[history.Item], named: Mapping[str, date]) -> tuple[Mark, ...]:
    """Mark medicines that began or were stopped on a day the patient named.

    ``named`` gives the day for words that name one ("12 March"); "spring" or "2021" is no day and gives no mark.
    """
    marks = []
    for item in items:
        if item.section != "medicine" or item.state not in {"now", "stopped"}:
            continue
        if item.since in named:
            marks.append(Mark(named[item.since], "began", item.name))
        if item.state == "stopped" and item.until in named:
            marks.append(Mark(named[item.until], "stopped", item.name))
    return tuple(marks)


def of_medicines(
    items: Iterable[history.Item],
    named: Mapping[str, date],
    before: Iterable[daily.Day],
    told: Sequence[daily.Day],
) -> tuple[Mark, ...]:
    """Mark medicines by what was told of them; by what the log shows only where nothing was."""
    known = of_history(items, named)
    begun = {mark.name.casefold() for mark in known if mark.kind == "began"}
    return (*known, *(m for m in first_logged(before, told) if m.name.casefold() not in begun))


def first_logged(before: Iterable[daily.Day], told: Sequence[daily.Day]) -> tuple[Mark, ...]:
    """Mark medicines logged on several days of a period and never before, by the first of them.

    Only where something else was logged earlier in the period, or in the time before: the first day of a journal
    begins nothing but the journal.
    """
    known = {name for day in before for name in (*day.taken, *day.missed)}
    counts: dict[str, list[date]] = {}
    for day in told:
        for name in day.taken:
            counts.setdefault(name, []).append(day.day)
    start = told[0].day if told else date.max
    return tuple(
        Mark(when[0], "began", name, logged=True)
        for name, when in counts.items()
        if name not in known and len(when) >= FEW_DAYS and (when[0] > start or known)
    )


def _point(name: str, told: list[daily.Day]) -> Point:
    severities = [day.symptoms[name] for day in told if name in day.symptoms]
    return Point(len(severities), daily.worst_of(severities), daily.middle(severities))


def _spans(first: date, last: date, unit: Unit) -> list[tuple[date, date]]:
    """Cut a period into stretches; weeks end with the period, months follow the calendar."""
    spans = []
    if unit == "month":
        while first <= last:
            end = min(last, _end_of_month(first))
            spans.append((first, end))
            first = end + timedelta(days=1)
        return spans
    length = timedelta(days=0 if unit == "day" else 6)
    while last >= first:
        start = max(first, last - length)
        spans.append((start, last))
        last = start - timedelta(days=1)
    return spans[::-1]


def _end_of_month(day: date) -> date:
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return after - timedelta(days=1)


def _each(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
