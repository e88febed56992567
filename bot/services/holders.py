"""Names this process as the holder of a lease, and tells of another whether it still lives.

A process that was killed cannot give its lease back, and the one that takes its place would wait for the lease to run
out. Where both run on one machine it need not: the name says which process it was. Two containers may well have
processes of the same number; so the name holds which boot and which numbering of processes it means.
"""

import hashlib
import os
import secrets
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


def relieve(store: database.Database, lease: str, mine: str) -> None:
    """Give back a lease whose holder is known to be dead."""
    with store.write() as connection:
        holder = leases.holder_of(connection, lease)
        if holder and holder != mine and is_dead(holder):
            leases.release(connection, lease, holder)


def _where() -> str:
    try:
        told = BOOT.read_text() + str(NUMBERING.readlink())
    except OSError:  # no Linux: nobody is known to be dead
        return ""
    return hashlib.sha256(told.encode()).hexdigest()[:16]
