"""Which numbers rate a symptom, told apart from all the other numbers people write.

"7/10" rates wherever it stands. A bare 7 rates only where the words before lead from a symptom to it ("migraine is
about a 7", "pain went from 8 to 5") and nothing after makes it a count, a dose, a time or a date ("migraine 7 hours").
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from bot.domain.vocabulary import RatingCues
from bot.understanding.body import place_words
from bot.understanding.ratings import (
    rating_ahead,
    rating_at,
    rating_counts,
    rating_followers,
    rating_frames,
    rating_last,
    rating_leads,
    rating_rows,
    rating_scales,
    rating_standing,
    rating_topics,
)
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS, Message, Rating

_LEAST_BEFORE_STRENGTH = 3
_STRENGTHS = frozenset(("mg", "mcg", "g", "ml", "units"))
_HYPERBOLE = 20
"""Up to "20/10" is a way to say ten; "120/80" is not."""
_SCORED_OTHERWISE = frozenset(
    (
        "mood", "energy", "sleep", "mobility", "wellbeing", "spoons", "coping", "battery", "spirits", "morale",
        "motivation", "function", "stamina", "happiness", "concentration", "enjoyment", "hope", "resilience",
    )
)  # fmt: skip
_A = frozenset(("a", "an"))
_BEFORE_THAT = ["before", "that"]
_OR_MAYBE = ("maybe", "possibly", "perhaps")
_LOW = (["low"], ["down"], ["rubbish"], ["crap"], ["flat"], ["awful"], ["poor"], ["terrible"])
"""After what is no symptom, make it one."""

_LESS = (
    ["not", "even"],
    ["isnt", "even"],
    ["less", "than"],
    ["nowhere", "near"],
    ["not", "quite"],
    ["barely", "even"],
)
_FARTHEST_ELSE = 3
_TO_ELSE = frozenset(("else", "everything", "all", "a", "is", "at", "about", "around", "'s", ":", "-"))
_SAME = frozenset(("same", "ditto", "likewise"))
_TO_SAME = frozenset(("for", "with", "my", "the"))
"""After "same", lead to what is rated alike ("6 for pain and same for fatigue")."""
_RISES = frozenset(
    ("flares", "jumps", "shoots", "spikes", "climbs", "rises", "goes", "ramps", "leaps", "rockets", "up")
)
_BROUGHT_ON = frozenset(
    ("when", "whenever", "if", "on", "with", "walking", "standing", "moving", "bending", "upstairs")
)
"""After "flares to 7", tell that it is so only at times, and a number told without them is the one that holds."""
_ITEM_MARKS = (".", ")")
_NEVER_UNREAD = frozenset(("/", "-", "all", "size", "used", "from", "to"))
"""Before a number that no rule reads, make it one of something else ("all 3", "now in a size 7")."""
_TO_END = frozenset(("to", ">", "-", "=", "then", "being"))
_AFTER_END = frozenset(
    ("in", "after", "within", "by", "with", "and", "but", "at", "overnight", "thanks", "again", "once")
)


def find(cues: RatingCues, message: Message, sided: Mapping[int, int]) -> list[Rating]:
    """Find the numbers that rate something, left to right; ``sided``: each that is of a side → where that ends."""
    if not any(map(rating_scales.may_rate, message.words)):
        return []
    standing = Standing(cues, message)
    standing.of_next, course = rating_rows.find(standing)
    standing.course = {**sided, **course}
    position = 0
    while position < len(standing.words):
        word = standing.words[position]
        rating = _read(standing, position) if rating_scales.may_rate(word) else None
        rating = _same(standing, position) if word in _SAME else rating
        if rating and not _is_of_other(standing, rating):
            standing.found.append(rating_topics.settle(standing, rating))
            gone = _gone_after(standing, rating)
            standing.found += [gone] if gone else []
        position = rating.end if rating else position + 1
    message.unread = _unread(standing)
    return standing.found


def _unread(standing: Standing) -> frozenset[int]:
    """Find the numbers that are read as no rating and that nothing shows to be a count, a dose or a time."""
    read = {position for rating in standing.found for position in range(rating.start, rating.end)}
    return frozenset(
        position
        for position, word in enumerate(standing.words)
        if position not in read and rating_scales.may_rate(word) and not _is_refused(standing, position)
    )


def _is_refused(standing: Standing, position: int) -> bool:
    """Tell a number that surely is of something else."""
    words, before = standing.words, standing.message.word(position - 1)
    if _is_item(standing, position) or position in standing.explained:
        return True
    if before in standing.cues.never_before | _NEVER_UNREAD:
        return True
    end = rating_scales.end_of_scale(words, position + 1)
    lead = standing.nearest_lead(rating_frames.begin(standing.cues, words, position))
    if end is not None:
        return _is_of_other(standing, _rating(standing, (position, end), (0, 0), lead, explicit=True))
    end = standing.past_ish(position + 1)
    return (
        before in rating_standing.COUNTED
        or (before == "at" and rating_at.hours(standing, position) > 1)
        or rating_counts.is_of_time(standing, position)
        or rating_counts.is_count(standing, lead, (position, position, end))
        or _is_beside_medicine(standing, lead, position, end)
        or not _goes_on(standing, lead, position, end)
    )


def _read(standing: Standing, position: int) -> Rating | None:
    if position in standing.explained or _is_item(standing, position):
        return None
    if position in standing.of_next or position in standing.course:
        return _in_row(standing, position)
    return _explicit(standing, position) or _together(standing, position) or _bare(standing, position)


def _is_item(standing: Standing, position: int) -> bool:
    """Tell the numbers of "1. call the doctor 2. find the cream"."""
    words = standing.words
    if standing.message.word(position + 1) not in _ITEM_MARKS or "2" not in words:
        return False
    marked = [(at, word) for at, (word, mark) in enumerate(pairwise(words)) if mark in _ITEM_MARKS]
    opens = any(word == "1" and standing.message.word(at - 1) in SENTENCE_ENDS | {""} for at, word in marked)
    items = {word for _, word in marked}
    return opens and {"1", "2"} <= items


def _same(standing: Standing, position: int) -> Rating | None:
    """Read the "same" of "hips 6, knees same" as the number before it."""
    if not standing.found:
        return None
    former, words = standing.found[-1], standing.words
    named = standing.message.past(_TO_SAME, position + 1)
    joined = words[standing.message.led(("the",), position) - 1] in rating_standing.JOINING
    if joined and named > position + 1 and named in standing.starts:
        return replace(former, start=position, end=position + 1, lead=position, of_next=True, explicit=True)
    if position not in standing.ends or not standing.is_closed(position + 1):
        return None
    opened = max((start for start in standing.starts if start < position), default=position)
    if not {",", "and", "my", "the", "&"}.issuperset(standing.words[former.end : opened]):
        return None
    return replace(former, start=position, end=position + 1, lead=position, of_next=False, explicit=False)


def _in_row(standing: Standing, position: int) -> Rating | None:
    """Read a number that stands in a row of its like."""
    value = rating_scales.number(standing.words[position])
    if value is None:
        return None
    end = rating_scales.end_of_scale(standing.words, position + 1) or position + 1
    ahead = position in standing.of_next
    lead = position if ahead else standing.course[position]
    rating = _rating(standing, (position, end), (value, value), lead, explicit=ahead)
    latest = any(map(rating_scales.may_rate, standing.words[max(0, position - 3) : position]))
    latest = latest and not (
        standing.message.word(end) in standing.cues.past_after and standing.is_closed(end + 1)
    )
    return rating if ahead else replace(rating, in_row=True, past=rating.past and not latest)


def _gone_after(standing: Standing, rating: Rating) -> Rating | None:
    """Read the "nothing" of "from 9 to nothing" and of "8 > gone"."""
    start = standing.message.past(_TO_END, rating.end)
    end = rating_scales.gone_end(standing.words, start) if start > rating.end else None
    if end is None or not (standing.is_closed(end) or standing.message.word(end) in _AFTER_END):
        return None
    return Rating(start, end, 0, 0, explicit=False, lead=rating.lead, is_gone=True)


def _is_of_other(standing: Standing, rating: Rating) -> bool:
    """Tell whether a rating is of what is no symptom, where more is better ("mood 2 out of 10")."""
    if _TO_ELSE.issuperset(standing.words[rating.start - _FARTHEST_ELSE + 1 : rating.start]) and (
        "else" in standing.words[max(0, rating.start - _FARTHEST_ELSE) : rating.start]
    ):
        return True  # "fatigue 9, everything else a 3"
    led = standing.words[rating.lead - 1 : rating.lead]
    named = standing.words[rating.end : rating.end + 1] in _LOW  # "mood 3/10 low"
    apart = "," in standing.words[rating.lead : rating.start]
    named = named or (apart and rating.end in standing.starts)  # "energy ok, maybe 3/10 tired"
    return bool(led) and led[0] in _SCORED_OTHERWISE and rating.lead not in standing.ends and not named


def _explicit(standing: Standing, position: int) -> Rating | None:
    """Read "7/10", "5-6/10" and "7 out of 10"."""
    words = standing.words
    low = rating_scales.number(words[position])
    if low is None or low > _HYPERBOLE or (position and words[position - 1] in ("/", "bp")):
        return None
    end, high = _span(standing, position, low)
    after = rating_scales.end_of_scale(words, end)
    if after is None and end > position + 1:
        end, high = position + 1, low
        after = rating_scales.end_of_scale(words, end)
    if after is None:
        return None
    said = min(low, rating_scales.HIGHEST), min(high, rating_scales.HIGHEST)
    lead = standing.nearest_lead(position)
    return _rating(standing, (position, after), said, lead, explicit=True)


def _together(standing: Standing, position: int) -> Rating | None:
    """Read "both sixes" and "all 7s"."""
    shared = rating_scales.shared_number(standing.words, position)
    lead = standing.nearest_lead(position) if shared else position
    told = lead in standing.ends or rating_topics.shares(standing, position)
    if shared is None or shared[0] > rating_scales.HIGHEST or not told:
        return None
    value, length = shared
    return _rating(standing, (position, position + length), (value, value), lead, explicit=False)


def _span(standing: Standing, position: int, low: float) -> tuple[int, float]:
    """Read the second number of "5-6", "5 or 6" and "between 5 and 7"."""
    words = standing.words
    end = position + 1
    joint = words[end] if end < len(words) else ""
    before = standing.message.word(standing.message.led(_A, position) - 1)
    changing = not standing.cues.changes.isdisjoint(words[max(0, position - 3) : position])
    spans = (
        joint in ("-", "or", *_OR_MAYBE)
        or (joint == "to" and not changing)
        or (joint, before) == ("and", "between")
    )
    last = standing.message.past(_A, end + 1) if before == "between" else end + 1
    second = rating_scales.number(words[last]) if spans and last < len(words) else None
    if joint in _OR_MAYBE and second != low + 1:
        return end, low
    if second is not None and low < second <= rating_scales.HIGHEST:
        return last + 1, second
    return end, low


def _rating(
    standing: Standing, span: tuple[int, int], said: tuple[float, float], lead: int, *, explicit: bool
) -> Rating:
    """Make a rating of the numbers ``said`` in the tokens ``span``, halves rounded outwards."""
    (start, end), (low, high) = span, said
    before, after = standing.words[max(0, start - 3) : start], standing.words[end : end + 1]
    past = bool(standing.cues.past.intersection(before) or standing.cues.past_after.intersection(after))
    past = past and not (
        after == ["now"] and not rating_scales.may_rate(standing.message.word(end + 1) or ".")
    )
    past = past or (not _RISES.isdisjoint(before) and not _BROUGHT_ON.isdisjoint(after))
    past = past or standing.words[max(0, standing.message.led(_A, start) - 2) : start][:2] == _BEFORE_THAT
    if low != int(low) or high != int(high):
        low, high = int(low), min(int(high) + 1, rating_scales.HIGHEST)
    if low == high and low > 1 and _is_less(standing, start):
        low, high = min(1, low - 2), low - 1  # "not even a 3" is a 1 or a 2
    return Rating(start, end, int(low), int(high), explicit, past, lead, start in standing.of_next)


def _is_less(standing: Standing, position: int) -> bool:
    """Tell "not even a 3" and "below a 3" from a 3."""
    at = position - (standing.message.word(position - 1) in ("a", "an"))
    said = standing.words[max(0, at - 2) : at]
    negated = not rating_standing.NEGATED.isdisjoint(standing.words[max(0, at - 5) : at])
    below = said[-1:] in (["under"], ["below"]) and said != ["down", "below"]  # "pain down below 7"
    return said in _LESS or (below and not negated)


def _bare(standing: Standing, position: int) -> Rating | None:
    """Read a number without "/10" as a rating where all around it says so."""
    words = standing.words
    low = rating_scales.number(words[position])
    named = position in standing.ends  # "bit of a head 3"
    begin = position if named else rating_frames.begin(standing.cues, words, position)
    if low is None or low > rating_scales.HIGHEST or rating_counts.is_of_time(standing, position):
        return None
    stretched = rating_last.is_stretch(standing, position)  # "tired all day 7"
    if begin == position > 0 and words[position - 1] in standing.cues.never_before and not stretched:
        return None
    ahead, lead = rating_ahead.is_for_next(standing, position), standing.nearest_lead(begin)
    led = ahead or rating_leads.is_led(standing, lead, begin, position) or _is_inside(standing, position)
    said_after = rating_frames.names_after(standing.cues, words, standing.past_ish(position + 1))
    if not (
        led
        or (said_after and standing.is_after_symptom(begin))
        or rating_last.is_last(standing, position, low)
    ):
        return None
    end, high = _span(standing, position, low)
    end = standing.past_ish(end)
    if not (said_after or ahead or _goes_on(standing, lead, position, end)):
        return None
    counted = rating_counts.is_count(standing, lead, (begin, position, end))
    if counted or _is_beside_medicine(standing, lead, position, end):
        return None
    own = position if ahead and words[end : end + 1] in (["for"], ["on"]) else lead
    return _rating(standing, (position, end), (low, high), own, explicit=ahead)


def _is_beside_medicine(standing: Standing, lead: int, position: int, end: int) -> bool:
    """Tell the 2 of "headache 2 ibuprofen" from the 3 of "legs puffy 3 furosemide 40", whose strength comes after."""
    if end not in standing.medicines:
        return False
    low = rating_scales.number(standing.words[position]) or 0
    strong = lead in standing.ends and low >= _LEAST_BEFORE_STRENGTH and _has_strength(standing, end)
    return lead < position or not (strong or low >= rating_standing.LEAST_BESIDE_MEDICINE)


def _has_strength(standing: Standing, start: int) -> bool:
    named = next(t.end for t in standing.message.things if t.start == start and t.value.medicine)
    strength = rating_scales.number(standing.message.word(named))
    unit = standing.message.word(named + 1)
    return strength is not None and (strength > rating_scales.HIGHEST or unit in _STRENGTHS)


def _goes_on(standing: Standing, lead: int, position: int, end: int) -> bool:
    """Tell whether what follows at ``end`` leaves a number a rating."""
    return (
        _is_inside(standing, position)
        or rating_ahead.is_placed(standing, position)
        or _is_listed(standing, lead, position, end)
        or standing.words[end : end + 2] in rating_standing.AN_HOUR
        or rating_ahead.is_within(standing, lead, end)
        or _may_follow(standing, end, lead, position)
    )


def _is_inside(standing: Standing, position: int) -> bool:
    """Tell the 4 of "stings 4 when I pee", which one name takes in, from the 3 of "lost 3 kg"."""
    return standing.words[position + 1 : position + 2] == ["when"] and any(
        mention.start < position < mention.end for mention in standing.message.mentions
    )


def _is_listed(standing: Standing, lead: int, position: int, end: int) -> bool:
    """Tell a number in a list of names and numbers ("wrists 3 ankles 3 mood 6", "feet 4 sleep bad")."""
    words = standing.words
    stated = {":", "="}.issuperset(words[lead:position])
    if not stated or lead not in standing.ends or end in standing.medicines or end >= len(words):
        return False
    word = words[end]
    following = [word for word in words[end + 1 : end + 3] if word not in (":", "=")]
    if not word.isalpha() or word in rating_standing.COUNTED:
        return False
    opened = max((start for start in standing.starts if start < position), default=position)
    goes_on = bool(standing.found) and {",", "and"}.issuperset(words[standing.found[-1].end : opened])
    return goes_on or (bool(following) and rating_scales.number(following[0]) is not None)


def _is_corner(standing: Standing, position: int) -> bool:
    """Tell the "top left" of "toothache 7 top left", which says where and leaves the number one of how bad."""
    side = standing.message.past(place_words.LEVELS, position)
    return (
        side > position
        and standing.message.word(side) in place_words.SIDES
        and standing.is_closed(side + 1 + (standing.message.word(side + 1) == "side"))
    )


def _may_follow(standing: Standing, end: int, lead: int, position: int) -> bool:
    """Tell whether what follows at ``end`` leaves a number a rating; a symptom does, but in no list of counts."""
    words = standing.words
    sided = words[end : end + 1] and words[end] in place_words.SIDES
    placed = lead in standing.part_ends and standing.is_closed(end + 1)  # "hip 5 left"
    sided = sided and (end + 1 in standing.starts or placed)
    known = bool(sided) or end in standing.starts or end in standing.medicines  # "R ankle 4 L ankle 2"
    if words[end : end + 1] == ["on"] and end + 1 in standing.medicines:
        return True  # "burning 6 on antibiotics"
    if lead in standing.ends and _is_corner(standing, end):
        return True
    listed = "," in words[lead:position]
    return rating_followers.may_follow(standing.cues, words, end, known=known and not listed)
