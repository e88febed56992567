"""Sends what is in the outbox: in order for each patient, replies before reminders, by one process at a time.

At least once: a message is marked as sent after Telegram took it, so a crash between the two sends it again,
and nothing else does.
"""

import asyncio
import functools
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from bot.domain.patients import Patient, PatientId
from bot.engine import messages
from bot.services import holders
from bot.services.transports import BlockedError, File, LaterError, RefusedError, Transport
from bot.storage import database, inbox, opening, outbox, patients, store, vault

log = logging.getLogger(__name__)

IN_FLIGHT = 32
"""Messages on their way at once, where the transport has room for so many: a slow answer is not to hold up others."""
LEASE = "sender"
LEASE_LASTS = timedelta(seconds=15)
LEASE_RENEWED = 7.0
"""Seconds before its end at which the lease is renewed; a message starts on its way only while it is held."""
IDLE_SECONDS = 1.0
ATTEMPTS = 5
"""A message that cannot even be made is given up after this; how often Telegram was not reached does not count."""
BUSY_SECONDS = 0.2
"""A patient whom another worker has open is looked at again after this."""
FETCH_FOR = timedelta(days=1)
"""How long a file of a patient is asked for; nothing waits behind it."""
FIRST_RETRY = timedelta(seconds=1)
NOTICE_LASTS = timedelta(seconds=60)
"""Telegram forgets a button press after a short while; an answer later than this is pointless."""


MakeFile = Callable[[store.Store, Patient, messages.Document, datetime], File]
Apologise = Callable[[Patient], str]
Follow = Callable[[patients.Opened, messages.Fetch, datetime], None]


@dataclass(frozen=True, slots=True)
class _Parcel:
    chat_id: int
    message: messages.Outgoing
    file: File | None


@dataclass(frozen=True, slots=True)
class _Settled:
    patient_id: PatientId
    seq: int
    state: outbox.State
    message_id: int | None


_Head = tuple[outbox.Waiting, _Parcel | None]


class Delivery:
    """The sender.

    ``make_file`` draws a document from the store when it is its turn; ``apologise`` gives the words for one that could
    not be drawn or sent; ``follow`` starts what follows a fetched file, in the transaction that keeps it.
    """

    def __init__(  # noqa: PLR0913, PLR0917  the composition root names each part once
        self,
        opened: opening.Opened,
        transport: Transport,
        make_file: MakeFile,
        apologise: Apologise,
        holder: str,
        clock: Callable[[], datetime],
        follow: Follow | None = None,
    ) -> None:
        self._database, self._directory = opened.database, opened.patients
        self._transport, self._make_file, self._apologise = transport, make_file, apologise
        self._clock, self._follow = clock, follow
        self._lease = holders.Lease(opened.database, LEASE, holder, LEASE_LASTS, clock)
        self._ending = False
        self._busy: set[PatientId] = set()
        self._failures: Counter[tuple[PatientId, int]] = Counter()
        self._wake = asyncio.Event()
        self._settling = asyncio.Lock()
        self._unsettled: list[tuple[_Settled, asyncio.Future[None]]] = []
        self.sent = 0
        self.failed = 0

    def wake(self) -> None:
        """Tell the sender that there is something new."""
        self._wake.set()

    async def run(self) -> None:
        """Send for ever; while another process holds the lease, stand by."""
        await self._insist(self._lease.relieve)
        async with asyncio.TaskGroup() as group:
            while not self._ending:
                self._wake.clear()
                if not await self._round(group):
                    await self._sleep()

    async def drain(self) -> None:
        """Send everything that may be sent now, and return: for the simulator's clock and for tests."""
        while True:
            async with asyncio.TaskGroup() as group:
                if not await self._round(group):
                    return

    async def finish(self) -> None:
        """Start nothing new, and return when what is on its way has arrived and is noted."""
        self._ending = True
        while self._busy:
            self._wake.clear()
            await self._wake.wait()
        self.wake()

    async def stop(self) -> None:
        """Give the lease back."""
        await self._database.in_writer(self._lease.release)

    async def _sleep(self) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _round(self, group: asyncio.TaskGroup) -> int:
        try:
            heads = await self._next_heads(await self._transport.room())
        except database.UnavailableError:
            log.warning("outbox not reachable")
            return 0
        for head, parcel in heads:
            self._busy.add(head.patient_id)
            group.create_task(self._deliver(head, parcel))
        return len(heads)

    async def _next_heads(self, most: int) -> list[_Head]:
        """Look what may go now. An idle sender only reads; the lease is written when it is needed or runs out."""
        left = self._lease.left()
        room = min(most, IN_FLIGHT - len(self._busy))
        look = functools.partial(self._heads, room, frozenset(self._busy))
        heads = await self._database.in_reader(look, held=left > 0) if room > 0 else []
        if left < LEASE_RENEWED and (heads or self._busy):
            if not await self._lease.renew():
                return []
            if left < 0:  # what was seen before may have been sent by whoever held the lease then
                heads = await self._database.in_reader(look, held=True)
        return [] if self._ending else heads

    def _heads(self, room: int, busy: frozenset[PatientId], *, held: bool) -> list[_Head]:
        now = self._clock()
        with self._database.read() as connection:
            if not (held or self._lease.is_free(connection)):
                return []
            return [
                (head, self._opened_with_others(connection, head, now))
                for head in outbox.heads(connection, now, room, busy)
            ]

    def _opened_with_others(
        self, connection: database.Connection, head: outbox.Waiting, now: datetime
    ) -> _Parcel | None:
        """Open a message; None where that is to be done alone: a document takes long, and trouble is one's own."""
        try:
            return self._read(connection, head, now, draw=False)
        except database.OUT_OF_REACH:
            raise
        except Exception as problem:  # noqa: BLE001  met again, and counted, when it is opened alone
            log.warning("message opened alone", extra={"error": type(problem).__name__})
            return None

    async def _deliver(self, head: outbox.Waiting, parcel: _Parcel | None) -> None:
        try:
            await self._deliver_one(head, parcel)
        except database.UnavailableError:
            log.warning("outbox not reachable")
        except Exception as problem:  # noqa: BLE001  one message must not stop the sender: it is tried again
            log.error("delivery failed", extra={"error": type(problem).__name__})  # noqa: TRY400  no values in logs
            which = head.patient_id, head.seq
            self._failures[which] += 1
            await (self._drop(head) if self._failures[which] >= ATTEMPTS else self._postpone(head, None))
        finally:
            self._busy.discard(head.patient_id)
            self.wake()

    async def _deliver_one(self, head: outbox.Waiting, parcel: _Parcel | None) -> None:
        parcel = parcel or await self._database.in_reader(self._open, head)
        if parcel is None:
            await self._settle(head, "dropped", None)
            return
        if self._lease.left() < 0:
            return  # somebody else may be sending it by now
        asked_at = self._clock()
        try:
            if isinstance(parcel.message, messages.Fetch):
                await self._fetch(head, parcel.message)
                message_id = None
            else:
                message_id = await self._transport.send(parcel.chat_id, parcel.message, parcel.file)
        except LaterError as problem:
            is_fetch = isinstance(parcel.message, messages.Fetch)
            too_late = is_fetch and self._clock() - head.created_at > FETCH_FOR
            await (self._drop(head) if too_late else self._postpone(head, problem.seconds))
        except BlockedError:
            await self._insist(functools.partial(self._note_blocked, head, asked_at))
        except RefusedError as problem:
            log.warning("message refused", extra={"kind": problem.kind})
            await self._drop(head)
        else:
            self.sent += 1
            await self._settle(head, "sent", message_id)

    def _open(self, head: outbox.Waiting) -> _Parcel | None:
        now = self._clock()
        with self._database.read() as connection:
            return self._read(connection, head, now, draw=True)

    def _read(
        self, connection: database.Connection, head: outbox.Waiting, now: datetime, *, draw: bool
    ) -> _Parcel | None:
        """Open a message with all it needs; None where there is nothing to send, or only something to ``draw``."""
        opened = self._directory.open(connection, head.patient_id)
        message = outbox.body(opened.scope, head.seq, messages.Outgoing) if opened else None
        if opened is None or message is None:
            return None
        if isinstance(message, messages.Notice) and now - head.created_at > NOTICE_LASTS:
            return None
        if isinstance(message, messages.Say) and message.refresh and message.about:
            shown = outbox.shown_as(connection, head.patient_id, message.about)
            message = msgspec.structs.replace(message, replaces=shown)
        file = None
        if isinstance(message, messages.Document):
            if not draw:
                return None
            file = self._make_file(store.Store(opened.scope), opened.patient, message, now)
        return _Parcel(opened.patient.chat_id, message, file)

    async def _fetch(self, head: outbox.Waiting, wanted: messages.Fetch) -> None:
        content = await self._transport.fetch(wanted.file_id)
        await self._database.in_writer(self._keep_file, head.patient_id, wanted, content)

    def _keep_file(self, patient_id: PatientId, wanted: messages.Fetch, content: bytes) -> None:
        """Keep a file with its entry, and start what follows it, both once however often it is fetched.

        Raises:
            LaterError: what follows has to wait, for another worker has the patient open.

        """
        with self._database.write() as connection:
            opened = self._directory.open(connection, patient_id, claim=bool(wanted.then))
            if opened is None:
                if self._directory.open(connection, patient_id) is not None:
                    raise LaterError(BUSY_SECONDS)
                return
            unit = store.Store(opened.scope)
            known = unit.attachments.get(wanted.attachment_id) is not None
            if known or unit.journal.get(wanted.entry_id) is None:
                return
            unit.attachments.put(wanted.attachment_id, wanted.entry_id, content, self._clock())
            self._go_on(opened, wanted)

    def _go_on(self, opened: patients.Opened, wanted: messages.Fetch) -> None:
        """Start what follows a file; where that fails, the file is kept all the same and the patient is told."""
        if not wanted.then or self._follow is None:
            return
        savepoint = opened.scope.connection.begin_nested()
        try:
            self._follow(opened, wanted, self._clock())
            savepoint.commit()
        except database.UnavailableError:
            raise
        except Exception as problem:  # noqa: BLE001  the bytes must not be lost with it
            savepoint.rollback()
            log.error("file not followed", extra={"error": type(problem).__name__})  # noqa: TRY400  no values in logs
            said = messages.Say(self._apologise(opened.patient))
            outbox.put(opened.scope, [outbox.Draft(said)], messages.REPLY, self._clock())

    async def _settle(self, head: outbox.Waiting, state: outbox.State, message_id: int | None) -> None:
        """Note what became of a message, in one transaction with all that arrive meanwhile."""
        done = asyncio.get_running_loop().create_future()
        self._unsettled.append((_Settled(head.patient_id, head.seq, state, message_id), done))
        async with self._settling:
            if not done.done():
                await self._settle_all()
        await done

    async def _settle_all(self) -> None:
        waiting, self._unsettled = self._unsettled, []
        try:
            await self._insist(functools.partial(self._note_settled, [settled for settled, _ in waiting]))
        except Exception as problem:  # noqa: BLE001  handed to each of those who wait for it
            for _, done in waiting:
                done.set_exception(problem)
        else:
            for _, done in waiting:
                done.set_result(None)

    def _note_settled(self, settled: Sequence[_Settled]) -> None:
        with self._database.write() as connection:
            for each in settled:
                outbox.settle(connection, each.patient_id, each.seq, each.state, each.message_id)

    async def _drop(self, head: outbox.Waiting) -> None:
        """Give a message up; where it was a document that the patient waits for, say so."""
        self.failed += 1
        await self._insist(functools.partial(self._note_dropped, head))

    def _note_dropped(self, head: outbox.Waiting) -> None:
        with self._database.write() as connection:
            try:
                opened = self._directory.open(connection, head.patient_id)
                message = outbox.body(opened.scope, head.seq, messages.Outgoing) if opened else None
            except vault.OtherKeyError:
                raise  # true of everything: the process has to be started anew with the new key
            except (vault.CannotOpenError, ValueError):  # its bytes were changed: nobody waits for them
                opened = message = None
            outbox.settle(connection, head.patient_id, head.seq, "dropped", None)
            if opened and isinstance(message, messages.Document):
                said = messages.Say(self._apologise(opened.patient))
                outbox.put(opened.scope, [outbox.Draft(said)], messages.REPLY, self._clock())
            elif opened and isinstance(message, messages.Fetch):
                self._go_on(opened, message)

    async def _insist(self, note: Callable[[], None]) -> None:
        """Note what became of a message, as often as it takes: sent and not noted, it would be sent again."""
        while True:
            try:
                await self._database.in_writer(note)
            except database.UnavailableError:
                log.warning("outbox not reachable")
                await asyncio.sleep(IDLE_SECONDS)
            else:
                return

    async def _postpone(self, head: outbox.Waiting, seconds: float | None) -> None:
        growing = FIRST_RETRY * 2 ** min(head.attempts, 10)
        pause = timedelta(seconds=seconds) if seconds is not None else growing

        def note() -> None:
            with self._database.write() as connection:
                outbox.postpone(connection, head.patient_id, head.seq, pause, self._clock())

        await self._insist(note)

    def _note_blocked(self, head: outbox.Waiting, asked_at: datetime) -> None:
        with self._database.write() as connection:
            if inbox.is_heard_since(connection, head.patient_id, asked_at):  # they are back: it is sent again
                outbox.postpone(connection, head.patient_id, head.seq, FIRST_RETRY, self._clock())
                return
            patients.set_blocked(connection, head.patient_id, self._clock())
            outbox.drop_all(connection, head.patient_id)
