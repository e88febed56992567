"""Where a message belongs that is not an answer: a correction, a reminder, a visit, words, else a quick update."""

from bot.engine import events
from bot.engine.catalogue import Route
from bot.flows import reminder_message, small_talk, visit_message, words_request
from bot.flows.turn import Turn

ENTRY = "entry:"


def route(turn: Turn) -> Route | None:
    """Find the flow for loose text, a file or an edit; None for what carries nothing to keep."""
    match turn.event:
        case events.Edit():
            return Route("correct_update", "", certain=True)
        case events.Media():
            return Route("quick_update", "", certain=True)
        case events.Text(text=text, reply_to=reply_to):
            return _text(turn, text, reply_to)
        case _:
            return None


def _text(turn: Turn, text: str, reply_to: int | None) -> Route:
    if turn.alert.kind != "none":
        return Route("quick_update", "", certain=True)
    shown = turn.store.shown_in(reply_to) if reply_to is not None else None
    if shown and shown.startswith(ENTRY):
        return Route("correct_update", shown.removeprefix(ENTRY), certain=True)
    if reminder_message.looks_like_request(text):
        return Route("remind_me", "", certain=True)
    if small_talk.kind_of(turn, text):
        return Route("small_talk")
    if visit_message.looks_like_visit(turn, text):
        return Route("add_visit", "", certain=True)
    return _asked(turn, text) or Route("quick_update", "", certain=turn.reads.update(text).is_plain_update)


def _asked(turn: Turn, text: str) -> Route | None:
    """Find what answers a question about words or reasons; whoever also tells how they are is telling an update."""
    if words_request.tells_how_it_is(turn.reads.update(text)):
        return None
    if words_request.asks_for_words(text):
        return Route("say", text, certain=True)
    return Route("why", text, certain=True) if words_request.asks_why(text) else None
