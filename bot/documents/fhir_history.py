"""The patient's standing history as FHIR R4 resources, one for each thing they told.

All of it is self-reported: the source is the patient, conditions and allergies are unconfirmed, the result of a test is
of unknown standing. Each resource claims only those profiles of the International Patient Summary that it meets.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.documents import fhir_parts as parts
from bot.documents.fhir_parts import Resource
from bot.domain import history
from bot.domain.patients import Patient


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the resources of one patient; ``subject`` is their Patient resource."""

    patient: Patient
    subject: Resource

    def medicine(self, item: history.Item) -> Resource:
        """State a medicine: taken now, or stopped with the reason."""
        stopped = item.state == "stopped"
        return {
            **self._head("MedicationStatement", item.id, "MedicationStatement"),
            "status": "stopped" if stopped else "active",
            **({"statusReason": [parts.concept(item.why)]} if stopped and parts.clean(item.why) else {}),
            "medicationCodeableConcept": parts.concept(item.name),
            "subject": parts.refer(self.subject),
            **_period("effective", item),
            "dateAsserted": self._told_at(item),
            "informationSource": parts.refer(self.subject),
            **({"dosage": [{"text": parts.clean(item.detail)}]} if parts.clean(item.detail) else {}),
            **parts.notes(item.since, item.until, item.lasted, *(() if stopped else (item.why,))),
        }

    def allergy(self, item: history.Item) -> Resource:
        """State an allergy or intolerance with the reaction as told."""
        reaction = parts.clean(item.detail)
        return {
            **self._head("AllergyIntolerance", item.id, "AllergyIntolerance"),
            "clinicalStatus": _clinical("allergyintolerance", active=item.state == "now"),
            "verificationStatus": _unconfirmed("allergyintolerance-verification"),
            "code": parts.concept(item.name),
            "patient": parts.refer(self.subject),
            **_words("onsetString", item.since),
            "recordedDate": self._told_at(item),
            "asserter": parts.refer(self.subject),
            **({"reaction": [{"manifestation": [parts.concept(reaction)]}]} if reaction else {}),
            **parts.notes(item.why),
        }

    def condition(self, item: history.Item) -> Resource:
        """State a condition; one that is over says so."""
        over = item.state == "stopped"
        return {
            **self._head("Condition", item.id, "Condition"),
            "clinicalStatus": _clinical("condition", active=not over),
            "verificationStatus": _unconfirmed("condition-ver-status"),
            "category": [parts.coded(f"{parts.TERMINOLOGY}/condition-category", "problem-list-item")],
            "code": parts.concept(item.name),
            "subject": parts.refer(self.subject),
            **_words("onsetString", item.since),
            **(_words("abatementString", item.until) if over else {}),
            "recordedDate": self._told_at(item),
            "asserter": parts.refer(self.subject),
            **parts.notes(item.detail, item.why, item.lasted),
        }

    def operation(self, item: history.Item) -> Resource:
        """State an operation that was done."""
        return {
            **self._head("Procedure", item.id, "Procedure"),
            "status": "completed",
            "code": parts.concept(item.name),
            "subject": parts.refer(self.subject),
            **_at("performedDateTime", item.since),
            "asserter": parts.refer(self.subject),
            **parts.notes(item.since, item.detail, item.why),
        }

    def test(self, item: history.Item) -> Resource:
        """State a test and its result as the patient tells it; whether it is final, they cannot know."""
        result = parts.clean(item.detail)
        return {
            **self._head("Observation", item.id),
            "status": "unknown",
            "code": parts.concept(item.name),
            "subject": parts.refer(self.subject),
            **_at("effectiveDateTime", item.since),
            "performer": [parts.unknown()],
            **(
                {"valueString": result}
                if result
                else {"dataAbsentReason": parts.coded(f"{parts.TERMINOLOGY}/data-absent-reason", "unknown")}
            ),
            **parts.notes(item.since, item.why),
        }

    def device(self, item: history.Item) -> tuple[Resource, Resource]:
        """State a device in use (or no longer), and the device itself."""
        device = {
            **self._head("Device", item.id),
            "deviceName": [{"name": parts.clean(item.name) or "?", "type": "user-friendly-name"}],
            "patient": parts.refer(self.subject),
        }
        use = {
            **self._head("DeviceUseStatement", item.id, "DeviceUseStatement"),
            "status": "active" if item.state == "now" else "completed",
            "subject": parts.refer(self.subject),
            **_at("timingDateTime", item.since),
            "recordedOn": self._told_at(item),
            "source": parts.refer(self.subject),
            "device": parts.refer(device),
            **parts.notes(item.since, item.until, item.detail, item.why),
        }
        return use, device

    def nothing_told(self, kind: str, code: str, display: str) -> Resource:
        """Say in a section's own terms that nothing is known of it, or that there is nothing: not the same.

        ``code`` is one of the IPS code system absent-unknown-uv-ips (hl7.org/fhir/uv/ips/STU1.1/design.html,
        "Representing known absent and not known").
        """
        said = parts.concept(display, system=parts.ABSENT_OR_UNKNOWN, code=code, display=display)
        head = self._head(kind, code, kind)
        subject = parts.refer(self.subject)
        if kind == "MedicationStatement":
            rest = {"status": "unknown", "medicationCodeableConcept": said, "subject": subject}
            return {**head, **rest, "_effectiveDateTime": parts.unknown(), "informationSource": subject}
        if kind == "AllergyIntolerance":
            status = {"clinicalStatus": _clinical("allergyintolerance", active=True)}
            return {**head, **status, "code": said, "patient": subject}
        return {
            **head,
            "clinicalStatus": _clinical("condition", active=True),
            "code": said,
            "subject": subject,
        }

    def _head(self, kind: str, row: str, profile: str = "") -> Resource:
        head: Resource = {"resourceType": kind, "id": parts.make_id(self.patient.id, kind, row)}
        return {**head, "meta": parts.profile(profile)} if profile else head

    def _told_at(self, item: history.Item) -> str:
        return parts.moment(item.changed_at or item.added_at, self.patient.zone)


def shown(items: Iterable[history.Item], section: history.Section) -> tuple[history.Item, ...]:
    """List what was told of a section and can be named, oldest first."""
    return tuple(item for item in history.of_section(items, section) if parts.clean(item.name))


def _clinical(kind: str, *, active: bool) -> Resource:
    return parts.coded(f"{parts.TERMINOLOGY}/{kind}-clinical", "active" if active else "inactive")


def _unconfirmed(system: str) -> Resource:
    return parts.coded(f"{parts.TERMINOLOGY}/{system}", "unconfirmed")


def _words(field: str, words: str) -> Resource:
    said = parts.clean(words)
    return {field: said} if said else {}


def _at(field: str, words: str) -> Resource:
    """Give the date that was told; one that is only told in words is unknown to a machine, and stays in a note."""
    date = parts.told_date(words)
    return {field: date} if date else {f"_{field}": parts.unknown()}


def _period(field: str, item: history.Item) -> Resource:
    """Give from when to when. A stopped medicine has an end, also where nobody knows which: else it would go on."""
    start, end = parts.told_date(item.since), parts.told_date(item.until)
    if item.state != "stopped":
        return {f"{field}Period": {"start": start}} if start else {f"_{field}DateTime": parts.unknown()}
    if start and end and start[: len(end)] > end[: len(start)]:
        start = end = None
    if not start and not end:
        return {f"_{field}DateTime": parts.unknown()}
    ends = {"end": end} if end else {"_end": parts.unknown()}
    return {f"{field}Period": {**({"start": start} if start else {}), **ends}}
