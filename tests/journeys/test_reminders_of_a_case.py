"""What comes by itself about a case: before a last day, after a late answer, on a day promised, in a long wait."""

from datetime import UTC, datetime

from bot.domain import cases
from tests.support.journey import Journey, Patient

NEUTRAL = "A note for today from Sameside."
DENIED = "insurance denied my mri ref 8841, appeal by march 30"


def at(day: int, hour: int = 15, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, 5, tzinfo=UTC)


def only(patient: Patient) -> cases.Case:
    (case,) = [case for store in patient.store() for case in store.cases.all()]
    return case


def quiet_patient(journey: Journey) -> Patient:
    """Bring a patient in New York who has no check-ins, so that every note is about the case."""
    robin = journey.patient()
    robin.says("/settings")
    robin.presses("Check-in")
    robin.presses("Do not ask")
    return robin


def notes(patient: Patient) -> int:
    return sum(shown.plain == NEUTRAL for shown in patient.screen)


def test_a_last_day_is_heard_of_four_times_and_never_on_the_lock_screen(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    for day, heard in ((15, 0), (17, 1), (24, 2), (29, 3), (31, 4)):
        journey.wait_until(at(day))
        assert notes(robin) == heard, f"on {day} March"
    robin.presses("Show")
    shown = robin.sees("Insurance said no: MRI")
    assert "Last day: Monday 30 March (1 day ago)" in shown.plain


def test_done_meets_the_day_once_and_it_is_heard_of_no_more(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    journey.wait_until(at(17))
    robin.presses("Show")
    old = robin.screen[-1]
    data = next(b.press for b in old.buttons if b.label == "Done")
    robin.presses("Done")
    robin.sees("what was due by Monday 30 March is done")
    case = only(robin)
    assert (case.deadline_met, case.move) == (True, "theirs")
    robin.presses("Last day")
    robin.says("april 20")
    robin.press_data(data, old)
    assert not only(robin).deadline_met


def test_later_not_now_and_stop_work_as_for_other_reminders(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    journey.wait_until(at(17))
    robin.presses("Show")
    robin.presses("Later")
    robin.presses("Tonight")
    robin.sees("It comes again")
    journey.wait_until(at(18, 4))
    assert notes(robin) == 1
    robin.presses("Show")
    robin.presses("Not now")
    robin.sees("Skipped this one.")
    robin.sees("Next: Monday 23 March")
    journey.wait_until(at(24))
    robin.presses("Show")
    robin.presses("No more for this")
    robin.sees("I will not write about this case again.")
    journey.wait_until(at(29))
    before = notes(robin)
    robin.presses("Take it back")
    journey.wait_until(at(31))
    assert notes(robin) == before + 1


def test_closing_clears_it_and_opening_again_brings_it_back(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    case = only(robin)
    robin.press_data(f"/close_case:{case.id}", robin.screen[-1])
    robin.presses("Closed for now")
    journey.wait_until(at(24))
    assert notes(robin) == 0
    robin.presses("Open it again")
    journey.wait_until(at(29))
    assert notes(robin) == 1


def test_a_long_wait_is_said_and_a_logged_call_starts_it_anew(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says("prior auth for humira submitted, ref 22-81")
    journey.wait_until(at(9))
    robin.presses("Show")
    robin.sees("You have waited 7 days for the insurer.")
    robin.sees("It is not a rule")
    robin.presses("Log a call")
    robin.presses("Still being looked at")
    journey.wait_until(at(15))
    before = notes(robin)
    journey.wait_until(at(17))
    assert notes(robin) == before + 1


def test_a_call_promised_for_friday_is_heard_of_on_monday(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    robin.presses("Log a call")
    robin.says("ana, they will call me by friday")
    robin.says("/reminders")
    robin.sees("Insurance said no: MRI. Next note: Monday 9 March, 10:00 am")
    journey.wait_until(at(10))
    robin.presses("Show")
    robin.sees("You wanted to look at this again today.")


def test_quiet_hours_a_pause_and_a_new_zone_are_minded(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    robin.says("/pause")
    robin.presses("Until I say")
    journey.wait_until(at(17))
    silent = [shown for shown in robin.screen if shown.plain == NEUTRAL]
    assert [shown.silent for shown in silent] == [True]
    robin.says("/pause")
    robin.presses("Resume")
    robin.says("/settings")
    robin.presses("zone")
    robin.says("Los Angeles")
    robin.says("/reminders")
    robin.sees("Next note: Monday 23 March, 10:00 am")
    journey.wait_until(datetime(2026, 3, 23, 16, 59, tzinfo=UTC))
    assert notes(robin) == 1
    journey.wait_until(datetime(2026, 3, 23, 17, 1, tzinfo=UTC))
    assert notes(robin) == 2


def test_down_for_days_only_what_is_still_of_use_comes_and_once(journey: Journey) -> None:
    robin = quiet_patient(journey)
    robin.says(DENIED)
    journey.wait_until(at(15))
    journey.sleep_through(days=10)
    assert notes(robin) == 1
    journey.restart()
    journey.wait_until(at(29))
    assert notes(robin) == 2
