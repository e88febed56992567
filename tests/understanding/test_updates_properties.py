"""What must hold for any text at all, and for lists of symptoms in any order."""

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import vocabulary, weights
from bot.understanding.updates.updates import UpdateReader
from bot.understanding.words import normalise
from bot.understanding.words.matching import PhraseIndex

WORDS = [
    "no",
    "not",
    "pain",
    "headache",
    "gone",
    "still",
    "my",
    "daughter",
    "if",
    "because",
    "7",
    "7/10",
    "of",
    "to",
    "and",
    ",",
    ".",
    "?",
    "!",
    "(",
    ")",
    "-",
    "took",
    "50",
    "mg",
    "suma",
    "left",
    "knee",
    "haven't",
    "'ll",
    "🤢",
    "bp",
    "120/80",
    "temp",
    "38.5",
    "since",
    "morning",
    "don't",
    "x",
    "2",
    "half",
    "a",
    "puffs",
    "for",
    "3",
    "days",
]
SHARDS = 4


@cache
def reader() -> UpdateReader:
    return UpdateReader(vocabulary.load(), weights.for_updates())


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    reading = reader().read(text)
    assert all(said.words in text for said in reading.symptoms)


@cache
def phrases() -> list[str]:
    """List every name that the vocabulary has for a symptom, a body part or a medicine, and the words between them."""
    words = vocabulary.load()
    symptoms = [
        name
        for term in words.symptoms
        for name in (*term.words, *term.only_placed, *term.only_denied, *term.only_listed, *term.only_rated)
    ]
    said = [f"{thing} {way}" for term in words.symptoms for thing, ways in term.of.items() for way in ways]
    others = [name for part in words.body_parts for name in (part.name, *part.words)]
    others += [name for each in words.medicines for name in (each.name, *each.brands, *each.short)]
    topics = [word for told in words.topics.values() for word in sorted(told)]
    return [*symptoms, *said, *others, *topics, *words.not_symptoms]


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_name_of_the_vocabulary_is_answered_in_any_muddle(shard: int) -> None:
    """A rule meets its words in names it did not think of: "windy as anything" once cost a whole reading."""
    chance = Random(shard)
    names = phrases()[shard::SHARDS]
    chance.shuffle(names)
    for start in range(0, len(names), 4):
        text = " ".join(f"{name} {chance.choice(WORDS)}" for name in names[start : start + 4])
        reading = reader().read(text)
        assert all(said.severity is None or 0 <= said.severity <= 10 for said in reading.symptoms), text


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_muddle_of_its_own_words_is_answered(text: str) -> None:
    reading = reader().read(text)
    assert all(said.severity is None or 0 <= said.severity <= 10 for said in reading.symptoms)
    assert all(said.words in text for said in reading.medications)


def test_texts_of_monstrous_length_are_answered() -> None:
    for text in (
        "a" * 100_000,
        "1" * 50_000,
        "pain " * 5_000,
        "no " * 5_000,
        "\u202e😀" * 10_000,
        "7/10 " * 4_000,
    ):
        reader().read(text)


def test_doubling_a_text_doubles_the_look_ups() -> None:
    sample = (
        "no fever, pain 7/10 in my left knee and hip after the stairs, took 50mg of suma, my son has a cough. "
        * 40
    )
    once, twice = _look_ups(sample), _look_ups(sample * 2)
    assert twice <= 2.1 * once


def _look_ups(text: str) -> int:
    """Count how often a phrase is looked for, which is what all the readers spend their time on."""
    counted = 0
    longest = PhraseIndex.longest

    def counting(self: PhraseIndex[object], stems: list[str], start: int) -> object:
        nonlocal counted
        counted += 1
        return longest(self, stems, start)

    PhraseIndex.longest = counting  # type: ignore[method-assign,assignment]  # counts, and puts back below
    try:
        reader().read(text)
    finally:
        PhraseIndex.longest = longest  # type: ignore[method-assign]  # as it was
    return counted


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.permutations(
        ["migraine", "nausea", "brain fog", "sore throat", "knee pain", "dizzy", "bloated", "palps"]
    )
)
def test_a_list_in_any_order_gives_the_same_set(names: list[str]) -> None:
    found = {said.name for said in reader().read(", ".join(names)).symptoms}
    assert found == {
        "migraine",
        "nausea",
        "brain fog",
        "sore throat",
        "knee pain",
        "dizziness",
        "bloating",
        "palpitations",
    }


@given(st.text(max_size=200))
@settings(deadline=None, derandomize=True)
def test_tokens_stand_where_they_say(text: str) -> None:
    found = normalise.tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
@settings(deadline=None, derandomize=True)
def test_a_stem_is_never_empty(word: str) -> None:
    assert normalise.stem(word)
