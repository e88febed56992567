"""Finds every phrase of every concept in one pass over the words, so that many rules cost hardly more than one.

The phrases are laid into one tree by their words. From each word of a message the tree is followed as far as it
goes; a phrase has few words and few gaps, so the work is linear in the length of the message.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain.recognition import Speech
from bot.understanding.cue_spelling import Speller
from bot.understanding.cue_words import Splitter, Word

Span = tuple[int, int]
"""First word and one past the last."""
_NUMBER, _YEAR = "<n>", "<year>"
_FILLERS_SKIPPED = 3
_DEFAULT_GAP = 3
_CACHED_WORDS = 4096
_YEARS = re.compile(r"(?:19[3-9]|20[0-3])\d$")
_ONE_READING = re.compile(r"[a-z ]+$")
_PARTS = re.compile(r"[^\W\d_]+\*?|\d+(?:[./]\d+)*|<n>|<year>")


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    gaps: dict[int, "_Node"] = field(default_factory=dict)
    ends: list[str] = field(default_factory=list)


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

    def _branch(self, children: dict[str, _Node], start: int, low: int, high: int) -> None:
        for at in range(low, high):
            for key in self.keys[at]:
                child = children.get(key)
                if child is not None:
                    self.follow(child, start, at + 1)


class PhraseIndex:
    """All phrases of ``concepts``, ready to be looked for."""

    def __init__(self, concepts: Mapping[str, Iterable[str]], speech: Speech, splitter: Splitter) -> None:
        self._root = _Node()
        self._fillers = frozenset(speech.fillers)
        self._denials = frozenset(speech.context.get("negation", ()))
        self._splitter = splitter
        for concept, phrases in concepts.items():
            for phrase in phrases:
                for elements in self._readings(phrase):
                    self._lay(elements, concept)
        keys = set(_all_keys(self._root))
        self._words = {key for key in keys if not key.endswith("*")}
        self._stems = {key for key in keys if key.endswith("*")}
        self._speller = Speller(
            self._words | {stem[:-1] for stem in self._stems}, {*speech.not_typos, *speech.fillers}
        )
        self._cache: dict[str, tuple[str, ...]] = {}

    def find(self, words: list[Word]) -> dict[str, list[Span]]:
        """Return for each concept found its spans in ``words``, by first word."""
        walk = _Walk(words, [self.keys(word.text) for word in words], self._fillers, self._denials)
        for start, keys in enumerate(walk.keys):
            for key in keys:
                node = self._root.children.get(key)
                if node is not None:
                    walk.follow(node, start, start + 1)
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

    def _lay(self, elements: tuple[str, ...], concept: str) -> None:
        while elements and elements[-1][0] == "~":
            elements = elements[:-1]  # nothing need follow
        node = self._root
        for element in elements:
            if element[0] == "~":
                node = node.gaps.setdefault(int(element[1:] or _DEFAULT_GAP), _Node())
            else:
                node = node.children.setdefault(element, _Node())
        if concept not in node.ends:
            node.ends.append(concept)

    def _readings(self, phrase: str) -> Iterable[tuple[str, ...]]:
        """Spell out the alternatives and optional words of ``phrase``."""
        if _ONE_READING.match(phrase):
            yield tuple(self._splitter.rewrite(phrase.split()))
            return
        choices: list[list[tuple[str, ...]]] = []
        for part in phrase.split():
            if part[0] == "~":
                choices.append([(part,)])
                continue
            optional = part[0] == "(" and part[-1] == ")"
            options = [self._plain(option) for option in part.strip("()").split("|")]
            choices.append([*options, ()] if optional else options)
        for choice in itertools.product(*choices):
            yield tuple(self._splitter.rewrite(list(itertools.chain.from_iterable(choice))))

    @staticmethod
    def _plain(option: str) -> tuple[str, ...]:
        return tuple(_PARTS.findall(option.lower().replace("'", "").replace("_", " ")))


def _all_keys(root: _Node) -> Iterable[str]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield from node.children
        waiting.extend(node.children.values())
        waiting.extend(node.gaps.values())
