# ruff: noqa: DTZ001  wall-clock times are naive on purpose
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.cases import case_details, case_references
from tests.evals import score_cases

NOW = datetime(2026, 3, 2, 10, 0)
"""A Monday."""
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("ref 8841", "8841"),
        ("Ref. no. 22-81, still pending", "22-81"),
        ("reference number is AB/2231/9.", "AB/2231/9"),
        ("reference # 123 456 789 and then", "123 456 789"),
        ("claim 88412 denied", "88412"),
        ("claim #A1-99", "A1-99"),
        ("case id: ER-2291", "ER-2291"),
        ("conf no 90-12", "90-12"),
        ("auth# PA-99120", "PA-99120"),
        ("it is #55213", "55213"),
        ("bill no. 5512", "5512"),
        ("ref KP 88231", "KP 88231"),
    ],
)
def test_references_are_found_in_the_forms_people_write(text: str, reference: str) -> None:
    found = case_references.find(text)
    assert found is not None
    assert found.value == reference


@pytest.mark.parametrize(
    "text",
    [
        "bill 450 dollars",
        "call 800-555-1234",
        "refill 20 pills",
        "pain 7/10",
        "claim by 3/20",
        "case 2 of 3",
        "letter from 2026-02-20",
        "call 2026",
        "ref is wrong",
        "order 90 days",
        "pa 500mg",
    ],
)
def test_amounts_dates_phones_and_doses_are_no_references(text: str) -> None:
    assert case_references.find(text) is None


@pytest.mark.parametrize(
    ("text", "day", "whose"),
    [
        ("appeal by jan 5", date(2027, 1, 5), "mine"),
        ("appeal due 3/20", date(2026, 3, 20), "mine"),
        ("must be in no later than the 15th", date(2026, 3, 15), "mine"),
        ("appeal by the end of march", date(2026, 3, 31), "mine"),
        ("file by june", date(2026, 6, 1), "mine"),
        ("deadline is april 9 at 5pm", date(2026, 4, 9), "mine"),
        ("expires in 10 days", date(2026, 3, 12), "mine"),
        ("they have until april 1", date(2026, 4, 1), "theirs"),
        ("they said i have to send it by april 1", date(2026, 4, 1), "mine"),
        ("they want the form by april 1", date(2026, 4, 1), "mine"),
        ("they denied it and i can appeal by april 1", date(2026, 4, 1), "mine"),
        ("should hear back by friday", date(2026, 3, 6), "theirs"),
        ("the clinic said by friday", date(2026, 3, 6), "theirs"),
    ],
)
def test_the_last_day_and_whose_it_is_are_read(text: str, day: date, whose: str) -> None:
    found = case_details.read(f"insurance denied my mri. {text}", NOW)
    assert (found.deadline, found.deadline_whose) == (day, whose)


@pytest.mark.parametrize(
    "text",
    ["appeal by feb 1 2020", "stood by my sister", "180 days to appeal", "by 2031-01-01", "due to pain"],
)
def test_what_is_over_far_off_or_no_day_is_no_last_day(text: str) -> None:
    assert case_details.read(f"insurance denied my mri, {text}", NOW).deadline is None


def test_two_readings_of_a_day_give_the_earlier_for_early_is_safe() -> None:
    found = case_details.read("denied, appeal by next friday", NOW)
    assert found.deadline == date(2026, 3, 6)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("start my denial case", True),
        ("please open a case for the mri", True),
        ("can you keep track of my referral", True),
        ("New case: lost records", True),
        ("just in case i took two", False),
        ("open a case of soda", False),
        ("i keep track of my steps", False),
        ("don't open a case", False),
        ("in that case ok", False),
        ("track my period", False),
    ],
)
def test_asking_for_a_case_opens_a_message(text: str, wanted: bool) -> None:  # noqa: FBT001  a label
    assert case_details.asks_for_case(text) is wanted


def test_curly_apostrophes_and_capitals_change_nothing() -> None:
    plain = case_details.read("they won't cover my mri, appeal by april 1", NOW)
    fancy = case_details.read("THEY WON\N{RIGHT SINGLE QUOTATION MARK}T COVER MY MRI, APPEAL BY APRIL 1", NOW)
    assert (plain.kind, plain.deadline) == (fancy.kind, fancy.deadline) == ("denial", date(2026, 4, 1))


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    "ref",
                    "#",
                    "no",
                    "8841",
                    "denied",
                    "by",
                    "until",
                    "due",
                    "for",
                    "my",
                    "the",
                    "appeal",
                    "they",
                    ",",
                    ".",
                    "mri",
                    "aetna",
                    "claim",
                    "case",
                    "3/20",
                    "end",
                    "of",
                    "march",
                    "prior",
                    "auth",
                    "expires",
                    "\n",
                    "dr",
                    "&",
                    "<b>",
                    "case",
                ]
            ),
            max_size=60,
        ).map(" ".join),
    )
)
def test_any_text_is_answered_within_bounds(text: str) -> None:
    found = case_details.read(text, NOW)
    assert len(found.reference) <= case_references.LONGEST
    assert len(found.with_whom) <= case_details.LONGEST_NAME + 4
    assert found.deadline is None or TODAY <= found.deadline <= TODAY + case_details.FARTHEST


def test_a_very_long_message_is_read_in_its_beginning() -> None:
    story = (
        "insurance denied my mri ref 8841 " + "and then they said no again by the way my claim is " * 2_000
    )
    assert case_details.read(story, NOW).reference == "8841"


def test_the_labelled_sentences_are_many_and_read_no_worse_than_measured() -> None:
    every = score_cases.rows("work") + score_cases.rows("held")
    assert len(every) >= 100
    assert len({row["text"] for row in every}) == len(every)
    held = {name: value for name, value, _ in score_cases.score("held")}
    assert held["kind"] >= 0.9
    assert held["reference"] >= 0.96
    assert held["deadline"] >= 0.9
    assert held["opens"] >= 0.9
