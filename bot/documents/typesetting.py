"""Sets a page or a picture with Typst from a template and plain data, in a warm compiler with fonts of its own.

Words go in as data, so that nothing anybody wrote is read as markup. The fonts come with Python packages, so a page
looks the same on every machine; words in a script that none of them has (Tibetan, Syriac) give way to ``UNPRINTED``,
for a row of empty boxes says less than nothing. Setting runs outside of Python's lock: called from a worker thread, it
holds nothing up.
"""

import functools
import importlib.util
import json
import re
import threading
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FONT_PACKAGES = ("manimgx_fonts", "noto_cjk_sans_jp_regular")
_SCRIPTS = (
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Tamil",
    "Telugu",
    "Gujarati",
    "Gurmukhi",
    "Kannada",
    "Malayalam",
    "Oriya",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Armenian",
    "Georgian",
    "Ethiopic",
)
"""Each has a font of its own, beside that for Latin, Greek and Cyrillic and the one for all of CJK."""
FAMILIES = (
    "Noto Sans",
    *(f"Noto Sans {script}" for script in _SCRIPTS),
    "Noto Sans CJK JP",
    "Libertinus Serif",
    "DejaVu Sans Mono",
)
"""In the order in which a letter is looked for."""
_WRITTEN = frozenset(
    {
        *(script.upper() for script in _SCRIPTS),
        *("LATIN", "GREEK", "CYRILLIC", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO", "CHEROKEE"),
        *("COMBINING", "MODIFIER", "FULLWIDTH", "HALFWIDTH", "IDEOGRAPHIC", "MATHEMATICAL", "SUPERSCRIPT"),
        *("FEMININE", "MASCULINE", "MICRO", "OHM", "KELVIN", "ANGSTROM", "VARIATION", "KATAKANA-HIRAGANA"),
    }
)
"""The first words of the Unicode names of letters that a font here has."""
UNPRINTED = "[\N{HORIZONTAL ELLIPSIS}]"
"""Stands for words in letters that no font here has; what shows it says so beside it."""

_PICTURES = re.compile("(?:[\U0001f000-\U000e0fff\u2600-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\u20e3]\u200d?)+")
"""Emoji and what modifies them: the fonts have none, and a printed box says less than nothing."""
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control characters, halves of characters, and what no font of ours can have (Unicode general categories)."""
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad")
"""Marks that turn the direction of what follows, on the page and in the text that is copied from it."""
_MOST_MARKS = 3
"""Marks on one letter; the languages written here need no more, and a tower of them covers the line above."""

_one_at_a_time = threading.Lock()


def pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """Set a PDF: tagged, with its fonts inside, and PDF/UA-1 unless a letter is in none of the fonts."""
    import typst

    try:
        return _set(template, data, format="pdf", pdf_standards="ua-1")
    except typst.TypstError as problem:
        if "could not be displayed" not in str(problem):
            raise
        return _set(template, data, format="pdf")


def picture(template: Path, data: Mapping[str, Any], dots_per_inch: float) -> bytes:
    """Set the first page as a PNG."""
    return _set(template, data, format="png", ppi=dots_per_inch)


def clean(text: str) -> str:
    """Give what can be set of a text, on one line: no emoji, control characters, turns of direction or towers."""
    if text.isascii():
        return " ".join("".join(map(_settable, text)).split())
    plain = "".join(map(_settable, _PICTURES.sub(" ", text)))
    return _printed(_without_towers(plain).split())


def _printed(words: list[str]) -> str:
    """Put ``UNPRINTED`` once in the place of words that no font has."""
    shown: list[str] = []
    for word in words:
        known = word if all(map(_has_font, word)) else UNPRINTED
        if known != UNPRINTED or shown[-1:] != [UNPRINTED]:
            shown.append(known)
    return " ".join(shown)


def _has_font(letter: str) -> bool:
    if letter.isascii() or unicodedata.category(letter)[0] not in "LM":
        return True
    return unicodedata.name(letter, "").split(" ", 1)[0] in _WRITTEN


def _settable(letter: str) -> str:
    if letter in _TURNING:
        return ""
    return " " if unicodedata.category(letter) in _UNSEEN else letter


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def _set(template: Path, data: Mapping[str, Any], **how: Any) -> bytes:
    inputs = {"data": json.dumps(data), "fonts": json.dumps(FAMILIES)}
    with _one_at_a_time:
        drawn = _compiler(template).compile(sys_inputs=inputs, **how)
    return drawn[0] if isinstance(drawn, list) else bytes(drawn)


@functools.cache
def _compiler(template: Path) -> Any:
    """Keep one warm compiler a template."""
    import typst

    return typst.Compiler(template, font_paths=_fonts(), ignore_system_fonts=True)


@functools.cache
def _fonts() -> Any:
    """Find the fonts once; they are read when a letter needs them."""
    import typst

    found = [importlib.util.find_spec(name) for name in _FONT_PACKAGES]
    folders = [place for spec in found if spec for place in spec.submodule_search_locations or ()]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)
