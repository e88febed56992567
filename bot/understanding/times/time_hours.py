"""Turns a day and a clock time into moments: which half of the day "at 3" means, and when to ask.

A bare hour of a visit is read by clinic hours: 9 to 11 in the morning, 12 to 6 in the afternoon. At 7 and 8
people are seen in the morning and rung in the evening, so both are offered, the morning first. An hour
without a day is the next such hour ahead, or the last one behind; where the clinic's reading is over for
today, its next day and tonight are offered.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.understanding.times.time_parts import Clock, Context

PART_HOURS = {
    "morning": 9,
    "breakfast": 8,
    "lunch": 12,
    "afternoon": 15,
    "end of day": 17,
    "evening": 18,
    "dinner": 18,
    "night": 21,
    "bedtime": 22,
}
"""Where only a part of the day is named: the hour a reminder for it comes, and near enough for an onset."""

_EVENING_PARTS = frozenset({"afternoon", "evening", "dinner", "night", "bedtime", "end of day"})
_MORNING_PARTS = frozenset({"morning", "breakfast"})
_FIRST_NIGHT_HOUR = 5
_CLINIC_OPENS = 7
_BOTH_COMMON = frozenset({7, 8})
_WAKING_HOUR = 6
_SMALL_HOURS = 8
_DAY = timedelta(days=1)

Moments = tuple[tuple[datetime, ...], bool]
"""The readings, most common first, and whether to ask."""


def on_days(days: Iterable[date], clock: Clock | None, part: str, context: Context) -> Moments:
    """Give the moments of a clock time or part of the day on each of ``days``; without either, their midnights."""
    moments: list[datetime] = []
    asks = False
    for day in days:
        if clock is None:
            moments.append(_at_part(day, part, context))
            continue
        options, unclear = _on(day, clock, part, context)
        moments += options
        asks = asks or unclear
    return tuple(dict.fromkeys(moments)), asks


def without_day(clock: Clock | None, part: str, context: Context) -> Moments:
    """Give the moments of a clock time named without a day."""
    if clock is None:
        return (
            _nearest([_at_part(context.today + n * _DAY, part, context) for n in (-1, 0, 1)], context),
        ), False
    if part or clock.half or context.waking:
        around = [_on(context.today + n * _DAY, clock, part, context)[0][0] for n in (-1, 0, 1)]
        return (_nearest(around, context),), False
    return _open_behind(clock, context) if context.looks_back else _open_ahead(clock, context)


def _at_part(day: date, part: str, context: Context) -> datetime:
    moment = datetime.combine(day, time(PART_HOURS.get(part, 0)))
    too_late = part and context.looks_back and day == context.today and moment > context.now
    return context.now.replace(second=0, microsecond=0) if too_late else moment


def _nearest(moments: list[datetime], context: Context) -> datetime:
    if context.looks_back:
        return max((each for each in moments if each <= context.now), default=moments[0])
    return min((each for each in moments if each > context.now), default=moments[-1])


def _on(day: date, clock: Clock, part: str, context: Context) -> Moments:
    """Give the readings of a clock time on one day."""
    if clock.half == "24":
        extra = 1 if clock.hour == 24 or (clock.hour == 0 and part == "night") else 0
        midnight_of = _DAY if extra and not _is_past_midnight(day, context) else timedelta(0)
        return (datetime.combine(day, time(clock.hour % 24, clock.minute)) + midnight_of,), False
    hour = clock.hour % 12
    if clock.half:
        overnight = clock.half == "am" and part == "night" and hour < _FIRST_NIGHT_HOUR
        return (
            _build(day, hour + 12 * (clock.half == "pm"), clock.minute) + (_DAY if overnight else 0 * _DAY),
        ), False
    if part:
        return (_in_part(day, hour, clock.minute, part),), False
    if context.waking and clock.hour <= _SMALL_HOURS:
        return (_build(day, hour, clock.minute),), False
    return _either_half(day, clock, context)


def _is_past_midnight(day: date, context: Context) -> bool:
    """Say whether midnight is the day's beginning, as in "since midnight" told on that day."""
    return context.looks_back and day >= context.today


def _build(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute))


def _in_part(day: date, hour: int, minute: int, part: str) -> datetime:
    if part == "night" and hour < _FIRST_NIGHT_HOUR:
        return _build(day, hour, minute) + _DAY
    if part == "lunch":
        return _build(day, hour if hour == 11 else hour + 12, minute)
    return _build(day, hour + (12 if part in _EVENING_PARTS else 0), minute)


def _either_half(day: date, clock: Clock, context: Context) -> Moments:
    usual, other = (_build(day, hour, clock.minute) for hour in _halves(clock))
    if day == context.today and context.kind != "either":
        fitting = [each for each in (usual, other) if (each <= context.now) == context.looks_back]
        if len(fitting) == 1:
            return (fitting[0],), False
    if clock.hour in _BOTH_COMMON:
        return (usual, other), True
    return (usual,), False


def _halves(clock: Clock) -> tuple[int, int]:
    """Give the hour by clinic hours and the one twelve hours away."""
    hour = clock.hour % 12
    return (hour, hour + 12) if hour >= _CLINIC_OPENS else (hour + 12, hour)


def _open_ahead(clock: Clock, context: Context) -> Moments:
    usual, other = (_build(context.today, hour, clock.minute) for hour in _halves(clock))
    ahead = usual if usual > context.now else usual + _DAY
    unclear = clock.hour in _BOTH_COMMON or (ahead != usual and other.hour >= _WAKING_HOUR)
    if unclear and other > context.now:
        return (ahead, other), True
    if clock.hour in _BOTH_COMMON:
        return (ahead, other + _DAY), True
    return (ahead,), False


def _open_behind(clock: Clock, context: Context) -> Moments:
    halves = [_build(context.today, hour, clock.minute) for hour in _halves(clock)]
    every = sorted((each - n * _DAY for each in halves for n in (0, 1)), reverse=True)
    last, before = [each for each in every if each <= context.now][:2]
    if before.date() == context.today and before.hour >= _WAKING_HOUR:
        return (last, before), True
    return (last,), False
