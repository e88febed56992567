# ruff: noqa: DTZ001  wall-clock times are naive on purpose
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.cases import call_details
from bot.understanding.cases.call_details import CallDetails

NOW = datetime(2026, 3, 2, 10, 0)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "called, ana, ref 553, still in review, call back friday",
            CallDetails(
                "Ana", "553", "still in review", "call back friday", date(2026, 3, 6), None, "theirs"
            ),
        ),
        (
            "called aetna, spoke with Ana, said they need the chart notes, i have to fax by thursday",
            CallDetails(
                "Ana (Aetna)",
                "",
                "they need the chart notes",
                "i have to fax by thursday",
                date(2026, 3, 5),
                None,
                "mine",
            ),
        ),
        (
            "Jo, waiting on the doctor, she'll call me by friday",
            CallDetails(
                "Jo",
                "",
                "waiting on the doctor",
                "she'll call me by friday",
                date(2026, 3, 9),
                None,
                "theirs",
            ),
        ),
        (
            "no one picked up, try again tomorrow at 9",
            CallDetails(
                "", "", "no one picked up", "try again tomorrow at 9", date(2026, 3, 3), time(9), None
            ),
        ),
        ("still pending", CallDetails(said="still pending", move="theirs")),
        (
            "called insurance and they said it's missing the MRI report",
            CallDetails("Insurance", "", "it's missing the MRI report", move="mine"),
        ),
        ("ana ref 12-99 approved", CallDetails("Ana", "12-99", "approved")),
    ],
)
def test_one_line_is_taken_apart(text: str, wanted: CallDetails) -> None:
    assert call_details.read(text, NOW) == wanted


def test_what_was_promised_for_a_friday_is_looked_at_on_monday() -> None:
    found = call_details.read("they will call me back on friday", NOW)
    assert (found.follow_on, found.move) == (date(2026, 3, 9), "theirs")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("called, ana, ref 553", True),
        ("Spoke with Jo at Aetna", True),
        ("just got a call from the insurance", True),
        ("I called them again", True),
        ("called out sick", False),
        ("called my mom", False),
        ("calling hurts", False),
        ("migraine 7, called in sick", False),
    ],
)
def test_a_line_about_a_call_is_known_by_its_beginning(text: str, wanted: bool) -> None:  # noqa: FBT001  a label
    assert call_details.looks_like_call(text) is wanted


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    "called",
                    "ana",
                    ",",
                    ";",
                    ".",
                    "ref",
                    "553",
                    "they",
                    "will",
                    "call",
                    "back",
                    "friday",
                    "by",
                    "i",
                    "have",
                    "to",
                    "said",
                    "no",
                    "-",
                    "dr",
                ]
            ),
            max_size=50,
        ).map(" ".join),
    )
)
def test_any_line_is_answered_and_no_day_lies_behind(text: str) -> None:
    found = call_details.read(text, NOW)
    assert found.follow_on is None or found.follow_on >= NOW.date()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("called about ref 8841, they need the notes", ""),
        ("called aetna about ref 8841, still in review", "Aetna"),
    ],
)
def test_what_a_call_was_about_is_nobodys_name(text: str, who: str) -> None:
    read = call_details.read(text, NOW)
    assert (read.who, read.reference) == (who, "8841")
