"""What the bot can do, on one phone screen; urgent help first."""

from bot.engine import flow, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("help", open_to_strangers=True)


@FLOW.start(to=("done",))
def show(turn: Turn) -> flow.Next:
    """Show the screen."""
    return flow.Done((messages.Say(turn.text("help-text")),))
