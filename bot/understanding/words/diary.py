"""The shorthand of symptom diaries: "nau 6 vom 0 ftg 7", "hd nil", "BF: 4".

People who log every day shorten the names to a few letters. Alone such letters mean too many things, so they are
spelt out only where they stand as in a diary: before a number up to ten or a "nil", or after a "no". Letters that are
words or other abbreviations as well ("n", "bf", "dep") count only among several such scores.
"""

from collections.abc import Sequence

from bot.understanding.words import english, normalise
from bot.understanding.words.normalise import Token

_SHORT = english.DIARY.keys() | english.DIARY_OR_NOT.keys()
_JOINTS = frozenset((":", "=", "-"))
_NONE = frozenset(("nil", "none", "nope", "zero", "neg", "nada", "nowt"))
_NO = frozenset(("no", "nil", "zero", "0"))
_COUNTED = frozenset(
    (
        "mg", "ml", "mcg", "x", "am", "pm", "h", "hr", "hrs", "hour", "hours", "day", "days", "week", "weeks", "min",
        "mins", "minutes", "times", "years", "yrs", "months", "units", "puffs", "%", "oclock", "'s", "kg", "lb",
    )
)  # fmt: skip
"""After a number, make it no score."""
_HIGHEST = 10
_LEAST_SCORES, _LEAST_OF_LETTERS = 2, 3
"""How many scores make a diary: for an abbreviation that means other things too, and for a single letter."""


def spell_out(tokens: list[Token], text: str) -> list[Token]:
    """Give ``tokens`` with the abbreviations of a diary in ``text`` replaced by the words they stand for."""
    told = [
        (at, short)
        for at, token in enumerate(tokens)
        if (short := text[token.start : token.end].lower()) in _SHORT
    ]
    if not told:
        return tokens
    words = [token.word for token in tokens]
    scores = sum(_is_scored(words, at) for at, word in enumerate(words) if word.isalpha())
    found, done = list[Token](), 0
    for at, short in told:
        found += tokens[done:at]
        whole = _meaning(words, at, short, scores)
        found += [Token(word, normalise.stem(word), tokens[at].start, tokens[at].end) for word in whole]
        done = at + bool(whole)
    return found + tokens[done:]


def _meaning(words: Sequence[str], position: int, short: str, scores: int) -> tuple[str, ...]:
    """Give the words that ``short`` stands for at ``position``; none where it is no shorthand there."""
    of_sense = position > 0 and words[position - 1] in english.SENSED
    if short == "sens" and (of_sense or words[position + 1 : position + 2] == ["to"]):
        return ("sensitivity",)
    scored = _is_scored(words, position)
    if short in english.DIARY:
        denied = position > 0 and words[position - 1] in _NO
        return english.DIARY[short] if scored or denied else ()
    least = _LEAST_SCORES if len(short) > 1 else _LEAST_OF_LETTERS
    return english.DIARY_OR_NOT[short] if scored and scores >= least else ()


def _is_scored(words: Sequence[str], position: int) -> bool:
    """Tell whether a number up to ten or a "nil" stands right after ``position``."""
    after = position + 1
    after += words[after : after + 1] != [] and words[after] in _JOINTS
    if after >= len(words):
        return False
    if words[after] in _NONE or (words[after] in ("no", "n") and words[after - 1] in _JOINTS):
        return True
    following = words[after + 1 : after + 2]
    number = words[after].isdecimal() and int(words[after]) <= _HIGHEST
    return number and not (following and following[0] in _COUNTED)
