"""Statements on the short way to the driver do what they do through SQLAlchemy, on both databases."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from bot.storage import database, opening, prepared, tables
from tests.support import prepared as databases

NOW = datetime(2026, 3, 2, 15, 0, 0, 123456, tzinfo=UTC)
INBOX = tables.inbox
INSERT = prepared.Prepared(sa.insert(INBOX))
SETTLE = prepared.Prepared(sa.update(INBOX).where(INBOX.c.update_id == sa.bindparam("number")))
FIND = prepared.Prepared(
    sa.select(INBOX.c.update_id, INBOX.c.received_at, INBOX.c.retry_at, INBOX.c.body)
    .where(
        INBOX.c.state == "pending", INBOX.c.received_at <= sa.bindparam("now", type_=INBOX.c.received_at.type)
    )
    .order_by(INBOX.c.update_id)
    .limit(1)
)
TRY = prepared.Prepared(
    sa.update(INBOX)
    .where(INBOX.c.update_id == sa.bindparam("number"))
    .values(attempts=INBOX.c.attempts + sa.bindparam("more", type_=sa.Integer))
    .returning(INBOX.c.attempts)
)


@pytest.fixture
def store(opened: opening.Opened) -> database.Database:
    return opened.database


def _row(number: int, body: bytes | None = b"\x00sealed") -> dict[str, object]:
    return {"update_id": number, "state": "pending", "received_at": NOW, "body": body}


def test_values_come_back_as_they_went_in(store: database.Database) -> None:
    with store.write() as connection:
        assert INSERT.count(connection, _row(2)) == 1
        assert INSERT.count(connection, _row(1, None)) == 1
    with store.read() as connection:
        assert FIND.rows(connection, {"now": NOW}) == [(1, NOW, None, None)]
    with store.write() as connection:
        assert SETTLE.count(connection, {"number": 1, "state": "handled", "body": None}) == 1
        assert SETTLE.count(connection, {"number": 9, "state": "handled", "body": None}) == 0
        assert FIND.row(connection, {"now": NOW}) == (2, NOW, None, b"\x00sealed")
        assert TRY.rows(connection, {"number": 2, "more": 3}) == [(3,)]
        assert SETTLE.count(connection, {"number": 2, "state": "handled"}) == 1
        assert FIND.row(connection, {"now": NOW}) is None


def test_a_moment_without_a_zone_is_refused(store: database.Database) -> None:
    with store.write() as connection, pytest.raises(ValueError, match="zone"):
        INSERT.count(connection, {**_row(1), "received_at": NOW.replace(tzinfo=None)})


def test_an_error_is_the_usual_one_and_tells_no_value(store: database.Database) -> None:
    with store.write() as connection:
        INSERT.count(connection, _row(1))
    with pytest.raises(sa.exc.IntegrityError) as raised, store.write() as connection:
        INSERT.count(connection, _row(1, b"never told"))
    assert "never told" not in str(raised.value)


def _insert_in_a_part(connection: database.Connection, *numbers: int) -> None:
    with database.part(connection):
        for number in numbers:
            INSERT.count(connection, _row(number))


def test_a_part_that_is_undone_leaves_the_rest(store: database.Database) -> None:
    with store.write() as connection:
        INSERT.count(connection, _row(1))
        with pytest.raises(sa.exc.IntegrityError):
            _insert_in_a_part(connection, 2, 1)
        INSERT.count(connection, _row(3))
    with store.read() as connection:
        assert connection.execute(sa.select(INBOX.c.update_id)).scalars().all() == [1, 3]


@pytest.mark.postgres
def test_a_connection_that_is_lost_is_told_as_such_and_not_used_again() -> None:
    with databases.on_postgres() as url:
        store = database.Database(url)
        with pytest.raises(database.UnavailableError):
            _insert_when_cut_off(store)
        with store.write() as connection:
            assert INSERT.count(connection, _row(1)) == 1
        store.close()


def _insert_when_cut_off(store: database.Database) -> None:
    with store.write() as connection, store.write() as other:
        own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        other.exec_driver_sql(f"SELECT pg_terminate_backend({own})")
        INSERT.count(connection, _row(1))


def test_what_the_database_refuses_while_reading_is_told_as_such(store: database.Database) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("ALTER TABLE inbox RENAME TO put_away")
    with pytest.raises((database.UnavailableError, sa.exc.DBAPIError)), store.read() as connection:
        FIND.row(connection, {"now": NOW})
