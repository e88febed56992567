"""Which symptom a word of badness describes: the next one, the one around it or the last one."""

from bot.domain.vocabulary import SeverityWord
from bot.understanding.body import place_words
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

TO_NEXT = frozenset(
    (
        "for", "of", "on", "the", "my", "a", "an", "with", "in", "(", "really", "pretty", "kind", "sort",
        "this", "and", "some", "level", "-", ":",
    )
) | place_words.SIDES.keys()  # fmt: skip
MOST_BETWEEN = 6
_HOW_MUCH = frozenset(("much", "bad", "badly", "hard", "bloody", "very", "freaking", "fucking"))
"""After "so", leave it a degree ("hurts so much")."""


def find(lexicon: Lexicon, message: Message, index: int, match: Match[SeverityWord]) -> int | None:
    """Give the index of the mention that a word of badness describes; ``index``: the first that starts after it."""
    before = _before(lexicon, message, index - 1, match)
    if index < len(message.mentions):
        gap = message.words[match.end : message.mentions[index].start][: MOST_BETWEEN + 1]
        near = len(gap) <= 2 and all(word in TO_NEXT or word in lexicon.links for word in gap)
        if near and not (before is not None and "i" in gap):  # "cramps so bad I threw up"
            return index
    return before


def _before(lexicon: Lexicon, message: Message, index: int, match: Match[SeverityWord]) -> int | None:
    """Find the mention that a word of badness is part of or stands behind; ``index``: the last before its end."""
    mentions, words = message.mentions, message.words
    while index >= 0 and mentions[index].end > match.start:
        if mentions[index].start <= match.start and match.end - match.start > 1:
            return index
        index -= 1
    if index < 0 or match.start - mentions[index].end > MOST_BETWEEN or _tells_what_came(message, match):
        return None
    gap = words[mentions[index].end : match.start]
    return index if all(word in lexicon.links or word in (":", "-") for word in gap) else None


def _tells_what_came(message: Message, match: Match[SeverityWord]) -> bool:
    """Tell the "so" of "dizzy so lay down" from those of "hurts so much" and "tired, so tired"."""
    following = message.word(match.end)
    named = any(one.start <= match.start < one.end for one in message.mentions)
    return (
        message.words[match.start : match.end] == ["so"]
        and following[:1].isalnum()
        and not (named or following in _HOW_MUCH)
    )
