"""A diagnosis with a number is how bad it is that day; without one it is only a name."""

import pytest

from bot.content import vocabulary
from bot.understanding.updates.updates import UpdateReader


def _told(reader: UpdateReader, text: str) -> dict[str, int | None]:
    """Symptom → its number, of all that is there."""
    return {one.name: one.severity for one in reader.read(text).symptoms if not one.negated}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fibro 6 today", {"fibromyalgia": 6}),
        ("psoriasis 3, no itching, sleeping alright", {"psoriasis": 3}),
        ("Ptsd stuff quiet, 2. Ribs 5 still", {"PTSD": 2, "rib pain": 5}),
        ("RA is about a 5, tired 6", {"rheumatoid arthritis": 5, "fatigue": 6}),
        ("6 for the lupus, 3 for the knees", {"lupus": 6, "knee pain": 3}),
        ("IBS 7/10 after lunch", {"IBS": 7}),
        ("me/cfs 8 today", {"ME/CFS": 8}),
        ("crps 6, hands cold", {"CRPS": 6, "cold hands": None}),
        ("asthma 4, blue inhaler twice", {"asthma": 4}),
        ("fibro playing up, 7", {"fibromyalgia": 7}),
        ("fibro 6 knees 4", {"fibromyalgia": 6, "knee pain": 4}),
        (
            "fibro 6. back and shoulders the worst",
            {"fibromyalgia": 6, "back pain": None, "shoulder pain": None},
        ),
        ("arthritis 5, hips mostly ok", {"arthritis": 5}),
        ("pots 7 dizzy", {"POTS": 7, "dizziness": None}),
    ],
)
def test_a_diagnosis_with_a_number_is_told(
    reader: UpdateReader, text: str, told: dict[str, int | None]
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("i have fibro and two kids", {}),
        ("had RA for 6 years", {}),
        ("endo appointment at 3", {}),
        ("long covid 6 months now", {}),
        ("bloods back, CRP 4, ferritin 31", {}),
        ("ms smith rang at 5", {}),
        ("ms jones gave me a 3, headache 5", {"headache": 5}),
        ("ms 3 falls today", {"falls": None}),
        ("ra 3 fingers swollen", {"swelling": None}),
        ("endo 3 surgery 2019", {}),
        ("fibro 3 bad days", {}),
        ("washed the pots 5 today", {}),
        ("fibro headache 6", {"headache": 6}),
        ("lupus and my hands are 7 today", {"hand pain": 7}),
    ],
)
def test_a_diagnosis_without_one_is_not(reader: UpdateReader, text: str, told: dict[str, int | None]) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    "text", ["no fibro today", "doctor says its not lupus", "fibro gone quiet, headache gone"]
)
def test_a_diagnosis_is_not_denied_either(reader: UpdateReader, text: str) -> None:
    names = {term.name for term in vocabulary.load().symptoms if term.only_rated and not term.words}
    assert not names.intersection(one.name for one in reader.read(text).symptoms)
