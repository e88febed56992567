"""/data: what is kept, as files that another system reads: a FHIR document, a table, a calendar."""

from bot.domain import visits
from bot.engine import flow, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("handover")

FILES = {"fhir": "fhir", "table": "table", "calendar": "calendar"}
"""The choice of a button, and the document it has made."""


@FLOW.start(to=("done",))
def start(turn: Turn) -> flow.Next:
    """Offer the files, or have the one made that a button names; where it would be empty, say so."""
    if turn.choice not in FILES:
        return flow.Done((_offer(turn),))
    if turn.choice == "calendar" and not turn.store.visits.planned(turn.now - visits.RUNNING_LATE):
        return flow.Done((_offer(turn, turn.text("handover-no-visits")),))
    if turn.choice == "table" and not turn.store.journal.latest(1):
        return flow.Done((_offer(turn, turn.text("handover-nothing")),))
    turn.outgoing.append(messages.Document(FILES[turn.choice]))
    return flow.Done()


def _offer(turn: Turn, said: str = "") -> messages.Say:
    files = tuple(flow.act(turn.text(f"handover-{name}"), "handover", "", name) for name in FILES)
    rows = (files[:1], files[1:], turn.leads("handover-export", "export"))
    return messages.Say(said or turn.text("handover-choose"), buttons=tuple(row for row in rows if row))
