"""What docs/privacy.md promises where things go wrong or happen at once: failures, files, backups under load."""

import json
import logging
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import flows, logs
from bot.channels.telegram import gateway
from bot.engine import runner
from bot.services import backup, housekeeping, turn_maker, turns
from bot.storage import inbox, opening, tables
from tests.journeys.test_random_patients import Watched
from tests.support.journey import Journey, Patient, _content

WORD = "zebracorn"
PHOTO = b"\xff\xd8\xff\xe0 zebracorn in the pixels " * 40
ROUNDS = 25


class Surviving(Journey):
    """A journey with the turns of the real bot, which note a failure and go on."""

    def open(self) -> None:
        super().open()
        maker = turn_maker.TurnMaker(*_content())
        self.turns = turns.Turns(  # type: ignore[assignment]  # the loud ones are a kind of these
            self.opened, maker, runner.Runner(flows.make_catalogue(self.words)), self.decode
        )

    def decode(self, update: dict[str, Any]) -> Any:
        """Read an update; one that says so raises, with its words in the error, as a careless library would."""
        if "boom" in json.dumps(update):
            raise ValueError(f"cannot read {update}")
        return gateway.decode(update)


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Everything the bot logs, in the form in which it leaves the process."""
    path = tmp_path / "bot.log"
    handler = logging.FileHandler(path)
    handler.setFormatter(logs.JsonLines())
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda: path.read_text(encoding="utf-8")
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


def test_a_turn_that_fails_logs_where_and_not_what(tmp_path: Path, logged: Callable[[], str]) -> None:
    journey = Surviving(tmp_path / "data")
    robin = journey.patient("Robin")
    robin.says(f"{WORD} pain 7, boom")
    for _ in range(turns.ATTEMPTS):
        journey.now += timedelta(minutes=1)
        journey.work()
    journey.close()
    said = logged()
    assert "turn failed" in said
    assert "ValueError" in said
    assert WORD not in said
    assert str(robin.telegram_id) not in said
    assert "kept. Please try once more" in robin.screen[-1].plain


def test_a_reminder_that_fails_logs_where_and_not_what(
    journey: Journey, logged: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = journey.patient("Robin")
    robin.says(f"remind me to buy {WORD} in 2 hours")

    def careless(*_: Any, **__: Any) -> None:
        raise KeyError(f"no {WORD}")

    monkeypatch.setattr(runner.Runner, "begin", careless)
    journey.now += timedelta(hours=3)
    journey.ticks.run_due(journey.now)
    assert "reminder failed" in logged()
    assert WORD not in logged()


def test_a_file_is_sealed_on_the_disk_and_in_backups_and_goes_with_its_patient(
    journey: Journey, tmp_path: Path
) -> None:
    robin = journey.patient("Robin")
    robin.sends_file(f"{WORD}.jpg", PHOTO, mime="image/jpeg")
    for kept in robin.store():
        (entry,) = [each for each in kept.journal.history() if each.attachments]
        assert kept.attachments.get(entry.attachments[0].id) == PHOTO
    backup.write(journey.opened, tmp_path / "backup", journey.now)

    def readable() -> list[str]:
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        return [
            file.name
            for file in files
            if b"the pixels" in file.read_bytes() or WORD.encode() in file.read_bytes()
        ]

    assert readable() == []
    robin.says("/forget")
    robin.presses("Yes")
    with journey.opened.database.read() as connection:
        assert (
            connection.execute(sa.select(sa.func.count()).select_from(tables.attachments)).scalar_one() == 0
        )
    assert readable() == []


def test_what_could_not_be_handled_is_dropped_after_its_time(tmp_path: Path) -> None:
    journey = Surviving(tmp_path)
    robin = journey.patient("Robin")
    robin.says("boom")
    for _ in range(turns.ATTEMPTS):
        journey.now += timedelta(minutes=1)
        journey.work()
    keeping = housekeeping.Housekeeping(journey.opened.database)

    def failed() -> int:
        keeping.clean(journey.now)
        with journey.opened.database.read() as connection:
            query = sa.select(sa.func.count()).where(tables.inbox.c.state == "failed")
            return int(connection.execute(query).scalar_one())

    assert failed() == 1
    journey.now += inbox.FAILED_FOR + timedelta(minutes=1)
    assert failed() == 0
    journey.close()


def test_what_waits_for_one_who_blocked_the_bot_is_dropped_with_its_body(journey: Journey) -> None:
    robin = journey.patient("Robin")
    message = {"message_id": 99, "from": robin.user, "chat": robin.chat, "date": 1, "text": f"{WORD} 7"}
    journey.intake.accept([{"update_id": 5, "message": message}], journey.now)
    journey.turns.handle_each(journey.turns.waiting(journey.now), journey.now)
    member = {"chat": robin.chat, "from": robin.user, "date": 1, "new_chat_member": {"status": "kicked"}}
    journey.intake.accept([{"update_id": 6, "my_chat_member": member}], journey.now)
    journey.turns.handle_each(journey.turns.waiting(journey.now), journey.now)
    with journey.opened.database.read() as connection:
        assert set(connection.execute(sa.select(tables.outbox.c.body)).scalars()) == {None}
        assert "dropped" in set(connection.execute(sa.select(tables.outbox.c.state)).scalars())


def test_a_backup_taken_while_others_write_is_of_one_moment(either_journey: Journey, tmp_path: Path) -> None:
    """Each turn writes an entry and settles its update together: a backup has both, or neither."""
    journey = either_journey
    robin = journey.patient("Robin")
    done, written = threading.Event(), list[Path]()

    def take_backups() -> None:
        while not done.is_set() or not written:
            path = tmp_path / f"backup-{len(written)}"
            backup.write(journey.opened, path, journey.now)
            written.append(path)

    taker = threading.Thread(target=take_backups)
    taker.start()
    for number in range(ROUNDS):
        robin.says(f"pain {number % 10} and note {number}")
    done.set()
    taker.join()
    counts = [
        _restored(journey, path, robin) for path in (written[0], written[len(written) // 2], written[-1])
    ]
    assert counts == sorted(counts)
    assert counts[-1] <= ROUNDS


def _restored(journey: Journey, path: Path, robin: Patient) -> int:
    """Restore into a fresh folder; give the entries, which are as many as the messages that were handled."""
    fresh = path.with_suffix(".folder")
    fresh.mkdir()
    (fresh / "master.key").write_bytes((journey.folder / "master.key").read_bytes())
    restored = Journey(fresh, now=journey.now)
    backup.restore(restored.opened, path)
    restored.restart()
    with restored.opened.database.read() as connection:
        query = sa.select(sa.func.count()).where(tables.inbox.c.state == "handled")
        handled = int(connection.execute(query).scalar_one())
    there = Patient(restored, robin.telegram_id, robin.name)
    entries = len(there.entries())
    restored.close()
    assert handled - BEFORE == entries
    return entries


BEFORE = 3
"""Updates of somebody new that write no entry: start, agree, stop."""


def test_keys_rotated_again_and_again_while_patients_write_lose_nothing(journey: Journey) -> None:
    robin = journey.patient("Robin")
    done, problems, rotated = threading.Event(), list[BaseException](), list[str]()

    def rotate() -> None:
        try:
            while not done.is_set() or not rotated:
                rotated.append(opening.rotate(journey.opened, journey.folder, ()))
        except BaseException as problem:  # noqa: BLE001  told by the thread that asserts
            problems.append(problem)

    rotating = threading.Thread(target=rotate)
    rotating.start()
    for number in range(ROUNDS):
        robin.says(f"note {number} of a long day")
    done.set()
    rotating.join()
    assert problems == []
    ash = journey.patient("Ash")
    ash.says("a note of somebody new")
    journey.restart()
    assert len(robin.entries()) == ROUNDS
    assert len(ash.entries()) == 1


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    journey = Watched(tmp_path_factory.mktemp("pair"))
    journey.patient("Robin")
    journey.patient("Sam")
    yield journey
    journey.close()


@settings(
    max_examples=6, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
@given(
    st.text(st.sampled_from("<>&;\"'/abi =#x0123456789\u202e\u200f\U0001f926"), min_size=1, max_size=24),
    st.text(min_size=1, max_size=60),
)
def test_whatever_people_call_one_another_telegram_would_take_the_message(
    pair: Watched, name: str, words: str
) -> None:
    """Names go from one chat into another: each message that leaves is read as Telegram reads HTML."""
    robin, sam = pair.patients.values()
    robin.says("/settings name")
    robin.says(name)
    robin.says("stop")
    robin.says("/trusted")
    robin.presses("Invite")
    robin.says(name)
    if not robin.can_press("Also log"):
        robin.says("stop")
        return
    robin.presses("Also log")
    sam.says(robin.screen[-1].plain.split()[-1])
    sam.presses("Log for")
    sam.says(f"pain 7 {words}")
    pair.wait(minutes=1)
    sam.presses("Summary: ")
    robin.says("/trusted")
    robin.presses("All they did")
    robin.says("/trusted")
    robin.presses("End it")
