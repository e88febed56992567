"""SQL statements compiled once a run on SQLite, instead of once for each of a thousand databases.

SQLAlchemy keeps what it compiled beside each engine and under its dialect; here all of them share one place, and
two dialects of SQLite, which in one process can differ in nothing, count as the same. The statements, and what is
done with them, are the program's own.
"""

from sqlalchemy import event, util
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Connection, Engine

MOST = 2_000
"""Statements kept; the whole program has a few hundred."""


def share() -> None:
    """Share what is compiled from here on."""
    kept: util.LRUCache[object, object] = util.LRUCache(MOST)

    @event.listens_for(Engine, "engine_connect")
    def use(connection: Connection) -> None:
        if isinstance(connection.dialect, SQLiteDialect_pysqlite):
            connection.engine._compiled_cache = kept  # type: ignore[assignment]  # its keys have a private type

    SQLiteDialect_pysqlite.__hash__ = _hash  # type: ignore[assignment,method-assign]
    SQLiteDialect_pysqlite.__eq__ = _are_equal  # type: ignore[assignment,method-assign]


def _hash(dialect: SQLiteDialect_pysqlite) -> int:
    return hash(type(dialect))


def _are_equal(dialect: SQLiteDialect_pysqlite, other: object) -> bool:
    return type(dialect) is type(other)
