"""Backups that are broken, cut short or not ours: one line why, nothing changed, nothing left lying about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain import errors
from bot.services import backup
from bot.storage import copying, database
from tests.support.journey import Journey


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(tmp_path)
    yield journey
    journey.close()


def _broken(whole: bytes) -> list[bytes]:
    magic, head, rest = whole.split(b"\n", 2)
    return [
        b"",
        magic,
        magic + b"\n",
        b"SAMESIDE2\n" + head + b"\n" + rest,
        *(
            magic + b"\n" + other + b"\n" + rest
            for other in (b"[]", b"{}", b"5", b'{"key_id": 5, "key": 1}', b"\xff")
        ),
        whole[:-1],
        whole[: len(whole) // 2],
        whole[:-1] + bytes([whole[-1] ^ 1]),
        whole + b"\x00",
        whole + rest,
    ]


def test_no_broken_backup_is_restored_and_nothing_is_changed_by_trying(
    journey: Journey, tmp_path: Path
) -> None:
    robin = journey.patient("Robin")
    robin.says("migraine 7")
    whole = tmp_path / "whole.backup"
    backup.write(journey.opened, whole, journey.now)
    robin.says("nausea 3")
    for number, content in enumerate(_broken(whole.read_bytes())):
        broken = tmp_path / f"broken-{number}.backup"
        broken.write_bytes(content)
        with pytest.raises(errors.OperatorError):
            backup.restore(journey.opened, broken)
        assert [e.text for e in robin.entries()] == ["migraine 7", "nausea 3"]
    backup.restore(journey.opened, whole)
    assert [e.text for e in robin.entries()] == ["migraine 7"]


def test_a_backup_that_breaks_off_leaves_no_file(
    journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()

    def away(*_: object) -> None:
        raise database.UnavailableError("away")

    monkeypatch.setattr(copying, "rows", away)
    with pytest.raises(database.UnavailableError):
        backup.write(journey.opened, folder / "one.backup", journey.now)
    assert list(folder.iterdir()) == []
