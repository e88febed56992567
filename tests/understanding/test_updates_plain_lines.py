"""The plainest lines of a diary: two or three symptoms with their numbers, something denied, something that is fine."""

import pytest

from bot.understanding.updates.updates import UpdateReader

_Said = dict[str, int | bool]
"""Symptom → its severity, True where it is there without one, False where it is denied."""


def _told(reader: UpdateReader, text: str) -> _Said:
    return {
        one.name: False if one.negated else (True if one.severity is None else one.severity)
        for one in reader.read(text).symptoms
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shoulder 5, hip 6, everything else behaving", {"shoulder pain": 5, "hip pain": 6}),
        ("headache 4, all else quiet", {"headache": 4}),
        ("back 3 and the rest of me is behaving", {"back pain": 3}),
        ("fatigue 9!!! everything else a 3", {"fatigue": 9}),
        ("the job went to somebody else. Knees 4.", {"knee pain": 4}),
        ("Foot 5 rest of body behaving itself", {"foot pain": 5}),
    ],
)
def test_what_behaves_is_everything_else(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wrist is easing, 7 yesterday and 3 today", {"wrist pain": 3}),
        ("Back settled down a lot, 6 yesterday, 2 today", {"back pain": 2}),
        ("Nausea going, was 6 at breakfast and 2 at lunch", {"nausea": 2}),
        ("Hip improving slowly, 5 first thing, 3 tonight", {"hip pain": 3}),
    ],
)
def test_a_number_for_each_time_of_day_may_follow_which_way_it_goes(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tired but not wiped out, 3", {"fatigue": 3}),
        ("achy but not sore as such, 3", {"pain": 3}),
        ("Nauseous but not sick, 4 out of 10", {"nausea": 4, "vomiting": False}),
        ("period pain 7, bleeding heavy, no clots", {"period pain": 7, "heavy bleeding": True}),
        ("aching this morning but no pain now", {"pain": False}),
        ("mouth sore 4, no ulcers", {"mouth sores": 4}),
        ("bleeding heavy 6, pain 8, no clots", {"heavy bleeding": 6, "pain": 8}),
        ("Rash itching 7, no new spots", {"rash": True, "itching": 7}),
        ("no new spots", {"rash": False}),
        ("Not too tired, 3", {"fatigue": 3}),
        ("not too tired", {"fatigue": False}),
        ("tired but no fever", {"fatigue": True, "fever": False}),
    ],
)
def test_a_stronger_word_denied_leaves_the_milder_one(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Feeling down and no motivation", {"low mood": True, "lack of motivation": True}),
        ("anxious and no appetite", {"anxiety": True, "loss of appetite": True}),
        ("sad and no energy to shower", {"sadness": True, "fatigue": True}),
        ("headache and no fever", {"headache": True, "fever": False}),
    ],
)
def test_a_lack_after_an_and_is_there(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pain quiet at 2", {"pain": 2}),
        ("knee behaving, 1", {"knee pain": 1}),
        ("hip behaving today", {"hip pain": False}),
        ("cough easing 3, no phlegm", {"cough": 3, "phlegm": False}),
        ("Anxiety ok 3, slept 7 hours", {"anxiety": 3}),
        ("Brain fog thick 7, couldn't work", {"brain fog": 7}),
        ("no temp, no cough, still wiped out, 7", {"fever": False, "cough": False, "fatigue": 7}),
        ("no dizziness at rest, 6 on the stairs", {"dizziness": 6}),
        ("hands not great 5", {"hand pain": 5}),
        ("Fatigue high 7 pain low 2", {"fatigue": 7, "pain": 2}),
        ("Hands sore in morning 6 loosened to 3", {"hand pain": 3}),
        ("dizziness gone, headache 3 remains", {"dizziness": False, "headache": 3}),
        ("Hip giving me gyp, 5, other hip ok", {"hip pain": 5}),
        ("hypo at 11, shaky 5, fine after juice", {"low blood sugar": True, "tremor": False}),
        ("temperature gone, cough still here 4", {"fever": False, "cough": 4}),
        ("woke with chest pain and it's still here at 6", {"chest pain": True}),
    ],
)
def test_what_is_quiet_and_rated_is_there(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "symptom", "part", "severity"),
    [
        ("tingling 4 in feet", "tingling", "foot", 4),
        ("spasms 6 in back, legs ok", "muscle spasm", "back", 6),
        ("pins and needles 4 in both hands no weakness", "tingling", "both hand", 4),
        ("itching 5 on arms, legs clear", "itching", "arm", 5),
        ("tremor 5 in right hand", "tremor", "right hand", 5),
    ],
)
def test_a_place_may_come_after_the_number(
    reader: UpdateReader, text: str, symptom: str, part: str, severity: int
) -> None:
    said = [(one.name, one.body_part, one.severity) for one in reader.read(text).symptoms if not one.negated]
    assert said == [(symptom, part, severity)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("numbness in fingers, toes fine", {"numbness": True, "toe pain": False}),
        ("swelling in ankles, knees fine", {"swelling": True, "knee pain": False}),
        ("swelling in ankles, knees", {"swelling": True}),
    ],
)
def test_a_place_that_is_fine_is_no_more_of_the_list(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("migraine started 2pm, 7, now 4 after suma", {"migraine": 4}),
        ("SOB on stairs 4, none at rest", {"shortness of breath": 4}),
        ("Back/neck 5, hips 3", {"back pain": 5, "neck pain": 5, "hip pain": 3}),
        ("stopped being sick, still 5 nausea", {"vomiting": False, "nausea": 5}),
        ("took 4 stairs", {}),
        ("Face pain came on brushing teeth, 9, lasted seconds", {"face pain": 9}),
        ("Cramping low down, 6, and back ache 5", {"cramps": 6, "back pain": 5}),
        ("dizzy spells x3, 5, no blackout", {"dizziness": 5, "fainting": False}),
        ("headache 20 mins, 5, then fine", {"headache": False}),
        ("pain level 6/10 knees and 4/10 hands", {"knee pain": 6, "hand pain": 4}),
    ],
)
def test_hours_stairs_and_strokes_leave_a_number_its_symptom(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("ear ache 5, no discharge", {"ear discharge"}),
        ("Eye red and sore 5, no discharge", {"eye discharge"}),
        ("wound sore 3, no discharge", {"weeping skin"}),
        ("pelvic pain 4, no discharge", {"vaginal discharge"}),
        ("Eyes sore 5 from screens, head ok no ache", {"headache"}),
        ("Bladder ok, no urgency", {"bladder pain", "frequent urination"}),
    ],
)
def test_what_is_denied_is_of_the_place_told_before_it(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert {one.name for one in reader.read(text).symptoms if one.negated} == denied


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tired all day 7", {"fatigue": 7}),
        ("sore most of the night 5", {"pain": 5}),
        ("cramps all week 6, nausea 3", {"cramps": 6, "nausea": 3}),
        ("chest pain when i breathe in 5", {"chest pain": 5}),
        ("chest hurts when I cough 4", {"chest pain": 4, "cough": True}),
        ("brain fog is 5, tired is 5 too, went to bed at 20h", {"brain fog": 5, "fatigue": 5}),
        ("Worried sick 8 re results", {"anxiety": 8}),
        ("pain down below 7 since the scan", {"pelvic pain": 7}),
        ("tired all week 3 naps a day", {"fatigue": True}),
        ("day 7 of headache", {"headache": True}),
    ],
)
def test_a_number_after_when_it_is_so_is_still_the_symptoms(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("jaw clicking, hands okay ish at 2", {"jaw clicking": True, "hand pain": 2}),
        ("feet not bad at 3", {"foot pain": 3}),
        ("nausea ok at 9", {"nausea": True}),
        ("knee ok at 9", {}),
        ("knees okay at 2pm", {}),
        ("worry's down to 3", {"anxiety": 3}),
        ("tremor 4 when the dose wears off around 1, neck stiff 3", {"tremor": 4, "stiff neck": 3}),
        ("legs restless from 9 til gone midnight, 7", {"restless legs": 7}),
        ("headache till gone 5", {"headache": True}),
    ],
)
def test_how_it_stands_is_told_from_the_hour(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Third day of headache. First day 8, now 5.", {"headache": 5}),
        ("back spasms, tizanidine 4 mg took the edge off, was 8 now 5", {"back spasm": 5}),
        ("nausea after chemo, ondansetron helped, was 7 but now 2", {"nausea": 2}),
        ("headache. ibuprofen brought it from 7 to 4", {"headache": 4}),
        ("neck 6, heat pad took it from 6 to 3", {"neck pain": 3}),
        ("Spasm in left calf 6/10 in bed, I used baclofen 10 mg and it becomes 3", {"muscle spasm": 3}),
        ("headache. worked from 9 to 5", {"headache": True}),
        ("tired. was 7 stone, now 6", {"fatigue": True}),
    ],
)
def test_what_it_was_and_what_it_is_now_are_of_what_was_told_before(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("headache on and off all day 4", {"headache": 4}),
        ("seizures all day 4", {"seizure": True}),
        ("loose stools all day 6", {"diarrhea": True}),
        ("nausea came and went 4", {"nausea": 4}),
        ("migraine day 2, 6, nauseous", {"migraine": 6, "nausea": True}),
        ("migraine lifting 3", {"migraine": 3}),
        ("bit of a head 3, slept ok", {"headache": 3}),
        ("ear 5 left", {"earache": 5}),
        ("toothache 6 upper left", {"toothache": 6}),
        ("burning 6 on antibiotics day 2", {"burning": 6}),
        ("2/10 head 3/10 neck 1/10 hands", {"headache": 2, "neck pain": 3, "hand pain": 1}),
        ("hip: yest 6 today 4", {"hip pain": 4}),
        ("hypo 3.6 before lunch", {"low blood sugar": True}),
        ("sugar low 3.6, dizzy", {"low blood sugar": True, "dizziness": True}),
        ("nerve pain at its worst between two and four in the morning", {"nerve pain": True}),
    ],
)
def test_a_number_may_follow_how_it_comes_and_goes(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("spasms 4 bladder fine", {"muscle spasm": 4, "bladder pain": False}),
        ("swelling 3 hands fine", {"swelling": 3, "hand pain": False}),
        ("burning 4 hands 3", {"burning": 4, "hand pain": 3}),
        ("knee 4 head 3", {"knee pain": 4, "headache": 3}),
        ("itching 5 on both arms", {"itching": 5}),
    ],
)
def test_a_place_that_is_fine_or_rated_itself_is_not_where_the_last_one_is(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("my pain is six in spine and three in fingers", {"back pain": 6, "finger pain": 3}),
        (
            "pain 7 in my neck, 4 in shoulders and 2 in the hands",
            {"neck pain": 7, "shoulder pain": 4, "hand pain": 2},
        ),
        ("pain 6 in my back, 4 in both knees", {"back pain": 6, "knee pain": 4}),
        ("pain 5 in hip, 3 in left knee", {"hip pain": 5, "knee pain": 3}),
        ("pain 5 in the morning and 3 in the evening", {"pain": 3}),
    ],
)
def test_each_number_of_a_pain_is_of_its_place(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Not much stiffness this morning, maybe 15 mins", {"stiffness": True}),
        ("not much stiffness, half an hour", {"stiffness": True}),
        ("not much stiffness this morning", {"stiffness": False}),
        ("not much pain, 20 mins walk", {"pain": False}),
        ("no stiffness, 20 mins walk after", {"stiffness": False}),
    ],
)
def test_what_there_was_not_much_of_for_some_minutes_was_there(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("back's at a 7 after the car", {"back pain": 7}),
        ("my back is at 6", {"back pain": 6}),
        ("back is at 6", {"back pain": 6}),
        ("back is at 3 for physio", {}),
        ("bus back is at 5", {}),
        ("we went to Leeds, back is at 9", {}),
        ("sound 8 hours, light 3 mile walk, hip 4", {"hip pain": 4}),
        ("back at 7", {}),
        ("back's at the physio", {}),
        ("scared 8 about tomorrow's biopsy", {"fear": 8}),
        ("stiffness am 6 pm 3", {"stiffness": 3}),
        ("cough 2 in the day, 5 at night", {"cough": 5}),
    ],
)
def test_what_looks_like_something_else_is_read_by_its_number(
    reader: UpdateReader, text: str, told: _Said
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("knee 2 at rest 6 on stairs", (2, 6)),
        ("breathless 5 walking 1 resting", (1, 5)),
        ("back 3 lying but 6 standing", (3, 6)),
    ],
)
def test_two_numbers_for_two_ways_of_holding_it_are_a_span(
    reader: UpdateReader, text: str, spans: tuple[int, int]
) -> None:
    (said,) = reader.read(text).symptoms
    assert (said.severity, said.severity_range) == (None, spans)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pain back up to 7", {"pain": 7}),
        ("my back is up to 7", {"back pain": 7}),
        ("neck and shoulders 5 & 4", {"neck pain": 5, "shoulder pain": 4}),
        ("hip new 6, hands 4", {"hip pain": 6, "hand pain": 4}),
    ],
)
def test_a_pain_that_is_back_is_of_no_back(reader: UpdateReader, text: str, told: _Said) -> None:
    assert _told(reader, text) == told
