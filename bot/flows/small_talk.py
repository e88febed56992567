"""A hello, a thank-you or an "ok" is no entry: it is answered in a line, and the log stays a log of how things are."""

import functools

from bot.engine import events, flow, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("small_talk")

KINDS = ("hello", "thanks", "self", "errand", "fine", "waiting")
"""What may be said, in the order of the wording ``small_talk-<kind>`` and its words ``small_talk-<kind>.words``."""
_EDGES = " .!?,\N{HORIZONTAL ELLIPSIS}"


@FLOW.start(to=("welcome", "done"))
def reply(turn: Turn) -> flow.Next:
    """Answer in a line; a hello gets the greeting."""
    kind = kind_of(turn, turn.event.text) if isinstance(turn.event, events.Text) else ""
    if kind == "hello":
        return flow.Switch("welcome")
    return flow.Done((messages.Say(turn.text(f"small_talk-{kind or 'fine'}")),))


def kind_of(turn: Turn, text: str) -> str:
    """Tell which kind of small talk a message is; empty where it is none."""
    said = " ".join(text.casefold().split()).strip(_EDGES)
    return next((kind for kind in KINDS if said and said in _each(turn.text(f"small_talk-{kind}.words"))), "")


@functools.cache
def _each(words: str) -> frozenset[str]:
    """Take a list apart, once: every message is held to it."""
    return frozenset(word.strip() for word in words.split(","))
