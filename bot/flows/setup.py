"""The few questions after first contact. All can be skipped, each alone or the rest of them at once.

Every answer is stored at once, so that nothing said is lost by stopping half way.
"""

from dataclasses import replace

from bot.engine import flow, inputs, messages
from bot.flows import cards, daily_hours, entries, preferences
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("setup", gives_way=True)
SKIP_ALL = "skip_all"


@FLOW.start(to=("name",))
def begin(turn: Turn) -> flow.Next:
    """Begin with the name."""
    del turn
    return flow.Goto("name")


def _ask_name(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("setup-name"), turn.choice_rows("setup-name", (SKIP_ALL,)))


@FLOW.step("name", inputs.Words(), to=("name", "zone", "done"), ask=_ask_name, skip="zone")
def name(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the name; what was sent before agreeing, or tells how things are, is an update and no name."""
    if answer.choice == SKIP_ALL:
        return _finished(turn)
    if _is_update(turn, answer.text):
        entry = turn.store.journal.add(entries.entry_of(turn))
        turn.answers.pop("name", None)
        return flow.Goto("name", (cards.card(turn, entry),))
    return preferences.take_name(turn, answer) or flow.Goto("zone")


@FLOW.step(
    "zone",
    inputs.Words(),
    to=("zone_which", "checkin"),
    ask=preferences.ask_zone,
    skip="checkin",
)
def zone(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the zone and say the time back."""
    return preferences.take_zone(turn, answer) or _after_zone(turn)


@FLOW.step("zone_which", inputs.Pick(), to=("checkin",), ask=preferences.ask_which_zone, skip="checkin")
def zone_which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the zone that was meant."""
    preferences.set_zone(turn, answer.choice or turn.patient.zone)
    return _after_zone(turn)


@FLOW.step(
    "checkin",
    inputs.Words(),
    to=("checkin_which", "quiet"),
    ask=daily_hours.ask_checkin,
    skip="quiet",
)
def checkin(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep when to ask how things are."""
    return daily_hours.take_checkin(turn, answer) or _after_checkin(turn, answer)


@FLOW.step("checkin_which", inputs.Pick(), to=("quiet",), ask=daily_hours.ask_which_checkin, skip="quiet")
def checkin_which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the time that was meant."""
    daily_hours.take_which_checkin(turn, answer)
    return flow.Goto("quiet")


@FLOW.step("quiet", inputs.Words(), to=("country",), ask=daily_hours.ask_quiet, skip="country")
def quiet(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep when to make no sound."""
    typed = answer.choice is None
    return daily_hours.take_quiet(turn, answer) or flow.Goto(
        "country", (daily_hours.say_quiet(turn),) if typed else ()
    )


@FLOW.step("country", inputs.Words(), to=("energy",), ask=preferences.ask_country, skip="energy")
def country(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep whose urgent numbers to show."""
    return preferences.take_country(turn, answer) or flow.Goto("energy")


def _ask_energy(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("energy-ask"), turn.choice_rows("energy-label", ("full", "low", "foggy"), per_row=3)
    )


@FLOW.step("energy", inputs.Pick(), to=("done",), ask=_ask_energy, skip="done")
def energy(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep how many words the patient wants."""
    match answer.choice:
        case "full" | "low" | "foggy" as level:
            turn.save_patient(replace(turn.patient, energy=level))
        case _:
            pass
    return _finished(turn)


def _is_update(turn: Turn, text: str) -> bool:
    if entries.was_held(turn):
        return True
    return " " in text.strip() and not turn.reads.update(text).is_empty


def _after_zone(turn: Turn) -> flow.Next:
    return flow.Goto("checkin", (preferences.say_zone(turn),))


def _after_checkin(turn: Turn, answer: inputs.Answer) -> flow.Next:
    return flow.Goto("quiet", () if answer.choice else (daily_hours.say_checkin(turn),))


def _finished(turn: Turn) -> flow.Next:
    """Say the one thing to do now; where the zone is not known, how that is put right."""
    if turn.patient.zone_known:
        return flow.Done((messages.Say(turn.text("setup-done")),))
    return flow.Done((preferences.zone_hint(turn, "setup-done-no_zone"),))
