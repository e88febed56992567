"""What before a bare number makes it a rating: the symptom, a frame ("call it"), a change ("down to") or a remark."""

from bot.understanding.ratings import (
    rating_at,
    rating_followers,
    rating_frames,
    rating_later,
    rating_standing,
)
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.normalise import UNITS_OF_TEN

_NOW = frozenset(("now", "today", "tonight", "still", "currently", "presently", "down"))
_SETTING = frozenset((",", "today", "now", "tonight", "level", "right", "there", "here"))
"""May come first between a symptom and the ":" before its rating."""
_POSTURES = frozenset(
    (
        "upright", "standing", "sitting", "lying", "walking", "moving", "resting", "flat", "sat", "stood",
        "bending",
    )
)  # fmt: skip
_POSES = _POSTURES | {"rest", "stairs", "movement", "stand", "sit", "walk", "move", "bend"}
_TO_POSTURE = frozenset(
    ("at", "on", "when", "the", "i", "im", "am", "but", "and", "only", "with", "down", "up", "in", ",")
)
_FARTHEST_POSED = 4
_BY_THEN = frozenset(("today", "by", "after", "tonight", "this", "now", "later", "overnight"))
"""After a second number, tell when it came to that ("7 on waking, 3 by noon")."""
_AS_STATE = frozenset(
    (
        "about", "around", "maybe", "like", "a", "an", "at", "roughly", "more", "probably", "only", "just", "it", "is",
        "'s",
    )
)  # fmt: skip
"""May lead to the number that it came to by then ("8 before the dentist, about 3 now")."""
_LATER_PARTS = (
    ["in", "the", "pm"], ["in", "the", "evening"], ["in", "the", "afternoon"], ["in", "the", "night"],
    ["at", "night"], ["at", "bedtime"],
)  # fmt: skip
"""After a second number, tell of which part of the day it is ("8 in the morning, 4 in the evening")."""
_FARTHEST_CORRECTED = 7
_CORRECTING = frozenset(
    (
        "no", "nope", "wait", "sorry", "actually", "scratch", "edit", "correction", "meant", "mean", "oops",
        "rather", "make",
    )
)  # fmt: skip
_TO_CORRECTED = frozenset(
    (",", ".", ":", "-", "(", "that", "it", "i", "a", "an", "um", "er", "hang", "on", "more", "like", "or")
)
_REACHING = frozenset(("hit", "hits", "reached", "touched"))
_ARROWS = frozenset(">↑↓⬆⬇↗↘")
_NOT_ALONE = frozenset(("one", "zero"))
"""Say too many other things to rate where no word leads to them."""
_ASIDE = frozenset(
    (
        "mainly", "mostly", "left", "right", "the", "both", "side", "sides", "lower", "upper", "worse", "on", "off",
        "and", "again", "still", "especially", "usually", "more", "one", "sided", "just", "only", "all", "my", "at",
        "rest", "night", "constantly", "constant", "today",
    )
)  # fmt: skip
"""Between two commas, say where or how it is, so that the number after them is of what was told before."""
_WHERE = frozenset(
    (
        "quiet", "dark", "stairs", "cold", "heat", "wet", "sun", "movement", "moving", "rest", "exertion", "standing",
        "walking", "sitting", "waking", "bending", "touch", "lying", "lifting", "light", "noise", "bed", "car",
        "stand", "sit", "walk", "lie", "bend", "move", "worst", "peak",
    )
)  # fmt: skip
_PEAKS = frozenset(
    (
        "top", "worst", "biggest", "strongest", "highest", "nastiest", "hardest", "sharpest", "baddest", "bad", "big",
    )
)  # fmt: skip
"""Of several, the one that is rated."""
_AS_PEAK = _AS_STATE | frozenset(
    ("one", "ones", "of", "them", "was", "were", "are", "hit", ":", "spike", "bit", "easily")
)
_OF_HOURS = frozenset(
    (
        "am", "pm", "oclock", "min", "mins", "minutes", "hour", "hours", "hr", "hrs", "day", "days", "week", "weeks",
        "month", "months", "nights",
    )
)  # fmt: skip
_STARTING = frozenset(("started", "began", "since", "around", "about"))
_TO_HOUR = frozenset(("from", "til", "till", "until", "since", "gone", "past"))
"""Before a number, make an hour of it ("restless from 9 till midnight, 7")."""
_IT_IS = (["its"], ["it"], ["thats"], ["im"])
"""Open what a rating came to after a medicine ("migraine 8, took suma and its 5")."""
_OF_PEAK = frozenset(("the", "my", "and", "with"))
_TO_NUMBER_WORD = frozenset(("is", "'s", ":", "=", "now", "level", "at"))
"""Before "one", let it rate as a 1 would."""
_TO_HOUR_WORD = frozenset(("around", "round", "by", "until", "till", "til", "same", "since"))
"""Before "nine", make an hour of it, or a count."""


def is_led(standing: Standing, lead: int, begin: int, position: int) -> bool:
    """Tell whether what stands before a bare number makes it a rating; it begins at ``begin`` ("a cheeky 2")."""
    words = standing.words
    between = words[lead:begin]
    last = words[begin - 1] if begin else ""
    until = words[position + 1 : position + 2]
    if last == "from" and until and until[0] in ("till", "til", "until"):
        return False
    described = begin < position and (
        standing.is_after_symptom(begin) or words[position - 1] in standing.cues.strengths
    )
    if last in ("a", "an") or described or _is_marked(standing, begin, position):
        return True
    here = words[begin - 2 : begin - 1] == ["here"]  # "chest pain it's still here at 6"
    if last == "at" and (here or not standing.cues.at_rating.intersection(words[max(0, begin - 4) : begin])):
        return False
    if _is_framed(standing, begin):
        return True
    if _is_other_word(standing, lead, begin, position):
        return False
    first = standing.message.sentence_start(position)
    return (
        (lead in standing.ends and lead >= begin - rating_standing.FARTHEST)
        or _is_changed(standing, begin, last)
        or (last in _REACHING and any(first < end <= begin for end in standing.ends))
        or not standing.cues.scales.isdisjoint(between)
        or _is_afterthought(standing, begin, last)
        or _is_summed_up(standing, begin, position + 1)
        or _is_peak(standing, begin, position + 1)
        or rating_later.is_later(standing, position)
        or _is_posed_again(standing, begin, position + 1)
        or (last == "so" and _is_so(standing, begin, position + 1))
    )


def _is_other_word(standing: Standing, lead: int, begin: int, position: int) -> bool:
    """Tell the number word of an hour, an age or a count ("dozed from five", "i was six", "same two") from a rating."""
    words, last, after = standing.words, standing.message.word(begin - 1), standing.words[position + 1 :][:2]
    if words[position] not in UNITS_OF_TEN or last in _TO_NUMBER_WORD:
        return False
    if words[position] in _NOT_ALONE or after == ["so", "far"] or last in _TO_HOUR_WORD:
        return True
    to_nothing = last == "to" and lead not in standing.ends and not standing.found
    from_only = last == "from" and after[:1] != ["to"]
    far = last == "about" and (begin - 1 not in standing.ends or not standing.is_closed(position + 1))
    counted = last == "," and lead in standing.part_ends
    counted = counted and all(mention.end != lead for mention in standing.message.mentions)
    aged = last in ("was", "am", "were") and standing.message.word(begin - 2) == "i"
    return to_nothing or from_only or far or counted or aged


def _is_marked(standing: Standing, begin: int, position: int) -> bool:
    """Tell "knee at 4", "throbbing at 7" and "- 6 -" from an hour and a span of numbers."""
    if standing.words[begin - 1 : begin] == ["at"]:
        return rating_at.is_level(standing, begin, position)
    return _is_between_dashes(standing, position)


def _is_between_dashes(standing: Standing, position: int) -> bool:
    """Tell the 6 of "sharp when I breathe in - 6 - not breathless" from one of a span of numbers."""
    words = standing.words
    if words[position - 1 : position] != ["-"] or words[position + 1 : position + 2] != ["-"]:
        return False
    numbered = any(word[0].isdecimal() for word in (words[position - 2], *words[position + 2 : position + 3]))
    start = max(standing.message.sentence_start(position), position - rating_standing.FARTHEST)
    return not numbered and any(start < end < position for end in standing.ends)


def _is_summed_up(standing: Standing, position: int, end: int) -> bool:
    """Tell the 3 of "dry mouth from the ami: 3" from the 2 of "migraine tablets: 2"."""
    words = standing.words
    if words[position - 1 : position] not in ([":"], ["="]) or not standing.is_closed(end):
        return False
    start = standing.message.sentence_start(position)
    told = max((at for at in standing.ends if start < at < position), default=position)
    return told + 1 < position and (words[told] in rating_standing.CIRCUMSTANCES or words[told] in _SETTING)


def _is_peak(standing: Standing, position: int, end: int) -> bool:
    """Tell the 9 of "zaps x6 today, top one 9" and "spasms all night, strongest about 7"."""
    words = standing.words
    led = standing.message.led(_AS_PEAK, position)
    opened = standing.message.led(_OF_PEAK, led - 1)
    is_peak = words[led - 1 : led] != [] and words[led - 1] in _PEAKS and opened > 0
    opens = is_peak and words[opened - 1] in rating_standing.JOINING | {"with"}
    return opens and standing.is_after_symptom(opened) and standing.is_closed(end)


def _is_framed(standing: Standing, position: int) -> bool:
    """Tell whether words like "I'd go with" or "it's" lead to a number, after a symptom was told."""
    words = standing.words
    led = rating_frames.back_over(standing.cues, words, position, standing.message.sentence_start(position))
    said = words[led:position]
    counted = not rating_frames.HAVING.isdisjoint(said[-1:]) or words[position] in _NOT_ALONE
    if counted or not standing.is_after_symptom(led) or not rating_frames.states(standing.cues, said):
        return False
    opened = led == standing.message.sentence_start(position) or led in standing.ends
    if not opened and words[led - 1] not in rating_standing.JOINING and led - 1 not in standing.explained:
        return False
    told = max(end for end in standing.ends if end <= led)
    first = standing.message.sentence_start(position)
    told_here = standing.found[-1:] != [] and standing.found[-1].start >= first
    became = told_here and said[:1] in _IT_IS and standing.is_closed(position + 1)
    return became or standing.medicines.isdisjoint(range(told, led)) or not _NOW.isdisjoint(said)


def _is_changed(standing: Standing, position: int, last: str) -> bool:
    """Tell whether a number is what an earlier rating became, or what a symptom rose or fell to."""
    words = standing.words
    first = standing.message.sentence_start(position)
    if _is_corrected(standing, position):
        return True
    if standing.found and standing.found[-1].end >= max(first, position - rating_standing.FARTHEST_CHANGED):
        between = words[standing.found[-1].end : position]
        said_of_it = last in ("is", "'s", "was") and words[position - 2 : position - 1] == ["it"]
        return bool(between) and (
            (standing.cues.changing | standing.cues.changes).issuperset(between)
            or said_of_it
            or last in _ARROWS
            or (not _ARROWS.isdisjoint(between) and (_ARROWS | {"-", "="}).issuperset(between))
            or _is_new_state(standing, position)
        )
    start = max(first, position - rating_standing.FARTHEST)
    if last in ("to", "from"):
        ends = [end for end in range(position, start, -1) if end in standing.ends]
        if not ends:
            return last == "to" and _is_change_of_next(standing, position, first)
        medicine = any(ends[0] <= start < position for start in standing.medicines)
        return not medicine and not standing.cues.changes.isdisjoint(words[ends[0] : position])
    return False


def _is_corrected(standing: Standing, position: int) -> bool:
    """Tell the 7 of "hip 6, no, 7" and "a 6. edit: 7", which takes the first number back."""
    if not standing.found or position - standing.found[-1].end > _FARTHEST_CORRECTED:
        return False
    between = standing.words[standing.found[-1].end : position]
    return not _CORRECTING.isdisjoint(between) and (_CORRECTING | _TO_CORRECTED).issuperset(between)


def _is_change_of_next(standing: Standing, position: int, first: int) -> bool:
    """Tell the "come down to 6" that opens a sentence whose symptom comes after it."""
    last = standing.message.sentence_end(position)
    told = any(
        start in standing.starts
        for start in range(position + 1, min(last, position + rating_standing.FARTHEST_CHANGED))
    )
    after_any = standing.is_after_symptom(position) or not standing.medicines.isdisjoint(range(first, last))
    return (
        told
        and not after_any
        and not standing.cues.changes.isdisjoint(standing.words[max(first, position - 4) : position])
    )


def _is_new_state(standing: Standing, position: int) -> bool:
    """Tell whether a number is what it came to, whatever was done in between ("6, had a bath, now 3")."""
    words = standing.words
    start = standing.found[-1].end
    told = standing.starts.intersection(range(start, position))
    if told - {start}:  # "10/10 back pain, ... now maybe 3" names it after its first number
        return False
    after = words[position + 1 : position + 2]
    stated = max(start, standing.message.led(_AS_STATE, position))
    if words[stated - 1] == "," and after and (after[0] in _BY_THEN or after[0].endswith("ing")):
        return True
    if words[position - 1] == "," and _is_of_later(standing, start, position + 1):
        return True
    led = position
    while led > start and (
        words[led - 1] in standing.cues.framing or words[led - 1] in standing.cues.changes
    ):
        led -= 1
    said = words[led:position]
    changed = said[-1:] != ["from"] and not standing.cues.changes.isdisjoint(said)
    return (
        not _NOW.isdisjoint(said)
        or said[-1:] == ["then"]
        or (changed and not {"to", "at", "about", "around"}.isdisjoint(said))
    )


def _is_of_later(standing: Standing, former: int, position: int) -> bool:
    """Tell the "at 2pm" of "3 at 9am, 7 at 2pm", "at night" and "an hour after"; ``former``: the first number's end."""
    words = standing.words
    again = words[position : position + 1] == ["at"] == words[former : former + 1]
    part = any(words[position : position + len(said)] == said for said in _LATER_PARTS)
    return again or part or words[position : position + 2] in rating_standing.AN_HOUR


def _is_afterthought(standing: Standing, position: int, last: str) -> bool:
    """Tell whether a number stands alone at the end of what was said of a symptom ("cramping hard, 7")."""
    words = standing.words
    end = standing.past_ish(position + 1)
    after = words[end : end + 1]
    while last in standing.cues.leading and last not in rating_standing.OPENING and position > 1:
        position, last = position - 1, words[position - 2]
    if last not in rating_standing.OPENING or not (
        not after
        or after[0] in rating_standing.ENDING
        or after[0] in _POSTURES
        or _is_where(standing, position)
    ):
        return False
    for end in range(
        position - 1, max(standing.message.sentence_start(position), position - rating_standing.FARTHEST), -1
    ):
        if end in standing.ends:
            return True
        timed = (
            words[end] in _OF_HOURS or words[end - 2] in _TO_HOUR or words[end - 2] == "day"
        )  # "migraine day 2, 6"
        counted = words[end - 1][0].isdigit() and not timed and words[end - 2] != "x"
        counted = counted and not _is_passing(standing, end - 1)
        if counted or end - 1 in standing.medicines:
            return False
        if words[end - 1] == "," and not _ASIDE.issuperset(words[end : position - 1]):
            return False
    return False


def _is_passing(standing: Standing, position: int) -> bool:
    """Tell the 2 of "throbbing after typing 2 pages, 5" and "started 11ish, 7" from a number of its own."""
    words, after = standing.words, standing.message.word(position + 1)
    if words[position - 1] in _STARTING and (after == "ish" or after in rating_standing.MARKS_LAST):
        return True
    counted = after in rating_standing.COUNTED or not rating_followers.counts_thing(
        standing.cues, words, position
    )
    return not counted and any(word.endswith("ing") for word in words[max(0, position - 3) : position])


def _is_posed_again(standing: Standing, position: int, end: int) -> bool:
    """Tell the 6 of "knee 2 at rest 6 on stairs", which says how it is otherwise held."""
    if not standing.found or not 0 < position - standing.found[-1].end <= _FARTHEST_POSED:
        return False
    between = standing.words[standing.found[-1].end : position]
    posed = not _POSES.isdisjoint(between) and (_POSES | _TO_POSTURE).issuperset(between)
    return posed and standing.message.word(standing.message.past(_TO_POSTURE, end)) in _POSES


def _is_where(standing: Standing, position: int) -> bool:
    """Tell "6 in the quiet", "4 when I stand" and "7 at worst" from "2 in the morning" and "3 on Monday"."""
    after = standing.words[position + 1 : position + 4]
    return after[:1] in (["in"], ["on"], ["with"], ["at"], ["when"]) and any(
        word in _WHERE for word in after[1:]
    )


def _is_so(standing: Standing, position: int, end: int) -> bool:
    """Tell the "so 2" that says which of the numbers told before holds ("7 upright, 2 flat. Lying down so 2")."""
    start = standing.found[-1].end if standing.found else position
    if not standing.is_closed(end) or not position - rating_standing.FARTHEST_CHANGED <= start < position:
        return False
    between = range(start, position)
    return standing.medicines.isdisjoint(between) and standing.starts.isdisjoint(between)
