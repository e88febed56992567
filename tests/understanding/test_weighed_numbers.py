"""Numbers that no rule reads: what stands around them decides, and what is surely something else is never weighed."""

import pytest

from bot.content import weights
from bot.understanding.cues import evidence
from bot.understanding.ratings import number_grounds
from bot.understanding.updates.updates import UpdateReader


def severities(reader: UpdateReader, text: str) -> dict[str, int | None]:
    return {symptom.name: symptom.severity for symptom in reader.read(text).symptoms if not symptom.negated}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("headache. same spot behind the eye as monday. 7. ice pack on", {"headache": 7}),
        ("anxiety up at 8 before the phone call", {"anxiety": 8}),
        ("fibro 5, hips are the worst of it at 8", {"fibromyalgia": 5, "hip pain": 8}),
        ("hands 7, and the knees are the worst of it at 8", {"hand pain": 7, "knee pain": 8}),
        ("headache 5, mostly behind the left eye", {"headache": 5}),
        ("took naproxen at noon for the pelvic pain. was 8, is 5", {"pelvic pain": 5}),
        ("battery ok, maybe 4/10 tired", {"fatigue": 4}),
        ("two migraines this week, both about 6", {"migraine": 6}),
    ],
)
def test_a_number_in_an_unusual_place_is_heard(
    reader: UpdateReader, text: str, told: dict[str, int | None]
) -> None:
    assert severities(reader, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "nausea and a headache. 6",  # of which of them nobody can tell
        "swollen feet, now in a size 8",
        "itchy. 1. call the clinic 2. find the cream",
        "woke at 4, pain at 6, took codeine at 7",
        "tired. was 9 stone, now 8",
        "nosebleeds 2 left 1 right",
        "headache, week 6 of the new tablets",
    ],
)
def test_what_is_counted_or_timed_rates_nothing(reader: UpdateReader, text: str) -> None:
    assert set(severities(reader, text).values()) == {None}


def test_what_weighed_most_can_be_named(reader: UpdateReader) -> None:
    message = reader.rated("anxiety up at 8 before the phone call")
    (number,) = number_grounds.numbers(message)
    named = evidence.heaviest(number_grounds.Surroundings(message).of(number), weights.load("ratings"), 0, 5)
    assert "l3:@symptom" in named or "before:1" in named or "c:anxiety" in named


def test_many_numbers_take_time_in_step_with_their_length(reader: UpdateReader) -> None:
    """A count of what is looked at, for a clock tells nothing on a busy machine."""
    sizes = []
    for many in (100, 200):
        message = reader.rated("head " + "seven and " * many)
        around = number_grounds.Surroundings(message)
        sizes.append(sum(len(around.of(number)) for number in number_grounds.numbers(message)))
    assert sizes[1] <= 2.2 * sizes[0]
