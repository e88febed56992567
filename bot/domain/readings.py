"""What the program understood from a piece of text: plain values that say nothing about how it was found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["past", "future", "either"]
"""Which way an unclear time points: an onset lies in the past, a visit in the future."""
MedicineStatus = Literal["taken", "missed", "ran_out", "stopped", "mentioned"]
AlertKind = Literal["emergency", "crisis", "none"]


@dataclass(frozen=True, slots=True)
class SymptomMention:
    """One symptom the writer has (or says they do not have)."""

    name: str
    """The vocabulary's name, or the patient's own word in lower case."""
    words: str
    """What was written, as it was written."""
    body_part: str | None = None
    severity: int | None = None
    """0-10, only where a number was given."""
    severity_range: tuple[int, int] | None = None
    """What a word like "bad" spans on 0-10; never turned into one made-up number. A half step is the two whole numbers
    around it ("6.5" is 6 to 7), as "6 or 7" is."""
    negated: bool = False
    """True for "no fever" and for what is gone now."""


@dataclass(frozen=True, slots=True)
class MedicationMention:
    """One medicine the writer took, missed, stopped or ran out of."""

    name: str
    """Generic name in lower case where the vocabulary knows it, else as written."""
    words: str
    dose: str | None = None
    """Made plain: number, space, unit ("50 mg"); a bare number stays bare ("2 tablets" keeps its unit)."""
    taken: bool | None = None
    """True taken, False missed / stopped / ran out, None where it is only mentioned."""
    status: MedicineStatus = "mentioned"


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured value kept with its unit, as written: ("blood pressure", "128/82", "mmHg")."""

    name: str
    value: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateReading:
    """Everything understood from one quick update."""

    symptoms: tuple[SymptomMention, ...] = ()
    medications: tuple[MedicationMention, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    onset: str | None = None
    """The words that say since when ("since this morning")."""
    duration: str | None = None
    triggers: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()
    """What it stopped the writer doing, in their words ("couldn't work")."""
    sleep: str | None = None
    """The words about last night's sleep ("barely slept", "5 hours")."""

    @property
    def is_empty(self) -> bool:
        """True where nothing at all was recognised; the words are kept all the same."""
        return not (
            self.symptoms
            or self.medications
            or self.measurements
            or self.impact
            or self.sleep
            or self.triggers
        )

    @property
    def is_plain_update(self) -> bool:
        """True where the text can hardly be anything but an update, even in the middle of another question."""
        present = [s for s in self.symptoms if not s.negated]
        rated = any(s.severity is not None for s in present)
        dosed = any(m.status != "mentioned" for m in self.medications)
        return rated or dosed or len(present) > 1


@dataclass(frozen=True, slots=True)
class TimeReading:
    """One moment read from text, in the patient's local time (naive: the zone is the caller's).

    ``value`` is None where nothing was a time. ``asks`` is True where two readings are common;
    ``candidates`` then holds them, most likely first, and ``value`` the first of them.
    """

    value: datetime | None = None
    candidates: tuple[datetime, ...] = ()
    asks: bool = False
    has_time: bool = False
    """False where only a day was named; the hour in ``value`` is then 00:00."""
    words: str = ""
    """The part of the text that was read as the time."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A repeating wall-clock time in the words of RFC 5545's RRULE.

    ``freq``: "MINUTELY" | "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY"; ``byday``: "MO".."SU", with a
    position for months ("1MO", "-1FR"); ``times``: "HH:MM", 24-hour, local; empty where none was said.
    """

    freq: str
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """A possible emergency or crisis found in what was written.

    ``rule``: id of the content rule that fired, for the record and the tests. ``someone_else``: it is happening
    to another person now, who needs the number as much.
    """

    kind: AlertKind = "none"
    rule: str = ""
    someone_else: bool = False
