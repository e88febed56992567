"""What goes into the summary: chosen from what is stored, counted, and never explained.

A hurried doctor wants to know why the patient is here and what changed. Every number stands with the days it was
counted on; nothing here says why something happened.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import journal, questions, visits, zones

USUAL_DAYS = 30
"""Days looked at where there was no visit before."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is looked at: from ``start`` up to ``end``, beside the same span from ``before``; all UTC."""

    before: datetime
    start: datetime
    end: datetime
    since_visit: visits.Visit | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """How one symptom went, beside the same span before; zero days and no severities where it was not told then."""

    now: journal.SymptomCount
    before: journal.SymptomCount


@dataclass(frozen=True, slots=True)
class MedicineCount:
    """One medicine as logged: days taken, doses in order of use, and days said to be missed."""

    name: str
    days: int
    doses: tuple[str, ...] = ()
    missed_days: int = 0


@dataclass(frozen=True, slots=True)
class CheckinTypical:
    """The middle answers (0-4, lower of two middles) of ``count`` check-ins; None where never answered."""

    count: int
    energy: int | None
    sleep: int | None
    function: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a summary shows, in whatever form. ``observed`` and ``observed_before``: days with anything told."""

    period: Period
    first_day: date
    last_day: date
    observed: int
    observed_before: int
    next_visit: visits.Visit | None = None
    to_ask: tuple[questions.Question, ...] = ()
    waiting: int = 0
    """Questions parked for another time."""
    changes: tuple[Change, ...] = ()
    medicines: tuple[MedicineCount, ...] = ()
    checkins: CheckinTypical | None = None
    latest: tuple[journal.Entry, ...] = ()
    """The latest entries of the period, newest first."""


LATEST = 3


def period(last_visit: visits.Visit | None, now: datetime, zone: ZoneInfo) -> Period:
    """Choose what is looked at: since the last visit, or the last 30 days with today as the last of them."""
    if last_visit is not None and last_visit.at < now:
        return Period(last_visit.at - (now - last_visit.at), last_visit.at, now, last_visit)
    today = zones.to_local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    start, before = (today - timedelta(days=n) for n in (USUAL_DAYS - 1, 2 * USUAL_DAYS - 1))
    return Period(zones.to_utc(before, zone), zones.to_utc(start, zone), now)


def build(
    entries: Iterable[journal.Entry],
    asked: Iterable[questions.Question],
    ahead: Sequence[visits.Visit],
    covered: Period,
    zone: ZoneInfo,
) -> Summary:
    """Choose and count.

    Args:
        entries: the journal from ``covered.before`` on, in any order.
        asked: all open questions.
        ahead: visits at hand, soonest first; the first is the one prepared for.
        covered: what is looked at.
        zone: where the patient is, for the days the period is named by.

    """
    told = sorted(entries, key=lambda e: e.at)
    now = [e for e in told if e.at >= covered.start]
    before = [e for e in told if covered.before <= e.at < covered.start]
    next_visit = ahead[0] if ahead else None
    mine = questions.for_visit(asked, next_visit.id if next_visit else None, [v.id for v in ahead])
    return Summary(
        period=covered,
        first_day=zones.to_local(covered.start, zone).date(),
        last_day=zones.to_local(covered.end, zone).date(),
        observed=journal.observed_days(now),
        observed_before=journal.observed_days(before),
        next_visit=next_visit,
        to_ask=questions.chosen(mine),
        waiting=len(questions.parked(mine)),
        changes=_changes(now, before),
        medicines=count_medicines(now),
        checkins=_typical(now),
        latest=tuple(reversed(now[-LATEST:])),
    )


def count_medicines(entries: Iterable[journal.Entry]) -> tuple[MedicineCount, ...]:
    """Count the days on which each medicine was taken or said to be missed, most days taken first."""
    taken: dict[str, set[date]] = {}
    missed: dict[str, set[date]] = {}
    doses: dict[str, Counter[str]] = {}
    for entry in entries:
        for medicine in entry.reading.medications:
            if medicine.taken is None:
                continue
            (taken if medicine.taken else missed).setdefault(medicine.name, set()).add(entry.day)
            if medicine.taken and medicine.dose:
                doses.setdefault(medicine.name, Counter())[medicine.dose] += 1
    counts = [
        MedicineCount(
            name,
            len(taken.get(name, ())),
            tuple(dose for dose, _ in doses.get(name, Counter()).most_common()),
            len(missed.get(name, ())),
        )
        for name in taken.keys() | missed.keys()
    ]
    return tuple(sorted(counts, key=lambda m: (-m.days, -m.missed_days, m.name)))


def _changes(now: list[journal.Entry], before: list[journal.Entry]) -> tuple[Change, ...]:
    earlier = {count.name: count for count in journal.count_symptoms(before)}
    current = journal.count_symptoms(now)
    seen = {count.name for count in current}
    kept = [Change(count, earlier.get(count.name, _none(count.name))) for count in current]
    gone = [Change(_none(name), count) for name, count in earlier.items() if name not in seen]
    return (*kept, *gone)


def _none(name: str) -> journal.SymptomCount:
    return journal.SymptomCount(name, 0, None, None)


def _typical(entries: list[journal.Entry]) -> CheckinTypical | None:
    answered = [entry.checkin for entry in entries if entry.checkin]
    if not answered:
        return None
    return CheckinTypical(
        len(answered),
        _middle(c.energy for c in answered),
        _middle(c.sleep for c in answered),
        _middle(c.function for c in answered),
    )


def _middle(values: Iterable[int | None]) -> int | None:
    stated = sorted(value for value in values if value is not None)
    return stated[(len(stated) - 1) // 2] if stated else None
