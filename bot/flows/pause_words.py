"""Says until when reminders are paused. Not a flow."""

from datetime import UTC, datetime

from bot.flows.turn import Turn

FOREVER = datetime(2999, 1, 1, tzinfo=UTC)
"""A pause until the patient says."""


def until(turn: Turn) -> str:
    """Say how long the pause lasts and what it holds back."""
    moment = turn.patient.paused_until
    if moment is None or moment >= FOREVER:
        return turn.text("pause-open")
    return turn.text("pause-until", moment=turn.say_moment(moment))
