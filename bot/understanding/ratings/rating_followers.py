"""What may come after a number that rates a symptom, told from what makes it a count, a dose, a time or a date."""

from collections.abc import Sequence

from bot.domain.vocabulary import RatingCues
from bot.understanding.ratings import rating_scales
from bot.understanding.words.message import SENTENCE_ENDS

_MARKS_AFTER = SENTENCE_ENDS | frozenset(",()>]+-")
_TO_DO = frozenset(
    (
        "touch", "move", "walk", "stand", "sit", "press", "bend", "swallow", "breathe", "cough", "lift", "the", "lie",
        "chew", "turn", "pee", "wee", "eat", "sleep", "stretch",
    )
)  # fmt: skip
"""After "3 to": what brings it on."""
_THATS = (["'s"], ["is"], ["wont"], ["doesnt"], ["keeps"], ["comes"])
_THINGS = frozenset(
    (
        "building", "meeting", "king", "ring", "string", "thing", "wing", "dressing", "painting", "pudding",
        "sibling",
    )
)  # fmt: skip
"""End like what someone does and are none of it."""


def may_follow(cues: RatingCues, words: Sequence[str], position: int, *, known: bool) -> bool:
    """Tell whether what follows a bare number leaves it a rating, and makes no count or date of it.

    ``position`` is the token after it; ``known`` tells that a symptom, place or medicine begins there.
    """
    if position >= len(words):
        return True
    word, following = words[position], words[position + 1 : position + 2]
    listed = word == "/" and following != [] and following[0].isalpha()  # "headache 6/nausea 3"
    if rating_scales.came_from(words, position) or listed or (word == "that" and following in _THATS):
        return True
    if word == "-" or word in ("(", ","):
        return not (word == "-" and following and following[0][0].isdigit())
    if word in ("in", "on", "at") and following and following[0] not in cues.after_preposition:
        return following[0][0].isdigit() and word != "in"
    if (
        word == "to"
        and following
        and not (following[0] in ("a", "an") or following[0] in _TO_DO or following[0][0].isdigit())
    ):
        return False
    return (
        word in cues.following
        or word in _MARKS_AFTER
        or (word.endswith("ing") and word not in _THINGS)
        or known
        or not word.isascii()
    )
