"""Letters between two accounts: each is handled as an event of the account it is for, in a turn of its own.

"One patient, one transaction" holds: whoever asks writes nothing but a letter into the other's inbox, as intake does
with what comes from Telegram; whether it is answered, and with what, the other's own turn decides.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain import trusted
from bot.engine import messages, runner
from bot.flows import turn as turns
from bot.services.turn_maker import TurnMaker
from bot.storage import inbox, patients
from bot.storage import trusted as stored

READ_BY = "trusted_letter"
"""The flow that reads letters and speaks beside whatever conversation is under way."""


class Letters:
    """Posts what a turn wrote to other accounts, and handles what others wrote."""

    def __init__(
        self, directory: patients.Directory, maker: TurnMaker, conversations: runner.Runner[turns.Turn]
    ) -> None:
        self._directory, self._maker, self._runner = directory, maker, conversations

    def prepare(self, turn: turns.Turn) -> None:
        """Let a turn look a code up: codes are kept as hashes under the instance's own key."""
        turn.code_hash = self._directory.code_hash

    def handle(self, opened: patients.Opened, received: inbox.Received, now: datetime) -> bool:
        """Handle a letter in the transaction of ``opened``; False where it is an update of Telegram's."""
        letter = stored.letter_in(received)
        if letter is None:
            return False
        turn = self._maker.make(opened, now, letter.at or received.received_at)
        turn.letter = letter
        result = self._runner.begin(turn, READ_BY, letter.about)
        self._maker.send(opened, result.outgoing, messages.REPLY, now)
        self.post(turn, now)
        inbox.settle(opened.scope.connection, received.update_id, "handled")
        return True

    def post(self, turn: turns.Turn, now: datetime) -> None:
        """Post what the turn wrote; whoever is about to be forgotten takes leave of those they are tied to."""
        scope = turn.store.scope
        for letter in [*turn.letters, *(_leave(turn) if turn.forgets else ())]:
            stored.post(self._directory, scope.connection, replace(letter, sender=turn.patient.id), now)


def _leave(turn: turns.Turn) -> list[trusted.Letter]:
    kept = turn.store.trusted
    ended = [
        trusted.Letter(to=grant.holder, kind="ended", about=grant.id, name=turn.patient.name)
        for grant in kept.grants.all()
    ]
    left = [trusted.Letter(to=trust.owner, kind="left", about=trust.id) for trust in kept.trusts.all()]
    return [*ended, *left]
