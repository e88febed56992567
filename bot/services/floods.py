"""Answers a flood once: everything somebody sends is kept, but a chat takes about one answer a second.

Whoever writes faster than that for long would wait for answers to what they said minutes ago. From some number of
unread answers on they are told so once, and further answers are left out until the last of them went through. All of
it is in the outbox, so that it holds whichever process handles the next message, and after a restart.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.content import wording
from bot.domain.patients import PatientId
from bot.engine import messages
from bot.storage import outbox, patients

MOST_UNREAD = 30
"""Answers that may wait for one patient: half a minute of what Telegram lets through to one chat."""
LOOKED_AT_FROM = 10
"""Messages within a minute from which the outbox is asked at all: nearly nobody costs the question."""
MINUTE = timedelta(minutes=1)
TOLD = "flood"
"""What the one answer is about; while it waits in the outbox it is the last one."""


class Floods:
    """Looks at the answers of one turn before they are stored."""

    def __init__(self, words: wording.Wording) -> None:
        self._words = words
        self._minute: datetime | None = None
        self._heard: Counter[PatientId] = Counter()

    def eased(
        self, opened: patients.Opened, said: Sequence[messages.Outgoing], now: datetime
    ) -> Sequence[messages.Outgoing]:
        """Give what is to be said: everything, or in a flood one word about it; files are fetched all the same."""
        if not self._is_busy(opened.patient.id, now):
            return said
        unread = outbox.unread(opened.scope, TOLD, MOST_UNREAD)
        if unread.is_told:
            return _errands(said)
        if unread.count < MOST_UNREAD:
            return said
        told = self._words.text("flood-kept", opened.patient.energy)
        return [*_errands(said), messages.Say(told, about=TOLD)]

    def _is_busy(self, patient_id: PatientId, now: datetime) -> bool:
        if self._minute is None or not timedelta(0) <= now - self._minute < MINUTE:
            self._minute, self._heard = now, Counter()
        self._heard[patient_id] += 1
        return self._heard[patient_id] > LOOKED_AT_FROM


def _errands(said: Sequence[messages.Outgoing]) -> list[messages.Outgoing]:
    return [each for each in said if isinstance(each, messages.Fetch)]
