"""What was promised at a visit: kept in the patient's words, said back with its day, and followed up. Not a flow.

What is the patient's to do comes back on its day; what somebody else promised, on the working day after: "Ask about
…". Both come mid-morning, when a clinic or an insurer can be reached, and not at the hour of the check-in.
"""

import calendar
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain import debriefs, markup, reminder_times, shortening, zones
from bot.domain.debriefs import Debrief, Task
from bot.domain.reminders import Reminder
from bot.engine import asking
from bot.flows import ladder
from bot.flows.turn import Turn
from bot.understanding.cases import promises

LONGEST = 300
"""Characters of one promise in its reminder."""
LINE_WIDTH = 120
STILL_OPEN = timedelta(days=120)
"""A promise older than this is mentioned no more before a visit."""


def read(turn: Turn, text: str, *, asked: bool) -> promises.Reading:
    """Find the promises in what was told."""
    return promises.read(text, turn.local_now, turn.patient.locale, asked=asked)


def add(
    turn: Turn, debrief: Debrief, found: promises.Promise, day: date | None = None
) -> tuple[Debrief, Task]:
    """Keep a promise with its reminder; ``day`` is the one that was chosen where two were possible."""
    by = day or (found.days[0] if found.days else None)
    whose: debriefs.Whose = "theirs" if found.whose == "theirs" else "mine"
    for same in debrief.tasks:
        if same.text.casefold() == found.text.casefold():
            forget(turn, same)
    task = scheduled(turn, debrief, Task(found.text, whose, by, id=turn.new_id()), found.at)
    return debriefs.with_task(debrief, task, turn.now), task


def scheduled(turn: Turn, debrief: Debrief, task: Task, at: datetime | None = None) -> Task:
    """Give the task with the reminder that follows from it, in place of any earlier one."""
    forget(turn, task)
    if task.by is None or task.done:
        return replace(task, reminder_id=None)
    is_mine = task.whose == "mine"
    day = task.by if is_mine else _working_day_after(task.by)
    wall = at if at and is_mine else datetime.combine(day, reminder_times.DAYTIME)
    meant = zones.to_utc(wall, turn.zone)
    if meant <= turn.now:
        meant = turn.now.replace(second=0, microsecond=0) + timedelta(hours=1)
    said = shortening.shorten(task.text, LONGEST)
    text = said if is_mine else markup.plain(turn.text("after-ask-about", text=said))
    blank = Reminder(turn.new_id(), "own", None, subject=debrief.id, text=text, exact=bool(at and is_mine))
    reminder = ladder.at(turn, blank, meant)
    turn.store.reminders.add(reminder)
    return replace(task, reminder_id=reminder.id)


def _working_day_after(day: date) -> date:
    """Give the next day from Monday to Friday; holidays differ from place to place and are not known."""
    following = day + timedelta(days=1)
    while following.weekday() >= calendar.SATURDAY:
        following += timedelta(days=1)
    return following


def forget(turn: Turn, task: Task) -> None:
    """Remove the reminder of a task."""
    if task.reminder_id:
        turn.store.reminders.delete(task.reminder_id)


def line(turn: Turn, task: Task) -> str:
    """Say a promise back: whose, what, by which weekday and date."""
    key = "after-task-done" if is_settled(turn, task) else f"after-task-{task.whose}"
    return turn.text(key, text=shortening.shorten(task.text, LINE_WIDTH), day=_day(turn, task.by))


def said_back(turn: Turn, task: Task) -> str:
    """Say a promise back with what follows from it."""
    reminder = turn.store.reminders.get(task.reminder_id) if task.reminder_id else None
    if reminder is None or reminder.due_at is None:
        return f"{line(turn, task)}\n{turn.text('after-task-no-day')}"
    moment = turn.say_moment(reminder.due_at)
    return f"{line(turn, task)}\n{turn.text(f'after-task-{task.whose}-then', moment=moment)}"


def open_line(turn: Turn) -> str:
    """Say in one line what is still open from earlier visits; empty where nothing is."""
    recent = [each for each in turn.store.debriefs.all() if turn.now - each.begun_at < STILL_OPEN]
    still = [task for task in debriefs.open_tasks(recent) if not is_settled(turn, task)]
    if not still:
        return ""
    first = shortening.shorten(still[0].text, LINE_WIDTH)
    return turn.text("after-still-open", text=first, day=_day(turn, still[0].by), more=len(still) - 1)


def is_settled(turn: Turn, task: Task) -> bool:
    """Tell whether it is done: by its own button, or by an answer to its reminder after which nothing more is due."""
    reminder = turn.store.reminders.get(task.reminder_id) if task.reminder_id else None
    answered = reminder is not None and reminder.answered_at is not None and reminder.due_at is None
    return task.done or answered


def say_day(turn: Turn, day: date) -> str:
    """Say a day with its weekday."""
    return asking.say_moment(turn, datetime.combine(day, time()), with_time=False)


def _day(turn: Turn, by: date | None) -> str:
    return say_day(turn, by) if by else "none"
