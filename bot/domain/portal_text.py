"""The summary as a message for a patient portal: the most important first, whole lines only, never beyond a size.

Portals take a limited number of characters and cut the rest without a word. What does not fit stays out and is counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass

SIZES = (500, 1000, 2000)
"""Characters that portals commonly allow. Our own choice, as for messages to the clinic."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, said whole or not at all. ``rank``: 0 goes in first. ``section``: lines of one stand together."""

    text: str
    rank: int
    section: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading; empty where its lines need none. Sections stand in the order they are given."""

    id: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """The text, at most the size asked for, and how many lines found no room."""

    text: str
    left_over: int


def write(lines: Iterable[Line], sections: tuple[Section, ...], size: int) -> Message:
    """Take whole lines by their rank as long as they fit; one that is too long is passed over for the next.

    Raises:
        ValueError: ``size`` is not positive.

    """
    if size <= 0:
        raise ValueError("a message needs room for at least one character")
    every = [(place, line) for place, line in enumerate(lines) if line.text.strip()]
    taken: list[tuple[int, Line]] = []
    for place, line in sorted(every, key=lambda each: (each[1].rank, each[0])):
        if len(_text([*taken, (place, line)], sections)) <= size:
            taken.append((place, line))
    return Message(_text(taken, sections), len(every) - len(taken))


def _text(taken: list[tuple[int, Line]], sections: tuple[Section, ...]) -> str:
    blocks = []
    for section in sections:
        own = [
            " ".join(line.text.split())
            for _, line in sorted(taken, key=lambda t: t[0])
            if line.section == section.id
        ]
        if own:
            blocks.append("\n".join([section.heading, *own] if section.heading else own))
    return "\n\n".join(blocks)
