"""Words of illness that tell of none: jeans that fit, needles in a drawer, a wound without smell, a pain to rate."""

from collections.abc import Callable, Mapping

from bot.understanding.whose import daily_life
from bot.understanding.words import clauses, normalise
from bot.understanding.words.lexicon import Lexicon
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
_GLAD = frozenset((",", "!", "about", "for", "that"))
_BEFORE_NEEDLES = frozenset(("and", "n", "&", "hot", "of", "like"))
_EARS = frozenset(("ear", "ears", "lug", "lugs", "head", "tinnitus"))
_NO_SMELL = (["no", "smell"], ["smell"], ["no", "smells"])
_TO_RATE = frozenset(("rate", "score", "grade", "describe", "rank", "measure", "rating", "scoring"))
_ASKED = frozenset(
    (
        "asked", "asks", "ask", "asking", "made", "makes", "make", "wanted", "wants", "told", "form", "forms", "had",
    )
)  # fmt: skip
_ANSWERED = frozenset(("said", "say", "told", "answered", "gave", "put"))
_FARTHEST_RATED = 3
_CANNOT = frozenset(("cant", "cannot", "couldnt", "can", "could"))
_OR_ELSE = frozenset(("or", "nor"))
"""After what cannot be eaten, go on to all the rest ("can't eat meat or anything")."""
_PAD = frozenset(("pad", "pads", "tampon", "tampons"))
_STAYS = frozenset(("it", "them", "that"))
_THIS = frozenset(("this", "that", "the", "my", "these"))
_DOWN, _SOMEWHAT = (
    frozenset(("down", "low")),
    frozenset(("a", "bit", "little", "right", "is", "'s", "lot", "much")),
)
_OF_VALUE = frozenset((":", "=", "at", "of", "were", "was", "are", "is", "only"))
_LEAST_KETONES = 0.6
_REAL = frozenset(
    ("a", "real", "right", "total", "proper", "huge", "such", "royal", "complete", "absolute", "big")
)
_IS = frozenset(("is", "'s", "was", "its", "are", "be"))
_DOWN_TO = frozenset(("left", "right", "one", "both"))
_OF_BODY = frozenset(
    (
        "swallow",
        "breathe",
        "pee",
        "wee",
        "chew",
        "cough",
        "bend",
        "touch",
        "sit",
        "blink",
        "speak",
        "poo",
        "pass",
    )
)
"""After "a pain to", make it one that hurts."""
_DOING = frozenset(("getting", "trying", "having", "parking"))
_CLOSES = frozenset(
    ("", ",", ".", "!", "and", "but", "so", "today", "lately", "honestly", "tbh", "lol", "these", "\n")
)
_NOT_TIRED_OF = frozenset(("late", "course"))
_SO = frozenset(("so", "such", "that", "enough"))
_FARTHEST_SO = 6


def is_so(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell whether the words of ``mention`` only speak of what sounds like a symptom."""
    return _TESTS.get(mention.name, _is_to_be_rated)(lexicon, message, mention)


def _is_of_clothes(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "a wide fit" and "feeling fit" from "had a fit" and "2 fits"."""
    if not _FITS.issuperset(message.words[mention.start : mention.end]):
        return False
    before, after = message.word(mention.start - 1), message.word(mention.end)
    counted = before.isdecimal() or before in normalise.UNITS_OF_TEN
    return after in _AFTER_NO_FIT or not (counted or before in _BEFORE_FIT)


def _is_of_sewing(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "needles in the car" from "needles in my feet", and one who is buzzing from feet that do."""
    said = message.words[mention.start : mention.end]
    if said == ["buzzing"] and not mention.body_part:
        glad = message.word(mention.end) in _GLAD and lexicon.parts.isdisjoint(message.stems)
        return message.word(mention.start - 1) in _AM or (mention.start == 0 and glad)
    if said[-1] == "needles" and lexicon.tells("sewing", message.words):
        return not mention.body_part
    bare = said == ["needles", "in"]
    return bare and not mention.body_part and message.word(mention.start - 1) not in _BEFORE_NEEDLES


def _is_of_vessel(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the clot that was found in a leg, or that does not form, from the clots of a bleeding."""
    single = "clots" not in message.words[mention.start : mention.end]
    found = lexicon.tells("vessel", message.words)
    return (single or found) and not lexicon.tells("flow", message.words)


def _is_of_phone(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "didn't say when to ring" from ears that ring."""
    bare = message.words[mention.start : mention.end] in (["ring"], ["rings"], ["rang"])
    return bare and _EARS.isdisjoint(message.words)


def _is_of_wound(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the "no smell" of a clean wound from a nose that smells nothing."""
    bare = message.words[mention.start : mention.end] in _NO_SMELL
    of_wound = lexicon.tells("wound", message.words) and not lexicon.tells("smelling", message.words)
    return bare and of_wound


def _is_to_be_rated(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "asked me to rate my pain" from a pain that is rated."""
    if mention.severity is not None or mention.denied:
        return False
    if not _ANSWERED.isdisjoint(message.words[mention.end : message.sentence_end(mention.start)]):
        return False
    near = message.words[max(0, mention.start - _FARTHEST_RATED) : mention.start]
    if _TO_RATE.isdisjoint(near):
        return False
    return not _ASKED.isdisjoint(message.words[message.sentence_start(mention.start) : mention.start])


def _is_of_tablet(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the tablets that melt from one who does."""
    return message.words[mention.start : mention.end] in (["melt"], ["melts"])


def _is_of_dose(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "didn't skip" and "skipped it" from the skips of a heart."""
    bare = message.words[mention.start : mention.end] in (["skip"], ["skipped"], ["skipping"])
    return bare and "heart" not in message.words


def _is_on_scan(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the nodule of 8 mm that an ultrasound found from one under the skin."""
    return lexicon.tells("scan", message.words) and message.words[mention.end - 1] in ("nodule", "nodules")


def _is_of_weather(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the wind that is terrible on a walk from that of a belly."""
    said = message.words[mention.start : mention.end]
    if lexicon.tells("gut", message.words) or not {"wind", "windy"} & set(said) or "trapped" in said:
        return False
    if "wind" not in said:
        return True
    led = message.word(mention.start + said.index("wind") - 1)
    if led == "the" or lexicon.tells("weather", message.words):
        return True
    return lexicon.tells("outdoors", clauses.around(message, mention.start, mention.end))


def _is_of_a_cyst(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the abscess that was drained, and who is tired of forms, from one who is drained or tired."""
    if message.word(mention.end) == "of" and message.words[mention.end - 1] == "tired":
        return message.word(mention.end + 1) not in _NOT_TIRED_OF
    bare = message.words[mention.start : mention.end] == ["drained"] and message.word(mention.end) != "me"
    return bare and lexicon.tells("drained", clauses.before(message, mention.start))


def _is_of_a_bag(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the stoma bag that is changed every hour from a pad."""
    changed = message.words[mention.start].startswith("chang") and _PAD.isdisjoint(message.words)
    return changed and lexicon.tells("changed", clauses.around(message, mention.start, mention.end))


def _is_of_a_food(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "can't eat tomatoes", with a sore mouth, from "can't eat much"."""
    said, after = message.words[mention.start : mention.end], message.word(mention.end)
    unable = said[0] in _CANNOT and said[-1] == "eat" and "even" not in said and not mention.denied
    return (
        unable and lexicon.tells("food_left_out", (after,)) and message.word(mention.end + 1) not in _OR_ELSE
    )


def _is_of_a_pain(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "nothing shifts it" and "nothing shifts this headache", which are pains, from "nothing shifting"."""
    after = mention.end + (message.word(mention.end) in _THIS)
    told = any(thing.start == after and thing.value.symptom for thing in message.things)
    pain = message.word(mention.end) in _STAYS or (told and not lexicon.tells("gut", (message.word(after),)))
    return message.stems[mention.end - 1] == "shift" and pain


def _is_no_ketone(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell ketones of 0.2, which are as they should be, from those that are told because they are up.

    Below 0.6 mmol/L is the normal range (Abbott, FreeStyle, "Ketone testing", UK).
    """
    bare = mention.end == mention.start + 1 and not mention.denied
    value = message.word(message.past(_OF_VALUE, mention.end))
    return bare and value.startswith("0.") and value[2:].isdecimal() and float(value) < _LEAST_KETONES


def _is_less_of_something(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the swelling, or the 4, that is a bit down today from one who is."""
    if message.words[mention.start] not in _DOWN:
        return False
    led = message.led(_SOMEWHAT, mention.start)
    told = any(thing.end == led and (thing.value.symptom or thing.value.part) for thing in message.things)
    return told or message.word(led - 1)[:1].isdecimal()


def _is_only_near_tears(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "so tired I could cry" from tears."""
    led = message.words[max(0, mention.start - _FARTHEST_SO) : mention.start]
    bare = message.words[mention.start : mention.end] == ["could", "cry"] and led[-1:] == ["i"]
    return bare and not _SO.isdisjoint(led) and "and" not in led


def _is_nuisance(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "what a pain, lost my pass" and "it's a pain to park" from one that hurts."""
    at = message.led(_REAL, mention.start)
    if mention.body_part or mention.severity is not None or "a" not in message.words[at : mention.start]:
        return _is_to_be_rated(lexicon, message, mention)
    led, after, then = message.word(at - 1), message.word(mention.end), message.word(mention.end + 1)
    irksome = (after == "to" and then not in _THIS | _DOWN_TO | _OF_BODY) or after in _DOING
    subject = message.word(at - 2)
    called = led in _IS and subject != "there" and (subject == "which" or after in _CLOSES)
    return irksome or called or (led == "what" and after in _CLOSES)


_TESTS: Mapping[str, Callable[[Lexicon, Message, Mention], bool]] = {
    **daily_life.TESTS,
    "seizure": _is_of_clothes,
    "tingling": _is_of_sewing,
    "clots": _is_of_vessel,
    "overheating": _is_of_tablet,
    "palpitations": _is_of_dose,
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
    "pain": _is_nuisance,
}
"""A symptom → what tells whether it is only spoken of; all others may be no more than to be rated."""
