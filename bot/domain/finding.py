"""Answers questions about what was logged: when last, how often, the worst week, how long without.

Every number comes with the days on which anything was logged, for a day nothing was told about may have been any kind
of day. Nothing here says why.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

from bot.domain import told
from bot.domain.told import Told

Ask = Literal[
    "last", "first", "days", "worst", "gap", "without", "whether", "said", "next", "chart"
]  # fmt: skip
"""What is asked: when last, when first, on how many days, the worst stretch, the longest gap between, days without,
whether at all, what was said, what comes next (visits), a picture."""
ASKS: tuple[Ask, ...] = get_args(Ask)
Kind = Literal["symptom", "medicine", "bad", "words", "visit", "measure", "entry"]
"""What it is asked about: a symptom, a medicine (any, where it has no name), bad days, words, visits, an answer of the
check-in, or entries as such."""
KINDS: tuple[Kind, ...] = get_args(Kind)
Unit = Literal["day", "week", "month"]
UNITS: tuple[Unit, ...] = get_args(Unit)

FEW = 5
"""With fewer days than this a number says little, and the answer says so. Our own choice."""
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Request:
    """One question. ``first`` and ``last`` are local days, both inside; None where the question does not say.

    ``at_least``: only where it was rated so; 0 for any.
    """

    ask: Ask
    kind: Kind
    name: str = ""
    unit: Unit = "day"
    first: date | None = None
    last: date | None = None
    at_least: int = 0
    missed: bool = False
    """Of a medicine: about the days it was not taken."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row: how many of them were logged, on how many it was there, and what was told."""

    first: date
    last: date
    observed: int
    days: int
    bad: int = 0
    worst: int | None = None
    typical: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the log says. ``whole`` is the period: its days, those logged, those it was there."""

    request: Request
    whole: Stretch
    hits: tuple[date, ...] = ()
    """The days it was there, oldest first."""
    entries: tuple[Told, ...] = ()
    """The entries behind the number, newest first."""
    daily: Mapping[date, int | None] = field(default_factory=dict)
    """The number of each day it was there: the highest, of an answer of the check-in the lowest; None without one."""
    missed: tuple[date, ...] = ()
    """Days a medicine was said not to be taken."""
    names: tuple[str, ...] = ()
    """The names that counted, where more than one did."""
    best: Stretch | None = None
    """The worst stretch, or the longest gap."""
    running: int | None = None
    """Days since it was last there, today not counted."""

    @property
    def without(self) -> int:
        """Logged days on which it was not told."""
        return self.whole.observed - len(self.hits)

    @property
    def rated(self) -> int:
        """Days with a number."""
        return sum(1 for number in self.daily.values() if number is not None)

    @property
    def times(self) -> int:
        """How often the medicine that was asked about was told to be taken; 0 for any other question."""
        if self.request.kind != "medicine":
            return 0
        told_of = (m for entry in self.entries for m in entry.reading.medications)
        return sum(1 for m in told_of if m.taken and self.request.name in {"", m.name})

    @property
    def unknown(self) -> int:
        """Days of the period on which nothing was logged."""
        return (self.whole.last - self.whole.first).days + 1 - self.whole.observed


@dataclass(slots=True)
class _Day:
    """One logged day while it is counted."""

    hit: bool = False
    bad: bool = False
    missed: bool = False
    numbers: list[int] = field(default_factory=list)


def answer(request: Request, entries: Iterable[Told], today: date) -> Found:
    """Answer from the entries of the period (more may be given); visits are not answered here.

    Args:
        request: the question.
        entries: what was logged, in any order.
        today: the patient's local day, the last one looked at.

    """
    days: dict[date, _Day] = {}
    hits: list[Told] = []
    for day, entry in _inside(request, entries, today):
        counted = days.setdefault(day, _Day())
        is_missed = request.kind == "medicine" and told.has_medicine(entry, request.name, taken=False)
        counted.missed = counted.missed or is_missed
        if request.kind == "bad" and (number := told.severity(entry, "")) is not None:
            counted.numbers.append(number)  # of the whole day, whichever entry made it a bad one
        if is_hit(request, entry):
            _count(request, entry, counted)
            hits.append(entry)
        elif is_missed:
            hits.append(entry)
    first = request.first or min(days, default=request.last or today)
    last = min(request.last or today, today) if first <= today else first
    return _found(request, days, hits, (first, max(first, last)), today)


def is_hit(request: Request, entry: Told) -> bool:
    """Tell whether an entry is one the question is about."""
    match request.kind:
        case "symptom":
            return told.has_symptom(entry, request.name, request.at_least)
        case "medicine":
            return told.has_medicine(entry, request.name, taken=not request.missed) or (
                not (request.name or request.missed) and told.says_medicines_taken(entry)
            )
        case "bad":
            return told.is_bad(entry)
        case "measure":
            return told.measure(entry, request.name) is not None
        case "words":
            return says(entry, request.name)
        case _:
            return True


def says(entry: Told, words: str) -> bool:
    """Tell whether all of the words begin a word of what was told or of the names it was kept under."""
    names = [s.name for s in entry.reading.symptoms] + [m.name for m in entry.reading.medications]
    said = " ".join((entry.text, entry.note, *names)).casefold()
    return all(_begins_a_word(word, said) for word in words.casefold().split())


def _begins_a_word(word: str, said: str) -> bool:
    at = said.find(word)
    while at >= 0:
        if at == 0 or not said[at - 1].isalnum():
            return True
        at = said.find(word, at + 1)
    return False


def _inside(request: Request, entries: Iterable[Told], today: date) -> Iterable[tuple[date, Told]]:
    """Give what lies in the period with its day, which is worked out once: it takes a look at the zone."""
    first, last = request.first or date.min, min(request.last or today, today)
    return ((day, entry) for day, entry in ((e.day, e) for e in entries) if first <= day <= last)


def _count(request: Request, entry: Told, day: _Day) -> None:
    day.hit = True
    number = None
    if request.kind == "measure":
        number = told.measure(entry, request.name)
    elif request.kind == "symptom":
        number = told.severity(entry, request.name)
    if number is not None:
        day.numbers.append(number)
    day.bad = day.bad or (request.kind == "bad") or (number or 0) >= told.BAD


def _found(
    request: Request, days: dict[date, _Day], hits: list[Told], span: tuple[date, date], today: date
) -> Found:
    hit_days = tuple(sorted(day for day, counted in days.items() if counted.hit))
    names = {s.name for e in hits for s in e.reading.symptoms if not s.negated and told.is_pain(s.name)}
    return Found(
        request=request,
        whole=_stretch(request, days, *span),
        hits=hit_days,
        entries=tuple(sorted(hits, key=lambda e: (e.at, e.id), reverse=True)),
        daily={day: _number(request, counted) for day, counted in days.items() if counted.hit},
        missed=tuple(sorted(day for day, counted in days.items() if counted.missed)),
        names=tuple(sorted(names)) if request.kind == "symptom" and request.name == told.PAIN else (),
        best=_best(request, days, hit_days, span),
        running=(today - hit_days[-1]).days if hit_days and span[1] == today else None,
    )


def _number(request: Request, counted: _Day) -> int | None:
    pick = min if request.kind == "measure" else max
    return pick(counted.numbers, default=None)


def _stretch(request: Request, days: dict[date, _Day], first: date, last: date) -> Stretch:
    inside = [counted for day, counted in days.items() if first <= day <= last]
    hit = [counted for counted in inside if counted.hit]
    pick = min if request.kind == "measure" else max
    daily = [pick(counted.numbers) for counted in hit if counted.numbers]
    return Stretch(
        first,
        last,
        len(inside),
        len(hit),
        sum(1 for counted in hit if counted.bad),
        pick(daily, default=None),
        told.middle(daily),
    )


def _best(
    request: Request, days: dict[date, _Day], hits: Sequence[date], span: tuple[date, date]
) -> Stretch | None:
    if request.ask == "gap":
        longest = max(itertools.pairwise(hits), key=lambda pair: (pair[1] - pair[0], pair[1]), default=None)
        return _stretch(request, days, longest[0] + _DAY, longest[1] - _DAY) if longest else None
    if request.ask == "worst" and hits:
        begins = _STARTS[request.unit]
        grouped: dict[date, dict[date, _Day]] = {}
        for day, counted in days.items():
            grouped.setdefault(begins(day), {})[day] = counted
        rows = [
            _stretch(request, group, max(start, span[0]), min(end_of(request.unit, start), span[1]))
            for start, group in grouped.items()
        ]
        return max((row for row in rows if row.days), key=_badness(request), default=None)
    return None


def _badness(request: Request) -> Callable[[Stretch], tuple[float, ...]]:
    """Say what makes a stretch the worst: bad days first, then days with it, then the numbers, then the latest.

    A single day goes by its number alone; an answer of the check-in by how low it was.
    """
    if request.kind == "measure":
        return lambda row: (-(row.typical or 0), -(row.worst or 0), row.first.toordinal())
    if request.unit == "day":
        return lambda row: (row.worst if row.worst is not None else -1, row.first.toordinal())
    return lambda row: (row.bad, row.days, row.worst or 0, row.typical or 0, row.first.toordinal())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_STARTS: dict[Unit, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": _monday,
    "month": lambda day: day.replace(day=1),
}


def end_of(unit: Unit, day: date) -> date:
    """Give the last day of the day, the week (Monday to Sunday) or the month that ``day`` lies in."""
    if unit == "month":
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _DAY
    return _monday(day) + _WEEK - _DAY if unit == "week" else day
