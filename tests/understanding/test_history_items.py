"""Histories as people type and paste them: split sensibly, in their words, with nothing added and never a fault."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import history
from tests.evals import score_history

TOLD = score_history.reader()
ITEMS = TOLD.items
SLOWEST = 3.0
"""Seconds for the longest message of the worst kind; a hundred times what is usual, so that only a blow-up fails."""


def named(text: str, section: history.Section, *, tried: bool = False) -> list[tuple[str, str]]:
    return [(d.name, d.detail) for d in ITEMS.read(text, section, tried=tried)]


@pytest.mark.parametrize("text", ["", " ", "-\n-\n", "???", ",,,;", "none", "N/A.", "nothing that I know of"])
def test_nothing_told_is_no_item(text: str) -> None:
    for section in history.SECTIONS:
        assert ITEMS.read(text, section) == ()


def test_bullets_numbers_commas_and_breath_all_part_a_list() -> None:
    for text in ("POTS\nasthma\nlupus", "- POTS\n* asthma\n\N{BULLET} lupus", "1. POTS\n2) asthma\n(3) lupus",
                 "POTS, asthma and lupus", "POTS; asthma; lupus"):  # fmt: skip
        assert [name for name, _ in named(text, "condition")] == ["POTS", "asthma", "lupus"], text


def test_an_and_inside_a_name_parts_nothing() -> None:
    assert named("head and neck cancer", "condition") == [("head and neck cancer", "")]


def test_a_brand_goes_by_its_generic_name_but_an_allergen_is_never_renamed() -> None:
    assert named("Topamax 50", "medicine") == [("topiramate", "50 mg")]
    assert named("sulfa, Advil", "allergy") == [("sulfa", ""), ("Advil", "")]


def test_a_name_nobody_knows_is_kept_as_written() -> None:
    assert named("Zorbitol-X 5mg twice a day", "medicine") == [("Zorbitol-X", "5 mg twice a day")]


def test_a_reason_stays_with_its_medicine() -> None:
    (first, second) = ITEMS.read(
        "topiramate 50 for 8 weeks, stopped because of brain fog, gabapentin", "medicine"
    )
    assert (first.name, first.detail, first.lasted, first.why) == (
        "topiramate",
        "50 mg",
        "8 weeks",
        "brain fog",
    )
    assert (first.state, second.name, second.state) == ("stopped", "gabapentin", "now")


@pytest.mark.parametrize(
    "text",
    [
        "did I stop topiramate?",
        "when I stop topiramate we will see",
        "they may put me on propranolol",
        "my brother stopped topiramate",
        "her doctor put her on propranolol",
        "skipped topiramate",
        "stopped topiramate until the scan",
        "I was never allergic to anything",
        "not diagnosed with lupus",
        "please don't remind me",
        "I stopped eating gluten",
        "I stopped taking my meds",
    ],
)
def test_what_is_no_lasting_fact_of_their_own_changes_nothing(text: str) -> None:
    assert TOLD.find(text) == ()


def test_a_medicine_the_patient_named_before_is_known_from_then_on() -> None:
    assert TOLD.find("I stopped zorbitol because of the rash") == ()
    (draft,) = TOLD.find("I stopped zorbitol because of the rash", ["Zorbitol"])
    assert (draft.name, draft.state, draft.why) == ("zorbitol", "stopped", "rash")


def test_several_things_in_one_message_are_all_found() -> None:
    told = TOLD.find(
        "I was diagnosed with POTS in 2021, I'm allergic to latex and dr lee put me on propranolol 40"
    )
    assert [(d.section, d.name) for d in told] == [
        ("condition", "POTS"),
        ("allergy", "latex"),
        ("medicine", "propranolol"),
    ]


def test_the_labelled_sentences_that_were_worked_with_are_all_read_right() -> None:
    assert list(score_history.mistakes()) == []


def test_the_held_sentences_are_read_well_enough() -> None:
    rows = {name: value for name, value, _ in score_history.score("held")}
    assert rows["list: found"] >= 0.95
    assert rows["message: found"] >= 0.95
    assert rows["message: quiet where there is nothing"] >= 0.95
    assert rows["message: nothing invented"] >= 0.95


PHRASES = (
    "i stopped topiramate because of the rash, allergic to penicillin - ( 50 mg ) for 8 weeks since 2021; dr lee"
    " put me on\n"
    "my mom . please don't none had made me was diagnosed with POTS in march"
)
WORDS = st.sampled_from(re.findall(r"[\w']+|[^\w']", PHRASES))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200), st.sampled_from(history.SECTIONS))
def test_whatever_is_typed_there_is_no_fault_and_no_word_that_was_not_said(
    text: str, section: history.Section
) -> None:
    TOLD.find(text)
    for draft in ITEMS.read(text, section, tried=section == "medicine"):
        assert draft.name.strip()
        if section == "medicine":
            continue  # a generic name may be another word
        said = " ".join(re.findall(r"\w+", text.casefold()))
        for word in re.findall(r"\w+", f"{draft.name} {draft.detail} {draft.why}".casefold()):
            assert word in said


@pytest.mark.parametrize(
    "piece", ["i had ", "dr ", ", ", "because ", "((", "for 8 weeks ", "in 2021 ", "my mom and ", "a"]
)
def test_a_long_message_of_the_worst_kind_is_read_in_bounded_time(piece: str) -> None:
    text = (piece * 4_000)[:4_000]
    start = time.thread_time()
    TOLD.find(text)
    sections: tuple[history.Section, ...] = ("medicine", "condition", "allergy", "family")
    for section in sections:
        ITEMS.read(text, section)
    assert time.thread_time() - start < SLOWEST
