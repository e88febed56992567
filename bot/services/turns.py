"""One event, one transaction: what it changes and what it says are committed together, or not at all."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.patients import PatientId
from bot.engine import events, messages, runner, session
from bot.flows import turn as turns
from bot.services.turn_maker import TurnMaker
from bot.storage import database, inbox, opening, outbox, patients

log = logging.getLogger(__name__)

Decode = Callable[[dict[str, Any]], events.Incoming]
ATTEMPTS = 3
RETRY_AFTER = timedelta(seconds=10)
"""A turn that raised is tried again after 10, then 20 seconds; then it is kept as failed and the patient is told."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last message to somebody of whom nothing is kept any more: it cannot come from their outbox."""

    chat_id: int
    said: tuple[messages.Say, ...]


class Turns:
    """Handles waiting updates. Everything here is synchronous and runs in the database's writer thread."""

    def __init__(
        self,
        opened: opening.Opened,
        maker: TurnMaker,
        conversations: runner.Runner[turns.Turn],
        decode: Decode,
    ) -> None:
        self._database, self._directory = opened.database, opened.patients
        self._maker, self._runner, self._decode = maker, conversations, decode
        self._ledger = opened.ledger

    def waiting(self, now: datetime, limit: int = 64) -> list[PatientId]:
        """List patients with something to handle, the longest waiting first."""
        with self._database.read() as connection:
            return inbox.waiting(connection, now, limit)

    def handle_each(self, patient_ids: Sequence[PatientId], now: datetime) -> list[Farewell]:
        """Handle the oldest waiting update of each patient."""
        farewells = (self.handle_next(patient_id, now) for patient_id in patient_ids)
        return [farewell for farewell in farewells if farewell]

    def handle_next(self, patient_id: PatientId, now: datetime) -> Farewell | None:
        """Handle the patient's oldest waiting update, where there is one and nobody else is at it."""
        failing: inbox.Received | None = None
        try:
            with self._database.write() as connection:
                opened = self._directory.open(connection, patient_id, claim=True)
                failing = inbox.first(opened.scope, now) if opened else None
                if opened is None or failing is None:
                    return None
                return self._handle(opened, failing, now)
        except database.UnavailableError:
            raise
        except Exception as problem:  # the one place where a turn may fail: the event is kept and tried again
            if failing is None:
                raise
            self._note_failure(patient_id, failing, problem, now)
            return None

    def _handle(self, opened: patients.Opened, received: inbox.Received, now: datetime) -> Farewell | None:
        connection = opened.scope.connection
        incoming = self._decode(received.body)
        if isinstance(incoming.event, events.Presence):
            self._note_presence(opened, now, blocked=incoming.event.blocked)
            inbox.settle(connection, received.update_id, "handled")
            return None
        turn = self._maker.make(opened, now, incoming.sent_at or received.received_at, incoming.event)
        held = self._converse(turn, opened, now)
        if turn.forgets:
            return self._forget(turn, now)
        inbox.settle(connection, received.update_id, "held" if held else "handled")
        if opened.patient.agreed_at is None and turn.patient.agreed_at is not None:
            inbox.release(connection, opened.patient.id)
        return None

    def _converse(self, turn: turns.Turn, opened: patients.Opened, now: datetime) -> bool:
        state = turn.store.sessions.load(session.Session) or session.Session()
        result = self._runner.handle(turn, state)
        if turn.forgets:
            turn.outgoing = list(result.outgoing)
            return False
        turn.store.sessions.save(state, now)
        self._maker.send(opened, result.outgoing, messages.REPLY, now)
        return result.held

    def _forget(self, turn: turns.Turn, now: datetime) -> Farewell:
        connection = turn.store.scope.connection
        patients.forget(connection, turn.patient.id, now)
        self._ledger.note(turn.patient.id)
        if patients.traces(connection, turn.patient.id):
            raise RuntimeError("Something of a forgotten patient is left.")
        said = tuple(message for message in turn.outgoing if isinstance(message, messages.Say))
        return Farewell(turn.patient.chat_id, said)

    def _note_presence(self, opened: patients.Opened, now: datetime, *, blocked: bool) -> None:
        connection = opened.scope.connection
        patients.set_blocked(connection, opened.patient.id, now if blocked else None)
        if blocked:
            outbox.drop_all(connection, opened.patient.id)

    def _note_failure(
        self, patient_id: PatientId, received: inbox.Received, problem: Exception, now: datetime
    ) -> None:
        # The exception's text may hold what the patient wrote; its type and place do not.
        log.error(
            "turn failed",
            extra={"update": received.update_id, "error": type(problem).__name__, "at": _place(problem)},
        )
        last = received.attempts + 1 >= ATTEMPTS
        retry_at = None if last else now + RETRY_AFTER * (received.attempts + 1)
        with self._database.write() as connection:
            inbox.fail(connection, received.update_id, retry_at)
            opened = self._directory.open(connection, patient_id)
            if last and opened:
                self._apologise(opened, now)

    def _apologise(self, opened: patients.Opened, now: datetime) -> None:
        words = self._maker.wording.text("turn-failed", opened.patient.energy)
        self._maker.send(opened, [messages.Say(words)], messages.REPLY, now)


def _place(problem: Exception) -> str:
    """Name the file and line where it was raised: never the values."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""
