"""What was typed where words to say were asked for: the words, or what belongs elsewhere. Not a flow.

"Why was it denied?" and "thank you" are answers here. What reads like a note for the log ("migraine 7, took suma") is
kept there and the question stands again; an answer is told from it by its "I", "you" or "please", or by its asking.
"""

from bot.engine import events, flow
from bot.flows import cards, entries, rehearse_feedback, reminder_message, routing, words_request
from bot.flows.turn import Turn

AWAY: tuple[str, ...] = ("remind_me", "add_visit", "correct_update")
"""The flows it may leave for."""


def elsewhere(turn: Turn, step: str) -> flow.Goto | flow.Switch | None:
    """Say where the turn's message leads that was typed at ``step``; None where it is an answer."""
    route = routing.route(turn) if isinstance(turn.event, events.Text) else None
    if route is None:
        return None
    text, _ = entries.said(turn.event)
    if route.flow == "quick_update" and is_note(turn, text):
        return flow.Goto(step, (cards.card(turn, turn.store.journal.add(entries.entry_of(turn))),))
    if route.flow == "remind_me" and not _has_time(turn, text):
        return None
    return flow.Switch(route.flow, route.subject) if route.flow in AWAY else None


def is_note(turn: Turn, text: str) -> bool:
    """Tell whether ``text`` says how it is and speaks to nobody."""
    if not turn.reads.update(text).is_plain_update or rehearse_feedback.asks(text):
        return False
    return not words_request.speaks_to_somebody(text)


def _has_time(turn: Turn, text: str) -> bool:
    """Tell a request for a reminder from "can you remind me which rule it was?"."""
    request = reminder_message.read(turn, text)
    return request.rule is not None or request.when.value is not None
