"""Loads the question bank: questions worth asking, by kind of visit, each with why."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.content import loader
from bot.domain import errors

_FILE = "questions.yaml"
MAX_ID_BYTES = 24
"""An id stands in a button's data beside other words (64 bytes in all)."""


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question of the bank: ``text`` as the patient would say it, ``why`` as we tell them."""

    id: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class VisitKind:
    """One kind of visit and the questions that suit it, the most useful first."""

    id: str
    label: str
    questions: tuple[BankQuestion, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """The whole bank."""

    kinds: tuple[VisitKind, ...]

    def kind(self, kind_id: str) -> VisitKind | None:
        """Find a kind of visit."""
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def question(self, question_id: str) -> BankQuestion | None:
        """Find a question by its id."""
        return next((q for kind in self.kinds for q in kind.questions if q.id == question_id), None)


@cache
def load_bank(language: str = "en") -> Bank:
    """Load the bank of ``language``.

    Raises:
        ContentError: the file is missing or malformed, or an id stands twice or is too long for a button.

    """
    path = loader.HOME / language / _FILE
    bank = loader.load(path, Bank)
    seen: set[str] = set()
    for kind in bank.kinds:
        for each in (kind.id, *(question.id for question in kind.questions)):
            if each in seen or len(each.encode()) > MAX_ID_BYTES:
                shown = f"bot/content/{language}/{_FILE}"
                problem = f"the id must be the only one of its name and at most {MAX_ID_BYTES} bytes"
                raise errors.ContentError(shown, _last_line(path, f"id: {each}"), each, problem)
            seen.add(each)
    return bank


def _last_line(path: Path, words: str) -> int:
    """Find the last line that begins with ``words``, a list's dash aside."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = (number for number, line in enumerate(lines, start=1) if line.lstrip(" -").startswith(words))
    return max(starts, default=0)
