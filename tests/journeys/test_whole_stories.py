"""Four lives with the bot, from the first message to the last, told as the patient lives them.

A denied scan that ends in a thank-you; a patient who is dismissed and changes doctor; somebody who was hurt; and a
foggy day on which everything gets done with a few taps.
"""

import re
from datetime import timedelta

import pytest

from bot.content import rules
from bot.domain import cases
from tests.support.journey import Journey, Patient

FEW_TAPS = 10
FITS = 450
"""Characters that stand above four rows of buttons on a phone of 360 x 740."""
WE = re.compile(r"\b(?:together|same side|our doctor|understand them|doing their best)\b", re.IGNORECASE)


@pytest.fixture
def robin(journey: Journey) -> Patient:
    someone = journey.patient()
    someone.says("/settings zone")
    someone.says("New York")
    return someone


def only_case(someone: Patient) -> cases.Case:
    (found,) = (case for kept in someone.store() for case in kept.cases.all())
    return found


def test_a_denied_scan_from_the_message_to_the_thank_you(robin: Patient) -> None:
    journey = robin.journey
    robin.says("dr lee on march 10 at 2:15 pm")

    robin.says("insurance denied my mri ref 8841, appeal by april 20")
    robin.sees("Last day: Monday 20 April (49 days left)")
    robin.presses("Practice")
    robin.sees("They say")
    robin.says("can you tell me the exact reason for the denial and the last day to appeal?")
    robin.sees("You ask for something clear.")
    robin.presses("Keep this one")
    robin.says("stop")

    robin.says("called about ref 8841, they need the notes from dr lee")
    robin.sees("Noted.")
    robin.says("/questions can you send the notes for my mri?")
    robin.sees("To ask Dr Lee, Tuesday 10 March, 2:15 pm")
    robin.says("stop")

    journey.wait_until(journey.now + timedelta(days=8, hours=2, minutes=30))
    robin.says("/summary")
    shown = robin.sees("can you send the notes for my mri?")
    assert "Denial (MRI) day 9" in shown.plain

    journey.wait(hours=6)
    robin.says("saw dr lee, she sent the notes and fought for me on the phone. she will call me friday")
    robin.sees("I will ask you about it Monday 16 March, 10:00 am.")
    robin.presses("The system was in the way")
    robin.presses("All of them")
    robin.presses("That is all")
    robin.presses("Thank-you words")
    robin.presses("Someone fought for me")
    robin.sees("“You wrote that letter for me")

    robin.says("/cases")
    robin.presses("Insurance said no: MRI")
    robin.presses("Close it")
    robin.presses("They said yes")
    case = only_case(robin)
    assert (case.state, case.reference, len(case.calls)) == ("closed", "8841", 1)


def test_a_dismissed_patient_changes_doctor(robin: Patient) -> None:
    robin.says("dr kern today at 11 am")
    robin.journey.wait(hours=5)
    robin.says("saw dr kern, he said it's stress and my labs are normal")
    robin.presses("They did not listen")
    robin.presses("That is all")
    closing = robin.sees("ask another doctor, or write down what was said. Each of these is fine.")
    assert rules.alliance_wording(closing.plain) == ()
    robin.presses('Words: "Your labs are normal"')
    robin.sees("Which is closest?")
    robin.says("stop")

    robin.says("i want to change doctors, i don't trust him anymore")
    robin.presses("Words for this")
    assert robin.can_press("My trust is gone")
    assert not robin.can_press("Their hands are tied"), "nobody who leaves is asked to help"
    robin.presses("My trust is gone")
    robin.sees("record")
    robin.says("dr adams on march 20 at 9 am")
    robin.presses("Practice it")
    assert robin.can_press("A new specialist")
    robin.says("stop")
    robin.says("/questions what else could cause the fatigue?")
    robin.sees("To ask Dr Adams, Friday 20 March")


def test_somebody_who_was_hurt_meets_safety_first_and_never_a_word_of_alliance(robin: Patient) -> None:
    robin.says("dr kern today at 11 am")
    robin.journey.wait(hours=5)
    told = "dr kern hurt me during the exam, i said stop and he kept going"
    before = len(robin.screen)

    robin.says(told)
    robin.sees(f"“{told}”")
    robin.presses("Words for this")
    first = robin.sees("Which is closest?").plain
    assert first.startswith("You did nothing wrong. If you are in danger now, get away if you can")
    assert robin.can_press("Urgent numbers")
    robin.presses("My no was ignored")
    words = robin.sees("Your body is yours.")
    assert words.rows <= 4
    assert len(words.plain) < FITS, "what is said about safety has left the screen"
    robin.says("/after")
    robin.presses("I was hurt")
    robin.sees("You don't have to.")
    robin.says("he kept going when i said stop")
    robin.sees("Kept word for word")
    robin.presses("That is all")
    robin.sees("he kept going when i said stop")
    robin.presses("Report or leave")
    robin.says("stop")
    robin.says("/visits")

    for shown in robin.screen[before:]:
        for text in (shown.plain.replace(told, ""), *(button.label for button in shown.buttons)):
            assert rules.alliance_wording(text) == (), text
            assert not WE.search(text), text
        assert not any("Thank" in b.label or "Practice" in b.label for b in shown.buttons)
    for kept in robin.store():
        (debrief,) = kept.debriefs.all()
        assert (debrief.sort, debrief.record) == ("harm", "he kept going when i said stop")


def test_on_a_foggy_day_all_is_done_with_under_ten_taps(robin: Patient) -> None:
    taps = 0

    def taps_on(label: str) -> None:
        nonlocal taps
        robin.presses(label)
        taps += 1

    robin.says("/energy")
    taps_on("Foggy")
    robin.says("migraine 8 took suma")
    robin.sees("Migraine: 8 of 10")
    robin.says("insurance denied my mri")
    taps_on("Keep track of this")
    robin.sees("Insurance said no: MRI")
    taps_on("Words")
    if robin.can_press("They won't pay"):
        taps_on("They won't pay")
    robin.sees("“")
    robin.says("dr lee tomorrow 2pm")
    robin.sees("With Dr Lee")
    robin.says("/questions what can i do about the mri?")
    assert robin.can_press("1. what can i do about the mri?")
    robin.says("stop")
    robin.says("/summary")
    robin.sees("8 of 10")
    robin.journey.wait(days=1, hours=8)
    robin.says("/after")
    taps_on("It went well")
    taps_on("All of them")
    assert taps < FEW_TAPS
    for kept in robin.store():
        (debrief,) = kept.debriefs.all()
        (question,) = kept.questions.all()
        assert (debrief.sort, debrief.finished, question.state) == ("good", True, "asked")
        assert only_case(robin).state == "open"
        assert len(robin.entries()) == 2
