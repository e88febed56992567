"""Visits as a calendar file (.ics, RFC 5545) for the calendar on the patient's phone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.domain import visits

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Sameside//Visits//EN"


def visits_to_ics(planned: Iterable[visits.Visit], now: datetime, *, title: str, title_with: str) -> bytes:
    """Write visits as one calendar file.

    Times are UTC, so that no phone needs our zone; a visit whose hour was not told is a whole day. A cancelled visit
    says so under the same id, which takes it off a calendar that knows it.

    Args:
        planned: the visits, in any order.
        now: when the file is made (UTC).
        title: what a visit with nobody named is called.
        title_with: the same with ``{whom}`` in it.

    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for visit in sorted(planned, key=lambda v: v.at):
        calendar.add_component(_event(visit, now, title, title_with))
    return bytes(calendar.to_ical())


def _event(visit: visits.Visit, now: datetime, title: str, title_with: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", visits.calendar_uid(visit))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", title_with.format(whom=visit.with_whom) if visit.with_whom else title)
    start: date | datetime = visit.at.astimezone(UTC)
    length = timedelta(minutes=visit.minutes)
    if not visit.hour_known:
        start, length = visit.at.astimezone(ZoneInfo(visit.zone)).date(), timedelta(days=1)
    event.add("dtstart", start)
    event.add("dtend", start + length)
    if visit.where:
        event.add("location", visit.where)
    if visit.why:
        event.add("description", visit.why)
    event.add("status", "CANCELLED" if visit.state == "cancelled" else "CONFIRMED")
    return event
