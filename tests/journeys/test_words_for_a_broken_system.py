"""Words when the system is in the way, as patients ask for them: told, picked, interrupted, and after harm."""

from collections.abc import Iterator

import pytest

from tests.support.journey import Journey, Patient, Shown

DENIED = "my insurance denied my mri"
BACK = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK} Back"
HURT = "they laughed at me and the doctor grabbed my arm"
STEPS: dict[str, tuple[str, ...]] = {
    "say what": ("/say",),
    "say fits": ("/say", DENIED),
    "say fits harm": ("/say", HURT),
    "say barrier": ("/say", "[On the phone]"),
    "say script": ("/say", "[On the phone]", "[Insurance said no]"),
    "say note": ("/say", HURT, "[Mocked]", "[Write down]"),
    "why topic": ("/why", "[More]"),
}


def walk(robin: Patient, path: tuple[str, ...]) -> Shown:
    """Go to a step; give the question that stands there."""
    for each in path:
        if each.startswith("["):
            robin.presses(each.strip("[]"))
        else:
            robin.says(each)
    return robin.news[-1]


def everywhere(journey: Journey) -> Iterator[tuple[Patient, Shown]]:
    """Bring somebody new to each step; give them and the question that stands there."""
    for name, path in STEPS.items():
        robin = journey.patient(name)
        yield robin, walk(robin, path)


def test_stop_ends_any_step_and_its_old_buttons_are_met_kindly(journey: Journey) -> None:
    for robin, asked in everywhere(journey):
        old = [b.press for b in asked.buttons if not b.press.startswith("/")]
        robin.presses("Stop", on=asked)
        robin.sees("Stopped")
        robin.press_data(old[0], asked)
        robin.sees("earlier question")
        robin.says("migraine 7")
        robin.sees("Migraine: 7 of 10")


def test_a_restart_at_any_step_loses_nothing(journey: Journey) -> None:
    waiting = list(everywhere(journey))
    journey.restart()
    for robin, asked in waiting:
        if len(asked.buttons) > 1:
            robin.press_data(asked.buttons[0].press, asked)
        else:
            robin.says("He held my arm down.")
        robin.does_not_see("earlier question")
        assert robin.news, robin.name


def test_an_update_in_the_middle_of_any_step_is_kept_and_the_question_stands_again(journey: Journey) -> None:
    for robin, asked in everywhere(journey):
        question, before = asked.plain, len(robin.entries())
        robin.says("migraine 7, took ibuprofen")
        robin.sees("Migraine: 7 of 10")
        assert len(robin.entries()) == before + 1, robin.name
        if robin.name != "say note":  # there it is the note itself
            robin.sees(question)
            first = robin.news[-1].buttons[0]
            robin.press_data(first.press, robin.news[-1])
            robin.does_not_see("earlier question")


def test_whatever_else_comes_at_any_step_is_met(journey: Journey) -> None:
    for robin, _ in everywhere(journey):
        robin.says("<b>flibber</b> & co")
        assert robin.news[-1].buttons, robin.name
        robin.says("chest pain, can't breathe, left arm numb")
        robin.sees("911")
        robin.says("/log")
        robin.presses("Stop")
        robin.sees("Stopped")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("dr lee on march 20 at 2:15", "Friday 20 March"),
        ("remind me to call them on friday at 9", "Friday 6 March"),
        ("why does prior auth exist", "What a prior auth is"),
        ("thanks", "welcome"),
    ],
)
def test_what_is_no_description_goes_where_it_belongs(journey: Journey, said: str, answer: str) -> None:
    robin = journey.patient()
    robin.says("/say")
    robin.says(said)
    robin.sees(answer)
    robin.does_not_see("What happened?")


def test_back_leads_through_every_step_to_the_first(journey: Journey) -> None:
    robin = journey.patient()
    walk(robin, STEPS["say script"])
    robin.presses(BACK)
    robin.sees("What is in the way?")
    robin.presses(BACK)
    robin.sees("What happened?")
    robin.says(DENIED)
    robin.presses("None of these")
    robin.sees("Tell me a bit more")


def test_a_denied_scan_from_an_update_to_the_phone_call(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("insurance denied my mri, i can't take this")
    robin.presses("Words for this")
    robin.sees("Insurance said no")
    robin.presses("Treatment denied")
    card = robin.sees("I'm calling about a denial")
    robin.presses("Firm", on=card)
    assert "I plan to appeal" in card.plain
    assert "I'm calling about" not in card.plain
    robin.presses("If they say", on=card)
    assert "It isn't medically necessary" in card.plain
    robin.presses("The words", on=card)
    assert "I plan to appeal" in card.plain
    robin.presses("More", on=card)
    robin.presses("Facts", on=card)
    assert "US, looked up November 2026: https://www.healthcare.gov/" in card.plain
    robin.presses("The words", on=card)
    robin.presses("More", on=card)
    robin.presses("Send as plain text", on=card)
    copied = robin.screen[-1]
    assert copied is not card
    assert copied.buttons == []
    assert copied.plain.splitlines()[0] == "My insurance denied this treatment, and I plan to appeal."
    assert len(copied.plain.splitlines()) == 4
    robin.says("spoke with Anna at 3, ref 8841")
    robin.sees("Kept")


def test_words_become_a_question_once_and_the_fourth_is_parked(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("dr wu march 20 2pm")
    robin.says("/say what do i say, they told me my labs are normal")
    robin.presses("Normal labs, still ill")
    card = robin.news[-1]
    robin.presses("Add to my visit", on=card)
    robin.sees("Kept for Fri 20 Mar, Dr Wu.")
    robin.presses("Ask it as a question", on=card)
    robin.sees("Kept to ask at your visit")
    robin.presses("Plain", on=card)
    robin.presses("Add to my visit", on=card)
    robin.sees("You have these for Fri 20 Mar, Dr Wu already")
    robin.presses("Ask it as a question", on=card)
    robin.sees("on your list already")
    robin.says("/questions")
    robin.sees("1. What's off the list now, what's still on it, and what comes next?")
    for text in ("Is it the heart?", "Who decides?"):
        robin.says(text)
    robin.presses("Soft", on=card)
    robin.presses("Add to my visit", on=card)
    robin.presses("Ask it as a question", on=card)
    robin.sees("Kept with your parked questions")
    robin.presses("My questions", on=card)
    robin.sees("3. Who decides?")


def test_what_is_meant_for_the_insurer_does_not_take_a_place_at_the_visit(journey: Journey) -> None:
    robin = journey.patient()
    robin.says(f"/say {DENIED}")
    robin.presses("Treatment denied")
    robin.presses("Add to my visit")
    robin.sees("Kept under My words")
    robin.presses("Ask it as a question")
    robin.sees("Kept with your parked questions")
    assert [(q.place, q.state) for store in robin.store() for q in store.questions.open()] == [(None, "open")]


def test_somebody_hurt_is_met_with_safety_and_nothing_that_softens(journey: Journey) -> None:
    robin = journey.patient()
    robin.says(HURT)
    robin.presses("Words for this")
    offered = robin.sees("If you are in danger now")
    labels = [b.label for b in offered.buttons]
    assert "Urgent numbers" in labels
    robin.presses("Mocked or humiliated")
    card = robin.news[-1]
    assert [b.label for b in card.buttons][:2] == ["Urgent numbers", "Write down what happened"]
    assert not {"Soft", "Plain", "✓ Plain", "Firm", "Add to my visit"} & {b.label for b in card.buttons}
    robin.presses("Write down what happened", on=card)
    robin.says("At 2 pm the doctor laughed and said I was making it up. The nurse was there.")
    robin.sees("word for word, with the date and time")
    assert robin.entries()[-1].text.startswith("At 2 pm the doctor laughed")
    robin.presses("Urgent numbers", on=card)
    robin.sees("911")


def test_what_was_told_of_harm_is_kept_on_a_tap_and_only_once(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/say")
    robin.says(HURT)
    assert robin.entries() == []
    robin.presses("Keep what I wrote")
    robin.sees("word for word")
    assert not robin.can_press("Keep what I wrote")
    assert [entry.text for entry in robin.entries()] == [HURT]


def test_beside_harm_nothing_else_is_offered_until_it_does_not_fit(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/say he called me a drug seeker")
    robin.sees("You did nothing wrong")
    assert not robin.can_press("Called drug-seeking")
    robin.presses("None of these")
    robin.presses("Called drug-seeking")
    robin.sees("relief so that I can function")
    assert robin.can_press("✓ Plain")
    robin.presses("More")
    robin.sees("Write down")


def test_harm_as_a_second_guess_is_one_tap_away_and_then_stands_alone(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/say they made me feel small and refused to treat me")
    robin.does_not_see("You did nothing wrong")
    robin.presses("Someone hurt me")
    robin.sees("You did nothing wrong")
    assert not robin.can_press("It's stress")


def test_a_description_that_also_tells_how_it_is_stays_in_the_log(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/say")
    robin.says("pain 8 and the doctor said it's just stress")
    robin.sees("Pain: 8 of 10")
    robin.sees("Which is closest?")
    assert len(robin.entries()) == 1


def test_on_a_foggy_day_one_line_is_enough(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("insurance denied my mri, it is urgent")
    robin.presses("Words for this")
    robin.presses("Denied, and it's urgent")
    card = robin.news[-1]
    assert card.plain == "“This is urgent. Please start a fast appeal today.”"
    robin.presses("Send as plain text", on=card)
    assert robin.screen[-1].plain == "This is urgent. Please start a fast appeal today."
    robin.presses("More words", on=card)
    assert "Waiting could hurt my health" in card.plain


def test_the_log_fills_the_blanks_and_the_patient_can_take_it_out(journey: Journey) -> None:
    robin = journey.patient()
    for text in ("took topiramate, migraine 6", "took topiramate", "took ibuprofen"):
        robin.says(text)
    robin.says("appt with dr wu march 20 2pm")
    robin.says("stop")
    robin.says("/say they make me try another drug first, step therapy")
    robin.presses("Told to try another first")
    card = robin.news[-1]
    assert "topiramate" in card.plain
    robin.presses("Leave my details out", on=card)
    assert "topiramate" not in card.plain
    assert "my medicine" in card.plain
    robin.presses("Firm", on=card)
    assert "topiramate" not in card.plain


def test_the_medicine_that_was_named_comes_before_the_one_most_logged(journey: Journey) -> None:
    robin = journey.patient()
    for text in ("took topiramate", "took topiramate"):
        robin.says(text)
    robin.says("cvs is out of stock of sumatriptan, no one has it")
    robin.presses("Words for this")
    robin.presses("Out of stock")
    card = robin.news[-1]
    said = ""
    for tone in ("Soft", "Firm", "Plain"):
        robin.presses(tone, on=card)
        said += card.plain
    assert "sumatriptan" in said
    assert "topiramate" not in said


def test_why_is_asked_in_words_and_leads_to_words_and_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("why does prior auth exist")
    robin.sees("What a prior auth is")
    robin.sees("Where the line is")
    assert robin.entries() == []
    card = robin.news[-1]
    robin.presses("More", on=card)
    assert "Where the line is" in card.plain
    robin.presses("What can I say", on=card)
    robin.sees("What is in the way?")
    robin.presses("Prior authorization")
    robin.presses("Still waiting for the OK")
    robin.presses("More")
    robin.presses("Why is it like this")
    robin.sees("Waiting for a prior auth")
    robin.presses("Other topics")
    robin.sees("What would you like to understand?")


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ("/say:gone_script:wp", "no longer here"),
        ("/say:treatment_denied:zz", "Treatment denied"),
        ("/say:wait_and_see:b0000000000000000", "Told to wait and see"),
        ("/say:gone_explainer:x", "no longer here"),
        ("/say:hurt_during_exam:vp", "Hurt during an exam"),
        ("/say:hurt_during_exam:ws", "You can stop at any point"),
        ("/why:gone_topic", "no page on that yet"),
        ("/why", "What would you like to understand?"),
    ],
)
def test_a_button_of_long_ago_is_met_kindly(journey: Journey, data: str, answer: str) -> None:
    robin = journey.patient()
    robin.says("/say")
    robin.press_data(data, robin.news[-1])
    found = [s for s in robin.news if answer in s.plain or any(answer in b.label for b in s.buttons)]
    assert found, robin.reading()
