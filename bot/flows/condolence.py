"""A death that was told: one line of sympathy stands above the card, and nothing is asked. Not a flow."""

import re

from bot.flows import nearest
from bot.understanding.words import patterns

LONGEST = 200
"""Characters of a message that tells a death before all else; a longer one tells more."""
_WHO = rf"(?:{nearest.FAMILY}|{nearest.YOUNGEST}|{nearest.ANIMALS})"
_GONE = r"(?:has )?(?:died|passed(?= (?:away|on|peacefully|this|last|yesterday|today)\b|\s*[.,!]|\s*$))"
_TELLS = patterns.Pattern(
    rf"\b(?:(?:my|our|the|his|her) (?:\w+ ){{0,2}})?{_WHO} (?:just |suddenly )?{_GONE}\b"
    rf"|\b(?:i|we|i've|we've|ive) (?:just )?lost (?:my|our) (?:\w+ ){{0,2}}{_WHO}\b"
    rf"|\b(?:had to )?put (?:my|our|the) (?:\w+ )?{nearest.ANIMALS} (?:to sleep|down)\b"
    rf"|\b{_WHO}'?s funeral (?:was|is|today|yesterday|tomorrow)\b"
    r"|\b(?:i|we) (?:had a miscarriage|miscarried|lost the baby)\b",
    re.IGNORECASE,
)
_LONG_AGO = patterns.Pattern(
    r"\byears? ago\b|\bwhen i was\b|\bin (?:19|20)\d\d\b|\banniversary\b", re.IGNORECASE
)


def is_due(text: str) -> bool:
    """Tell whether a message tells that somebody has just died."""
    return len(text) <= LONGEST and bool(_TELLS.search(text)) and not _LONG_AGO.search(text)
