"""Groups, strangers, poisoned batches, and what comes after "forget me": nothing is kept that should not be."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels.telegram import gateway
from bot.domain.patients import PatientId
from bot.engine import messages
from bot.services import housekeeping, intake
from bot.storage import outbox, patients, tables
from tests.support.journey import Journey, Patient


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(tmp_path)
    yield journey
    journey.close()


def _count(journey: Journey, table: sa.Table) -> int:
    with journey.opened.database.read() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def _message(update_id: int, user: int, chat: dict[str, Any], text: str) -> dict[str, Any]:
    sent = {"message_id": update_id, "date": 1_772_000_000, "chat": chat, "from": {"id": user}, "text": text}
    return {"update_id": update_id, "message": sent}


def _private(user: int) -> dict[str, Any]:
    return {"id": user, "type": "private"}


def _forgets(patient: Patient) -> None:
    patient.says("/forget")
    patient.presses("remove")


def test_a_group_is_left_and_nothing_of_it_is_kept(journey: Journey) -> None:
    group = {"id": -100, "type": "supergroup"}
    added = {"update_id": 2, "my_chat_member": {"chat": group, "from": {"id": 7}, "new_chat_member": {}}}
    pressed = {"id": "q", "from": {"id": 7}, "data": "/agree", "message": {"message_id": 1, "chat": group}}
    accepted = journey.intake.accept(
        [_message(1, 7, group, "migraine 7"), added, {"update_id": 3, "callback_query": pressed}], journey.now
    )
    assert set(accepted.leave) == {-100}
    assert accepted.stored == 0
    assert _count(journey, tables.patients) == 0
    with journey.opened.database.read() as connection:
        assert set(connection.execute(sa.select(tables.inbox.c.body)).scalars()) == {None}


def test_who_is_not_on_the_list_is_refused_and_not_kept(journey: Journey) -> None:
    guarded = intake.Intake(journey.opened, gateway.identify, frozenset({1}))
    accepted = guarded.accept(
        [_message(1, 7, _private(7), "let me in"), _message(2, 1, _private(1), "hello")], journey.now
    )
    assert accepted.refuse == (7,)
    assert accepted.stored == 1
    assert _count(journey, tables.patients) == 1


def test_a_half_character_does_not_stop_the_batch_it_came_in(journey: Journey) -> None:
    robin = journey.patient("Robin")
    mine = _private(robin.telegram_id)
    batch = [
        _message(91_001, robin.telegram_id, mine, "nausea 3"),
        _message(91_002, robin.telegram_id, mine, "half \ud83e and migraine 7"),
        _message(91_003, robin.telegram_id, mine, "dizzy 4"),
    ]
    assert journey.intake.accept(batch, journey.now).stored == 3
    journey.work()
    assert [e.text for e in robin.entries()] == ["nausea 3", "half ? and migraine 7", "dizzy 4"]
    assert journey.intake.accept(batch, journey.now).stored == 0


def test_an_update_nobody_can_store_is_passed(journey: Journey) -> None:
    robin = journey.patient("Robin")

    def identify(update: Any) -> Any:
        if update["update_id"] == 92_002:
            raise KeyError(update)
        return gateway.identify(update)

    journey.intake = intake.Intake(journey.opened, identify, frozenset())
    mine = _private(robin.telegram_id)
    batch = [
        _message(number, robin.telegram_id, mine, f"note {number}") for number in (92_001, 92_002, 92_003)
    ]
    assert journey.intake.accept(batch, journey.now).stored == 2
    journey.work()
    assert [e.text for e in robin.entries()] == ["note 92001", "note 92003"]


def test_messages_delivered_again_after_forgetting_bring_nobody_back(journey: Journey) -> None:
    robin = journey.patient("Robin")
    update = _message(93_000, robin.telegram_id, _private(robin.telegram_id), "migraine 7")
    journey.intake.accept([update], journey.now)
    journey.work()
    _forgets(robin)
    assert _count(journey, tables.patients) == 0
    assert journey.intake.accept([update], journey.now).stored == 0
    assert _count(journey, tables.patients) == 0
    with journey.opened.database.read() as connection:
        kept = connection.execute(sa.select(tables.inbox.c.body, tables.inbox.c.patient_id)).all()
    assert {tuple(row) for row in kept} == {(None, None)}


def test_forgetting_takes_a_waiting_export_and_reminder_along(journey: Journey) -> None:
    robin = journey.patient("Robin")
    robin.says("remind me at 4pm to stretch")
    robin.says("stop")
    robin.says("/forget")
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        assert patient_id is not None
        scope = journey.opened.patients.scope(connection, patient_id)
        assert scope is not None
        waiting = [outbox.Draft(messages.Document("export")), outbox.Draft(messages.Say("soon"))]
        outbox.put(scope, waiting, messages.REMINDER, journey.now + timedelta(hours=1))
    robin.presses("remove")
    assert _count(journey, tables.outbox) == _count(journey, tables.reminders) == 0
    robin.news = []
    journey.wait(days=3)
    assert robin.news == []


def test_a_button_pressed_after_forgetting_meets_a_stranger(journey: Journey) -> None:
    robin = journey.patient("Robin")
    robin.says("migraine 7")
    card = robin.screen[-1]
    data = next(button.press for button in card.buttons if "ndo" in button.label)
    _forgets(robin)
    robin.press_data(data, card)
    assert robin.can_press("agree")
    robin.presses("agree")
    assert robin.entries() == []


def test_the_goodbye_ends_the_circle_on_the_button(journey: Journey) -> None:
    robin = journey.patient("Robin")
    _forgets(robin)
    (farewell,) = journey.farewells
    assert [type(said) for said in farewell.said] == [messages.Notice, messages.Say]


def test_a_flood_before_consent_is_kept_whole_and_greeted_once(journey: Journey) -> None:
    robin = journey.patient("Robin", agrees=False)
    for number in range(50):
        robin.says(f"note {number}")
    assert len(robin.screen) == 1
    journey.now += timedelta(minutes=2)
    robin.says("hello?")
    assert len(robin.screen) == 2
    robin.presses("agree")
    assert [e.text for e in robin.entries()][:50] == [f"note {number}" for number in range(50)]


def test_an_emergency_before_consent_is_answered_each_time(journey: Journey) -> None:
    robin = journey.patient("Robin", agrees=False)
    robin.says("hello")
    robin.says("crushing chest pain and I can't breathe")
    assert robin.news


def test_what_waited_longer_than_promised_is_not_handled_after_all(journey: Journey) -> None:
    robin = journey.patient("Robin", agrees=False)
    robin.says("said long ago")
    journey.now += timedelta(hours=25)
    robin.says("said just now")
    journey.now += timedelta(seconds=1)
    robin.presses("agree")
    assert [e.text for e in robin.entries()] == ["said just now"]


def test_who_never_agreed_is_not_kept_for_ever_and_may_agree_all_the_same(journey: Journey) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash", agrees=False)
    ash.says("hello")
    nights = housekeeping.Housekeeping(journey.opened.database)
    for _ in range(5):
        journey.now += timedelta(days=1)
        nights.clean(journey.now)
    assert _count(journey, tables.patients) == 1
    assert robin.entries() == []
    ash.presses("agree")
    ash.says("stop")
    ash.says("nausea 3")
    assert [e.text for e in ash.entries()] == ["nausea 3"]


def test_an_update_that_failed_is_not_kept_for_ever(journey: Journey) -> None:
    robin = journey.patient("Robin")
    robin.says("migraine 7")
    with journey.opened.database.write() as connection:
        connection.execute(sa.update(tables.inbox).values(state="failed"))
    housekeeping.Housekeeping(journey.opened.database).clean(journey.now + timedelta(days=29))
    assert _count(journey, tables.inbox) > 0
    housekeeping.Housekeeping(journey.opened.database).clean(journey.now + timedelta(days=31))
    assert _count(journey, tables.inbox) == 0


def test_a_moving_location_is_not_answered_at_every_step(journey: Journey) -> None:
    robin = journey.patient("Robin")
    robin.news = []
    moved = {
        "message_id": 5,
        "from": robin.user,
        "chat": robin.chat,
        "date": 1,
        "location": {"latitude": 1.0},
    }
    journey.take({"edited_message": moved})
    assert robin.news == []


def test_who_writes_again_gets_reminders_again(journey: Journey) -> None:
    robin = journey.patient("Robin")
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        patients.set_blocked(connection, PatientId(str(patient_id)), journey.now)
    robin.says("migraine 7")
    with journey.opened.database.read() as connection:
        assert connection.execute(sa.select(tables.patients.c.blocked_at)).scalar_one() is None
