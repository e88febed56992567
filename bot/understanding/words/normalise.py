"""Cuts a message into words that can be compared, and remembers where each stood.

Patients type "Can't", "cant" and "CANT"; "ached", "aching" and "aches"; "7/10", "50mg" and "soooo tired".
Everything later works on the plain forms made here and can still quote the patient exactly.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.words import english

_MARKS_OF_OMISSION = "'`\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}\N{ACUTE ACCENT}"
_PIECE = re.compile(
    rf"(?i:b4|2day|w/out|w/oot|w/o|n/v/d|n/v|n\+v|n&v|d\+v|d&v|v&d|h/a|b/p|d/c)(?![^\W_])|\+\++|[^\W\d_]+(?:[{_MARKS_OF_OMISSION}][^\W\d_]+)*|(?:(?<![\d.])\.)?\d+(?:[.,]\d+)*|\n|\S"
)
_SILENT = frozenset('\ufe0f\u200d\u200b\u2060\ufeff*_~"“”„«»♀♂') | {
    chr(tone) for tone in range(0x1F3FB, 0x1F400)
}
_MARKS = str.maketrans(
    {"\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{MULTIPLICATION SIGN}": "x"} | dict.fromkeys("→➡⇒➔➜⟶⮕", ">")
)
_APOSTROPHES = str.maketrans("", "", _MARKS_OF_OMISSION)
STRETCHED = re.compile(r"(.)\1{2,}")
_LONGEST_WORD = 40
"""Longer runs of letters are no word of any vocabulary; they are kept and never compared."""

UNITS_OF_TEN = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
"""Number words a severity can be given in."""


def is_number(word: str) -> bool:
    """Tell whether ``word`` is a whole number in figures, or up to ten in letters."""
    return word.isdecimal() or word in UNITS_OF_TEN


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a message."""

    word: str
    """Lower case, without apostrophes."""
    stem: str
    """The word without its ending, for comparison only."""
    start: int
    """Where it stands in the message, in characters."""
    end: int


def tokens(text: str) -> list[Token]:
    """Cut ``text`` into tokens, in time proportional to its length."""
    found: list[Token] = []
    for piece in _PIECE.finditer(text):
        raw = piece.group()
        if raw in _SILENT or (raw == "-" and _joins_letters(text, piece.start(), piece.end())):
            continue
        found.extend(Token(word, stem(word), piece.start(), piece.end()) for word in _words(raw))
    return found


def _joins_letters(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen stands inside a word ("light-headed"), where it counts as a space."""
    return start > 0 and end < len(text) and text[start - 1].isalpha() and text[end].isalpha()


def _words(raw: str) -> Iterable[str]:
    if len(raw) > _LONGEST_WORD:
        return (raw[:_LONGEST_WORD].lower() + "…",)
    if raw in ("\n", "…"):
        return (raw,)
    return _plain(raw)


@lru_cache(maxsize=8192)
def _plain(raw: str) -> tuple[str, ...]:
    if raw.startswith("++"):
        return ("++",)  # "palps +++", as nurses write it, says how bad and not what else
    word = unicodedata.normalize("NFKC", raw).translate(_MARKS).lower().strip()
    for mark in _MARKS_OF_OMISSION:
        word = word.replace(mark, "'")
    if word[:1] == "." and word[1:2].isdecimal():
        return (f"0{word}",)
    if word in english.SHORTHAND:
        return tuple(
            part.translate(_APOSTROPHES) if part != "'s" else part for part in english.SHORTHAND[word]
        )
    if word.endswith("'s") and len(word) > 2:
        return word[:-2].translate(_APOSTROPHES) or "s", "'s"
    return (word.translate(_APOSTROPHES) or raw,)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Cut the ending off ``word``, so that "aches", "ached" and "aching" compare equal.

    A light stemmer on purpose: it joins the forms of one word and hardly ever two words.
    """
    if word in english.IRREGULAR:
        return english.IRREGULAR[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    word = STRETCHED.sub(r"\1\1", word)
    return _without_e(_without_ending(word))


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and any(vowel in rest for vowel in "aeiouy"):
            return _with_e(rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest, rest)
    return word


def _with_e(word: str, rest: str) -> str:
    """Give a short word its e back: "taking" is "take", while "getting" is "get" and "asking" is "ask"."""
    short = len(rest) == 3 and rest[1] in "aeiou" and rest[0] not in "aeiou" and rest[2] not in "aeiouwxy"
    return word + "e" if short else word


def _without_e(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def stems(phrase: str) -> tuple[str, ...]:
    """Give the stems of a vocabulary phrase, cut exactly as a message would be."""
    return tuple(token.stem for piece in phrase.split() for token in _piece(piece))


def words(phrase: str) -> tuple[str, ...]:
    """Give the words of a vocabulary phrase, cut exactly as a message would be."""
    return tuple(token.word for piece in phrase.split() for token in _piece(piece))


@lru_cache(maxsize=16384)
def _piece(piece: str) -> tuple[Token, ...]:
    """Cut what stands between two spaces; phrases share most of their words, so this is kept."""
    if piece.isalpha() and piece.isascii() and piece.islower() and piece not in english.SHORTHAND:
        return (Token(piece, stem(piece), 0, len(piece)),)
    return tuple(tokens(piece))
