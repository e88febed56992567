"""The number after "at": how bad something is ("headache at 5, took paracetamol"), or its hour ("woke at 5")."""

from bot.understanding.ratings import rating_scales, rating_standing
from bot.understanding.ratings.rating_standing import Standing

_OF_HOURS = frozenset(
    (
        "woke", "started", "began", "kicked", "came", "was", "were", "had", "got", "until", "till", "since", "from",
        "alarm", "morning", "up", "last", "yesterday", "took", "hit", "when", "wake", "waking", "night", "then",
        "woken", "dose", "coughing", "vomiting", "puking", "bleeding", "wheezing", "still", "for", "comes", "starts",
        "bed", "fell", "about", "appointment", "appt", "clinic", "class", "see", "seeing", "another", "second", "next",
    )
)  # fmt: skip
"""Before "throbbing at 7", make the 7 an hour."""
_DAYS = (["today"], ["tonight"], ["now"])
_MOVED = frozenset(
    (
        "back", "up", "down", "still", "quiet", "quieter", "calm", "calmer", "behaving", "grumbling", "is", "low",
        "lower", "high", "higher", "nice", "nicely", "ok", "okay", "ish", "alright", "fine", "manageable", "bearable",
        "not", "too", "bad", "so", "steady", "'s", "are",
    )
)  # fmt: skip
"""Between a symptom and "at", tell that the number is where it stands ("anxiety back up at 8")."""
_WELL = frozenset(("ok", "okay", "alright", "fine"))
_MOST_WELL = 4
"""What is ok at a higher number is so at that hour ("nausea ok at 9")."""
_LASTS = (
    "ache", "aches", "pain", "pains", "ness", "itis", "algia", "burn", "reflux", "nausea", "fatigue", "fog", "anxiety",
    "migraine", "spasm", "spasms", "cramps", "tremor", "tremors", "vertigo", "swelling", "itch", "itching", "tinnitus",
    "mood", "pressure", "discomfort", "wheeze", "stress", "sciatica", "burning", "ringing", "throbbing", "exhaustion",
    "bloating", "depression", "neuralgia", "neuropathy", "endo", "arthritis", "throat", "palps", "urgency",
)  # fmt: skip
"""End the names of what stands at a number; a seizure or a rash comes at an hour as soon as not."""
_GOES_ON = frozenset(
    ("again", "lying", "standing", "sitting", "upright", "flat", "all", "even", "despite", "while")
)
_ON_WHAT = frozenset(("the", "stairs", "standing", "waking", "exertion", "movement", "walking", "hills"))
_BY = frozenset(("by", "until", "till", "til"))
_ON_CLOCK = frozenset((":", "am", "pm", "a", "p", "oclock"))


def is_state(name: str) -> bool:
    """Tell by its last word what stands at a number from what comes at an hour, as a seizure or a rash does."""
    return name.endswith(_LASTS)


def is_level(standing: Standing, begin: int, position: int) -> bool:
    """Tell "knee at 4", "throbbing at 7" and "headache at 5," from an hour; the number at ``position`` follows "at"."""
    end = position + 1
    return begin - 1 in standing.part_ends or (
        _is_felt_at(standing, begin, end)
        or (begin - 1 in standing.ends and rating_standing.is_rising(standing.message, end))
        or _is_pain_at(standing, begin, end)
        or _is_told_at(standing, begin, position)
    )


def _is_felt_at(standing: Standing, begin: int, end: int) -> bool:
    """Tell "temple throbbing at 7" from what began throbbing at that hour."""
    words, at = standing.words, begin - 1
    if at not in standing.ends or not words[at - 1].endswith("ing"):
        return False
    if not standing.is_closed(end) and standing.message.word(end) not in _GOES_ON:
        return False
    return (
        _OF_HOURS.isdisjoint(words[standing.message.sentence_start(begin) : at])
        and words[end : end + 1] not in _DAYS
    )


def _is_pain_at(standing: Standing, begin: int, end: int) -> bool:
    """Tell "hot to touch and pain at 7" from the hours of a diary ("up at 5, pain at 7, tea at 8")."""
    words, pain = standing.words, begin - 2
    if words[pain] != "pain" or not standing.is_closed(end) or words[end : end + 1] in _DAYS:
        return False
    start = standing.message.sentence_start(begin)
    told = any(start < told <= pain for told in standing.ends)
    opens = words[pain - 1 : pain] in ([","], ["and"], ["with"], ["but"])
    return told and opens and hours(standing, begin) == 1 and _OF_HOURS.isdisjoint(words[start:pain])


def hours(standing: Standing, position: int) -> int:
    """Count what may be an hour in the sentence of ``position``: "at 5", but not "at 6am", which is surely one."""
    words, message = standing.words, standing.message
    told = range(message.sentence_start(position), message.sentence_end(position))
    hours = (at + 1 for at in told if words[at] == "at" and message.word(at + 1)[:1].isdecimal())
    return max(1, sum(message.word(hour + 1) not in _ON_CLOCK for hour in hours))


def _is_told_at(standing: Standing, begin: int, position: int) -> bool:
    """Tell "headache at 5, took paracetamol at 6am" and "anxiety back up at 8" from when they came."""
    words, message, end = standing.words, standing.message, position + 1
    end += message.word(end) == "now" and standing.is_closed(end + 1)
    told = message.led(_MOVED, begin - 1)
    told = max((end for end in range(told, begin) if end in standing.ends), default=told)
    if told not in standing.ends or not words[position].isalnum() or words[end : end + 1] in _DAYS:
        return False
    highest = rating_scales.HIGHEST if _WELL.isdisjoint(words[told:begin]) else _MOST_WELL
    value = rating_scales.number(words[position])
    if value is not None and value > highest:
        return False
    start, last = message.sentence_start(begin), message.sentence_end(position)
    timed = any(words[at] in _BY and message.word(at + 1)[:1].isdecimal() for at in range(end, last))
    goes_on = message.word(end) in _GOES_ON or (
        message.word(end) == "on" and message.word(end + 1) in _ON_WHAT
    )
    if timed or not (standing.is_closed(end) or goes_on) or hours(standing, begin) > 1:
        return False
    if told < begin - 1:
        return True
    start = max((at + 1 for at in range(start, told) if words[at] == "but"), default=start)
    return is_state(words[told - 1]) and _OF_HOURS.isdisjoint(words[start:told])
