"""A reminder of the patient's own, from one message; only what the message left out is asked."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from bot.domain import readings, recurrence, reminder_rules, reminder_times, zones
from bot.domain.reminders import Reminder
from bot.engine import asking, events, flow, inputs, messages
from bot.flows import asides, ladder, preferences, reminder_message, reminder_words
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("remind_me")

QUICK = ("hour", "evening", "morning")
OFTEN = ("medicine", "refill", "call")
"""What people ask to be reminded of most, where typing is too much."""
HOURS = ("eight", "nine")
LONGEST = 300
"""Characters of what it is about."""


@FLOW.start(to=("about", "when", "hours", "which", "done"))
def begin(turn: Turn) -> flow.Next:
    """Read the request; or change or show a reminder that is there."""
    if turn.choice in {"change", "show"}:
        return _existing(turn, turn.subject, turn.choice)
    text = turn.event.text if isinstance(turn.event, events.Text) else turn.subject
    request = reminder_message.read(turn, text)
    turn.answers["told"] = request.about[:LONGEST]
    return _take(turn, request, first=True)


def _existing(turn: Turn, reminder_id: str, choice: str) -> flow.Next:
    reminder = turn.store.reminders.get(reminder_id)
    if reminder is None:
        return flow.Done((messages.Say(turn.text("reminder-gone")),))
    if choice == "show":
        return flow.Done((reminder_words.card(turn, reminder),))
    turn.answers.update(id=reminder.id, told=reminder.text)
    return flow.Goto("when")


def _ask_about(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("remind_me-about"), turn.choice_rows("remind_me-about", OFTEN))


@asides.step(
    FLOW, "about", inputs.Words(anything=True), to=("when", "hours", "which", "done"), ask=_ask_about
)
def about(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what it is about; a time named here counts too."""
    if turn.answers.get("rule") or turn.answers.get("at") or turn.answers.get("candidates"):
        turn.answers["told"] = answer.text[:LONGEST]
        return _on(turn)
    request = reminder_message.read(turn, answer.text)
    turn.answers["told"] = (request.about or answer.text)[:LONGEST]
    return _take(turn, request, first=True)


def _ask_when(turn: Turn) -> flow.Prompt:
    rows = turn.choice_rows("remind_me-when", QUICK, per_row=1)
    return flow.Prompt(turn.text("remind_me-when"), rows)


@asides.step(FLOW, "when", inputs.Words(anything=True), to=("about", "hours", "which", "done"), ask=_ask_when)
def when(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep when it is to come: once, or again and again."""
    _forget_time(turn)
    if answer.choice:
        moment = _quick(turn, answer.choice)
        reading = readings.TimeReading(moment, (moment,), has_time=True)
        return _take(turn, reminder_message.Request("", None, reading, elapsed=answer.choice == "hour"))
    return _take(turn, reminder_message.read_when(turn, answer.text))


def _quick(turn: Turn, choice: str) -> datetime:
    now = turn.local_now.replace(second=0, microsecond=0)
    evening = datetime.combine(now.date(), reminder_times.EVENING)
    if choice == "evening" and now < evening:
        return evening
    if choice == "hour":
        return zones.to_local(turn.now.replace(second=0, microsecond=0) + timedelta(hours=1), turn.zone)
    morning = reminder_times.DAYTIME if choice == "morning" else reminder_times.EVENING
    return datetime.combine(now.date() + timedelta(days=1), morning)


def _ask_hours(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("remind_me-hours"), turn.choice_rows("remind_me-hours", HOURS, per_row=2))


@asides.step(FLOW, "hours", inputs.Words(anything=True), to=("about", "done"), ask=_ask_hours)
def hours(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the hours of what comes several times a day."""
    rule = _rule(turn)
    filled = reminder_message.read_hours(turn, rule, answer.text) if rule else None
    if filled is None:
        return flow.Again("refused-moment")
    turn.answers.update(rule=asdict(filled), hours_missing=False)
    return _on(turn)


def _ask_which(turn: Turn) -> flow.Prompt:
    moments = [datetime.fromisoformat(each) for each in turn.answers["candidates"]]
    rows = tuple(
        (inputs.Choice(f"m{index}", asking.say_moment(turn, moment)),) for index, moment in enumerate(moments)
    )
    return flow.Prompt(turn.text("engine-which"), rows)


@FLOW.step("which", inputs.Pick(), to=("about", "done"), ask=_ask_which)
def which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep which of two common readings was meant."""
    candidates = turn.answers.pop("candidates")
    turn.answers.update(at=candidates[int((answer.choice or "m0")[1:])], exact=True)
    return _on(turn)


def _take(turn: Turn, request: reminder_message.Request, *, first: bool = False) -> flow.Next:
    """Keep what the request says of the time, or ask for it; ``first``: nothing was asked yet."""
    problem = _problem(turn, request)
    if problem and first:
        said = () if problem == "refused-moment" else (messages.Say(turn.text(problem)),)
        if turn.answers["told"] or said:
            return flow.Goto("when", said)
        return flow.Goto("about")
    if problem:
        return flow.Again(problem)
    if request.rule:
        turn.answers.update(rule=asdict(request.rule), hours_missing=request.hours_missing)
    elif request.when.asks and len(request.when.candidates) > 1:
        turn.answers["candidates"] = [moment.isoformat() for moment in request.when.candidates]
    else:
        moment = _moment(turn, request.when)
        turn.answers.update(at=moment.isoformat(), exact=request.when.has_time, elapsed=request.elapsed)
    return _on(turn)


def _problem(turn: Turn, request: reminder_message.Request) -> str:
    if request.rule:
        return "remind_me-often" if reminder_message.is_too_often(request.rule) else ""
    if request.when.value is None:
        return "refused-moment"
    if request.when.asks:
        return ""
    if _moment(turn, request.when) > turn.local_now:
        return ""
    is_today = not request.when.has_time and request.when.value.date() == turn.local_now.date()
    return "remind_me-later" if is_today else "remind_me-past"


def _moment(turn: Turn, when: readings.TimeReading) -> datetime:
    """Give the wall time; a day alone gets the hour of the check-in, or mid-morning."""
    value = when.value or turn.local_now
    return value if when.has_time else datetime.combine(value.date(), reminder_times.day_time(turn.patient))


def _on(turn: Turn) -> flow.Next:
    """Ask for what is still missing, or keep the reminder."""
    if turn.answers.get("hours_missing"):
        return flow.Goto("hours")
    if turn.answers.get("candidates"):
        return flow.Goto("which")
    return _keep(turn) if turn.answers.get("told") else flow.Goto("about")


def _keep(turn: Turn) -> flow.Done:
    known = turn.store.reminders.get(turn.answers["id"]) if turn.answers.get("id") else None
    blank = known or Reminder(turn.new_id(), "own", None)
    blank = replace(blank, text=turn.answers["told"], last_wall=None, stopped=False, anchor=None)
    reminder = _repeating(turn, blank) or _once(turn, blank)
    turn.store.reminders.save(reminder)
    card = reminder_words.card(
        turn, reminder, greeting=turn.text("remind_me-kept"), notes=_notes(turn, reminder)
    )
    hint = () if _is_elapsed(turn) else preferences.zone_hint_once(turn, reminder.id)
    return flow.Done((card, *hint))


def _once(turn: Turn, blank: Reminder) -> Reminder:
    meant = zones.to_utc(datetime.fromisoformat(turn.answers["at"]), turn.zone)
    once = ladder.at(turn, replace(blank, recurrence=None, exact=bool(turn.answers["exact"])), meant)
    return replace(once, zone="") if _is_elapsed(turn) else once


def _is_elapsed(turn: Turn) -> bool:
    """Tell whether it was asked for after some time ("in an hour"), which no clock or journey changes."""
    return bool(turn.answers.get("elapsed"))


def _repeating(turn: Turn, blank: Reminder) -> Reminder | None:
    rule = _rule(turn)
    if rule is None:
        return None
    named = bool(rule.times)
    if not named and rule.freq not in {"HOURLY", "MINUTELY"}:
        rule = replace(rule, times=(f"{reminder_times.day_time(turn.patient):%H:%M}",))
    start = turn.now.replace(second=0, microsecond=0)
    first = recurrence.next_after(rule, turn.zone, start)
    return ladder.follow(turn, replace(blank, recurrence=rule, anchor=first, exact=named), after=turn.now)


def _notes(turn: Turn, reminder: Reminder) -> list[str]:
    lines: list[str] = []
    if not reminder.exact and (reminder.recurrence is None or reminder.recurrence.times):
        lines.append(turn.text("remind_me-no-hour"))
    waits = reminder.recurrence is not None and reminder_rules.is_paused(turn.patient, turn.now)
    if waits:
        lines.append(turn.text("remind_me-paused"))
    return lines


def _rule(turn: Turn) -> readings.Recurrence | None:
    kept: dict[str, Any] | None = turn.answers.get("rule")
    return msgspec.convert(kept, readings.Recurrence) if kept else None


def _forget_time(turn: Turn) -> None:
    for name in ("rule", "at", "candidates", "hours_missing", "exact", "elapsed"):
        turn.answers.pop(name, None)
