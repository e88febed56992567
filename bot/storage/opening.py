"""Opens the store: the right key, the right version, and the instance's own secret, or one clear line why not."""

import base64
import functools
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import errors
from bot.storage import database, patients, rotation, schema, tables, vault

KEY_FILE = "master.key"
OWNER = rotation.OWNER


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store: the database, the master keys, and the directory of patients."""

    database: database.Database
    keys: vault.Vault
    patients: patients.Directory
    ledger: vault.Ledger


def prepare_folder(folder: Path) -> None:
    """Make the data folder, closed to other users.

    Raises:
        OperatorError: it cannot be made or written to.

    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError as problem:
        raise errors.OperatorError(
            f"The data folder {folder} cannot be made ({problem.strerror}); set SAMESIDE_DATA_DIR to one that can."
        ) from problem
    if not writable:
        raise errors.OperatorError(
            f"The data folder {folder} cannot be written to; change its owner or set SAMESIDE_DATA_DIR."
        )


def master_keys(stated: Sequence[bytes], folder: Path, *, has_data: bool) -> list[bytes]:
    """Give the master keys: as stated in the settings, from the key file, or newly made for an empty store.

    Raises:
        OperatorError: there is data but no key, or the key cannot be read.

    """
    if stated:
        return list(stated)
    path = folder / KEY_FILE
    if path.exists():
        return vault.read_key_file(path)
    if has_data:
        raise errors.OperatorError(
            f"There is data but no key: put the copy you kept back as {path}, or set SAMESIDE_MASTER_KEY."
        )
    fresh = vault.new_master_key()
    vault.write_key_file(path, [fresh])
    return vault.parse_keys(fresh)


def open_store(url: str, folder: Path, stated_keys: Sequence[bytes], now: datetime) -> Opened:
    """Open the store and bring it up to date.

    Raises:
        OperatorError: the folder, the key, or the database's version is wrong; nothing was changed then.
        UnavailableError: the database does not answer.

    """
    prepare_folder(folder)
    store = database.Database(url)
    try:
        return _opened(store, folder, stated_keys, now)
    except BaseException:
        store.close()
        raise


def _opened(store: database.Database, folder: Path, stated_keys: Sequence[bytes], now: datetime) -> Opened:
    has_data = store.exists() and _has_instance(store)
    path = folder / KEY_FILE
    reread = None if stated_keys else functools.partial(vault.read_key_file, path)
    keys = vault.Vault(master_keys(stated_keys, folder, has_data=has_data), reread)
    if has_data:
        _check_key(store, keys)
    schema.upgrade(store)
    with store.write() as connection:
        lookup_key = _lookup_key(connection, keys, now)
        forgotten = connection.execute(sa.select(tables.forgotten.c.patient_id)).scalars().all()
    ledger = vault.Ledger(path)
    ledger.note_all(forgotten)  # whom a crash kept from being noted after they were forgotten
    return Opened(store, keys, patients.Directory(keys, lookup_key), ledger)


def _has_instance(store: database.Database) -> bool:
    try:
        with store.write() as connection:
            schema.check_not_newer(schema.current(connection))
            if not sa.inspect(connection).has_table("instance"):
                return False
            return connection.execute(sa.select(tables.instance.c.id)).first() is not None
    except sa.exc.DatabaseError as problem:
        raise errors.OperatorError(
            "The database file is not one of Sameside's; move it away or restore a backup."
        ) from problem


def _check_key(store: database.Database, keys: vault.Vault) -> None:
    with store.write() as connection:
        row = connection.execute(sa.select(tables.instance)).one()
    try:
        keys.unwrap(vault.WrappedKey(row.key_id, row.lookup_key), OWNER)
    except vault.CannotOpenError as problem:
        raise errors.OperatorError(
            "The master key does not open this data; put back the key it was sealed with."
        ) from problem


def _lookup_key(connection: Connection, keys: vault.Vault, now: datetime) -> bytes:
    row = connection.execute(sa.select(tables.instance)).one_or_none()
    if row is not None:
        return keys.unwrap(vault.WrappedKey(row.key_id, row.lookup_key), OWNER)
    fresh = secrets.token_bytes(vault.KEY_BYTES)
    wrapped = keys.wrap(fresh, OWNER)
    made = {"id": 1, "key_id": wrapped.key_id, "lookup_key": wrapped.sealed, "created_at": now}
    try:
        with database.part(connection):
            connection.execute(sa.insert(tables.instance), made)
    except sa.exc.IntegrityError:  # another worker that was started with us has made it
        return _lookup_key(connection, keys, now)
    return fresh


def rotate(opened: Opened, folder: Path, stated: Sequence[bytes]) -> str:
    """Wrap every key under a new master key; give what to tell the operator.

    With a key file: the file first holds the new key and the old ones, and the old ones leave it only once nothing
    is wrapped under them. With stated keys: the first of them is the new one, and the others may go afterwards.
    """
    path = folder / KEY_FILE
    if stated:
        with opened.database.write() as connection:
            moved = rotation.rewrap(connection, opened.keys)
        if len(stated) == 1 and not moved:
            return "Put a new key in front of the old one in SAMESIDE_MASTER_KEY, then rotate again."
        return f"{moved} keys are wrapped under the first key of SAMESIDE_MASTER_KEY; the others can go."
    fresh = vault.new_master_key()
    known = [base64.b64encode(key).decode() for key in vault.read_key_file(path)]
    vault.write_key_file(path, [fresh, *known])
    with opened.database.write() as connection:
        moved = rotation.rewrap(connection, vault.Vault(vault.read_key_file(path)))
    vault.write_key_file(path, [fresh])
    return f"{moved} keys are wrapped under a new master key in {path}. Keep a copy of it elsewhere."
