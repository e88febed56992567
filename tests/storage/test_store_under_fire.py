"""A store that is locked, full or gone for a while: what came in stays, the work goes on when it is back."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from sqlalchemy import event

from bot.storage import database
from tests.support import postgres
from tests.support.journey import Journey, Patient

HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("COMMIT")
"""


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(tmp_path)
    yield journey
    journey.close()


def _hold(journey: Journey, seconds: float) -> "subprocess.Popen[bytes]":
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(journey.folder / "sameside.db"), str(seconds)],
        stdout=subprocess.PIPE,
    )
    assert held.stdout
    held.stdout.readline()
    return held


def _update(journey: Journey, patient: Patient, text: str) -> dict[str, Any]:
    sent = {
        "message_id": 900,
        "date": int(journey.now.timestamp()),
        "chat": patient.chat,
        "from": patient.user,
    }
    return {"update_id": 80_000 + len(text), "message": {**sent, "text": text}}


def _handle_all(journey: Journey) -> None:
    while waiting := journey.turns.waiting(journey.now):
        journey.turns.handle_each(waiting, journey.now)


def test_a_lock_held_for_a_moment_is_waited_for(journey: Journey) -> None:
    robin = journey.patient("Robin")
    with _hold(journey, 1.0) as held:
        robin.says("migraine 7")
        held.wait()
    assert [e.text for e in robin.entries()] == ["migraine 7"]


def test_a_lock_held_longer_puts_the_work_off_and_loses_nothing(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = journey.patient("Robin")
    update = _update(journey, robin, "migraine 7")
    journey.intake.accept([update], journey.now)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    journey.restart()
    with _hold(journey, 1.5) as held:
        with pytest.raises(database.UnavailableError):
            journey.intake.accept([_update(journey, robin, "nausea 3!")], journey.now)
        with pytest.raises(database.UnavailableError):
            journey.turns.handle_each(journey.turns.waiting(journey.now), journey.now)
        assert robin.entries() == []
        held.wait()
    journey.now += timedelta(minutes=1)
    journey.intake.accept([update, _update(journey, robin, "nausea 3!")], journey.now)
    journey.work()
    assert sorted(e.text for e in robin.entries()) == ["migraine 7", "nausea 3!"]


def test_a_full_disk_refuses_and_loses_nothing(journey: Journey) -> None:
    robin = journey.patient("Robin")
    engine = journey.opened.database._writer
    limit: dict[str, int] = {}

    @event.listens_for(engine, "begin")
    def confine(connection: Any) -> None:
        if limit:
            connection.exec_driver_sql(f"PRAGMA max_page_count={limit['pages']}")

    with engine.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    limit["pages"] = pages
    stored: list[str] = []
    refused = ""
    for number in range(60):
        text = f"note {number} " + "x" * (200 + number)
        try:
            journey.intake.accept([_update(journey, robin, text)], journey.now)
        except database.UnavailableError:
            refused = text
            break
        stored.append(text)
    assert refused
    with pytest.raises(database.UnavailableError):
        _handle_all(journey)
    kept = [e.text for e in robin.entries()]
    assert kept == stored[: len(kept)]
    limit["pages"] = 1 << 20
    journey.now += timedelta(minutes=1)
    journey.intake.accept([_update(journey, robin, refused)], journey.now)
    journey.work()
    assert [e.text for e in robin.entries()] == [*stored, refused]


@pytest.mark.postgres
def test_a_database_that_was_gone_is_used_again_when_it_is_back(tmp_path: Path) -> None:
    with postgres.database() as url:
        journey = Journey(tmp_path, url.replace("postgresql://", "postgresql+psycopg://", 1))
        robin = journey.patient("Robin")
        robin.says("migraine 7")
        name = urlsplit(url).path.removeprefix("/")
        server = urlsplit(url)._replace(path="/postgres").geturl()
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false'.encode())
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            for _ in range(3):
                with pytest.raises(database.UnavailableError):
                    journey.intake.accept([_update(journey, robin, "nausea 3")], journey.now)
                with pytest.raises(database.UnavailableError):
                    journey.turns.waiting(journey.now)
                with pytest.raises(database.UnavailableError):
                    journey.ticks.run_due(journey.now)
            admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true'.encode())
        journey.intake.accept([_update(journey, robin, "nausea 3")], journey.now)
        journey.work()
        assert [e.text for e in robin.entries()] == ["migraine 7", "nausea 3"]
        journey.close()


@pytest.mark.postgres
def test_a_connection_that_is_cut_within_a_turn_undoes_the_turn_whole(tmp_path: Path) -> None:
    with postgres.database() as url:
        journey = Journey(tmp_path, url.replace("postgresql://", "postgresql+psycopg://", 1))
        robin = journey.patient("Robin")
        journey.intake.accept([_update(journey, robin, "migraine 7")], journey.now)
        decode = journey.turns._decode

        def cut(update: dict[str, Any]) -> Any:
            journey.turns._decode = decode
            with psycopg.connect(url, autocommit=True) as admin:
                admin.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            return decode(update)

        journey.turns._decode = cut
        with pytest.raises(database.UnavailableError):
            journey.work()
        assert robin.entries() == []
        journey.now += timedelta(minutes=1)
        journey.work()
        assert [e.text for e in robin.entries()] == ["migraine 7"]
        journey.close()
