"""After a visit, whatever happens in between: stop, back, a restart, an update in the middle, at every question."""

from collections.abc import Callable

import pytest

from bot.domain import debriefs
from tests.support.journey import Journey, Patient

Step = tuple[str, str, str]
"""What is pressed or said, which of the two, and the question that follows."""
STEPS: tuple[Step, ...] = (
    ("/after", "says", "How was it?"),
    ("The system was in the way", "presses", "Which of your questions"),
    ("○ Is it my new pill?", "presses", "Which of your questions"),
    ("Go on", "presses", "“Is it my new pill?”"),
    ("no, it is the migraine", "says", "What is the plan now?"),
    ("mri first", "says", "Who does what, and by when?"),
    ("mri", "says", "Who does this?"),
    ("It is a note", "presses", "Who does what, and by when?"),
    ("i email the form next thursday", "says", "Which day?"),
    ("Thursday 12 March", "presses", "Is there something else that you or they will do?"),
    ("No, go on", "presses", "Did a medicine change?"),
    ("stop topiramate because of fog", "says", "How did you feel"),
    ("Lighter", "presses", "Is there something else?"),
)
HURT: tuple[Step, ...] = (
    ("/after", "says", "How was it?"),
    ("I was hurt", "presses", "write what was done and said"),
    ("he called me lazy in front of the nurse", "says", "Kept word for word"),
)


def stops_and_goes_on(robin: Patient) -> None:
    robin.says("stop")
    robin.sees("Stopped")
    robin.says("go on")


def is_there_after_a_restart(robin: Patient) -> None:
    robin.journey.restart()


def sends_a_photo(robin: Patient) -> None:
    robin.sends_photo("the rash on my arm")
    robin.sees("Kept")


def asks_for_something_else(robin: Patient) -> None:
    robin.says("/visits")
    robin.says("go on")


INTERRUPTIONS = (stops_and_goes_on, is_there_after_a_restart, sends_a_photo, asks_for_something_else)


def after_the_visit(journey: Journey) -> Patient:
    robin = journey.patient()
    robin.says("/settings zone")
    robin.says("New York")
    robin.says("/questions")
    robin.says("Is it my new pill?")
    robin.says("May I drive?")
    robin.says("stop")
    robin.says("Dr Lee tomorrow at 2:15 pm")
    journey.wait(days=1, hours=5)
    return robin


def walk(robin: Patient, steps: tuple[Step, ...], interrupt: Callable[[Patient], None] | None = None) -> None:
    for what, how, seen in steps:
        getattr(robin, how)(what)
        robin.sees(seen)
        if interrupt:
            interrupt(robin)


def told(robin: Patient) -> debriefs.Debrief:
    return next(debrief for store in robin.store() for debrief in store.debriefs.all())


@pytest.mark.parametrize("interrupt", INTERRUPTIONS, ids=lambda each: each.__name__)
def test_the_whole_way_is_gone_with_an_interruption_at_every_question(
    journey: Journey, interrupt: Callable[[Patient], None]
) -> None:
    robin = after_the_visit(journey)
    walk(robin, STEPS, interrupt)
    robin.presses("That is all")
    robin.sees("Here are words for what stood in the way.")
    debrief = told(robin)
    assert (debrief.sort, debrief.finished) == ("system", True)
    assert debrief.plan == "mri first"
    assert [task.text for task in debrief.tasks] == ["email the form"]
    assert debrief.medicines == ("stop topiramate because of fog",)
    assert (debrief.feeling, debrief.notes) == ("Lighter", ("mri",))
    for store in robin.store():
        asked = [question.answer for question in store.questions.all() if question.state == "asked"]
        assert asked == ["no, it is the migraine"]


@pytest.mark.parametrize("until", range(3, len(STEPS) + 1, 2))
def test_the_way_back_and_out_keeps_what_was_told(journey: Journey, until: int) -> None:
    robin = after_the_visit(journey)
    walk(robin, STEPS[:until])
    robin.says("back")
    assert robin.news
    robin.says("stop")
    robin.says("/after")
    assert robin.can_press("Stop"), "it goes on at what is missing"
    debrief = told(robin)
    assert debrief.sort == "system"
    assert bool(debrief.plan) == (until >= 6)
    assert [task.text for task in debrief.tasks] == (["email the form"] if until >= 9 else [])
    assert bool(debrief.medicines) == (until >= 12)


@pytest.mark.parametrize("interrupt", INTERRUPTIONS, ids=lambda each: each.__name__)
def test_a_record_survives_every_interruption(journey: Journey, interrupt: Callable[[Patient], None]) -> None:
    robin = after_the_visit(journey)
    walk(robin, HURT, interrupt)
    robin.says("stop")
    robin.says("/after")
    robin.sees("Your record")
    assert told(robin).record == "he called me lazy in front of the nurse"


def test_an_update_in_the_middle_goes_to_the_log_and_the_question_stands_again(journey: Journey) -> None:
    robin = after_the_visit(journey)
    walk(robin, STEPS[:2])
    robin.says("migraine 8 now")
    robin.sees("Migraine: 8 of 10")
    robin.sees("Which of your questions")
    robin.presses("None")
    robin.says("migraine 9 now")
    robin.sees("What is the plan now?")
    assert told(robin).plan == ""
    assert [entry.text for entry in robin.entries()] == ["migraine 8 now", "migraine 9 now"]


def test_a_denied_scan_from_the_visit_to_the_words_to_the_thanks(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee, insurance denied the mri so she will appeal by friday, the nurse was so kind")
    robin.sees("Theirs: she will appeal, by Friday 6 March")
    robin.presses("The system was in the way")
    robin.presses("None")
    robin.presses("That is all")
    closing = robin.sees("Here are words for what stood in the way.")
    robin.presses("Words: Insurance", on=closing)
    robin.sees("Which is closest?")
    robin.says("stop")
    robin.says("/visits")
    robin.presses("Earlier ones")
    robin.presses("Dr Lee")
    robin.presses("What was said")
    robin.presses("Thank-you words")
    robin.sees("Which is closest?")
    for store in robin.store():
        assert [debrief.thanked for debrief in store.debriefs.all()] == [True]
