"""Loads the phrases by which a message is known to ask for words, or to ask why, and what people call each topic."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from bot.content import explainers, loader
from bot.domain import errors

_FILE = "words_requests.yaml"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    polite: str
    say: str
    say_unless: str
    why: str
    topics: dict[str, str]


@dataclass(frozen=True, slots=True)
class WordsRequests:
    """Phrases in lower case, the longest first; ``topics`` holds each phrase with its explainer's id."""

    polite: tuple[str, ...]
    say: tuple[str, ...]
    say_unless: tuple[str, ...]
    """Beginnings of a request that ask how to know something ("how do I tell if")."""
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
    return WordsRequests(
        _words(found.polite),
        _words(found.say),
        _words(found.say_unless),
        _words(found.why),
        {phrase: topics[phrase] for phrase in sorted(topics, key=lambda each: (-len(each), each))},
    )


def _words(line: str) -> tuple[str, ...]:
    words = {word.strip() for word in line.split(",")}
    return tuple(sorted((word for word in words if word), key=lambda word: (-len(word), word)))
