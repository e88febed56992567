"""Words a patient keeps: a star, their own wording, a line for a visit, all of it found again and taken back."""

import pytest

from bot.domain import kept_scripts
from bot.flows import visit_words_kept
from bot.flows.turn import Turn
from tests.support.journey import Journey, Patient, Shown

OWN = "I have been ill for two years. What is the next test?"


def kept(robin: Patient) -> list[kept_scripts.KeptScript]:
    return [each for store in robin.store() for each in store.kept_scripts.all()]


def a_card(robin: Patient, script: str = "labs_normal", view: str = "wp") -> Shown:
    """Open a script as a button of any age does."""
    robin.says("/say")
    robin.press_data(f"/say:{script}:{view}", robin.news[-1])
    return robin.news[-1]


def opened(robin: Patient, title: str) -> Shown:
    """Find a script by its moment and its topic."""
    for label in ("/say", "All topics", "More", "wait and see", title):
        robin.says(label) if label.startswith("/") else robin.presses(label)
    return robin.news[-1]


def lines_for(journey: Journey, robin: Patient, visit_id: str) -> tuple[str, ...]:
    people = journey.opened.patients
    with journey.opened.database.write() as connection:
        patient_id = people.find(connection, robin.telegram_id)
        opened = people.open(connection, patient_id) if patient_id else None
        assert opened
        turn: Turn = journey.turns._maker.make(opened, journey.now, journey.now)
        return visit_words_kept.lines(turn, visit_id)


@pytest.fixture
def robin(journey: Journey) -> Patient:
    return journey.patient()


def test_a_star_puts_words_into_the_list_and_a_second_press_takes_them_out(robin: Patient) -> None:
    card = a_card(robin)
    robin.presses("☆ Keep", on=card)
    assert [(each.source_id, each.favourite) for each in kept(robin)] == [("labs_normal", True)]
    robin.says("my favourite words")
    robin.presses("★ Normal labs, still ill")
    robin.presses("★ Kept")
    assert kept(robin) == []
    robin.says("/say my words")
    robin.sees("Nothing is kept yet")


def test_their_own_wording_stands_in_place_with_the_first_one_tap_away(robin: Patient) -> None:
    card = a_card(robin)
    first = card.plain
    robin.presses("More", on=card)
    robin.presses("Put it my way", on=card)
    robin.says(OWN)
    own = robin.sees("In your words")
    assert f"“{OWN}”" in own.plain
    robin.presses("The first wording", on=own)
    assert OWN not in own.plain
    robin.presses("Firm", on=own)
    assert "The first wording" in own.plain
    robin.presses("My wording", on=own)
    assert OWN in own.plain
    robin.presses("More", on=own)
    robin.presses("Send as plain text", on=own)
    assert robin.screen[-1].plain == OWN
    assert robin.screen[-1].buttons == []
    robin.presses("The first wording", on=own)
    robin.presses("Drop my wording", on=own)
    assert OWN not in own.plain
    assert [(each.text, each.favourite) for each in kept(robin)] == [("", True)]
    assert first.splitlines()[0] in own.plain


def test_an_update_typed_where_wording_was_asked_for_is_kept_as_an_update(robin: Patient) -> None:
    card = a_card(robin)
    robin.presses("More", on=card)
    robin.presses("Put it my way", on=card)
    robin.says("migraine 7, took ibuprofen")
    robin.sees("Migraine: 7 of 10")
    robin.sees("How would you say it?")
    robin.says("I took topiramate for 8 weeks and it failed. What is next?")
    robin.sees("In your words")
    assert len(robin.entries()) == 1


@pytest.mark.parametrize("said", ["Why was it denied?", "thank you", "Can you remind me which rule it was?"])
def test_what_is_an_answer_there_is_no_question_to_the_bot(robin: Patient, said: str) -> None:
    robin.press_data("/say::own", robin.screen[-1])
    robin.says(said)
    robin.sees("Kept in your words")
    assert [(each.text, each.source) for each in kept(robin)] == [(said, "own")]


def test_the_tone_is_remembered_for_the_next_words(robin: Patient) -> None:
    robin.presses("Firm", on=a_card(robin))
    assert "✓ Firm" in [b.label for b in opened(robin, "Told to wait").buttons]
    robin.says("/energy foggy")
    short = opened(robin, "Told to wait")
    robin.presses("More words", on=short)
    assert "✓ Firm" in [b.label for b in short.buttons]


def test_words_go_onto_the_visit_that_is_picked_and_stand_there_in_one_line(
    journey: Journey, robin: Patient
) -> None:
    robin.says("dr wu march 20 2pm")
    robin.says("stop")
    robin.says("dr lee march 27 2pm")
    robin.says("stop")
    card = a_card(robin)
    robin.presses("Add to my visit", on=card)
    robin.sees("For which visit?")
    robin.presses("Fri 27 Mar, Dr Lee")
    robin.sees("Kept for Fri 27 Mar, Dr Lee.")
    visits = {v.with_whom: v.id for store in robin.store() for v in store.visits.planned(journey.now)}
    (line,) = lines_for(journey, robin, visits["Dr Lee"])
    assert line.startswith("Words: “")
    assert lines_for(journey, robin, visits["Dr Wu"]) == ()
    robin.says("my words")
    robin.presses("📅")
    robin.sees("For Fri 27 Mar, Dr Lee")
    robin.presses("Take it off")
    robin.sees("can't be brought back")
    robin.presses("Take it off")
    robin.sees("Taken off")
    assert lines_for(journey, robin, visits["Dr Lee"]) == ()


def test_what_was_kept_outlives_its_visit_and_the_list_has_pages(robin: Patient, journey: Journey) -> None:
    for number in range(8):
        robin.press_data("/say::own", robin.screen[-1])
        robin.says(f"Could you tell me the answer to number {number}?")
    robin.says("my words")
    seen = [b.label for b in robin.news[-1].buttons]
    robin.presses("More")
    seen += [b.label for b in robin.news[-1].buttons]
    assert len([label for label in seen if label.startswith("★")]) == 8
    journey.restart()
    robin.says("my words")
    robin.presses("★ Could you")
    robin.presses("Change it")
    robin.says("Could you please tell me?")
    robin.sees("Could you please tell me?")
    assert len(kept(robin)) == 8


def test_there_is_no_tone_no_visit_and_no_practice_for_harm(robin: Patient) -> None:
    robin.says("dr wu march 20 2pm")
    robin.says("stop")
    card = a_card(robin, "hurt_during_exam")
    labels = {b.label for b in card.buttons}
    assert not labels & {"Add to my visit", "Practice it", "Soft", "Firm", "Open a case"}
    for choice in ("vp", "qp", "tf"):
        robin.press_data(f"/say:hurt_during_exam:{choice}", card)
    assert kept(robin) == []
    assert not any(q for store in robin.store() for q in store.questions.open())
    robin.presses("☆ Keep", on=card)
    assert card.plain.startswith("If you're bleeding, faint or in danger, get help now")
    assert [each.tone for each in kept(robin)] == ["plain"]


def test_a_long_record_of_harm_is_kept_whole(robin: Patient) -> None:
    told = ("At 2 pm he held my arm down. I said stop. " * 100)[:4_000].strip()
    robin.presses("Write down what happened", on=a_card(robin, "hurt_during_exam"))
    robin.says(told)
    robin.sees("word for word")
    assert [entry.text for entry in robin.entries()] == [told]


@pytest.mark.parametrize(
    "data", ["/say:0000000000000000:k-show", "/say:0000000000000000:k-gone", "/say:0000000000000000:k-edit"]
)
def test_a_button_of_words_that_are_gone_is_met_kindly(robin: Patient, data: str) -> None:
    robin.press_data(data, robin.screen[-1])
    robin.sees("no longer kept")
    robin.presses("My words")
    robin.sees("Nothing is kept yet")


def test_words_lead_to_a_case_a_reminder_and_a_rehearsal(robin: Patient) -> None:
    for script, way, then in (
        ("treatment_denied", "Practice it", "It was not approved"),
        ("treatment_denied", "Open a case", "case"),
        ("referral_slow", "Remind me", "When"),
    ):
        card = a_card(robin, script)
        robin.presses("More", on=card)
        robin.presses(way, on=card)
        robin.sees(then)
        robin.says("stop")


def test_from_a_visit_come_the_words_for_the_room(robin: Patient) -> None:
    robin.says("dr wu march 20 2pm")
    robin.says("stop")
    visit_id = next(v.id for store in robin.store() for v in store.visits.all())
    robin.press_data(f"/say:{visit_id}:visit", robin.screen[-1])
    robin.sees("What is in the way?")
