"""Whose number is it: ratings as ill people write them, and the numbers beside a symptom that rate nothing."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _rated(reader: UpdateReader, text: str) -> dict[str, int | None]:
    return {said.name: said.severity for said in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("nausea all day long. I'd go with 6", "nausea", 6),
        ("migraine behind the eye, we'll say 7", "migraine", 7),
        ("neck is agony, call it an 8", "neck pain", 8),
        ("headache again, i'd rate that 6", "headache", 6),
        ("cramps since dawn, reckon 6", "cramps", 6),
        ("migraine pushing 9", "migraine", 9),
        ("nausea hovering round 4", "nausea", 4),
        ("back pain nudging 8 today", "back pain", 8),
        ("hip hurts, somewhere around 7", "hip pain", 7),
        ("pain's stuck on 6", "pain", 6),
        ("headache. Still 6.", "headache", 6),
        ("fatigue maxed out at 10", "fatigue", 10),
        ("joint pain has been running at about 6", "joint pain", 6),
        ("pain.....6", "pain", 6),
        ("pain…6", "pain", 6),
        ("my ankles are sore, they're 5", "ankle pain", 5),
    ],
)
def test_words_that_hand_a_number_over_make_it_a_rating(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("itch, a cheeky 2", "itching", 2),
        ("back pain a whopping 9", "back pain", 9),
        ("nausea. a scary 7", "nausea", 7),
        ("hip hurts. easy 7", "hip pain", 7),
        ("pain is number 7", "pain", 7),
        ("back pain, number 6", "back pain", 6),
        ("fatigue. 7 or thereabouts", "fatigue", 7),
        ("heartburn. 4 by teatime", "heartburn", 4),
        ("jaw ache, nothing major, 2 maybe", "jaw pain", 2),
    ],
)
def test_a_number_described_or_alone_in_its_sentence_is_a_rating(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("got heartburn again, prob 5 for that", {"heartburn": 5}),
        ("dizzy spells. 4 for those", {"dizziness": 4}),
        ("3ish for the nausea, 4ish for the fatigue", {"nausea": 3, "fatigue": 4}),
        ("so 7 for the back, 5 for the knee", {"back pain": 7, "knee pain": 5}),
        ("a solid 7 for the neck, shoulders more like 4", {"neck pain": 7, "shoulder pain": 4}),
        ("back sore - 4 for the back", {"back pain": 4}),
        ("both knees at 6, left hip at 4", {"knee pain": 6, "hip pain": 4}),
        ("VAS 6 for knee pain", {"knee pain": 6}),
        ("sitting at 6 with this headache", {"headache": 6}),
        ("knees and hips, both sixes", {"knee pain": 6, "hip pain": 6}),
        ("fatigue six headache four nausea two", {"fatigue": 6, "headache": 4, "nausea": 2}),
        ("belly a three, knee a four, spirits a five", {"stomach pain": 3, "knee pain": 4}),
        ("burps 🤢 all day. 7 for gross", {"burping": 7}),
        ("night sweats, sheets soaked. call the sweats a 6", {"night sweats": 6}),
        ("period from hell. cramps pushing 9", {"period pain": 9}),
        ("sweats again. i'd mark it 6", {"sweating": 6}),
    ],
)
def test_each_number_goes_to_what_it_is_said_to_be_for(
    reader: UpdateReader, text: str, severities: dict[str, int]
) -> None:
    assert severities.items() <= _rated(reader, text).items()


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("headache went from 8 this morning to a 3 once I lay down", "headache", 3),
        ("headache from 7 to a cheeky 2", "headache", 2),
        ("back pain had it at a 9 before sunrise, now hovering round 5", "back pain", 5),
        ("knee was a 6 yesterday, today I'd say 4", "knee pain", 4),
        ("headache 7 on waking, wears off to about 2 by noon", "headache", 2),
        ("hip pain 8 with walking, drops to 3 sitting", "hip pain", 3),
        ("cramps were 9, 5 an hour after the naproxen", "cramps", 5),
        ("nausea 8 before lunch, now is 4", "nausea", 4),
        ("headache 3 at 9am, 7 at 2pm", "headache", 7),
        ("dizziness 3, yesterday 6", "dizziness", 3),
        ("headache 3, before that a 6", "headache", 3),
        ("nausea 8 whole morning", "nausea", 8),
        ("was a 9 at midnight but it's come down to 6 - stabby face pain", "face pain", 6),
    ],
)
def test_where_it_changed_the_number_it_came_to_counts(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("headache two outa ten", "headache", 2),
        ("back pain 6 by 10", "back pain", 6),
        ("back pain 6 on 10", "back pain", 6),
        ("nausea, 6 on the yuck scale", "nausea", 6),
        ("back pain, on a scale of 1 to 10 I'd say 6", "back pain", 6),
        ("Pain today, on my scale where 10 was childbirth: 6", "pain", 6),
        ("headache 7 (10 being the worst)", "headache", 7),
        ("dry mouth from the amitriptyline: 3", "dry mouth", 3),
    ],
)
def test_the_scale_is_read_however_its_end_is_told(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("itching 6 once the sun hit it", "itching", 6),
        ("hip 6 getting out of the car", "hip pain", 6),
        ("foot pain 3 to touch", "foot pain", 3),
        ("headache 6 at work", "headache", 6),
        ("elbow 4 unless I lift", "elbow pain", 4),
        ("headache 8 yikes", "headache", 8),
        ("piles like grapes 6", "hemorrhoids", 6),
    ],
)
def test_what_brings_it_on_may_follow_the_number(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    "text",
    [
        "headache, gave it 5 mins",
        "headache. gave it 2 hours",
        "i'd say 3 hours of nausea",
        "migraine lasted from 2 to 6",
        "migraine from 2 to 6pm",
        "stiff til 10, then ok",
        "nausea. 2 crackers kept down",
        "headache, took 2 of them",
        "joint pain. pred down from 10 to 5mg",
        "rash, cream 2x day",
        "called 111 about chest pain",
        "third migraine, number 3 this week",
        "back pain, on a scale of 1 to 10",
        "swollen feet, size 7",
        "dizzy on the number 7 bus",
        "must have had one in the night, a seizure",
        "tired. its 3 am",
        "mood 4, tired",
        "seizures: 2",
        "migraine days: 4",
        "nosebleeds 2",
        "panic attacks: 3",
        "diarrhea, 4 since breakfast",
    ],
)
def test_counts_times_doses_and_the_ends_of_the_scale_rate_nothing(reader: UpdateReader, text: str) -> None:
    assert all(said.severity is None for said in reader.read(text).symptoms), reader.read(text).symptoms


@pytest.mark.parametrize(
    ("text", "rated"),
    [
        ("nau 6 vom 0 dia 0 tired 7", {"nausea": 6, "vomiting": 0, "diarrhea": 0, "fatigue": 7}),
        ("hd 5 neck 4", {"headache": 5, "neck pain": 4}),
        ("ftg 8 BF 6 PEM 0", {"fatigue": 8, "brain fog": 6, "post-exertional malaise": 0}),
        ("HA 0 N 2 V 0 D 0", {"headache": 0, "nausea": 2, "vomiting": 0, "diarrhea": 0}),
        ("mig 7/10 photo 8/10", {"migraine": 7, "light sensitivity": 8}),
        ("took 2 n 3 later", {}),
        ("my bf 6 years younger than me", {}),
    ],
)
def test_the_letters_of_a_diary_are_spelt_out_beside_their_scores(
    reader: UpdateReader, text: str, rated: dict[str, int]
) -> None:
    assert _rated(reader, text) == rated


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("mood 3/10 low, cried in the shop", "low mood", 3),
        ("10/10 kidney stone pain, toradol in ER, now maybe 3", "kidney pain", 3),
        ("migraine was a 9 at lunch. tonight four", "migraine", 4),
        ("pressure headache, 7 upright, drops to a 2 flat. Lying flat right now so 2.", "headache", 2),
        ("neuralgia, jaw area, I'd go 8", "nerve pain", 8),
        ("hip STILL at seven", "hip pain", 7),
        ("pain 5 same as ever", "pain", 5),
    ],
)
def test_the_number_that_holds_now_counts_however_it_is_told(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("fatigue 9 thats all", "fatigue", 9),
        ("toothache 7 top left, dentist on the 19th", "toothache", 7),
        ("migraine 6 top right corner of the room is blurry", "migraine", None),
        ("anxiety itself still 6", "anxiety", 6),
        ("right temple throbbing at 7, smells making me gag", "headache", 7),
        ("pain when I breathe in - 6 - not short of breath", "chest pain", 6),
        ("coughing less, maybe 3 from 7", "cough", 3),
        ("ears ringing, mainly left, 6 in the quiet", "tinnitus", 6),
        ("knees sore, mostly the right, 4 on stairs", "knee pain", 4),
        ("stiffness 7 for two hours then 3", "stiffness", 3),
        ("trigeminal zaps, 9s", "nerve pain", 9),
        ("7 pain, 7 tired", "fatigue", 7),
        ("headache [6], nausea [3]", "headache", 6),
        ("headache 6/nausea 3/fatigue 8", "nausea", 3),
        ("pain wise about 4", "pain", 4),
        ("a 7 of a headache", "headache", 7),
        ("pain 8 in the morning, 4 in the evening", "pain", 4),
    ],
)
def test_what_stands_around_a_number_leaves_it_a_rating(
    reader: UpdateReader, text: str, symptom: str, severity: int | None
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    "text",
    [
        "woke with my head pounding at 7",
        "migraine, took 2 in the morning",
        "headache started throbbing at 4",
        "headache, slept from 3 till 6",
        "migraine, then 2 ibuprofen",
    ],
)
def test_an_hour_or_a_count_beside_a_headache_rates_nothing(reader: UpdateReader, text: str) -> None:
    assert set(_rated(reader, text).values()) == {None}


def test_a_cramp_low_on_the_left_is_no_low_mood(reader: UpdateReader) -> None:
    assert set(_rated(reader, "cramp low left 4")) == {"cramps"}


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("anxiety was at an 8 before the dentist, about 3 now", "anxiety", 3),
        ("back pain was at a 7 before the physio, around 4 now", "back pain", 4),
        ("migraine was 9 yesterday, today about 5", "migraine", 5),
        ("knee pain a 6, up from 3 yesterday", "knee pain", 6),
        ("trigeminal zaps x6 today, top one 9", "nerve pain", 9),
        ("cramps on and off, worst was a 7", "cramps", 7),
        ("muscle spasms all night, strongest about 7", "muscle spasm", 7),
        ("headache at 6 and climbing", "headache", 6),
        ("tinnitus steady at 4", "tinnitus", 4),
        ("headache sitting around the 6 mark", "headache", 6),
        ("left ankle swollen, pain at 6", "ankle pain", 6),
    ],
)
def test_the_rating_of_now_or_of_the_worst_one_is_told_apart_from_hours(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("by 3 had a 6 behind the right eye", "eye pain", 6),
        ("woke up to a 7 in both knees", "knee pain", 7),
        ("a 6 at the base of my skull", "headache", 6),
        ("my knees!!! the right one's a 7. Rain on the way I bet", "knee pain", 7),
        ("my hips today... the left is an 8", "hip pain", 8),
        ("I'm 78 and my knees tell me every year of it. About 5 today.", "knee pain", 5),
        ("my hip again. Maybe a 4.", "hip pain", 4),
        ("bloody knees. 7 today", "knee pain", 7),
        ("cut my foot. 4 on the pain scale", "pain", 4),
    ],
)
def test_a_place_that_is_complained_of_is_rated_by_what_comes_after_it(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


def test_each_of_two_sides_has_its_own_rating(reader: UpdateReader) -> None:
    found = reader.read("ankles: left one 3, right one 6").symptoms
    assert {said.body_part: said.severity for said in found} == {"left ankle": 3, "right ankle": 6}


@pytest.mark.parametrize(
    "text",
    [
        "Seeing the doctor about my knee. 5 today.",
        "Did my knee exercises. 5 today",
        "My back. 2 ibuprofen",
        "my knees like the new shoes. 7000 steps",
        "woke at 5, pain at 7, took codeine at 8",
        "headache at 6 and again at 9",
        "three seizures, worst one 4 minutes",
        "my eyes. the left one 20/40",
    ],
)
def test_what_is_counted_after_a_place_or_an_hour_rates_nothing(reader: UpdateReader, text: str) -> None:
    assert set(_rated(reader, text).values()) <= {None}


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("cramps yesterday 4, today 7", "cramps", 7),
        ("cramps normally 3, 7 today", "cramps", 7),
        ("jaw ache from grinding again, nothing dramatic, a 2", "jaw pain", 2),
        ("sore ribs from coughing 6", "rib pain", 6),
        ("trigeminal zaps while eating, 9s", "nerve pain", 9),
        ("knee - 6, hip - 4", "knee pain", 6),
        ("cramps max 3", "cramps", 3),
    ],
)
def test_today_counts_and_the_ache_is_rated_and_not_its_cause(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    "text", ["seizures yesterday 2", "headache yesterday 2 paracetamol", "headache max 3 a week"]
)
def test_how_many_there_were_yesterday_rates_nothing(reader: UpdateReader, text: str) -> None:
    assert set(_rated(reader, text).values()) == {None}
