"""Regular expressions that are compiled when they are first used.

Compiling all that this package knows takes a third of a start, and most of it is for messages that come once a month.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regular expression, used like one of `re`; a wrong one is found out at its first use, which tests see to."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression made ready, once."""
        return re.compile(self.source, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Find it anywhere in ``text``."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Find it at the beginning of ``text``."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Find it where it is the whole of ``text``."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find it wherever it stands in ``text``."""
        return self.compiled.finditer(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Cut ``text`` where it stands."""
        return self.compiled.split(text, maxsplit)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Put ``by`` in its place."""
        return self.compiled.sub(by, text, count)
