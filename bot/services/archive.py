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
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.documents import plain, tables
from bot.domain import journal, patients
from bot.services.transports import File
from bot.storage import store

FORMAT = 1
"""Raised when a field of data.json changes its meaning or goes away; new fields do not raise it."""
MOST_ATTACHED = 45_000_000
"""Bytes of attachments in one archive: a bot may send 50 MB (Bot API, sendDocument). The newest come first."""
ENDINGS = {"photo": ".jpg", "voice": ".ogg"}
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_NAME = 60


class Prints(Protocol):
    """Makes the documents that the archive holds besides the data."""

    def page(self, unit: store.Store, patient: patients.Patient, now: datetime) -> File:
        """Draw the one-page summary."""

    def calendar(self, unit: store.Store, patient: patients.Patient, now: datetime) -> File:
        """Write the visits as a calendar file."""

    def fhir(self, unit: store.Store, patient: patients.Patient, now: datetime) -> File:
        """Write the summary for another system."""


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
        "summary.fhir.json": prints.fhir(unit, patient, now).content,
        **dict(attached.values()),
    }
    return f"sameside-export-{local:%Y-%m-%d}.zip", _zipped(files, local)


def data(unit: store.Store, patient: patients.Patient, now: datetime, files: dict[str, str]) -> plain.Plain:
    """Give everything as plain values; ``files`` names the file of each attachment that is in the archive."""
    entries = unit.journal.history()
    zone = patient.zone
    taught = sorted(unit.words.all(), key=lambda w: w.taught_at)
    return {
        "format": FORMAT,
        "exported_at": plain.at(now, zone),
        "symptoms": [each for entry in entries for each in plain.symptoms_of(entry)],
        "medications_taken": [each for entry in entries for each in plain.medicines_of(entry)],
        "history": [
            plain.item_of(item, zone) for item in sorted(unit.history.all(), key=lambda i: i.added_at)
        ],
        "visits": [plain.visit_of(visit) for visit in sorted(unit.visits.all(), key=lambda v: v.at)],
        "questions": [
            plain.question_of(question, zone)
            for question in sorted(unit.questions.all(), key=lambda q: q.added_at)
        ],
        "cases": [
            plain.case_of(case, zone)
            for case in sorted(unit.cases.all(), key=lambda c: c.opened_at)
            if case.removed_at is None
        ],
        "checkins": [plain.checkin_of(entry, entry.checkin) for entry in entries if entry.checkin],
        "debriefs": [
            plain.debrief_of(debrief, zone)
            for debrief in sorted(unit.debriefs.all(), key=lambda d: d.begun_at)
        ],
        "reminders": [plain.reminder_of(reminder, zone) for reminder in unit.reminders.all()],
        "scripts": [
            plain.script_of(kept, zone) for kept in sorted(unit.kept_scripts.all(), key=lambda k: k.kept_at)
        ],
        "page_choices": [
            plain.page_choice_of(choice)
            for choice in sorted(unit.page_choices.all(), key=lambda c: c.for_whom)
        ],
        **_trust(unit, zone),
        "settings": plain.settings_of(patient, [(word.said, word.name, word.taught_at) for word in taught]),
        "entries": [plain.entry_of(entry, files) for entry in entries],
    }


def _trust(unit: store.Store, zone: str) -> dict[str, list[plain.Plain]]:
    """Give who may see what, what they did, and who trusts the patient."""
    kept = unit.trusted
    return {
        "trusted_people": [
            plain.person_of(g, zone) for g in sorted(kept.grants.all(), key=lambda g: g.since)
        ],
        "invitations": [plain.invitation_of(each, zone) for each in kept.invitations.all()],
        "accesses": [plain.access_of(each, zone) for each in reversed(kept.accesses.latest())],
        "trusted_by": [plain.trust_of(t, zone) for t in sorted(kept.trusts.all(), key=lambda t: t.since)],
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
