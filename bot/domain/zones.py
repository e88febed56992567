"""Wall time and world time: a patient lives by the clock on the wall, the database by UTC.

Twice a year the two disagree. A wall time that does not exist (the gap in spring) is the first minute that
does; one that exists twice (the fold in autumn) is the first of the two. `zoneinfo` alone gives, in a gap,
an instant that reads as another hour on the wall, so the rule is made here once and used by everything that
fires at a wall time.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_YEAR_GOES_WITHOUT_SAYING = timedelta(days=300)
"""Beyond this distance "24 November" could be taken for another year's."""


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """Give the instant (aware, UTC) at which a wall clock in ``zone`` first shows ``local`` (naive).

    In a gap: the first whole minute after it. In a fold: the first of the two. Wall times at the very edge
    of the calendar (year 1 or 9999) raise OverflowError.
    """
    first = local.replace(tzinfo=zone, fold=0)
    instant = first.astimezone(UTC)
    if to_local(instant, zone) == local.replace(fold=0):
        return instant
    return _end_of_gap(local.replace(tzinfo=zone, fold=1).astimezone(UTC), instant, zone)


def to_local(utc: datetime, zone: ZoneInfo) -> datetime:
    """Give the naive wall time in ``zone`` at the aware instant ``utc``."""
    return utc.astimezone(zone).replace(tzinfo=None, fold=0)


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Find the first whole minute after the jump of the clocks that lies between two instants."""
    offset_before = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle <= before:
            break
        if middle.astimezone(zone).utcoffset() == offset_before:
            before = middle
        else:
            after = middle
    past_the_minute = timedelta(seconds=after.second, microseconds=after.microsecond)
    return after if not past_the_minute else after - past_the_minute + _MINUTE


def say(local: datetime, now_local: datetime, with_time: bool, clock24: bool) -> str:  # noqa: FBT001  switches
    """Say a wall time in English: "Tuesday 24 November, 2:15 pm".

    The year is added where the day lies in another year's reach (more than about 300 days away). Without
    ``with_time`` only the day is said; ``clock24`` says "14:15".
    """
    day = f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    if abs(local - now_local) > _YEAR_GOES_WITHOUT_SAYING:
        day = f"{day} {local.year}"
    return f"{day}, {say_clock(local, clock24=clock24)}" if with_time else day


def say_clock(local: datetime, *, clock24: bool) -> str:
    """Say the hour and minute: "2:15 pm", or "14:15"."""
    if clock24:
        return f"{local.hour:02}:{local.minute:02}"
    half = "am" if local.hour < 12 else "pm"
    return f"{local.hour % 12 or 12}:{local.minute:02} {half}"
