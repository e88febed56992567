"""Leases: work that only one process may do at a time, taken by a conditional update and lost by silence."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import tables

table = tables.leases
LONGEST = timedelta(minutes=5)
"""A lease that ends later than this was taken before the clock was set back, and is nobody's."""


def claim(connection: Connection, name: str, holder: str, now: datetime, lasts: timedelta) -> bool:
    """Take or renew the lease ``name``; False while somebody else holds it."""
    changed = connection.execute(
        sa.update(table)
        .where(table.c.name == name, _free(holder, now))
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


def is_free(connection: Connection, name: str, holder: str, now: datetime) -> bool:
    """Tell whether ``holder`` may take the lease now, without taking it."""
    query = sa.select(table.c.name).where(table.c.name == name, ~_free(holder, now))
    return connection.execute(query).first() is None


def _free(holder: str, now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(table.c.holder == holder, table.c.until < now, table.c.until > now + LONGEST)


def holder_of(connection: Connection, name: str) -> str | None:
    """Tell who has the lease, in time or not; None where nobody has."""
    return connection.execute(sa.select(table.c.holder).where(table.c.name == name)).scalar_one_or_none()


def release(connection: Connection, name: str, holder: str) -> None:
    """Give the lease back, so that another need not wait for it to run out."""
    connection.execute(sa.delete(table).where(table.c.name == name, table.c.holder == holder))
