"""Numbers that stand last, alone or after a remark, and so rate what was told before ("cramping hard. 7")."""

from collections.abc import Sequence

from bot.domain.vocabulary import RatingCues
from bot.understanding.ratings import rating_counts, rating_scales, rating_standing, rating_topics
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS, Message, Rating

_ROUGHLY = frozenset(
    (
        "a", "an", "about", "around", "like", "maybe", "only", "just", "say", "so", "now", "prob",
        "probably", "still", "probs", "possibly", "perhaps", "roughly", "ok", "okay", "er", "um", "erm",
        "eh", "currently", "today", "tonight", "back", "up", "to",
    )
)  # fmt: skip
"""May open a clause that is only a rating ("knackered all day. about a 6")."""
_OWN = frozenset(
    (
        "my", "the", "this", "that", "these", "those", "both", "left", "right", "poor", "bloody", "stupid", "damn",
        "old", "bad", "effing", "fucking", "dodgy", "gammy", "lower", "upper", "flipping", "blasted", "dratted",
        "wretched",
    )
)  # fmt: skip
"""Before a place, make it the writer's, of which the next sentence tells how bad it is ("my hip again. Maybe a 4.")."""
_NO_COMPLAINT = frozenset(
    (
        "scan", "xray", "x", "ray", "mri", "appointment", "appt", "exercises", "exercise", "brace", "physio",
        "injection", "injections", "clinic", "doctor", "surgeon", "stretches", "replacement", "op", "surgery", "cream",
        "dr", "doc", "kids", "times", "weeks", "days", "hours", "reps", "steps", "miles", "fine", "ok", "okay", "good",
        "better", "pad", "hand", "behind", "back", "mind", "eye", "no", "not", "never", "mum", "dad", "husband", "wife",
    )
)  # fmt: skip
"""In the sentence of a place, make a number after it one of something else."""
_CALLING = frozenset(("calling", "call", "it", "id", "say", "reckon", "guess", "rate", "rating"))
_JUDGING = frozenset(
    (
        "not", "great", "bad", "too", "no", "better", "worse", "isnt", "arent", "playing", "up", "grumbling", "awful",
        "rough", "today", "still", "again", "as", "usual", "so", "a", "bit", "the", "same", "is", "'s", "are", "really",
        "pretty", "good", "giving", "me", "grief", "gyp", "jip", "hell", "bother", "acting", "screaming", "moaning",
        "complaining", "fairly", "very", "tonight", "this", "morning", "murder", "terrible", "horrible", "tender",
    )
)  # fmt: skip
"""Between a place and ", 6", say no more than how it is."""
_ANYHOW = frozenset(("good", "better", "not", "no", "never"))
_CLIMBING = frozenset(("on", "up", "climbing"))
_WHOLE = frozenset(("all", "most", "throughout", "whole"))
_STRETCHES = frozenset(("day", "night", "morning", "afternoon", "evening", "week", "weekend", "month"))
_ON_AND_OFF = frozenset(
    (("on", "and", "off"), ("off", "and", "on"), ("came", "and", "went"), ("comes", "and", "goes"))
)
_WAYS = frozenset(("in", "out", "over", "down", "up", "on", "off", "round", "around", "back", "under"))
"""Close a verb ("when i breathe in", "when i bend over")."""
_TIMES = frozenset(
    ("minutes", "mins", "min", "hours", "hour", "hrs", "hr", "h", "days", "weeks", "am", "pm", "oclock")
)


def is_last(standing: Standing, position: int, low: float) -> bool:
    """Tell whether a number stands last, alone or after a remark, and so rates what was told before it."""
    words = standing.words
    end = standing.past_ish(position + 1)
    following = words[end : end + 1]
    goes_on = (
        following
        and following[0] not in rating_standing.MARKS_LAST
        and following[0] not in standing.cues.remarks
        and not rating_standing.is_rising(standing.message, end)
        and not (following[0] == "all" and standing.message.word(end + 1) in _STRETCHES)
        and not rating_scales.came_from(words, end)
    )
    if low < 1 or words[position] == "one" or goes_on or not rating_scales.is_on_scale(words[position]):
        return False
    led, start = position, standing.message.sentence_start(position)
    if (position in standing.ends and low >= rating_standing.LEAST_SCORED) or is_stretch(standing, position):
        return True
    while led > start and (words[led - 1] in _ROUGHLY or words[led - 1] in standing.cues.strengths):
        led -= 1
    if led == start or rating_topics.shares(standing, position):
        return (
            start > 0 and not _is_bullet(standing, position) and _is_of_last_sentence(standing, position, low)
        )
    if words[led - 1] == "," and _is_guessed(standing, led, position):
        return True
    if words[led - 1] in rating_standing.OPENING:
        beside = led - 1 in standing.ends and (words[end - 1] == "ish" or words[led - 1] == "-")
        return beside or (following != [","] and _is_of_one(standing, led - 1, low))
    return _is_after_remark(standing, led)


def _is_of_last_sentence(standing: Standing, position: int, low: float) -> bool:
    start = standing.message.sentence_start(position)
    return (
        rating_topics.shares(standing, position)
        or _is_of_one(standing, start - 1, low)
        or _complaint(standing.message, start) is not None
        or rating_topics.before(standing, start) is not None
    )


def _is_guessed(standing: Standing, led: int, position: int) -> bool:
    """Tell the "maybe 3" after "had two paras, it's easing," from the one after "paras,": it counts nothing."""
    words = standing.words
    if words[led:position] not in (
        ["maybe"],
        ["say"],
        ["like"],
        ["prob"],
        ["probably"],
        ["now", "maybe"],
    ):
        return False
    start = standing.message.sentence_start(position)
    opened = next((at + 1 for at in range(led - 2, start - 1, -1) if words[at] == ","), start)
    clause = range(opened, led - 1)
    told = {(m.start, m.end) for m in standing.message.mentions if start <= m.start < led and not m.is_weak}
    numbered = any(words[index][0].isdigit() for index in clause)
    return len(told) == 1 and not numbered and standing.medicines.isdisjoint(clause)


def _is_bullet(standing: Standing, position: int) -> bool:
    """Tell the 2 of a numbered list."""
    before, after = standing.words[position - 1], standing.words[position + 1 : position + 3]
    return before == "\n" and after[:1] in (["."], [")"]) and after[1:] not in ([], ["\n"])


def _is_of_one(standing: Standing, position: int, low: float) -> bool:
    """Tell whether the sentence up to ``position`` speaks of one symptom, so that no other can be meant."""
    words = standing.words
    alone = words[position] in SENTENCE_ENDS
    while position > 0 and {words[position], words[position - 1]} <= SENTENCE_ENDS:
        position -= 1  # "tired... 5", "back pain!! 9"
    start = standing.message.sentence_start(position)
    if words[position] == "?":
        return False
    told = {
        (m.start, m.end) for m in standing.message.mentions if start <= m.start < position and not m.is_weak
    }
    if len(told) != 1:
        return False
    after = range(max(end for _, end in told), position)
    numbered = not alone and any(
        words[index][0].isdigit() and words[index + 1] not in _TIMES for index in after
    )
    return not numbered and (
        standing.medicines.isdisjoint(after) or low >= rating_standing.LEAST_BESIDE_MEDICINE
    )


def is_stretch(standing: Standing, position: int) -> bool:
    """Tell the "all day" of "tired all day 7" and the "most of the night" of "sore most of the night 5" from day 7."""
    message, opened = standing.message, position
    if message.word(position - 1) in _STRETCHES:
        opened = message.led(("the", "of"), position - 1) - 1
        if message.word(opened) not in _WHOLE:
            return False
    if tuple(message.words[max(0, opened - 3) : opened]) in _ON_AND_OFF:
        opened -= 3
    ended = next((at for at in (opened, opened - 1) if at in standing.ends), None)
    if ended is None or opened == position:
        return False
    counted = rating_counts.TALLIED | rating_counts.PASSED  # "seizures all day 4"
    return message.words[ended - 1] not in counted


def _is_after_remark(standing: Standing, position: int) -> bool:
    """Tell "itching after the shower" before ``position`` from "slept till" and "took"."""
    start = max(standing.message.sentence_start(position), position - rating_standing.FARTHEST)
    ended = next((m.end for m in reversed(standing.message.mentions) if start < m.end <= position), None)
    gap = standing.words[ended:position] if ended is not None else []
    does = gap[-3:-2] == ["i"] and gap[-1] in _WAYS  # "chest pain when i breathe in 5"
    if (
        not gap
        or gap[0] not in rating_standing.CIRCUMSTANCES
        or (gap[-1] in rating_standing.CIRCUMSTANCES | standing.cues.never_before and not does)
    ):
        return gap[-1:] in (["afterwards"], ["afterward"], ["again"], ["overnight"], ["throughout"])
    named = standing.medicines.isdisjoint(range(position - len(gap), position))
    climbed = gap[-1] == "stairs" and not _CLIMBING.isdisjoint(gap)  # "breathless on the stairs 4"
    uncounted = rating_standing.COUNTED.isdisjoint(gap[:-1] if climbed else gap)
    return named and uncounted and all(word.isalpha() for word in gap)


def places_before(cues: RatingCues, message: Message, found: Sequence[Rating]) -> dict[int, int]:
    """Give where the place ends of which a sentence of its own says how bad it is, by where its rating starts."""
    alone = (
        rating.start
        for rating in found
        if rating.sums_up
        or (
            not rating.explicit
            and message.led(_ROUGHLY | cues.strengths, rating.start) <= message.sentence_start(rating.start)
        )
    )
    told = {start: _complaint(message, start) for start in alone}
    told |= {one.start: _complaint_here(message, one) for one in found if one.start not in told}
    if sum(thing.value.part is not None for thing in message.things) == 1 and not message.mentions:
        framed = (one.start for one in found if "it" in message.words[one.lead : one.start])
        told |= {start: _complaint(message, start) for start in framed if told.get(start) is None}
    return {start: end for start, end in told.items() if end is not None}


def _complaint_here(message: Message, rating: Rating) -> int | None:
    """Give where the one place ends that the sentence of ``rating`` speaks of before it ("my knees, ugh, 5/10")."""
    led = message.words[rating.lead : rating.start]
    if rating.of_next or message.mentions:
        return None
    first = message.sentence_start(rating.start)
    things = [thing for thing in message.things if first <= thing.start < rating.start]
    if len(things) != 1 or things[0].value.part is None:
        return None
    thing = things[0]
    said = (*message.words[first : thing.start], *message.words[thing.end : rating.lead])
    judged = led[:1] == [","] and _JUDGING.issuperset(message.words[thing.end : rating.lead])
    if not (rating.explicit or judged or not _CALLING.isdisjoint(led)):
        return None
    own = thing.start == first or message.words[thing.start - 1] in _OWN
    return thing.end if own and (_NO_COMPLAINT - _ANYHOW).isdisjoint(said) else None


def _complaint(message: Message, position: int) -> int | None:
    """Give where the one place ends that the sentence before the number at ``position`` complains of.

    "My knees tell me every year of it. About 5 today." complains of them; a scan of them would not.
    """
    start = message.sentence_start(position)
    last = start - 1
    while last > 0 and message.words[last] in SENTENCE_ENDS:
        last -= 1
    if last < 0 or "?" in message.words[last + 1 : start]:
        return None
    first = message.sentence_start(last)
    listed = rating_topics.listed_places(message, start)
    if listed:
        return listed[-1].end
    if any(
        first <= thing.start <= last and (thing.value.symptom or thing.value.medicine)
        for thing in message.things
    ):
        return None
    parts = [thing for thing in message.things if thing.value.part and first <= thing.start <= last]
    said = (*message.words[first : parts[0].start], *message.words[parts[0].end : last + 1]) if parts else ()
    if (
        len(parts) != 1
        or not _NO_COMPLAINT.isdisjoint(said)
        or any(word[0].isdecimal() for word in said[-3:])
    ):
        return None
    own = parts[0].start == first or message.words[parts[0].start - 1] in _OWN
    return parts[0].end if own else None
