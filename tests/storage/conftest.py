"""A fresh store on each database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage import opening
from tests.support import postgres, prepared

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database: an empty one, or with our tables where the test asks for ``opened``."""
    is_prepared, path = "opened" in request.fixturenames, tmp_path / "sameside.db"
    if request.param == "sqlite":
        yield prepared.sqlite(path) if is_prepared else f"sqlite:///{path}"
        return
    with prepared.on_postgres() if is_prepared else postgres.database() as address:
        yield prepared.postgres_url(address)


@pytest.fixture
def opened(url: str, tmp_path: Path) -> Iterator[opening.Opened]:
    """An open store."""
    found = opening.open_store(url, tmp_path, (), NOW)
    yield found
    found.database.close()
