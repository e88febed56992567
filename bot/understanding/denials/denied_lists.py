"""How far a denial goes through a list that no "or" holds together: "no headache, nausea, vomiting".

Of three bare nouns in a row each is denied, if the clause ends with them; two may be one denied and one told ("no
fever, cough"), and what is said with an adjective or rated is told. After a preposition ("free of cramps, bloating and
wind") two and an "and" are enough.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.denials import denial_words
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_PREPOSITIONS = frozenset(("of", "from", "for", "without", "sans", "minus", "denies", "deny", "denied"))
_LEAST_NOUNS = 3
_CLOSING = frozenset(
    (
        "today", "tonight", "now", "so", "far", "yet", "at", "all", "whatsoever", "either", "this",
        "morning", "week", "or",
    )
)  # fmt: skip
_NEXT = frozenset(("just", "but", "only", "except", "though"))
_ENDS = SENTENCE_ENDS | _NEXT | {")", "-", ""}
_NOUNS_IN_Y = frozenset(
    ("anxiety", "irritability", "urgency", "frequency", "allergy", "lethargy", "sensitivity", "memory")
)
_TOLD = frozenset(
    (
        "sick", "tired", "sore", "faint", "weak", "numb", "stiff", "hot", "cold", "breathless", "low", "restless",
        "unwell", "tight", "hoarse", "swollen", "tender", "red", "ill", "crook", "rough", "hurt", "hurts",
        "hurting", "ache", "sad", "down", "awake", "asleep", "of", "throbs", "itches", "burns", "tingles",
        "shaking", "puking", "coughing",
    )
)  # fmt: skip
"""Close what is told of oneself and is no noun."""
_ACHES = frozenset(("head", "tooth", "ear", "stomach", "belly", "tummy", "back", "muscle", "body", "joint"))


def last_noun(message: Message, match: Match[str], listed: Sequence[Sequence[Mention]]) -> int:
    """Give the index of the last of ``listed`` that shares the denial as one of a list of nouns; 0 for none."""
    led_by = {message.words[match.start], message.words[match.end - 1]}
    through_and = not _PREPOSITIONS.isdisjoint(led_by)
    allowed = ([], [","], ["and"], [",", "and"]) if through_and else ([], [","])
    last = 0
    for index, (earlier, later) in enumerate(pairwise(listed), start=1):
        before = max(mention.end for mention in earlier)
        if message.words[before : later[0].start] not in allowed or not is_bare(message, later[0]):
            break
        last = index
    if last == 0 or not is_bare(message, listed[0][0]):
        return 0
    joined = "and" in message.words[listed[0][0].end : listed[last][0].start]
    enough = (through_and and joined) or last + 1 >= _LEAST_NOUNS
    return last if enough and _closes(message, listed[last][0].end) else 0


def is_bare(message: Message, mention: Mention) -> bool:
    """Tell a noun that is not rated ("nausea") from what is told ("tired", "head hurts", "cough 5")."""
    words = message.words[mention.start : mention.end]
    if any(mention.end in (rating.lead, rating.start) for rating in message.ratings):
        return False
    last = words[-1]
    if any(map(denial_words.is_negator, words)) or (last in _TOLD and not _ACHES.intersection(words)):
        return False
    return last in _NOUNS_IN_Y or not last.endswith(("y", "ed", "ous"))


def _closes(message: Message, position: int) -> bool:
    """Tell whether a clause ends at ``position``, but for words of when."""
    position = message.past(_CLOSING, position)
    position += message.word(position) == "," and message.word(position + 1) in _NEXT
    return message.word(position) in _ENDS
