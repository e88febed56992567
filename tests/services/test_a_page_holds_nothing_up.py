"""While a page is drawn for one patient, the others get their replies, and the loop and its threads go on."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.content import wording
from bot.documents import page, typesetting
from bot.domain import page_choices
from bot.domain.patients import Patient
from bot.engine import messages
from bot.services import delivery, papers, transports
from bot.storage import opening, outbox, store
from tests.support import lives, prepared

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


class Post:
    """Telegram: notes what arrived, and tells when the reply did."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.has_replied = threading.Event()

    async def room(self) -> int:
        return 8

    async def send(
        self, chat_id: int, message: messages.Outgoing, file: transports.File | None
    ) -> int | None:
        del chat_id
        self.sent.append(file.name if file else "reply")
        if not file:
            assert isinstance(message, messages.Say)
            self.has_replied.set()
        return len(self.sent)

    async def fetch(self, file_id: str) -> bytes:
        raise AssertionError(file_id)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[opening.Opened]:
    found = opening.open_store(prepared.sqlite(tmp_path / "s.db"), tmp_path, (), NOW)
    yield found
    found.database.close()


async def test_a_reply_to_another_patient_goes_out_while_a_page_is_drawn(opened: opening.Opened) -> None:
    post, maker, is_drawing = Post(), papers.Papers(wording.Wording()), threading.Event()

    def draw(
        unit: store.Store, patient: Patient, wanted: messages.Document, now: datetime
    ) -> transports.File:
        is_drawing.set()
        made = maker.make(unit, patient, wanted, now)
        assert post.has_replied.wait(20), "the reply waits for the page"
        return made

    def put(telegram_id: int, message: messages.Outgoing) -> None:
        with opened.database.write() as connection:
            scope = opened.patients.join(connection, telegram_id, "en", NOW)
            outbox.put(scope, [outbox.Draft(message)], messages.REPLY, NOW)

    sender = delivery.Delivery(opened, post, draw, lambda _: "sorry", "one", lambda: NOW)
    put(1, messages.Document("page"))
    drawing = asyncio.create_task(sender.drain())
    await asyncio.to_thread(is_drawing.wait, 20)
    put(2, messages.Say("here is your answer"))
    sending = asyncio.create_task(sender.drain())
    await asyncio.gather(drawing, sending)
    assert post.sent == ["reply", "summary-2026-03-02.pdf"]


def test_python_goes_on_while_typst_sets_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    is_setting, turns, usual = threading.Event(), 0, typesetting._compiler

    class Watched:
        def __init__(self, template: Path) -> None:
            self.template = template

        def compile(self, **how: Any) -> Any:
            compiler = usual(self.template)
            is_setting.set()
            try:
                return compiler.compile(**how)
            finally:
                is_setting.clear()

    monkeypatch.setattr(typesetting, "_compiler", Watched)
    who = lives.typical()
    found, choice = who.summary(), page_choices.PageChoice("")
    drawing = threading.Thread(
        target=page.render, args=(found, who.opening(), who.patient, lives.WORDS.text, choice)
    )
    drawing.start()
    while drawing.is_alive():
        turns += is_setting.is_set()
    drawing.join()
    assert turns > 1_000
