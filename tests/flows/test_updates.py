"""What is kept can be undone, fixed, added to and corrected; the card changes in its place, and no word is lost."""

from datetime import timedelta

import pytest

from bot.domain import journal
from bot.flows import corrections
from bot.flows.turn import Turn
from tests.support.journey import Journey, Patient, Shown


def entry_of(someone: Patient) -> journal.Entry:
    (entry,) = (entry for kept in someone.store() for entry in kept.journal.history())
    return entry


def entries_of(someone: Patient) -> list[journal.Entry]:
    return [entry for kept in someone.store() for entry in kept.journal.history()]


def symptoms(entry: journal.Entry) -> dict[str, int | str | None]:
    return {s.name: "no" if s.negated else s.severity for s in entry.reading.symptoms}


def logs(journey: Journey, text: str) -> tuple[Patient, int, Shown]:
    robin = journey.patient()
    message_id = robin.says(text)
    return robin, message_id, robin.sees("Kept")


def test_undo_takes_it_out_of_the_log_and_bring_it_back_puts_it_in_again(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 7")
    robin.presses("Undo")
    assert robin.sees("Removed").id == card.id
    assert entries_of(robin) == []
    robin.presses("Bring it back")
    assert robin.sees("Migraine: 7 of 10").id == card.id
    assert symptoms(entry_of(robin)) == {"migraine": 7}


def test_undo_twice_and_bring_back_twice_do_no_harm(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 7")
    undo = next(b.press for b in card.buttons if b.label == "Undo")
    robin.press_data(undo, card)
    robin.press_data(undo, card)
    robin.sees("Removed")
    back = card.buttons[0].press
    robin.press_data(back, card)
    robin.press_data(back, card)
    assert len(entries_of(robin)) == 1


def test_buttons_of_an_entry_long_gone_say_so(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 7")
    for flow in ("undo_update", "fix_update", "add_to_update"):
        robin.press_data(f"/{flow}:0123456789abcdef", card)
        robin.sees("no longer there")
    assert len(entries_of(robin)) == 1


def test_reply_with_another_number_rates_the_one_that_stood_at_it(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8, nausea 3")
    robin.says("that was 6, not 8", reply_to=card)
    assert robin.sees("Migraine: 6 of 10").id == card.id
    assert symptoms(entry_of(robin)) == {"migraine": 6, "nausea": 3}
    assert entry_of(robin).note == ""


def test_a_bare_number_is_read_with_the_small_words_people_put_around_it(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8, nausea")
    said = {
        "6": 6,
        "sorry, 5": 5,
        "more like a 4 out of 10": 4,
        "not 4, 3": 3,
        "it\u2019s 7 rather than 3": 7,
        "should be 10/10": 10,
        "0": 0,
    }
    for text, severity in said.items():
        robin.says(text, reply_to=card)
        assert symptoms(entry_of(robin)) == {"migraine": severity, "nausea": None}, text
    assert entry_of(robin).note == ""


def test_a_number_that_counts_something_else_is_no_severity(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8")
    for text in ("5 cups of coffee", "between 5 and 6 perhaps", "lasted 3 hours", "5%", "4.5"):
        robin.says(text, reply_to=card)
        assert symptoms(entry_of(robin))["migraine"] == 8, text


def test_bare_number_for_two_rated_symptoms_asks_which(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8, nausea 3")
    robin.says("actually 5", reply_to=card)
    robin.sees("Which one was 5?")
    robin.presses("nausea")
    robin.sees("Nausea: 5 of 10")
    assert symptoms(entry_of(robin)) == {"migraine": 8, "nausea": 5}


@pytest.mark.parametrize(
    "said", ["no it was 8", "sorry 8", "oops i meant 8", "actually 8/10", "no, 8 not 6", "it was 8 not 6"]
)
def test_a_number_taken_back_at_once_corrects_the_last_entry(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says("migraine 6")
    robin.says(said)
    (entry,) = robin.entries()
    assert [(s.name, s.severity) for s in entry.reading.symptoms] == [("migraine", 8)]


def test_a_number_taken_back_is_looked_for_in_the_entry_that_had_it(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7, took suma")
    robin.says("neck 4 as well")
    robin.says("actually it was 6 not 7")
    told = {s.name: s.severity for entry in robin.entries() for s in entry.reading.symptoms}
    assert told == {"migraine": 6, "neck pain": 4}


@pytest.mark.parametrize(
    "said", ["change 7 to 5", "change it from 7 to 5", "7 should be 5", "that 7 should be a 5"]
)
def test_a_number_is_changed_to_another_in_so_many_words(journey: Journey, said: str) -> None:
    robin = journey.patient()
    robin.says("migraine 7 and nausea 4")
    robin.says(said)
    (entry,) = robin.entries()
    assert symptoms(entry) == {"migraine": 5, "nausea": 4}


def test_for_an_update_that_takes_nothing_back_no_earlier_one_is_opened(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = journey.patient()
    robin.says("migraine 6")

    def opened(_: Turn) -> list[journal.Entry]:
        raise AssertionError("earlier entries were opened")

    monkeypatch.setattr(corrections, "just_told", opened)
    robin.says("nausea 4 since lunch, took suma")
    assert len(robin.entries()) == 2


def test_how_long_stands_beside_what_lasted_and_nowhere_else(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine for 3 days")
    robin.sees("For: 3 days")
    robin.says("receptionist said no appointments for a month")
    robin.does_not_see("For: a month")


def test_that_was_yesterday_moves_what_was_just_told(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("that was yesterday")
    (entry,) = robin.entries()
    assert entry.at == journey.now - timedelta(days=1)
    robin.says("that was the last time i ate cheese")
    assert len(robin.entries()) == 2


def test_what_is_told_at_a_question_of_buttons_is_kept(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("pain clinic next tuesday 2.30")
    robin.sees("which one do you mean?")
    robin.says("they said insurance wont cover my infusion")
    assert entry_of(robin).text == "they said insurance wont cover my infusion"
    robin.sees("which one do you mean?")


def test_a_medicine_taken_back_at_once_is_the_other_one(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("took ibuprofen")
    robin.says("sorry, not ibuprofen, naproxen")
    (entry,) = robin.entries()
    assert [m.name for m in entry.reading.medications] == ["naproxen"]


@pytest.mark.parametrize(
    "said", ["no pain 0", "no nausea today", "sorry, nausea 4 too", "no migraine anymore"]
)
def test_what_begins_with_no_and_tells_something_new_is_an_update_of_its_own(
    journey: Journey, said: str
) -> None:
    robin = journey.patient()
    robin.says("migraine 6")
    robin.says(said)
    assert len(robin.entries()) == 2


@pytest.mark.parametrize(
    ("told", "said", "where"),
    [
        ("hand pain 6", "it was the left hand mostly", "left hand"),
        ("knees 5 today", "only the left one", "left knee"),
        ("hip pain 4", "right side actually", "right hip"),
        ("left knee 5", "sorry the right one, not the left", "right knee"),
        ("foot pain 3", "both feet", "both foot"),
        ("knee 5 and swollen", "the right knee only", "right knee"),
        ("knee pain 5", "no, left", "left knee"),
    ],
)
def test_a_side_told_at_once_corrects_where_it_was(
    journey: Journey, told: str, said: str, where: str
) -> None:
    robin, _, _ = logs(journey, told)
    robin.says(said)
    assert {symptom.body_part for symptom in entry_of(robin).reading.symptoms} == {where}


@pytest.mark.parametrize(
    "said", ["right", "that's right", "left work early", "the left hip 4", "left ear blocked", "right then"]
)
def test_what_names_another_place_or_only_agrees_moves_nothing(journey: Journey, said: str) -> None:
    robin, _, _ = logs(journey, "knee pain 5")
    robin.says(said)
    assert "knee" in [s.body_part for kept in entries_of(robin) for s in kept.reading.symptoms]


def test_the_card_names_both_of_a_pair_in_the_plural(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("both hands sore 6")
    robin.sees("Hand pain, both hands: 6 of 10")


def test_what_is_taken_back_much_later_corrects_nothing(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 6")
    journey.now += timedelta(minutes=20)
    robin.says("no it was 8")
    assert [s.severity for e in robin.entries() for s in e.reading.symptoms if s.name == "migraine"] == [6]


def test_reply_no_nausea_marks_it_absent(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8 and nausea")
    robin.says("no nausea", reply_to=card)
    robin.sees("No nausea")
    assert symptoms(entry_of(robin)) == {"migraine": 8, "nausea": "no"}


def test_reply_not_this_but_that_renames_and_keeps_how_bad_it_was(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8, took ibuprofen 400 mg")
    robin.says("not migraine, tension headache", reply_to=card)
    assert symptoms(entry_of(robin)) == {"tension headache": 8}
    robin.says("not ibuprofen, naproxen", reply_to=card)
    (medicine,) = entry_of(robin).reading.medications
    assert (medicine.name, medicine.dose, medicine.status) == ("naproxen", None, "taken")


def test_reply_with_a_day_moves_the_entry_and_keeps_the_hour(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8")
    robin.says("it was yesterday", reply_to=card)
    assert robin.sees("Sunday 1 March").id == card.id
    assert entry_of(robin).at == journey.now - timedelta(days=1)
    assert entry_of(robin).recorded_at == journey.now


def test_reply_with_a_new_symptom_adds_it(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8")
    robin.says("and dizzy 4", reply_to=card)
    assert symptoms(entry_of(robin)) == {"migraine": 8, "dizziness": 4}
    assert entry_of(robin).note == "and dizzy 4"


def test_reply_that_is_not_understood_is_kept_as_a_note(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8")
    robin.says("like the one at my sister's place", reply_to=card)
    robin.sees("like the one at my sister's place")
    assert entry_of(robin).note == "like the one at my sister's place"
    assert symptoms(entry_of(robin)) == {"migraine": 8}


def test_a_number_off_the_scale_changes_no_severity_and_is_kept(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8")
    robin.says("that was 11", reply_to=card)
    assert symptoms(entry_of(robin)) == {"migraine": 8}
    assert entry_of(robin).note == "that was 11"


def test_reply_to_a_removed_entry_makes_a_new_one(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 8")
    robin.presses("Undo")
    robin.says("nausea 3", reply_to=card)
    assert symptoms(entry_of(robin)) == {"nausea": 3}


def test_edit_of_the_message_is_read_anew_in_the_same_entry(journey: Journey) -> None:
    robin, message_id, card = logs(journey, "migrane 8")
    before = entry_of(robin)
    journey.now += timedelta(minutes=3)
    robin.edits(message_id, "sore throat 3")
    assert robin.sees("Sore throat: 3 of 10").id == card.id
    after = entry_of(robin)
    assert (after.id, after.at, after.text) == (before.id, before.at, "sore throat 3")
    assert symptoms(after) == {"sore throat": 3}


def test_edit_keeps_what_was_added_to_the_entry(journey: Journey) -> None:
    robin, message_id, _ = logs(journey, "migraine 8")
    robin.presses("Add")
    robin.says("took suma 50")
    robin.edits(message_id, "migraine 6")
    entry = entry_of(robin)
    assert symptoms(entry) == {"migraine": 6}
    assert [m.name for m in entry.reading.medications] == ["sumatriptan"]


def test_edit_of_a_message_that_is_no_entry_gets_a_kind_line_and_keeps_nothing(journey: Journey) -> None:
    robin = journey.patient()
    robin.edits(4711, "hello")
    robin.sees("not in your log")
    assert entries_of(robin) == []


def test_edit_that_may_be_an_emergency_shows_the_number_and_is_kept(journey: Journey) -> None:
    robin = journey.patient()
    robin.edits(4711, "crushing chest pain and I can't breathe")
    assert "now" in robin.news[0].plain
    assert [entry.text for entry in entries_of(robin)] == ["crushing chest pain and I can't breathe"]


def test_fix_rates_a_symptom(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine, nausea")
    robin.presses("Fix")
    robin.presses("nausea")
    robin.presses("How bad")
    robin.presses("4")
    assert robin.sees("Nausea: 4 of 10").id == card.id
    assert symptoms(entry_of(robin)) == {"migraine": None, "nausea": 4}


def test_fix_teaches_the_patients_own_word(journey: Journey) -> None:
    robin, _, _ = logs(journey, "migraine 7")
    robin.presses("Fix")
    robin.presses("migraine")
    robin.presses("something else")
    robin.says("Ice Pick")
    robin.sees("Ice pick: 7 of 10")
    robin.says("migraine 5")
    robin.sees("Ice pick: 5 of 10")
    robin.says("ice pick 4")
    robin.sees("Ice pick: 4 of 10")


def test_fix_can_deny_and_take_off(journey: Journey) -> None:
    robin, _, _ = logs(journey, "migraine 7, nausea")
    robin.presses("Fix")
    robin.presses("nausea")
    robin.presses("did not have")
    robin.sees("No nausea")
    robin.presses("Fix")
    robin.presses("nausea")
    robin.presses("I did have this")
    robin.presses("Fix")
    robin.presses("migraine")
    robin.presses("Take it off")
    assert symptoms(entry_of(robin)) == {"nausea": None}


def test_fix_changes_a_medicine(journey: Journey) -> None:
    robin, _, _ = logs(journey, "migraine 7, took ibuprofen 200 mg")
    robin.presses("Fix")
    robin.presses("ibuprofen")
    robin.presses("Another name or dose")
    robin.says("naproxen 500mg")
    robin.sees("Took: naproxen 500 mg")
    robin.presses("Fix")
    robin.presses("naproxen")
    robin.presses("did not take")
    robin.sees("Did not take: naproxen 500 mg")
    (medicine,) = entry_of(robin).reading.medications
    assert medicine.taken is False


def test_whole_message_typed_at_fix_takes_the_place_of_everything(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 7")
    robin.says("zigzags", reply_to=card)
    robin.presses("Fix")
    robin.says("nausea 3")
    entry = entry_of(robin)
    assert (entry.text, entry.note, symptoms(entry)) == ("nausea 3", "", {"nausea": 3})


def test_fix_when_refuses_what_is_still_to_come(journey: Journey) -> None:
    robin, _, _ = logs(journey, "migraine 7")
    robin.presses("Fix")
    robin.presses("When")
    robin.says("tomorrow at 5 pm")
    robin.sees("still to come")
    robin.says("yesterday at 5 pm")
    robin.sees("Sunday 1 March, 5:00 pm")


def test_fix_shows_the_entry_as_it_is_where_the_symptom_changed_meanwhile(journey: Journey) -> None:
    robin, message_id, _ = logs(journey, "migraine 7")
    robin.presses("Fix")
    robin.presses("migraine")
    robin.edits(message_id, "nausea 3")
    robin.presses("Take it off")
    assert symptoms(entry_of(robin)) == {"nausea": 3}


def test_add_keeps_words_and_a_photo_with_the_entry(journey: Journey) -> None:
    robin, _, card = logs(journey, "migraine 7")
    robin.presses("Add")
    robin.sends_photo("rash on my arm")
    robin.sees("Is there something else?")
    robin.says("took suma 50")
    robin.sees("One file kept with it")
    entry = entry_of(robin)
    assert len(entry.attachments) == 1
    assert set(symptoms(entry)) == {"migraine", "rash"}
    assert [m.dose for m in entry.reading.medications] == ["50 mg"]
    assert len([shown for shown in robin.screen if "Kept" in shown.plain]) == 1
    assert card.plain.startswith("Kept")


def test_photo_with_nothing_open_is_an_entry_of_its_own(journey: Journey) -> None:
    robin = journey.patient()
    robin.sends_photo()
    robin.sees("One file kept with it")
    assert entry_of(robin).text == ""


def test_long_gap_is_met_with_good_to_hear_from_you(journey: Journey) -> None:
    robin, _, _ = logs(journey, "migraine 7")
    journey.now += timedelta(days=5)
    robin.says("nausea")
    robin.sees("Good to hear from you.")


def test_what_is_typed_long_after_a_question_that_was_left_is_told_anew(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("doctor rolled his eyes at me")
    robin.presses("Words for this")
    robin.sees("Which is closest?")
    journey.now += timedelta(minutes=40)
    robin.says("that went well actually")
    robin.sees("Kept")
    robin.says("next appointment in 3 months")
    assert [entry.text for entry in robin.entries()][1:2] == ["that went well actually"]


def test_a_correction_that_was_opened_and_left_takes_no_later_message(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.presses("Fix")
    journey.now += timedelta(hours=5)
    robin.says("knee 4")
    assert [entry.text for entry in robin.entries()] == ["migraine 7", "knee 4"]


def test_a_question_about_a_visit_waits_for_its_answer(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visits")
    robin.presses("Add")
    robin.sees("With whom")
    journey.now += timedelta(hours=5)
    robin.says("Dr Lee")
    robin.sees("When")


@pytest.mark.parametrize("typed", ["fatigue 7", "no it was 7, not 8", "make fatigue a 7"])
def test_a_part_that_is_typed_after_fix_leaves_the_rest_as_it_was(journey: Journey, typed: str) -> None:
    robin = journey.patient()
    robin.says("joints 6, fatigue 8, fog. took 400 ibuprofen")
    robin.presses("Fix")
    robin.says(typed)
    reading = entry_of(robin).reading
    assert {s.name: s.severity for s in reading.symptoms} == {
        "joint pain": 6,
        "fatigue": 7,
        "brain fog": None,
    }
    assert [m.name for m in reading.medications] == ["ibuprofen"]


def test_the_whole_message_typed_after_fix_takes_its_place(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("joints 6, fatigue 8")
    robin.presses("Fix")
    robin.says("hips 5, dizzy 3")
    assert {s.name for s in entry_of(robin).reading.symptoms} == {"hip pain", "dizziness"}


def test_a_medicine_of_yesterday_does_not_move_the_pain_of_today(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("rough one. joints 6, fatigue 8. mtx yesterday")
    assert entry_of(robin).at.date() == journey.now.date()
