"""How diary lines are read that leave out most words: states, half-named symptoms, lists and medicines."""

import pytest

from bot.content import vocabulary
from bot.understanding.updates.updates import UpdateReader


def said_of(reader: UpdateReader, text: str) -> dict[str, bool]:
    """Symptom → whether it is there."""
    return {said.name: not said.negated for said in reader.read(text).symptoms}


def status_of(reader: UpdateReader, text: str) -> list[str]:
    return [said.status for said in reader.read(text).medications]


def test_words_that_count_only_when_denied_say_nothing_alone(reader: UpdateReader) -> None:
    terms = vocabulary.load().symptoms
    words = [(term.name, word) for term in terms for word in term.only_denied]
    assert len(words) > 30
    for name, word in words:
        denied = said_of(reader, f"inhaler at eight. no {word} today")
        assert denied, word
        assert not any(denied.values()), word
        assert name not in said_of(reader, f"they asked about the {word} form"), word


@pytest.mark.parametrize(
    ("text", "symptoms"),
    [
        ("no temp, no leaks, no blood", {"fever": False, "incontinence": False, "bleeding": False}),
        ("knee gave way but no fall", {"weakness": True, "falls": False}),
        ("sick 6 today", {"vomiting": True}),
        ("had to fall back on frozen dinners", {}),
        ("bus was late and my blood pressure form is lost", {}),
    ],
)
def test_half_names_count_where_they_are_denied_or_rated(
    reader: UpdateReader, text: str, symptoms: dict[str, bool]
) -> None:
    assert said_of(reader, text) == symptoms


@pytest.mark.parametrize(
    "text",
    ["can't bear light or noise", "couldn't stand the noise and bright light", "light and sound like knives"],
)
def test_two_senses_share_what_is_said_of_one(reader: UpdateReader, text: str) -> None:
    assert said_of(reader, text) == {"light sensitivity": True, "noise sensitivity": True}


def test_a_light_lunch_shares_nothing(reader: UpdateReader) -> None:
    assert said_of(reader, "can't bear noise. had a light lunch and saw the lights") == {
        "noise sensitivity": True
    }


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("no more than usual tiredness", "fatigue"),
        ("no dizziness till five", "dizziness"),
        ("not more stiff than yesterday", "stiffness"),
        ("snoring so loud he says I stopped breathing", "snoring"),
    ],
)
def test_what_is_compared_or_only_away_for_a_time_is_there(
    reader: UpdateReader, text: str, there: str
) -> None:
    assert said_of(reader, text)[there]


@pytest.mark.parametrize(
    "text",
    [
        "nausea's gone at last",
        "nausea broke at 4am",
        "the nausea never came",
        "any nausea? no",
        "nausea not there",
    ],
)
def test_late_and_missing_symptoms_are_denied(reader: UpdateReader, text: str) -> None:
    assert said_of(reader, text) == {"nausea": False}


def test_a_longer_name_wins_over_a_denied_shorter_one(reader: UpdateReader) -> None:
    assert said_of(reader, "no period pain") == {"period pain": False}


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("pain 7 in that hip", {"hip pain": 7}),
        ("knee no better no worse, 5", {"knee pain": 5}),
        ("7 pain, still", {"pain": 7}),
        ("itch 9 at night", {"itching": 9}),
        ("nerves 6", {"anxiety": 6}),
        ("3 migraine this week", {"migraine": None}),
        ("palpitations since bisoprolol went up to 5", {"palpitations": None}),
    ],
)
def test_ratings_are_told_from_counts_and_doses(
    reader: UpdateReader, text: str, rating: dict[str, int | None]
) -> None:
    assert {said.name: said.severity for said in reader.read(text).symptoms} == rating


@pytest.mark.parametrize(
    ("text", "symptom", "part"),
    [
        ("legs won't sit still", "restlessness", "leg"),
        ("pain+++ in hips", "hip pain", "hip"),
        ("eyes gritty", "dry eyes", "eye"),
        ("hand cramps", "hand cramps", "hand"),
        ("stabbing in left ovary", "ovary pain", "left ovary"),
    ],
)
def test_a_place_is_read_where_it_is_told(
    reader: UpdateReader, text: str, symptom: str, part: str | None
) -> None:
    assert {said.name: said.body_part for said in reader.read(text).symptoms} == {symptom: part}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("one aspirin 75 and the atorvastatin", ["taken", "taken"]),
        ("butrans patch 10 changed", ["taken"]),
        ("pain free after the botox", ["taken"]),
        ("should I be taking my lansoprazole before food", ["mentioned"]),
        ("how long does sertraline take to work", ["mentioned"]),
        ("they might put me on azathioprine", ["mentioned"]),
        ("the doctor put me on gabapentin 300", ["taken"]),
        ("ask her whether the swelling on amlodipine matters", ["mentioned"]),
        ("b12 jab due friday", ["mentioned"]),
        ("gave up on amitriptyline", ["stopped"]),
        ("chemist owes me my tramadol", ["ran_out"]),
        ("took everything except the ramipril", ["missed"]),
        ("sumatriptan stopped it fast", ["taken"]),
        ("hubby gave me two of his codeine 30s", ["taken"]),
        ("hubby takes his codeine 30", []),
    ],
)
def test_a_medicine_is_taken_unless_asked_about_planned_or_lacking(
    reader: UpdateReader, text: str, status: list[str]
) -> None:
    assert status_of(reader, text) == status


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("betahistine 16 mg x3", "16 mg"),
        ("ibuprofen 200 mg x3", "3 x 200 mg"),
        ("Lyrica 75 am, 150 pm", "75 mg"),
        ("metformin 10 am", None),
        ("drank 30ml gabapentin syrup?? no sorry 3 ml", "3 mL"),
        ("creon 25000 with dinner", "25000 units"),
        ("butrans patch 10", "10"),
        ("amitrip 20", "20 mg"),
        ("cetirizine 2, itch gone", "2"),
        ("headache after ibuprofen 3", None),
        ("hydrocortisone 10/5/5", "10/5/5 mg"),
        ("two puffs of the blue", "2 puffs"),
    ],
)
def test_amounts_are_read_as_they_are_jotted_down(reader: UpdateReader, text: str, dose: str | None) -> None:
    assert [said.dose for said in reader.read(text).medications] == [dose]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("prednisolone 5", "prednisolone"),
        ("medrol 16", "methylprednisolone"),
        ("naltrexone 50", "naltrexone"),
        ("trelegy", "fluticasone, umeclidinium and vilanterol"),
        ("bendro 2.5", "bendroflumethiazide"),
        ("evening primrose oil", "evening primrose oil"),
    ],
)
def test_like_medicines_keep_their_own_names(reader: UpdateReader, written: str, name: str) -> None:
    assert [said.name for said in reader.read(f"took {written}").medications] == [name]
