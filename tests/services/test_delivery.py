"""The sender against a Telegram that refuses, stalls and asks to wait, and a database that comes and goes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.domain.journal import Entry
from bot.domain.patients import Patient, PatientId
from bot.engine import messages
from bot.services import delivery, transports
from bot.storage import database, journal, opening, outbox, patients, store, tables
from tests.support import prepared
from tests.support.prepared import NOW


@dataclass
class Post:
    """Telegram, as far as the sender sees it; ``before`` may refuse or stall."""

    before: Callable[[str], Awaitable[None]] | None = None
    places: int = 8
    sent: list[tuple[int, str]] = field(default_factory=list)

    async def room(self) -> int:
        return self.places

    async def send(
        self, chat_id: int, message: messages.Outgoing, file: transports.File | None
    ) -> int | None:
        text = message.text if isinstance(message, messages.Say) else type(message).__name__
        if self.before:
            await self.before(text)
        del file
        self.sent.append((chat_id, text))
        return len(self.sent)

    async def fetch(self, file_id: str) -> bytes:
        if self.before:
            await self.before(file_id)
        return b"bytes"


class Bench:
    """A sender on a store, with a clock that is set by hand."""

    def __init__(self, opened: opening.Opened, post: Post, holder: str = "one") -> None:
        self.opened, self.post, self.now = opened, post, NOW
        self.sender = delivery.Delivery(
            opened, post, self.make_file, lambda _: "sorry", holder, lambda: self.now
        )

    def make_file(
        self, unit: store.Store, patient: Patient, wanted: messages.Document, now: datetime
    ) -> transports.File:
        del unit, patient, now
        if wanted.what == "broken":
            raise KeyError(wanted)
        return transports.File("x.pdf", b"x")

    def put(
        self, telegram_id: int, *said: str | messages.Outgoing, priority: messages.Priority = messages.REPLY
    ) -> PatientId:
        with self.opened.database.write() as connection:
            known = self.opened.patients.find(connection, telegram_id)
            scope = self.opened.patients.scope(connection, known) if known else None
            scope = scope or self.opened.patients.join(connection, telegram_id, "en", NOW)
            drafts = [
                outbox.Draft(
                    messages.Say(m) if isinstance(m, str) else m, is_errand=isinstance(m, messages.Fetch)
                )
                for m in said
            ]
            outbox.put(scope, drafts, priority, self.now)
            return scope.patient_id

    async def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)
        await self.sender.drain()

    def states(self) -> list[str]:
        query = sa.select(tables.outbox.c.state).order_by(tables.outbox.c.patient_id, tables.outbox.c.seq)
        with self.opened.database.read() as connection:
            return list(connection.execute(query).scalars())


def hears_from(bench: Bench, telegram_id: int) -> None:
    """Let an update of a patient arrive now."""
    with bench.opened.database.write() as connection:
        patient_id = bench.opened.patients.find(connection, telegram_id)
        row = {"update_id": 1, "patient_id": patient_id, "state": "handled", "received_at": bench.now}
        connection.execute(sa.insert(tables.inbox), row)


@pytest.fixture
def bench(opened: opening.Opened) -> Bench:
    return Bench(opened, Post())


async def test_messages_of_a_chat_go_in_order_and_replies_go_before_reminders(bench: Bench) -> None:
    bench.put(1, "reminder", priority=messages.REMINDER)
    for telegram_id in range(2, 22):
        bench.put(telegram_id, *(f"{telegram_id}-{n}" for n in range(3)))
    await bench.sender.drain()
    for telegram_id in range(2, 22):
        got = [text for chat, text in bench.post.sent if chat == telegram_id]
        assert got == [f"{telegram_id}-{n}" for n in range(3)]
    assert bench.post.sent.index((1, "reminder")) >= 20
    assert set(bench.states()) == {"sent"}


async def test_a_reply_that_comes_while_hundreds_are_reminded_is_the_next_to_go(bench: Bench) -> None:
    for telegram_id in range(1, 41):
        bench.put(telegram_id, "reminder", priority=messages.REMINDER)

    async def somebody_writes(text: str) -> None:
        if text == "reminder" and len(bench.post.sent) == 10:
            bench.put(99, "kept", priority=messages.REPLY)

    bench.post.before, bench.post.places = somebody_writes, 1
    await bench.sender.drain()
    assert bench.post.sent.index((99, "kept")) <= 12
    assert len(bench.post.sent) == 41


async def test_an_idle_sender_writes_nothing(tmp_path: Path) -> None:
    opened = opening.open_store(prepared.sqlite(tmp_path / "sameside.db"), tmp_path, (), NOW)
    bench = Bench(opened, Post())
    bench.put(1, "hello")
    await bench.sender.drain()
    begun: list[object] = []
    event.listen(opened.database._writer, "begin", begun.append)
    for _ in range(20):
        await bench.pass_time(seconds=1)
    assert begun == []
    opened.database.close()


async def test_a_busy_sender_writes_once_a_message(tmp_path: Path) -> None:
    opened = opening.open_store(prepared.sqlite(tmp_path / "sameside.db"), tmp_path, (), NOW)
    bench = Bench(opened, Post())
    bench.put(1, *(f"{n}" for n in range(10)))
    begun: list[object] = []
    event.listen(opened.database._writer, "begin", begun.append)
    await bench.sender.drain()
    assert len(begun) == 1 + 10
    opened.database.close()


async def test_what_was_sent_while_the_database_went_away_is_sent_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "IDLE_SECONDS", 0.01)
    settle, refusals = outbox.settle, iter([True] * 3)

    def away(*arguments: Any) -> None:
        if next(refusals, False):
            raise database.UnavailableError("away")
        settle(*arguments)

    monkeypatch.setattr(outbox, "settle", away)
    bench.put(1, "one", "two")
    await bench.sender.drain()
    assert bench.post.sent == [(1, "one"), (1, "two")]


async def test_a_document_that_cannot_be_made_is_given_up_and_told(bench: Bench) -> None:
    bench.put(1, messages.Document("broken"), "a later reply")
    for _ in range(delivery.ATTEMPTS):
        await bench.pass_time(minutes=10)
    assert bench.post.sent == [(1, "a later reply"), (1, "sorry")]
    assert bench.sender.failed == 1


async def test_a_document_telegram_refuses_is_told(bench: Bench) -> None:
    async def refuse(text: str) -> None:
        if text == "Document":
            raise transports.RefusedError("too large")

    bench.post.before = refuse
    bench.put(1, messages.Document("page"), "later")
    await bench.sender.drain()
    assert bench.post.sent == [(1, "later"), (1, "sorry")]


async def test_a_file_that_cannot_be_fetched_holds_no_reply_up_and_is_kept_when_it_can(bench: Bench) -> None:
    gone = True

    async def refuse(text: str) -> None:
        if text == "file" and gone:
            raise transports.LaterError

    bench.post.before = refuse
    patient_id = bench.put(1, messages.Fetch("e1", "a1", "file"), "reply")
    with bench.opened.database.write() as connection:
        scope = bench.opened.patients.scope(connection, patient_id)
        assert scope is not None
        journal.Journal(scope).add(Entry("e1", NOW, NOW, "UTC"))
    await bench.sender.drain()
    assert bench.post.sent == [(1, "reply")]
    gone = False
    await bench.pass_time(minutes=10)
    with bench.opened.database.read() as connection:
        assert connection.execute(sa.select(tables.attachments.c.id)).scalar_one() == "a1"


async def test_a_file_that_never_comes_is_given_up(bench: Bench) -> None:
    async def refuse(_: str) -> None:
        raise transports.LaterError

    bench.post.before = refuse
    bench.put(1, messages.Fetch("e1", "a1", "file"))
    for _ in range(4):
        await bench.pass_time(hours=9)
    assert bench.states() == ["dropped"]


async def test_asked_to_wait_it_waits_as_long_and_keeps_the_order(bench: Bench) -> None:
    waits = iter([30.0])

    async def busy(text: str) -> None:
        if text == "one" and (seconds := next(waits, None)):
            raise transports.LaterError(seconds)

    bench.post.before = busy
    bench.put(1, "one", "two")
    await bench.sender.drain()
    await bench.pass_time(seconds=29)
    assert bench.post.sent == []
    await bench.pass_time(seconds=2)
    assert bench.post.sent == [(1, "one"), (1, "two")]


async def test_who_blocked_the_bot_is_left_in_peace(bench: Bench) -> None:
    async def blocked(_: str) -> None:
        raise transports.BlockedError

    bench.post.before = blocked
    bench.put(1, "one", "two")
    await bench.sender.drain()
    assert bench.states() == ["dropped", "dropped"]
    with bench.opened.database.read() as connection:
        assert connection.execute(sa.select(tables.patients.c.blocked_at)).scalar_one() == NOW


async def test_who_came_back_before_the_refusal_was_noted_gets_the_answer(bench: Bench) -> None:
    refusals = iter([True])

    async def blocked(_: str) -> None:
        if next(refusals, False):
            hears_from(bench, 1)
            raise transports.BlockedError

    bench.post.before = blocked
    bench.put(1, "one", "two")
    await bench.sender.drain()
    await bench.pass_time(seconds=2)
    assert bench.post.sent == [(1, "one"), (1, "two")]
    with bench.opened.database.read() as connection:
        assert connection.execute(sa.select(tables.patients.c.blocked_at)).scalar_one() is None


async def test_how_often_telegram_was_away_is_no_reason_to_give_a_message_up(bench: Bench) -> None:
    troubles: list[Exception] = [transports.LaterError(1)] * (delivery.ATTEMPTS - 1) + [RuntimeError("a bug")]

    async def trouble(_: str) -> None:
        if troubles:
            raise troubles.pop(0)

    bench.post.before = trouble
    bench.put(1, "one")
    await bench.sender.drain()
    for _ in range(10):
        await bench.pass_time(seconds=60)
    assert bench.post.sent == [(1, "one")]


async def test_a_polite_stop_lets_what_is_on_its_way_arrive_and_starts_nothing_new(bench: Bench) -> None:
    on_its_way, may_arrive = asyncio.Event(), asyncio.Event()

    async def stall(_: str) -> None:
        on_its_way.set()
        await may_arrive.wait()

    bench.post.before = stall
    bench.put(1, "one", "two")
    running = asyncio.create_task(bench.sender.run())
    await on_its_way.wait()
    finishing = asyncio.create_task(bench.sender.finish())
    await asyncio.sleep(0)
    may_arrive.set()
    await asyncio.wait_for(asyncio.gather(finishing, running), 5)
    assert bench.post.sent == [(1, "one")]
    assert bench.states() == ["sent", "pending"]


async def test_of_two_senders_one_sends_and_the_other_takes_over_when_it_stops(
    opened: opening.Opened,
) -> None:
    post = Post()
    first, second = Bench(opened, post, "first"), Bench(opened, post, "second")
    first.put(1, "one")
    await first.sender.drain()
    first.put(1, "two")
    await second.sender.drain()
    assert post.sent == [(1, "one")]
    await first.sender.stop()
    await second.sender.drain()
    assert post.sent == [(1, "one"), (1, "two")]


async def test_a_sender_that_fell_silent_is_relieved_and_does_not_go_on(opened: opening.Opened) -> None:
    post = Post()
    first, second = Bench(opened, post, "first"), Bench(opened, post, "second")
    first.put(1, "one")
    await first.sender.drain()
    with opened.database.write() as connection:
        connection.execute(sa.update(tables.leases).values(until=NOW - timedelta(minutes=1)))
    first.put(1, "two")
    await second.sender.drain()
    assert post.sent == [(1, "one"), (1, "two")]
    first.sender._lease.ends = 0.0
    first.put(1, "three")
    await first.sender.drain()
    assert post.sent == [(1, "one"), (1, "two")]
    await second.sender.drain()
    assert post.sent[-1] == (1, "three")


async def test_two_senders_at_once_send_everything_once_and_in_order(opened: opening.Opened) -> None:
    post = Post()
    first, second = Bench(opened, post, "first"), Bench(opened, post, "second")
    wanted = {n: [f"{n}-{m}" for m in range(5)] for n in range(1, 9)}
    for telegram_id, texts in wanted.items():
        first.put(telegram_id, *texts)
    await asyncio.gather(first.sender.drain(), second.sender.drain())
    assert {n: [t for chat, t in post.sent if chat == n] for n in wanted} == wanted


async def test_a_clock_that_was_set_back_stops_neither_the_sender_nor_a_chat(opened: opening.Opened) -> None:
    post = Post()
    crashed = Bench(opened, post, "crashed")
    crashed.now = NOW + timedelta(days=365)
    crashed.put(1, "one")
    await crashed.sender.drain()
    crashed.put(1, "two")
    if not opened.database.is_sqlite:  # whose lease ends by another clock, and ends all the same
        await crashed.sender.stop()
    bench = Bench(opened, post, "next")
    bench.put(1, "three")
    await bench.sender.drain()
    assert post.sent == [(1, "one"), (1, "two"), (1, "three")]


async def test_an_answer_put_off_before_the_clock_was_set_back_is_not_an_hour_late(bench: Bench) -> None:
    async def busy(text: str) -> None:
        del text
        raise transports.LaterError(seconds=1)

    bench.put(1, "one", "two")
    bench.now, bench.post.before = NOW + timedelta(hours=1), busy
    await bench.sender.drain()
    bench.now, bench.post.before = NOW, None
    await bench.sender.drain()
    assert bench.post.sent == [(1, "one"), (1, "two")]


async def test_a_message_that_does_not_open_is_named_by_its_kind_and_given_up(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.put(1, "one")
    with bench.opened.database.write() as connection:
        connection.execute(sa.update(tables.outbox).values(body=b"changed"))
    for _ in range(delivery.ATTEMPTS):
        await bench.pass_time(minutes=5)
    assert "message opened alone" in caplog.text
    assert bench.states() == ["dropped"]


async def test_who_was_forgotten_while_a_message_was_on_its_way_stays_forgotten(bench: Bench) -> None:
    patient_id = bench.put(1, messages.Document("page"), "two")

    async def forget(text: str) -> None:
        if text == "Document":
            with bench.opened.database.write() as connection:
                patients.forget(connection, patient_id, NOW)
            raise transports.RefusedError("gone")

    bench.post.before = forget
    await bench.sender.drain()
    assert bench.states() == []
    assert bench.post.sent == []
