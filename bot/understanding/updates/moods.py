"""Moods told by a bare word: "sleepy and a bit down", "low today, cried twice", "hot, cross, tired", "mood 2/10".

The same words are said of a swelling, a sugar, a tyre and a tummy. They count where they open a clause of their own,
and not where anything is told that may be low, down or flat without its owner being so.
"""

from collections.abc import Iterator

from bot.understanding.words import clauses
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import SENTENCE_ENDS, Message

AS_NUMBER = frozenset(
    ("is", "'s", ":", "at", "a", "about", "around", "maybe", "roughly", "only", "just", "today")
)
"""May stand between "mood" or "breath" and its rating."""
CLOSED = frozenset(("", ".", ",", "!", ";", "\n", "today", "now", "and"))
"""End what is said of one thing."""
ABOUT = frozenset(("about", "around", "maybe", "roughly", "only", "just"))
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
        "but", "though", "tho", "about", "since", "again", "all", "tonight", "this", "because", "cos", "&", "-", ")",
    )
)  # fmt: skip
_OUR = frozenset(("my", "our", "the", "poor"))
_SIDES = frozenset(("left", "right", "on", "both", "central", "in", "at"))
"""After "low,", tell where it is."""
_MOST_MMOL, _LEAST_MG, _MOST_MG = 5, 25, 80
"""A decimal below the first, or a number between the others alone between commas, is a low sugar's."""
_OF_SPIRITS = frozenset(
    (
        "fatigue", "anxiety", "sadness", "sleepiness", "irritability", "loneliness", "stress", "crying", "low mood",
        "insomnia", "brain fog", "feeling unwell", "panic attack", "loss of interest", "guilt", "lethargy", "overwhelm",
        "worry", "loss of appetite", "emotional", "tearfulness", "hopelessness", "mood swings", "agitation",
        "restlessness",
    )
)  # fmt: skip
"""Right before "and low", make it how one feels."""

_Told = Iterator[tuple[str, int, int]]


def find(lexicon: Lexicon, message: Message) -> _Told:
    """Give the moods that ``message`` tells of without their names, and the tokens that tell of them."""
    yield from _rated(message)
    yield from _cross(message)
    yield from _downs(lexicon, message)


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
        elif not ABOUT.isdisjoint(words[index:at]) and message.word(at + 1) in CLOSED:
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


def _downs(lexicon: Lexicon, message: Message) -> _Told:
    """Read "sleepy and a bit down", "low today" and "bit flat, no interest in anything" as low mood."""
    words = message.words
    if _DOWN.isdisjoint(words) or lexicon.tells("low_themselves", words) or _is_of_sugar(message):
        return
    for index, word in enumerate(words):
        if word not in _DOWN:
            continue
        led, after = message.led(_LEADING, index), message.word(index + 1)
        somewhat = not _SOMEWHAT.isdisjoint(words[led:index])
        placed = after == "," and message.word(index + 2) in _SIDES
        ends = (after in _AFTER and not placed) or (somewhat and after.isdecimal())
        ends = ends or (led == index and _is_scored(message, index + 1))
        told = (somewhat or word == "low") and ends
        if told and _opens(lexicon, message, led, bare=not somewhat):
            yield "low mood", index, index + 1


def _is_scored(message: Message, position: int) -> bool:
    """Tell the 8 of "cried a lot. low 8/10" from that of "headache. low 2/10", where it is the pain that is low."""
    scored = message.words[position + 1 : position + 3] in (["/", "10"], ["out", "of"])
    return scored and message.word(position).isdecimal() and not _is_of_body(message, 0, position)


def _is_of_sugar(message: Message) -> bool:
    """Tell whether a value is told that sugars have and moods have not ("low this morning, 3.2", "low, 62, shaky")."""
    for index, word in enumerate(message.words):
        whole, point, _ = word.partition(".")
        alone = message.word(index - 1) == "," and message.word(index + 1) in CLOSED
        value = int(whole) if whole.isdecimal() else 0
        if (point and 0 < value < _MOST_MMOL) or (alone and _LEAST_MG <= value <= _MOST_MG):
            return True
    return False


def _opens(lexicon: Lexicon, message: Message, led: int, *, bare: bool) -> bool:
    """Tell whether a clause of the writer's own begins at ``led``; a number before it may be what is down."""
    before = message.word(led - 1)
    if before in _AND:
        told = next((thing.value.symptom for thing in message.things if thing.end == led - 1), None)
        return told is not None and told.name in _OF_SPIRITS
    numbered = message.word(led - 2)[:1].isdecimal()
    if before not in _OPENS or numbered or _is_of_person(lexicon, message, led - 1):
        return False
    return not bare or (
        before != "-"
        and not (before == "," and _is_of_body(message, clauses.begin(message, led - 1), led - 1))
    )


def _is_of_person(lexicon: Lexicon, message: Message, comma: int) -> bool:
    """Tell whether nobody but another is named before ``comma`` ("dad, bit down, came round")."""
    if comma < 1:
        return False
    begin = message.past(_OUR, clauses.begin(message, comma))
    return begin == comma - 1 and message.stems[begin] in lexicon.people


def _is_of_body(message: Message, begin: int, end: int) -> bool:
    """Tell whether ``begin`` to ``end`` is of a place or a pain, which may itself be low ("back ache, low")."""
    told = [thing.value for thing in message.things if begin <= thing.start < end]
    return any(one.part or (one.symptom and one.symptom.name not in _OF_SPIRITS) for one in told)
