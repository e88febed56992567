"""Empty databases with our tables in them, migrated once a run and then copied: a migration for every test is dear.

The tests of the migrations themselves begin with an empty file.
"""

import atexit
import contextlib
import functools
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.storage import database, schema
from tests.support import postgres

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
"""When a store is opened on one of them."""


@functools.cache
def _file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        store = database.Database(f"sqlite:///{path}")
        schema.upgrade(store)
        store.close()
        assert [file.name for file in path.parent.iterdir()] == [path.name], (
            "something is not in the file yet"
        )
        return path.read_bytes()


def sqlite(path: Path) -> str:
    """Put a database where none is; give its URL."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.write_bytes(_file())
    return f"sqlite:///{path}"


@functools.cache
def _template() -> str:
    """Name the database that is copied; it goes with the run."""
    kept = contextlib.ExitStack()
    address = kept.enter_context(postgres.database())
    atexit.register(kept.close)  # runs before the server is stopped, whose end was registered earlier
    store = database.Database(postgres_url(address))
    schema.upgrade(store)
    store.close()
    return address.rpartition("/")[2]


@contextlib.contextmanager
def on_postgres() -> Iterator[str]:
    """Make such a database in PostgreSQL, yield its URL for ``open_store``, drop it."""
    with postgres.database(_template()) as address:
        yield postgres_url(address)


def postgres_url(address: str) -> str:
    """Name the driver we use in an address."""
    return address.replace("postgresql://", "postgresql+psycopg://", 1)
