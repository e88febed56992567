"""Names the barrier behind what a patient describes, best first, and nothing where nothing fits.

Each barrier gathers weight from cues; the weights are content, so whoever edits the words can also say what
they are worth. Where harm is described, no barrier that makes an alliance is ever offered beside it.
"""

import functools

from bot.domain.recognition import SituationCues, Situations
from bot.understanding.cue_reader import CueReader, Mention, Page, Terms, terms

_OFFERED = 3


class _Barrier:
    """One barrier's cues made ready."""

    def __init__(self, barrier: SituationCues) -> None:
        self.barrier = barrier
        self.cues: list[tuple[Terms, float, int]] = [
            (terms(cue.when), cue.weight, cue.within) for cue in barrier.cues
        ]


class SituationReader:
    """Ranks barriers by the cues of one language."""

    def __init__(self, cues: Situations) -> None:
        self._reader = CueReader(cues.speech, cues.concepts, cues.joined)
        self._barriers = [_Barrier(barrier) for barrier in cues.barriers]
        self._yields = {barrier.id: frozenset(barrier.yields_to) for barrier in cues.barriers}
        self._threshold = cues.threshold

    def rank(self, text: str) -> tuple[str, ...]:
        """Return at most three barrier ids, best first; empty where none fits.

        Any text of any length and script is answered; the work is linear in its length.
        """
        scores: dict[str, float] = {}
        for page in self._reader.pages(text):
            for one in self._barriers:
                score = _score(one, page)
                if score:
                    scores[one.barrier.id] = scores.get(one.barrier.id, 0.0) + score
        found = [name for name, score in scores.items() if score >= self._threshold]
        offered = [name for name in found if self._yields[name].isdisjoint(found)]
        return tuple(sorted(offered, key=lambda name: -scores[name])[:_OFFERED])


def _score(one: _Barrier, page: Page) -> float:
    if any(name in page.mentions for name in one.barrier.unless):
        return 0.0
    usable = functools.partial(_usable, page, {mention.end for mention in page.mentions.get("@negation", ())})
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
