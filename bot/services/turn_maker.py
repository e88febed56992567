"""Makes the turn that flows see from a patient's row, and stores what the turn wants to say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.content import wording
from bot.engine import events, flow, messages
from bot.flows import turn as turns
from bot.storage import outbox, patients, sealed, store
from bot.understanding import reader


@dataclass(frozen=True, slots=True)
class TurnMaker:
    """What every turn shares: the words, the understanding, the content."""

    wording: wording.Wording
    understanding: reader.Understanding
    library: turns.Library
    bot_username: str = ""
    """What Telegram calls the bot, where it was asked."""

    def make(
        self,
        opened: patients.Opened,
        now: datetime,
        sent_at: datetime,
        event: events.Event | None = None,
    ) -> turns.Turn:
        """Make the turn of one event (None for a reminder) inside the transaction of ``opened``."""
        unit = store.Store(opened.scope)
        patient = opened.patient
        here = flow.wall_clock(now, patient.zone)
        return turns.Turn(
            now=now,
            sent_at=sent_at,
            patient=patient,
            speaks=self.wording,
            reads=self.understanding.for_patient(here, patient.locale, unit.words.taught),
            event=event,
            store=unit,
            library=self.library,
            new_id=sealed.new_id,
            bot_username=self.bot_username,
        )

    def send(
        self,
        opened: patients.Opened,
        outgoing: Iterable[messages.Outgoing],
        priority: messages.Priority,
        now: datetime,
    ) -> None:
        """Store messages in the outbox, in their order."""
        drafts = [
            outbox.Draft(
                message,
                message.about if isinstance(message, messages.Say) else None,
                is_errand=isinstance(message, messages.Fetch),
            )
            for message in outgoing
        ]
        outbox.put(opened.scope, drafts, priority, now)
