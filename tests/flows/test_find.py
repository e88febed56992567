"""Looking things up, told by a patient: by talking and by /find, with the days counted on and the entries behind."""

from datetime import timedelta

import pytest

from tests.support.journey import Journey, Patient

TOLD = (
    (30, "migraine 7, took rizatriptan, nausea"),
    (27, "knee pain 4 after the stairs"),
    (20, "migraine 8, couldn't work"),
    (9, "good day. propranolol 40 mg"),
    (8, "fatigue 7, forgot my propranolol"),
    (3, "migraine 6"),
    (1, "propranolol 40 mg, tired 4"),
)


def with_a_month(journey: Journey) -> Patient:
    robin = journey.patient()
    today = journey.now
    for days, text in TOLD:
        journey.now = today - timedelta(days=days)
        robin.says(text)
    journey.now = today
    return robin


def test_the_last_time_comes_with_the_days_logged_since(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("when did i last have a migraine")
    robin.sees("Last migraine: Friday 27 February, 3 days ago. Worst 6 of 10.")
    robin.sees("Since then you logged on 1 of 3 days.")
    assert len(robin.entries()) == len(TOLD)


def test_a_count_says_what_it_cannot_know_and_that_few_days_say_little(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("how many bad days since february")
    robin.sees("Bad days: 2 of 6 logged days.")
    robin.sees("You logged on 6 of 30 days, so I can't know about the rest.")
    robin.says("how many migraines last week")
    robin.sees("Migraine: 1 of 2 logged days.")
    robin.sees("Only 2 logged days, so read it with care.")


def test_the_longest_time_without_says_how_much_of_it_was_logged(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("longest gap between migraines")
    robin.sees("Longest time without migraine: 16 days, Wednesday 11 February to Thursday 26 February")
    robin.sees("You logged on 2 of them.")


def test_a_dose_that_is_not_logged_is_no_dose_that_was_not_taken(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("did i take my propranolol yesterday")
    robin.sees("Yes. Logged for Sunday 1 March")
    robin.says("did i take my propranolol today")
    robin.sees("That does not mean you did not take it. If you are not sure, ask a pharmacist")
    robin.says("did i take my propranolol on feb 22")
    robin.sees("Logged as missed: Propranolol")


def test_the_entries_behind_a_number_are_opened_and_fixed(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("how many migraines since february")
    robin.sees("Migraine: 2 of 6 logged days.")
    robin.presses("The entries")
    robin.sees("Migraine, 1 to 2 of 2")
    robin.presses("2")
    robin.sees("Migraine: 8 of 10")
    robin.presses("Undo")
    robin.says("how many migraines since february")
    robin.sees("Migraine: 1 of 5 logged days.")


def test_a_long_list_goes_by_pages_and_back_to_the_answer(journey: Journey) -> None:
    robin = journey.patient()
    today = journey.now
    for days in range(14, 0, -1):
        journey.now = today - timedelta(days=days)
        robin.says(f"headache {days % 9 + 1}")
    journey.now = today
    robin.says("how many headaches since february 1")
    robin.presses("The entries")
    robin.sees("1 to 6 of 14")
    robin.presses("Older")
    robin.presses("Older")
    robin.sees("13 to 14 of 14")
    robin.presses("Newer")
    robin.sees("7 to 12 of 14")
    robin.presses("Answer")
    robin.sees("Headache: 14 of 14 logged days")


def test_words_are_found_as_they_were_said(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("what did i say about my knee")
    robin.sees("“knee”: in 1 entry.")
    robin.sees("knee pain 4 after the stairs")
    robin.says("what did i say about the zebra")
    robin.sees("“zebra” is not in your log.")


def test_an_update_is_never_taken_for_a_question(journey: Journey) -> None:
    robin = with_a_month(journey)
    for text in (
        "last migraine was awful, nausea too",
        "worst migraine ever",
        "no pain today",
        "bad day, knee 7",
    ):
        kept = len(robin.entries())
        robin.says(text)
        assert len(robin.entries()) == kept + 1, text


def test_find_asks_takes_a_bare_name_and_lets_an_update_through(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("/find")
    robin.says("migraine")
    robin.sees("Migraine: 3 of 7 logged days.")
    robin.says("/find")
    robin.says("migraine 7, nausea 3")
    robin.sees("Kept")
    robin.sees("What do you want to look up?")
    robin.says("stop")
    robin.says("/find how many how many")
    robin.sees("I could not read that")


def test_a_visit_is_found_by_whom_it_was_with(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("appt with dr lee march 4 2pm")
    robin.says("when is my next visit with dr lee")
    robin.sees("Next visit: Wednesday 4 March, 2:00 pm")
    journey.wait(days=5)
    robin.says("when was my last visit with dr. lee?")
    robin.sees("Last visit: Wednesday 4 March")
    robin.says("when was my last visit with dr wu")
    robin.sees("I know of no visit with “dr wu”.")


def test_buttons_of_long_ago_are_met_kindly(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.press_data("/find:0000000000000000:o", robin.screen[-1])
    robin.sees("no longer there")
    robin.press_data("/find::zzz", robin.screen[-1])
    robin.sees("I can't read that button any more")


def test_with_nothing_logged_nothing_is_made_up(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("last migraine")
    robin.sees("Nothing is in your log yet")
    robin.says("how many bad days this month")
    robin.sees("Nothing was logged then, so I can't know.")
    robin.says("worst week")
    robin.sees("I can't know")


def test_every_question_survives_years_and_zones(journey: Journey) -> None:
    robin = journey.patient()
    today = journey.now
    for days in (800, 400, 399, 120, 5):
        journey.now = today - timedelta(days=days)
        robin.says("hives 5, took cetirizine")
    journey.now = today
    robin.says("when did i last have hives")
    robin.sees("Last hives: Wednesday 25 February")
    robin.says("how often did i take cetirizine in 2025")
    robin.sees("Cetirizine: taken 3 times, on 3 of 3 logged days.")
    robin.says("how many hives ever")
    robin.sees("Hives: 5 of 5 logged days.")
    robin.says("longest gap between hives")
    robin.sees("399 days")


@pytest.mark.parametrize(
    "asked",
    [
        "whats my next appointment",
        "when am i seeing dr osei",
        "when am i back with osei",
        "what day is my next visit",
    ],
)
def test_whoever_asks_when_the_next_visit_is_is_told(journey: Journey, asked: str) -> None:
    robin = journey.patient()
    robin.says("seeing dr osei on thursday at 10")
    robin.says(asked)
    robin.sees("Next visit: Thursday")
    robin.sees("Dr Osei")


@pytest.mark.parametrize(
    "asked", ["whens my next scan", "what day is my ultrasound", "when is my next blood test"]
)
def test_a_test_that_is_not_booked_can_be_added_at_once(journey: Journey, asked: str) -> None:
    robin = journey.patient()
    robin.says(asked)
    robin.sees("I know of no visit")
    robin.presses("Add")
    robin.sees("With whom is the visit?")


def test_a_question_about_a_bus_is_kept_as_it_is(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("when is the next bus")
    assert [entry.text for entry in robin.entries()] == ["when is the next bus"]
