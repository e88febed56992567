"""Where it hurts, when the place was told just before or comes last."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _places(reader: UpdateReader, text: str) -> dict[str, str | None]:
    return {said.name: said.body_part for said in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "pain", "place"),
    [
        ("shoulder clicked out reaching up, back in. ache 5", "shoulder pain", "shoulder"),
        ("left knee gave way on the stairs, hurting 6", "knee pain", "left knee"),
        ("ibuprofen for the wisdom tooth, throbs at a 7", "toothache", "tooth"),
        ("put ice on my ankle, throbbing 6", "ankle pain", "ankle"),
        ("right eye blurry, hurts 4", "eye pain", "right eye"),
        ("knee clicking. pain 3", "knee pain", "knee"),
        ("elbow locked, no pain", "elbow pain", "elbow"),
        ("pain back in my knee", "knee pain", "knee"),
        ("cramps last night in both calves", "leg cramps", "both calf"),
    ],
)
def test_an_ache_without_a_place_is_of_the_place_told_before(
    reader: UpdateReader, text: str, pain: str, place: str
) -> None:
    assert _places(reader, text)[pain] == place


@pytest.mark.parametrize(
    ("text", "symptom", "place"),
    [
        ("fingers went white, not numb", "numbness", "finger"),
        ("ankles puffy. no redness", "redness", "ankle"),
        ("thumb caught in the car door. swollen", "swelling", "thumb"),
        ("jerks after brekkie, arms only", "jerking", "arm"),
        ("itching tonight, shins mostly", "itching", "shin"),
        ("rash again, mostly my chest", "rash", "chest"),
        ("weakness today. left leg only", "weakness", "left leg"),
        ("numb, mainly the right foot", "numbness", "right foot"),
    ],
)
def test_what_is_felt_in_one_place_is_where_it_was_said_to_be(
    reader: UpdateReader, text: str, symptom: str, place: str
) -> None:
    assert _places(reader, text)[symptom] == place


@pytest.mark.parametrize(
    "text",
    [
        "rash on my arms. pain 7 today",
        "hands down worst day, pain 9",
        "put my foot down, pain 5",
        "back in bed early, pain 7",
        "gave me a hand, pain 4",
        "on the other hand pain is 4",
        "chest infection, pain 5",
        "knee op was in march. fatigue, pain 4",
        "migraine gone. pain 4",
    ],
)
def test_a_pain_of_no_told_place_is_given_none(reader: UpdateReader, text: str) -> None:
    found = _places(reader, text)
    assert not any(name.endswith("pain") and place for name, place in found.items()), found


def test_tiredness_and_weakness_all_over_take_no_place(reader: UpdateReader) -> None:
    found = _places(reader, "stomach pain, weak")
    assert found["weakness"] is None


def test_a_number_to_touch_rates_the_pain_and_not_the_swelling(reader: UpdateReader) -> None:
    said = {
        one.name: one for one in reader.read("left knee swollen like a football, 7 when I bend it").symptoms
    }
    assert said["knee pain"].severity == 7
    assert said["knee pain"].body_part == "left knee"
    assert said["swelling"].severity is None


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("hot swollen shin on the right side, hurts 6 out of 10", "heat", "right shin"),
        ("hot swollen shin on the right side, hurts 6 out of 10", "shin pain", "right shin"),
        ("red and swollen big toe", "redness", "big toe"),
        ("my left armpit's sore, found a lump there", "lump", "left armpit"),
        ("toe fine though, no swelling or heat in it", "heat", "toe"),
        ("eyes so dry they sting", "stinging", "eye"),
        ("floaters in the right eye, no flashing", "flashing lights", "right eye"),
        ("tremor, right hand, all morning", "tremor", "right hand"),
        ("the aura came, zigzags left side for 20 min", "aura", "left side"),
        ("head 7, left temple mostly", "headache", "left temple"),
        ("sciatica bad, left leg 7", "sciatica", "left leg"),
        ("sausage fingers and a hot thumb", "swelling", "finger"),
    ],
)
def test_what_points_back_to_a_place_or_names_its_side_is_of_it(
    reader: UpdateReader, text: str, name: str, place: str
) -> None:
    assert _places(reader, text)[name] == place


def test_no_hot_red_calf_is_neither_hot_nor_red(reader: UpdateReader) -> None:
    found = reader.read("no hot red calf").symptoms
    assert {said.name: said.negated for said in found} == {"heat": True, "redness": True}


def test_a_hot_face_is_no_hot_joint(reader: UpdateReader) -> None:
    assert set(_places(reader, "face flushed and hot after lunch")) == {"flushing"}


@pytest.mark.parametrize(
    ("text", "symptom", "place"),
    [
        ("ears ringing since the flight, mainly right", "tinnitus", "right ear"),
        ("ankle's twice its size, the left", "swelling", "left ankle"),
        ("knee sore 4, the right one", "knee pain", "right knee"),
        ("psoriasis flaring, elbows the worst", "psoriasis", "elbow"),
        ("itching 6 at night, worst on the shins", "itching", "shin"),
        ("foot ulcer cleaned, right heel", "foot ulcer", "right heel"),
        ("mouth ulcers again, left cheek worst", "mouth sores", "left cheek"),
        ("tummy pain 5, lower right side", "stomach pain", "lower right side"),
        ("can't feel two fingers on my right hand", "numbness", "right hand"),
        ("glands under my left jaw still up", "swollen glands", "left jaw"),
        ("skin on my hands is cracked and sore", "dry skin", "hand"),
        ("left knee again, swollen and stiff", "swelling", "left knee"),
        ("sore on my bottom lip", "lip pain", "lip"),
        ("eczema inside my elbows", "eczema", "elbow"),
        ("earache left 5 since the swim", "earache", "left ear"),
        ("stump sore after the new liner", "stump pain", "stump"),
        ("thumb slipped out, right, back in now, sore 5", "thumb pain", "right thumb"),
    ],
)
def test_a_side_or_a_closer_place_may_come_last_or_in_between(
    reader: UpdateReader, text: str, symptom: str, place: str
) -> None:
    assert _places(reader, text)[symptom] == place


@pytest.mark.parametrize(
    "text", ["knee sore, left work early", "hip pain 4, right now in bed", "stomach not right"]
)
def test_what_only_looks_like_a_side_is_none(reader: UpdateReader, text: str) -> None:
    assert not any(
        place.startswith(("left", "right")) for place in _places(reader, text).values() if place is not None
    )


@pytest.mark.parametrize("text", ["Hips: left 3, right 6", "hips L 3 R 6", "hips left 3 right 6 today"])
def test_both_sides_of_one_heading_are_two_pains(reader: UpdateReader, text: str) -> None:
    told = {(said.body_part, said.severity) for said in reader.read(text).symptoms}
    assert told == {("left hip", 3), ("right hip", 6)}


def test_the_back_that_something_popped_back_to_is_no_back(reader: UpdateReader) -> None:
    assert _places(reader, "shoulder slid out, popped back on its own") == {"dislocation": "shoulder"}


def test_how_many_toes_are_numb_is_no_rating(reader: UpdateReader) -> None:
    assert [said.severity for said in reader.read("can't feel three toes").symptoms] == [None]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("lower back a 6, shooting down to the calf", {"back pain": "lower back", "calf pain": "calf"}),
        ("neck 4, radiating into my left arm", {"neck pain": "neck", "arm pain": "left arm"}),
        ("back pain down my leg, 6", {"back pain": "back"}),
        ("sciatica 7 shooting down the leg", {"sciatica": None}),
        ("right knee ballooned, hot to touch, pain at 7", {"heat": "right knee", "knee pain": "right knee"}),
        ("my knees!!! the right one's a 7", {"knee pain": "right knee"}),
        ("oh my poor hands! about a 5", {"hand pain": "hand"}),
        ("saw the knee surgeon. he's a 7", {}),
        ("had a 6 behind the right eye by tea", {"eye pain": "right eye"}),
        ("skin round the stoma is red raw", {"redness": "skin"}),
    ],
)
def test_a_pain_is_placed_where_it_shoots_to_and_where_the_last_cry_was(
    reader: UpdateReader, text: str, places: dict[str, str | None]
) -> None:
    said = {name: place for name, place in _places(reader, text).items() if name != "swelling"}
    assert said == places


def test_a_pain_in_general_is_none_beside_those_that_were_rated(reader: UpdateReader) -> None:
    assert "pain" not in _places(reader, "typing hurts, thumbs about a six and the wrist a four")
    assert "pain" in _places(reader, "typing hurts, so I stopped")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("neck and back pain 6", {"neck pain": 6, "back pain": 6}),
        ("hips, knees and back pain 7", {"hip pain": 7, "knee pain": 7, "back pain": 7}),
        ("jaw and ear ache on the left", {"jaw pain": None, "earache": None}),
        ("sat on my bum and back pain 5", {"back pain": 5}),
    ],
)
def test_places_share_the_pain_that_names_the_last_of_them(
    reader: UpdateReader, text: str, said: dict[str, int | None]
) -> None:
    assert {one.name: one.severity for one in reader.read(text).symptoms} == said


def test_a_list_of_places_shares_one_rating(reader: UpdateReader) -> None:
    said = reader.read("my back, hips and knees are all a 6").symptoms
    assert {one.name: one.severity for one in said} == {"back pain": 6, "hip pain": 6, "knee pain": 6}
    said = reader.read("sat on my bum, then hips and knees 6").symptoms
    assert "rectal pain" not in {one.name for one in said}


@pytest.mark.parametrize(
    "text",
    ["my son's knees!!! the right one's a 7", "mum's knees. left one's a 6", "her knees again, left one 7"],
)
def test_the_sides_of_somebody_elses_knees_are_theirs(reader: UpdateReader, text: str) -> None:
    assert reader.read(text).symptoms == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sore eyes and throat", {("eye pain", "eye"), ("sore throat", "throat")}),
        ("stiff neck and shoulders", {("stiff neck", "neck"), ("stiffness", "shoulder")}),
        ("runny nose and eyes", {("runny nose", "nose"), ("watery eyes", "eye")}),
        ("hands are freezing and purple again, feet too", {("cold hands", "hand"), ("cold feet", "foot")}),
        ("sore throat and back to bed", {("sore throat", "throat")}),
        ("sore throat and hands full with the kids", {("sore throat", "throat")}),
        ("knee 5 today, left one swollen", {("knee pain", "knee"), ("swelling", "left knee")}),
        ("knees 5, right one clicking", {("knee pain", "knee"), ("joint clicking", "right knee")}),
        ("knees and hips 5, left one numb", {("knee pain", "knee"), ("hip pain", "hip"), ("numbness", None)}),
        ("joint pain 6, swelling 4", {("joint pain", "joints"), ("swelling", "joints")}),
        ("hearing down on left", {("hearing loss", "left ear")}),
        ("hearing down today", {("hearing loss", None)}),
        ("big toe 9, red, hot", {("toe pain", "big toe"), ("redness", "big toe"), ("heat", "big toe")}),
        ("knee 5, hot bath helped", {("knee pain", "knee")}),
        (
            "belly swelled up like 6 months gone, ache in it 3",
            {("bloating", "stomach"), ("stomach pain", "stomach")},
        ),
    ],
)
def test_a_place_or_a_quality_said_once_is_of_all_that_share_it(
    reader: UpdateReader, text: str, said: set[tuple[str, str | None]]
) -> None:
    assert {(one.name, one.body_part) for one in reader.read(text).symptoms if not one.negated} == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("itchy hives on both arms since lunch", {("itching", "both arm"), ("hives", "both arm")}),
        ("painful swelling in left knee", {("knee pain", "left knee"), ("swelling", "left knee")}),
        ("painful rash on my arm", {("pain", None), ("rash", "arm")}),
        ("mouth and eyes dry", {("dry mouth", "mouth"), ("dry eyes", "eye")}),
        ("throat and ears sore", {("sore throat", "throat"), ("earache", "ear")}),
        ("sat on my bum and eyes dry", {("dry eyes", "eye")}),
        ("eyes so dry and gritty. mouth too.", {("dry eyes", "eye"), ("dry mouth", "mouth")}),
        ("left wrist swollen. ankle too", {("swelling", "left wrist"), ("swelling", "ankle")}),
        ("hands stiff. my feet as well", {("stiffness", "hand"), ("stiffness", "foot")}),
        ("eyes dry. coffee too strong", {("dry eyes", "eye")}),
        ("ear ache 5 on the left", {("earache", "left ear")}),
        ("knee pain 5, left the house at 9", {("knee pain", "knee")}),
        ("fingers white and numb in the cold", {("Raynaud's", "finger"), ("numbness", "finger")}),
        (
            "knuckles red n puffy, pain 5",
            {("redness", "knuckle"), ("swelling", "knuckle"), ("knuckle pain", "knuckle")},
        ),
        ("swollen knuckles on the right hand", {("swelling", "right hand")}),
        ("jaw clicking and aching, 4", {("jaw clicking", "jaw"), ("jaw pain", "jaw")}),
        ("jaw clicks and aches right side 3", {("jaw clicking", "jaw"), ("jaw pain", "right jaw")}),
        ("arms weak 4", {("weakness", "arm")}),
        (
            "rash on arms and legs itchy",
            {("rash", "arm"), ("rash", "leg"), ("itching", "arm"), ("itching", "leg")},
        ),
        ("rash on chest, legs swollen", {("rash", "chest"), ("swelling", "leg")}),
        ("eye pain 4 right, rested it", {("eye pain", "right eye")}),
        ("hip pain 6 right now", {("hip pain", "hip")}),
        ("sick x3, no fever", {("vomiting", None)}),
        ("cracked my chin on the sink", set()),
        ("skin so dry it cracks at the knuckles", {("dry skin", "knuckle")}),
    ],
)
def test_on_an_ordinary_line_every_complaint_has_its_place(
    reader: UpdateReader, text: str, said: set[tuple[str, str | None]]
) -> None:
    assert {(one.name, one.body_part) for one in reader.read(text).symptoms if not one.negated} == said
