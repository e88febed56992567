"""Medicines in a message: which, how much, and whether they were taken, missed, stopped or had run out.

A medicine that is named with an amount was taken, unless it is asked about or planned for; for the rest see
`medicine_doings`. Another person's medicine counts only where the writer took it.
"""

from bot.domain.readings import MedicationMention
from bot.understanding import medicine_doings, ownership
from bot.understanding.doses import DoseReader
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import Message

_STATUSES = {"missed": False, "ran_out": False, "stopped": False, "taken": True, "effect": True}


def find(lexicon: Lexicon, message: Message) -> tuple[MedicationMention, ...]:
    """List the writer's own medicines in ``message``, once each."""
    medicines = [thing for thing in message.things if thing.value.medicine]
    if not medicines:
        return ()
    doings = medicine_doings.Doings(message, lexicon.medicine_status.all(message.stems), medicines)
    doses = DoseReader(lexicon, message)
    found: dict[str, MedicationMention] = {}
    places: dict[str, int] = {}
    counted = {match.start for match in medicines if message.words[match.end - 1] in lexicon.units}
    for match in sorted(medicines, key=lambda match: match.start in counted):
        elsewhere = ownership.is_someone_elses(lexicon, message, match.start)
        if (elsewhere and not medicine_doings.is_borrowed(message, match)) or (
            match.start in counted and doses.is_claimed(match.start)
        ):
            continue
        mention = _read(message, match, doings, doses)
        if mention is not None:
            earlier = found.get(mention.name)
            if earlier is None or (earlier.dose is None and mention.dose) or earlier.status == "mentioned":
                found[mention.name] = mention
                places.setdefault(mention.name, match.start)
    if any(name.startswith("insulin ") for name in found):
        found.pop("insulin", None)
    return tuple(sorted(found.values(), key=lambda mention: places[mention.name]))


def _read(
    message: Message, match: Match[Thing], doings: medicine_doings.Doings, doses: DoseReader
) -> MedicationMention | None:
    medicine = match.value.medicine
    assert medicine is not None  # noqa: S101  `find` looked
    dose = doses.read(match, medicine)
    status = doings.status(match)
    if match.value.kind == "short" and dose.text is None and status in (None, "mentioned", "effect"):
        return None
    if medicine_doings.is_question(message, match.start):
        status = "mentioned"
    elif status is None:
        status = "taken" if dose.text or doings.is_plainly_taken(match, dose) else "mentioned"
        asked = ownership.is_asked(message, match.start, match.end)
        status = "mentioned" if asked or doings.is_weighed(match) else status
    elif status == "taken" and ownership.is_asked(message, match.start, match.end):
        told = message.words[message.sentence_start(match.start)] in medicine_doings.GIVEN
        status = "taken" if told else "mentioned"
    if status in ("effect", "taken"):
        status = "taken"
        doings.taken.append(dose.end)
    return _mention(medicine.name, message.quote(dose.start, dose.end), dose.text, status)


def _mention(name: str, words: str, dose: str | None, status: str) -> MedicationMention:
    taken = _STATUSES.get(status)
    for known in ("taken", "missed", "ran_out", "stopped"):
        if status == known:
            return MedicationMention(name, words, dose, taken, known)
    return MedicationMention(name, words, dose, None, "mentioned")
