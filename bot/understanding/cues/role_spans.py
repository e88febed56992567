"""Where the phrases of one role stand in a message, so that looking round a mention costs the same in any message.

Without it every mention would be held against every "not" of a long message.
"""

import functools
from bisect import bisect_left, bisect_right

from bot.understanding.cues.cue_phrases import Span
from bot.understanding.cues.cue_words import Word

_NONE: list[Span] = []


class RoleSpans:
    """The spans of one role, by first word."""

    def __init__(self, spans: list[Span], words: list[Word]) -> None:
        self.spans, self._words = spans, words
        self.starts = [start for start, _ in spans]

    @functools.cached_property
    def _longest(self) -> int:
        return max((end - start for start, end in self.spans), default=0)

    @functools.cached_property
    def _by_sentence(self) -> dict[int, list[Span]]:
        sentences: dict[int, list[Span]] = {}
        for span in self.spans:
            sentences.setdefault(self._words[span[0]].sentence, []).append(span)
        return sentences

    @functools.cached_property
    def thoughts(self) -> set[int]:
        """The thoughts in which the role is mentioned."""
        return {self._words[start].thought for start in self.starts}

    def in_sentence(self, sentence: int) -> list[Span]:
        """Return the spans in ``sentence``."""
        return self._by_sentence.get(sentence, _NONE) if self.spans else _NONE

    def starts_within(self, low: int, high: int) -> list[int]:
        """Return the first words from ``low`` up to but not including ``high``."""
        return self.starts[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def begins_within(self, low: int, high: int) -> bool:
        """Say whether a span begins from ``low`` up to but not including ``high``."""
        at = bisect_left(self.starts, low)
        return at < len(self.starts) and self.starts[at] < high

    def ending_within(self, low: int, high: int) -> list[Span]:
        """Return the spans whose end (one past the last word) lies from ``low`` to ``high``, both included."""
        if not self.spans:
            return _NONE
        first, past = bisect_left(self.starts, low - self._longest), bisect_right(self.starts, high)
        return [span for span in self.spans[first:past] if low <= span[1] <= high]

    def overlaps(self, span: Span) -> bool:
        """Say whether any span shares a word with ``span``."""
        if not self.spans:
            return False
        first = bisect_left(self.starts, span[0] - self._longest)
        return any(end > span[0] for _, end in self.spans[first : bisect_left(self.starts, span[1])])
