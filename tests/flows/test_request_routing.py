"""What is asked of the bot itself in plain words is done, and what only sounds like it goes to the log."""

from datetime import timedelta

import pytest

from tests.support.journey import Journey


@pytest.mark.parametrize(
    "said", ["undo", "Delete that", "scratch that", "oops, wrong one", "delete my last entry"]
)
def test_what_was_just_kept_is_taken_back(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says(said)
    robin.sees("Removed from your log")
    assert robin.entries() == []
    robin.presses("Bring it back")
    assert [entry.text for entry in robin.entries()] == ["migraine 7"]


@pytest.mark.parametrize("said", ["fix that", "edit my last entry", "i made a mistake"])
def test_what_was_just_kept_is_put_right(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says(said)
    robin.sees("What is not right?")


def test_what_was_kept_long_ago_is_not_taken_back_by_a_word(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    journey.now += timedelta(hours=1)
    robin.says("delete that")
    assert [entry.text for entry in robin.entries()] == ["migraine 7", "delete that"]


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("cancel my appointment", "No visit is planned"),
        ("please move my neuro appointment to thursday", "No visit is planned"),
        ("change my reminder to 9", "Coming up"),
        ("turn off the 9am reminder", "Coming up"),
        ("what time is my next reminder", "Coming up"),
        ("show my reminders", "Coming up"),
        ("what should i ask the rheumatologist", "Type a question to add it"),
        ("what do i take", "Medicines now"),
        ("how do i delete an entry", "Type how things are"),
        ("set checkin to 8pm", "Settings"),
        ("my timezone is london", "Settings"),
        ("turn off check-ins", "Settings"),
        ("i can't read this, too much text", "How much can you read today?"),
        ("simpler please", "How much can you read today?"),
        ("what visits do i have", "No visit is planned"),
        ("do i have any appointments this week?", "No visit is planned"),
        ("show my appointments", "No visit is planned"),
        ("how many appts next week", "No visit is planned"),
        ("show me the summary", "Self-reported"),
        ("what are my cases", "No case is open"),
        ("cancel dr hussain", "No visit is planned"),
        ("wheres my page", "Self-reported"),
        ("can i have the pdf please", "Self-reported"),
        ("in the waiting room now", "Self-reported"),
        ("im at the rheumatologist's", "Self-reported"),
        ("about to go in", "Self-reported"),
        ("how do i print this", "Self-reported"),
        ("can my wife see this", "People you trust"),
        ("share this with my husband", "People you trust"),
        ("can you show my worst days", "Bad days"),
        ("how was january", "Thursday 1 January"),
        ("what do i say to the receptionist", "I am not sure what stands in the way"),
    ],
)
def test_a_request_opens_what_it_is_about(journey: Journey, said: str, seen: str) -> None:
    robin = journey.patient()
    robin.says(said)
    robin.sees(seen)
    assert robin.entries() == []


@pytest.mark.parametrize(
    "said", ["im in hospital", "the waiting room was packed", "waiting for dr wu to call back"]
)
def test_a_place_alone_is_no_wish_for_the_summary(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says(said)
    robin.sees("Kept")


@pytest.mark.parametrize(
    "said",
    [
        "whats the number for the crisis line",
        "suicide hotline",
        "is there a helpline i can call?",
        "who can i call",
    ],
)
def test_who_asks_for_a_number_to_call_gets_the_numbers(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says(said)
    robin.sees("988")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("question for dr: can i come off steroids", "can i come off steroids"),
        ("Question: is the infusion covered?", "is the infusion covered?"),
        ("need to ask dr lee about the steroid dose", "ask dr lee about the steroid dose"),
        ("ask dr wu about the new dose", "ask dr wu about the new dose"),
    ],
)
def test_a_question_told_in_passing_is_kept_and_leaves_nothing_open(
    journey: Journey, said: str, kept: str
) -> None:
    robin = journey.patient()
    robin.says(said)
    robin.sees(f"1. {kept}")
    robin.says("cancelled my appointment, too ill")
    assert [entry.text for entry in robin.entries()] == ["cancelled my appointment, too ill"]


@pytest.mark.parametrize(
    "said",
    [
        "cancelled my appointment, too ill",
        "they moved my appointment again",
        "cancel my appointment or not, headache 8 and took suma",
        "forget it, too tired",
        "forget it",
        "called the crisis line last year, it helped a bit then",
        "how do i feel about my data today, meh",
        "the letter was too long and my eyes hurt",
        "changed the dressing and stopped for a rest",
        "asked dr lee about steroids",
        "they asked me a question about my bowels",
    ],
)
def test_what_tells_something_is_kept(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says(said)
    assert [entry.text for entry in robin.entries()] == [said]


def test_who_asks_what_they_take_is_told_and_left_alone(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("what do i take")
    robin.sees("Not told yet")
    robin.presses("Add or change")
    robin.says("sertraline 50")
    robin.presses("Stop")
    robin.says("what do i take")
    robin.sees("sertraline 50")
    robin.says("gp says bloods normal but im still crawling to bed")
    assert [entry.text for entry in robin.entries()] == ["gp says bloods normal but im still crawling to bed"]


def test_a_sentence_at_the_list_of_medicines_is_asked_where_it_belongs(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history medicines")
    robin.says("cancelled my appointment, too ill today")
    robin.sees("Which part does it belong to?")
    robin.presses("Medicines now")
    robin.says("the little white pill")
    robin.sees("the little white pill")
