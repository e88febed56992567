"""The patient's case rows."""

from typing import Any

from bot.domain import cases
from bot.storage import sealed, tables


class Cases(sealed.Rows[cases.Case]):
    """Cases of one patient."""

    table = tables.cases
    kind = cases.Case

    def columns(self, value: cases.Case) -> dict[str, Any]:
        """Keep when it was opened and whether it still is in clear, for the index."""
        return {"opened_at": value.opened_at, "state": value.state}

    def open(self) -> tuple[cases.Case, ...]:
        """List the open cases, the most pressing first."""
        return cases.open_ones(self._select(self.table.c.state == "open"))
