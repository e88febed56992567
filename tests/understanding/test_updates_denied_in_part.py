"""Quick updates whose denial is told at one time, of one of two, or with half its words left out."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _read(reader: UpdateReader, text: str) -> tuple[set[str], set[str]]:
    """Give what is there and what is denied."""
    said = reader.read(text).symptoms
    return {one.name for one in said if not one.negated}, {one.name for one in said if one.negated}


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("nausea hasn't settled, vomiting has", {"nausea"}, {"vomiting"}),
        ("headache has not gone but the nausea has", {"headache"}, {"nausea"}),
        ("Headache still here, nausea isn't", {"headache"}, {"nausea"}),
        ("nausea came, vomiting didn't", {"nausea"}, {"vomiting"}),
        ("vomiting's stopped, diarrhoea hasn't", {"diarrhea"}, {"vomiting"}),
        ("fever came down, cough didn't", {"fever", "cough"}, set()),
        ("rash is better, itch isn't", {"rash", "itching"}, set()),
    ],
)
def test_a_bare_verb_says_of_the_second_what_the_first_is_not(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("No nausea yesterday, today 5", "nausea"),
        ("yesterday no nausea, today 5", "nausea"),
        ("no headache this morning, one now, 4", "headache"),
        ("wasn't dizzy yesterday but am today 4", "dizziness"),
        ("no dizziness sitting. Standing 5", "dizziness"),
        ("knees no pain at rest, 5 on stairs", "knee pain"),
        ("nausea free until 4pm, then 5", "nausea"),
    ],
)
def test_what_was_away_at_another_time_is_there_now(reader: UpdateReader, text: str, symptom: str) -> None:
    assert _read(reader, text) == ({symptom}, set())


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("no headache yesterday, now dizzy 5", {"dizziness"}, {"headache"}),
        ("no wheeze overnight, today 2 puffs", set(), {"wheezing"}),
        ("no pain this morning, 2 paracetamol now", set(), {"pain"}),
    ],
)
def test_what_is_told_of_another_thing_today_leaves_the_denial(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("not too bad the nausea 3, no vomiting", {"nausea"}, {"vomiting"}),
        ("not the worst headache, 4", {"headache"}, set()),
        ("It's not the bad belly pain, just trapped gas", {"gas"}, {"stomach pain"}),
        ("no new rash, old one itchy 3", {"rash", "itching"}, set()),
        ("no increase in back pain, 4", {"back pain"}, set()),
        ("no easing of the cramps 6", {"cramps"}, set()),
        ("no luck shifting the cough", {"cough"}, set()),
        ("no day without a headache this week, no aura", {"headache"}, {"aura"}),
        ("no nausea and no dizziness and tired", {"fatigue"}, {"nausea", "dizziness"}),
    ],
)
def test_what_only_looks_like_a_denial_leaves_the_symptom(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("yet to throw up, very queasy", {"nausea"}, {"vomiting"}),
        ("yet to shift the cough", {"cough"}, set()),
        ("not a twinge of back pain, but the knee is 6", {"knee pain"}, {"back pain"}),
        ("didn't go dizzy when I stood up. Tired 5", {"fatigue"}, {"dizziness"}),
        ("I've not had the dizziness since Monday, or the nausea", set(), {"dizziness", "nausea"}),
        ("No cough. Or fever. Just tired.", {"fatigue"}, {"cough", "fever"}),
        ("headache none today nausea none fatigue moderate", {"fatigue"}, {"headache", "nausea"}),
        ("headache n/a, fatigue 6", {"fatigue"}, {"headache"}),
        ("couldn't say I was dizzy, tired 5", {"fatigue"}, {"dizziness"}),
        ("far from dizzy, tired", {"fatigue"}, {"dizziness"}),
        ("no throwing up today, weak 4", {"weakness"}, {"vomiting"}),
        ("ankle puffy again but no pitting", {"swelling"}, set()),
        ("non-itchy rash", {"rash"}, {"itching"}),
        ("headache 5, 0 vomiting", {"headache"}, {"vomiting"}),
        ("rash on my arms, nothing on the face", {"rash"}, {"rash"}),
        ("stiff hips, not a peep from my knees", {"stiffness"}, {"stiffness"}),
        ("nothing in my knees, cough 5", {"cough"}, {"knee pain"}),
        ("pain free at rest, 6 when I walk", {"pain"}, set()),
        ("never not tired, nothing in my stomach", {"fatigue"}, set()),
        ("0 pain in the knees, 0 swelling, just wrecked", {"fatigue"}, {"knee pain", "swelling"}),
        ("fever no come again, cough 3", {"cough"}, {"fever"}),
        ("i dint get fever, dont hav cough", set(), {"fever", "cough"}),
        ("told her no urges to hurt myself, bit of dry mouth", {"dry mouth"}, set()),
    ],
)
def test_a_denial_reaches_all_that_is_told_with_it_and_no_more(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("the cramps died off, bloating 4", {"bloating"}, {"cramps"}),
        ("nausea isn't around today, tired 4", {"fatigue"}, {"nausea"}),
        ("last week rash everywhere, now nothing", set(), {"rash"}),
        ("nausea, stopped metformin", {"nausea"}, set()),
        ("headache far from gone", {"headache"}, set()),
    ],
)
def test_words_of_ending_end_the_symptom_and_not_a_medicine(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("Have: headache. Don't have: nausea, fever", {"headache"}, {"nausea", "fever"}),
        ("Y: headache 4. N: nausea, aura", {"headache"}, {"nausea", "aura"}),
        ("Symptoms today: cough. Not today: fever, chills", {"cough"}, {"fever", "chills"}),
        ("nothing new: nausea 5, tired 4", {"nausea", "fatigue"}, set()),
    ],
)
def test_a_heading_that_denies_speaks_of_what_follows_it(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


@pytest.mark.parametrize(
    ("text", "present", "denied"),
    [
        ("no pain in back or legs, neck 4", {"neck pain"}, {"back pain", "leg pain"}),
        ("not sore in my knees, hips 5", {"hip pain"}, {"knee pain"}),
        ("no pain in knees, hips or neck", set(), {"knee pain", "hip pain", "neck pain"}),
    ],
)
def test_the_last_place_of_a_denied_row_is_sore_where_it_alone_is_rated(
    reader: UpdateReader, text: str, present: set[str], denied: set[str]
) -> None:
    assert _read(reader, text) == (present, denied)


def test_a_number_is_not_taken_back_by_the_no_of_something_else(reader: UpdateReader) -> None:
    assert _read(reader, "headache 4, no n or v") == ({"headache"}, set())


def test_what_did_not_come_is_denied_in_plain_words_too(reader: UpdateReader) -> None:
    assert _read(reader, "fever not came, head pain came") == ({"headache"}, {"fever"})
