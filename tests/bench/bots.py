"""The bots that are measured, each as its own process, and what the kernel says of it."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.patients import Patient
from bot.storage import opening, patients
from tests.bench.api import TOKEN, Api

TICKS = os.sysconf("SC_CLK_TCK")
HOME = Path(__file__).parent
ROOT = HOME.parent.parent
FIRST_PERSON = 5_000_000
AIOGRAM = ROOT / ".venv" / "bench" / "bin" / "python"
"""aiogram lives in an environment of its own that `make bench` makes: nothing of it is in the bot's."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A bot to measure: its name in the table and its command line (without address and token)."""

    name: str
    command: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        return self.name == "Sameside"


OURS = Kind("Sameside", (sys.executable, "-m", "bot", "run"))
KINDS = (
    OURS,
    Kind("PTB echo", (sys.executable, str(HOME / "peers" / "ptb_echo.py"))),
    Kind("aiogram echo", (str(AIOGRAM), str(HOME / "peers" / "aiogram_echo.py"))),
    Kind("PTB conversation", (sys.executable, str(HOME / "peers" / "ptb_conversation.py"))),
)


class Running:
    """One bot at work in ``folder``, on SQLite there or on the database at ``url``."""

    def __init__(self, kind: Kind, folder: Path, url: str = "") -> None:
        self._kind, self._folder, self._url = kind, folder, url
        self.pid = 0

    async def start(self, api: Api, sends_per_second: int = 1000) -> None:
        settings = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "SAMESIDE_DATA_DIR": str(self._folder / "data"),
            "SAMESIDE_LISTEN": "127.0.0.1:0",
            "SAMESIDE_SENDS_PER_SECOND": str(sends_per_second),
            **({"SAMESIDE_DATABASE_URL": self._url} if self._url else {}),
        }
        words = self._kind.command if self._kind.is_ours else (*self._kind.command, api.url, TOKEN)
        with (self._folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *words, env=settings, cwd=self._folder, stdout=log, stderr=log
            )
        self.pid = self._process.pid

    async def stop(self) -> None:
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            await self._process.wait()

    def cpu(self) -> float:
        """Read the CPU seconds used so far, of the user and the system, by all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak(self) -> float:
        """Read the most memory that was ever resident, in MB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0.0


def fill(folder: Path, people: int) -> None:
    """Make a store with patients who agreed, on SQLite."""
    now = datetime.now(UTC)
    opened = opening.open_store(f"sqlite:///{folder / 'data' / 'sameside.db'}", folder / "data", (), now)
    with opened.database.write() as connection:
        for person in range(FIRST_PERSON, FIRST_PERSON + people):
            scope = opened.patients.join(connection, person, "en-US", now)
            patients.save(
                scope, replace(Patient(scope.patient_id, person, now, locale="en-US"), agreed_at=now)
            )
    opened.database.close()
