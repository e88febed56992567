"""Questions, told by a patient: three for this visit, the rest parked, ideas with why, and every slip taken back."""

from bot.domain import questions
from tests.support.journey import Journey, Patient

CHOSEN = ("Is it the heart?", "What next?", "Who decides?")


def chosen(patient: Patient) -> list[str]:
    return [q.text for store in patient.store() for q in questions.chosen(store.questions.open())]


def with_three(journey: Journey) -> Patient:
    robin = journey.patient()
    robin.says("/questions")
    for text in CHOSEN:
        robin.says(text)
        robin.sees("Is there something else?")
    return robin


def test_a_fourth_question_is_parked_and_may_take_the_place_of_one(journey: Journey) -> None:
    robin = with_three(journey)
    robin.says("What does it cost?")
    robin.sees("Three are chosen, so this one is parked")
    assert chosen(robin) == list(CHOSEN)
    robin.presses("+ What does it cost?")
    robin.presses("In place of 2")
    robin.sees("2. What does it cost?")
    assert chosen(robin) == [CHOSEN[0], "What does it cost?", CHOSEN[2]]


def test_the_order_is_changed_by_taps_and_the_way_back_stays_short(journey: Journey) -> None:
    robin = with_three(journey)
    for _ in range(3):
        robin.presses("3. ")
        robin.presses("Ask it first")
    assert chosen(robin) == list(CHOSEN)
    assert not robin.can_press("Back")
    robin.presses("1. ")
    robin.presses("Park it")
    assert chosen(robin) == list(CHOSEN[1:])
    robin.presses("+ Is it the heart?")
    robin.presses("Ask it this time")
    assert chosen(robin) == [*CHOSEN[1:], CHOSEN[0]]


def test_a_question_taken_off_comes_back(journey: Journey) -> None:
    robin = with_three(journey)
    robin.presses("2. What next?")
    robin.presses("Take it off")
    assert chosen(robin) == [CHOSEN[0], CHOSEN[2]]
    robin.presses("Bring it back")
    robin.sees("• What next?")


def test_the_same_question_is_kept_once_and_each_line_is_one(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/questions")
    robin.says("- Is it the heart?\n\n- What next?")
    assert chosen(robin) == ["Is it the heart?", "What next?"]
    robin.says("is it the  heart")
    robin.sees("on your list already")
    robin.says("/questions Should I drive?")
    robin.sees("3. Should I drive?")


def test_ideas_come_few_at_a_time_with_why_and_are_not_offered_twice(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/questions")
    robin.presses("Ideas")
    robin.presses("Medicines")
    first = robin.sees("Worth asking").plain.splitlines()[1].removeprefix("1. ")
    robin.presses("Why 1")
    robin.sees("You will know what to look for")
    robin.presses("Add 1")
    robin.sees("Kept for this visit. Is there something else?")
    robin.does_not_see(first)
    robin.presses("Other ideas")
    robin.sees("Worth asking")
    robin.presses("My list")
    robin.sees(f"1. {first}")
    robin.presses("That is all")
    robin.sees("To ask at your next visit")


def test_what_was_chosen_before_goes_to_the_visit_and_waits_for_the_next_when_it_is_cancelled(
    journey: Journey,
) -> None:
    robin = with_three(journey)
    robin.says("stop")
    robin.says("appt with dr wu march 20 2pm")
    robin.sees("3 of 3 questions chosen")
    robin.presses("Choose questions")
    robin.sees("To ask Dr Wu, Friday 20 March, 2:00 pm")
    robin.presses("1. ")
    robin.presses("Park it")
    robin.says("/visits")
    robin.presses("Fri 20 Mar")
    robin.presses("Cancel visit")
    robin.says("/questions")
    robin.sees("To ask at your next visit")
    assert not robin.can_press("1. ")
    robin.sees("What next?")


def test_a_button_of_a_question_that_is_gone_is_met_kindly(journey: Journey) -> None:
    robin = with_three(journey)
    old = robin.screen[-1]
    data = next(b.press for b in old.buttons if b.label.startswith("2. "))
    robin.says("stop")
    robin.press_data(data, old)
    robin.sees("earlier question")
    robin.press_data("/questions:0000000000000000:restore", old)
    robin.sees("1. Is it the heart?")


def test_foggy_the_list_is_buttons_on_one_screen(journey: Journey) -> None:
    robin = with_three(journey)
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/questions")
    shown = robin.sees("To ask")
    assert len(shown.plain) < 80
    assert [b.label for b in shown.buttons[:3]] == [f"{n}. {text}" for n, text in enumerate(CHOSEN, start=1)]


def test_what_is_parked_becomes_a_message_with_nothing_around_it(journey: Journey) -> None:
    robin = with_three(journey)
    assert not robin.can_press("as a message")
    robin.says("Is <b>5 mg</b> & tea fine?")
    robin.says("\n".join(f"Question number {n} of many that can wait a while, is it not?" for n in range(12)))
    robin.says("/questions")
    robin.presses("Parked ones as a message")
    robin.sees("How long may it be?")
    robin.presses("Short")
    robin.sees("did not fit")
    message = robin.screen[-1]
    assert message.buttons == []
    assert len(message.plain) <= 500
    assert message.plain.startswith("Hello,")
    assert "Is <b>5 mg</b> & tea fine?" in message.plain
    assert not any(text in message.plain for text in CHOSEN)
    robin.presses("Another length")
    robin.presses("Long")
    assert 500 < len(robin.screen[-1].plain) <= 2_000


def test_a_message_of_nothing_is_met_kindly(journey: Journey) -> None:
    robin = journey.patient()
    robin.press_data("/questions::message", robin.screen[-1])
    robin.presses("Middle")
    robin.sees("No question is parked right now")


def test_what_is_asked_of_the_bot_or_tells_how_a_night_was_is_no_question_for_the_doctor(
    journey: Journey,
) -> None:
    robin = journey.patient()
    robin.says("/questions")
    robin.says("remind me to ask about the dose")
    robin.says("bad night. 2 hrs sleep, fog")
    robin.sees("Sleep: 2 hrs sleep")
    robin.says("had a rough night, 3 hrs")
    robin.sees("Sleep: ")
    robin.says("can you remind me how to take it?")
    robin.says("remind me to take topiramate at 9pm")
    robin.sees("topiramate")
    assert chosen(robin) == ["remind me to ask about the dose", "can you remind me how to take it?"]
