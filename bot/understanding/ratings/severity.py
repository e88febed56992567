"""How bad it is: gives each symptom the rating that was stated for it, and a range for words like "awful".

Words give a range and never a number of their own. Where a rating changed ("6 down to 4") the current one counts.
"""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from bot.understanding.ratings import described, rating_counts
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message, Rating

_LITTLE = frozenset(("much", "barely", "hardly", "little", "many", "lot", "scarcely"))
_DEGREES = frozenset(("too", "very", "that", "overly", "particularly", "terribly", "super"))
"""After "not", leave some of it where a number follows ("not too tired, 3")."""
_SHARED = frozenset(("both", "each", "all"))
_AT_ALL_TIMES = frozenset(("time", "day", "night", "week", "evening", "afternoon", "weekend"))
_BOTH = ("one", "other")
_POSES = frozenset(
    (
        "upright", "standing", "sitting", "lying", "walking", "moving", "resting", "flat", "sat", "stood", "bending",
        "stairs", "movement", "rest", "stand", "sit", "walk", "move", "bend",
    )
)  # fmt: skip
_ON_THE_WAY = frozenset(("now", "to", "then", "drops", "down", "up", "from", "today"))
_ENDS_POSE = frozenset(("", ".", ",", "!", "\n", ";", ")"))
_OPENS = frozenset(("", ",", ".", "\n", "and"))
_JOINED = (["and"], ["&"], ["+"], ["/"], ["n"], ["or"])
_SINCE = frozenset(("since", "after", "until", "till", "before"))
_FARTHEST_CAUSE = 3
_WHEN_I = (["when", "i"], ["if", "i"], ["time", "i"], ["whenever", "i"], ["as", "i"])


def assign(message: Message) -> None:
    """Give each mention of ``message`` the number that was stated for it."""
    spots = _Spots(message.mentions)
    given: dict[int, list[Rating]] = {}
    for rating in message.ratings:
        for index in _rated(message, spots, rating):
            given.setdefault(index, []).append(rating)
    for index, found in given.items():
        current = [rating for rating in found if not rating.past] or found
        rate(message.mentions[index], _posed(message, current) or current[-1])


def _posed(message: Message, found: list[Rating]) -> Rating | None:
    """Give the span of "7 when upright, 1 lying flat", of which neither is said to be the one of now."""
    if len(found) != len(_BOTH) or not all(_is_posed(message, one) for one in found):
        return None
    low, high = sorted(one.low for one in found)
    between = message.words[found[0].end : found[1].start]
    closed = message.word(found[1].end + 1) in _ENDS_POSE or message.word(found[1].end + 2) in _ENDS_POSE
    if low in (high, 0) or not closed or not _ON_THE_WAY.isdisjoint(between):
        return None
    return replace(found[1], low=low, high=high)


def _is_posed(message: Message, rating: Rating) -> bool:
    at = message.past(("at", "when", "on", "with", "if", "while", "im", "i", "am"), rating.end)
    return message.word(at) in _POSES


def is_still(message: Message, rating: Rating) -> bool:
    """Tell whether a rating says what is left after something was done ("paracetamol, still a 6")."""
    led = message.words[max(0, rating.start - 3) : rating.start]
    return "still" in led and {",", "still", "at", "a", "an", "but", "it", "is", "'s"}.issuperset(led)


class _Spots:
    """Where mentions stand, for finding a neighbour without looking at all of them."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._ends = [mention.end for mention in mentions]

    def before(self, position: int) -> int:
        """Give the index of the last mention that ends at ``position`` or earlier; -1 where there is none."""
        return bisect_right(self._ends, position) - 1

    def around(self, rating: Rating) -> int | None:
        """Give the index of the mention that ``rating`` stands inside of ("pain 7 in that hip")."""
        index = bisect_left(self._starts, rating.start) - 1
        return index if index >= 0 and self._ends[index] >= rating.end else None

    def after(self, position: int) -> int:
        """Give the index of the first mention that starts at ``position`` or later."""
        return bisect_left(self._starts, position)

    def together(self, index: int) -> list[int]:
        """Give the indexes of all mentions that were said in the same words ("knees and hips ache")."""
        span = self._starts[index], self._ends[index]
        low = high = index
        while low and (self._starts[low - 1], self._ends[low - 1]) == span:
            low -= 1
        while high + 1 < len(self.mentions) and (self._starts[high + 1], self._ends[high + 1]) == span:
            high += 1
        return list(range(low, high + 1))


def rate(mention: Mention, rating: Rating) -> None:
    """Give ``mention`` the number or the span of ``rating``; a zero denies it, and so does "nothing"."""
    if rating.is_gone:
        mention.denied = True
        return
    if rating.low == rating.high:
        mention.severity = rating.low
        mention.denied = mention.denied or rating.low == 0
    else:
        mention.severity_range = (rating.low, rating.high)


def _rated(message: Message, spots: _Spots, rating: Rating) -> list[int]:
    """Find the mentions that ``rating`` is about."""
    around = spots.around(rating)
    if around is not None:
        return spots.together(around)
    if rating.of_next and spots.after(rating.end) < len(message.mentions):
        return spots.together(spots.after(rating.end))
    named = spots.before(rating.lead) if rating.in_row else -1
    if named >= 0 and spots.mentions[named].end == rating.lead:
        return spots.together(named)
    before, after = _before(message, spots, rating), _directly_after(message, spots, rating)
    adjacent = before is not None and (
        message.mentions[before].end == rating.start
        or _is_led_from(message, message.mentions[before], rating)
    )
    if before is not None and message.words[rating.end : rating.end + 1] == ["and"]:
        adjacent = adjacent or message.mentions[before].end == rating.lead
    leads = rating.explicit or before is None or message.words[rating.start - 1] in ("a", "level")
    if after is not None and not adjacent and leads:
        return spots.together(after)
    if before is None:
        scored = rating.explicit or message.words[rating.start - 1] in ("a", "an", "to")
        return spots.together(0) if scored and message.mentions and not _is_since(message) else []
    return _shared(message, spots, before, rating)


def _is_since(message: Message) -> bool:
    """Tell the fall of "I've been a 7 since the fall" from what is rated."""
    start = message.led(("the", "my", "that", "a"), message.mentions[0].start)
    return message.word(start - 1) in _SINCE


def _is_led_from(message: Message, mention: Mention, rating: Rating) -> bool:
    """Tell the 6 of "throat a 6 glands a 5" and of "throat - a 6 - ..." from that of "tired, a 6 headache"."""
    led = message.words[mention.end : rating.start]
    return mention.end == rating.lead and led[-1:] in (["a"], ["an"]) and "," not in led


def _is_little(message: Message, mention: Mention, rating: Rating) -> bool:
    """Tell the "not much pain, 2" and "not too tired, 3" that are there from the "not much pain" that is none."""
    before = message.words[max(0, mention.start - 3) : mention.start]
    little = not _LITTLE.isdisjoint(before) or (before[-1:] != [] and before[-1] in _DEGREES)
    return little and rating.lead <= mention.end + 1


def _before(message: Message, spots: _Spots, rating: Rating) -> int | None:
    """Find the nearest symptom before a rating; one that is denied has no severity to be given."""
    index = _caused(message, spots, spots.before(rating.start), rating)
    if index >= 0 and rating.high and _is_little(message, spots.mentions[index], rating):
        spots.mentions[index].denied = False
    if index >= 0 and _is_tally_of_day(message, spots.mentions[index], rating):
        return None
    if index >= 0 and _is_over(message, spots.mentions[index], rating):
        return None
    decorating = None
    while index >= 0 and rating.high and (spots.mentions[index].denied or spots.mentions[index].decorates):
        if decorating is None and not spots.mentions[index].denied:
            decorating = index  # "burps 🤢, 7" rates the burps, "🤢 7" the face
        index -= 1
    return index if index >= 0 else decorating


def _is_tally_of_day(message: Message, mention: Mention, rating: Rating) -> bool:
    """Tell the 2 of "no seizures for 3 weeks, today 2", which says how many there were."""
    counted = message.words[mention.end - 1] in rating_counts.TALLIED | rating_counts.PASSED
    return counted and not rating.explicit and message.word(rating.start - 1) in ("today", "tonight")


def _is_over(message: Message, mention: Mention, rating: Rating) -> bool:
    """Tell the 5 of "hypo at 11, shaky 5, fine after juice", which was of what is over, from that of another."""
    beside = mention.denied and mention.end == rating.start and rating.high > 0
    return beside and message.word(mention.start - 1) in _OPENS


def _caused(message: Message, spots: _Spots, index: int, rating: Rating) -> int:
    """Give the ache of "jaw ache from grinding, a 2" and "chest hurts when I cough 4"; ``index`` is of its cause."""
    if index < 1:
        return index
    cause, felt = spots.mentions[index], spots.mentions[index - 1]
    first = message.words[felt.end : cause.start + 1]
    brought_on = message.words[cause.start - 2 : cause.start] in _WHEN_I and bool(message.ratings)
    numbered = any(felt.end <= rating.start < cause.start for rating in message.ratings)
    from_it = first[:1] == ["from"] and len(first) <= _FARTHEST_CAUSE
    alone = brought_on and felt.end == cause.start - len(_WHEN_I[0]) and rating.start == cause.end
    return index - 1 if from_it or alone or (brought_on and numbered) else index


def _directly_after(message: Message, spots: _Spots, rating: Rating) -> int | None:
    index = spots.after(rating.end)
    if index == len(spots.mentions):
        return None
    gap = message.words[rating.end : spots.mentions[index].start][: described.MOST_BETWEEN + 1]
    if "," in gap and not rating.explicit and is_still(message, rating):
        return None
    near = (
        len(gap) <= 3
        and all(word in described.TO_NEXT or (word == "," and index == 0) for word in gap)
        and gap != ["and"]
    )
    return index if near else None


def _shared(message: Message, spots: _Spots, index: int, rating: Rating) -> list[int]:
    """Share a rating among a list where it says "both" or "all"."""
    near = message.words[message.mentions[index].end : rating.start] + _said_of_all(message, rating.end)
    chosen = spots.together(index)
    if _SHARED.isdisjoint(near) and not rating.sums_up:
        return chosen + _senses_before(message, index)
    mentions = message.mentions
    for later, earlier in pairwise(range(index, -1, -1)):
        gap = message.words[mentions[earlier].end : mentions[later].start]
        listed = all(word in ("and", ",", "the", "my", "plus") for word in gap)
        summed = rating.sums_up and _is_told_with(message, mentions[earlier], mentions[later])
        if not (listed or summed) or ("both" in near and len(chosen) == len(_BOTH)):
            break
        chosen += [] if mentions[earlier].denied else [earlier]
    return chosen


def _said_of_all(message: Message, end: int) -> list[str]:
    """Give the two words after a rating, but for the times of "5 each time" and of "headache, nausea 5 all day"."""
    said = message.words[end : end + 2]
    return said if said[1:] == [] or said[1] not in _AT_ALL_TIMES or said[0] not in _SHARED else []


def _is_told_with(message: Message, told: Mention, following: Mention) -> bool:
    """Tell the elbows of "elbows hurt, even my toes hurt. all of it about 5", which no number of their own has."""
    between = message.words[told.end : following.start]
    together = message.sentence[told.start] == message.sentence[following.start] or SENTENCE_ENDS.issuperset(
        between
    )
    return together and not any(word[0].isdecimal() for word in between)


def _senses_before(message: Message, index: int) -> list[int]:
    """Give the light of "light and noise 6", which shares what is said of the noise at ``index``."""
    found: list[int] = []
    mentions = message.mentions
    while index and _is_sense(mentions[index]) and _is_sense(mentions[index - 1]):
        first, second = mentions[index - 1], mentions[index]
        bare = 1 in (first.end - first.start, second.end - second.start)
        if not bare or message.words[first.end : second.start] not in _JOINED:
            break
        index -= 1
        found.append(index)
    return found


def _is_sense(mention: Mention) -> bool:
    return mention.term is not None and bool(mention.term.only_listed)


def describe(lexicon: Lexicon, message: Message) -> None:
    """Give a range to what is called "bad" or "mild" right before it or after a small word, and has no number."""
    spots = _Spots(message.mentions)
    for match in lexicon.severities.all(message.stems):
        index = described.find(lexicon, message, spots.after(match.end), match)
        if index is None:
            continue
        word, alike = match.value, spots.together(index)
        if _is_sense(message.mentions[index]):
            if message.words[match.start] == "light":
                continue  # a sense beside the "sound" of "sensitive to light and sound"
            alike += _senses_before(message, index)
        for same in alike:
            mention = message.mentions[same]
            if mention.severity is None and (
                mention.severity_range is None or mention.severity_range[1] < word.high
            ):
                mention.severity_range = (word.low, word.high)
