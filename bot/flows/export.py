"""Everything out, as one archive that is made when it is sent."""

from bot.engine import flow, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("export")


@FLOW.start(to=("done",))
def export(turn: Turn) -> flow.Next:
    """Have the archive made, and say what is in it."""
    turn.outgoing.append(messages.Document("export"))
    files = turn.leads("handover-button", "handover")
    return flow.Done((messages.Say(turn.text("export-comes"), buttons=(files,) if files else ()),))
