"""A few words as a picture in the largest print that fits a phone: for when speech fails, or to pass across a desk."""

import unicodedata
from pathlib import Path

from bot.documents import typesetting

_TEMPLATE = Path(__file__).with_name("large_print.typ")
DOTS_PER_INCH = 216
"""360 by 560 points at three dots a point: 1,080 by 1,680 pixels."""
_LONGEST_WORD = 24
"""Letters after which a word may be broken: an address, not a word."""
_FROM_RIGHT = frozenset({"R", "AL"})


def render(text: str, locale: str, *, place: str = "", turned: bool = False) -> bytes:
    """Draw the words black on white as PNG, upside down where ``turned``.

    Args:
        text: what is shown, plain text.
        locale: BCP 47, for the language.
        place: "1 / 2" where it goes on on another picture; empty where it does not.
        turned: for the person opposite.

    """
    shown = _breakable(typesetting.clean(text)) or " "
    data = {
        "lang": locale.partition("-")[0].lower()[:3],
        "text": shown,
        "words": shown.replace("\N{ZERO WIDTH SPACE}", " ").split() or [" "],
        "rtl": is_from_right(shown),
        "place": place,
        "turned": turned,
    }
    return typesetting.picture(_TEMPLATE, data, DOTS_PER_INCH)


def is_from_right(text: str) -> bool:
    """Tell whether a text runs from right to left: by its first letter that has a direction."""
    turns = (unicodedata.bidirectional(letter) for letter in text)
    return next((turn for turn in turns if turn in {"L", *_FROM_RIGHT}), "L") in _FROM_RIGHT


def _breakable(text: str) -> str:
    return " ".join(_broken(word) for word in text.split())


def _broken(word: str) -> str:
    """Let endless words break, and those of scripts that write without spaces anywhere."""
    if any(unicodedata.east_asian_width(letter) in {"W", "F"} for letter in word):
        return "\N{ZERO WIDTH SPACE}".join(word)
    if len(word) <= _LONGEST_WORD:
        return word
    parts = (word[at : at + _LONGEST_WORD // 2] for at in range(0, len(word), _LONGEST_WORD // 2))
    return "\N{ZERO WIDTH SPACE}".join(parts)
