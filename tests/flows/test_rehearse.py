"""Every rehearsal on the screen: it fits, it is safe to show, and what is offered first has a reason."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.channels.simulator import entities
from bot.content import reading, rules, wording, words_requests
from bot.content import rehearsals as content
from bot.domain import cases, patients, rehearsals, scripts
from bot.engine import inputs
from bot.flows import rehearse_choices, rehearse_feedback, rehearse_screens, script_typed, words_request
from bot.flows.turn import Turn
from tests.support.journey import Journey

SHELF = content.load_rehearsals()
WORDS = wording.Wording()
WIDEST_LABEL = 30
LONGEST_SCREEN = 700

DENIED, LABS, HURT = "they denied my scan", "they say labs normal", "he grabbed my arm"
ASKED = (
    "rehearse",
    "Practice",
    "practise my visit",
    "help me practice the call with my insurer",
    "let's role play",
    "can we rehearse my appointment with the new specialist",
    "i want to practise talking to my doctor",
    "Please help me rehearse!",
)
NOT_ASKED = (
    "practice manager called me, migraine",
    "practice was closed, call tomorrow",
    "practice my yoga today",
    "I practiced yoga",
    "at the practice they were kind",
    "rehearsed it with my sister",
)
NOTES = ("migraine 7, took ibuprofen", "fatigue 6, nausea 3", "took suma at 3, slept bad")
ANSWERS = (
    "I stopped topiramate because of brain fog",
    "My migraine is 8 of 10 most days, and I can't drive",
    "I took topiramate for 8 weeks and it failed. Which form do you need?",
    "Thank you for looking.",
)


@pytest.fixture
def turn(journey: Journey) -> Iterator[Turn]:
    robin = journey.patient()
    robin.says("dr wu march 20 2pm")
    robin.says("stop")
    people = journey.opened.patients
    with journey.opened.database.write() as connection:
        patient_id = people.find(connection, robin.telegram_id)
        opened = people.open(connection, patient_id) if patient_id else None
        assert opened
        yield journey.turns._maker.make(opened, journey.now, journey.now)


@pytest.mark.parametrize("energy", patients.ENERGIES)
def test_every_turn_fits_a_screen_and_is_safe_to_show(turn: Turn, energy: patients.Energy) -> None:
    turn.patient = replace(turn.patient, energy=energy)
    for each in SHELF.encounters:
        turn.answers = {rehearse_screens.ENCOUNTER: each.id, rehearse_screens.AT: 0}
        while True:
            prompt = rehearse_screens.answer(turn)
            text, _ = entities.from_html(prompt.text)
            assert len(text) <= LONGEST_SCREEN, each.id
            assert "{" not in text, each.id
            labels = [choice.label for row in prompt.rows for choice in row]
            assert labels[-1] == "This upsets me"
            assert all(len(label) <= WIDEST_LABEL for label in labels)
            assert 2 <= len(labels) - 1 <= rehearse_screens.LINES[energy]
            if rehearse_screens.is_last(turn):
                break
            turn.answers[rehearse_screens.AT] += 1
        assert turn.answers[rehearse_screens.AT] + 1 == min(len(each.turns), rehearse_screens.TURNS[energy])


def test_the_way_out_stands_under_every_question(turn: Turn) -> None:
    turn.answers = {rehearse_screens.ENCOUNTER: SHELF.encounters[0].id, rehearse_choices.DESK: "doctor"}
    asks = (
        rehearse_choices.who,
        rehearse_choices.which,
        rehearse_screens.answer,
        rehearse_screens.tighter,
        rehearse_screens.heard,
        rehearse_screens.keep,
    )
    for ask in asks:
        assert rehearse_choices.UPSET in [choice.id for row in ask(turn).rows for choice in row]


def test_a_label_of_nobody_is_the_id_of_something_else() -> None:
    ids = {each.id for each in SHELF.encounters}
    assert not ids & {*rehearsals.WHO, *scripts.BARRIERS, "more", "others", "upset"}


def test_what_the_visit_and_the_cases_speak_of_comes_before_what_was_met_lately(
    turn: Turn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        rehearse_choices, "_told", lambda _: iter([(DENIED, 3), (LABS, 2), (HURT, 9), ("too few", 9)])
    )
    ranked = {DENIED: ("insurance_denial",), LABS: ("normal_labs",), HURT: (scripts.HARM, "dismissed")}
    monkeypatch.setattr(type(turn.reads), "situations", lambda _, text: ranked.get(text, ("bias",)))
    found = rehearse_choices.best(turn)
    assert found[:2] == ["denied_scan", "labs_are_fine"]
    assert not {"it_could_be_stress", "same_for_others"} & set(found)
    turn.store.cases.save(cases.Case("c1", "bill", "A bill", turn.now, barrier="billing_error"))
    turn.store.cases.save(cases.Case("c2", "bill", "Another", turn.now, barrier="billing_error"))
    assert rehearse_choices.best(turn)[0] == "bill_they_wont_pay"
    turn.store.cases.save(cases.Case("c3", "complaint", "What was done", turn.now, barrier="bias"))
    assert "same_for_others" not in rehearse_choices.best(turn)


@pytest.mark.parametrize("text", ASKED)
def test_asking_to_practise_is_heard(text: str) -> None:
    assert words_request.asks_to_practise(text, names_situation=lambda: False)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_a_message_with_the_word_in_it_is_no_request(text: str) -> None:
    assert not words_request.asks_to_practise(text, names_situation=lambda: False)


def test_every_desk_can_be_named() -> None:
    assert set(words_requests.load().desks.values()) == set(rehearsals.WHO)


def test_an_answer_is_told_from_a_note(turn: Turn) -> None:
    assert [text for text in NOTES if not script_typed.is_note(turn, text)] == []
    assert [text for text in ANSWERS if script_typed.is_note(turn, text)] == []


def test_whatever_is_typed_gets_one_thing_said(turn: Turn) -> None:
    for text in ("?", "…", "<b>x</b> & y", "no " * 1000, "\N{GRINNING FACE}", ANSWERS[0]):
        heard = rehearse_feedback.hear(turn, text, "ask")
        assert heard.advice
        entities.from_html(heard.advice)


def test_a_long_record_is_taken_whole_where_a_step_says_so() -> None:
    def never(*_: object) -> object:
        raise AssertionError("no time is read here")

    told = "a" * inputs.MAX_TYPED
    assert inputs.Words(longest=inputs.MAX_TYPED).parse(told, (), never) == inputs.Answer(told)  # type: ignore[arg-type]  # it is never called
    assert inputs.Words().parse(told, (), never) == inputs.Refused("refused-long")  # type: ignore[arg-type]  # the same


def test_what_we_say_around_a_rehearsal_is_easy_to_read() -> None:
    keys = ("rehearse-who", "rehearse-who-best", "rehearse-lost", "rehearse-which", "rehearse-gone", "rehearse-answer",
            "rehearse-voice", "rehearse-keep", "rehearse-left", "say-edit", "say-starred", "say-mine-none",
            "say-mine-gone", "say-own-dropped")  # fmt: skip
    for key in keys:
        for energy in patients.ENERGIES:
            said = str(WORDS.text(key, energy))
            assert reading.grade(said) <= 6, (key, energy, said)
            assert rules.never_said(said) == ()
