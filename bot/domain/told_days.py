"""Folded days in the form that looking back counts on: a day is told like one entry that holds all of it.

A day keeps what is counted and loses the words and the hours, so years of them are few and small.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Literal

from bot.domain import days, journal
from bot.domain.told import MEASURES


@dataclass(frozen=True, slots=True)
class Symptom:
    """A symptom that was there on the day, with its highest number."""

    name: str
    severity: int | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine once taken, or missed, on the day."""

    name: str
    taken: bool
    status: Literal["taken", "missed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was there on the day."""

    symptoms: tuple[Symptom, ...]
    medications: tuple[Medicine, ...]


_NOTHING = Reading((), ())


@dataclass(frozen=True, slots=True)
class DayTold:
    """A whole day as if it were told at once. It has no id and no words; ``at`` only orders it."""

    day: date
    reading: Reading
    checkin: journal.Checkin | None = None
    id: str = field(default="", init=False)
    text: str = field(default="", init=False)
    note: str = field(default="", init=False)

    @property
    def at(self) -> datetime:
        """Midnight of the day."""
        return datetime.combine(self.day, time(), UTC)


def of_days(folded: Iterable[days.Day]) -> list[DayTold]:
    """Tell each day at once."""
    return [DayTold(day.day, _reading(day), _checkin(day.checkins)) for day in folded]


def bare(folded: Iterable[days.Day]) -> list[DayTold]:
    """Give the days alone, where only that something was logged counts."""
    return [DayTold(day.day, _NOTHING) for day in folded]


def _reading(day: days.Day) -> Reading:
    symptoms = tuple(Symptom(name, worst) for name, worst in day.symptoms.items())
    taken = (
        Medicine(name, taken=True, status="taken")
        for name, doses in day.taken.items()
        for _ in range(sum(doses.values()))
    )
    missed = (Medicine(name, taken=False, status="missed") for name in day.missed)
    return Reading(symptoms, (*taken, *missed))


def _checkin(answered: tuple[journal.Checkin, ...]) -> journal.Checkin | None:
    """Give the lowest answers of the day's check-ins, which is what counts."""
    if len(answered) <= 1:
        return answered[0] if answered else None
    lowest = {
        name: min((n for c in answered if (n := getattr(c, name)) is not None), default=None)
        for name in MEASURES
    }
    took = any(c.medicines in {"all", "some"} for c in answered)
    return journal.Checkin(**lowest, medicines="some" if took else None)
