# ruff: noqa: DTZ001  wall-clock times are naive on purpose
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain import reminder_rules, reminders, zones
from bot.domain.patients import Patient, PatientId
from bot.domain.readings import Recurrence
from bot.domain.reminder_rules import Told, Verdict, What
from bot.domain.reminders import Reminder
from bot.domain.visits import Visit

ZONE = "America/New_York"
ROBIN = Patient(PatientId("p"), 1, datetime(2026, 1, 1, tzinfo=UTC), zone=ZONE)
NOTHING = Told(today=False, last_at=None)
DAY = timedelta(days=1)


def wall(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    return zones.to_utc(datetime(2026, month, day, hour, minute), ZoneInfo(ZONE))


def checkin(at: datetime, **changes: Any) -> Reminder:
    return replace(Reminder("c", "checkin", at, at, zone=ZONE), **changes)


def own(at: datetime, **changes: Any) -> Reminder:
    return replace(Reminder("o", "own", at, at, zone=ZONE, text="refill"), **changes)


def run_for(days: int, *, answers: bool) -> list[What]:
    """Let the check-in come due each evening; tell what became of it."""
    reminder = checkin(wall(1, 19))
    became: list[What] = []
    for _ in range(days):
        assert reminder.due_at is not None
        now = reminder.due_at
        told = Told(today=False, last_at=reminder.given_at if answers else None)
        reminder = reminder_rules.heard(reminder, told)
        what = reminder_rules.judge_checkin(reminder, ROBIN, told, now).what
        became.append(what)
        reminder = reminder_rules.advance(reminder, ROBIN, what, now)
    return became


def test_unanswered_checkins_come_every_three_days_then_every_week_and_it_is_said_once() -> None:
    became = run_for(40, answers=False)
    assert [day for day, what in enumerate(became, 1) if what == "ease"] == [4]
    assert [day for day, what in enumerate(became, 1) if what == "give"] == [
        1,
        2,
        3,
        6,
        9,
        12,
        19,
        26,
        33,
        40,
    ]


def test_answered_checkins_come_every_day() -> None:
    assert run_for(10, answers=True) == ["give"] * 10


def test_any_word_brings_daily_checkins_back() -> None:
    tired = checkin(wall(20, 19), unanswered=7, eased=True, given_at=wall(19, 19))
    heard = reminder_rules.heard(tired, Told(today=False, last_at=wall(20, 12)))
    assert (heard.unanswered, heard.eased) == (0, False)
    assert reminder_rules.judge_checkin(heard, ROBIN, NOTHING, wall(20, 19)).what == "give"


def test_a_checkin_is_left_out_where_today_is_logged() -> None:
    told = Told(today=True, last_at=wall(9, 10))
    assert reminder_rules.judge_checkin(checkin(wall(9, 19)), ROBIN, told, wall(9, 19)).what == "skip"


@pytest.mark.parametrize(("late", "what"), [(4, "give"), (4.1, "pass")])
def test_a_late_checkin_gives_way_after_four_hours(late: float, what: str) -> None:
    now = wall(9, 13) + timedelta(hours=late)
    assert reminder_rules.judge_checkin(checkin(wall(9, 13)), ROBIN, NOTHING, now).what == what


def test_after_days_down_the_latest_checkin_still_of_use_is_the_next() -> None:
    now = wall(12, 20)
    after = reminder_rules.advance(checkin(wall(9, 19)), ROBIN, "pass", now)
    assert after.due_at == wall(12, 19)
    assert reminder_rules.judge_checkin(after, ROBIN, NOTHING, now).what == "give"
    assert reminder_rules.advance(after, ROBIN, "give", now).due_at == wall(13, 19)


def test_a_pause_holds_checkins_and_what_repeats_but_not_what_comes_once() -> None:
    paused = replace(ROBIN, paused_until=wall(12, 9))
    repeats = own(wall(9, 9), recurrence=Recurrence("DAILY", times=("09:00",)))
    assert reminder_rules.judge_checkin(checkin(wall(9, 19)), paused, NOTHING, wall(9, 19)).what == "skip"
    assert reminder_rules.judge_own(repeats, paused, wall(9, 9)).what == "skip"
    assert reminder_rules.judge_own(own(wall(9, 9)), paused, wall(9, 9)).what == "give"
    after_the_pause = replace(repeats, due_at=wall(12, 9), occurrence_at=wall(12, 9))
    assert reminder_rules.judge_own(after_the_pause, paused, wall(12, 9)).what == "give"


def test_a_visit_is_not_paused_but_silent() -> None:
    visit = Visit("v", wall(11, 14), ZONE)
    rung = Reminder("r", "visit_2d", wall(9, 10), wall(9, 10), subject="v", zone=ZONE)
    paused = replace(ROBIN, paused_until=wall(12, 9))
    assert reminder_rules.judge_visit(rung, paused, visit, wall(9, 10)) == Verdict("give", silent=True)
    assert reminder_rules.judge_visit(rung, ROBIN, visit, wall(9, 10)) == Verdict("give", silent=False)


def test_nothing_is_said_before_a_visit_that_has_begun_or_was_cancelled() -> None:
    visit = Visit("v", wall(9, 14), ZONE)
    rung = Reminder("r", "visit_2h", wall(9, 12), wall(9, 12), subject="v", zone=ZONE)
    assert reminder_rules.judge_visit(rung, ROBIN, visit, wall(9, 14)).what == "pass"
    assert (
        reminder_rules.judge_visit(rung, ROBIN, replace(visit, state="cancelled"), wall(9, 12)).what == "pass"
    )
    assert reminder_rules.judge_visit(rung, ROBIN, None, wall(9, 12)).what == "pass"


def test_what_fell_due_while_down_does_not_ring_at_night() -> None:
    visit = Visit("v", wall(16, 14), ZONE)
    week = Reminder("r", "visit_7d", wall(9, 10), wall(9, 10), subject="v", zone=ZONE)
    verdict = reminder_rules.judge_visit(week, ROBIN, visit, wall(9, 23))
    assert verdict == Verdict("wait", until=wall(10, 8))


def test_the_card_of_an_early_visit_comes_without_a_sound() -> None:
    visit = Visit("v", wall(9, 8, 15), ZONE)
    card = Reminder("r", "visit_2h", wall(9, 6, 15), wall(9, 6, 15), subject="v", zone=ZONE)
    assert reminder_rules.judge_visit(card, ROBIN, visit, wall(9, 6, 15)) == Verdict("give", silent=True)


def test_a_snooze_and_a_named_time_ring_in_the_quiet() -> None:
    named = own(wall(9, 23), exact=True)
    snoozed = own(wall(9, 23), zone="")
    assert reminder_rules.judge_own(named, ROBIN, wall(9, 23)) == Verdict("give")
    assert reminder_rules.judge_own(snoozed, ROBIN, wall(9, 23)) == Verdict("give")
    assert reminder_rules.judge_own(own(wall(9, 23)), ROBIN, wall(9, 23)).what == "wait"


def test_what_repeats_is_passed_where_the_next_one_is_nearer() -> None:
    daily = own(wall(9, 9), recurrence=Recurrence("DAILY", times=("09:00",)), exact=True)
    assert reminder_rules.judge_own(daily, ROBIN, wall(9, 20)).what == "give"
    assert reminder_rules.judge_own(daily, ROBIN, wall(9, 22)).what == "pass"


def test_a_retry_does_not_make_a_reminder_younger() -> None:
    retried = checkin(wall(9, 13), due_at=wall(9, 18))
    assert reminder_rules.judge_checkin(retried, ROBIN, NOTHING, wall(9, 18)).what == "pass"


def test_what_comes_once_is_over_after_it_was_given() -> None:
    given = reminder_rules.advance(own(wall(9, 9)), ROBIN, "give", wall(9, 9))
    assert given.due_at is None
    assert given.last_wall == datetime(2026, 6, 9, 9)


@pytest.mark.parametrize(("unanswered", "days"), [(0, 1), (2, 1), (3, 3), (5, 3), (6, 7), (50, 7)])
def test_gap_grows_with_what_goes_unanswered(unanswered: int, days: int) -> None:
    assert reminders.checkin_gap_days(unanswered) == days
