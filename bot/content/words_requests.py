"""Loads the phrases by which a message is known to ask for words, or to ask why, and what people call each topic."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import msgspec

from bot.content import explainers, loader
from bot.domain import errors, rehearsals

T = TypeVar("T")

_FILE = "words_requests.yaml"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    polite: str
    say: str
    say_unless: str
    mine: str
    practise: str
    practise_alone: str
    practise_before: str
    practise_then: str
    desks: dict[rehearsals.Who, str]
    calls: str
    visits: str
    spoken: str
    why: str
    topics: dict[str, str]


@dataclass(frozen=True, slots=True)
class WordsRequests:
    """Phrases in lower case, the longest first; ``topics`` holds each phrase with its explainer's id."""

    polite: tuple[str, ...]
    say: tuple[str, ...]
    say_unless: tuple[str, ...]
    """Beginnings of a request that ask how to know something ("how do I tell if")."""
    mine: tuple[str, ...]
    practise: tuple[str, ...]
    """Verbs that ask to practise, with what may stand before them and what must follow where they aren't alone."""
    practise_alone: tuple[str, ...]
    practise_before: tuple[str, ...]
    practise_then: tuple[str, ...]
    desks: Mapping[str, rehearsals.Who]
    """Each name of somebody across the desk with their id."""
    calls: tuple[str, ...]
    visits: tuple[str, ...]
    spoken: tuple[str, ...]
    """Words of an answer that is spoken to somebody, not noted for the log."""
    why: tuple[str, ...]
    topics: Mapping[str, str]


@cache
def load(language: str = "en") -> WordsRequests:
    """Load the phrases of ``language``.

    Raises:
        ContentError: the file is missing or malformed, or a topic is the name of no explainer.

    """
    path = loader.HOME / language / _FILE
    found = loader.load(path, _File)
    known = {file.stem for file in (path.parent / explainers.FOLDER).glob("*.yaml")}
    for name in found.topics:
        if name not in known:
            lines = path.read_text(encoding="utf-8").splitlines()
            line = next((n for n, text in enumerate(lines, 1) if text.strip().startswith(f"{name}:")), 0)
            raise errors.ContentError(
                f"bot/content/{language}/{_FILE}", line, name, "there is no explainer of that name"
            )
    topics = {phrase: name for name, line in found.topics.items() for phrase in _words(line)}
    desks = {phrase: who for who, line in found.desks.items() for phrase in _words(line)}
    fields = msgspec.structs.asdict(found)
    lists = {name: _words(line) for name, line in fields.items() if isinstance(line, str)}
    return WordsRequests(**lists, desks=_longest_first(desks), topics=_longest_first(topics))


def _longest_first(phrases: Mapping[str, T]) -> dict[str, T]:
    return {phrase: phrases[phrase] for phrase in sorted(phrases, key=lambda each: (-len(each), each))}


def _words(line: str) -> tuple[str, ...]:
    words = {word.strip() for word in line.split(",")}
    return tuple(sorted((word for word in words if word), key=lambda word: (-len(word), word)))
