from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import cases, patients, reminder_rules, reminder_times, reminders, zones
from bot.domain.cases import Call, Case

NEW_YORK = ZoneInfo("America/New_York")
ROBIN = patients.Patient(patients.PatientId("p"), 1, datetime(2026, 1, 1, tzinfo=UTC), zone=NEW_YORK.key)
EVENING = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
"""Monday 2 March, 8 pm in New York, which is Tuesday already in UTC."""
MORNING = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
DENIED = Case(
    "c1", "denial", "Insurance said no: MRI", EVENING, about="MRI", reference="8841", move_since=EVENING
)
TOO_LONG = 10


def wall(day: date, hour: time) -> datetime:
    return zones.to_utc(datetime.combine(day, hour), NEW_YORK)


def days_of(case: Case, reason: str) -> list[date]:
    instants = reminder_times.case_instants(case, NEW_YORK.key, TOO_LONG)
    return [zones.to_local(at, NEW_YORK).date() for why, at in instants if why == reason]


def test_days_are_counted_on_the_patients_calendar() -> None:
    assert cases.days_open(DENIED, EVENING + timedelta(hours=3), NEW_YORK) == 1
    assert cases.days_open(DENIED, MORNING, NEW_YORK) == 2
    closed = cases.close(DENIED, "approved", EVENING + timedelta(days=4))
    assert cases.days_open(closed, EVENING + timedelta(days=90), NEW_YORK) == 5


def test_a_day_that_is_met_no_longer_runs_nor_presses() -> None:
    due = cases.set_deadline(DENIED, date(2026, 3, 9))
    other = replace(DENIED, id="c2", deadline=date(2026, 3, 12))
    assert [case.id for case in cases.open_ones([other, due])] == ["c1", "c2"]
    met = replace(due, deadline_met=True)
    assert [case.id for case in cases.open_ones([met, other])] == ["c2", "c1"]
    assert cases.days_left(due, date(2026, 3, 2)) == 7
    assert cases.days_left(met, date(2026, 3, 2)) is None


def test_a_new_day_has_to_be_met_anew_and_says_where_it_comes_from() -> None:
    met = replace(cases.set_deadline(DENIED, date(2026, 3, 9)), deadline_met=True)
    by_rule = cases.set_deadline(met, date(2026, 8, 19), clock="us_appeal")
    assert (by_rule.deadline_from, by_rule.deadline_met) == ("rule", False)
    assert cases.set_deadline(by_rule, date(2026, 4, 1)).deadline_from == "letter"
    unstarted = cases.set_deadline(by_rule, None, clock="us_appeal")
    assert (unstarted.deadline, unstarted.deadline_from, unstarted.clock) == (None, "", "us_appeal")


def test_the_case_a_message_means_is_found_by_its_reference_however_it_is_spaced() -> None:
    called = cases.note_call(DENIED, Call(EVENING, reference="AB-553"), move="theirs")
    closed = replace(DENIED, id="c2", state="closed")
    assert cases.find_same([closed, called], "bill", "", "88 41") == called
    assert cases.find_same([called], "", "", "ab553") == called
    assert cases.find_same([called], "denial", "mri", "") == called
    assert cases.find_same([called], "denial", "mri", "9999") is None
    assert cases.find_same([called], "denial", "", "") is None


def test_whose_move_it_is_starts_the_waiting_anew_only_when_it_changes() -> None:
    assert cases.hand_over(DENIED, "mine", "x", MORNING) is DENIED
    handed = cases.hand_over(DENIED, "theirs", "They decide.", MORNING)
    assert (handed.move_since, handed.next_step) == (MORNING, "They decide.")


def test_a_deleted_case_comes_back_as_it_was() -> None:
    assert cases.restore(cases.remove(DENIED, MORNING)) == DENIED
    closed = cases.close(DENIED, "approved", EVENING)
    assert cases.restore(cases.remove(closed, MORNING)) == closed
    assert cases.closed_ones([cases.remove(DENIED, MORNING), closed]) == (closed,)


def test_what_records_harm_is_factual() -> None:
    assert replace(DENIED, kind="complaint").is_factual
    assert replace(DENIED, kind="records", barrier="harm_or_abuse").is_factual
    assert not DENIED.is_factual


def test_a_last_day_comes_up_two_weeks_one_week_two_days_before_and_on_its_morning() -> None:
    due = cases.set_deadline(DENIED, date(2026, 4, 20))
    assert days_of(due, "deadline") == [
        date(2026, 4, 6),
        date(2026, 4, 13),
        date(2026, 4, 18),
        date(2026, 4, 20),
    ]
    instants = dict(reminder_times.case_instants(due, NEW_YORK.key, TOO_LONG))
    assert zones.to_local(instants["deadline"], NEW_YORK).time() == reminder_times.DAYTIME
    theirs = cases.set_deadline(DENIED, date(2026, 4, 20), clock="us_answer_before", whose="theirs")
    assert days_of(theirs, "deadline") == []
    assert days_of(theirs, "answer") == [date(2026, 4, 21)]


def test_slowness_comes_up_ever_less_often_and_leaves_the_last_days_alone() -> None:
    assert days_of(DENIED, "waiting") == [date(2026, 3, 2) + timedelta(days=n) for n in (10, 20, 40, 80)]
    due = cases.set_deadline(DENIED, date(2026, 3, 26))
    assert days_of(due, "waiting") == [date(2026, 4, 11), date(2026, 5, 21)]


def test_a_harmed_patient_is_never_told_that_their_move_takes_long() -> None:
    harmed = replace(DENIED, kind="complaint", barrier="harm_or_abuse")
    assert days_of(harmed, "waiting") == []
    assert days_of(replace(harmed, move="theirs"), "waiting")
    assert days_of(cases.set_deadline(harmed, date(2026, 8, 28)), "deadline")


def test_a_day_to_look_again_keeps_the_hour_that_was_named() -> None:
    case = replace(DENIED, follow_on=date(2026, 3, 6), follow_at=time(15, 30))
    assert ("follow", wall(date(2026, 3, 6), time(15, 30))) in tuple(
        reminder_times.case_instants(case, NEW_YORK.key, TOO_LONG)
    )


def test_closed_it_comes_up_no_more_and_deleted_once_when_it_is_gone_for_good() -> None:
    due = cases.set_deadline(DENIED, date(2026, 4, 20))
    closed = cases.close(due, "closed", MORNING)
    assert reminder_times.next_of_case(closed, NEW_YORK.key, TOO_LONG, MORNING) is None
    gone = reminder_times.next_of_case(cases.remove(due, MORNING), NEW_YORK.key, TOO_LONG, MORNING)
    assert gone == MORNING + cases.UNDO_FOR


def row(case: Case, day: date) -> reminders.Reminder:
    at = wall(day, reminder_times.DAYTIME)
    return reminders.Reminder("r", "case", at, at, subject=case.id, zone=NEW_YORK.key)


def test_a_pause_makes_a_last_day_silent_and_lets_slowness_wait() -> None:
    paused = replace(ROBIN, paused_until=datetime(2026, 12, 1, tzinfo=UTC))
    due = cases.set_deadline(DENIED, date(2026, 4, 20))
    near, slow = row(due, date(2026, 4, 18)), row(due, date(2026, 3, 12))
    for reminder, what, silent in ((near, "give", True), (slow, "skip", False)):
        assert reminder.due_at
        verdict = reminder_rules.judge_case(reminder, paused, due, TOO_LONG, reminder.due_at)
        assert (verdict.what, verdict.silent) == (what, silent)


@pytest.mark.parametrize("days", [1, 4])
def test_late_it_comes_while_it_is_of_use_else_the_latest_one_missed_takes_its_place(days: int) -> None:
    due = cases.set_deadline(DENIED, date(2026, 4, 20))
    first = row(due, date(2026, 4, 13))
    assert first.due_at
    now = first.due_at + timedelta(days=days)
    verdict = reminder_rules.judge_case(first, ROBIN, due, TOO_LONG, now)
    assert verdict.what == ("give" if days == 1 else "pass")

    def following(after: datetime) -> datetime | None:
        return reminder_times.next_of_case(due, NEW_YORK.key, TOO_LONG, after)

    long_after = wall(date(2026, 4, 19), time(12))
    advanced = reminder_rules.advance(first, ROBIN, "pass", long_after, following)
    assert advanced.occurrence_at == wall(date(2026, 4, 18), reminder_times.DAYTIME)
    assert reminder_rules.judge_case(advanced, ROBIN, due, TOO_LONG, long_after).what == "give"


def test_a_case_that_is_gone_or_stopped_is_passed() -> None:
    reminder = row(DENIED, date(2026, 3, 12))
    assert reminder.due_at
    stopped = replace(reminder, stopped=True)
    for each, case in (
        (reminder, None),
        (stopped, DENIED),
        (reminder, cases.close(DENIED, "closed", MORNING)),
    ):
        assert reminder_rules.judge_case(each, ROBIN, case, TOO_LONG, reminder.due_at).what == "pass"
