"""The journal folded into days: what every count, trend and look back is made from.

A day is a day on the calendar of the place the patient was in. Folding loses the words and the hours and nothing that
is counted, so that ten years are a few thousand small values; days of two pieces of a journal merge into one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from bot.domain import journal


@dataclass(frozen=True, slots=True)
class Day:
    """What was told of one day; a day on which nothing was told is not there at all."""

    day: date
    entries: int = 1
    symptoms: Mapping[str, int | None] = field(default_factory=dict)
    """Each symptom that was there, with its worst stated severity (0-10)."""
    denied: frozenset[str] = frozenset()
    """Symptoms said not to be there ("no fever"); one may have come later the same day."""
    taken: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Each medicine taken: how often in each dose as told ("" where none was)."""
    missed: frozenset[str] = frozenset()
    """Medicines said to be missed, run out of or stopped."""
    lost: tuple[str, ...] = ()
    """What could not be done, in the patient's words."""
    checkins: tuple[journal.Checkin, ...] = ()


def fold(entries: Iterable[journal.Entry]) -> tuple[Day, ...]:
    """Fold entries, in any order, into their days, oldest first."""
    told = sorted(((entry.day, entry) for entry in entries), key=lambda pair: (pair[0], pair[1].at))
    return tuple(_folded(day, [e for _, e in pairs]) for day, pairs in groupby(told, key=lambda p: p[0]))


def merge(*parts: Iterable[Day]) -> tuple[Day, ...]:
    """Put together days folded from different pieces of one journal, oldest first."""
    every = sorted((day for part in parts for day in part), key=lambda d: d.day)
    return tuple(_merged(list(same)) for _, same in groupby(every, key=lambda d: d.day))


def count_symptoms(days: Iterable[Day]) -> tuple[journal.SymptomCount, ...]:
    """Count the days with each symptom and its stated severities, most days first."""
    severities: dict[str, list[int | None]] = {}
    for day in days:
        for name, worst in day.symptoms.items():
            severities.setdefault(name, []).append(worst)
    counts = [_count(name, told) for name, told in severities.items()]
    return tuple(sorted(counts, key=lambda c: (-c.days, -(c.worst or 0), c.name)))


def lost_days(days: Iterable[Day]) -> Counter[str]:
    """Count, for each symptom, the days with it on which something could not be done; why is not said."""
    return Counter(name for day in days if day.lost for name in day.symptoms)


def middle(values: Iterable[int | None]) -> int | None:
    """Give the median of what was stated (the lower of two middles), None where nothing was."""
    stated = sorted(value for value in values if value is not None)
    return stated[(len(stated) - 1) // 2] if stated else None


def worst_of(values: Iterable[int | None]) -> int | None:
    """Give the highest of what was stated, None where nothing was."""
    return max((value for value in values if value is not None), default=None)


def _count(name: str, told: list[int | None]) -> journal.SymptomCount:
    return journal.SymptomCount(name, len(told), worst_of(told), middle(told))


def _folded(day: date, entries: list[journal.Entry]) -> Day:
    symptoms: dict[str, int | None] = {}
    denied: set[str] = set()
    taken: dict[str, Counter[str]] = {}
    missed: set[str] = set()
    for reading in (entry.reading for entry in entries):
        for symptom in reading.symptoms:
            if symptom.negated:
                denied.add(symptom.name)
            else:
                symptoms[symptom.name] = worst_of((symptoms.get(symptom.name), symptom.severity))
        for medicine in reading.medications:
            if medicine.taken:
                taken.setdefault(medicine.name, Counter())[medicine.dose or ""] += 1
            elif medicine.taken is not None:
                missed.add(medicine.name)
    return Day(
        day,
        len(entries),
        symptoms,
        frozenset(denied),
        {name: dict(doses) for name, doses in taken.items()},
        frozenset(missed),
        tuple(words for entry in entries for words in entry.reading.impact),
        tuple(entry.checkin for entry in entries if entry.checkin),
    )


def _merged(parts: list[Day]) -> Day:
    if len(parts) == 1:
        return parts[0]
    symptoms: dict[str, int | None] = {}
    taken: dict[str, Counter[str]] = {}
    for part in parts:
        for name, worst in part.symptoms.items():
            symptoms[name] = worst_of((symptoms.get(name), worst))
        for name, doses in part.taken.items():
            taken.setdefault(name, Counter()).update(doses)
    return Day(
        parts[0].day,
        sum(part.entries for part in parts),
        symptoms,
        frozenset[str]().union(*(part.denied for part in parts)),
        {name: dict(doses) for name, doses in taken.items()},
        frozenset[str]().union(*(part.missed for part in parts)),
        tuple(words for part in parts for words in part.lost),
        tuple(checkin for part in parts for checkin in part.checkins),
    )
