"""Whose a symptom is, and whether it is there: another's, a thing's, feared, asked about or past, and yet one's own."""

import pytest

from bot.understanding.updates.updates import UpdateReader


@pytest.mark.parametrize(
    "text",
    [
        "roommate is ill, a flare would wreck my finals",
        "nothing to report, made pancakes",
        "what was my pain average for last week?",
        "dad asks every day how my pain is, so I asked about his, he said 12 out of 10",
        "reading the mirtazapine leaflet: weight gain, drowsiness, dry mouth",
        "mam has a chest infection, up and down to the hospital with her",
        "the woman opposite me on the train coughed the whole way",
        "little one has a tummy ache and won't eat",
        "Sam threw up on the school bus, had to collect him",
        "dad's chest pain turned out to be indigestion",
        "that kitchen drawer is so stiff I can't get it open",
        "bleeding landlord hasn't fixed it, the heating is knackered",
        "a splitting headache of a tax bill",
        "cough up 200 for the dentist",
        "numb bum from the stadium seats",
        "dead tired of the admin",
        "a dizzying number of passwords",
        "my biggest fear is going blind from this",
        "tummy bug going round the school",
        "thoughts of cutting my hair off",
        "still freezing outside",
        "felt bad for my sister",
        "took my son to hospital with chest pain",
        "boy choked at the pool",
        "the GP says stress can cause rashes",
        "last time the steroid made me bloated",
        "can you get a migraine from cheese",
        "saw the panto in a wheelchair ha",
        "nearly fainted when I saw the price of butter",
        "dreamt I couldn't breathe, woke up fine",
        "told to stop it should my lips swell",
        "one of the lads at work collapsed",
        "parking was a pain",
        "praying this isn't another UTI",
        "pins and needles for the quilt arrived",
        "rheum said if I get a fever over 38 to ring them",
        "what if my throat closes up one day",
        "dreading the headache that always follows the infusion",
        "last time i ate wheat i was sick for days",
        "side effects to watch for: rash, fever",
        "little one has a tummy bug, hoping I dont catch the vomiting",
        "my neighbour's chemo made her so sick and dizzy",
    ],
)
def test_what_is_another_s_a_thing_s_feared_or_past_is_no_symptom(reader: UpdateReader, text: str) -> None:
    assert reader.read(text).symptoms == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mam was down with the flu and now I've got her cough", "cough"),
        ("little one brought a vomiting bug home and now I've caught it", "vomiting"),
        ("Tom drove me, dizzy the whole way", "dizziness"),
        ("this migraine is killing me", "migraine"),
        ("migraine back in full force", "migraine"),
        ("heartburn killing me since last night", "heartburn"),
        ("this flare could ruin my finals", "flare"),
        ("breathing about a 6, worse than yesterday", "shortness of breath"),
        ("typing for Jean. Jean has nausea 6", "nausea"),
        ("the car journey was agony on my hips", "hip pain"),
        ("in the car was dizzy", "dizziness"),
        ("woke with a ha", "headache"),
        ("is it normal to be this itchy on ketotifen", "itching"),
        ("could this be the sertraline making me sweat so much?", "sweating"),
        ("so worried about the MRI I couldn't sleep", "insomnia"),
        ("headache worse than last month", "headache"),
        ("rash from last month still there", "rash"),
        ("so tired of this pain, 7 today", "pain"),
        ("unless this fever drops I'm off to A&E", "fever"),
        ("doctor warned me about constipation and here it is", "constipation"),
        ("their waiting room chairs hurt my back", "back pain"),
        ("headache getting worse", "headache"),
        ("there's a pain when I turn", "pain"),
        ("cleaned the kitchen was exhausted after", "fatigue"),
        ("my pump is sore", "pain"),
        ("visited Emma exhausted now", "fatigue"),
        ("minded the grandkids all day wrecked", "fatigue"),
        ("oh headache is back", "headache"),
        ("mate feel sick as a dog", "nausea"),
        ("ex smoker chest tight today", "chest tightness"),
        ("stomach bug going around and I've caught it", "upset stomach"),
        ("wife noticed a rash on my back", "rash"),
        ("could be a uti, burning when I pee", "painful urination"),
        ("warned me about bleeding, bleeding heavily", "heavy bleeding"),
        ("as a kid I had asthma, chest tight again today", "chest tightness"),
        ("had a seizure at school", "seizure"),
        ("felt bad for two days now", "feeling unwell"),
        ("coughing up for hours", "cough"),
        ("it's a pain to swallow", "pain"),
        ("thoughts of cutting again tonight", "self-harm urges"),
        ("hope this isn't another flare, hands 6", "hand pain"),
        ("told the nurse about the nausea i've had all week", "nausea"),
        ("told to go in if my temp hit 38. It's 39.2", "fever"),
        ("he has no idea how tired I am", "fatigue"),
        ("told her im fine, truth is my back is a 7", "back pain"),
        ("Is it normal to have a metallic taste? Had it since sat", "metallic taste"),
    ],
)
def test_what_is_ones_own_and_now_is_read_all_the_same(reader: UpdateReader, text: str, name: str) -> None:
    assert name in {said.name for said in reader.read(text).symptoms if not said.negated}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("adrenaline got me through the school run", []),
        ("on the tram to the clinic", []),
        ("used the adrenaline pen at three", ["epinephrine"]),
        ("running on adrenalin, took naproxen after", ["naproxen"]),
    ],
)
def test_a_tram_and_ones_own_adrenaline_are_no_medicines(
    reader: UpdateReader, text: str, names: list[str]
) -> None:
    assert [medicine.name for medicine in reader.read(text).medications] == names
