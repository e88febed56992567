"""Reads a patient's quick message: symptoms, severities, medicines, measurements and what surrounds them.

One pass each, in this order: what is named, how bad, denied or over, whose and whether real. The steps are siblings of
this module and can be read alone; nothing here guesses, and what is not understood is left to the patient's words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.domain.readings import Measurement, MedicationMention, SymptomMention, UpdateReading
from bot.domain.vocabulary import Vocabulary
from bot.understanding import (
    carried_places,
    circumstances,
    halves,
    measurements,
    medications,
    mentions,
    negation,
    ownership,
    severity,
)
from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Mention, Message, open_message

_PIECE = 2_000
"""Longer texts are read in pieces of this many characters, so that the work grows in step with the length."""
_NO_WORDS: Mapping[str, str] = {}


class UpdateReader:
    """Reads quick updates with one language's vocabulary; safe to share, keeps nothing of what it reads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = Lexicon(vocabulary)

    def read(self, text: str, taught: Mapping[str, str] = _NO_WORDS) -> UpdateReading:
        """Understand ``text``, whatever it is.

        Args:
            text: the message as sent.
            taught: the patient's own words, lower case, to the symptom they mean by them; these win.

        """
        readings = [self._read(piece, taught) for piece in _pieces(text)]
        return readings[0] if len(readings) == 1 else _together(readings)

    def canonical_symptom(self, words: str) -> str | None:
        """Give the vocabulary's name for a symptom that was typed alone, or None."""
        reading = self._read(words[:_PIECE], {})
        return reading.symptoms[0].name if len(reading.symptoms) == 1 else None

    def canonical_medication(self, words: str) -> str | None:
        """Give the generic name of a medicine that was typed alone, or None."""
        message = open_message(self._lexicon, words[:_PIECE])
        found = {thing.value.medicine.name for thing in message.things if thing.value.medicine}
        return found.pop() if len(found) == 1 else None

    def _read(self, text: str, taught: Mapping[str, str]) -> UpdateReading:
        lexicon = self._lexicon
        message = open_message(lexicon, text)
        message.mentions = mentions.find(lexicon, message, taught)
        severity.find(lexicon, message)
        carried_places.carry(lexicon, message)
        negation.judge(lexicon, message)
        severity.assign(lexicon, message)
        message.mentions = halves.keep_whole(message.mentions)
        measured = ownership.keep_own_values(lexicon, message, measurements.find(text))
        around = circumstances.find(lexicon, message)
        message.mentions = ownership.keep_own(lexicon, message)
        return UpdateReading(
            symptoms=_symptoms(message, measured),
            medications=medications.find(lexicon, message),
            measurements=measured,
            onset=around.onset,
            duration=around.duration,
            triggers=around.triggers,
            impact=around.impact,
            sleep=around.sleep,
        )


def _symptoms(message: Message, measured: tuple[Measurement, ...]) -> tuple[SymptomMention, ...]:
    """Merge what was said more than once; what was said last of its presence counts."""
    worded = {mention.name for mention in message.mentions if mention.decorates is None}
    found: dict[tuple[str, str | None], SymptomMention] = {}
    for mention in message.mentions:
        if mention.decorates is not None and (
            mention.name in worded or worded.intersection(mention.decorates)
        ):
            continue
        key = _key(found, mention)
        found[key] = _merged(found.get(key), _said(message, mention))
    _place_bare_pain(found)
    _say_once(found)
    if measurements.has_fever(measured) and not any(name == "fever" for name, _ in found):
        words = next(measurement.value for measurement in measured if measurement.name == "temperature")
        found["fever", None] = SymptomMention("fever", words)
    return tuple(found.values())


_Key = tuple[str, str | None]
_BARE_AND_PLACED = 2
_BROADER = {
    "cramps": ("period pain", "stomach cramps", "muscle cramp", "leg cramps"),
    "sweating": ("night sweats",),
}
"""What a broad name, said after a closer one, means ("sheets soaked all night, the sweats a 6")."""
_PAINS = ("pain", "ache", "migraine", "cramps", "throat", "aches", "cramp")


def _key(found: Mapping[_Key, SymptomMention], mention: Mention) -> _Key:
    """Choose what a mention adds to: the same symptom, or the pain that a bare "pain" means."""
    for name, part in found:
        if name == mention.name and (part == mention.body_part or part is None or mention.body_part is None):
            return name, part
    if mention.name == "pain" and mention.body_part is None:
        pains = [
            key for key, said in found.items() if key[0].endswith(_PAINS) and said.negated == mention.denied
        ]
        if len(pains) == 1:
            return pains[0]
    if mention.name in _BROADER and mention.body_part is None:
        meant = [key for key in found if key[0] in _BROADER[mention.name]]
        if len(meant) == 1 and found[meant[0]].negated == mention.denied:
            return meant[0]
    return mention.name, mention.body_part


def _place_bare_pain(found: dict[_Key, SymptomMention]) -> None:
    """Take the first word of "stabbing in left ovary" for the pain that is named after it."""
    bare = found.get(("pain", None))
    if bare is None or bare.severity is not None:
        return
    if len([name for name, _ in found if name.endswith(_PAINS)]) == _BARE_AND_PLACED:
        key = next(key for key in found if key != ("pain", None) and key[0].endswith(_PAINS))
        if found[key].negated == bare.negated:
            found[key] = replace(
                found[key], severity_range=found[key].severity_range or _range_for(found[key], bare)
            )
            del found["pain", None]


_CLOSER = {
    "sweating": ("night sweats", ("sweats", "the sweats")),
    "cramps": ("period pain", ("cramps", "cramping")),
    "crash": ("post-exertional malaise", ("crash", "crashed")),
}
"""A loose name → the closer one that means the same in one message, and the words that are loose."""


def _say_once(found: dict[_Key, SymptomMention]) -> None:
    """Take "the sweats" told beside night sweats for those night sweats."""
    for loose, (closer, words) in _CLOSER.items():
        said, key = found.get((loose, None)), next((key for key in found if key[0] == closer), None)
        if (
            said is None
            or key is None
            or said.words.lower() not in words
            or found[key].negated != said.negated
        ):
            continue
        if found[key].severity is None:
            found[key] = replace(found[key], severity=said.severity, severity_range=said.severity_range)
        del found[loose, None]


def _range_for(placed: SymptomMention, bare: SymptomMention) -> tuple[int, int] | None:
    return bare.severity_range if placed.severity is None else None


def _said(message: Message, mention: Mention) -> SymptomMention:
    rated = mention.severity is not None
    return SymptomMention(
        name=mention.name,
        words=message.quote(mention.start, mention.end),
        body_part=mention.body_part,
        severity=None if mention.denied and mention.severity != 0 else mention.severity,
        severity_range=None if rated or mention.denied else mention.severity_range,
        negated=mention.denied,
    )


def _merged(earlier: SymptomMention | None, later: SymptomMention) -> SymptomMention:
    if earlier is None:
        return later
    severity = later.severity if later.severity is not None or later.negated else earlier.severity
    spans = None if severity is not None or later.negated else later.severity_range or earlier.severity_range
    return replace(
        earlier,
        body_part=earlier.body_part or later.body_part,
        severity=severity,
        severity_range=spans,
        negated=later.negated,
    )


def _pieces(text: str) -> Iterator[str]:
    """Cut a long text at white space, or anywhere where there is none."""
    start = 0
    while len(text) - start > _PIECE:
        end = start + _PIECE
        space = max(text.rfind(" ", start + _PIECE // 2, end), text.rfind("\n", start + _PIECE // 2, end))
        end = space + 1 if space > 0 else end
        yield text[start:end]
        start = end
    yield text[start:]


def _together(readings: list[UpdateReading]) -> UpdateReading:
    """Join the readings of the pieces of one text."""
    symptoms: dict[_Key, SymptomMention] = {}
    medicines: dict[str, MedicationMention] = {}
    for reading in readings:
        for said in reading.symptoms:
            symptoms[said.name, said.body_part] = _merged(symptoms.get((said.name, said.body_part)), said)
        for medicine in reading.medications:
            medicines.setdefault(medicine.name, medicine)
    return UpdateReading(
        symptoms=tuple(symptoms.values()),
        medications=tuple(medicines.values()),
        measurements=tuple(dict.fromkeys(m for reading in readings for m in reading.measurements)),
        onset=next((reading.onset for reading in readings if reading.onset), None),
        duration=next((reading.duration for reading in readings if reading.duration), None),
        triggers=tuple(dict.fromkeys(t for reading in readings for t in reading.triggers)),
        impact=tuple(dict.fromkeys(i for reading in readings for i in reading.impact)),
        sleep=next((reading.sleep for reading in readings if reading.sleep), None),
    )
