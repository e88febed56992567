"""Everything a patient told, out of the store and into one zip that needs no program of ours to be read.

`docs/export.schema.json` describes ``data.json``. Nothing is left out for being hard to name: what was not understood
is there in the patient's own words.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePath
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.documents import tables
from bot.domain import journal, patients, questions, reminders, visits
from bot.services.delivery import File
from bot.storage import store

FORMAT = 1
"""Raised when a field of data.json changes its meaning or goes away; new fields do not raise it."""
MOST_ATTACHED = 45_000_000
"""Bytes of attachments in one archive: a bot may send 50 MB (Bot API, sendDocument). The newest come first."""
ENDINGS = {"photo": ".jpg", "voice": ".ogg"}
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_NAME = 60

Plain = dict[str, Any]


class Prints(Protocol):
    """Makes the documents that the archive holds besides the data."""

    def page(self, unit: store.Store, patient: patients.Patient, now: datetime) -> File:
        """Draw the one-page summary."""

    def calendar(self, unit: store.Store, patient: patients.Patient, now: datetime) -> File:
        """Write the visits as a calendar file."""


def build_export(
    unit: store.Store, patient: patients.Patient, now: datetime, prints: Prints
) -> tuple[str, bytes]:
    """Pack everything kept of the patient.

    Returns:
        The name of the file ("sameside-export-2026-11-24.zip", the patient's date) and its bytes.

    """
    local = now.astimezone(ZoneInfo(patient.zone))
    entries = unit.journal.history()
    attached = dict(_attached(unit, entries))
    files = {
        "data.json": json.dumps(
            data(unit, patient, now, {key: name for key, (name, _) in attached.items()}),
            ensure_ascii=False,
            indent=2,
        ).encode(),
        "journal.csv": tables.journal_csv(entries),
        "visits.ics": prints.calendar(unit, patient, now).content,
        "summary.pdf": prints.page(unit, patient, now).content,
        **dict(attached.values()),
    }
    return f"sameside-export-{local:%Y-%m-%d}.zip", _zipped(files, local)


def data(unit: store.Store, patient: patients.Patient, now: datetime, files: dict[str, str]) -> Plain:
    """Give everything as plain values; ``files`` names the file of each attachment that is in the archive."""
    entries = unit.journal.history()
    zone = patient.zone
    return {
        "format": FORMAT,
        "exported_at": _at(now, zone),
        "symptoms": [each for entry in entries for each in _symptoms(entry)],
        "medications_taken": [each for entry in entries for each in _medicines(entry)],
        "history": [],
        "visits": [_visit(visit) for visit in sorted(unit.visits.all(), key=lambda v: v.at)],
        "questions": [
            _question(question, zone) for question in sorted(unit.questions.all(), key=lambda q: q.added_at)
        ],
        "cases": [],
        "checkins": [_checkin(entry, entry.checkin) for entry in entries if entry.checkin],
        "debriefs": [],
        "reminders": [_reminder(reminder, zone) for reminder in unit.reminders.all()],
        "scripts": [],
        "settings": _settings(unit, patient),
        "entries": [_entry(entry, files) for entry in entries],
    }


def _at(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone)).isoformat()


def _maybe_at(moment: datetime | None, zone: str) -> str | None:
    return None if moment is None else _at(moment, zone)


def _symptoms(entry: journal.Entry) -> Iterator[Plain]:
    for symptom in entry.reading.symptoms:
        yield {
            "at": _at(entry.at, entry.zone),
            "recorded_at": _at(entry.recorded_at, entry.zone),
            "name": symptom.name,
            "severity": symptom.severity,
            "negated": symptom.negated,
            "body_part": symptom.body_part,
            "note": entry.note,
            "text": entry.text,
        }


def _medicines(entry: journal.Entry) -> Iterator[Plain]:
    for medicine in entry.reading.medications:
        yield {
            "at": _at(entry.at, entry.zone),
            "name": medicine.name,
            "dose": medicine.dose,
            "taken": medicine.taken,
        }


def _entry(entry: journal.Entry, files: dict[str, str]) -> Plain:
    reading = entry.reading
    return {
        "id": entry.id,
        "at": _at(entry.at, entry.zone),
        "recorded_at": _at(entry.recorded_at, entry.zone),
        "kind": entry.kind,
        "text": entry.text,
        "note": entry.note,
        "onset": reading.onset,
        "duration": reading.duration,
        "triggers": list(reading.triggers),
        "impact": list(reading.impact),
        "sleep": reading.sleep,
        "measurements": [{"name": m.name, "value": m.value, "unit": m.unit} for m in reading.measurements],
        "attachments": [{"kind": a.kind, "name": a.name, "file": files.get(a.id)} for a in entry.attachments],
    }


def _checkin(entry: journal.Entry, checkin: journal.Checkin) -> Plain:
    return {
        "at": _at(entry.at, entry.zone),
        "recorded_at": _at(entry.recorded_at, entry.zone),
        "energy": checkin.energy,
        "sleep": checkin.sleep,
        "medicines": checkin.medicines,
        "function": checkin.function,
        "note": entry.note,
    }


def _visit(visit: visits.Visit) -> Plain:
    return {
        "id": visit.id,
        "at": _at(visit.at, visit.zone),
        "hour_known": visit.hour_known,
        "zone": visit.zone,
        "with_whom": visit.with_whom,
        "where": visit.where,
        "why": visit.why,
        "minutes": visit.minutes,
        "state": visit.state,
        "opening": visit.opening,
    }


def _question(question: questions.Question, zone: str) -> Plain:
    return {
        "id": question.id,
        "text": question.text,
        "added_at": _at(question.added_at, zone),
        "visit_id": question.visit_id,
        "place": question.place,
        "state": question.state,
    }


def _reminder(reminder: reminders.Reminder, zone: str) -> Plain:
    rule = reminder.recurrence
    return {
        "kind": reminder.kind,
        "due_at": _maybe_at(reminder.due_at, zone),
        "text": reminder.text,
        "visit_id": reminder.subject or None,
        "recurrence": None
        if rule is None
        else {
            "freq": rule.freq,
            "interval": rule.interval,
            "byday": list(rule.byday),
            "bymonthday": list(rule.bymonthday),
            "times": list(rule.times),
        },
        "stopped": reminder.stopped,
    }


def _settings(unit: store.Store, patient: patients.Patient) -> Plain:
    zone = patient.zone
    return {
        "name": patient.name,
        "telegram_chat": patient.chat_id,
        "joined_at": _at(patient.joined_at, zone),
        "agreed_at": _maybe_at(patient.agreed_at, zone),
        "locale": patient.locale,
        "zone": zone,
        "country": patient.country,
        "energy": patient.energy,
        "checkin_at": f"{patient.checkin_at:%H:%M}" if patient.checkin_at else None,
        "quiet_start": f"{patient.quiet_start:%H:%M}",
        "quiet_end": f"{patient.quiet_end:%H:%M}",
        "paused_until": _maybe_at(patient.paused_until, zone),
        "open_lock_screen": patient.open_lock_screen,
        "words": [
            {"said": word.said, "means": word.name, "taught_at": _at(word.taught_at, zone)}
            for word in sorted(unit.words.all(), key=lambda w: w.taught_at)
        ],
    }


def _attached(unit: store.Store, entries: Iterable[journal.Entry]) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Give (attachment id, (file name, bytes)), the newest first, as far as one message can carry them."""
    room = MOST_ATTACHED
    for entry in sorted(entries, key=lambda e: e.at, reverse=True):
        for attachment in entry.attachments:
            content = unit.attachments.get(attachment.id)
            if content is not None and len(content) <= room:
                room -= len(content)
                yield attachment.id, (_file_name(entry, attachment), content)


def _file_name(entry: journal.Entry, attachment: journal.Attachment) -> str:
    """Name a file by when it was sent; of a name that came with it, only what is safe on any disk is kept."""
    local = entry.at.astimezone(ZoneInfo(entry.zone))
    given = UNSAFE.sub("-", PurePath(attachment.name).name).strip(".-")[-LONGEST_NAME:]
    name = given or f"{attachment.kind}{ENDINGS.get(attachment.kind, '')}"
    return f"attachments/{local:%Y-%m-%d-%H%M}-{attachment.id}-{name}"


def _zipped(files: dict[str, bytes], local: datetime) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, local.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return made.getvalue()
