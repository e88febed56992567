from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.quiet_hours import QuietHours

NIGHT = QuietHours(time(22), time(8))
SIESTA = QuietHours(time(13), time(15))
NEVER = QuietHours(time(9), time(9))
PARIS = ZoneInfo("Europe/Paris")
MINUTE = timedelta(minutes=1)
CHANGES = [
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("Africa/Cairo", date(2024, 4, 26)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Asia/Kolkata", date(2026, 3, 8)),
]
minutes = st.times().map(lambda each: each.replace(second=0, microsecond=0))


def local(text: str, zone: ZoneInfo = PARIS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("hours", "wall", "quiet"),
    [
        (NIGHT, time(21, 59), False),
        (NIGHT, time(22), True),
        (NIGHT, time(0), True),
        (NIGHT, time(7, 59), True),
        (NIGHT, time(8), False),
        (SIESTA, time(12, 59), False),
        (SIESTA, time(13), True),
        (SIESTA, time(15), False),
        (NEVER, time(9), False),
        (NEVER, time(3), False),
    ],
)
def test_quiet_begins_at_its_start_and_ends_before_its_end(
    hours: QuietHours, wall: time, *, quiet: bool
) -> None:
    assert hours.covers(wall) is quiet


def test_a_reminder_at_night_waits_for_the_morning() -> None:
    assert NIGHT.next_allowed(local("2026-06-03T23:30"), PARIS) == local("2026-06-04T08:00")
    assert NIGHT.next_allowed(local("2026-06-04T03:00"), PARIS) == local("2026-06-04T08:00")
    assert NIGHT.next_allowed(local("2026-06-04T12:00"), PARIS) == local("2026-06-04T12:00")


def test_a_reminder_that_must_come_before_comes_before_the_quiet() -> None:
    assert NIGHT.last_allowed_before(local("2026-06-04T03:00"), PARIS) == local("2026-06-03T21:59")
    assert NIGHT.last_allowed_before(local("2026-06-03T22:00"), PARIS) == local("2026-06-03T21:59")
    assert NIGHT.last_allowed_before(local("2026-06-04T12:00"), PARIS) == local("2026-06-04T12:00")


@pytest.mark.parametrize(("name", "day"), CHANGES)
@settings(max_examples=12, deadline=None, derandomize=True)
@given(start=minutes, end=minutes, minute=st.integers(0, 3 * 24 * 60))
def test_both_edges_are_those_of_a_minute_by_minute_recount(
    name: str, day: date, start: time, end: time, minute: int
) -> None:
    zone, hours = ZoneInfo(name), QuietHours(start, end)
    moment = datetime.combine(day - timedelta(days=1), time(), UTC) + minute * MINUTE

    def is_quiet(utc: datetime) -> bool:
        return hours.covers(utc.astimezone(zone).time())

    after = before = moment
    while is_quiet(after):
        after += MINUTE
    while is_quiet(before):
        before -= MINUTE
    assert hours.next_allowed(moment, zone) == after
    assert hours.last_allowed_before(moment, zone) == before
