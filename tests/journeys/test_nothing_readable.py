"""What lies on the disk, in logs and in backups holds none of the words, names or ids that went in."""

import logging
from pathlib import Path

import pytest

from bot import logs
from bot.domain import errors
from bot.services import backup
from tests.support.journey import Journey

WORDS = ("zebracorn", "flamingitis", "Quillfeather", "Dr Okonkwo-Smythe", "xylozapril", "Basingstoke Clinic")


def _searched(word: str) -> list[bytes]:
    forms = {word, word.lower(), word.upper()}
    return [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")]


def _ids(number: int) -> list[bytes]:
    return [str(number).encode(), number.to_bytes(5, "big"), number.to_bytes(5, "little")]


def test_no_word_name_or_id_lies_on_the_disk_in_the_clear(
    journey: Journey, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    log = tmp_path / "bot.log"
    handler = logging.FileHandler(log)
    handler.setFormatter(logs.JsonLines())
    logging.getLogger().addHandler(handler)
    caplog.set_level(logging.DEBUG)
    robin = journey.patient("Quillfeather")
    robin.says("zebracorn pain 7, flamingitis, took xylozapril 20 mg")
    robin.says("appointment with Dr Okonkwo-Smythe on dec 4 2026 at 2:15pm at Basingstoke Clinic")
    robin.says("remind me to buy zebracorn cream tomorrow at 9am")
    robin.says("/log")
    robin.says("flamingitis")
    robin.sends({"sticker": {"file_id": "zebracorn"}})
    journey.take({"unheard_of": {"from": robin.user, "text": "zebracorn"}})
    journey.wait(days=2)
    backup.write(journey.opened, tmp_path / "backup", journey.now)
    found = _traces(tmp_path, robin.telegram_id)
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert found == []
    assert "zebracorn" not in caplog.text


def _traces(folder: Path, telegram_id: int) -> list[str]:
    found = []
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        content = file.read_bytes()
        found += [f"{word} in {file.name}" for word in WORDS if any(s in content for s in _searched(word))]
        found += [f"the id in {file.name}" for form in _ids(telegram_id) if form in content]
    return found


def test_the_search_itself_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"...zebracorn..." + (7_123_456_000).to_bytes(5, "big"))
    assert _traces(tmp_path, 7_123_456_000) == ["zebracorn in leak", "the id in leak"]


def test_a_backup_restored_into_a_fresh_folder_brings_everything_back(
    either_journey: Journey, tmp_path: Path
) -> None:
    robin = either_journey.patient()
    robin.says("migraine 7")
    backup.write(either_journey.opened, tmp_path / "backup", either_journey.now)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "master.key").write_bytes((tmp_path / "master.key").read_bytes())
    restored = Journey(fresh, now=either_journey.now)
    backup.restore(restored.opened, tmp_path / "backup")
    restored.restart()
    restored.patients = {robin.telegram_id: robin}
    robin.journey = restored
    assert [entry.text for entry in robin.entries()] == ["migraine 7"]
    restored.close()


def test_a_backup_from_before_does_not_bring_back_who_was_forgotten(journey: Journey, tmp_path: Path) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    for someone in (robin, ash):
        someone.says("migraine 7")
    backup.write(journey.opened, tmp_path / "backup", journey.now)
    robin.says("/forget")
    robin.presses("Yes")
    backup.restore(journey.opened, tmp_path / "backup")
    assert robin.entries() == []
    assert len(ash.entries()) == 1
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "master.key").write_bytes((tmp_path / "master.key").read_bytes())
    elsewhere = Journey(fresh, now=journey.now)
    backup.restore(elsewhere.opened, tmp_path / "backup")
    elsewhere.restart()
    robin.journey = ash.journey = elsewhere
    assert robin.entries() == []
    assert len(ash.entries()) == 1
    elsewhere.close()


def test_a_torn_or_foreign_backup_changes_nothing(journey: Journey, tmp_path: Path) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    whole = tmp_path / "backup"
    backup.write(journey.opened, whole, journey.now)
    content = whole.read_bytes()
    for torn in (content[:-1], content[: len(content) // 2], b"SAMESIDE1\n", b"", content[:-40] + bytes(40)):
        broken = tmp_path / "broken"
        broken.write_bytes(torn)
        with pytest.raises(errors.OperatorError):
            backup.restore(journey.opened, broken)
        assert len(robin.entries()) == 1
