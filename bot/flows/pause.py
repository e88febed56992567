"""A pause for flares: check-ins and what repeats wait; a visit does not, so its reminders come without a sound."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.domain import reminder_rules, zones
from bot.engine import flow, inputs, messages
from bot.flows import pause_words
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("pause")

DAYS = ("1", "3", "7")
OPEN = "open"
LONGEST_DAYS = 366


@FLOW.start(to=("days", "done"))
def begin(turn: Turn) -> flow.Next:
    """Ask for how long; a number behind the command is the answer, "resume" ends a pause."""
    wanted = turn.choice or turn.subject.strip()
    if wanted == "resume":
        turn.save_patient(replace(turn.patient, paused_until=None))
        return flow.Done((messages.Say(turn.text("pause-over")),))
    first = wanted.split(" ")[0]
    if first.isdigit() and 1 <= int(first) <= LONGEST_DAYS:
        return _pause(turn, int(first))
    return flow.Goto("days")


def _ask(turn: Turn) -> flow.Prompt:
    rows = turn.choice_rows("pause-days", [f"d{days}" for days in DAYS], per_row=3)
    rows = (*rows, *turn.choice_rows("pause-days", (OPEN,)))
    until = turn.patient.paused_until
    if until and reminder_rules.is_paused(turn.patient, turn.now):
        rows = (*rows, *turn.choice_rows("pause-days", ("resume",)))
    return flow.Prompt(turn.text("pause-days"), rows)


@FLOW.step("days", inputs.Words(), to=("done",), ask=_ask)
def days(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Pause for some days, or until the patient says."""
    if answer.choice == "resume":
        turn.save_patient(replace(turn.patient, paused_until=None))
        return flow.Done((messages.Say(turn.text("pause-over")),))
    if answer.choice == OPEN:
        return _pause(turn, None)
    wanted = re.search(r"\d+", answer.choice or answer.text)
    if wanted is None or not 1 <= int(wanted[0]) <= LONGEST_DAYS:
        return flow.Again("refused-number", {"low": 1, "high": LONGEST_DAYS})
    return _pause(turn, int(wanted[0]))


def _pause(turn: Turn, for_days: int | None) -> flow.Done:
    until = pause_words.FOREVER
    if for_days is not None:
        until = zones.to_utc(turn.local_now + timedelta(days=for_days), turn.zone)
    turn.save_patient(replace(turn.patient, paused_until=until))
    resume = flow.act(turn.text("pause-days.resume"), "pause", "", "resume")
    return flow.Done((messages.Say(pause_words.until(turn), buttons=((resume,),)),))
