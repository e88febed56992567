"""The sections of a patient summary for another system: each with its LOINC code, its words and its resources.

The three that must be there always are; an optional one of which nothing was told is left out. Codes: HL7 IPS, profile
Composition-uv-ips (1.1 and 2.0); for family and care team, which it leaves open, the sections of C-CDA.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

from bot.documents import fhir_history, fhir_journal
from bot.documents import fhir_parts as parts
from bot.documents.fhir_parts import Resource
from bot.domain import history, journal, visits, zones
from bot.domain.patients import Patient

Says = Callable[..., str]
"""Gives wording by key as safe HTML, the values escaped."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything the document is made from. ``entries``: of the time it covers, oldest first."""

    patient: Patient
    items: Sequence[history.Item]
    entries: Sequence[journal.Entry]
    planned: Sequence[visits.Visit] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its LOINC code with LOINC's own words, a key for its title, its lines, what it refers to."""

    title: str
    lines: Sequence[str]
    code: str = ""
    display: str = ""
    entries: Sequence[Resource] = ()
    besides: Sequence[Resource] = ()
    """Resources the entries refer to."""
    empty: Literal["nilknown", ""] = ""


class Writer:
    """Writes the sections of one document, each with its words and its resources."""

    def __init__(self, told: Told, subject: Resource, says: Says) -> None:
        self._told, self._items, self._says = told, told.items, says
        self._history = fhir_history.Maker(told.patient, subject)
        self._journal = fhir_journal.Maker(told.patient, subject)

    def sections(self) -> tuple[Section | None, ...]:
        """Give the sections in the order a reader wants them; None where an optional one has nothing to say."""
        return (
            self._allergies(),
            self._medicines(),
            self._problems(),
            self._past(),
            self._listed("operation", "47519-4", "History of Procedures Document", self._history.operation),
            self._listed(
                "test", "30954-2", "Relevant diagnostic tests/laboratory data Narrative", self._history.test
            ),
            self._devices(),
            self._symptoms(),
            self._words("family", "10157-6", "History of family member diseases Narrative"),
            self._words("care_team", "85847-2", "Patient Care team information"),
            self._planned(),
            self._story(),
        )

    def sources(self, made: Iterable[Resource]) -> list[Resource]:
        """Give the trusted people that what was made refers to as having told it."""
        people = self._journal.trusted_people(self._told.entries)
        referred = [each.get("informationSource") for each in made]
        referred += [one for each in made for one in each.get("performer", ())]
        return [person for person in people if parts.refer(person) in referred]

    def _allergies(self) -> Section:
        items = fhir_history.shown(self._items, "allergy")
        made = [self._history.allergy(item) for item in items]
        lines = [self._line(item) for item in items]
        if not made:
            made, lines = [self._nothing("allergy", "AllergyIntolerance")], [self._none_or_unknown("allergy")]
        return Section("fhir-allergies", lines, "48765-2", "Allergies and adverse reactions Document", made)

    def _medicines(self) -> Section:
        """List what is taken, what was tried, and what the journal shows besides: three things, never mixed."""
        told = fhir_history.shown(self._items, "medicine")
        items = sorted(told, key=lambda item: item.state == "stopped")  # what is taken comes first
        known = {" ".join(item.name.casefold().split()) for item in items}
        logged = [
            t for t in fhir_journal.medicines_taken(self._told.entries) if t.name.casefold() not in known
        ]
        made = [
            *(self._history.medicine(item) for item in items),
            *(self._journal.medicine_taken(taken) for taken in logged),
        ]
        lines = [self._line(item) for item in items]
        lines += [self._says("fhir-logged", name=parts.clean(t.name), days=t.days) for t in logged]
        takes_some = bool(history.medicines_now(items) or logged)
        if not takes_some and (not made or history.is_none(self._items, "medicine")):
            made.append(self._nothing("medicine", "MedicationStatement"))
        if not takes_some:
            lines.insert(0, self._none_or_unknown("medicine"))
        return Section("fhir-medicines", lines, "10160-0", "History of Medication use Narrative", made)

    def _problems(self) -> Section:
        items = [i for i in fhir_history.shown(self._items, "condition") if i.state == "now"]
        made = [self._history.condition(item) for item in items]
        lines = [self._line(item) for item in items]
        if not made:
            made, lines = [self._nothing("condition", "Condition")], [self._none_or_unknown("condition")]
        return Section("fhir-problems", lines, "11450-4", "Problem list - Reported", made)

    def _past(self) -> Section | None:
        items = [i for i in fhir_history.shown(self._items, "condition") if i.state == "stopped"]
        made = [self._history.condition(item) for item in items]
        lines = [self._line(item) for item in items]
        display = "History of Past illness Narrative"
        return Section("fhir-past", lines, "11348-0", display, made) if made else None

    def _listed(
        self,
        section: history.Section,
        code: str,
        display: str,
        make: Callable[[history.Item], Resource],
    ) -> Section | None:
        """Write a section that is left out where nothing was told, and says so where there is nothing."""
        items, title = fhir_history.shown(self._items, section), f"fhir-{section}s"
        if items:
            lines = [self._line(item) for item in items]
            return Section(title, lines, code, display, [make(item) for item in items])
        if history.is_none(self._items, section):
            return Section(title, [self._none_or_unknown(section)], code, display, empty="nilknown")
        return None

    def _devices(self) -> Section | None:
        items = fhir_history.shown(self._items, "device")
        made = [self._history.device(item) for item in items]
        display = "History of medical device use"
        if not made:
            return self._listed("device", "46264-8", display, lambda item: self._history.device(item)[0])
        lines = [self._line(item) for item in items]
        uses, devices = [use for use, _ in made], [device for _, device in made]
        return Section("fhir-devices", lines, "46264-8", display, uses, devices)

    def _symptoms(self) -> Section | None:
        """Give the journal. LOINC has no code for a symptom diary, so the section is named in words."""
        latest = (
            each for entry in reversed(self._told.entries) for each in self._journal.observations(entry)
        )
        made = list(islice(latest, fhir_journal.MOST))
        if not made:
            return None
        made.reverse()
        counts = journal.count_symptoms(self._told.entries)
        observed = journal.observed_days(self._told.entries)
        lines = [self._says("fhir-journal-days", observed=observed)]
        if len(made) == fhir_journal.MOST:
            lines.append(self._says("fhir-journal-latest", count=len(made)))
        lines += [
            self._says(
                "fhir-journal-line" if count.worst is None else "fhir-journal-line-worst",
                name=parts.clean(count.name),
                days=count.days,
                observed=observed,
                worst=count.worst if count.worst is not None else 0,
            )
            for count in counts
            if parts.clean(count.name)
        ]
        return Section("fhir-journal", lines, entries=made)

    def _words(self, section: history.Section, code: str, display: str) -> Section | None:
        """Write a section of words only."""
        items = fhir_history.shown(self._items, section)
        lines = [self._line(item) for item in items]
        return Section(f"fhir-{section.replace('_', '-')}", lines, code, display) if lines else None

    def _planned(self) -> Section | None:
        lines = [self._visit(visit) for visit in self._told.planned]
        return Section("fhir-planned", lines, "18776-5", "Plan of care note") if lines else None

    def _visit(self, visit: visits.Visit) -> str:
        here = zones.to_local(visit.at, ZoneInfo(visit.zone))
        when = here.strftime("%Y-%m-%d %H:%M" if visit.hour_known else "%Y-%m-%d")
        found = [parts.clean(words) for words in (visit.with_whom, visit.why)]
        return parts.escape(", ".join(words for words in (when, *found) if words))

    def _story(self) -> Section | None:
        """Say what matters to the patient: what helps, and what they ask people please not to do."""
        lines = [
            self._says(f"fhir-{section}", what=parts.clean(_said(item)))
            for section in ("helps", "avoid")
            for item in fhir_history.shown(self._items, section)
            if item.state == "now"
        ]
        display = "Patient Goals, preferences, and priorities for care experience"
        return Section("fhir-story", lines, "81338-6", display) if lines else None

    def _line(self, item: history.Item) -> str:
        """Say one thing of the history in words: its name, and what else was told of it."""
        details = (item.detail, item.since, item.until, item.lasted, item.why)
        words = ", ".join(parts.clean(each) for each in (item.name, *details) if parts.clean(each))
        return self._says("fhir-over", what=words) if item.state == "stopped" else parts.escape(words)

    def _nothing(self, section: Literal["allergy", "medicine", "condition"], kind: str) -> Resource:
        none, unknown = _ABSENT[section]
        code, display = none if history.is_none(self._items, section) else unknown
        return self._history.nothing_told(kind, code, display)

    def _none_or_unknown(self, section: history.Section) -> str:
        """Say in words whether there is nothing, or nothing is known; also where other things of it were told."""
        said = "none" if history.is_none(self._items, section) else "unknown"
        return self._says(f"fhir-{said}")


_ABSENT: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "allergy": (
        ("no-known-allergies", "No known allergies"),
        ("no-allergy-info", "No information about allergies"),
    ),
    "medicine": (
        ("no-known-medications", "No known medications"),
        ("no-medication-info", "No information about medications"),
    ),
    "condition": (
        ("no-known-problems", "No known problems"),
        ("no-problem-info", "No information about current problems"),
    ),
}
"""(none, unknown) of each section that must be there; display words as in absent-unknown-uv-ips."""


def _said(item: history.Item) -> str:
    return ", ".join(words for words in (item.name, item.detail, item.why) if words)
