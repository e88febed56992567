"""What may come after a number that rates a symptom, told from what makes it a count, a dose, a time or a date."""

from collections.abc import Sequence

from bot.domain.vocabulary import RatingCues
from bot.understanding.ratings import rating_scales
from bot.understanding.words.message import SENTENCE_ENDS

_MARKS_AFTER = SENTENCE_ENDS | frozenset(",()>]+-|")
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
        "sibling", "family", "fly", "july", "belly", "jelly", "lolly", "doolally", "tally",
    )
)  # fmt: skip
"""End like what someone does, or how, and are none of it."""
_ENDS_OF_PLACE = frozenset(("back", "front", "side", "top", "base", "bottom", "crown", "nape", "sides"))
_SPANS = frozenset(("day", "days", "week", "weeks", "wk", "wks"))
_WHOLE = frozenset(("whole", "entire"))
_STRETCHES = frozenset(
    ("day", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "time")
)
_SIGHED = 3
_FACES = frozenset(("(", ")", "/", "|", "'"))
"""After ":", make a face of it."""


def _is_sigh(word: str, following: Sequence[str]) -> bool:
    """Tell a drawn-out "grrr" and a face like ":(" from what a number may count."""
    drawn_out = len(word) >= _SIGHED and word.isalpha() and word[-1] == word[-2] == word[-3]
    return drawn_out or (word == ":" and following != [] and following[0] in _FACES)


def _is_day(word: str, following: Sequence[str], after: Sequence[str]) -> bool:
    """Tell the "day 3" and "x 3 days" that say how long it has been so."""
    numbered = following != [] and following[0].isdecimal()
    return numbered and (word in _SPANS or (word == "x" and after != [] and after[0] in _SPANS))


def may_follow(cues: RatingCues, words: Sequence[str], position: int, *, known: bool) -> bool:
    """Tell whether what follows a bare number leaves it a rating, and makes no count or date of it.

    ``position`` is the token after it; ``known`` tells that a symptom, place or medicine begins there.
    """
    if position >= len(words):
        return True
    word, following = words[position], words[position + 1 : position + 2]
    listed = word == "/" and following != [] and following[0].isalpha()  # "headache 6/nausea 3"
    listed = listed or (word[0].isdecimal() and following == [")"])  # "knee 5 2) hip 7"
    listed = listed or (word in _ENDS_OF_PLACE and following == ["of"])  # "headache 6 back of my skull"
    listed = listed or (word in _WHOLE and not _STRETCHES.isdisjoint(following))  # "nausea 8 whole morning"
    listed = listed or _is_day(word, following, words[position + 2 : position + 3])
    if listed or (word == "that" and following in _THATS) or _is_sigh(word, following):
        return True
    if rating_scales.came_from(words, position) or rating_scales.came_to(words, position):
        return True
    return not _counts_on(cues, word, following) and (
        word in ("-", "(", ",")
        or word in cues.following
        or word in _MARKS_AFTER
        or (word.endswith(("ing", "ly")) and word not in _THINGS)
        or known
        or not word.isascii()
    )


def counts_thing(cues: RatingCues, words: Sequence[str], position: int) -> bool:
    """Tell the "one" of "did one load of washing" and the 3 of "carried 3 bags" from a number that may rate."""
    after = words[position + 1 : position + 2]
    return after != [] and after[0].isalpha() and not may_follow(cues, words, position + 1, known=False)


def _counts_on(cues: RatingCues, word: str, following: Sequence[str]) -> bool:
    """Tell "4 - 6", "2 in three", "6 on Monday" and "3 to go" from what leaves a number a rating."""
    if not following:
        return False
    numbered = following[0][0].isdigit()
    if word == "-":
        return numbered
    if word in ("in", "on", "at"):
        return following[0] not in cues.after_preposition and (word == "in" or not numbered)
    numbered = numbered or rating_scales.number(following[0]) is not None
    return word == "to" and not (following[0] in ("a", "an") or following[0] in _TO_DO or numbered)
