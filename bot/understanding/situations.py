"""Names the barrier behind what a patient describes, best first, and nothing where nothing fits.

Each barrier gathers weight from cues that somebody wrote; then everything in the message is weighed, those cues
among it, by what our taught sentences say it is worth (`cues.evidence`). Where harm is described, no
barrier that makes an alliance is ever offered beside it.
"""

import functools
from collections.abc import Callable

from bot.domain.recognition import SituationCues, Situations, Weights
from bot.understanding.cues import evidence
from bot.understanding.cues.cue_reader import CueReader, Mention, Page, Terms, terms

_OFFERED = 3
_SURE = 0.4
"""A barrier that weighs more is named, also where hardly anything tells that one is described ("waiting 9 weeks")."""
_NEAR = 1.2
"""What weighs less than the best by more than this is not offered beside it: it would be a guess at random."""
ANY = "any"
"""Among the kinds that are weighed: whether any barrier is described at all."""


Usable = Callable[[str, Mention], bool]


class _Barrier:
    """One barrier's cues made ready."""

    def __init__(self, barrier: SituationCues) -> None:
        self.barrier = barrier
        self.cues: list[tuple[Terms, float, int]] = [
            (terms(cue.when), cue.weight, cue.within) for cue in barrier.cues
        ]


class SituationReader:
    """Ranks barriers by the cues of one language and the weights learned from its taught sentences."""

    def __init__(self, cues: Situations, weights: Weights) -> None:
        self._reader = CueReader(cues.speech, cues.concepts, cues.joined)
        self._weights = weights
        self._of = {barrier.id: _Barrier(barrier) for barrier in cues.barriers}
        self._yields = {barrier.id: frozenset(barrier.yields_to) for barrier in cues.barriers}
        self._threshold = cues.threshold

    def rank(self, text: str) -> tuple[str, ...]:
        """Return at most three barrier ids, best first; empty where none fits.

        Any text of any length and script is answered; the work is linear in its length.
        """
        sums = [evidence.weigh(grounds, self._weights) for grounds in self.grounds(text)]
        worth = dict(zip(self._weights.kinds, map(max, zip(*sums, strict=True)), strict=True)) if sums else {}
        described = worth.pop(ANY, 0.0) > 0
        likely = sorted(worth, key=lambda name: -worth[name])[:_OFFERED]
        likely = [name for name in likely if worth[name] >= worth[likely[0]] - _NEAR]
        if not likely or not (described or worth[likely[0]] > _SURE) or self._is_denied(text, likely[0]):
            return ()
        found = {likely[0], *(name for name in likely if worth[name] > 0)}
        return tuple(name for name in likely if self._yields[name].isdisjoint(found))

    def grounds(self, text: str) -> list[set[str]]:
        """Name everything in ``text`` that is weighed, stretch by stretch: what the weights are learned from."""
        return [
            heap
            for page in self._reader.pages(text)
            for heap in evidence.heaps(page, self._by_cues(page), together=False)
        ]

    def _is_denied(self, text: str, name: str) -> bool:
        """Say whether all that speaks for a barrier is that it was denied ("i was not rushed at all")."""
        barrier = self._of[name]
        scores = [(_score(barrier, page), _score(barrier, page, _any)) for page in self._reader.pages(text)]
        return not any(meant for meant, _ in scores) and any(said >= self._threshold for _, said in scores)

    def _by_cues(self, page: Page) -> list[str]:
        """Rank the barriers that cues speak for, the likeliest first."""
        scores = {one.barrier.id: _score(one, page) for one in self._of.values()}
        found = [name for name, score in scores.items() if score >= self._threshold]
        return sorted(found, key=lambda name: -scores[name])


def _score(one: _Barrier, page: Page, usable: Usable | None = None) -> float:
    if any(name in page.mentions for name in one.barrier.unless):
        return 0.0
    denied = {mention.end for mention in page.mentions.get("@negation", ())}
    usable = usable or functools.partial(_usable, page, denied)
    return sum(
        weight
        for combination, weight, within in one.cues
        if next(page.together(combination, within, usable), None)
    )


def _usable(page: Page, denied: set[int], _: str, mention: Mention) -> bool:
    """Say whether a mention is meant.

    Barriers are made of refusals ("wouldn't get me an interpreter"), so only what is denied directly is
    ("not denied") taken as denied.
    """
    return mention.start not in denied and not page.is_figure(mention)


def _any(_: str, __: Mention) -> bool:
    return True
