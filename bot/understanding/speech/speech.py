"""Hears in a rehearsed answer what carries it and what stands in its way.

Nothing here knows what is true or right to say; it counts words and finds phrases, so the same answer always gets the
same feedback, and each finding shows the words it rests on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain import speech
from bot.understanding.speech import speech_phrases
from bot.understanding.speech.speech_phrases import Span

LONGEST_TEXT = 2000
"""Characters that are listened to: more than two minutes of talking."""
_NEAR = 7
"""Words between a loss and what was lost, at most."""
_SIDE = 3
"""Words on each side of a change of matter that make two matters of it."""
_FEW_WORDS = 20
"""So few words hold one matter, even in two requests: "Please send it. Who do I call?" (eight seconds)."""
_MANY = 4
"""Questions that are too many, however short."""
_PILE = 2.0
"""Hedges that make a pile; a slight one weighs half."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was heard, and the words it rests on."""

    kind: speech.Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Ask:
    """A request: where it begins, to the end of its sentence; ``direct`` is one that a question word did not open."""

    span: Span
    direct: bool


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was heard in ``text``, in the order it was said, and the ``seconds`` it takes at 150 words a minute."""

    text: str
    seconds: float
    findings: tuple[Finding, ...]

    def has(self, kind: speech.Kind) -> bool:
        """Tell whether something of ``kind`` was heard."""
        return self.first(kind) is not None

    def first(self, kind: speech.Kind) -> Finding | None:
        """Give the first of ``kind``."""
        return next((each for each in self.findings if each.kind == kind), None)


class SpeechReader:
    """Reads answers with the phrases of one language."""

    def __init__(self, phrases: speech.Phrases) -> None:
        pattern = speech_phrases.pattern
        self.phrases = phrases
        self._requests, self._orders = pattern(phrases.requests), pattern(phrases.orders)
        self._clear_questions = pattern(phrases.clear_questions)
        self._questions, self._no_request = pattern(phrases.questions), pattern(phrases.no_request)
        self._joins, self._tags = pattern(phrases.joins), pattern(phrases.tags)
        self._lead_ins = pattern((*phrases.joins, *phrases.asides))
        self._shifts, self._adding = pattern(phrases.shifts), pattern(phrases.adding)
        self._pointing = pattern(phrases.pointing)
        self._limits, self._losses = pattern(phrases.limits), pattern(phrases.losses)
        self._activities, self._not_activities = pattern(phrases.activities), pattern(phrases.not_activities)
        self._self_blame, self._not_self_blame = pattern(phrases.self_blame), pattern(phrases.not_self_blame)
        self._accusations, self._kindly = pattern(phrases.accusations), pattern(phrases.kindly)
        self._insults, self._of_oneself = pattern(phrases.insults), pattern(phrases.of_oneself)
        self._slurs = pattern(phrases.slurs, phrases.aimed)
        self._hedges, self._half_hedges = pattern(phrases.hedges), pattern(phrases.half_hedges)

    def read(self, text: str) -> Feedback:
        """Listen to an answer; any text is answered, and the work is linear in its length."""
        said = speech_phrases.plain(text[:LONGEST_TEXT])
        findings = [
            *(Finding("ask", ask.span) for ask in self.asks(said)),
            *(Finding("function", span) for span in self._function(said)),
            *(Finding("self_blame", span) for span in self._made_small(said)),
            *(Finding("accusation", span) for span in self._accused(said)),
            *(Finding("insult", span) for span in self._insulted(said)),
            *(Finding("two_things", span) for span in self._second(said)),
            *(Finding("hedges", span) for span in self._pile(said)),
            *(Finding("long", span) for span in _beyond_a_breath(text)),
        ]
        ordered = sorted(findings, key=lambda each: (each.span, each.kind))
        return Feedback(text, seconds(text), tuple(ordered))

    def asks(self, said: str) -> tuple[Ask, ...]:
        """List the requests of a plain text, one a clause."""
        off = (*speech_phrases.spans(self._no_request, said), *self._accused(said))
        return tuple(ask for each in speech_phrases.sentences(said) for ask in self._asks(said, each, off))

    def _asks(self, said: str, sentence: Span, off: tuple[Span, ...]) -> Iterator[Ask]:
        found = sorted(self._openings(said, sentence), key=lambda each: each[0])
        last: Span | None = None
        for span, direct in found:
            if span.meets(off) or not _says_more(said, span, sentence):
                continue
            if last is None or self._breaks(said[last.end : span.start]):
                yield Ask(Span(span.start, sentence.end), direct)
            last = span
        if last is None and self._is_question(said, sentence) and not sentence.meets(off):
            yield Ask(sentence, direct=False)

    def _openings(self, said: str, sentence: Span) -> Iterator[tuple[Span, bool]]:
        questioned = said[sentence.start : sentence.end].endswith("?")
        yield from ((each, True) for each in speech_phrases.spans(self._requests, said, sentence))
        for each in speech_phrases.spans(self._orders, said, sentence):
            if self._opens_clause(said[sentence.start : each.start]):
                yield each, True
        for each in speech_phrases.spans(self._clear_questions, said, sentence):
            if self._opens_clause(said[sentence.start : each.start]):
                yield each, False
        for each in speech_phrases.spans(self._questions, said, sentence):
            before = said[sentence.start : each.start]
            if self._opens_sentence(before) or (questioned and self._opens_clause(before)):
                yield each, False

    def _opens_sentence(self, before: str) -> bool:
        """Tell whether nothing but "so", "and", "well" and the like stands before."""
        return not self._lead_ins.sub("", before).strip(" ,;:-\u2013\u2014\"'(")

    def _opens_clause(self, before: str) -> bool:
        bare = before.rstrip()
        ends = [each.end for each in speech_phrases.spans(self._joins, before)]
        return not bare or bare[-1] in ',;:-\u2013\u2014("' or len(bare) in ends

    def _breaks(self, between: str) -> bool:
        return any(mark in between for mark in ",;:.\u2013\u2014") or bool(self._joins.search(between))

    def _is_question(self, said: str, sentence: Span) -> bool:
        words = said[sentence.start : sentence.end].rstrip("?.! ")
        tagged = any(each.end == len(words) for each in speech_phrases.spans(self._tags, words))
        return said[sentence.start : sentence.end].endswith("?") and not tagged

    def _second(self, said: str) -> Iterator[Span]:
        """Find the second thing in one breath: a change of matter, another request, or many questions."""
        for each in speech_phrases.spans(self._shifts, said):
            if min(len(said[: each.start].split()), len(said[each.end :].split())) >= _SIDE:
                yield each
        asks = self.asks(said)
        much = len(said.split()) > _FEW_WORDS
        for number, ask in enumerate(asks[1:], start=1):
            until = asks[number + 1].span.start if number + 1 < len(asks) else ask.span.end
            own = Span(ask.span.start, max(ask.span.start, min(ask.span.end, until)))
            added = self._adding.search(said, asks[number - 1].span.start, own.end)
            beside = bool(added) or (much and ask.direct) or (number >= _MANY - (2 if much else 1))
            if beside and not self._pointing.search(own.of(said)):
                yield own

    def _function(self, said: str) -> Iterator[Span]:
        yield from speech_phrases.spans(self._limits, said)
        off = tuple(speech_phrases.spans(self._not_activities, said))
        for sentence in speech_phrases.sentences(said):
            losses = tuple(speech_phrases.spans(self._losses, said, sentence))
            for done in speech_phrases.spans(self._activities, said, sentence) if losses else ():
                loss = min(losses, key=lambda each: speech_phrases.words_between(said, each, done))
                if not done.meets(off) and speech_phrases.words_between(said, loss, done) <= _NEAR:
                    yield Span(min(loss.start, done.start), max(loss.end, done.end))
                    break

    def _made_small(self, said: str) -> Iterator[Span]:
        yield from _save(self._self_blame, self._not_self_blame, said)

    def _accused(self, said: str) -> Iterator[Span]:
        yield from _save(self._accusations, self._kindly, said)

    def _insulted(self, said: str) -> Iterator[Span]:
        yield from speech_phrases.spans(self._slurs, said)
        of_oneself = tuple(speech_phrases.spans(self._of_oneself, said))
        for each in speech_phrases.spans(self._insults, said):
            near = (said[own.end : each.start] for own in of_oneself if own.end <= each.start)
            if not any(len(between.split()) <= _SIDE - 1 for between in near):
                yield each

    def _pile(self, said: str) -> Iterator[Span]:
        whole = tuple(speech_phrases.spans(self._hedges, said))
        half = tuple(each for each in speech_phrases.spans(self._half_hedges, said) if not each.meets(whole))
        if len(whole) + len(half) / 2 >= _PILE:
            yield Span(min((*whole, *half)).start, max(each.end for each in (*whole, *half)))


def seconds(text: str) -> float:
    """Tell how many seconds ``text`` takes at an easy 150 words a minute."""
    return len(text.split()) * 60 / speech.WORDS_A_MINUTE


def _save(meant: re.Pattern[str], other: re.Pattern[str], said: str) -> Iterator[Span]:
    """List where ``meant`` stands and not as a part of ``other``."""
    off = tuple(speech_phrases.spans(other, said))
    return (each for each in speech_phrases.spans(meant, said) if not each.meets(off))


def _says_more(said: str, span: Span, sentence: Span) -> bool:
    """Tell whether a request goes on: "please" at the end, or "can you", asks nothing by itself."""
    return len(said[span.start : sentence.end].split()) >= _SIDE


def _beyond_a_breath(text: str) -> Iterator[Span]:
    if seconds(text) > speech.LONGEST_SECONDS:
        yield Span(0, len(text))
