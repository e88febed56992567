"""Leases: work that only one process may do at a time, taken by a conditional update and lost by silence.

Whether a lease ran out is judged by a clock that its processes share. On PostgreSQL that is the database's own: of two
workers' clocks one may jump ahead, and both would send. SQLite is for one machine, where ``now`` is everybody's.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import tables

table = tables.leases
LONGEST = timedelta(minutes=5)
"""A lease that ends later than this was taken before the clock was set back, and is nobody's."""
_SECONDS = sa.extract("epoch", sa.func.clock_timestamp())
_DATABASE_NOW = sa.select(sa.cast(_SECONDS * 1_000_000, table.c.until.type))


def claim(connection: Connection, name: str, holder: str, now: datetime, lasts: timedelta) -> bool:
    """Take or renew the lease ``name``; False while somebody else holds it."""
    now = _shared(connection, now)
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
    now = _shared(connection, now)
    query = sa.select(table.c.name).where(table.c.name == name, ~_free(holder, now))
    return connection.execute(query).first() is None


def _shared(connection: Connection, now: datetime) -> datetime:
    if connection.dialect.name != "postgresql":
        return now
    moment: datetime = connection.execute(_DATABASE_NOW).scalar_one()
    return moment


def _free(holder: str, now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(table.c.holder == holder, table.c.until < now, table.c.until > now + LONGEST)


def holder_of(connection: Connection, name: str) -> str | None:
    """Tell who has the lease, in time or not; None where nobody has."""
    return connection.execute(sa.select(table.c.holder).where(table.c.name == name)).scalar_one_or_none()


def release(connection: Connection, name: str, holder: str) -> None:
    """Give the lease back, so that another need not wait for it to run out."""
    connection.execute(sa.delete(table).where(table.c.name == name, table.c.holder == holder))
