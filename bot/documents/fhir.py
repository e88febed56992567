"""The patient's summary for another system: a FHIR R4 document bundle, an International Patient Summary (IPS).

The author is the patient. The three sections an IPS must have are always there; where nothing was told they say so, and
that is another code than "none" (hl7.org/fhir/uv/ips: profiles Bundle-uv-ips and Composition-uv-ips, rule ips-comp-1).
What is in it and what stays out: docs/fhir.md.
"""

import json
from collections.abc import Iterable
from datetime import datetime

from bot.documents import fhir_parts as parts
from bot.documents.fhir_parts import Resource
from bot.documents.fhir_sections import Says, Section, Told, Writer
from bot.domain.patients import Patient

PATIENT_SUMMARY = ("60591-5", "Patient summary Document")
_EMPTY = f"{parts.TERMINOLOGY}/list-empty-reason"


def write(told: Told, now: datetime, says: Says) -> bytes:
    """Write the document as FHIR JSON (UTF-8)."""
    return json.dumps(document(told, now, says), ensure_ascii=False, separators=(",", ":")).encode()


def document(told: Told, now: datetime, says: Says) -> Resource:
    """Build the bundle: the composition, the patient, then what the sections refer to.

    The same told at the same moment gives the same document, down to every id.
    """
    subject = parts.patient_resource(told.patient)
    writer = Writer(told, subject, says)
    sections = [section for section in writer.sections() if section is not None]
    made = [each for section in sections for each in (*section.entries, *section.besides)]
    made += writer.sources(made)
    composition = _composition(told.patient, subject, sections, now, says)
    identifier = parts.make_id(told.patient.id, "Bundle", now.isoformat())
    return {
        "resourceType": "Bundle",
        "id": identifier,
        "meta": parts.profile("Bundle"),
        "language": "en",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{identifier}"},
        "type": "document",
        "timestamp": parts.moment(now, told.patient.zone),
        "entry": [{"fullUrl": parts.url(each), "resource": each} for each in (composition, subject, *made)],
    }


def _composition(
    patient: Patient, subject: Resource, sections: Iterable[Section], now: datetime, says: Says
) -> Resource:
    code, display = PATIENT_SUMMARY
    written = parts.moment(now, patient.zone)
    return {
        "resourceType": "Composition",
        "id": parts.make_id(patient.id, "Composition", now.isoformat()),
        "meta": parts.profile("Composition"),
        "language": "en",
        "text": parts.narrative([says("fhir-self-reported")]),
        "status": "final",
        "type": parts.coded(parts.LOINC, code, display),
        "subject": parts.refer(subject),
        "date": written,
        "author": [parts.refer(subject)],
        "title": "International Patient Summary",
        "confidentiality": "N",
        "attester": [{"mode": "personal", "time": written, "party": parts.refer(subject)}],
        "section": [_written(section, says) for section in sections],
    }


def _written(section: Section, says: Says) -> Resource:
    title = says(section.title)
    code = parts.coded(parts.LOINC, section.code, section.display) if section.code else parts.concept(title)
    found: Resource = {"title": title, "code": code, "text": parts.narrative(section.lines)}
    if section.entries:
        found["entry"] = [parts.refer(each) for each in section.entries]
    elif section.empty:
        found["emptyReason"] = parts.coded(_EMPTY, section.empty)
    return found
