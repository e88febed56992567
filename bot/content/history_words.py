"""Loads the words by which something for the standing history is known."""

from functools import cache

import msgspec

from bot.content import loader
from bot.domain import errors, history
from bot.domain.history_words import HistoryWords

_FILE = "history_words.yaml"
ALL, TRIED = "all", "tried"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    conditions: str
    reactions: str
    devices: str
    clinicians: str
    relatives: str
    others: str
    together: str
    not_avoided: str
    asks_by: str
    asks: dict[str, str]


@cache
def load(language: str = "en") -> HistoryWords:
    """Load the words of ``language``.

    Raises:
        ContentError: the file is missing or malformed, or ``asks`` names no section.

    """
    found = loader.load(loader.HOME / language / _FILE, _File)
    for name in found.asks:
        if name not in {ALL, TRIED} and not history.is_section(name):
            raise errors.ContentError(f"bot/content/{language}/{_FILE}", 0, name, "there is no such section")
    lists = {name: _words(line) for name, line in msgspec.structs.asdict(found).items() if name != "asks"}
    return HistoryWords(**lists, asks={name: _words(line) for name, line in found.asks.items()})


def _words(line: str) -> tuple[str, ...]:
    words = {word.strip() for word in line.split(",")}
    return tuple(sorted((word for word in words if word), key=lambda word: (-len(word), word)))
