# ruff: noqa: DTZ001  wall-clock times are naive on purpose
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import reminder_times, zones
from bot.domain.patients import Patient, PatientId
from bot.domain.readings import Recurrence
from bot.domain.reminders import Reminder, ReminderKind
from bot.domain.visits import Visit

NEW_YORK = ZoneInfo("America/New_York")
ROBIN = Patient(PatientId("p"), 1, datetime(2026, 1, 1, tzinfo=UTC), zone="America/New_York")


def wall(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return zones.to_utc(datetime(2026, month, day, hour, minute), NEW_YORK)


def visit(at: datetime, *, hour_known: bool = True) -> Visit:
    return Visit("v", at, "America/New_York", hour_known=hour_known)


@pytest.mark.parametrize(("month", "day"), [(3, 10), (11, 3), (7, 9)])
def test_ladder_stands_on_the_wall_clock_also_across_a_change_of_the_clocks(month: int, day: int) -> None:
    at = wall(month, day, 14, 15)
    rungs = {
        kind: zones.to_local(meant, NEW_YORK)
        for kind, meant in reminder_times.ladder(visit(at), "America/New_York")
    }
    that_day = datetime(2026, month, day)
    assert rungs == {
        "visit_7d": that_day - timedelta(days=7) + timedelta(hours=10),
        "visit_2d": that_day - timedelta(days=2) + timedelta(hours=10),
        "visit_eve": that_day - timedelta(days=1) + timedelta(hours=18),
        "visit_2h": that_day + timedelta(hours=12, minutes=15),
        "visit_after": that_day + timedelta(hours=17, minutes=15),
    }


def test_a_visit_without_an_hour_has_no_two_hours_before_and_is_asked_about_in_the_evening() -> None:
    rungs = dict(reminder_times.ladder(visit(wall(6, 9, 12), hour_known=False), "America/New_York"))
    assert "visit_2h" not in rungs
    assert rungs["visit_after"] == wall(6, 9, 18)


@pytest.mark.parametrize(
    ("kind", "meant", "due"),
    [
        ("checkin", wall(6, 9, 22), wall(6, 10, 8)),
        ("own", wall(6, 9, 5), wall(6, 9, 8)),
        ("visit_after", wall(6, 9, 22), wall(6, 10, 8)),
        ("checkin", wall(6, 9, 19), wall(6, 9, 19)),
    ],
)
def test_quiet_hours_hold_back_what_can_wait(kind: ReminderKind, meant: datetime, due: datetime) -> None:
    assert reminder_times.due(kind, meant, ROBIN) == due


def test_quiet_hours_bring_the_evening_before_forward() -> None:
    early = replace(ROBIN, quiet_start=time(17, 0))
    assert reminder_times.due("visit_eve", wall(6, 9, 18), early) == wall(6, 9, 16, 59)


def test_the_waiting_room_card_waits_for_the_end_of_the_quiet_where_that_leaves_an_hour() -> None:
    assert reminder_times.due("visit_2h", wall(6, 9, 7), ROBIN) == wall(6, 9, 8)


def test_the_waiting_room_card_comes_at_its_time_where_waiting_would_make_it_useless() -> None:
    assert reminder_times.due("visit_2h", wall(6, 9, 6, 30), ROBIN) == wall(6, 9, 6, 30)


def test_a_time_the_patient_named_is_kept_in_the_quiet() -> None:
    assert reminder_times.due("own", wall(6, 9, 23), ROBIN, exact=True) == wall(6, 9, 23)


def test_a_wall_time_given_in_the_east_is_not_given_again_in_the_west_the_same_day() -> None:
    rule = Recurrence("DAILY", times=("09:00",))
    given = Reminder("r", "own", None, recurrence=rule, last_wall=datetime(2026, 6, 9, 9))
    in_the_west = replace(ROBIN, zone="America/Los_Angeles")
    after = zones.to_utc(datetime(2026, 6, 9, 6, 30), ZoneInfo("America/Los_Angeles"))
    meant = reminder_times.next_meant(given, in_the_west, after)
    assert meant == zones.to_utc(datetime(2026, 6, 10, 9), ZoneInfo("America/Los_Angeles"))


def test_no_checkin_follows_where_the_patient_wants_none() -> None:
    silent = replace(ROBIN, checkin_at=None)
    assert reminder_times.next_meant(Reminder("r", "checkin", None), silent, wall(6, 9, 9)) is None


def test_a_stopped_reminder_has_nothing_more() -> None:
    stopped = Reminder("r", "own", None, recurrence=Recurrence("DAILY", times=("09:00",)), stopped=True)
    assert reminder_times.next_meant(stopped, ROBIN, wall(6, 9, 9)) is None
