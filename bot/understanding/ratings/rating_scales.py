"""The scale itself: how its numbers are written, how its end is told, and which numbers only explain it.

"7/10", "two outa ten", "6 by 10" and "6 on the pain scale" all say what they are; the 10 of "where 10 was childbirth"
and the "1-10" of "on a scale of 1-10" rate nothing.
"""

from collections.abc import Sequence

from bot.understanding.words.normalise import UNITS_OF_TEN

HIGHEST = 10
_PLURALS = {"zeros": 0, "ones": 1, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "sevens": 7, "eights": 8,
            "nines": 9, "tens": 10}  # fmt: skip
_TEN = frozenset(("10", "ten"))
_LOWEST = frozenset(("0", "1", "zero", "one"))
_ENDS = (
    ("/",), ("/", "/"), ("\\",), ("out", "of"), ("of",), ("over",), ("out", "of", "a", "possible"), ("out", "of", "a"),
    ("out", "a"), ("outa",), ("outof",), ("out",), ("oot", "of"), ("oota",), ("ot", "of"), ("by",), ("on",), ("upon",),
)  # fmt: skip
_WEAK_ENDS = frozenset((("by",), ("on",), ("upon",), ("out",), ("of",)))
"""May lead to a 10 of something else ("2 by 10 am", "3 of 10 mg")."""
_DETERMINERS = frozenset(("the", "my", "a", "this", "that", "your"))
_MOST_NAMED = 3
"""How many words may name a scale ("on the old misery scale")."""
_NEARLY = frozenset(
    (
        "a", "an", "about", "around", "round", "like", "maybe", "only", "just", "roughly", "approx", "nearly", "more",
        "barely", "say", "manageable", "bearable", "tolerable", "solid", "good", "~",
    )
)  # fmt: skip
_MOST_NEARLY = 4
_WHOLLY = frozenset(
    ("completely", "totally", "absolutely", "almost", "just", "fully", "being", "feeling", "all", "total")
)
_GONE = frozenset(
    (
        "nothing", "nil", "none", "nowt", "nada", "zilch", "zip", "nought", "naught", "gone", "grand", "fine",
        "perfect", "clear", "normal", "alright",
    )
)  # fmt: skip
"""What a symptom comes to that is over."""
_FREE = (["no", "pain"], ["pain", "free"], ["symptom", "free"], ["all", "clear"], ["feck", "all"], ["bugger", "all"],
         ["fuck", "all"], ["sod", "all"], ["naff", "all"])  # fmt: skip
_MEANS = frozenset(("is", "was", "being", "=", "'s", "means", "be", "equals", "as", "for"))
_SETS = frozenset(("if", "where", "when", "with", "and", "(", "say", "assuming"))


def number(word: str) -> float | None:
    """Read a number in digits or words; None where ``word`` is none."""
    if word in UNITS_OF_TEN:
        return UNITS_OF_TEN[word]
    try:
        return float(word.replace(",", ".")) if word[:1].isdecimal() and len(word) <= 4 else None
    except ValueError:
        return None


def may_rate(word: str) -> bool:
    """Tell whether ``word`` is a number, or several of one ("both sixes")."""
    return word[0].isdecimal() or word in UNITS_OF_TEN or word in _PLURALS


def is_on_scale(word: str) -> bool:
    """Tell the 3 and the 3.5 of a course from the glucoses of "2.0 1.9 2.2"."""
    value = number(word)
    return value is not None and value <= HIGHEST and (word.isalnum() or word.endswith(".5"))


def shared_number(words: Sequence[str], position: int) -> tuple[float, int] | None:
    """Read the "sixes" of "both sixes" and the "7s" of "all 7s"; also give how many tokens it takes."""
    if not {"both", "all"}.intersection(words[max(0, position - 2) : position]):
        return None
    if words[position] in _PLURALS:
        return _PLURALS[words[position]], 1
    value = number(words[position])
    written = words[position + 1 : position + 2] in (["s"], ["'s"])
    return (value, 2) if value is not None and written else None


def came_from(words: Sequence[str], position: int) -> bool:
    """Tell the "from 7" of "maybe 3 from 7", which tells what a rating was before."""
    if words[position : position + 1] != ["from"]:
        return False
    former = position + 1 + (words[position + 1 : position + 2] in (["a"], ["an"]))
    value = number(words[former]) if former < len(words) else None
    return (
        value is not None
        and value <= HIGHEST
        and not _counts(words[former + 1 : former + 2][0] if former + 1 < len(words) else "")
    )


def came_to(words: Sequence[str], position: int) -> bool:
    """Tell the "to about 3" and the "to nothing" that tell what a rating came to."""
    if words[position : position + 1] not in (["to"], ["toward"], ["towards"]):
        return False
    start = position + 1
    while start < len(words) and words[start] in _NEARLY:
        start += 1
    if start >= len(words) or start - position > _MOST_NEARLY:
        return False
    value, after = number(words[start]), words[start + 1] if start + 1 < len(words) else ""
    return gone_end(words, start) is not None or (
        (start > position + 1 or words[position] != "to")
        and value is not None
        and value <= HIGHEST
        and not _counts(after)
    )


def gone_end(words: Sequence[str], position: int) -> int | None:
    """Give where the "nothing" or the "completely fine" ends that a symptom came to; None where there is none."""
    at = position
    while at < len(words) and words[at] in _WHOLLY:
        at += 1
    if words[at : at + 2] in _FREE:
        return at + 2
    return at + 1 if at < len(words) and words[at] in _GONE else None


def end_of_scale(words: Sequence[str], position: int) -> int | None:
    """Find where "/10", "out of ten" or "on the pain scale" ends that begins at ``position``."""
    for way in _ENDS:
        end = position + len(way)
        if end < len(words) and words[end] in _TEN and tuple(words[position:end]) == way:
            after = words[end + 1] if end + 1 < len(words) else ""
            other = after in ("/", "%") or (way in _WEAK_ENDS and (after == "-" or _counts(after)))
            return None if other else end + 1
    return _end_of_named(words, position)


def _counts(word: str) -> bool:
    """Tell the 10 of "6 by 10 am" from that of "6 by 10 and rising"."""
    return word in _COUNTED


_COUNTED = frozenset(
    (
        "am", "pm", "a", "p", "mg", "ml", "mcg", "g", "units", "puffs", "days", "day", "hours", "hrs", "h", "minutes",
        "mins", "min", "weeks", "times", "people", "cm", "mm", "inches", ":", "oclock", "years", "nights", "x", "tabs",
        "tablets", "pills",
    )
)  # fmt: skip


def _end_of_named(words: Sequence[str], position: int) -> int | None:
    if words[position : position + 1] != ["on"] or words[position + 1 : position + 2] == []:
        return None
    if words[position + 1 : position + 3] == ["pain", "scale"]:
        return position + 3
    if words[position + 1] not in _DETERMINERS:
        return None
    named = words[position + 2 : position + 3 + _MOST_NAMED]
    return position + 3 + named.index("scale") if "scale" in named else None


def explained(words: Sequence[str]) -> frozenset[int]:
    """Find the numbers that only say what the scale is ("1 to 10", "where 10 was childbirth")."""
    found: set[int] = set()
    for position, word in enumerate(words):
        spans = word in _LOWEST and words[position + 1 : position + 2] in (["-"], ["to"])
        if spans and words[position + 2 : position + 3] in (["10"], ["ten"]) and _is_whole(words, position):
            found.update((position, position + 2))
        means = words[position + 1] if word in _TEN and position + 1 < len(words) else ""
        if means == "being" or (means in _MEANS and position and words[position - 1] in _SETS):
            found.add(position)
    return frozenset(found)


def _is_whole(words: Sequence[str], position: int) -> bool:
    """Tell "on a scale of 1 to 10" and "(0-10)" from a headache that went "from 1 to 10"."""
    named = position > 0 and words[position - 1] in ("of", "(", "scale", "a", "the", "on")
    ranged = words[position - 1 : position] == ["from"] and "scale" in words[max(0, position - 4) : position]
    return named or ranged
