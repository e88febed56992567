"""What is told though no symptom is named, what bears its everyday name, and who the writer writes for."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _said(reader: UpdateReader, text: str) -> dict[str, object]:
    """Give each symptom of ``text`` with its severity, or "no" where it is denied."""
    return {said.name: "no" if said.negated else said.severity for said in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("balance isn't great this week", "balance problems"),
        ("swallowing not good, stuck to soup", "trouble swallowing"),
        ("my memory's not what it was", "memory problems"),
        ("grip rubbish again", "weakness"),
        ("noise is NOT ok tonight", "noise sensitivity"),
        ("lights aren't bearable today", "light sensitivity"),
        ("taste still not right", "taste changes"),
        ("concentration shot since the new dose", "trouble concentrating"),
        ("mood maybe a 3 today", "low mood"),
    ],
)
def test_what_is_not_well_is_told_without_its_name(reader: UpdateReader, text: str, name: str) -> None:
    assert name in _said(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "balance not too bad",
        "light not good in the kitchen, bulb's gone",
        "taste of the new tablets is awful",
        "hearing on Tuesday at ten",
        "a good balance of rest and walking",
        "mood about a 7",
        "memory stick for the scans arrived",
    ],
)
def test_a_power_that_is_not_said_to_be_poor_tells_nothing(reader: UpdateReader, text: str) -> None:
    assert not {name for name, said in _said(reader, text).items() if said != "no"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("wrist flare, splint back on, 6", {"wrist pain": 6}),
        ("lupus flare day 3", {"flare": None}),
        ("gouty toe an 8, sock off", {"gout": 8}),
        ("elbow popped out in bed, it's back in now", {"dislocation": None}),
        ("pressure behind my right eye 4", {"eye pressure": 4}),
        ("sinuses packed solid", {"sinus congestion": None}),
        ("everything sounds muffled", {"muffled hearing": None}),
        ("passed a few clots", {"clots": None}),
        ("flooding since noon, clots as well", {"heavy bleeding": None}),
        ("leg ulcer weepy again", {"leg ulcer": None, "weeping skin": None}),
        ("eczema weepy behind the ears", {"eczema": None}),
        ("weepy since breakfast, don't know why", {"crying": None}),
        ("fistula draining more", {"fistula drainage": None}),
        ("my voice goes by teatime", {"weak voice": None}),
        ("bladder again, up 5 times", {"frequent urination": None}),
        ("bursting and nothing comes out", {"trouble urinating": None}),
        ("ear blocked but nothing coming out of it", {"blocked ears": None, "ear discharge": "no"}),
        ("slept 11 hours, woke up feeling like I hadn't", {"unrefreshing sleep": None}),
        ("knee like a balloon after the stairs", {"swelling": None}),
        ("vivid dreams on the new tablet", {"vivid dreams": None}),
        ("insides trembling again, 4", {"internal tremor": 4}),
        ("phantom pain 6 all evening", {"phantom pain": 6}),
        ("tongue white, thrush off the inhaler", {"oral thrush": None}),
        ("flashes 5, hrt patch changed", {"hot flashes": 5}),
        ("peak flow 300, bit tight", {"chest tightness": None}),
        ("sleep: rubbish, appetite: poor", {"insomnia": None, "loss of appetite": None}),
        ("back pain by the kidney 5", {"back pain": 5}),
    ],
)
def test_a_complaint_is_called_what_it_is_among_the_rest(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert _said(reader, text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("wife typing for Ravi, he says nausea 7", {"nausea": 7}),
        ("Mum here, logging for Ellie. She's got a headache 5", {"headache": 5}),
        ("writing on behalf of my dad: he's breathless on the stairs", {"shortness of breath": None}),
        ("husband here for tea, he has a headache", {}),
        ("my son is typing his essay, he has a cough", {}),
    ],
)
def test_one_who_writes_for_the_patient_tells_of_the_patient(
    reader: UpdateReader, text: str, read: dict[str, object]
) -> None:
    assert _said(reader, text) == read


def test_what_the_patient_took_is_told_by_who_writes_for_them(reader: UpdateReader) -> None:
    told = reader.read("carer typing for Joan, she had the paracetamol 1g at noon").medications
    assert [(said.name, said.status) for said in told] == [("acetaminophen", "taken")]


@pytest.mark.parametrize(
    "text",
    [
        "new boots, extra wide fit",
        "jeans fit again!",
        "feeling fit enough for the bus",
        "spare needles in the glovebox",
        "nurse asked me to rate my pain, I just laughed",
        "skipped the ramipril, it gave me a cough last time",
        "didn't use the steroid cream because it stings",
        "wound check, no smell",
        "dizzying prices in the chemist",
        "they never said when to ring",
        "scan showed a clot in my calf last year",
        "flushed the line, no bother",
        "that film had me in tears, great though",
        "sick as a dog she was, poor mam",
        "next door had the vomiting bug",
        "read that magnesium helps cramps",
        "4 loperamide melts in the bag",
        "1am and I'm buzzing",
    ],
)
def test_what_only_sounds_like_a_symptom_is_left(reader: UpdateReader, text: str) -> None:
    assert not {name for name, said in _said(reader, text).items() if said != "no"} - {"skin sores"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("had a fit in the shower", "seizure"),
        ("2 fits since Friday", "seizure"),
        ("needles in my feet all night", "tingling"),
        ("asked me to rate my pain and I said 7", "pain"),
        ("can't smell a thing, no smell no taste", "loss of smell"),
        ("took the ramipril, gave me a cough like last time", "cough"),
        ("yawning fits and daytime sleepiness", "sleepiness"),
        ("toddler woke me 6 times", "insomnia"),
    ],
)
def test_what_is_one_all_the_same_is_kept(reader: UpdateReader, text: str, name: str) -> None:
    assert name in _said(reader, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("racing thoughts, can't finish a sentence", {"racing thoughts": None}),
        ("so breathless I can't finish a sentence", {"shortness of breath": None}),
        ("can't finish a sentence today", {"trouble concentrating": None}),
        ("the pain moved from my hip to my left knee, 5", {"hip pain": "no", "knee pain": 5}),
        ("not so much sore as stiff", {"pain": "no", "stiffness": None}),
        ("found the kettle in the fridge again", {"brain fog": None}),
        ("the butter in the fridge is off", {}),
    ],
)
def test_a_thing_is_named_once_and_for_where_it_now_is(
    reader: UpdateReader, text: str, said: dict[str, object]
) -> None:
    assert _said(reader, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("light sens 9 noise sens 8 head 6", {"light sensitivity": 9, "noise sensitivity": 8, "headache": 6}),
        ("sens to noise 4", {"noise sensitivity": 4}),
        ("twitchy eyelid 2", {"eye twitching": 2}),
        ("hand cramp 6 from the crochet", {"hand cramps": 6}),
        ("hrt day, flushes x7", {"hot flashes": None}),
        ("face and neck, flushes after wine", {"flushing": None}),
        ("peed 14x, bladder 7", {"frequent urination": None, "bladder pain": 7}),
        ("UC: urgency 7, went 9x", {"bowel urgency": 7, "diarrhea": None}),
        ("urgency 3, went 9 times round the block", {"bowel urgency": 3}),
        ("breath 3 on the stairs", {"shortness of breath": 3}),
        ("breath 3, ankles 20% bigger than normal", {"shortness of breath": 3, "swelling": None}),
        ("held my breath 4, then out", {}),
        ("RA flare, hands 7", {"hand pain": 7}),
        ("ache in my side, flares on the stairs", {"side pain": None}),
        ("lupus flare and furious", {"flare": None, "anger": None}),
        ("toothache type face pain", {"face pain": None}),
        ("pleurisy type pain", {"chest pain": None}),
        ("legs ache like mad, headache 10", {"leg pain": None, "headache": 10}),
        ("hip 7 since the fall", {"hip pain": 7}),
        ("tired and cross", {"fatigue": None, "irritability": None}),
        ("had to cross the road", {}),
        ("no pain. Whoop", {"pain": "no"}),
        ("woke 4x, hips 7", {"insomnia": None, "hip pain": 7}),
        ("bladder 6, up x5", {"bladder pain": 6, "frequent urination": None}),
        ("cystitis, freq x15", {"urinary tract infection": None, "frequent urination": None}),
    ],
)
def test_jottings_are_named_as_they_are_meant(
    reader: UpdateReader, text: str, said: dict[str, object]
) -> None:
    assert _said(reader, text) == said


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("eyes tired and dry", {"eye strain", "dry eyes"}),
        ("eyes red and itchy", {"red eyes", "itchy eyes"}),
        ("nose blocked and runny", {"stuffy nose", "runny nose"}),
        ("throat sore and itchy", {"sore throat", "itchy throat"}),
        ("mouth sore and dry", {"mouth sores", "dry mouth"}),
        ("head fuzzy and sore", {"brain fog", "headache"}),
        ("left ear full and ringing", {"blocked ears", "tinnitus"}),
        ("stomach agony, weak", {"stomach pain", "weakness"}),
        ("throat closing, noise when I breathe", {"throat tightness"}),
        ("sweaty and sick", {"sweating", "nausea"}),
        ("dizzy, sick, headache 5", {"dizziness", "nausea", "headache"}),
        ("sick and tired of this", set()),
        ("awake 2 till 5", {"insomnia"}),
        ("no wee since morning", {"trouble urinating"}),
    ],
)
def test_a_second_quality_of_a_place_is_told_by_its_name(
    reader: UpdateReader, text: str, read: set[str]
) -> None:
    assert {name for name, said in _said(reader, text).items() if said != "no"} == read
