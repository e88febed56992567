"""A file that was fetched may be an event of its own: what it says is read once its bytes are there.

The flow that the fetch named is started inside the transaction that keeps the bytes, so that it is started once,
whatever crashes. It speaks beside the conversation that is under way, as a reminder does.
"""

from datetime import datetime

from bot.engine import messages, runner
from bot.flows import turn as turns
from bot.services.turn_maker import TurnMaker
from bot.storage import patients


class Arrivals:
    """Starts what follows a fetched file, or one that is not to be had."""

    def __init__(self, maker: TurnMaker, conversations: runner.Runner[turns.Turn]) -> None:
        self._maker, self._runner = maker, conversations

    def follow(self, opened: patients.Opened, wanted: messages.Fetch, now: datetime) -> None:
        """Start the flow that ``wanted`` names about its attachment, in the transaction of ``opened``."""
        turn = self._maker.make(opened, now, now)
        result = self._runner.begin(turn, wanted.then, wanted.attachment_id)
        self._maker.send(opened, result.outgoing, messages.REPLY, now)
