"""Sets a page or a picture with Typst from a template and plain data, in a warm compiler with fonts of its own.

Words go in as data, so that nothing anybody wrote is read as markup. The fonts come with Python packages, so a page
looks the same on every machine; what none of them has (Bengali, Thai) shows as empty boxes. Setting runs outside of
Python's lock: called from a worker thread, it holds nothing up.
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

_FONT_PACKAGES = (
    "fontpkg_noto_sans",
    "fontpkg_noto_sans_arabic",
    "fontpkg_noto_sans_devanagari",
    "noto_cjk_sans_jp_regular",
)
"""With Libertinus, which Typst brings: Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, and all of CJK."""
FAMILIES = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans CJK JP",
    "Libertinus Serif",
    "DejaVu Sans Mono",
)
"""In the order in which a letter is looked for."""

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
    plain = "".join(map(_settable, _PICTURES.sub(" ", text)))
    return " ".join(_without_towers(plain).split())


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
