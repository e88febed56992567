"""Settings are one screen of buttons that stay good; the reminders and the urgent numbers move with them."""

from datetime import time

from bot.domain import patients
from tests.support.journey import Journey, Patient


def settings_of(someone: Patient) -> patients.Patient:
    with someone.journey.opened.database.read() as connection:
        patient_id = someone.journey.opened.patients.find(connection, someone.telegram_id)
        assert patient_id is not None
        opened = someone.journey.opened.patients.open(connection, patient_id)
        assert opened is not None
        return opened.patient


def checkin_wall(someone: Patient) -> str:
    (reminder,) = (each for kept in someone.store() for each in kept.reminders.of_kind("checkin"))
    assert reminder.due_at is not None
    return f"{someone.local(reminder.due_at, settings_of(someone).zone):%H:%M}"


def test_travel_moves_the_check_in_and_the_urgent_numbers(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings")
    robin.presses("Time zone")
    robin.says("Dublin, Ireland")
    robin.sees("Saved.")
    robin.sees("Dublin, now Monday 2 March")
    assert settings_of(robin).country == "IE"
    assert checkin_wall(robin) == "19:00"
    robin.presses("Time zone")
    robin.says("Tokyo")
    assert settings_of(robin).zone == "Asia/Tokyo"
    assert checkin_wall(robin) == "19:00"


def test_check_in_time_is_typed_picked_or_dropped(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings checkin")
    robin.says("half past 6 in the evening")
    assert settings_of(robin).checkin_at == time(18, 30)
    assert checkin_wall(robin) == "18:30"
    robin.says("/settings check-in")
    robin.says("9")
    robin.presses("9:00 am")
    assert settings_of(robin).checkin_at == time(9)
    robin.presses("Check-in")
    robin.presses("Do not ask")
    assert settings_of(robin).checkin_at is None
    assert [each.due_at for kept in robin.store() for each in kept.reminders.of_kind("checkin")] == [None]


def test_time_that_cannot_be_read_gets_an_example(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings checkin")
    robin.says("whenever the cat wakes")
    robin.sees("“7 pm” or “19:00” works")
    robin.says("/settings quiet")
    robin.says("at night")
    robin.sees("“10 pm to 7 am” works")


def test_quiet_hours_are_kept_changed_and_dropped(journey: Journey) -> None:
    robin = journey.patient()
    before = settings_of(robin)
    robin.says("/settings quiet")
    robin.presses("Keep it")
    assert settings_of(robin) == before
    robin.presses("Quiet hours")
    robin.says("from 11pm until 6:30 am")
    assert (settings_of(robin).quiet_start, settings_of(robin).quiet_end) == (time(23), time(6, 30))
    robin.presses("Quiet hours")
    robin.presses("No quiet hours")
    assert settings_of(robin).quiet_start == settings_of(robin).quiet_end


def test_country_is_picked_or_typed_and_an_unknown_one_gets_a_way_on(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings country")
    robin.presses("Canada")
    assert settings_of(robin).country == "CA"
    robin.presses("Country")
    robin.says("united kingdom")
    assert settings_of(robin).country == "GB"
    robin.presses("Country")
    robin.says("Narnia")
    robin.sees("I do not know that country")
    assert settings_of(robin).country == "GB"


def test_health_words_on_a_locked_phone_are_off_until_chosen(journey: Journey) -> None:
    robin = journey.patient()
    assert not settings_of(robin).open_lock_screen
    robin.says("/settings")
    robin.presses("Locked phone")
    robin.presses("Health words")
    assert settings_of(robin).open_lock_screen
    robin.presses("Locked phone")
    robin.presses("Plain")
    assert not settings_of(robin).open_lock_screen


def test_date_style_changes_how_figures_are_read(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings country")
    robin.presses("United States")
    robin.presses("Dates")
    robin.presses("3 December")
    robin.says("migraine 7")
    robin.presses("Fix")
    robin.presses("When")
    robin.says("1/3 at 9 am")
    robin.sees("Sunday 1 March, 9:00 am")


def test_settings_screen_is_no_open_question(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings")
    robin.says("bad day again")
    robin.sees("Kept")
    assert len(robin.news) == 1


def test_energy_is_one_tap_and_may_stand_behind_the_command(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy")
    robin.presses("Foggy")
    assert settings_of(robin).energy == "foggy"
    robin.says("/help")
    foggy = robin.news[0].plain
    robin.says("/energy full")
    assert settings_of(robin).energy == "full"
    robin.says("/help")
    assert len(foggy) < len(robin.news[0].plain) / 3
    robin.says("/energy purple")
    robin.sees("How much can you read")
    assert settings_of(robin).energy == "full"


def test_long_name_is_refused_and_markup_in_one_is_shown_as_typed(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings name")
    robin.says("x" * 60)
    robin.sees("A shorter name")
    robin.says("<i>R</i>")
    assert "&lt;i&gt;R&lt;/i&gt;" in robin.sees("Saved.").text
