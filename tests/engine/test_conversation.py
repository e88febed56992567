"""The engine with a small conversation of its own: tea is ordered, and everything a tired person may do instead."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain import errors, markup, patients, readings
from bot.engine import catalogue, events, flow, inputs, messages, runner, session

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
TEA = flow.Flow[flow.Turn]("tea")
NOTE = flow.Flow[flow.Turn]("note")
URGENT = flow.Flow[flow.Turn]("urgent", open_to_strangers=True)
WELCOME = flow.Flow[flow.Turn]("welcome", open_to_strangers=True)
BROKEN = flow.Flow[flow.Turn]("broken")


@TEA.start(to=("kind",))
def _order(turn: flow.Turn) -> flow.Next:
    del turn
    return flow.Goto("kind")


def _kinds(turn: flow.Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("tea-kind"),
        ((inputs.Choice("mint", markup.Html("Mint &amp; lemon")), inputs.Choice("sage", "Sage")),),
    )


@TEA.step("kind", inputs.Words(), to=("sugar",), ask=_kinds)
def _kind(turn: flow.Turn, answer: inputs.Answer) -> flow.Next:
    del turn, answer
    return flow.Goto("sugar")


@TEA.step("sugar", inputs.Scale(0, 5), to=("when",), skip="when")
def _sugar(turn: flow.Turn, answer: inputs.Answer) -> flow.Next:
    del turn, answer
    return flow.Goto("when")


@TEA.step("when", inputs.Moment("future"), to=("done",))
def _when(turn: flow.Turn, answer: inputs.Answer) -> flow.Next:
    kind, sugar = turn.answered("kind"), turn.answered("sugar")
    spoons = sugar.number if sugar else "no"
    said = f"{kind.text if kind else '?'}, {spoons} sugar, {answer.moment:%a %H:%M}"
    return flow.Done((messages.Say(said),))


@NOTE.start(to=("done",))
def _note(turn: flow.Turn) -> flow.Next:
    assert isinstance(turn.event, events.Text)
    return flow.Done((messages.Say(f"noted {turn.event.text}"),))


@URGENT.start(to=("done",))
def _urgent(turn: flow.Turn) -> flow.Next:
    return flow.Done((messages.Say(f"call now {turn.subject}"),))


@WELCOME.start(to=("done",))
def _welcome(turn: flow.Turn) -> flow.Next:
    return flow.Done((messages.Say(f"welcome {turn.subject}"),))


@BROKEN.start(to=("done",))
def _broken(turn: flow.Turn) -> flow.Next:
    del turn
    return flow.Switch("tea")


class Echo:
    """Wording that says its own key."""

    def text(self, key: str, energy: patients.Energy, **values: Any) -> markup.Html:
        del energy
        return markup.Html(key + "".join(f" {v}" for v in values.values()))

    def has(self, key: str) -> bool:
        return bool(key)


class Reader:
    """Understands "pain 7" as an update, "help me" as an emergency, and two times."""

    def update(self, text: str) -> readings.UpdateReading:
        if "pain" not in text:
            return readings.UpdateReading()
        severity = next((int(word) for word in text.split() if word.isdigit()), None)
        return readings.UpdateReading(symptoms=(readings.SymptomMention("pain", text, severity=severity),))

    def time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        del kind
        five, six = datetime(2026, 3, 2, 17), datetime(2026, 3, 3, 17)  # noqa: DTZ001  local by contract
        if text == "at five":
            return readings.TimeReading(five, (five,), asks=False, has_time=True)
        if text == "five or so":
            return readings.TimeReading(five, (five, six), asks=True, has_time=True)
        return readings.TimeReading()

    def find_time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        return self.time(text, kind)

    def alert(self, text: str) -> readings.Alert:
        return readings.Alert("emergency", "test") if "can't breathe" in text else readings.Alert()


def _route(turn: flow.Turn) -> catalogue.Route | None:
    if not isinstance(turn.event, events.Text):
        return None
    return catalogue.Route("note", certain=turn.reads.update(turn.event.text).is_plain_update)


@dataclass
class Guest:
    """Somebody in the tea room."""

    agreed: bool = True
    state: session.Session = field(default_factory=session.Session)
    heard: list[messages.Say] = field(default_factory=list)
    held: bool = False
    tokens: int = 0
    flows: tuple[flow.Flow[flow.Turn], ...] = (TEA, NOTE, URGENT, WELCOME, BROKEN)

    def does(self, event: events.Event) -> str:
        """Do something; gives everything that was said, joined."""
        patient = patients.Patient(
            patients.PatientId("p"), 1, NOW, agreed_at=NOW if self.agreed else None, zone="Europe/London"
        )
        turn = flow.Turn(now=NOW, sent_at=NOW, patient=patient, speaks=Echo(), reads=Reader(), event=event)
        known = catalogue.Catalogue(
            {each.name: each for each in self.flows},
            {"tea": "tea", "broken": "broken", "urgent": "urgent"},
            {"stop": "stop", "back": "back", "skip": "skip", "go on": "go_on"},
            _route,
            self._token,
        )
        result = runner.Runner(known).handle(turn, self.state)
        self.held = result.held
        self.heard = [m for m in result.outgoing if isinstance(m, messages.Say)]
        return " | ".join(m.text for m in self.heard)

    def _token(self) -> str:
        self.tokens += 1
        return f"t{self.tokens}"

    def says(self, text: str) -> str:
        return self.does(events.Text(text, 1))

    def presses(self, choice: str, token: str | None = None) -> str:
        return self.does(events.Press(f"{token or self.state.token}:{choice}", 10, "q"))

    def orders(self) -> str:
        return self.does(events.Command("tea", "", 1))


@pytest.fixture
def guest() -> Guest:
    return Guest()


def test_a_flow_is_walked_by_typing_and_pressing(guest: Guest) -> None:
    assert "tea-kind" in guest.orders()
    assert guest.heard[0].buttons[0][0].label == "Mint & lemon"
    assert "tea-sugar" in guest.presses("mint")
    assert "tea-when" in guest.says("2")
    assert guest.says("at five") == "Mint & lemon, 2 sugar, Mon 17:00"
    assert guest.state.current is None


def test_a_label_typed_out_counts_as_pressed(guest: Guest) -> None:
    guest.orders()
    guest.says("  sage ")
    assert guest.state.frames[0].answers["kind"]["choice"] == "sage"


def test_back_returns_to_the_question_before_and_keeps_what_was_said(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    assert "tea-kind" in guest.presses("<")
    assert guest.state.frames[0].answers["kind"]["choice"] == "mint"


def test_skip_passes_a_question_that_can_be_skipped_and_says_so_where_it_cannot(guest: Guest) -> None:
    guest.orders()
    assert "engine-no-skip" in guest.says("skip")
    guest.presses("mint")
    assert "tea-when" in guest.says("skip")
    assert "no sugar" in guest.says("at five")


def test_stop_keeps_a_draft_and_go_on_returns_to_it(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    assert "engine-stopped-kept" in guest.says("Stop.")
    assert guest.state.current is None
    assert "tea-sugar" in guest.says("go on")
    guest.says("1")
    assert "Mint & lemon, 1 sugar" in guest.says("at five")


def test_a_number_off_the_scale_is_refused_and_asked_again(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    assert guest.says("11") == "refused-scale 0 5\n\ntea-sugar"
    assert guest.says("lots") == "refused-number 0 5\n\ntea-sugar"


def test_two_common_readings_of_a_time_are_asked_about(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    guest.says("0")
    assert guest.says("five or so") == "engine-which"
    assert len([b for row in guest.heard[0].buttons for b in row]) == 3
    assert "Tue 17:00" in guest.presses("m1")


def test_an_update_in_the_middle_is_kept_and_the_question_comes_back(guest: Guest) -> None:
    guest.orders()
    assert guest.says("pain 7") == "noted pain 7 | tea-kind"
    guest.presses("mint")
    assert guest.says("pain") == "noted pain | tea-sugar"


def test_a_button_of_an_earlier_question_gets_a_plain_word_and_the_current_question(guest: Guest) -> None:
    guest.orders()
    old = guest.state.token
    guest.presses("mint")
    assert guest.presses("sage", token=old) == "engine-stale | tea-sugar"
    assert guest.state.frames[0].answers["kind"]["choice"] == "mint"
    assert guest.heard[0].replaces is None


def test_a_button_of_nothing_at_all_does_no_harm(guest: Guest) -> None:
    for data in ("", ":", "/", "/nobody:1", "t9:zzz", "/tea:" + "x" * 60, "\x00"):
        assert guest.does(events.Press(data, None, "q"))


def test_a_press_takes_the_place_of_the_message_it_was_under(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    assert guest.heard[0].replaces == 10


def test_an_emergency_comes_before_the_question_and_is_kept(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    assert guest.says("I can't breathe") == "call now alert:emergency | noted I can't breathe"
    assert guest.says("france") == "noted france", "the old question does not wait for an answer"
    assert "tea-sugar" in guest.says("go on")


def test_a_stranger_is_welcomed_and_what_they_said_waits() -> None:
    stranger = Guest(agreed=False)
    assert stranger.says("pain 7") == "welcome held"
    assert stranger.held


def test_a_stranger_in_an_emergency_gets_help_first() -> None:
    stranger = Guest(agreed=False)
    assert stranger.says("I can't breathe").startswith("call now")
    assert stranger.held


def test_a_command_sets_what_was_under_way_aside_as_a_draft(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    guest.orders()
    assert [frame.step for frame in guest.state.frames] == ["kind"]
    assert [draft.step for draft in guest.state.drafts] == ["sugar"]


def test_a_flow_may_not_lead_where_it_does_not_declare(guest: Guest) -> None:
    with pytest.raises(errors.SamesideError, match="undeclared"):
        guest.does(events.Command("broken", "", 1))


def test_a_question_that_a_newer_version_changed_starts_over_with_a_word(guest: Guest) -> None:
    guest.orders()
    guest.presses("mint")
    newer = flow.Flow[flow.Turn]("tea", 2, TEA.opens, TEA.to, TEA.steps)
    guest.flows = (newer, NOTE, URGENT, WELCOME)
    assert guest.says("2").startswith("engine-changed | tea-kind")
    assert guest.state.frames[0].version == 2


def test_a_flow_that_is_gone_leaves_nobody_stuck(guest: Guest) -> None:
    guest.orders()
    guest.flows = (NOTE, URGENT, WELCOME)
    assert "engine-changed" in guest.says("2")
    assert guest.state.current is None
    assert guest.says("hello") == "noted hello"


def test_button_data_over_64_bytes_is_refused_before_telegram_does() -> None:
    with pytest.raises(errors.SamesideError):
        messages.Button("x", "y" * 65)
