"""Ways of saying no that no rule knows: what stands around a symptom decides, and what surely goes on stays."""

import pytest

from bot.content import weights
from bot.understanding.cues import evidence
from bot.understanding.denials import denial_grounds
from bot.understanding.updates.updates import UpdateReader


def told(reader: UpdateReader, text: str) -> dict[str, bool]:
    return {symptom.name: not symptom.negated for symptom in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("my reflux has kept schtum since sunday", "heartburn"),
        ("diarrhoea hasn't visited in 9 days", "diarrhea"),
        ("my cough recovered on its own", "cough"),
        ("swelling came off my ankles overnight", "swelling"),
    ],
)
def test_an_unusual_no_is_heard(reader: UpdateReader, text: str, gone: str) -> None:
    assert told(reader, text) == {gone: False}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("the itch won't shut up", ["itching"]),
        ("cough said hello again", ["cough"]),
        ("cramps sat on me all day", ["cramps"]),
        ("fatigue showed up uninvited", ["fatigue"]),
        ("almost no pain today", ["pain"]),
        ("headache gone by noon, back by tea", ["headache"]),
        ("nausea from nowhere", ["nausea"]),
        ("swelling 4, came off my shift early", ["swelling"]),
    ],
)
def test_what_goes_on_stays(reader: UpdateReader, text: str, there: list[str]) -> None:
    assert told(reader, text) == dict.fromkeys(there, True)


def test_a_sign_that_is_missing_takes_away_nothing_that_bears_its_name(reader: UpdateReader) -> None:
    assert told(reader, "bleeding heavy, no clots") == {"heavy bleeding": True}


@pytest.mark.parametrize(
    ("text", "there", "gone"),
    [
        ("✔ headache ✘ fever", ["headache"], ["fever"]),
        ("☑ stiff neck ☐ fever ☐ photophobia", ["stiff neck"], ["fever", "light sensitivity"]),
        ("[x] aching calves [ ] restless legs [x] nausea", ["calf pain", "nausea"], ["restless legs"]),
        ("✅ nausea 5 ❌ fever ✅ fatigue", ["nausea", "fatigue"], ["fever"]),
        ("headache ✔ fever ✘", ["headache"], ["fever"]),
    ],
)
def test_what_is_ticked_is_there(reader: UpdateReader, text: str, there: list[str], gone: list[str]) -> None:
    assert told(reader, text) == dict.fromkeys(there, True) | dict.fromkeys(gone, False)


def test_what_packed_is_no_ice_pack(reader: UpdateReader) -> None:
    assert told(reader, "the rash packed its bags") == {"rash": False}
    assert told(reader, "migraine pack from the freezer on my neck") == {}


def test_what_weighed_most_can_be_named(reader: UpdateReader) -> None:
    message = reader.rated("dizzy spells sat today out")
    (mention,) = message.mentions
    grounds = denial_grounds.Surroundings(message).of(mention)
    named = evidence.heaviest(grounds, weights.load("denials"), 0, 5)
    assert any("out" in ground or "sat" in ground for ground in named)


def test_many_symptoms_take_time_in_step_with_their_length(reader: UpdateReader) -> None:
    """A count of what is looked at, for a clock tells nothing on a busy machine."""
    sizes = []
    for many in (50, 100):
        message = reader.rated("tired and dizzy and sore " * many)
        around = denial_grounds.Surroundings(message)
        sizes.append(sum(len(around.of(mention)) for mention in message.mentions))
    assert sizes[1] <= 2.2 * sizes[0]
