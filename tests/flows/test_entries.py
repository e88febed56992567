"""Readings are merged without losing what either of them says."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import readings
from bot.flows import entries

NAMES = st.sampled_from(["migraine", "nausea", "pain", "fatigue"])
PARTS = st.sampled_from([None, "left knee", "right knee"])


@st.composite
def symptoms(draw: st.DrawFn) -> readings.SymptomMention:
    negated = draw(st.booleans())
    severity = None if negated else draw(st.none() | st.integers(0, 10))
    name = draw(NAMES)
    return readings.SymptomMention(name, name, draw(PARTS), severity, negated=negated)


@st.composite
def medicines(draw: st.DrawFn) -> readings.MedicationMention:
    name = draw(st.sampled_from(["sumatriptan", "ibuprofen"]))
    dose = draw(st.sampled_from([None, "50 mg", "100 mg"]))
    taken = draw(st.booleans())
    return readings.MedicationMention(name, name, dose, taken, "taken" if taken else "missed")


@st.composite
def updates(draw: st.DrawFn) -> readings.UpdateReading:
    """Readings as the reader gives them: each symptom and each medicine once."""
    words = st.lists(st.sampled_from(["stress", "lunch", "rain"]), max_size=2, unique=True).map(tuple)
    found = draw(st.lists(symptoms(), max_size=4, unique_by=lambda s: s.name))
    taken = draw(st.lists(medicines(), max_size=2, unique_by=lambda m: m.name))
    sleep = draw(st.sampled_from([None, "5 hours"]))
    return readings.UpdateReading(tuple(found), tuple(taken), triggers=draw(words), sleep=sleep)


@given(updates())
def test_merging_with_nothing_or_itself_changes_nothing(reading: readings.UpdateReading) -> None:
    nothing = readings.UpdateReading()
    assert entries.merged(reading, nothing) == reading
    assert entries.merged(nothing, reading) == reading
    assert entries.merged(reading, reading) == reading


@given(updates(), updates())
def test_what_is_said_later_stands_and_nothing_named_is_lost(
    reading: readings.UpdateReading, more: readings.UpdateReading
) -> None:
    both = entries.merged(reading, more)
    assert {s.name for s in both.symptoms} == {s.name for s in (*reading.symptoms, *more.symptoms)}
    assert {m.name for m in both.medications} == {m.name for m in (*reading.medications, *more.medications)}
    assert set(both.triggers) == {*reading.triggers, *more.triggers}
    for later in more.symptoms:
        now = [s for s in both.symptoms if entries.same_symptom(s, later)]
        assert any(s.negated == later.negated for s in now)
        assert later.severity is None or later.severity in {s.severity for s in now}


def test_two_knees_are_two_symptoms_and_an_unnamed_part_is_the_one_that_is_there() -> None:
    left = readings.SymptomMention("pain", "pain", "left knee", 4)
    right = readings.SymptomMention("pain", "pain", "right knee", 6)
    somewhere = readings.SymptomMention("pain", "pain", None, 8)
    knees = entries.merged(readings.UpdateReading((left,)), readings.UpdateReading((right,)))
    assert [s.body_part for s in knees.symptoms] == ["left knee", "right knee"]
    worse = entries.merged(readings.UpdateReading((left,)), readings.UpdateReading((somewhere,)))
    assert [(s.body_part, s.severity) for s in worse.symptoms] == [("left knee", 8)]


def test_denying_a_symptom_takes_its_number_away() -> None:
    bad = readings.UpdateReading((readings.SymptomMention("nausea", "nausea", severity=6),))
    none = readings.UpdateReading((readings.SymptomMention("nausea", "nausea", negated=True),))
    (left,) = entries.merged(bad, none).symptoms
    assert (left.negated, left.severity) == (True, None)
