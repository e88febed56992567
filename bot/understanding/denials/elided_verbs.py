"""Verbs left out the second time: "the nausea hasn't settled, the vomiting has", "headache is here, nausea isn't".

What is over or absent is told by a bare "has" or "isn't"; which of the two it says, the verb before it tells.
"""

from itertools import pairwise

from bot.understanding.denials import denial_words
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_HAS = frozenset(("has", "have", "did", "is", "are", "was", "were"))
_STILL_NOT = frozenset(
    (
        "stopped", "stop", "gone", "go", "went", "settled", "settle", "cleared", "clear", "lifted", "lift", "passed",
        "pass", "faded", "fade", "subsided", "subside", "vanished", "disappeared", "disappear", "left", "resolved",
    )
)  # fmt: skip
"""After "hasn't" or "didn't", leave the first; the "has" of the second says that it is over."""
_HERE = frozenset(("here", "there", "back", "around", "present"))
_CAME = frozenset(
    ("came", "come", "appeared", "happened", "started", "arrived", "hit", "showed", "turned", "returned")
)
_WENT_ON = frozenset(("down", "off"))
"""After "came", tell of less, which the second is not."""
_MAY_FOLLOW = SENTENCE_ENDS | frozenset(
    ("", ",", "-", "but", "and", "so", "today", "now", "though", "tho", "(", ")")
)
_FARTHEST_NOT = 2
_MOST_BETWEEN = 10


def deny(message: Message) -> None:
    """Deny the second of two symptoms where its bare verb says that it is over, or is not there."""
    for earlier, later in pairwise(message.mentions):
        if later.denied or earlier.denied or message.word(later.end + 1) not in _MAY_FOLLOW:
            continue
        if _is_left_out(message, earlier, later):
            later.denied = True


def _is_left_out(message: Message, earlier: Mention, later: Mention) -> bool:
    between = message.words[earlier.end : later.start]
    if not between or len(between) > _MOST_BETWEEN or not SENTENCE_ENDS.isdisjoint(between):
        return False
    verb = message.word(later.end)
    if verb in _HAS:
        return _is_not_over(between)
    return denial_words.is_negator(verb) and verb != "not" and _is_there(between)


def _is_not_over(between: list[str]) -> bool:
    """Tell "hasn't stopped" and "has not quite gone" from other words after the first."""
    return any(
        word in _STILL_NOT and any(map(denial_words.is_negator, between[max(0, at - _FARTHEST_NOT) : at]))
        for at, word in enumerate(between)
    )


def _is_there(between: list[str]) -> bool:
    """Tell "is still here" and "came on" from "is better" and "came down"."""
    if any(map(denial_words.is_negator, between)):
        return False
    came = not _CAME.isdisjoint(between) and _WENT_ON.isdisjoint(between)
    return came or not _HERE.isdisjoint(between)
