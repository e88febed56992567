"""When each reminder is due: the wall clock first, then the quiet hours.

A reminder has two instants. The one that is *meant* belongs to the wall clock and names the occurrence; the one
that is *due* is where the quiet hours leave it. Both are computed again after a change of zone or of hours.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain import cases, patients, quiet_hours, readings, recurrence, visits, zones
from bot.domain.reminders import Reminder, ReminderKind

DAYTIME = time(10, 0)
"""Reminders that belong to a day, not to an hour, come mid-morning."""
EVENING = time(18, 0)
AFTER = timedelta(hours=3)
BEFORE = timedelta(hours=2)
CARD_AT_LATEST = timedelta(hours=1)
"""The waiting-room card may wait for the end of quiet hours up to this long before the visit."""

CaseReason = Literal["deadline", "answer", "follow", "waiting", "gone"]
"""Why a case comes up: my last day nears; theirs is over; a day to look again; one side is slow; it was deleted."""
DAYS_BEFORE = (14, 7, 2, 0)
"""Days before a deadline on which it comes up; 0 is the morning of it."""
QUIET_BEFORE = timedelta(days=21)
"""From so long before a deadline its own days are enough."""
SLOWER = (1, 2, 4, 8)
"""How many times too long one side has taken when it comes up: ever less often, and then no more."""

_DAY = timedelta(days=1)


def quiet_of(patient: patients.Patient) -> quiet_hours.QuietHours:
    """Give the patient's quiet hours."""
    return quiet_hours.QuietHours(patient.quiet_start, patient.quiet_end)


def is_quiet(patient: patients.Patient, moment: datetime) -> bool:
    """Tell whether the patient wants no sound at ``moment``."""
    return quiet_of(patient).covers(zones.to_local(moment, ZoneInfo(patient.zone)).time())


def day_time(patient: patients.Patient) -> time:
    """Give the hour for something that names only a day: the check-in's, else mid-morning."""
    return patient.checkin_at or DAYTIME


def ladder(visit: visits.Visit, zone_name: str) -> Iterator[tuple[ReminderKind, datetime]]:
    """Yield the five reminders of a visit as (kind, meant UTC instant), in their order.

    Days and evenings are on the wall clock of ``zone_name``; the hours before and after are elapsed time. Where
    only the day was told, none comes two hours before, and the last comes in the evening.
    """
    zone = ZoneInfo(zone_name)
    day = zones.to_local(visit.at, zone).date()
    yield "visit_7d", zones.to_utc(datetime.combine(day - 7 * _DAY, DAYTIME), zone)
    yield "visit_2d", zones.to_utc(datetime.combine(day - 2 * _DAY, DAYTIME), zone)
    yield "visit_eve", zones.to_utc(datetime.combine(day - _DAY, EVENING), zone)
    if visit.hour_known:
        yield "visit_2h", visit.at - BEFORE
        yield "visit_after", visit.at + AFTER
    else:
        yield "visit_after", zones.to_utc(datetime.combine(day, EVENING), zone)


def case_instants(case: cases.Case, zone_name: str, too_long: int) -> Iterator[tuple[CaseReason, datetime]]:
    """Yield every instant (UTC) at which a case comes up, with the reason, in no order.

    ``too_long``: the days after which one move of a side has taken too long. Where the patient tells of harm it is
    never said that their own move takes long. A deleted case comes up once, when it can be brought back no more.
    """
    zone = ZoneInfo(zone_name)
    if case.removed_at is not None:
        yield "gone", case.removed_at + cases.UNDO_FOR
    if case.state == "closed":
        return
    for reason, day, hour in _case_days(case, too_long, zone):
        yield reason, zones.to_utc(datetime.combine(day, hour), zone)


def _case_days(case: cases.Case, too_long: int, zone: ZoneInfo) -> Iterator[tuple[CaseReason, date, time]]:
    last = case.runs_until
    if last and case.deadline_whose == "mine":
        yield from (("deadline", last - n * _DAY, DAYTIME) for n in DAYS_BEFORE)
    elif last:
        yield "answer", last + _DAY, DAYTIME
    if case.follow_on:
        yield "follow", case.follow_on, case.follow_at or DAYTIME
    if case.move == "theirs" or not case.is_factual:
        since = zones.to_local(case.move_since or case.opened_at, zone).date()
        slow = (since + n * too_long * _DAY for n in SLOWER)
        yield from (("waiting", day, DAYTIME) for day in slow if not _is_spoken_of(case, day))


def _is_spoken_of(case: cases.Case, day: date) -> bool:
    """Tell whether the patient's last day is so near on ``day`` that it brings the case up by itself."""
    last = case.runs_until if case.deadline_whose == "mine" else None
    return last is not None and timedelta() <= last - day <= QUIET_BEFORE


def next_of_case(case: cases.Case, zone_name: str, too_long: int, after: datetime) -> datetime | None:
    """Give the next instant after ``after`` at which the case comes up; None where there is no more."""
    ahead = (at for _, at in case_instants(case, zone_name, too_long) if at > after)
    return min(ahead, default=None)


def due(kind: ReminderKind, meant: datetime, patient: patients.Patient, *, exact: bool = False) -> datetime:
    """Give the instant at which a reminder meant for ``meant`` is sent, minding the quiet hours.

    - A time the patient named is kept.
    - The evening before a visit comes earlier, so that things can still be laid out.
    - Two hours before a visit waits for the end of the quiet where that leaves an hour; else it comes at its
      time without a sound (the patient finds it on waking; the evening before would bury it).
    - All others wait for the end of the quiet.
    """
    quiet, zone = quiet_of(patient), ZoneInfo(patient.zone)
    if exact:
        return meant
    if kind == "visit_eve":
        return quiet.last_allowed_before(meant, zone)
    allowed = quiet.next_allowed(meant, zone)
    if kind == "visit_2h" and allowed > meant + BEFORE - CARD_AT_LATEST:
        return meant
    return allowed


def checkin_rule(patient: patients.Patient) -> readings.Recurrence | None:
    """Give the rule of the daily check-in; None where the patient wants none."""
    wall = patient.checkin_at
    return None if wall is None else readings.Recurrence("DAILY", times=(f"{wall:%H:%M}",))


def next_meant(reminder: Reminder, patient: patients.Patient, after: datetime) -> datetime | None:
    """Give the next occurrence of a check-in or of something that repeats; None where there is no more.

    A wall time that was given once is not given again after travel to the west, where the clock shows it anew.
    """
    rule = checkin_rule(patient) if reminder.kind == "checkin" else reminder.recurrence
    if rule is None or reminder.stopped:
        return None
    zone = ZoneInfo(patient.zone)
    found = recurrence.next_after(rule, zone, after, reminder.anchor)
    if rule.freq in {"HOURLY", "MINUTELY"}:
        return found
    while found and reminder.last_wall and zones.to_local(found, zone) <= reminder.last_wall:
        found = recurrence.next_after(rule, zone, found, reminder.anchor)
    return found
