"""``python -m tests.bench.documents``: what the summary costs after one month and after ten years of updates.

The screen is one whole turn (a /summary taken from the database, answered, stored); the page and its picture are made
from the store as for delivery. CPU time of this process, medians; the loop's longest wait is by the clock.
"""

import asyncio
import functools
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.content import wording
from bot.domain import history, journal, page_choices, questions, readings, visits
from bot.engine import messages
from bot.services.papers import Papers
from bot.storage import sealed, store
from tests.support.journey import Journey, Patient

RUNS = 15
SYMPTOMS = ("migraine", "fatigue", "nausea", "brain fog", "dizziness", "neck pain", "insomnia", "joint pain")
QUESTIONS = (
    "/find how many days with migraine",
    "/find worst week ever",
    "/find how many bad days",
    "/find when did I last have a cough",
    "/find when did I first have a migraine",
    "/find how often did I take ibuprofen",
    "/trends migraine and fatigue since 2017",
    "/find scan",
    "/find pills",
)
"""Questions about all ten years; the last two are of words, one never told and one in every entry."""
MEDICINES = ("propranolol", "sumatriptan", "ibuprofen", "magnesium")
A_DAY = 20_000 / 3650
"""Entries a day: 20,000 in ten years."""


def fill(patient: Patient, days: int) -> int:
    """Tell so many days of updates, with what belongs to them; give the number of entries."""
    dice, count = random.Random(1), round(days * A_DAY)
    journey = patient.journey
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, patient.telegram_id)
        opened = journey.opened.patients.open(connection, patient_id) if patient_id else None
        if opened is None:
            raise AssertionError("nobody there")
        unit = store.Store(opened.scope)
        for number in range(count):
            at = journey.now - timedelta(days=days * number / count)
            unit.journal.add(_entry(dice, at, number))
        whom = "Dr. Wu, neurology"
        ahead = unit.visits.add(visits.Visit(sealed.new_id(), journey.now + timedelta(days=2), "UTC", whom))
        for ago in range(29, days, 90):
            unit.visits.add(visits.Visit(sealed.new_id(), journey.now - timedelta(days=ago), "UTC", whom))
        for place in (1, 2, 3):
            asked = questions.Question(
                sealed.new_id(), "What would you try next?", journey.now, ahead.id, place
            )
            unit.questions.add(asked)
        for section in history.SECTIONS:
            for name in ("one", "two", "three"):
                unit.history.add(history.Item(sealed.new_id(), section, f"{section} {name}", journey.now))
    return count


def _entry(dice: random.Random, at: datetime, number: int) -> journal.Entry:
    felt = tuple(
        readings.SymptomMention(name, name, severity=dice.choice([None, *range(1, 11)]))
        for name in dice.sample(SYMPTOMS, 2)
    )
    name = dice.choice(MEDICINES)
    taken = (readings.MedicationMention(name, name, "50 mg", taken=True, status="taken"),)
    reading = readings.UpdateReading(felt, taken)
    text = f"migraine 7 and tired, took my pills {number}"
    return journal.Entry(sealed.new_id(), at, at, "America/New_York", text=text, reading=reading)


def cost(work: Callable[[], object]) -> float:
    """Give the median CPU milliseconds of doing it, warm."""
    work()
    spent = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        spent.append((time.process_time() - began) * 1000)
    return statistics.median(spent)


def set_reach(patient: Patient, reach: page_choices.Reach) -> None:
    """Choose how far back, as a press of the button does."""
    patient.press_data(f"/summary::reach_{reach}", patient.screen[-1])


def make(papers: Papers, patient: Patient, what: str) -> None:
    """Make a document from the store."""
    for kept in patient.store():
        opened = patient.journey.opened.patients.open(kept.scope.connection, kept.scope.patient_id)
        if opened:
            papers.make(kept, opened.patient, messages.Document(what), patient.journey.now)


async def longest_wait(work: Callable[[], object]) -> float:
    """Give the longest time, in milliseconds, the loop was held up while a thread made a page; the median of a few."""
    waits = []
    for _ in range(9):
        making = asyncio.ensure_future(asyncio.to_thread(work))
        longest, last = 0.0, time.perf_counter()
        while not making.done():
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        await making
        waits.append(longest * 1000)
    return statistics.median(waits)


def measured(papers: Papers, patient: Patient, reach: page_choices.Reach) -> str:
    """Measure one reach; give the figures as they are printed."""
    set_reach(patient, reach)
    screen = cost(lambda: patient.says("/summary"))
    page = cost(lambda: make(papers, patient, "page"))
    picture = cost(lambda: make(papers, patient, "picture"))
    held = asyncio.run(longest_wait(lambda: make(papers, patient, "page")))
    return f"{screen:11.1f}{page:9.1f}{picture:12.1f}{held:14.1f}"


def asked(patient: Patient) -> None:
    """Measure what is asked of the whole log."""
    for question in QUESTIONS:
        spent = cost(functools.partial(patient.says, question))
        print(f"{question:45}{spent:11.1f}", flush=True)


def beside(papers: Papers) -> None:
    """Measure everything of ten years beside one month, in turns, so that both meet the same load."""
    spent: dict[tuple[str, int], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        lives = {days: Journey(_made(Path(folder) / str(days))).patient() for days in (30, 3650)}
        for days, patient in lives.items():
            fill(patient, days)
            set_reach(patient, "all" if days > 30 else "visit")
        for turn in range(RUNS + 2):
            for days, patient in lives.items():
                for what in ("screen", "page", "picture"):
                    began = time.process_time()
                    patient.says("/summary") if what == "screen" else make(papers, patient, what)
                    if turn > 1:  # warm
                        spent.setdefault((what, days), []).append((time.process_time() - began) * 1000)
        for patient in lives.values():
            patient.journey.close()
    for what in ("screen", "page", "picture"):
        month, everything = (statistics.median(spent[what, days]) for days in (30, 3650))
        ratio = everything / month
        print(
            f"{what:9}one month {month:6.1f} ms, ten years {everything:6.1f} ms: {ratio:.2f} times",
            flush=True,
        )


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def main() -> None:
    """Measure and print."""
    papers = Papers(wording.Wording())
    beside(papers)
    print(f"{'':28}{'entries':>9}{'screen ms':>11}{'page ms':>9}{'picture ms':>12}{'loop held ms':>14}")
    for name, days in (("one month", 30), ("ten years", 3650)):
        with tempfile.TemporaryDirectory() as folder:
            journey = Journey(Path(folder))
            patient = journey.patient()
            count = fill(patient, days)
            for reach in page_choices.REACHES if days > 30 else ("visit",):
                print(f"{f'{name}, {reach}':28}{count:9}{measured(papers, patient, reach)}", flush=True)
            if days > 30:
                asked(patient)
            journey.close()


if __name__ == "__main__":
    main()
