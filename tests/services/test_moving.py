"""A life on SQLite goes on in PostgreSQL: every row arrives as it was, or none does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain import errors
from bot.services import moving
from bot.storage import copying, database, tables
from tests.support import postgres
from tests.support.journey import Journey

pytestmark = pytest.mark.postgres


@pytest.fixture
def url() -> Iterator[str]:
    with postgres.database() as address:
        yield address.replace("postgresql://", "postgresql+psycopg://", 1)


def _live(journey: Journey) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    robin.says("migraine 7")
    robin.says("remind me to stretch in 2 hours")
    robin.says("yes")
    robin.says("stop")
    ash.says("nausea 3")
    ash.says("/forget")
    ash.presses("remove")


def _rows(url: str) -> int:
    store = database.Database(url)
    with store.read() as connection:
        found = sum(1 for _ in copying.rows(connection))
    store.close()
    return found


def test_everything_moves_and_the_bot_goes_on_there(journey: Journey, url: str, tmp_path: Path) -> None:
    _live(journey)
    robin = journey.patients[min(journey.patients)]
    moved = moving.move(journey.opened, url)
    assert moved == _rows(url) > 10
    there = Journey(tmp_path, url, journey.now)
    there.patients = {robin.telegram_id: robin}
    there.update_ids, there.message_ids = journey.update_ids, journey.message_ids
    robin.journey = there
    assert [entry.text for entry in robin.entries()] == ["migraine 7"]
    seen = len(robin.screen)
    there.wait(hours=3)
    assert len(robin.screen) > seen, "the reminder did not come"
    robin.says("nausea 4")
    assert [entry.text for entry in robin.entries()] == ["migraine 7", "nausea 4"]
    with there.opened.database.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.forgotten)).scalar_one() == 1
    there.close()


def test_a_database_that_holds_data_is_left_as_it_is(journey: Journey, url: str) -> None:
    _live(journey)
    moving.move(journey.opened, url)
    before = _rows(url)
    with pytest.raises(errors.OperatorError, match="holds data already"):
        moving.move(journey.opened, url)
    assert _rows(url) == before


def test_a_row_that_arrives_changed_undoes_the_move(
    journey: Journey, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _live(journey)
    honest = copying.replace_all

    def careless(connection: Any, copied: Any, forgotten: Any) -> int:
        done = honest(connection, copied, forgotten)
        connection.execute(sa.update(tables.journal).values(kind="changed"))
        return done

    monkeypatch.setattr(copying, "replace_all", careless)
    with pytest.raises(errors.OperatorError, match="journal"):
        moving.move(journey.opened, url)
    assert _rows(url) == 0


def test_a_database_that_does_not_answer_is_said_in_one_line(journey: Journey) -> None:
    with pytest.raises(errors.OperatorError, match="does not answer"):
        moving.move(journey.opened, "postgresql+psycopg://nobody:nothing@127.0.0.1:1/none")
