"""Sets and clears the reminders that follow from something else: a visit, a check-in time, a zone.

Not a flow: the flows that change a visit or a setting call it in the same turn, so that the reminders are never
out of step with what they are about.
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import reminder_times, visits, zones
from bot.domain.patients import UNKNOWN_ZONE
from bot.domain.reminders import VISIT_KINDS, Reminder
from bot.flows import case_reminders
from bot.flows.turn import Turn


def set_ladder(turn: Turn, visit: visits.Visit) -> None:
    """Replace the visit's reminders by those of its five that still lie ahead; a cancelled visit has none."""
    clear_ladder(turn, visit.id)
    if visit.state == "cancelled":
        return
    for kind, meant in reminder_times.ladder(visit, turn.patient.zone):
        due = reminder_times.due(kind, meant, turn.patient)
        if due > turn.now:
            rung = Reminder(turn.new_id(), kind, due, meant, subject=visit.id, zone=turn.patient.zone)
            turn.store.reminders.add(rung)


def clear_ladder(turn: Turn, visit_id: str) -> None:
    """Remove every reminder of the visit."""
    for reminder in turn.store.reminders.about(visit_id):
        turn.store.reminders.delete(reminder.id)


def ensure_checkin(turn: Turn) -> None:
    """Make the patient's one check-in reminder, or compute its next time anew."""
    found = turn.store.reminders.of_kind("checkin")
    checkin = replace(found[0], stopped=False) if found else Reminder(turn.new_id(), "checkin", None)
    turn.store.reminders.save(follow(turn, checkin, after=turn.now))


def rezone(turn: Turn) -> None:
    """Compute every wall-clock reminder anew, after a change of zone, quiet hours or check-in time.

    What was sent stays sent; what the new clock has already passed is due at once, if it is still of use.
    """
    ensure_checkin(turn)
    waiting = turn.store.reminders.due(turn.now)
    for reminder in turn.store.reminders.upcoming():
        if reminder in waiting:
            continue
        if reminder.kind in VISIT_KINDS:
            _move_rung(turn, reminder)
        elif reminder.kind == "own":
            turn.store.reminders.save(_moved(turn, reminder))
        elif reminder.kind == "case":
            case_reminders.move(turn, reminder)


def follow(turn: Turn, reminder: Reminder, *, after: datetime) -> Reminder:
    """Give the reminder with its next occurrence after ``after``, or with none where nothing follows."""
    meant = reminder_times.next_meant(reminder, turn.patient, after)
    if meant is None:
        return replace(reminder, due_at=None, occurrence_at=None)
    return at(turn, reminder, meant)


def at(turn: Turn, reminder: Reminder, meant: datetime) -> Reminder:
    """Give the reminder with ``meant`` (UTC) as its next occurrence on the patient's wall clock."""
    due = reminder_times.due(reminder.kind, meant, turn.patient, exact=reminder.exact)
    return replace(reminder, occurrence_at=meant, due_at=due, zone=turn.patient.zone)


def settle_visits(turn: Turn) -> None:
    """Move visits told before the zone was known onto the patient's own clock: they meant that one.

    What a calendar gave as an instant stays at it, and only shows on that clock from now on.
    """
    for visit in turn.store.visits.planned(turn.now - visits.RUNNING_LATE):
        is_wall_time = visit.zone == UNKNOWN_ZONE
        if is_wall_time or visit.zone == visits.INSTANT_ONLY:
            at = zones.to_utc(visit.local, turn.zone) if is_wall_time else visit.at
            turn.store.visits.save(replace(visit, at=at, zone=turn.patient.zone))


def _move_rung(turn: Turn, reminder: Reminder) -> None:
    visit = turn.store.visits.get(reminder.subject)
    if visit is None:
        turn.store.reminders.delete(reminder.id)
        return
    meant = dict(reminder_times.ladder(visit, turn.patient.zone)).get(reminder.kind)
    if meant and not reminder.keeps_its_time:
        turn.store.reminders.save(at(turn, reminder, meant))


def _moved(turn: Turn, reminder: Reminder) -> Reminder:
    if reminder.recurrence is not None and reminder.zone:
        return follow(turn, reminder, after=turn.now)
    if reminder.occurrence_at is None or not reminder.zone:
        return reminder
    wall = zones.to_local(reminder.occurrence_at, ZoneInfo(reminder.zone))
    return at(turn, reminder, zones.to_utc(wall, turn.zone))
