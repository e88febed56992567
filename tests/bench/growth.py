"""``python -m tests.bench.growth``: does a message cost more when there are many patients, or many years of one?

Stores of several sizes are open at once and take turns, each message through the whole path (stored, handled,
committed, taken from the outbox) in this process: CPU milliseconds, medians. Then the bot as its own process: its
memory with a small and with a large store. Last, what a patient who writes twice a day for a year takes on disk.
``--people 100000`` is the long form.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.domain import patients
from bot.services.housekeeping import Housekeeping
from bot.storage import opening, sealed, tables, vault
from tests.bench import bots
from tests.bench.__main__ import run_once, worded
from tests.bench.documents import fill as fill_years
from tests.support.journey import Journey, Patient

ROUNDS = 15
EACH = 4
"""Messages of one store before it is the next one's turn."""
CHUNK = 5_000
FIRST = 8_000_000_000
ENTRIES = 3
YEAR = 365
A_DAY = 2


def crowd(opened: opening.Opened, first: int, count: int, now: datetime) -> None:
    """Put ``count`` patients who agreed into a store, each with a few entries."""
    for start in range(first, first + count, CHUNK):
        with opened.database.write() as connection:
            people: list[dict[str, object]] = []
            entries: list[dict[str, object]] = []
            for person in range(start, min(start + CHUNK, first + count)):
                patient_id = patients.PatientId(sealed.new_id())
                cipher, wrapped = opened.keys.new_key(patient_id)
                scope = sealed.Scope(connection, patient_id, cipher)
                people.append(_person(opened, scope, wrapped, person, now))
                entries += [_entry(scope, now - timedelta(days=ago)) for ago in range(ENTRIES)]
            connection.execute(sa.insert(tables.patients), people)
            connection.execute(sa.insert(tables.journal), entries)


def _person(
    opened: opening.Opened, scope: sealed.Scope, wrapped: vault.WrappedKey, person: int, now: datetime
) -> dict[str, object]:
    patient = replace(patients.Patient(scope.patient_id, person, now, locale="en-US"), agreed_at=now)
    return {
        "id": scope.patient_id,
        "lookup": vault.lookup_hash(opened.patients._lookup_key, person),
        "key_id": wrapped.key_id,
        "wrapped_key": wrapped.sealed,
        "body": scope.seal(patient, tables.patients.name, scope.patient_id),
        "joined_at": now,
        "agreed_at": now,
    }


def _entry(scope: sealed.Scope, at: datetime) -> dict[str, object]:
    entry_id = sealed.new_id()
    told = {"id": entry_id, "at": at, "recorded_at": at, "zone": "UTC", "text": "nausea 3"}
    body = scope.seal(told, tables.journal.name, entry_id)
    shown = {"at": at, "recorded_at": at, "kind": "update", "message_id": None}
    return {"id": entry_id, "patient_id": scope.patient_id, "body": body, **shown}


def measure(stores: dict[str, Patient]) -> dict[str, tuple[float, float]]:
    """Give the CPU milliseconds of an update and of a look at the summary for each store, in turns."""
    updates: dict[str, list[float]] = {name: [] for name in stores}
    looks: dict[str, list[float]] = {name: [] for name in stores}
    for number in range(ROUNDS + 2):
        for name, patient in stores.items():
            patient.journey.now += timedelta(minutes=7)
            told = _cost(lambda patient=patient, number=number: patient.says(worded(number)))  # type: ignore[misc]
            looked = _cost(lambda patient=patient: patient.says("/summary"))  # type: ignore[misc]
            if number > 1:  # the first make what is made once
                updates[name].append(told)
                looks[name].append(looked)
    return {name: (statistics.median(updates[name]), statistics.median(looks[name])) for name in stores}


def _cost(work: Callable[[], object]) -> float:
    began = time.process_time()
    for _ in range(EACH):
        work()
    return (time.process_time() - began) * 1000 / EACH


def disk(folder: Path) -> float:
    """Give the kilobytes that a year of daily use of one patient takes, cleaned up every night."""
    journey = Journey(folder)
    robin = journey.patient()
    cleaning = Housekeeping(journey.opened.database)
    before = _size(journey)
    for number in range(YEAR * A_DAY):
        journey.now += timedelta(hours=24 / A_DAY)
        robin.says(worded(number))
        cleaning.clean(journey.now)
    journey.close()
    journey.open()
    taken = _size(journey) - before
    journey.close()
    return taken / 1024


def _size(journey: Journey) -> int:
    """Give the bytes of the pages in use."""
    with journey.opened.database.read() as connection:
        pages, free, size = (
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("page_count", "freelist_count", "page_size")
        )
    return int((pages - free) * size)


def memory(folder: Path, people: int, active: int) -> float:
    """Give the most memory, in MB, of a bot with a store of ``people``, of whom ``active`` write."""
    bots.fill(folder, active)
    now = datetime.now(UTC)
    url = f"sqlite:///{folder / 'data' / 'sameside.db'}"
    opened = opening.open_store(url, folder / "data", (), now)
    crowd(opened, FIRST, people - active, now)
    opened.database.close()
    return asyncio.run(run_once(bots.OURS, folder, active, active)).peak


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.bench.growth")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--active", type=int, default=1_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        stores: dict[str, Patient] = {}
        for people in (10, chosen.people):
            journey = Journey(_made(Path(name) / f"{people}"))
            crowd(journey.opened, FIRST, people - 1, journey.now)
            stores[f"{people} patients"] = journey.patient()
        for words, days in (("one month", 30), ("ten years", 3650)):
            journey = Journey(_made(Path(name) / words))
            stores[words] = journey.patient()
            fill_years(stores[words], days)
        print(f"{'':20}{'update ms':>11}{'summary ms':>12}", flush=True)
        for words, (told, looked) in measure(stores).items():
            print(f"{words:20}{told:11.2f}{looked:12.2f}", flush=True)
        for patient in stores.values():
            patient.journey.close()
        for people in (chosen.active, chosen.people):
            peak = memory(_made(Path(name) / f"memory {people}"), people, chosen.active)
            print(f"memory at its peak, {people} patients, {chosen.active} active: {peak:.0f} MB", flush=True)
        print(f"a patient-year of {A_DAY} updates a day: {disk(_made(Path(name) / 'disk')):.0f} kB on disk")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
