"""What looking back needs of an entry, and the questions asked of one: was this in it, and how bad was it.

A journal entry is such a value; so is the lean form that the store reads where ten years are looked at.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, Protocol

from bot.domain.readings import MedicineStatus

Measure = Literal["energy", "sleep", "function"]
MEASURES: tuple[Measure, ...] = ("energy", "sleep", "function")
"""What a check-in asks besides symptoms, each from 0 (low) to 4 (good)."""

BAD = 7
"""From this number on a day counts as bad: people place severe pain at 7 to 10 (doi 10.1016/j.jpain.2005.07.012)."""
HARDLY = 1
"""A check-in that says so little could be done makes a bad day as well (0 hardly a thing, 1 a little)."""
PAIN = "pain"
_HURTS = ("pain", "ache", "migraine", "cramp")
"""Parts of names that mean pain of some kind: "days without pain" is not only about the word."""


class Symptom(Protocol):
    """One symptom of an entry."""

    @property
    def name(self) -> str:
        """The name it is kept under."""

    @property
    def severity(self) -> int | None:
        """0-10, None where no number was told."""

    @property
    def negated(self) -> bool:
        """True for "no fever"."""


class Medicine(Protocol):
    """One medicine of an entry."""

    @property
    def name(self) -> str:
        """The name it is kept under."""

    @property
    def taken(self) -> bool | None:
        """True taken, False not, None where it was only mentioned."""

    @property
    def status(self) -> MedicineStatus:
        """Why it was not taken, too."""

    @property
    def dose(self) -> str | None:
        """The dose as told, None where none was."""


class Reading(Protocol):
    """What was understood of an entry."""

    @property
    def symptoms(self) -> Sequence[Symptom]:
        """The symptoms, also those that were denied."""

    @property
    def medications(self) -> Sequence[Medicine]:
        """The medicines."""

    @property
    def impact(self) -> Sequence[str]:
        """What could not be done, in the patient's words."""


class Checkin(Protocol):
    """The answers of a check-in, None where skipped."""

    @property
    def energy(self) -> int | None:
        """0 to 4."""

    @property
    def sleep(self) -> int | None:
        """0 to 4."""

    @property
    def function(self) -> int | None:
        """0 to 4."""

    @property
    def medicines(self) -> str | None:
        """How much of the medicines: all, some, none."""


class Told(Protocol):
    """One entry."""

    @property
    def id(self) -> str:
        """The entry's id."""

    @property
    def at(self) -> datetime:
        """When it happened, UTC."""

    @property
    def day(self) -> date:
        """The local day it happened on."""

    @property
    def text(self) -> str:
        """The patient's words."""

    @property
    def note(self) -> str:
        """What was added."""

    @property
    def reading(self) -> Reading:
        """What was understood."""

    @property
    def checkin(self) -> Checkin | None:
        """The check-in, where it is one."""

    @property
    def told_by(self) -> str:
        """The trusted person who told it; empty for the patient's own words."""


def is_pain(name: str) -> bool:
    """Tell whether a symptom is pain of some kind, by its name."""
    return any(part in name for part in _HURTS)


def has_symptom(entry: Told, name: str, at_least: int = 0) -> bool:
    """Tell whether a symptom was there, rated ``at_least`` where that is above 0; "pain" is pain of any kind."""
    return any(_is_meant(each, name, at_least) for each in entry.reading.symptoms)


def severity(entry: Told, name: str) -> int | None:
    """Give the highest number told for a symptom (for any, where ``name`` is empty); None where none was."""
    felt = (each for each in entry.reading.symptoms if not each.negated)
    return highest(each.severity for each in felt if not name or _is_meant(each, name, at_least=0))


def is_bad(entry: Told) -> bool:
    """Tell whether an entry makes its day a bad one."""
    rated = any(not s.negated and (s.severity or 0) >= BAD for s in entry.reading.symptoms)
    could_do = entry.checkin.function if entry.checkin else None
    return rated or (could_do is not None and could_do <= HARDLY)


def has_medicine(entry: Told, name: str, *, missed: bool = False) -> bool:
    """Tell whether a medicine was taken, or ``missed``; any, where ``name`` is empty."""
    return any(
        (is_missed(m) if missed else m.taken is True) and name in {"", m.name}
        for m in entry.reading.medications
    )


def is_missed(medicine: Medicine) -> bool:
    """Tell whether a dose that should have been was not: forgotten or run out, and none that was stopped."""
    return medicine.taken is False and medicine.status != "stopped"


def says_medicines_taken(entry: Told) -> bool:
    """Tell whether a check-in says that medicines were taken, without naming them."""
    return entry.checkin is not None and entry.checkin.medicines in {"all", "some"}


def measure(entry: Told, name: str) -> int | None:
    """Give one answer of a check-in, 0 to 4; None where there is none."""
    if entry.checkin is None:
        return None
    answers = {
        "energy": entry.checkin.energy,
        "sleep": entry.checkin.sleep,
        "function": entry.checkin.function,
    }
    return answers.get(name)


def highest(numbers: Iterable[int | None]) -> int | None:
    """Give the highest of the numbers that are known."""
    return max((number for number in numbers if number is not None), default=None)


def middle(numbers: Iterable[int]) -> int | None:
    """Give the median, the lower of two middles, as every count of ours does."""
    ranked = sorted(numbers)
    return ranked[(len(ranked) - 1) // 2] if ranked else None


def _is_meant(symptom: Symptom, name: str, at_least: int) -> bool:
    if symptom.negated or (symptom.severity or 0) < at_least:
        return False
    return symptom.name == name or (name == PAIN and is_pain(symptom.name))
