"""A visit is at hand until the waiting room is surely over, and is not stored twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import visits

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
VISIT = visits.Visit("v", NOW, "America/New_York", "Dr Wu")


def test_a_visit_stays_at_hand_while_the_waiting_room_runs_late() -> None:
    assert visits.at_hand([VISIT], NOW + timedelta(hours=2, minutes=59)) == (VISIT,)
    assert visits.at_hand([VISIT], NOW + timedelta(hours=3)) == ()


def test_cancelled_visits_are_not_at_hand_and_the_soonest_comes_first() -> None:
    later = replace(VISIT, id="w", at=NOW + timedelta(days=2))
    gone = replace(VISIT, id="x", state="cancelled")
    assert [v.id for v in visits.at_hand([later, gone, VISIT], NOW)] == ["v", "w"]


def test_the_wall_clock_of_a_visit_is_the_one_at_the_clinic() -> None:
    assert VISIT.local == datetime(2026, 3, 2, 10)  # noqa: DTZ001  wall time


def test_the_same_hour_with_the_same_person_is_the_same_visit() -> None:
    again = replace(VISIT, id="new", with_whom="dr wu")
    nobody = replace(VISIT, id="new", with_whom="")
    another = replace(VISIT, id="new", with_whom="Dr Patel")
    assert visits.find_same([VISIT], again) == VISIT
    assert visits.find_same([VISIT], nobody) == VISIT
    assert visits.find_same([VISIT], another) is None
    assert visits.find_same([replace(VISIT, state="cancelled")], again) is None
