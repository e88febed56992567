"""What ill people call what they feel, from Aberdeen to Bangalore, and what only sounds like it."""

import pytest

from bot.content import vocabulary
from bot.understanding.updates import UpdateReader


@pytest.fixture(scope="module")
def reader() -> UpdateReader:
    return UpdateReader(vocabulary.load())


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
        ("mad dreams every night", "nightmares"),
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
        ("peed myself laughing, urgency 6", "frequent urination"),
    ],
)
def test_a_word_means_what_the_message_is_about(reader: UpdateReader, text: str, name: str) -> None:
    said = _said(reader, text)
    assert said.get(name) is True
    assert {"stuffy nose", "phlegm", "bowel urgency"}.isdisjoint(said)


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
    ],
)
def test_what_only_sounds_like_illness_is_left(reader: UpdateReader, text: str) -> None:
    assert _said(reader, text) == {}
