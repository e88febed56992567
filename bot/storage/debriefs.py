"""What the patient said of their visits afterwards, one row a visit."""

from typing import Any

from bot.domain import debriefs
from bot.storage import sealed, tables


class Debriefs(sealed.Rows[debriefs.Debrief]):
    """Debriefs of one patient."""

    table = tables.debriefs
    kind = debriefs.Debrief

    def columns(self, value: debriefs.Debrief) -> dict[str, Any]:
        """Keep the visit and when it was begun in clear, for the index."""
        return {"visit_id": value.visit_id, "begun_at": value.begun_at}

    def of_visit(self, visit_id: str) -> debriefs.Debrief | None:
        """Find the one of a visit."""
        return next(self._select(self.table.c.visit_id == visit_id), None)
