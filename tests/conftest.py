"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.journey import Journey


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    """A bot on a fresh SQLite database, with a clock that stands still until told."""
    bot = Journey(tmp_path)
    yield bot
    bot.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def either_journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    """The same on each database in turn."""
    if request.param == "sqlite":
        bot = Journey(tmp_path)
        yield bot
        bot.close()
        return
    with postgres.database() as url:
        bot = Journey(tmp_path, url.replace("postgresql://", "postgresql+psycopg://", 1))
        yield bot
        bot.close()
