"""All of the understanding behind one door: built once, asked for each message with the patient's own context."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain import readings
from bot.understanding import alerts, recurrences, situations, times, updates


@dataclass(frozen=True)
class Understanding:
    """The readers of one language; that of situations is made when it is first asked for."""

    updates: updates.UpdateReader
    alerts: alerts.AlertReader
    make_situations: Callable[[], situations.SituationReader]

    @functools.cached_property
    def situations(self) -> situations.SituationReader:
        """Names the barriers."""
        return self.make_situations()

    def for_patient(self, now: datetime, locale: str, taught: Mapping[str, str]) -> "PatientReader":
        """Read for one patient: ``now`` is their wall clock (naive), ``taught`` their own words."""
        return PatientReader(self, now, locale, taught)


@dataclass(frozen=True, slots=True)
class PatientReader:
    """Reads text as one patient means it, at one moment.

    Flows ask the same of a message one after another, so each reading is kept while the turn lasts, and no longer.
    """

    readers: Understanding
    now: datetime
    locale: str
    taught: Mapping[str, str]
    _updates: dict[str, readings.UpdateReading] = field(default_factory=dict, repr=False, compare=False)
    _situations: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _times: dict[tuple[str, readings.Kind], readings.TimeReading] = field(
        default_factory=dict, repr=False, compare=False
    )
    _alerts: dict[str, readings.Alert] = field(default_factory=dict, repr=False, compare=False)

    def update(self, text: str) -> readings.UpdateReading:
        """Read symptoms, medicines and the rest from a quick update."""
        found = self._updates.get(text)
        if found is None:
            found = self._updates[text] = self.readers.updates.read(text, self.taught)
        return found

    def time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Read a text that is meant as a time."""
        return times.read(text, self.now, kind, self.locale)

    def find_time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Find a time inside free text."""
        found = self._times.get((text, kind))
        if found is None:
            found = self._times[text, kind] = times.find(text, self.now, kind, self.locale)
        return found

    def recurrence(self, text: str) -> tuple[readings.Recurrence, str] | None:
        """Find a repeating time and the words that say it."""
        return recurrences.find(text)

    def alert(self, text: str) -> readings.Alert:
        """Recognise an emergency or a crisis."""
        found = self._alerts.get(text)
        if found is None:
            found = self._alerts[text] = self.readers.alerts.read(text)
        return found

    def situations(self, text: str) -> tuple[str, ...]:
        """Name the likely barriers, best first."""
        found = self._situations.get(text)
        if found is None:
            found = self._situations[text] = self.readers.situations.rank(text)
        return found

    def symptom(self, words: str) -> str:
        """Give the name under which the patient's word for a symptom is kept."""
        said = " ".join(words.casefold().split())
        return self.taught.get(said) or self.readers.updates.canonical_symptom(words) or said
