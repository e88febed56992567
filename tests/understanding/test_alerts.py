"""Alerts: noticed as patients put them, silent where nothing is happening, and never a crash."""

import random
import sys
from types import FrameType

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import loader, recognition, weights
from bot.domain.readings import Alert
from bot.understanding.alerts import AlertReader
from bot.understanding.cues import evidence
from tests.evals import score_alerts, weigh

READER = AlertReader(recognition.load_red_flags(), weights.load("alerts"))


def kind(text: str) -> str:
    return READER.read(text).kind


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("chest pain spreading into my jaw, clammy", "heart"),
        ("one side of her face has dropped", "stroke"),
        ("ate cashews, throat is swelling shut", "anaphylaxis"),
        ("addisons and i keep vomiting", "adrenal"),
        ("temp 38.4 a week after chemo", "neutropenic"),
    ],
)
def test_each_kind_of_emergency_names_its_own_rule(text: str, rule: str) -> None:
    assert READER.read(text).rule == rule


def test_misspelt_and_run_together_words_are_understood() -> None:
    assert kind("cant breeth and my lips are truning blue") == "emergency"


def test_what_is_crossed_out_in_a_list_is_denied_and_what_is_ticked_is_there() -> None:
    assert kind("☑ stiff neck ☐ fever ☐ cough") == kind("✘ chest pain ✘ short of breath ✔ tired") == "none"
    assert kind("☑ stiff neck ☑ fever ☑ light hurts") == kind("[x] face drooping [ ] headache") == "emergency"
    assert kind("❌ cant breathe") == "emergency"  # one cross alone is a cry


@pytest.mark.parametrize("more", ["no sleep", "no headache", "took my meds", "pain 4"])
def test_something_ordinary_beside_an_alarm_neither_hides_nor_makes_one(more: str) -> None:
    assert kind(f"suicidal, {more}") == "crisis"
    assert kind(f"my face is drooping, {more}") == "emergency"
    assert kind(f"foggy and dizzy today 4/10. {more}") == "none"


@pytest.mark.parametrize("value", ["2.0", "1.8 mmol", "38", "40 mg/dl"])
def test_a_dangerous_low_is_noticed_in_either_unit(value: str) -> None:
    assert kind(f"my sugar is {value} and i am confused") == "emergency"


@pytest.mark.parametrize("value", ["5.4", "7.1 mmol", "98", "120 mg/dl"])
def test_an_ordinary_glucose_is_silent_in_either_unit(value: str) -> None:
    assert kind(f"glucose {value} before breakfast") == "none"


def test_the_same_words_denied_asked_past_told_or_invented_are_silent() -> None:
    frames = (
        "no {}",
        "i had {} in 2012",
        "is {} a side effect of gabapentin?",
        "the main character has {} in the last episode",
        "my uncle had {} last year",
        "what should i do if i get {}",
    )
    assert kind("crushing chest pain") == "emergency"
    assert [frame for frame in frames if kind(frame.format("crushing chest pain")) != "none"] == []


def test_someone_elses_emergency_happening_now_is_an_emergency_and_says_so() -> None:
    alert = READER.read("my husband's face is drooping")
    assert (alert.kind, alert.someone_else) == ("emergency", True)


def test_an_emergency_after_a_past_one_in_the_same_message_is_noticed() -> None:
    assert kind("i had a heart attack in 2015. now crushing pressure in my chest") == "emergency"


def test_known_mild_symptoms_are_silent_until_red_flags_join_them() -> None:
    assert kind("chest a bit tight from my costochondritis, same as always") == "none"
    assert (
        kind("chest tight like my costochondritis but now my left arm is numb and i am sweating")
        == "emergency"
    )


def test_weariness_of_paperwork_is_not_weariness_of_life() -> None:
    assert kind("i can't do this paperwork anymore") == "none"
    assert kind("i can't do this anymore, there is no point") == "crisis"


@pytest.mark.parametrize(
    "said",
    [
        "sick of waiting",
        "had enough of this letter",
        "i want my life back",
        "cant face people today",
        "everything is too much today, that phone",
        "dont want to go to clinic tomorrow",
        "why is my hair falling out",
        "cant be bothered",
        "can't be arsed",
        "losing patience",
        "survived the wedding",
        "what's the point of this app",
    ],
)
def test_what_is_said_on_any_dull_day_calls_nobody(said: str) -> None:
    assert READER.read(said).kind == "none"


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("took 30 tramadol", "overdose_counted"),
        ("swallowed 24 paracetamol", "overdose_counted"),
        ("took 40 aspirin", "overdose_counted"),
        ("took 10 zopiclone", "overdose_counted"),
        ("downed a whole packet of co-codamol", "overdose"),
    ],
)
def test_more_than_a_dose_told_by_the_number_is_an_overdose(told: str, rule: str) -> None:
    assert READER.read(told).rule == rule


@pytest.mark.parametrize(
    "said",
    [
        "took 50 tramadol",
        "took 75 aspirin",
        "took 30 mg of codeine",
        "30 tramadol left",
        "picked up 30 tramadol",
        "took 30 tramadol back to the chemist",
        "took 28 pills this month, one a day",
        "vomiting 4 times",
        "can't keep water down for 2 days",
        "feels like my heart is racing when i stand, hr 130",
    ],
)
def test_a_strength_a_supply_and_what_a_day_of_illness_counts_are_no_alarm(said: str) -> None:
    assert kind(said) == "none"


def test_being_sick_with_a_sign_of_danger_beside_it_is_an_emergency() -> None:
    assert kind("vomiting 4 times, the last looked like coffee grounds") == "emergency"
    assert kind("can't keep water down for 2 days, no pee since yesterday and so confused") == "emergency"


def test_danger_from_someone_is_a_crisis_of_the_writer() -> None:
    alert = READER.read("my husband hit me again and i am afraid to go home")
    assert (alert.kind, alert.someone_else) == ("crisis", False)


def test_a_word_list_in_any_order_gives_the_same_answer() -> None:
    parts = ["vomiting", "ketones 4.2", "sugar 24", "type 1"]
    shuffled = random.Random(7).sample(parts, len(parts))
    assert READER.read(", ".join(parts)) == READER.read(", ".join(shuffled))
    assert kind(", ".join(parts)) == "emergency"


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_any_text_in_any_script_is_answered(text: str) -> None:
    assert isinstance(READER.read(text), Alert)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "chest",
                "pain",
                "no",
                "not",
                "my",
                "he",
                "cant",
                "breathe",
                ",",
                ".",
                "?",
                "38",
                "120/80",
                "now",
                "if",
                "and",
                "blood",
            ]
        )
    )
)
def test_any_heap_of_its_own_words_is_answered(words: list[str]) -> None:
    assert isinstance(READER.read(" ".join(words)), Alert)


@pytest.mark.parametrize(
    "piece", ["chest ", "pain, ", "no chest pain ", "a", "my throat and face and lips ", "😀", "1 "]
)
def test_the_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    short, long = piece * (4000 // len(piece)), piece * (32000 // len(piece))
    READER.read(short)
    once, eight = _steps(short), _steps(long)
    assert eight <= once * 12 + 2_000


def test_the_sentences_from_outside_that_nobody_looks_into_keep_their_score() -> None:
    found = score_alerts.score("fifth")
    assert found["emergencies"] >= 0.95
    assert found["crises"] >= 0.91
    assert found["false"] <= 0.05


def test_a_hurt_is_a_crisis_on_purpose_and_none_by_mishap() -> None:
    assert kind("burnt my wrist on purpose, i deserve it") == "crisis"
    assert kind("burnt my wrist on the oven again") == "none"


def test_a_means_within_reach_is_a_crisis_and_a_tool_is_none() -> None:
    assert kind("the pistol is beside me on the table") == "crisis"
    assert kind("the glue gun is on the table") == "none"


def test_an_animal_in_the_message_does_not_hide_a_threat() -> None:
    assert kind("he kicked the dog, then he punched me and said he will kill me") == "crisis"
    assert kind("the dog pushed me over, what a greeting") == "none"


@pytest.mark.parametrize(
    "code", ["N35G6-CT98X", "2GWEM-2DKA2", "h8cut-ycv3e", "f34bg-2ggfs", "rn27f-gv7bg", "3zpop1g6d3"]
)
def test_what_letters_happen_to_spell_in_a_code_is_no_alarm(code: str) -> None:
    """ "G6" in a reference is no low glucose, and "cut" in an invitation no knife."""
    assert [READER.read(text).kind for text in (code, f"ref {code}, they said")] == ["none", "none"]


def test_figures_run_together_are_still_figures() -> None:
    assert READER.read("bg2.1 shaking").kind == READER.read("bg 2 and shaking").kind == "emergency"


def test_a_list_of_denials_runs_on_over_its_commas() -> None:
    assert kind("denies chest pain, vomiting blood, fainting") == "none"


def test_a_number_beside_chemotherapy_is_a_temperature() -> None:
    assert kind("paclitaxel on monday and now 38.6") == "emergency"
    assert kind("paclitaxel on monday and now 36.6") == "none"


def test_the_held_sentences_keep_their_score() -> None:
    found = score_alerts.score("held")
    assert found["emergencies"] >= 0.97
    assert found["crises"] >= 0.95  # the aim is 0.97: what is missing is in the README's table
    assert found["false"] <= 0.05
    assert {name: share for name, share in found.items() if name.startswith("false:") and share > 0.12} == {}


def _steps(text: str) -> int:
    """Count the calls that one reading makes: a measure of work that no busy machine disturbs."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        READER.read(text)
    finally:
        sys.setprofile(before)
    return calls


def test_the_weights_were_learned_from_the_taught_sentences_as_they_stand() -> None:
    for name in ("alerts", "situations", "ratings", "denials"):
        packed = (loader.HOME / "en" / "weights" / f"{name}.msgpack").read_bytes()
        assert msgspec.msgpack.decode(packed, type=weights.Table).taught == weigh.fingerprint(name), (
            "run `make weigh`"
        )


def test_what_weighed_most_can_be_named() -> None:
    known = weights.load("alerts")
    (grounds,) = READER.grounds("cant breathe, lips going blue")
    heaviest = evidence.heaviest(grounds, known, 0, 3)
    assert any("breath" in ground or "blue" in ground or "rule" in ground for ground in heaviest)
