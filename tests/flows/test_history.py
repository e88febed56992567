"""The history, told by a patient: in any order, a piece at a time, and every slip taken back."""

import pytest

from bot.domain import history
from tests.support.journey import Journey, Patient


def kept(patient: Patient, section: history.Section, *states: history.State) -> list[history.Item]:
    return [
        item
        for store in patient.store()
        for item in history.of_section(store.history.all(), section, *states)
    ]


def names(patient: Patient, section: history.Section, *states: history.State) -> list[str]:
    return [item.name for item in kept(patient, section, *states)]


def test_what_was_not_told_stands_apart_from_what_is_none(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    shown = robin.sees("Your history").plain
    assert "Not told yet: conditions, medicines now" in shown
    assert "None" not in shown
    robin.presses("Allergies")
    robin.sees("Not told yet.")
    robin.presses("None")
    robin.sees("None, as you told me.")
    robin.presses("All parts")
    shown = robin.sees("Your history").plain
    assert "None, as you told me: allergies" in shown
    assert "allergies" not in shown.partition("Not told yet")[2]
    assert robin.can_press("Allergies · none")
    robin.presses("Allergies")
    robin.says("latex - rash")
    robin.sees("Added: latex (rash)")
    assert names(robin, "allergy", "none") == []


def test_a_pasted_list_is_split_and_each_item_can_be_changed(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    robin.presses("Medicines now")
    robin.presses("Add")
    robin.says("- amitriptyline 25 at night\n- propranolol 40 twice a day")
    robin.sees("Added: amitriptyline 25 mg at night; propranolol 40 mg twice a day. Is there something else?")
    robin.presses("That is all")
    robin.presses("propranolol 40 mg")
    robin.presses("Dose, how often")
    robin.sees("propranolol: 40 mg twice a day")
    robin.says("80 mg in the morning")
    robin.sees("propranolol 80 mg in the morning")
    robin.presses("I stopped it")
    robin.sees("Why did it stop?")
    assert robin.can_press("side effects")
    robin.says("too tired")
    robin.sees("propranolol 80 mg in the morning, stopped: too tired")
    robin.presses("Back")
    robin.sees("Tried and stopped")
    assert names(robin, "medicine", "now") == ["amitriptyline"]
    assert [(i.name, i.why) for i in kept(robin, "medicine", "stopped")] == [("propranolol", "too tired")]


def test_what_was_removed_comes_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    robin.presses("More parts")
    robin.presses("Please don't")
    robin.says("please don't press on my belly")
    robin.sees("Added: press on my belly")
    robin.presses("press on my belly")
    robin.presses("Remove")
    robin.sees("Not told yet.")
    assert names(robin, "avoid") == []
    robin.presses("Bring back press")
    assert names(robin, "avoid") == ["press on my belly"]


def test_what_is_told_in_a_message_goes_into_the_history_and_undo_takes_both_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I stopped topiramate because of the brain fog")
    shown = robin.sees("In your history: topiramate, stopped: brain fog").plain
    assert "Kept" in shown
    assert len(robin.entries()) == 1
    robin.presses("Undo")
    assert names(robin, "medicine") == []
    assert robin.entries() == []
    robin.presses("Bring it back")
    robin.sees("In your history: topiramate, stopped: brain fog")
    assert names(robin, "medicine", "stopped") == ["topiramate"]


def test_undo_puts_a_medicine_back_as_it_was(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    robin.presses("Medicines now")
    robin.says("topiramate 50 twice a day since 2024")
    robin.says("stop")
    robin.says("stopped topiramate last week, brain fog")
    robin.sees("stopped last week, told 2 March 2026: brain fog")
    assert names(robin, "medicine", "now") == []
    robin.presses("Undo")
    (item,) = kept(robin, "medicine")
    assert (item.state, item.detail, item.since, item.why) == ("now", "50 mg twice a day", "2024", "")


def test_an_edit_of_the_message_corrects_the_history(journey: Journey) -> None:
    robin = journey.patient()
    sent = robin.says("I'm allergic to penicillin")
    robin.sees("In your history: allergic to penicillin")
    robin.edits(sent, "I'm allergic to amoxicillin")
    robin.sees("In your history: allergic to amoxicillin")
    assert names(robin, "allergy") == ["amoxicillin"]


def test_what_was_changed_by_hand_outlives_an_undo(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I'm allergic to penicillin")
    card = robin.sees("Kept")
    robin.says("what am I allergic to?")
    robin.presses("Add or change")
    robin.presses("penicillin")
    robin.presses("Reaction")
    robin.says("hives")
    robin.says("stop")
    robin.presses("Undo", on=card)
    assert [(i.name, i.detail) for i in kept(robin, "allergy")] == [("penicillin", "hives")]


def test_questions_ifs_others_and_missed_doses_change_nothing(journey: Journey) -> None:
    robin = journey.patient()
    for text in (
        "should I stop topiramate?",
        "if I stop topiramate it may come back",
        "my mom is allergic to penicillin",
        "missed my topiramate today",
        "stopped topiramate for 3 days before the scan",
    ):
        robin.says(text)
        robin.does_not_see("In your history")
    assert [item for store in robin.store() for item in store.history.all()] == []


def test_asking_opens_the_part(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("what am I allergic to?")
    robin.sees("Allergies")
    robin.says("show my history")
    robin.sees("Your history")
    robin.says("what have I tried")
    robin.sees("Tried and stopped")
    assert robin.entries() == []


@pytest.mark.parametrize(
    "asked", ["whats my history with allergies", "show me my allergies", "am i allergic to anything?"]
)
def test_asking_in_other_words_opens_it_too_and_keeps_nothing(journey: Journey, asked: str) -> None:
    robin = journey.patient()
    robin.says(asked)
    robin.sees("Allergies")
    assert robin.entries() == []


def test_what_an_allergy_does_is_no_symptom_of_today(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("allergic to penicillin, hives. migraine 6")
    robin.sees("allergic to penicillin (hives)")
    (entry,) = robin.entries()
    assert [(s.name, s.severity) for s in entry.reading.symptoms] == [("migraine", 6)]


def test_what_the_log_shows_is_offered_and_never_asked_twice(journey: Journey) -> None:
    robin = journey.patient()
    for _ in range(4):
        robin.says("migraine 6, took sumatriptan 50 mg, took ibuprofen 400")
        journey.wait(days=1)
    robin.says("/history")
    robin.sees("You have taken sumatriptan 4 times in the last 30 days. Add it to your medicines?")
    robin.presses("Yes, add it")
    assert names(robin, "medicine", "now") == ["sumatriptan"]
    robin.sees("You have taken ibuprofen 4 times")
    robin.presses("Not mine")
    robin.sees("You wrote about migraine on 4 days.")
    robin.presses("Later")
    robin.does_not_see("You wrote about")
    robin.says("/history")
    robin.sees("You wrote about migraine")
    robin.does_not_see("ibuprofen")
    robin.presses("Not mine")
    robin.says("/history")
    robin.does_not_see("You ")


def test_an_update_in_the_middle_is_kept_and_the_screen_comes_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    robin.presses("Conditions")
    robin.says("migraine 7, took suma")
    robin.sees("Kept")
    robin.sees("Conditions")
    assert names(robin, "condition") == []
    assert len(robin.entries()) == 1
    journey.restart()
    robin.says("POTS since 2021, asthma")
    robin.sees("Added: POTS, since 2021; asthma")
    robin.says("back")
    robin.sees("Your history")


def test_what_fits_no_part_is_asked_and_not_lost(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    robin.says("penicillin - hives")
    robin.sees("Which part does it belong to?")
    robin.presses("Allergies")
    robin.sees("penicillin (hives)")
    robin.says("/history I was diagnosed with POTS in 2021")
    robin.sees("POTS, since 2021")


def test_long_lists_come_a_page_at_a_time(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    robin.presses("More parts")
    robin.presses("What helps")
    robin.says("\n".join(f"thing number {n}" for n in range(1, 13)))
    robin.presses("More")
    shown = robin.sees("thing number 12")
    assert "thing number 1\n" not in shown.plain
    assert robin.can_press("thing number 12")


def test_a_foggy_day_shows_the_few_parts_that_matter(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I'm allergic to penicillin")
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/history")
    shown = robin.sees("Your history")
    assert len(shown.plain) < 60
    assert robin.can_press("Allergies · 1")
    assert not robin.can_press("Operations")
    robin.presses("More parts")
    assert robin.can_press("Operations")


def test_buttons_of_what_is_gone_are_met_kindly(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history")
    shown = robin.screen[-1]
    robin.press_data("/history:0011223344556677:yes", shown)
    robin.sees("settled already")
    robin.press_data("/history:allergy", shown)
    robin.sees("Allergies")


def test_the_first_checkin_of_a_week_offers_once(journey: Journey) -> None:
    robin = journey.patient()
    for _ in range(3):
        robin.says("took sumatriptan 50 mg")
    for day, is_offered in ((0, True), (1, False), (7, True)):
        journey.wait_until(journey.now.replace(day=2 + day))
        robin.says("/checkin")
        robin.presses("Skip")
        robin.says("none")
        robin.presses("Skip")
        robin.presses("Skip")
        found = [s for s in robin.news if "You have taken sumatriptan" in s.plain]
        assert bool(found) is is_offered, (day, robin.reading())


WAYS = (
    (),
    ("More parts",),
    ("Allergies",),
    ("Allergies", "Add"),
    ("Allergies", "latex"),
    ("Allergies", "latex", "Reaction"),
    ("Medicines now", "topiramate"),
    ("Medicines now", "topiramate", "I stopped it"),
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(way) or "list")
def test_every_step_survives_stop_restart_back_and_an_update(journey: Journey, way: tuple[str, ...]) -> None:
    robin = journey.patient()
    robin.says("I'm allergic to latex")
    robin.says("I'm on topiramate 50 mg")
    robin.says("/history")
    for label in way:
        robin.presses(label)
    asked = robin.news[-1].plain
    journey.restart()
    robin.says("migraine 7, took suma")
    robin.sees("Kept")
    assert robin.news[-1].plain.splitlines()[0] == asked.splitlines()[0]
    robin.says("back")
    assert robin.news[-1].buttons
    robin.says("stop")
    robin.says("go on")
    robin.says("stop")
    assert names(robin, "allergy") == ["latex"]
    robin.says("/history")
    robin.sees("Your history")


def test_a_foggy_thumb_says_why_a_medicine_stopped(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I'm on topiramate 50 mg")
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/history")
    robin.presses("Medicines now")
    robin.presses("topiramate")
    robin.presses("I stopped it")
    robin.presses("side effects")
    robin.sees("topiramate 50 mg, stopped: side effects")


def test_a_list_of_medicines_goes_into_the_history_and_is_not_logged_as_taken(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("my medicines: metformin, sertraline")
    robin.sees("Medicines now")
    assert names(robin, "medicine") == ["metformin", "sertraline"]
    assert robin.entries() == []
    robin.says("stop")
    robin.says("my conditions: migraine 7 and nausea 5")
    assert len(robin.entries()) == 1, "how bad it is belongs in the log"


def test_a_medicine_behind_the_command_needs_no_question_where_it_belongs(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/history metformin 500 mg twice a day")
    robin.sees("metformin 500 mg")
    robin.does_not_see("Which part")
    assert names(robin, "medicine") == ["metformin"]
    robin.says("stop")
    robin.says("/history the blue door")
    robin.sees("Which part")
    robin.presses("More parts")
    robin.presses("Care team")
    assert names(robin, "care_team") == ["the blue door"]
