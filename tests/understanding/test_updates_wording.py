"""What lets one line of the vocabulary read many wordings, and where places and denials stand."""

import pytest

from bot.understanding.updates.updates import UpdateReader
from bot.understanding.words.matching import PhraseIndex


def present(reader: UpdateReader, text: str) -> set[str]:
    return {said.name for said in reader.read(text).symptoms if not said.negated}


def denied(reader: UpdateReader, text: str) -> set[str]:
    return {said.name for said in reader.read(text).symptoms if said.negated}


def test_phrases_wait_until_a_message_needs_them_and_are_found_all_the_same() -> None:
    index = PhraseIndex([("feet hurt", 1), ("foot hurt", 2), ("feel sick", 3)])
    assert index.get("my") is None
    assert [match.value for match in index.all(["feel", "sick", "foot", "hurt"])] == [3, 1]


def test_a_number_sign_stands_for_any_number() -> None:
    index = PhraseIndex([("lost # kg", 1)])
    assert [match.value for match in index.all(["lost", "3.5", "kg"])] == [1]
    assert [match.value for match in index.all(["lost", "two", "kg"])] == [1]
    assert index.all(["lost", "some", "kg"]) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("brainfog", "brain fog"),
        ("chestpain since noon", "chest pain"),
        ("lost 4 kilos", "weight loss"),
        ("decreased sex drive", "low libido"),
        ("my hip is screaming", "hip pain"),
        ("legs like lead", "heavy legs"),
        ("hands wont close", "stiffness"),
        ("eyes on fire", "eye pain"),
        ("belly swollen like a balloon", "bloating"),
        ("ticker is all over the shop", "palpitations"),
        ("head is paining", "headache"),
        ("chakkar since morning", "dizziness"),
    ],
)
def test_a_wording_is_understood(reader: UpdateReader, text: str, name: str) -> None:
    assert present(reader, text) == {name}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("left ear ringing", "left ear"),
        ("my right eye is all blurry", "right eye"),
        ("earache, right side", "right ear"),
        ("ache in the left side of my neck", "left neck"),
        ("heel pain left", "left heel"),
        ("rt knee swollen", "right knee"),
        ("rash all over my back", "back"),
        ("vision loss right eye", "right eye"),
        ("chest pain left me breathless", "chest"),
    ],
)
def test_sides_and_places_are_read_wherever_they_stand(reader: UpdateReader, text: str, part: str) -> None:
    assert reader.read(text).symptoms[0].body_part == part


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("migraine finally buggered off", {"migraine"}),
        ("headache, nausea: gone", {"headache", "nausea"}),
        ("0 nausea", {"nausea"}),
        ("heartburn free on omeprazole", {"heartburn"}),
        ("pain has gone from my hip", {"pain"}),
        ("not one panic attack", {"panic attack"}),
    ],
)
def test_what_has_left_is_denied(reader: UpdateReader, text: str, gone: set[str]) -> None:
    assert (denied(reader, text), present(reader, text)) == (gone, set())


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("not a day without nausea", "nausea"),
        ("can't stand without pain", "pain"),
        ("my eyes aren't as dry", "dry eyes"),
        ("pain 0, nausea 5", "nausea"),
        ("imodium stopped the runs but not the cramps", "cramps"),
        ("fever gone, not the cough", "cough"),
    ],
)
def test_a_denial_of_something_else_denies_nothing(reader: UpdateReader, text: str, there: str) -> None:
    assert there in present(reader, text)
