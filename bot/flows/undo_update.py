"""Undo takes an entry out of the log, "Bring it back" takes the undo back; each may be pressed any number of times."""

from bot.engine import flow, messages
from bot.flows import cards, history_keeping
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("undo_update")
BACK = "back"


@FLOW.start(to=("done",))
def undo(turn: Turn) -> flow.Next:
    """Remove the entry, or bring it back; show in the card's place what is so now."""
    entry = turn.store.journal.get(turn.subject)
    if entry is None:
        return flow.Done((messages.Say(turn.text("card-lost")),))
    if turn.choice == BACK:
        turn.store.journal.restore(entry.id)
        history_keeping.tell(turn, entry)
        return flow.Done((cards.card(turn, entry, refresh=True),))
    turn.store.journal.remove(entry.id, turn.now)
    history_keeping.retract(turn, entry.id)
    return flow.Done((cards.removed(turn, entry),))
