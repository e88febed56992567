"""Turns a message into the concepts it mentions and how each stands: the common ground of alerts and situations."""

import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.recognition import Joined, Measure, Speech
from bot.understanding.cues import cue_numbers
from bot.understanding.cues.cue_phrases import PhraseIndex, Span
from bot.understanding.cues.cue_words import Splitter, Word
from bot.understanding.cues.standing import Circumstance, Standing

Terms = tuple[tuple[str, ...], ...]
"""A combination: every term must be met, by any of its concepts."""
_NEWS = "other"
_MOST_JOINTS = 64
"""Of one concept in one message; whoever says a thing more often means nothing new by it."""
_ONE_MESSAGE = 4096
"""Characters Telegram puts into one message; a longer text is read in pieces of that size."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One concept found: its extent, and the words it rests on (several where concepts were joined)."""

    start: int
    end: int
    parts: tuple[Span, ...]


def combined(judged: Sequence[Circumstance]) -> Circumstance:
    """Judge what rests on several words; news of others counts if any part of it is happening now."""
    reasons = frozenset().union(*(one.reasons for one in judged))
    if not all(_NEWS in one.reasons for one in judged):
        reasons -= {_NEWS}
    return Circumstance(reasons, any(one.other for one in judged))


class Page:
    """One message, read."""

    def __init__(self, words: list[Word], mentions: dict[str, list[Mention]], standing: Standing) -> None:
        self.words, self.mentions, self._standing = words, mentions, standing
        self._judged: dict[tuple[Span, ...], Circumstance] = {}

    def circumstance(self, mention: Mention) -> Circumstance:
        """Judge a mention by all the words it rests on."""
        judged = self._judged.get(mention.parts)
        if judged is None:
            judged = combined([self._standing.of(part) for part in mention.parts])
            self._judged[mention.parts] = judged
        return judged

    def is_figure(self, mention: Mention) -> bool:
        """Say whether any word the mention rests on is part of a figure of speech."""
        return any(self._standing.is_figure(part) for part in mention.parts)

    def may_hold(self, terms: Terms) -> bool:
        """Say whether every term is at least mentioned, before anything is judged."""
        mentions = self.mentions
        for term in terms:
            for name in term:
                if name in mentions:
                    break
            else:
                return False
        return True

    def together(
        self, terms: Terms, within: int, usable: Callable[[str, Mention], bool], *, in_order: bool = False
    ) -> Iterator[tuple[Mention, ...]]:
        """Find where all ``terms`` are met by usable mentions no further apart than ``within`` words."""
        if not self.may_hold(terms):
            return
        offers = []
        for term in terms:
            offer = [m for name in term for m in self.mentions.get(name, ()) if usable(name, m)]
            if not offer:
                return
            offers.append(sorted(offer, key=_start))
        for first in offers[0]:
            chosen = [first]
            for offer in offers[1:]:
                near = self._nearest(offer, chosen, in_order=in_order)
                if near is None:
                    break
                chosen.append(near)
            if len(chosen) == len(offers) and self._extent(chosen) <= within:
                yield tuple(chosen)

    def _nearest(self, offer: list[Mention], chosen: list[Mention], *, in_order: bool) -> Mention | None:
        """Pick the mention that stands nearest to those chosen and is not one of them."""
        at = bisect_left(offer, chosen[-1].start, key=_start)
        best, best_gap = None, 0
        for candidate in offer[max(at - 2, 0) : at + 3]:
            if in_order and candidate.start < chosen[-1].end:
                continue
            if any((candidate.start, candidate.end) == (one.start, one.end) for one in chosen):
                continue
            gap = self._extent([candidate, *chosen])
            if best is None or gap < best_gap:
                best, best_gap = candidate, gap
        return best

    def _extent(self, mentions: list[Mention]) -> int:
        first, last = min([m.start for m in mentions]), max([m.end for m in mentions]) - 1
        return self.words[last].at - self.words[first].at + 1


class CueReader:
    """Knows the concepts of one content file and reads messages into pages."""

    def __init__(
        self,
        speech: Speech,
        concepts: Mapping[str, tuple[str, ...]],
        joined: Mapping[str, Joined],
        measures: tuple[Measure, ...] = (),
    ) -> None:
        self._splitter = Splitter(speech)
        context = {"@" + role: phrases for role, phrases in speech.context.items()}
        self._index = PhraseIndex({**concepts, **context}, speech, self._splitter)
        self._joined = [(name, [terms(line) for line in one.of], one) for name, one in joined.items()]
        self._measures, self._numbers = measures, speech.numbers

    def pages(self, text: str) -> list[Page]:
        """Read ``text``, in pieces where it is longer than one message can be."""
        return [self._page(text[i : i + _ONE_MESSAGE]) for i in range(0, len(text), _ONE_MESSAGE)]

    def _page(self, text: str) -> Page:
        words = self._splitter.split(text)
        found = self._index.find(words.items)
        for concept, spans in cue_numbers.read(words.items, found, self._measures, self._numbers).items():
            found[concept] = sorted({*found.get(concept, ()), *spans})
        mentions = {name: [Mention(*span, (span,)) for span in spans] for name, spans in found.items()}
        page = Page(words.items, mentions, Standing(words, found))
        for name, lines, one in self._joined:
            for line in lines:
                if not page.may_hold(line):
                    continue
                near = page.together(line, one.within, _any, in_order=one.in_order)
                joints = [_joint(chosen) for chosen in itertools.islice(near, _MOST_JOINTS)]
                if joints:
                    mentions.setdefault(name, []).extend(joints)
            if name in mentions:
                mentions[name] = list({(m.start, m.end): m for m in mentions[name]}.values())
        return page


def terms(line: str) -> Terms:
    """Read a combination as it is written in content: "chest_pain sweat|breathless"."""
    return tuple(tuple(term.split("|")) for term in line.split())


def _joint(chosen: tuple[Mention, ...]) -> Mention:
    parts = tuple(part for one in chosen for part in one.parts)
    return Mention(min(one.start for one in chosen), max(one.end for one in chosen), parts)


def _any(_: str, __: Mention) -> bool:
    return True


def _start(mention: Mention) -> int:
    return mention.start
