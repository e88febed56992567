"""A fresh store on each database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage import opening
from tests.support import postgres

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'sameside.db'}"
    else:
        with postgres.database() as address:
            yield address.replace("postgresql://", "postgresql+psycopg://", 1)


@pytest.fixture
def opened(url: str, tmp_path: Path) -> Iterator[opening.Opened]:
    """An open store."""
    found = opening.open_store(url, tmp_path, (), NOW)
    yield found
    found.database.close()
