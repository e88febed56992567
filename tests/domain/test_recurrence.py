import calendar
from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import recurrence
from bot.domain.readings import Recurrence

CHICAGO = ZoneInfo("America/Chicago")
LONDON = ZoneInfo("UTC")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHANGES = [
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("Asia/Beirut", date(2024, 3, 31)),
    ("Africa/Cairo", date(2024, 4, 26)),
    ("Africa/Cairo", date(2024, 11, 1)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Antarctica/Troll", date(2026, 3, 29)),
    ("Africa/Casablanca", date(2026, 3, 22)),
]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def series(
    rule: Recurrence, zone: ZoneInfo, after: datetime, count: int, anchor: datetime | None = None
) -> list[datetime]:
    found = []
    for _ in range(count):
        following = recurrence.next_after(rule, zone, after, anchor)
        assert following is not None
        found.append(following)
        after = following
    return found


@cache
def furthest_shown(name: str, begin: datetime) -> list[datetime]:
    """Walk the minutes of five days and note the latest wall time that the clock had shown by each."""
    zone, minute = ZoneInfo(name), timedelta(minutes=1)
    shown = [(begin + n * minute).astimezone(zone).replace(tzinfo=None) for n in range(5 * 24 * 60)]
    return list(accumulate(shown, max))


def recounted(name: str, day: date, walls: list[time]) -> list[datetime]:
    """Count out when each wall time around ``day`` is first reached, a gap being reached by jumping over it."""
    begin = datetime.combine(day - timedelta(days=2), time(), UTC)
    shown = furthest_shown(name, begin)
    due = [datetime.combine(day + timedelta(days=shift), wall) for shift in range(-4, 5) for wall in walls]
    minutes = {bisect_left(shown, each) for each in due if shown[0] < each <= shown[-1]}
    return [begin + timedelta(minutes=minute) for minute in sorted(minutes)]


@pytest.mark.parametrize(("name", "day"), CHANGES)
@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    walls=st.lists(st.times().map(lambda each: each.replace(second=0, microsecond=0)), min_size=1, max_size=3)
)
def test_daily_times_fire_as_a_minute_by_minute_recount_says(name: str, day: date, walls: list[time]) -> None:
    zone = ZoneInfo(name)
    rule = Recurrence("DAILY", times=tuple(f"{wall:%H:%M}" for wall in walls))
    expected = recounted(name, day, walls)
    begin = datetime.combine(day - timedelta(days=2), time(), UTC)
    assert series(rule, zone, begin, len(expected)) == expected


@pytest.mark.parametrize(("name", "day"), CHANGES)
@pytest.mark.parametrize("said", ["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00"])
def test_the_hours_of_the_change_itself_fire_once(name: str, day: date, said: str) -> None:
    zone = ZoneInfo(name)
    expected = recounted(name, day, [time.fromisoformat(said)])
    begin = datetime.combine(day - timedelta(days=2), time(), UTC)
    assert series(Recurrence("DAILY", times=(said,)), zone, begin, len(expected)) == expected


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.sets(st.sampled_from(DAYS), min_size=1),
    st.integers(1, 6),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 60),
)
def test_every_nth_week_is_counted_from_the_anchors_week(
    days: set[str], interval: int, first: date, later: int
) -> None:
    anchor = datetime.combine(first, time(9), UTC)
    rule = Recurrence("WEEKLY", interval, tuple(days), times=("09:00",))
    after = anchor + timedelta(days=later)
    monday = first - timedelta(days=first.weekday())
    fitting = [
        day
        for day in (first + timedelta(days=n) for n in range(later + 1, later + 60))
        if DAYS[day.weekday()] in days and (day - monday).days // 7 % interval == 0
    ]
    assert recurrence.next_after(rule, LONDON, after, anchor) == datetime.combine(fitting[0], time(9), UTC)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(1, 31), st.integers(1, 7), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_every_nth_month_keeps_the_day_or_takes_the_last(number: int, interval: int, first: date) -> None:
    anchor = datetime.combine(first, time(9), UTC)
    rule = Recurrence("MONTHLY", interval, bymonthday=(number,), times=("10:00",))
    for before, after in pairwise(series(rule, LONDON, anchor, 6, anchor)):
        months = (after.year - before.year) * 12 + after.month - before.month
        assert months == interval
        assert after.day == min(number, calendar.monthrange(after.year, after.month)[1])


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        (Recurrence("MONTHLY", byday=("1MO",)), ["2026-12-07", "2027-01-04", "2027-02-01"]),
        (Recurrence("MONTHLY", byday=("-1FR",)), ["2026-11-27", "2026-12-25", "2027-01-29"]),
        (Recurrence("MONTHLY", byday=("5MO",)), ["2026-11-30", "2027-03-29", "2027-05-31"]),
        (Recurrence("MONTHLY", byday=("2WE", "4WE")), ["2026-11-25", "2026-12-09", "2026-12-23"]),
        (Recurrence("MONTHLY", bymonthday=(31,)), ["2026-11-30", "2026-12-31", "2027-01-31"]),
        (Recurrence("MONTHLY", bymonthday=(-1,)), ["2026-11-30", "2026-12-31", "2027-01-31"]),
        (Recurrence("MONTHLY", byday=("FR",), bymonthday=(13,)), ["2027-08-13", "2028-10-13", "2029-04-13"]),
        (Recurrence("WEEKLY", byday=("MO", "FR")), ["2026-11-23", "2026-11-27", "2026-11-30"]),
        (Recurrence("DAILY", byday=("SA", "SU")), ["2026-11-28", "2026-11-29", "2026-12-05"]),
    ],
)
def test_days_are_those_of_the_calendar(rule: Recurrence, dates: list[str]) -> None:
    found = series(
        Recurrence(rule.freq, rule.interval, rule.byday, rule.bymonthday, ("09:00",)),
        LONDON,
        at("2026-11-22T12:00"),
        3,
    )
    assert [f"{each:%Y-%m-%d}" for each in found] == dates


def test_a_yearly_rule_stays_on_its_anchors_day_and_29_february_becomes_the_28th() -> None:
    anchor = at("2024-02-29T15:00")
    found = series(Recurrence("YEARLY"), LONDON, at("2024-03-01T00:00"), 4, anchor)
    assert [f"{each:%Y-%m-%d %H}" for each in found] == [
        "2025-02-28 15",
        "2026-02-28 15",
        "2027-02-28 15",
        "2028-02-29 15",
    ]


def test_every_six_hours_is_elapsed_time_also_when_the_clocks_change() -> None:
    anchor = at("2026-03-08T05:00")
    found = series(Recurrence("HOURLY", 6), CHICAGO, at("2026-03-08T06:00"), 4, anchor)
    assert [b - a for a, b in pairwise([anchor, *found])] == [timedelta(hours=6)] * 4


def test_every_two_hours_on_weekdays_passes_over_the_weekend() -> None:
    friday_evening = at("2026-11-20T22:00")
    rule = Recurrence("HOURLY", 2, DAYS[:5])
    assert recurrence.next_after(rule, LONDON, friday_evening, friday_evening) == at("2026-11-23T00:00")


def test_hours_that_were_not_said_come_from_the_anchor_else_are_nine() -> None:
    anchor = at("2026-11-01T17:30")
    assert recurrence.next_after(Recurrence("DAILY"), LONDON, at("2026-11-22T18:00"), anchor) == at(
        "2026-11-23T17:30"
    )
    assert recurrence.next_after(Recurrence("DAILY"), LONDON, at("2026-11-22T18:00")) == at(
        "2026-11-23T09:00"
    )


def test_nothing_fires_before_its_anchor_and_the_anchor_itself_may_be_the_first() -> None:
    anchor = at("2026-12-01T09:00")
    rule = Recurrence("DAILY", 3, times=("09:00",))
    assert recurrence.next_after(rule, LONDON, at("2026-11-22T18:00"), anchor) == anchor
    assert recurrence.next_after(rule, LONDON, anchor, anchor) == at("2026-12-04T09:00")


def test_a_rule_that_never_happens_gives_nothing() -> None:
    assert (
        recurrence.next_after(Recurrence("MONTHLY", byday=("6MO",)), LONDON, at("2026-11-22T18:00")) is None
    )
    assert recurrence.next_after(Recurrence("DAILY"), LONDON, at("9999-12-31T18:00")) is None


@pytest.mark.parametrize("rule", [Recurrence("SOMETIMES"), Recurrence("DAILY", 0)])
def test_a_rule_that_is_none_is_refused(rule: Recurrence) -> None:
    with pytest.raises(ValueError, match=r"frequency|interval"):
        recurrence.next_after(rule, LONDON, at("2026-11-22T18:00"))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.sampled_from(["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 60),
    st.sampled_from([name for name, _ in CHANGES]),
    st.datetimes(wall("2000-01-01"), wall("2035-01-01")),
    st.integers(-400, 400),
)
def test_the_next_time_is_always_later_and_the_same_however_often_asked(
    freq: str, interval: int, zone: str, moment: datetime, days: int
) -> None:
    after = moment.replace(tzinfo=UTC, fold=0)
    anchor = after + timedelta(days=days)
    rule = Recurrence(freq, interval)
    found = recurrence.next_after(rule, ZoneInfo(zone), after, anchor)
    assert found is not None
    assert found > after
    assert found >= anchor
    halfway = after + (found - after) / 2
    assert recurrence.next_after(rule, ZoneInfo(zone), halfway, anchor) == found
