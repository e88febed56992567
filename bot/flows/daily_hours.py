"""The hours of the patient's day: when to ask how things are, and when to make no sound.

Not a flow: as in `bot.flows.preferences`, each question is how it is asked and what is done with the answer. Every
change moves the reminders along in the same turn.
"""

import re
from dataclasses import replace
from datetime import datetime, time

from bot.domain import patients, zones
from bot.engine import flow, inputs, messages
from bot.flows import ladder
from bot.flows.turn import Turn

CHECKINS = {"morning": time(9, 0), "noon": time(12, 0), "evening": patients.DEFAULT_CHECKIN, "none": None}
QUIET_OFFERED = {
    "early": (time(21, 0), time(7, 0)),
    "late": (time(23, 0), time(9, 0)),
    "never": (time(0, 0), time(0, 0)),
}
"""Equal ends mean never."""
BETWEEN = re.compile(
    r"\s*(?:\bto\b|\buntil\b|\btill\b|\band\b|\s-\s|(?<=\w)-(?=\w)|\u2013|\u2014)\s*", re.IGNORECASE
)
"""What stands between the two ends of "10 pm to 7 am"."""
BARE_HOUR = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?")


def clock(turn: Turn, wall: time) -> str:
    """Say a wall-clock time the way the patient's region writes it."""
    return zones.say_clock(datetime.combine(turn.local_now.date(), wall), clock24=turn.patient.clock24)


# When to ask how things are


def _in_pairs(choices: list[inputs.Choice]) -> flow.Rows:
    return tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))


def ask_checkin(turn: Turn) -> flow.Prompt:
    """Offer three times of day and none; any other may be typed."""
    labels = {name: turn.text(f"setting-checkin-label.{name}") for name in CHECKINS}
    choices = [
        inputs.Choice(name, f"{labels[name]}, {clock(turn, wall)}" if wall else labels[name])
        for name, wall in CHECKINS.items()
    ]
    return flow.Prompt(turn.text("setting-checkin"), _in_pairs(choices))


def take_checkin(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep the time of the check-in; ask where it may be morning or evening."""
    if answer.choice in CHECKINS:
        set_checkin(turn, CHECKINS[answer.choice])
        return None
    found = _clocks(turn, answer.text)
    if not found:
        return flow.Again("setting-clock-unclear")
    if len(found) > 1:
        turn.answers["clocks"] = [f"{wall:%H:%M}" for wall in found]
        return flow.Goto("checkin_which")
    set_checkin(turn, found[0])
    return None


def ask_which_checkin(turn: Turn) -> flow.Prompt:
    """Offer the times that what was told can mean."""
    walls = [time.fromisoformat(wall) for wall in turn.answers.get("clocks", ())]
    row = tuple(inputs.Choice(f"at{wall:%H%M}", clock(turn, wall)) for wall in walls)
    return flow.Prompt(turn.text("setting-checkin_which"), (row,))


def take_which_checkin(turn: Turn, answer: inputs.Answer) -> None:
    """Keep the time that was meant."""
    set_checkin(turn, datetime.strptime((answer.choice or "").removeprefix("at"), "%H%M").time())  # noqa: DTZ007  wall


def set_checkin(turn: Turn, wall: time | None) -> None:
    """Ask at another time from now on, or not at all."""
    turn.save_patient(replace(turn.patient, checkin_at=wall))
    ladder.rezone(turn)


def say_checkin(turn: Turn) -> messages.Say:
    """Say back when the bot will ask."""
    wall = turn.patient.checkin_at
    key = "setting-checkin-set" if wall else "setting-checkin-never"
    return messages.Say(turn.text(key, time=clock(turn, wall)) if wall else turn.text(key))


def _clocks(turn: Turn, text: str) -> tuple[time, ...]:
    """Read a time of day; a bare "8" is both halves of the day, morning first."""
    bare = BARE_HOUR.fullmatch(text.strip(" ."))
    if bare and 1 <= int(bare[1]) < 12:
        minute = int(bare[2] or 0)
        return time(int(bare[1]), minute), time(int(bare[1]) + 12, minute)
    found = turn.reads.time(text, "future")
    if found.value is None or not found.has_time:
        return ()
    moments = found.candidates if found.asks else (found.value,)
    return tuple(sorted({moment.time().replace(second=0, microsecond=0) for moment in moments}))


# Quiet hours


def ask_quiet(turn: Turn) -> flow.Prompt:
    """Say the quiet hours and offer to keep them; any others may be typed."""
    rows = [inputs.Choice("keep", turn.text("setting-quiet-label.keep"))]
    for name, (start, end) in QUIET_OFFERED.items():
        label = turn.text("setting-quiet-label.never") if start == end else _span(turn, start, end)
        rows.append(inputs.Choice(name, label))
    text = turn.text("setting-quiet", hours=say_quiet_hours(turn))
    return flow.Prompt(text, _in_pairs(rows))


def take_quiet(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep, change or drop the quiet hours."""
    if answer.choice == "keep":
        return None
    span = QUIET_OFFERED.get(answer.choice) if answer.choice else _read_span(turn, answer.text)
    if span is None:
        return flow.Again("setting-quiet-unclear")
    set_quiet(turn, *span)
    return None


def set_quiet(turn: Turn, start: time, end: time) -> None:
    """Be quiet at other hours from now on; equal ends mean never."""
    turn.save_patient(replace(turn.patient, quiet_start=start, quiet_end=end))
    ladder.rezone(turn)


def say_quiet(turn: Turn) -> messages.Say:
    """Say back the quiet hours."""
    return messages.Say(turn.text("setting-quiet-set", hours=say_quiet_hours(turn)))


def say_quiet_hours(turn: Turn) -> str:
    """Name the quiet hours: "9:30 pm to 8:00 am", or that there are none."""
    start, end = turn.patient.quiet_start, turn.patient.quiet_end
    return turn.text("setting-quiet-none") if start == end else _span(turn, start, end)


def _span(turn: Turn, start: time, end: time) -> str:
    return turn.text("setting-quiet-span", start=clock(turn, start), end=clock(turn, end))


def _read_span(turn: Turn, text: str) -> tuple[time, time] | None:
    """Read "10 pm to 7 am"; a bare "10 to 7" begins in the evening and ends in the morning."""
    ends = [part for part in BETWEEN.split(text) if part.strip()]
    if len(ends) != 2:
        return None
    starts, stops = (_clocks(turn, part) for part in ends)
    if not starts or not stops:
        return None
    return max(starts), min(stops)
