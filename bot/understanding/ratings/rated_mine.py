"""The writer's own of what another has too: "my daughter's migraine is an 8, mine's only 3"."""

from bot.understanding.ratings import rating_followers, rating_scales
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_MINE = frozenset(("mine", "mines"))
_TO_NUMBER = frozenset(
    (
        "is", "'s", "was", "are", "only", "about", "just", "a", "an", "at", "around", "more", "like", "nearer", "still",
        "currently", "now", "today", "maybe", ":", ",", "level", "probably", "been", "has",
    )
)  # fmt: skip
_HIS = frozenset(("his", "her", "their", "hers", "theirs", "your", "yours"))
_OWNER = 5
"""Words before a symptom in which somebody is named whose it is."""


def find(lexicon: Lexicon, message: Message) -> list[Mention]:
    """List what ``message`` tells of the writer by no more than "mine" and a number."""
    if _MINE.isdisjoint(message.words):
        return []
    found: list[Mention] = []
    for position, word in enumerate(message.words):
        at = message.past(_TO_NUMBER, position + 1)
        if word not in _MINE or at == len(message.words) or rating_scales.number(message.words[at]) is None:
            continue
        if not rating_followers.may_follow(lexicon.vocabulary.ratings, message.words, at + 1, known=False):
            continue
        told = next((one for one in reversed(message.mentions) if one.end <= position), None)
        if told is not None and _is_anothers(lexicon, message, told, position):
            own = Mention(told.name, told.term, position, position + 1, told.body_part)
            own.is_answered = True  # whose it is was said in so many words
            found.append(own)
    return found


def _is_anothers(lexicon: Lexicon, message: Message, told: Mention, position: int) -> bool:
    apart = message.sentence[position] - message.sentence[told.start]
    before = slice(max(0, told.start - _OWNER), told.start)
    named = not lexicon.people.isdisjoint(message.stems[before]) or not _HIS.isdisjoint(message.words[before])
    return apart <= 1 and named
