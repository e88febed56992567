"""How quick messages are read, example by example; the scores on many sentences are in tests/evals."""

import pytest

from bot.domain.readings import UpdateReading
from bot.understanding.updates.updates import UpdateReader


def present(reading: UpdateReading) -> set[str]:
    return {said.name for said in reading.symptoms if not said.negated}


def denied(reading: UpdateReading) -> set[str]:
    return {said.name for said in reading.symptoms if said.negated}


def severities(reading: UpdateReading) -> dict[str, int | None]:
    return {said.name: said.severity for said in reading.symptoms}


def test_when_it_began_ends_where_something_else_is_told(reader: UpdateReader) -> None:
    assert reader.read("migrane 7 since this mornin took suma 50mg slept bad").onset == "since this mornin"


def test_a_tired_persons_message_is_understood_whole(reader: UpdateReader) -> None:
    reading = reader.read(
        "migrane 7 since this mornin, nausea too no aura, took 50 suma, barely slept, couldn't work"
    )
    assert severities(reading) == {"migraine": 7, "nausea": None, "aura": None}
    assert denied(reading) == {"aura"}
    medicine = reading.medications[0]
    assert (medicine.name, medicine.dose, medicine.taken) == ("sumatriptan", "50 mg", True)
    assert reading.onset == "since this mornin"
    assert reading.sleep == "barely slept"
    assert reading.impact == ("couldn't work",)
    assert reading.is_plain_update


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("left knee hurts", "knee pain", "left knee"),
        ("pain in my lower back", "back pain", "lower back"),
        ("tingling in my right hand", "tingling", "right hand"),
        ("my ankles are really swollen", "swelling", "ankle"),
        ("headache behind my left eye", "headache", "left eye"),
        ("tummy is killing me", "stomach pain", "stomach"),
    ],
)
def test_a_complaint_finds_its_place(reader: UpdateReader, text: str, name: str, part: str) -> None:
    said = reader.read(text).symptoms[0]
    assert (said.name, said.body_part) == (name, part)


def test_one_complaint_in_several_places_is_several_pains(reader: UpdateReader) -> None:
    assert present(reader.read("knees, hips and both wrists ache")) == {"knee pain", "hip pain", "wrist pain"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("migraine 7/10", 7),
        ("migraine is a 6", 6),
        ("migraine 6 down to 4", 4),
        ("migraine was 8, now 3", 3),
        ("migraine seven out of ten", 7),
        ("level 8 migraine", 8),
        ("migraine 15/10", 10),
        ("migraine since 7", None),
        ("migraine at 7 this morning", None),
        ("migraine for 7 hours", None),
        ("migraine 7 hours now", None),
        ("migraine, took 2 advil", None),
        ("migraine 2 advil", None),
        ("migraine and hr 9", None),
        ("3 migraines this week", None),
        ("migraine on the 7th", None),
        ("migraine 7/12", None),
        ("migraine, bp 120/80", None),
        ("day 5 of this migraine", None),
    ],
)
def test_only_a_rating_is_a_severity(reader: UpdateReader, text: str, severity: int | None) -> None:
    assert severities(reader.read(text)) == {"migraine": severity}


def test_each_symptom_keeps_its_own_severity(reader: UpdateReader) -> None:
    assert severities(reader.read("7/10 migraine, nausea 4 and fatigue")) == {
        "migraine": 7,
        "nausea": 4,
        "fatigue": None,
    }
    assert severities(reader.read("pain and fatigue both 6")) == {"pain": 6, "fatigue": 6}


def test_words_for_badness_give_a_range_and_no_number(reader: UpdateReader) -> None:
    said = reader.read("unbearable cramps").symptoms[0]
    assert said.severity is None
    assert said.severity_range == (9, 10)


def test_a_span_is_kept_as_a_span(reader: UpdateReader) -> None:
    said = reader.read("pain 5-6/10").symptoms[0]
    assert (said.severity, said.severity_range) == (None, (5, 6))


@pytest.mark.parametrize(
    ("text", "gone", "there"),
    [
        ("no fever, chills or nausea", {"fever", "chills", "nausea"}, set()),
        ("no fever but chills", {"fever"}, {"chills"}),
        ("headache gone now, still dizzy", {"headache"}, {"dizziness"}),
        ("haven't had any nausea", {"nausea"}, set()),
        ("my knee doesn't hurt", {"knee pain"}, set()),
        ("fever free since noon", {"fever"}, set()),
        ("headache went away on its own", {"headache"}, set()),
        ("no relief from the migraine", set(), {"migraine"}),
        ("can't stop coughing", set(), {"cough"}),
        ("didn't sleep because of pain", set(), {"pain"}),
        ("not only tired but dizzy", set(), {"fatigue", "dizziness"}),
        ("haven't stopped vomiting", set(), {"vomiting"}),
        ("headache almost gone", set(), {"headache"}),
        ("pain has gone up", set(), {"pain"}),
        ("never had a headache this bad", set(), {"headache"}),
    ],
)
def test_denied_and_over_are_told_from_present(
    reader: UpdateReader, text: str, gone: set[str], there: set[str]
) -> None:
    reading = reader.read(text)
    assert (denied(reading), present(reading)) == (gone, there)


@pytest.mark.parametrize(
    "text",
    [
        "my daughter has a fever, cough and rash",
        "scared I'll get a migraine",
        "is nausea a side effect?",
        "if I get a migraine I'll stay home",
        "migraines run in my family",
        "I used to get panic attacks",
        "back in 2015 I had seizures",
        "migraine clinic on Tuesday",
        "sick of waiting on hold",
        "what a pain in the neck",
        "I have lupus and fibromyalgia",
        "it's freezing outside",
        "thank you",
    ],
)
def test_what_the_writer_does_not_have_is_no_symptom(reader: UpdateReader, text: str) -> None:
    assert reader.read(text).symptoms == ()


@pytest.mark.parametrize(
    ("text", "name", "dose", "status"),
    [
        ("took 50mg of sumatriptan", "sumatriptan", "50 mg", "taken"),
        ("tylenol 500", "acetaminophen", "500 mg", "taken"),
        ("2 ibuprofen", "ibuprofen", "2", "taken"),
        ("half a xanax", "alprazolam", "half", "taken"),
        ("two puffs of ventolin", "albuterol", "2 puffs", "taken"),
        ("paracetamol 1g", "acetaminophen", "1 g", "taken"),
        ("two 500mg paracetamol", "acetaminophen", "2 x 500 mg", "taken"),
        ("lorazepam .5mg", "lorazepam", "0.5 mg", "taken"),
        ("forgot my prop", "propranolol", None, "missed"),
        ("ran out of gaba", "gabapentin", None, "ran_out"),
        ("stopped taking duloxetine", "duloxetine", None, "stopped"),
        ("should I take my methotrexate?", "methotrexate", None, "mentioned"),
    ],
)
def test_a_medicine_has_its_dose_and_what_was_done_with_it(
    reader: UpdateReader, text: str, name: str, dose: str | None, status: str
) -> None:
    (said,) = reader.read(text).medications
    assert (said.name, said.dose, said.status) == (name, dose, status)


def test_a_short_name_that_is_a_word_needs_a_dose_or_a_verb(reader: UpdateReader) -> None:
    assert reader.read("met my neighbour, prop up the pillow").medications == ()
    assert [said.name for said in reader.read("met 500").medications] == ["metformin"]


def test_someone_elses_medicine_is_not_the_writers(reader: UpdateReader) -> None:
    assert reader.read("my mum takes warfarin").medications == ()


def test_measurements_keep_their_unit(reader: UpdateReader) -> None:
    read = reader.read("bp 128/82, hr 138, glucose 3.2 mmol, temp 38.5, sats 94%, weight 64kg").measurements
    assert [(m.name, m.value, m.unit) for m in read] == [
        ("blood pressure", "128/82", "mmHg"),
        ("heart rate", "138", "bpm"),
        ("glucose", "3.2", "mmol/L"),
        ("temperature", "38.5", "°C"),
        ("oxygen saturation", "94", "%"),
        ("weight", "64", "kg"),
    ]


def test_a_measured_fever_is_a_fever(reader: UpdateReader) -> None:
    assert present(reader.read("temp of 38.5")) == {"fever"}
    assert present(reader.read("temp 36.8")) == set()


@pytest.mark.parametrize(
    "told", ["40 degrees out", "38 degrees in the flat today", "39 degrees here and no air"]
)
def test_the_heat_of_the_day_is_nobodys_fever(reader: UpdateReader, told: str) -> None:
    assert reader.read(f"migraine 6, {told}").measurements == ()
    assert "fever" not in present(reader.read(f"migraine 6, {told}"))


def test_what_isnt_any_more_is_over(reader: UpdateReader) -> None:
    assert "chest_tightness" not in present(reader.read("bit wheezy. chest was tight but isnt anymore"))
    assert "swollen_ankles" not in present(reader.read("knees 4. ankles were swollen but arent anymore"))


def test_b4_is_a_word_and_no_figure(reader: UpdateReader) -> None:
    assert reader.read("headache 3 after 2 tylenol, b4 that a 6").symptoms[0].severity == 3


def test_circumstances_are_quoted(reader: UpdateReader) -> None:
    reading = reader.read("dizzy after the stairs for 3 days, stayed in bed, slept 4 hours")
    assert reading.triggers == ("stairs",)
    assert reading.duration == "for 3 days"
    assert reading.impact == ("stayed in bed",)
    assert reading.sleep == "slept 4 hours"


def test_the_number_after_all_day_is_not_a_count_of_days(reader: UpdateReader) -> None:
    reading = reader.read("tired all day 7")
    assert (reading.symptoms[0].severity, reading.duration) == (7, "all day")


@pytest.mark.parametrize(
    ("text", "impact"),
    [
        ("pharmacy says sumatriptan needs a new authorization", ()),
        ("couldn't get my prescription, migraine 7", ()),
        ("i needed a new referral", ()),
        ("receptionist said no appointments for a month", ()),
        ("couldn't get an appointment until june", ()),
        ("no gym today, knees 6", ("no gym today",)),
        ("no fever this week, knee 4", ()),
        ("no shower this week, too weak", ("no shower this week",)),
        ("my mom needs a lift", ()),
        ("needed my mum to help me wash", ("needed my mum to help me wash",)),
        ("too tired to call the insurance", ("too tired to call the insurance",)),
        ("couldn't get up to find my insurance card", ("couldn't get up to find my insurance card",)),
        ("couldn't fill out the form", ("couldn't fill out the form",)),
    ],
)
def test_what_an_office_wants_is_nothing_lost(
    reader: UpdateReader, text: str, impact: tuple[str, ...]
) -> None:
    assert reader.read(text).impact == impact


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("diahrrea", "diarrhea"),
        ("palpatations", "palpitations"),
        ("exausted", "fatigue"),
        ("soooo dizzyyy", "dizziness"),
        ("NAUSEUS", "nausea"),
        ("brain-fog", "brain fog"),
        ("brainfog", "brain fog"),
        ("lightheaded", "lightheadedness"),
        ("light headed", "lightheadedness"),
    ],
)
def test_typing_errors_are_forgiven(reader: UpdateReader, typed: str, name: str) -> None:
    assert present(reader.read(typed)) == {name}


@pytest.mark.parametrize(
    "word", ["spicy", "ached", "busy", "commit", "breaking", "Brian", "league", "rushed"]
)
def test_everyday_words_are_not_mended_into_illness(reader: UpdateReader, word: str) -> None:
    names = present(reader.read(f"the {word} thing"))
    assert names <= {"pain"}
    assert word == "ached" or not names


def test_a_taught_word_wins(reader: UpdateReader) -> None:
    taught = {"the fuzzies": "tingling", "migraine": "cluster headache"}
    assert present(reader.read("the fuzzies again", taught)) == {"tingling"}
    assert severities(reader.read("migraine 7", taught)) == {"cluster headache": 7}
    assert denied(reader.read("no fuzzies", {"fuzzies": "tingling"})) == {"tingling"}


def test_an_emoji_counts_once_beside_its_word(reader: UpdateReader) -> None:
    assert present(reader.read("migraine 🤕")) == {"migraine"}
    assert present(reader.read("🤢")) == {"nausea"}


def test_names_typed_alone_are_made_canonical(reader: UpdateReader) -> None:
    assert reader.canonical_symptom("throwing up") == "vomiting"
    assert reader.canonical_symptom("my garden") is None
    assert reader.canonical_symptom("head") == "headache"
    assert reader.canonical_medication("Imigran") == "sumatriptan"
    assert reader.canonical_medication("bread") is None


def test_what_was_written_is_quoted_exactly(reader: UpdateReader) -> None:
    assert reader.read("Ugh — my HEAD's pounding!!").symptoms[0].words == "HEAD's pounding"
