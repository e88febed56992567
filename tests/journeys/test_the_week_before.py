"""A patient the week before a visit: what they said is said back as they mean it, and is easy to change."""

from datetime import timedelta

import pytest

from tests.support.journey import Journey


def test_a_name_typed_small_is_written_as_a_name(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visit")
    robin.says("dr patel")
    robin.says("thursday 10:30 am")
    robin.says("stop")
    robin.says("/visits")
    robin.sees("Dr Patel")


def test_which_of_two_days_says_for_which_visit_it_asks(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("cardiology with dr wu next tues 2:15")
    robin.sees("Dr Wu (cardiology): which one do you mean?")


def test_how_was_it_can_be_answered_later(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("dr lee tomorrow at 2 pm")
    robin.news = []
    journey.wait(hours=27)
    robin.presses("Show")
    robin.sees("How was it?")
    robin.presses("Later")
    robin.presses("Tomorrow")
    robin.news = []
    journey.wait(days=1)
    robin.presses("Show")
    robin.sees("How was it?")


def test_who_puts_a_reminder_off_is_not_told_that_it_is_late(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("remind me in 20 minutes to drink")
    journey.wait(minutes=20)
    robin.presses("Show")
    robin.presses("Later")
    robin.presses("In an hour")
    journey.wait(hours=1)
    robin.presses("Show")
    robin.sees("drink")
    robin.does_not_see("It was for")


def test_a_paused_list_promises_no_moment(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("remind me every monday at 9 am to weigh")
    robin.says("/pause")
    robin.presses("Until I say")
    robin.says("/reminders")
    shown = robin.sees("Every Monday at 9:00 am")
    assert "Next" not in shown.plain
    robin.presses("Resume")
    journey.now += timedelta(minutes=1)
    robin.says("/reminders")
    robin.sees("Next: Monday 9 March, 9:00 am")


def test_a_question_to_the_bot_becomes_one_for_the_visit_with_a_tap(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("is it ok to take ibuprofen with propranolol?")
    robin.sees("I can't answer that")
    robin.presses("Ask it at my visit")
    robin.sees("1. is it ok to take ibuprofen with propranolol?")
    robin.says("stop")
    robin.says("migraine 7 again, why?")
    robin.does_not_see("I can't answer that")


@pytest.mark.parametrize(
    "text", ["is this normal", "can i take ibuprofen with suma", "how long until prednisone works"]
)
def test_a_question_without_its_mark_is_one(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(text)
    robin.sees("I can't answer that")


@pytest.mark.parametrize(
    "text",
    [
        "should i go to the er",
        "do you think i should ring 111",
        "is it bad enough for a&e, should i go in to a&e",
    ],
)
def test_who_asks_whether_to_go_to_hospital_hears_who_can_tell(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(text)
    robin.sees("I can't judge that. If it may be an emergency, call for help now")
    robin.presses("Urgent numbers")
    robin.sees("911")


@pytest.mark.parametrize(
    "text",
    [
        "will this ever end?",
        "why is it always me?",
        "what a day",
        "when i stand i get dizzy",
        "was sick all night",
    ],
)
def test_a_sigh_gets_no_pharmacist(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(text)
    robin.does_not_see("I can't answer that")
