"""Visits: with whom, when, where, why, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain import zones

DEFAULT_MINUTES = 15
"""Median visit 15.7 minutes (PMC2254573)."""

RUNNING_LATE = timedelta(hours=3)
"""For so long after its hour a visit is still the one at hand: waiting rooms run late."""

INSTANT_ONLY = "Etc/UTC"
"""The zone of a visit that a calendar gave as an instant, while nobody knows where the patient is."""

DOMAIN = "sameside"
"""What follows the @ in the ids we give to calendars."""

HOUR_NOT_TOLD = time(12, 0)
"""Where only the day was told, the visit stands at noon, and the hour is never said."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One appointment. ``at`` is UTC; ``zone`` the IANA zone the time was told in."""

    id: str
    at: datetime
    zone: str
    with_whom: str = ""
    where: str = ""
    why: str = ""
    minutes: int = DEFAULT_MINUTES
    state: Literal["planned", "cancelled", "done"] = "planned"
    opening: str = ""
    """The patient's own opening sentence; empty where it is built from the log."""
    hour_known: bool = True
    """False where only the day was told: ``at`` is then noon of that day."""
    uid: str = ""
    """The id it has in the calendar it came from (RFC 5545, UID); empty where it was told here."""

    @property
    def local(self) -> datetime:
        """The wall-clock time (naive) in the zone it was told in, which is the clock at the clinic."""
        return zones.to_local(self.at, ZoneInfo(self.zone))


def calendar_uid(visit: Visit) -> str:
    """Give the id under which calendars know it: the one it came with, else ours."""
    return visit.uid or f"{visit.id}@{DOMAIN}"


def at_hand(planned: Iterable[Visit], now: datetime) -> tuple[Visit, ...]:
    """List the planned visits still ahead or hardly begun, soonest first."""
    open_ones = [v for v in planned if v.state == "planned" and v.at > now - RUNNING_LATE]
    return tuple(sorted(open_ones, key=lambda v: v.at))


def find_same(planned: Iterable[Visit], visit: Visit) -> Visit | None:
    """Find a visit planned for the same moment with the same person, by a longer or shorter name or by none."""
    whom = visit.with_whom.casefold()
    same_time = [v for v in planned if v.at == visit.at and v.id != visit.id and v.state == "planned"]
    named = [(v, v.with_whom.casefold()) for v in same_time]
    return next((v for v, other in named if other in whom or whom in other), None)
