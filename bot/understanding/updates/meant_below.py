"""Names of the bowel, the bladder and the mouth that mean another symptom in this message than alone.

"Blocked" is a nose's or a bowel's, "urgency" a bladder's or a bowel's, and who dribbles does so at either end.
"""

from bot.understanding.words import clauses
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

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
NOT_BOWEL = frozenset(
    (
        "pee", "wee", "urine", "period", "pad", "pads", "nose", "nosebleed", "cough", "gums", "tampon",
        "spit", "vomit",
    )
)  # fmt: skip
"""Make blood, phlegm or trips come from elsewhere."""
_AMONG_STOOLS = {
    "blood": "blood in stool",
    "bleeding": "blood in stool",
    "mucus": "mucus in stool",
    "slime": "mucus in stool",
    "bunged": "constipation",
    "blocked": "constipation",
}
"""What a bare word means in a message about the bowel."""
_URINARY = frozenset(
    (
        "pee", "peed", "peeing", "wee", "weed", "weeing", "urine", "bladder", "wet", "oxybutynin",
        "solifenacin", "mirabegron",
    )
)  # fmt: skip
"""Make a bare "urgency" one of the bladder."""
_BARE_BLOOD = frozenset(("blood", "in", "it", "that", "them"))
_BLOOD_FROM = (
    (
        frozenset(("cough", "coughing", "coughed", "phlegm", "sputum", "flem", "hacking")),
        "coughing up blood",
    ),
    (frozenset(("pee", "peed", "peeing", "wee", "weed", "weeing", "urine")), "blood in urine"),
)
"""What a blood that is only called "blood" or "blood in it" is, by what else the message tells of."""
_LOOSE = frozenset(
    ("watery", "runs", "bowels", "poo", "poop", "stools", "loose", "crohns", "colitis", "imodium")
)
_NOTHING = frozenset(("nothing", "out"))
EARS = frozenset(("ear", "ears", "lug", "lugs"))
_WOUNDS = frozenset(("wound", "incision", "stitches", "dressing", "drain", "scar", "ulcer", "site"))
_FULL = frozenset(("bursting", "catheter", "pass", "bladder"))
"""Whose "nothing comes out" is no constipation."""
_DRIBBLES = frozenset(("dribble", "dribbling", "dribbled", "dribbles"))
_LEAKS = frozenset(("leak", "leaks", "leaked", "leaking"))
_SHORT = 2
"""The words of "bunged up"; longer names say of what."""


class Absent(str):
    """The name of a symptom of which the words tell that it is not there."""

    __slots__ = ()


def is_placed(mention: Mention) -> bool:
    """Tell whether a place was told, and is not only the one that the name has of its own."""
    return mention.body_part not in (None, mention.term.body_part if mention.term else None)


def of_bladder(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take a bare "urgency" for the bladder's where the bladder is spoken of and no bowel."""
    bare = message.words[mention.start : mention.end] == ["urgency"]
    spoken_of = not _URINARY.isdisjoint(message.words) and _BOWEL.isdisjoint(message.words)
    return "frequent urination" if bare and spoken_of else None


def of_bowel(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "blood", "slime" and "blocked" of a message about the bowel for what they are there."""
    words = message.words
    spoken_of = not _BOWEL.isdisjoint(words) or any(other.name in _OF_BOWEL for other in mentions)
    if not spoken_of or not NOT_BOWEL.isdisjoint(words) or is_placed(mention):
        return None
    said = words[mention.start : mention.end]
    return next((name for word, name in _AMONG_STOOLS.items() if word in said), None)


def of_cough_or_bladder(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "blood" and the "blood in it" of a cough or of urine for what they are there."""
    words = message.words
    bare = _BARE_BLOOD.issuperset(words[mention.start : mention.end])
    if not bare or not _BOWEL.isdisjoint(words) or is_placed(mention):
        return None
    return next((name for told, name in _BLOOD_FROM if not told.isdisjoint(words)), None)


def of_waking(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "up 4 times in the night" of a bladder for what had its writer up."""
    up = message.words[mention.start] == "up" and "times" in message.words[mention.start : mention.end]
    return "frequent urination" if up and not _URINARY.isdisjoint(message.words) else None


def of_going(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "going every half hour" of a bowel for its diarrhea."""
    loose = any(other.name in _OF_BOWEL for other in mentions) or not _LOOSE.isdisjoint(message.words)
    going = message.words[mention.start] == "going" and _URINARY.isdisjoint(message.words)
    return "diarrhea" if going and loose else None


def of_nothing_out(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "nothing comes out" of a full bladder for that; of an ear or a wound, it tells of no discharge."""
    words = message.words
    if not _NOTHING.issubset(words[mention.start : mention.end]) or not _BOWEL.isdisjoint(words):
        return None
    if any((one.body_part or "").endswith("ear") for one in mentions) or not EARS.isdisjoint(words):
        return Absent("ear discharge")
    if not _WOUNDS.isdisjoint(words):
        return Absent("weeping skin")
    return "trouble urinating" if not _FULL.isdisjoint(words) or not _URINARY.isdisjoint(words) else None


def of_mouth(lexicon: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take who dribbles, and tells of a mouth or of a tremor, for one who drools."""
    bare = message.words[mention.start] in _DRIBBLES
    below = lexicon.tells("bladder", message.words) or not _URINARY.isdisjoint(message.words)
    return "drooling" if bare and not below and lexicon.tells("mouth", message.words) else None


def of_bag(lexicon: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the leaks of a stoma's bag, and a wound that leaks, for no bladder's."""
    told = any(one.name == "ostomy trouble" for one in mentions)
    of_bladder = lexicon.tells("bladder", message.words)
    if message.words[mention.end - 1] not in _LEAKS or told or of_bladder:
        return None
    clause = clauses.around(message, mention.start, mention.end)
    if lexicon.tells("bags", clause) or lexicon.tells("ostomy", message.words):
        return "ostomy trouble"
    return "weeping skin" if not _WOUNDS.isdisjoint(clause) else None


def of_bunged(lexicon: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take who is bunged up beside a bad belly, or a codeine, for constipated where no cold is told of."""
    bare = "bunged" in message.words[mention.start : mention.end] and mention.end - mention.start <= _SHORT
    of_bowel = lexicon.tells("constipated", message.words) and not lexicon.tells("cold", message.words)
    return "constipation" if bare and of_bowel else None
