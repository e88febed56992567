"""The patient summary for another system: valid R4, an IPS with its three sections, unknown apart from none."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from fhir.resources.R4B import bundle
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.content import wording
from bot.documents import fhir, fhir_journal, fhir_parts
from bot.documents.fhir_sections import Told
from bot.domain import history, journal, patients, readings, visits

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
ZONE = "America/New_York"
ROBIN = patients.Patient(patients.PatientId("ab12"), 7, NOW, name="Robin", zone=ZONE)
ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
REQUIRED = {"10160-0": "medication", "48765-2": "allergy", "11450-4": "problem"}
WORDS = wording.Wording()


def says(key: str, **values: Any) -> str:
    return WORDS.text(key, "full", **values)


def item(section: history.Section, name: str, state: history.State = "now", **told: Any) -> history.Item:
    return history.Item(f"{section}-{name}-{state}", section, name, NOW, state, **told)


ITEMS = (
    item("medicine", "propranolol", detail="40 mg twice a day", since="2025"),
    item("medicine", "topiramate", "stopped", why="brain fog", since="March 2024", lasted="8 weeks"),
    item("allergy", "penicillin", detail="hives"),
    item("condition", "migraine", since="2019"),
    item("condition", "asthma", "stopped", until="2010"),
    item("operation", "appendix out", since="May 2005"),
    item("test", "MRI brain", detail="normal", since="spring 2025"),
    item("device", "insulin pump"),
    item("family", "mother: migraine"),
    item("care_team", "Dr Wu", detail="neurology"),
    item("insurance", "Acme Gold, member 12345"),
    item("helps", "a dark room"),
    item("avoid", "bright lights"),
)
ENTRY = journal.Entry(
    "e1",
    NOW - timedelta(days=1),
    NOW,
    ZONE,
    text="migraine 7 left side, no fever, took suma 50 mg, my doctor never listens",
    reading=readings.UpdateReading(
        symptoms=(
            readings.SymptomMention("migraine", "migraine 7", "left side", 7),
            readings.SymptomMention("fever", "no fever", negated=True),
        ),
        medications=(readings.MedicationMention("sumatriptan", "suma 50 mg", "50 mg", True, "taken"),),
        measurements=(readings.Measurement("blood pressure", "128/82", "mmHg"),),
        impact=("couldn't work",),
    ),
    checkin=journal.Checkin(energy=2),
)
VISIT = visits.Visit("v1", NOW + timedelta(days=3), ZONE, "Dr Wu", why="headaches")
FULL = Told(ROBIN, ITEMS, (ENTRY,), (VISIT,))
EMPTY = Told(replace(ROBIN, name=""), (), ())


def made(told: Told = FULL) -> dict[str, Any]:
    """Write the document and read it back as a stranger would: through JSON and the R4 models."""
    written = fhir.write(told, NOW, says)
    bundle.Bundle.model_validate_json(written)
    found: dict[str, Any] = json.loads(written)
    return found


def resources(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in document["entry"] if e["resource"]["resourceType"] == kind]


def sections(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    (composition,) = resources(document, "Composition")
    return {
        section["code"].get("coding", [{"code": section["code"].get("text")}])[0]["code"]: section
        for section in composition["section"]
    }


def pointed_at(document: dict[str, Any], section: dict[str, Any]) -> list[dict[str, Any]]:
    by_url = {entry["fullUrl"]: entry["resource"] for entry in document["entry"]}
    return [by_url[reference["reference"]] for reference in section.get("entry", ())]


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def check_ips(document: dict[str, Any]) -> None:
    """Hold a document to the rules of Bundle-uv-ips and Composition-uv-ips that no resource model knows."""
    assert document["type"] == "document"
    assert document["identifier"]["value"]
    assert document["timestamp"]
    kinds = [entry["resource"]["resourceType"] for entry in document["entry"]]
    assert kinds[0] == "Composition"
    assert kinds.count("Composition") == 1, "bdl-ips-1"
    assert kinds.count("Patient") == 1
    urls = [entry["fullUrl"] for entry in document["entry"]]
    assert len(set(urls)) == len(urls)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", url) for url in urls)
    assert set(references(document)) <= set(urls), "a document holds whatever it refers to"
    (composition,), (patient,) = resources(document, "Composition"), resources(document, "Patient")
    assert composition["type"]["coding"][0]["code"] == "60591-5"
    me = {"reference": f"urn:uuid:{patient['id']}"}
    assert composition["author"] == [me]
    assert composition["subject"] == me
    found = sections(document)
    assert set(REQUIRED) <= set(found)
    for code in REQUIRED:
        assert found[code]["title"]
        assert found[code].get("entry") or found[code].get("emptyReason"), "ips-comp-1"
    for section in found.values():
        assert "section" not in section
        div = ET.fromstring(section["text"]["div"])  # noqa: S314  our own words
        assert div.tag == "{http://www.w3.org/1999/xhtml}div"
        assert "".join(div.itertext()).strip()


def absent_code(document: dict[str, Any], code: str) -> list[str]:
    """Name the absent-or-unknown codes that a section points at."""
    found = pointed_at(document, sections(document)[code])
    concepts = [each.get("code") or each["medicationCodeableConcept"] for each in found]
    return [c["code"] for concept in concepts for c in concept.get("coding", ()) if c["system"] == ABSENT]


@pytest.mark.parametrize("told", [FULL, EMPTY], ids=["everything", "nothing"])
def test_the_document_is_valid_r4_and_an_ips(told: Told) -> None:
    check_ips(made(told))


def test_nothing_told_is_unknown_in_every_required_section() -> None:
    document = made(EMPTY)
    codes = {code: absent_code(document, code) for code in REQUIRED}
    assert codes == {
        "10160-0": ["no-medication-info"],
        "48765-2": ["no-allergy-info"],
        "11450-4": ["no-problem-info"],
    }
    assert set(sections(document)) == set(REQUIRED)
    (patient,) = resources(document, "Patient")
    assert patient["name"][0]["extension"][0]["valueCode"] == "unknown"


def test_none_is_another_code_than_unknown() -> None:
    nones = [item("medicine", "", "none"), item("allergy", "", "none"), item("condition", "", "none")]
    document = made(Told(ROBIN, nones, ()))
    codes = {code: absent_code(document, code) for code in REQUIRED}
    assert codes == {
        "10160-0": ["no-known-medications"],
        "48765-2": ["no-known-allergies"],
        "11450-4": ["no-known-problems"],
    }
    assert "there are none" in sections(document)["48765-2"]["text"]["div"]


def test_no_operations_is_said_and_unknown_operations_are_left_out() -> None:
    document = made(Told(ROBIN, [item("operation", "", "none")], ()))
    assert sections(document)["47519-4"]["emptyReason"]["coding"][0]["code"] == "nilknown"
    assert "47519-4" not in sections(made(EMPTY))


def test_a_medicine_taken_now_a_stopped_one_and_a_logged_one_are_three_things() -> None:
    found = {m["medicationCodeableConcept"]["text"]: m for m in resources(made(), "MedicationStatement")}
    assert set(found) == {"propranolol", "topiramate", "sumatriptan"}
    now, stopped, logged = found["propranolol"], found["topiramate"], found["sumatriptan"]
    assert (now["status"], now["dosage"][0]["text"]) == ("active", "40 mg twice a day")
    assert now["effectivePeriod"] == {"start": "2025"}
    assert (stopped["status"], stopped["statusReason"][0]["text"]) == ("stopped", "brain fog")
    assert stopped["effectivePeriod"]["start"] == "2024-03"
    assert "end" not in stopped["effectivePeriod"]
    assert stopped["effectivePeriod"]["_end"]["extension"][0]["valueCode"] == "unknown"
    assert (logged["status"], logged["effectivePeriod"]["start"]) == ("unknown", "2026-03-09")
    assert absent_code(made(), "10160-0") == []


def test_someone_who_takes_nothing_now_says_so_beside_what_was_tried() -> None:
    tried = item("medicine", "topiramate", "stopped", why="brain fog")
    document = made(Told(ROBIN, [tried, item("medicine", "", "none")], ()))
    assert absent_code(document, "10160-0") == ["no-known-medications"]
    assert len(resources(document, "MedicationStatement")) == 2


def test_nothing_told_has_a_code() -> None:
    """A name stays text: only statuses, categories, present and absent, and the section codes are coded."""
    document = made()
    for kind in ("MedicationStatement", "AllergyIntolerance", "Condition", "Procedure", "Observation"):
        for resource in resources(document, kind):
            concept = resource.get("code") or resource["medicationCodeableConcept"]
            assert "coding" not in concept
            assert concept["text"]


def test_symptoms_are_observations_of_the_patient_in_their_own_zone() -> None:
    observed = {o["code"]["text"]: o for o in resources(made(), "Observation")}
    migraine, fever = observed["migraine"], observed["fever"]
    assert migraine["effectiveDateTime"] == "2026-03-09T11:00:00-04:00"
    assert migraine["category"][0]["coding"][0]["code"] == "survey"
    assert migraine["performer"] == [migraine["subject"]]
    assert migraine["valueCodeableConcept"]["coding"][0]["code"] == "52101004"
    assert migraine["bodySite"]["text"] == "left side"
    (severity,) = migraine["component"]
    assert severity["valueQuantity"] == {
        "value": 7,
        "unit": "score",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }
    assert fever["valueCodeableConcept"]["coding"][0]["code"] == "2667000"
    assert "component" not in fever
    assert observed["blood pressure"]["valueString"] == "128/82 mmHg"


def test_what_a_trusted_person_told_has_them_as_its_performer() -> None:
    theirs = replace(ENTRY, id="e2", at=NOW - timedelta(hours=3), told_by="my sister <Sam>")
    document = made(Told(ROBIN, ITEMS, (ENTRY, theirs), (VISIT,)))
    check_ips(document)
    (person,) = resources(document, "RelatedPerson")
    assert person["name"] == [{"text": "my sister <Sam>"}]
    (patient,) = resources(document, "Patient")
    assert person["patient"]["reference"] == f"urn:uuid:{patient['id']}"
    by = {"e1": f"urn:uuid:{patient['id']}", "e2": f"urn:uuid:{person['id']}"}
    found = [o for o in resources(document, "Observation") if o["code"]["text"] == "migraine"]
    assert [o["performer"] for o in found] == [[{"reference": by["e1"]}], [{"reference": by["e2"]}]]
    (taken,) = [
        m
        for m in resources(document, "MedicationStatement")
        if m["medicationCodeableConcept"]["text"] == "sumatriptan"
    ]
    assert taken["informationSource"] == {"reference": by["e1"]}
    assert taken["note"] == [{"text": "Told in part by my sister <Sam>"}]
    alone = made(Told(ROBIN, (), (theirs,)))
    (taken,) = resources(alone, "MedicationStatement")
    assert taken["informationSource"] == {"reference": by["e2"]}
    assert "note" not in taken
    assert not resources(made(), "RelatedPerson")


def test_of_very_much_the_latest_is_listed_and_the_words_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fhir_journal, "MOST", 3)
    told = [replace(ENTRY, id=f"e{n}", at=NOW - timedelta(days=9 - n)) for n in range(9)]
    document = made(Told(ROBIN, (), told))
    listed = [o["effectiveDateTime"] for o in resources(document, "Observation")]
    assert [moment[:10] for moment in listed] == ["2026-03-09"] * 3
    journal_section = sections(document)["Symptom journal"]["text"]["div"]
    assert "migraine: 9 of 9 logged days" in journal_section
    assert "Only the latest 3" in journal_section


def test_a_test_keeps_its_words_and_is_not_called_final() -> None:
    (scan,) = [o for o in resources(made(), "Observation") if o["code"]["text"] == "MRI brain"]
    assert (scan["status"], scan["valueString"], scan["effectiveDateTime"]) == ("unknown", "normal", "2025")
    assert pointed_at(made(), sections(made())["30954-2"]) == [scan]


def test_what_was_written_to_a_diary_and_what_an_insurer_knows_stay_out() -> None:
    written = json.dumps(made())
    assert "never listens" not in written
    assert "Acme" not in written
    assert "ab12" not in written


def test_what_matters_to_the_patient_is_in_it() -> None:
    story = sections(made())["81338-6"]["text"]["div"]
    assert "Please do not: bright lights" in story
    assert "Helps: a dark room" in story
    assert "2026-03-13 11:00, Dr Wu, headaches" in sections(made())["18776-5"]["text"]["div"]


def test_the_same_told_twice_is_the_same_document() -> None:
    assert made() == made()
    (first,) = resources(made(), "Patient")
    (later,) = resources(json.loads(fhir.write(FULL, NOW + timedelta(days=1), says)), "Patient")
    assert first["id"] == later["id"]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2019", "2019"),
        ("March 2024", "2024-03"),
        ("in may 2024", "2024-05"),
        ("spring 2024", "2024"),
        ("early 2024", "2024"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("about 2019", None),
        ("before 2019", None),
        ("2019 or 2020", None),
        ("two years ago", None),
        ("12 March 2024", None),
        ("", None),
        ("\N{ARABIC-INDIC DIGIT TWO}019", None),
    ],
)
def test_a_date_is_only_read_where_it_is_plainly_told(words: str, date: str | None) -> None:
    assert fhir_parts.told_date(words) == date


@pytest.mark.parametrize(
    ("since", "until"), [("2024", "2020"), ("2024-05", "2024"), ("2019", "2020"), ("", "")]
)
def test_a_period_never_ends_before_it_begins(since: str, until: str) -> None:
    told = Told(ROBIN, [item("medicine", "x", "stopped", since=since, until=until)], ())
    (statement,) = (m for m in resources(made(told), "MedicationStatement") if m["status"] == "stopped")
    period = statement.get("effectivePeriod", {})
    if "start" in period and "end" in period:
        exact = min(len(period["start"]), len(period["end"]))
        assert period["start"][:exact] <= period["end"][:exact]


def test_medicines_logged_are_counted_by_their_days() -> None:
    later = replace(ENTRY, id="e2", at=NOW)
    (taken,) = fhir_journal.medicines_taken([ENTRY, later, later])
    assert (taken.days, taken.first, taken.last, taken.doses) == (2, "2026-03-09", "2026-03-10", ("50 mg",))


nasty = st.text(st.characters(exclude_categories=[]), max_size=30) | st.sampled_from(
    ["<script>alert(1)</script>", "]]>", "&amp;", "\x00\x0b", "\ud800", "\ufffe", '"><div xmlns="x">', " "]
)


@settings(max_examples=60, deadline=None)
@given(
    name=nasty,
    words=st.lists(nasty, min_size=5, max_size=5),
    section=st.sampled_from(history.SECTIONS),
    state=st.sampled_from(["now", "stopped", "none", "refused"]),
)
@example("0\ud800", [""] * 5, "medicine", "now")
def test_whatever_a_patient_wrote_the_document_stays_valid(
    name: str, words: list[str], section: history.Section, state: history.State
) -> None:
    detail, why, since, until, lasted = words
    thing = item(section, name, state, detail=detail, why=why, since=since, until=until, lasted=lasted)
    symptom = readings.SymptomMention(name, name, detail, 3)
    medicine = readings.MedicationMention(why, why, detail, True, "taken")
    reading = readings.UpdateReading(
        (symptom,), (medicine,), (readings.Measurement(name, detail, why),), impact=(detail,)
    )
    entry = replace(ENTRY, reading=reading)
    visit = replace(VISIT, with_whom=name, why=detail)
    told = Told(replace(ROBIN, name=name), [thing], [entry], [visit])
    check_ips(made(told))
