import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.reminders import Reminder
from bot.engine import messages
from bot.services import housekeeping
from bot.storage import database, tables
from tests.support.journey import Journey, Patient

NEUTRAL = "A note for today from Sameside."


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def ask(patient: Patient, text: str) -> Reminder:
    patient.says(text)
    for store in patient.store():
        return store.reminders.of_kind("own")[-1]
    raise AssertionError


@pytest.fixture
def failing(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Ids of reminders whose making raises, with the patient's words in the exception."""
    ids: set[str] = set()
    begin = journey.ticks._runner.begin

    def break_some(turn: Any, name: str, subject: str = "") -> Any:
        if subject in ids:
            turn.store.reminders.delete(subject)
            raise ValueError("take topiramate")
        return begin(turn, name, subject)

    monkeypatch.setattr(journey.ticks._runner, "begin", break_some)
    return ids


def test_one_that_cannot_be_made_stops_no_other_and_is_tried_again(
    journey: Journey, failing: set[str], caplog: pytest.LogCaptureFixture
) -> None:
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    broken = ask(robin, "remind me at 4pm to take topiramate")
    ask(robin, "remind me at 4:01pm to stretch")
    ask(sam, "remind me at 4:01pm to rest")
    failing.add(broken.id)
    robin.news, sam.news = [], []
    journey.now = at(16, 1)
    with caplog.at_level(logging.ERROR):
        assert journey.ticks.run_due(at(16, 1)) == 3
    journey.work()
    assert len(robin.news) == len(sam.news) == 1
    record = next(r for r in caplog.records if r.message == "reminder failed")
    assert (record.__dict__["reminder"], record.__dict__["error"]) == (broken.id, "ValueError")
    assert "topiramate" not in caplog.text
    failing.clear()
    assert journey.ticks.next_due() == at(16, 6)
    robin.news = []
    journey.wait_until(at(16, 6))
    robin.sees(NEUTRAL)


def test_nothing_is_given_twice_however_often_the_clock_wakes(journey: Journey) -> None:
    robin = journey.patient("Robin")
    ask(robin, "remind me at 4pm to stretch")
    robin.news = []
    for _ in range(3):
        journey.now = at(16)
        journey.ticks.run_due(at(16))
        journey.work()
    journey.restart()
    journey.ticks.run_due(at(16))
    journey.work()
    assert len(robin.news) == 1


def test_an_occurrence_noted_before_is_not_given_again(journey: Journey) -> None:
    robin = journey.patient("Robin")
    reminder = ask(robin, "remind me at 4pm to stretch")
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        assert patient_id is not None
        opened = journey.opened.patients.open(connection, patient_id)
        assert opened is not None
        kept = journey.ticks._maker.make(opened, at(16), at(16)).store.reminders
        assert kept.note(reminder, "sent", at(16)) is not None
    robin.news = []
    journey.wait_until(at(17))
    assert robin.news == []


def test_what_fell_due_while_down_comes_late_once(journey: Journey) -> None:
    robin = journey.patient("Robin")
    ask(robin, "remind me at 4pm to stretch")
    ask(robin, "remind me every day at 9am to rest")
    robin.news = []
    journey.sleep_through(days=2, hours=1)
    assert [shown.plain for shown in robin.news] == [NEUTRAL, NEUTRAL]
    robin.presses("Show", on=robin.news[0])
    robin.sees("It was for Monday 2 March, 4:00 pm")


def test_a_patient_who_blocked_the_bot_is_left_in_peace_and_the_reminder_kept(journey: Journey) -> None:
    robin = journey.patient("Robin")
    ask(robin, "remind me at 4pm to stretch")
    with journey.opened.database.write() as connection:
        from bot.storage import patients

        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        assert patient_id is not None
        patients.set_blocked(connection, patient_id, at(15))
    assert journey.ticks.next_due() is None
    assert journey.ticks.run_due(at(17)) == 0


def test_what_is_due_of_whoever_blocked_the_bot_rests_and_comes_when_they_are_back(journey: Journey) -> None:
    robin = journey.patient("Robin")
    ask(robin, "remind me at 4pm to stretch")
    member = {"from": robin.user, "chat": robin.chat, "date": 0}
    journey.take({"my_chat_member": {**member, "new_chat_member": {"status": "kicked"}}})
    with journey.opened.database.read() as connection:
        assert set(connection.execute(sa.select(tables.reminders.c.due_at)).scalars()) == {None}
    assert journey.ticks.run_due(at(17)) == 0
    robin.news = []
    journey.take({"my_chat_member": {**member, "new_chat_member": {"status": "member"}}})
    assert journey.ticks.next_due() == at(16)
    journey.wait_until(at(17))
    robin.sees(NEUTRAL)


def test_what_an_older_version_left_due_of_whoever_blocked_the_bot_rests_after_a_night(
    journey: Journey,
) -> None:
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    ask(robin, "remind me at 4pm to stretch")
    ask(sam, "remind me at 5pm to rest")
    with journey.opened.database.write() as connection:
        whom = journey.opened.patients.find(connection, robin.telegram_id)
        blocked = sa.update(tables.patients).where(tables.patients.c.id == whom).values(blocked_at=at(15))
        connection.execute(blocked)
    housekeeping.Housekeeping(journey.opened.database).clean(journey.now)
    with journey.opened.database.read() as connection:
        found = set(connection.execute(sa.select(tables.reminders.c.due_at)).scalars())
    assert at(17) in found
    assert at(16) not in found


def test_a_database_that_does_not_answer_is_told_to_whoever_asked(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = journey.patient("Robin")
    ask(robin, "remind me at 4pm to stretch")

    def gone(*_: object) -> None:
        raise database.UnavailableError("The database does not answer.")

    monkeypatch.setattr(journey.ticks._maker.__class__, "send", gone)
    with pytest.raises(database.UnavailableError):
        journey.ticks.run_due(at(16))
    assert journey.ticks.next_due() == at(16)


def test_reminders_wait_behind_replies(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    robin = journey.patient("Robin")
    ask(robin, "remind me at 4pm to stretch")
    seen: list[int] = []
    send = journey.ticks._maker.__class__.send

    def watch(self: Any, opened: Any, outgoing: Any, priority: messages.Priority, now: datetime) -> None:
        seen.append(priority)
        send(self, opened, outgoing, priority, now)

    monkeypatch.setattr(journey.ticks._maker.__class__, "send", watch)
    journey.ticks.run_due(at(16) + timedelta(seconds=1))
    assert seen == [messages.REMINDER]
