"""The tighter version: from the patient's own words, shorter or plainer, and nothing where it is not safe."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import speech as content
from bot.domain import speech
from bot.understanding.speech.speech import SpeechReader
from bot.understanding.speech.speech_tighter import Tightener
from tests.evals import score_speech

PHRASES = content.load()
READER = SpeechReader(PHRASES)
TIGHTENER = Tightener(READER)
PIECES = [
    "Sorry to bother you",
    "I know you're busy",
    "it's probably nothing",
    "I can't climb the stairs",
    "the rash came back in May",
    "maybe it was the new pill",
    "you never listen to me",
    "you lost my form",
    "could you maybe look at it",
    "I was kind of wondering if you could send it",
    "please call me back",
    "um",
    "you idiot",
    "if that's okay",
    "and another thing",
]


def said(text: str) -> list[str]:
    return re.findall(r"[\w'\u2019]+", text.lower())


@pytest.mark.parametrize(
    ("text", "tighter"),
    [
        ("I'm sorry to ask, but when will it be sent?", "When will it be sent?"),
        ("Sorry for rambling. I can't sleep. What can we change?", "I can't sleep. What can we change?"),
        ("I was just wondering if maybe you could possibly check again?", "Could you check again?"),
        (
            "You never listen to me. Can we go back to the scan?",
            "I don't feel heard. Can we go back to the scan?",
        ),
        ("You lost my form. When will you have it?", "My form got lost. When will you have it?"),
        ("you always rush me, can we finish one thing", "I feel rushed. Can we finish one thing?"),
        ("Send it today, you idiot.", "Send it today."),
        (
            "Can you look at my knee? I can't climb the stairs.",
            "I can't climb the stairs. Can you look at my knee?",
        ),
        ("I need a refill, and can you also look at this rash?", "I need a refill."),
        ("can you ask dr. lee, and also i need a work note", "Can you ask dr. lee?"),
        ("i know your busy but i can't sleep, what can we try", "I can't sleep, what can we try?"),
    ],
)
def test_it_is_offered_from_their_words(text: str, tighter: str) -> None:
    assert TIGHTENER.tighter(text) == tighter


@pytest.mark.parametrize(
    "text",
    [
        "",
        "????",
        "Yes.",
        "Could you send it today?",
        "I can't climb the stairs. What can we try?",
        "Sorry to bother you.",  # nothing would be left
        "You gave me the wrong pills on purpose.",  # no plain form that adds nothing
        "You're useless.",
        "Maybe I'm allergic to it. Can you check?",  # the doubt is a fact
        "I just had surgery. What kind of test is this?",
    ],
)
def test_nothing_is_offered_where_nothing_gets_better_or_it_is_not_safe(text: str) -> None:
    assert TIGHTENER.tighter(text) is None


def test_a_long_answer_keeps_what_is_asked_and_what_life_is_like() -> None:
    told = " ".join(f"Then on day {number} it was a bit different again." for number in range(8))
    offered = TIGHTENER.tighter(f"{told} I can't lift my baby. {told} Could you note that?")
    assert offered is not None
    assert "I can't lift my baby." in offered
    assert offered.endswith("Could you note that?")
    assert READER.read(offered).seconds <= speech.LONGEST_SECONDS


def test_one_sentence_too_long_to_cut_safely_is_left_alone() -> None:
    assert TIGHTENER.tighter("Could you look at " + "the very old and rather sore " * 8 + "knee?") is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=7),
    st.lists(st.sampled_from([". ", ", ", " and ", ", but ", "? ", " "]), min_size=7, max_size=7),
)
def test_it_invents_nothing_and_is_never_worse(pieces: list[str], joins: list[str]) -> None:
    text = "".join(piece + join for piece, join in zip(pieces, joins, strict=False))
    offered = TIGHTENER.tighter(text)
    if offered is None:
        return
    ours = {word for each in (*PHRASES.turned, *PHRASES.straight) for word in said(each.instead)}
    assert set(said(offered)) <= {*said(text), *ours}
    before, after = READER.read(text), READER.read(offered)
    assert after.seconds <= speech.LONGEST_SECONDS
    assert not after.has("accusation")
    assert not after.has("insult")
    assert after.has("ask") or not before.has("ask")
    assert after.has("function") or not before.has("function")
    assert ("maybe it was the new pill" in offered.lower()) == ("maybe it was" in offered.lower())
    assert offered[0].isupper()
    assert offered[-1] in ".?"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    offered = TIGHTENER.tighter(text)
    assert offered is None or offered.strip()


def test_what_is_offered_is_not_offered_shorter_again_without_end() -> None:
    for case in (*score_speech.cases("work"), *score_speech.cases("held")):
        text, rounds = case["text"], 0
        while (shorter := TIGHTENER.tighter(text)) is not None:
            text, rounds = shorter, rounds + 1
            assert rounds <= 2, case["text"]
