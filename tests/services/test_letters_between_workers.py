"""Two people who trust each other, and two workers on one PostgreSQL: each letter is handled once, and in order."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.storage import tables
from tests.support import prepared
from tests.support.journey import Journey, Patient

pytestmark = pytest.mark.postgres

NOTES = 12


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Journey, Journey]]:
    with prepared.on_postgres() as url:
        first, second = Journey(tmp_path, url), Journey(tmp_path, url)
        yield first, second
        first.close()
        second.close()


def _trusting(journey: Journey) -> tuple[Patient, Patient]:
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    for one, other in ((robin, sam), (sam, robin)):
        one.says("/settings name")
        one.says(one.name)
        one.says("/trusted")
        one.presses("Invite")
        one.says("my friend")
        one.presses("Also log")
        other.says(one.screen[-1].plain.split()[-1])
        other.sees("log for them")
    return robin, sam


def _noted(journey: Journey, who: Patient, number: int) -> list[dict[str, Any]]:
    """Press "Log for" and type a note, as two updates."""
    tell = next(b for s in reversed(who.screen) for b in s.buttons if b.label.startswith("Log for"))
    stood = {"message_id": 1, "chat": who.chat, "date": 0}
    press = {"id": f"q{who.name}{number}", "from": who.user, "message": stood, "data": tell.press}
    text = f"note {number} by {who.name}"
    typed = {"message_id": 900 + number, "from": who.user, "chat": who.chat, "date": 1, "text": text}
    return [
        {"update_id": next(journey.update_ids), "callback_query": press},
        {
            "update_id": next(journey.update_ids),
            "message": {**typed, "date": int(journey.now.timestamp()) + number},
        },
    ]


def _pending(journey: Journey) -> int:
    query = sa.select(sa.func.count()).where(tables.inbox.c.state == "pending")
    with journey.opened.database.read() as connection:
        return int(connection.execute(query).scalar_one())


def test_letters_that_cross_are_each_handled_once(pair: tuple[Journey, Journey]) -> None:
    first, second = pair
    robin, sam = _trusting(first)
    second.patients = first.patients
    batch = [u for n in range(NOTES) for who in (robin, sam) for u in _noted(first, who, n)]
    first.intake.accept(batch, first.now)
    problems: list[BaseException] = []

    def work(journey: Journey) -> None:
        try:
            moment = journey.now
            while _pending(journey):
                journey.turns.handle_each(journey.turns.waiting(moment), moment)
                moment += timedelta(seconds=1)
        except BaseException as problem:  # noqa: BLE001  shown below
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(each,)) for each in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []
    with first.opened.database.read() as connection:
        states = Counter(connection.execute(sa.select(tables.inbox.c.state)).scalars())
        bodies = set(connection.execute(sa.select(tables.inbox.c.body)).scalars())
    assert set(states) == {"handled"}
    assert bodies == {None}
    for one, other in ((robin, sam), (sam, robin)):
        told = [entry.text for entry in one.entries()]
        assert told == [f"note {number} by {other.name}" for number in range(NOTES)]
        assert {entry.told_by for entry in one.entries()} == {"my friend"}
