"""A diagnosis that was given a number is how bad it is that day ("fibro 6 today", "7 for the lupus").

Named alone it tells nothing of the day, and so what no number stands beside is left out before anything is read of it.
What the number counts leaves it a name too ("ms 3 falls today").
"""

from bot.domain.vocabulary import RatingCues
from bot.understanding.ratings import rating_counts, rating_followers
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message, Rating

_FARTHEST_BEFORE = 3
"""How many words may lie between a number and the diagnosis it is for ("7 for the lupus")."""
_SORTS = frozenset(("bad", "awful", "horrible", "nasty", "rough", "terrible", "good", "more", "new", "big"))
"""May stand between a number and what it counts ("fibro 3 bad days")."""
_PANS = frozenset(("the", "some", "your"))
"""Before "pots", make them the ones that are washed."""
_TITLE = "ms"
_LONG = 3
"""Longer words that end in "s" are of many ("was" and "has" are not)."""


def keep_rated(lexicon: Lexicon, message: Message) -> None:
    """Leave out the diagnoses of ``message`` that none of its ratings is of."""
    named = [one for one in message.mentions if one.is_only_rated and not _is_rated(lexicon, message, one)]
    message.mentions = [one for one in message.mentions if one not in named]
    ends = {one.end for one in named}
    message.ratings = [one for one in message.ratings if one.explicit or one.lead not in ends]


def _is_rated(lexicon: Lexicon, message: Message, diagnosis: Mention) -> bool:
    """Tell the "ra" of "ra 5 today" from that of "ra for years, hands 5"."""
    first, last = message.sentence_start(diagnosis.start), message.sentence_end(diagnosis.start)
    told = [
        thing.end
        for thing in message.things
        if diagnosis.end < thing.end <= last and (thing.value.part or thing.value.kind == "symptom")
    ]
    told += [one.end for one in message.mentions if diagnosis.end < one.end <= last]
    following = min(told, default=last)
    if _is_title(lexicon, message, diagnosis):
        return False
    return any(
        (diagnosis.end <= rating.start < following and _rates(lexicon, message, diagnosis, rating))
        or (first <= rating.start and 0 <= diagnosis.start - rating.end <= _FARTHEST_BEFORE)
        for rating in message.ratings
    )


def _is_title(lexicon: Lexicon, message: Message, diagnosis: Mention) -> bool:
    """Tell the "ms" of "ms jones gave me a 3" from the illness, after which a word that is known stands."""
    name, cues = message.word(diagnosis.end), lexicon.vocabulary.ratings
    known = name in cues.leading | cues.following or name in lexicon.vocabulary.everyday
    told = any(thing.start == diagnosis.end for thing in message.things)
    return message.words[diagnosis.start] == _TITLE and name.isalpha() and not known and not told


def _rates(lexicon: Lexicon, message: Message, diagnosis: Mention, rating: Rating) -> bool:
    """Tell "fibro 6 tired" and "ra 5 hands 6" from "ms 3 falls today", "endo 3 surgery" and "the pots 5 times"."""
    if rating.explicit:
        return True
    if diagnosis.name == "POTS" and message.word(diagnosis.start - 1) in _PANS:
        return False
    at = rating.end
    ends = [thing.end for thing in message.things if thing.start == at]
    ends += [one.end for one in message.mentions if one.start == at]
    if message.word(max(ends, default=at)).isdecimal():
        return True
    last = max(ends, default=at + (message.word(at) in _SORTS))
    cues = lexicon.vocabulary.ratings
    if any(_is_many(cues, message.word(spot)) for spot in range(at, last + 1)):
        return False
    return rating_followers.may_follow(cues, message.words, at, known=ends != [])


def _is_many(cues: RatingCues, word: str) -> bool:
    """Tell the plural of "3 falls" and "3 swollen fingers"."""
    return (
        len(word) > _LONG
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in rating_counts.FELT | cues.following
    )
