"""The lines of "who does what by when?": taken, said back, asked about where they leave something open.

Not a flow. Each function gives the step that comes next.
"""

from dataclasses import replace
from datetime import date

from bot.domain import debriefs
from bot.engine import flow, inputs
from bot.flows import after_asking, after_keeping, after_promises
from bot.flows.after_asking import DAYS, LEAD, UNSURE
from bot.flows.turn import Turn
from bot.understanding.cases import promises


def take(turn: Turn, text: str) -> str:
    """Keep each line; where none says whose it is, that is asked, and beside a clear one it is a note."""
    found = after_promises.read(turn, text, asked=True)
    sure = [each for each in found.promises if each.whose != "unsure"]
    unsure = [each for each in found.promises if each.whose == "unsure"]
    lines = _keep(turn, sure)
    notes = (*found.rest, *(each.text for each in unsure)) if sure else found.rest
    lines += [_note(turn, each) for each in notes]
    turn.answers[LEAD] = "\n".join(lines)
    if unsure and not sure:
        turn.answers[UNSURE] = [
            {"text": each.text, "days": [day.isoformat() for day in each.days]} for each in unsure
        ]
        return "whose"
    return _next(turn)


def take_whose(turn: Turn, choice: str) -> str:
    """Keep a line that did not say whose it is."""
    first, *others = turn.answers.get(UNSURE) or [{"text": "", "days": []}]
    turn.answers[UNSURE] = others
    if choice in {"mine", "theirs"} and first["text"]:
        days = tuple(date.fromisoformat(each) for each in first["days"])
        said: promises.Whose = "mine" if choice == "mine" else "theirs"
        turn.answers[LEAD] = "\n".join(_keep(turn, [promises.Promise(first["text"], said, days)]))
    elif first["text"]:
        turn.answers[LEAD] = _note(turn, first["text"])
    return "whose" if others else _next(turn)


def ask_day(turn: Turn) -> flow.Prompt:
    """Ask which of two days a promise meant."""
    task_id, *days = (turn.answers.get(DAYS) or [[""]])[0]
    task = debriefs.find_task(after_asking.debrief_of(turn), task_id)
    said = [after_promises.say_day(turn, date.fromisoformat(each)) for each in days]
    rows = tuple((inputs.Choice(f"d{n}", each),) for n, each in enumerate(said))
    return flow.Prompt(turn.text("after-which-day", text=task.text if task else ""), rows)


def take_day(turn: Turn, choice: str) -> str:
    """Take one of two days; skipped, the more likely one stands."""
    (task_id, *days), *others = turn.answers.get(DAYS) or [[""]]
    turn.answers[DAYS] = others
    debrief = after_asking.debrief_of(turn)
    task = debriefs.find_task(debrief, task_id)
    if task and choice.startswith("d"):
        by = date.fromisoformat(days[int(choice[1:])])
        task = after_promises.scheduled(turn, debrief, replace(task, by=by))
        after_keeping.save(turn, debriefs.with_task(debrief, task, turn.now))
        turn.answers[LEAD] = after_promises.said_back(turn, task)
    return "day" if others else _next(turn)


def _keep(turn: Turn, found: list[promises.Promise]) -> list[str]:
    """Keep promises; note those whose day is one of two; give the lines that say them back."""
    debrief, lines, unclear = after_asking.debrief_of(turn), [], []
    for promise in found:
        debrief, task = after_promises.add(turn, debrief, promise)
        if len(promise.days) > 1:
            unclear.append([task.id, *(each.isoformat() for each in promise.days)])
        lines.append(after_promises.said_back(turn, task))
    if found:
        after_keeping.save(turn, debrief)
    turn.answers[DAYS] = [*turn.answers.get(DAYS, []), *unclear]
    return lines


def _note(turn: Turn, text: str) -> str:
    debrief = after_asking.debrief_of(turn)
    after_keeping.save(turn, replace(debrief, notes=(*debrief.notes, text)))
    return turn.text("after-note-line", text=text)


def _next(turn: Turn) -> str:
    return "day" if turn.answers.get(DAYS) else "promises"
