"""What people put around a number to say that it rates: "call it a 6", "I'd go with 3", "a cheeky 2", "5 for that".

The words themselves are the vocabulary's (`RatingCues.framing`, ``stating``); here is how they combine.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.vocabulary import RatingCues

_FARTHEST = 9
_IT = frozenset(("it", "that", "this", "them", "they", "these", "those", "its", "thats"))
HAVING = frozenset(("had", "have", "got", "has", "having"))
"""Before a number, count ("had 2")."""
_IS = frozenset(("is", "'s", "are", "was", "were", "be", "been"))
_IT_IS = frozenset(("its", "thats", "theyre", "theyd", "thatd", "itd"))
_GIVING = frozenset(
    (
        "put", "putting", "give", "giving", "make", "making", "mark", "marking", "log", "logging", "class",
        "have",
    )
)  # fmt: skip
_GO = frozenset(("go", "going", "gone", "went"))
_ARTICLES = frozenset(("a", "an"))
_OF_IT = frozenset(
    ("that", "those", "them", "it", "these", "this", "him", "both", "all", "lot", "each", "everything")
)
_OF_A_ROW = frozenset(("this", "in", "since", "of", "already", "for", "so", "within", "bus"))
"""After a number, make it the one of a row ("migraine, number 3 this week")."""
_REGIONS = frozenset(("mark", "range", "region", "territory", "zone", "bracket"))
"""After "around the 6", name where on the scale it is."""
_NUMBERED_AFTER = frozenset(("is", "'s", ",", ":", "=", "was", "at", "on", ".", "!", "\n"))


def begin(cues: RatingCues, words: Sequence[str], position: int) -> int:
    """Give where a number begins with what describes it: the "a" of "a cheeky 2", the "number" of "is number 7"."""
    before, article = words[position - 1 : position], words[position - 2 : position - 1]
    if position > 1 and article[0] in _ARTICLES and before[0].isalpha() and before[0] not in cues.numbering:
        return position - 2
    after = words[position + 1] if position + 1 < len(words) else ""
    if position > 1 and before[0] in ("number", "no") and after not in _OF_A_ROW:
        return position - 1 if article[0] in _NUMBERED_AFTER or after == "only" else position
    return position


def back_over(cues: RatingCues, words: Sequence[str], position: int, start: int) -> int:
    """Go back from a number over the words that hand it over, no farther than ``start``."""
    led = position
    while led > start and words[led - 1] in cues.framing and position - led < _FARTHEST:
        led -= 1
    return led


def states(cues: RatingCues, said: Sequence[str]) -> bool:
    """Tell whether ``said``, the words right before a number, call it a rating ("we'll say", "it's", "pushing")."""
    if not said:
        return False
    if said[-1] == "go":
        return "would" in said or "id" in said or "ll" in said or "will" in said
    if said[-1] == "with":
        return not _GO.isdisjoint(said)
    if not cues.stating.isdisjoint(said) or not _IT_IS.isdisjoint(said):
        return True
    if not _GIVING.isdisjoint(said) and (not _IT.isdisjoint(said) or said[-1] in ("at", "as")):
        return True
    return any(one in _IT and after in _IS for one, after in pairwise(said))


def names_after(cues: RatingCues, words: Sequence[str], end: int) -> bool:
    """Tell whether a number is said to be "for that" or "for soreness", or "the 6 mark", after the symptom it is of."""
    if end < len(words) and words[end] in _REGIONS and words[max(0, end - 2)] == "the":
        return True
    if words[end : end + 1] not in (["for"], ["on"], ["in"]) or end + 1 >= len(words):
        return False
    index = end + 1
    index += words[index] in ("the", "sheer", "pure", "being")
    if words[end] == "for" and words[index : index + 1] and words[index] in cues.measured:
        return True
    return words[end] == "for" and words[index] in _OF_IT if index < len(words) else False
