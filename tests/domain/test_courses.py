"""How symptoms went: every stretch of the period once, gaps left empty, nothing marked that was not told."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import courses, days, history, marks, visits

LAST = date(2026, 3, 31)
NOW = datetime(2026, 3, 31, 16, tzinfo=UTC)


def day(ago: int, *taken: str, **symptoms: int | None) -> days.Days:
    number = (LAST - timedelta(days=ago)).toordinal()
    return days.Days(
        {number: 1},
        {name: {number: severity} for name, severity in symptoms.items()},
        {name: {"": {number: 1}} for name in taken},
    )


@pytest.mark.parametrize(
    ("length", "unit"),
    [(1, "day"), (30, "day"), (92, "day"), (93, "week"), (728, "week"), (729, "month"), (3650, "month")],
)
def test_the_stretches_cover_the_period_once_and_whole(length: int, unit: str) -> None:
    first = LAST - timedelta(days=length - 1)
    course = courses.chart(days.Days(), ["x"], first, LAST)
    assert course.unit == unit
    covered = [
        s.first + timedelta(days=n) for s in course.stretches for n in range((s.last - s.first).days + 1)
    ]
    assert covered == [first + timedelta(days=n) for n in range(length)]
    assert len(course.stretches) == len(course.lines[0].points) <= 125


def test_a_day_without_the_symptom_is_not_a_day_without_a_word() -> None:
    told = days.merge(day(2, migraine=7), day(0, nausea=3))
    course = courses.chart(told, ["migraine"], LAST - timedelta(days=2), LAST)
    assert [s.observed for s in course.stretches] == [1, 0, 1]
    assert [p.days for p in course.lines[0].points] == [1, 0, 0]
    assert course.lines[0].points[0] == courses.Point(1, 7, 7)


def test_a_week_says_its_days_its_worst_and_its_typical() -> None:
    told = days.merge(*(day(n, migraine=severity) for n, severity in enumerate([None, 2, 9, 4])))
    course = courses.chart(told, ["migraine"], LAST - timedelta(days=120), LAST)
    assert course.lines[0].points[-1] == courses.Point(4, 9, 4)
    assert course.stretches[-1].observed == 4


def test_only_a_named_day_is_marked() -> None:
    items = [
        history.Item("a", "medicine", "propranolol", NOW, since="12 March"),
        history.Item("b", "medicine", "topiramate", NOW, "stopped", since="2021", until="20 March"),
        history.Item("c", "allergy", "penicillin", NOW, since="12 March"),
        history.Item("d", "medicine", "aspirin", NOW, "refused", since="12 March"),
        history.Item("e", "medicine", "iron", NOW, since="March 2025"),
    ]
    named = {
        "12 March": marks.Named(date(2026, 3, 12)),
        "20 March": marks.Named(date(2026, 3, 20)),
        "March 2025": marks.Named(date(2025, 3, 1), roughly=True),
    }
    assert marks.of_history(items, lambda words, _: named.get(words)) == (
        marks.Mark(date(2026, 3, 12), "began", "propranolol"),
        marks.Mark(date(2026, 3, 20), "stopped", "topiramate"),
        marks.Mark(date(2025, 3, 1), "began", "iron", roughly=True),
    )


def test_the_first_day_of_a_journal_begins_no_medicine() -> None:
    told = days.merge(
        day(9, "propranolol"),
        day(8, "propranolol", "iron"),
        day(7, "propranolol", "iron"),
        day(6, "iron"),
    )
    assert marks.first_logged(days.Days(), told) == (
        marks.Mark(LAST - timedelta(days=8), "began", "iron", logged=True),
    )
    assert marks.first_logged(day(40, "propranolol", "iron"), told) == ()


def test_what_lies_outside_the_period_and_cancelled_visits_are_not_marked() -> None:
    kept = [
        visits.Visit("a", NOW, "UTC", "Dr Wu"),
        visits.Visit("b", NOW, "UTC", "Dr Lee", state="cancelled"),
        visits.Visit("c", NOW - timedelta(days=60), "UTC", "Dr Wu"),
    ]
    course = courses.chart(days.Days(), ["x"], LAST - timedelta(days=9), LAST, marks.of_visits(kept))
    assert course.marks == (marks.Mark(LAST, "visit", "Dr Wu"),)
