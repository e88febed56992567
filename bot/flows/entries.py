"""Making and changing journal entries: what a message tells, and what a later message changes in it.

Not a flow: the flows that keep, add, fix and correct call it, so that an entry comes about in one way only.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.domain import journal, readings, zones
from bot.engine import events, messages
from bot.flows import history_keeping
from bot.flows.turn import Turn

M = TypeVar("M")

_CLAUSES = re.compile(r"[,.;!\n]+")
OLDEST_DAY = 7
"""Days back that an update is moved to the day it names; older ones are stories, and recall is poor beyond a week."""


def entry_of(turn: Turn, then: str = "") -> journal.Entry:
    """Read the turn's message as a journal entry; its time is when it was sent, or the earlier day it names.

    ``then`` names the flow that looks at its file, where it has one.
    """
    text, message_id = said(turn.event)
    entry_id = turn.new_id()
    attachments: tuple[journal.Attachment, ...] = ()
    if isinstance(turn.event, events.Media):
        attachments = (attach(turn, turn.event, entry_id, then),)
    entry = journal.Entry(
        id=entry_id,
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=text,
        reading=history_keeping.without_reactions(turn, text, turn.reads.update(text)),
        attachments=attachments,
        message_id=message_id,
    )
    return _on_its_day(turn, entry)


def _on_its_day(turn: Turn, entry: journal.Entry) -> journal.Entry:
    """Move "migraine 6 yesterday" to yesterday; what also speaks of today, of a night or of a beginning stays."""
    reading, words = entry.reading, entry.text.casefold()
    if reading.is_empty or reading.onset or reading.duration or reading.sleep:
        return entry
    if any(word.strip() in words for word in turn.text("update-words-of-today").split(",")):
        return entry
    found = turn.reads.find_time(entry.text, "past")
    if found.value is None or found.asks or _is_of_medicine(turn, entry, found.words):
        return entry
    days = (turn.local(entry.at).date() - found.value.date()).days
    if not 1 <= days <= OLDEST_DAY:
        return entry
    return moved(turn, entry, found.value, has_time=found.has_time) or entry


def _is_of_medicine(turn: Turn, entry: journal.Entry, when: str) -> bool:
    """Tell the "yesterday" of "joints 6, fatigue 8. mtx yesterday", said of a medicine, from the day of it all."""
    clause = next((each for each in _CLAUSES.split(entry.text) if when in each), "")
    told = turn.reads.update(clause)
    return bool(entry.reading.symptoms and told.medications and not told.symptoms)


def attach(turn: Turn, media: events.Media, entry_id: str, then: str = "") -> journal.Attachment:
    """Note a file and have its bytes fetched; ``then`` names the flow that looks at them."""
    attachment = journal.Attachment(turn.new_id(), media.media, media.file_id, media.name, media.size)
    turn.outgoing.append(messages.Fetch(entry_id, attachment.id, media.file_id, then))
    return attachment


def was_held(turn: Turn) -> bool:
    """Tell whether the message was sent before the patient agreed, and waited for that."""
    agreed_at = turn.patient.agreed_at
    return agreed_at is not None and turn.sent_at < agreed_at


def said(event: events.Event | None) -> tuple[str, int | None]:
    """Give the words of an event and the Telegram message they stood in."""
    match event:
        case events.Text(text=text, message_id=message_id) | events.Edit(text=text, message_id=message_id):
            return text, message_id
        case events.Media(caption=text, message_id=message_id):
            return text, message_id
        case events.Command(name=name, argument=argument, message_id=message_id):
            return argument or f"/{name}", message_id
        case _:
            return "", None


def reread(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry:
    """Put ``text`` in place of the entry's words and read it anew, with what was added to the entry since."""
    reading = history_keeping.without_reactions(turn, text, turn.reads.update(text))
    for line in entry.note.splitlines():
        reading = merged(reading, turn.reads.update(line))
    changed = replace(entry, text=text, reading=reading)
    history_keeping.tell(turn, changed)
    return changed


def rewritten(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry:
    """Put ``text`` in place of everything the entry said, what was added to it included."""
    return reread(turn, replace(entry, note=""), text)


def add_words(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry:
    """Add words to an entry: kept as they are, and understood as far as they can be."""
    more = turn.reads.update(text)
    changed = replace(noted(entry, text), reading=merged(entry.reading, more))
    history_keeping.tell(turn, changed)
    return changed


def add_file(turn: Turn, entry: journal.Entry, media: events.Media) -> journal.Entry:
    """Add a photo, voice note or file to an entry, with what was written under it."""
    with_file = replace(entry, attachments=(*entry.attachments, attach(turn, media, entry.id)))
    return add_words(turn, with_file, media.caption) if media.caption else with_file


def noted(entry: journal.Entry, words: str) -> journal.Entry:
    """Add words to an entry as they are."""
    one_line = " ".join(words.split())
    return replace(entry, note="\n".join(line for line in (entry.note, one_line) if line))


def moved(turn: Turn, entry: journal.Entry, local: datetime, *, has_time: bool) -> journal.Entry | None:
    """Say when it was, on the patient's wall clock; where only a day was told, the hour stays as it was.

    None where that moment is still to come.
    """
    if not has_time:
        local = datetime.combine(local.date(), turn.local(entry.at).time())
    at = zones.to_utc(local, turn.zone)
    return replace(entry, at=at, zone=turn.patient.zone) if at <= turn.now else None


def merged(reading: readings.UpdateReading, more: readings.UpdateReading) -> readings.UpdateReading:
    """Give ``reading`` with what ``more`` says besides; where both speak of the same, ``more`` is right."""
    return readings.UpdateReading(
        symptoms=_merged_each(reading.symptoms, more.symptoms, same_symptom, _newer_symptom),
        medications=_merged_each(reading.medications, more.medications, _same_name, _newer_medicine),
        measurements=(
            *reading.measurements,
            *(m for m in more.measurements if m not in reading.measurements),
        ),
        onset=more.onset or reading.onset,
        duration=more.duration or reading.duration,
        triggers=_union(reading.triggers, more.triggers),
        impact=_union(reading.impact, more.impact),
        sleep=more.sleep or reading.sleep,
    )


def same_symptom(one: readings.SymptomMention, other: readings.SymptomMention) -> bool:
    """Tell whether two mentions are of one symptom: a part that only one of them names does not part them."""
    parts = {one.body_part, other.body_part} - {None}
    return one.name == other.name and len(parts) <= 1


def with_symptom(entry: journal.Entry, index: int, symptom: readings.SymptomMention | None) -> journal.Entry:
    """Change the symptom at ``index``; None takes it off."""
    changed = _put(entry.reading.symptoms, index, symptom)
    return replace(entry, reading=replace(entry.reading, symptoms=changed))


def with_medicine(
    entry: journal.Entry, index: int, medicine: readings.MedicationMention | None
) -> journal.Entry:
    """Change the medicine at ``index``; None takes it off."""
    changed = _put(entry.reading.medications, index, medicine)
    return replace(entry, reading=replace(entry.reading, medications=changed))


def _same_name(one: readings.MedicationMention, other: readings.MedicationMention) -> bool:
    return one.name == other.name


def _newer_symptom(old: readings.SymptomMention, new: readings.SymptomMention) -> readings.SymptomMention:
    if new.negated:
        return replace(old, negated=True, severity=None, severity_range=None)
    stated = new.severity is not None or new.severity_range is not None
    return replace(
        old,
        negated=False,
        severity=new.severity if stated else old.severity,
        severity_range=new.severity_range if stated else old.severity_range,
        body_part=new.body_part or old.body_part,
    )


def _newer_medicine(
    old: readings.MedicationMention, new: readings.MedicationMention
) -> readings.MedicationMention:
    if new.status == "mentioned":
        return replace(old, dose=new.dose or old.dose)
    return replace(old, dose=new.dose or old.dose, status=new.status, taken=new.taken)


def _merged_each(
    old: tuple[M, ...], new: Iterable[M], same: Callable[[M, M], bool], newer: Callable[[M, M], M]
) -> tuple[M, ...]:
    result = list(old)
    for mention in new:
        index = next((i for i, known in enumerate(result) if same(known, mention)), None)
        if index is None:
            result.append(mention)
        else:
            result[index] = newer(result[index], mention)
    return tuple(result)


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _put(items: tuple[M, ...], index: int, item: M | None) -> tuple[M, ...]:
    kept = () if item is None else (item,)
    return (*items[:index], *kept, *items[index + 1 :])
