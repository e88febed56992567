"""How one to three things went over time, ready to be drawn: a point a day, a week or a month, and gaps as gaps.

What stands beside it (medicines started and stopped, visits) is only marked. Nothing here says what caused what.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain import finding, marks, told
from bot.domain.days import Days
from bot.domain.marks import Mark

MOST_SERIES = 3
BY_DAY = 62
"""Days up to which each day has its own point; on a phone more would touch."""
BY_WEEK = 740
"""Days up to which each week has one; beyond that each month."""
TOP = 10
TOP_MEASURE = 4
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn: a symptom by its name, or an answer of the check-in ("energy", "sleep", "function")."""

    name: str
    is_measure: bool = False

    @property
    def top(self) -> int:
        """The end of its scale."""
        return TOP_MEASURE if self.is_measure else TOP


@dataclass(frozen=True, slots=True)
class Point:
    """One day, week or month that has something logged in it. ``typical`` and ``worst`` None: no number was told.

    ``worst`` is the highest for a symptom, the lowest for an answer of the check-in.
    """

    first: date
    last: date
    days: int
    """Days it was there."""
    typical: int | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """One subject over the period; ``found`` holds its counts."""

    subject: Subject
    found: finding.Found
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Everything a picture shows, and the words beside it. ``gaps``: days of each with nothing logged."""

    first: date
    last: date
    unit: finding.Unit
    series: tuple[Series, ...]
    gaps: tuple[tuple[date, date], ...]
    marks: tuple[Mark, ...]
    observed: int

    @property
    def span(self) -> int:
        """Days of the period."""
        return (self.last - self.first).days + 1


def build(
    subjects: Sequence[Subject],
    logged: Days,
    happened: Iterable[Mark],
    first: date | None,
    last: date,
) -> Trend:
    """Count and group.

    Args:
        subjects: what is drawn, at most three.
        logged: what was logged; what lies outside of the period is left out.
        happened: what is marked, likewise.
        first: the first day; None for that of the first entry.
        last: the last day.

    """
    inside = logged.within((first or date.min).toordinal(), last.toordinal())
    begin = first or inside.first or last
    unit = unit_of(begin, last)
    spans = _spans(begin, last, unit)
    begins = [start.toordinal() for start, _ in spans]
    observed = {bisect_right(begins, day) - 1 for day in inside.told}
    drawn = tuple(_series(each, inside, spans, observed) for each in subjects[:MOST_SERIES])
    gaps = _gaps([span for place, span in enumerate(spans) if place not in observed])
    shown = marks.within(happened, begin, last)
    return Trend(begin, last, unit, drawn, gaps, shown, len(inside.told))


def unit_of(first: date, last: date) -> finding.Unit:
    """Say how long one point is."""
    span = (last - first).days + 1
    return "day" if span <= BY_DAY else "week" if span <= BY_WEEK else "month"


def _series(subject: Subject, inside: Days, spans: list[tuple[date, date]], observed: set[int]) -> Series:
    kind: finding.Kind = "measure" if subject.is_measure else "symptom"
    request = finding.Request("days", kind, subject.name, "day", spans[0][0], spans[-1][1])
    found = finding.answer(request, inside, spans[-1][1])
    begins = [start for start, _ in spans]
    there: dict[int, list[int | None]] = {}
    for day, number in found.daily.items():
        there.setdefault(bisect_right(begins, day) - 1, []).append(number)
    points = (_point(subject, there.get(place, []), *spans[place]) for place in sorted(observed))
    return Series(subject, found, tuple(points))


def _point(subject: Subject, daily: Sequence[int | None], first: date, last: date) -> Point:
    numbers = [number for number in daily if number is not None]
    pick = min if subject.is_measure else max
    return Point(first, last, len(daily), told.middle(numbers), pick(numbers, default=None))


def _spans(first: date, last: date, unit: finding.Unit) -> list[tuple[date, date]]:
    """Cut the period into days, weeks that begin on Monday, or months."""
    spans = []
    day = first
    while day <= last:
        end = min(finding.end_of(unit, day), last)
        spans.append((day, end))
        day = end + _DAY
    return spans


def _gaps(empty: Iterable[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """Join stretches with nothing logged that follow one another."""
    gaps: list[tuple[date, date]] = []
    for first, last in empty:
        if gaps and gaps[-1][1] + _DAY == first:
            gaps[-1] = (gaps[-1][0], last)
        else:
            gaps.append((first, last))
    return tuple(gaps)
