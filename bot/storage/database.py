"""The database: one engine that writes, one that reads, SQLite or PostgreSQL by URL.

Transactions are plain synchronous blocks that run whole in a worker thread (docs/decisions/0002): on SQLite one
writer at a time, begun with BEGIN IMMEDIATE so that no two read the same row before either writes it.
"""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url

from bot.domain import errors
from bot.storage import prepared

BUSY_SECONDS = 4
"""How long another process may hold SQLite's lock before the work is put off; a polite stop must not outlast it."""
_WAL_PAUSE = 0.02
"""Seconds between one try to have a new file written ahead and the next."""
POSTGRES = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,  # milliseconds
}
"""Without these a connection to a machine that is gone is waited for until the kernel gives up, many minutes."""
REBUILDING = 0x5A3E51DE
"""The number of PostgreSQL's lock on migrations: of workers that start together one migrates, the others wait."""
POSTGRES_WRITERS = 4
READERS = 2
CACHE_KIB = 8_192


__all__ = ["Connection", "Database", "UnavailableError"]  # layers above name connections without SQLAlchemy

P = ParamSpec("P")
R = TypeVar("R")

_PART = prepared.Prepared(sa.text("SAVEPOINT part"))
_PART_ENDS = prepared.Prepared(sa.text("RELEASE SAVEPOINT part"))


OUT_OF_REACH = (sa.exc.OperationalError, sa.exc.InterfaceError)
"""What the database raises where it does not answer; leaving a transaction's block, it becomes the error below."""


class UnavailableError(errors.SamesideError):
    """The database does not answer now; the work stays where it is and is tried again."""


class Database:
    """Opens connections; ``writers`` says how many transactions may write at the same time."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.writers = 1 if self.is_sqlite else POSTGRES_WRITERS
        if self.is_sqlite:
            self._writer = _sqlite_engine(self.url, read_only=False)
            self._reader = _sqlite_engine(self.url, read_only=True)
        else:
            self._writer = sa.create_engine(
                self.url,
                pool_size=self.writers + 2,
                max_overflow=2,
                pool_pre_ping=True,
                hide_parameters=True,  # an error must not carry what was written
                connect_args=POSTGRES,
            )
            self._reader = self._writer.execution_options(postgresql_readonly=True)

        self._write_pool = ThreadPoolExecutor(self.writers, "writer")
        self._read_pool = ThreadPoolExecutor(READERS, "reader")

    async def in_writer(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run work that writes in a thread of its own; on SQLite one after another, so none waits for a lock."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._write_pool, lambda: work(*args, **kwargs))

    async def in_reader(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run work that only reads, beside whatever writes."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._read_pool, lambda: work(*args, **kwargs))

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """Open one transaction: committed at the end of the block, rolled back by any error."""
        with _translated(), self._writer.begin() as connection:
            self._begin(connection, "BEGIN IMMEDIATE")
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a snapshot for reading; writing in it is refused by the database."""
        with _translated(), self._reader.connect() as connection:
            self._begin(connection, "BEGIN")
            yield connection

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Open a snapshot in which every table is seen as of one moment, for backup and export."""
        level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with _translated(), self._reader.connect().execution_options(**level) as connection:
            self._begin(connection, "BEGIN")
            yield connection

    def _begin(self, connection: Connection, words: str) -> None:
        """Begin on SQLite in our own words; a listener to the engine's would be asked about every statement."""
        if self.is_sqlite:
            connection.exec_driver_sql(words)

    @contextlib.contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """Open a transaction for migrations.

        Foreign keys are off in it on SQLite: with them on, rebuilding a table deleted all its child rows.
        """
        engine = sa.create_engine(self.url, poolclass=sa.pool.NullPool)
        if self.is_sqlite:
            event.listen(engine, "connect", _without_foreign_keys)
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN EXCLUSIVE"))
        with _translated(), engine.begin() as connection:
            if not self.is_sqlite:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(REBUILDING)))
            yield connection
        engine.dispose()

    def exists(self) -> bool:
        """Tell whether there is a SQLite file already; a PostgreSQL database always is."""
        return not self.is_sqlite or Path(self.url.database or "").exists()

    def check(self) -> None:
        """Ask the database for a sign of life.

        Raises:
            UnavailableError: it does not answer.

        """
        with self.read() as connection:
            connection.execute(sa.text("SELECT 1"))

    def close(self) -> None:
        """Let running work end, then close all connections."""
        self._write_pool.shutdown(wait=True)
        self._read_pool.shutdown(wait=True)
        self._reader.dispose()
        self._writer.dispose()  # last, since only a writer can tidy SQLite's side files away


@contextlib.contextmanager
def part(connection: Connection) -> Iterator[None]:
    """Open a part of a transaction: an error in the block undoes the part and nothing else.

    Raises:
        UnavailableError: the database does not answer; the whole transaction is undone.

    """
    with _translated():
        # Said plainly: the library's own nested transaction makes each of these statements anew, four times as dear.
        _PART.count(connection)
        try:
            yield
        except (*OUT_OF_REACH, UnavailableError):
            raise
        except BaseException:
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT part")
            _PART_ENDS.count(connection)
            raise
        _PART_ENDS.count(connection)


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OUT_OF_REACH as problem:
        # The driver's text can carry bound values; only its kind goes on.
        raise UnavailableError(f"The database does not answer ({type(problem.orig).__name__}).") from None


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Let the file be written ahead of; where two processes change that at once, SQLite refuses one without waiting.

    Raises:
        sqlite3.OperationalError: it is still refused after `BUSY_SECONDS`.

    """
    for _ in range(int(BUSY_SECONDS / _WAL_PAUSE)):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_WAL_PAUSE)
        else:
            return
    cursor.execute("PRAGMA journal_mode=WAL")


def _without_foreign_keys(connection: sqlite3.Connection, record: Any) -> None:
    del record
    connection.isolation_level = None
    _write_ahead(connection.cursor())
    connection.execute("PRAGMA foreign_keys=OFF")


def _sqlite_engine(url: URL, *, read_only: bool) -> Engine:
    path = Path(url.database or "")
    as_reader = URL.create("sqlite", database=f"file:{path}", query={"mode": "ro", "uri": "true"})
    target = as_reader if read_only else url
    engine = sa.create_engine(
        target,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,  # an error must not carry what was written
        poolclass=sa.pool.QueuePool,
        pool_size=1 if not read_only else 4,
    )

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, record: Any) -> None:
        del record
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        if not read_only:
            _write_ahead(cursor)
            cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.close()

    return engine
