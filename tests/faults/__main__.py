"""``python -m tests.faults``: the long storm, as many kills as wanted, and its table."""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.faults.counts import table
from tests.faults.storm import Plan, Storm
from tests.faults.updaters import WAITING, compare
from tests.support import postgres

LONG = Plan(
    patients=40,
    writes_per_second=4.0,
    between_kills=1.0,
    every=8,
    troubles=("locked", "full", "jump", "block"),
)
"""Everybody writes every ten seconds: faster than people do, and not so fast that Telegram takes no more answers."""
ON_POSTGRES = ("away", "jump", "upgraded", "block")


async def _both(kills: int, minutes: float, workers: int) -> str:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        plan = replace(LONG, kills=kills, minutes=minutes)
        rows.append(("one process, SQLite", await Storm(plan, Path(folder)).run()))
        print(table(rows), file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as folder, postgres.database() as url:
        plan = replace(plan, workers=workers, postgres=url, troubles=ON_POSTGRES)
        rows.append((f"{workers} processes, PostgreSQL", await Storm(plan, Path(folder)).run()))
    return table(rows)


def main() -> None:
    """Run both forms and print what was counted."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=500, help="kills of each form")
    parser.add_argument("--minutes", type=float, default=60.0, help="how long each form may last at most")
    parser.add_argument("--workers", type=int, default=4)
    chosen = parser.parse_args()
    library, ours = asyncio.run(compare())
    print(
        f"One kill with {WAITING} updates waiting: the library's updater loses {library}, ours {ours}.",
        flush=True,
    )
    print(asyncio.run(_both(chosen.kills, chosen.minutes, chosen.workers)))


if __name__ == "__main__":
    main()
