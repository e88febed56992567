"""Tells whether a message asks about the log, in words or for a picture. Not a flow."""

from bot.engine.catalogue import Route
from bot.flows import find_codes, find_sources, phone_buttons, trend_codes
from bot.flows.turn import Turn
from bot.understanding.lookups import find_requests, trend_requests

_SHOW = frozenset({"show my phone", "show phone", "large print", "big letters", "write it big"})


def route(turn: Turn, text: str) -> Route | None:
    """Find the flow that answers; None where nothing is asked."""
    said = find_requests.plain(text)
    if not said:
        return None
    if said in _SHOW:
        return Route(phone_buttons.FLOW, "", certain=True)
    words = turn.reads.plain(said)
    draws, finds = trend_requests.may_ask(words), find_requests.may_ask(words)
    day = find_sources.last_visit_day(turn) if draws or finds else None
    if draws and trend_requests.read(text, turn.reads, last_visit=day):
        return Route(trend_codes.FLOW, text, certain=True)
    if finds and find_requests.read(text, turn.reads, last_visit=day):
        return Route(find_codes.FLOW, text, certain=True)
    return None
