"""Deadlines on the calendar: ends of months, leap days, weekends, hours; and whose clock runs where."""

from datetime import date
from typing import get_args

import pytest

from bot.domain import case_rules, cases, scripts


def clock(amount: int, unit: case_rules.Unit, whose: cases.Move = "mine") -> case_rules.Clock:
    return case_rules.Clock(
        id="us_some",
        region="US",
        name="Some clock",
        holds="Some plans.",
        amount=amount,
        unit=unit,
        starts="letter",
        whose=whose,
        source="https://example.org/rule",
        checked="2026-11",
    )


def kind(*clocks: case_rules.Clock) -> case_rules.Kind:
    return case_rules.Kind(
        id="denial",
        name="Insurance said no",
        barriers=("insurance_denial",),
        steps=(),
        write_down=(),
        too_long=10,
        outcomes=("approved", "closed"),
        clocks=clocks,
    )


@pytest.mark.parametrize(
    ("started", "amount", "unit", "due"),
    [
        (date(2026, 11, 22), 180, "days", date(2027, 5, 21)),
        (date(2026, 12, 31), 1, "days", date(2027, 1, 1)),
        (date(2028, 2, 28), 1, "days", date(2028, 2, 29)),
        (date(2026, 11, 22), 18, "weeks", date(2027, 3, 28)),
        (date(2026, 11, 22), 72, "hours", date(2026, 11, 25)),
        (date(2026, 11, 22), 24, "hours", date(2026, 11, 23)),
        (date(2026, 11, 22), 30, "hours", date(2026, 11, 24)),
    ],
)
def test_days_weeks_and_hours_are_counted_from_the_day_after(
    started: date, amount: int, unit: case_rules.Unit, due: date
) -> None:
    assert case_rules.deadline(clock(amount, unit), started) == due


@pytest.mark.parametrize(
    ("started", "months", "due"),
    [
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
    ],
)
def test_a_month_ends_on_the_same_day_or_on_the_last_there_is(started: date, months: int, due: date) -> None:
    assert case_rules.deadline(clock(months, "months"), started) == due


@pytest.mark.parametrize(
    ("started", "days", "due"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday to Monday
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # Saturday to Monday
        (date(2026, 11, 22), 3, date(2026, 11, 25)),  # Sunday to Wednesday
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 23), 20, date(2026, 12, 21)),
    ],
)
def test_working_days_pass_over_the_weekend(started: date, days: int, due: date) -> None:
    assert case_rules.deadline(clock(days, "working_days"), started) == due


def test_every_unit_gives_a_later_day_and_more_of_it_a_later_one_still() -> None:
    for unit in get_args(case_rules.Unit):
        for day in (date(2026, 1, 1 + n * 3) for n in range(10)):
            first, second = (case_rules.deadline(clock(n, unit), day) for n in (25, 50))
            assert day < first < second, unit


def test_what_may_be_added_moves_no_deadline() -> None:
    longer = case_rules.Clock(
        "us_some", "US", "Some", "All.", 30, "days", "asked", "theirs", "https://a.b/c", "2026-11", extra=30
    )
    assert case_rules.deadline(longer, date(2026, 11, 1)) == date(2026, 12, 1)


def test_clocks_are_of_one_region_and_of_one_side_where_that_is_asked() -> None:
    mine, theirs = clock(180, "days"), clock(30, "days", "theirs")
    assert case_rules.clocks_for(kind(mine, theirs), "US") == (mine, theirs)
    assert case_rules.clocks_for(kind(mine, theirs), "US", "theirs") == (theirs,)
    assert case_rules.clocks_for(kind(mine, theirs), "UK") == ()
    assert case_rules.clocks_for(kind(mine, theirs), None) == ()


@pytest.mark.parametrize(
    ("country", "region"),
    [
        ("US", "US"),
        ("gb", "UK"),
        ("CA", "CA"),
        ("AU", "AU"),
        ("FR", "EU"),
        ("NO", "EU"),
        ("CH", None),
        ("IN", None),
        ("", None),
        (None, None),
    ],
)
def test_a_country_has_the_rules_of_its_region_or_none(
    country: str | None, region: case_rules.Region | None
) -> None:
    assert case_rules.region_of(country) == region


def test_the_kinds_of_a_barrier_come_in_the_order_of_the_file() -> None:
    rules = case_rules.Rules("", "", "", "", (), (kind(), kind()))
    assert len(rules.kinds_for_barrier("insurance_denial")) == 2
    assert rules.kinds_for_barrier("gratitude") == ()
    assert rules.kinds_for_barrier("never_heard_of") == ()
    assert scripts.is_barrier("insurance_denial")
