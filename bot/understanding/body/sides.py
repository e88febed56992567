"""On which side a complaint is: read in it, before it ("my left knee") or after it ("earache, left side")."""

from collections.abc import Sequence

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import place_words

_AFTER_SIDE = frozenset(("side", "only", "and", "again"))
_WRITTEN_OUT = frozenset(("left", "right"))
_SPANS = frozenset(
    (word,) for word in ("days", "day", "hours", "hour", "weeks", "mins", "minutes", "months", "pm", "am")
)
"""After the number of "left 5 days ago", make it no rating of a left side."""


def around(words: Sequence[str], start: int, end: int) -> str | None:
    """Read the side of what stands in tokens ``start`` up to ``end``: in it, before it or after it."""
    for position in (*range(start, end), start - 1, start - 2):
        if (
            position >= 0
            and words[position] in place_words.SIDES
            and not (position and words[position - 1] in place_words.NEGATORS)
            and (position >= start - 1 or words[start - 1] in place_words.AND_WORDS)
        ):
            return place_words.SIDES[words[position]]
    before = [word for word in words[max(0, start - 4) : start] if word not in place_words.OF]
    if before[-1:] == ["side"] and len(before) > 1 and before[-2] in place_words.SIDES:
        return place_words.SIDES[before[-2]]
    return after(words, end)


def after(words: Sequence[str], end: int) -> str | None:
    """Read the side that is said last: "knee is sore on the right", "earache, left side", "heel pain left"."""
    if words[end : end + 1] == ["."] and tuple(words[end + 2 : end + 3]) in ((), (".",), ("\n",)):
        return place_words.SIDES.get("".join(words[end + 1 : end + 2]))  # "eight out of ten hip. left."
    index = end
    while index < len(words) and words[index] in place_words.TO_SIDE and index - end < 3:
        index += 1
    if index >= len(words) or words[index] not in place_words.SIDES:
        return None
    following = words[index + 1 : index + 2]
    led = words[end:index][:1] == ["on"]
    rated = following[:1] != [] and following[0].isdecimal() and words[index] in _WRITTEN_OUT
    rated = rated and index == end and tuple(words[index + 2 : index + 3]) not in _SPANS
    ends = rated or not following or not following[0].isalnum() or following[0] in _AFTER_SIDE
    return place_words.SIDES[words[index]] if led or ends else None


def past(gap: list[str]) -> list[str]:
    """Give what stands between a part and what is said of it without its side ("ribs on the left hurt")."""
    for length in (4, 3, 2):
        said = gap[:length]
        if len(said) == length and said[0] == "on" and said[-1] in ("left", "right", "side"):
            return gap[length:]
    return gap


def place(side: str | None, part: BodyPart) -> str:
    """Say where it is: "left knee", "both hands"."""
    return with_side(side, part.name) or part.name


def with_side(side: str | None, part: str | None) -> str | None:
    """Put the side before the part, where there are both and the part does not say it."""
    if part is None or side is None or part.split()[0] in place_words.SIDES:
        return part
    return f"{side} {part}"
