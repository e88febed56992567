"""A reminder of the patient's own as it arrives: neutral on a locked phone, in their words behind "Show"."""

from datetime import datetime, timedelta

from bot.domain.reminders import Reminder
from bot.engine import asking, flow, messages
from bot.flows import reminder_words
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("own_reminder")

SHOW = "show"
LATE = timedelta(minutes=15)
"""From here on it is said what time the reminder was for."""


@FLOW.start(to=("done",))
def remind(turn: Turn) -> flow.Next:
    """Say it, or that there is something to show."""
    reminder = turn.store.reminders.get(turn.subject)
    if reminder is None:
        return flow.Done((messages.Say(turn.text("reminder-gone")),))
    if turn.choice == SHOW or turn.patient.open_lock_screen:
        return flow.Done((_full(turn, reminder),))
    show = flow.act(turn.text("reminder-show"), "own_reminder", reminder.id, SHOW)
    return flow.Done((messages.Say(turn.text("reminder-neutral"), buttons=((show,),)),))


def _full(turn: Turn, reminder: Reminder) -> messages.Say:
    lines = [turn.text("own_reminder-due", about=reminder.text)]
    late_for = _late_for(turn, reminder)
    if late_for:
        lines.append(turn.text("own_reminder-late", when=asking.say_moment(turn, late_for)))
    done, snooze, skip, stop = (
        flow.act(turn.text(f"own_reminder-due.{choice}"), "answer_reminder", reminder.id, choice)
        for choice in ("done", "snooze", "skip", "stop")
    )
    buttons = ((done, snooze), (skip, stop))
    return messages.Say("\n".join(lines), buttons=buttons, about=reminder_words.about(reminder))


def _late_for(turn: Turn, reminder: Reminder) -> datetime | None:
    """Give the wall time it was for, where it came noticeably later; once sent, it is the last one kept."""
    is_showing = turn.choice == SHOW
    if is_showing and _was_put_off(turn, reminder):
        return None
    meant = reminder.last_wall if is_showing else None
    if not is_showing and reminder.occurrence_at:
        meant = turn.local(reminder.occurrence_at)
    given = turn.local(reminder.given_at) if is_showing and reminder.given_at else turn.local_now
    return meant if meant and given - meant > LATE else None


def _was_put_off(turn: Turn, reminder: Reminder) -> bool:
    """Tell whether the patient chose the later time themself: they know what it was for."""
    answered, wall = reminder.answered_at, reminder.last_wall
    if answered is None or wall is None or reminder.given_at is None:
        return False
    return answered < reminder.given_at and turn.local(answered) >= wall
