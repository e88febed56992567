"""Questions for a visit: three in order, the rest in a parking lot."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

TOP = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``place`` 1-3 is its turn at the visit; None means parked."""

    id: str
    text: str
    added_at: datetime
    visit_id: str | None = None
    place: int | None = None
    state: Literal["open", "asked", "dropped"] = "open"


def chosen(questions: Iterable[Question]) -> tuple[Question, ...]:
    """List the open questions that have a place, in their order."""
    placed = [q for q in questions if q.state == "open" and q.place is not None]
    return tuple(sorted(placed, key=lambda q: q.place or 0))


def parked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """List the open questions without a place, oldest first."""
    waiting = [q for q in questions if q.state == "open" and q.place is None]
    return tuple(sorted(waiting, key=lambda q: q.added_at))


def choose(questions: Iterable[Question], question_id: str) -> tuple[Question, ...]:
    """Give the question the next free place; return the questions that changed (none where all three are taken)."""
    all_of_them = list(questions)
    taken = chosen(all_of_them)
    wanted = next((q for q in parked(all_of_them) if q.id == question_id), None)
    if wanted is None or len(taken) >= TOP:
        return ()
    return (*_renumbered(taken), replace(wanted, place=len(taken) + 1))


def park(questions: Iterable[Question], question_id: str) -> tuple[Question, ...]:
    """Take the question's place away and close the gap; return the questions that changed."""
    taken = chosen(questions)
    gone = next((q for q in taken if q.id == question_id), None)
    if gone is None:
        return ()
    rest = tuple(q for q in taken if q.id != question_id)
    return (*_renumbered(rest), replace(gone, place=None))


def move_first(questions: Iterable[Question], question_id: str) -> tuple[Question, ...]:
    """Put a chosen question first, the others after it in their order; return those that changed."""
    taken = chosen(questions)
    first = tuple(q for q in taken if q.id == question_id)
    return _renumbered((*first, *(q for q in taken if q.id != question_id))) if first else ()


def _renumbered(ordered: Iterable[Question]) -> tuple[Question, ...]:
    placed = enumerate(ordered, start=1)
    return tuple(replace(q, place=place) for place, q in placed if q.place != place)
