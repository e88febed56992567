"""What a reminder is, how late each kind is still of use, and when the bot asks less often.

When each kind is due is in `bot.domain.reminder_times`; what becomes of one that is due now in
`bot.domain.reminder_rules`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.domain import readings

ReminderKind = Literal[
    "checkin", "visit_7d", "visit_2d", "visit_eve", "visit_2h", "visit_after", "own", "case"
]
VISIT_KINDS: tuple[ReminderKind, ...] = ("visit_7d", "visit_2d", "visit_eve", "visit_2h", "visit_after")

STILL_OF_USE: dict[ReminderKind, timedelta] = {
    "checkin": timedelta(hours=4),
    "visit_7d": timedelta(days=3),
    "visit_2d": timedelta(days=1),
    "visit_eve": timedelta(hours=8),
    "visit_2h": timedelta(hours=2),
    "visit_after": timedelta(days=2),
    "own": timedelta(days=7),
    "case": timedelta(days=3),
}
"""How late a reminder is still sent; beyond that it gives way to what follows."""

PATIENCE = 3
"""Unanswered check-ins after which the bot asks less often."""
RARER = ((PATIENCE, 1), (2 * PATIENCE, 3))
RAREST_DAYS = 7

SHORTEST_INTERVAL = timedelta(minutes=15)
"""The closest together that a reminder of the patient's own may come."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder as a row. ``due_at`` is the next instant (UTC); None where nothing more is due.

    ``subject``: the visit's or the case's id, where it is about one; the debrief's for what was promised at a visit.
    ``occurrence_at``: the instant the wall clock meant, which quiet hours may move ``due_at`` away from; the database
    refuses a second occurrence of it.
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
    exact: bool = False
    """True where the patient named the time, so that it is kept even in quiet hours."""
    zone: str = ""
    """The zone whose wall clock ``occurrence_at`` was read from; empty for an elapsed time (a snooze)."""
    last_wall: datetime | None = None
    """The wall time (naive) of the latest occurrence: travel west must not bring it a second time."""
    given_at: datetime | None = None
    """When it was last sent."""
    answered_at: datetime | None = None
    """When the patient last pressed one of its buttons."""
    eased: bool = False
    """True once the patient was told that check-ins come less often now."""

    @property
    def keeps_its_time(self) -> bool:
        """True where the patient named the instant (a time, or a snooze), so that it comes even in the quiet."""
        return self.exact or (self.occurrence_at is not None and not self.zone)


def checkin_gap_days(unanswered: int) -> int:
    """Days until the next check-in: 1 at first, 3 after three unanswered, 7 after six."""
    return next((days for below, days in RARER if unanswered < below), RAREST_DAYS)


def is_still_of_use(kind: ReminderKind, meant: datetime, now: datetime) -> bool:
    """Tell whether a reminder meant for ``meant`` is worth sending at ``now``."""
    return now - meant <= STILL_OF_USE[kind]
