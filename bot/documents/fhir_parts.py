"""The small parts every FHIR R4 resource of ours is made of: ids, references, concepts, moments, narrative.

Plain dictionaries, as FHIR's JSON writes them (hl7.org/fhir/R4/json.html). Nothing gets a code that was not told: a
name stays text, and what is unknown says so with the data-absent-reason extension.
"""

import html
import re
import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.patients import Patient, PatientId

Resource = dict[str, Any]

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
IPS = "http://hl7.org/fhir/uv/ips"
ABSENT_OR_UNKNOWN = f"{IPS}/CodeSystem/absent-unknown-uv-ips"
ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
_NAMESPACE = uuid.UUID("6d1c5c0e-5d0b-4a43-9d0e-6f1a5f0c7b52")
"""Ours alone, so that ids made from a row's id meet nobody else's."""
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither XML 1.0 nor a FHIR string may hold; spaces, tabs and line ends may stay."""
_DAY = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OF_A_YEAR = {
    "in",
    "since",
    "early",
    "late",
    "mid",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "the",
    "of",
}


def make_id(patient_id: PatientId, kind: str, row: str = "") -> str:
    """Make the id of a resource: the same each time for the same row, and nothing can be read from it."""
    named = f"{patient_id}/{kind}/{row}".encode("utf-8", "backslashreplace").decode()
    return str(uuid.uuid5(_NAMESPACE, named))


def url(resource: Resource) -> str:
    """Give the address a resource has inside its bundle."""
    return f"urn:uuid:{resource['id']}"


def refer(resource: Resource) -> Resource:
    """Refer to another resource of the same bundle."""
    return {"reference": url(resource)}


def clean(words: str) -> str:
    """Take out what no FHIR string may hold; what is left may be empty."""
    return _NOT_ALLOWED.sub("", words).strip()


def concept(words: str, *, system: str = "", code: str = "", display: str = "") -> Resource:
    """Name something in words, and by a code where one is given."""
    coding = {"coding": [{"system": system, "code": code, "display": display}]} if code else {}
    return {**coding, "text": clean(words) or "?"}


def coded(system: str, code: str, display: str = "") -> Resource:
    """Name something by a code alone."""
    coding = {"system": system, "code": code}
    return {"coding": [{**coding, "display": display} if display else coding]}


def unknown() -> Resource:
    """Say that a value is not known, in place of the value."""
    return {"extension": [{"url": ABSENT_REASON, "valueCode": "unknown"}]}


def notes(*lines: str) -> Resource:
    """Give free words as notes; nothing where there are none."""
    said = [clean(line) for line in lines]
    found = [{"text": line} for line in said if line]
    return {"note": found} if found else {}


def moment(when: datetime, zone: str) -> str:
    """Write a moment with the offset of the zone it was told in."""
    return when.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def told_date(words: str) -> str | None:
    """Read a date from the words it was told in ("2019", "March 2024", "spring 2024"), as exact as they are.

    None where they do not plainly name a year: "about 2019", "before 2019" and "two years ago" stay words.
    """
    said = words.strip().casefold()
    if _DAY.fullmatch(said) and _is_day(said):
        return said
    years = _YEAR.findall(said)
    others = re.findall(r"[^\W\d_]+|\d+", _YEAR.sub(" ", said))
    months = [word for word in others if word[:3] in _MONTHS and word.isalpha() and word not in _OF_A_YEAR]
    if len(years) != 1 or len(months) > 1 or set(others) - set(months) - _OF_A_YEAR:
        return None
    return f"{years[0]}-{_MONTHS.index(months[0][:3]) + 1:02}" if months else str(years[0])


def narrative(lines: Iterable[str]) -> Resource:
    """Write lines of safe HTML as a narrative; each is a paragraph."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>'}


def escape(words: str) -> str:
    """Make a patient's words safe inside a narrative."""
    return html.escape(clean(words), quote=False)


def patient_resource(patient: Patient) -> Resource:
    """Describe the patient by the name they gave; who they are on Telegram stays out of it."""
    name = clean(patient.name)
    return {
        "resourceType": "Patient",
        "id": make_id(patient.id, "Patient"),
        "meta": profile("Patient"),
        "name": [{"text": name} if name else unknown()],
        "_birthDate": unknown(),
    }


def profile(name: str) -> Resource:
    """Claim a profile of the International Patient Summary."""
    return {"profile": [f"{IPS}/StructureDefinition/{name}-uv-ips"]}


def _is_day(said: str) -> bool:
    try:
        datetime.strptime(said, "%Y-%m-%d"[: {4: 2, 7: 5, 10: 8}[len(said)]])  # noqa: DTZ007  only whether it is one
    except ValueError:
        return False
    return True
