"""Names this process as the holder of a lease, and tells of another whether it still lives.

A process that was killed cannot give its lease back, and the one that takes its place would wait for the lease to run
out. Where both run on one machine it need not: the name says which process it was. Two containers may well have
processes of the same number; so the name holds which boot and which numbering of processes it means.
"""

import asyncio
import hashlib
import math
import os
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.storage import database, leases

BOOT = Path("/proc/sys/kernel/random/boot_id")
NUMBERING = Path("/proc/self/ns/pid")


def name() -> str:
    """Make a name for this process: where its number counts, the number, and something nobody else has."""
    return f"{_where()}-{os.getpid()}-{secrets.token_hex(4)}"


def is_dead(holder: str) -> bool:
    """Tell whether the holder was a process of this machine that ended; False where that cannot be known."""
    where, _, rest = holder.partition("-")
    number = rest.partition("-")[0]
    if not where or where != _where() or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return True  # the number is ours now
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


class Lease:
    """One lease as its holder sees it: held for so long by a clock that does not jump, the event loop's."""

    def __init__(
        self,
        store: database.Database,
        name: str,
        mine: str,
        lasts: timedelta,
        clock: Callable[[], datetime],
    ) -> None:
        self._database, self._name, self._mine = store, name, mine
        self._lasts, self._clock = lasts, clock
        self.ends = -math.inf

    def left(self) -> float:
        """Tell for how many seconds the lease is surely ours; below 0 where it is not."""
        return self.ends - asyncio.get_running_loop().time()

    def is_free(self, connection: database.Connection) -> bool:
        """Tell whether we may take it."""
        return leases.is_free(connection, self._name, self._mine, self._clock())

    async def renew(self) -> bool:
        """Take the lease, or keep it; False where it is somebody else's."""
        asked_at = asyncio.get_running_loop().time()
        held = await self._database.in_writer(self._claim)
        self.ends = asked_at + self._lasts.total_seconds() if held else -math.inf
        return held

    def _claim(self) -> bool:
        with self._database.write() as connection:
            return leases.claim(connection, self._name, self._mine, self._clock(), self._lasts)

    def relieve(self) -> None:
        """Take the lease from a holder who is known to be dead."""
        with self._database.write() as connection:
            holder = leases.holder_of(connection, self._name)
            if holder and holder != self._mine and is_dead(holder):
                leases.release(connection, self._name, holder)

    def release(self) -> None:
        """Give the lease back."""
        self.ends = -math.inf
        with self._database.write() as connection:
            leases.release(connection, self._name, self._mine)


def _where() -> str:
    try:
        told = BOOT.read_text() + str(NUMBERING.readlink())
    except OSError:  # no Linux: nobody is known to be dead
        return ""
    return hashlib.sha256(told.encode()).hexdigest()[:16]
