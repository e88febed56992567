"""One screen with everything that is set, each a button that stays good for ever.

The screen is no open question: what is typed while it stands is an update like any other.
"""

from dataclasses import replace

from bot.engine import flow, inputs, messages
from bot.flows import daily_hours, preferences
from bot.flows.turn import Turn
from bot.understanding.times import time_parts

FLOW = flow.Flow[Turn]("settings", waits=flow.A_WHILE)

SCREEN = (("name", "country", "dates"), ("checkin", "quiet", "energy"), ("zone", "lock"), ("trusted",))
ELSEWHERE = {"energy", "trusted"}
"""Buttons that lead to a flow of their own."""
BY_WORD = {"travel": "zone", "timezone": "zone", "check-in": "checkin", "lockscreen": "lock", "date": "dates"}
DATE_STYLES = {"month": "US", "day": "GB"}
"""A region that writes so: 3/12 as March 12, or as 3 December. How hours are written follows from the country."""


@FLOW.start(
    to=("name", "zone", "checkin", "quiet", "country", "lock", "dates", "energy", "done"),
)
def begin(turn: Turn) -> flow.Next:
    """Open what was asked for, or show the screen."""
    if turn.choice == preferences.ZONE_PRESSED:
        preferences.set_zone(turn, turn.subject)
        return flow.Done((preferences.say_zone(turn),))
    said = (turn.choice or turn.subject).strip().casefold()
    wanted = BY_WORD.get(said, said)
    if wanted == "energy":
        return flow.Switch("energy")
    if wanted in FLOW.steps:
        return flow.Goto(wanted)
    return flow.Done((_screen(turn),))


def _ask_name(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("setup-name.again"))


@FLOW.step("name", inputs.Words(), to=("done",), ask=_ask_name)
def name(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the name to be called by."""
    return preferences.take_name(turn, answer) or _saved(turn)


@FLOW.step("zone", inputs.Words(), to=("zone_which", "done"), ask=preferences.ask_zone)
def zone(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the zone: after moving house, or for a journey."""
    return preferences.take_zone(turn, answer) or _saved(turn)


@FLOW.step("zone_which", inputs.Pick(), to=("done",), ask=preferences.ask_which_zone)
def zone_which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the zone that was meant."""
    preferences.set_zone(turn, answer.choice or turn.patient.zone)
    return _saved(turn)


@FLOW.step("checkin", inputs.Words(), to=("checkin_which", "done"), ask=daily_hours.ask_checkin)
def checkin(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep when to ask how things are."""
    return daily_hours.take_checkin(turn, answer) or _saved(turn)


@FLOW.step("checkin_which", inputs.Pick(), to=("done",), ask=daily_hours.ask_which_checkin)
def checkin_which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the time that was meant."""
    daily_hours.take_which_checkin(turn, answer)
    return _saved(turn)


@FLOW.step("quiet", inputs.Words(), to=("done",), ask=daily_hours.ask_quiet)
def quiet(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep when to make no sound."""
    return daily_hours.take_quiet(turn, answer) or _saved(turn)


@FLOW.step("country", inputs.Words(), to=("done",), ask=preferences.ask_country)
def country(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep whose urgent numbers to show."""
    return preferences.take_country(turn, answer) or _saved(turn)


def _ask_lock(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("setting-lock"), turn.choice_rows("setting-lock", ("neutral", "open")))


@FLOW.step("lock", inputs.Pick(), to=("done",), ask=_ask_lock)
def lock(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep whether reminders may show health words on a locked phone."""
    turn.save_patient(replace(turn.patient, open_lock_screen=answer.choice == "open"))
    return _saved(turn)


def _ask_dates(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("setting-dates"), turn.choice_rows("setting-dates-label", tuple(DATE_STYLES))
    )


@FLOW.step("dates", inputs.Pick(), to=("country", "done"), ask=_ask_dates)
def dates(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep how dates in figures are meant.

    The region of the locale changes with it, and it is what the country is guessed from; so the country is asked.
    """
    region = DATE_STYLES[answer.choice or "month"]
    # Only English puts the month first, so that style is kept as American English.
    language = "en" if region == "US" else turn.patient.locale.partition("-")[0]
    turn.save_patient(replace(turn.patient, locale=f"{language}-{region}"))
    return _saved(turn) if turn.patient.country else flow.Goto("country")


def _saved(turn: Turn) -> flow.Next:
    return flow.Done((_screen(turn, turn.text("settings-saved")),))


def _screen(turn: Turn, first: str = "") -> messages.Say:
    patient = turn.patient
    country = preferences.country_name(turn) or turn.text("settings-not_set")
    checkin_at = (
        daily_hours.clock(turn, patient.checkin_at) if patient.checkin_at else turn.text("settings-none")
    )
    text = turn.text(
        "settings-screen",
        name=patient.name or turn.text("settings-not_set"),
        zone=_zone(turn) if patient.zone_known else turn.text("settings-not_set"),
        checkin=checkin_at,
        quiet=daily_hours.say_quiet_hours(turn),
        country=country,
        level=turn.text(f"energy-label.{patient.energy}"),
        lock=turn.text(f"setting-lock.{'open' if patient.open_lock_screen else 'neutral'}"),
        dates=turn.text(f"setting-dates-label.{_date_style(turn)}"),
        trusted=_trusted(turn),
    )
    rows = tuple(tuple(_button(turn, name) for name in row) for row in SCREEN)
    return messages.Say(f"{first}\n\n{text}" if first else text, buttons=rows)


def _trusted(turn: Turn) -> str:
    """Name who may see the summary: visible at all times."""
    return ", ".join(each.name for each in turn.store.trusted.grants.all()) or turn.text("settings-none")


def _zone(turn: Turn) -> str:
    place = preferences.place_of(turn.patient.zone)
    return turn.text("settings-zone", place=place, now=turn.say_moment(turn.now))


def _button(turn: Turn, name: str) -> messages.Button:
    if name in ELSEWHERE:
        return flow.act(turn.text(f"setting-button.{name}"), name)
    return flow.act(turn.text(f"setting-button.{name}"), FLOW.name, choice=name)


def _date_style(turn: Turn) -> str:
    return "day" if time_parts.order_of(turn.patient.locale) == "day first" else "month"
