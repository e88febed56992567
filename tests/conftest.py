"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage import opening
from tests.support import postgres, prepared, statements
from tests.support.journey import Journey

MEMORY = "/dev/shm"  # noqa: S108  pytest makes a folder of its own in it
ROOM = 4 << 30
"""Bytes; a run leaves far less behind."""


def pytest_configure() -> None:
    """Let tests write into memory where there is room: on a disk SQLite waits for it at every commit."""
    statements.share()
    if not os.access(MEMORY, os.W_OK):
        return
    found = os.statvfs(MEMORY)
    if found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database: an empty one, or with our tables where the test asks for what has it open."""
    is_prepared = not {"opened", "either_journey"}.isdisjoint(request.fixturenames)
    path = tmp_path / "sameside.db"
    if request.param == "sqlite":
        yield prepared.sqlite(path) if is_prepared else f"sqlite:///{path}"
        return
    with prepared.on_postgres() if is_prepared else postgres.database() as address:
        yield prepared.postgres_url(address)


@pytest.fixture
def opened(url: str, tmp_path: Path) -> Iterator[opening.Opened]:
    """An open store."""
    found = opening.open_store(url, tmp_path, (), prepared.NOW)
    yield found
    found.database.close()


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    """A bot on a fresh SQLite database, with a clock that stands still until told."""
    bot = Journey(tmp_path)
    yield bot
    bot.close()


@pytest.fixture
def either_journey(url: str, tmp_path: Path) -> Iterator[Journey]:
    """The same on each database in turn."""
    bot = Journey(tmp_path, url)
    yield bot
    bot.close()
