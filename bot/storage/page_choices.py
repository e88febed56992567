"""What the patient wants on the page, clinician by clinician."""

from typing import Any

from bot.domain import page_choices
from bot.storage import sealed, tables


class PageChoices(sealed.Rows[page_choices.PageChoice]):
    """Page choices of one patient."""

    table = tables.page_choices
    kind = page_choices.PageChoice

    def columns(self, value: page_choices.PageChoice) -> dict[str, Any]:
        """Keep nothing in clear."""
        del value
        return {}

    def of(self, for_whom: str) -> page_choices.PageChoice | None:
        """Find the choice made for a clinician, else the one made for everybody."""
        found = {choice.for_whom: choice for choice in self.all()}
        return found.get(for_whom.casefold().strip()) or found.get("")
