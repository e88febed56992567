"""What is heard in a rehearsed answer, which one piece of feedback is given, and what it is given on."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import reading, rules, wording
from bot.content import speech as content
from bot.domain import patients, speech
from bot.understanding.speech import speech_advice, speech_phrases
from bot.understanding.speech.speech import SpeechReader, seconds
from tests.evals import score_speech

READER = SpeechReader(content.load())
WORDS = wording.Wording()
ENERGIES: tuple[patients.Energy, ...] = get_args(patients.Energy)


def kinds(text: str) -> set[str]:
    return {each.kind for each in READER.read(text).findings}


def words(text: str, kind: speech.Kind) -> str:
    found = READER.read(text).first(kind)
    assert found is not None
    return found.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Can we set a date for that?",
        "I need you to send it today.",
        "Please note in my chart that I asked.",
        "could you tell me the reason",
        "what happens if it gets worse",
        "Tell me who decides.",
        "I\u2019d like that in writing.",
        "well, who can fix this?",
        "i dont trust it, how do i switch",
    ],
)
def test_a_request_is_heard_in_every_form(text: str) -> None:
    assert "ask" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I asked you in March.",
        "I need to lie down a lot.",
        "You don't believe me, do you?",
        "Why do you always ignore me?",
        "Can I be honest?",
        "I'm not asking for pills.",
        "When I stand up I get dizzy.",
        "Can you?",
    ],
)
def test_what_only_looks_like_a_request_is_none(text: str) -> None:
    assert "ask" not in kinds(text)


def test_what_life_is_like_needs_a_loss_and_what_was_lost() -> None:
    assert words("I used to walk my dog, and now I can't.", "function") == "used to walk"
    assert "function" in kinds("The dishes wear me out, so my son has to do it for me.")
    assert "function" not in kinds("I walk my dog at night.")
    assert "function" not in kinds("I can't work out what the letter says.")
    assert "function" not in kinds("I can't believe it. I walk the dog.")


def test_an_accusation_shows_its_words_and_a_kindness_is_none() -> None:
    assert words("Look, You never listen to me.", "accusation") == "You never"
    assert "accusation" not in kinds("It's not your fault, and you don't have to fix it all.")
    assert "accusation" not in kinds("The plan never listens.")


def test_nobody_who_may_have_been_harmed_is_asked_to_say_it_more_kindly() -> None:
    for told in ("You hurt me.", "You laughed at me.", "You touched me there.", "You refused to stop."):
        assert kinds(told).isdisjoint({"accusation", "insult"}), told


def test_to_tell_of_blame_by_others_is_not_to_blame_oneself() -> None:
    assert "self_blame" in kinds("It's all in my head, I know.")
    assert "self_blame" not in kinds("I was told it's all in my head.")
    assert "self_blame" not in kinds("It's not my fault.")


def test_an_insult_counts_when_it_is_aimed_and_not_when_said_of_oneself() -> None:
    assert "insult" in kinds("You people are all so useless.")
    assert "insult" in kinds("What an idiot.")
    assert "insult" not in kinds("I feel like an idiot.")
    assert "insult" not in kinds("This rule is useless.")


def test_one_maybe_is_no_pile() -> None:
    assert "hedges" not in kinds("Maybe it was the new pill.")
    assert words("Maybe it was, I guess, the pill.", "hedges") == "Maybe it was, I guess"


def test_a_second_matter_is_heard_and_a_follow_up_is_none() -> None:
    assert "two_things" in kinds("Can you renew my pills? Also can you look at my foot?")
    assert "two_things" not in kinds("Can you look for it, and if it's not there, can you send it again?")
    assert "two_things" not in kinds("Who decides, and by when?")


def test_thirty_words_take_twelve_seconds_and_one_more_is_too_long() -> None:
    assert seconds("word " * 30) == speech.LONGEST_SECONDS
    assert "long" not in kinds("word " * 30)
    assert "long" in kinds("word " * 31)


def test_places_stay_where_they_are_when_letters_change_their_length() -> None:
    text = "\u0130\u0130\u0130 I\u2019m so sorry to bother you, \u0130stanbul."
    assert words(text, "self_blame") == "so sorry to"
    assert words(text.replace("so ", ""), "self_blame") == "sorry to bother"


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(["can", "you", "never", "i", "maybe", ",", ".", "?", "'", "also", "sorry"])
    ).map(" ".join)
)
def test_any_text_is_heard_and_every_finding_rests_on_words_of_it(text: str) -> None:
    heard = READER.read(text)
    for each in heard.findings:
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.span.of(text).strip()


def test_sentences_end_at_full_stops_but_not_at_titles_or_numbers() -> None:
    text = "Dr. Lee said 8.5 is fine. Is it? ok\nYes"
    found = [each.of(text) for each in speech_phrases.sentences(text)]
    assert found == ["Dr. Lee said 8.5 is fine.", "Is it?", "ok", "Yes"]


# --- one piece of feedback


def advice(
    text: str, energy: patients.Energy = "full", told: tuple[speech_advice.Kind, ...] = ()
) -> speech_advice.Advice:
    return speech_advice.first_of(READER.read(text), energy, "ask", told)


def test_what_closes_ears_comes_before_what_makes_small() -> None:
    text = "Sorry to bother you, you idiot, but you never listen."
    assert advice(text).kind == "insult"
    assert advice(text, told=("insult",)).kind == "accusation"
    assert advice(text, told=("insult", "accusation")).kind == "no_ask"
    assert advice(text, told=("insult", "accusation", "no_ask")).kind == "self_blame"
    assert advice(text, told=("insult", "accusation", "no_ask", "self_blame")).kind == "well"


def test_on_a_foggy_day_small_things_are_let_go_and_an_insult_is_not() -> None:
    small = "Sorry to bother you, could you maybe, I guess, send it?"
    assert advice(small).kind == "self_blame"
    assert advice(small, "foggy").kind == "well"
    for energy in ENERGIES:
        assert advice("Send it to me, you moron.", energy).kind == "insult"


def test_what_life_is_like_is_missed_only_where_it_helps() -> None:
    heard = READER.read("Could you send it today?")
    assert speech_advice.first_of(heard, "full", "name_function").kind == "no_function"
    assert speech_advice.first_of(heard, "full", "get_reference").kind == "well"


def test_what_works_is_said_first() -> None:
    assert advice("Could you send it?").works == "rehearse-works-ask"
    assert advice("I can't climb the stairs.").works == "rehearse-works-function"
    assert advice("I can't climb the stairs. Could you note that?").works == "rehearse-works-both"
    assert advice("It hurts.").works == "rehearse-works-short"
    assert advice("blah " * 40).works is None


@pytest.mark.parametrize("energy", ENERGIES)
def test_every_piece_of_feedback_has_words_for_every_energy_and_keeps_the_rules(
    energy: patients.Energy,
) -> None:
    keys = [f"rehearse-advice-{kind.replace('_', '-')}" for kind in speech_advice.KINDS]
    keys += [f"rehearse-works-{which}" for which in ("both", "ask", "function", "short")]
    for key in keys:
        assert WORDS.has(f"{key}.low"), key
        assert WORDS.has(f"{key}.foggy"), key
        said = str(WORDS.text(key, energy, words="you never", seconds=9))
        assert rules.never_said(said) == (), said
        assert reading.grade(said) <= rules.HIGHEST_GRADE, said


def test_fewer_words_for_less_energy() -> None:
    for kind in speech_advice.KINDS:
        key = f"rehearse-advice-{kind.replace('_', '-')}"
        lengths = [len(str(WORDS.text(key, energy, words="you never", seconds=9))) for energy in ENERGIES]
        assert lengths == sorted(lengths, reverse=True), key


# --- how well


def test_the_held_sentences_are_heard_as_they_were_meant() -> None:
    found = {name: value for name, value, _ in score_speech.score("held")}
    assert found["wholly right"] >= 0.93
    for kind in score_speech.LABELLED:
        assert found[f"{kind}, precision"] >= 0.9, kind
        assert found[f"{kind}, recall"] >= 0.8, kind


def test_messages_that_others_wrote_are_heard_as_they_were_meant() -> None:
    found = {name: value for name, value, _ in score_speech.score("second")}
    assert found["wholly right"] >= 0.93
    assert found["ask, precision"] >= 0.85


def test_lines_that_others_wrote_are_heard_to_ask_and_are_not_faulted() -> None:
    for name, value, count in score_speech.house():
        assert count > 300
        assert value >= 0.98, name
