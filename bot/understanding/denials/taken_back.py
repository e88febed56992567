"""Denials that are themselves denied: "haven't stopped vomiting", "can't walk without pain", "never not tired".

What is only nearly so ("next to no pain"), is still to be done or is wished for leaves the symptom as well.
"""

from collections.abc import Iterable

from bot.understanding.denials import denial_words
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_WITHOUT = frozenset(("without", "sans", "minus"))
_NONE_AT_ALL = frozenset(("no", "zero", "nil", "0", "none", "without"))
_THE = frozenset(("the", "my", "this", "that"))
_NEARLY = frozenset(("almost", "nearly", "practically", "virtually", "basically"))
_SCARCELY = frozenset(("no", "hardly", "barely", "unable", "rarely", "impossible", "scarcely"))
_LONGED_FOR = frozenset(("want", "wants", "wanted", "wish", "hope", "imagine", "die", "love"))
"""Before "without", wish for what is not so ("all I want is to eat without heartburn")."""
_ABLE = frozenset(("can", "could", "will", "would"))
_CLAUSE_BREAKS = frozenset((",", "and", "but", "so", "because", "(", ")", "-", "then"))
_FARTHEST_DENIED = 8
_DOUBTS_REACH = 2
_NOT_DONE_YET = frozenset(
    (
        "shift", "clear", "settle", "banish", "kick", "sort", "fix", "cure", "kill", "zap", "end", "sorts", "fixes",
        "cures", "kills", "zaps", "ends", "clears", "fixing", "killing", "curing", "sorting", "clearing", "ending",
        "shifting", "banishing", "kicking", "settling", "zapping",
    )
)  # fmt: skip
"""Forms of words of ending that tell what is to be done and not what is ("something to shift the cough")."""
_WILLED = frozenset(
    (
        "to", "will", "might", "would", "could", "should", "may", "almost", "nearly", "need", "want", "wish",
        "love", "for", "needed",
    )
)  # fmt: skip


def is_one(message: Message, match: Match[str]) -> bool:
    """Tell whether a denial is itself denied: "haven't stopped vomiting", "can't walk without pain"."""
    words = message.words
    if words[match.start : match.start + 2] == ["no", "longer"] and message.word(match.start - 1) in _ABLE:
        return True  # "can no longer cope with the pain"
    if match.value == "ended":
        led = words[max(0, match.start - _DOUBTS_REACH) : match.start]
        return words[match.start] in _NOT_DONE_YET or any(
            denial_words.is_negator(word) or word in _WILLED for word in led
        )
    if words[match.start] in _NONE_AT_ALL and _is_only_nearly_so(message, match.start):
        return True
    never = words[max(0, match.start - 1) : match.start + 2]
    if ["never", "not"] in (never[:2], never[-2:]):
        return True  # "never not tired"
    return words[match.start] in _WITHOUT and _is_not_done_without(message, match.start)


def is_left_over(message: Message, match: Match[str], endings: Iterable[Match[str]]) -> bool:
    """Tell the cough of "fever gone, not the cough" and "it stopped the runs but not the cramps", which stays."""
    if message.words[match.start : match.end] != ["not"] or message.word(match.end) not in _THE:
        return False
    start = message.sentence_start(match.start)
    return any(
        start <= ending.start < match.start and message.words[ending.start] not in _NONE_AT_ALL
        for ending in endings
    )


def _is_not_done_without(message: Message, position: int) -> bool:
    """Tell "can't walk without pain" and "to eat without heartburn is all I want" from "walked without pain"."""
    words = message.words
    if words[max(0, position - 2) : position] == ["could", "do"]:
        return True  # "could do without this headache"
    floor = max(message.sentence_start(position), position - _FARTHEST_DENIED)
    for index in range(position - 1, floor - 1, -1):
        if words[index] in _CLAUSE_BREAKS:
            return False
        if denial_words.is_negator(words[index]) or words[index] in _SCARCELY or words[index] in _LONGED_FOR:
            return True
    return False


def _is_only_nearly_so(message: Message, position: int) -> bool:
    """Tell "almost no pain" and "next to no pain", which leave some, from "no pain"."""
    before = message.words[max(0, position - 2) : position]
    return before[-1:] != [] and (before[-1] in _NEARLY or before == ["next", "to"])
