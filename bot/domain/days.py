"""The journal folded into days: what every count, trend and look back is made from.

A day is a day on the calendar of the place the patient was in, named by its number (`date.toordinal`). Folding loses
the words and the hours and nothing that is counted. Days are kept in columns, a symptom or a medicine each, so that ten
years are a few thousand small numbers and no objects; days of two pieces of a journal merge into one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import add
from typing import TypeVar

from bot.domain import journal
from bot.domain.told import MEASURES, Told, is_missed, measure, says_medicines_taken

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Days:
    """What was told of some days; a day on which nothing was told is in no column."""

    told: dict[int, int] = field(default_factory=dict)
    """How many entries tell of each day; its keys are the days on which anything was told."""
    symptoms: dict[str, dict[int, int | None]] = field(default_factory=dict)
    """Each symptom: the days it was there, with its worst stated severity (0-10)."""
    taken: dict[str, dict[str, dict[int, int]]] = field(default_factory=dict)
    """Each medicine taken: each dose as told ("" where none was): how often on which day."""
    missed: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Medicines said to be missed or run out of; one that was stopped is missed by nobody."""
    lost: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """What could not be done, in the patient's words."""
    checkins: dict[int, int] = field(default_factory=dict)
    """How many check-ins were answered on a day."""
    answers: dict[str, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    """Each of "energy", "sleep" and "function": every answer of a day (0-4)."""
    some_taken: tuple[int, ...] = ()
    """Days on which a check-in says that medicines were taken, without naming them."""

    def within(self, first: int, last: int) -> "Days":
        """Give the days from ``first`` to ``last``, both included."""
        outside = [day for day in self.told if not first <= day <= last]
        if not outside:
            return self
        if len(outside) == len(self.told):
            return Days()

        def cut(column: dict[int, V]) -> dict[int, V]:
            kept = column.copy()  # nearly all of it, mostly
            for day in outside:
                kept.pop(day, None)
            return kept

        def cut_each(columns: dict[str, dict[int, V]]) -> dict[str, dict[int, V]]:
            return {name: kept for name, column in columns.items() if (kept := cut(column))}

        taken = ((name, cut_each(doses)) for name, doses in self.taken.items())
        missed = ((name, _inside(days, first, last)) for name, days in self.missed.items())
        return Days(
            cut(self.told),
            cut_each(self.symptoms),
            {name: doses for name, doses in taken if doses},
            {name: days for name, days in missed if days},
            cut(self.lost),
            cut(self.checkins),
            cut_each(self.answers),
            _inside(self.some_taken, first, last),
        )

    def days_taken(self, name: str) -> set[int]:
        """Give the days a medicine was taken on, in whatever dose."""
        return set().union(*self.taken.get(name, {}).values())

    @property
    def first(self) -> date | None:
        """The first day, None where there is none."""
        return date.fromordinal(min(self.told)) if self.told else None

    @property
    def last(self) -> date | None:
        """The last day, None where there is none."""
        return date.fromordinal(max(self.told)) if self.told else None


def fold(entries: Iterable[Told]) -> Days:
    """Fold entries, in any order, into their days."""
    folded = Days()
    missed: dict[str, set[int]] = {}
    some_taken: set[int] = set()
    for day, entry in sorted(((e.day.toordinal(), e) for e in entries), key=lambda pair: pair[0]):
        folded.told[day] = folded.told.get(day, 0) + 1
        for symptom in entry.reading.symptoms:
            if not symptom.negated:
                _worst(folded.symptoms.setdefault(symptom.name, {}), {day: symptom.severity})
        for medicine in entry.reading.medications:
            if medicine.taken:
                times = folded.taken.setdefault(medicine.name, {}).setdefault(medicine.dose or "", {})
                times[day] = times.get(day, 0) + 1
            elif is_missed(medicine):
                missed.setdefault(medicine.name, set()).add(day)
        if entry.reading.impact:
            folded.lost[day] = (*folded.lost.get(day, ()), *entry.reading.impact)
        _answer(folded, day, entry)
        if says_medicines_taken(entry):
            some_taken.add(day)
    return Days(
        folded.told,
        folded.symptoms,
        folded.taken,
        {name: tuple(sorted(days)) for name, days in missed.items()},
        folded.lost,
        folded.checkins,
        folded.answers,
        tuple(sorted(some_taken)),
    )


def merge(*parts: Days) -> Days:
    """Put together days folded from different pieces of one journal, in their order."""
    if len(parts) == 1:
        return parts[0]
    merged = Days()
    for part in parts:
        _put(merged, part, merged.told.keys() & part.told.keys())
    missed: dict[str, set[int]] = {}
    for part in parts:
        for name, days in part.missed.items():
            missed.setdefault(name, set()).update(days)
    return Days(
        merged.told,
        merged.symptoms,
        merged.taken,
        {name: tuple(sorted(days)) for name, days in missed.items()},
        merged.lost,
        merged.checkins,
        merged.answers,
        tuple(sorted({day for part in parts for day in part.some_taken})),
    )


def count_symptoms(told: Days) -> tuple[journal.SymptomCount, ...]:
    """Count the days with each symptom and its stated severities, most days first."""
    counts = [
        journal.SymptomCount(name, len(rated), *worst_and_middle(rated.values()))
        for name, rated in told.symptoms.items()
    ]
    return tuple(sorted(counts, key=lambda c: (-c.days, -(c.worst or 0), c.name)))


def lost_days(told: Days) -> Mapping[str, int]:
    """Count, for each symptom, the days with it on which something could not be done; why is not said."""
    lost = told.lost.keys()
    return Counter({name: len(lost & rated.keys()) for name, rated in told.symptoms.items()})


def worst_of_all(columns: Iterable[Mapping[int, int | None]]) -> dict[int, int | None]:
    """Give the days of several symptoms together, each with the worst of its numbers."""
    together: dict[int, int | None] = {}
    for rated in columns:
        _worst(together, rated)
    return together


def middle(values: Iterable[int | None]) -> int | None:
    """Give the median of what was stated (the lower of two middles), None where nothing was."""
    stated = sorted([value for value in values if value is not None])
    return stated[(len(stated) - 1) // 2] if stated else None


def worst_and_middle(values: Iterable[int | None]) -> tuple[int | None, int | None]:
    """Give the highest and the `middle` of what was stated, None where nothing was.

    Numbers of a scale are few, however many days there are: they are counted, not sorted.
    """
    often = Counter(values)
    stated = sorted(number for number in often if number is not None)
    half, reached = (sum(often[number] for number in stated) - 1) // 2, 0
    for number in stated:
        reached += often[number]
        if reached > half:
            return stated[-1], number
    return None, None


def _inside(days: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    return tuple(day for day in days if first <= day <= last)


def _answer(folded: Days, day: int, entry: Told) -> None:
    if entry.checkin is None:
        return
    folded.checkins[day] = folded.checkins.get(day, 0) + 1
    for name in MEASURES:
        answer = measure(entry, name)
        if answer is not None:
            column = folded.answers.setdefault(name, {})
            column[day] = (*column.get(day, ()), answer)


def _put(merged: Days, part: Days, both: set[int]) -> None:
    """Put a part's columns to those before it; ``both``: the days that both tell of, mostly none or one."""
    _lay(merged.told, part.told, both, add)
    _lay(merged.checkins, part.checkins, both, add)
    _lay(merged.lost, part.lost, both, add)
    for name, answers in part.answers.items():
        _lay(merged.answers.setdefault(name, {}), answers, both, add)
    for name, rated in part.symptoms.items():
        _lay(merged.symptoms.setdefault(name, {}), rated, both, _worse)
    for name, doses in part.taken.items():
        for dose, times in doses.items():
            _lay(merged.taken.setdefault(name, {}).setdefault(dose, {}), times, both, add)


def _lay(column: dict[int, V], other: Mapping[int, V], both: set[int], join: Callable[[V, V], V]) -> None:
    shared = {day: join(column[day], other[day]) for day in both if day in column and day in other}
    column.update(other)
    column.update(shared)


def _worse(known: int | None, number: int | None) -> int | None:
    return known if number is None or (known is not None and known >= number) else number


def _worst(column: dict[int, int | None], other: Mapping[int, int | None]) -> None:
    for day, number in other.items():
        column[day] = _worse(column[day], number) if day in column else number
