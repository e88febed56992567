"""Finds the word a misspelt one was meant to be, among the words our rules know.

Symmetric deletion: a word one slip away shares with the right one what is left after dropping a letter of each,
so a look-up costs a few dictionary reads however large the vocabulary is.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

_SHORTEST = 5
"""Shorter words have too many honest neighbours ("cost", "host", "most")."""
_TWO_SLIPS = 9
"""From this length on, two slips still leave no doubt."""
_SPLIT_SHORTEST = 3


class Speller:
    """Corrects towards ``vocabulary``; ``not_typos`` are left alone."""

    def __init__(self, vocabulary: Iterable[str], not_typos: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._left_alone = frozenset(not_typos)
        self._by_rest: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= _SHORTEST:
                for rest in {word, *_shortened(word)}:
                    self._by_rest.setdefault(rest, []).append(word)

    def correct(self, word: str) -> str | None:
        """Return the word of the vocabulary that ``word`` was meant to be, or None."""
        if len(word) < _SHORTEST - 1 or word in self._left_alone or not word.isalpha():
            return None
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        rests = {word, *_shortened(word)}
        close = {found for rest in rests for found in self._by_rest.get(rest, ())}
        best = min(
            (
                (OSA.distance(word, found, score_cutoff=slips), found)
                for found in close
                if found[0] == word[0]
            ),
            default=(slips + 1, ""),
        )
        return best[1] if best[0] <= slips else None

    def halves(self, word: str) -> tuple[str, str] | None:
        """Return the two known words that ``word`` runs together ("chestpain"), or None."""
        if word in self._left_alone:
            return None
        for cut in range(_SPLIT_SHORTEST, len(word) - _SPLIT_SHORTEST):
            if word[:cut] in self._known and word[cut:] in self._known:
                return word[:cut], word[cut:]
        return None


def _shortened(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))
