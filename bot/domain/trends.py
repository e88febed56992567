"""How one to three things went over time, ready to be drawn: a point a day, a week or a month, and gaps as gaps.

What stands beside it (medicines started and stopped, visits) is only marked. Nothing here says what caused what.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain import finding, told
from bot.domain.told import Told

MOST_SERIES = 3
BY_DAY = 62
"""Days up to which each day has its own point; on a phone more would touch."""
BY_WEEK = 740
"""Days up to which each week has one; beyond that each month."""
TOP = 10
TOP_MEASURE = 4
_DAY = timedelta(days=1)

MarkKind = Literal["start", "stop", "visit"]


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
class Mark:
    """Something that happened on a day. ``roughly``: only its month is known."""

    day: date
    kind: MarkKind
    name: str = ""
    roughly: bool = False


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
    entries: Iterable[Told],
    marks: Iterable[Mark],
    first: date | None,
    last: date,
) -> Trend:
    """Count and group.

    Args:
        subjects: what is drawn, at most three.
        entries: what was logged, in any order; what lies outside of the period is left out.
        marks: what is marked, likewise.
        first: the first day; None for that of the first entry.
        last: the last day.

    """
    days = [(entry.day, entry) for entry in entries]
    inside = [(day, entry) for day, entry in days if (first is None or day >= first) and day <= last]
    observed = {day for day, _ in inside}
    begin = first or min(observed, default=last)
    unit = unit_of(begin, last)
    spans = _spans(begin, last, unit)
    told_then = [entry for _, entry in inside]
    drawn = tuple(_series(each, told_then, spans, observed) for each in subjects[:MOST_SERIES])
    return Trend(
        begin,
        last,
        unit,
        drawn,
        _gaps(spans, observed),
        tuple(sorted((m for m in marks if begin <= m.day <= last), key=lambda m: (m.day, m.kind, m.name))),
        len(observed),
    )


def unit_of(first: date, last: date) -> finding.Unit:
    """Say how long one point is."""
    span = (last - first).days + 1
    return "day" if span <= BY_DAY else "week" if span <= BY_WEEK else "month"


def _series(
    subject: Subject, entries: list[Told], spans: list[tuple[date, date]], observed: set[date]
) -> Series:
    kind: finding.Kind = "measure" if subject.is_measure else "symptom"
    request = finding.Request("days", kind, subject.name, "day", spans[0][0], spans[-1][1])
    found = finding.answer(request, entries, spans[-1][1])
    points = (_point(subject, found, observed, *span) for span in spans)
    return Series(subject, found, tuple(point for point in points if point))


def _point(
    subject: Subject, found: finding.Found, observed: set[date], first: date, last: date
) -> Point | None:
    days = [day for day in _days(first, last) if day in observed]
    if not days:
        return None
    there = [day for day in days if day in found.daily]
    numbers = [number for day in there if (number := found.daily[day]) is not None]
    pick = min if subject.is_measure else max
    return Point(first, last, len(there), told.middle(numbers), pick(numbers, default=None))


def _spans(first: date, last: date, unit: finding.Unit) -> list[tuple[date, date]]:
    """Cut the period into days, weeks that begin on Monday, or months."""
    spans = []
    day = first
    while day <= last:
        end = min(finding.end_of(unit, day), last)
        spans.append((day, end))
        day = end + _DAY
    return spans


def _gaps(spans: list[tuple[date, date]], observed: set[date]) -> tuple[tuple[date, date], ...]:
    gaps: list[tuple[date, date]] = []
    for first, last in spans:
        if any(day in observed for day in _days(first, last)):
            continue
        if gaps and gaps[-1][1] + _DAY == first:
            gaps[-1] = (gaps[-1][0], last)
        else:
            gaps.append((first, last))
    return tuple(gaps)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
