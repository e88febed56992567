"""Situations: the barrier behind everyday words, nothing for small talk, and harm never beside an alliance."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import recognition, weights
from bot.understanding.situations import SituationReader
from tests.evals import score_situations

CUES = recognition.load_situations()
READER = SituationReader(CUES, weights.load("situations"))
BARRIERS = {barrier.id for barrier in CUES.barriers}


@pytest.mark.parametrize(
    ("text", "barrier"),
    [
        ("insurance won't cover my infusions", "insurance_denial"),
        ("they want me to fail methotrexate first", "step_therapy"),
        ("no pharmacy has my concerta in stock", "pharmacy_problem"),
        ("what do i say when he calls my bloods normal", "normal_labs"),
        ("the consultant groped me", "harm_or_abuse"),
        ("waiting 9 weeks for the referral", "referral_delay"),
        ("pharmacy has none till thursday", "pharmacy_problem"),
        ("bill for 340 came and i thought the scan was covered", "billing_error"),
        ("rang surgery 40 times, engaged", "portal_or_records_problem"),
        ("what would the op set me back", "cost_worry"),
    ],
)
def test_an_everyday_description_names_its_barrier_first(text: str, barrier: str) -> None:
    assert READER.rank(text)[0] == barrier


@pytest.mark.parametrize(
    "text", ["migraine 6, took suma", "remind me at 8", "good night", "", "slept 5 hours"]
)
def test_logs_reminders_and_small_talk_name_no_barrier(text: str) -> None:
    assert READER.rank(text) == ()


@pytest.mark.parametrize(
    "thanks",
    [
        "how can i work with my doctor",
        "thank you for listening",
        "i trust my doctor but the process is frustrating",
    ],
)
def test_beside_harm_no_alliance_or_gratitude_is_ever_offered(thanks: str) -> None:
    ranked = READER.rank(f"the nurse slapped me and laughed at me. {thanks}")
    assert ranked[0] == "harm_or_abuse"
    assert not {"want_alliance", "gratitude", "frustrated_but_trusting"} & set(ranked)


def test_two_barriers_in_one_message_are_both_offered() -> None:
    ranked = READER.rank("my referral was never sent and the portal is down so i can't ask")
    assert {"referral_delay", "portal_or_records_problem"} <= set(ranked)


def test_what_is_denied_outright_is_not_offered() -> None:
    assert "rushed_visit" not in READER.rank("i was not rushed at all")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_any_text_in_any_script_gives_at_most_three_known_barriers(text: str) -> None:
    ranked = READER.rank(text)
    assert len(ranked) <= 3
    assert set(ranked) <= BARRIERS


@pytest.mark.parametrize(
    "piece", ["insurance denied ", "doctor, nurse ", "not ", "not mad at ", "bill. ", "漢字 "]
)
def test_the_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    short, long = piece * (4000 // len(piece)), piece * (32000 // len(piece))
    READER.rank(short)
    assert _steps(long) <= _steps(short) * 12 + 2_000


def test_a_message_of_denials_costs_no_more_than_one_of_other_words() -> None:
    denials, others = "not mad at " * 370, "big map on " * 370
    READER.rank(denials)
    READER.rank(others)
    assert _steps(denials) <= _steps(others) * 8


def test_the_held_sentences_keep_their_score() -> None:
    found = score_situations.score("held")
    assert found["top1"] >= 0.85
    assert found["top3"] >= 0.95
    assert found["quiet"] >= 0.8


def _steps(text: str) -> int:
    """Count the calls that one reading makes: a measure of work that no busy machine disturbs."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        READER.rank(text)
    finally:
        sys.setprofile(before)
    return calls
