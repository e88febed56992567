"""Numbers that come before what they rate: "6 for fatigue", "7 in the hips", "7 pain, 7 tired"."""

from bot.understanding.body import place_words
from bot.understanding.ratings import (
    place_alone,
    rating_followers,
    rating_frames,
    rating_scales,
    rating_standing,
)
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS

_STILL = frozenset(
    (
        "still", "my", "the", "usual", "standard", "normal", "now", "only", "about", "its", "it", "'s", "is",
        "maybe", "just", "around", "today", "a",
    )
)  # fmt: skip
_TODAY = frozenset(("today", "tonight", "now"))
_CLAUSE = SENTENCE_ENDS | frozenset((",", "-", ""))
_ALONE = frozenset(("my", "the", "this", "a", "again", "mostly", "mainly", "today", "bloody"))
_ON_PART = frozenset(("in", "on", "across", "around", "round", "behind", "under", "down", "along", "at"))
_TO_PART = frozenset(("the", "my", "both", "left", "right", "lower", "upper", "me", "mostly"))


def is_for_next(standing: Standing, position: int) -> bool:
    """Tell whether a number opens "6 for fatigue"."""
    words = standing.words
    start = standing.message.sentence_start(position)
    if is_felt_in(standing, position):
        return True
    first = position == start
    begin = position - (not first and words[position - 1] in ("a", "an"))
    begin = min(begin, rating_frames.begin(standing.cues, words, position))
    begin -= begin > start and words[begin - 1] in standing.cues.strengths  # "low 3 for nausea"
    led = rating_frames.back_over(standing.cues, words, position, start)
    if led == start and words[position - 1] not in rating_frames.HAVING:
        begin = led
    if standing.message.word(led - 1) in _CLAUSE and (
        _is_before_place(standing, position) or _is_before_name(standing, position)
    ):
        return True
    begin -= begin > start and words[begin - 1] == "still"  # "still 5 nausea"
    if not (first or begin == start or words[begin - 1] in rating_standing.JOINING):
        return False
    past = standing.past_ish(position + 1)
    past += standing.message.word(past) in _TODAY and standing.message.word(past + 1) in ("for", "with")
    after = words[past : past + 3]
    if _is_scored(standing, position) or is_placed(standing, position):
        return True
    if (
        position == 0
        and after[:1] in (["-"], [":"])
        and (rating_scales.number(words[0]) or 0) >= rating_standing.LEAST_SCORED
    ):
        return position + 2 in standing.starts
    return _leads_on(standing, past, after)


def _is_before_place(standing: Standing, position: int) -> bool:
    """Tell "still a 5 after the codeine. left knee" from "2 tablets. head"."""
    words = standing.words
    told = range(standing.message.sentence_start(position), position)
    if words[position] in ("one", "zero") or not standing.starts.isdisjoint(told):
        return False
    bullet = words[position + 1 : position + 2] == ["."] and "\n" in words
    if bullet or not place_alone.after(standing.message, position + 1):
        return False
    return rating_followers.may_follow(standing.cues, words, position + 1, known=False)


def _is_before_name(standing: Standing, position: int) -> bool:
    """Tell "NINE. migraine." from the number of anything else."""
    message, end = standing.message, position + 1
    first = message.led(("a", "an"), position)
    alone = first == message.sentence_start(position) and message.word(first - 2) != "no"
    listed = "\n" in standing.words or standing.is_after_symptom(position)
    if not alone or listed or message.word(end) not in SENTENCE_ENDS:
        return False
    named = next((one for one in message.mentions if one.start == message.past(_ALONE, end + 1)), None)
    last = message.past(_ALONE, named.end) if named is not None else -1
    return last == len(standing.words) or message.word(last) in SENTENCE_ENDS


def _leads_on(standing: Standing, past: int, after: list[str]) -> bool:
    """Tell "6 for fatigue", "7 with the hip" and "a 7 of a headache" by the word ``after`` the number."""
    if after[:1] == ["with"]:
        return after[1:2] in (["the"], ["my"], ["this"], ["that"]) and past + 2 in standing.starts
    if after[:2] == ["of", "a"]:
        return past + 2 in standing.starts
    if after[:1] not in (["for"], ["on"]):
        return False
    return past + 1 in standing.starts or (after[1:2] in (["the"], ["my"]) and past + 2 in standing.starts)


def is_felt_in(standing: Standing, position: int) -> bool:
    """Tell "had a 6 behind the right eye" and "woke to a solid 7 in both knees", where no pain is named."""
    words = standing.words
    begin = position - (
        words[position - 1 : position] != [] and words[position - 1] in standing.cues.strengths
    )
    if begin < 1 or words[begin - 1] not in ("a", "an"):
        return False
    index = standing.past_ish(position + 1)
    if standing.message.word(index) not in place_words.POSITIONS:
        return False
    index += 1
    while index < len(words) and words[index] in _TO_PART and index not in standing.starts:
        index += 1
    return index in standing.part_starts


def is_placed(standing: Standing, position: int) -> bool:
    """Tell whether a number opens "7 in the hips"."""
    start = standing.message.sentence_start(position)
    if standing.message.led(_STILL, position) != start and standing.words[position - 1] not in (
        ",",
        "and",
        "&",
    ):
        return False
    return _leads_to_part(standing, position + 1)


def is_within(standing: Standing, lead: int, end: int) -> bool:
    """Tell the 6 of "spasms 6 in back", whose place comes last; the symptom ends at ``lead``, the number at ``end``."""
    named = lead in standing.ends and lead not in standing.part_ends
    return named and standing.message.word(end) in _ON_PART and _leads_to_part(standing, end)


def _leads_to_part(standing: Standing, index: int) -> bool:
    """Tell whether "in the hips", or "hips", begins at ``index``."""
    words = standing.words
    if words[index : index + 1] and words[index] not in _ON_PART:
        return False
    index += 1
    while index < len(words) and words[index] in _TO_PART and index not in standing.starts:
        index += 1
    return index in standing.part_starts


def _is_scored(standing: Standing, position: int) -> bool:
    """Tell "7 pain, 7 tired" from "7 migraines" and "7 pain free days"."""
    words = standing.words
    named = next((m for m in standing.message.mentions if m.start == position + 1), None)
    if named is None or (rating_scales.number(words[position]) or 0) < rating_standing.LEAST_SCORED:
        return False
    after = words[named.end : named.end + 1]
    return not words[named.end - 1].endswith("s") and (not after or after[0] in rating_standing.ENDING)
