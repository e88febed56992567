"""Names that mean another symptom in this message than alone: the "weepy" of an eczema, the "thrush" of an inhaler.

Those of the bowel and the bladder stand in `meant_below`; all are asked here, one after the other.
"""

from collections.abc import Callable

from bot.understanding.body import place_words
from bot.understanding.updates import meant_below
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

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
_BESIDE = 2
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
_CHAPPED = frozenset(("skin", "dry", "chapped", "bleeding", "eczema", "lotion"))
_OF_PLACE = frozenset(
    (
        "swelling", "redness", "bruising", "stiffness", "tenderness", "heat", "skin sores", "abscess",
        "boils", "rash",
    )
)  # fmt: skip
"""What makes the "hot to touch" told after it one of that place."""
_BREAKS_OFF = frozenset(("shortness of breath", "racing thoughts", "brain fog", "wheezing", "cough"))
_TO_LOOK = frozenset((":", "is", "still", "very"))
"""May stand between a place and the "angry" that it looks."""


def settle(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> None:
    """Give each of ``mentions`` the name of what it means among the others and the words around it."""
    for names, mean in _RULES:
        for mention in mentions:
            meant = mean(lexicon, message, mentions, mention) if mention.name in names else None
            term = lexicon.symptoms.get(meant) if meant is not None else None
            if term is not None:
                mention.denied = mention.denied or isinstance(meant, meant_below.Absent)
                placed = mention.body_part if meant_below.is_placed(mention) else term.body_part
                mention.name, mention.term, mention.body_part = term.name, term, placed


def _of_faint(_: Lexicon, __: Message, mentions: list[Mention], ___: Mention) -> str | None:
    """Take the black spots seen while nearly fainting for no floaters: they pass with the faint."""
    return "visual disturbance" if any(other.name in _FAINT for other in mentions) else None


def _of_skin(lexicon: Lexicon, message: Message, _: list[Mention], mention: Mention) -> str | None:
    """Take the "angry" of a place for how it looks ("Skin: angry")."""
    at = mention.start - 1
    at -= at >= 0 and message.words[at] in _TO_LOOK
    return "redness" if at >= 0 and message.stems[at] in lexicon.parts else None


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
    return "back spasm" if bare and told and not meant_below.is_placed(mention) else None


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
    return "blocked ears" if bare and not meant_below.EARS.isdisjoint(message.words) else None


def _of_cold(_: Lexicon, message: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the shaking of somebody who shivers or is frozen for the shivering."""
    shaking = message.words[mention.start : mention.end] == ["shaking"]
    return "chills" if shaking and any(one.name == "chills" and not one.denied for one in mentions) else None


def _of_gums(_: Lexicon, __: Message, mentions: list[Mention], mention: Mention) -> str | None:
    """Take the bleeding of "gums sore and bleeding" for the gums'."""
    gums = any(one.name == "sore gums" and 0 <= mention.start - one.end <= _BESIDE for one in mentions)
    return "bleeding gums" if gums and not meant_below.is_placed(mention) else None


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
    return "jaw clicking" if jaw and not meant_below.is_placed(mention) else None


def _of_popping_ear(_: Lexicon, __: Message, ___: list[Mention], mention: Mention) -> str | None:
    """Take what clicks or pops in an ear for no joint."""
    return "ear popping" if (mention.body_part or "").endswith("ear") else None


def _of_chapped(_: Lexicon, message: Message, __: list[Mention], mention: Mention) -> str | None:
    """Take the cracks of a skin that is dry ("so dry it cracks at the knuckles") for no joint's."""
    cracks = "crack" in message.stems[mention.start : mention.end]
    told = message.words[message.sentence_start(mention.start) : message.sentence_end(mention.start)]
    return "dry skin" if cracks and not _CHAPPED.isdisjoint(told) else None


_RULES: tuple[
    tuple[frozenset[str], Callable[[Lexicon, Message, list[Mention], Mention], str | None]], ...
] = (
    (frozenset(("bowel urgency",)), meant_below.of_bladder),
    (frozenset(("clots",)), _of_flow),
    (frozenset(("muffled hearing",)), _of_blocked_ear),
    (frozenset(("crying",)), _of_weepy_skin),
    (frozenset(("bleeding",)), _of_gums),
    (frozenset(("yeast infection",)), _of_thrush),
    (frozenset(("flashing lights", "flushing")), _of_flashes),
    (frozenset(("feeling full",)), _of_full_ear),
    (frozenset(("tremor",)), _of_cold),
    (frozenset(("incontinence",)), meant_below.of_mouth),
    (frozenset(("incontinence",)), meant_below.of_bag),
    (frozenset(("stuffy nose",)), meant_below.of_bunged),
    (frozenset(("insomnia",)), meant_below.of_waking),
    (frozenset(("frequent urination",)), meant_below.of_going),
    (frozenset(("joint clicking",)), _of_jaw),
    (frozenset(("joint clicking",)), _of_popping_ear),
    (frozenset(("joint clicking",)), _of_chapped),
    (frozenset(("fever",)), _of_hot_place),
    (frozenset(("trouble concentrating",)), _of_broken_off),
    (frozenset(("touch sensitivity",)), _of_sore_skin),
    (frozenset(("constipation",)), meant_below.of_nothing_out),
    (frozenset(("floaters",)), _of_faint),
    (frozenset(("anger",)), _of_skin),
    (frozenset(("dry skin",)), _of_split_skin),
    (frozenset(("muscle spasm",)), _of_back),
    (frozenset(("brain zaps", "nerve pain")), _of_nerve),
    (frozenset(("muscle cramp", "cramps", "muscle tension")), _of_leg),
    (frozenset(("bleeding", "blood in stool")), meant_below.of_cough_or_bladder),
    (frozenset(("bleeding", "phlegm", "stuffy nose", "spotting")), meant_below.of_bowel),
)
"""Names, and what tells which symptom one of them means; in this order, as the last looks at what the first made."""
