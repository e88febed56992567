"""The summary as a message for the patient portal: choose how long it may be, then copy it."""

from bot.domain import markup, portal_text
from bot.engine import flow, inputs, messages
from bot.flows import portal_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("send_ahead")

SIZES = {f"s{size}": size for size in portal_text.SIZES}


@FLOW.start(to=("size", "done"))
def start(turn: Turn) -> flow.Next:
    """Ask how long it may be; where nothing was told yet, say so."""
    if portal_lines.written(turn, portal_text.SIZES[0]) is None:
        questions = flow.act(turn.text("summary-choose"), "questions")
        return flow.Done((messages.Say(turn.text("send_ahead-empty"), buttons=((questions,),)),))
    return flow.Goto("size")


def _ask(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("send_ahead-size"), turn.choice_rows("send_ahead-size", tuple(SIZES)))


@FLOW.step("size", inputs.Pick(), to=("done",), ask=_ask)
def size(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Give the message below a word about it; nothing stands around it, so that it can be copied whole."""
    made = portal_lines.written(turn, SIZES.get(answer.choice or "", portal_text.SIZES[0]))
    if made is None:
        return flow.Done((messages.Say(turn.text("send_ahead-empty")),))
    lines: list[str] = [turn.text("send_ahead-ready", count=len(made.text))]
    if made.left_over:
        lines.append(turn.text("send_ahead-left", count=made.left_over))
    other = flow.act(turn.text("send_ahead-other-length"), FLOW.name)
    return flow.Done(
        (
            messages.Say("\n".join(lines), buttons=((other,),)),
            messages.Say(markup.escape(made.text)),
        )
    )
