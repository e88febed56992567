"""Two sides of one complaint, each with its own number: what was said of the left is never given to the right."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _placed(reader: UpdateReader, text: str) -> dict[tuple[str, str | None], int | None]:
    """Symptom and place → its number."""
    return {(one.name, one.body_part): one.severity for one in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "name", "part", "numbers"),
    [
        ("both knees, 5 left and 3 right", "knee pain", "knee", (5, 3)),
        ("kidney pain 5 left 2 right", "kidney pain", "kidney", (5, 2)),
        ("hips L 4 R 6", "hip pain", "hip", (4, 6)),
        ("shoulders: right 7/10, left 4/10", "shoulder pain", "shoulder", (4, 7)),
        ("tingling left 5 right 3", "tingling", "side", (5, 3)),
        ("both feet numb, 4 left 6 right", "numbness", "foot", (4, 6)),
        ("numbness 5 in left hand, 3 in right hand", "numbness", "hand", (5, 3)),
        ("tremor 4 in right hand 2 in left", "tremor", "hand", (2, 4)),
        ("pain 5 in left hip, 3 in right hip", "hip pain", "hip", (5, 3)),
        ("Tremor right hand 6 left hand 3", "tremor", "hand", (3, 6)),
        ("pins and needles left foot 6 right foot 4, slept 5 hrs", "tingling", "foot", (6, 4)),
        ("swelling in left ankle 6 right one 3", "swelling", "ankle", (6, 3)),
        ("rt knee 7 after 2 hrs at grandkids match, left one only 3", "knee pain", "knee", (3, 7)),
        ("left hip 7, the other one 3", "hip pain", "hip", (7, 3)),
        ("left knee 4, other knee 6", "knee pain", "knee", (4, 6)),
        ("Elbows 3 and 5 (left is the 5)", "elbow pain", "elbow", (5, 3)),
        ("knees 4 and 6, right worse", "knee pain", "knee", (4, 6)),
        ("wrists 5 and 7 (right)", "wrist pain", "wrist", (5, 7)),
    ],
)
def test_each_side_has_its_own_number(
    reader: UpdateReader, text: str, name: str, part: str, numbers: tuple[int, int]
) -> None:
    left, right = numbers
    assert _placed(reader, text) == {(name, f"left {part}"): left, (name, f"right {part}"): right}


@pytest.mark.parametrize(
    ("text", "part", "numbers"),
    [
        ("knee 4, other knee 6", "knee", (4, 6)),
        ("knees 4 and 6", "knee", (4, 6)),
        ("wrist 5, the other 2", "wrist", (5, 2)),
    ],
)
def test_where_no_side_is_told_the_second_is_the_other(
    reader: UpdateReader, text: str, part: str, numbers: tuple[int, int]
) -> None:
    one, other = numbers
    assert _placed(reader, text) == {(f"{part} pain", part): one, (f"{part} pain", f"other {part}"): other}


def test_two_numbers_of_one_feeling_are_of_their_places(reader: UpdateReader) -> None:
    told = _placed(reader, "tingling 4 in hands and 2 in feet")
    assert told == {("tingling", "hand"): 4, ("tingling", "foot"): 2}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("shoulders 3 apiece", {("shoulder pain", "shoulder"): 3}),
        ("hands 3 and feet 5", {("hand pain", "hand"): 3, ("foot pain", "foot"): 5}),
        ("knees 2 and 3 tablets", {("knee pain", "knee"): 2}),
        ("knees, hips 4 and 6", {("knee pain", "knee"): 4, ("hip pain", "hip"): 6}),
        ("knees 4 and 6 for the hands", {("knee pain", "knee"): 4, ("hand pain", "hand"): 6}),
        ("knees 4 and 7 on stairs", {("knee pain", "knee"): 7}),
        ("knees 4 and 6, sitting and standing", {("knee pain", "knee"): 6}),
        ("hips 3 and 7 by evening", {("hip pain", "hip"): 7}),
        ("wrists 5 and 7, mainly right", {("wrist pain", "right wrist"): 7}),
        ("fingers 4 and 5", {("finger pain", "finger"): 5}),
        ("pain 5 left at 2 right before the bus", {("pain", None): None}),
        ("boils 2 left 1 right", {("boils", None): 2}),
        ("nosebleeds 2 left 1 right", {("nosebleed", "nose"): None}),
        ("eyes left 2 drops right 2 drops", {}),
        ("my son's knee 7, the other one 3", {}),
        ("saw the other doctor at 3", {}),
    ],
)
def test_other_numbers_are_of_no_side(
    reader: UpdateReader, text: str, told: dict[tuple[str, str | None], int | None]
) -> None:
    assert _placed(reader, text) == told
