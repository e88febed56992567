"""Finds vocabulary phrases in a message: the longest one at each word, forgiving small words and typing errors.

Two bounds keep it linear in the message: a phrase is at most a dozen words, and a misspelt word is compared only with
vocabulary words of its first letters and about its length.
"""

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Generic, TypeVar

from bot.understanding.words import english, normalise
from bot.understanding.words.normalise import Token

T = TypeVar("T")

MOST_GAPS = 4
"""How many small words may stand inside one phrase ("heart has been really racing")."""

_NO_LONGER = normalise.stems("no longer")
"""May stand inside a name and deny it ("heart no longer racing"); "no" alone begins a name of its own."""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found in tokens ``start`` up to, not including, ``end``."""

    start: int
    end: int
    value: T
    denied: bool = False
    """True where a negator stood inside the phrase ("heart isn't racing")."""


class PhraseIndex(Generic[T]):
    """Phrases by their stems, for longest-match look-up.

    A phrase is cut into stems when a message first holds the word it begins with: a vocabulary has many thousand
    phrases, and cutting them all would be most of what starting costs. Until then it waits under the first letters
    of that word, which its stem shares.

    Args:
        phrases: phrase → value; on a clash the first stays.
        gaps: small words that may stand inside a phrase, unless the phrase itself goes on with them.
        negators: words that may stand inside a phrase and deny it.
        praise: words that may stand right before those, a comma between them or not ("throat ok, not closing").

    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        gaps: Iterable[str] = (),
        negators: Iterable[str] = (),
        praise: Iterable[str] = (),
    ) -> None:
        self._values: dict[str, T] = {}
        self._beginnings: set[str] = set()
        self._gaps = frozenset(stem for word in gaps for stem in normalise.stems(word))
        self._negators = frozenset(stem for word in negators for stem in normalise.stems(word))
        self._praise = frozenset(stem for word in praise for stem in normalise.stems(word)) - self._gaps
        self._small = self._gaps | self._negators | self._praise
        self._small |= frozenset(_NO_LONGER[:1] if self._negators else ())
        self._unsorted: dict[str, list[tuple[str, T]]] = {}
        """First letters → the phrases that begin with them, in the order given, until a message holds them."""
        self._uncut: dict[str, list[tuple[str, T]]] = {}
        """First stem → the phrases that begin with it, likewise."""
        groups: dict[str, list[tuple[str, T]]] = {}
        for entry in phrases:
            word = entry[0].partition(" ")[0]
            group = groups.get(word)
            if group is None:
                group = groups[word] = self._unsorted.setdefault(_first_letters(word), [])
            group.append(entry)

    def _prepare(self, first: str) -> None:
        """Make the phrases that begin with the stem ``first`` ready.

        What is ready is forgotten last, as other threads may be looking at the same time.
        """
        letters = first[:_SAME_LETTERS]
        for entry in self._unsorted.get(letters, ()):
            stems = normalise.stems(entry[0].partition(" ")[0])
            if stems:
                self._uncut.setdefault(stems[0], []).append(entry)
        self._unsorted.pop(letters, None)
        for phrase, value in self._uncut.get(first, ()):
            self._add(normalise.stems(phrase), value)
        self._uncut.pop(first, None)

    def _add(self, stems: tuple[str, ...], value: T) -> None:
        key = " ".join(stems)
        if key in self._values:
            return
        self._values[key] = value
        for length in range(1, len(stems)):
            self._beginnings.add(" ".join(stems[:length]))

    def get(self, phrase: str) -> T | None:
        """Look up one whole phrase."""
        stems = normalise.stems(phrase)
        if stems:
            self._prepare(stems[0])
        return self._values.get(" ".join(stems))

    def longest(self, stems: Sequence[str], start: int) -> Match[T] | None:
        """Find the longest phrase that begins at ``start``; a ``#`` in a phrase stands for any number."""
        best: Match[T] | None = None
        open_ways = []
        for key in _readings(stems[start]):
            if self._opens(key):
                value = self._values.get(key)
                best = best if value is None else Match(start, start + 1, value)
                if key in self._beginnings:
                    open_ways.append((key, start + 1, 0, False))
        while open_ways:
            key, position, gaps, denied = open_ways.pop()
            if position >= len(stems):
                continue
            word = stems[position]
            if gaps < MOST_GAPS and word in self._small:
                open_ways += self._past_small(stems, (key, position, gaps, denied))
            for reading in _readings(word):
                following = f"{key} {reading}"
                value = self._values.get(following)
                if value is not None and (best is None or position + 1 > best.end):
                    best = Match(start, position + 1, value, denied)
                if following in self._beginnings:
                    open_ways.append((following, position + 1, gaps, denied))
        return best

    def _past_small(
        self, stems: Sequence[str], way: tuple[str, int, int, bool]
    ) -> tuple[tuple[str, int, int, bool], ...]:
        """Go on past the small word that an open ``way`` has come to, which may deny the name."""
        key, position, gaps, denied = way
        if stems[position] == _NO_LONGER[0]:
            longer = tuple(stems[position : position + 2]) == _NO_LONGER
            return ((key, position + 2, gaps + 1, True),) if longer else ()
        if stems[position] not in self._praise:
            return ((key, position + 1, gaps + 1, denied or stems[position] in self._negators),)
        denying = position + 1 + (stems[position + 1 : position + 2] == [","])
        if denying < len(stems) and stems[denying] in self._negators:
            return ((key, denying + 1, gaps + 1, True),)
        return ()

    def all(self, stems: Sequence[str]) -> list[Match[T]]:
        """Find the phrases from left to right, without overlap, the longest first at each word."""
        found: list[Match[T]] = []
        covered = 0
        for position, stem in enumerate(stems):
            if position >= covered and (self._opens(stem) or stem in _NUMBERS or stem[0].isdecimal()):
                match = self.longest(stems, position)
                if match and not (stem in _DENYING and self._is_cut_short(stems, match)):
                    found.append(match)
                    covered = match.end
        return found

    def _is_cut_short(self, stems: Sequence[str], match: Match[T]) -> bool:
        """Tell whether a longer name goes on where a denied one ends ("no period" in "no period pain")."""
        if match.end - match.start != 2 or match.end >= len(stems) or not self._opens(stems[match.start + 1]):
            return False
        following = self.longest(stems, match.start + 1)
        return following is not None and following.end > match.end

    def _opens(self, stem: str) -> bool:
        """Tell whether any phrase begins with ``stem``; most words of a message begin none."""
        if stem in self._values or stem in self._beginnings:
            return True
        if stem[:_SAME_LETTERS] in self._unsorted or stem in self._uncut:
            self._prepare(stem)
            return stem in self._values or stem in self._beginnings
        return False


_DENYING = frozenset(("no", "not"))
_NUMBERS = frozenset(normalise.UNITS_OF_TEN)


def _readings(stem: str) -> tuple[str, ...]:
    """Give what a word of a message may stand for in a phrase: itself, and ``#`` where it is a number."""
    return (stem, "#") if stem[0].isdecimal() or stem in _NUMBERS else (stem,)


_SAME_LETTERS = 2
"""A stem keeps at least this many first letters of its word, unless the word is irregular."""


def _first_letters(word: str) -> str:
    """Give the first letters of the stem of ``word``, without cutting plain words."""
    if word.islower() and word.isalpha() and word.isascii() and word not in _ODD:
        return word[:_SAME_LETTERS]
    stems = normalise.stems(word)
    return stems[0][:_SAME_LETTERS] if stems else ""


_ODD = english.SHORTHAND.keys() | english.IRREGULAR.keys()


class Speller:
    """Mends misspelt words to the vocabulary's, and leaves everyday words alone.

    Args:
        known: word → how much it matters; among equally near words the weightier wins.
        everyday: correct English that is never mended.
        rarer: more of it, asked for when a word is met that is neither.

    """

    def __init__(
        self, known: Mapping[str, int], everyday: Iterable[str], rarer: Callable[[], Iterable[str]] = tuple
    ) -> None:
        self._weights = known
        self._find_rarer = rarer
        self._known = _Stems(known)
        self._everyday_words = frozenset(everyday)
        self._everyday = _Stems(self._everyday_words)
        self.mended = lru_cache(maxsize=16384)(self._mended)

    @cached_property
    def _by_start(self) -> Mapping[tuple[str, int], list[str]]:
        """Known words by first letter and length, the weightiest first."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._weights, key=lambda word: -self._weights[word]):
            if len(word) >= _SHORTEST_MENDED - 1:
                found[word[0], len(word)].append(word)
        return found

    @cached_property
    def _everyday_by_start(self) -> Mapping[tuple[str, int], list[str]]:
        """Everyday words by their first letters and length."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._everyday_words):
            found[word[:_SAME_LETTERS], len(word)].append(word)
        return found

    def mend(self, token: Token) -> Token:
        """Give ``token`` with its spelling mended, or as it is."""
        if len(token.word) < _SHORTEST_MENDED or not token.word.isascii() or not token.word.isalpha():
            return token
        word = self.mended(token.word)
        return token if word == token.word else Token(word, normalise.stem(word), token.start, token.end)

    def _mended(self, word: str) -> str:
        if word.endswith("in") and f"{word}g" in self._known:
            return f"{word}g"  # "achin", "killin"
        if self._is_of_its_own(_redoubled(word)) and word not in self._everyday_words:
            return _redoubled(word)
        if self.is_right(word):
            return word
        plain = _unstretched(word)
        if self.is_right(plain):
            return plain
        single = _unstretched(word, keep=1)
        if plain != word and self.is_right(single):
            return single
        return self._nearest(plain) or word

    def _is_of_its_own(self, word: str) -> bool:
        """Tell "spotting", which no rule makes of "spot", from "fitting", which is read in "fiting" too."""
        return word in self._weights and word in english.IRREGULAR

    def is_right(self, word: str) -> bool:
        """Tell whether ``word`` is spelt as some form of a vocabulary word or an everyday one."""
        if word in self._weights or word in self._known or word in self._everyday:
            return True
        return word in self._rarer

    @cached_property
    def _rarer(self) -> "_Stems":
        return _Stems(self._find_rarer())

    def _nearest(self, word: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = _errors_allowed(len(word))
        near: list[str] = []
        for first in dict.fromkeys(word[:2]):  # in order: a tie ends the same way after every start
            for length in range(len(word) - allowed, len(word) + allowed + 1):
                near.extend(self._by_start.get((first, length), ()))
        best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=allowed, processor=None)
        if best is None:
            return None
        found, errors, _ = best
        return self._likelier(word, str(found)) if _is_plausible(word, str(found), round(errors)) else None

    def _likelier(self, word: str, found: str) -> str:
        """Give an everyday word that is nearer to ``word`` ("compresion") than ``found`` ("compulsion"), or that.

        Of equally near ones, a word that illness is told in is likelier ("swets" is no "sweets").
        """
        near = (
            other
            for length in range(len(word) - 1, len(word) + 2)
            for other in self._everyday_by_start.get((word[:_SAME_LETTERS], length), ())
        )
        return min((found, *near), key=lambda other: _slip(word, other, self._weights.get(other, 0)))


class _Stems:
    """Words to compare by stem, cut when a word with the same first letters is first asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted(words)
        """What begins with the same letters stands together, and is looked up where it stands."""
        self._odd: dict[str, list[str]] = defaultdict(list)
        plain = filter(str.islower, filter(str.isascii, filter(str.isalpha, self._sorted)))
        for word in set(self._sorted).difference(plain) | _ODD.intersection(self._sorted):
            self._odd[_first_letters(word)].append(word)
        self._cut: set[str] = set()
        self._found: set[str] = set()

    def __contains__(self, word: str) -> bool:
        stem = normalise.stem(word)
        letters = stem[:_SAME_LETTERS]
        if letters not in self._cut:
            first = bisect.bisect_left(self._sorted, letters)
            last = bisect.bisect_right(self._sorted, letters + _LAST)
            self._found.update(map(normalise.stem, self._sorted[first:last]))
            self._found.update(map(normalise.stem, self._odd.get(letters, ())))
            self._cut.add(letters)
        return stem in self._found


_LAST = "\U0010ffff"
"""Sorts behind every word that goes on from the letters before it."""
_SHORTEST_MENDED = 5


def _errors_allowed(length: int) -> int:
    """How many wrong, missing, extra or swapped letters a word of ``length`` may hold and still be read."""
    if length < _SHORTEST_MENDED:
        return 0
    if length < 8:
        return 1
    return 2 if length < 12 else 3


def _slip(word: str, meant: str, weight: int) -> tuple[int, int, int]:
    """Give how unlikely ``word`` is meant to be ``meant``: by its errors, then by what is oftener meant and mistyped.

    A word that illness is told in comes first: with letters swapped, or no longer doubled, then with one left out.
    An everyday one that only lost a double letter ("carying") comes before it with any other error.
    """
    from rapidfuzz.distance import OSA

    shorter = len(word) < len(meant)
    single = shorter and _undoubled(word) == _undoubled(meant)
    likely = single or sorted(word) == sorted(meant)
    of_illness = 0 if likely else 1 if shorter else 3
    everyday = 2 if single else 4
    return OSA.distance(word, meant), of_illness if weight else everyday, -weight


def _is_plausible(word: str, found: str, errors: int) -> bool:
    """Tell a typing error from another word: fingers slip inside a word, seldom at both its ends."""
    if errors > _errors_allowed(min(len(found), len(word))):
        return False
    if errors == 1:
        return found[0] == word[0] or found[:2] == word[1::-1]
    return found[:2] == word[:2] and found[-1] == word[-1]


def _redoubled(word: str) -> str:
    """Give "spotting" for "spoting"; any other word as it is."""
    return f"{word[:-3]}{word[-4:]}" if word.endswith("ing") else word


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def _unstretched(word: str, keep: int = 2) -> str:
    return normalise.STRETCHED.sub(lambda run: run.group(1) * keep, word)
