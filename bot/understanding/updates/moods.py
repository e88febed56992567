"""Moods told by a bare word: "sleepy and a bit down", "low today, cried twice", "hot, cross, tired", "mood 2/10".

The same words are said of a swelling, a sugar, a tyre and a tummy. They count where they open a clause of their own,
and not where anything is told that may be low, down or flat without its owner being so.
"""

from collections.abc import Iterator

from bot.understanding.words.message import SENTENCE_ENDS, Message

AS_NUMBER = frozenset(
    ("is", "'s", ":", "at", "a", "about", "around", "maybe", "roughly", "only", "just", "today")
)
"""May stand between "mood" or "breath" and its rating."""
CLOSED = frozenset(("", ".", ",", "!", ";", "\n", "today", "now", "and"))
"""End what is said of one thing."""
_ABOUT = frozenset(("about", "around", "maybe", "roughly", "only", "just"))
_LOW_RATINGS = frozenset(("0", "1", "2", "3", "4", "zero", "one", "two", "three", "four"))
_BEFORE_MOOD = frozenset(
    ("", ",", ".", "and", "bit", "am", "im", "was", "got", "getting", "quite", "pretty", "too", "&")
)
_WEIGHED = frozenset(("when", "if", "because", "whenever"))
_DOWN = frozenset(("low", "down", "flat"))
_SOMEWHAT = frozenset(
    (
        "bit", "little", "really", "very", "so", "pretty", "quite", "rather", "touch", "tad", "proper", "properly",
        "feeling", "feel", "felt", "kinda", "super", "awfully", "terribly", "fairly",
    )
)  # fmt: skip
_LEADING = _SOMEWHAT | frozenset(
    ("a", "im", "am", "i", "was", "just", "still", "been", "feels", "of", "more", "again")
)
"""May stand between the beginning of a clause and the word of a mood."""
_AND = frozenset(("and", "&", "+"))
_OPENS = SENTENCE_ENDS | frozenset(("", ",", "-", "("))
_AFTER = CLOSED | frozenset(
    (
        "but",
        "though",
        "tho",
        "about",
        "since",
        "again",
        "all",
        "tonight",
        "this",
        "because",
        "cos",
        "&",
        "-",
        ")",
    )
)
_OTHERS_LOW = frozenset(
    (
        "bp", "sugar", "sugars", "bg", "bgs", "glucose", "hypo", "libre", "dexcom", "cgm", "insulin", "juice", "iron",
        "ferritin", "potassium", "sodium", "b12", "vitamin", "hb", "haemoglobin", "hemoglobin", "sats", "oxygen", "o2",
        "temp", "temperature", "pulse", "hr", "platelets", "bloods", "labs", "level", "levels", "thyroid", "tsh",
        "cortisol", "crp", "weight", "stock", "supplies", "battery", "fuel", "tyre", "tire", "pressure", "numbers",
        "count", "counts", "flow", "peak", "swelling", "swollen", "inr", "egfr", "fluid", "fluids", "money", "funds",
    )
)  # fmt: skip
"""May be low, down or flat themselves."""
_OF_SPIRITS = frozenset(
    (
        "fatigue", "anxiety", "sleepiness", "irritability", "loneliness", "stress", "crying", "low mood", "insomnia",
        "brain fog", "feeling unwell", "panic attack", "loss of interest", "guilt", "lethargy", "overwhelm", "worry",
        "loss of appetite", "emotional", "tearfulness", "hopelessness", "mood swings", "agitation", "restlessness",
    )
)  # fmt: skip
"""Right before "and low", make it how one feels."""

_Told = Iterator[tuple[str, int, int]]


def find(message: Message) -> _Told:
    """Give the moods that ``message`` tells of without their names, and the tokens that tell of them."""
    yield from _rated(message)
    yield from _cross(message)
    yield from _downs(message)


def _rated(message: Message) -> _Told:
    """Read "mood 2/10" and "mood about a 4" as low mood."""
    words = message.words
    if "mood" not in words:
        return
    for index, word in enumerate(words):
        scored = message.led(("my", "the"), index) - 2
        if word == "mood" and message.word(scored) in _LOW_RATINGS and message.word(scored + 1) == "for":
            yield "low mood", scored + 2, index + 1
            continue
        at = message.past(AS_NUMBER, index + 1)
        number = message.word(at)
        if word != "mood" or number not in _LOW_RATINGS:
            continue
        if words[at + 1 : at + 3] in (["/", "10"], ["out", "of"]):
            yield "low mood", index, at + 3
        elif not _ABOUT.isdisjoint(words[index:at]) and message.word(at + 1) in CLOSED:
            yield "low mood", index, at + 1


def _cross(message: Message) -> _Told:
    """Read the "cross" of "hot, cross, tired" as a mood, and not as a way over the road or a red one."""
    words = message.words
    for index, word in enumerate(words) if "cross" in words else ():
        led, after = message.word(index - 1), message.word(index + 1)
        weighed = not _WEIGHED.isdisjoint(words[max(0, index - 3) : index])
        if (
            word == "cross"
            and not weighed
            and led in _BEFORE_MOOD
            and (after in CLOSED or after in ("with", "at"))
        ):
            yield "irritability", index, index + 1


def _downs(message: Message) -> _Told:
    """Read "sleepy and a bit down", "low today" and "bit flat, no interest in anything" as low mood."""
    words = message.words
    if _DOWN.isdisjoint(words) or not _OTHERS_LOW.isdisjoint(words):
        return
    for index, word in enumerate(words):
        if word not in _DOWN:
            continue
        led, after = message.led(_LEADING, index), message.word(index + 1)
        somewhat = not _SOMEWHAT.isdisjoint(words[led:index])
        opens = _opens(message, led, bare=not somewhat)
        if opens and (somewhat or word == "low") and (after in _AFTER or (somewhat and after.isdecimal())):
            yield "low mood", index, index + 1


def _opens(message: Message, led: int, *, bare: bool) -> bool:
    """Tell whether a clause of the writer's own begins at ``led``; a number before it may be what is down."""
    before = message.word(led - 1)
    if before in _AND:
        told = next((thing.value.symptom for thing in message.things if thing.end == led - 1), None)
        return told is not None and told.name in _OF_SPIRITS
    numbered = message.word(led - 2)[:1].isdecimal()
    placed = bare and any(thing.end == led - 1 and thing.value.part for thing in message.things)
    return before in _OPENS and not numbered and not placed and not (bare and before == "-")
