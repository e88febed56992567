"""Lives told at random, and their recount from the raw journal: it shares no code with what is shown.

Told, corrected, undone and brought back, in several zones and with silent weeks, some months folded on the way.
"""

import contextlib
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import journal, readings, visits
from bot.storage import opening as stores
from bot.storage import patients, sealed, store

NOW = datetime(2026, 3, 31, 16, tzinfo=UTC)
HOME = "America/New_York"
ZONES = (HOME, "Asia/Tokyo", "Pacific/Kiritimati", "Europe/London")
SYMPTOMS = ("migraine", "nausea", "fatigue", "rash")
MEDICINES = ("propranolol", "iron")
STATUSES: tuple[readings.MedicineStatus, ...] = (
    "taken",
    "taken",
    "taken",
    "missed",
    "ran_out",
    "stopped",
    "mentioned",
)
DAYS_OF = {"weeks": 14, "month": 30, "quarter": 90, "year": 365}


@dataclass
class Lives:
    """A store, and every patient in it a life of its own."""

    opened: stores.Opened
    count: int = 0

    def begin(self, connection: Any, seed: int) -> patients.Opened:
        """Bring somebody new and let them tell of their life."""
        self.count += 1
        self.opened.patients.join(connection, self.count, "en-US", NOW)
        found = self.opened.patients.find(connection, self.count)
        someone = self.opened.patients.open(connection, found) if found else None
        assert someone
        dice, unit = random.Random(seed), store.Store(someone.scope)
        live(unit, dice)
        if dice.random() < 0.5:
            unit.journal.fold_months(NOW - timedelta(days=2000), NOW)
        return replace(someone, patient=replace(someone.patient, name="Robin", zone=HOME))


@contextlib.contextmanager
def lives(folder: Path) -> Iterator[Lives]:
    """Open a store for lives."""
    opened = stores.open_store(f"sqlite:///{folder / 'lives.db'}", folder, (), NOW)
    yield Lives(opened)
    opened.database.close()


def medicine(dice: random.Random, name: str) -> readings.MedicationMention:
    """Make one that was taken, missed, run out of, stopped or only mentioned."""
    status = dice.choice(STATUSES)
    taken = None if status == "mentioned" else status == "taken"
    return readings.MedicationMention(name, name, dice.choice([None, "40 mg"]), taken, status)


def was_missed(found: readings.MedicationMention) -> bool:
    """Tell whether a dose that should have been was not: what was stopped is no longer due."""
    return found.status in {"missed", "ran_out"}


def made(dice: random.Random, entry_id: str) -> journal.Entry:
    """Make an entry: mostly lately, some years ago, with silent weeks in between."""
    ago = dice.choice([dice.uniform(0, 30), dice.uniform(60, 130), dice.uniform(0, 1500)])
    at = NOW - timedelta(days=ago)
    felt = tuple(
        readings.SymptomMention(s, s, severity=dice.choice([None, *range(11)]), negated=dice.random() < 0.2)
        for s in dice.sample(SYMPTOMS, dice.randint(0, 3))
    )
    taken = tuple(medicine(dice, name) for name in dice.sample(MEDICINES, dice.randint(0, 2)))
    lost = ("couldn't work",) if dice.random() < 0.3 else ()
    energy, sleep, function = (dice.choice([None, dice.randint(0, 4)]) for _ in range(3))
    answers = journal.Checkin(energy=energy, sleep=sleep, function=function)
    return journal.Entry(
        entry_id,
        at,
        at,
        dice.choice(ZONES),
        text="words",
        reading=readings.UpdateReading(felt, taken, impact=lost),
        checkin=dice.choice([None, answers]),
    )


def live(unit: store.Store, dice: random.Random) -> None:
    """Tell, correct, undo, bring back; now and then months are folded on the way."""
    told: list[str] = []
    for _ in range(dice.randint(0, 60)):
        action = dice.choice(["tell"] * 6 + ["correct", "undo", "back", "fold"])
        if action == "tell" or not told:
            told.append(sealed.new_id())
            unit.journal.add(made(dice, told[-1]))
        elif action == "correct":
            unit.journal.save(made(dice, dice.choice(told)))
        elif action == "undo":
            unit.journal.remove(dice.choice(told), NOW)
        elif action == "back":
            unit.journal.restore(dice.choice(told))
        else:
            unit.journal.fold_months(NOW - timedelta(days=2000), NOW)
    for _ in range(dice.randint(0, 3)):
        whom = dice.choice(["Dr. Wu", "Dr. Lee"])
        at = NOW - timedelta(days=dice.uniform(1, 200))
        unit.visits.add(
            visits.Visit(sealed.new_id(), at, HOME, whom, state=dice.choice(["done", "cancelled"]))
        )
    if dice.random() < 0.6:
        unit.visits.add(visits.Visit(sealed.new_id(), NOW + timedelta(days=2), HOME, "Dr Wu, neurology"))


def day_of(entry: journal.Entry) -> date:
    """Give the day on the calendar of the place it was told in, by the offset of its zone."""
    return (
        entry.at
        + (
            ZoneInfo(entry.zone).utcoffset(entry.at.astimezone(ZoneInfo(entry.zone)).replace(tzinfo=None))
            or timedelta()
        )
    ).date()


def span(unit: store.Store, entries: list[journal.Entry], reach: str) -> tuple[datetime, datetime]:
    """Where the period begins, and where the time before it does."""
    here = ZoneInfo(HOME)
    if reach == "all":
        midnight = datetime(2026, 3, 31, tzinfo=here).astimezone(UTC)
        first = min([midnight, *(e.at for e in entries)])
        return first, first
    if reach == "visit":
        every = unit.visits.all()
        coming = any(v.at > NOW for v in every)
        seen = [
            v for v in every if v.at < NOW and v.state != "cancelled" and (not coming or "Wu" in v.with_whom)
        ]
        if seen:
            last = max(v.at for v in seen)
            return last, last - (NOW - last)
    length = DAYS_OF.get(reach, 30)
    today = date(2026, 3, 31)

    def begin(ago: int) -> datetime:
        day = today - timedelta(days=ago)
        return datetime(day.year, day.month, day.day, tzinfo=here).astimezone(UTC)

    return begin(length - 1), begin(2 * length - 1)


def by_day(entries: list[journal.Entry], what: Callable[[journal.Entry], list[Any]]) -> dict[date, list[Any]]:
    """Collect what entries hold by their day."""
    found: dict[date, list[Any]] = {}
    for each in entries:
        for value in what(each):
            found.setdefault(day_of(each), []).append(value)
    return found


def rated(entries: list[journal.Entry], name: str) -> tuple[int, int | None, int | None]:
    """Days with it, typical, worst."""
    told = by_day(
        entries, lambda e: [s.severity for s in e.reading.symptoms if s.name == name and not s.negated]
    )
    worst = [max(numbers) for numbers in ([n for n in d if n is not None] for d in told.values()) if numbers]
    worst.sort()
    return len(told), worst[(len(worst) - 1) // 2] if worst else None, max(worst, default=None)


def numbers(text: str) -> list[int]:
    """List the whole numbers in a text."""
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]
