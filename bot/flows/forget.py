"""Everything gone: asked once, plainly, and then the turn service destroys the key and every row.

The button that removes belongs to one question and dies with it, so that a press in a month removes nothing. Only
somebody of whom nothing but unhandled messages is held gets a button that lasts.
"""

from bot.engine import flow, inputs, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("forget", open_to_strangers=True)
YES = "yes"


@FLOW.start(to=("sure", "done"))
def ask(turn: Turn) -> flow.Next:
    """Ask before anything is removed."""
    if turn.patient.agreed_at is not None:
        return flow.Goto("sure")
    if turn.choice == YES:
        return _forget(turn)
    yes = flow.act(turn.text("forget-sure.yes"), "forget", choice=YES)
    return flow.Done((messages.Say(turn.text("forget-stranger"), buttons=((yes,),)),))


def _ask_sure(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("forget-sure"), turn.choice_rows("forget-sure", ("export", "yes", "no")))


@FLOW.step("sure", inputs.Pick(), to=("sure", "done"), ask=_ask_sure)
def sure(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Remove everything, keep everything, or give a copy first and ask again."""
    if answer.choice == YES:
        return _forget(turn)
    if answer.choice == "export":
        turn.outgoing.append(messages.Document("export"))
        return flow.Goto("sure", (messages.Say(turn.text("export-comes")),))
    return flow.Done((messages.Say(turn.text("forget-kept")),))


def _forget(turn: Turn) -> flow.Next:
    turn.forgets = True
    return flow.Done((messages.Say(turn.text("forget-gone")),))
