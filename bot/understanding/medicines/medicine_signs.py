"""Signs that a medicine was taken though nobody says so: what it does, where it went, its count, where it is listed.

"Ozempic burps", "thrush off the Flixotide", "Tysabri number 31", "only two weeks in", "the site of the Humira shot"; in
a diary a medicine alone between commas, listed with one that was taken, or named as what something happened on or after
("itchy since the patch").
"""

from collections.abc import Collection, Sequence

from bot.understanding.medicines import medicine_courses, medicine_plans, medicine_supply
from bot.understanding.medicines.doses import Dose
from bot.understanding.words import normalise
from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

FORMS = frozenset(
    (
        "shot", "injection", "infusion", "pen", "tablet", "tablets", "patch", "jab", "today",
        "yesterday", "earlier", "gel", "cream", "ointment", "drops", "spray", "capsule", "capsules",
        "rinse", "mouthwash", "gargle", "wash", "lotion", "foam", "sachet", "suppository", "pessary", "lozenge",
        "lozenges", "liquid", "nebuliser", "neb", "nebs", "balm", "emollient", "powder", "puffer", "wafer",
        "syrup", "inhaler", "inj", "swig", "glug", "slug", "gulp", "spoonful", "capful",
    )
)  # fmt: skip
"""May follow a name: what it comes as, and the day."""
_DRUNK = frozenset(("swig", "glug", "slug", "gulp", "spoonful", "capful"))
"""Right after a medicine, say that some of it was had ("gaviscon swig from the bottle")."""
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
_ADVERBS = frozenset(("still", "again", "just", "proper", "the", "my", "only", "bad", "full", "dry", "weird"))
_TIMED = frozenset(("day", "week", "night"))
_FREE = frozenset(("no", "0", "zero", "nil"))
"""Between a medicine and a symptom, say what it keeps away ("prazosin, no nightmares")."""
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
    (
        "number", "no", "#", ".", "chair", "dose", "infusion", "cycle", "round", "jab", "shot", "injection",
        "nr",
    )
)  # fmt: skip
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


_UPON = frozenset(
    ("after", "from", "on", "with", "since", "despite", "under", "only", "just", "even", "except")
)
"""Before a medicine of which nothing else is said, mean that it was taken ("pain free after the botox")."""
_SMALL = frozenset(
    ("my", "the", "some", "a", "an", "this", "that", "these", "those", "all", "last", "usual", "new")
)
_UNTRIED = frozenset(("bother", "bothering", "wait", "waiting"))
"""Before "with" or "on", tell of a medicine that is not there yet ("don't bother with the new inhaler")."""
_JOINS = frozenset(("and", ",", "plus", "+", "with", "&", "then", "my", "the", "some", "a", "also", "usual"))
_DONE = frozenset(
    (
        "changed", "late", "applied", "inserted", "as", "nocte", "bd", "od", "tds", "prn", "today",
        "tonight", "yesterday", "this", "last", "at", "every", "twice", "daily", "before", "after",
        "again", "for", "in", "then", "first", "am", "pm", "mane", "x", "with", "on", "same", "hourly",
        "nightly", "weekly", "fortnightly", "monthly",
    )
)  # fmt: skip
"""Right after a medicine or its form, mean that it was taken ("patch changed", "as usual", "for the knees")."""
_ONTO = frozenset(("to", "round", "around", "over", "across", "between", "onto"))
_OF_THE_PLACE = frozenset(
    ("the", "my", "both", "each", "a", "sore", "left", "right", "l", "r", "all", "upper", "lower")
)
_ON_SIDE = frozenset(("left", "right", "l", "r", "upper", "lower", "both"))
_HANDY = (["hand"],)
_LYING = frozenset(
    (
        "order", "mind", "shelf", "table", "list", "form", "letter", "counter", "chart", "website",
        "worktop", "desk",
    )
)  # fmt: skip
"""After "on", make it a place where nothing is put on ("gabapentin on the shelf")."""
_KEPT = frozenset(
    (
        "door", "fridge", "cupboard", "drawer", "bag", "handbag", "cabinet", "box", "freezer", "purse", "pocket", "tin",
        "locker", "glovebox", "rucksack", "backpack", "suitcase", "safe", "reserve", "case", "house",
    )
)  # fmt: skip
_YES = frozenset(("yes", "y", "yep", "yeah", "yup", "✅", "✓", "✔", "☑", "👍", "tick"))
_NO = frozenset(("no", "n", "nope", "nah", "✗", "✘", "✖", "❌", "❎", "🚫", "👎"))
_ASKED = frozenset((":", "=", "-", "?"))
_ROUTINE = frozenset(
    ("regular", "daily", "nightly", "weekly", "usual", "extra", "another", "second", "prn", "more")
)
_ENDS = medicine_plans.BREAKS | frozenset(("and", "+", "at", "twice", "again", "plus"))
"""Right after a medicine, end what is said of it ("migraine 6, suma, bed")."""
_OPENS = frozenset((",", "+", "and", ":"))

_THAT_DAY = frozenset(("today", "yesterday", "earlier"))
_PAIRED = (["and"], ["&"], ["+"], ["/"], ["plus"])


def show(message: Message, dose: Dose, last: int | None) -> bool:
    """Tell whether a medicine that nothing is said of was taken; ``last`` is where the one taken before it ends."""
    words, end = message.words, dose.end
    while end < len(words) and words[end] in FORMS:
        end += 1
    if _is_listed(message, dose, end) or _is_of_a_course(words, dose):
        return True
    if medicine_supply.is_stock(words, end, ()):
        return False  # "only 4 codeine left"
    end += 3 * (words[end : end + 2] == ["no", "."])  # "infusion no. 3 today"
    if _is_in_the_body(message, dose.start, dose.end) or _is_in_the_body(message, dose.start, end):
        return True
    if lies_about(words, end):
        return False
    done = not _DONE.isdisjoint((*words[dose.end : dose.end + 1], *words[end : end + 1]))
    if (
        done
        or not _DRUNK.isdisjoint(words[dose.end : end])
        or _is_put_on(message, end)
        or "late" in words[end : end + 4]
        or words[end + 1 : end + 2] in (["times"], ["x"])
    ):
        return True
    first, led = message.sentence_start(dose.start), dose.start
    while led > first and words[led - 1] in _SMALL:
        led -= 1
    untried = words[led - 2] in _UNTRIED and words[led - 3] != "i"
    upon = led > first and words[led - 1] in _UPON and not untried
    return upon or (last is not None and last < dose.start and _JOINS.issuperset(words[last : dose.start]))


def _is_put_on(message: Message, position: int) -> bool:
    """Tell "diclofenac gel to both knees" and "hydrocortisone round the rash" from "codeine to hand"."""
    words = message.words
    if message.word(position) not in _ONTO or words[position + 1 : position + 2] in _HANDY:
        return False
    at = message.past(_OF_THE_PLACE, position + 1)
    return any(
        thing.start <= at < thing.end and (thing.value.part or thing.value.symptom)
        for thing in message.things
    )


def lies_about(words: Sequence[str], position: int) -> bool:
    """Tell "tramadol on the table" and "the pen is in the blue bag" from "Voltarol on the knee", "the jab is in"."""
    said = [word for word in words[position : position + 5] if word not in ("is", "the", "my", "a")]
    where = _LYING if said[:1] == ["on"] else _KEPT if said[:1] == ["in"] else frozenset()
    return not where.isdisjoint(said[1:3])


def answered(message: Message, position: int) -> str | None:
    """Read the answer to a name that ends at ``position``: "metformin: no", "sertraline ✅", "lisinopril yes"."""
    at = message.past(_ASKED, position)
    said, after = message.word(at), message.word(at + 1)
    if message.word(at + 1 + (after in (".", ","))).replace(".", "").isdecimal():
        return None  # "emgality no. 4", "zopiclone 10? no, 3.75"
    marked = said != "" and not said.isalpha()
    if not (marked or after == "" or after in _ENDS):
        return None
    return "taken" if said in _YES else "missed" if said in _NO else None


def _is_listed(message: Message, dose: Dose, end: int) -> bool:
    """Tell a clause of its own, with how often before or after it ("GTN spray once,"), whose name ends at ``end``."""
    words, start, first = message.words, dose.start, message.sentence_start(dose.start)
    while start > first and words[start - 1] in _ROUTINE:
        start -= 1
    said = words[end : end + 2]
    once = said[:1] == ["once"] and medicine_plans.BREAKS.issuperset(said[1:])
    opens = start == first or words[start - 1] in _OPENS
    return once or (opens and (end >= message.sentence_end(start) or words[end] in _ENDS))


def _is_of_a_course(words: Sequence[str], dose: Dose) -> bool:
    """Tell "sertraline 100 week 3", "pan d 1-0-1" and "week 3 of sertraline"."""
    told = medicine_courses.counts_weeks(words, dose.end) or medicine_courses.counts_a_day(words, dose.end)
    led = dose.start
    while led > 0 and words[led - 1] in _SMALL:
        led -= 1
    of_it = led > 0 and words[led - 1] in ("of", "on")
    return told or (of_it and medicine_courses.counts_weeks(words, led - 3, days=True))


def _is_in_the_body(message: Message, start: int, end: int) -> bool:
    """Tell whether what stands around the medicine in tokens ``start`` up to ``end`` shows that it was taken."""
    words = message.words
    first, last = message.sentence_start(start), message.sentence_end(start)
    near = (*words[max(first, start - 3) : start], *words[end : min(last, end + _FARTHEST)])
    if not _AHEAD.isdisjoint(near):
        return False
    index = end
    while index < last and index - end < 2 and words[index] in _ADVERBS:
        index += 1
    following = words[index] if index < last else ""
    freed = end + 1 if message.word(end) in _FREE else end
    return (
        following in _FELT
        or any(thing.start in (end, freed) and thing.value.symptom for thing in message.things)
        or message.word(message.past(_ON_SIDE, end)) in _PLACES_IN
        or (following in _INTO and not _PLACES_IN.isdisjoint(words[index + 1 : index + 4]))
        or _is_numbered(words, end, last)
        or medicine_courses.counts_time_in(words, end)
        or _is_ordinal(message, start)
        or not _SITES.isdisjoint(words[max(first, start - _FARTHEST) : start])
    )


def _is_numbered(words: Sequence[str], position: int, last: int) -> bool:
    """Read "number 31", "#4", "infusion chair 3"."""
    index = position
    while index < last and index - position < 3 and words[index] in _NUMBERED:
        index += 1
    counted = words[index] if index < last else ""
    return index > position and normalise.is_number(counted)


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
    if position == message.sentence_start(position) or words[position - 1] in _LEAVING:
        return False
    told = position
    while told > 0 and (words[told - 1][0].isdecimal() or words[told - 1] in _OF_TEN):
        told -= 1
    if any(thing.end == told and thing.value.symptom for thing in message.things):
        return True
    return words[position - 1] in _FELT - _TIMED


def is_paired(words: Sequence[str], match: Match[Thing], medicines: Sequence[Match[Thing]]) -> bool:
    """Tell the short name of "para and ibu", which another medicine stands beside."""
    return any(
        words[first.end : second.start] in _PAIRED
        for other in medicines
        if other.value.medicine is not match.value.medicine
        for first, second in ((other, match), (match, other))
        if first.end < second.start
    )


def is_due_by_itself(
    message: Message, told: int, match: Match[Thing], named: Collection[int], units: Collection[str]
) -> bool:
    """Tell the X of "Y taken, X tomorrow", which is still to be taken, from the X of "took X, next due Friday".

    ``told``: where the word of doing before it ends. ``named``: the tokens of all medicines.
    """
    words, end = message.words, match.end
    between = range(told, match.start)
    apart = "," in words[told : match.start] or any(at in named for at in between)
    while end < len(words) and (words[end][0].isdecimal() or words[end] in units):
        end += 1
    end = message.past(FORMS - _THAT_DAY, end)
    return apart and words[end : end + 1] != ["next"] and medicine_plans.is_due(message, end)
