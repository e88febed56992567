"""An update that kills the process is met a few times, then set aside and told; whatever else was sent is handled."""

import os
import signal
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot import flows
from bot.channels.telegram import gateway
from bot.engine import runner
from bot.services import turn_maker, turns
from bot.storage import tables, under_way
from tests.support import forking
from tests.support.journey import Journey, _content

FATAL = "fatal words"


class Mortal(Journey):
    """A journey in which reading one certain text kills the process, as a fault in native code does."""

    def open(self) -> None:
        super().open()
        maker = turn_maker.TurnMaker(*_content())
        conversations = runner.Runner(flows.make_catalogue(self.words))
        self.turns = turns.Turns(  # type: ignore[assignment]  # the loud ones are a kind of these
            self.opened, maker, conversations, self.decode
        )

    @staticmethod
    def decode(update: dict[str, Any]) -> Any:
        if update.get("message", {}).get("text") == FATAL:
            os.kill(os.getpid(), signal.SIGKILL)
        return gateway.decode(update)


def _life(folder: Path, now: datetime) -> None:
    """One life of the process: counts what it died at last time, and a minute later handles what waits."""
    journey = Mortal(folder, now=now)
    journey.turns.mind_interrupted(now - timedelta(minutes=1))
    while waiting := journey.turns.waiting(now):
        journey.turns.handle_each(waiting, now)
    journey.close()


def test_an_update_that_kills_the_process_is_given_up_after_some_deaths(tmp_path: Path) -> None:
    journey = Journey(tmp_path)
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    journey.work = lambda: None  # type: ignore[method-assign]  # from here on others handle it
    robin.says(FATAL)
    robin.says("migraine 7")
    ash.says("nausea 3")
    journey.opened.database.close()
    deaths = 0
    for life in range(turns.DEATHS + 3):
        process = forking.FORKING.Process(
            target=_life, args=(tmp_path, journey.now + timedelta(minutes=life))
        )
        process.start()
        process.join(60)
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        deaths += 1
    assert deaths == turns.DEATHS
    journey.open()
    assert [entry.text for entry in robin.entries()] == ["migraine 7"]
    assert [entry.text for entry in ash.entries()] == ["nausea 3"]
    journey._deliver()
    assert any("went wrong" in shown.plain for shown in robin.screen)
    with journey.opened.database.read() as connection:
        states = connection.execute(sa.select(tables.inbox.c.state)).scalars().all()
    assert states.count("failed") == 1
    journey.close()


def test_an_update_a_process_died_at_twice_lets_others_go_first_and_is_handled(journey: Journey) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    journey.work = lambda: None  # type: ignore[method-assign]  # it is killed before
    robin.says("migraine 7")
    ash.says("nausea 3")
    with journey.opened.database.read() as connection:
        query = sa.select(tables.inbox.c.update_id).where(tables.inbox.c.state == "pending")
        first = connection.execute(query.order_by(tables.inbox.c.update_id)).scalars().first()
    for waiting in (2, 1, 1, 1):
        (journey.folder / "under-way.1-dead").write_text(f"{first}\n")
        journey.turns.mind_interrupted(journey.now)
        assert len(journey.turns.waiting(journey.now)) == waiting
    journey.now += timedelta(seconds=30)
    while found := journey.turns.waiting(journey.now):
        journey.turns.handle_each(found, journey.now)
    assert [entry.text for entry in robin.entries()] == ["migraine 7"]


def test_what_came_before_the_clock_was_set_back_waits_after_a_death_as_well(journey: Journey) -> None:
    robin = journey.patient("Robin")
    journey.work = lambda: None  # type: ignore[method-assign]  # it is killed before
    robin.says("migraine 7")
    journey.now -= timedelta(hours=1)
    with journey.opened.database.read() as connection:
        query = sa.select(tables.inbox.c.update_id).where(tables.inbox.c.state == "pending")
        waits = connection.execute(query).scalar_one()
    for met in (1, 0, 0):
        (journey.folder / "under-way.1-dead").write_text(f"{waits}\n")
        journey.turns.mind_interrupted(journey.now)
        assert len(journey.turns.waiting(journey.now)) == met
    journey.now += timedelta(seconds=30)
    assert len(journey.turns.waiting(journey.now)) == 1


def test_what_was_handled_before_the_process_died_is_not_counted(journey: Journey) -> None:
    robin = journey.patient("Robin")
    robin.says("migraine 7")
    with journey.opened.database.read() as connection:
        handled = connection.execute(sa.select(sa.func.max(tables.inbox.c.update_id))).scalar_one()
    (journey.folder / "under-way.1-dead").write_text(f"{handled}\n")
    for _ in range(5):
        journey.turns.mind_interrupted(journey.now)
    robin.says("nausea 3")
    assert [entry.text for entry in robin.entries()] == ["migraine 7", "nausea 3"]


def test_notes_of_a_process_that_lives_are_left_alone_and_those_of_the_dead_are_read_once(
    tmp_path: Path,
) -> None:
    living = under_way.UnderWay(tmp_path)
    other = under_way.UnderWay(tmp_path)
    with living.noted(7), living.noted(8):
        assert list(other.left_behind()) == []
    (tmp_path / "under-way.1-dead").write_bytes(b"9".ljust(24) + under_way.NOTHING + b"11".ljust(24))
    assert list(other.left_behind()) == [9, 11]
    assert list(other.left_behind()) == []


def test_a_disk_that_takes_no_note_is_no_reason_not_to_handle(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    robin = journey.patient("Robin")
    monkeypatch.setattr(os, "pwrite", full)
    robin.says("migraine 7")
    assert len(robin.entries()) == 1
