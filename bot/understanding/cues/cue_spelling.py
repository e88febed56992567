"""Finds the word a misspelt one was meant to be, among the words our rules know.

People keep a word's first letter, so only words that share it and are about as long need be compared.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

_SHORTEST = 5
"""Shorter words have too many honest neighbours ("cost", "host", "most")."""
_TWO_SLIPS = 9
"""From this length on, two slips still leave no doubt."""


class Speller:
    """Corrects towards ``vocabulary``; ``not_typos`` are left alone."""

    def __init__(self, vocabulary: Iterable[str], not_typos: Iterable[str]) -> None:
        self._left_alone = frozenset(not_typos)
        self._alike: dict[tuple[str, int], list[str]] = {}
        for word in sorted(vocabulary):
            if len(word) >= _SHORTEST:
                self._alike.setdefault((word[0], len(word)), []).append(word)

    def correct(self, word: str) -> str | None:
        """Return the word of the vocabulary that ``word`` was meant to be, or None."""
        size = len(word)
        if size < _SHORTEST - 1 or word in self._left_alone or not word.isalpha():
            return None
        slips = 2 if size >= _TWO_SLIPS else 1
        best, least = None, slips + 1
        for length in range(size - slips, size + slips + 1):
            for found in self._alike.get((word[0], length), ()):
                slipped = OSA.distance(word, found, score_cutoff=least - 1)
                if slipped < least and (slipped < 2 or _share_a_rest(word, found)):
                    best, least = found, slipped
        return best


def _share_a_rest(word: str, other: str) -> bool:
    """Say whether one letter dropped from each leaves the same: two slips of any kind are too free."""
    return not {word, *_shortened(word)}.isdisjoint({other, *_shortened(other)})


def _shortened(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))
