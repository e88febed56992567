"""Finds the number under which an office keeps something: "ref 8841", "claim # 22-81-A", "conf no. 123 456 789".

A number needs a word that says it is one; after words that name other things as well ("call", "bill") it needs "no" or
"#", or must look like no amount, date or year.
"""

import re
from dataclasses import dataclass

from bot.understanding.words import patterns

LONGEST = 30
"""Characters of a reference; a longer run is none."""

_SURE = r"ref(?:erence|s)?|conf(?:irmation)?|ticket|tracking"
_OFTEN = r"claim|case|auth(?:orization|orisation)?|appeal|request|referral|complaint|order|member|policy|file|pa|call"
_MAYBE = r"bill|invoice|account|acct|statement|letter|id|interaction"
_SIGN = r"(?:no\b\.?|nr\b\.?|num(?:ber)?\b|nbr\b|#|id\b|code\b|№)"
_VALUE = (
    r"(?P<value>[A-Za-z]{0,6}[-/]?\d[\w/-]{0,28}(?: (?=\d)\d{3,}(?![\w/]))*|[A-Za-z]{1,4} ?\d{4,}[\w-]{0,20})"
)
_LINK = r"(?:\s+(?:is|was|=))?\s*[:=#-]?\s*#?"
_PATTERNS = tuple(
    patterns.Pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w-])(?:{_SURE}|{_OFTEN}|{_MAYBE})\.?\s*{_SIGN}{_LINK}\s*{_VALUE}",
        rf"(?<![\w-])(?:{_SURE})\b\.?{_LINK}\s*{_VALUE}",
        rf"(?<![\w-])(?:{_OFTEN})\b{_LINK}\s*(?P<value>(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Za-z]{{0,6}}[-/]?\d[\w/-]{{2,28}})",
        rf"(?<![\w-]){_SIGN}{_LINK}\s*(?P<value>(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Za-z]{{0,6}}[-/]?\d[\w/-]{{2,28}})",
    )
)
_NO_REFERENCE = patterns.Pattern(
    r"(?:(?:1-?)?\d{3}-?\d{3}-?\d{4}|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|20\d\d-\d\d-\d\d|(?:19|20)\d\d|\d{1,2}(?:am|pm)"
    r"|\d+(?:st|nd|rd|th|x|mg|mcg|ml|g|k|min|mins|hrs?|days?|wks?|weeks?))"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it was written, and where it stands with the word that announces it."""

    value: str
    start: int
    end: int


def find(text: str) -> Reference | None:
    """Find the first reference of ``text``, the surest kind of mention first."""
    for place, pattern in enumerate(_PATTERNS):
        for found in pattern.finditer(text):
            value = found["value"].rstrip("-/")
            loosely = place >= 2
            if len(value) <= LONGEST and not (loosely and _NO_REFERENCE.fullmatch(value.casefold())):
                return Reference(value, found.start(), found.start("value") + len(value))
    return None


def without(text: str, reference: Reference | None) -> str:
    """Cut a reference and the word that announces it out of ``text``; a comma stands in their place."""
    if reference is None:
        return text
    return f"{text[: reference.start].rstrip()}, {text[reference.end :].lstrip()}".strip(" ,")
