"""Loads the words by which a message is known to tell of a coming appointment."""

from dataclasses import dataclass
from functools import cache

import msgspec

from bot.content import loader

_FILE = "visit_words.yaml"


class _File(msgspec.Struct, forbid_unknown_fields=True, rename={"with_": "with"}):
    appointment: str
    seeing: str
    titles: str
    initials: str
    clinicians: str
    events: str
    fillers: str
    with_: str
    at: str
    about: str
    not_places: str
    places: str
    otherwise: str
    vague: str


@dataclass(frozen=True, slots=True)
class VisitWords:
    """Words and phrases in lower case, the longest first, so that "video visit" is found before "visit"."""

    appointment: tuple[str, ...]
    seeing: tuple[str, ...]
    titles: tuple[str, ...]
    initials: tuple[str, ...]
    """Words that are written in capitals ("gp")."""
    clinicians: tuple[str, ...]
    events: tuple[str, ...]
    fillers: tuple[str, ...]
    with_: tuple[str, ...]
    """What stands before a person."""
    at: tuple[str, ...]
    """What stands before a place."""
    about: tuple[str, ...]
    """What stands before a reason."""
    not_places: tuple[str, ...]
    """What may follow "at" and is no place ("night")."""
    places: tuple[str, ...]
    """Words by which a piece without "at" is known as a place ("clinic")."""
    otherwise: tuple[str, ...]
    """Words of a message that tells of something else."""
    vague: tuple[str, ...]
    """Words of a time that is wider than a day ("month")."""


@cache
def load(language: str = "en") -> VisitWords:
    """Load the words of ``language``.

    Raises:
        ContentError: the file is missing or malformed.

    """
    found = loader.load(loader.HOME / language / _FILE, _File)
    return VisitWords(**{name: _words(line) for name, line in msgspec.structs.asdict(found).items()})


def _words(line: str) -> tuple[str, ...]:
    words = {word.strip().strip('"') for word in line.split(",")}
    return tuple(sorted((word for word in words if word), key=lambda word: (-len(word), word)))
