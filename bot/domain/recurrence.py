"""When something that repeats happens next: wall time plus zone, computed here and nowhere else.

A rule lives on the wall clock ("every weekday at 9"), so each day's wall time is turned into an instant by
`bot.domain.zones`: in the gap it fires at the first valid minute, in the fold once, and no day is skipped.
(A scheduler's cron rule fires twice in the fold and never in the gap.) "Every 6 hours" is the exception: a
dose interval is elapsed time.
"""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain import readings, zones

DEFAULT_TIME = time(9, 0)
"""The hour of a rule that names none and has no anchor to take it from."""

_DAY = timedelta(days=1)
_MAX_PERIODS = 1000
"""Days, weeks, months or years looked through before a rule counts as one that never happens ("6MO")."""
_ELAPSED = {"MINUTELY": timedelta(minutes=1), "HOURLY": timedelta(hours=1)}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def next_after(
    recurrence: readings.Recurrence, zone: ZoneInfo, after: datetime, anchor: datetime | None = None
) -> datetime | None:
    """Give the first occurrence (aware, UTC) later than ``after`` (aware) and not before ``anchor`` (aware).

    - The interval is counted from the anchor: in days, weeks (from Monday), months or years on the
      calendar; hours and minutes as elapsed time. Without an anchor it cannot be counted, so the first
      fitting day is given, which the caller keeps as the anchor.
    - What the rule leaves open (hour, weekday, day of the month) is taken from the anchor, else from
      ``after``; the hour without an anchor is `DEFAULT_TIME`.
    - A day of the month that a month does not have is its last day (31 in April is the 30th); -1 is the
      last day. A fifth Monday that a month does not have is passed over. A yearly rule stays in its
      anchor's month.

    Returns None where the rule never happens (before the calendar ends). Raises ValueError for a rule that
    is none.
    """
    _check(recurrence)
    try:
        if recurrence.freq in _ELAPSED:
            return _next_elapsed(recurrence, zone, after, anchor)
        return _next_on_calendar(recurrence, zone, after, anchor)
    except OverflowError:
        return None


def _check(recurrence: readings.Recurrence) -> None:
    if recurrence.freq not in {*_ELAPSED, *_PERIODS}:
        raise ValueError(f"unknown frequency {recurrence.freq!r}")
    if recurrence.interval < 1:
        raise ValueError(f"an interval is at least 1, not {recurrence.interval}")


def _next_on_calendar(
    recurrence: readings.Recurrence, zone: ZoneInfo, after: datetime, anchor: datetime | None
) -> datetime | None:
    origin = zones.to_local(anchor or after, zone)
    times = _times(recurrence, origin.time() if anchor else DEFAULT_TIME)
    earliest = max(after, anchor - timedelta(microseconds=1)) if anchor else after
    # A time in a gap that swallows midnight fires on the next date, so yesterday's is looked at too.
    start = zones.to_local(earliest, zone).date() - _DAY
    for day in _days(recurrence, origin.date(), start, counted=anchor is not None):
        for wall in times:
            instant = zones.to_utc(datetime.combine(day, wall), zone)
            if instant > earliest:
                return instant
    return None


def _times(recurrence: readings.Recurrence, otherwise: time) -> list[time]:
    return sorted({time.fromisoformat(each) for each in recurrence.times}) or [otherwise]


def _days(recurrence: readings.Recurrence, origin: date, start: date, *, counted: bool) -> Iterator[date]:
    """Yield the rule's days from ``start`` on, in order, through at most `_MAX_PERIODS` periods."""
    period = _PERIODS[recurrence.freq]
    interval = recurrence.interval if counted else 1
    skipped = (period.index(start) - period.index(origin)) % interval
    first = period.index(start) - skipped
    for index in islice(range(first, first + interval * _MAX_PERIODS, interval), _MAX_PERIODS):
        for day in period.days(index, recurrence, origin):
            if day >= start:
                yield day


class _Daily:
    @staticmethod
    def index(day: date) -> int:
        return day.toordinal()

    @staticmethod
    def days(index: int, recurrence: readings.Recurrence, _origin: date) -> list[date]:
        day = _from_ordinal(index)
        named = not recurrence.byday or _WEEKDAYS[day.weekday()] in recurrence.byday
        numbered = not recurrence.bymonthday or day.day in _month_days(day, recurrence.bymonthday)
        return [day] if named and numbered else []


class _Weekly:
    @staticmethod
    def index(day: date) -> int:
        return (day.toordinal() - 1) // 7  # ordinal 1 was a Monday

    @staticmethod
    def days(index: int, recurrence: readings.Recurrence, origin: date) -> list[date]:
        wanted = {_WEEKDAYS.index(name) for name in recurrence.byday} or {origin.weekday()}
        monday = index * 7 + 1
        return [_from_ordinal(monday + weekday) for weekday in sorted(wanted)]


class _Monthly:
    @staticmethod
    def index(day: date) -> int:
        return day.year * 12 + day.month - 1

    @staticmethod
    def days(index: int, recurrence: readings.Recurrence, origin: date) -> list[date]:
        first = _first_of_month(index)
        named = {day for name in recurrence.byday for day in _named_days(first, name)}
        if recurrence.byday and not recurrence.bymonthday:
            return sorted(named)
        numbers = _month_days(first, recurrence.bymonthday or (origin.day,))
        numbered = {first.replace(day=number) for number in numbers}
        return sorted(numbered & named if recurrence.byday else numbered)


class _Yearly:
    @staticmethod
    def index(day: date) -> int:
        return day.year

    @staticmethod
    def days(index: int, recurrence: readings.Recurrence, origin: date) -> list[date]:
        return _Monthly.days(index * 12 + origin.month - 1, recurrence, origin)


_PERIODS: dict[str, type[_Daily | _Weekly | _Monthly | _Yearly]] = {
    "DAILY": _Daily,
    "WEEKLY": _Weekly,
    "MONTHLY": _Monthly,
    "YEARLY": _Yearly,
}


def _from_ordinal(ordinal: int) -> date:
    if not 1 <= ordinal <= date.max.toordinal():
        raise OverflowError("the calendar ends here")
    return date.fromordinal(ordinal)


def _first_of_month(index: int) -> date:
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("the calendar ends here")
    return date(year, month + 1, 1)


def _month_days(day: date, numbers: tuple[int, ...]) -> set[int]:
    """Turn numbers into days that the month of ``day`` has: 31 is at most the last, -1 is the last."""
    last = calendar.monthrange(day.year, day.month)[1]
    return {min(number, last) if number > 0 else max(last + 1 + number, 1) for number in numbers}


def _named_days(first: date, name: str) -> list[date]:
    """List the days of the month that "MO" (all of them), "2MO" or "-1MO" names."""
    weekday = _WEEKDAYS.index(name[-2:])
    last = calendar.monthrange(first.year, first.month)[1]
    all_of_them = [
        first.replace(day=number) for number in range(1 + (weekday - first.weekday()) % 7, last + 1, 7)
    ]
    if name == name[-2:]:
        return all_of_them
    position = int(name[:-2])
    index = position - 1 if position > 0 else len(all_of_them) + position
    return [all_of_them[index]] if 0 <= index < len(all_of_them) else []


def _next_elapsed(
    recurrence: readings.Recurrence, zone: ZoneInfo, after: datetime, anchor: datetime | None
) -> datetime | None:
    """Step in elapsed time from the anchor or the day's first named time, passing over other weekdays."""
    step = _ELAPSED[recurrence.freq] * recurrence.interval
    if anchor is None and recurrence.times:
        first_wall = _times(recurrence, DEFAULT_TIME)[0]
        anchor = zones.to_utc(datetime.combine(zones.to_local(after, zone).date(), first_wall), zone)
    origin = (anchor or after).astimezone(UTC)
    instant = origin if anchor and origin > after else origin + step * ((after - origin) // step + 1)
    allowed = {_WEEKDAYS.index(name) for name in recurrence.byday} or set(range(7))
    steps_in_eight_days = 8 * _DAY // step + 1
    for _ in range(steps_in_eight_days * (1 if step < _DAY else 7)):
        if zones.to_local(instant, zone).weekday() in allowed:
            return instant
        instant += step
    return None
