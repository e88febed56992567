"""What is kept, for how long, and who can read it: one screen, also before agreeing."""

from bot.engine import flow, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("privacy", open_to_strangers=True)


@FLOW.start(to=("done",))
def privacy(turn: Turn) -> flow.Next:
    """Say it plainly, with the two ways on: everything out, everything gone."""
    forget = flow.act(turn.text("privacy-forget"), "forget")
    if turn.patient.agreed_at is None:
        return flow.Done((messages.Say(turn.text("privacy-text"), buttons=((forget,),)),))
    export = flow.act(turn.text("privacy-export"), "export")
    return flow.Done((messages.Say(turn.text("privacy-text"), buttons=((export,), (forget,))),))
