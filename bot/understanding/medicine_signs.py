"""Signs that a medicine is in the body though nobody says it was taken: what it does there, where it went, its count.

"Ozempic burps", "thrush off the Flixotide", "Tysabri number 31", "only two weeks in", "the site of the Humira shot".
"""

from collections.abc import Sequence

from bot.understanding.medicine_courses import counts_time_in
from bot.understanding.message import Message
from bot.understanding.normalise import UNITS_OF_TEN

_FELT = frozenset(
    (
        "belly", "tummy", "stomach", "gut", "guts", "burps", "burp", "burping", "farts", "poops",
        "poos", "runs", "trots", "sweats", "sweat", "sweating", "face", "mouth", "head", "brain", "fog",
        "hangover", "sick", "sickness", "rage", "munchies", "hunger", "dreams", "shakes", "jitters",
        "buzz", "comedown", "crash", "bloat", "flush", "flushes", "wobbles", "zombie", "zombies",
        "twitches", "twitch", "ankles", "bruise", "bruises", "lump", "lumps", "haze", "high", "taste",
        "breath", "eyes", "legs", "cheeks", "chin", "moon", "spots", "acne", "weight", "lag", "daze",
        "coma", "stupor", "slump", "fuzz", "fuzziness", "funk", "blahs", "yawns", "giggles", "grumps",
        "moods", "mood", "gripes", "bowels", "toilet", "dash", "tremor", "tremors", "thirst",
        "insomnia", "nightmares", "appetite", "gurgles", "day", "week", "night", "wired", "woozy",
        "groggy", "tired", "sleepy", "drowsy", "effect", "effects", "reaction",
    )
)  # fmt: skip
"""Right after the name of a medicine, what it does to the one who takes it."""
_ADVERBS = frozenset(
    ("still", "again", "just", "proper", "day", "the", "my", "only", "bad", "full", "dry", "weird", "night")
)
_TIMED = frozenset(("day", "week", "night"))
_AHEAD = frozenset(
    ("tomorrow", "next", "due", "booked", "coming", "cancelled", "canceled", "postponed", "looming", "moved")
)
_INTO = frozenset(("under", "up", "into", "via", "onto", "down", "inside", "straight"))
_PLACES_IN = frozenset(
    (
        "tongue", "nose", "nostril", "thigh", "belly", "tummy", "tum", "arm", "leg", "bum", "stomach",
        "cheek", "hatch", "neck", "throat", "skin", "vein", "gum", "lip", "knees", "hands",
    )
)  # fmt: skip
_NUMBERED = frozenset(
    ("number", "no", "#", "chair", "dose", "infusion", "cycle", "round", "jab", "shot", "injection", "nr")
)
_ORDINALS = frozenset(
    (
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "final",
    )
)  # fmt: skip
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_OF_IT = frozenset(
    ("of", "my", "the", "shot", "dose", "jab", "infusion", "injection", "pen", "round", "cycle", "loading")
)
_LEAVING = frozenset(
    (
        "came", "come", "coming", "been", "weaned", "weaning", "am", "im", "m", "going", "go", "went",
        "taken", "took", "get", "getting", "got", "still", "now", "stay", "staying", "days", "day",
        "weeks", "week", "months", "month", "since", "tapered", "tapering", "put", "is", "was", "being",
        "and", ",", "stepped", "fully", "completely",
    )
)  # fmt: skip
"""Before "off", make it leaving a medicine; after a symptom it is what the symptom is from ("dizzy off the gaba")."""
_OF_TEN = frozenset(("/", "out", "of", "ish", ":", "=", "at", "again"))
_FARTHEST = 4
_SITES = frozenset(("site", "sites", "entry"))
"""Before a medicine, tell where it went in."""


def shows(message: Message, start: int, end: int) -> bool:
    """Tell whether what stands around the medicine in tokens ``start`` up to ``end`` shows that it was taken."""
    words = message.words
    last = message.sentence_end(start)
    if not _AHEAD.isdisjoint(words[end : min(last, end + _FARTHEST)]) or not _AHEAD.isdisjoint(
        words[max(message.sentence_start(start), start - 3) : start]
    ):
        return False
    index = end
    while index < last and index - end < 2 and words[index] in _ADVERBS and words[index] not in _TIMED:
        index += 1
    following = words[index] if index < last else ""
    return (
        following in _FELT
        or any(thing.start == end and thing.value.symptom for thing in message.things)
        or (following in _INTO and not _PLACES_IN.isdisjoint(words[index + 1 : index + 4]))
        or _is_numbered(words, end, last)
        or counts_time_in(words, end)
        or _is_ordinal(message, start)
        or not _SITES.isdisjoint(words[max(message.sentence_start(start), start - _FARTHEST) : start])
    )


def _is_numbered(words: Sequence[str], position: int, last: int) -> bool:
    """Read "number 31", "#4", "infusion chair 3"."""
    index = position
    while index < last and index - position < 3 and words[index] in _NUMBERED | {".", "infusion"}:
        index += 1
    counted = words[index] if index < last else ""
    return index > position and (counted.isdecimal() or counted in UNITS_OF_TEN)


def _is_ordinal(message: Message, position: int) -> bool:
    """Read "third entyvio", "my 2nd dose of humira"."""
    words, first = message.words, message.sentence_start(position)
    index = position - 1
    while index >= first and words[index] in _OF_IT:
        index -= 1
    if index < first:
        return False
    spelt = words[index] in _SUFFIXES and index > first and words[index - 1].isdecimal()
    return words[index] in _ORDINALS or spelt


def is_from(message: Message, position: int) -> bool:
    """Tell the "off" at ``position`` that says what a symptom is from from one that says a medicine was left."""
    words = message.words
    led = words[position - 1 : position]
    if position == message.sentence_start(position) or led == [] or led[0] in _LEAVING:
        return False
    told = position
    while told > 0 and (words[told - 1][0].isdecimal() or words[told - 1] in _OF_TEN):
        told -= 1
    if any(thing.end == told and thing.value.symptom for thing in message.things):
        return True
    return led[0] in _FELT - _TIMED
