"""One event, one transaction: what it changes and what it says are committed together, or not at all."""

import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain import errors
from bot.domain.patients import PatientId
from bot.engine import events, messages, runner, session
from bot.flows import turn as turns
from bot.services import floods, letters
from bot.services.turn_maker import TurnMaker
from bot.storage import database, inbox, opening, outbox, patients, store, under_way, vault

log = logging.getLogger(__name__)

Decode = Callable[[dict[str, Any]], events.Incoming]
ATTEMPTS = 3
RETRY_AFTER = timedelta(seconds=10)
"""A turn that raised is tried again after 10, then 20 seconds; then it is kept as failed and the patient is told."""
DEATHS = 10
"""An update that a process was at when it died so often is given up.

Not earlier: kills from outside fall on the first update after a start again and again, and it is innocent. On a busy
machine that is a life in four: of a thousand kills three innocent updates were met five times, none is met ten."""
LONGEST_AFTER_DEATH = timedelta(seconds=30)
REST_FOR = timedelta(seconds=5)
"""A patient of whom nothing can be handled now (the database refuses, the row does not open) lets others go first."""
GREETED_FOR = timedelta(minutes=1)
MOST_HELD = 200
"""Updates of somebody who has not agreed that wait for it; of what comes after that nothing is kept."""
TOGETHER = 8
"""Patients whose turns are committed together: the first of them waits for the others."""
BUSY_FOR = timedelta(milliseconds=200)
"""A patient whom another worker has open is looked at again after this."""


class _TroubledError(errors.SamesideError):
    """A turn among others failed: it is undone, and made again alone."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last message to somebody of whom nothing is kept any more: it cannot come from their outbox."""

    chat_id: int
    said: tuple[messages.Say | messages.Notice, ...]


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
        self._under_way = under_way.UnderWay(opened.ledger.path.parent)
        self._floods = floods.Floods(maker.wording)
        self._letters = letters.Letters(opened.patients, maker, conversations)
        self.failed = 0
        self._resting: dict[PatientId, datetime] = {}

    def waiting(self, now: datetime, limit: int = 64) -> list[PatientId]:
        """List patients with something to handle, the longest waiting first; those who rest are left out."""
        # A rest that reaches too far ahead was begun before the clock was set back.
        resting = {one: until for one, until in self._resting.items() if now < until <= now + REST_FOR}
        self._resting = resting
        with self._database.read() as connection:
            found = inbox.waiting(connection, now, limit + len(resting))
        return [one for one in found if one not in resting][:limit]

    def handle_each(self, patient_ids: Sequence[PatientId], now: datetime) -> list[Farewell]:
        """Handle the oldest waiting update of each patient.

        Raises:
            UnavailableError: the database does not answer; nobody was forgotten before that.

        """
        farewells: list[Farewell] = []
        for first in range(0, len(patient_ids), TOGETHER):
            found, left = self._handle_together(patient_ids[first : first + TOGETHER], now)
            farewells += found
            for patient_id in left:
                try:
                    farewell = self.handle_next(patient_id, now)
                except database.UnavailableError:
                    if farewells:
                        return farewells  # they must not be lost; the rest is met again in the next round
                    raise
                if farewell:
                    farewells.append(farewell)
        return farewells

    def _handle_together(
        self, patient_ids: Sequence[PatientId], now: datetime
    ) -> tuple[list[Farewell], Sequence[PatientId]]:
        """Handle several patients in one transaction, for each commit waits for the disk; give also who is left.

        What goes wrong for one undoes only theirs, and they are left to be handled alone; all of them are, where the
        transaction itself comes to nothing.
        """
        farewells: dict[PatientId, Farewell | None] = {}
        if len(patient_ids) == 1:
            return [], patient_ids
        try:
            with self._database.write() as connection:
                for patient_id in patient_ids:
                    with contextlib.suppress(_TroubledError), database.part(connection):
                        farewells[patient_id] = self._handle_apart(connection, patient_id, now)
        except database.UnavailableError:
            return [], patient_ids
        except Exception as problem:  # noqa: BLE001  each meets it alone, where it is counted and told
            log.warning("patients handled one by one", extra={"error": type(problem).__name__})
            return [], patient_ids
        for patient_id, farewell in farewells.items():
            if farewell:
                self._note_forgotten(patient_id)
        left = [patient_id for patient_id in patient_ids if patient_id not in farewells]
        return [farewell for farewell in farewells.values() if farewell], left

    def _handle_apart(
        self, connection: database.Connection, patient_id: PatientId, now: datetime
    ) -> Farewell | None:
        try:
            claimed = self._claim(connection, patient_id, now)
            return self._handle_noted(*claimed, now) if claimed else None
        except (database.UnavailableError, vault.OtherKeyError, *database.OUT_OF_REACH):
            raise
        except Exception as problem:
            raise _TroubledError from problem

    def handle_next(self, patient_id: PatientId, now: datetime) -> Farewell | None:
        """Handle the patient's oldest waiting update, where there is one and nobody else is at it."""
        failing: inbox.Head | None = None
        try:
            with self._database.write() as connection:
                claimed = self._claim(connection, patient_id, now)
                if claimed is None:
                    return None
                failing = claimed[1]
                farewell = self._handle_noted(*claimed, now)
        except database.UnavailableError:
            self._resting[patient_id] = now + REST_FOR
            raise
        except vault.OtherKeyError:
            raise  # true of everybody: the process has to be started anew with the new key
        except Exception as problem:  # noqa: BLE001  the one place where a turn may fail: the event is kept
            if failing is None:
                self._let_rest(patient_id, problem, now)
            else:
                self._note_failure(patient_id, failing, problem, now)
            return None
        if farewell:
            self._note_forgotten(patient_id)
        return farewell

    def _claim(
        self, connection: database.Connection, patient_id: PatientId, now: datetime
    ) -> tuple[patients.Opened, inbox.Head] | None:
        """Open a patient with their oldest waiting update; where there is none, or another worker is at it, rest."""
        opened = self._directory.open(connection, patient_id, claim=True)
        head = inbox.head(opened.scope, now) if opened else None
        if opened is None or head is None:
            self._resting[patient_id] = now + BUSY_FOR
            return None
        return opened, head

    def _handle_noted(self, opened: patients.Opened, head: inbox.Head, now: datetime) -> Farewell | None:
        with self._under_way.noted(head.update_id):
            return self._handle(opened, inbox.read(opened.scope, head), now)

    def _note_forgotten(self, patient_id: PatientId) -> None:
        """Note outside the database, too, who was forgotten; where that fails, the next start does it."""
        try:
            self._ledger.note(patient_id)
        except OSError as problem:
            log.error("key file not written", extra={"error": type(problem).__name__})  # noqa: TRY400  no values in logs

    def _let_rest(self, patient_id: PatientId, problem: Exception, now: datetime) -> None:
        """Pass over a patient whose row does not open: the others are not to wait for that."""
        log.error("patient not opened", extra={"error": type(problem).__name__, "at": _place(problem)})
        self._resting[patient_id] = now + REST_FOR

    def _handle(self, opened: patients.Opened, received: inbox.Received, now: datetime) -> Farewell | None:
        connection = opened.scope.connection
        if self._letters.handle(opened, received, now):
            return None
        incoming = self._decode(received.body)
        if isinstance(incoming.event, events.Presence):
            self._note_presence(opened, now, blocked=incoming.event.blocked)
            inbox.settle(connection, received.update_id, "handled")
            return None
        if _says_nothing(incoming.event):
            inbox.settle(connection, received.update_id, "handled")
            return None
        if opened.blocked:  # whoever writes can be written to, also where we were not told
            _reach_again(opened)
        turn = self._maker.make(opened, now, incoming.sent_at or received.received_at, incoming.event)
        self._letters.prepare(turn)
        held = self._converse(turn, opened, now)
        self._letters.post(turn, now)
        if turn.forgets:
            return self._forget(turn, now)
        held = held and self._has_room(opened, now)
        inbox.settle(connection, received.update_id, "held" if held else "handled")
        if opened.patient.agreed_at is None and turn.patient.agreed_at is not None:
            inbox.release(connection, opened.patient.id, now)
        return None

    def _has_room(self, opened: patients.Opened, now: datetime) -> bool:
        """Tell whether one more may wait for consent; with the last one say that it is the last."""
        waiting = inbox.count_held(opened.scope, MOST_HELD)
        if waiting == MOST_HELD - 1:
            words = self._maker.wording.text("held-full", opened.patient.energy)
            self._maker.send(opened, [messages.Say(words)], messages.REPLY, now)
        return waiting < MOST_HELD

    def _converse(self, turn: turns.Turn, opened: patients.Opened, now: datetime) -> bool:
        state = turn.store.sessions.load(session.Session) or session.Session()
        result = self._runner.handle(turn, state)
        if turn.forgets:
            turn.outgoing = list(result.outgoing)
            return False
        turn.store.sessions.save(state, now)
        said: Sequence[messages.Outgoing] = _greeted_once(turn, result, now)
        if not result.urgent:
            said = self._floods.eased(opened, said, now)
        self._maker.send(opened, said, messages.REPLY, now)
        return result.held

    def _forget(self, turn: turns.Turn, now: datetime) -> Farewell:
        connection = turn.store.scope.connection
        patients.forget(connection, turn.patient.id, now)
        if patients.traces(connection, turn.patient.id):
            raise RuntimeError("Something of a forgotten patient is left.")
        said = tuple(m for m in turn.outgoing if isinstance(m, messages.Say | messages.Notice))
        return Farewell(turn.patient.chat_id, said)

    def _note_presence(self, opened: patients.Opened, now: datetime, *, blocked: bool) -> None:
        if not blocked:
            _reach_again(opened)
            return
        patients.set_blocked(opened.scope.connection, opened.patient.id, now)
        outbox.drop_all(opened.scope.connection, opened.patient.id)

    def _note_failure(
        self, patient_id: PatientId, received: inbox.Head, problem: Exception, now: datetime
    ) -> None:
        # The exception's text may hold what the patient wrote; its type and place do not.
        log.error(
            "turn failed",
            extra={"update": received.update_id, "error": type(problem).__name__, "at": _place(problem)},
        )
        last = received.attempts + 1 >= ATTEMPTS
        retry_at = None if last else now + RETRY_AFTER * (received.attempts + 1)
        self._count_try(patient_id, received.update_id, retry_at, now)

    def mind_interrupted(self, now: datetime) -> None:
        """Count a try for each update a process was at when it died: one that kills it is given up in the end.

        It is met again at once, since nearly always something else ended the process; after that later and later,
        when the process has others' updates behind it, so that one that was only there by chance gets through.
        """
        for update_id in self._under_way.left_behind():
            with self._database.read() as connection:
                tried = inbox.tried(connection, update_id)
            if tried is None:
                continue
            patient_id, attempts = tried
            log.warning("a process ended at this update", extra={"update": update_id})
            later = now + min(RETRY_AFTER * attempts, LONGEST_AFTER_DEATH)
            retry_at = None if attempts + 1 >= DEATHS else later
            self._count_try(patient_id, update_id, retry_at, now)

    def _count_try(
        self, patient_id: PatientId, update_id: int, retry_at: datetime | None, now: datetime
    ) -> None:
        with self._database.write() as connection:
            if not inbox.fail(connection, update_id, retry_at) or retry_at is not None:
                return
            self.failed += 1
            opened = self._directory.open(connection, patient_id)
            if opened:
                self._set_aside(opened, now)
                self._apologise(opened, now)

    def _set_aside(self, opened: patients.Opened, now: datetime) -> None:
        """End the conversation the failure happened in, so that the next message does not meet the same fate."""
        sessions = store.Store(opened.scope).sessions
        try:
            state = sessions.load(session.Session) or session.Session()
        except (ValueError, errors.SamesideError):  # a session that cannot be read any more
            sessions.drop()
            return
        state.set_aside()
        sessions.save(state, now)

    def _apologise(self, opened: patients.Opened, now: datetime) -> None:
        words = self._maker.wording.text("turn-failed", opened.patient.energy)
        self._maker.send(opened, [messages.Say(words)], messages.REPLY, now)


def _reach_again(opened: patients.Opened) -> None:
    """Note that the patient can be written to, and let their reminders go on."""
    patients.set_blocked(opened.scope.connection, opened.patient.id, None)
    store.Store(opened.scope).reminders.wake()


def _says_nothing(event: events.Event) -> bool:
    """Tell whether nobody said anything: a shared location moves every few seconds, each time as an edit."""
    return isinstance(event, events.Unknown) and event.what == "edit"


def _greeted_once(turn: turns.Turn, result: runner.Result, now: datetime) -> tuple[messages.Outgoing, ...]:
    """Leave the welcome out where it was just given: somebody new may write five lines before they read one."""
    connection, patient_id = turn.store.scope.connection, turn.patient.id
    if not result.held or turn.alert.kind != "none":
        return result.outgoing
    if not inbox.is_held_since(connection, patient_id, now - GREETED_FOR):
        return result.outgoing
    return tuple(message for message in result.outgoing if isinstance(message, messages.Notice))


def _place(problem: Exception) -> str:
    """Name the file and line where it was raised: never the values."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""
