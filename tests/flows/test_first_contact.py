"""From the first message to the end of the set-up: nothing kept before consent, every question can be skipped."""

from datetime import time

import pytest

from bot.domain import patients
from tests.support.journey import Journey, Patient


def settings_of(someone: Patient) -> patients.Patient:
    with someone.journey.opened.database.read() as connection:
        patient_id = someone.journey.opened.patients.find(connection, someone.telegram_id)
        assert patient_id is not None
        opened = someone.journey.opened.patients.open(connection, patient_id)
        assert opened is not None
        return opened.patient


def texts(someone: Patient) -> list[str]:
    return [entry.text for kept in someone.store() for entry in kept.journal.history()]


def test_first_contact_says_what_is_kept_and_has_one_button_to_agree(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    shown = robin.sees("not a medical service")
    assert "no end-to-end encryption" in shown.plain
    assert "/forget" in shown.plain
    assert [button.label for button in shown.buttons] == ["I agree"]
    assert settings_of(robin).agreed_at is None


def test_what_was_sent_before_agreeing_is_no_entry_until_the_button_is_pressed(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("migraine 7")
    robin.sees("kept what you sent, sealed")
    assert texts(robin) == []
    robin.presses("agree")
    robin.sees("Migraine: 7 of 10")
    assert texts(robin) == ["migraine 7"]


def test_words_held_before_agreeing_do_not_become_the_patients_name(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("bad day")
    journey.wait(minutes=1)
    robin.presses("agree")
    assert texts(robin) == ["bad day"]
    assert settings_of(robin).name == ""
    robin.sees("What should I call you?")


def test_agreeing_keeps_what_was_agreed_to_on_the_screen_and_sets_the_keys(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    kept = robin.sees("You agreed on")
    assert "no end-to-end encryption" in kept.plain
    assert not kept.buttons
    assert any("Urgent help" in label for shown in robin.news for row in shown.keyboard for label in row)
    assert settings_of(robin).agreed_at == journey.now


def test_agreeing_makes_one_check_in_and_a_second_press_changes_nothing(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.says("/start")
    first, second = (shown for shown in robin.screen if shown.buttons)
    robin.presses("agree", on=first)
    when = settings_of(robin).agreed_at
    journey.wait(minutes=5)
    robin.presses("agree", on=second)
    robin.sees("agreed already")
    assert settings_of(robin).agreed_at == when
    assert [len(kept.reminders.of_kind("checkin")) for kept in robin.store()] == [1]


def test_set_up_can_be_skipped_whole_and_offers_to_set_the_zone_later(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.presses("Skip all")
    robin.sees("Type how things are, any time.")
    assert robin.can_press("Time zone")
    robin.presses("Time zone")
    robin.says("Chicago")
    robin.sees("Chicago")
    assert settings_of(robin).zone == "America/Chicago"


def test_every_question_of_the_set_up_can_be_skipped_and_keeps_its_default(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    before = settings_of(robin)
    for _ in range(6):
        robin.says("skip")
    robin.sees("Type how things are, any time.")
    assert settings_of(robin) == before


def test_set_up_stores_each_answer_and_says_the_time_back(journey: Journey) -> None:
    robin = journey.patient(agrees=False, locale="en-GB")
    robin.says("/start")
    robin.presses("agree")
    robin.says("My name is Robin")
    robin.says("Portland")
    robin.presses("Chicago")
    robin.sees("Monday 2 March, 9:00 am")
    robin.says("8")
    robin.presses("8:00 pm")
    robin.says("10 to 7")
    robin.sees("10:00 pm to 7:00 am")
    robin.says("Ireland")
    robin.presses("Low")
    robin.sees("Type how things are, any time.")
    found = settings_of(robin)
    assert (found.name, found.zone, found.zone_known, found.country) == (
        "Robin",
        "America/Chicago",
        True,
        "IE",
    )
    assert (found.checkin_at, found.quiet_start, found.quiet_end) == (time(20), time(22), time(7))
    assert found.energy == "low"


def test_country_follows_from_the_zone_and_is_offered_first(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.says("skip")
    robin.says("Auckland")
    assert settings_of(robin).country == "NZ"
    robin.says("skip")
    robin.says("skip")
    asked = robin.sees("urgent numbers")
    assert asked.buttons[0].label == "New Zealand"


def test_a_time_on_the_wall_is_enough_to_find_the_zone(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.says("skip")
    robin.says("it is 10 am here")
    robin.presses("New York")
    assert settings_of(robin).zone == "America/New_York"


@pytest.mark.parametrize("nonsense", ["xqzzy", "!!!", "x" * 900])
def test_a_place_nobody_knows_gets_a_way_on(journey: Journey, nonsense: str) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.says("skip")
    robin.says(nonsense)
    robin.sees("A big city near you works")
    assert not settings_of(robin).zone_known


def test_a_symptom_typed_in_the_set_up_is_logged_and_the_question_stands_again(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.says("my knees hurt today")
    robin.sees("Knee pain")
    robin.sees("What should I call you?")
    assert settings_of(robin).name == ""


def test_stopping_half_way_keeps_what_was_said_and_go_on_returns_to_it(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.says("Robin")
    robin.says("stop")
    assert settings_of(robin).name == "Robin"
    robin.says("go on")
    robin.sees("Where are you?")


def test_start_again_greets_by_name_and_sets_the_keys(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.says("call me <b>R&D</b>")
    robin.says("stop")
    robin.says("/start")
    shown = robin.sees("Hello <b>R&D</b>.")
    assert shown.keyboard
    assert "&lt;b&gt;" in shown.text


def test_foggy_patient_reads_fewer_words_in_the_set_up(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy foggy")
    robin.says("/settings zone")
    assert robin.news[-1].plain == "Your city?"
