"""How a question looks: its wording, its choices as buttons, and the way back, past it, or out."""

from datetime import datetime

from bot.domain import zones
from bot.engine import flow, inputs, messages, session

BACK, SKIP, STOP = "<", ">", "."
CANDIDATE = "m"
PER_ROW = 6


def choices_of(step: flow.Step[flow.T], turn: flow.T, flow_name: str) -> tuple[inputs.Choice, ...]:
    """List everything that can be chosen at this step."""
    return tuple(choice for row in prompt_of(step, turn, flow_name).rows for choice in row)


def prompt_of(step: flow.Step[flow.T], turn: flow.T, flow_name: str) -> flow.Prompt:
    """Give the step's question; a scale without choices of its own gets its numbers as buttons."""
    prompt = step.ask(turn) if step.ask else flow.Prompt(turn.text(f"{flow_name}-{step.name}"))
    if isinstance(step.accepts, inputs.Scale) and not prompt.rows:
        return flow.Prompt(prompt.text, _scale(step.accepts))
    return prompt


def question(
    step: flow.Step[flow.T], turn: flow.T, frame: session.Frame, token: str, reason: str = ""
) -> messages.Say:
    """Draw the question of ``step``; ``reason`` says first why it is asked again."""
    prompt = prompt_of(step, turn, frame.flow)
    text = f"{reason}\n\n{prompt.text}" if reason else prompt.text
    rows = [_buttons(row, token) for row in prompt.rows]
    return messages.Say(text, buttons=(*rows, _ways_out(step, turn, frame, token)))


def which(turn: flow.Turn, candidates: tuple[datetime, ...], token: str, *, with_time: bool) -> messages.Say:
    """Ask which of two common readings of a time was meant."""
    rows = [
        (messages.Button(say_moment(turn, moment, with_time=with_time), f"{token}:{CANDIDATE}{index}"),)
        for index, moment in enumerate(candidates)
    ]
    stop = messages.Button(turn.text("engine-stop"), f"{token}:{STOP}")
    return messages.Say(turn.text("engine-which"), buttons=(*rows, (stop,)))


def say_moment(turn: flow.Turn, local: datetime, *, with_time: bool = True) -> str:
    """Say a local moment with its weekday and date, so that a misreading shows."""
    return zones.say(local, turn.local_now, with_time, turn.patient.clock24)


def _buttons(row: tuple[inputs.Choice, ...], token: str) -> tuple[messages.Button, ...]:
    return tuple(messages.Button(choice.label, f"{token}:{choice.id}") for choice in row)


def _scale(scale: inputs.Scale) -> flow.Rows:
    numbers = [inputs.Choice(str(n), str(n)) for n in range(scale.low, scale.high + 1)]
    return tuple(tuple(numbers[i : i + PER_ROW]) for i in range(0, len(numbers), PER_ROW))


def _ways_out(
    step: flow.Step[flow.T], turn: flow.T, frame: session.Frame, token: str
) -> tuple[messages.Button, ...]:
    ways = []
    if frame.trail:
        ways.append(messages.Button(turn.text("engine-back"), f"{token}:{BACK}"))
    if step.skip:
        ways.append(messages.Button(turn.text("engine-skip"), f"{token}:{SKIP}"))
    ways.append(messages.Button(turn.text("engine-stop"), f"{token}:{STOP}"))
    return tuple(ways)
