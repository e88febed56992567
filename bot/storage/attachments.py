"""The bytes of photos, voice notes and files, sealed beside the entry they belong to."""

from datetime import datetime

import sqlalchemy as sa

from bot.storage import sealed, tables


class Attachments:
    """Attachment bytes of one patient."""

    def __init__(self, scope: sealed.Scope) -> None:
        self._scope = scope

    def put(self, attachment_id: str, entry_id: str, content: bytes, now: datetime) -> None:
        """Seal and store the bytes of one attachment; a second time changes nothing."""
        if self.get(attachment_id) is not None:
            return
        scope = self._scope
        place = f"attachments/{attachment_id}/{scope.patient_id}"
        scope.connection.execute(
            sa.insert(tables.attachments),
            {
                "id": attachment_id,
                "patient_id": scope.patient_id,
                "entry_id": entry_id,
                "added_at": now,
                "body": scope.cipher.seal(content, place),
            },
        )

    def get(self, attachment_id: str) -> bytes | None:
        """Open the bytes of one attachment; None where they were not fetched (yet)."""
        table, scope = tables.attachments, self._scope
        query = sa.select(table.c.body).where(
            table.c.id == attachment_id, table.c.patient_id == scope.patient_id
        )
        body = scope.connection.execute(query).scalar_one_or_none()
        if body is None:
            return None
        return scope.cipher.open(body, f"attachments/{attachment_id}/{scope.patient_id}")
