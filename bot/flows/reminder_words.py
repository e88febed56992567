"""Says a reminder back: its day and hour, or how it repeats, in words that show a misreading. Not a flow."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain import readings, reminder_rules, zones
from bot.domain.reminders import Reminder
from bot.engine import flow, messages
from bot.flows.turn import Turn

WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_WORKING = {"MO", "TU", "WE", "TH", "FR"}
_WEEKEND = {"SA", "SU"}


def about(reminder: Reminder) -> str:
    """Name the reminder, so that a later message takes the place of this one."""
    return f"reminder:{reminder.id}"


def card(turn: Turn, reminder: Reminder, *, greeting: str = "", notes: Sequence[str] = ()) -> messages.Say:
    """Show one of the patient's own reminders, with what can be done about it; ``notes`` stand below."""
    lines = [greeting, turn.text("reminder-card", about=reminder.text), when(turn, reminder), *notes]
    buttons = (
        flow.act(turn.text("reminder-change"), "remind_me", reminder.id, "change"),
        flow.act(turn.text("reminder-delete"), "answer_reminder", reminder.id, "stop"),
    )
    text = "\n".join(line for line in lines if line)
    return messages.Say(text, buttons=(buttons,), about=about(reminder))


def when(turn: Turn, reminder: Reminder) -> str:
    """Say when it comes: "Friday 6 March, 7:00 pm", or "every weekday at 9:00 am; next: …"."""
    if reminder.due_at is None:
        return turn.text("reminder-over")
    moment = turn.say_moment(reminder.due_at)
    if reminder.recurrence is None:
        return moment
    if waits(turn, reminder):
        return rule(turn, reminder.recurrence)
    return turn.text("reminder-repeats", rule=rule(turn, reminder.recurrence), moment=moment)


def waits(turn: Turn, reminder: Reminder) -> bool:
    """Tell whether a pause holds back its next occurrence: then it has no next moment that could be said."""
    until, due = turn.patient.paused_until, reminder.due_at
    return reminder_rules.is_paused(turn.patient, turn.now) and bool(until and due and due < until)


def rule(turn: Turn, repeats: readings.Recurrence) -> str:
    """Say a rule in words: "every weekday at 9:00 am"."""
    days = _days(turn, repeats)
    if not repeats.times or repeats.freq in {"HOURLY", "MINUTELY"}:
        return days
    hours = [zones.say_clock(_on_some_day(each), clock24=turn.patient.clock24) for each in repeats.times]
    return turn.text("rule-at", days=days, hours=listed(turn, hours))


def listed(turn: Turn, words: Sequence[str]) -> str:
    """Join words as they are said: "a, b and c"."""
    *first, last = words
    return turn.text("reminder-and", first=", ".join(first), last=last) if first else last


def _on_some_day(clock: str) -> datetime:
    return datetime.combine(date.min, time.fromisoformat(clock))


def _days(turn: Turn, repeats: readings.Recurrence) -> str:
    every = turn.text(f"rule-{repeats.freq.lower()}", count=repeats.interval)
    named = set(repeats.byday)
    if repeats.freq in {"DAILY", "WEEKLY"} and repeats.interval == 1 and named:
        if named == _WORKING:
            return turn.text("rule-weekdays")
        if named == _WEEKEND:
            return turn.text("rule-weekends")
        if len(named) < len(WEEKDAYS):
            return turn.text("rule-named", days=_named(turn, repeats.byday))
    if repeats.bymonthday:
        days = [
            turn.text("rule-last") if n < 0 else turn.text("rule-monthday", day=n) for n in repeats.bymonthday
        ]
        return turn.text("rule-on", every=every, days=listed(turn, days))
    if repeats.byday and len(named) < len(WEEKDAYS):
        return turn.text("rule-on", every=every, days=_named(turn, repeats.byday))
    return every


def _named(turn: Turn, byday: tuple[str, ...]) -> str:
    ordered = sorted(byday, key=lambda name: WEEKDAYS[name[-2:]])
    return listed(turn, [_weekday(turn, name) for name in ordered])


def _weekday(turn: Turn, name: str) -> str:
    weekday = zones.WEEKDAYS[WEEKDAYS[name[-2:]]]
    position = name[:-2]
    return turn.text(f"rule-position.p{position.replace('-', 'm')}", day=weekday) if position else weekday
