"""One visit's questions as the patient sees and changes them: read, add, choose, park, drop, bring back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from bot.domain import questions, visits
from bot.flows import visit_cards
from bot.flows.turn import Turn

Questions = tuple[questions.Question, ...]
Kept = Literal["chosen", "parked", "same"]
"""What became of a question that was added."""


def visit_of(turn: Turn, wanted: str) -> visits.Visit | None:
    """Find the visit the questions are for: the wanted one while it is ahead, else the next one, if any."""
    ahead = visit_cards.at_hand(turn)
    return next((v for v in ahead if v.id == wanted), ahead[0] if ahead else None)


def read(turn: Turn, visit: visits.Visit | None) -> Questions:
    """Give the questions as they stand for the visit: those chosen first, in order."""
    ahead = [v.id for v in visit_cards.at_hand(turn)]
    return questions.for_visit(turn.store.questions.open(), visit.id if visit else None, ahead)


def add(turn: Turn, visit: visits.Visit | None, text: str) -> Kept:
    """Add a question: chosen while there is room for it, else parked; the same one is not added twice."""
    mine = read(turn, visit)
    words = " ".join(text.split())
    if questions.find_same(mine, words):
        return "same"
    fresh = questions.Question(turn.new_id(), words, turn.now)
    turn.store.questions.add(fresh)
    return "chosen" if choose(turn, visit, fresh.id) else "parked"


def choose(turn: Turn, visit: visits.Visit | None, question_id: str) -> bool:
    """Choose a parked question; tell whether there was a place for it."""
    visit_id = visit.id if visit else None
    return _apply(turn, visit, lambda mine: questions.choose(mine, question_id, visit_id))


def swap(turn: Turn, visit: visits.Visit | None, question_id: str, other_id: str) -> None:
    """Give a parked question the place of a chosen one."""
    _apply(turn, visit, lambda mine: questions.swap(mine, question_id, other_id))


def move_first(turn: Turn, visit: visits.Visit | None, question_id: str) -> None:
    """Put a chosen question first."""
    _apply(turn, visit, lambda mine: questions.move_first(mine, question_id))


def park(turn: Turn, visit: visits.Visit | None, question_id: str) -> None:
    """Take a chosen question's place away."""
    _apply(turn, visit, lambda mine: questions.park(mine, question_id))


def drop(turn: Turn, visit: visits.Visit | None, question_id: str) -> None:
    """Take a question off the list."""
    _apply(turn, visit, lambda mine: questions.drop(mine, question_id))


def bring_back(turn: Turn, question_id: str) -> bool:
    """Put a dropped question back among the parked ones; tell whether it was there."""
    found = turn.store.questions.get(question_id)
    if found is None:
        return False
    if found.state != "open":
        turn.store.questions.save(replace(found, state="open", place=None, visit_id=None))
    return True


def _apply(turn: Turn, visit: visits.Visit | None, change: Callable[[Questions], Questions]) -> bool:
    """Store what ``change`` changes, with everything that has a place, so that all of it names this visit."""
    mine = read(turn, visit)
    changed = change(mine)
    by_id = {q.id: q for q in (*questions.chosen(mine), *changed)}
    if changed:
        turn.store.questions.save_all(tuple(by_id.values()))
    return bool(changed)
