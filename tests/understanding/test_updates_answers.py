"""Quick updates in which a name has its answer beside it, and what is milder but still there."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _read(reader: UpdateReader, text: str) -> tuple[set[str], set[str]]:
    """Give what is there and what is denied."""
    said = reader.read(text).symptoms
    return {one.name for one in said if not one.negated}, {one.name for one in said if one.negated}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Jaundice - none that I can see", {"jaundice"}),
        ("seizures: none that I know of", {"seizure"}),
        ("rash - none I've noticed", {"rash"}),
        ("headaches none in days", {"headache"}),
        ("tremor - none visible", {"tremor"}),
        ("cough - nothing to write home about", {"cough"}),
        ("swelling: nothing obvious", {"swelling"}),
        ("heartburn: not that I've noticed", {"heartburn"}),
        ("Tingling? Nothing you'd notice", {"tingling"}),
        ("panic attacks: not one since Sunday", {"panic attack"}),
        ("nosebleeds: 0 this week", {"nosebleed"}),
        ("nausea/vomiting: none since Tuesday", {"nausea", "vomiting"}),
        ("hurts to pee? not anymore", {"painful urination"}),
        ("still coughing? no longer", {"cough"}),
        ("any tingling - no, any weakness - no", {"tingling", "weakness"}),
        ("GP: 'any chest pain?' no. 'any cough?' no.", {"chest pain", "cough"}),
        ("got through choir w/out coughing once", {"cough"}),
        ("blurry in the right eye, went off after an hour", {"blurred vision"}),
        ("the nausea's packed in", {"nausea"}),
    ],
)
def test_an_answer_that_says_there_is_none_denies_the_name(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert _read(reader, text) == (set(), denied)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("rash: nothing new", "rash"),
        ("rash - nothing major", "rash"),
        ("headache, none of the tablets worked", "headache"),
        ("headaches: none in the mornings, bad at night", "headache"),
        ("migraine, nothing since breakfast", "migraine"),
        ("swelling - no change", "swelling"),
        ("cough - not getting better", "cough"),
        ("'breathless?' yes lying flat", "shortness of breath"),
        ("headache, alarm went off at 5", "headache"),
        ("migraine 7, packed in work early", "migraine"),
    ],
)
def test_what_only_looks_like_such_an_answer_leaves_it(reader: UpdateReader, text: str, present: str) -> None:
    there, denied = _read(reader, text)
    assert present in there
    assert present not in denied


@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        ("headache 5 this morning, better now", "headache", 5),
        ("tummy ache 4 earlier, feeling better now", "stomach pain", 4),
        ("nausea 6 at nine, settling", "nausea", 6),
        ("cramps 6 earlier, easing off now", "cramps", 6),
        ("nausea was 6, much better now", "nausea", 6),
    ],
)
def test_what_was_rated_and_is_better_is_there_still(
    reader: UpdateReader, text: str, name: str, severity: int
) -> None:
    said = {one.name: one for one in reader.read(text).symptoms}
    assert (said[name].negated, said[name].severity) == (False, severity)


@pytest.mark.parametrize("over", ["gone now", "all better", "cleared", "back to normal"])
def test_what_was_rated_and_is_over_is_denied(reader: UpdateReader, over: str) -> None:
    assert _read(reader, f"headache 5 this morning, {over}") == (set(), {"headache"})


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("throat ok not closing", {"throat tightness"}),
        ("wee is clear, not bloody", {"blood in urine"}),
        ("chest clear not wheezy", {"wheezing"}),
        ("poo's formed, not runny", {"diarrhea"}),
        ("eyes fine, not red", {"red eyes"}),
        ("nose dry not runny", {"runny nose"}),
        ("reflux fine", {"heartburn"}),
        ("sinuses clear today", {"sinus pain"}),
        ("no n/v/d", {"nausea", "vomiting", "diarrhea"}),
        ("afebrile", {"fever"}),
        ("not had thoughts of hurting myself", {"self-harm urges"}),
    ],
)
def test_what_is_called_well_and_then_what_it_is_not_is_denied(
    reader: UpdateReader, text: str, denied: set[str]
) -> None:
    assert _read(reader, text) == (set(), denied)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("can't think clear", "brain fog"),
        ("can't breathe fine", "shortness of breath"),
        ("cough ok", "cough"),
        ("phlegm clear", "phlegm"),
        ("d&v since 3am", "diarrhea"),
        ("pain's good today", "pain"),
    ],
)
def test_what_is_not_well_or_bearable_is_there(reader: UpdateReader, text: str, present: str) -> None:
    assert present in _read(reader, text)[0]
