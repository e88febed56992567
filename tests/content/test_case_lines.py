from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.content import case_lines, wording
from bot.domain import case_rules, cases

WORDS = wording.Wording()
OPENED = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
HUMIRA = cases.Case("c", "authorization", "", OPENED, about="Humira", move="theirs", move_since=OPENED)


def test_a_case_is_said_in_one_line() -> None:
    now = OPENED + timedelta(days=40)
    assert case_lines.lines([HUMIRA], now, UTC, WORDS.text) == (
        "Approval (Humira) day 41, waiting for the insurer",
    )


def test_my_last_day_is_said_and_theirs_or_one_that_is_met_is_not() -> None:
    due = cases.set_deadline(replace(HUMIRA, move="mine"), date(2027, 1, 5))
    assert (
        case_lines.line(due, OPENED, UTC, WORDS.text)
        == "Approval (Humira) day 1, my move, last day 5 Jan 2027"
    )
    for other in (replace(due, deadline_met=True), replace(due, deadline_whose="theirs")):
        assert "last day" not in case_lines.line(other, OPENED, UTC, WORDS.text)


def test_what_the_patient_typed_is_plain_text_not_tags() -> None:
    odd = replace(HUMIRA, about="<b>A & B</b>", with_whom="R&D <x>")
    assert (
        case_lines.line(odd, OPENED, UTC, WORDS.text) == "Approval (<b>A & B</b>) day 1, waiting for R&D <x>"
    )


def test_closed_cases_are_left_out_and_the_most_pressing_comes_first() -> None:
    due = replace(cases.set_deadline(HUMIRA, date(2026, 3, 9)), id="d", about="MRI")
    closed = cases.close(replace(HUMIRA, id="e"), "approved", OPENED)
    found = case_lines.lines([closed, HUMIRA, due], OPENED, UTC, WORDS.text)
    assert [line.split(")")[0] for line in found] == ["Approval (MRI", "Approval (Humira"]


@pytest.mark.parametrize("kind", [*case_rules.KINDS, "a kind that is gone"])
def test_every_kind_has_its_words(kind: str) -> None:
    assert case_lines.line(replace(HUMIRA, kind=kind, about=""), OPENED, UTC, WORDS.text)
