"""The small words around a place: sides, positions, lists, and what may stand between a complaint and where it is."""

SIDES = {
    "left": "left",
    "right": "right",
    "both": "both",
    "l": "left",
    "r": "right",
    "bilateral": "both",
}
LEVELS = frozenset(("top", "bottom", "upper", "lower", "front", "back"))
"""Before a side, tell which corner of a place it is ("lower left")."""
TO_SIDE = frozenset(("on", "the", "my", ",", "in", "(", "-", "mostly", "mainly", "just", "only", "is"))
"""May stand between a complaint and its side."""
EVERYWHERE = frozenset(
    ("nerves", "heart", "bones", "muscles", "joints", "body", "skin", "glands", "lungs", "tendon")
)
"""Parts that are no place to point at."""
HOT = frozenset(
    (
        "knee", "ankle", "wrist", "elbow", "shin", "calf", "toe", "big toe", "finger", "knuckle", "hand", "thumb",
        "joints",
        "shoulder", "hip", "leg", "foot", "arm", "forearm", "thigh", "heel", "breast", "port", "scar",
    )
)  # fmt: skip
"""Parts whose heat is told of."""
OF_EAR = frozenset(("hearing loss", "tinnitus"))
"""What is on the side of an ear that nobody names."""
FLARING = HOT - {"breast", "port", "scar"} | {
    "back",
    "lower back",
    "neck",
    "jaw",
    "SI joint",
    "spine",
    "rib",
    "joints",
}
"""Parts whose flare is a pain."""
CLICKING = FLARING | {
    "chest",
    "collarbone",
    "shoulder blade",
    "tailbone",
    "pelvis",
    "head",
    "ear",
    "hand",
    "limbs",
}
"""Parts that click, crack or grind in a joint, or are said to."""
SMALL_PLACES = frozenset(("eye", "eyelid"))
"""Parts that a tired or a drowsy person speaks of too ("heavy eyelids")."""
OF = frozenset(("of", "my", "the", "'s"))
WHERE = frozenset(("left", "right", "l", "r", "both", "side", "of"))
PARTICLES = frozenset(("up", "down", "off"))
"""Close a verb and carry nothing of their own ("calf locked up")."""
POSITIONS = frozenset(
    (
        "behind", "on", "in", "over", "around", "above", "at", "across", "down", "along", "under", "near",
    )
)  # fmt: skip
AFTER_RATING = frozenset(
    (",", "ish", "now", "today", "tonight", "again", "mostly", "mainly", "still", "right")
)
"""May stand between a rating and the place that comes after it ("pain 6 today, mostly in the hip")."""
AND = frozenset(("and", "&", ",", "/", "or", "nor", "plus"))
AND_WORDS = frozenset(
    ("my", "the", "both", "left", "right", "also", "even", "in", "down", "lower", "upper", "all")
)
LISTING = AND | frozenset(("nor", "the", "any", "my", "bright", "loud", "even", "to", "with"))
SPREADING = frozenset(
    (
        "shooting", "shoots", "going", "goes", "running", "runs", "radiating", "radiates", "spreading", "spreads",
        "travelling", "right", "all",
    )
)  # fmt: skip
SHARED_OVER = frozenset(
    (
        "and", "/", "but", "still", "just", "is", "it", "its", "a", "bit", "very", "really", "so", "now", "also",
        "anymore", "today", ",", "quite", "pretty", "though", "any", "more", "feels", "only",
        "doesnt", "dont", "isnt", "arent", "didnt", "wasnt", "not", "at", "least", "tho",
    )
)  # fmt: skip
"""What may stand between two complaints of one place ("knee isn't swollen but still achy")."""
PAINS = ("pain", "ache", "aches", "cramp", "cramps", "migraine", "throat")
"""How the names of pains end."""
ECHOES = frozenset(
    ("is", "are", "do", "does", "has", "have", "did", "was", "were", "'s", "too", "also", "likewise")
)
DENYING_ECHOES = frozenset(("isnt", "arent", "dont", "doesnt", "didnt", "wasnt", "werent", "hasnt", "havent"))
AFTER_ECHO = frozenset(
    (".", ",", "!", ";", "\n", "and", "still", "though", "today", "now", "again", "too", "as", ")")
)
NEGATORS = frozenset(
    (
        "not", "isnt", "arent", "wasnt", "werent", "doesnt", "dont", "didnt", "hasnt", "havent", "never",
        "aint", "cant", "no", "longer",
    )
)  # fmt: skip
