"""Notes on disk which update is being handled, so that one that kills the process is not met for ever.

A note in the database would be a commit of its own for every update. A process that dies leaves what it wrote to a
file, so a few bytes there are enough; only a power cut takes them away, and no message causes one. Each process has a
file and holds its lock: a file that nobody holds belongs to one that died.
"""

import contextlib
import fcntl
import logging
import os
import secrets
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

log = logging.getLogger(__name__)

PREFIX = "under-way."
SLOT = 24
"""Bytes of one note: a number of up to 20 digits, padded."""
NOTHING = b" " * SLOT


class UnderWay:
    """The notes of this process, one for each thread that handles updates."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._handle: int | None = None
        self._free: list[int] = []
        self._slots = 0

    @contextlib.contextmanager
    def noted(self, update_id: int) -> Iterator[None]:
        """Keep the note while the block runs. A disk that takes none is no reason not to handle the update."""
        slot = self._take()
        self._write(slot, str(update_id).encode().ljust(SLOT))
        try:
            yield
        finally:
            self._write(slot, NOTHING)
            self._free.append(slot)

    def left_behind(self) -> Iterator[int]:
        """Give the updates that processes were at when they died.

        A file goes when everything in it was dealt with: after a failure in between it is found again.
        """
        for path in sorted(self._folder.glob(f"{PREFIX}*")):
            with contextlib.suppress(OSError), path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                yield from [int(note) for note in file.read().split() if note.removeprefix(b"-").isdigit()]
                path.unlink(missing_ok=True)

    def _take(self) -> int:
        with self._lock:
            if self._free:
                return self._free.pop()
            self._slots += 1
            return self._slots - 1

    def _write(self, slot: int, note: bytes) -> None:
        try:
            os.pwrite(self._file(), note, slot * SLOT)
        except OSError as problem:
            log.warning("note not written", extra={"error": type(problem).__name__})

    def _file(self) -> int:
        with self._lock:
            if self._handle is None:
                path = self._folder / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}"
                self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                weakref.finalize(self, os.close, self._handle)
            return self._handle
