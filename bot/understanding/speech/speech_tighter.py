"""Offers a tighter version of an answer, from the patient's own words.

It leaves out, moves and, where a whole clause is a known accusation, says it plainly. It adds no fact and takes away
no doubt: "maybe" goes from a request, never from what a patient tells. Where the grammar is not safe nothing is
offered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain import speech
from bot.understanding.speech import speech_phrases
from bot.understanding.speech.speech import Feedback, SpeechReader, seconds
from bot.understanding.speech.speech_phrases import Span, plain

_IN_THE_WAY: tuple[speech.Kind, ...] = (
    "insult",
    "accusation",
    "self_blame",
    "two_things",
    "hedges",
    "long",
)
_OWN_WORDS = 4
"""A clause with more words than these beside an apology tells something, and stays."""
_FEWEST_WORDS = 3
_WORTH_IT = 2
"""Words that must go before a version without other merit is offered."""
_COMMAS = re.compile(r"\s*,(?:\s*,)*")
_SELF = re.compile(r"\bi(?=$|['\u2019]|[\s,.?!])")
_DASHES = "\u2013\u2014"


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a sentence, what joins it to the one before (", but "), and whether it was said plainly."""

    join: str
    words: str
    turned: bool = False


class Tightener:
    """Shortens answers with the phrases of one language."""

    def __init__(self, reader: SpeechReader) -> None:
        phrases, pattern = reader.phrases, speech_phrases.pattern
        self._reader = reader
        self._fillers, self._asides = pattern(phrases.fillers), pattern(phrases.asides)
        self._kept_after, self._soft = pattern(phrases.kept_after), pattern(phrases.soft_in_ask)
        self._loose = pattern((*phrases.loose, *phrases.pointing))
        self._lead, self._inverted = pattern(phrases.lead), pattern(phrases.inverted)
        self._tags, self._tail = pattern(phrases.tags), pattern((*phrases.lead, *phrases.adding))
        self._turned = [(pattern((each.said,)), each.instead) for each in phrases.turned]
        self._straight = [(pattern((each.said,)), each.instead) for each in phrases.straight]
        joins, cuts = "|".join(map(re.escape, phrases.joins)), "|".join(map(re.escape, phrases.cuts))
        self._cut = re.compile(
            rf"\s*[,;]\s*(?:(?:{joins})\b\s*)*|\s+[-{_DASHES}]+\s+|\s+(?:{cuts})\s+", re.IGNORECASE
        )

    def tighter(self, text: str) -> str | None:
        """Give a shorter version of ``text``; None where nothing gets better or where it would not be safe."""
        before = self._reader.read(text)
        kept = [each for each in map(self._sentence, self._one_matter(text, before)) if each]
        offered = " ".join(self._short(self._ask_last(kept)))
        after = self._reader.read(offered)
        return offered if offered and _is_better(before, after) else None

    def _one_matter(self, text: str, heard: Feedback) -> Iterator[str]:
        """List the sentences up to the second matter."""
        second = heard.first("two_things")
        end = second.span.start if second else len(text)
        for each in speech_phrases.sentences(text[:end]):
            words = each.of(text)
            if second and each.end == len(text[:end].rstrip()):  # cut short: "... and also"
                words = self._without_tail(words)
            if words:
                yield words

    def _without_tail(self, words: str) -> str:
        said = plain(words)
        tails = [
            each.start
            for each in speech_phrases.spans(self._tail, said)
            if each.end >= len(said.rstrip(" ,"))
        ]
        kept = words[: min(tails)].rstrip(" ,;") if tails else words
        return self._without_tail(kept) if tails and kept else kept

    def _sentence(self, sentence: str) -> str:
        """Tighten one sentence; empty where nothing of it stays."""
        ended = sentence[-1] if sentence[-1] in ".?!" else ""
        bare = _COMMAS.sub(",", self._without(self._fillers, sentence.rstrip(".?! "))).strip(", ")
        clauses = [self._clause(each) for each in self._clauses(bare)]
        if any(each.turned for each in clauses) and self._is_tag(clauses[-1].words):
            clauses[-1] = replace(clauses[-1], words="")
        whole = bool(clauses[-1].words)
        return self._written([each for each in clauses if each.words], ended if whole else "")

    def _is_tag(self, words: str) -> bool:
        return bool(self._tags.fullmatch(plain(words)))

    def _clauses(self, sentence: str) -> Iterator[_Clause]:
        start, join = 0, ""
        for cut in self._cut.finditer(sentence):
            yield _Clause(join, sentence[start : cut.start()])
            start, join = cut.end(), cut[0]
        yield _Clause(join, sentence[start:])

    def _clause(self, clause: _Clause) -> _Clause:
        said = plain(clause.words)
        for found, instead in self._turned:
            whole = found.fullmatch(said)
            if whole:
                taken = Span(*whole.span("taken")).of(clause.words) if "taken" in whole.groupdict() else ""
                return replace(clause, words=instead.replace("...", taken), turned=True)
        if any(each.end - each.start == len(said) for each in speech_phrases.spans(self._asides, said)):
            return replace(clause, words="")
        return replace(clause, words=self._without_softness(self._without_blame(clause.words)))

    def _without_blame(self, words: str) -> str:
        """Leave out an apology, an insult or an accusation, with its clause where that tells nothing else."""
        heard = self._reader.read(words)
        for each in heard.findings:
            if each.kind in {"insult", "accusation"}:
                return ""
            if each.kind == "self_blame":
                rest = words[each.span.end :].strip()
                if self._reader.asks(plain(rest)):
                    return rest
                beside = len(words.split()) - len(each.span.of(words).split())
                return words if heard.has("function") or beside > _OWN_WORDS else ""
        return words

    def _without_softness(self, words: str) -> str:
        for found, instead in self._straight:
            opening = found.match(plain(words))
            if opening:
                words = f"{instead} {words[opening.end() :]}"
        asks = self._reader.asks(plain(words))
        if asks:
            start = asks[0].span.start
            words = words[:start] + self._without(self._soft, words[start:])
        return words

    def _without(self, found: re.Pattern[str], words: str) -> str:
        said = plain(words)
        for each in reversed(tuple(speech_phrases.spans(found, said))):
            before = said[: each.start]
            kept = [own.end for own in speech_phrases.spans(self._kept_after, before)]
            if len(before.rstrip()) not in kept:
                words = words[: each.start] + words[each.end :]
        return " ".join(words.split())

    def _written(self, clauses: list[_Clause], ended: str) -> str:
        """Join clauses to a sentence; what was said plainly stands alone where only a comma follows."""
        for number, each in enumerate(clauses[1:], start=1):
            if clauses[number - 1].turned and each.join.strip() == ",":
                parts = (self._written(clauses[:number], ""), self._written(clauses[number:], ended))
                return " ".join(part for part in parts if part)
        joined = "".join((each.join if number else "") + each.words for number, each in enumerate(clauses))
        led = self._lead.match(plain(joined))
        words = _SELF.sub("I", joined[led.end() if led else 0 :].strip(" ,;:-"))
        if not words:
            return ""
        asks = self._reader.asks(plain(words))
        question = ended == "?" or (asks and self._inverted.match(plain(words), asks[-1].span.start))
        return words[0].upper() + words[1:] + ("?" if question else ".")

    def _ask_last(self, sentences: list[str]) -> list[str]:
        """Bring the one sentence that asks to the end, where no sentence leans on its place."""
        asking = [each for each in sentences if self._reader.asks(plain(each))]
        if len(asking) != 1:
            return sentences
        place = sentences.index(asking[0])
        leaning = any(self._loose.match(plain(each)) for each in sentences[place + 1 :])
        if leaning or self._loose.match(plain(asking[0])):
            return sentences
        return [*sentences[:place], *sentences[place + 1 :], asking[0]]

    def _short(self, sentences: list[str]) -> list[str]:
        """Keep what can be said in one go: what is asked first, then what life is like, then the rest as it came."""
        if seconds(" ".join(sentences)) <= speech.LONGEST_SECONDS:
            return sentences
        heard = {each: self._reader.read(each) for each in sentences}
        rank = sorted(
            range(len(sentences)),
            key=lambda n: (
                not heard[sentences[n]].has("ask"),
                not heard[sentences[n]].has("function"),
                n,
            ),
        )
        kept: set[int] = set()
        for number in rank:
            longer = " ".join(sentences[each] for each in sorted({*kept, number}))
            if seconds(longer) <= speech.LONGEST_SECONDS:
                kept.add(number)
        return [sentences[each] for each in sorted(kept)]


def _is_better(before: Feedback, after: Feedback) -> bool:
    """Tell whether something went that stood in the way, and nothing that carried it went with it."""
    if any(after.has(kind) for kind in ("insult", "accusation", "long")):
        return False
    if any(before.has(kind) and not after.has(kind) for kind in ("ask", "function")):
        return False
    if len(after.text.split()) < _FEWEST_WORDS:
        return False
    went = sum(before.has(kind) for kind in _IN_THE_WAY) - sum(after.has(kind) for kind in _IN_THE_WAY)
    shorter = len(before.text.split()) - len(after.text.split()) >= _WORTH_IT
    return went > 0 or (went == 0 and (shorter or _ask_moved(before, after)))


def _ask_moved(before: Feedback, after: Feedback) -> bool:
    return _ends_asking(after) and not _ends_asking(before)


def _ends_asking(heard: Feedback) -> bool:
    asks = [each.span for each in heard.findings if each.kind == "ask"]
    return bool(asks) and asks[-1].end >= len(heard.text.rstrip())
