"""The demo's month: only for somebody who agreed, once, and everything a visit needs is there."""

from bot.services import example_month
from tests.support.journey import Journey, Patient


def load(robin: Patient) -> example_month.Outcome:
    bot = robin.journey
    return example_month.load(bot.opened, bot.turns._maker, robin.telegram_id, robin.name, bot.now)


def test_nothing_is_loaded_for_somebody_who_did_not_agree(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    assert load(robin) == "not agreed"
    robin.says("/start")
    assert load(robin) == "not agreed"
    assert robin.entries() == []


def test_it_is_loaded_once_under_the_name_of_whose_phone_it_is(journey: Journey) -> None:
    ash = journey.patient("Ash")
    assert load(ash) == "loaded"
    kept = len(ash.entries())
    assert load(ash) == "there already"
    assert len(ash.entries()) == kept > 20
    ash.says("/settings")
    ash.sees("Name: Ash")


def test_the_summary_the_questions_and_the_reminders_are_there(journey: Journey) -> None:
    robin = journey.patient()
    load(robin)
    robin.says("/summary")
    shown = robin.sees("I'm here about my migraine follow-up.").plain
    for part in ("Dr. Wu, neurology", "1. Is the dizziness", "Since the last visit", "Propranolol 40 mg"):
        assert part in shown
    for part in (
        "Medicines now: propranolol 40 mg once a day",
        "Allergies: penicillin (hives)",
        "Please don't: ",
    ):
        assert part in shown
    robin.says("/reminders")
    robin.sees("Next note:")


def test_the_history_reads_as_a_patient_would_have_told_it(journey: Journey) -> None:
    robin = journey.patient()
    load(robin)
    robin.says("what have I tried")
    shown = robin.sees("Tried and stopped").plain
    assert "topiramate 50 mg, for 8 weeks, stopped 2024: brain fog" in shown
    assert "amitriptyline 10 mg at night, for 3 months, stopped 2023: weight gain" in shown
    robin.says("/history")
    shown = robin.sees("Your history").plain
    assert "None, as you told me: operations" in shown
    assert "Not told yet: devices" in shown
    robin.does_not_see("Add it")
