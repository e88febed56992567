"""Turns phrases into something that finds them in a text, however it was typed.

The written form (``a|b``, ``[a]``, ``*``, ``...``) is `bot.domain.speech`'s.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_NOT_BEFORE, _NOT_AFTER = r"(?<![\w'])", r"(?![\w'])[\s,]*"
_ANY = r"(?:[\w'-]+[\s,]+){0,3}?"
_TAKEN = r"(?P<taken>[\w'-]+(?:[\s,]+[\w'-]+){0,2}?)" + _NOT_AFTER
_NEVER = re.compile(r"(?!)")
_TITLES = "|".join(rf"(?<=\b{title})" for title in ("dr", "mr", "mrs", "ms", "prof", "vs"))
_SENTENCE = re.compile(rf"(?:[^.?!\n]|[.?!](?=\w)|(?:{_TITLES})\.)+[.?!]*", re.IGNORECASE)
"""Up to a full stop; one inside a word ("8.5") or after a title ("Dr. Lee") ends none."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, as ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of the stretch."""
        return text[self.start : self.end]

    def meets(self, others: Iterable["Span"]) -> bool:
        """Tell whether it shares a letter with one of ``others``."""
        return any(self.start < other.end and other.start < self.end for other in others)


def plain(text: str) -> str:
    """Bring a text to small letters and straight apostrophes, letter by letter, so that places stay the same."""
    small = (each.lower() for each in text)
    flat = "".join(low if len(low) == 1 else each for each, low in zip(text, small, strict=True))
    return flat.replace("\u2019", "'").replace("\u2018", "'")


def pattern(phrases: Iterable[str], before: Iterable[str] = ()) -> re.Pattern[str]:
    """Make one pattern of many phrases; with ``before``, each counts only right after one of those."""
    any_of = "|".join(map(_pattern, phrases))
    if not any_of:
        return _NEVER
    led = "(?:" + "|".join(map(_pattern, before)) + ")" if before else ""
    return re.compile(f"{_NOT_BEFORE}{led}(?:{any_of})")


def spans(found: re.Pattern[str], text: str, within: Span | None = None) -> Iterator[Span]:
    """List where the pattern stands in a plain ``text``, without the space after it."""
    start, end = (within.start, within.end) if within else (0, len(text))
    for each in found.finditer(text, start, end):
        said = each[0].rstrip(" \t\n,")
        if said:
            yield Span(each.start(), each.start() + len(said))


def sentences(text: str) -> tuple[Span, ...]:
    """Cut a text at its full stops, question marks and line ends; what has no word in it is left out."""
    found = []
    for each in _SENTENCE.finditer(text):
        said = each[0]
        if re.search(r"\w", said):
            start = each.start() + len(said) - len(said.lstrip())
            found.append(Span(start, each.end() - (len(said) - len(said.rstrip()))))
    return tuple(found)


def words_between(text: str, one: Span, other: Span) -> int:
    """Count the words between two stretches; 0 where they meet."""
    first, second = sorted((one, other))
    return len(text[first.end : max(first.end, second.start)].split())


def _pattern(phrase: str) -> str:
    return "".join(map(_token, phrase.split()))


def _token(written: str) -> str:
    if written == "*":
        return _ANY
    if written == "...":
        return _TAKEN
    word = written.strip("[]")
    any_of = "|".join(re.escape(each).replace("'", "'?") for each in word.split("|"))
    said = f"(?:{any_of}){_NOT_AFTER}"
    return f"(?:{said})?" if written.startswith("[") else said
