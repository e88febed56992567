"""All of the understanding behind one door: built once, asked for each message with the patient's own context."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain import readings
from bot.understanding import alerts, recurrences, situations, times, updates


@dataclass(frozen=True, slots=True)
class Understanding:
    """The readers of one language."""

    updates: updates.UpdateReader
    alerts: alerts.AlertReader
    situations: situations.SituationReader

    def for_patient(self, now: datetime, locale: str, taught: Mapping[str, str]) -> "PatientReader":
        """Read for one patient: ``now`` is their wall clock (naive), ``taught`` their own words."""
        return PatientReader(self, now, locale, taught)


@dataclass(frozen=True, slots=True)
class PatientReader:
    """Reads text as one patient means it, at one moment."""

    readers: Understanding
    now: datetime
    locale: str
    taught: Mapping[str, str]

    def update(self, text: str) -> readings.UpdateReading:
        """Read symptoms, medicines and the rest from a quick update."""
        return self.readers.updates.read(text, self.taught)

    def time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Read a text that is meant as a time."""
        return times.read(text, self.now, kind, self.locale)

    def find_time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Find a time inside free text."""
        return times.find(text, self.now, kind, self.locale)

    def recurrence(self, text: str) -> tuple[readings.Recurrence, str] | None:
        """Find a repeating time and the words that say it."""
        return recurrences.find(text)

    def alert(self, text: str) -> readings.Alert:
        """Recognise an emergency or a crisis."""
        return self.readers.alerts.read(text)

    def situations(self, text: str) -> tuple[str, ...]:
        """Name the likely barriers, best first."""
        return self.readers.situations.rank(text)

    def symptom(self, words: str) -> str:
        """Give the name under which the patient's word for a symptom is kept."""
        said = " ".join(words.casefold().split())
        return self.taught.get(said) or self.readers.updates.canonical_symptom(words) or said
