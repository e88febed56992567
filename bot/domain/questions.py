"""Questions for a visit: three in order, the rest in a parking lot."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

TOP = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``place`` 1-3 is its turn at the visit; None means parked.

    ``visit_id`` names the visit it has a place at; None where no visit was planned when it got one.
    """

    id: str
    text: str
    added_at: datetime
    visit_id: str | None = None
    place: int | None = None
    state: Literal["open", "asked", "dropped"] = "open"
    answer: str = ""
    """What they said to it, in the patient's words; empty where it was not asked or not written down."""


def for_visit(
    questions: Iterable[Question], visit_id: str | None, ahead: Collection[str] = ()
) -> tuple[Question, ...]:
    """Show the open questions as they stand for one visit (or for none).

    ``ahead`` holds the ids of the planned visits still ahead, soonest first. What has a place at another of them is
    left out. What was chosen without a visit belongs to the soonest; what was chosen for one that is over or
    cancelled is parked again. Those with a place come first, in order, and there are never more than three.
    """
    carries_over = visit_id is None or visit_id in list(ahead)[:1]
    mine: list[Question] = []
    rest: list[Question] = []
    for question in questions:
        if question.state != "open" or (question.visit_id in ahead and question.visit_id != visit_id):
            continue
        here = question.visit_id == visit_id or (question.visit_id is None and carries_over)
        (mine if here and question.place is not None else rest).append(question)
    mine.sort(key=lambda q: (q.visit_id is None, q.place or 0, q.added_at))
    placed = [replace(q, visit_id=visit_id, place=n) for n, q in enumerate(mine[:TOP], start=1)]
    waiting = sorted((*mine[TOP:], *rest), key=lambda q: q.added_at)
    return (*placed, *(replace(q, visit_id=None, place=None) for q in waiting))


def chosen(questions: Iterable[Question]) -> tuple[Question, ...]:
    """List the open questions that have a place, in their order."""
    placed = [q for q in questions if q.state == "open" and q.place is not None]
    return tuple(sorted(placed, key=lambda q: q.place or 0))


def parked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """List the open questions without a place, oldest first."""
    waiting = [q for q in questions if q.state == "open" and q.place is None]
    return tuple(sorted(waiting, key=lambda q: q.added_at))


def choose(
    questions: Iterable[Question], question_id: str, visit_id: str | None = None
) -> tuple[Question, ...]:
    """Give the question the next free place; return the questions that changed (none where all three are taken)."""
    all_of_them = list(questions)
    taken = chosen(all_of_them)
    wanted = next((q for q in parked(all_of_them) if q.id == question_id), None)
    if wanted is None or len(taken) >= TOP:
        return ()
    return (*_renumbered(taken), replace(wanted, visit_id=visit_id, place=len(taken) + 1))


def swap(questions: Iterable[Question], question_id: str, other_id: str) -> tuple[Question, ...]:
    """Give a parked question the place of a chosen one, which is parked; return the two, or none."""
    all_of_them = list(questions)
    fresh = next((q for q in parked(all_of_them) if q.id == question_id), None)
    other = next((q for q in chosen(all_of_them) if q.id == other_id), None)
    if fresh is None or other is None:
        return ()
    return (
        replace(fresh, visit_id=other.visit_id, place=other.place),
        replace(other, visit_id=None, place=None),
    )


def park(questions: Iterable[Question], question_id: str) -> tuple[Question, ...]:
    """Take the question's place away and close the gap; return the questions that changed."""
    taken = chosen(questions)
    gone = next((q for q in taken if q.id == question_id), None)
    if gone is None:
        return ()
    rest = tuple(q for q in taken if q.id != question_id)
    return (*_renumbered(rest), replace(gone, visit_id=None, place=None))


def drop(questions: Iterable[Question], question_id: str) -> tuple[Question, ...]:
    """Take the question off the list and close the gap; return the questions that changed."""
    all_of_them = list(questions)
    gone = next((q for q in all_of_them if q.id == question_id and q.state == "open"), None)
    if gone is None:
        return ()
    moved = tuple(q for q in park(all_of_them, question_id) if q.id != question_id)
    return (*moved, replace(gone, visit_id=None, place=None, state="dropped"))


def move_first(questions: Iterable[Question], question_id: str) -> tuple[Question, ...]:
    """Put a chosen question first, the others after it in their order; return those that changed."""
    taken = chosen(questions)
    first = tuple(q for q in taken if q.id == question_id)
    return _renumbered((*first, *(q for q in taken if q.id != question_id))) if first else ()


def find_same(questions: Iterable[Question], text: str) -> Question | None:
    """Find an open question that says the same, whatever its spaces and capitals."""
    wanted = _plain(text)
    return next((q for q in questions if q.state == "open" and _plain(q.text) == wanted), None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" ?.")


def _renumbered(ordered: Iterable[Question]) -> tuple[Question, ...]:
    placed = enumerate(ordered, start=1)
    return tuple(replace(q, place=place) for place, q in placed if q.place != place)
