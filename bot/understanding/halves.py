"""Words that say something only beside others: denied, rated or listed with their like ("no fever, light or noise")."""

from bot.understanding import place_words
from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Mention, Message

_SEEN = frozenset(("redness", "burning"))
"""Meant without a place as well where they are denied."""
_DENYING_BEFORE = (["not"], [","], ["isnt"], ["arent"], ["wasnt"], ["werent"], ["nor"], ["or"], ["never"])
_MOST_BETWEEN = 6
"""How many small words may stand between two of a list."""
_WITH_GLANDS = frozenset(("sore throat", "post-exertional malaise", "fever", "flu-like symptoms", "crash"))
_LISTED = ([","], ["and"], ["+"], ["&"], ["n"])


def find(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Note what halves of ``message`` may say beside the whole ``mentions``; ``told`` are the tokens already read."""
    listed = _listed(message, mentions, told) if message.halves else []
    return [*listed, *_glands(lexicon, message, mentions, told), *_denied_alone(message, told)]


def keep_whole(mentions: list[Mention]) -> list[Mention]:
    """Leave out what only counts if denied or rated, and is neither."""
    return [m for m in mentions if not m.is_weak or m.denied or m.severity is not None]


def _listed(message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Note the words that count only if denied or rated, and those listed beside their like."""
    found: list[Mention] = []
    whole = [mention for mention in mentions if mention.term is not None and mention.term.only_listed]
    for thing in message.halves:
        term = thing.value.symptom
        if term is None or not told.isdisjoint(range(thing.start, thing.end)):
            continue
        half = Mention(term.name, term, thing.start, thing.end)
        if thing.value.kind == "only_denied":
            half.is_weak = True
            found.append(half)
        else:
            twin = next((one for one in whole if _are_listed(message, one, half)), None)
            if twin is not None:
                half.denied = twin.denied
                found.append(half)
    return found


def _are_listed(message: Message, one: Mention, other: Mention) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = message.words[first.end : second.start]
    return (
        0 < len(gap) <= _MOST_BETWEEN
        and place_words.LISTING.issuperset(gap)
        and not place_words.AND.isdisjoint(gap)
    )


def _glands(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Read glands that stand alone in a list beside a sore throat or a fever as swollen ones."""
    if "glands" not in message.words or _WITH_GLANDS.isdisjoint(mention.name for mention in mentions):
        return []
    words, term = message.words, lexicon.symptoms.get("swollen glands")
    found: list[Mention] = []
    for index, word in enumerate(words):
        before, after = words[index - 1 : index], words[index + 1 : index + 2]
        listed = before in _LISTED and (after in _LISTED or after in ([], ["."]))
        if term is not None and word == "glands" and index not in told and listed:
            found.append(Mention(term.name, term, index, index + 1))
    return found


def _denied_alone(message: Message, told: set[int]) -> list[Mention]:
    """Note the "red" of "site is clean, not red", which says nothing without a place but where it is denied."""
    return [
        Mention(thing.value.symptom.name, thing.value.symptom, thing.start, thing.end, is_weak=True)
        for thing in message.things
        if thing.value.kind == "only_placed"
        and thing.value.symptom is not None
        and thing.value.symptom.name in _SEEN
        and thing.start not in told
        and message.words[thing.start - 1 : thing.start] in _DENYING_BEFORE
        and message.words[thing.end : thing.end + 1] not in (["as"], ["so"], ["that"], ["enough"], ["yet"])
    ]
