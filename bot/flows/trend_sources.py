"""Gathers from the store what a trend is drawn from; the words in the chat and the picture show the same."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import marks, told, trends, visits, zones
from bot.domain.days import Days
from bot.domain.patients import Patient
from bot.flows import look_back, mark_sources, trend_codes
from bot.storage.store import Store

_DAY = timedelta(days=1)
_DAYS = {"w2": 14, "d30": 30, "m3": 91, "y1": 365}


def gather(
    unit: Store, patient: Patient, now: datetime, spec: trend_codes.Spec, *, keep: bool = False
) -> trends.Trend:
    """Build the trend as of ``now`` (UTC); ``keep``: where the turn may write what makes the next look quick."""
    zone = ZoneInfo(patient.zone)
    today = zones.to_local(now, zone).date()
    first, last = days_of(unit, now, today, spec)
    found = look_back.by_day(unit, zone, first, last, keep=keep)
    logged = found.within((first or date.min).toordinal(), last.toordinal())
    subjects = trend_codes.Spec(whole_names(spec, logged)).subjects
    return trends.build(subjects, logged, _marks(unit, patient, logged, (first, last), now), first, last)


def _marks(
    unit: Store, patient: Patient, logged: Days, span: tuple[date | None, date], now: datetime
) -> tuple[marks.Mark, ...]:
    """Mark what happened; a medicine counts as new beside the same length of time before, as on the page."""
    zone = ZoneInfo(patient.zone)
    first, last = span
    begin, end = look_back.window(unit, zone, first, last)
    before = Days()
    if first:
        earlier = max(first - (last - first) - _DAY, date.min + look_back.LONG)
        told = look_back.by_day(unit, zone, earlier, first - _DAY)
        before = told.within(earlier.toordinal(), first.toordinal() - 1)
    return mark_sources.gather(unit, patient, (begin, min(end, now)), before, logged)


def days_of(unit: Store, now: datetime, today: date, spec: trend_codes.Spec) -> tuple[date | None, date]:
    """Give the first and the last day of the period; None for the day of the first entry."""
    if spec.period == "visit":
        visit = unit.visits.last_before(now - visits.RUNNING_LATE)
        return (visit.local.date() if visit else today - timedelta(days=_DAYS["d30"] - 1)), today
    if spec.period in _DAYS:
        return today - timedelta(days=_DAYS[spec.period] - 1), today
    last = min(spec.last or today, today)
    return (min(spec.first, last) if spec.first else None), last


def frequent(logged: Days, limit: int | None = None) -> tuple[str, ...]:
    """Name the symptoms that are there on the most days, most frequent first."""
    ranked = sorted((-len(there), name) for name, there in logged.symptoms.items())
    return tuple(name for _, name in ranked[:limit])


def whole_names(spec: trend_codes.Spec, logged: Days) -> tuple[str, ...]:
    """Put names that were cut to fit a button in their place again."""
    if all(len(name.encode()) < _SHORTEST_CUT for name in spec.names):
        return tuple(dict.fromkeys(spec.names))
    known = frequent(logged)
    return tuple(dict.fromkeys(_whole(name, known) for name in spec.names))


def _whole(name: str, known: tuple[str, ...]) -> str:
    if name.startswith(trend_codes.MEASURE) or name in known or len(name.encode()) < _SHORTEST_CUT:
        return name
    return next((each for each in known if each.startswith(name)), name)


_SHORTEST_CUT = (trend_codes.NAMES_BYTES - 2) // 3 - 3
"""A name of fewer bytes was never cut."""


def measures(logged: Days) -> tuple[str, ...]:
    """Name the answers of check-ins that were ever given."""
    return tuple(name for name in told.MEASURES if logged.answers.get(name))
