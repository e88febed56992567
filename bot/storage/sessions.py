"""Where a patient's conversation stands: one sealed row each."""

from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa

from bot.storage import prepared, sealed, tables

S = TypeVar("S")

table = tables.sessions
_MINE = table.c.patient_id == sa.bindparam("of_patient")
_LOAD = prepared.Prepared(sa.select(table.c.body).where(_MINE))
_UPDATE = prepared.Prepared(sa.update(table).where(_MINE))
_INSERT = prepared.Prepared(sa.insert(table))
_DROP = sa.delete(table).where(_MINE)


class Sessions:
    """The conversation of one patient; the type of the session is the engine's."""

    def __init__(self, scope: sealed.Scope) -> None:
        self._scope = scope
        self._stored: bytes | None = None

    def load(self, kind: type[S]) -> S | None:
        """Open the session, or None where nothing is going on."""
        scope = self._scope
        row = _LOAD.row(scope.connection, {"of_patient": scope.patient_id})
        if row is None:
            return None
        found = scope.open(row[0], kind, table.name, "session")
        self._stored = sealed.encode(found)
        return found

    def drop(self) -> None:
        """Remove the session: for one that can be read no more."""
        self._stored = b""
        self._scope.connection.execute(_DROP, {"of_patient": self._scope.patient_id})

    def save(self, session: object, now: datetime) -> None:
        """Store where the conversation stands now; most updates are answers to nothing, and leave it as it was."""
        scope, encoded = self._scope, sealed.encode(session)
        if encoded == self._stored:
            return
        self._stored = encoded
        row = {"updated_at": now, "body": scope.seal(session, table.name, "session")}
        if not _UPDATE.count(scope.connection, {"of_patient": scope.patient_id, **row}):
            _INSERT.count(scope.connection, {"patient_id": scope.patient_id, **row})
