"""What follows a fetched file: started once with the bytes, also where Telegram, the flow or another worker fails."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain import errors, journal
from bot.domain.patients import PatientId
from bot.engine import messages
from bot.services import delivery, transports
from bot.storage import opening, outbox, patients, store, tables
from tests.support import prepared
from tests.support.prepared import NOW

WANTED = messages.Fetch("e1", "a1", "file", "calendar_file")


class Desk:
    """A sender, and what followed the files it fetched; ``problems`` are raised one by one first."""

    def __init__(self, opened: opening.Opened) -> None:
        self.opened, self.now = opened, NOW
        self.followed: list[bytes | None] = []
        self.said: list[str] = []
        self.fetched = 0
        self.telegram: list[Exception] = []
        self.flow: list[Exception] = []
        self.sender = delivery.Delivery(
            opened, self, self.make_file, lambda _: "sorry", "one", lambda: self.now, self.follow
        )
        with opened.database.write() as connection:
            scope = opened.patients.join(connection, 1, "en", NOW)
            self.patient_id: PatientId = scope.patient_id
            store.Store(scope).journal.add(journal.Entry("e1", NOW, NOW, "UTC"))
            outbox.put(scope, [outbox.Draft(WANTED, is_errand=True)], messages.REPLY, NOW)

    async def room(self) -> int:
        return 8

    async def send(
        self, chat_id: int, message: messages.Outgoing, file: transports.File | None
    ) -> int | None:
        del chat_id, file
        assert isinstance(message, messages.Say)
        self.said.append(message.text)
        return len(self.said)

    async def fetch(self, file_id: str) -> bytes:
        del file_id
        self.fetched += 1
        if self.telegram:
            raise self.telegram.pop(0)
        return b"bytes"

    def make_file(self, *_: object) -> transports.File:
        raise AssertionError

    def follow(self, opened: patients.Opened, wanted: messages.Fetch, now: datetime) -> None:
        self.followed.append(store.Store(opened.scope).attachments.get(wanted.attachment_id))
        outbox.put(opened.scope, [outbox.Draft(messages.Say("read"))], messages.REPLY, now)
        if self.flow:
            raise self.flow.pop(0)

    def kept(self) -> bytes | None:
        with self.opened.database.read() as connection:
            found = self.opened.patients.open(connection, self.patient_id)
            return store.Store(found.scope).attachments.get("a1") if found else None


@pytest.fixture
def desk(opened: opening.Opened) -> Desk:
    return Desk(opened)


async def test_what_follows_sees_the_bytes_and_speaks_in_the_same_transaction(desk: Desk) -> None:
    await desk.sender.drain()
    assert (desk.followed, desk.said, desk.kept()) == ([b"bytes"], ["read"], b"bytes")


async def test_a_file_fetched_twice_is_followed_once(desk: Desk) -> None:
    await desk.sender.drain()
    with (
        desk.opened.database.write() as connection
    ):  # a crash after the bytes were kept, before that was noted
        row = tables.outbox.c
        connection.execute(sa.delete(tables.outbox).where(row.state == "sent"))
        found = desk.opened.patients.open(connection, desk.patient_id)
        assert found
        outbox.put(found.scope, [outbox.Draft(WANTED, is_errand=True)], messages.REPLY, NOW)
    await desk.sender.drain()
    assert (desk.fetched, desk.followed, desk.said) == (2, [b"bytes"], ["read"])


async def test_a_file_that_is_not_to_be_had_is_followed_without_its_bytes(desk: Desk) -> None:
    desk.telegram.append(transports.RefusedError("file"))
    await desk.sender.drain()
    assert (desk.followed, desk.said) == ([None], ["read"])


async def test_telegram_away_for_a_while_delays_what_follows(desk: Desk) -> None:
    desk.telegram += [transports.LaterError(5), transports.LaterError(5)]
    for _ in range(3):
        await desk.sender.drain()
        desk.now += timedelta(seconds=6)
    assert (desk.fetched, desk.followed, desk.said) == (3, [b"bytes"], ["read"])


async def test_a_flow_that_fails_loses_neither_the_file_nor_the_patient(desk: Desk) -> None:
    desk.flow.append(errors.SamesideError("a bug"))
    await desk.sender.drain()
    assert (desk.kept(), desk.said) == (b"bytes", ["sorry"])


async def test_an_entry_that_is_gone_is_followed_by_nothing(desk: Desk) -> None:
    with desk.opened.database.write() as connection:
        connection.execute(sa.delete(tables.journal))
    await desk.sender.drain()
    assert (desk.followed, desk.said) == ([], [])


@pytest.mark.postgres
async def test_another_worker_at_the_patient_is_waited_for(tmp_path: Path) -> None:
    with prepared.on_postgres() as url:
        opened = opening.open_store(url, tmp_path, (), NOW)
        desk = Desk(opened)
        with opened.database.write() as connection:
            assert opened.patients.open(connection, desk.patient_id, claim=True)
            await desk.sender.drain()
            assert desk.followed == []
        desk.now += timedelta(seconds=1)
        await desk.sender.drain()
        assert desk.followed == [b"bytes"]
        opened.database.close()
