"""Answers questions about what was logged: when last, how often, the worst week, how long without.

Every number comes with the days on which anything was logged, for a day nothing was told about may have been any kind
of day. Nothing here says why.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, get_args

from bot.domain import counted, told
from bot.domain.days import Days
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
    """The entries behind the number, newest first; none where only days were looked at."""
    daily: Mapping[date, int | None] = field(default_factory=dict)
    """The number of each day it was there: the highest, of an answer of the check-in the lowest; None without one."""
    missed: tuple[date, ...] = ()
    """Days a medicine was said not to be taken."""
    names: tuple[str, ...] = ()
    """The names that counted, where more than one did."""
    times: int = 0
    """How often the medicine that was asked about was told to be taken; 0 for any other question."""
    best: Stretch | None = None
    """The worst stretch, or the longest gap."""
    worst_name: str = ""
    """The symptom that had the number of the worst day, where that is what was asked."""
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
    def unknown(self) -> int:
        """Days of the period on which nothing was logged."""
        return (self.whole.last - self.whole.first).days + 1 - self.whole.observed


def answer(request: Request, logged: Days, today: date, entries: Iterable[Told] = ()) -> Found:
    """Answer from the days of the period (more may be given); visits are not answered here.

    Args:
        request: the question.
        logged: what was logged.
        today: the patient's local day, the last one looked at.
        entries: the entries those days were folded from, in any order, where they are wanted or words are asked for.

    """
    last = min(request.last or today, today)
    inside = logged.within((request.first or date.min).toordinal(), last.toordinal())
    first = request.first or inside.first or request.last or today
    span = (first, max(first, last if first <= today else first))
    behind = tuple(_behind(request, entries, last))
    found = _found(request, _count(request, inside, behind), behind, span, today)
    is_worst_day = request.ask == "worst" and request.unit == "day" and found.best
    return replace(found, worst_name=_named(inside, found.best)) if is_worst_day else found


def _named(inside: Days, best: Stretch | None) -> str:
    """Name a symptom that had the worst number of a day."""
    if best is None:
        return ""
    on_day = ((name, rated.get(best.first.toordinal())) for name, rated in inside.symptoms.items())
    return next((name for name, number in on_day if number is not None and number == best.worst), "")


def _behind(request: Request, entries: Iterable[Told], last: date) -> list[Told]:
    """Give the entries of the period that the question is about, newest first."""
    first = request.first or date.min
    hits = [e for e in entries if _is_behind(request, e) and first <= e.day <= last]
    return sorted(hits, key=lambda e: (e.at, e.id), reverse=True)


def _is_behind(request: Request, entry: Told) -> bool:
    is_missed = request.kind == "medicine" and told.has_medicine(entry, request.name, missed=True)
    return is_missed or is_hit(request, entry)


def _count(request: Request, inside: Days, behind: Iterable[Told]) -> counted.Counted:
    match request.kind:
        case "symptom":
            return counted.symptom(inside, request.name, request.at_least)
        case "medicine":
            return counted.medicine(inside, request.name, missed=request.missed)
        case "bad":
            return counted.bad(inside)
        case "measure":
            return counted.measure(inside, request.name)
        case "words":
            return counted.only(inside, {entry.day for entry in behind})
        case _:
            return counted.every(inside)


def is_hit(request: Request, entry: Told) -> bool:
    """Tell whether an entry is one the question is about."""
    match request.kind:
        case "symptom":
            return told.has_symptom(entry, request.name, request.at_least)
        case "medicine":
            return told.has_medicine(entry, request.name, missed=request.missed) or (
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
    told_then = said(entry)
    return all(_begins_a_word(word, told_then) for word in words.casefold().split())


def said(entry: Told) -> str:
    """Give what was told and the names it was kept under, as words are looked for in it."""
    names = [s.name for s in entry.reading.symptoms] + [m.name for m in entry.reading.medications]
    return " ".join((entry.text, entry.note, *names)).casefold()


def _begins_a_word(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False


def _found(
    request: Request, count: counted.Counted, behind: tuple[Told, ...], span: tuple[date, date], today: date
) -> Found:
    hits = tuple(date.fromordinal(day) for day in sorted(count.hits))
    best = _best(request, count, hits, span)
    return Found(
        request=request,
        whole=_stretch(request, count, *span),
        hits=hits,
        entries=behind,
        daily={date.fromordinal(day): number for day, number in count.hits.items()},
        missed=tuple(date.fromordinal(day) for day in sorted(count.missed)),
        names=count.names,
        times=count.times,
        best=best,
        running=(today - hits[-1]).days if hits and span[1] == today else None,
    )


def _stretch(request: Request, count: counted.Counted, first: date, last: date) -> Stretch:
    begin, end = (
        bisect(count.observed, day)
        for bisect, day in ((bisect_left, first.toordinal()), (bisect_right, last.toordinal()))
    )
    return _summed(request, count, (first, last), count.observed[begin:end])


def _summed(
    request: Request, count: counted.Counted, span: tuple[date, date], observed: Sequence[int]
) -> Stretch:
    hit = [day for day in observed if day in count.hits]
    numbers = [number for day in hit if (number := count.hits[day]) is not None]
    pick = min if request.kind == "measure" else max
    bad = len(count.bad.intersection(hit))
    return Stretch(*span, len(observed), len(hit), bad, pick(numbers, default=None), told.middle(numbers))


def _best(
    request: Request, count: counted.Counted, hits: Sequence[date], span: tuple[date, date]
) -> Stretch | None:
    if request.ask == "gap":
        longest = max(itertools.pairwise(hits), key=lambda pair: (pair[1] - pair[0], pair[1]), default=None)
        return _stretch(request, count, longest[0] + _DAY, longest[1] - _DAY) if longest else None
    if request.ask == "worst" and hits:
        if request.unit == "day":
            each = (_summed(request, count, (day, day), [day.toordinal()]) for day in hits)
            return max(each, key=_badness(request))
        begins = _STARTS[request.unit]
        rows = [
            _summed(
                request,
                count,
                (max(start, span[0]), min(end_of(request.unit, start), span[1])),
                list(observed),
            )
            for start, observed in itertools.groupby(
                count.observed, key=lambda day: begins(date.fromordinal(day))
            )
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
