"""Numbers in rows, in words and on their way: a diary dense with them, as people write who log every day."""

import pytest

from bot.understanding.updates.updates import UpdateReader


def _rated(reader: UpdateReader, text: str) -> dict[str, int | None]:
    return {said.name: said.severity for said in reader.read(text).symptoms}


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("6 head 4 neck", {"headache": 6, "neck pain": 4}),
        ("5 back, 3 legs, 8 neck", {"back pain": 5, "leg pain": 3, "neck pain": 8}),
        ("four head, six neck, two paracetamol", {"headache": 4, "neck pain": 6}),
        ("8 fatigue 6 pain 3 nausea", {"fatigue": 8, "pain": 6, "nausea": 3}),
        ("low 3 for nausea, strong 7 for dizziness", {"nausea": 3, "dizziness": 7}),
        ("head a 7 neck a 6 shoulders a 4", {"headache": 7, "neck pain": 6, "shoulder pain": 4}),
        ("fatigue - a nine - with light hurting", {"fatigue": 9, "light sensitivity": None}),
    ],
)
def test_in_a_row_each_number_goes_to_its_own_name(
    reader: UpdateReader, text: str, severities: dict[str, int | None]
) -> None:
    assert severities.items() <= _rated(reader, text).items()


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("wheeze still six, coughing", "wheezing", 6),
        ("headache four on waking", "headache", 4),
        ("weak legs today, six, feet numb", "weakness", 6),
        ("breathlessness hits six on the commode", "shortness of breath", 6),
        ("fatigue nearly nine", "fatigue", 9),
        ("both knees paining, number is 7", "knee pain", 7),
        ("face pain still 7 grrr", "face pain", 7),
        ("hip pain 6 :(", "hip pain", 6),
        ("i am at 8 with the stomach", "stomach pain", 8),
    ],
)
def test_a_number_in_words_or_sighed_over_rates_as_any_other(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("headache at 5, took 2 paracetamol at 6am", "headache", 5),
        ("reflux at 5 again lying flat", "heartburn", 5),
        ("anxiety back up at 8", "anxiety", 8),
        ("stomach settled to a 1", "stomach pain", 1),
        ("oramorph took the ribs from an 8 to about a 4", "rib pain", 4),
        ("fatigue 3 -> 9 overnight", "fatigue", 9),
        ("cramps 8 ➡ 4", "cramps", 4),
        ("headache at 11am = 2\n3pm = 6\n9pm = 4", "headache", 4),
        ("back pain 9am 3, noon 5, 6pm 7", "back pain", 7),
        ("rated my tiredness 7 on monday 7 weds 7 fri", "fatigue", 7),
        ("toradol for the migraine, it went 10, 7, and now barely 2", "migraine", 2),
    ],
)
def test_where_it_stands_now_counts_after_any_course(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("eye stabbing gone from 9 to nothing", "eye pain"),
        ("the sinus pain went from 7 to grand", "sinus pain"),
        ("headache 6 -> nothing", "headache"),
        ("sore throat went from 6 to completely fine", "sore throat"),
    ],
)
def test_what_came_to_nothing_is_denied(reader: UpdateReader, text: str, symptom: str) -> None:
    assert {(said.name, said.negated, said.severity) for said in reader.read(text).symptoms} == {
        (symptom, True, None)
    }


@pytest.mark.parametrize(
    "text",
    [
        "2 migraines this week",
        "2 seizures 1 fall",
        "2 fingers numb",
        "headache two hours",
        "spat clots after my tonsils, I was six",
        "dozed from five, headache",
        "headache at 5am",
        "headache at 5 and again at 8",
        "had a seizure at 6",
        "line flushed at 4, then rigors",
        "legs restless around nine",
        "low blood sugar 2.0 1.9 2.2 all night",
        "vomited 3 times, then 2",
    ],
)
def test_a_count_an_hour_and_an_age_rate_nothing_in_a_row_either(reader: UpdateReader, text: str) -> None:
    assert set(_rated(reader, text).values()) <= {None}


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("tummy 9, sat on the kerb. 10 mins later 6, home now 3", "stomach pain", 3),
        ("sore tummy 2 this morn, after the pizza 7 eek", "stomach pain", 7),
        ("pain 6 during, 3 at present", "pain", 3),
        ("my lower back was an 8. By bedtime it had eased to 5 and that's where it is now", "back pain", 5),
        ("ankle ten minutes ago was 7, now more like five", "ankle pain", 5),
        ("diazepam for back spasm, it's crept off 9 toward 6", "back spasm", 6),
        ("right side ache 3, flares to 7 when I cough, 3 at rest", "side pain", 3),
    ],
)
def test_what_it_came_to_later_counts_in_whatever_clause_it_stands(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text)[symptom] == severity


@pytest.mark.parametrize(
    ("text", "between"),
    [("hip was 7. It's not even a 3 this minute", (1, 2)), ("dizzy = 7 upright, 1 lying flat", (1, 7))],
)
def test_less_than_a_number_and_one_for_each_posture_are_no_one_number(
    reader: UpdateReader, text: str, between: tuple[int, int]
) -> None:
    (said,) = reader.read(text).symptoms
    assert (said.severity, said.severity_range) == (None, between)


@pytest.mark.parametrize(
    ("text", "symptom", "severity"),
    [
        ("it's a 5. rib cage left", "rib pain", 5),
        ("8 as I type. Left foot", "foot pain", 8),
        ("still a 5 after the codeine. left knee", "knee pain", 5),
        ("pain 6. left wrist", "wrist pain", 6),
        ("pain today is a 7 (hips)", "hip pain", 7),
        ("eight. hip. rain.", "hip pain", 8),
        ("my knees want to file for divorce, 4/10", "knee pain", 4),
        ("jaw's dropped under 4 which is good, calling it a 3", "jaw pain", 3),
    ],
)
def test_a_place_told_alone_before_or_after_its_number_is_where_it_hurts(
    reader: UpdateReader, text: str, symptom: str, severity: int
) -> None:
    assert _rated(reader, text) == {symptom: severity}


def test_the_writers_own_is_told_from_another_persons(reader: UpdateReader) -> None:
    assert _rated(reader, "My daughter's migraine is an 8, mine's only 3") == {"migraine": 3}
    assert _rated(reader, "people get clots, mine was 8 yrs ago").get("clots") is None


def test_a_medicine_that_was_stopped_ends_no_pain(reader: UpdateReader) -> None:
    (said,) = reader.read("sciatic pain, steady at 5, naproxen stopped in May").symptoms
    assert (said.negated, said.severity) == (False, 5)


@pytest.mark.parametrize("text", ["2 tablets. head", "it's a 5 minute walk. knee ok", "size 6. feet"])
def test_a_count_before_a_place_is_no_rating_of_it(reader: UpdateReader, text: str) -> None:
    assert set(_rated(reader, text).values()) <= {None}


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("hips 6 knees same", {"hip pain": 6, "knee pain": 6}),
        ("NINE. migraine.", {"migraine": 9}),
        ("knee not great, 6", {"knee pain": 6}),
        ("itching? about six. rash? two.", {"itching": 6, "rash": 2}),
        ("nausea 7 pre, 3 post ondansetron", {"nausea": 3}),
        ("chest tightness 4 → 2 puffs → 1", {"chest tightness": 1}),
        ("fatigue 7, up 2 from yesterday", {"fatigue": 7}),
        ("headache 6 when I started typing, 7 now", {"headache": 7}),
        ("knee 4 bp 130/80", {"knee pain": 4}),
        ("back hasn't dropped below 6", {"back pain": 6}),
        ("still 5 in the back", {"back pain": 5}),
    ],
)
def test_a_jotted_number_finds_its_symptom(
    reader: UpdateReader, text: str, severities: dict[str, int]
) -> None:
    assert _rated(reader, text) == severities


@pytest.mark.parametrize(
    "text",
    [
        "been battling with them, fight no. 4. tired.",
        "still muddled 3 hr on",
        "fell down four steps",
        "mouth ulcer, one, on the cheek",
        "up at 5. tired",
        "sugars back under ten",
        "dizzy, 2.7 sugar",
    ],
)
def test_what_is_counted_beside_a_jotted_symptom_rates_nothing(reader: UpdateReader, text: str) -> None:
    assert set(_rated(reader, text).values()) <= {None}


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("hip 6, no, 7", {"hip pain": 7}),
        ("knee a 4. edit: 5", {"knee pain": 5}),
        ("headache 6, sorry, 7", {"headache": 7}),
        ("knees, hips, hands: 3, 3, 5", {"knee pain": 3, "hip pain": 3, "hand pain": 5}),
        ("pain/fatigue/nausea 6/7/3", {"pain": 6, "fatigue": 7, "nausea": 3}),
        ("nausea and headache 4 and 6", {"nausea": 4, "headache": 6}),
        ("headache 8. suma. lie down. 3.", {"headache": 3}),
        ("headache started at 3, hit 8 by noon, back to 4", {"headache": 4}),
        ("hip up two points to 7", {"hip pain": 7}),
        ("at 6 headache was 7, at 9 it was 3", {"headache": 3}),
    ],
)
def test_a_number_taken_back_and_numbers_in_the_order_of_their_names(
    reader: UpdateReader, text: str, severities: dict[str, int]
) -> None:
    assert _rated(reader, text) == severities


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("7 (fatigue), 5 (pain)", {"fatigue": 7, "pain": 5}),
        ("7=fatigue 5=pain", {"fatigue": 7, "pain": 5}),
        ("fatigue | 7 | pain | 5", {"fatigue": 7, "pain": 5}),
        ("1) knee 5 2) hip 7", {"knee pain": 5, "hip pain": 7}),
        ("fatigue 7 day 3", {"fatigue": 7}),
        ("fatigue today? 7, thanks for asking", {"fatigue": 7}),
        ("headache 6 nausea also 6", {"headache": 6, "nausea": 6}),
    ],
)
def test_marks_of_a_list_leave_its_numbers_ratings(
    reader: UpdateReader, text: str, severities: dict[str, int]
) -> None:
    assert _rated(reader, text) == severities
