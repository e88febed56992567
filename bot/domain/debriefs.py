"""After the visit: what was said and decided, who does what by when, and how it was, before it fades.

40-80% of what is said at a visit is forgotten at once (PMC539473). What happened is sorted by the patient, never for
them: the person, the system, or harm.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, TypeGuard, get_args

from bot.domain import history, questions

Sort = Literal["good", "system", "person", "harm", ""]
"""``good``: heard and helped. ``system``: the machine stood between. ``person``: the person did not listen. ``harm``:
hurt, mocked, threatened or refused in danger. Empty: not sorted."""
SORTS: tuple[Sort, ...] = ("good", "system", "person", "harm")

Whose = Literal["mine", "theirs"]

Piece = Literal["asked", "answer", "plan", "promises", "medicines", "feeling", "more"]
PIECES: tuple[Piece, ...] = get_args(Piece)
"""In the order they are asked: what fades first comes first."""


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody said they would do; ``by`` is a day on the patient's calendar, None where none was named."""

    text: str
    whose: Whose = "mine"
    by: date | None = None
    reminder_id: str | None = None
    done: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """What one told change of medicine did to the history; ``before`` is None where the item was new."""

    text: str
    after: history.Item
    before: history.Item | None = None


@dataclass(frozen=True, slots=True)
class Debrief:
    """One visit looked back on; it can be three taps or ten minutes, and go on tomorrow. Times are UTC.

    Which questions were asked stands with the questions themselves.
    """

    id: str
    visit_id: str
    begun_at: datetime
    changed_at: datetime
    plan: str = ""
    """The plan, said back in the patient's own words."""
    tasks: tuple[Task, ...] = ()
    medicines: tuple[str, ...] = ()
    """Changes of medicine, in the patient's words; the history has them in order."""
    feeling: str = ""
    sort: Sort = ""
    notes: tuple[str, ...] = ()
    """Whatever else was told, in the order it was told."""
    record: str = ""
    """Where there was harm: what happened, in plain facts, in the patient's words."""
    record_at: datetime | None = None
    thanked: bool = False
    finished: bool = False
    questions: tuple[str, ...] = ()
    """The ids of the questions the visit had, in their order; those not asked wait for the next visit."""
    applied: tuple[Applied, ...] = ()
    """What the changes of medicine did to the history, so that each can be taken back."""
    settled: tuple[str, ...] = ()
    """Pieces to which the patient said that there is nothing: not asked again, and not the same as not told."""


def is_sort(word: str) -> TypeGuard[Sort]:
    """Tell whether ``word`` is one of the four sorts."""
    return word in SORTS


def is_piece(word: str) -> TypeGuard[Piece]:
    """Tell whether ``word`` is one of the pieces."""
    return word in PIECES


def missing(debrief: Debrief, asked: Iterable[questions.Question]) -> tuple[Piece, ...]:
    """List the pieces that are not told yet, in their order; ``asked`` are the visit's questions that were asked."""
    were_asked = list(asked)
    has = {
        "asked": bool(were_asked) or not debrief.questions,
        "answer": all(question.answer for question in were_asked),
        "plan": bool(debrief.plan),
        "promises": False,  # one told in passing is not all: they are asked for until the patient says so
        "medicines": bool(debrief.medicines),
        "feeling": bool(debrief.feeling),
        "more": debrief.finished,
    }
    return tuple(piece for piece in PIECES if not has[piece] and piece not in debrief.settled)


def settle(debrief: Debrief, piece: Piece, now: datetime) -> Debrief:
    """Note that there is nothing to tell of a piece."""
    if piece in debrief.settled:
        return debrief
    return replace(debrief, settled=(*debrief.settled, piece), changed_at=now)


def open_tasks(debriefs: Iterable[Debrief]) -> tuple[Task, ...]:
    """List what was promised and is not done: by day, then what has none."""
    still = [task for debrief in debriefs for task in debrief.tasks if not task.done]
    return tuple(sorted(still, key=lambda task: task.by or date.max))


def find_task(debrief: Debrief, task_id: str) -> Task | None:
    """Find a task by its id."""
    return next((task for task in debrief.tasks if task.id == task_id), None)


def with_task(debrief: Debrief, task: Task, now: datetime) -> Debrief:
    """Put a task in place of the one with its id, or add it; the same words twice are one task."""
    if find_task(debrief, task.id):
        tasks = tuple(task if each.id == task.id else each for each in debrief.tasks)
    else:
        tasks = (*(each for each in debrief.tasks if _plain(each.text) != _plain(task.text)), task)
    return replace(debrief, tasks=tasks, changed_at=now)


def without_task(debrief: Debrief, task_id: str, now: datetime) -> Debrief:
    """Take a task out."""
    return replace(debrief, tasks=tuple(task for task in debrief.tasks if task.id != task_id), changed_at=now)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
