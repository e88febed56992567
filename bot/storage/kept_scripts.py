"""The words the patient kept."""

from typing import Any

from bot.domain import kept_scripts
from bot.storage import sealed, tables


class KeptScripts(sealed.Rows[kept_scripts.KeptScript]):
    """Kept words of one patient."""

    table = tables.kept_scripts
    kind = kept_scripts.KeptScript

    def columns(self, value: kept_scripts.KeptScript) -> dict[str, Any]:
        """Keep the visit and when in clear, for the index."""
        return {"visit_id": value.visit_id, "kept_at": value.kept_at}
