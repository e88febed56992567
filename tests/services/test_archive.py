"""The archive holds everything a patient told, in the form that its schema describes."""

import copy
import csv
import dataclasses
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.domain import (
    cases,
    debriefs,
    history,
    kept_scripts,
    page_choices,
    patients,
    questions,
    trusted,
    visits,
)
from bot.services import archive, papers
from bot.storage import store
from tests.support.journey import Journey, Patient

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "export.schema.json").read_text(encoding="utf-8"))
PHOTO = b"\xff\xd8 the bytes of a photo"


def told(journey: Journey) -> Patient:
    """Tell the bot a little of everything."""
    robin = journey.patient()
    robin.says("/settings name")
    robin.says("Robin")
    robin.says("/settings zone")
    robin.says("Chicago")
    robin.says("migraine 7 left side, no fever, took suma 50 mg, bp 128/82")
    robin.says("so tired of it all")
    robin.presses("Undo")
    robin.says("=SUM(A1) is what they make of me")
    robin.sends_photo("rash on my arm")
    robin.says("remind me to refill my pills every friday at 9 am")
    return robin


@contextmanager
def opened(robin: Patient) -> Iterator[tuple[store.Store, patients.Patient]]:
    bot = robin.journey.opened
    with bot.database.write() as connection:
        patient_id = bot.patients.find(connection, robin.telegram_id)
        assert patient_id is not None
        found = bot.patients.open(connection, patient_id)
        assert found is not None
        yield store.Store(found.scope), found.patient


def build(robin: Patient) -> zipfile.ZipFile:
    name, content = build_named(robin)
    assert name.endswith(".zip")
    return zipfile.ZipFile(io.BytesIO(content))


def build_named(robin: Patient) -> tuple[str, bytes]:
    with opened(robin) as (unit, patient):
        return archive.build_export(unit, patient, robin.journey.now, papers.Papers(robin.journey.words))


def add_visit_question_and_photo(robin: Patient) -> None:
    now = robin.journey.now
    with opened(robin) as (unit, _):
        at = datetime(2026, 3, 9, 15, tzinfo=UTC)
        unit.visits.add(visits.Visit("v1", at, "America/Chicago", "Dr Lee", why="headaches"))
        unit.questions.add(questions.Question("q1", "Why does it come back?", now, "v1", place=1))
        add_what_is_kept_of_a_life(unit, now)
        entry = next(e for e in unit.journal.history() if e.attachments)
        unit.attachments.put(entry.attachments[0].id, entry.id, PHOTO, now)


def add_what_is_kept_of_a_life(unit: store.Store, now: datetime) -> None:
    unit.history.tell(
        history.Item("h1", "medicine", "topiramate", now, "stopped", why="brain fog", lasted="8 weeks")
    )
    unit.history.set_none("allergy", history.Item("h2", "allergy", "", now, "none"))
    call = cases.Call(now, "Ana", "8841", "still under review", "a decision by Friday")
    case = cases.Case("c1", "denial", "MRI denied", now, "insurance_denial", deadline=date(2026, 8, 1))
    unit.cases.add(cases.note_call(case, call, move="theirs"))
    task = debriefs.Task("send the referral", "theirs", date(2026, 3, 20))
    unit.debriefs.add(debriefs.Debrief("d1", "v1", now, now, plan="MRI first", tasks=(task,), sort="good"))
    unit.page_choices.add(page_choices.PageChoice("p1", "lee", ("cases",)))
    unit.kept_scripts.add(kept_scripts.KeptScript("k1", now, source_id="mri_denied", text="Who decided?"))


@pytest.fixture
def packed(journey: Journey) -> zipfile.ZipFile:
    robin = told(journey)
    add_visit_question_and_photo(robin)
    return build(robin)


def data_of(found: zipfile.ZipFile) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(found.read("data.json"))
    return data


def check(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_what_is_kept_of_a_life_is_in_it(packed: zipfile.ZipFile) -> None:
    data = data_of(packed)
    check(data)
    stopped, none = data["history"]
    assert (stopped["name"], stopped["state"], stopped["why"], stopped["lasted"]) == (
        "topiramate",
        "stopped",
        "brain fog",
        "8 weeks",
    )
    assert (none["section"], none["state"]) == ("allergy", "none")
    (case,) = data["cases"]
    assert (case["reference"], case["deadline"], case["move"]) == ("8841", "2026-08-01", "theirs")
    assert case["calls"][0]["then"] == "a decision by Friday"
    assert data["debriefs"][0]["tasks"][0]["by"] == "2026-03-20"
    assert data["scripts"][0]["text"] == "Who decided?"


def test_archive_is_named_by_the_patients_date(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings zone")
    robin.says("Honolulu")
    journey.now = datetime(2026, 3, 2, 5, tzinfo=UTC)
    assert build_named(robin)[0] == "sameside-export-2026-03-01.zip"


def test_archive_has_its_files(packed: zipfile.ZipFile) -> None:
    found, names = packed, packed.namelist()
    assert names[:5] == ["data.json", "journal.csv", "visits.ics", "summary.pdf", "summary.fhir.json"]
    assert found.read("summary.pdf").startswith(b"%PDF")
    assert found.read("visits.ics").startswith(b"BEGIN:VCALENDAR")
    assert b"Dr Lee" in found.read("visits.ics")
    document = json.loads(found.read("summary.fhir.json"))
    assert (document["resourceType"], document["type"]) == ("Bundle", "document")
    assert "topiramate" in json.dumps(document)
    (photo,) = [each for each in names if each.startswith("attachments/")]
    assert photo.endswith("photo.jpg")
    assert found.read(photo) == PHOTO
    assert found.testzip() is None


def test_every_field_that_is_stored_is_exported_or_known_to_be_left_out() -> None:
    kinds: dict[str, tuple[type, set[str]]] = {
        "history": (history.Item, {"before"}),  # what an undo puts back
        "visits": (visits.Visit, set()),
        "questions": (questions.Question, set()),
        "cases": (cases.Case, {"clock", "follow_at", "removed_at"}),  # how its dates were found
        "debriefs": (debriefs.Debrief, {"applied"}),  # what an undo puts back
        "scripts": (kept_scripts.KeptScript, set()),
        "page_choices": (page_choices.PageChoice, {"id"}),
        "trusted_people": (trusted.Grant, {"holder"}),  # the random id of another account
        "invitations": (trusted.Invitation, {"code_hash"}),
        "accesses": (trusted.Access, {"album"}),  # Telegram's number for pictures sent together
        "trusted_by": (
            trusted.Trust,
            {"owner", "asked_at", "album"},
        ),  # another account's id; what keeps a thumb from trembling; as above
    }
    for name, (kind, left_out) in kinds.items():
        described = set(SCHEMA["properties"][name]["items"]["properties"])
        assert {each.name for each in dataclasses.fields(kind)} - described == left_out, name


def test_data_is_as_the_schema_says(packed: zipfile.ZipFile) -> None:
    check(data_of(packed))


def test_schema_refuses_what_is_not_an_export(packed: zipfile.ZipFile) -> None:
    data = data_of(packed)
    changes: list[tuple[tuple[Any, ...], Any]] = [
        (("symptoms", 0, "severity"), 11),
        (("symptoms", 0, "at"), "2026-03-02T09:00:00"),
        (("settings", "energy"), "tired"),
        (("surprise",), 1),
    ]
    for path, value in changes:
        wrong = copy.deepcopy(data)
        place = wrong
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        with pytest.raises(jsonschema.ValidationError):
            check(wrong)


def test_symptoms_and_medicines_are_what_was_told_with_the_patients_offset(
    packed: zipfile.ZipFile,
) -> None:
    data = data_of(packed)
    by_name = {symptom["name"]: symptom for symptom in data["symptoms"]}
    assert (by_name["migraine"]["severity"], by_name["migraine"]["negated"]) == (7, False)
    assert by_name["fever"]["negated"] is True
    assert by_name["migraine"]["at"] == "2026-03-02T09:00:00-06:00"
    assert by_name["migraine"]["text"].startswith("migraine 7 left side")
    (medicine,) = data["medications_taken"]
    assert (medicine["name"], medicine["dose"], medicine["taken"]) == ("sumatriptan", "50 mg", True)


def test_words_not_understood_are_there_and_undone_ones_are_not(packed: zipfile.ZipFile) -> None:
    data = data_of(packed)
    texts = [entry["text"] for entry in data["entries"]]
    assert "=SUM(A1) is what they make of me" in texts
    assert "so tired of it all" not in texts
    assert "so tired of it all" not in packed.read("journal.csv").decode()


def test_each_attachment_names_its_file_in_the_archive(packed: zipfile.ZipFile) -> None:
    data = data_of(packed)
    (kept,) = [each for entry in data["entries"] for each in entry["attachments"]]
    assert kept["file"] in packed.namelist()


def test_settings_visits_questions_and_reminders_are_in_it(packed: zipfile.ZipFile) -> None:
    data = data_of(packed)
    assert data["settings"]["name"] == "Robin"
    assert data["settings"]["zone"] == "America/Chicago"
    (question,) = data["questions"]
    assert (question["text"], question["visit_id"], question["place"]) == ("Why does it come back?", "v1", 1)
    (visit,) = data["visits"]
    assert (visit["with_whom"], visit["at"]) == ("Dr Lee", "2026-03-09T10:00:00-05:00")
    assert any(reminder["recurrence"] for reminder in data["reminders"])


def test_table_runs_no_formula(packed: zipfile.ZipFile) -> None:
    rows = csv.reader(io.StringIO(packed.read("journal.csv").decode("utf-8-sig"), newline=""))
    cells = [cell for row in rows for cell in row]
    assert "'=SUM(A1) is what they make of me" in cells
    assert not any(cell.startswith("=") for cell in cells)


def test_archive_of_somebody_who_told_nothing_is_valid(journey: Journey) -> None:
    robin = journey.patient()
    found = build(robin)
    data = data_of(found)
    check(data)
    assert data["symptoms"] == []


def test_file_with_a_wicked_name_stays_inside_the_folder(journey: Journey) -> None:
    robin = journey.patient()
    robin.sends({"document": {"file_id": "d1", "file_name": "../../etc/pass wd\n.txt", "file_size": 3}})
    with opened(robin) as (unit, _):
        (entry,) = unit.journal.history()
        unit.attachments.put(entry.attachments[0].id, entry.id, b"abc", journey.now)
    found = build(robin)
    (name,) = [each for each in found.namelist() if each.startswith("attachments/")]
    assert ".." not in name
    assert name.count("/") == 1
    assert "\n" not in name


def test_attachments_beyond_what_a_bot_may_send_are_left_out_and_say_so(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = told(journey)
    add_visit_question_and_photo(robin)
    monkeypatch.setattr(archive, "MOST_ATTACHED", 3)
    found = build(robin)
    assert not [each for each in found.namelist() if each.startswith("attachments/")]
    (kept,) = [each for entry in data_of(found)["entries"] for each in entry["attachments"]]
    assert kept["file"] is None
