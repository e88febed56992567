"""What patients leave unsaid, answer themselves or say of others, and words that only look like symptoms."""

import pytest

from bot.content import vocabulary
from bot.domain.readings import UpdateReading
from bot.understanding.updates.updates import UpdateReader
from bot.understanding.words.lexicon import Lexicon


def said_of(reading: UpdateReading) -> dict[str, bool]:
    """Symptom → whether it is there."""
    return {said.name: not said.negated for said in reading.symptoms}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my ankles don't hurt but my shins do", {"ankle pain": False, "shin pain": True}),
        ("shoulders ache, elbows don't", {"shoulder pain": True, "elbow pain": False}),
        ("no: nausea, vomiting", {"nausea": False, "vomiting": False}),
        ("rash? no. cough? bad", {"rash": False, "cough": True}),
        ("the swelling has cleared up", {"swelling": False}),
        ("if I bend over I get dizzy", {"dizziness": True}),
        ("if I get dizzy I'll sit down", {}),
        ("Dr. Cramp rang about the scan", {}),
    ],
)
def test_what_is_left_unsaid_is_understood(
    reader: UpdateReader, text: str, expected: dict[str, bool]
) -> None:
    assert said_of(reader.read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the impact on my job is big",
        "went to the pool with the kids",
        "she was discharged and the tap leaks",
        "day trips and perfume fumes",
        "my voice carries",
        "get a grip",
        "they faxed the form",
    ],
)
def test_everyday_words_of_one_stem_with_a_symptom_are_left_alone(reader: UpdateReader, text: str) -> None:
    assert said_of(reader.read(text)) == {}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("migraine? 6", 6),
        ("knee pain 7, iced it for an hour, now 2", 2),
        ("was an 8 earlier, down to a 4 now (hip)", 4),
    ],
)
def test_the_rating_that_holds_now_is_found(reader: UpdateReader, text: str, severity: int) -> None:
    assert [said.severity for said in reader.read(text).symptoms] == [severity]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("knee is sore on the left", "left knee"),
        ("sciatica running down my right leg", "right leg"),
        ("hands are so stiff this morning", "hand"),
    ],
)
def test_the_place_is_found_wherever_it_is_said(reader: UpdateReader, text: str, part: str) -> None:
    assert [said.body_part for said in reader.read(text).symptoms] == [part]


def test_a_second_complaint_shares_the_place_of_the_first(reader: UpdateReader) -> None:
    assert said_of(reader.read("wrist isn't swollen but still aching")) == {
        "swelling": False,
        "wrist pain": True,
    }


def test_the_fever_of_a_child_is_not_the_writers(reader: UpdateReader) -> None:
    reading = reader.read("my daughter has a temp of 39.5")
    assert reading.symptoms == ()
    assert reading.measurements == ()
    assert said_of(reader.read("temp of 39.5, daughter at school")) == {"fever": True}


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("insulin: 4 units humalog", "insulin lispro", "taken"),
        ("can't afford my apixaban", "apixaban", "missed"),
        ("pharmacy has my baclofen so I haven't taken it", "baclofen", "missed"),
        ("dolo 650 at noon", "acetaminophen", "taken"),
    ],
)
def test_a_medicine_is_told_by_all_that_is_said_of_it(
    reader: UpdateReader, text: str, name: str, status: str
) -> None:
    assert [(said.name, said.status) for said in reader.read(text).medications] == [(name, status)]


def test_a_symptom_right_before_any_place_is_read(reader: UpdateReader) -> None:
    for part in vocabulary.load().body_parts:
        assert "nausea" in said_of(reader.read(f"nausea {part.name}")), part.name


def test_every_name_of_a_symptom_leads_to_it() -> None:
    words = vocabulary.load()
    lexicon = Lexicon(words)
    lost = []
    for term in words.symptoms:
        halves = (*term.only_denied, *term.only_rated)
        whole = () if term.name.lower() in halves else (term.name,)
        for name in (*whole, *term.words):
            found = lexicon.things.get(name)
            if found is None or found.symptom is not term:
                lost.append((term.name, name))
    assert lost == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("itching all over", {"itching": True}),
        ("the spasms bent me over", {"muscle spasm": True}),
        ("the migraine is over", {"migraine": False}),
        ("fever broke overnight", {"fever": False}),
        ("tomorrow I'll probably be sore", {}),
        ("can't feel any pain", {"pain": False}),
        ("me shins are killin me", {"shin pain": True}),
        ("ache in the back of my right thigh", {"thigh pain": True}),
        ("elbow joint hurts", {"elbow pain": True}),
        ("can't shake this cough", {"cough": True}),
    ],
)
def test_small_words_do_not_mislead(reader: UpdateReader, text: str, expected: dict[str, bool]) -> None:
    assert said_of(reader.read(text)) == expected


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("codeine 30 x 2", "2 x 30 mg"),
        ("amitriptyline from 10mg to 25mg", "25 mg"),
        ("one and a half baclofen", "1.5"),
        ("ketorolac injection 30mg", "30 mg"),
        ("1.5 tablets of quetiapine", "1.5 tablets"),
    ],
)
def test_amounts_are_found_as_people_write_them(reader: UpdateReader, text: str, dose: str) -> None:
    assert [said.dose for said in reader.read(text).medications] == [dose]


def test_an_arrow_leads_to_how_it_is_now(reader: UpdateReader) -> None:
    assert [said.severity for said in reader.read("nausea 3 -> 6").symptoms] == [6]
