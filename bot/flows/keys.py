"""The keys that stay under the input field, so that the most needed things are one tap away on any day."""

from bot.flows.turn import Turn

ROWS = (("log", "summary"), ("visits", "urgent"))


def labels(turn: Turn) -> tuple[tuple[str, ...], ...]:
    """Give the labels of the keys, row by row."""
    return tuple(tuple(turn.text(f"keyboard-{name}") for name in row) for row in ROWS)
