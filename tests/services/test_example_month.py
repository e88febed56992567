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
    robin.says("/reminders")
    robin.sees("Next note:")
