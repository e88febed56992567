"""Telegram never says where a patient is. Until they do, no clock time may mislead, and telling it is one tap."""

import pytest

from tests.support.journey import Journey

CLOCKS = ("10:00 am", "9:00 am", "8:00 am", "7:00 am")


def test_a_card_names_no_clock_the_patient_never_told(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.presses("Skip all")
    robin.says("migraine 7")
    assert "3:00 pm" not in robin.sees("Kept").plain
    robin.presses("10:00 am")
    robin.says("migraine 6")
    robin.sees("Monday 2 March, 10:00 am")


def test_the_clocks_of_their_country_are_a_tap_and_the_time_is_said_back(journey: Journey) -> None:
    robin = journey.patient(agrees=False, locale="en")
    robin.says("/start")
    robin.presses("agree")
    robin.presses("Skip all")
    assert all(robin.can_press(clock) for clock in CLOCKS)
    robin.presses("9:00 am")
    robin.sees("It is Monday 2 March, 9:00 am for you now")


@pytest.mark.parametrize(
    ("locale", "clock"), [("en-CA", "Toronto"), ("en-IE", "Dublin"), ("en-GB", "London"), ("de-DE", "Berlin")]
)
def test_the_guess_stays_in_the_country_of_the_phone(journey: Journey, locale: str, clock: str) -> None:
    robin = journey.patient(agrees=False, locale=locale)
    robin.says("/start")
    robin.presses("agree")
    robin.presses("Skip all")
    assert robin.can_press(clock)
    assert not robin.can_press("Los Angeles")
    assert not robin.can_press("Tokyo")


def test_the_first_visit_asks_for_the_zone_once_and_what_is_typed_is_still_kept(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("dr wu tomorrow at 2:15 pm")
    robin.sees("What time is it for you now?")
    robin.says("the long drive wears me out")
    robin.sees("Kept")
    robin.says("dr lee on friday at 9 am")
    robin.does_not_see("What time is it for you now?")


def test_a_visit_told_before_stays_at_its_hour_and_its_reminders_come_by_the_right_clock(
    journey: Journey,
) -> None:
    robin = journey.patient()
    robin.says("dr wu tomorrow at 2:15 pm")
    robin.says("remind me at 8 pm to pack")
    robin.says("remind me in 20 minutes to drink")
    robin.presses("10:00 am")
    robin.says("/visits")
    assert "2:15 pm, Dr Wu" in robin.sees("Tuesday 3 March").plain
    robin.says("/reminders")
    robin.sees("pack: Monday 2 March, 8:00 pm")
    robin.sees("drink: Monday 2 March, 10:20 am")
    robin.sees("Next note: Monday 2 March, 6:00 pm")
