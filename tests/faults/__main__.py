"""``python -m tests.faults``: the long storm, as many kills as wanted, and its table."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.faults.storm import Plan, Storm, table
from tests.faults.updaters import WAITING, compare
from tests.support import postgres


async def _both(kills: int, workers: int) -> str:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(kills=kills, patients=20, every=5)
        rows.append(("one process, SQLite", await Storm(plan, Path(folder)).run()))
        print(rows[-1][1], file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder, postgres.database() as url:
        troubles = ("away", "block", "migrated")
        plan = Plan(kills=kills, patients=20, workers=workers, postgres=url, every=5, troubles=troubles)
        rows.append((f"{workers} processes, PostgreSQL", await Storm(plan, Path(folder)).run()))
    return table(rows)


def main() -> None:
    """Run both forms and print what was counted."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=500, help="kills of each form")
    parser.add_argument("--workers", type=int, default=4)
    chosen = parser.parse_args()
    library, ours = asyncio.run(compare())
    print(
        f"One kill with {WAITING} updates waiting: the library's updater loses {library}, ours {ours}.",
        flush=True,
    )
    print(asyncio.run(_both(chosen.kills, chosen.workers)))


if __name__ == "__main__":
    main()
