"""Words of illness that tell of none: jeans that fit, needles in a drawer, a wound without smell, a pain to rate."""

from collections.abc import Callable, Mapping

from bot.understanding.words import normalise
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_FITS = frozenset(("fit", "fits"))
_BEFORE_FIT = (
    frozenset(
        (
            "a", "another", "any", "no", "the", "my", "his", "her", "more", "less", "fewer", "had", "have", "having",
            "of", "without", "zero", "few", "several", "many", "some", "those", "these", "big", "bad", "small",
            "massive", "proper", "full", "mini", "wee", "first", "second", "third", "night", "nighttime", "nocturnal",
            "daytime", "brief", "long", "short", "epileptic", "convulsive", "generalised", "generalized", "focal",
            "absence", "drop", "cluster", "complex", "partial", "tonic", "clonic", "grand", "febrile", "last", "next",
            "this", "and", "or", "nor", "x", "since", "after", "from", "weird", "usual", "breakthrough", "two",
            "three", "couple", "in",
        )
    )
    | SENTENCE_ENDS
    | {",", ":", "-", "/", "+", "(", ""}
)  # fmt: skip
"""Make a "fit" one of epilepsy; after all else ("wide", "jeans", "feeling") it is of clothes or of health."""
_AFTER_NO_FIT = frozenset(
    ("to", "for", "as", "of", "enough", "well", "better", "perfectly", "nicely", "like", "bit")
)
_AM = frozenset(("im", "am", "i", "was", "still"))
"""Before "buzzing", make it somebody who is wide awake."""
_BEFORE_NEEDLES = frozenset(("and", "n", "&", "hot", "of", "like"))
_OF_VESSEL = frozenset(
    (
        "dvt", "scan", "doppler", "ultrasound", "calf", "lung", "lungs", "thinners", "thinner", "haematology",
        "hematology", "history", "embolism", "pe", "plane", "stroke", "checked", "booklet", "worried", "before",
    )
)  # fmt: skip
_OF_FLOW = frozenset(
    (
        "period", "pad", "pads", "tampon", "flooding", "bleeding", "bleed", "passing", "passed", "pass", "size", "big",
        "toilet", "loo", "bowl", "nose", "coughing", "vomiting", "spat", "spitting", "heavy", "soaking", "peeing",
        "wee", "stool", "poo",
    )
)  # fmt: skip
"""Speak of clots that come out."""
_EARS = frozenset(("ear", "ears", "lug", "lugs", "head", "tinnitus"))
_NO_SMELL = (["no", "smell"], ["smell"], ["no", "smells"])
_OF_WOUND = frozenset(
    (
        "wound", "wounds", "ulcer", "ulcers", "dressing", "dressings", "incision", "stitches", "drain", "discharge",
        "pus", "wee", "pee", "urine", "stoma", "fistula", "seton", "scar", "abscess", "catheter", "stool", "poo",
        "graft",
    )
)  # fmt: skip
_OF_NOSE = frozenset(("taste", "covid", "nose", "sinus", "sinuses", "coffee", "anosmia"))
_TO_RATE = frozenset(("rate", "score", "grade", "describe", "rank", "measure", "rating", "scoring"))
_ASKED = frozenset(
    (
        "asked",
        "asks",
        "ask",
        "asking",
        "made",
        "makes",
        "make",
        "wanted",
        "wants",
        "told",
        "form",
        "forms",
        "had",
    )
)
_ANSWERED = frozenset(("said", "say", "told", "answered", "gave", "put"))
_FARTHEST_RATED = 3
_OF_SCAN = frozenset(
    (
        "scan", "ultrasound", "ct", "mri", "xray", "thyroid", "lung", "lungs", "mm", "biopsy", "radiologist", "nodes",
        "benign", "ovary", "liver", "report", "node", "fna",
    )
)  # fmt: skip
"""Make a nodule or a cyst one that was measured and not one that hurts."""
_OUTDOORS = frozenset(
    (
        "walk", "walked", "walking", "outside", "rain", "raining", "rainy", "storm", "stormy", "weather", "gale",
        "gales", "cold", "garden", "beach", "trees", "bins", "bike", "cycling", "umbrella", "snow", "forecast", "dog",
        "fence", "roof", "house", "windows", "sea", "ferry", "outdoors", "washing",
    )
)  # fmt: skip
_GUT = frozenset(
    (
        "bloated", "bloating", "bloat", "tummy", "belly", "stomach", "gut", "guts", "gassy", "ibs", "cramps", "cramp",
        "bowel", "bowels", "constipated", "gurgly", "rumbly", "bean", "beans", "wind",
    )
)  # fmt: skip
"""Make who is windy somebody whose belly is."""
_DRAINED = frozenset(
    (
        "abscess", "cyst", "boil", "fluid", "ml", "litres", "litre", "ascites", "pus", "bursa", "lump", "needle",
        "nurse", "aspirated", "bag", "seroma", "quinsy", "wound",
    )
)  # fmt: skip
"""Beside "drained", make it something that was."""
_AM_DRAINED = frozenset(
    ("feel", "feeling", "felt", "so", "completely", "totally", "am", "and", "really", "utterly", "im")
)
_BAGS = frozenset(
    (
        "bag",
        "bags",
        "stoma",
        "pouch",
        "dressing",
        "dressings",
        "nappy",
        "nappies",
        "baby",
        "patch",
        "patches",
        "sheets",
    )
)
_CANNOT = frozenset(("cant", "cannot", "couldnt", "can", "could"))
_AFTER_EAT = (
    SENTENCE_ENDS
    | frozenset(
        (
            "", ",", "(", ")", "-", "/", "much", "anything", "a", "today", "at", "properly", "because", "due",
            "and", "but", "since", "for", "more", "or", "nothing", "enough", "all", "dinner", "breakfast", "lunch",
            "tea", "supper", "my", "food", "solids", "solid", "this", "tonight", "well", "now", "any", "without",
            "with", "in", "so", "the", "until", "till", "it", "really", "again", "still", "only", "meals",
            "proper", "as", "most", "half", "what", "that", "even", "i", "cos", "x", "right", "normally", "barely",
            "when", "from", "after", "before", "either", "anymore", "lots", "big", "full", "yet", "good", "if",
            "while", "very", "like", "whole", "first",
        )
    )
)  # fmt: skip
"""After "can't eat", leave it one who has no appetite; what else follows is what is not eaten."""
_PAINFUL = frozenset(("it", "this", "that", "the", "them", "my", "these"))
"""After "nothing shifts", is what stays, and no bowel's."""
_DOWN, _SOMEWHAT = (
    frozenset(("down", "low")),
    frozenset(("a", "bit", "little", "right", "is", "'s", "lot", "much")),
)
_OF_VALUE = frozenset((":", "=", "at", "of", "were", "was", "are", "is", "only"))
_LEAST_KETONES = 0.6
_SO = frozenset(("so", "such", "that", "enough"))
_FARTHEST_SO = 6


def is_so(message: Message, mention: Mention) -> bool:
    """Tell whether the words of ``mention`` only speak of what sounds like a symptom."""
    return _TESTS.get(mention.name, _is_to_be_rated)(message, mention)


def _is_of_clothes(message: Message, mention: Mention) -> bool:
    """Tell "a wide fit" and "feeling fit" from "had a fit" and "2 fits"."""
    if not _FITS.issuperset(message.words[mention.start : mention.end]):
        return False
    before, after = message.word(mention.start - 1), message.word(mention.end)
    counted = before.isdecimal() or before in normalise.UNITS_OF_TEN
    return after in _AFTER_NO_FIT or not (counted or before in _BEFORE_FIT)


def _is_of_sewing(message: Message, mention: Mention) -> bool:
    """Tell "needles in the car" from "needles in my feet", and one who is buzzing from feet that do."""
    said = message.words[mention.start : mention.end]
    if said == ["buzzing"] and not mention.body_part:
        return message.word(mention.start - 1) in _AM
    bare = said == ["needles", "in"]
    return bare and not mention.body_part and message.word(mention.start - 1) not in _BEFORE_NEEDLES


def _is_of_vessel(message: Message, mention: Mention) -> bool:
    """Tell the clot that was found in a leg, or that does not form, from the clots of a bleeding."""
    single = "clots" not in message.words[mention.start : mention.end]
    found = not _OF_VESSEL.isdisjoint(message.words)
    return (single or found) and _OF_FLOW.isdisjoint(message.words)


def _is_of_phone(message: Message, mention: Mention) -> bool:
    """Tell "didn't say when to ring" from ears that ring."""
    bare = message.words[mention.start : mention.end] in (["ring"], ["rings"], ["rang"])
    return bare and _EARS.isdisjoint(message.words)


def _is_of_wound(message: Message, mention: Mention) -> bool:
    """Tell the "no smell" of a clean wound from a nose that smells nothing."""
    bare = message.words[mention.start : mention.end] in _NO_SMELL
    return bare and not _OF_WOUND.isdisjoint(message.words) and _OF_NOSE.isdisjoint(message.words)


def _is_to_be_rated(message: Message, mention: Mention) -> bool:
    """Tell "asked me to rate my pain" from a pain that is rated."""
    if mention.severity is not None or mention.denied:
        return False
    if not _ANSWERED.isdisjoint(message.words[mention.end : message.sentence_end(mention.start)]):
        return False
    near = message.words[max(0, mention.start - _FARTHEST_RATED) : mention.start]
    if _TO_RATE.isdisjoint(near):
        return False
    return not _ASKED.isdisjoint(message.words[message.sentence_start(mention.start) : mention.start])


def _is_of_tablet(message: Message, mention: Mention) -> bool:
    """Tell the tablets that melt from one who does."""
    return message.words[mention.start : mention.end] in (["melt"], ["melts"])


def _is_on_scan(message: Message, mention: Mention) -> bool:
    """Tell the nodule of 8 mm that an ultrasound found from one under the skin."""
    found = not _OF_SCAN.isdisjoint(message.words)
    return found and message.words[mention.end - 1] in ("nodule", "nodules")


def _is_of_weather(message: Message, mention: Mention) -> bool:
    """Tell the wind that is terrible on a walk from that of a belly."""
    said = message.words[mention.start : mention.end]
    if said == ["windy"]:
        return _GUT.isdisjoint(message.words)
    if "wind" not in said or "trapped" in said:
        return False
    before = message.word(mention.start + said.index("wind") - 1)
    return before == "the" or not _OUTDOORS.isdisjoint(message.words)


def _is_of_a_cyst(message: Message, mention: Mention) -> bool:
    """Tell the abscess that was drained from one who is."""
    bare = message.words[mention.start : mention.end] == ["drained"]
    led = message.word(mention.start - 1)
    return bare and led not in _AM_DRAINED and not _DRAINED.isdisjoint(message.words)


def _is_of_a_bag(message: Message, mention: Mention) -> bool:
    """Tell the stoma bag that is changed every hour from a pad."""
    changed = message.words[mention.start].startswith("chang")
    return changed and not _BAGS.isdisjoint(message.words)


def _is_of_a_food(message: Message, mention: Mention) -> bool:
    """Tell "can't eat tomatoes", with a sore mouth, from "can't eat much"."""
    said, after = message.words[mention.start : mention.end], message.word(mention.end)
    unable = said[0] in _CANNOT and said[-1] == "eat" and not mention.denied
    return unable and after not in _AFTER_EAT and not after.isdecimal()


def _is_of_a_pain(message: Message, mention: Mention) -> bool:
    """Tell "nothing shifts it", which is a pain, from "nothing shifting", which is a bowel."""
    shifts = message.stems[mention.end - 1] == "shift"
    return shifts and message.word(mention.end) in _PAINFUL


def _is_no_ketone(message: Message, mention: Mention) -> bool:
    """Tell ketones of 0.2, which are as they should be, from those that are told because they are up.

    Below 0.6 mmol/L is the normal range (Abbott, FreeStyle, "Ketone testing", UK).
    """
    bare = mention.end == mention.start + 1 and not mention.denied
    value = message.word(message.past(_OF_VALUE, mention.end))
    return bare and value.startswith("0.") and value[2:].isdecimal() and float(value) < _LEAST_KETONES


def _is_less_of_something(message: Message, mention: Mention) -> bool:
    """Tell the swelling, or the 4, that is a bit down today from one who is."""
    if message.words[mention.start] not in _DOWN:
        return False
    led = message.led(_SOMEWHAT, mention.start)
    told = any(thing.end == led and (thing.value.symptom or thing.value.part) for thing in message.things)
    return told or message.word(led - 1)[:1].isdecimal()


def _is_only_near_tears(message: Message, mention: Mention) -> bool:
    """Tell "so tired I could cry" from tears."""
    led = message.words[max(0, mention.start - _FARTHEST_SO) : mention.start]
    return message.words[mention.start : mention.end] == ["could", "cry"] and not _SO.isdisjoint(led)


_TESTS: Mapping[str, Callable[[Message, Mention], bool]] = {
    "seizure": _is_of_clothes,
    "tingling": _is_of_sewing,
    "clots": _is_of_vessel,
    "overheating": _is_of_tablet,
    "tinnitus": _is_of_phone,
    "loss of smell": _is_of_wound,
    "boils": _is_on_scan,
    "gas": _is_of_weather,
    "low mood": _is_less_of_something,
    "fatigue": _is_of_a_cyst,
    "heavy bleeding": _is_of_a_bag,
    "ketones": _is_no_ketone,
    "loss of appetite": _is_of_a_food,
    "constipation": _is_of_a_pain,
    "crying": _is_only_near_tears,
}
"""A symptom → what tells whether it is only spoken of; all others may be no more than to be rated."""
