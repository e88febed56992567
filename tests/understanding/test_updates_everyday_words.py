"""What ill people call what they feel, from Aberdeen to Bangalore, and what only sounds like it."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _said(reader: UpdateReader, text: str) -> dict[str, bool]:
    return {symptom.name: not symptom.negated for symptom in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pure wabbit today", "fatigue"),
        ("the boak's been at me all morning", "nausea"),
        ("hirpling about like an old man", "trouble walking"),
        ("chittering under two duvets", "chills"),
        ("foundered all night, heating on full", "feeling cold"),
        ("feeling crook since lunch", "feeling unwell"),
        ("vomiting sensation since morning", "nausea"),
        ("up to high doh about the scan", "anxiety"),
        ("crabbit with everybody", "irritability"),
        ("mouth like the sahara", "dry mouth"),
        ("off me food again", "loss of appetite"),
        ("slept nowt", "insomnia"),
        ("swallowing is getting harder, dry toast sticks", "trouble swallowing"),
        ("glands are at it again", "swollen glands"),
        ("sore throat 4, glands, can't do screens", "swollen glands"),
        ("heels cracked and bleeding from the cold", "dry skin"),
        ("flakes on black jumpers still", "flaking"),
        ("kind of spacey and starving after the migraine", "brain fog"),
        ("gallbladder is having words since the chips", "stomach pain"),
        ("jaw clicks when I chew", "jaw clicking"),
        ("ears popping all evening", "ear popping"),
        ("overload 8, left the trolley there", "sensory overload"),
        ("dreams are WILD on this", "vivid dreams"),
        ("worrying all night about the bill", "anxiety"),
        ("trigeminal zaps while eating", "nerve pain"),
        ("plenty wind after the beans", "gas"),
        ("catarrh disturbing me since monday", "runny nose"),
        ("waist is paining me since the market", "back pain"),
        ("body hot all night", "fever"),
        ("ankle swolen again", "swelling"),
    ],
)
def test_the_words_of_a_region_are_known(reader: UpdateReader, text: str, name: str) -> None:
    assert _said(reader, text).get(name) is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my hip is giving me jip", "hip pain"),
        ("knees acting a fool", "knee pain"),
        ("shoulder's louping", "shoulder pain"),
        ("wrists have me crippled", "wrist pain"),
        ("arches on fire", "foot pain"),
        ("quads jelly", "weakness"),
        ("feet like puddings", "swelling"),
    ],
)
def test_a_place_and_what_it_does_to_you_is_a_complaint(reader: UpdateReader, text: str, name: str) -> None:
    assert _said(reader, text).get(name) is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("metal in my mouth since the new tablets", "metallic taste"),
        ("nothing tastes of anything", "loss of taste"),
        ("mad dreams every night", "vivid dreams"),
        ("smelling burnt toast for a minute", "phantom smell"),
        ("choked on my own spit twice", "choking"),
        ("talking ninety to the dozen", "racing speech"),
        ("jaw locked at breakfast", "jaw locking"),
        ("bone pain in both legs", "bone pain"),
    ],
)
def test_what_people_name_closely_is_named_closely(reader: UpdateReader, text: str, name: str) -> None:
    assert _said(reader, text).get(name) is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bunged up 4 days, straining", "constipation"),
        ("slime in the pan again", "mucus in stool"),
        ("slime in the pan again, 9 trips", "diarrhea"),
        ("loo 9x since midnight, blood twice", "blood in stool"),
        ("bum sore, mucus again", "mucus in stool"),
        ("my skin: angry, and the stoma sore", "redness"),
        ("nearly fainted in the shower, black spots", "visual disturbance"),
        ("peed myself laughing, urgency 6", "frequent urination"),
    ],
)
def test_a_word_means_what_the_message_is_about(reader: UpdateReader, text: str, name: str) -> None:
    said = _said(reader, text)
    assert said.get(name) is True
    assert {"stuffy nose", "phlegm", "bowel urgency", "anger", "floaters"}.isdisjoint(said)


@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        ("sheets wringing. call the sweats a 6", "night sweats", 6),
        ("period from hell, cramps 9", "period pain", 9),
    ],
)
def test_what_is_said_twice_is_told_once(reader: UpdateReader, text: str, name: str, severity: int) -> None:
    assert [(one.name, one.severity) for one in reader.read(text).symptoms] == [(name, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "that finale gave me chills",
        "absolutely buzzing for the gig",
        "the car conked out on the motorway",
        "had jelly and ice cream with the kids",
        "choked up at the wedding, lovely day",
        "the gas hob needs a new part",
        "the sink is blocked and the drain is backed up",
        "ordered a coat hanger rack",
        "my boss gives me a headache",
        "black spots of mould on the wallpaper",
        "two trips to Spain booked, loo in the van works",
        "no worries, see you Tuesday",
        "ears stuffed w plugs for the flight",
        "ondansetron 4 under the tongue at 7",
        "had to swallow my pride and ask",
        "asthma as a child, grew out of it by ten",
        "hit a few speed bumps with the paperwork",
        "angry with the council about the bins",
        "this form is driving me up the wall",
        "famotidine 20 both ends of the day",
        "burning the candle at both ends",
        "my neighbour burned leaves all afternoon",
        "what's the point of logging if nobody reads it",
        "skipped the topiramate 50, it makes words come out wrong",
        "numb with boredom in the waiting room",
        "cold feet about the operation",
        "the price of eggs makes my blood boil",
        "dread going to that clinic",
        "bee sting on the way to the shop",
        "shaky wifi all evening",
        "Compresion socks on, new splnits in the post",
        "carying the shopping with my rolator",
        "the carer was slow with the hoist",
    ],
)
def test_what_only_sounds_like_illness_is_left(reader: UpdateReader, text: str) -> None:
    assert _said(reader, text) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("my heel stings like nettles", {"stinging"}),
        ("still coughing up green stuff", {"cough", "phlegm"}),
        ("woke with dread again", {"dread"}),
        ("hands like ice at the bus stop", {"cold hands"}),
        ("cold toes, two pairs of socks", {"cold feet"}),
        ("legs cramping at night", {"leg cramps"}),
        ("my back went into spasm", {"back spasm"}),
        ("lungs feel raw after the run", {"lung pain"}),
        ("psoriasis is angry on my elbows", {"psoriasis"}),
        ("talking too fast again", {"racing speech"}),
        ("right leg dragging by evening", {"dragging leg"}),
        ("electric shocks in my cheek", {"face pain"}),
        ("zaps in my left foot", {"nerve pain"}),
        ("pouring out both ends since four", {"diarrhea", "vomiting"}),
        ("brain zaps are unreal", {"brain zaps"}),
        ("eczema on hands split open again", {"eczema"}),
        ("my sciatica is screaming down the left leg, 9", {"sciatica"}),
        ("no heat in the knee", {"heat"}),
        ("whats the point of any of it", {"hopelessness"}),
    ],
)
def test_a_complaint_bears_the_name_the_patient_gives_it(
    reader: UpdateReader, text: str, names: set[str]
) -> None:
    assert set(_said(reader, text)) == names


@pytest.mark.parametrize(
    "text", ["chilly, shivery, 38.2", "achy and 101.3 this morning", "my son is fine but I'm shivering, 38.6"]
)
def test_a_lone_number_of_a_fever_beside_feverish_words_is_one(reader: UpdateReader, text: str) -> None:
    assert _said(reader, text)["fever"]


@pytest.mark.parametrize(
    "text",
    [
        "feeling rough, paid 38.50 for the scripts",
        "achy, weighed in at 101.3",
        "my son is shivering, 38.6",
        "ring at 38.0 if shivering",
    ],
)
def test_a_lone_number_of_something_else_is_no_fever(reader: UpdateReader, text: str) -> None:
    assert "fever" not in _said(reader, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("can't even have the duvet touching me", {"touch sensitivity"}),
        ("can't stand being touched today", {"touch sensitivity"}),
        ("jaw sore from grinding again", {"jaw pain", "jaw clenching"}),
        ("knees telling me all about it", {"knee pain"}),
        ("can't remember the last time I slept through", set()),
        ("cannot stand the new receptionist", set()),
        ("my gut is telling me to change doctor", set()),
        ("can't remember names today", {"memory problems"}),
        ("legs like jelly, can't stand", {"weakness", "trouble walking"}),
    ],
)
def test_what_touch_and_grinding_do_is_told_from_what_one_cannot_bear_or_recall(
    reader: UpdateReader, text: str, names: set[str]
) -> None:
    assert set(_said(reader, text)) == names


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("migraine 6, light is horrible", {"migraine", "light sensitivity"}),
        ("lights are awful, noise too", {"light sensitivity", "noise sensitivity"}),
        ("the traffic light was horrible", set()),
        ("cramps in calves all night", {"leg cramps"}),
        ("thigh cramping, calf cramps too", {"leg cramps"}),
        ("muscle aches everywhere, 6ish", {"muscle pain"}),
        ("tummy uncomfortable after tea", {"stomach pain"}),
        ("constipated, stomach hard", {"constipation", "bloating"}),
        ("breathing is tighter today", {"chest tightness"}),
        ("breathing harder going upstairs", {"shortness of breath"}),
        ("worried all day for no reason", {"anxiety"}),
        ("worried about mum", set()),
    ],
)
def test_the_plainest_words_have_one_everyday_name(reader: UpdateReader, text: str, read: set[str]) -> None:
    assert {said.name for said in reader.read(text).symptoms if not said.negated} == read
