"""Several workers that are started at once on a database that is empty, or of an older version."""

import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage import database, opening, schema

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
WORKERS = 4
KEY = bytes(range(32))


def _together(work: Callable[[], object]) -> None:
    problems: list[BaseException] = []

    def guarded() -> None:
        try:
            work()
        except BaseException as problem:  # noqa: BLE001  shown by the assertion below
            problems.append(problem)

    threads = [threading.Thread(target=guarded) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []


def test_workers_that_start_together_make_one_store(url: str, tmp_path: Path) -> None:
    secrets = set[bytes]()

    def start() -> None:
        opened = opening.open_store(url, tmp_path, (KEY,), NOW)
        secrets.add(opened.patients._lookup_key)
        opened.database.close()

    _together(start)
    assert len(secrets) == 1


@pytest.mark.parametrize("older", ["0001", "0002"])
def test_workers_that_start_together_migrate_once(url: str, tmp_path: Path, older: str) -> None:
    store = database.Database(url)
    _run_to(store, older)
    store.close()

    def start() -> None:
        opening.open_store(url, tmp_path, (KEY,), NOW).database.close()

    _together(start)
    store = database.Database(url)
    with store.read() as connection:
        assert schema.current(connection) == schema.head()
    store.close()


def _run_to(store: database.Database, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    with store.rebuild() as connection:
        config = Config()
        config.set_main_option("script_location", str(schema.VERSIONS.parent))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_a_new_file_that_another_writes_to_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE visits (name TEXT)")
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.2, other.execute, ("COMMIT",))
    release.start()
    kept = database.Database(f"sqlite:///{path}")
    with kept.write() as connection:
        connection.exec_driver_sql("INSERT INTO visits VALUES ('Dr Lee')")
    release.join()
    assert other.execute("SELECT name FROM visits").fetchall() == [("Dr Lee",)]
    other.close()
    kept.close()
