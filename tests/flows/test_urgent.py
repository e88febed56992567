"""Urgent help comes first, to anybody, with the number of the country; what was written is still kept."""

import pytest

from tests.support.journey import Journey, Patient

CHEST = "crushing chest pain and I can't breathe"
CRISIS = "I want to kill myself tonight"


def texts(someone: Patient) -> list[str]:
    return [entry.text for kept in someone.store() for entry in kept.journal.history()]


def living_in(journey: Journey, country: str) -> Patient:
    robin = journey.patient()
    robin.says("/settings country")
    robin.says(country)
    return robin


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("United States", "911"),
        ("Canada", "911"),
        ("United Kingdom", "999"),
        ("Ireland", "112"),
        ("Australia", "000"),
        ("New Zealand", "111"),
        ("Germany", "112"),
    ],
)
def test_possible_emergency_gets_the_countrys_number_first_and_is_logged(
    journey: Journey, country: str, number: str
) -> None:
    robin = living_in(journey, country)
    robin.says(CHEST)
    first = robin.news[0].plain
    assert first.startswith("Call")
    assert number in first.splitlines()[0]
    assert "I have kept what you wrote." in first
    assert texts(robin) == [CHEST]


def test_emergency_comes_through_in_the_middle_of_a_question(journey: Journey) -> None:
    robin = living_in(journey, "Canada")
    robin.says("/settings name")
    robin.says(CHEST)
    assert "911" in robin.news[0].plain
    assert texts(robin) == [CHEST]


def test_someone_elses_emergency_gets_the_number_too(journey: Journey) -> None:
    robin = living_in(journey, "United Kingdom")
    robin.says("my husband collapsed and isn't breathing")
    assert robin.news[0].plain.startswith("Call 999 now, for them.")


def test_crisis_gets_people_to_talk_to_and_no_form(journey: Journey) -> None:
    robin = living_in(journey, "United States")
    robin.says(CRISIS)
    shown = robin.news[0]
    assert "988" in shown.plain
    assert "911" in shown.plain
    assert texts(robin) == [CRISIS]
    assert len(robin.news) == 1


def test_urgent_shows_every_number_of_the_country(journey: Journey) -> None:
    robin = living_in(journey, "United States")
    robin.says("/urgent")
    shown = robin.sees("Emergency: 911")
    assert "Poison" in shown.plain
    assert "988" in shown.plain
    assert "Hurt or threatened" in shown.plain


def test_words_behind_the_command_are_answered_once_and_kept(journey: Journey) -> None:
    robin = living_in(journey, "Canada")
    robin.says(f"/urgent {CHEST}")
    assert len(robin.news) == 1
    robin.sees("Call 911 now.")
    assert texts(robin) == [CHEST]


def test_unknown_country_gets_plain_words_and_a_way_to_set_it(journey: Journey) -> None:
    robin = journey.patient(locale="eo")
    robin.says(CHEST)
    robin.sees("your local emergency number")
    robin.presses("Set my country")
    robin.sees("your local emergency number")
    robin.says("New Zealand")
    robin.sees("Emergency: 111")
    robin.says(CHEST)
    robin.sees("Call 111 now.")


def test_guessed_country_is_named_with_what_holds_elsewhere(journey: Journey) -> None:
    robin = journey.patient(locale="en-AU")
    robin.says(CHEST)
    robin.sees("Anywhere else: your local number, or 112")
    assert robin.can_press("Set my country")


def test_stranger_gets_the_number_before_agreeing_to_anything(journey: Journey) -> None:
    robin = journey.patient(agrees=False, locale="en-GB")
    robin.says(CHEST)
    assert "999" in robin.news[0].plain
    assert texts(robin) == []
    robin.says("/urgent")
    robin.sees("999")
    robin.says(CRISIS)
    robin.sees("116 123")


def test_held_alert_is_logged_and_not_repeated_after_agreeing(journey: Journey) -> None:
    robin = journey.patient(agrees=False, locale="en-GB")
    robin.says(CHEST)
    journey.wait(minutes=2)
    robin.presses("What this bot is")
    robin.presses("agree")
    robin.does_not_see("Call 999")
    assert texts(robin) == [CHEST]


def test_urgent_key_under_the_input_field_works(journey: Journey) -> None:
    robin = living_in(journey, "Canada")
    robin.says("❗ Urgent help")
    robin.sees("Emergency: 911")
