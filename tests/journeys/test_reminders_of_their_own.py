"""Reminders a patient asks for in their own words, and what the buttons under them do."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.journey import Journey, Patient

NEW_YORK = "America/New_York"


@pytest.fixture
def robin(journey: Journey) -> Patient:
    robin = journey.patient("Robin")
    robin.says("/settings zone")
    robin.says("New York")
    robin.says("/settings checkin")
    robin.presses("Do not ask")
    return robin


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def test_a_day_without_an_hour_gets_one_and_it_is_said_back(robin: Patient) -> None:
    robin.says("remind me to refill on Friday")
    robin.sees("refill")
    robin.sees("Friday 6 March, 10:00 am")
    robin.sees("You named no hour")


def test_what_repeats_is_said_back_as_it_repeats(robin: Patient) -> None:
    robin.says("remind me every weekday at 9 to take my meds")
    robin.sees("take my meds")
    robin.sees("Every weekday at 9:00 am. Next: Tuesday 3 March, 9:00 am")


def test_several_hours_are_those_of_every_day(robin: Patient) -> None:
    for text in ("to take propranolol at 8am and 8pm", "at 8am and 8pm to take propranolol"):
        robin.says(f"remind me {text}")
        shown = robin.sees("Every day at 8:00 am and 8:00 pm.")
        assert "take propranolol" in shown.plain
    robin.says("/remind")
    robin.says("take metformin")
    robin.says("9am, 1pm and 9pm")
    robin.sees("Every day at 9:00 am, 1:00 pm and 9:00 pm.")


@pytest.mark.parametrize(
    ("text", "answers", "seen"),
    [
        ("remind me to call the clinic", ["tomorrow at 8am"], "Tuesday 3 March, 8:00 am"),
        ("remind me at 4pm", ["stretch"], "Monday 2 March, 4:00 pm"),
        ("/remind", ["water the plants", "in 2 hours"], "Monday 2 March, 12:00 pm"),
        ("remind me to stretch twice a day", ["8 and 8"], "Every day at 8:00 am and 8:00 pm"),
        ("remind me yesterday to rest", ["tomorrow at noon"], "Tuesday 3 March, 12:00 pm"),
        ("remind me to rest every 5 minutes", ["every hour"], "Every hour"),
    ],
)
def test_only_what_is_missing_is_asked(robin: Patient, text: str, answers: list[str], seen: str) -> None:
    robin.says(text)
    for answer in answers:
        robin.says(answer)
    robin.sees(seen)


def test_two_readings_of_an_hour_are_asked_about(robin: Patient) -> None:
    robin.says("remind me at 9 to pack")
    robin.presses("9:00 pm")
    robin.sees("Monday 2 March, 9:00 pm")


def test_it_comes_at_its_minute_and_can_be_put_off(robin: Patient) -> None:
    robin.says("remind me at 4pm to stretch")
    robin.news = []
    robin.journey.wait_until(utc(2, 21))
    robin.does_not_see("stretch")
    robin.presses("Show")
    robin.sees("stretch")
    robin.presses("Later")
    robin.presses("In an hour")
    robin.sees("5:00 pm")
    robin.news = []
    robin.journey.wait_until(utc(2, 22))
    robin.sees("A note for today from Sameside.")
    robin.presses("Show")
    robin.presses("Done")
    robin.sees("Done: stretch")
    robin.news = []
    robin.journey.wait(days=3)
    assert robin.news == []


def test_a_snooze_does_not_lose_what_repeats(robin: Patient) -> None:
    robin.says("remind me every day at 9 am to stretch")
    robin.journey.wait_until(utc(3, 14))
    robin.presses("Show")
    robin.presses("Later")
    robin.presses("In an hour")
    robin.news = []
    robin.journey.wait_until(utc(5, 15))
    assert [f"{robin.local(s.at, NEW_YORK):%d %H:%M}" for s in robin.news] == [
        "03 10:00",
        "04 09:00",
        "05 09:00",
    ]


def test_buttons_pressed_twice_or_late_are_harmless(robin: Patient) -> None:
    robin.says("remind me at 4pm to stretch")
    robin.journey.wait_until(utc(2, 21))
    robin.presses("Show")
    shown = robin.screen[-1]
    buttons = {button.label: button.press for button in shown.buttons}
    robin.press_data(buttons["Done"], shown)
    robin.press_data(buttons["Done"], shown)
    robin.sees("Done: stretch")
    robin.press_data(buttons["Stop"], shown)
    robin.sees("Removed: stretch")
    robin.journey.wait(days=40)
    for data in buttons.values():
        robin.press_data(data, shown)
        robin.sees("gone already")


def test_stopping_what_repeats_can_be_taken_back(robin: Patient) -> None:
    robin.says("remind me every day at 9 am to stretch")
    robin.journey.wait_until(utc(3, 14))
    robin.presses("Show")
    robin.presses("Stop")
    robin.sees("It will not come again")
    taken_back = robin.screen[-1]
    robin.news = []
    robin.journey.wait(days=2)
    assert robin.news == []
    robin.presses("Take it back", on=taken_back)
    robin.sees("Next: Friday 6 March, 9:00 am")


def test_the_list_shows_what_is_coming_in_order_and_each_own_one_can_be_changed(robin: Patient) -> None:
    robin.says("remind me to refill on Friday")
    robin.says("remind me tomorrow at 8am to call")
    robin.says("Dr Lee on March 12 at 2:15 pm")
    robin.says("/reminders")
    text = robin.sees("Coming up").plain
    order = [text.index(words) for words in ("call", "Visit with Dr Lee", "refill")]
    assert order == sorted(order)
    robin.presses("Change: refill")
    robin.presses("Change")
    robin.says("Saturday at noon")
    robin.sees("refill")
    robin.sees("Saturday 7 March, 12:00 pm")
    robin.journey.wait_until(utc(6, 14))
    robin.news = []
    robin.journey.wait_until(utc(7, 16, 59))
    assert robin.news == []
    robin.journey.wait_until(utc(7, 17))
    robin.sees("A note")


def test_a_pause_holds_what_repeats_and_lets_the_visit_through_without_a_sound(robin: Patient) -> None:
    robin.says("remind me every day at 9 am to stretch")
    robin.says("Dr Lee on March 12 at 2:15 pm")
    robin.says("/pause")
    robin.presses("7 days")
    robin.sees("Paused until Monday 9 March, 10:00 am")
    robin.news = []
    robin.journey.wait_until(utc(10, 12))
    assert [(f"{s.at:%d}", s.silent) for s in robin.news] == [("05", True)]
    robin.journey.wait_until(utc(10, 13, 30))
    assert [(f"{s.at:%d}", s.silent) for s in robin.news][1:] == [("10", False)]


def test_resume_ends_a_pause_at_once(robin: Patient) -> None:
    robin.says("remind me every day at 9 am to stretch")
    robin.says("/pause")
    robin.presses("Until I say")
    robin.presses("Resume")
    robin.sees("on again")
    robin.journey.wait(days=1)
    robin.sees("A note for today")


@pytest.mark.parametrize("day", [8, 1])
def test_an_hour_that_the_change_of_clocks_skips_or_repeats_comes_once(robin: Patient, day: int) -> None:
    month, wall = (3, "2:30 am") if day == 8 else (11, "1:30 am")
    robin.journey.now = datetime(2026, month, day, 4, 0, tzinfo=UTC) - timedelta(days=1)
    robin.says(f"remind me every day at {wall} to turn over")
    robin.news = []
    robin.journey.wait(days=2)
    came = [robin.local(shown.at, NEW_YORK) for shown in robin.news]
    expected = ["07 02:30", "08 03:00"] if day == 8 else ["31 01:30", "01 01:30"]
    assert [f"{at:%d %H:%M}" for at in came] == expected
