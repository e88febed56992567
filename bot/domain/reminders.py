"""Reminder rules: when each kind is due, how late it is still of use, when to ask less often."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain import patients, readings, recurrence, visits, zones

ReminderKind = Literal["checkin", "visit_7d", "visit_2d", "visit_eve", "visit_2h", "visit_after", "own"]
VISIT_KINDS: tuple[ReminderKind, ...] = ("visit_7d", "visit_2d", "visit_eve", "visit_2h", "visit_after")

DAYTIME = time(10, 0)
"""Reminders that belong to a day, not to an hour, come mid-morning."""
EVENING = time(18, 0)
AFTER = timedelta(hours=3)
BEFORE = timedelta(hours=2)

STILL_OF_USE: dict[ReminderKind, timedelta] = {
    "checkin": timedelta(hours=4),
    "visit_7d": timedelta(days=3),
    "visit_2d": timedelta(days=1),
    "visit_eve": timedelta(hours=8),
    "visit_2h": timedelta(hours=2),
    "visit_after": timedelta(days=2),
    "own": timedelta(days=2),
}
"""How late a reminder is still sent; beyond that it gives way to what follows."""

PATIENCE = 3
"""Unanswered check-ins after which the bot asks less often."""
RARER = ((PATIENCE, 1), (2 * PATIENCE, 3))
RAREST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder as a row. ``due_at`` is the next instant (UTC); None where nothing more is due.

    ``subject``: the visit's id for a visit reminder. ``occurrence_at``: the instant the wall clock meant, which a
    snooze or quiet hours may move ``due_at`` away from; the database refuses a second occurrence of it.
    """

    id: str
    kind: ReminderKind
    due_at: datetime | None
    occurrence_at: datetime | None = None
    subject: str = ""
    text: str = ""
    recurrence: readings.Recurrence | None = None
    anchor: datetime | None = None
    unanswered: int = 0
    stopped: bool = False


def checkin_gap_days(unanswered: int) -> int:
    """Days until the next check-in: 1 at first, 3 after three unanswered, 7 after six."""
    return next((days for below, days in RARER if unanswered < below), RAREST_DAYS)


def next_checkin(patient: patients.Patient, after: datetime, unanswered: int = 0) -> datetime | None:
    """Compute the next check-in after ``after`` at the patient's wall-clock time; None where they want none."""
    if patient.checkin_at is None:
        return None
    wall = patient.checkin_at
    rule = readings.Recurrence("DAILY", times=(f"{wall:%H:%M}",))
    gap = timedelta(days=checkin_gap_days(unanswered) - 1)
    return recurrence.next_after(rule, ZoneInfo(patient.zone), after + gap)


def visit_ladder(
    visit: visits.Visit, zone_name: str, now: datetime
) -> Iterator[tuple[ReminderKind, datetime]]:
    """Yield the visit's reminders that still lie ahead of ``now``, as (kind, UTC instant).

    Days and evenings are the patient's own wall clock (``zone_name``); hours before and after are absolute.
    """
    zone = ZoneInfo(zone_name)
    day = zones.to_local(visit.at, zone).date()
    wall: dict[ReminderKind, datetime] = {
        "visit_7d": zones.to_utc(datetime.combine(day - timedelta(days=7), DAYTIME), zone),
        "visit_2d": zones.to_utc(datetime.combine(day - timedelta(days=2), DAYTIME), zone),
        "visit_eve": zones.to_utc(datetime.combine(day - timedelta(days=1), EVENING), zone),
        "visit_2h": visit.at - BEFORE,
        "visit_after": visit.at + AFTER,
    }
    yield from ((kind, at) for kind, at in wall.items() if at > now)


def is_still_of_use(kind: ReminderKind, meant: datetime, now: datetime) -> bool:
    """Tell whether a reminder meant for ``meant`` is worth sending at ``now``."""
    return now - meant <= STILL_OF_USE[kind]
