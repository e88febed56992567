"""Buttons by the page: a long list of choices, a few at a time, with a way to the next few."""

from collections.abc import Sequence

from bot.engine import flow, inputs
from bot.flows.turn import Turn

A_PAGE = 8
MORE = "more"


def rows(turn: Turn, choices: Sequence[inputs.Choice], page: int) -> flow.Rows:
    """Give page number ``page`` (from 0; behind the last comes the first again), one choice a row."""
    pages = max(1, -(-len(choices) // A_PAGE))
    first = (page % pages) * A_PAGE
    shown = tuple((choice,) for choice in choices[first : first + A_PAGE])
    return (*shown, (inputs.Choice(MORE, turn.text("say-more")),)) if pages > 1 else shown
