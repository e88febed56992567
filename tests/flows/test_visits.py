"""Visits, told by a patient: added from one message or step by step, changed, cancelled, taken back."""

from datetime import UTC, datetime

from bot.domain import visits
from bot.engine import messages
from tests.support.journey import Journey, Patient


def kept(patient: Patient) -> list[visits.Visit]:
    return sorted((v for store in patient.store() for v in store.visits.all()), key=lambda v: v.at)


def rungs(patient: Patient, visit: visits.Visit) -> int:
    return sum(len(store.reminders.about(visit.id)) for store in patient.store())


def test_one_message_makes_a_visit_with_its_reminders(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("cardiology with dr wu on march 20 2:15pm at city clinic")
    robin.sees("Friday 20 March, 2:15 pm")
    robin.sees("Dr Wu (cardiology)")
    robin.sees("city clinic")
    (visit,) = kept(robin)
    assert visit.at == datetime(2026, 3, 20, 14, 15, tzinfo=UTC)
    assert rungs(robin, visit) == 5

    robin.says("dr wu march 20 2:15pm")
    robin.sees("You have this one already")
    assert len(kept(robin)) == 1


def test_the_card_changes_cancels_and_takes_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("appt with dr wu march 20 2pm")
    card = robin.sees("Friday 20 March")
    robin.presses("Where?")
    robin.says("City clinic")
    robin.sees("At City clinic")
    robin.presses("Change")
    robin.presses("Day or time")
    robin.says("2020-01-03 at 9am")
    robin.sees("That lies in the past")
    robin.says("march 24")
    robin.sees("At what time?")
    robin.presses("9:00 am")
    robin.sees("Tuesday 24 March, 9:00 am")
    (visit,) = kept(robin)
    assert visit.at == datetime(2026, 3, 24, 9, tzinfo=UTC)
    robin.presses("Change")
    robin.presses("How long")
    robin.presses("30 minutes")
    robin.sees("30 minutes")

    robin.presses("Calendar")
    assert robin.others[-1] == messages.Document("calendar", subject=visit.id)
    robin.presses("Cancel visit")
    robin.sees("Cancelled: Tuesday 24 March")
    assert rungs(robin, visit) == 0
    robin.presses("Bring it back")
    robin.sees("It is back")
    assert rungs(robin, visit) == 5
    robin.presses("Cancel visit")
    journey.wait(days=30)
    robin.press_data(f"/change_visit:{visit.id}:restore", card)
    robin.sees("That visit is over")
    robin.press_data("/change_visit:0000000000000000:cancel", card)
    robin.sees("no longer here")


def test_step_by_step_each_step_but_the_day_can_be_skipped(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visit")
    robin.sees("With whom")
    robin.presses("Skip")
    robin.says("yesterday")
    robin.sees("That lies in the past")
    robin.says("banana")
    assert kept(robin) == []
    robin.says("march 20")
    robin.sees("At what time?")
    robin.presses("Skip")
    robin.sees("Where is it?")
    (visit,) = kept(robin)
    assert not visit.hour_known
    robin.says("march 23 at 3pm")
    robin.sees("Monday 23 March, 3:00 pm. Where is it?")
    robin.presses("Skip")
    robin.presses("Follow-up")
    robin.sees("About a follow-up")
    (visit,) = kept(robin)
    assert (visit.hour_known, visit.with_whom, visit.where) == (True, "", "")
    assert rungs(robin, visit) == 5


def test_the_list_shows_five_the_soonest_first_and_says_how_to_add(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visits")
    robin.sees("No visit is planned. Type one")
    for day in (29, 9, 14, 12, 25, 27, 18):
        robin.says(f"/visit dr wu march {day} at 2pm")
    robin.says("/visits")
    shown = robin.sees("Your visits").plain.splitlines()[1:]
    assert [line.split()[2] for line in shown] == ["9", "12", "14", "18", "25"]
    robin.presses("2 more")
    robin.sees("29 March")
    journey.wait_until(datetime(2026, 3, 10, 12, tzinfo=UTC))
    robin.says("/visits")
    robin.does_not_see("9 March,")
    robin.presses("Earlier ones")
    robin.sees("Monday 9 March")


def test_a_visit_stopped_half_way_is_not_lost(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visit")
    robin.says("Dr Lee")
    robin.says("march 20 at 2pm")
    robin.says("stop")
    assert [v.with_whom for v in kept(robin)] == ["Dr Lee"]


def test_foggy_a_visit_can_be_planned_by_buttons_alone(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/visit")
    robin.presses("Skip")
    robin.presses("5 Mar")
    robin.presses("3:00 pm")
    robin.presses("Skip")
    robin.presses("Skip")
    robin.sees("Thursday 5 March, 3:00 pm")
