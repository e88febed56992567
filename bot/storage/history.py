"""The patient's standing history, row by row."""

from typing import Any

from bot.domain import history
from bot.storage import sealed, tables


class History(sealed.Rows[history.Item]):
    """History of one patient; every state of it, also what was refused."""

    table = tables.history
    kind = history.Item

    def __init__(self, scope: sealed.Scope) -> None:
        super().__init__(scope)
        self._read: list[history.Item] | None = None

    def all(self) -> list[history.Item]:
        """List all items; every part of a turn asks for them, so they are read once and after each change."""
        if self._read is None:
            self._read = super().all()
        return list(self._read)

    def add(self, value: history.Item) -> history.Item:
        """Store an item that is new."""
        self._read = None
        return super().add(value)

    def save(self, value: history.Item) -> history.Item:
        """Store an item in place of the one with its id, or as a new one."""
        self._read = None
        return super().save(value)

    def delete(self, row_id: str) -> None:
        """Remove an item."""
        self._read = None
        super().delete(row_id)

    def columns(self, value: history.Item) -> dict[str, Any]:
        """Keep only when it was told in clear."""
        return {"added_at": value.added_at}

    def set_none(self, section: history.Section, item: history.Item) -> None:
        """Note that there is nothing in a section, once; ``item`` is the note."""
        if not history.is_none(self.all(), section):
            self.add(item)

    def tell(self, item: history.Item) -> history.Item:
        """Keep an item; a "none" said earlier about its section is not true any more, save by what is over too."""
        if item.state == "now":
            for said in history.of_section(self.all(), item.section, "none"):
                self.delete(said.id)
        return self.save(item)
