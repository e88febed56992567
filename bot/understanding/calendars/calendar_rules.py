"""When an event that repeats (RFC 5545, RRULE) happens next, for the rules people's calendars make.

Only rules that mean the same here as there are followed: every so many days, weeks, months or years, by weekday or day
of the month. For any other the first date stands, and the caller says that it repeats.
"""

import re
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain import readings, recurrence, zones

MOST_DATES = 6
"""Dates given of one event that repeats."""
MOST_COUNTED = 100
"""Dates walked through where a rule ends after a number of them."""
AHEAD = timedelta(days=366)
LAST_SAFE_DAY = 28
"""A day that every month has: RFC 5545 passes over months without the 31st, the rules here do not."""
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"}
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_WEEKDAY = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)")
_NTH = re.compile(r"(?:-1|[1-4])?(?:MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


def dates(
    rule: str, start: datetime, zone: ZoneInfo, now: datetime, without: Collection[datetime] = ()
) -> tuple[datetime, ...] | None:
    """Give the next dates (UTC) of an event that began at ``start`` (UTC); None where the rule is none of ours.

    ``without``: moments (UTC) that were taken out of the series. What is more than a year ahead is left out.
    """
    parts = dict(part.partition("=")[::2] for part in rule.upper().strip().strip(";").split(";"))
    read = _recurrence(parts, zones.to_local(start, zone).date())
    until = _until(parts.get("UNTIL", ""), zone)
    count = parts.get("COUNT", "")
    if read is None or until is None or (count and not _NUMBER.fullmatch(count)):
        return None
    if count and int(count) > MOST_COUNTED:
        return None
    latest = min(until, now + AHEAD)
    after = start - timedelta(seconds=1) if count else max(start - timedelta(seconds=1), now)
    walked = islice(_walk(read, zone, after, start, latest), int(count) if count else MOST_COUNTED)
    ahead = (each for each in walked if each > now and each not in without)
    return tuple(islice(ahead, MOST_DATES))


def _walk(
    read: readings.Recurrence, zone: ZoneInfo, after: datetime, start: datetime, latest: datetime
) -> Iterator[datetime]:
    following = recurrence.next_after(read, zone, after, start)
    while following is not None and following <= latest:
        yield following
        following = recurrence.next_after(read, zone, following, start)


def _recurrence(parts: dict[str, str], first: date) -> readings.Recurrence | None:
    freq, interval = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
    byday = tuple(day for day in parts.get("BYDAY", "").split(",") if day)
    monthdays = tuple(day for day in parts.get("BYMONTHDAY", "").split(",") if day)
    if (
        set(parts) - _KNOWN
        or freq not in _FREQUENCIES
        or not _NUMBER.fullmatch(interval)
        or int(interval) < 1
    ):
        return None
    if not (_follows_weekdays(freq, byday, monthdays) and _follows_days(freq, byday, monthdays, first)):
        return None
    if int(interval) > 1 and len(byday) > 1 and parts.get("WKST", "MO") != "MO":
        return None
    return readings.Recurrence(freq, int(interval), byday, tuple(int(day) for day in monthdays))


def _follows_weekdays(freq: str, byday: tuple[str, ...], monthdays: tuple[str, ...]) -> bool:
    weekday = _NTH if freq == "MONTHLY" else _WEEKDAY
    return not byday or (freq != "YEARLY" and not monthdays and all(weekday.fullmatch(day) for day in byday))


def _follows_days(freq: str, byday: tuple[str, ...], monthdays: tuple[str, ...], first: date) -> bool:
    if monthdays:
        safe = (_NUMBER.fullmatch(day) and 1 <= int(day) <= LAST_SAFE_DAY for day in monthdays)
        return freq == "MONTHLY" and all(safe)
    return bool(byday) or freq in {"DAILY", "WEEKLY"} or first.day <= LAST_SAFE_DAY


def _until(words: str, zone: ZoneInfo) -> datetime | None:
    """Read when a rule ends; never, where it does not say. None where it says it in no known way."""
    if not words:
        return datetime.max.replace(tzinfo=UTC)
    try:
        if len(words) == len("20260310"):
            day = datetime.strptime(words, "%Y%m%d") + timedelta(days=1)  # noqa: DTZ007  local, made UTC below
            return zones.to_utc(day, zone) - timedelta(seconds=1)
        if words.endswith("Z"):
            return datetime.strptime(words, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return zones.to_utc(datetime.strptime(words, "%Y%m%dT%H%M%S"), zone)  # noqa: DTZ007  local, made UTC here
    except (ValueError, OverflowError):
        return None
