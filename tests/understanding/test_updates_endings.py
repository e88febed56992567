"""Quick updates in which a symptom ended, came back, nearly left, or is named only by its denial."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _read(reader: UpdateReader, text: str) -> tuple[set[str], set[str]]:
    """Give what is there and what is denied."""
    said = reader.read(text).symptoms
    return {one.name for one in said if not one.negated}, {one.name for one in said if one.negated}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Fever is down, 37.1, still coughing", "fever"),
        ("temp down to 36.8 this morning", "fever"),
        ("fever 101.2 at six, down to 98.4 by nine", "fever"),
        ("Temp back to normal", "fever"),
        ("BP back to normal, 122/78", "high blood pressure"),
        ("pulse back to normal after a lie down", "palpitations"),
        ("face back to its normal size", "facial swelling"),
        ("room stayed put all day", "vertigo"),
    ],
)
def test_what_is_back_to_a_normal_value_is_over(reader: UpdateReader, text: str, denied: str) -> None:
    there, absent = _read(reader, text)
    assert denied in absent
    assert denied not in there


@pytest.mark.parametrize("text", ["fever is down", "fever down a bit, 38.3", "fever down from 39.5 to 38.2"])
def test_a_fever_that_is_only_lower_is_there(reader: UpdateReader, text: str) -> None:
    assert _read(reader, text) == ({"fever"}, set())


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("the sickness lasted till about 2 then I could eat", "nausea"),
        ("The nausea went on till ten then I was able to eat", "nausea"),
        ("headache until lunch then it lifted", "headache"),
        ("pins and needles in both hands, shook it off in ten minutes, none since", "tingling"),
        ("palpitations for ten minutes, passed on their own", "palpitations"),
        ("dizziness seems to have left me", "dizziness"),
        ("the panic never got hold", "panic attack"),
        ("didn't come out in hives", "hives"),
        ("last seizure was in March", "seizure"),
        ("vomiting -ve", "vomiting"),
        ("it's been 3 days since I last threw up", "vomiting"),
        ("two weeks since my last migraine", "migraine"),
        ("used to get cramps, not now", "cramps"),
        ("expected payback, none", "post-exertional malaise"),
        ("gaviscon sorted the heartburn", "heartburn"),
        ("nap cured the headache", "headache"),
        ("palpitations, gone as quick as they came", "palpitations"),
        ("pain? what pain", "pain"),
        ("fever? negative", "fever"),
        ("calf cramp last night, stretched it out", "leg cramps"),
        ("headache this morning, went by lunch", "headache"),
        ("thought I'd have a migraine after all that noise but nope", "migraine"),
        ("usually sick after methotrexate but nothing this week", "vomiting"),
        ("lightheaded queueing at Lidl, squatted till it went", "lightheadedness"),
        ("palpitations in the shower, gone when seated on the stool", "palpitations"),
        ("lips tingling, took my chews and it passed as it does", "tingling"),
        ("chest went tight at 3pm, 2 puffs, tightness gone", "chest tightness"),
        ("bad pain in my hip this morning, pain gone now", "hip pain"),
        ("woke from a bad dream, settled in a min, back asleep by two", "nightmares"),
        ("managed the walk without so much as a wheeze", "wheezing"),
        ("The headache that had me in bed since sunday is finally gone", "headache"),
        ("none of the dizziness they warned about", "dizziness"),
        ("swelling? none in the right leg", "swelling"),
        ("the migraine never came back", "migraine"),
        ("nausea has gone, appetite hasn't come back yet", "nausea"),
        ("my usual evening fever skipped a night", "fever"),
        ("physio asked about numbness, I've none, only tightness in the hamstring", "numbness"),
    ],
)
def test_what_did_not_last_is_over(reader: UpdateReader, text: str, denied: str) -> None:
    there, absent = _read(reader, text)
    assert denied in absent
    assert denied not in there


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("nausea lasted till 2 then started again", "nausea"),
        ("pain till about 5 then worse", "pain"),
        ("almost no pain today", "pain"),
        ("next to no pain", "pain"),
        ("headache at six, went swimming anyway", "headache"),
        ("seizure in the bath, went under", "seizure"),
        ("pain 5, infusion went in fine", "pain"),
        ("all I want is to eat a taco without heartburn", "heartburn"),
        ("out of nowhere chest pain", "chest pain"),
        ("last migraine was a 9 on Tuesday", "migraine"),
        ("bloating n cramps 5", "bloating"),
        ("the pain came and went", "pain"),
        ("dizzy, will lie here until it passes", "dizziness"),
        ("pain in the knee, gone when I rest", "knee pain"),
        ("need something to fix the heartburn", "heartburn"),
        ("ten days getting worse, since last night fever", "fever"),
        ("stiff every morning til 10ish, then ok", "stiffness"),
        ("vertigo free since Tuesday, tinnitus same as ever", "tinnitus"),
        ("headache that comes when the meds have worn off", "headache"),
    ],
)
def test_what_came_back_or_nearly_left_is_there(reader: UpdateReader, text: str, present: str) -> None:
    there, absent = _read(reader, text)
    assert present in there
    assert present not in absent


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("swallowing easier, no choking on tablets", {"choking"}),
        ("cough keeping me up. No blood in it", {"coughing up blood"}),
        ("poo soft, no blood in it", {"blood in stool"}),
        ("weeing fine, no blood", {"blood in urine"}),
        ("preventer 2 puffs, no attack", {"asthma attack"}),
        ("anxiety 3, no attacks", {"panic attack"}),
        ("brace off, no giving way", {"joint instability"}),
        ("no locking or clicking", {"joint locking", "joint clicking"}),
        ("floaters in the right eye, no flashing", {"flashing lights"}),
        ("hydrocortisone on, not weeping thankfully", {"weeping skin"}),
        ("no swelling or heat in it", {"swelling", "heat"}),
        ("tremor same, no freezing", {"freezing of gait"}),
        ("neither dizzy nor sick", {"dizziness", "nausea"}),
        ("not been sick since Friday", {"vomiting"}),
        ("no whistle off the chest", {"wheezing"}),
        ("no memory problems", {"memory problems"}),
        ("no feeling sick", {"nausea"}),
        ("no ankle swelling", {"swelling"}),
        ("bloating n, cramps n", {"bloating", "cramps"}),
    ],
)
def test_a_denial_names_what_is_denied_as_patients_do(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    there, absent = _read(reader, text)
    assert denied <= absent
    assert there.isdisjoint(denied)


@pytest.mark.parametrize(
    "text",
    [
        "the heating is broken, no heat in here",
        "it was not a heart attack",
        "the form asked yes or no, I clicked no",
        "lying on the heat pad since three",
    ],
)
def test_an_everyday_word_denied_is_no_symptom(reader: UpdateReader, text: str) -> None:
    assert _read(reader, text) == (set(), set())


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("hand cramps mid-knitting so I put the needles down & that sorted them", {"hand cramps"}),
        ("heartburn after curry, gaviscon did the trick", {"heartburn"}),
        ("cramps, hot water bottle took them away", {"cramps"}),
        ("shaky and sweaty before lunch, juice fixed it", {"tremor", "sweating"}),
        ("hiccups, held my breath and that stopped them", {"hiccups"}),
        ("the nausea that came with ozempic has worn off", {"nausea"}),
        ("the shakes from the salbutamol have worn off", {"tremor"}),
        ("two migraine days this week, today isn't one of them", {"migraine"}),
        ("some mornings I'm stiff. Not this one", {"stiffness"}),
        ("nope, no cramps, no bleeding, no pain, just bored", {"cramps", "bleeding", "pain"}),
        ("cluster at 1am, lasted 50 min. absolutely no pain at present", {"cluster headache"}),
        ("pain wise nothing, nausea wise all good", {"pain", "nausea"}),
        ("went to bed with a headache, woke up without it", {"headache"}),
        ("itched like mad last night, nothing this morning", {"itching"}),
        ("bit wobbly first thing but that soon went", {"balance problems"}),
        ("headache's done a bunk", {"headache"}),
        ("knee popped back in and no pain since", {"knee pain"}),
        ("my tummy was hurting 5 at school but then I lay down and it went away", {"stomach pain"}),
    ],
)
def test_what_a_remedy_or_another_day_put_an_end_to_is_over(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert _read(reader, text) == (set(), denied)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("headache, paracetamol didn't shift it", "headache"),
        ("headache, rang the chemist and that sorted it", "headache"),
        ("headache, thought the nap fixed it but no", "headache"),
        ("back spasm, heat pad sorted it until bed", "back spasm"),
        ("made me dizzy so I stopped it", "dizziness"),
        ("felt sick on it, stopped it", "nausea"),
        ("rash from the lamotrigine, GP stopped it", "rash"),
        ("back pain after the tramadol wore off", "back pain"),
        ("not one of my better days, fatigue 6", "fatigue"),
        ("aura this arvo, zigzags for 20 mins, then nothing!!", "aura"),
        ("achilles stiff till the dog's walked, then nothing", "stiffness"),
        ("back in hospital with chest pain", "chest pain"),
        ("Had a panic attack in the supermarket, dropped the basket and legged it", "panic attack"),
        ("felt faint in church, did a runner", "feeling faint"),
        ("anxiety in the pub, buggered off home", "anxiety"),
        ("hip 4 walking, fine once I sit", "hip pain"),
        ("neck stiff first thing, ok once I get moving", "stiff neck"),
        ("bruised hip, nothing broken", "bruising"),
        ("insomnia, sleep broken", "insomnia"),
    ],
)
def test_a_remedy_that_failed_who_ran_off_and_bones_that_held_end_nothing(
    reader: UpdateReader, text: str, present: str
) -> None:
    there, denied = _read(reader, text)
    assert present in there
    assert present not in denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("panic attack at work, it legged it by noon", "panic attack"),
        ("the migraine has buggered off", "migraine"),
        ("headache this morning, did a bunk", "headache"),
        ("dizzy, fine once I'd sat down", "dizziness"),
        ("cramps went once the tablets kicked in", "cramps"),
        ("fever has broken", "fever"),
        ("tummy settled at last", "stomach pain"),
        ("knees quiet at long last", "knee pain"),
        ("head clear at last", "brain fog"),
        ("blisters have dried out", "blisters"),
    ],
)
def test_what_left_of_itself_or_has_settled_at_last_is_over(
    reader: UpdateReader, text: str, denied: str
) -> None:
    there, absent = _read(reader, text)
    assert denied in absent
    assert denied not in there
