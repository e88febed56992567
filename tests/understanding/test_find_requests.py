"""A question about the log is told from an update by its whole form, and its period by its words."""

from datetime import date

import pytest

from bot.understanding.lookups import find_requests, trend_requests
from bot.understanding.words import gates
from tests.evals import score_find


def test_no_labelled_update_is_taken_for_a_question() -> None:
    for part in ("work", "held"):
        wrong = [c["text"] for c in score_find.cases(part) if c["want"] is None and score_find.read(c)]
        assert wrong == []


def test_no_labelled_question_is_shut_out() -> None:
    for case in (*score_find.cases("work"), *score_find.cases("held")):
        said = gates.plain(find_requests.plain(case["text"]))
        opens = find_requests.may_ask(said) or trend_requests.may_ask(said)
        assert opens or score_find.read(case) is None, case["text"]


def test_nearly_all_labelled_questions_are_read_right() -> None:
    rows = {name: value for name, value, _ in score_find.score("held")}
    assert rows["question right in all"] >= 0.9


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in october", date(2026, 10, 1), date(2026, 10, 31)),
        ("in december", date(2025, 12, 1), date(2025, 12, 31)),
        ("in february 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("from october to february", date(2025, 10, 1), date(2026, 2, 28)),
        ("in the last two weeks", date(2026, 11, 9), date(2026, 11, 22)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("since my last visit", date(2026, 11, 2), date(2026, 11, 22)),
        ("two weeks ago", date(2026, 11, 2), date(2026, 11, 8)),
        ("in 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_has_its_first_and_its_last_day(words: str, first: date, last: date) -> None:
    case = {"text": f"how many migraines {words}", "now": "2026-11-22T20:00", "last_visit": "2026-11-02"}
    got = score_find.read(case)
    assert got is not None
    assert (got["first"], got["last"]) == (first.isoformat(), last.isoformat())
