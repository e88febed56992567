"""One process of the bot in a storm: started, killed, asked to stop, and looked after as a supervisor would."""

import asyncio
import os
import signal
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.faults import program
from tests.faults.weather import Weather
from tests.support import forking
from tests.support.standin import BotProcess

RUNNING = b"Sameside is running"


class Worker:
    """A process and its lives. ``ends`` holds when each life ended, in the loop's seconds, and how."""

    def __init__(self, number: int, folder: Path, weather: Weather, environment: dict[str, str]) -> None:
        self.number, self.folder, self.weather = number, folder / f"worker-{number}", weather
        self.folder.mkdir(exist_ok=True)
        bot = BotProcess(self.folder, weather, **environment)
        self.environment, self.log = bot.environment, bot.log
        self.lives, self.in_hand = 0, False
        self.ends: dict[str, tuple[float, str]] = {}
        self._process: BaseProcess | None = None
        self._told = 0

    @property
    def life(self) -> str:
        """Name this life of the process: the stand-in sees which one calls."""
        return f"{self.number}.{self.lives}"

    @property
    def pid(self) -> int:
        """The process' number."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    def start(self, *, fresh: bool = False) -> None:
        """Start it: forked from one that has loaded everything, or ``fresh`` from nothing."""
        self.lives += 1
        self._told = self.log.stat().st_size if self.log.exists() else 0
        self.environment["TELEGRAM_API_URL"] = f"{self.weather.url}/{self.life}"
        how = program.FRESH if fresh else forking.FORKING
        self._process = how.Process(
            target=program.run, args=(self.environment, str(self.folder), str(self.log)), daemon=True
        )
        self._process.start()

    def is_up(self) -> bool:
        """Tell whether it said that it runs."""
        with self.log.open("rb") as log:
            log.seek(self._told)
            return RUNNING in log.read()

    def has_ended(self) -> bool:
        """Tell whether it ended by itself."""
        return self._process is not None and self._process.exitcode is not None

    async def kill(self) -> None:
        """Kill it where it stands."""
        await self._end(signal.SIGKILL, "killed")

    async def stop(self) -> int:
        """Ask it to stop; gives the exit code."""
        return await self._end(signal.SIGTERM, "stopped")

    async def mourn(self) -> None:
        """Note that it ended by itself."""
        await self._end(signal.SIGTERM, "ended by itself")

    async def _end(self, number: signal.Signals, how: str) -> int:
        process, self._process = self._process, None
        if process is None or process.pid is None:
            return 0
        self.ends[self.life] = (asyncio.get_running_loop().time(), how)
        if process.exitcode is None:
            os.kill(process.pid, number)
            await asyncio.to_thread(process.join)
        code = process.exitcode or 0
        process.close()
        return code
