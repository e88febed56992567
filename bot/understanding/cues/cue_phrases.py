"""Finds every phrase of every concept in one pass over the words, so that many rules cost hardly more than one.

The phrases are laid into one tree by their words. From each word of a message the tree is followed as far as it
goes; a phrase has few words and few gaps, so the work is linear in the length of the message. Most places of the tree
no message ever comes to, so what lies below one is laid out when the first does: laid out at once they took 30 MB.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.recognition import Speech
from bot.understanding.cues.cue_spelling import Speller
from bot.understanding.cues.cue_words import Splitter, Word

Span = tuple[int, int]
"""First word and one past the last."""
_NUMBER, _YEAR = "<n>", "<year>"
_FILLERS_SKIPPED = 3
_DEFAULT_GAP = 3
_CACHED_WORDS = 4096
_YEARS = re.compile(r"(?:19[3-9]|20[0-3])\d$")
_PARTS = re.compile(r"[^\W\d_]+\*?|\d+(?:[./]\d+)*|<n>|<year>")


_Waiting = tuple[tuple[str, ...], int, str]
"""What is yet to be laid out: the elements of a phrase, how many of them lie behind, and its concept."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A place in the tree: the concepts whose phrases end here, what lies below by the next word, and by a gap."""

    ends: tuple[str, ...]
    children: dict[str, "_Node | list[_Waiting]"]
    gaps: dict[int, "_Node"]


class _Walk:
    """Follows the tree over one message's words and gathers what it finds."""

    def __init__(
        self,
        words: list[Word],
        keys: list[tuple[str, ...]],
        fillers: frozenset[str],
        denials: frozenset[str],
    ) -> None:
        self.keys = keys
        self.found: dict[str, set[Span]] = {}
        size = len(words)
        self._edge = [size] * (size + 1)
        self._reach = [size] * (size + 1)
        # A gap may reach a denial ("throat isn't") but never skip one ("throat isn't closing").
        self._denied = [size + 1] * (size + 1)
        fills = [word.text in fillers for word in words]
        for i in range(size - 1, -1, -1):
            self._denied[i] = i + 1 if words[i].text in denials else self._denied[i + 1]
            ends = i + 1 == size or words[i + 1].sentence != words[i].sentence
            self._edge[i] = i + 1 if ends else self._edge[i + 1]
            at = i
            while at + 1 < self._edge[i] and at - i < _FILLERS_SKIPPED and fills[at]:
                at += 1
            self._reach[i] = at + 1

    def follow(self, node: _Node, start: int, here: int) -> None:
        """Note the phrases that end at ``node`` and go on from the word at ``here``."""
        for concept in node.ends:
            self.found.setdefault(concept, set()).add((start, here))
        edge = self._edge[start]
        if here < edge:
            self._branch(node.children, start, here, self._reach[here])
            for size, gap in node.gaps.items():
                self._branch(gap.children, start, here, min(here + size + 1, edge, self._denied[here]))

    def _branch(self, children: dict[str, _Node | list[_Waiting]], start: int, low: int, high: int) -> None:
        for at in range(low, high):
            for key in self.keys[at]:
                child = children.get(key)
                if child is not None:
                    if isinstance(child, list):
                        child = children[key] = _laid_out(child)
                    self.follow(child, start, at + 1)


class PhraseIndex:
    """All phrases of ``concepts``, ready to be looked for.

    Few of the thousands of first words ever come up, so the tree below a word is grown when that word is first met.
    """

    def __init__(self, concepts: Mapping[str, Iterable[str]], speech: Speech, splitter: Splitter) -> None:
        self._grown: dict[str, _Node] = {}
        self._seeds: dict[str, list[tuple[str, str]]] = {}
        self._fillers = frozenset(speech.fillers)
        self._denials = frozenset(speech.context.get("negation", ()))
        self._splitter = splitter
        for concept, phrases in concepts.items():
            for phrase in phrases:
                for head in self._heads(phrase):
                    self._seeds.setdefault(head, []).append((phrase, concept))
        keys = set(_PARTS.findall(_joined(concepts))).union(*splitter.rewritten)
        self._words = {key for key in keys if not key.endswith("*")}
        self._stems = keys - self._words
        self._speller = Speller(
            self._words | {stem[:-1] for stem in self._stems}, {*speech.not_typos, *speech.fillers}
        )
        self._cache: dict[str, tuple[str, ...]] = {}

    def find(self, words: list[Word]) -> dict[str, list[Span]]:
        """Return for each concept found its spans in ``words``, by first word."""
        walk = _Walk(words, [self.keys(word.text) for word in words], self._fillers, self._denials)
        for start, keys in enumerate(walk.keys):
            for key in keys:
                if key in self._seeds:
                    walk.follow(self._grown.get(key) or self._grow(key), start, start + 1)
        return {concept: sorted(spans) for concept, spans in walk.found.items()}

    def keys(self, text: str) -> tuple[str, ...]:
        """Return the keys of the tree that the word ``text`` answers to, its spelling mended if it must be."""
        known = self._cache.get(text)
        if known is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            known = self._cache[text] = self._keys(text)
        return known

    def _keys(self, text: str) -> tuple[str, ...]:
        if text[0].isdigit():
            kinds = (_NUMBER, _YEAR) if _YEARS.match(text) else (_NUMBER,)
            return (text, *kinds) if text in self._words else kinds
        own = self._exact(text)
        if own or text in self._fillers:
            return own
        meant = self._speller.correct(text)
        return self._exact(meant) if meant else ()

    def _exact(self, text: str) -> tuple[str, ...]:
        stems = (text[:size] + "*" for size in range(2, len(text) + 1))
        own = (text,) if text in self._words else ()
        return (*own, *(stem for stem in stems if stem in self._stems))

    def _grow(self, head: str) -> _Node:
        """Lay out what begins with ``head``; another thread may do the same at the same time, and then one stays."""
        waiting = [
            (_up_to_a_word(elements), 1, concept)
            for phrase, concept in self._seeds[head]
            for elements in self._readings(phrase, head)
        ]
        grown = self._grown.setdefault(head, _laid_out(waiting))
        self._seeds[head] = []
        return grown

    def _heads(self, phrase: str) -> Iterable[str]:
        """List the words that ``phrase`` may begin with."""
        first = phrase.partition(" ")[0]
        if first.isalpha() and first not in self._splitter.starts:
            return (first,)  # most phrases: worth a short cut
        if first[0] == "(" or not self._splitter.starts.isdisjoint(_PARTS.findall(_plain(first))):
            up_to_gap = phrase.partition(" ~")[0]  # nothing is written otherwise across a gap
            return {elements[0] for elements in self._readings(up_to_gap)}
        return {_PARTS.findall(option)[0] for option in _plain(first).split("|")}

    def _readings(self, phrase: str, head: str = "") -> Iterable[tuple[str, ...]]:
        """Spell out the alternatives and optional words of ``phrase``, all or those that begin with ``head``."""
        choices: list[list[tuple[str, ...]]] = []
        for part in phrase.split():
            if part[0] == "~":
                choices.append([(part,)])
                continue
            optional = part[0] == "(" and part[-1] == ")"
            options = [tuple(_PARTS.findall(option)) for option in _plain(part).split("|")]
            choices.append([*options, ()] if optional else options)
        if head and () not in choices[0] and any(option[0] == head for option in choices[0]):
            choices[0] = [option for option in choices[0] if option[0] == head or self._may_change(option)]
        for choice in itertools.product(*choices):
            elements = tuple(self._splitter.rewrite(list(itertools.chain.from_iterable(choice))))
            if not head or elements[0] == head:
                yield elements

    def _may_change(self, option: tuple[str, ...]) -> bool:
        return not self._splitter.starts.isdisjoint(option)


def _up_to_a_word(elements: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the gaps at the end of a phrase: nothing need follow."""
    while elements[-1][0] == "~":
        elements = elements[:-1]
    return elements


def _laid_out(waiting: Iterable[_Waiting]) -> _Node:
    ends: list[str] = []
    following: dict[str, list[_Waiting]] = {}
    gaps: dict[int, list[_Waiting]] = {}
    for elements, behind, concept in waiting:
        if behind == len(elements):
            ends.append(concept)
            continue
        element = elements[behind]
        if element[0] == "~":
            below = gaps.setdefault(int(element[1:] or _DEFAULT_GAP), [])
        else:
            below = following.setdefault(element, [])
        below.append((elements, behind + 1, concept))
    after_gaps = {size: _laid_out(below) for size, below in gaps.items()}
    return _Node(tuple(dict.fromkeys(ends)), {**following}, after_gaps)


def _joined(concepts: Mapping[str, Iterable[str]]) -> str:
    return _plain(" ".join(itertools.chain.from_iterable(concepts.values())))


def _plain(text: str) -> str:
    return text.lower().replace("'", "").replace("_", " ")
