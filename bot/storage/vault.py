"""Encryption at rest: a random key for each patient, wrapped by the master key; every body bound to its row.

AES-256-GCM with a random 96-bit nonce a message (NIST SP 800-38D); the associated data names table, row and
patient, so that a body moved to another row or patient does not open. Destroying the wrapped key destroys them all.
"""

import base64
import binascii
import contextlib
import fcntl
import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain import errors

KEY_BYTES = 32
NONCE_BYTES = 12
FORGOTTEN = "forgotten:"


class CannotOpenError(errors.SamesideError):
    """A sealed body does not open with this key: the wrong key, or bytes that were changed or moved."""


class OtherKeyError(CannotOpenError):
    """Everything is sealed under a master key that this process does not have: it has to be started anew with it."""


class Cipher:
    """Seals and opens bytes with one key; ``place`` says where the bytes live and must match to open them."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, plain: bytes, place: str) -> bytes:
        """Return nonce and ciphertext."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Return the plain bytes.

        Raises:
            CannotOpenError: wrong key or place, or the bytes were changed.

        """
        try:
            return self._aead.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
        except (InvalidTag, ValueError) as problem:
            raise CannotOpenError(f"A sealed body in {place.partition('/')[0]} does not open.") from problem


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key as it lies in the database: which master key wrapped it, and the sealed bytes."""

    key_id: str
    sealed: bytes


class Vault:
    """Holds the master keys, newest first: wraps with the first, unwraps with whichever wrapped.

    ``reread`` gives the keys as they are now, where they may change while the program runs (a key file).
    """

    def __init__(self, master_keys: list[bytes], reread: Callable[[], list[bytes]] | None = None) -> None:
        self._ciphers: dict[str, Cipher] = {}
        self._reread = reread
        self._take(master_keys)

    def _take(self, master_keys: list[bytes]) -> None:
        if not master_keys or any(len(key) != KEY_BYTES for key in master_keys):
            raise errors.OperatorError(f"A master key must be {KEY_BYTES} bytes, written in base64.")
        self._ciphers = {**self._ciphers, **{key_id(key): Cipher(key) for key in master_keys}}
        self.current = key_id(master_keys[0])

    def expect(self, wanted: str) -> Cipher:
        """Give the cipher of a master key by its name, read anew where the keys were rotated meanwhile.

        Raises:
            OtherKeyError: it is not among ours.

        """
        if wanted not in self._ciphers and self._reread is not None:
            self._take(self._reread())
        found = self._ciphers.get(wanted)
        if found is None:
            raise OtherKeyError("This data was sealed with another master key.")
        return found

    def new_key(self, owner: str) -> tuple[Cipher, WrappedKey]:
        """Make a random key for ``owner`` (a patient's id) and the wrapped form that is stored."""
        key = secrets.token_bytes(KEY_BYTES)
        return Cipher(key), self.wrap(key, owner)

    def wrap(self, key: bytes, owner: str) -> WrappedKey:
        """Seal ``key`` under the current master key."""
        current = self.current
        return WrappedKey(current, self._ciphers[current].seal(key, f"key/{owner}"))

    def unwrap(self, wrapped: WrappedKey, owner: str) -> bytes:
        """Open a wrapped key.

        Raises:
            CannotOpenError: the bytes were changed.
            OtherKeyError: none of the master keys here wrapped it.

        """
        return self.expect(wrapped.key_id).open(wrapped.sealed, f"key/{owner}")

    def cipher(self, wrapped: WrappedKey, owner: str) -> Cipher:
        """Give the cipher of the key in ``wrapped``."""
        return Cipher(self.unwrap(wrapped, owner))


def key_id(key: bytes) -> str:
    """Name a master key without telling anything about it: 16 hex digits of a one-way hash."""
    return hashlib.sha256(b"sameside key id" + key).hexdigest()[:16]


def lookup_hash(lookup_key: bytes, telegram_id: int) -> bytes:
    """Hash who somebody is on Telegram, 32 bytes: without the key it cannot be tried out for all ids."""
    return hmac.digest(lookup_key, str(telegram_id).encode(), "sha256")


def code_hash(lookup_key: bytes, code: str) -> bytes:
    """Hash the code of an invitation, 32 bytes, apart from every hash of a person."""
    return hmac.digest(lookup_key, f"code {code}".encode(), "sha256")


def parse_keys(text: str) -> list[bytes]:
    """Read base64 keys separated by commas or line ends, newest first; lines that start with # are remarks.

    Raises:
        OperatorError: one of them is not a base64 key of 32 bytes.

    """
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("#", FORGOTTEN))]
    words = ",".join(lines).replace(" ", "").split(",")
    try:
        keys = [base64.b64decode(word, validate=True) for word in words if word]
    except binascii.Error as problem:
        raise errors.OperatorError(
            "The master key is not base64; put back the key file's copy or the right SAMESIDE_MASTER_KEY."
        ) from problem
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise errors.OperatorError(
            f"The master key must be {KEY_BYTES} bytes in base64; put back the copy you kept of it."
        )
    return keys


def new_master_key() -> str:
    """Make a master key, in base64."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


class Ledger:
    """The random ids of forgotten patients, kept in the key file: whoever restores a backup needs that file.

    Where the master key comes from the settings there is no key file, and the database's own list must do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, patient_id: str) -> None:
        """Add a patient who was forgotten."""
        self.note_all([patient_id])

    def note_all(self, patient_ids: Iterable[str]) -> None:
        """Add those who are not on the list yet."""
        if not self.path.exists():
            return
        with _alone_with(self.path):
            new = [one for one in patient_ids if one not in self.forgotten()]
            if new:
                lines = self.path.read_text(encoding="ascii").splitlines()
                noted = [f"{FORGOTTEN} {one}" for one in new]
                _write_privately(self.path, "\n".join([*lines, *noted, ""]))

    def forgotten(self) -> frozenset[str]:
        """List everybody who was forgotten here."""
        if not self.path.exists():
            return frozenset()
        lines = self.path.read_text(encoding="ascii").splitlines()
        return frozenset(line.removeprefix(FORGOTTEN).strip() for line in lines if line.startswith(FORGOTTEN))


def write_key_file(path: Path, keys: list[str]) -> None:
    """Write a key file that only its owner can read; the list of the forgotten is kept."""
    text = "# Sameside master key, newest first. Without it the data cannot be read. Keep a copy elsewhere.\n"
    with _alone_with(path):
        ledger = "".join(f"{FORGOTTEN} {one}\n" for one in sorted(Ledger(path).forgotten()))
        _write_privately(path, text + "".join(f"{key}\n" for key in keys) + ledger)


@contextlib.contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """Keep other threads and processes from changing the file between reading and writing it."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
        os.fsync(folder)  # the new name of the file, too, must outlive a power cut
    finally:
        os.close(folder)


def _write_privately(path: Path, text: str) -> None:
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def read_key_file(path: Path) -> list[bytes]:
    """Read the key file.

    Raises:
        OperatorError: it cannot be read or holds no key.

    """
    try:
        return parse_keys(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError) as problem:
        raise errors.OperatorError(
            f"The key file {path} cannot be read; check its owner and mode."
        ) from problem
