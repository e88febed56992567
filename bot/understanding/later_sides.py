"""The side that is told after everything else: "ankle's twice its size, the right", "ears ringing, mainly left".

It belongs to the last complaint that has a place and no side yet, and stands in a clause of its own.
"""

from bot.understanding import place_words
from bot.understanding.message import SENTENCE_ENDS, Mention, Message

_SIDES = frozenset(("left", "right"))
_LEADING = frozenset(
    (
        "the", "mainly", "mostly", "just", "only", "on", "my", "worse", "worst", "more", "in", "especially", "its",
        "is",
    )
)  # fmt: skip
"""May stand between the comma and the side."""
_OPENS = frozenset((",", "-", "(", ":"))
_FOLLOWING = frozenset(
    (
        "one", "side", "only", "mostly", "mainly", "worse", "worst", "first", "more", "especially", "again", "today",
        "now", "the", "is",
    )
)  # fmt: skip
_ENDS = SENTENCE_ENDS | frozenset(("", ",", ")", "-", "and", "but"))
_BOTH_OR_NONE = frozenset(
    ("chest", "back", "lower back", "spine", "throat", "nose", "mouth", "tongue", "bladder")
)
"""Places of which one side alone is told with more words than that."""


def place(message: Message) -> None:
    """Give the side that is told last to the complaint of ``message`` that it is said of."""
    if _SIDES.isdisjoint(message.words):
        return
    for position, word in enumerate(message.words):
        if word in _SIDES and _is_alone(message, position):
            told = _told_before(message, position)
            if told is not None:
                told.body_part = f"{word} {told.body_part}"


def _is_alone(message: Message, position: int) -> bool:
    """Tell "..., mainly left" from "..., left early" and from "... right now"."""
    opened = message.led(_LEADING, position)
    if message.word(opened - 1) not in _OPENS:
        return False
    at = message.past(_FOLLOWING, position + 1)
    right_now = message.word(position) == "right" and message.word(position + 1) == "now"
    return message.word(at) in _ENDS and not right_now


def _told_before(message: Message, position: int) -> Mention | None:
    """Find the last complaint before ``position`` where it has a place and no side."""
    first = message.sentence_start(position)
    before = [one for one in message.mentions if first <= one.start and one.end <= position]
    last = max(before, key=lambda one: one.end, default=None)
    if last is None or last.body_part is None or last.is_taught:
        return None
    sided = last.body_part.split()[0] in place_words.SIDES
    return None if sided or last.body_part in place_words.EVERYWHERE | _BOTH_OR_NONE else last
