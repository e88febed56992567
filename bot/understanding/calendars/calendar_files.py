"""Calendar files that patients send (.ics, RFC 5545): clinics' invitations, exports of a phone, our own files.

Whatever the bytes are, reading ends quickly and never raises: what cannot be read is counted. Times without a zone are
the patient's own; an event of a whole day has no hour.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import visits, zones
from bot.domain.calendar_events import Event, Found
from bot.understanding.calendars import calendar_lines, calendar_rules, calendar_zones

MOST_BYTES = calendar_lines.MOST_BYTES
LONGEST_TEXT = 300
"""Characters kept of a title, a place or a note."""
LONGEST_UID = 255
MOST_REPEATING = 10
"""Events whose rules are followed; of more, only the first date is read."""
YEARS = range(1970, 2200)
SHORTEST, LONGEST = 5, 480
"""Minutes of a visit; what is shorter or longer is no length of one."""
NAME = re.compile(r"\.(?:ics|ical|icalendar|ifb)$", re.IGNORECASE)
MIME = ("text/calendar", "application/ics")
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what follows; joiners stay: they make emoji and scripts."""
_TAG = re.compile(r"<[^<>]{1,200}>")
_UNREADABLE = (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError)
"""What the library raises on lines that are none."""


def is_calendar(name: str, mime: str) -> bool:
    """Tell by its name or type whether a file says it is a calendar."""
    return bool(NAME.search(name.strip())) or mime.partition(";")[0].strip().casefold() in MIME


def read(content: bytes, zone: ZoneInfo, now: datetime) -> Found:
    """Read the events of a file.

    Args:
        content: the bytes as they came.
        zone: where the patient is, for times without a zone.
        now: UTC; an event that repeats is given by its next dates from here.

    """
    calendar = calendar_lines.take_apart(content)
    if calendar is None:
        return Found(is_calendar=False)
    reader = _Reader(calendar, zone, now)
    events = tuple(_latest_of_each(each for lines in calendar.events for each in reader.events(lines)))
    return Found(events, reader.unread + calendar.left_out)


@dataclass(slots=True)
class _Lines:
    """The properties of one event by name: (parameters, value), the first of each name, and every EXDATE."""

    values: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)
    exceptions: list[tuple[dict[str, str], str]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Give a text in one line, without tags, none of it too long."""
        value = _TAG.sub(" ", self.values.get(name, ({}, ""))[1])
        return _SPACE.sub(" ", _UNSEEN.sub(" ", value)).strip()[:LONGEST_TEXT].strip()


@dataclass(slots=True)
class _When:
    """A moment of the file: in UTC, with its zone; ``has_hour`` False for a whole day."""

    at: datetime
    zone: ZoneInfo
    has_hour: bool = True
    sure: bool = True
    floating: bool = False


class _Reader:
    """Reads the events of one file."""

    def __init__(self, calendar: calendar_lines.Calendar, zone: ZoneInfo, now: datetime) -> None:
        self._calendar, self._now = calendar, now
        self._named = calendar_zones.find(calendar.zone, calendar.places)
        self._zone = self._named or zone
        self._zones: dict[str, ZoneInfo | None] = {}
        self._repeating = 0
        self.unread = 0

    def events(self, lines: Iterable[str]) -> tuple[tuple[int, Event], ...]:
        """Read one event, with how often it was changed; none where it cannot be read."""
        try:
            return tuple(self._read(_properties(lines)))
        except _UNREADABLE:
            self.unread += 1
            return ()

    def _read(self, lines: _Lines) -> Iterator[tuple[int, Event]]:
        start = self._when(*lines.values["DTSTART"])
        uid = lines.text("UID")[:LONGEST_UID]
        one = Event(
            uid=uid,
            at=start.at,
            zone=start.zone.key,
            title=lines.text("SUMMARY"),
            where=lines.text("LOCATION"),
            note=lines.text("DESCRIPTION"),
            minutes=self._minutes(lines, start),
            hour_known=start.has_hour,
            cancelled=self._is_cancelled(lines),
            zone_sure=start.sure,
            floating=start.floating,
        )
        changes = _number(lines.values.get("SEQUENCE", ({}, ""))[1])
        if "RECURRENCE-ID" in lines.values:
            meant = self._when(*lines.values["RECURRENCE-ID"])
            yield changes, replace(one, uid=_dated(uid, meant.at), repeats=True)
        elif "RRULE" in lines.values:
            yield from ((changes, each) for each in self._repeated(one, start, lines))
        else:
            yield changes, one

    def _repeated(self, one: Event, start: _When, lines: _Lines) -> Iterator[Event]:
        self._repeating += 1
        found = None
        if self._repeating <= MOST_REPEATING and not one.cancelled:
            without = {self._when(parameters, each).at for parameters, each in _exceptions(lines)}
            rule = lines.values["RRULE"][1]
            found = calendar_rules.dates(rule, start.at, start.zone, self._now, without)
        if found is None:
            self.unread += one.at <= self._now
            yield replace(one, repeats=True)
            return
        yield from (replace(one, uid=_dated(one.uid, at), at=at, repeats=True) for at in found)

    def _when(self, parameters: dict[str, str], value: str) -> _When:
        """Read a date or a moment.

        Raises:
            ValueError: it is neither.

        """
        if len(value) == len("20260310"):
            day: date = _library().vDate.from_ical(value)
            return _When(self._noon(day), self._zone, has_hour=False, floating=not self._named)
        moment: datetime = _library().vDatetime.from_ical(value)
        if moment.year not in YEARS:
            raise ValueError("no year of a visit")
        if moment.tzinfo is not None:
            return _When(moment.astimezone(UTC), self._zone)
        named = parameters.get("TZID", "")
        zone = self._zone_of(named) if named else self._zone
        at = zones.to_utc(moment, zone or self._zone)
        return _When(at, zone or self._zone, sure=zone is not None, floating=not named and not self._named)

    def _zone_of(self, name: str) -> ZoneInfo | None:
        """Find a zone once; a file that names more of them than there are clinics is not believed."""
        if name not in self._zones and len(self._zones) < calendar_lines.MOST_ZONES:
            self._zones[name] = calendar_zones.find(name, self._calendar.places)
        return self._zones.get(name)

    def _noon(self, day: date) -> datetime:
        if day.year not in YEARS:
            raise ValueError("no year of a visit")
        return zones.to_utc(datetime.combine(day, visits.HOUR_NOT_TOLD), self._zone)

    def _minutes(self, lines: _Lines, start: _When) -> int:
        try:
            if "DTEND" in lines.values:
                length = self._when(*lines.values["DTEND"]).at - start.at
            else:
                length = _library().vDuration.from_ical(lines.values.get("DURATION", ({}, "PT0M"))[1])
        except _UNREADABLE:
            length = timedelta()
        minutes = length // timedelta(minutes=1)
        return minutes if start.has_hour and SHORTEST <= minutes <= LONGEST else 0

    def _is_cancelled(self, lines: _Lines) -> bool:
        return self._calendar.method == "CANCEL" or lines.text("STATUS").upper() == "CANCELLED"


def _properties(lines: Iterable[str]) -> _Lines:
    from icalendar import parser

    content_line: Any = parser.Contentline
    found = _Lines()
    for line in lines:
        try:
            name, parameters, value = content_line(line).parts()
        except _UNREADABLE:
            continue
        said = {str(key).upper(): str(each) for key, each in parameters.items()}
        if name.upper() == "EXDATE":
            found.exceptions.append((said, str(value)))
        else:
            found.values.setdefault(name.upper(), (said, str(value).strip()))
    return found


def _library() -> Any:
    """Give the library's readers of single values; they are not typed."""
    from icalendar import prop

    return prop


def _exceptions(lines: _Lines) -> Iterator[tuple[dict[str, str], str]]:
    for parameters, values in lines.exceptions:
        yield from ((parameters, each.strip()) for each in values.split(","))


def _latest_of_each(read_events: Iterable[tuple[int, Event]]) -> list[Event]:
    """Keep one event of each id: the one changed most often, of those the last. One without an id is always kept."""
    found: dict[str, tuple[int, Event]] = {}
    for number, (changes, event) in enumerate(read_events):
        key = event.uid or f"\n{number}"
        if key not in found or found[key][0] <= changes:
            found[key] = (changes, event)
    return [event for _, event in found.values()]


def _dated(uid: str, at: datetime) -> str:
    """Name one date of an event that repeats."""
    return f"{uid}/{at:%Y%m%dT%H%MZ}" if uid else ""


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 10 else 0
