"""Several processes' worth of services on one PostgreSQL: every update once, in order, whoever handles it."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.services import ticks
from bot.storage import tables
from tests.support import prepared
from tests.support.journey import Journey

pytestmark = pytest.mark.postgres

PATIENTS, UPDATES = 4, 12


@pytest.fixture
def url() -> Iterator[str]:
    with prepared.on_postgres() as address:
        yield address


@pytest.fixture
def pair(url: str, tmp_path: Path) -> Iterator[tuple[Journey, Journey]]:
    first, second = Journey(tmp_path, url), Journey(tmp_path, url)
    yield first, second
    first.close()
    second.close()


def _together(*works: object) -> None:
    problems: list[BaseException] = []

    def guarded(work: object) -> None:
        try:
            work()  # type: ignore[operator]  # a function without arguments
        except BaseException as problem:  # noqa: BLE001  shown by the test below
            problems.append(problem)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []


def test_two_workers_handle_the_same_patients_updates_once_and_in_order(
    pair: tuple[Journey, Journey],
) -> None:
    first, second = pair
    people = [first.patient(f"P{n}") for n in range(PATIENTS)]
    batch = [
        {
            "update_id": 50_000 + number,
            "message": {
                "message_id": 500 + number,
                "date": int(first.now.timestamp()) + number,
                "chat": people[number % PATIENTS].chat,
                "from": people[number % PATIENTS].user,
                "text": f"note number {number}",
            },
        }
        for number in range(PATIENTS * UPDATES)
    ]
    half = len(batch) // 2
    _together(
        lambda: [first.intake.accept(batch[i : i + 5], first.now) for i in range(0, half + 10, 5)],
        lambda: [second.intake.accept(batch[i : i + 7], first.now) for i in range(half - 10, len(batch), 7)],
    )

    def work(journey: Journey) -> None:
        moment = journey.now
        while journey.turns.waiting(moment) or _pending(journey):
            journey.turns.handle_each(journey.turns.waiting(moment), moment)
            moment += timedelta(seconds=1)

    _together(lambda: work(first), lambda: work(second), lambda: work(first), lambda: work(second))
    for number, person in enumerate(people):
        kept = sorted(person.entries(), key=lambda entry: entry.message_id or 0)
        assert [e.text for e in kept] == [f"note number {n}" for n in range(number, len(batch), PATIENTS)]
        assert [e.text for e in sorted(kept, key=lambda e: e.recorded_at)] == [e.text for e in kept]


def _pending(journey: Journey) -> int:
    inbox = tables.inbox
    query = sa.select(sa.func.count()).where(inbox.c.state == "pending")
    with journey.opened.database.read() as connection:
        return int(connection.execute(query).scalar_one())


def test_two_workers_that_hear_of_somebody_new_at_once_make_one_patient(
    pair: tuple[Journey, Journey],
) -> None:
    first, second = pair

    def update(number: int) -> dict[str, object]:
        chat = {"id": 99, "type": "private"}
        sent = {"message_id": number, "date": 1, "chat": chat, "from": {"id": 99}, "text": "hello"}
        return {"update_id": number, "message": sent}

    for base in range(60_000, 60_200, 10):
        _together(
            lambda base=base: first.intake.accept([update(base), update(base + 1)], first.now),
            lambda base=base: second.intake.accept([update(base + 1), update(base + 2)], first.now),
        )
    with first.opened.database.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.patients)).scalar_one() == 1
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.inbox)).scalar_one() == 60


def test_two_workers_that_tick_at_once_give_a_reminder_once(pair: tuple[Journey, Journey]) -> None:
    first, second = pair
    people = [first.patient(f"P{n}") for n in range(PATIENTS)]
    for person in people:
        person.says("remind me in 2 hours to stretch")
        person.says("yes")
        person.says("stop")
    with first.opened.database.read() as connection:
        before = connection.execute(sa.select(sa.func.count()).select_from(tables.outbox)).scalar_one()
    later = first.now + timedelta(hours=2, minutes=1)
    services: list[ticks.Ticks] = [first.ticks, second.ticks, first.ticks, second.ticks]
    _together(*[lambda one=one: one.run_due(later) for one in services])
    first.ticks.run_due(later)
    with first.opened.database.read() as connection:
        after = connection.execute(sa.select(sa.func.count()).select_from(tables.outbox)).scalar_one()
        noted = connection.execute(sa.select(tables.occurrences.c.reminder_id)).scalars().all()
    assert len(noted) == len(set(noted)) == PATIENTS
    assert after - before == PATIENTS


def test_a_patient_whom_another_worker_has_open_is_not_asked_for_without_a_pause(
    pair: tuple[Journey, Journey],
) -> None:
    first, second = pair
    robin = first.patient("Robin")
    with second.opened.database.write() as connection:
        patient_id = second.opened.patients.find(connection, robin.telegram_id)
        assert patient_id is not None
        assert second.opened.patients.open(connection, patient_id, claim=True) is not None
        update = {"message_id": 5, "date": 1, "chat": robin.chat, "from": robin.user, "text": "migraine 7"}
        first.intake.accept([{"update_id": 70_000, "message": update}], first.now)
        assert first.turns.waiting(first.now) == [patient_id]
        first.turns.handle_each([patient_id], first.now)
        assert first.turns.waiting(first.now) == []
    first.now += timedelta(seconds=1)
    first.work()
    assert [e.text for e in robin.entries()] == ["migraine 7"]
