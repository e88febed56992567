"""The patient's journal rows. Undone entries stay for a while, so that a slip of the thumb can be taken back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import journal
from bot.storage import sealed, tables

UNDO_FOR = timedelta(days=1)
"""How long an undo can be taken back."""


class Journal(sealed.Rows[journal.Entry]):
    """Entries of one patient; removed ones are seen by none of the queries."""

    table = tables.journal
    kind = journal.Entry

    def columns(self, value: journal.Entry) -> dict[str, Any]:
        """Keep when it was and which message told it in clear, for the indexes."""
        return {
            "at": value.at,
            "recorded_at": value.recorded_at,
            "kind": value.kind,
            "message_id": value.message_id,
        }

    def between(self, start: datetime, end: datetime) -> list[journal.Entry]:
        """List what happened from ``start`` up to but not including ``end``, oldest first."""
        at = self.table.c.at
        kept = self.table.c.removed_at.is_(None)
        return list(self._select(kept, at >= start, at < end, order=(at, self.table.c.recorded_at)))

    def latest(self, limit: int, kinds: Iterable[journal.EntryKind] = ()) -> list[journal.Entry]:
        """List the latest entries, newest first; of the given kinds only, where any are given."""
        kept = self.table.c.removed_at.is_(None)
        of_kind = [self.table.c.kind.in_(list(kinds))] if kinds else []
        return list(self._select(kept, *of_kind, order=(self.table.c.at.desc(),), limit=limit))

    def of_message(self, message_id: int) -> journal.Entry | None:
        """Find the entry that a Telegram message told."""
        kept = self.table.c.removed_at.is_(None)
        return next(self._select(kept, self.table.c.message_id == message_id), None)

    def kept(self, entry_id: str) -> journal.Entry | None:
        """Find an entry that was not undone."""
        return next(self._select(self.table.c.removed_at.is_(None), self.table.c.id == entry_id), None)

    def history(self) -> list[journal.Entry]:
        """List every entry that was not undone, oldest first."""
        return list(self._select(self.table.c.removed_at.is_(None), order=(self.table.c.at,)))

    def remove(self, entry_id: str, now: datetime) -> None:
        """Undo an entry; ``restore`` takes it back until the nightly housekeeping."""
        self._mark(entry_id, now)

    def restore(self, entry_id: str) -> None:
        """Take an undo back."""
        self._mark(entry_id, None)

    def _mark(self, entry_id: str, moment: datetime | None) -> None:
        table, scope = self.table, self._scope
        scope.connection.execute(
            sa.update(table)
            .where(table.c.id == entry_id, table.c.patient_id == scope.patient_id)
            .values(removed_at=moment)
        )


def clean(connection: Connection, now: datetime) -> None:
    """Drop entries that were undone long enough ago, with their attachments."""
    table = tables.journal
    connection.execute(sa.delete(table).where(table.c.removed_at < now - UNDO_FOR))
