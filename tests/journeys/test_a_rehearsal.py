"""A visit or a call tried out before it counts: typed, chosen, interrupted, left, and never where somebody was hurt."""

from collections.abc import Iterator

import pytest

from bot.content import rehearsals
from bot.domain import kept_scripts
from tests.support.journey import Journey, Patient, Shown

LONG_WAY = "You people denied my scan. Could you possibly read me the reason for the denial?"
TIGHTER = "Could you read me the reason for the denial?"
HURT = "they laughed at me and the doctor grabbed my arm"
SHORT = "Please give me the reason."
BACK = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK} Back"
DENIED = ("/rehearse", "[insurer's agent]", "[They denied it]")
STEPS: dict[str, tuple[str, ...]] = {
    "who": ("/rehearse",),
    "which": ("/rehearse", "[insurer's agent]"),
    "answer": DENIED,
    "tighter": (*DENIED, LONG_WAY),
    "heard": (*DENIED, "[Plain]"),
    "keep": ("dr wu march 20 2pm", "stop", *DENIED, "[Plain]", "[Keep this one]"),
}


def walk(robin: Patient, path: tuple[str, ...]) -> Shown:
    """Go to a step; give the question that stands there."""
    for each in path:
        if each.startswith("["):
            robin.presses(each.strip("[]"))
        else:
            robin.says(each)
    return robin.news[-1]


def everywhere(journey: Journey) -> Iterator[tuple[Patient, Shown]]:
    """Bring somebody new to each step; give them and the question that stands there."""
    for name, path in STEPS.items():
        robin = journey.patient(name)
        yield robin, walk(robin, path)


def kept(robin: Patient) -> list[kept_scripts.KeptScript]:
    return [each for store in robin.store() for each in store.kept_scripts.all()]


def test_a_call_from_the_first_word_to_the_line_on_the_visits_card(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("dr wu march 20 2pm")
    robin.says("stop")
    asked = walk(robin, DENIED)
    assert "It was not approved" in asked.plain
    robin.says(LONG_WAY)
    offered = robin.sees(TIGHTER)
    assert "“You people” is about them" in offered.plain
    robin.presses("Use this")
    robin.sees(f"You: “{TIGHTER}”")
    robin.sees("I can give you the rule number")
    robin.presses("Keep this one")
    robin.presses("Fri 20 Mar")
    robin.sees("Kept for Fri 20 Mar, Dr Wu.")
    assert not robin.can_press("Keep this one")
    robin.presses("Go on")
    robin.presses("Firm")
    robin.presses("Go on")
    robin.presses("Plain")
    robin.presses("Go on")
    robin.sees("You kept one line.")
    robin.presses("My words")
    robin.presses("Could you read me")
    robin.sees("For Fri 20 Mar, Dr Wu")
    assert [(each.text, each.source, each.source_id) for each in kept(robin)] == [
        (TIGHTER, "rehearsal", "denied_scan")
    ]


def test_their_own_wording_may_stay_as_it_is(journey: Journey) -> None:
    robin = journey.patient()
    walk(robin, STEPS["tighter"])
    robin.presses("Keep mine")
    robin.sees(f"You: “{LONG_WAY}”")
    robin.presses("Keep this one")
    robin.sees("Kept under My words")
    assert [(each.text, each.visit_id, each.favourite) for each in kept(robin)] == [(LONG_WAY, None, True)]


def test_one_thing_is_said_at_a_time_and_never_twice(journey: Journey) -> None:
    robin = journey.patient()
    walk(robin, DENIED)
    for expected in ("ask for something", "say it as it is", "It takes"):
        robin.says("It was maybe a denial, I think, and perhaps a letter came.")
        shown = robin.news[-1]
        assert expected.casefold() in shown.plain.casefold()
        assert shown.plain.count("One thing:") <= 1
        robin.presses("Say it again")


def test_whoever_asks_for_nothing_is_answered_like_that(journey: Journey) -> None:
    robin = journey.patient()
    walk(robin, DENIED)
    robin.says("The scan was denied and I am waiting.")
    robin.sees("So that's how it was decided")
    robin.says(SHORT)
    robin.sees("I can give you the rule number")


def test_the_way_out_is_there_at_every_step_and_teaches_nothing(journey: Journey) -> None:
    lines = rehearsals.load_rehearsals().grounding.lines
    for robin, asked in everywhere(journey):
        robin.presses("This upsets me", on=asked)
        minute = robin.news[-1]
        assert minute.plain == "\n".join(lines), robin.name
        assert next(b.label for b in minute.buttons) == "Urgent numbers"
        robin.presses(BACK, on=minute)
        assert robin.news[-1].plain == asked.plain, robin.name
        robin.presses("This upsets me")
        robin.presses("Urgent numbers")
        robin.sees("911")


def test_what_is_typed_in_the_minute_is_kept_and_nothing_is_asked(journey: Journey) -> None:
    for text in ("i hate all of this", "migraine 7, took ibuprofen"):
        robin = journey.patient(text)
        walk(robin, DENIED)
        robin.presses("This upsets me")
        robin.says(text)
        assert [entry.text for entry in robin.entries()] == [text]
        robin.does_not_see("They say")
        robin.does_not_see("five things")


def test_stop_keeps_what_was_said_and_go_on_comes_back_to_it(journey: Journey) -> None:
    for robin, asked in everywhere(journey):
        old = next(b.press for b in asked.buttons if not b.press.startswith("/"))
        question = asked.plain
        robin.presses("Stop", on=asked)
        robin.sees("Stopped")
        robin.press_data(old, asked)
        robin.sees("earlier question")
        if robin.name != "who":
            robin.says("go on")
            robin.sees(question)


def test_a_restart_at_any_step_loses_nothing(journey: Journey) -> None:
    waiting = list(everywhere(journey))
    journey.restart()
    for robin, asked in waiting:
        robin.press_data(asked.buttons[0].press, asked)
        robin.does_not_see("earlier question")
        assert robin.news, robin.name


def test_an_update_in_the_middle_is_kept_and_the_question_stands_again(journey: Journey) -> None:
    for robin, asked in everywhere(journey):
        question = asked.plain
        robin.says("migraine 7, took ibuprofen")
        robin.sees("Migraine: 7 of 10")
        robin.sees(question)
        assert len(robin.entries()) == 1


def test_a_voice_note_is_kept_and_nobody_pretends_to_listen(journey: Journey) -> None:
    for robin, asked in everywhere(journey):
        question = asked.plain
        robin.sends({"voice": {"file_id": "voice-1", "duration": 4, "file_size": 900}})
        robin.sees(question)
        if robin.name not in {"who", "which"}:
            robin.sees("I can't listen to it")
        assert [each.kind for entry in robin.entries() for each in entry.attachments] == ["voice"]


def test_an_emergency_comes_before_any_practice(journey: Journey) -> None:
    for robin, _ in everywhere(journey):
        robin.says("chest pain, can't breathe, left arm numb")
        robin.sees("911")
        robin.does_not_see("One thing")


def test_a_reminder_asked_for_in_the_middle_is_made_and_the_way_back_stands(journey: Journey) -> None:
    robin = journey.patient()
    walk(robin, (*DENIED, "[Plain]", "[Go on]"))
    robin.says("remind me to call them on friday at 9")
    robin.sees("Friday 6 March")
    robin.presses("Go on")
    robin.sees("You can appeal")


def test_an_answer_that_tells_how_it_is_can_go_into_the_log_too(journey: Journey) -> None:
    robin = journey.patient()
    walk(robin, DENIED)
    robin.says("I stopped topiramate because of the brain fog.")
    robin.sees("They say")
    assert robin.entries() == []
    robin.presses("Put it in my log too")
    robin.sees("topiramate")
    assert [entry.text for entry in robin.entries()] == ["I stopped topiramate because of the brain fog."]
    assert not robin.can_press("Put it in my log too")


@pytest.mark.parametrize("step", ["who", "which", "answer", "tighter", "heard"])
def test_harm_is_never_rehearsed(journey: Journey, step: str) -> None:
    robin = journey.patient()
    walk(robin, STEPS[step])
    robin.says(HURT)
    robin.sees("You did nothing wrong")
    robin.does_not_see("One thing")
    robin.says(f"/rehearse {HURT}")
    robin.sees("You did nothing wrong")


def test_somebody_hurt_is_not_led_back_to_who_did_it(journey: Journey) -> None:
    robin = journey.patient()
    robin.says(HURT)
    robin.says("/rehearse")
    robin.sees("Who will be across the desk?")
    robin.does_not_see("may come up")


def test_on_a_foggy_day_it_is_done_in_taps_alone(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/energy foggy")
    robin.says("help me practice the call with my insurer")
    robin.presses("They denied it")
    taps = 1
    while robin.can_press("Plain"):
        shown = robin.news[-1]
        assert len(shown.plain) < 220
        robin.presses("Plain")
        robin.does_not_see("One thing")
        robin.presses("Go on")
        taps += 2
    assert taps == 5
    robin.presses("Once more")
    robin.presses("This upsets me")
    robin.sees("We can stop here")
    assert len(robin.news[-1].plain.splitlines()) == 3


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("rehearse", "Who will be across the desk?"),
        ("practise my visit", "Who will be across the desk?"),
        ("can we rehearse my appointment with the new specialist", "A new specialist"),
        ("help me practice what to say to the pharmacist", "The pharmacist"),
        ("help me practice the call with my insurer", "Your insurer's agent"),
    ],
)
def test_asking_to_practise_opens_it(journey: Journey, said: str, answer: str) -> None:
    robin = journey.patient()
    robin.says(said)
    robin.sees(answer)
    robin.says("stop")
    assert robin.entries() == []


def test_what_was_told_lately_comes_up_first(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("insurance denied my mri again")
    robin.says("stop")
    robin.says("/rehearse")
    robin.sees("These may come up")
    assert robin.news[-1].buttons[0].label == "They denied it"


def test_from_a_visit_the_line_goes_straight_onto_it(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("dr wu march 20 2pm")
    robin.says("stop")
    robin.says("dr lee march 27 2pm")
    robin.says("stop")
    visit = next(
        v for store in robin.store() for v in store.visits.planned(journey.now) if "Lee" in v.with_whom
    )
    robin.press_data(f"/rehearse:{visit.id}:visit", robin.screen[-1])
    robin.presses("Your doctor")
    robin.presses("Your labs are fine")
    robin.presses("Soft")
    robin.presses("Keep this one")
    robin.sees("Kept for Fri 27 Mar, Dr Lee.")
    assert [each.visit_id for each in kept(robin)] == [visit.id]


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ("/rehearse:denied_scan:t1", "You can appeal"),
        ("/rehearse:denied_scan:t99", "no longer here"),
        ("/rehearse:gone_encounter", "Who will be across the desk?"),
        ("/rehearse:0123456789abcdef:visit", "Who will be across the desk?"),
        ("/rehearse:insurance_denial:b", "It was not approved"),
        ("/rehearse:harm_or_abuse:b", "Who will be across the desk?"),
    ],
)
def test_a_button_of_long_ago_is_met_kindly(journey: Journey, data: str, answer: str) -> None:
    robin = journey.patient()
    robin.says("/say")
    robin.press_data(data, robin.news[-1])
    robin.sees(answer)
    if answer == "no longer here":
        robin.presses("Something else")
        robin.sees("Who will be across the desk?")
