"""What every test of understanding may ask for."""

import pytest

from bot.content import vocabulary, weights
from bot.understanding.updates.updates import UpdateReader


@pytest.fixture(scope="session")
def reader() -> UpdateReader:
    """The reader of updates with the whole vocabulary; it keeps nothing of what it reads."""
    return UpdateReader(vocabulary.load(), weights.for_updates())
