"""``python -m tests.bench.reminders``: a store full of reminders, thousands of them due in the same minute.

The bot runs as its own process. How fast are they sent at Telegram's rate and with the rate lifted, is one lost or
doubled, and how long does somebody wait who writes meanwhile? Beside it what an idle tick costs, and what it takes to
add jobs to APScheduler's own store. The short form takes a few minutes; ``--stored 1000000 --due 10000`` is the long.
"""

import argparse
import asyncio
import contextlib
import secrets
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.domain.reminders import Reminder
from bot.storage import database, opening, patients, reminders, sealed, tables
from tests.bench import bots
from tests.bench.__main__ import until, worded
from tests.bench.api import Api

A_PATIENT = 100
"""Reminders of one patient, of which one may be due."""
WRITERS = 50
"""Patients without a reminder that is due, who write meanwhile."""
WARM = 10
"""Messages before it begins."""
PAUSE = 0.5
"""Seconds between one who writes and the next."""
LEAD = timedelta(seconds=15)
"""From the start of the bot until it begins."""
JOBS = 2_000
TICKS = 50
AT_ONCE = 10_000
"""Rows inserted in one go."""
HEADS = "  rate   a second with replies  a CPU second  lost  doubled reply ms  slowest       MB"


def fill(folder: Path, stored: int, people: int) -> None:
    """Make a store of ``people`` and those who write, with reminders from tomorrow on."""
    bots.fill(folder, people + WRITERS)
    opened = _opened(folder)
    now = datetime.now(UTC)
    with opened.database.write() as connection:
        rows: list[dict[str, object]] = []
        for number in range(people):
            scope = _scope(opened, connection, number)
            rows += [_row(scope, now + timedelta(days=1 + day)) for day in range(stored // people)]
            if len(rows) >= AT_ONCE:
                connection.execute(sa.insert(tables.reminders), rows)
                rows = []
        if rows:
            connection.execute(sa.insert(tables.reminders), rows)
    opened.database.close()


def add_due(folder: Path, due: int, at: datetime) -> None:
    """Give the first ``due`` patients a reminder at one moment."""
    opened = _opened(folder)
    with opened.database.write() as connection:
        rows = [_row(_scope(opened, connection, number), at) for number in range(due)]
        connection.execute(sa.insert(tables.reminders), rows)
    opened.database.close()


def _scope(opened: opening.Opened, connection: database.Connection, number: int) -> sealed.Scope:
    scope = opened.patients.scope_of(connection, bots.FIRST_PERSON + number)
    if scope is None:
        raise AssertionError("nobody there")
    return scope


def _opened(folder: Path) -> opening.Opened:
    url = f"sqlite:///{folder / 'data' / 'sameside.db'}"
    return opening.open_store(url, folder / "data", (), datetime.now(UTC))


def _row(scope: sealed.Scope, at: datetime) -> dict[str, object]:
    reminder = Reminder(sealed.new_id(), "own", at, at, text="stretch", exact=True)
    body = scope.seal(reminder, tables.reminders.name, reminder.id)
    of_whom = {"patient_id": scope.patient_id, "subject": None, "kind": "own"}
    return {"id": reminder.id, **of_whom, "due_at": at, "body": body}


def idle(folder: Path, *, blocked: int = 0) -> float:
    """Give the median milliseconds, by the clock, of looking when the next reminder is due.

    ``blocked``: so many patients have blocked the bot, and what they missed is overdue.
    """
    opened = _opened(folder)
    with opened.database.write() as connection:
        for number in range(blocked):
            whom = _scope(opened, connection, number).patient_id
            patients.set_blocked(connection, whom, datetime.now(UTC))
    spent = [_timed(opened.database) for _ in range(TICKS)]
    opened.database.close()
    return statistics.median(spent)


def _timed(store: database.Database) -> float:
    began = time.perf_counter()
    with store.read() as connection:
        reminders.next_due(connection)
    return (time.perf_counter() - began) * 1000


@contextlib.asynccontextmanager
async def running(folder: Path, rate: int) -> AsyncIterator[tuple[Api, bots.Running]]:
    """Run the bot on a store."""
    api = Api()
    server = await api.start()
    bot = bots.Running(bots.OURS, folder)
    await bot.start(api, rate)
    try:
        yield api, bot
    finally:
        await bot.stop()
        server.close()


async def measure(folder: Path, rate: int, due: int, first_writer: int) -> str:
    """Let the bot send what is due while some write; give the figures in one line."""
    writers = set(range(first_writer, first_writer + WRITERS))
    async with running(folder, rate) as (api, bot):
        for person in sorted(writers)[:WARM]:
            await _wait(api, person)
        await until(lambda: bool(_given(api, writers)), 120)
        cpu = bot.cpu()
        waits: list[float] = []
        for person in _round(first_writer):
            if _given(api, writers).total() >= due:
                break
            waits.append(await _wait(api, person))
            await asyncio.sleep(PAUSE)
        given = _given(api, writers)
        ours = [at for at, to in zip(api.sent_at, api.sent_to, strict=True) if to not in writers]
        wall, spent = ours[due - 1] - ours[0], bot.cpu() - cpu
        doubled = sum(count - 1 for count in given.values())
        replies = f"{statistics.median(waits):9.0f}{max(waits):9.0f}" if waits else f"{'-':>9}{'-':>9}"
        a_second = (due - 1) / wall
        in_all = sum(ours[0] <= at <= ours[due - 1] for at in api.sent_at) / wall
        sent = f"{a_second:11.1f}{in_all:13.1f}{due / spent:14.0f}{due - len(given):6}{doubled:9}"
        return f"{rate:6}{sent}{replies}{bot.peak():9.0f}"


def _round(first: int) -> Iterator[int]:
    while True:
        yield from range(first, first + WRITERS)


def _given(api: Api, writers: set[int]) -> Counter[int]:
    return Counter(to for to in api.sent_to if to not in writers)


async def _wait(api: Api, person: int) -> float:
    before, began = api.sent_to.count(person), time.perf_counter()
    api.put(api.text(person, worded(person)))
    await until(lambda: api.sent_to.count(person) > before)
    return (time.perf_counter() - began) * 1000


def peer(folder: Path, jobs: int) -> float:
    """Add jobs to APScheduler's store on SQLite, as its documentation does; give the milliseconds of each."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler

    store = SQLAlchemyJobStore(url=f"sqlite:///{folder / secrets.token_hex(4)}.db")
    scheduler = BackgroundScheduler(jobstores={"default": store}, timezone=UTC)
    scheduler.start(paused=True)
    at = datetime.now(UTC) + timedelta(days=1)
    began = time.perf_counter()
    for number in range(jobs):
        scheduler.add_job("builtins:print", "date", run_date=at + timedelta(seconds=number), args=["stretch"])
    spent = time.perf_counter() - began
    scheduler.shutdown(wait=False)
    return spent / jobs * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.bench.reminders")
    parser.add_argument("--stored", type=int, default=100_000)
    parser.add_argument("--due", type=int, default=1_000)
    parser.add_argument("--rates", type=int, nargs="*", default=[30, 1000])
    chosen = parser.parse_args()
    people = max(chosen.stored // A_PATIENT, chosen.due)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.perf_counter()
        filled = folder / "filled"
        filled.mkdir()
        fill(filled, chosen.stored, people)
        print(f"{chosen.stored} reminders stored in {time.perf_counter() - began:.0f} s", flush=True)
        print(HEADS, flush=True)
        for rate in chosen.rates:
            copy = folder / f"at {rate}"
            shutil.copytree(filled, copy)
            add_due(copy, chosen.due, datetime.now(UTC) + LEAD)
            print(asyncio.run(measure(copy, rate, chosen.due, bots.FIRST_PERSON + people)), flush=True)
        print(f"idle tick: {idle(filled):.2f} ms", end="", flush=True)
        add_due(filled, chosen.due, datetime.now(UTC))
        print(f"; what is due is of people who blocked the bot: {idle(filled, blocked=chosen.due):.2f} ms")
        print(f"APScheduler's SQLAlchemy store: {peer(folder, JOBS):.1f} ms a job added ({JOBS} added)")


if __name__ == "__main__":
    main()
