"""Plain lines a tired person types on a phone, and what is named in them: small words that no list of symptoms has."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _said(reader: UpdateReader, text: str) -> dict[str, object]:
    """Give each symptom of ``text`` with its severity, or "no" where it is denied."""
    return {said.name: "no" if said.negated else said.severity for said in reader.read(text).symptoms}


def _places(reader: UpdateReader, text: str) -> dict[str, str | None]:
    return {said.name: said.body_part for said in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("montelukast is giving me the weirdest dreams", {"vivid dreams"}),
        ("wee is frothy again, ankles puffy", {"foamy urine", "swelling"}),
        ("urine looked foamy this morning", {"foamy urine"}),
        ("wee dark like tea", {"dark urine"}),
        ("cant start to wee, took ages", {"trouble urinating"}),
        ("peeing maybe 9 times already, thirsty", {"frequent urination", "thirst"}),
        ("smells are getting to me, nausea 5", {"smell sensitivity", "nausea"}),
        ("noise doing my head in today", {"noise sensitivity"}),
        ("light and noise sensitivity both 6", {"light sensitivity", "noise sensitivity"}),
        ("stomach cramps 3, wind terrible", {"stomach cramps", "gas"}),
        ("fingers locked this morning", {"finger locking"}),
        ("trigger finger stuck again", {"finger locking"}),
        ("itchy, flaky, fed up", {"itching", "flaking"}),
        ("chest fluttery for 2 min", {"palpitations"}),
        ("acted out a dream, kicked the wardrobe", {"dream enactment"}),
        ("bit deaf on the left", {"hearing loss"}),
        ("cant breathe thru nose", {"stuffy nose"}),
        ("changing every 2 hours it's that heavy", {"heavy bleeding"}),
        ("wiped out after work", {"fatigue"}),
        (
            "lights, noise, smells all too much",
            {"light sensitivity", "noise sensitivity", "smell sensitivity"},
        ),
        ("light and sound both bad", {"light sensitivity", "noise sensitivity"}),
        ("cramps 7, heavy, clots", {"cramps", "heavy bleeding"}),
        ("day 2 heavy, cramps 6", {"cramps", "heavy bleeding"}),
        ("windy and bloated", {"gas", "bloating"}),
        ("ear full, popping", {"blocked ears", "ear popping"}),
        ("2 leaks today, bladder urgent", {"incontinence", "frequent urination"}),
        ("wound leaking again", {"weeping skin", "skin sores"}),
        ("anal fistula again", {"fistula trouble"}),
        ("fistula arm sore after dialysis", {"arm pain"}),
        ("just falling asleep all the time", {"sleepiness"}),
        ("cheek zaps brushing teeth", {"face pain"}),
        ("got lost driving home", {"confusion"}),
        ("slept like the dead, woke worse", {"unrefreshing sleep"}),
    ],
)
def test_an_everyday_word_names_what_it_stands_for(reader: UpdateReader, text: str, read: set[str]) -> None:
    assert set(_said(reader, text)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the ankle is huge and hot", {"swelling": "ankle", "heat": "ankle"}),
        ("elbows raw, no new patches", {"raw skin": "elbow"}),
        ("bum cheek burning down the leg 6", {"burning": "buttock"}),
        ("scalp flaking all over my jumper", {"flaking": "scalp"}),
        ("hip bursitis 6 lying on it", {"hip pain": "hip"}),
        ("scar itchy", {"itching": "scar"}),
        ("bruised again no idea how, both shins", {"bruising": "both shin"}),
        ("numb again since tea, left foot", {"numbness": "left foot"}),
        ("pain again in the night, left hip", {"hip pain": "left hip"}),
        ("tingling all day at work, both hands", {"tingling": "both hand"}),
        ("bruise like a peach. three new ones on my shins", {"bruising": "shin"}),
        ("hives again, loads on my thighs", {"hives": "thigh"}),
        ("toothache!! 6. bottom left molar", {"toothache": "left tooth"}),
        ("hives popped up on my tummy after prawns", {"hives": "stomach"}),
        ("pain came back in my knee", {"knee pain": "knee"}),
        ("SI joint right 6", {"SI joint pain": "right SI joint"}),
        ("carpal tunnel both hands", {"wrist pain": "both hand"}),
        ("earache right ear since the swim", {"earache": "right ear"}),
        ("fingers are numb on the right hand", {"numbness": "right hand"}),
        ("bp up, head paining at the back", {"headache": None}),
    ],
)
def test_a_place_is_read_where_it_is_told(reader: UpdateReader, text: str, read: dict[str, str]) -> None:
    places = _places(reader, text)
    assert {name: places.get(name) for name in read} == read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pain went off about two, back again tonight", "pain"),
        ("itching, knees, back", "itching"),
        ("tired and itching, back to bed", "itching"),
    ],
)
def test_what_only_follows_is_no_place_of_it(reader: UpdateReader, text: str, name: str) -> None:
    assert _places(reader, text)[name] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hands shaky, dribbling on my pillow", "drooling"),
        ("hips stiff, dribbling a bit", "incontinence"),
        ("dribbling when I laugh", "incontinence"),
        ("leaking when I laugh, bag for life of pads packed", "incontinence"),
        ("leaking urine, ulcer sore", "incontinence"),
        ("dribbling after a wee, pad on", "incontinence"),
        ("bunged up, senna at night", "constipation"),
        ("bunged up, catarrh, hip sore", "stuffy nose"),
        ("bunged up for days", "stuffy nose"),
        ("bunged up since sunday, tummy 5", "constipation"),
        ("bunged up with a cold, nose streaming", "stuffy nose"),
    ],
)
def test_one_word_means_what_the_rest_of_the_line_makes_it(
    reader: UpdateReader, text: str, name: str
) -> None:
    assert name in _said(reader, text)
    assert not {"drooling", "incontinence", "constipation", "stuffy nose"} - {name} & set(_said(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "ultrasound of thyroid done, one nodule 8 mm",
        "nothing shifts it, two naproxen at 10",
        "wind terrible on the beach, lovely walk though",
        "fistula buzzing nicely, dialysis 4 hrs",
        "roof has a few leaks",
        "got lost in my own thoughts",
        "concentrating hard on breathing",
        "paying for Monday's taxi",
        "knee huge improvement",
        "soft voice helped me sleep",
        "food cold all day",
        "2 leaks in the kitchen",
        "sugar 9, ketones 0.2",
        "wifi flaky, sorry for the gap",
        "low fat dinner, all fine",
        "battery low, more later",
        "heavy day at work, endo clinic later",
        "saw a film when I woke up",
        "went to see my gp but she wasn't there",
        "hear people say lupus is not real",
        "saw someone in A&E, no one there to help",
        "saw spiders in the bath when waking the kids",
        "saw a physio, it's not really there any more",
        "saw a man at school as I dropped off the kids",
        "port flushed by the nurse",
        "knee fluid drained at the clinic",
        "bgs all over, 4 to 17",
        "windy walk to the shop",
        "wind terrible, raining",
        "can't eat tomatoes with this mouth of mine",
        "3 pads today, normal for me",
        "my neighbour, 8 months gone, left thigh huge and purple",
        "my mum, 80, dizzy again",
    ],
)
def test_words_of_illness_that_tell_of_none_are_left(reader: UpdateReader, text: str) -> None:
    assert not {name for name, said in _said(reader, text).items() if said != "no"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mum, 2pm, headache 6", {"headache": 6}),
        ("the kids, 3 days off, exhausted", {"fatigue": None}),
        ("daughter, 4, back pain 7 from lifting", {"back pain": 7}),
        ("my mum, now gone, crying today", {"crying": None}),
        ("my mum, 80, dizzy, knee 5", {"dizziness": None, "knee pain": 5}),
    ],
)
def test_an_aside_that_gives_no_age_leaves_the_writer_to_speak(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert _said(reader, text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("sleepy and a bit down, no headache", {"sleepiness": None, "low mood": None, "headache": "no"}),
        ("low today, cried twice", {"low mood": None, "crying": None}),
        ("cried all morning. low 8/10.", {"low mood": 8, "crying": None}),
        ("migraine. low 3/10", {"migraine": 3}),
        ("bit flat, knees 4", {"low mood": None, "knee pain": 4}),
        ("tired and low", {"fatigue": None, "low mood": None}),
        ("swelling 4, a bit down", {"swelling": 4}),
        ("swelling a bit down today", {"swelling": None}),
        ("pain a 6, bit down", {"pain": 6}),
        ("leg cramps 5, really heavy, like lead", {"leg cramps": 5}),
        ("mouth so sore can't eat toast", {"mouth sores": None}),
        ("a bit low today, BM 3.2", {}),
        ("low this morning, 3.2, cried", {"crying": None}),
        ("low today, had lucozade", {}),
        ("back ache, low, left", {"back pain": None}),
        ("pain, low, on the right", {"pain": None}),
        ("my dad, bit down, knee 5", {"knee pain": 5}),
        ("so tired i could cry", {"fatigue": None}),
    ],
)
def test_who_is_low_is_told_from_what_is(reader: UpdateReader, text: str, read: dict[str, object]) -> None:
    assert _said(reader, text) == read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("can't eat whatsoever", "loss of appetite"),
        ("can't even eat toast", "loss of appetite"),
        ("couldn't eat last night", "loss of appetite"),
        ("can't eat meat or anything really", "loss of appetite"),
        ("a lot of wind today, tummy sore, cold", "gas"),
        ("drained after ward round, nurse lovely", "fatigue"),
        ("changing pads every hour, baby crying", "heavy bleeding"),
        ("nothing shifting my bowels", "constipation"),
        ("nothing shifting this morning", "constipation"),
        ("so sore and could cry", "crying"),
    ],
)
def test_words_elsewhere_in_the_line_take_nothing_away(reader: UpdateReader, text: str, name: str) -> None:
    assert _said(reader, text).get(name, "no") != "no"


def test_two_senses_told_together_have_the_number_of_both(reader: UpdateReader) -> None:
    assert _said(reader, "sound and light both 7") == {"noise sensitivity": 7, "light sensitivity": 7}
    assert _said(reader, "sound 6 light 4") == {"noise sensitivity": 6, "light sensitivity": 4}
    assert not _said(reader, "light lunch, sound sleep 7 hrs")
    assert _said(reader, "light and noise 6") == {"light sensitivity": 6, "noise sensitivity": 6}
    apart = "light sensitivity, noise sensitivity 5"
    assert _said(reader, apart) == {"light sensitivity": None, "noise sensitivity": 5}


@pytest.mark.parametrize("text", ["sensitive to light and sound", "light and sound hurt"])
def test_a_light_told_beside_noise_is_a_sense_and_not_how_bad_it_is(reader: UpdateReader, text: str) -> None:
    said = reader.read(text).symptoms
    assert [one.name for one in said] == ["light sensitivity", "noise sensitivity"]
    assert [one.severity_range for one in said] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "saw a man at the door as I dropped off",
        "saw a cat in the corner that wasnt there",
        "saw shapes moving on the curtain, knew it wasnt real",
        "heard my name called, no one there",
        "saw people in the room that weren't there",
        "saw a man that wasn't there",
    ],
)
def test_what_was_not_there_is_a_hallucination(reader: UpdateReader, text: str) -> None:
    assert set(_said(reader, text)) == {"hallucinations"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "methotrexate 20mg taken, folic acid 5mg tomorrow",
            {"methotrexate": "taken", "folic acid": "mentioned"},
        ),
        ("methotrexate tomorrow, folic acid today", {"methotrexate": "mentioned", "folic acid": "taken"}),
        ("took naproxen, humira jab tomorrow", {"naproxen": "taken", "adalimumab": "mentioned"}),
        ("they wont refill my tramadol until the 3rd and i run out saturday", {"tramadol": "mentioned"}),
        ("nearly out of sumatriptan, 2 left", {"sumatriptan": "mentioned"}),
        ("ran out of tramadol saturday", {"tramadol": "ran_out"}),
        ("I'd run out of ramipril on holiday", {"ramipril": "ran_out"}),
        ("going to be ill, out of prednisolone", {"prednisolone": "ran_out"}),
        ("I run out of insulin last friday", {"insulin": "ran_out"}),
        ("I run out of meds in march, no more since", {"usual medicines": "ran_out"}),
        ("going to run out of prednisolone by friday", {"prednisolone": "mentioned"}),
        ("running low on baclofen", {"baclofen": "mentioned"}),
        ("going to try a naproxen in a bit", {"naproxen": "mentioned"}),
        ("heat pack, ibuprofen gel", {"ibuprofen": "taken"}),
        ("fostair 2 puffs this morning", {"beclomethasone and formoterol": "taken"}),
        ("ldn 3 mg last night", {"naltrexone": "taken"}),
        ("para and ibu at 4", {"acetaminophen": "taken", "ibuprofen": "taken"}),
        ("humira pen left thigh", {"adalimumab": "taken"}),
        ("forgot my am tabs", {"usual medicines": "missed"}),
        ("my husbands tramadol, had half", {"tramadol": "taken"}),
        ("my husbands on tramadol, he had two", {}),
        ("my mum's on tramadol, had a fall today", {}),
        ("husband's codeine, so took it to the pharmacy", {}),
        ("took my sons inhaler 2 puffs as mine ran out", {"inhaler": "taken"}),
    ],
)
def test_what_is_still_to_come_was_not_taken(reader: UpdateReader, text: str, read: dict[str, str]) -> None:
    assert {said.name: said.status for said in reader.read(text).medications} == read


def test_a_bad_fistula_is_as_bad_as_it_is_told(reader: UpdateReader) -> None:
    (said,) = reader.read("fistula bad").symptoms
    assert (said.name, said.severity_range) == ("fistula trouble", (6, 8))


@pytest.mark.parametrize("text", ["took my 8 am tablets", "6 pm pills missed"])
def test_the_hour_of_the_tablets_is_not_their_number(reader: UpdateReader, text: str) -> None:
    (said,) = reader.read(text).medications
    assert (said.name, said.dose) == ("usual medicines", None)
