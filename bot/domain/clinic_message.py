"""A message to the clinic from the questions that found no place at a visit.

Patient portals take a limited number of characters and cut the rest without a word. So whole questions go in, oldest
first, until the size is reached, and what did not fit is counted. The result is plain text to be copied, not sent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

SIZES = (500, 1000, 2000)
"""Characters that portals commonly allow: a text message of a few parts, a short form, a long one. Our own choice."""
MOST_QUESTIONS = 10
"""More than this nobody answers in one reply. Our own choice."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around the questions, in the patient's language; any but ``number`` may be, or give, nothing.

    ``before`` is told how many questions follow, ``later`` how many did not fit. ``number`` gives one question its
    turn, as in "1. …".
    """

    greeting: str
    opening: str
    before: Callable[[int], str]
    after: str
    farewell: str
    number: Callable[[int, str], str]
    later: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Message:
    """The text, at most the size asked for, and which questions are in it (by their place in what was given)."""

    text: str
    taken: tuple[int, ...]
    left_over: int


def write(questions: Iterable[str], frame: Frame, size: int) -> Message:
    """Write as many whole questions as ``size`` characters hold, in their order.

    A question that is too long for the room is passed over and the next is tried. The opening, and then the other
    words around, give way before a question does. Where not one question fits, the text is empty.

    Raises:
        ValueError: ``size`` is not positive.

    """
    if size <= 0:
        raise ValueError("a message needs room for at least one character")
    asked = [(place, line) for place, line in enumerate(_tidy(each) for each in questions) if line]
    for around in _barer(frame):
        taken = _that_fit(asked, around, size)
        if taken:
            text = _text([line for _, line in taken], len(asked) - len(taken), around)
            return Message(text, tuple(place for place, _ in taken), len(asked) - len(taken))
    return Message("", (), len(asked))


def _barer(frame: Frame) -> Iterable[Frame]:
    """Give the frame, then the frame with less and less around the questions."""
    yield frame
    yield replace(frame, opening="")
    yield Frame("", "", _nothing, "", "", frame.number, _nothing)


def _that_fit(asked: list[tuple[int, str]], frame: Frame, size: int) -> list[tuple[int, str]]:
    taken: list[tuple[int, str]] = []
    for each in asked:
        lines = [line for _, line in (*taken, each)]
        if len(taken) < MOST_QUESTIONS and len(_text(lines, len(asked) - len(lines), frame)) <= size:
            taken.append(each)
    return taken


def _text(lines: list[str], left_over: int, frame: Frame) -> str:
    numbered = "\n".join(frame.number(place, line) for place, line in enumerate(lines, start=1))
    later = frame.later(left_over) if left_over else ""
    before = frame.before(len(lines))
    parts = (frame.greeting, _tidy(frame.opening), before, numbered, later, frame.after, frame.farewell)
    return "\n\n".join(part for part in parts if part)


def _nothing(_: int) -> str:
    return ""


def _tidy(text: str) -> str:
    return " ".join(text.split())
