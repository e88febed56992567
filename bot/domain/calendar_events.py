"""What a calendar file tells, and how it stands to the visits that are kept: new, the same, moved, called off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain import visits, zones

Standing = Literal["new", "same", "details", "changed", "cancelled", "gone", "past"]
"""``changed``: another time. ``details``: the same time, another place or length. ``cancelled``: called off, and kept
here as planned. ``gone``: called off, and not planned here."""
OFFERED: tuple[Standing, ...] = ("new", "details", "changed", "cancelled")
"""What one tap can still do something about."""


@dataclass(frozen=True, slots=True)
class Event:
    """One appointment of a calendar file. ``at`` is UTC; a whole day is its noon, as for a visit."""

    uid: str
    at: datetime
    zone: str
    title: str = ""
    where: str = ""
    note: str = ""
    minutes: int = 0
    """How long it takes; 0 where the file does not say."""
    hour_known: bool = True
    cancelled: bool = False
    zone_sure: bool = True
    """False where the file names a zone that nobody knows; the patient's own was taken."""
    repeats: bool = False
    floating: bool = False
    """True where the time is that of the wall clock, wherever that hangs."""

    @property
    def key(self) -> str:
        """Eight characters that name this event in its file, also when the file is read again next week."""
        named = f"{self.uid or self.title}|{self.at.isoformat()}"
        return blake2b(named.encode("utf-8", "replace"), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class Found:
    """What was read from one file, in its order. ``unread`` counts events that could not be read or were too many."""

    events: tuple[Event, ...] = ()
    unread: int = 0
    is_calendar: bool = True


def kept_as(event: Event, kept: Iterable[visits.Visit]) -> visits.Visit | None:
    """Find the visit that an event is: by its id, ours or another calendar's."""
    return next((v for v in kept if event.uid and event.uid in {v.uid, visits.calendar_uid(v)}), None)


def standing(event: Event, visit: visits.Visit | None, now: datetime) -> Standing:
    """Tell how an event stands to the visit it is kept as, if any."""
    planned = visit is not None and visit.state == "planned"
    if event.cancelled:
        return "cancelled" if planned else "gone"
    if visit is not None and visit.state != "cancelled" and _is_same(event, visit):
        return "same"
    if _is_over(event, now):
        return "past"
    if not planned or visit is None:
        return "new"
    return "details" if _is_when(event, visit) else "changed"


def moved(visit: visits.Visit, event: Event) -> visits.Visit:
    """Give the visit as the file now has it; what only the patient told stays."""
    return replace(
        visit,
        at=event.at,
        zone=event.zone,
        hour_known=event.hour_known,
        minutes=event.minutes or visit.minutes,
        where=event.where or visit.where,
        state="planned",
        uid=event.uid,
    )


def _is_same(event: Event, visit: visits.Visit) -> bool:
    details = event.minutes in {0, visit.minutes} and event.where in {"", visit.where}
    return details and _is_when(event, visit)


def _is_when(event: Event, visit: visits.Visit) -> bool:
    return (visit.at, visit.hour_known) == (event.at, event.hour_known)


def _is_over(event: Event, now: datetime) -> bool:
    if event.hour_known:
        return event.at <= now - visits.RUNNING_LATE
    zone = ZoneInfo(event.zone)
    return zones.to_local(event.at, zone).date() < zones.to_local(now, zone).date()
