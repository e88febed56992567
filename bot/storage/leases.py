"""Leases: work that only one process may do at a time, taken by a conditional update and lost by silence."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import tables

table = tables.leases


def claim(connection: Connection, name: str, holder: str, now: datetime, lasts: timedelta) -> bool:
    """Take or renew the lease ``name``; False while somebody else holds it."""
    changed = connection.execute(
        sa.update(table)
        .where(table.c.name == name, sa.or_(table.c.holder == holder, table.c.until < now))
        .values(holder=holder, until=now + lasts)
    )
    if changed.rowcount:
        return True
    if connection.execute(sa.select(table.c.name).where(table.c.name == name)).first():
        return False
    savepoint = connection.begin_nested()
    try:
        connection.execute(sa.insert(table), {"name": name, "holder": holder, "until": now + lasts})
    except sa.exc.IntegrityError:
        savepoint.rollback()
        return False
    savepoint.commit()
    return True


def release(connection: Connection, name: str, holder: str) -> None:
    """Give the lease back, so that another need not wait for it to run out."""
    connection.execute(sa.delete(table).where(table.c.name == name, table.c.holder == holder))
