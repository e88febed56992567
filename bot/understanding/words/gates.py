"""A first look at a message, so that the readers of rare things are not asked about every quick update.

A gate stands before a costly reader. It knows words of which one is in whatever that reader can find: where none is
there, there is nothing to find. `tests/understanding/test_gates.py` works out of the patterns behind each gate that
this is so, for words added to a pattern are easily forgotten here.
"""

import re
from dataclasses import dataclass

_APOSTROPHE = re.compile("['`\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}]")
_LETTERS = re.compile(r"[^\W\d_]+|\d+")
_SAME_AS_I = {0x130: "i", 0x131: "i"}
"""The dotted and the dotless i, which patterns that ignore case take for an i."""


def plain(text: str) -> str:
    """Give the words and figures of ``text`` in lower case, a space around each; linear in its length.

    What holds an apostrophe stands twice, "im ok" and "i m ok", since patterns read it either way.
    """
    if not text.isascii():
        text = text.translate(_SAME_AS_I)
    low = text.casefold()
    said = f" {' '.join(_LETTERS.findall(_APOSTROPHE.sub('', low)))} "
    return f"{said}| {' '.join(_LETTERS.findall(low))} " if _APOSTROPHE.search(low) else said


@dataclass(frozen=True, slots=True)
class Gate:
    """Words, pieces of words or several in a row (a space is where a word begins or ends), without apostrophes."""

    words: tuple[str, ...]

    def opens(self, said: str) -> bool:
        """Tell whether a reader may find something; ``said`` is a text made `plain`."""
        return any(word in said for word in self.words)
