"""Short messages as tired people write them: endings that carry on, numbers that stand alone, medicines in passing."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def symptoms(reader: UpdateReader, text: str) -> dict[str, object]:
    """Give each symptom of ``text`` with its severity, or "no" where it is denied."""
    return {said.name: "no" if said.negated else said.severity for said in reader.read(text).symptoms}


def medicines(reader: UpdateReader, text: str) -> dict[str, tuple[str | None, str]]:
    return {said.name: (said.dose, said.status) for said in reader.read(text).medications}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("vertigo has passed, nausea as well", {"vertigo": "no", "nausea": "no"}),
        ("cough gone and so is the sore throat", {"cough": "no", "sore throat": "no"}),
        ("no seizures, auras neither", {"seizure": "no", "aura": "no"}),
        ("headache back, nausea too", {"headache": None, "nausea": None}),
        ("no cough, wheeze 3", {"cough": "no", "wheezing": 3}),
        ("swelling's down to nothing", {"swelling": "no"}),
        ("the hives aren't back", {"hives": "no"}),
    ],
)
def test_an_ending_carries_to_what_shares_it_and_no_further(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert symptoms(reader, text) == read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("rash fading but not gone", "rash"),
        ("can't say the fatigue has lifted", "fatigue"),
        ("the tremor isn't there when I rest, only when I pour", "tremor"),
        ("phlegm gone green", "phlegm"),
        ("humira jab done, thigh sore where it went in", "thigh pain"),
    ],
)
def test_what_is_only_partly_over_is_there(reader: UpdateReader, text: str, name: str) -> None:
    assert symptoms(reader, text)[name] is None


@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        ("itching after the shower 5", "itching", 5),
        ("that same old fatigue, seven-ish", "fatigue", 7),
        ("dizzy every time I get off the couch. 6", "dizziness", 6),
        ("tired... 5", "fatigue", 5),
        ("weakness too much, slept whole day, 7", "weakness", 7),
        ("stiffness 7 on waking, 3 by noon", "stiffness", 3),
        ("not much pain, 2", "pain", 2),
        ("knees 3, ankles 2, fingers 5 sleep bad", "finger pain", 5),
        ("6 for the shoulder, 4 for the neck", "neck pain", 4),
        ("headache is about a five and my neck is stiff", "headache", 5),
        ("still stings 4 when I pee", "painful urination", 4),
    ],
)
def test_a_number_rates_what_it_stands_by(reader: UpdateReader, text: str, name: str, severity: int) -> None:
    assert symptoms(reader, text)[name] == severity


@pytest.mark.parametrize(
    "text",
    [
        "headache. woke at 4",
        "cramps. pads used 6",
        "tired. up at 5",
        "headache all day, took 2",
        "palpitations after coffee 2 cups",
        "hip pain. I'm 45",
        "headache\n1. call doctor\n2. pick up meds",
        "tired, mood 2 out of 10",
    ],
)
def test_a_number_of_something_else_rates_nothing(reader: UpdateReader, text: str) -> None:
    assert not [said for said in reader.read(text).symptoms if said.severity is not None]


@pytest.mark.parametrize(
    ("text", "name", "part", "severity"),
    [
        ("pain is at a 7 in the left shoulder", "shoulder pain", "left shoulder", 7),
        ("pain still 6, mostly in my lower back", "back pain", "lower back", 6),
        ("pain isn't gone, just duller. 4 in the pelvis", "pelvic pain", "pelvis", 4),
        ("hips sore, lower back too", "back pain", "lower back", None),
        ("jaw 3/10 left side", "jaw pain", "left jaw", 3),
        ("my back's a solid 7", "back pain", "back", 7),
        ("shins weeping, red, hot", "redness", "shin", None),
    ],
)
def test_a_place_said_late_is_still_the_place(
    reader: UpdateReader, text: str, name: str, part: str, severity: int | None
) -> None:
    said = next(said for said in reader.read(text).symptoms if said.name == name)
    assert (said.body_part, said.severity) == (part, severity)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nebivolol half of a 5, pulse fifty eight", {"nebivolol": ("2.5 mg", "taken")}),
        (
            "ramipril 10 and half a 40 of furosemide",
            {"ramipril": ("10 mg", "taken"), "furosemide": ("20 mg", "taken")},
        ),
        ("calcium tabs 600", {"calcium": ("600 mg", "taken")}),
        (
            "forgot my morning pills: ramipril and metformin",
            {"ramipril": (None, "missed"), "metformin": (None, "missed")},
        ),
        ("took my antihistamine, the loratadine", {"loratadine": (None, "taken")}),
        ("off the steroids, last prednisone was friday", {"prednisone": (None, "stopped")}),
        ("gp raised sertraline to 100, starting tomorrow", {"sertraline": ("100 mg", "mentioned")}),
        ("neuro said come back in six months", {}),
    ],
)
def test_a_medicine_is_read_with_its_own_amount_and_fate(
    reader: UpdateReader, text: str, read: dict[str, tuple[str | None, str]]
) -> None:
    assert medicines(reader, text) == read


@pytest.mark.parametrize(
    "text",
    [
        "list my pills please",
        "pacing is helping, short walks",
        "parking was a nightmare",
        "gastro appointment with dr lee on friday",
        "conference call about the shelf in the porch",
        "monthly on the 5th",
    ],
)
def test_words_a_slip_away_from_a_symptom_are_none(reader: UpdateReader, text: str) -> None:
    assert symptoms(reader, text) == {}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("on the loo all day, bit of blood", {"diarrhea": None, "blood in stool": None}),
        ("loo once, no blood, no mucus", {"blood in stool": "no", "mucus in stool": "no"}),
        ("didn't faint", {"fainting": "no"}),
        ("couldn't keep the antibiotics down", {"vomiting": None}),
        ("throat swelling up", {"throat swelling": None}),
        ("legs so heavy today", {"heavy legs": None}),
        ("face swollen", {"facial swelling": None}),
        ("shaking hands again", {"tremor": None}),
    ],
)
def test_a_symptom_is_called_what_it_is(reader: UpdateReader, text: str, read: dict[str, object]) -> None:
    assert symptoms(reader, text) == read


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("came out in hives and itchy after the prawns, 2 piriton, all settled by 9", {"hives", "itching"}),
        ("vertigo in the lift, twenty minutes, over now", {"vertigo"}),
        ("nausea after breakfast, ginger tea, right as rain since", {"nausea"}),
        ("migraine came on at 2, dark room, wore off about 6", {"migraine"}),
        ("chest tight on the hill. Rested. All gone in five minutes", {"chest tightness"}),
        ("blurred vision only when I'm shattered, none today", {"blurred vision"}),
        ("dizzy when I rolled over, a few seconds, then fine", {"dizziness"}),
        ("never got the headache this month", {"headache"}),
    ],
)
def test_an_ending_told_in_a_clause_of_its_own_ends_what_was_told(
    reader: UpdateReader, text: str, over: set[str]
) -> None:
    assert {name for name, said in symptoms(reader, text).items() if said == "no"} == over


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pain went off about two, back again tonight", "pain"),
        ("headache most of the day, nearly gone", "headache"),
        ("dizzy all morning, bp and bloods done, all clear", "dizziness"),
        ("nausea all day, had nothing", "nausea"),
        ("cough still there, mood good now", "cough"),
        ("tired, fine otherwise", "fatigue"),
        ("itchy, work all good", "itching"),
        ("headache gone for an hour, then back", "headache"),
    ],
)
def test_an_ending_of_something_else_ends_no_symptom(reader: UpdateReader, text: str, name: str) -> None:
    assert symptoms(reader, text)[name] is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("taste is back to normal, still tired", {"taste changes": "no", "fatigue": None}),
        ("smell's back in bits", {}),
        ("my sister gets awful nausea on it but I've had none", {"nausea": "no"}),
        ("my sister gets awful nausea on it", {}),
        ("mum had the cough first, mine's gone", {"cough": "no"}),
        ("thought the vertigo was over, it isn't", {"vertigo": None}),
        ("nausea stopped, started again after tea", {"nausea": None}),
        ("stomach pain, bloods back to normal", {"stomach pain": None}),
        ("scared the seizures will come back", {}),
        ("worried the numbness will spread to my face", {"numbness": None}),
    ],
)
def test_what_came_back_was_lost_and_what_may_come_back_is_not_there(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert symptoms(reader, text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("low of 58 on the stairs, drank juice", {"low blood sugar": None}),
        ("temp low of 12 today", {}),
        ("mood 2 out of 10", {"low mood": None}),
        ("mood 8/10", {}),
        ("nae sleep, sair back", {"insomnia": None, "back pain": None}),
        ("cpap leaking again", {}),
        ("loo 9 times blood in 3 of them cramps 6", {"diarrhea": None, "blood in stool": None, "cramps": 6}),
        ("dizzy 6 standing", {"dizziness": 6}),
        ("pain 3 only", {"pain": 3}),
        ("it's 7 out of 10 between the shoulder blades", {"shoulder blade pain": 7}),
    ],
)
def test_everyday_naming_is_understood(reader: UpdateReader, text: str, read: dict[str, object]) -> None:
    assert symptoms(reader, text) == read


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("eight out of ten hip. left.", "hip pain", "left hip"),
        ("jerks in my arms at breakfast", "jerking", "arm"),
        ("me knees are at me again", "knee pain", "knee"),
    ],
)
def test_a_place_is_heard_after_a_full_stop_and_inside_a_name(
    reader: UpdateReader, text: str, name: str, part: str
) -> None:
    assert [(said.name, said.body_part) for said in reader.read(text).symptoms] == [(name, part)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("lights off, rizatriptan 10mg at 4.15", {"rizatriptan": ("10 mg", "taken")}),
        ("heartburn, gaviscon swig", {"sodium alginate": (None, "taken")}),
        ("nitrofurantoin 100 day 3", {"nitrofurantoin": ("100 mg", "taken")}),
        ("clenil 2 am 2 pm", {"beclomethasone": ("2 puffs", "taken")}),
        ("oxygen 15L for twenty minutes", {"oxygen therapy": ("15 L", "taken")}),
        ("oxygen 92%", {}),
        ("if the rash comes back should I stop the tablets?", {}),
    ],
)
def test_a_medicine_in_passing_keeps_its_amount(
    reader: UpdateReader, text: str, read: dict[str, tuple[str | None, str]]
) -> None:
    assert medicines(reader, text) == read


@pytest.mark.parametrize(
    "text",
    [
        "pain 6, tramadol wore off",
        "pain 6 again, injection has worn off",
        "pain 6, had tramadol at 2, wore off",
    ],
)
def test_what_wore_off_may_be_the_medicine(reader: UpdateReader, text: str) -> None:
    assert symptoms(reader, text) == {"pain": 6}


def test_both_that_ended_are_the_last_two(reader: UpdateReader) -> None:
    assert symptoms(reader, "aura at 10, headache after, both gone by 3") == {"aura": "no", "headache": "no"}


def test_what_another_takes_and_gets_is_theirs(reader: UpdateReader) -> None:
    assert symptoms(reader, "my brother's on it and gets terrible headaches") == {}
    assert symptoms(reader, "my brother's on it and gets terrible headaches, i've not had any") == {
        "headache": "no"
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("no the dizziness was a 4", {"dizziness": 4}),
        ("no my back pain is 5 now", {"back pain": 5}),
        ("no i have a cough", {"cough": None}),
        ("no cough", {"cough": "no"}),
        ("no i haven't got a cough", {"cough": "no"}),
        (
            "The nurse asked about vomiting, fever and hives and I said no to all of them",
            {"vomiting": "no", "fever": "no", "hives": "no"},
        ),
        ("they checked for fever and cough. no to both", {"fever": "no", "cough": "no"}),
        ("cough all day, said no to the operation", {"cough": None}),
        ("lips tingling till noon fine since", {"tingling": "no"}),
        ("loo twice, none of it bloody", {"blood in stool": "no"}),
        ("queasy but not chucking", {"nausea": None, "vomiting": "no"}),
        ("elbow 4, knees not bothering me", {"elbow pain": 4, "knee pain": "no"}),
        ("cough 3, not bothering me", {"cough": "no"}),
    ],
)
def test_a_no_denies_what_it_answers_and_nothing_it_corrects(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert symptoms(reader, text) == read


@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        ("back ache. was an 8 yest now more like 5", "back pain", 5),
        ("skull splitting, had 2 naproxen, it's lifting a bit, maybe 4", "headache", 4),
        ("wheeze barely there say 2", "wheezing", 2),
        ("dizzy, a solid 5", "dizziness", 5),
        ("heel 7 first thing, 3 now", "heel pain", 3),
        ("hip only 2 mind", "hip pain", 2),
    ],
)
def test_a_rating_may_be_said_loosely(reader: UpdateReader, text: str, name: str, severity: int) -> None:
    assert symptoms(reader, text)[name] == severity


@pytest.mark.parametrize(
    "text", ["itchy from 8 till gone 2", "headache, took ibuprofen, maybe 3", "cough from 6 until 9"]
)
def test_hours_and_tablets_are_no_rating(reader: UpdateReader, text: str) -> None:
    assert not [said for said in reader.read(text).symptoms if said.severity is not None]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("L knee 5 on the stairs, R is fine", {("left knee", 5), ("right knee", "no")}),
        ("right hip sore, the left one's ok", {("right hip", None), ("left hip", "no")}),
        ("right hip sore, left work early", {("right hip", None)}),
        ("elbows and wrists about a 4", {("elbow", 4), ("wrist", 4)}),
        ("sat on my bum and knees 6", {("knee", 6)}),
        (
            "left wrist 2, right wrist 5, hips not bothering me",
            {("left wrist", 2), ("right wrist", 5), ("hip", "no")},
        ),
        ("left big toe throbbing", {("left big toe", None)}),
        ("leg cramp in the left calf", {("left calf", None)}),
        ("clenching my jaw in my sleep", {("jaw", None)}),
        ("eyes gritty", {("eye", None)}),
    ],
)
def test_each_side_and_place_has_its_own_line(
    reader: UpdateReader, text: str, read: set[tuple[str, object]]
) -> None:
    said = reader.read(text).symptoms
    assert {(one.body_part, "no" if one.negated else one.severity) for one in said} == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("curry of doom, heartburn", {"heartburn": None}),
        ("a sense of doom all day", {"feeling of doom": None}),
        ("pharmacist said to look out for a rash", {}),
        ("the kitchen doesn't smell of smoke now", {}),
        ("belly like 7 months gone", {"bloating": None}),
        ("joints a bit grumbly", {"joint pain": None}),
    ],
)
def test_a_figure_of_speech_is_read_for_what_it_means(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert symptoms(reader, text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("citalopram 20 week 4, sleepy", {"citalopram": ("20 mg", "taken")}),
        ("month two of methotrexate", {"methotrexate": (None, "taken")}),
        ("metformin both tabs", {"metformin": ("2 tablets", "taken")}),
        ("pharmacist says try piriton, took 1, still itchy", {"chlorpheniramine": ("1", "taken")}),
        ("pharmacist says try piriton, took ages", {"chlorpheniramine": (None, "mentioned")}),
        ("aimovig shot no. 3 done", {"erenumab": (None, "taken")}),
        ("enbrel was due monday, holding off till the antibiotics end", {"etanercept": (None, "missed")}),
        ("forgot my lactaid", {"lactase": (None, "missed")}),
    ],
)
def test_a_course_tells_that_it_is_taken(
    reader: UpdateReader, text: str, read: dict[str, tuple[str | None, str]]
) -> None:
    found = medicines(reader, text)
    assert {name: found.get(name) for name in read} == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2 oxycodone, still a 7, constipated too", {"pain": 7, "constipation": None}),
        ("knee sore, 2 oxycodone, still a 7, constipated too", {"knee pain": 7, "constipation": None}),
        ("loratadine, still a 7, itchy too", {"itching": 7}),
        ("still a 6, nausea", {"nausea": 6}),
        ("the shoulder was about a four when I was lying on it", {"shoulder pain": 4}),
        ("knee pain when I was growing up", {}),
    ],
)
def test_a_rating_finds_what_it_is_of(reader: UpdateReader, text: str, read: dict[str, object]) -> None:
    assert symptoms(reader, text) == read


def test_a_side_said_inside_a_complaint_is_heard(reader: UpdateReader) -> None:
    said = reader.read("hip on the right aches, 4").symptoms
    assert [(one.name, one.body_part, one.severity) for one in said] == [("hip pain", "right hip", 4)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("left elbow 6, right 2", {("left elbow", 6), ("right elbow", 2)}),
        ("R shoulder aching 4, left about a 2", {("right shoulder", 4), ("left shoulder", 2)}),
        ("left elbow 6, right 2 tablets", {("left elbow", 6)}),
        ("R foot 5 L foot 3", {("right foot", 5), ("left foot", 3)}),
    ],
)
def test_a_side_alone_may_be_rated(reader: UpdateReader, text: str, read: set[tuple[str, int]]) -> None:
    assert {(one.body_part, one.severity) for one in reader.read(text).symptoms} == read


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("mouth so dry", "mouth"),
        ("nose blocked again", "nose"),
        ("left eye watering", "left eye"),
        ("calf locked up on the stairs", "calf"),
        ("pain in the ball of my right foot", "right foot"),
        ("chest pain on the hill", "chest"),
    ],
)
def test_an_everyday_name_tells_its_place(reader: UpdateReader, text: str, part: str) -> None:
    assert [said.body_part for said in reader.read(text).symptoms] == [part]
