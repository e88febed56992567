"""Gives the store a new master key: every patient's key is wrapped anew, no body is touched."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import tables, vault

OWNER = "instance"


def rewrap(connection: Connection, keys: vault.Vault) -> int:
    """Wrap every key under the current master key; give how many were under another one."""
    moved = 0
    for row in connection.execute(sa.select(tables.instance)).all():
        moved += _rewrap_instance(connection, keys, row)
    patients = tables.patients
    stale = sa.select(patients.c.id, patients.c.key_id, patients.c.wrapped_key).where(
        patients.c.key_id != keys.current
    )
    for row in connection.execute(stale).all():
        key = keys.unwrap(vault.WrappedKey(row.key_id, row.wrapped_key), row.id)
        wrapped = keys.wrap(key, row.id)
        connection.execute(
            sa.update(patients)
            .where(patients.c.id == row.id)
            .values(key_id=wrapped.key_id, wrapped_key=wrapped.sealed)
        )
        moved += 1
    return moved


def _rewrap_instance(connection: Connection, keys: vault.Vault, row: sa.Row[tuple[int, str, bytes]]) -> int:
    if row.key_id == keys.current:
        return 0
    wrapped = keys.wrap(keys.unwrap(vault.WrappedKey(row.key_id, row.lookup_key), OWNER), OWNER)
    connection.execute(sa.update(tables.instance).values(key_id=wrapped.key_id, lookup_key=wrapped.sealed))
    return 1
