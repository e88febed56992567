"""``python -m tests.bench.workers``: PostgreSQL, one process and two, beside python-telegram-bot's echo.

Updates are put into the inbox while the bots run, as another process of theirs would that has the webhook; it counts
until the last answer was sent. Only one of the processes sends; both handle. Runs take turns; medians.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.telegram import gateway
from bot.services.intake import Intake
from bot.storage import opening
from tests.bench import bots, growth
from tests.bench.__main__ import run_once, until, worded
from tests.bench.api import Api
from tests.support import postgres

WARM = 40
BATCH = 100


def _updates(api: Api, people: int, count: int) -> list[dict[str, object]]:
    return [api.text(bots.FIRST_PERSON + number % people, worded(number)) for number in range(count)]


async def measure(
    folder: Path, url: str, workers: int, people: int, count: int, *, number: int
) -> tuple[float, float]:
    """Give the updates a second and a CPU second of so many processes together."""
    opened = opening.open_store(url, folder / "data", (), datetime.now(UTC))
    intake = Intake(opened, gateway.identify, frozenset())
    api = Api()
    api.skip(number * 100_000)  # one database, and each number is handled once
    server = await api.start()
    running = [bots.Running(bots.OURS, folder, url) for _ in range(workers)]
    try:
        for bot in running:
            await bot.start(api)
        await asyncio.to_thread(intake.accept, _updates(api, people, WARM * workers), datetime.now(UTC))
        await until(lambda: len(api.sent_at) >= WARM * workers, 120)
        cpu, began = _cpu(running), time.perf_counter()
        updates = _updates(api, people, count)
        for first in range(0, count, BATCH):
            await asyncio.to_thread(intake.accept, updates[first : first + BATCH], datetime.now(UTC))
        await until(lambda: len(api.sent_at) >= WARM * workers + count, 120)
        return count / (time.perf_counter() - began), count / (_cpu(running) - cpu)
    finally:
        for bot in running:
            await bot.stop()
        server.close()
        opened.database.close()


def _cpu(running: list[bots.Running]) -> float:
    return sum(bot.cpu() for bot in running)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.bench.workers")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--updates", type=int, default=300)
    chosen = parser.parse_args()
    found: dict[str, list[tuple[float, float]]] = {"one process": [], "two processes": [], "PTB echo": []}
    with tempfile.TemporaryDirectory() as name, postgres.database() as plain:
        url = plain.replace("postgresql://", "postgresql+psycopg://", 1)
        folder = Path(name)
        now = datetime.now(UTC)
        opened = opening.open_store(url, folder / "data", (), now)
        growth.crowd(opened, bots.FIRST_PERSON, chosen.people, now)
        opened.database.close()
        for number in range(1, chosen.runs + 1):
            for workers, words in ((1, "one process"), (2, "two processes")):
                run = measure(
                    folder, url, workers, chosen.people, chosen.updates, number=2 * number + workers
                )
                found[words].append(asyncio.run(run))
            echo = asyncio.run(run_once(bots.KINDS[1], folder, chosen.people, chosen.updates))
            found["PTB echo"].append((echo.per_second, echo.per_cpu))
    print(f"{'PostgreSQL':16}{'a second':>10}{'a CPU second':>14}")
    for words, runs in found.items():
        a_second, a_cpu_second = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{words:16}{a_second:10.1f}{a_cpu_second:14.1f}")


if __name__ == "__main__":
    main()
