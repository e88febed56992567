"""Medicines in a message: which, how much, and whether they were taken, missed, stopped or had run out.

A medicine that is named with an amount was taken, unless it is asked about or planned for; for the rest see
`medicine_doings`. Another person's medicine counts only where the writer took it.
"""

from dataclasses import replace

from bot.domain.readings import MedicationMention
from bot.understanding import (
    medicine_changes,
    medicine_doings,
    medicine_not_meant,
    medicine_questions,
    ownership,
)
from bot.understanding.doses import DoseReader
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import Message

_UNNAMED = "usual medicines"
_HEADING = frozenset((":", ",", "(", "-", "=", "the", "my", "like", "ie", "namely"))
"""May stand between a word for all of one's medicines and their names."""
_WEANING = frozenset(("weaning", "weaned"))
_STATUSES = {"missed": False, "ran_out": False, "stopped": False, "taken": True, "effect": True}


def find(lexicon: Lexicon, message: Message) -> tuple[MedicationMention, ...]:
    """List the writer's own medicines in ``message``, once each."""
    medicines = [
        thing
        for thing in message.things
        if thing.value.medicine and not medicine_not_meant.is_not_meant(message.words, thing)
    ]
    if not medicines:
        return ()
    doings = medicine_doings.Doings(message, lexicon.medicine_status.all(message.stems), medicines)
    doses = DoseReader(lexicon, message)
    found: dict[str, MedicationMention] = {}
    medicines = [match for match in medicines if not _is_heading(message, match, medicines)]
    places: dict[str, int] = {}
    counted = {match.start for match in medicines if message.words[match.end - 1] in lexicon.units}
    for match in sorted(medicines, key=lambda match: match.start in counted):
        if _is_anothers(lexicon, message, match, medicines) or (
            match.start in counted and doses.is_claimed(match.start)
        ):
            continue
        mention = _read(message, match, doings, doses)
        if mention is not None:
            earlier = found.get(mention.name)
            if earlier is None or (earlier.dose is None and mention.dose) or earlier.status == "mentioned":
                found[mention.name] = mention
                places.setdefault(mention.name, match.start)
    _drop_kinds(found, medicines)
    return tuple(sorted(found.values(), key=lambda mention: places[mention.name]))


def _is_anothers(
    lexicon: Lexicon, message: Message, match: Match[Thing], medicines: list[Match[Thing]]
) -> bool:
    """Tell whether another takes it: not what the writer was given of it, nor what was changed for the writer."""
    if not ownership.is_someone_elses(lexicon, message, match.start):
        return False
    earlier = [other for other in medicines if other.end <= match.start][-1:]
    floor = message.sentence_start(match.start)
    people = [message.words[at] for at in range(floor, match.start) if message.stems[at] in lexicon.people]
    if people and _WEANING.issuperset(people):
        return False  # whose stem is that of the Scots "wean", a child
    changed = [match] + [
        other for other in earlier if medicine_changes.is_left_for(message.words, other, match, floor)
    ]
    return not medicine_questions.is_borrowed(message, match) and not any(
        medicine_changes.is_own(message, one, lexicon.people) for one in changed
    )


def _is_heading(message: Message, match: Match[Thing], medicines: list[Match[Thing]]) -> bool:
    """Tell whether "usual medicines" only heads the list of them ("morning pills: amlodipine", "night tablet X")."""
    if match.value.medicine is None or match.value.medicine.name != _UNNAMED:
        return False
    following = next((other for other in medicines if other.start >= match.end), None)
    if following is None or following.value.medicine is None or following.value.medicine.name == _UNNAMED:
        return False
    gap = message.words[match.end : following.start]
    if match.value.kind == "short" and gap[:1] == [","]:
        return False
    return _HEADING.issuperset(gap) and not message.words[following.start].isdecimal()


def _drop_kinds(found: dict[str, MedicationMention], medicines: list[Match[Thing]]) -> None:
    """Leave out the word for a kind of medicine where one of the kind is named; what was done with it stays."""
    for match in medicines:
        kind = match.value.medicine
        members = [name for name in kind.members if name in found] if kind else []
        if kind is None or not members or kind.name not in found or found[kind.name].dose:
            continue
        said = found.pop(kind.name)
        for name in members:
            if found[name].status == "mentioned":
                found[name] = replace(found[name], status=said.status, taken=said.taken)


def _read(
    message: Message, match: Match[Thing], doings: medicine_doings.Doings, doses: DoseReader
) -> MedicationMention | None:
    medicine = match.value.medicine
    assert medicine is not None  # noqa: S101  `find` looked
    dose = doses.read(match, medicine)
    status = doings.status(match)
    if match.value.kind == "short" and dose.text is None and status in (None, "mentioned", "effect"):
        return None
    if status == "stopped" and dose.text and medicine_changes.is_tapered(message.words, match.start):
        status = "taken"
    if medicine_questions.is_question(message, match.start):
        status = "mentioned"
    elif status is None:
        status = "taken" if dose.text or doings.is_plainly_taken(match, dose) else "mentioned"
        asked = ownership.is_asked(message, match.start, match.end)
        status = "mentioned" if asked or doings.is_weighed(match) else status
    elif status == "taken" and ownership.is_asked(message, match.start, match.end):
        status = "taken" if medicine_questions.is_told(message, match.start) else "mentioned"
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
