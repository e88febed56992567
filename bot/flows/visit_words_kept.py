"""The words kept for one visit, as its card and the reminder in the waiting room show them. Not a flow.

It needs nothing but the store, so that the visit's card may ask it: what is kept for a visit holds its own words.
"""

from bot.domain import kept_scripts, shortening
from bot.flows.turn import Turn

SHOWN = {"full": 3, "low": 2, "foggy": 1}
"""Lines on a card that is read in a waiting room."""
WIDTH = 160
"""Characters of one of them: about twelve seconds of talking."""


def lines(turn: Turn, visit_id: str) -> tuple[str, ...]:
    """Give "Words: …" for each that was kept for the visit, as safe text; nothing where none was."""
    said = [
        each.text for each in kept_scripts.for_visit(turn.store.kept_scripts.all(), visit_id) if each.text
    ]
    shown = said[: SHOWN[turn.patient.energy]]
    found = [turn.text("say-visit-words", words=shortening.shorten(words, WIDTH)) for words in shown]
    if len(said) > len(shown):
        found.append(turn.text("say-visit-words-more", count=len(said) - len(shown)))
    return tuple(found)
