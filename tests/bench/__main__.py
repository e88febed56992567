"""``make bench``: what a message costs and how long the bot takes to start, as its own process against the stand-in.

CPU time is the bot process's own (user and system, from the kernel), so that a busy machine and the stand-in's work
do not count. Figures are medians over runs.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bot.channels.simulator.account import Chat
from tests.support.standin import BotProcess, Standin, until

RUNS, PATIENTS, UPDATES = 3, 20, 400
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Figures:
    """One run: seconds, megabytes, milliseconds."""

    start_wall: float
    start_cpu: float
    message_cpu_ms: float
    messages_per_second: float
    answer_ms: float
    peak_mb: float
    idle_cpu_percent: float


def cpu_seconds(pid: int) -> float:
    """Read what a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak_megabytes(pid: int) -> float:
    """Read the most memory a process ever had resident."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


async def run_once(folder: Path) -> Figures:
    """Start the bot, let patients write, measure."""
    async with Standin().serving() as standin:
        bot = BotProcess(folder, standin)
        newcomer = standin.telegram.join("First")
        standin.telegram.send_text(newcomer, "/start")
        began = time.perf_counter()
        await bot.start()
        await until(lambda: bool(standin.texts(newcomer)), 60)
        start_wall = time.perf_counter() - began
        pid = bot.process.pid if bot.process else 0
        start_cpu = cpu_seconds(pid)
        chats = await join(standin)
        answer = await answer_time(standin, chats[0])
        before = cpu_seconds(pid)
        began = time.perf_counter()
        for number in range(UPDATES):
            standin.telegram.send_text(
                chats[number % PATIENTS], f"migraine {1 + number % 9}, nausea, took 50 suma"
            )
        expected = UPDATES // PATIENTS
        await until(lambda: all(cards(standin, c) >= expected for c in chats[1:]), 300)
        spent, wall = cpu_seconds(pid) - before, time.perf_counter() - began
        before = cpu_seconds(pid)
        await asyncio.sleep(5)
        idle = (cpu_seconds(pid) - before) / 5 * 100
        peak = peak_megabytes(pid)
        await bot.stop()
    return Figures(start_wall, start_cpu, spent / UPDATES * 1000, UPDATES / wall, answer, peak, idle)


def cards(standin: Standin, chat: Chat) -> int:
    """Count the cards a patient got."""
    return sum("Migraine" in text for text in standin.texts(chat))


async def join(standin: Standin) -> list[Chat]:
    """Bring patients who agreed."""
    chats = [standin.telegram.join(f"Patient {number}") for number in range(PATIENTS)]
    for chat in chats:
        standin.telegram.send_text(chat, "/start")
    await until(lambda: all(standin.texts(chat) for chat in chats), 60)
    for chat in chats:
        standin.press(chat, "agree")
    await until(lambda: all(len(standin.texts(chat)) > 2 for chat in chats), 60)
    for chat in chats:
        standin.telegram.send_text(chat, "stop")
    await until(lambda: all(any("topped" in t for t in standin.texts(chat)) for chat in chats), 60)
    return chats


async def answer_time(standin: Standin, chat: Chat) -> float:
    """Measure how long one patient alone waits for an answer: the median of ten, in milliseconds."""
    waits = []
    for number in range(10):
        seen = len(standin.texts(chat))
        began = time.perf_counter()
        standin.telegram.send_text(chat, f"headache {number}")
        while len(standin.texts(chat)) == seen:  # noqa: ASYNC110  the answer comes from another process
            await asyncio.sleep(0.001)  # the stand-in runs beside us
        waits.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(1.2)  # slower than the one message a second that a chat allows
    return statistics.median(waits)


def main() -> None:
    """Run and print the table."""
    runs = []
    for number in range(RUNS):
        print(f"run {number + 1} of {RUNS}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            runs.append(asyncio.run(run_once(Path(folder))))
    for name, told in (
        ("start_wall", "start to first reply, s"),
        ("start_cpu", "start to first reply, CPU s"),
        ("message_cpu_ms", "a quick update, whole path, CPU ms"),
        ("messages_per_second", "quick updates a second"),
        ("answer_ms", "answer to one patient at rest, ms"),
        ("peak_mb", "memory at its peak, MB"),
        ("idle_cpu_percent", "CPU while idle, %"),
    ):
        values = [getattr(run, name) for run in runs]
        print(f"{told:40} {statistics.median(values):8.2f}   ({min(values):.2f} to {max(values):.2f})")


if __name__ == "__main__":
    main()
