"""Any message that is not an answer is an update: saved at once, shown back, nothing asked."""

from bot.domain import journal
from bot.engine import events, flow, messages, session
from bot.flows import cards, condolence, entries, history_keeping, recent, unanswered
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("quick_update")


@FLOW.start(to=("done",))
def keep(turn: Turn) -> flow.Next:
    """Save what was sent; where it was an alert, the help already said so and no card follows."""
    if isinstance(turn.event, events.Media) and (open_entry := _being_added_to(turn)):
        entry = turn.store.journal.save(entries.add_file(turn, open_entry, turn.event))
        return flow.Done(_shown(turn, cards.card(turn, entry, refresh=True)))
    was_away = recent.was_away(turn)
    entry = turn.store.journal.add(entries.entry_of(turn))
    if turn.alert.kind == "none":
        history_keeping.tell(turn, entry)
    card = cards.card(turn, entry, greeting=_greeting(turn, entry, was_away=was_away))
    return flow.Done(_shown(turn, unanswered.added(turn, entry, card) if unanswered.is_one(entry) else card))


def _greeting(turn: Turn, entry: journal.Entry, *, was_away: bool) -> str:
    if condolence.is_due(entry.text):
        return turn.text("card-sorry")
    return turn.text("card-welcome-back") if was_away else ""


def _shown(turn: Turn, card: messages.Say) -> tuple[messages.Say, ...]:
    return () if turn.alert.kind != "none" else (card,)


def _being_added_to(turn: Turn) -> journal.Entry | None:
    """Find the entry the patient pressed Add on, where that question is still open."""
    state = turn.store.sessions.load(session.Session)
    frame = state.current if state else None
    if frame is None or frame.flow != "add_to_update":
        return None
    return turn.store.journal.kept(frame.subject)
