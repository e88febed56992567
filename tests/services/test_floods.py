"""Somebody who floods the bot loses nothing, is told once, and still reaches help; one who did not agree is capped."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.services import floods, turns
from bot.storage import tables
from tests.support.journey import Journey, Patient

SENT = 120


class Clogged(Journey):
    """A journey whose messages leave only when told: Telegram takes one a second, patients write faster."""

    clogged = False

    def _deliver(self) -> None:
        if not self.clogged:
            super()._deliver()


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Clogged]:
    journey = Clogged(tmp_path)
    yield journey
    journey.close()


def _flooded(journey: Clogged, *more: str) -> Patient:
    robin = journey.patient("Robin")
    journey.clogged = True
    for number in range(SENT):
        robin.says(f"note number {number}")
    for text in more:
        robin.says(text)
    journey.clogged = False
    robin.news = []
    journey._deliver()
    return robin


def _pending(journey: Journey) -> int:
    query = sa.select(sa.func.count()).where(tables.outbox.c.state == "pending")
    with journey.opened.database.read() as connection:
        return int(connection.execute(query).scalar_one())


def test_everything_of_a_flood_is_kept_and_it_is_answered_once(journey: Clogged) -> None:
    robin = _flooded(journey)
    assert [entry.text for entry in robin.entries()] == [f"note number {n}" for n in range(SENT)]
    told = [shown for shown in robin.news if "faster than Telegram" in shown.plain]
    assert len(told) == 1
    assert len(robin.news) <= floods.MOST_UNREAD + 3
    assert robin.news[-1] is told[0]


def test_after_the_flood_the_answers_are_back_and_its_message_can_be_replied_to(journey: Clogged) -> None:
    robin = _flooded(journey)
    told = robin.sees("faster than Telegram")
    robin.says("migraine 7")
    robin.sees("7 of 10")
    robin.says("no, 6", reply_to=told)
    assert robin.news


@pytest.mark.parametrize("text", ["crushing chest pain and I can't breathe", "/urgent", "❗ Urgent help"])
def test_who_is_in_danger_is_answered_in_the_middle_of_a_flood(journey: Clogged, text: str) -> None:
    robin = _flooded(journey, text)
    assert "911" in robin.news[-1].plain


def test_photos_of_a_flood_are_fetched_all_the_same(journey: Clogged) -> None:
    robin = _flooded(journey)
    journey.clogged = True
    for _ in range(50):
        robin.sends_photo("rash")
    kinds = sa.select(sa.func.count()).where(
        tables.outbox.c.state == "pending", tables.outbox.c.priority == 2
    )
    with journey.opened.database.read() as connection:
        assert connection.execute(kinds).scalar_one() == 50


def test_one_who_floods_slows_nobody_else(journey: Clogged) -> None:
    ash = journey.patient("Ash")
    _flooded(journey)
    ash.says("nausea 3")
    ash.sees("3 of 10")


def test_before_consent_so_much_is_held_and_no_more_and_that_is_said_once(journey: Clogged) -> None:
    robin = journey.patient("Robin", agrees=False)
    seen: list[Any] = []
    for number in range(turns.MOST_HELD + 20):
        robin.says(f"note {number}")
        seen += [shown for shown in robin.news if "as much as I keep" in shown.plain]
    assert len(seen) == 1
    with journey.opened.database.read() as connection:
        bodies = sa.select(sa.func.count()).where(tables.inbox.c.body.is_not(None))
        assert connection.execute(bodies).scalar_one() == turns.MOST_HELD
    robin.says("crushing chest pain and I can't breathe")
    assert robin.news
    journey.now += timedelta(seconds=2)
    robin.presses("agree")
    assert len(robin.entries()) == turns.MOST_HELD
