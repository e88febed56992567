"""The buttons under a reminder: done, later, skip, stop. Pressing twice, or in a month, is harmless."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import reminder_times, zones
from bot.domain.reminders import VISIT_KINDS, Reminder
from bot.engine import flow, messages
from bot.flows import case_reminders, ladder, reminder_words
from bot.flows.turn import Turn
from bot.storage.reminders import Outcome

FLOW = flow.Flow[Turn]("answer_reminder")

SNOOZES = ("hour", "tonight", "tomorrow")
TONIGHT = reminder_times.EVENING.replace(hour=20)
_OUTCOMES: dict[str, Outcome] = {"done": "done", "skip": "skipped"}


@FLOW.start(to=("done",))
def answer(turn: Turn) -> flow.Next:
    """Do what the button says."""
    reminder = turn.store.reminders.get(turn.subject)
    if reminder is None:
        return _say(turn, turn.text("reminder-gone"))
    if turn.choice in _OUTCOMES:
        return _settled(turn, reminder)
    if turn.choice == "snooze":
        buttons = [flow.act(turn.text(f"snooze.{c}"), "answer_reminder", reminder.id, c) for c in SNOOZES]
        return flow.Done(
            (messages.Say(_named(turn, reminder, "snooze"), buttons=tuple((b,) for b in buttons)),)
        )
    if turn.choice in SNOOZES:
        return _snooze(turn, reminder)
    if turn.choice == "stop":
        return _stop(turn, reminder)
    return _take_back(turn, reminder) if turn.choice == "back" else _say(turn, turn.text("reminder-gone"))


def _settled(turn: Turn, reminder: Reminder) -> flow.Next:
    turn.store.reminders.settle(reminder.id, _OUTCOMES[turn.choice], turn.now)
    turn.store.reminders.save(replace(reminder, answered_at=turn.now))
    lines = [_named(turn, reminder, f"reminder-{turn.choice}")]
    if (reminder.recurrence or reminder.kind == "case") and reminder.due_at:
        lines.append(turn.text("reminder-next", moment=turn.say_moment(reminder.due_at)))
    return _say(turn, "\n".join(lines))


def _snooze(turn: Turn, reminder: Reminder) -> flow.Next:
    """Bring it again at an instant the patient chose, unless its own next one comes first."""
    until = _until(turn, turn.choice)
    if reminder.due_at and reminder.due_at <= until and reminder.kind in {"own", "case"}:
        return _say(turn, turn.text("snooze-next", moment=turn.say_moment(reminder.due_at)))
    turn.store.reminders.settle(reminder.id, "snoozed", turn.now)
    later = replace(reminder, due_at=until, occurrence_at=until, zone="", answered_at=turn.now)
    turn.store.reminders.save(later)
    return _say(turn, turn.text("snoozed", moment=turn.say_moment(until)))


def _until(turn: Turn, choice: str) -> datetime:
    today = turn.local_now.date()
    tonight = datetime.combine(today, TONIGHT)
    if choice == "tomorrow":
        return zones.to_utc(datetime.combine(today + timedelta(days=1), reminder_times.DAYTIME), turn.zone)
    if choice == "tonight" and turn.local_now < tonight:
        return zones.to_utc(tonight, turn.zone)
    return turn.now.replace(second=0, microsecond=0) + timedelta(hours=1)


def _stop(turn: Turn, reminder: Reminder) -> flow.Next:
    """Remove what comes once; what repeats is stopped at once and can be taken back."""
    if reminder.kind in VISIT_KINDS:
        for rung in turn.store.reminders.about(reminder.subject):
            turn.store.reminders.save(replace(rung, due_at=None, stopped=True))
    elif reminder.kind == "own" and reminder.recurrence is None:
        turn.store.reminders.delete(reminder.id)
        return _say(turn, turn.text("reminder-deleted", about=reminder.text))
    else:
        turn.store.reminders.save(replace(reminder, due_at=None, stopped=True))
    back = flow.act(turn.text("reminder-back"), "answer_reminder", reminder.id, "back")
    about_case = "reminder-case-stopped" if reminder.kind == "case" else "reminder-stopped"
    key = "reminder-visit-stopped" if reminder.kind in VISIT_KINDS else about_case
    return flow.Done((messages.Say(_named(turn, reminder, key), buttons=((back,),)),))


def _take_back(turn: Turn, reminder: Reminder) -> flow.Next:
    if reminder.kind in VISIT_KINDS:
        visit = turn.store.visits.get(reminder.subject)
        if visit is None or visit.state == "cancelled":
            return _say(turn, turn.text("reminder-gone"))
        ladder.set_ladder(turn, visit)
        return _say(turn, turn.text("reminder-visit-back"))
    case = turn.store.cases.get(reminder.subject) if reminder.kind == "case" else None
    if case:
        case_reminders.switch_on(turn, case)
        return _say(turn, turn.text("case-reminding"))
    on_again = replace(reminder, stopped=False)
    if reminder.stopped:
        on_again = ladder.follow(turn, on_again, after=turn.now)
        turn.store.reminders.save(on_again)
    return flow.Done((reminder_words.card(turn, on_again),))


def _named(turn: Turn, reminder: Reminder, key: str) -> str:
    return turn.text(key, about=reminder.text)


def _say(turn: Turn, text: str) -> flow.Done:
    del turn
    return flow.Done((messages.Say(text),))
