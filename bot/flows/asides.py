"""What was typed at a question that describes nothing the question is about: it goes where it belongs. Not a flow.

An update is kept and the question stands again below its card; a visit, a reminder, a correction or a thank-you
leaves for its own flow.
"""

from bot.engine import events, flow
from bot.flows import cards, entries, routing
from bot.flows.turn import Turn

ELSEWHERE = (
    "remind_me",
    "add_visit",
    "correct_update",
    "small_talk",
    "say",
    "why",
    "rehearse",
    "history",
    "open_case",
    "log_call",
    "find",
    "trends",
)
"""The flows it may leave for."""


def aside(turn: Turn, asked_by: str, step: str) -> flow.Next | None:
    """Say where the turn's message leads; None where it means nothing but to the flow that asked at ``step``."""
    route = routing.route(turn) if isinstance(turn.event, events.Text) else None
    if route is None or route.flow == asked_by:
        return None
    if route.flow != "quick_update":
        return flow.Switch(route.flow, route.subject)
    entry = entries.entry_of(turn)
    if entry.reading.is_empty:
        return None
    return flow.Goto(step, (cards.card(turn, turn.store.journal.add(entry)),))
