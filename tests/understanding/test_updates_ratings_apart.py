"""Whose number it is where it stands apart: in a sentence of its own, after an aside, or after a medicine."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _rated(reader: UpdateReader, text: str) -> dict[str, int | None]:
    return {said.name: said.severity for said in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("tinnitus screaming tonight, can't hear the telly. 7", {"tinnitus": 7}),
        ("been to the toilet 9 times, knackered. 6 i suppose", {"fatigue": 6}),
        ("brain fog today. put the post in the oven. 7", {"brain fog": 7}),
        ("nausea and a headache. 6", {"nausea": None, "headache": None}),
        ("elbows hurt, knees hurt. all of it about 5", {"elbow pain": 5, "knee pain": 5}),
        ("headache, nausea, cramps. all 3 today", {"headache": None, "nausea": None, "cramps": None}),
        ("ankles knees wrists, all a 5", {"ankle pain": 5, "knee pain": 5, "wrist pain": 5}),
        ("itch bad. 7 in bed, 4 now", {"itching": 4}),
        ("headache for 3 days, 6", {"headache": 6}),
        ("seizures for 3 days, 6", {"seizure": None}),
        ("tingling 2 fingers", {"tingling": None}),
        ("dizzy and sick, both 5", {"dizziness": 5, "nausea": 5}),
        ("cramps started at 2am. 8 then, 4 now", {"cramps": 4}),
        ("pain free until lunch, then 6", {"pain": 6}),
        ("nausea bad but zofran helped, 3 now", {"nausea": 3}),
        ("no migraine for 3 weeks, today a 6", {"migraine": 6}),
        ("back ache. took 2 paracetamol. still 6", {"back pain": 6}),
        ("migraine. 7 all day", {"migraine": 7}),
        ("itchy everywhere except my face, 6", {"itching": 6}),
        ("feeling miserable 6", {"sadness": 6}),
        ("bloating 8, pain only a 3 somehow", {"bloating": 8, "pain": 3}),
        ("feet tingling, kinda 5", {"tingling": 5}),
        ("head 9 to 4 in an hour", {"headache": 4}),
        ("headache 5 evry day since", {"headache": 5}),
        ("right knee 6, none in the left", {"knee pain": 6}),
        ("tired 6 obviously", {"fatigue": 6}),
        ("back pain 5 would not let me sit", {"back pain": 5}),
        ("dizzy 3 family members ill", {"dizziness": None}),
        ("acid up to my throat at 1am", {"heartburn": None}),
        ("brain fog today. did one load of washing. 7", {"brain fog": 7}),
        ("thumbs throbbing after typing 2 pages, 5", {"thumb pain": 5}),
        ("woke at 3 with my hip screaming. 8", {"insomnia": None, "hip pain": 8}),
        ("toothache on top of it all, right side, 6/10", {"toothache": 6}),
        ("jaw ache 4 today, 2 yesterday", {"jaw pain": 4}),
        ("heart pounding last night around 2", {"palpitations": None}),
        ("vertigo started 11ish, 7 at worst", {"vertigo": 7}),
        ("migraine 4, by noon 8, took riza 10 and its 5", {"migraine": 5}),
        ("belly pain 6, 5 bms by midday", {"stomach pain": 6}),
        ("6 today for pain and same for fatigue", {"pain": 6, "fatigue": 6}),
        ("no pain for once but fatigue at 8", {"fatigue": 8}),
        ("its a 6 day. back mostly", {"back pain": 6}),
        ("had a 5 day migraine", {"migraine": None}),
        ("and the back's gone from eight to five", {"back pain": 5}),
        ("light is stabbing my eyes, 6/10 head", {"light sensitivity": None, "headache": 6}),
    ],
)
def test_a_number_in_a_sentence_of_its_own_is_of_what_was_told_before(
    reader: UpdateReader, text: str, severities: dict[str, int | None]
) -> None:
    assert severities.items() <= _rated(reader, text).items()


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("migraine 9, aura, sumatriptan 50, down to 3", {"migraine": 3, "aura": None}),
        ("breathing good today, only a 2", {"shortness of breath": 2}),
        ("nerves in my legs going at an 8 and i feel sick", {"nerve pain": 8, "nausea": None}),
    ],
)
def test_what_has_a_number_is_what_comes_down(
    reader: UpdateReader, text: str, severities: dict[str, int | None]
) -> None:
    assert severities.items() <= _rated(reader, text).items()


@pytest.mark.parametrize(
    ("text", "severity", "dose"),
    [("legs puffy 3 furosemide 40", 3, "40 mg"), ("headache 2 ibuprofen 400", None, "2 x 400 mg")],
)
def test_before_a_strength_more_than_two_are_no_tablets(
    reader: UpdateReader, text: str, severity: int | None, dose: str
) -> None:
    reading = reader.read(text)
    assert (reading.symptoms[0].severity, reading.medications[0].dose) == (severity, dose)
