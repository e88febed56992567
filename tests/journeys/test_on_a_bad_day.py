"""A patient with one thumb and a foggy head: few words, big buttons, nothing lost and nothing that misleads."""

from datetime import timedelta

import pytest

from tests.support.journey import Journey

WIDEST_OF_THREE = 16
"""Characters of a label that stay readable where three buttons share a row of a small phone."""


def test_every_button_of_the_worst_symptom_can_be_read_on_a_small_phone(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("brain fog 6, light sensitivity 5, numbness in my left hand 3")
    journey.now += timedelta(days=1)
    robin.says("/checkin")
    robin.presses("Some")
    asked = robin.sees("Which was the worst today")
    assert all(len(button.label) <= WIDEST_OF_THREE for button in asked.buttons)
    robin.presses("8 brain fog")
    robin.sees("sleep")


def test_a_check_in_is_fixed_by_asking_again_and_what_is_skipped_stays(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("/checkin")
    for label in ("Good", "5", "Badly", "Most of it"):
        robin.presses(label)
    robin.presses("Fix")
    robin.presses("A little")
    for _ in range(3):
        robin.presses("Skip")
    robin.sees("Energy: a little")
    robin.sees("Slept: badly")
    robin.sees("Could do: most of it")
    robin.sees("Migraine: 5 of 10")


def test_a_number_is_no_name_of_a_symptom(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/log")
    robin.says("7")
    robin.sees("A word or two")
    robin.says("headache")
    robin.presses("7")
    robin.sees("Since when?")
    assert [s.name for entry in robin.entries() for s in entry.reading.symptoms] == ["headache"]


def test_what_helped_is_kept_as_it_was_tapped(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/log headache")
    for label in ("6", "Last night", "Thinking", "Rest helped"):
        robin.presses(label)
    assert robin.sees("Kept").plain.count("Rest helped") == 1
    robin.does_not_see("set it off")


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("Hi!", "Hello"),
        ("thanks", "You are welcome."),
        ("ok", "I am here."),
        ("\N{THUMBS UP SIGN}", "I am here."),
        ("no", "Nothing is waiting"),
        ("back", "Nothing is waiting"),
        ("are you a real person?", "I am a program"),
        ("Can you call my doctor?", "I can't call"),
        ("refill my meds", "I can't call"),
        ("how do i use this", "Type how things are"),
        ("What can you do?", "Type how things are"),
        ("I don\N{RIGHT SINGLE QUOTATION MARK}t know how this works", "Type how things are"),
        ("?", "Type how things are"),
        ("who can see this?", "Who can read it"),
        ("stop texting me", "should I be quiet"),
        ("what are my reminders?", "Coming up"),
        ("delete all my data", "This removes everything"),
    ],
)
def test_small_talk_is_answered_and_not_logged(journey: Journey, said: str, seen: str) -> None:
    robin = journey.patient()
    robin.says(said)
    robin.sees(seen)
    assert robin.entries() == []


def test_how_one_feels_is_no_small_talk(journey: Journey) -> None:
    robin = journey.patient()
    for said in ("good day today", "not ok", "thanks to the new tablets I slept", "ok day, headache 2"):
        robin.says(said)
        robin.sees("Kept")


def test_a_check_in_keeps_its_answers_on_every_card(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/checkin")
    for label in ("Good", "Nothing today", "Badly", "Most of it"):
        robin.presses(label)
    robin.presses("Undo")
    robin.presses("Bring it back")
    robin.sees("Energy: good")
    robin.sees("Slept: badly")


def test_nothing_is_said_twice_on_a_card(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7, slept bad, blood pressure 140/90")
    card = robin.sees("Sleep: bad").plain
    assert "slept" not in card
    assert "Blood pressure: 140/90" in card


def test_an_empty_summary_says_so_once_and_what_fills_it(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/summary")
    assert "0 days" not in robin.sees("Type how things are, and it shows here.").plain


def test_a_zone_is_named_as_one_and_is_not_set_until_told(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/settings")
    robin.sees("Time zone: not set")
    robin.presses("Time zone, travel")
    robin.says("Seattle")
    robin.sees("Time zone: Los Angeles, now Monday 2 March, 7:00 am")


def test_a_foggy_patient_asks_for_a_reminder_with_buttons_alone(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/remind")
    robin.presses("A refill")
    robin.presses("Tomorrow morning")
    robin.sees("A refill")
    robin.sees("Tuesday 3 March, 10:00 am")


def test_a_foggy_summary_has_no_heading_over_nothing(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("the long drive wore me out")
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/summary")
    robin.does_not_see("Last 30 days")


@pytest.mark.parametrize(
    "text",
    [
        "mum died",
        "my dog died this morning",
        "we lost my dad on sunday",
        "had to put our cat to sleep",
        "i had a miscarriage",
    ],
)
def test_who_tells_of_a_death_is_met_with_a_line(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(text)
    robin.sees("I am sorry for your loss.")
    robin.sees("Kept")


@pytest.mark.parametrize(
    "text",
    [
        "my phone died",
        "the baby passed her hearing test",
        "lost my keys",
        "dad died ten years ago",
        "the pain died down",
    ],
)
def test_what_only_sounds_like_a_death_is_not(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(text)
    robin.does_not_see("I am sorry")
