"""What in a message may speak for or against an alarm: the grounds on which it is weighed.

Rules know what somebody thought of; people find other words. So every message is also looked at as a heap of small
grounds, and what each of them is worth was learned from sentences people might write (`tests/evals/weigh.py`).
Nothing is hidden in it: a ground is a word, two words, a piece of one, a concept, or how it stands.
"""

import itertools
import math
from collections.abc import Collection, Iterator

from bot.domain.recognition import Weights
from bot.understanding.cue_reader import Mention, Page

_PIECE = 5
"""Letters of a piece of a word: endings and misspellings share most of theirs."""
_MOST_PAIRED = 16
"""Concepts of a stretch that are also looked at two by two: 120 pairs."""
_WINDOW, _STEP = 60, 30
"""Words of a stretch that is weighed by itself, and from one to the next; a usual message is one stretch."""


def of(
    page: Page, rules: Collection[str] = (), within: range | None = None, *, in_pairs: bool = True
) -> set[str]:
    """Name the grounds in a message; ``rules``: what the rules made of it, the most likely first.

    ``within``: the words looked at, all where it is None. ``w:word``, ``b:two words``, ``c:piece``, ``k:concept``
    (``k:concept!`` where it is not meant; two that are meant joined by ``+``), ``q:why it is not``, ``r:@role``,
    ``first:rule``, ``rule:rule``.
    """
    seen = page.words if within is None else page.words[within.start : within.stop]
    words = ["#" if word.text[0].isdigit() else word.text for word in seen]
    grounds = {f"w:{word}" for word in words}
    framed = ["^", *words, "$"]
    grounds.update(f"b:{first} {second}" for first, second in itertools.pairwise(framed))
    for word in set(words):
        framed_word = f"<{word}>"
        grounds.update(f"c:{framed_word[at : at + _PIECE]}" for at in range(len(framed_word) - _PIECE + 1))
    for name, mentions in page.mentions.items():
        for mention in mentions:
            if within is None or mention.start in within:
                grounds.update(_concept(page, name, mention))
    if in_pairs:
        meant = sorted(each for each in grounds if each[:2] == "k:" and each[-1] != "!")[:_MOST_PAIRED]
        grounds.update(f"{first}+{second}" for first, second in itertools.combinations(meant, 2))
    grounds.update(f"rule:{rule}" for rule in rules)
    grounds.update(f"first:{rule}" for rule in itertools.islice(rules, 1))
    return grounds


def windows(page: Page) -> list[range | None]:
    """Cut a long message into overlapping stretches, so that nothing alarming is drowned; None stands for all of it."""
    size = len(page.words)
    if size <= _WINDOW + _STEP:
        return [None]
    return [range(at, at + _WINDOW) for at in range(0, size - _STEP, _STEP)]


def weigh(grounds: Collection[str], weights: Weights) -> list[float]:
    """Add up what the grounds are worth, one sum for each of ``weights.kinds``; of many, each counts less.

    Linear in the number of grounds.
    """
    sums = [0] * len(weights.kinds)
    worth = weights.of
    for ground in grounds:
        flat = worth.get(ground)
        if flat:
            for at in range(0, len(flat), 2):
                sums[flat[at]] += flat[at + 1]
    scale = 0.01 / math.sqrt(len(grounds) or 1)
    return [bias + scale * total for bias, total in zip(weights.bias, sums, strict=True)]


def heaviest(grounds: Collection[str], weights: Weights, kind: int, most: int) -> list[str]:
    """Name the grounds that speak most for one kind, heaviest first: why it was weighed so."""

    def worth(ground: str) -> int:
        flat = weights.of.get(ground, ())
        return next((flat[at + 1] for at in range(0, len(flat), 2) if flat[at] == kind), 0)

    return sorted(grounds, key=lambda ground: (-worth(ground), ground))[:most]


def _concept(page: Page, name: str, mention: Mention) -> Iterator[str]:
    if name.startswith("@"):
        yield f"r:{name}"
        return
    reasons = page.circumstance(mention).reasons
    yield f"k:{name}!" if reasons else f"k:{name}"
    for reason in reasons:
        yield f"q:{reason}"
