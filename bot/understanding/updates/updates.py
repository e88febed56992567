"""Reads a patient's quick message: symptoms, severities, medicines, measurements and what surrounds them.

One pass each, in this order: what is named, how bad, denied or over, whose and whether real. The steps are siblings of
this module and can be read alone. What is not understood is left to the patient's words. Where no rule denies a symptom
or reads a number, it is weighed whether it is over, and whether the number rates.
"""

from collections.abc import Iterator, Mapping

from bot.domain.readings import MedicationMention, SymptomMention, UpdateReading
from bot.domain.recognition import UpdateWeights
from bot.domain.vocabulary import Vocabulary
from bot.understanding.body import carried_places, later_sides, places_apart, radiating, worst_places
from bot.understanding.denials import negation, weighed_denials
from bot.understanding.medicines import medications
from bot.understanding.ratings import rated_places, severity, weighed_numbers
from bot.understanding.updates import circumstances, discharges, halves, measurements, mentions, told_once
from bot.understanding.whose import ownership
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Message, open_message

_PIECE = 2_000
"""Longer texts are read in pieces of this many characters, so that the work grows in step with the length."""
_NO_WORDS: Mapping[str, str] = {}


class UpdateReader:
    """Reads quick updates with one language's vocabulary; safe to share, keeps nothing of what it reads.

    ``weights``: what is learned of numbers and of denials, by which those that no rule reads are weighed.
    """

    def __init__(self, vocabulary: Vocabulary, weights: UpdateWeights) -> None:
        self._lexicon, self._weights = Lexicon(vocabulary), weights

    def read(self, text: str, taught: Mapping[str, str] = _NO_WORDS) -> UpdateReading:
        """Understand ``text``, whatever it is.

        Args:
            text: the message as sent.
            taught: the patient's own words, lower case, to the symptom they mean by them; these win.

        """
        readings = [self._read(piece, taught) for piece in _pieces(text)]
        return readings[0] if len(readings) == 1 else _together(readings)

    def canonical_symptom(self, words: str) -> str | None:
        """Give the vocabulary's name for a symptom that was typed alone, or None; "head" alone is its pain."""
        reading = self._read(words[:_PIECE], {})
        if not reading.symptoms and len(words.split()) == 1:
            rated = self._read(f"{words[:_PIECE]} 5", {})
            reading = rated if all(symptom.body_part for symptom in rated.symptoms) else reading
        return reading.symptoms[0].name if len(reading.symptoms) == 1 else None

    def canonical_medication(self, words: str) -> str | None:
        """Give the generic name of a medicine that was typed alone, or None."""
        message = open_message(self._lexicon, words[:_PIECE])
        found = {thing.value.medicine.name for thing in message.things if thing.value.medicine}
        return found.pop() if len(found) == 1 else None

    def rated(self, text: str, taught: Mapping[str, str] = _NO_WORDS) -> Message:
        """Read which symptoms are named, which are denied and how bad they are: what the weights are learned from."""
        lexicon = self._lexicon
        message = open_message(lexicon, text)
        message.mentions = mentions.find(lexicon, message, taught)
        discharges.settle(lexicon, message)
        rated_places.find(lexicon, message)
        later_sides.place(message)
        places_apart.tell(message)
        carried_places.carry(lexicon, message)
        worst_places.find(lexicon, message)
        radiating.find(lexicon, message)
        negation.judge(lexicon, message)
        severity.assign(message)
        weighed_denials.deny(lexicon, message, self._weights.denials)
        weighed_numbers.rate(message, self._weights.ratings)
        severity.describe(lexicon, message)
        message.mentions = halves.keep_whole(message.mentions)
        return message

    def _read(self, text: str, taught: Mapping[str, str]) -> UpdateReading:
        lexicon, message = self._lexicon, self.rated(text, taught)
        measured = ownership.keep_own_values(lexicon, message, measurements.find(text))
        around = circumstances.find(lexicon, message)
        message.mentions = ownership.keep_own(lexicon, message)
        return UpdateReading(
            symptoms=told_once.symptoms(message, measured),
            medications=medications.find(lexicon, message),
            measurements=measured,
            onset=around.onset,
            duration=around.duration,
            triggers=around.triggers,
            impact=around.impact,
            sleep=around.sleep,
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
    symptoms: dict[told_once.Key, SymptomMention] = {}
    medicines: dict[str, MedicationMention] = {}
    for reading in readings:
        for said in reading.symptoms:
            symptoms[said.name, said.body_part] = told_once.merged(
                symptoms.get((said.name, said.body_part)), said
            )
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
