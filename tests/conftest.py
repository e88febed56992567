"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.journey import Journey


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    """A bot on a fresh SQLite database, with a clock that stands still until told."""
    bot = Journey(tmp_path)
    yield bot
    bot.close()
