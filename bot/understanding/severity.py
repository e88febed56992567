"""How bad it is: gives each symptom the rating that was stated for it, and a range for words like "awful".

Words give a range and never a number of their own. Where a rating changed ("6 down to 4") the current one counts.
"""

from itertools import pairwise

from bot.domain.vocabulary import SeverityWord
from bot.understanding import mentions, ratings
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import Mention, Message, Rating

_TO_NEXT = frozenset(
    (
        "for", "of", "on", "the", "my", "a", "an", "with", "in", "(", "really", "pretty", "kind", "sort",
        "this", "and", "some", "level",
    )
)  # fmt: skip
_TO_PLACE = frozenset(
    (
        ",", "my", "the", "today", "in", "on", "for", "right", "now", "left", "both", "(", "-", ":",
    )
)  # fmt: skip
_SHARED = frozenset(("both", "each", "all"))
_MOST_BETWEEN = 6
_NEAR = 6


def find(lexicon: Lexicon, message: Message) -> None:
    """Find the ratings of ``message``, and the pains that are named by their place alone ("knee 6, hip 4")."""
    message.ratings = ratings.find(lexicon.vocabulary.ratings, message)
    covered = {position for mention in message.mentions for position in range(mention.start, mention.end)}
    bare = [thing for thing in message.things if thing.value.part and thing.start not in covered]
    ends = {thing.end: thing for thing in bare}
    for rating in message.ratings:
        ahead = ends.pop(rating.lead, None)
        thing = ahead or _place_after(message, bare, rating)
        if thing and thing.value.part and not _is_where(lexicon, message, thing.start):
            pain = mentions.pain_in(lexicon, message, thing.start, thing.end, thing.value.part)
            if ahead is None:
                _set(pain, rating)
            message.mentions.append(pain)
            ends.pop(thing.end, None)
    message.mentions.sort(key=lambda mention: mention.start)


def _place_after(message: Message, bare: list[Match[Thing]], rating: Rating) -> Match[Thing] | None:
    """Find the place of a rating that no symptom comes before ("it's a 9 today, my pelvis")."""
    if any(mention.end <= rating.start for mention in message.mentions):
        return None
    for thing in bare:
        if rating.end <= thing.start <= rating.end + _NEAR:
            gap = message.words[rating.end : thing.start]
            return thing if _TO_PLACE.issuperset(gap) else None
    return None


def _is_where(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell whether a place only says where a symptom before it spreads ("back pain down the leg")."""
    for index in range(position, max(0, position - _NEAR), -1):
        if any(mention.end == index for mention in message.mentions):
            return index < position and all(
                stem in lexicon.places or word in lexicon.places
                for word, stem in zip(
                    message.words[index:position], message.stems[index:position], strict=True
                )
            )
    return False


def assign(lexicon: Lexicon, message: Message) -> None:
    """Give each mention of ``message`` the severity that was stated for it."""
    given: dict[int, list[Rating]] = {}
    for rating in message.ratings:
        for index in _rated(message, rating):
            given.setdefault(index, []).append(rating)
    for index, found in given.items():
        current = [rating for rating in found if not rating.past] or found
        _set(message.mentions[index], current[-1])
    _read_words(lexicon, message)


def _set(mention: Mention, rating: Rating) -> None:
    if rating.low == rating.high:
        mention.severity = rating.low
        mention.denied = mention.denied or rating.low == 0
    else:
        mention.severity_range = (rating.low, rating.high)


def _rated(message: Message, rating: Rating) -> list[int]:
    """Find the mentions that ``rating`` is about."""
    before, after = _before(message, rating), _directly_after(message, rating)
    adjacent = before is not None and message.mentions[before].end == rating.start
    leads = rating.explicit or before is None or message.words[rating.start - 1] in ("a", "level")
    if after is not None and not adjacent and leads:
        return _same_place(message, after)
    if before is None:
        return _same_place(message, 0) if rating.explicit and message.mentions else []
    return _shared(message, before, rating)


def _before(message: Message, rating: Rating) -> int | None:
    """Find the nearest symptom before a rating; one that is denied has no severity to be given."""
    for index in range(len(message.mentions) - 1, -1, -1):
        mention = message.mentions[index]
        if mention.end <= rating.start and (not mention.denied or rating.high == 0):
            return index
    return None


def _directly_after(message: Message, rating: Rating) -> int | None:
    for index, mention in enumerate(message.mentions):
        if mention.start >= rating.end:
            gap = message.words[rating.end : mention.start]
            near = (
                len(gap) <= 3
                and all(word in _TO_NEXT or (word == "," and index == 0) for word in gap)
                and gap != ["and"]
            )
            return index if near else None
    return None


def _same_place(message: Message, index: int) -> list[int]:
    chosen = message.mentions[index]
    return [
        i
        for i, m in enumerate(message.mentions)
        if m is chosen or (m.start == chosen.start and m.end == chosen.end)
    ]


def _shared(message: Message, index: int, rating: Rating) -> list[int]:
    """Share a rating among a list where it says "both" or "all"."""
    near = (
        message.words[message.mentions[index].end : rating.start] + message.words[rating.end : rating.end + 2]
    )
    chosen = _same_place(message, index)
    if _SHARED.isdisjoint(near):
        return chosen
    mentions = message.mentions
    for earlier, later in pairwise(range(index, -1, -1)):
        gap = message.words[mentions[later].end : mentions[earlier].start]
        if any(word not in ("and", ",", "the", "my", "plus") for word in gap):
            break
        chosen.append(later)
    return chosen


def _read_words(lexicon: Lexicon, message: Message) -> None:
    """Give a range to what is called "bad" or "mild" right before it or after a small word."""
    for match in lexicon.severities.all(message.stems):
        index = _described(lexicon, message, match)
        if index is None:
            continue
        word = match.value
        for same in _same_place(message, index):
            mention = message.mentions[same]
            if mention.severity is None and (
                mention.severity_range is None or mention.severity_range[1] < word.high
            ):
                mention.severity_range = (word.low, word.high)


def _described(lexicon: Lexicon, message: Message, match: Match[SeverityWord]) -> int | None:
    for index, mention in enumerate(message.mentions):
        if mention.start >= match.end:
            gap = message.words[match.end : mention.start]
            if len(gap) <= 2 and all(word in _TO_NEXT or word in lexicon.links for word in gap):
                return index
            break
    for index in range(len(message.mentions) - 1, -1, -1):
        mention = message.mentions[index]
        if mention.start <= match.start < mention.end and match.end - match.start > 1:
            return index
        if mention.end <= match.start:
            gap = message.words[mention.end : match.start]
            near = len(gap) <= _MOST_BETWEEN and all(
                word in lexicon.links or word in (":", "-") for word in gap
            )
            return index if near else None
    return None
