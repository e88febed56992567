"""Quick updates in which a symptom is said to be absent or over, in the many ways in which people say that."""

import pytest

from bot.content import vocabulary
from bot.understanding.updates.updates import UpdateReader


def _read(reader: UpdateReader, text: str) -> tuple[set[str], set[str]]:
    """Give what is there and what is denied."""
    said = reader.read(text).symptoms
    return {one.name for one in said if not one.negated}, {one.name for one in said if one.negated}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("zip nausea, zip vomiting", {"nausea", "vomiting"}),
        ("nary a floater today", {"floaters"}),
        ("bugger all nausea today", {"nausea"}),
        ("not so much as a cough", {"cough"}),
        ("ain't had no headache", {"headache"}),
        ("nada on the vomiting front", {"vomiting"}),
        ("mouth sores nada", {"mouth sores"}),
        ("dysphagia zilch", {"trouble swallowing"}),
        ("nausea: zip", {"nausea"}),
        ("rash not today", {"rash"}),
        ("not hot or shivery", {"chills"}),
        ("fever: N, cough: N", {"fever", "cough"}),
        ("hives ❌ flushing ❌", {"hives", "flushing"}),
        ("❌ fever ❌ cough", {"fever", "cough"}),
        ("didn't get my usual 3am cramps", {"cramps"}),
        ("chest no dey pain me today", {"chest pain"}),
        ("no cough no runy nose no weird vision", {"cough", "runny nose", "visual disturbance"}),
        ("throat felt lumpy but it settled within half an hour", {"trouble swallowing"}),
        ("couldn't find a single sore joint", {"joint pain"}),
        ("itching has stopped disturbing me", {"itching"}),
        ("heart no longer racing, stomach no longer upset", {"racing heart", "upset stomach"}),
        ("none of the usual morning nausea", {"nausea"}),
        ("tis gone, the headache", {"headache"}),
    ],
)
def test_words_for_nothing_deny_on_either_side(reader: UpdateReader, text: str, denied: set[str]) -> None:
    assert _read(reader, text) == (set(), denied)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("nausea, ate nowt", {"nausea"}),
        ("headache, did diddly squat all day", {"headache"}),
        ("cramps, period hasn't started", {"cramps"}),
        ("nausea, bus never came", {"nausea"}),
        ("achy all over, tested neg", {"body aches"}),
        ("never been so tired", {"fatigue"}),
        ("can't seem to shift the cough", {"cough"}),
        ("took nurofen to shift the headache", {"headache"}),
        ("need a break from the headaches", {"headache"}),
        ("the spasms have quietened, 2", {"muscle spasm"}),
        ("rash has moved on to my neck", {"rash"}),
        ("nausea, went in the bath", {"nausea"}),
        ("not getting any less itchy", {"itching"}),
        ("no sign of this cold going", {"common cold"}),
        ("don't think the cramps will ever stop", {"cramps"}),
        ("no days off from this pain, could do without it", {"pain"}),
        ("without my brace the wrist is agony", {"wrist pain"}),
        ("need a pain free day", {"pain"}),
        ("I can no longer live with this headache", {"headache"}),
        ("tremor not there at rest, only holding a cup", {"tremor"}),
        ("headache went on all day", {"headache"}),
        ("nausea in the mornings that goes away when I eat", {"nausea"}),
        ("hands stiff when I wake up, gone by 10", {"stiffness"}),
    ],
)
def test_what_is_denied_of_something_else_leaves_the_symptom(
    reader: UpdateReader, text: str, present: set[str]
) -> None:
    there, denied = _read(reader, text)
    assert present <= there
    assert not denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("the tremor finally packed its bags", {"tremor"}),
        ("every joint hurt last night, gone by noon", {"joint pain"}),
        ("pain free, hoping it lasts", {"pain"}),
        ("no pain so will stop the codeine", {"pain"}),
        ("my tics have shut up since dinner", {"tics"}),
        ("Vertigo: also MIA", {"vertigo"}),
        ("reflux quiet as a mouse", {"heartburn"}),
        ("migraine gave me the day off", {"migraine"}),
        ("nausea giving me a break today", {"nausea"}),
        ("cough has run its course", {"cough"}),
        ("giddiness has left the chat", {"dizziness"}),
        ("cough got cured", {"cough"}),
        ("piles settled on their own", {"hemorrhoids"}),
        ("Hallucinations at the bedroom door last night have buggered off", {"hallucinations"}),
        ("migraine hasn't turned up", {"migraine"}),
        ("vertigo is a thing of the past", {"vertigo"}),
        ("seen the back of the nausea", {"nausea"}),
        ("dodged the migraine today", {"migraine"}),
        ("got a day off the vertigo", {"vertigo"}),
        ("nosebleed this morning x2. none since", {"nosebleed"}),
        ("haven't puked so far today", {"vomiting"}),
    ],
)
def test_what_left_kept_away_or_never_came_is_denied(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert _read(reader, text) == (set(), denied)


@pytest.mark.parametrize(
    ("text", "there", "denied"),
    [
        ("gas nil, appetite came back", set(), {"gas", "loss of appetite"}),
        ("headache gone, nausea came back", {"nausea"}, {"headache"}),
        ("headache gone. came back at 6 though", {"headache"}, set()),
        ("headache gone by noon, back by tea", {"headache"}, set()),
        ("the usual nausea stayed away. so did the cramps.", set(), {"nausea", "cramps"}),
        ("rash gone, ditto the itch", set(), {"rash", "itching"}),
        ("headache gone, as has the nausea", set(), {"headache", "nausea"}),
        ("no chest pain or down the arm", set(), {"chest pain", "arm pain"}),
        ("knee swollen but doesn't hurt", {"swelling"}, {"knee pain"}),
    ],
)
def test_an_ending_goes_as_far_as_it_is_meant(
    reader: UpdateReader, text: str, there: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (there, denied)


@pytest.mark.parametrize(
    ("text", "there", "denied"),
    [
        ("hasn't been back, the double vision. touch wood", set(), {"double vision"}),
        ("gone at last, this headache", set(), {"headache"}),
        ("vomit i don't have", set(), {"vomiting"}),
        ("fever I don't have, cough yes", {"cough"}, {"fever"}),
        ("usually dizzy in the mornings, wasn't today", set(), {"dizziness"}),
        ("expected a headache, didn't get one", set(), {"headache"}),
        ("nurse asked about chest pain, i said none", set(), {"chest pain"}),
        ("stiff as a plank till the levodopa kicked in", set(), {"stiffness"}),
        ("headache 7 till the suma kicked in", {"headache"}, set()),
        ("dizzy, didn't fall", {"dizziness"}, {"falls"}),
    ],
)
def test_an_absence_may_be_told_first_or_last(
    reader: UpdateReader, text: str, there: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (there, denied)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("head's fine for once", {"headache"}),
        ("neck and shoulders fine", {"neck pain", "shoulder pain"}),
        ("calves nothing to complain of", {"calf pain"}),
        ("shoulder - don't have any there now", {"shoulder pain"}),
        ("joints gave me the day off", {"joint pain"}),
        ("not a squeak out of the hips today", {"hip pain"}),
        ("All quiet on the bladder front", {"bladder pain"}),
        ("nothin goin on w my noggin besides that", {"headache"}),
        ("breathing easy for once", {"shortness of breath"}),
        ("speech is clear", {"slurred speech"}),
        ("temp normal", {"fever"}),
        ("my heart is behaving itself", {"palpitations"}),
        ("skin is clear", {"rash"}),
        ("appetite good", {"loss of appetite"}),
        ("stomach has calmed down", {"stomach pain"}),
        ("mood has lifted", {"low mood"}),
        ("nose cleared up", {"stuffy nose"}),
        ("no fever no throat", {"fever", "sore throat"}),
    ],
)
def test_praise_of_a_place_or_a_power_denies_what_would_take_it_away(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert _read(reader, text) == (set(), denied)


@pytest.mark.parametrize(
    "text",
    [
        "scan of my knee was fine",
        "doctor said my chest is fine",
        "my son's tummy is fine now",
        "hope my head is fine tomorrow",
        "is my heart ok?",
        "my knee is fine until I kneel",
        "my knee isn't fine",
        "legs fine when lying down",
        "swallowing liquids no bother",
        "no throat spray left",
        "blood work fine",
        "all good today",
    ],
)
def test_a_finding_a_wish_and_half_a_praise_deny_nothing(reader: UpdateReader, text: str) -> None:
    assert _read(reader, text) == (set(), set())


def test_an_easy_breath_ends_no_palpitations(reader: UpdateReader) -> None:
    there, denied = _read(reader, "palpitations 7/10, breathing easy for once")
    assert there == {"palpitations"}
    assert denied == {"shortness of breath"}


def test_the_side_that_is_well_is_denied_and_the_other_stands(reader: UpdateReader) -> None:
    said = {one.body_part: one.negated for one in reader.read("left knee 5, right knee fine").symptoms}
    assert said == {"left knee": False, "right knee": True}


def test_every_power_denies_a_symptom_that_the_vocabulary_knows() -> None:
    words = vocabulary.load()
    assert set(words.well.powers) <= {term.name for term in words.symptoms}


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("Hips: 5. Hands: 2. Jaw: not sore today for once", {"hip pain", "hand pain"}, {"jaw pain"}),
        ("Headache: nil. Neck: nil. Nausea: 1", {"nausea"}, {"headache", "neck pain"}),
        ("negative: chest pain, palpitations", set(), {"chest pain", "palpitations"}),
        ("swollen knee, not even red or hot", {"swelling"}, {"redness"}),
        ("sneezing nonstop. no asthma so far", {"sneezing"}, {"asthma attack"}),
        ("faint feeling x2, didnt go down", {"feeling faint"}, {"fainting"}),
        ("felt faint, swelling didn't go down", {"feeling faint", "swelling"}, set()),
        ("PICC site looks clean, not red", set(), {"redness"}),
        ("itchy at night, no bumps though", {"itching"}, {"rash"}),
        ("bit teary. not hopeless like last month", {"crying"}, {"hopelessness"}),
        ("ears pop, jaw clicks, no ache from either", set(), {"earache", "jaw pain"}),
        ("tingly fingers at first, and they've stopped tingling", set(), {"tingling"}),
        ("lowkey no cramps today??", set(), {"cramps"}),
        ("I am glad to report an absence of tremor", set(), {"tremor"}),
        ("no joint pain except wrists 4", {"wrist pain"}, {"joint pain"}),
        ("apart from my knees nothing hurts", {"knee pain"}, set()),
        ("nothing sore except my jaw and neck", {"jaw pain", "neck pain"}, {"pain"}),
        ("couldn't sleep, not because of pain", {"insomnia"}, {"pain"}),
        ("no pain anywhere but the lower back", {"back pain"}, {"pain"}),
        ("no pain apart from a small patch on my shin", {"shin pain"}, {"pain"}),
        ("no more blood when i wipe, cramps a 3", {"cramps"}, {"bleeding"}),
        ("I get cramps if I skip magnesium, didn't skip, no cramps", set(), {"cramps"}),
        ("day 3 without a seizure, sore tongue", {"sore tongue"}, {"seizure"}),
        ("no gout pain in the big toe this month", set(), {"gout", "toe pain"}),
        ("no migraine. pain in my neck 3", {"neck pain"}, {"migraine"}),
        ("no migraine pain 4 in the neck", {"neck pain"}, {"migraine"}),
    ],
)
def test_a_denial_reaches_what_is_meant_by_it(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    there, absent = _read(reader, text)
    assert denied <= absent
    assert there.isdisjoint(denied)
    assert present <= there


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The rash, mercifully, has not returned.", "rash"),
        ("I did not vomit, nor did I feel nauseous.", "nausea"),
        ("My knee has not bothered me since the injection.", "knee pain"),
        ("The tinnitus was not troublesome today.", "tinnitus"),
        ("The nausea does not trouble me any more.", "nausea"),
        ("I would not say I was nauseous", "nausea"),
        ("fever has come down fully", "fever"),
        ("crook guts have come good", "upset stomach"),
    ],
)
def test_a_denial_is_heard_without_contractions_and_from_afar(
    reader: UpdateReader, text: str, denied: str
) -> None:
    there, absent = _read(reader, text)
    assert denied in absent
    assert denied not in there


def test_going_to_sleep_and_a_question_end_nothing(reader: UpdateReader) -> None:
    assert _read(reader, "back pain 7, toradol, now maybe 3 and drifting off")[0] == {"back pain"}
    assert _read(reader, "no fever, is that right?")[0] == set()


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("headache no nausea no vomiting no fatigue yes 5", {"fatigue"}, {"headache", "nausea", "vomiting"}),
        ("headache n nausea n fatigue y 5", {"fatigue"}, {"headache", "nausea"}),
        ("headache ✗ nausea ✗ fatigue ✓", {"fatigue"}, {"headache", "nausea"}),
        ("0 pain 0 nausea 0 dizziness", set(), {"pain", "nausea", "dizziness"}),
        ("no headache, nausea, vomiting", set(), {"headache", "nausea", "vomiting"}),
        ("no spasms tremors stiffness, just tired", {"fatigue"}, {"muscle spasm", "tremor", "stiffness"}),
        ("free of cramps, bloating and wind", set(), {"cramps", "bloating", "gas"}),
        ("none of these today: cramps, bloating, wind", set(), {"cramps", "bloating", "gas"}),
        ("no pain, swelling, redness or heat", set(), {"pain", "swelling", "redness", "heat"}),
        ("my hips don't hurt, nor do my knees", set(), {"hip pain", "knee pain"}),
        ("shoulders no. hips no. hands yes 5", {"hand pain"}, {"shoulder pain", "hip pain"}),
        ("no fever, cough 5", {"cough"}, {"fever"}),
        ("no nausea, headache though", {"headache"}, {"nausea"}),
        ("no milk today: cramps, bloating", {"cramps", "bloating"}, set()),
        ("no meds, headache, nausea, cramps", {"headache", "nausea", "cramps"}, set()),
        ("hips: no change", set(), set()),
    ],
)
def test_a_list_is_denied_as_far_as_it_goes(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "there", "denied"),
    [
        ("no symptoms bar tiredness", {"fatigue"}, set()),
        ("no side effects apart from a dry mouth", {"dry mouth"}, set()),
        ("no complaints other than the itch 3", {"itching"}, set()),
        ("no joint pain except wrists 4", {"wrist pain"}, {"joint pain"}),
        ("no redness or itch", set(), {"redness", "itching"}),
        ("gum bled a speck, no other bleeding", set(), {"bleeding"}),
    ],
)
def test_a_denial_ends_at_its_exception(
    reader: UpdateReader, text: str, there: set[str], denied: set[str]
) -> None:
    said_there, said_denied = _read(reader, text)
    assert there <= said_there
    assert denied <= said_denied
    assert said_there.isdisjoint(denied)
    assert said_denied.isdisjoint(there)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("can taste my coffee again", {"loss of taste"}),
        ("I can finally swallow", {"trouble swallowing"}),
        ("can breathe through my nose at last", {"stuffy nose"}),
        ("can feel my toes again", {"numbness"}),
        ("nurse checked for swelling, none", {"swelling"}),
        ("asked if I had any bleeding, nope", {"bleeding"}),
        ("no neck or back pain", {"neck pain", "back pain"}),
        ("right knee 5, left cleared up", {"knee pain"}),
    ],
)
def test_a_power_that_is_back_and_the_none_of_an_examination_deny(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert {one.name for one in reader.read(text).symptoms if one.negated} == denied


@pytest.mark.parametrize(
    "text",
    [
        "can feel my migraine coming again",
        "wish I could taste again",
        "mum can taste her food again",
        "i can hear next door shouting again",
        "asked for pain relief, none",
        "not hurting as much",
        "not coughing so hard",
        "urges to cut but I haven't",
        "urge to drink all evening but didn't",
    ],
)
def test_what_is_felt_anew_wished_for_or_only_less_denies_nothing(reader: UpdateReader, text: str) -> None:
    assert not any(one.negated for one in reader.read(text).symptoms)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("slipped on the stairs and hurt myself", False),
        ("hurt myself lifting the pram", False),
        ("fell but didn't hurt myself", False),
        ("still need to hurt myself", True),
        ("wanted to fall and hurt myself", True),
        ("I hurt myself again last night", True),
    ],
)
def test_an_accident_is_no_self_harm(reader: UpdateReader, text: str, *, harm: bool) -> None:
    assert any(one.name == "self-harm urges" for one in reader.read(text).symptoms) is harm
