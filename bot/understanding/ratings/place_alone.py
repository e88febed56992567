"""A place that is all that is said after a number: "it's a 5. rib cage left", "pain 6. left wrist", "a 7 (hips)".

Named so, right after a rating, it can only be where it hurts.
"""

from bisect import bisect_left

from bot.understanding.body import place_words
from bot.understanding.ratings import rating_scales
from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

_OPENS = SENTENCE_ENDS - {"?"}
_OPENS_BESIDE = frozenset(("(", "-", ",", ":"))
_CLOSES = SENTENCE_ENDS | frozenset((")", ",", "-", ""))
_SMALL = (
    frozenset(
        (
            "my",
            "the",
            "both",
            "mostly",
            "mainly",
            "again",
            "in",
            "on",
            "it",
            "is",
            "'s",
            "and",
            "&",
            "plus",
            "side",
        )
    )
    | place_words.SIDES.keys()
    | frozenset(("lower", "upper", "all"))
)
_JOINS = frozenset(("and", "&", "plus"))
_FARTHEST, _FARTHEST_BESIDE = 9, 4
_LONGEST = 8


def after(message: Message, position: int) -> list[Match[Thing]]:
    """Give the places that stand alone after the number that ends at ``position``; none where anything else does."""
    for at in range(position, min(position + _FARTHEST, len(message.words))):
        word = message.words[at]
        beside = word in _OPENS_BESIDE and at < position + _FARTHEST_BESIDE
        if word == "?" or (at > position and rating_scales.number(word) is not None):
            return []
        if word in _OPENS or beside:
            found = _only_places(message, at + 1)
            if found or word in _OPENS:
                return found
    return []


def _is_somewhere(message: Message, thing: Match[Thing]) -> bool:
    """Tell a place, and "left side", from the "both sides" that only says where of another."""
    part = thing.value.part
    return part is not None and (
        part.name != "side" or message.word(thing.start - 1) in ("left", "right", "my")
    )


def _only_places(message: Message, start: int) -> list[Match[Thing]]:
    first = bisect_left(message.things, start, key=lambda thing: thing.start)
    by_start = {thing.start: thing for thing in message.things[first : first + _LONGEST]}
    found: list[Match[Thing]] = []
    at = start
    while at - start < _LONGEST and message.word(at) not in _CLOSES:
        thing = by_start.get(at)
        if (
            thing is not None
            and _is_somewhere(message, thing)
            and (not found or message.word(at - 1) in _SMALL)
        ):
            found.append(thing)
            at = thing.end
        elif message.word(at) in _SMALL:
            at += 1
        else:
            return []
    numbered = message.word(at) == "," and rating_scales.number(message.word(at + 1) or ",") is not None
    joined = len(found) == 1 or not _JOINS.isdisjoint(message.words[start:at])
    return found if message.word(at) in _CLOSES and joined and not numbered else []
