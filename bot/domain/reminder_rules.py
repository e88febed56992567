"""What becomes of a reminder that is due now: given, given without a sound, left out, or passed on.

Pure decisions over values; `bot.services.ticks` carries them out.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain import cases, patients, reminder_times, reminders, visits, zones
from bot.domain.reminders import Reminder

What = Literal["give", "ease", "skip", "pass", "wait"]
Following = Callable[[datetime], datetime | None]
"""Gives the next occurrence after a moment (both UTC); None where nothing follows."""
NIGHT_KINDS = {"visit_2h", "visit_eve"}
"""Those that would be of no use in the morning: late or not, they come, but without a sound."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a due reminder.

    "give" it (``silent``: without a sound); "ease": say, in its place, that check-ins come less often; "skip" it
    because it is not wanted now; "pass" it because it is too late; "wait" until ``until``, the end of the quiet.
    """

    what: What
    silent: bool = False
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the journal knows when a check-in is due: whether today is logged, and when the last word came."""

    today: bool
    last_at: datetime | None


def judge_checkin(reminder: Reminder, patient: patients.Patient, told: Told, now: datetime) -> Verdict:
    """Decide about a check-in; ``reminder.unanswered`` must be up to date (see `heard`)."""
    if is_paused(patient, now) or told.today:
        return Verdict("skip")
    if _too_late(reminder, patient, now):
        return Verdict("pass")
    if reminder.unanswered >= reminders.PATIENCE and not reminder.eased:
        return Verdict("ease", silent=True)
    if reminder.given_at is not None:
        zone = ZoneInfo(patient.zone)
        days = (zones.to_local(now, zone).date() - zones.to_local(reminder.given_at, zone).date()).days
        if days < reminders.checkin_gap_days(reminder.unanswered):
            return Verdict("skip")
    return _mind_quiet(reminder, patient, now)


def judge_visit(
    reminder: Reminder, patient: patients.Patient, visit: visits.Visit | None, now: datetime
) -> Verdict:
    """Decide about one of a visit's reminders; a pause makes it silent, as the visit does not wait."""
    if visit is None or visit.state == "cancelled" or _too_late(reminder, patient, now):
        return Verdict("pass")
    if reminder.kind != "visit_after" and now >= visit.at:
        return Verdict("pass")
    verdict = _mind_quiet(reminder, patient, now)
    return replace(verdict, silent=verdict.silent or is_paused(patient, now))


def judge_own(reminder: Reminder, patient: patients.Patient, now: datetime) -> Verdict:
    """Decide about one of the patient's own; one that repeats waits out a pause."""
    if reminder.recurrence is not None and is_paused(patient, now):
        return Verdict("skip")
    if reminder.stopped or _too_late(reminder, patient, now):
        return Verdict("pass")
    following = reminder_times.next_meant(reminder, patient, now)
    if following and following - now < now - _wanted_at(reminder, patient):
        return Verdict("pass")
    return _mind_quiet(reminder, patient, now)


def judge_case(
    reminder: Reminder, patient: patients.Patient, case: cases.Case | None, too_long: int, now: datetime
) -> Verdict:
    """Decide about a case's reminder: a pause makes a day that was set silent, and lets slowness wait."""
    if case is None or case.state == "closed" or reminder.stopped or _too_late(reminder, patient, now):
        return Verdict("pass")
    paused = is_paused(patient, now)
    if paused and _is_slowness(reminder, patient, case, too_long):
        return Verdict("skip")
    verdict = _mind_quiet(reminder, patient, now)
    return replace(verdict, silent=verdict.silent or paused)


def _is_slowness(reminder: Reminder, patient: patients.Patient, case: cases.Case, too_long: int) -> bool:
    """Tell whether nothing but somebody's slowness brings it up."""
    meant = reminder.occurrence_at
    instants = reminder_times.case_instants(case, patient.zone, too_long)
    return {reason for reason, at in instants if at == meant} == {"waiting"}


def heard(reminder: Reminder, told: Told) -> Reminder:
    """Start the count of unanswered check-ins anew where the patient gave any sign since the last one."""
    signs = [moment for moment in (told.last_at, reminder.answered_at) if moment]
    if reminder.given_at and any(sign >= reminder.given_at for sign in signs):
        return replace(reminder, unanswered=0, eased=False)
    return reminder


def advance(
    reminder: Reminder,
    patient: patients.Patient,
    what: What,
    now: datetime,
    following: Following | None = None,
) -> Reminder:
    """Give the reminder as it goes on after this occurrence: to what follows, or to nothing more.

    ``following`` tells what follows where the reminder alone does not know it: a case knows its own days.
    """
    if what == "give":
        unanswered = reminder.unanswered + (reminder.kind == "checkin")
        reminder = replace(reminder, given_at=now, unanswered=unanswered)
    if what == "ease":
        reminder = replace(reminder, eased=True)
    reminder = replace(reminder, last_wall=_last_wall(reminder))
    upcoming = following or _own_following(reminder, patient)
    meant = _missed(reminder, upcoming, now) if what == "pass" else None
    meant = meant or upcoming(now)
    if meant is None:
        return replace(reminder, due_at=None)
    due = reminder_times.due(reminder.kind, meant, patient, exact=reminder.exact)
    return replace(reminder, occurrence_at=meant, due_at=due, zone=patient.zone)


def _own_following(reminder: Reminder, patient: patients.Patient) -> Following:
    return lambda after: reminder_times.next_meant(reminder, patient, after)


def _missed(reminder: Reminder, following: Following, now: datetime) -> datetime | None:
    """Find the latest occurrence missed after this one: down for days, it may still be of use."""
    latest = None
    found = reminder.occurrence_at
    while found and (found := following(found)) and found <= now:
        latest = found
    return latest


def is_paused(patient: patients.Patient, now: datetime) -> bool:
    """Tell whether the patient asked for some days without reminders."""
    return patient.paused_until is not None and now < patient.paused_until


def _wanted_at(reminder: Reminder, patient: patients.Patient) -> datetime:
    """Give the instant from which lateness counts; a retry moves ``due_at``, never this."""
    meant = reminder.occurrence_at or reminder.due_at
    if meant is None:
        raise ValueError("a reminder that is due has an instant")
    return reminder_times.due(reminder.kind, meant, patient, exact=reminder.keeps_its_time)


def _too_late(reminder: Reminder, patient: patients.Patient, now: datetime) -> bool:
    return not reminders.is_still_of_use(reminder.kind, _wanted_at(reminder, patient), now)


def _mind_quiet(reminder: Reminder, patient: patients.Patient, now: datetime) -> Verdict:
    if reminder.keeps_its_time or not reminder_times.is_quiet(patient, now):
        return Verdict("give")
    if reminder.kind in NIGHT_KINDS:
        return Verdict("give", silent=True)
    until = reminder_times.quiet_of(patient).next_allowed(now, ZoneInfo(patient.zone))
    return Verdict("wait", until=until)


def _last_wall(reminder: Reminder) -> datetime | None:
    if not reminder.zone or reminder.occurrence_at is None:
        return reminder.last_wall
    wall = zones.to_local(reminder.occurrence_at, ZoneInfo(reminder.zone))
    return max(wall, reminder.last_wall) if reminder.last_wall else wall
