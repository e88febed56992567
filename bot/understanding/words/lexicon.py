"""The vocabulary made ready for reading: built once at start, used for every message."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.domain.vocabulary import BodyPart, Medicine, SeverityWord, SymptomTerm, Vocabulary
from bot.understanding.words import normalise
from bot.understanding.words.matching import PhraseIndex, Speller
from bot.understanding.words.normalise import Token

ThingKind = Literal[
    "symptom",
    "only_placed",
    "only_denied",
    "only_listed",
    "only_rated",
    "part",
    "medicine",
    "short",
    "nothing",
    "emoji",
    "over",
]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a phrase of the vocabulary stands for; only the field its kind needs is set."""

    kind: ThingKind
    symptom: SymptomTerm | None = None
    part: BodyPart | None = None
    medicine: Medicine | None = None
    where: BodyPart | None = None
    """For a symptom said of a body part ("legs won't sit still"): that part."""
    unless: tuple[str, ...] = ()
    """Symptoms beside which an emoji only decorates."""


@dataclass(frozen=True, slots=True)
class Power:
    """What a symptom takes away, with what is said of it where it is not taken away."""

    symptom: SymptomTerm
    said: frozenset[str]


class Lexicon:
    """Every index that the readers of a message look words up in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.symptoms = {term.name: term for term in vocabulary.symptoms}
        self.pain = self.symptoms["pain"]
        self.things: PhraseIndex[Thing] = PhraseIndex(
            _things(vocabulary, self.symptoms),
            gaps=vocabulary.small.gaps,
            negators=vocabulary.small.inner_negators,
            praise=vocabulary.small.inner_praise,
        )
        cues, medicine_cues = vocabulary.cues, vocabulary.medicine_cues
        self.denials = index({"no": cues.negators, "ended": cues.ended})
        self.resolved = index({"resolved": cues.resolved})
        self.recovered = index({"recovered": cues.recovered})
        self.frames = index(
            {
                "fear": cues.fears,
                "condition": cues.conditions,
                "general": cues.general,
                "history": cues.history,
            }
        )
        self.medicine_status = index(
            {
                "missed": medicine_cues.missed,
                "ran_out": medicine_cues.ran_out,
                "stopped": medicine_cues.stopped,
                "mentioned": medicine_cues.mentioned,
                "taken": medicine_cues.taken,
                "effect": medicine_cues.effects,
                "left": medicine_cues.left,
                "emptied": medicine_cues.emptied,
            }
        )
        self.severities: PhraseIndex[SeverityWord] = PhraseIndex(
            (phrase, word) for word in vocabulary.severities for phrase in word.words
        )
        self.units = {written: plain for plain, ways in medicine_cues.units.items() for written in ways}
        around = vocabulary.circumstances
        self.triggers = index({"trigger": around.triggers})
        self.not_triggers = frozenset(around.not_triggers)
        self.impacts = index({"impact": around.impacts, "activity": ("missed", "no")})
        self.activities = stems_of(around.activities)
        self.sleep = index({"sleep": around.sleep})
        self.parts = stems_of(word for part in vocabulary.body_parts for word in (part.name, *part.words))
        self.part_of_stem = {
            stem: part
            for part in reversed(vocabulary.body_parts)
            for stem in stems_of((part.name, *part.words))
        }
        well = vocabulary.well
        self.well = frozenset(well.after)
        self.well_before = index({"well": well.before})
        said = {way for of in well.powers.values() for ways in of.values() for way in ways}
        self.well_after = PhraseIndex((way, way) for way in sorted(self.well | said))
        self.powers = PhraseIndex(_powers(vocabulary, self.symptoms))
        self.people = stems_of(cues.people)
        self.transparent = stems_of(cues.transparent)
        self.opaque = stems_of(cues.opaque)
        self.not_resolved = stems_of(cues.not_resolved)
        self.nouns = stems_of(cues.things)
        self.links = stems_of(cues.links)
        self.places = stems_of(cues.places)
        self.leading = vocabulary.ratings.leading - {",", "("}
        self.when_denied = {
            normalise.stems(phrase): term for term in vocabulary.symptoms for phrase in term.only_denied
        }
        known, right = _spelling(vocabulary)
        self.speller = Speller(known, right | vocabulary.everyday, lambda: _words_of(_long_names(vocabulary)))

    def tells(self, topic: str, words: Iterable[str]) -> bool:
        """Tell whether any of ``words`` tells that a message is about ``topic``."""
        return not self.vocabulary.topics[topic].isdisjoint(words)

    def read(self, text: str) -> list[Token]:
        """Cut ``text`` into tokens, names written as one word in two, with their spelling mended."""
        found: list[Token] = []
        for token in normalise.tokens(text):
            first = self._joined.get(token.word) if len(token.word) >= 2 * _SHORTEST_JOINED else None
            if first is None or self.speller.is_right(token.word):
                found.append(self.speller.mend(token))
                continue
            second, middle = token.word.removeprefix(first), min(token.start + len(first), token.end - 1)
            found.append(Token(first, normalise.stem(first), token.start, middle))
            found.append(Token(second, normalise.stem(second), middle, token.end))
        return found

    @cached_property
    def _joined(self) -> Mapping[str, str]:
        """Two-word names as thumbs write them ("brainfog", "chestpain") → their first word."""
        names = (name for term in self.vocabulary.symptoms for name in (term.name, *term.words))
        said = (
            pair
            for term in self.vocabulary.symptoms
            for what, of in term.of.items()
            for quality in of
            for pair in ((what, quality), (quality, what))
        )
        return {
            "".join(pair): pair[0]
            for pair in itertools.chain((name.split() for name in names), said)
            if len(pair) == 2 and all(len(word) >= _SHORTEST_JOINED and word.isalpha() for word in pair)
        }


def _powers(
    vocabulary: Vocabulary, symptoms: Mapping[str, SymptomTerm]
) -> Iterable[tuple[str, tuple[Power, ...]]]:
    """Give each power with the symptoms that may take it away."""
    found: dict[tuple[str, ...], tuple[str, tuple[Power, ...]]] = {}
    for symptom, of in vocabulary.well.powers.items():
        for power, ways in of.items():
            stems = normalise.stems(power)
            named, earlier = found.get(stems, (power, ()))
            found[stems] = named, (*earlier, Power(symptoms[symptom], frozenset(ways)))
    return found.values()


def index(kinds: dict[str, tuple[str, ...]]) -> PhraseIndex[str]:
    """Index phrases by kind; where a phrase stands under two kinds, the first named wins."""
    return PhraseIndex((phrase, kind) for kind, phrases in kinds.items() for phrase in phrases)


def stems_of(phrases: Iterable[str]) -> frozenset[str]:
    """Give the stems of the single words among ``phrases``."""
    found = (normalise.stems(phrase) for phrase in phrases)
    return frozenset(stems[0] for stems in found if len(stems) == 1)


def _things(vocabulary: Vocabulary, symptoms: Mapping[str, SymptomTerm]) -> list[tuple[str, Thing]]:
    nothing = Thing("nothing")
    found = [(phrase, nothing) for phrase in vocabulary.not_symptoms]
    parts = {word: part for part in vocabulary.body_parts for word in (part.name, *part.words)}
    for term in vocabulary.symptoms:
        thing = Thing("symptom", symptom=term)
        found += [(phrase, thing) for phrase in _names(term)]
        for what, said in term.of.items():
            part = parts.get(what)
            placed = Thing("symptom", symptom=term, where=part) if part else thing
            for quality in said:
                found += ((f"{what} {quality}", placed), (f"{quality} {what}", placed))
        found += [(phrase, thing) for phrase in _without_verb(term)]
    for medicine in vocabulary.medicines:
        thing = Thing("medicine", medicine=medicine)
        found += [(phrase, thing) for phrase in (medicine.name, *medicine.brands)]
    for part in vocabulary.body_parts:
        thing = Thing("part", part=part)
        found += [(phrase, thing) for phrase in (part.name, *part.words)]
        if part.name not in _NO_JOINT:
            found += [(f"{phrase} joint", thing) for phrase in (part.name, *part.words)]
            found += [(f"{phrase} bone", thing) for phrase in (part.name, *part.words) if " " not in phrase]
    for medicine in vocabulary.medicines:
        thing = Thing("short", medicine=medicine)
        found += [(phrase, thing) for phrase in medicine.short]
    return found + _things_beside(vocabulary, symptoms)


def _names(term: SymptomTerm) -> tuple[str, ...]:
    """Give what a symptom is called, but no name that counts only where it is denied ("no heat in the knee") or rated.

    What is counted in times is as well written "woke 4x".
    """
    counted = (phrase.replace("# times", "# x") for phrase in term.words if "# times" in phrase)
    own = (term.name,) if term.name.lower() not in (*term.only_denied, *term.only_rated) else ()
    names = (*own, *term.words)
    return (*names, *counted)


def _things_beside(vocabulary: Vocabulary, symptoms: Mapping[str, SymptomTerm]) -> list[tuple[str, Thing]]:
    """Give what a phrase stands for where nothing else is known by it."""
    found: list[tuple[str, Thing]] = []
    for emoji, names in vocabulary.emoji.items():
        found.append((emoji, Thing("emoji", symptom=symptoms[names[0]], unless=names[1:])))
    for term in vocabulary.symptoms:
        thing = Thing("only_placed", symptom=term)
        found += [(phrase, thing) for phrase in term.only_placed]
    found += _restored(vocabulary)
    for term in vocabulary.symptoms:
        denied, listed = Thing("only_denied", symptom=term), Thing("only_listed", symptom=term)
        rated = Thing("only_rated", symptom=term)
        found += [(phrase, denied) for phrase in term.only_denied]
        found += [(phrase, listed) for phrase in term.only_listed]
        found += [(phrase, rated) for phrase in term.only_rated]
    return found


def _restored(vocabulary: Vocabulary) -> Iterable[tuple[str, Thing]]:
    """Give the ways to say that what a symptom took away is back ("taste is back", "got my voice back")."""
    for term in vocabulary.symptoms:
        over = Thing("over", symptom=term)
        yield from ((f"{lost} {way}", over) for lost in term.over for way in vocabulary.cues.restored)
        yield from ((f"got {owned}{lost} back", over) for lost in term.over for owned in ("", "my "))


_NO_JOINT = frozenset(("joints", "SI joint"))


def _without_verb(term: SymptomTerm) -> Iterable[str]:
    """Shorten "head is pounding" to "head pounding", which also reads "head keeps pounding"."""
    for phrase in (term.name, *term.words, *_said_with_verb(term)):
        first, _, rest = phrase.partition(" ")
        if rest.startswith(_VERBS) and first not in _UNABLE and not first.endswith("n't"):
            yield f"{first} {rest.partition(' ')[2]}"


def _said_with_verb(term: SymptomTerm) -> Iterable[str]:
    """Give what is said of things with a verb of its own; most of it has none and needs no look."""
    for what, said in term.of.items():
        for quality in said:
            if quality.startswith(_VERBS):
                yield f"{what} {quality}"
            elif " " in quality and quality.partition(" ")[2].startswith(_VERBS):
                yield f"{quality} {what}"


_UNABLE = frozenset(
    ("cannot", "barely", "trouble", "difficulty", "problems", "problem", "issues", "not", "no")
)
"""Open phrases that would say nothing without their verb ("can't feel my")."""
_VERBS = ("is ", "are ", "feels ", "feel ", "was ")
_SHORTEST_JOINED = 3
_MOST_NAME_WORDS = 2
"""Typing errors are mended to the words of short names; the words of whole phrases are everyday words."""
_SHORTEST_MEDICINE = 6
_AT_ONCE = 500
"""Phrases that are cut in one go: many thousand would hold megabytes of words for a moment."""


def _spelling(vocabulary: Vocabulary) -> tuple[dict[str, int], set[str]]:
    """Collect the words that typing errors are mended to, by weight, and words that are right as they are.

    What is said of things is cut once each, not once for every pair, and the long names wait until they are needed.
    """
    names = [term.name for term in vocabulary.symptoms]
    said = [words for term in vocabulary.symptoms for what, of in term.of.items() for words in (what, *of)]
    weights: dict[str, int] = {}
    everywhere: set[str] = set()
    for weight, shortest, short in (
        (3, 5, (*_short(_plain_names(vocabulary)), *names, *_said_in_short(vocabulary))),
        (2, _SHORTEST_MEDICINE, _short(_medicine_names(vocabulary))),
        (1, 5, _short(vocabulary.small.mended)),
    ):
        words = _words_of(short)
        everywhere |= words
        for word in sorted(words):
            if len(word) >= shortest:
                weights.setdefault(word, weight)
    everywhere |= _words_of((*said, *vocabulary.small.mended, *_spelt_right(vocabulary)))
    return weights, everywhere


def _plain_names(vocabulary: Vocabulary) -> list[str]:
    found = [
        name
        for term in vocabulary.symptoms
        for name in (*term.words, *term.only_placed, *term.only_denied, *term.only_rated)
    ]
    return found + [name for part in vocabulary.body_parts for name in (part.name, *part.words)]


def _medicine_names(vocabulary: Vocabulary) -> list[str]:
    return [name for medicine in vocabulary.medicines for name in (medicine.name, *medicine.brands)]


def _long_names(vocabulary: Vocabulary) -> list[str]:
    """Give the names whose words are right as they are, but are not mended to."""
    names = (*_plain_names(vocabulary), *_medicine_names(vocabulary))
    return [name for name in names if name.count(" ") >= _MOST_NAME_WORDS]


def _short(phrases: Iterable[str]) -> list[str]:
    return [phrase for phrase in phrases if phrase.count(" ") < _MOST_NAME_WORDS]


def _said_in_short(vocabulary: Vocabulary) -> set[str]:
    """Give the words of the pairs of a thing and what is said of it that are one word each ("head", "pounding")."""
    found: set[str] = set()
    for term in vocabulary.symptoms:
        for what, said in term.of.items():
            if " " not in what:
                single = [quality for quality in said if " " not in quality]
                found.update(single, [what] * bool(single))
    return found


def _words_of(phrases: Sequence[str]) -> set[str]:
    """Give every word of ``phrases`` once, cut as a message would be."""
    pieces: set[str] = set()
    for start in range(0, len(phrases), _AT_ONCE):
        pieces.update(" ".join(phrases[start : start + _AT_ONCE]).split())
    plain = set(filter(str.islower, filter(str.isascii, filter(str.isalpha, pieces))))
    return plain.union(*map(normalise.words, pieces - plain))


def _spelt_right(vocabulary: Vocabulary) -> Iterable[str]:
    cues, medicines, around = vocabulary.cues, vocabulary.medicine_cues, vocabulary.circumstances
    yield from vocabulary.not_symptoms
    for group in (cues, medicines, around):
        for name in group.__dataclass_fields__:
            yield from getattr(group, name)
    for severity in vocabulary.severities:
        yield from severity.words
    yield from (*vocabulary.well.after, *vocabulary.well.before)
    yield from (short for medicine in vocabulary.medicines for short in medicine.short)
    yield from (way for ways in medicines.units.values() for way in ways)
