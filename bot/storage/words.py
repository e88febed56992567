"""The patient's own words for their symptoms, learned when they fix what was understood."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage import sealed, tables


@dataclass(frozen=True, slots=True)
class TaughtWord:
    """The patient says ``said`` (lower case) and means ``name``."""

    id: str
    said: str
    name: str
    taught_at: datetime


_IN_ORDER = sealed.selecting(tables.words, order=(tables.words.c.taught_at,))


class Words(sealed.Rows[TaughtWord]):
    """Words one patient taught."""

    table = tables.words
    kind = TaughtWord

    def columns(self, value: TaughtWord) -> dict[str, Any]:
        """Keep only when it was taught in clear."""
        return {"taught_at": value.taught_at}

    def taught(self) -> dict[str, str]:
        """Give what was said to what was meant, the latest lesson winning."""
        return {word.said: word.name for word in self._found(_IN_ORDER)}

    def teach(self, said: str, name: str, now: datetime) -> None:
        """Remember that ``said`` means ``name``."""
        self.add(TaughtWord(sealed.new_id(), said.casefold().strip(), name, now))
