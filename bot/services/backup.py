"""A backup of everything in one sealed file, taken while the bot runs, restored into either database.

Rows are written as they lie (sealed bodies stay sealed), table by table, from one snapshot; the file as a whole is
compressed and sealed under a key derived from the master key, which is never in it. Restoring leaves out whoever was
forgotten since.
"""

import os
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from bot.domain import errors
from bot.storage import copying, opening, schema, vault

MAGIC = b"SAMESIDE1\n"
CHUNK = 1 << 18
LAST = "last"
NOTE = "last-backup"
"""An empty file beside the data whose age is that of the last backup."""


def write(opened: opening.Opened, path: Path, now: datetime) -> int:
    """Write a backup to ``path`` (never over an existing file); give the number of rows.

    Raises:
        OperatorError: the file exists or cannot be written.

    """
    fresh = path.with_name(f".{path.name}.part")
    if path.exists():
        raise errors.OperatorError(f"{path} exists already; name a new file for the backup.")
    rows = 0
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            writer = _Writer(file, opened.keys)
            with opened.database.snapshot() as connection:
                writer.line({"revision": schema.current(connection), "made_at": now.isoformat()})
                for table, row in copying.rows(connection):
                    writer.line([table, row])
                    rows += 1
            writer.end()
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(path)
        _note(opened, now)
    except OSError as problem:
        raise errors.OperatorError(f"{path} cannot be written ({problem.strerror}).") from problem
    finally:
        fresh.unlink(missing_ok=True)
    return rows


def _note(opened: opening.Opened, now: datetime) -> None:
    note = opened.ledger.path.with_name(NOTE)
    note.touch(mode=0o600)
    os.utime(note, (now.timestamp(), now.timestamp()))


def last_at(opened: opening.Opened) -> float:
    """Tell when the last backup was written, in seconds since 1970; 0 for never."""
    try:
        return opened.ledger.path.with_name(NOTE).stat().st_mtime
    except OSError:
        return 0.0


def restore(opened: opening.Opened, path: Path) -> int:
    """Put a backup in place of everything in the database, in one transaction; give the number of rows.

    Raises:
        OperatorError: no readable backup, sealed with another key, or of another version; nothing was changed.

    """
    try:
        with path.open("rb") as file:
            lines = _read(file, opened.keys)
            head = next(lines)
            if head.get("revision") != schema.head():
                raise errors.OperatorError(
                    f"This backup is of version {head.get('revision')}, this program of {schema.head()}: restore it "
                    "with the version that made it, then upgrade."
                )
            with opened.database.write() as connection:
                return copying.replace_all(connection, ((t, r) for t, r in lines), opened.ledger.forgotten())
    except OSError as problem:
        raise errors.OperatorError(f"{path} cannot be read ({problem.strerror}).") from problem
    except (zlib.error, ValueError, StopIteration, vault.CannotOpenError) as problem:
        raise errors.OperatorError(
            f"{path} is not a whole backup made with this master key; nothing was changed."
        ) from problem


class _Head(msgspec.Struct):
    """The line before the sealed chunks: the file's own key, wrapped, and which master key wrapped it."""

    key_id: str
    key: bytes


class _Writer:
    """Compresses lines and seals them in chunks; each chunk is bound to its place, the last one to being last."""

    def __init__(self, file: BinaryIO, keys: vault.Vault) -> None:
        self._file, self._zip = file, zlib.compressobj(6)
        self._cipher, wrapped = keys.new_key("backup")
        self._waiting, self._number = b"", 0
        file.write(MAGIC)
        file.write(msgspec.json.encode(_Head(wrapped.key_id, wrapped.sealed)) + b"\n")

    def line(self, value: Any) -> None:
        self._waiting += self._zip.compress(msgspec.json.encode(value) + b"\n")
        while len(self._waiting) >= CHUNK:
            self._seal(self._waiting[:CHUNK], f"backup/{self._number}")
            self._waiting = self._waiting[CHUNK:]

    def end(self) -> None:
        self._waiting += self._zip.flush()
        self._seal(self._waiting, f"backup/{self._number}/{LAST}")

    def _seal(self, plain: bytes, place: str) -> None:
        sealed = self._cipher.seal(plain, place)
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


def _read(file: BinaryIO, keys: vault.Vault) -> Iterator[Any]:
    if file.readline() != MAGIC:
        raise ValueError("not a backup")
    head = msgspec.json.decode(file.readline(), type=_Head)
    wrapped = vault.WrappedKey(head.key_id, head.key)
    cipher = keys.cipher(wrapped, "backup")
    unzip, rest = zlib.decompressobj(), b""
    for chunk in _chunks(file, cipher):
        *lines, rest = (rest + unzip.decompress(chunk)).split(b"\n")
        for line in lines:
            yield msgspec.json.decode(line)


def _chunks(file: BinaryIO, cipher: vault.Cipher) -> Iterator[bytes]:
    number = 0
    size = file.read(4)
    while size:
        sealed = file.read(int.from_bytes(size, "big"))
        size = file.read(4)
        place = f"backup/{number}" if size else f"backup/{number}/{LAST}"
        yield cipher.open(sealed, place)
        number += 1
