"""``make bench``: what a message costs our bot and others, in one run, each as its own process; ratios at the end.

The runs of the bots are interleaved, so that what else the machine does falls on all of them. CPU time is the bot
process's own, user and system, so that a busy machine and the stand-in's work do not count as much. Figures are
medians over the runs.
"""

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import bots
from tests.bench.api import Api

RESTS = 20
"""Answers measured one at a time, with a pause before each."""
LOADED = 200
"""Updates offered one after another at half the speed that is the most."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One run of one bot: seconds, updates a CPU second and a second, milliseconds, megabytes."""

    start: float
    per_cpu: float
    per_second: float
    answer: float
    answer_late: float
    answer_loaded: float
    peak: float
    api_per_cpu: float


ROWS: tuple[tuple[str, str], ...] = (
    ("start", "start to first reply, s"),
    ("per_cpu", "updates a CPU second"),
    ("per_second", "updates a second"),
    ("answer", "answer at rest, ms"),
    ("answer_late", "answer at rest, the slowest, ms"),
    ("answer_loaded", "99 of 100 answers under half the most, ms"),
    ("peak", "memory at its peak, MB"),
    ("api_per_cpu", "the stand-in itself, calls a CPU second"),
)


async def until(what: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not what():  # noqa: ASYNC110  what is waited for happens in another process
            await asyncio.sleep(0.005)


async def run_once(kind: bots.Kind, folder: Path, people: int, updates: int) -> Figures:
    """Start a bot, let everybody write, measure."""
    api = Api()
    server = await api.start()
    running = bots.Running(kind, folder)
    try:
        api.put(api.text(bots.FIRST_PERSON, "nausea 3"))
        began = time.perf_counter()
        await running.start(api)
        await until(lambda: len(api.sent_at) >= 1)
        start = api.sent_at[0] - began
        waits = await answers(api)
        before = len(api.sent_at)
        calls, own = api.calls.total(), time.process_time()
        cpu, began = running.cpu(), time.perf_counter()
        texts = [api.text(bots.FIRST_PERSON + number % people, worded(number)) for number in range(updates)]
        api.put(*texts)
        await until(lambda: len(api.sent_at) >= before + updates)
        spent, wall = running.cpu() - cpu, time.perf_counter() - began
        own = (api.calls.total() - calls) / (time.process_time() - own)
        loaded = await under_load(api, updates / wall / 2, min(LOADED, people))
        return Figures(
            start=start,
            per_cpu=updates / spent,
            per_second=updates / wall,
            answer=statistics.median(waits),
            answer_late=max(waits),
            answer_loaded=loaded,
            peak=running.peak(),
            api_per_cpu=own,
        )
    finally:
        await running.stop()
        server.close()


def worded(number: int) -> str:
    """Word a quick update."""
    return f"migraine {1 + number % 9}, nausea, took 50 suma"


async def answers(api: Api) -> list[float]:
    """Measure how long one patient at a time waits, from update offered to answer sent, in milliseconds."""
    waits = []
    for number in range(RESTS):
        await asyncio.sleep(0.1)
        seen, began = len(api.sent_at), time.perf_counter()
        api.put(api.text(bots.FIRST_PERSON + 1 + number, worded(number)))
        await until(lambda seen=seen: len(api.sent_at) > seen)  # type: ignore[misc]  # bound early on purpose
        waits.append((api.sent_at[seen] - began) * 1000)
    return waits


async def under_load(api: Api, rate: float, count: int) -> float:
    """Let ``count`` patients write, ``rate`` a second; give how long 99 of 100 waited at most, in milliseconds."""
    before, began = len(api.sent_at), time.perf_counter()
    offered: dict[int, float] = {}
    for number in range(count):
        await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
        person = bots.FIRST_PERSON + number
        offered[person] = time.perf_counter()
        api.put(api.text(person, worded(number)))
    await until(lambda: len(api.sent_at) >= before + count)
    answered = zip(api.sent_at[before:], api.sent_to[before:], strict=True)
    waits = sorted((at - offered[person]) * 1000 for at, person in answered)
    return waits[int(len(waits) * 0.99) - 1]


def told(kinds: Sequence[bots.Kind], runs: dict[str, list[Figures]]) -> None:
    """Print the table, medians with the least and the most, then our ratios."""
    print(f"| {'median (from .. to)':40} | " + " | ".join(f"{kind.name:24}" for kind in kinds) + " |")
    print("|---" * (len(kinds) + 1) + "|")
    for name, words in ROWS:
        cells = []
        for kind in kinds:
            values = [getattr(run, name) for run in runs[kind.name]]
            cells.append(f"{statistics.median(values):.4g} ({min(values):.4g} .. {max(values):.4g})")
        print(f"| {words:40} | " + " | ".join(f"{cell:24}" for cell in cells) + " |")
    ours = statistics.median(run.per_cpu for run in runs[bots.OURS.name])
    rest = statistics.median(run.answer for run in runs[bots.OURS.name])
    for kind in kinds[1:]:
        theirs = statistics.median(run.per_cpu for run in runs[kind.name])
        slow = statistics.median(run.answer for run in runs[kind.name])
        print(f"updates a CPU second, ours to {kind.name}: {ours / theirs:.2f}; answer: {rest / slow:.2f}")


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(prog="tests.bench")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--updates", type=int, default=1000)
    chosen = parser.parse_args()
    kinds = [kind for kind in bots.KINDS if Path(kind.command[0]).exists()]
    runs: dict[str, list[Figures]] = {kind.name: [] for kind in kinds}
    with tempfile.TemporaryDirectory() as name:
        filled = Path(name) / "filled"
        filled.mkdir()
        bots.fill(filled, chosen.people)
        for number in range(chosen.runs):
            for kind in kinds:
                print(f"run {number + 1} of {chosen.runs}: {kind.name}", file=sys.stderr)
                folder = Path(name) / f"{number} {kind.name}"
                shutil.copytree(filled, folder)
                run = run_once(kind, folder, chosen.people, chosen.updates)
                runs[kind.name].append(asyncio.run(run))
    told(kinds, runs)


if __name__ == "__main__":
    main()
