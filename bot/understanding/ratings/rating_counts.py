"""Numbers beside a symptom that say how many, how much or how long, and not how bad: "seizures: 2", "from 2 to 6pm"."""

from bot.understanding.ratings import rating_at, rating_scales
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS

_TALLY_MARKS = frozenset(
    (":", ",", "=", "(", "-", "yesterday", "today", "usually", "normally", "typically", "max")
)
TALLIED = frozenset(
    (
        "days", "seizure", "seizures", "fits", "falls", "nosebleeds", "attacks", "episodes", "migraines", "bouts",
        "faints", "blackouts", "bleeds", "hypos", "stools", "poos", "accidents", "absences", "trips", "spells",
    )
)  # fmt: skip
"""Happen a number of times; a bare number after them says how many."""
FELT = frozenset(("needles", "cramps", "spasms", "aches", "pains", "tremors", "twinges", "hurts"))
"""Are said of many and felt as one, so that no number counts them."""
PASSED = frozenset(("diarrhea", "diarrhoea", "vomited", "vomiting", "puked", "runs", "trots"))
_COUNTED_NEXT = frozenset(("bm", "bms"))
_LISTS = frozenset((",", "and", "&", "+", "."))
"""In "belly pain 6, 5 bms", part what is counted from what was rated."""
_SO_FAR = (["since"], ["so"], ["already"], ["before"], ["overnight"])
_SUGARED = frozenset(("hypo", "hypos", "hyper", "sugar", "sugars", "bg", "glucose"))
_CLOCK = frozenset(("am", "pm", "oclock", "a", "p"))
_NIGHT = frozenset(("night", "overnight"))
_LATEST_OF_NIGHT = 5
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
_ABOUT = frozenset(("around", "about", "at", "by", "near"))
_WORN = frozenset(("off", "out", "in", "wears", "wore"))
_WEARS = frozenset(
    ("wears", "wear", "wore", "wearing", "run", "runs", "ran", "kicks", "kicked", "kick", "goes", "went")
)
_DOSES = frozenset(
    ("dose", "doses", "med", "meds", "tablet", "tablets", "pill", "pills", "patch", "painkillers", "levodopa")
)
_FARTHEST_WORN = 6
_WOKEN = frozenset(("woke", "awake", "woken", "wake"))
_BEFORE_UP = frozenset((",", "was", "been", "i", "im", "am", "and", "woke", "still"))
_WAS_STILL = frozenset(("was", "been", "still", "is", "has", "back", "right"))
"""Between a symptom and "up at 7", tell how bad it is."""
_LASTING = frozenset(("lasted", "lasting", "lasts", "open", "closed", "slept", "asleep", "awake"))
_OPENS_NONE = SENTENCE_ENDS | {",", "and", "but"}


def is_count(standing: Standing, lead: int, span: tuple[int, int, int]) -> bool:
    """Tell what says how many or how much from a rating; ``span``: where its lead, it and the rest begin."""
    (begin, position, end), words = span, standing.words
    return (
        _is_none_of_next(standing, position)
        or _is_halved(standing, position)
        or _is_step(standing, position)
        or _is_glucose(standing, lead, position)
        or (standing.message.word(end) in _COUNTED_NEXT and words[position - 1] in _LISTS)
        or _is_tally(standing, lead, begin, end)
    )


def _is_none_of_next(standing: Standing, position: int) -> bool:
    """Tell the "no" that the 0 of "headache 5, 0 vomiting" stands for from the rating of "headache, 0"."""
    opens = position and standing.words[position - 1] in _OPENS_NONE
    named = standing.name_end(position + 1)
    if standing.words[position] != "0" or not opens or named == position + 1:
        return False
    following = standing.message.word(named)
    return not (following and rating_scales.may_rate(following))


def _is_tally(standing: Standing, lead: int, begin: int, end: int) -> bool:
    """Tell how many there were ("seizures: 2", "migraine days 4", "diarrhea, 4 since lunch") from how bad."""
    words = standing.words
    if not lead or not _TALLY_MARKS.issuperset(words[lead:begin]):
        return False
    if words[max(0, lead - 3) : lead - 1][:2] == ["number", "of"]:
        return True
    if words[lead - 1] == "days" and words[lead - 2][0].isdecimal():
        told = max((end for end in standing.ends if end < lead), default=lead)
        return words[told - 1] in TALLIED | PASSED  # "headache for 3 days, 6" and "seizures for 3 days, 6"
    passed = words[lead - 1] in PASSED and words[end : end + 1] in _SO_FAR
    return words[lead - 1] in TALLIED or passed


def is_of_time(standing: Standing, position: int) -> bool:
    """Tell the 2 of "from 2 to 6pm" and both of "lasted from 2 to 6" from a rating."""
    before, after = (
        standing.words[max(0, position - 3) : position],
        standing.words[position + 1 : position + 4],
    )
    if before[-1:] in (["to"], ["-"]) and len(before) > 1 and rating_scales.number(before[-2]) is not None:
        return _is_lasting(standing, position - 2)
    if before[-1:] == ["at"] and after[:1] in (["it"], ["i"], ["she"], ["he"]):
        return True  # "at 9 it was 3"
    if before[-1:] != [] and before[-1] in _ABOUT:
        hour = _is_when_worn_off(standing, position - 1) or _is_at_night(standing, position)
        if hour:
            return True
    if before[-1:] == ["at"] and _is_risen(standing, position - 2):
        return True  # "up at 4 with my hip"
    in_the = standing.words[position + 3 : position + 5] == ["in", "the"]
    in_day = in_the and standing.message.word(position + 5).startswith(_PARTS_OF_DAY)
    if before[-1:] == ["between"] and in_day:
        return True  # "between two and four in the morning"
    spans = after[:1] in (["to"], ["-"], ["till"], ["til"], ["until"])
    timed = spans and len(after) == 3 and rating_scales.number(after[1]) is not None and after[2] in _CLOCK
    return timed or _is_lasting(standing, position)


def _is_risen(standing: Standing, position: int) -> bool:
    """Tell who is "up at 4" from the anxiety that is."""
    message, word = standing.message, standing.message.word(position)
    if word != "up":
        return word in _WOKEN
    opened = message.led(_WAS_STILL, position)
    felt = opened in standing.ends and opened < position
    return position == message.sentence_start(position) or (
        not felt and message.word(position - 1) in _BEFORE_UP
    )


def _is_at_night(standing: Standing, position: int) -> bool:
    """Tell the hour of "heart pounding last night around 2", which began then, from how bad an itch was."""
    words, value = standing.words, rating_scales.number(standing.words[position])
    night = position - 2
    if standing.message.word(night) not in _NIGHT or value is None or value > _LATEST_OF_NIGHT:
        return False
    told = max((end for end in standing.ends if end <= night), default=0)
    return told > 0 and not rating_at.is_state(words[told - 1])


def _is_when_worn_off(standing: Standing, position: int) -> bool:
    """Tell the hour of "when the dose wears off around 1", which is a medicine's, from what a pain eased to."""
    words, start = standing.words, standing.message.sentence_start(position)
    if standing.message.word(position - 1) not in _WORN:
        return False
    said = range(max(start, position - _FARTHEST_WORN), position)
    dosed = any(words[at] in _DOSES for at in said) or not standing.medicines.isdisjoint(said)
    return dosed and not _WEARS.isdisjoint(words[position - 2 : position])


def _is_lasting(standing: Standing, position: int) -> bool:
    before = standing.words[max(0, position - 2) : position]
    return before[-1:] != [] and (
        before[-1] in _LASTING
        or (before[0] in _LASTING and before[-1] in ("from", "about", "til", "till", "for"))
    )


def _is_glucose(standing: Standing, lead: int, position: int) -> bool:
    """Tell the 3.6 of "hypo 3.6 before lunch" from a rating."""
    named = standing.words[max(0, lead - 2) : lead]  # "sugar low"
    return "." in standing.words[position] and not _SUGARED.isdisjoint(named)


def _is_step(standing: Standing, position: int) -> bool:
    """Tell the 2 of "up 2 from yesterday" from what it went up to."""
    words = standing.words
    moved = words[position - 1 : position] in (["up"], ["down"])
    since = words[position + 1 : position + 2] in (
        ["from"],
        ["on"],
        ["since"],
        ["points"],
        ["notches"],
        ["whole"],
    )
    return moved and since and not rating_scales.came_from(words, position + 1)


def _is_halved(standing: Standing, position: int) -> bool:
    """Tell the 5 of "half of a 5" from a rating."""
    return not {"half", "quarter"}.isdisjoint(standing.words[max(0, position - 3) : position])
