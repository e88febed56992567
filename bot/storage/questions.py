"""The patient's question rows."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain import questions
from bot.storage import sealed, tables

_OPEN = sealed.selecting(
    tables.questions,
    tables.questions.c.state == "open",
    order=(tables.questions.c.added_at, tables.questions.c.id),
)


class Questions(sealed.Rows[questions.Question]):
    """Questions of one patient."""

    table = tables.questions
    kind = questions.Question

    def columns(self, value: questions.Question) -> dict[str, Any]:
        """Keep the visit and the state in clear, for the index."""
        return {"added_at": value.added_at, "visit_id": value.visit_id, "state": value.state}

    def open(self) -> list[questions.Question]:
        """List what is still to ask, oldest first."""
        return list(self._found(_OPEN))

    def add(self, value: questions.Question) -> questions.Question:
        """Store a new one behind those that are open: several told in one message keep their order."""
        latest = max((each.added_at for each in self.open()), default=None)
        if latest is not None and latest >= value.added_at:
            value = replace(value, added_at=latest + timedelta(microseconds=1))
        return super().add(value)

    def save_all(self, changed: tuple[questions.Question, ...]) -> None:
        """Store several at once."""
        for question in changed:
            self.save(question)
