"""Names that mean another symptom in this message than alone: "blood" among stools, the "urgency" of a bladder."""

from collections.abc import Callable

from bot.understanding.body import place_words
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
_OF_SKIN = ("eczema", "psoriasis")
_BROKEN = frozenset(("split", "crack", "peel", "flake", "flaky"))
_KNOT = frozenset(("knot", "knotted"))
_IN_LEG = ("leg", "calf", "thigh", "shin")
_FAINT = frozenset(("feeling faint", "fainting", "lightheadedness", "POTS flare"))
_WEEPING = frozenset(("weepy", "weeping", "weeps"))
_WEEPS = frozenset(
    ("skin", "scab", "scabs", "dressing", "wound", "ulcer", "sore", "sores", "patch", "patches")
)
_WEEPING_SKIN = frozenset(
    ("rash", "skin sores", "blisters", "leg ulcer", "foot ulcer", "boils", "abscess", "dry skin")
)
_LOOSE = frozenset(
    ("watery", "runs", "bowels", "poo", "poop", "stools", "loose", "crohns", "colitis", "imodium")
)
_BESIDE = 2
_NOTHING = frozenset(("nothing", "out"))
_EARS = frozenset(("ear", "ears", "lug", "lugs"))
_OF_MOUTH = frozenset(
    ("mouth", "tongue", "inhaler", "flixotide", "gums", "fostair", "symbicort", "seretide", "clenil")
)
_OF_CHANGE = frozenset(
    (
        "menopause", "menopausal", "perimenopause", "hrt", "tamoxifen", "letrozole", "anastrozole", "exemestane",
        "lupron", "zoladex", "prostap", "decapeptyl", "orilissa", "ryeqo", "hot", "sweats", "hormones", "oestrogen",
        "estrogen", "veozah", "fezolinetant",
    )
)  # fmt: skip
_WOUNDS = frozenset(("wound", "incision", "stitches", "dressing", "drain", "scar", "ulcer", "site"))
_CHAPPED = frozenset(("skin", "dry", "chapped", "bleeding", "eczema", "lotion"))
_FULL = frozenset(("bursting", "catheter", "pass", "bladder"))
"""Whose "nothing comes out" is no constipation."""
_OF_PLACE = frozenset(
    (
        "swelling",
        "redness",
        "bruising",
        "stiffness",
        "tenderness",
        "heat",
        "skin sores",
        "abscess",
        "boils",
        "rash",
    )
)
"""What makes the "hot to touch" told after it one of that place."""
_BREAKS_OFF = frozenset(("shortness of breath", "racing thoughts", "brain fog", "wheezing", "cough"))
_DRIBBLES = frozenset(("dribble", "dribbling", "dribbled", "dribbles"))
_WET = _URINARY | frozenset(
    (
        "pad", "pads", "prostate", "stream", "loo", "toilet", "leak", "leaks", "leaking", "leaked", "pants", "knickers",
        "peeing", "after", "catheter", "tena", "flow", "urinating", "urination", "sneeze", "cough", "start",
    )
)  # fmt: skip
"""Make who dribbles somebody whose bladder does."""
_LEAKS = frozenset(("leak", "leaks", "leaked", "leaking"))
_BAGS = frozenset(("bag", "bags", "stoma", "ostomy", "pouch", "flange", "ileostomy", "colostomy"))
_OF_NOSE = frozenset(
    (
        "nose", "cold", "sinus", "sinuses", "snot", "snotty", "sneeze", "sneezing", "sneezy", "hayfever", "hay", "flu",
        "covid", "cough", "coughing", "throat", "head", "ears", "ear", "nostril", "nostrils", "nasal", "allergies",
        "allergy", "pollen", "antihistamine", "cetirizine", "loratadine", "fexofenadine", "steam", "olbas", "vicks",
        "breathe", "breathing", "congested", "sudafed", "smell", "lurgy", "fever", "temp", "wheeze", "chest",
    )
)  # fmt: skip
"""Make who is bunged up somebody with a cold."""
_OF_GUT = frozenset(
    (
        "tummy", "stomach", "belly", "gut", "guts", "bloated", "bloating", "senna", "lactulose", "movicol",
        "laxido", "dulcolax", "miralax", "docusate", "prunes", "fybogel", "codeine", "tramadol", "morphine",
        "oramorph", "opioids", "oxycodone", "iron", "dihydrocodeine", "ondansetron", "amitriptyline", "back",
        "hip", "hips", "pelvis", "knee", "knees", "joints", "ibs", "linaclotide", "days",
    )
)  # fmt: skip
"""Make who is bunged up somebody whose bowel is, where no cold is told of."""
_TO_LOOK = frozenset((":", "is", "still", "very"))
"""May stand between a place and the "angry" that it looks."""


class _Absent(str):
    """The name of a symptom of which the words tell that it is not there."""

    __slots__ = ()


def settle(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> None:
    """Give each of ``mentions`` the name of what it means among the others and the words around it."""
    for names, mean in _RULES:
        for mention in mentions:
            meant = mean(lexicon, message, mentions, mention) if mention.name in names else None
            term = lexicon.symptoms.get(meant) if meant is not None else None
            if term is not None:
                mention.denied = mention.denied or isinstance(meant, _Absent)
                placed = mention.body_part if _is_placed(mention) else term.body_part
                mention.name, mention.term, mention.body_part = term.name, term, placed


def _is_placed(mention: Mention) -> bool:
    """Tell whether a place was told, and is not only the one that the name has of its own."""
    return mention.body_part not in (None, mention.term.body_part if mention.term else None)


def _of_bladder(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take a bare "urgency" for the bladder's where the bladder is spoken of and no bowel."""
    bare = message.words[mention.start : mention.end] == ["urgency"]
    of_bladder = not _URINARY.isdisjoint(message.words) and _BOWEL.isdisjoint(message.words)
    return "frequent urination" if bare and of_bladder else None


def _of_faint(_: Lexicon, __: Message, mentions: list[Mention], ___: Mention) -> str | None:
    """Take the black spots seen while nearly fainting for no floaters: they pass with the faint."""
    return "visual disturbance" if any(other.name in _FAINT for other in mentions) else None


def _of_skin(lexicon: Lexicon, message: Message, _: list[Mention], mention: Mention) -> str | None:
    """Take the "angry" of a place for how it looks ("Skin: angry")."""
    at = mention.start - 1
    at -= at >= 0 and message.words[at] in _TO_LOOK
    return "redness" if at >= 0 and message.stems[at] in lexicon.parts else None


def _of_bowel(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "blood", "slime" and "blocked" of a message about the bowel for what they are there."""
    words = message.words
    of_bowel = not _BOWEL.isdisjoint(words) or any(other.name in _OF_BOWEL for other in mentions)
    if not of_bowel or not NOT_BOWEL.isdisjoint(words) or _is_placed(mention):
        return None
    said = words[mention.start : mention.end]
    return next((name for word, name in _AMONG_STOOLS.items() if word in said), None)


def _of_cough_or_bladder(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "blood" and the "blood in it" of a cough or of urine for what they are there."""
    words = message.words
    bare = _BARE_BLOOD.issuperset(words[mention.start : mention.end])
    if not bare or not _BOWEL.isdisjoint(words) or _is_placed(mention):
        return None
    return next((name for told, name in _BLOOD_FROM if not told.isdisjoint(words)), None)


def _of_split_skin(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the skin that split, and the patches that crack, for the eczema or psoriasis that is told of."""
    if _BROKEN.isdisjoint(message.stems[mention.start : mention.end]):
        return None
    told = (other.name for other in mentions if other.name in _OF_SKIN)
    return next(told, None) or next((name for name in _OF_SKIN if name in message.words), None)


def _of_nerve(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the zaps and shocks of a cheek for a pain of the face, and those of a foot for no brain's."""
    part = mention.body_part or ""
    if part.endswith(("face", "cheek")) or message.word(mention.start - 1) in ("face", "cheek", "jaw"):
        return "face pain"
    return "nerve pain" if mention.name == "brain zaps" and part and not part.endswith("head") else None


def _of_leg(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the knot that a calf goes into for the leg cramps that are told of."""
    knotted = not _KNOT.isdisjoint(message.stems[mention.start : mention.end])
    placed = mention.body_part is not None and mention.body_part.endswith(_IN_LEG)
    told = any(other.name == "leg cramps" for other in mentions)
    return "leg cramps" if told and (knotted or placed) else None


def _of_back(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "spasm" told after a back spasm for that one ("back spasm, lay flat, spasm gone")."""
    bare = message.words[mention.start : mention.end] in (["spasm"], ["spasms"])
    told = any(other.name == "back spasm" and other.start < mention.start for other in mentions)
    return "back spasm" if bare and told and not _is_placed(mention) else None


def _of_flow(_: Lexicon, __: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the clots of a heavy period for what is told of it already, unless only one of the two is denied."""
    told = (one for one in mentions if one.name == "heavy bleeding" and one.denied == mention.denied)
    return "heavy bleeding" if any(told) else None


def _of_blocked_ear(_: Lexicon, __: Message, mentions: list[Mention], ___: Mention) -> str | None:
    """Take the muffled voices of a blocked ear for that ear."""
    return "blocked ears" if any(other.name == "blocked ears" for other in mentions) else None


def _of_weepy_skin(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "weepy" of an eczema or of a wound for how the skin is, and not for tears."""
    if _WEEPING.isdisjoint(message.words[mention.start : mention.end]):
        return None
    told = next((one.name for one in mentions if one.name in _OF_SKIN), None)
    beside = range(mention.start - _BESIDE, mention.end + _BESIDE)
    sore = any(one.name in _WEEPING_SKIN and (one.end in beside or one.start in beside) for one in mentions)
    sore = sore or not _WEEPS.isdisjoint(message.words)
    return told or ("weeping skin" if sore else None)


def _of_waking(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "up 4 times in the night" of a bladder for what had its writer up."""
    up = message.words[mention.start] == "up" and "times" in message.words[mention.start : mention.end]
    return "frequent urination" if up and not _URINARY.isdisjoint(message.words) else None


def _of_going(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "going every half hour" of a bowel for its diarrhea."""
    of_bowel = any(other.name in _OF_BOWEL for other in mentions) or not _LOOSE.isdisjoint(message.words)
    going = message.words[mention.start] == "going" and _URINARY.isdisjoint(message.words)
    return "diarrhea" if going and of_bowel else None


def _of_thrush(_: Lexicon, message: Message, mentions: list[Mention], __: Mention) -> str | None:
    """Take the thrush of a mouth, or of an inhaler, for the mouth's."""
    told = any(one.name == "oral thrush" for one in mentions) or not _OF_MOUTH.isdisjoint(message.words)
    return "oral thrush" if told else None


def _of_flashes(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "flashes" of a change of life, or of what brings it on, for hot ones."""
    bare = message.words[mention.start : mention.end] in (["flashes"], ["flash"], ["flushes"])
    return "hot flashes" if bare and not _OF_CHANGE.isdisjoint(message.words) else None


def _of_full_ear(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "fullness" told beside an ear for the ear's."""
    bare = message.words[mention.start : mention.end] in (["fullness"], ["full"])
    return "blocked ears" if bare and not _EARS.isdisjoint(message.words) else None


def _of_cold(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the shaking of somebody who shivers or is frozen for the shivering."""
    shaking = message.words[mention.start : mention.end] == ["shaking"]
    return "chills" if shaking and any(one.name == "chills" and not one.denied for one in mentions) else None


def _of_gums(_: Lexicon, __: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the bleeding of "gums sore and bleeding" for the gums'."""
    gums = any(one.name == "sore gums" and 0 <= mention.start - one.end <= _BESIDE for one in mentions)
    return "bleeding gums" if gums and not _is_placed(mention) else None


def _of_hot_place(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "hot to touch" of a swollen knee or a wound for the heat there, and not for a fever."""
    if "touch" not in message.words[mention.start : mention.end]:
        return None
    first = message.sentence_start(mention.start)
    told = [one for one in mentions if first <= one.start and one.end <= mention.start]
    placed = [one for one in told if one.name in _OF_PLACE or one.name.endswith(place_words.PAINS)]
    return "heat" if any(one.body_part for one in placed) or (placed and placed == told) else None


def _of_sore_skin(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "allodynia" that a clinic calls a burning skin for that skin."""
    named = message.words[mention.start : mention.end] == ["allodynia"]
    return "skin pain" if named and any(one.name == "skin pain" for one in mentions) else None


def _of_broken_off(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the sentence that somebody breathless, foggy or racing can't finish for what breaks it off."""
    if message.word(mention.end - 1) != "sentence":
        return None
    return next((one.name for one in mentions if one.name in _BREAKS_OFF), None)


def _of_jaw(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the "no clicking" told beside a jaw for the jaw's."""
    jaw = any(thing.value.part is not None and thing.value.part.name == "jaw" for thing in message.things)
    return "jaw clicking" if jaw and not _is_placed(mention) else None


def _of_popping_ear(_: Lexicon, __: Message, ___: list[Mention], mention: Mention) -> str | None:
    """Take what clicks or pops in an ear for no joint."""
    return "ear popping" if (mention.body_part or "").endswith("ear") else None


def _of_chapped(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the cracks of a skin that is dry ("so dry it cracks at the knuckles") for no joint's."""
    cracks = "crack" in message.stems[mention.start : mention.end]
    told = message.words[message.sentence_start(mention.start) : message.sentence_end(mention.start)]
    return "dry skin" if cracks and not _CHAPPED.isdisjoint(told) else None


def _of_nothing_out(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the "nothing comes out" of a full bladder for that; of an ear or a wound, it tells of no discharge."""
    words = message.words
    if not _NOTHING.issubset(words[mention.start : mention.end]) or not _BOWEL.isdisjoint(words):
        return None
    if any((one.body_part or "").endswith("ear") for one in mentions) or not _EARS.isdisjoint(words):
        return _Absent("ear discharge")
    if not _WOUNDS.isdisjoint(words):
        return _Absent("weeping skin")
    return "trouble urinating" if not _FULL.isdisjoint(words) or not _URINARY.isdisjoint(words) else None


def _of_mouth(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take who dribbles for one who drools, unless a bladder is spoken of."""
    bare = _DRIBBLES.issuperset(message.words[mention.start : mention.end])
    return "drooling" if bare and _WET.isdisjoint(message.words) else None


def _of_bag(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the leaks of a stoma's bag, and a wound that leaks, for no bladder's."""
    told = any(one.name == "ostomy trouble" for one in mentions)
    if message.words[mention.end - 1] not in _LEAKS or told:
        return None
    wound = "weeping skin" if not _WOUNDS.isdisjoint(message.words) else None
    return "ostomy trouble" if not _BAGS.isdisjoint(message.words) else wound


def _of_bunged(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take who is bunged up beside a bad belly or back, or a codeine, for constipated: no cold is told of."""
    bare = "bunged" in message.words[mention.start : mention.end] and mention.end - mention.start <= _BESIDE
    of_nose = not _OF_NOSE.isdisjoint(message.words)
    return "constipation" if bare and not of_nose and not _OF_GUT.isdisjoint(message.words) else None


_RULES: tuple[
    tuple[frozenset[str], Callable[[Lexicon, Message, list[Mention], Mention], str | None]], ...
] = (
    (frozenset(("bowel urgency",)), _of_bladder),
    (frozenset(("clots",)), _of_flow),
    (frozenset(("muffled hearing",)), _of_blocked_ear),
    (frozenset(("crying",)), _of_weepy_skin),
    (frozenset(("bleeding",)), _of_gums),
    (frozenset(("yeast infection",)), _of_thrush),
    (frozenset(("flashing lights", "flushing")), _of_flashes),
    (frozenset(("feeling full",)), _of_full_ear),
    (frozenset(("tremor",)), _of_cold),
    (frozenset(("incontinence",)), _of_mouth),
    (frozenset(("incontinence",)), _of_bag),
    (frozenset(("stuffy nose",)), _of_bunged),
    (frozenset(("insomnia",)), _of_waking),
    (frozenset(("frequent urination",)), _of_going),
    (frozenset(("joint clicking",)), _of_jaw),
    (frozenset(("joint clicking",)), _of_popping_ear),
    (frozenset(("joint clicking",)), _of_chapped),
    (frozenset(("fever",)), _of_hot_place),
    (frozenset(("trouble concentrating",)), _of_broken_off),
    (frozenset(("touch sensitivity",)), _of_sore_skin),
    (frozenset(("constipation",)), _of_nothing_out),
    (frozenset(("floaters",)), _of_faint),
    (frozenset(("anger",)), _of_skin),
    (frozenset(("dry skin",)), _of_split_skin),
    (frozenset(("muscle spasm",)), _of_back),
    (frozenset(("brain zaps", "nerve pain")), _of_nerve),
    (frozenset(("muscle cramp", "cramps", "muscle tension")), _of_leg),
    (frozenset(("bleeding", "blood in stool")), _of_cough_or_bladder),
    (frozenset(("bleeding", "phlegm", "stuffy nose", "spotting")), _of_bowel),
)
"""Names, and what tells which symptom one of them means; in this order, as the last looks at what the first made."""
