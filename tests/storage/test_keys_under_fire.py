"""Keys are rotated and people forgotten while the bot runs: no key is lost, no patient sealed away, nobody back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.storage import opening, patients, rotation, tables, vault
from tests.support.journey import Journey

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def test_a_running_bot_goes_on_after_its_keys_were_rotated(
    opened: opening.Opened, url: str, tmp_path: Path
) -> None:
    with opened.database.write() as connection:
        before = opened.patients.join(connection, 1, "en", NOW).patient_id
    elsewhere = opening.open_store(url, tmp_path, (), NOW)
    opening.rotate(elsewhere, tmp_path, ())
    elsewhere.database.close()
    with opened.database.write() as connection:
        assert opened.patients.open(connection, before) is not None
        after = opened.patients.join(connection, 2, "en", NOW).patient_id
    restarted = opening.open_store(url, tmp_path, (), NOW)
    with restarted.database.read() as connection:
        assert restarted.patients.open(connection, before) is not None
        assert restarted.patients.open(connection, after) is not None
    restarted.database.close()


def test_somebody_new_is_not_sealed_under_a_key_that_was_rotated_away(
    opened: opening.Opened, url: str, tmp_path: Path
) -> None:
    elsewhere = opening.open_store(url, tmp_path, (), NOW)
    opening.rotate(elsewhere, tmp_path, ())
    elsewhere.database.close()
    with opened.database.write() as connection:
        opened.patients.join(connection, 1, "en", NOW)
        used = connection.execute(sa.select(tables.patients.c.key_id)).scalar_one()
        assert used == connection.execute(sa.select(tables.instance.c.key_id)).scalar_one()


def test_a_bot_with_stated_keys_that_lacks_the_new_one_says_so(url: str, tmp_path: Path) -> None:
    old, new = b"o" * 32, b"n" * 32
    running = opening.open_store(url, tmp_path, (old,), NOW)
    with running.database.write() as connection:
        rotation.rewrap(connection, vault.Vault([new, old]))
    with pytest.raises(vault.OtherKeyError), running.database.write() as connection:
        running.patients.join(connection, 1, "en", NOW)
    running.database.close()


def test_many_are_forgotten_at_once_and_the_key_file_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / opening.KEY_FILE
    key = vault.new_master_key()
    vault.write_key_file(path, [key])
    ledger = vault.Ledger(path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ledger.note, [f"{n:016x}" for n in range(60)]))
    assert len(ledger.forgotten()) == 60
    assert vault.read_key_file(path) == vault.parse_keys(key)


def test_whom_a_crash_kept_from_being_noted_is_noted_at_the_next_start(
    opened: opening.Opened, url: str, tmp_path: Path
) -> None:
    with opened.database.write() as connection:
        scope = opened.patients.join(connection, 1, "en", NOW)
        patients.forget(connection, scope.patient_id, NOW)
    assert scope.patient_id not in opened.ledger.forgotten()
    again = opening.open_store(url, tmp_path, (), NOW)
    assert scope.patient_id in again.ledger.forgotten()
    again.database.close()


def test_who_could_not_be_forgotten_is_not_noted_as_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = Journey(tmp_path)
    robin = journey.patient("Robin")
    robin.says("/forget")

    def traces(*_: object) -> int:
        return 1

    with monkeypatch.context() as patch:
        patch.setattr(patients, "traces", traces)
        with pytest.raises(RuntimeError):
            robin.presses("remove")
    assert journey.opened.ledger.forgotten() == frozenset()
    journey.close()


def test_a_key_file_that_cannot_be_written_does_not_undo_the_forgetting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = Journey(tmp_path)
    robin = journey.patient("Robin")
    robin.says("/forget")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "_write_privately", full)
        robin.presses("remove")
    assert len(journey.farewells) == 1
    journey.restart()
    assert len(journey.opened.ledger.forgotten()) == 1
    journey.close()
