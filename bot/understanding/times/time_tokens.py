"""Cuts text into the tokens that the grammar of time reads, each with its place in the text.

Every token is found by one bounded pattern in one pass, so the work grows with the length of the text and
no more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.times import time_words
from bot.understanding.words import patterns

MAX_LENGTH = 4000
"""Characters read. A Telegram message has at most 4096; the time stands near the start of anything longer."""

_LONGEST_ABBREVIATION = 5
_KINDS = {"sep": "date3", "isosep": "iso", "other": "mark"}
"""Tags of tokens by the group that was matched last, where they are not named alike."""
_MONTH_AND_DAY = patterns.Pattern(r"([a-z]{3,9})([0-9]{1,2})", re.IGNORECASE)
_TOKEN = patterns.Pattern(
    r"""
      (?P<iso>\b\d{4}(?P<isosep>[-/.])\d{1,2}(?P=isosep)\d{1,2}(?![\d/-]))
    | (?P<date3>(?<![\d./-])\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/-]))
    | (?P<date2>(?<![\d./])\d{1,2}/\d{1,2}(?![\d/]))
    | (?P<dotdate>(?<![\d.])\d{1,2}\.\d{1,2}\.(?![\d]))
    | (?P<mark>(?<=\d)T(?=\d{2}:\d{2}))
    | (?P<clock>(?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<hclock>(?<!\d)\d{1,2}h\d{2}(?!\d))
    | (?P<dot>(?<![\d.])\d{1,3}\.\d{1,2}(?![\d]))
    | (?P<meridiem>\b(?:[ap]\.\s?m\b\.?|[ap]\s?m\b)|(?<=\d)[ap](?:m\b|\.\s?m\b\.?|\b))
    | (?P<word>(?<!\w)2(?:day|dy|moro|morrow|mrw|night|nite)\b|[^\W\d_][\w]*(?:['\u2019-][^\W\d_]+)*)
    | (?P<ordinal>(?<!\d)\d{1,2}\s?(?:st|nd|rd|th)\b)
    | (?P<number>\d+)
    | (?P<other>[^\s\w]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``tag`` as the pattern or the lexicon names it, ``numbers`` for composite figures."""

    text: str
    start: int
    end: int
    tag: str
    name: str = ""
    value: int = 0
    numbers: tuple[int, ...] = ()


_NOTHING = Token("", -1, -1, "end")


class Tokens:
    """The tokens of a text; asking beyond either end gives an empty token, so rules need no bounds checks."""

    def __init__(self, text: str) -> None:
        self.source = text[:MAX_LENGTH]
        self._tokens = [token for match in _TOKEN.finditer(self.source) for token in _read(match)]

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else _NOTHING

    def is_glued(self, index: int) -> bool:
        """Say whether the token at ``index`` follows its neighbour without a space."""
        return index > 0 and self[index].start == self[index - 1].end

    def after_dot(self, index: int) -> int:
        """Give the index after the token at ``index`` and, in mid-sentence, after the dot of "Fri."."""
        dotted = self[index + 1].text == "." and len(self[index].text) <= _LONGEST_ABBREVIATION
        return index + 2 if dotted and self[index + 2].tag != "end" else index + 1

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """Give the texts of the tokens from ``start`` up to ``end``."""
        return tuple(self[index].text for index in range(max(start, 0), end))


def _read(match: re.Match[str]) -> list[Token]:
    group = match.lastgroup or ""
    kind = _KINDS.get(group, group)
    text, start, end = match.group().lower(), match.start(), match.end()
    if kind == "word":
        return _words(match.group(), start)
    if kind == "number" and match.end() - match.start() > 4:
        return [Token(text, start, end, "figure")]
    numbers = tuple(int(figure) for figure in re.findall(r"\d+", text)) if kind != "mark" else ()
    value = numbers[0] if numbers else 0
    return [Token(text, start, end, kind, value=value, numbers=numbers)]


def _words(text: str, start: int) -> list[Token]:
    """Look a word up; a hyphenated one is cut at its hyphens ("mid-december", "twenty-third")."""
    known = time_words.LEXICON.get(text.lower())
    if known:
        return [Token(text.lower(), start, start + len(text), *known)]
    glued = _MONTH_AND_DAY.fullmatch(text) if text[-1].isdecimal() else None
    month = time_words.LEXICON.get(glued[1].lower()) if glued else None
    if glued and month and month.tag == "month":
        middle, end = start + glued.end(1), start + len(text)
        number = Token(glued[2], middle, end, "number", value=int(glued[2]), numbers=(int(glued[2]),))
        return [Token(glued[1].lower(), start, middle, *month), number]
    tokens: list[Token] = []
    for piece in re.split("(-)", text) if "-" in text else (text,):
        word = piece.lower()
        found = time_words.look_up(word) or time_words.Word("mark" if word == "-" else "word", word)
        tokens.append(Token(word, start, start + len(piece), *found))
        start += len(piece)
    return tokens
