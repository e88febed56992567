"""A patient with one thumb and a foggy head: few words, big buttons, nothing lost and nothing that misleads."""

from datetime import timedelta

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
