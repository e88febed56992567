"""The journal as FHIR R4: symptoms, measures and check-ins as observations, medicines taken as statements.

An observation says when, in the offset of the zone the patient was in, whether the symptom was there, and how bad it
was where a number was told; "bad" is no number. The patient's own sentences stay out: they were written to a diary.
What a trusted person put into the log has that person as its performer (R4 Observation.performer: RelatedPerson).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.documents import fhir_parts as parts
from bot.documents.fhir_parts import Resource
from bot.domain import journal, readings
from bot.domain.patients import Patient

COVERED = timedelta(days=365)
"""How far back the journal is given; the archive of /export holds all of it."""
MOST = 20_000
"""Observations in one document, the latest of them: some 15 MB, of the 50 that a bot may send."""
_PRESENT, _ABSENT = ("52101004", "Present"), ("2667000", "Absent")
"""SNOMED CT, of the IPS value set results-presence-absence-uv-ips."""
SEVERITY = "Severity at its worst, 0 (none) to 10"
_ANSWERS = {
    "energy": "Energy, 0 (none) to 4 (good)",
    "sleep": "Sleep, 0 (barely) to 4 (well)",
    "function": "Could do what they wanted, 0 (nothing) to 4 (all)",
}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the observations of one patient; ``subject`` is their Patient resource."""

    patient: Patient
    subject: Resource

    def observations(self, entry: journal.Entry) -> Iterator[Resource]:
        """Give everything observed in one entry."""
        for number, values in enumerate(_observed(entry)):
            yield {
                "resourceType": "Observation",
                "id": parts.make_id(self.patient.id, "Observation", f"{entry.id}/{number}"),
                "status": "final",
                "category": [parts.coded(f"{parts.TERMINOLOGY}/observation-category", "survey", "Survey")],
                "subject": parts.refer(self.subject),
                "effectiveDateTime": parts.moment(entry.at, entry.zone),
                "issued": parts.moment(entry.recorded_at, entry.zone),
                "performer": [parts.refer(self._source(entry.told_by))],
                **values,
            }

    def trusted_people(self, entries: Iterable[journal.Entry]) -> tuple[Resource, ...]:
        """Describe those who told some of the entries, by what the patient calls them."""
        names = sorted({entry.told_by for entry in entries} - {""})
        return tuple(self._source(name) for name in names)

    def _source(self, told_by: str) -> Resource:
        if not told_by:
            return self.subject
        return {
            "resourceType": "RelatedPerson",
            "id": parts.make_id(self.patient.id, "RelatedPerson", told_by),
            "patient": parts.refer(self.subject),
            "name": [{"text": parts.clean(told_by)} if parts.clean(told_by) else parts.unknown()],
        }

    def medicine_taken(self, taken: "Taken") -> Resource:
        """State that a medicine was logged as taken; whether it still is, the log alone does not say.

        One person it has as its source; where others told of it besides, a note names them.
        """
        kind = "MedicationStatement"
        source, *others = taken.told_by or ("",)
        doses = [{"text": parts.clean(dose)} for dose in taken.doses if parts.clean(dose)]
        return {
            "resourceType": kind,
            "id": parts.make_id(self.patient.id, kind, f"logged/{taken.name}"),
            "meta": parts.profile(kind),
            "status": "unknown",
            "medicationCodeableConcept": parts.concept(taken.name),
            "subject": parts.refer(self.subject),
            "effectivePeriod": {"start": taken.first, "end": taken.last},
            "informationSource": parts.refer(self._source(source)),
            **({"dosage": doses} if doses else {}),
            **(parts.notes(f"Told in part by {', '.join(others)}") if others else {}),
        }


@dataclass(frozen=True, slots=True)
class Taken:
    """One medicine as logged: on how many days, from the first to the last of them (ISO dates), in which doses."""

    name: str
    days: int
    first: str
    last: str
    doses: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    """Who told of it, "" for the patient, who comes first."""


def medicines_taken(entries: Iterable[journal.Entry]) -> tuple[Taken, ...]:
    """Sum up each medicine that was logged as taken, most days first."""
    days: dict[str, set[str]] = {}
    doses: dict[str, dict[str, None]] = {}
    told_by: dict[str, set[str]] = {}
    for entry in entries:
        for medicine in entry.reading.medications:
            if medicine.taken and parts.clean(medicine.name):
                days.setdefault(medicine.name, set()).add(entry.day.isoformat())
                told_by.setdefault(medicine.name, set()).add(entry.told_by)
                doses.setdefault(medicine.name, {}).update({medicine.dose: None} if medicine.dose else {})
    found = (
        Taken(name, len(on), min(on), max(on), tuple(doses[name]), tuple(sorted(told_by[name])))
        for name, on in days.items()
    )
    return tuple(sorted(found, key=lambda taken: (-taken.days, taken.name)))


def _observed(entry: journal.Entry) -> Iterator[Resource]:
    for symptom in entry.reading.symptoms:
        if parts.clean(symptom.name):
            yield _symptom(symptom)
    for measured in entry.reading.measurements:
        if parts.clean(measured.value):
            value = f"{measured.value} {measured.unit}" if measured.unit else measured.value
            yield {"code": parts.concept(measured.name), "valueString": parts.clean(value)}
    for words in entry.reading.impact:
        if parts.clean(words):
            yield {"code": parts.concept("Got in the way of"), "valueString": parts.clean(words)}
    for name, label in _ANSWERS.items():
        answer = getattr(entry.checkin, name) if entry.checkin else None
        if answer is not None:
            yield {"code": parts.concept(label), "valueInteger": answer}


def _symptom(symptom: readings.SymptomMention) -> Resource:
    code, display = _ABSENT if symptom.negated else _PRESENT
    found: Resource = {
        "code": parts.concept(symptom.name),
        "valueCodeableConcept": parts.concept(display, system=parts.SNOMED, code=code, display=display),
    }
    if symptom.body_part and parts.clean(symptom.body_part):
        found["bodySite"] = parts.concept(symptom.body_part)
    if symptom.severity is not None and not symptom.negated:
        score = {"value": symptom.severity, "unit": "score", "system": parts.UCUM, "code": "{score}"}
        found["component"] = [{"code": parts.concept(SEVERITY), "valueQuantity": score}]
    return found
