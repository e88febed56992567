"""Where a patient's conversation stands: one sealed row each."""

from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa

from bot.storage import sealed, tables

S = TypeVar("S")


class Sessions:
    """The conversation of one patient; the type of the session is the engine's."""

    def __init__(self, scope: sealed.Scope) -> None:
        self._scope = scope

    def load(self, kind: type[S]) -> S | None:
        """Open the session, or None where nothing is going on."""
        table, scope = tables.sessions, self._scope
        query = sa.select(table.c.body).where(table.c.patient_id == scope.patient_id)
        body = scope.connection.execute(query).scalar_one_or_none()
        return None if body is None else scope.open(body, kind, table.name, "session")

    def drop(self) -> None:
        """Remove the session: for one that can be read no more."""
        table, scope = tables.sessions, self._scope
        scope.connection.execute(sa.delete(table).where(table.c.patient_id == scope.patient_id))

    def save(self, session: object, now: datetime) -> None:
        """Store where the conversation stands now."""
        table, scope = tables.sessions, self._scope
        row = {"updated_at": now, "body": scope.seal(session, table.name, "session")}
        changed = scope.connection.execute(
            sa.update(table).where(table.c.patient_id == scope.patient_id).values(row)
        )
        if changed.rowcount == 0:
            scope.connection.execute(sa.insert(table), {"patient_id": scope.patient_id, **row})
