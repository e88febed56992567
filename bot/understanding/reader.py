"""All of the understanding behind one door: built once, asked for each message with the patient's own context."""

import functools
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from bot.domain import readings
from bot.understanding import alerts, situations
from bot.understanding.times import recurrences, times
from bot.understanding.updates import updates
from bot.understanding.words import gates

T = TypeVar("T")

_NUMBER_FIRST = re.compile(r"(?:at )?(\d{1,2})(?= (?!am\b|pm\b|[ap]\.m|o.?clock\b)[^\W\d])", re.IGNORECASE)
"""A bare number before the day ("6 today"), which after a symptom says how bad it is and not when."""


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

    def for_patient(
        self, now: datetime, locale: str, look_up: Callable[[], Mapping[str, str]] = dict
    ) -> "PatientReader":
        """Read for one patient: ``now`` is their wall clock (naive), ``look_up`` gives the words they taught."""
        return PatientReader(self, now, locale, look_up)


@dataclass(frozen=True, slots=True)
class PatientReader:
    """Reads text as one patient means it, at one moment.

    Flows ask the same of a message one after another, so each reading is kept while the turn lasts, and no longer.
    """

    readers: Understanding
    now: datetime
    locale: str
    look_up: Callable[[], Mapping[str, str]]
    _kept: dict[tuple[Hashable, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, key: tuple[Hashable, ...], read: Callable[[], T]) -> T:
        """Give what ``read`` makes, reading only the first time; ``key``: the name of the reading and all it hangs on.

        What is read must be the same whenever it is read in this turn, and not be changed by whoever gets it.
        """
        if key not in self._kept:
            self._kept[key] = read()
        found: T = self._kept[key]
        return found

    @property
    def taught(self) -> Mapping[str, str]:
        """The patient's own words as they stood when they were first needed: many a turn needs none."""
        return self.once(("taught",), self.look_up)

    def plain(self, text: str) -> str:
        """Give the words of ``text`` as the gates before the readers look at them."""
        return self.once(("plain", text), lambda: gates.plain(text))

    def update(self, text: str) -> readings.UpdateReading:
        """Read symptoms, medicines and the rest from a quick update."""
        return self.once(("update", text), lambda: self.readers.updates.read(text, self.taught))

    def time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Read a text that is meant as a time."""
        return times.read(text, self.now, kind, self.locale)

    def find_time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Find a time inside free text; a number that rates a symptom is no hour ("left knee 6 today")."""
        return self.once(("time", text, kind), lambda: self._found_time(text, kind))

    def _found_time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        found = times.find(text, self.now, kind, self.locale)
        number = _NUMBER_FIRST.match(found.words)
        if number is None or len(re.findall(rf"\b{number[1]}\b", text)) > 1:
            return found
        if all(symptom.severity != int(number[1]) for symptom in self.update(text).symptoms):
            return found
        unrated = text.replace(found.words, found.words[number.end() :].lstrip(), 1)
        return times.find(unrated, self.now, kind, self.locale)

    def recurrence(self, text: str) -> tuple[readings.Recurrence, str] | None:
        """Find a repeating time and the words that say it."""
        return recurrences.find(text)

    def alert(self, text: str) -> readings.Alert:
        """Recognise an emergency or a crisis."""
        return self.once(("alert", text), lambda: self.readers.alerts.read(text))

    def situations(self, text: str) -> tuple[str, ...]:
        """Name the likely barriers, best first."""
        return self.once(("situations", text), lambda: self.readers.situations.rank(text))

    def symptom(self, words: str) -> str:
        """Give the name under which the patient's word for a symptom is kept."""
        said = " ".join(words.casefold().split())
        return self.taught.get(said) or self.readers.updates.canonical_symptom(words) or said
