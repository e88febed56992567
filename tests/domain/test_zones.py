from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import zones


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


MINUTE = timedelta(minutes=1)
CHANGES = [
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("Asia/Beirut", date(2024, 3, 31)),
    ("Asia/Beirut", date(2024, 10, 27)),
    ("Africa/Cairo", date(2024, 4, 26)),
    ("Africa/Cairo", date(2024, 11, 1)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Antarctica/Troll", date(2026, 3, 29)),
    ("Antarctica/Troll", date(2026, 10, 25)),
    ("Africa/Casablanca", date(2026, 3, 22)),
    ("America/Havana", date(2026, 3, 8)),
    ("Asia/Kathmandu", date(2026, 3, 8)),
]


def first_minute_showing(local: datetime, zone: ZoneInfo) -> datetime:
    """Recount minute by minute: when a clock on the wall first shows ``local`` or, past a gap, more."""
    utc = local.replace(tzinfo=UTC) - timedelta(hours=40)
    while utc.astimezone(zone).replace(tzinfo=None) < local:
        utc += MINUTE
    return utc


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_a_wall_time_is_the_first_minute_that_shows_it_or_the_first_after_the_gap(
    zone: str, day: date
) -> None:
    around = [
        datetime.combine(day, time()) + timedelta(minutes=15 * quarter) for quarter in range(-8, 108, 3)
    ]
    for local in around:
        assert zones.to_utc(local, ZoneInfo(zone)) == first_minute_showing(local, ZoneInfo(zone)), local


def test_half_past_two_in_the_spring_gap_is_three() -> None:
    new_york = ZoneInfo("America/New_York")
    assert zones.to_utc(wall("2026-03-08T02:30"), new_york).astimezone(new_york).hour == 3


def test_half_past_one_in_the_autumn_fold_is_the_first_of_the_two() -> None:
    new_york = ZoneInfo("America/New_York")
    assert zones.to_utc(wall("2026-11-01T01:30"), new_york) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_time_on_the_day_that_samoa_skipped_is_the_beginning_of_the_next() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert zones.to_local(zones.to_utc(wall("2011-12-30T10:00"), apia), apia) == wall("2011-12-31")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted({zone for zone, _ in CHANGES})),
    st.datetimes(wall("1975-01-01"), wall("2037-01-01")),
    st.integers(0, 3000),
)
def test_later_on_the_wall_is_never_earlier_in_the_world(zone: str, local: datetime, minutes: int) -> None:
    earlier, later = (
        local.replace(second=0, microsecond=0, fold=0),
        local.replace(second=0, microsecond=0, fold=0),
    )
    later += timedelta(minutes=minutes)
    assert zones.to_utc(earlier, ZoneInfo(zone)) <= zones.to_utc(later, ZoneInfo(zone))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted({zone for zone, _ in CHANGES})),
    st.datetimes(wall("1975-01-01"), wall("2037-01-01")),
)
def test_an_instant_comes_back_from_the_wall_as_itself_or_its_first_showing(
    zone: str, moment: datetime
) -> None:
    utc = moment.replace(second=0, microsecond=0, fold=0, tzinfo=UTC)
    local = zones.to_local(utc, ZoneInfo(zone))
    back = zones.to_utc(local, ZoneInfo(zone))
    assert back <= utc
    assert zones.to_local(back, ZoneInfo(zone)) == local


NOW = wall("2026-11-22T16:00")


@pytest.mark.parametrize(
    ("local", "with_time", "clock24", "said"),
    [
        (wall("2026-11-24T14:15"), True, False, "Tuesday 24 November, 2:15 pm"),
        (wall("2026-11-24T14:15"), True, True, "Tuesday 24 November, 14:15"),
        (wall("2026-11-24"), False, False, "Tuesday 24 November"),
        (wall("2026-11-24T00:05"), True, False, "Tuesday 24 November, 12:05 am"),
        (wall("2026-11-24T12:00"), True, False, "Tuesday 24 November, 12:00 pm"),
        (wall("2027-01-05T09:00"), True, True, "Tuesday 5 January, 09:00"),
        (wall("2027-11-23T09:00"), False, True, "Tuesday 23 November 2027"),
        (wall("2025-11-23T09:00"), False, True, "Sunday 23 November 2025"),
    ],
)
def test_a_time_is_said_in_plain_english(
    local: datetime, *, with_time: bool, clock24: bool, said: str
) -> None:
    assert zones.say(local, NOW, with_time, clock24) == said
