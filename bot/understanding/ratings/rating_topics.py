"""What a number in a sentence of its own is of: "tinnitus screaming, can't hear the telly. 7", "day 3. 8 then, 6 now".

The sentence before it speaks of one symptom, and what else it names is only what that does, or what brought it on; or
the sentence of the number says that it is of "all of it".
"""

from dataclasses import replace
from itertools import pairwise

from bot.understanding.body import place_words
from bot.understanding.ratings import rating_followers, rating_scales, rating_standing
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message, Rating

ALL = frozenset(("both", "all", "each", "lot"))
_OF_THEM = frozenset(("of", "it", "them", "those", "these", "the", "that", "a", "an"))
_ROUGHLY = frozenset(("about", "around", "round", "roughly", "at", "a", "an", "like", "probably", "maybe"))
"""Between "all" and a number, keep it from counting them ("all 3")."""
_ASIDE = frozenset(
    (
        "so", "that", "even", "from", "since", "after", "because", "cos", "coz", "cause", "bc", "cant", "can't",
        "couldnt", "cannot", "wont", "woke", "waking", "kept", "keeps", "keeping", "makes", "made", "making", "more",
        "than", "nearly", "almost", "thought", "like", "with", "when", "whenever", "if", "while", "barely", "hardly",
    )
)  # fmt: skip
"""Open what comes of a symptom, or brings it on, and is no second thing that may be rated."""
_WAKING = frozenset(("woke", "woken", "awake", "up", "waking"))
_BREAKS = frozenset((",", "-", "(", "and", "but", ":", "&"))
_DENYING = frozenset(("no", "not", "without", "never", "nor", "neither"))
_FOR_ALL = (
    ("for", "the", "lot"), ("for", "all"), ("for", "both"), ("for", "each"), ("for", "everything"),
    ("the", "lot"), ("across", "the", "board"), ("all", "round"), ("all", "around"),
)  # fmt: skip
_LISTING = frozenset((",", "and", "&", "plus", "my", "the", "both", "n", "+", "/")) | place_words.SIDES.keys()
_FARTHEST = 3
"""How many sentences back the symptom may be named, where those between name nothing else."""


def shares(standing: Standing, position: int) -> bool:
    """Tell "all of it about 5" and "both around 4", which open their sentence, from the number of "all 3 today"."""
    message = standing.message
    if _is_for_all(message, position + 1):
        return standing.is_after_symptom(position)
    start = message.sentence_start(position)
    handed = standing.cues.framing | ALL | _OF_THEM | _ROUGHLY
    said = message.words[start:position]
    if start == 0 or ALL.isdisjoint(said) or message.led(handed, position) > start:
        return False
    told = _told_before(standing, start) or listed_places(message, start)
    counted = said[-1] in ALL and rating_scales.number(message.words[position]) == len(told)
    return bool(told) and not counted


def _is_for_all(message: Message, end: int) -> bool:
    """Tell the "for the lot" of "sore throat, sore ears. 5 for the lot"."""
    return any(
        tuple(message.words[end : end + len(way)]) == way
        and message.word(end + len(way)) in rating_standing.MARKS_LAST | {""}
        for way in _FOR_ALL
    )


def listed_places(message: Message, start: int) -> list[Match[Thing]]:
    """List the places that the sentence before ``start`` consists of ("back, hips, shoulders. all about a 6")."""
    last = start - 1
    while last > 0 and message.words[last] in SENTENCE_ENDS:
        last -= 1
    if last < 0 or "?" in message.words[last + 1 : start]:
        return []
    first = message.sentence_start(last)
    places = [thing for thing in message.things if first <= thing.start <= last and thing.value.part]
    named = {spot for thing in places for spot in range(thing.start, thing.end)}
    rest = (message.words[spot] for spot in range(first, last + 1) if spot not in named)
    return places if len(places) > 1 and all(word in _LISTING for word in rest) else []


def before(standing: Standing, start: int) -> int | None:
    """Give where the one symptom ends that the sentences before ``start`` speak of; None where there are several."""
    told = _told_before(standing, start)
    apart = [one for one in told if not _is_counted(standing.message, one)] or told
    if _is_waking(standing.message, apart[:2]):
        del apart[0]  # "woke at 3 with my hip screaming. 8"
    if not apart or not all(_is_same(apart[0], one) or _is_aside(standing, apart, one) for one in apart):
        return None
    return apart[0].end


def _told_before(standing: Standing, start: int) -> list[Mention]:
    """List what the nearest sentence before ``start`` tells, past those that name nothing."""
    message = standing.message
    for _ in range(_FARTHEST):
        last = start - 1
        while last > 0 and message.words[last] in SENTENCE_ENDS:
            last -= 1
        if last < 0 or "?" in message.words[last + 1 : start]:
            return []
        first = message.sentence_start(last)
        told = [one for one in message.mentions if first <= one.start <= last and not one.is_weak]
        told = [one for one in told if message.word(one.start - 1) not in _DENYING and not one.decorates]
        named = any(first <= thing.start <= last for thing in message.things)
        numbered = any(
            rating_scales.may_rate(message.words[at])
            and not rating_followers.counts_thing(standing.cues, message.words, at)
            for at in range(first, last + 1)
        )
        if told or named or numbered:
            return told
        start = first
    return []


def _is_same(topic: Mention, other: Mention) -> bool:
    apart = topic.body_part is not None and other.body_part not in (None, topic.body_part)
    return topic.name == other.name and not apart


def _is_counted(message: Message, told: Mention) -> bool:
    """Tell the trips of "been to toilet 9 times", which have their number."""
    after = message.words[told.start : told.end + 3]
    return any(one[0].isdecimal() and following in ("times", "x") for one, following in pairwise(after))


def _is_waking(message: Message, told: list[Mention]) -> bool:
    """Tell the night that somebody woke in from what woke them, which is what a number after it rates."""
    return (
        len(told) > 1
        and not _WAKING.isdisjoint(message.words[told[0].start : told[0].end])
        and "with" in message.words[told[0].end - 1 : told[1].start]
    )


def _is_aside(standing: Standing, told: list[Mention], other: Mention) -> bool:
    """Tell the telly that can't be heard for the tinnitus from the dizziness of "nausea and dizziness"."""
    message = standing.message
    former = max(one.end for one in told if one.end <= other.start) if told[0].end <= other.start else None
    if former is None or not standing.medicines.isdisjoint(range(told[0].end, other.start)):
        return False
    opened = other.start
    while opened > former and message.words[opened - 1] not in _BREAKS:
        opened -= 1
    said = message.words[opened : other.end]
    obliged = ("had", "to") in pairwise(said) or (opened == former and said[:1] == ["i"])
    return obliged or not _ASIDE.isdisjoint(said)


def settle(standing: Standing, rating: Rating) -> Rating:
    """Give a rating that opens its sentence to what the sentences before it speak of, where that is one symptom."""
    message = standing.message
    if shares(standing, rating.start):
        return replace(rating, sums_up=True)
    start = message.sentence_start(rating.start)
    handed = standing.cues.framing | standing.cues.strengths
    if start == 0 or rating.of_next or rating.in_row or message.led(handed, rating.start) > start:
        return rating
    after = message.word(rating.end)
    closed = after in rating_standing.MARKS_LAST or after in standing.cues.remarks or not after
    told = before(standing, start) if closed else None
    nearest = max((one.end for one in message.mentions if one.end <= start), default=None)
    return rating if told in (None, nearest) else replace(rating, lead=told, in_row=True)
