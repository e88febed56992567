"""Gathers from the store what a trend is drawn from; the words in the chat and the picture show the same."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import history, told, trends, visits, zones
from bot.domain.patients import Patient
from bot.domain.told import Told
from bot.flows import look_back, trend_codes
from bot.storage.store import Store
from bot.understanding import find_periods, times

_DAYS = {"w2": 14, "d30": 30, "m3": 91, "y1": 365}


def gather(
    unit: Store, patient: Patient, now: datetime, spec: trend_codes.Spec, *, keep: bool = False
) -> trends.Trend:
    """Build the trend as of ``now`` (UTC); ``keep``: where the turn may write what makes the next look quick."""
    zone = ZoneInfo(patient.zone)
    today = zones.to_local(now, zone).date()
    first, last = days_of(unit, now, today, spec)
    entries = look_back.by_day(unit, zone, first, last, keep=keep)
    names = whole_names(spec, entries)
    subjects = trend_codes.Spec(names).subjects
    return trends.build(subjects, entries, marks(unit, patient, now), first, last)


def days_of(unit: Store, now: datetime, today: date, spec: trend_codes.Spec) -> tuple[date | None, date]:
    """Give the first and the last day of the period; None for the day of the first entry."""
    if spec.period == "visit":
        visit = unit.visits.last_before(now - visits.RUNNING_LATE)
        return (visit.local.date() if visit else today - timedelta(days=_DAYS["d30"] - 1)), today
    if spec.period in _DAYS:
        return today - timedelta(days=_DAYS[spec.period] - 1), today
    last = min(spec.last or today, today)
    return (min(spec.first, last) if spec.first else None), last


def frequent(entries: Iterable[Told], limit: int) -> tuple[str, ...]:
    """Name the symptoms that are there on the most days, most frequent first."""
    days: Counter[str] = Counter()
    for name, _ in {(s.name, e.day) for e in entries for s in e.reading.symptoms if not s.negated}:
        days[name] += 1
    return tuple(name for name, _ in sorted(days.items(), key=lambda each: (-each[1], each[0]))[:limit])


def whole_names(spec: trend_codes.Spec, entries: list[Told]) -> tuple[str, ...]:
    """Put names that were cut to fit a button in their place again."""
    if all(len(name.encode()) < _SHORTEST_CUT for name in spec.names):
        return tuple(dict.fromkeys(spec.names))
    known = frequent(entries, len(entries))
    return tuple(dict.fromkeys(_whole(name, known) for name in spec.names))


def _whole(name: str, known: tuple[str, ...]) -> str:
    if name.startswith(trend_codes.MEASURE) or name in known or len(name.encode()) < _SHORTEST_CUT:
        return name
    return next((each for each in known if each.startswith(name)), name)


_SHORTEST_CUT = (trend_codes.NAMES_BYTES - 2) // 3 - 3
"""A name of fewer bytes was never cut."""


def marks(unit: Store, patient: Patient, now: datetime) -> list[trends.Mark]:
    """List the visits that were, and when medicines began and ended as far as a day is known."""
    found = [
        trends.Mark(visit.local.date(), "visit", visit.with_whom)
        for visit in unit.visits.all()
        if visit.state != "cancelled" and visit.at <= now
    ]
    for item in history.of_section(unit.history.all(), "medicine", "now", "stopped"):
        found += _medicine(item, patient)
    return found


def _medicine(item: history.Item, patient: Patient) -> Iterable[trends.Mark]:
    """Mark a medicine's start and end where the words say a day or a month; a year alone is no place in a picture."""
    ends: tuple[tuple[trends.MarkKind, str, datetime], ...] = (
        ("start", item.since, item.added_at),
        ("stop", item.until if item.state == "stopped" else "", item.changed_at or item.added_at),
    )
    for kind, words, told_at in ends:
        here = zones.to_local(told_at, ZoneInfo(patient.zone))
        reading = times.read(words, here, "past", patient.locale) if words else None
        if reading and reading.value and not find_periods.is_year(words):
            yield trends.Mark(reading.value.date(), kind, item.name, roughly=find_periods.is_month(words))


def measures(entries: Iterable[Told]) -> tuple[str, ...]:
    """Name the answers of check-ins that were ever given."""
    every = [entry for entry in entries if entry.checkin]
    return tuple(name for name in told.MEASURES if any(told.measure(e, name) is not None for e in every))
