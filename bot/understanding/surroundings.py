"""What the rest of a message makes of a word: "blood" among stools, "light" listed beside noise, what stayed down."""

from itertools import pairwise

from bot.understanding import normalise, place_words
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import Mention, Message

_KEEPING = frozenset(("keep", "kept", "keeping"))
_UNABLE = frozenset(
    ("couldnt", "cant", "cannot", "not", "didnt", "wouldnt", "unable", "havent", "hardly", "barely", "no")
)
_DOWN_REACH = 7
_SEEN = frozenset(("redness", "burning"))
"""Meant without a place as well where they are denied."""
_DENYING = (["not"], [","], ["isnt"], ["arent"], ["wasnt"], ["werent"], ["nor"], ["or"], ["never"])
_MOST_BETWEEN = 6
"""How many small words may stand between two of a list."""
_BOWEL = frozenset(
    (
        "loo", "toilet", "stool", "stools", "poo", "poop", "poos", "bm", "bms", "trips", "trip", "motions", "wiping",
        "wiped", "bowels", "bowel", "crohns", "colitis", "ibd", "movicol", "laxido", "straining", "constipated",
        "piles", "bum", "bog",
    )
)  # fmt: skip
_OF_BOWEL = frozenset(
    ("diarrhea", "bowel urgency", "blood in stool", "mucus in stool", "hemorrhoids", "rectal pain")
)
_NOT_BOWEL = frozenset(
    (
        "pee", "wee", "urine", "period", "pad", "pads", "nose", "nosebleed", "cough", "gums", "tampon",
        "spit", "vomit",
    )
)  # fmt: skip
_PLAIN = frozenset(("bleeding", "phlegm", "stuffy nose", "spotting"))
_SITTING = frozenset(
    (
        "loo", "toilet", "bog", "stool", "stools", "poo", "poop", "bm", "bms", "slime", "mucus", "bowels", "pan", "bum",
        "crohns", "colitis", "diarrhea", "diarrhoea", "runs",
    )
)  # fmt: skip
_TRIPS = frozenset(("trips", "visits", "sittings", "dashes"))
_OFTEN = frozenset(("once", "twice", "thrice", "each", "every", "again"))
_URINARY = frozenset(
    (
        "pee", "peed", "peeing", "wee", "weed", "weeing", "urine", "bladder", "wet", "oxybutynin",
        "solifenacin", "mirabegron",
    )
)  # fmt: skip
"""Make a bare "urgency" one of the bladder."""
_WITH_GLANDS = frozenset(("sore throat", "post-exertional malaise", "fever", "flu-like symptoms", "crash"))
_LISTED = ([","], ["and"], ["+"], ["&"], ["n"])
_FAINT = frozenset(("feeling faint", "fainting", "lightheadedness", "POTS flare"))
_PARTLY = frozenset(
    ("partly", "partially", "a", "for", "slightly", "somewhat", "half", "but", "if", "when", "yet", "?")
)
"""After "taste is back", leave some of it lost."""
_LEAST_MMOL, _LOW_MMOL = 1.5, 4
_LEAST_MG, _LOW_MG = 25, 70
_GLUCOSE = frozenset(
    (
        "juice", "glucose", "dextrose", "bg", "libre", "dexcom", "cgm", "sugar", "sugars", "sweets", "lucozade", "hypo",
        "jelly", "insulin", "bolus", "carbs", "shaky", "glucotabs", "coke", "haribo", "smarties", "skittles",
    )
)  # fmt: skip
"""Make a "low of 58" one of blood sugar."""
_OTHER_LOWS = frozenset(("bp", "pulse", "hr", "rate", "sats", "temp", "mood", "oxygen", "pressure", "heart"))
_FOR_GOOD = frozenset(("the", "first", "once", "now", "good"))
_NOT_YET = frozenset(
    (
        "not", "isnt", "hasnt", "havent", "want", "wish", "hope", "hoping", "when", "until", "if", "will",
        "almost", "nearly",
    )
)  # fmt: skip
_BEFORE_RESTORED = 3
_AMONG_STOOLS = {
    "blood": "blood in stool",
    "bleeding": "blood in stool",
    "mucus": "mucus in stool",
    "slime": "mucus in stool",
    "bunged": "constipation",
    "blocked": "constipation",
}
"""What a bare word means in a message about the bowel."""


def kept_down(lexicon: Lexicon, message: Message) -> list[Mention]:
    """Read "couldn't keep the antibiotics down" as vomiting: what came up may be named in between."""
    words = message.words
    found: list[Mention] = []
    for index, word in enumerate(words):
        if word not in _KEEPING:
            continue
        unable = not _UNABLE.isdisjoint(words[max(0, index - 3) : index])
        down = next(
            (at for at in range(index + 2, index + _DOWN_REACH) if words[at : at + 1] == ["down"]), None
        )
        named = down is not None and any(t.value.medicine and index < t.start < down for t in message.things)
        term = lexicon.things.get("vomiting")
        if unable and named and down is not None and term is not None and term.symptom is not None:
            found.append(Mention(term.symptom.name, term.symptom, index, index + 1))
    return found


def told_by_number(lexicon: Lexicon, message: Message) -> list[Mention]:
    """Read "low of 58", where sugar is spoken of, as low blood sugar, and "mood 2/10" as low mood.

    Where the bowel is spoken of, "9 trips" is diarrhea and "blood twice" is blood in stool.
    """
    found = _counted(lexicon, message)
    for index, word in enumerate(message.words):
        if word == "low" and not _GLUCOSE.isdisjoint(message.words):
            number = message.words[index + 2 : index + 3]
            told = message.words[index + 1 : index + 2] in (["of"], ["at"]) and _is_low_sugar("".join(number))
            other = index > 0 and message.words[index - 1] in _OTHER_LOWS
            found += _named(lexicon, "low blood sugar", index, index + 3) if told and not other else []
        elif word == "mood":
            at = index + 1 + (message.words[index + 1 : index + 2] in (["is"], ["'s"], [":"], ["at"], ["a"]))
            low = message.words[at : at + 1] in (["0"], ["1"], ["2"], ["3"])
            scaled = message.words[at + 1 : at + 3] in (["/", "10"], ["out", "of"])
            found += _named(lexicon, "low mood", index, at + 3) if low and scaled else []
    return found


def _counted(lexicon: Lexicon, message: Message) -> list[Mention]:
    """Read how often of a bowel: "9 trips", "blood twice"."""
    words = message.words
    if _SITTING.isdisjoint(words) or not _NOT_BOWEL.isdisjoint(words):
        return []
    found: list[Mention] = []
    for index, (word, after) in enumerate(pairwise(words)):
        elsewhere = words[index + 2 : index + 3] == ["to"] and _SITTING.isdisjoint(
            words[index + 3 : index + 5]
        )
        if after in _TRIPS and not elsewhere and (word.isdecimal() or word in normalise.UNITS_OF_TEN):
            found += _named(lexicon, "diarrhea", index, index + 2)
        elif word == "blood" and (after in _OFTEN or after.isdecimal()):
            found += _named(lexicon, "blood in stool", index, index + 1)
    return found


def _is_low_sugar(number: str) -> bool:
    """Tell a glucose below 70 mg/dL or some 4 mmol/L (ADA, Standards of Care 2023, section 6)."""
    try:
        value = float(number)
    except ValueError:
        return False
    return _LEAST_MMOL <= value < _LOW_MMOL or _LEAST_MG <= value < _LOW_MG


def _named(lexicon: Lexicon, name: str, start: int, end: int) -> list[Mention]:
    thing = lexicon.things.get(name)
    term = thing.symptom if thing is not None else None
    return [Mention(term.name, term, start, end)] if term is not None else []


def restored(message: Message, match: Match[Thing]) -> list[Mention]:
    """Read "taste is back" as no loss of taste, unless only part of it came back ("back in bits", "not back")."""
    term, after = match.value.symptom, message.words[match.end : match.end + 2]
    for_good = after[:1] == ["for"] and not _FOR_GOOD.isdisjoint(after[1:])
    partly = after[:1] != [] and ((after[0] in _PARTLY and not for_good) or after == ["in", "bits"])
    led = message.words[max(0, match.start - _BEFORE_RESTORED) : match.start]
    doubted = match.denied or not _NOT_YET.isdisjoint((*led, *message.words[match.start : match.end]))
    if term is None or partly or doubted:
        return []
    return [Mention(term.name, term, match.start, match.end, denied=True)]


def name_among_stools(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> None:
    """Take the "blood" and "mucus" of a message about the bowel for what it is there, "urgency" for the bladder's."""
    _name_urgency(lexicon, message, mentions)
    _name_spots(lexicon, mentions)
    _name_angry(lexicon, message, mentions)
    bowel = not _BOWEL.isdisjoint(message.words) or any(mention.name in _OF_BOWEL for mention in mentions)
    if not bowel or not _NOT_BOWEL.isdisjoint(message.words):
        return
    for mention in mentions:
        words = message.words[mention.start : mention.end]
        name = next((name for word, name in _AMONG_STOOLS.items() if word in words), None)
        told_nose = mention.name == "stuffy nose" and "nose" not in message.words
        if name is None or mention.name not in _PLAIN or (mention.body_part is not None and not told_nose):
            continue
        thing = lexicon.things.get(name)
        if thing is not None and thing.symptom is not None:
            mention.name, mention.term, mention.body_part = name, thing.symptom, None


def _name_spots(lexicon: Lexicon, mentions: list[Mention]) -> None:
    """Take the black spots seen while nearly fainting for no floaters: they pass with the faint."""
    spots = [mention for mention in mentions if mention.name == "floaters"]
    thing = lexicon.things.get("visual disturbance") if spots else None
    if thing is not None and not _FAINT.isdisjoint(mention.name for mention in mentions):
        for mention in spots:
            mention.name, mention.term = "visual disturbance", thing.symptom


def _name_angry(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> None:
    """Take the "angry" of a place for how it looks ("Skin: angry")."""
    for mention in mentions:
        if mention.name != "anger" or mention.start < 1:
            continue
        at = mention.start - 1 - (message.words[mention.start - 1] in (":", "is", "still", "very"))
        thing = lexicon.things.get("redness")
        if at >= 0 and message.stems[at] in lexicon.parts and thing is not None:
            mention.name, mention.term = "redness", thing.symptom


def _name_urgency(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> None:
    if _URINARY.isdisjoint(message.words) or not _BOWEL.isdisjoint(message.words):
        return
    thing = lexicon.things.get("frequent urination")
    for mention in mentions:
        if (
            mention.name == "bowel urgency"
            and message.words[mention.start : mention.end] == ["urgency"]
            and thing
        ):
            mention.name, mention.term = "frequent urination", thing.symptom


def glands(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> list[Mention]:
    """Read glands that stand alone in a list beside a sore throat or a fever as swollen ones."""
    if "glands" not in message.words or _WITH_GLANDS.isdisjoint(mention.name for mention in mentions):
        return []
    words, told = message.words, {spot for mention in mentions for spot in range(mention.start, mention.end)}
    found: list[Mention] = []
    for index, word in enumerate(words):
        before, after = words[index - 1 : index], words[index + 1 : index + 2]
        listed = before in _LISTED and (after in _LISTED or after in ([], ["."]))
        if word == "glands" and index not in told and listed:
            found += _named(lexicon, "swollen glands", index, index + 1)
    return found


def halves(message: Message, mentions: list[Mention], covered: set[int]) -> list[Mention]:
    """Note the words that count only if denied or rated, and those listed beside their like."""
    found: list[Mention] = []
    whole = [mention for mention in mentions if mention.term is not None and mention.term.only_listed]
    for thing in message.halves:
        term = thing.value.symptom
        if term is None or not covered.isdisjoint(range(thing.start, thing.end)):
            continue
        half = Mention(term.name, term, thing.start, thing.end)
        if thing.value.kind == "only_denied":
            half.is_weak = True
            found.append(half)
        else:
            twin = next((one for one in whole if _are_listed(message, one, half)), None)
            if twin is not None:
                half.denied = twin.denied
                found.append(half)
    return found


def denied_alone(message: Message, told: set[int]) -> list[Mention]:
    """Note the "red" of "site is clean, not red", which says nothing without a place but where it is denied."""
    return [
        Mention(thing.value.symptom.name, thing.value.symptom, thing.start, thing.end, is_weak=True)
        for thing in message.things
        if thing.value.kind == "only_placed"
        and thing.value.symptom is not None
        and thing.value.symptom.name in _SEEN
        and thing.start not in told
        and message.words[thing.start - 1 : thing.start] in _DENYING
        and message.words[thing.end : thing.end + 1] not in (["as"], ["so"], ["that"], ["enough"], ["yet"])
    ]


def _are_listed(message: Message, one: Mention, other: Mention) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = message.words[first.end : second.start]
    return (
        0 < len(gap) <= _MOST_BETWEEN
        and place_words.LISTING.issuperset(gap)
        and not place_words.AND.isdisjoint(gap)
    )
