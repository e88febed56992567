"""Turns that meet broken rows, broken flows and a broken database: nobody else waits, nothing is applied twice."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot import flows
from bot.channels.telegram import gateway
from bot.engine import runner
from bot.services import turn_maker, turns
from bot.storage import database, tables
from tests.support.journey import Journey, Patient, _content


class Surviving(Journey):
    """A journey whose turns fail the way the real ones do: noted, tried again, apologised for."""

    def open(self) -> None:
        super().open()
        self.decodes: Callable[[Any], Any] = gateway.decode
        self.survive()

    def survive(self) -> None:
        """Use the real turns in place of those that fail loudly."""
        maker = turn_maker.TurnMaker(*_content())
        conversations = runner.Runner(flows.make_catalogue(self.words))
        self.turns = turns.Turns(  # type: ignore[assignment]  # the loud ones are a kind of these
            self.opened, maker, conversations, self.decode
        )

    def decode(self, update: dict[str, Any]) -> Any:
        """Read an update, by whatever the story has put in the gateway's place."""
        return self.decodes(update)

    def states(self) -> Counter[str]:
        """Count updates by what became of them."""
        with self.opened.database.read() as connection:
            return Counter(connection.execute(sa.select(tables.inbox.c.state)).scalars())

    def spoil(self, table: sa.Table, column: str, patient: Patient) -> bytes:
        """Change a byte of a patient's sealed rows; gives how the last was before."""
        with self.opened.database.write() as connection:
            patient_id = self.opened.patients.find(connection, patient.telegram_id)
            key = table.c.id if table is tables.patients else table.c.patient_id
            old = connection.execute(sa.select(table.c[column]).where(key == patient_id)).scalars().all()[-1]
            spoilt = old[:-1] + bytes([old[-1] ^ 1])
            connection.execute(sa.update(table).where(key == patient_id).values({column: spoilt}))
        return bytes(old)


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Surviving]:
    journey = Surviving(tmp_path)
    yield journey
    journey.close()


def _texts(patient: Patient) -> list[str]:
    return [entry.text for entry in patient.entries()]


def _retries(journey: Journey) -> None:
    for _ in range(3):
        journey.now += timedelta(seconds=31)
        journey.work()


def test_a_patient_whose_row_does_not_open_holds_up_nobody(journey: Surviving) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    whole = journey.spoil(tables.patients, "body", robin)
    robin.says("migraine 7")
    ash.says("nausea 3")
    assert _texts(ash) == ["nausea 3"]
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        row = sa.update(tables.patients).where(tables.patients.c.id == patient_id)
        connection.execute(row.values(body=whole))
    journey.now += timedelta(minutes=1)
    journey.work()
    assert _texts(robin) == ["migraine 7"]


def test_an_update_that_does_not_open_is_given_up_and_told_and_what_follows_goes_on(
    journey: Surviving,
) -> None:
    robin = journey.patient("Robin")
    journey.turns, working = Idle(), journey.turns  # type: ignore[assignment]
    robin.says("lost to a bad disk")
    journey.turns = working
    journey.spoil(tables.inbox, "body", robin)
    robin.says("migraine 7")
    _retries(journey)
    robin.sees("went wrong")
    assert _texts(robin) == ["migraine 7"]
    assert journey.states()["failed"] == 1


class Idle:
    """Turns that do nothing, so that updates wait."""

    def waiting(self, *_: Any) -> list[Any]:
        return []


def test_a_poisoned_update_fails_three_times_and_later_ones_wait_for_it_in_order(journey: Surviving) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    tries: list[str] = []

    def decode(update: dict[str, Any]) -> Any:
        if update["message"]["text"] == "poison":
            tries.append("poison")
            raise ValueError(update)
        return gateway.decode(update)

    journey.decodes = decode
    robin.says("poison")
    robin.says("migraine 7")
    ash.says("nausea 3")
    assert _texts(ash) == ["nausea 3"]
    assert _texts(robin) == []
    _retries(journey)
    assert tries == ["poison"] * turns.ATTEMPTS
    assert _texts(robin) == ["migraine 7"]
    assert journey.states()["failed"] == 1
    robin.sees("went wrong")


def test_a_flow_that_raises_does_not_hold_the_conversation(
    journey: Surviving, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = journey.patient("Robin")
    robin.says("/log")
    steps = flows.log_symptom.FLOW.steps
    broken = {name: Broken(step) for name, step in steps.items()}
    monkeypatch.setattr(flows.log_symptom.FLOW, "steps", broken)
    robin.says("dizzy spells")
    _retries(journey)
    robin.sees("went wrong")
    robin.says("migraine 7")
    assert _texts(robin) == ["migraine 7"]


class Broken:
    """A step that cannot even be asked."""

    def __init__(self, step: Any) -> None:
        self._step = step

    def __getattr__(self, name: str) -> Any:
        if name == "ask":
            raise KeyError(name)
        return getattr(self._step, name)


def test_a_session_that_cannot_be_read_any_more_is_begun_anew(journey: Surviving) -> None:
    robin = journey.patient("Robin")
    robin.says("/log")
    journey.spoil(tables.sessions, "body", robin)
    robin.says("migraine 6")
    _retries(journey)
    robin.says("migraine 7")
    assert _texts(robin) == ["migraine 7"]


def test_what_another_worker_handled_meanwhile_stays_handled(
    journey: Surviving, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = journey.patient("Robin")
    other = Surviving.__new__(Surviving)
    other.__dict__.update(journey.__dict__)
    other.survive()
    other.decodes = gateway.decode
    met: list[bool] = []

    def fails_first(update: dict[str, Any]) -> Any:
        if not met:
            met.append(True)
            raise ValueError(update)
        return gateway.decode(update)

    journey.decodes = fails_first
    note = journey.turns._note_failure

    def late(*arguments: Any) -> None:
        patient_id = arguments[0]
        other.turns.handle_next(patient_id, journey.now)
        note(*arguments)

    monkeypatch.setattr(journey.turns, "_note_failure", late)
    robin.says("migraine 7")
    _retries(journey)
    assert _texts(robin) == ["migraine 7"]
    assert set(journey.states()) == {"handled"}


def test_trouble_with_one_patient_in_the_database_lets_the_others_go_first(journey: Surviving) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")

    def decode(update: dict[str, Any]) -> Any:
        if update["message"]["text"] == "too long for the database":
            raise database.UnavailableError("no")
        return gateway.decode(update)

    journey.decodes = decode
    with pytest.raises(database.UnavailableError):
        robin.says("too long for the database")
    ash.says("nausea 3")
    assert _texts(ash) == ["nausea 3"]
    journey.decodes = gateway.decode
    journey.now += timedelta(minutes=1)
    journey.work()
    assert _texts(robin) == ["too long for the database"]
