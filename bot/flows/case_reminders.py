"""The one reminder of a case, always pointing at the next day on which it comes up. Not a flow.

The flows that change a case call it in the same turn, so that the reminder is never out of step with the case; the
tick asks it what follows.
"""

from dataclasses import replace
from datetime import datetime

from bot.content import case_rules
from bot.domain import cases, reminder_rules, reminder_times
from bot.domain.reminders import Reminder
from bot.flows.turn import Turn

USUALLY_TOO_LONG = 10
"""Days, for a kind that the file no longer has."""


def too_long(case: cases.Case) -> int:
    """Give the days after which one move of a side has taken too long in such a case."""
    kind = case_rules.load_case_rules().kind(case.kind)
    return kind.too_long if kind else USUALLY_TOO_LONG


def of_case(turn: Turn, case_id: str) -> Reminder | None:
    """Find the reminder of a case."""
    return next((each for each in turn.store.reminders.about(case_id) if each.kind == "case"), None)


def set_case(turn: Turn, case: cases.Case) -> None:
    """Point the case's reminder at what comes next; a closed case has none, a stopped one stays stopped."""
    found = of_case(turn, case.id)
    meant = reminder_times.next_of_case(case, turn.patient.zone, too_long(case), turn.now)
    if case.removed_at is None and (case.state == "closed" or (meant is None and found is None)):
        if found:
            turn.store.reminders.delete(found.id)
        return
    reminder = found or Reminder(turn.new_id(), "case", None, subject=case.id)
    if case.removed_at or not (reminder.stopped or _is_snoozed(reminder, turn, meant)):
        turn.store.reminders.save(_at_next(turn, reminder, case))


def switch_on(turn: Turn, case: cases.Case) -> None:
    """Take it back that nothing was to be written about the case."""
    found = of_case(turn, case.id)
    if found and found.stopped:
        turn.store.reminders.save(replace(found, stopped=False))
    set_case(turn, case)


def is_stopped(turn: Turn, case: cases.Case) -> bool:
    """Tell whether the patient wanted no more notes about the case."""
    found = of_case(turn, case.id)
    return found is not None and found.stopped


def move(turn: Turn, reminder: Reminder) -> None:
    """Compute the reminder anew after a change of zone or quiet hours; a snooze stays where it was put."""
    case = turn.store.cases.get(reminder.subject)
    if case is None:
        turn.store.reminders.delete(reminder.id)
    elif reminder.zone or case.removed_at:
        turn.store.reminders.save(_at_next(turn, reminder, case))


def judge(turn: Turn, reminder: Reminder) -> reminder_rules.Verdict:
    """Decide what becomes of the reminder that is due now."""
    case = turn.store.cases.get(reminder.subject)
    return reminder_rules.judge_case(reminder, turn.patient, case, too_long(case) if case else 1, turn.now)


def following(turn: Turn, reminder: Reminder) -> reminder_rules.Following:
    """Tell what follows this occurrence: whatever the case, as it is stored now, brings next."""
    case = turn.store.cases.get(reminder.subject)
    if case is None or reminder.stopped:
        return lambda _: None
    return lambda after: reminder_times.next_of_case(case, turn.patient.zone, too_long(case), after)


def clear_deleted(turn: Turn, reminder: Reminder) -> bool:
    """Remove for good a case that was deleted long enough ago; tell whether the reminder is settled by that."""
    case = turn.store.cases.get(reminder.subject)
    if case is None:
        turn.store.reminders.delete(reminder.id)
        return True
    if case.removed_at is None:
        return False
    if turn.now < case.removed_at + cases.UNDO_FOR:
        turn.store.reminders.save(_at_next(turn, reminder, case))
        return True
    turn.store.cases.delete(case.id)
    turn.store.reminders.delete(reminder.id)
    return True


def _is_snoozed(reminder: Reminder, turn: Turn, meant: datetime | None) -> bool:
    """Tell whether the patient put it off to a moment that comes before the case's own next one."""
    due = reminder.due_at
    return not reminder.zone and due is not None and turn.now < due and (meant is None or due <= meant)


def _at_next(turn: Turn, reminder: Reminder, case: cases.Case) -> Reminder:
    meant = reminder_times.next_of_case(case, turn.patient.zone, too_long(case), turn.now)
    if meant is None:
        return replace(reminder, due_at=None, occurrence_at=None)
    due = meant if case.removed_at else reminder_times.due("case", meant, turn.patient)
    return replace(reminder, occurrence_at=meant, due_at=due, zone=turn.patient.zone)
