"""How symptoms went over a period, as a picture shows it: by day, by week or by month, with what happened beside it.

A stretch in which nothing was told stays empty: it may have been any kind of time. That a medicine began or a visit
was near a change is shown, and never called its cause.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain import days as daily
from bot.domain import marks
from bot.domain.marks import Mark

Unit = Literal["day", "week", "month"]

MOST_DAYS = 92
"""Up to here each day has a place of its own; on paper a stem a day is still told apart."""
MOST_WEEKS = 104


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
class Course:
    """The picture's content."""

    unit: Unit
    stretches: tuple[Stretch, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    unmarked: int = 0
    """Marks left out where there are too many."""


def chart(
    told: daily.Days, names: Iterable[str], first: date, last: date, happened: Iterable[Mark] = ()
) -> Course:
    """Lay out symptoms by name over the days from ``first`` to ``last``, both included."""
    unit = unit_for(first, last)
    spans = _spans(first, last, unit)
    inside = told.within(first.toordinal(), last.toordinal())
    begin = first.toordinal()
    places = [place for place, span in enumerate(spans) for _ in range((span[1] - span[0]).days + 1)]
    observed = Counter([places[day - begin] for day in inside.told])
    stretches = tuple(Stretch(*span, observed[place]) for place, span in enumerate(spans))
    lines = tuple(Line(name, _points(inside.symptoms.get(name, {}), begin, places)) for name in names)
    return Course(unit, stretches, lines, marks.within(happened, first, last))


def unit_for(first: date, last: date) -> Unit:
    """Choose what one place on the axis is, so that all of them can be told apart on paper."""
    length = (last - first).days + 1
    if length <= MOST_DAYS:
        return "day"
    return "week" if length <= MOST_WEEKS * 7 else "month"


def _points(rated: Mapping[int, int | None], begin: int, places: list[int]) -> tuple[Point, ...]:
    """Sum a symptom up for each place; ``places`` says which a day belongs to, from day number ``begin`` on."""
    counts = [0] * (places[-1] + 1)
    stated: list[list[int]] = [[] for _ in counts]
    for day, severity in rated.items():
        place = places[day - begin]
        counts[place] += 1
        if severity is not None:
            stated[place].append(severity)
    return tuple(
        Point(count, max(numbers, default=None), daily.middle(numbers))
        for count, numbers in zip(counts, stated, strict=True)
    )


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
