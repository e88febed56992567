"""What in a message may speak for or against an alarm: the grounds on which it is weighed.

Rules know what somebody thought of; people find other words. So every message is also looked at as a heap of small
grounds, and what each of them is worth was learned from sentences people might write (`tests/evals/weigh.py`).
Nothing is hidden in it: a ground is a word, two words, a piece of one, a concept, or how it stands.
"""

import itertools
import math
from bisect import bisect_left
from collections.abc import Collection, Iterator

from bot.domain.recognition import Weights
from bot.understanding.cues.cue_reader import Page

_PIECE = 5
"""Letters of a piece of a word: endings and misspellings share most of theirs."""
_MOST_PAIRED = 16
"""Concepts of a stretch that are also looked at two by two: 120 pairs."""
_APART = 6
"""Words from one to another with which it is looked at: "if" is rarely beside what it makes a mere thought."""
SHORTEST = 2_000
"""Hundredths of squared rarity, as of four words: a message of less counts as if it were so long, for a word alone
("gp") tells little."""
_DENIALS = frozenset({"@negation", "@denial"})
_DENIAL_REACH = 6
_WINDOW, _STEP = 60, 30
"""Words of a stretch that is weighed by itself, and from one to the next; a usual message is one stretch."""


def heaps(page: Page, rules: Collection[str] = (), *, together: bool = True) -> list[set[str]]:
    """Name the grounds in a message: one heap, or one a stretch where it is long, so that nothing is drowned.

    ``rules``: what the rules made of it, the most likely first. ``together``: also look at what stands near what:
    concepts two by two, words that are not neighbours.
    Grounds: ``w:word``, ``b:two words``, ``c:piece``, ``s:word, later word``, ``k:concept`` (``k:concept!`` where it is
    not meant; two that are meant joined by ``+``), ``q:why it is not``, ``r:@role``, ``n:word denied``,
    ``first:rule``, ``rule:rule``. Linear in the message's length.
    """
    words = ["#" if word.text[0].isdigit() else word.text for word in page.words]
    concepts = sorted((start, ground) for start, ground in _concepts(page))
    starts = [start for start, _ in concepts]
    always = {f"rule:{rule}" for rule in rules} | {f"first:{rule}" for rule in itertools.islice(rules, 1)}
    found = []
    for stretch in _stretches(len(words)):
        first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.stop)
        grounds = {ground for _, ground in concepts[first:last]} | always
        if together:
            grounds.update(_apart(words[stretch.start : stretch.stop]))
            meant = sorted(each for each in grounds if each[:2] == "k:" and each[-1] != "!")[:_MOST_PAIRED]
            grounds.update(f"{one}+{other}" for one, other in itertools.combinations(meant, 2))
        grounds.update(_spelt(words[stretch.start : stretch.stop]))
        found.append(grounds)
    return found


def _stretches(size: int) -> list[range]:
    if size <= _WINDOW + _STEP:
        return [range(size)]
    return [range(at, at + _WINDOW) for at in range(0, size - _STEP, _STEP)]


def _spelt(words: list[str]) -> Iterator[str]:
    yield from (f"b:{first} {second}" for first, second in itertools.pairwise(["^", *words, "$"]))
    for word in set(words):
        yield f"w:{word}"
        framed = f"<{word}>"
        yield from (f"c:{framed[at : at + _PIECE]}" for at in range(len(framed) - _PIECE + 1))


def _apart(words: list[str]) -> Iterator[str]:
    framed = ["^", *words, "$"]
    for way in range(2, _APART + 1):
        yield from (f"s:{first} {later}" for first, later in zip(framed, framed[way:], strict=False))


def weigh(grounds: Collection[str], weights: Weights) -> list[float]:
    """Add up what the grounds are worth, one sum for each of ``weights.kinds``; of many, each counts less.

    Where a message is a vector with a place for each ground, it is brought to the length of one (the cosine of Salton
    and Buckley, Term-weighting approaches in automatic text retrieval, 1988). Linear in the number of grounds.
    """
    sums, squares = [0] * len(weights.kinds), 0
    number_of, starts, worths, rarities = (
        weights.grounds.get,
        weights.starts,
        weights.worths,
        weights.rarities,
    )
    for ground in grounds:
        number = number_of(ground)
        if number is not None:
            at = starts[number]
            squares += rarities[number]
            for kind in range(at + 1, at + worths[at], 2):
                sums[worths[kind]] += worths[kind + 1]
    scale = 0.1 / math.sqrt(max(squares, SHORTEST))  # both are hundredths
    return [bias + scale * total for bias, total in zip(weights.bias, sums, strict=True)]


def heaviest(grounds: Collection[str], weights: Weights, kind: int, most: int) -> list[str]:
    """Name the grounds that speak most for one kind, heaviest first: why it was weighed so."""

    def worth(ground: str) -> int:
        flat = weights.worth(ground)
        return next((flat[at + 1] for at in range(0, len(flat), 2) if flat[at] == kind), 0)

    return sorted(grounds, key=lambda ground: (-worth(ground), ground))[:most]


def _concepts(page: Page) -> Iterator[tuple[int, str]]:
    for name, mentions in page.mentions.items():
        for mention in mentions:
            if name.startswith("@"):
                yield mention.start, f"r:{name}"
                if name in _DENIALS:
                    yield from _denied(page, mention.end)
                continue
            reasons = page.circumstance(mention).reasons
            yield mention.start, f"k:{name}!" if reasons else f"k:{name}"
            for reason in reasons:
                yield mention.start, f"q:{reason}"


def _denied(page: Page, start: int) -> Iterator[tuple[int, str]]:
    """Name the words a denial may reach: a list runs on to the end of its sentence or of our patience."""
    for at in range(start, min(start + _DENIAL_REACH, len(page.words))):
        if page.words[at].sentence != page.words[start].sentence:
            return
        yield at, f"n:{page.words[at].text}"
