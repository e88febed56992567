"""The real program as a process of its own, forked from one that has loaded everything.

A start from nothing takes seconds of work that is the same every time. What ends such a process is what ends the
program: its `cli.main`, a signal, a crash. A test about the start itself says ``python -m bot``.
"""

import asyncio
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from signal import Signals

from bot import cli

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["tests.support.nursery", "tests.faults.program"])
"""One server for all tests of a run: the storms' own program is in it, too."""


def be(arguments: Sequence[str], environment: Mapping[str, str], folder: str, out: str, err: str) -> None:
    """Be ``sameside`` with ``arguments``; what it says is added to the files ``out`` and ``err``."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for stream, name in ((1, out), (2, err)):
        with Path(name).open("ab") as told:
            os.dup2(told.fileno(), stream)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a text stream here
    cli.main(arguments)


class Forked:
    """A process that is waited for as one of asyncio's is."""

    def __init__(self, target: Callable[..., None], *args: object) -> None:
        self._process: BaseProcess = FORKING.Process(target=target, args=args, daemon=True)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """Give the exit code, the negative number of the signal that ended it, or None while it runs."""
        return self._process.exitcode

    def send_signal(self, number: Signals) -> None:
        """Send it a signal."""
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    async def wait(self) -> int:
        """Wait for its end; give its exit code."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode or 0


async def run_to_its_end(
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path
) -> tuple[int, str, str]:
    """Run a command in ``folder`` that ends within a minute by itself; gives its exit code and what it said."""
    with tempfile.TemporaryDirectory() as elsewhere:
        out, err = Path(elsewhere, "out"), Path(elsewhere, "err")
        process = Forked(be, arguments, dict(environment), str(folder), str(out), str(err))
        try:
            code = await asyncio.wait_for(process.wait(), 60)
        except TimeoutError:
            process.send_signal(Signals.SIGKILL)
            raise
        said = [await asyncio.to_thread(each.read_text) for each in (out, err)]
        return code, said[0], said[1]
