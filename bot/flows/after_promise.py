"""One promise of a visit: done, another day, whose it is, gone.

The subject is the visit, the choice the promise's id.
"""

from dataclasses import replace

from bot.domain import debriefs
from bot.engine import flow, inputs
from bot.flows import after_keeping, after_promises, visit_cards
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("after_promise")

TASK = "task"


@FLOW.start(to=("what", "done"))
def start(turn: Turn) -> flow.Next:
    """Open one promise."""
    turn.answers[TASK] = turn.choice
    return flow.Goto("what") if _task(turn) else flow.Done((visit_cards.gone(turn),))


def _debrief(turn: Turn) -> debriefs.Debrief | None:
    return turn.store.debriefs.of_visit(turn.subject)


def _task(turn: Turn) -> debriefs.Task | None:
    debrief = _debrief(turn)
    return debriefs.find_task(debrief, turn.answers.get(TASK, "")) if debrief else None


def _ask_what(turn: Turn) -> flow.Prompt:
    task = _task(turn)
    if task is None:
        return flow.Prompt(turn.text("after_promise-gone"), turn.choice_rows("after_promise-what", ("back",)))
    ways = ("done", "day", "theirs" if task.whose == "mine" else "mine", "remove", "back")
    return flow.Prompt(
        after_promises.said_back(turn, task), turn.choice_rows("after_promise-what", ways, per_row=2)
    )


@FLOW.step("what", inputs.Pick(anything=True), to=("day", "after"), ask=_ask_what)
def what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Do what the button says, and go back to the list."""
    debrief, task = _debrief(turn), _task(turn)
    if debrief is None or task is None:
        return _back(turn)
    match answer.choice:
        case "day":
            return flow.Goto("day")
        case "done":
            after_promises.forget(turn, task)
            changed = replace(task, done=True, reminder_id=None)
        case "mine" | "theirs":
            whose: debriefs.Whose = "mine" if answer.choice == "mine" else "theirs"
            changed = after_promises.scheduled(turn, debrief, replace(task, whose=whose))
        case "remove":
            after_promises.forget(turn, task)
            after_keeping.save(turn, debriefs.without_task(debrief, task.id, turn.now))
            return _back(turn)
        case _:
            return _back(turn)
    after_keeping.save(turn, debriefs.with_task(debrief, changed, turn.now))
    return _back(turn)


@FLOW.step("day", inputs.Moment("future"), to=("after",))
def day(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Move it to another day, and its reminder with it."""
    debrief, task = _debrief(turn), _task(turn)
    if debrief is None or task is None or answer.moment is None:
        return _back(turn)
    if answer.moment.date() < turn.local_now.date():
        return flow.Again("remind_me-past")
    at = answer.moment if answer.has_time else None
    changed = after_promises.scheduled(turn, debrief, replace(task, by=answer.moment.date(), done=False), at)
    after_keeping.save(turn, debriefs.with_task(debrief, changed, turn.now))
    return _back(turn)


def _back(turn: Turn) -> flow.Next:
    turn.choice = "promises"
    return flow.Switch("after", turn.subject)
