"""Patients write while everything goes wrong; at the end each promise is counted.

One process on SQLite asks for updates; several on PostgreSQL have them delivered, each update to any of them.
Processes are killed at any moment, start-up included; the database is locked, full or away; the clock jumps; a newer
version takes over; a patient blocks the bot and comes back; updates come again, and late. A supervisor starts what
ended by itself.
"""

import asyncio
import base64
import contextlib
import random
import resource
import shutil
import socket
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
from psycopg import sql

from bot.channels.simulator.account import Chat
from bot.domain import reminders
from bot.storage import database, opening, schema, sealed, store
from tests.faults import counts, deliveries, program
from tests.faults.weather import Weather
from tests.faults.worker import Worker
from tests.support.standin import until

KEY = base64.b64encode(bytes(range(32))).decode()
LOCKED_SECONDS = 4.5
"""Longer than the bot waits for a lock."""
SETTLE_SECONDS = 120.0
UP_SECONDS = 30.0
FIRST_NOTE = 10_000
"""Notes are numbered from here on: "988" alone is the number of a crisis line, and is answered with help."""
NEWER = """from alembic import op
import sqlalchemy as sa

revision, down_revision = "{this}", "{last}"


def upgrade() -> None:
    op.add_column("inbox", sa.Column("added_{this}", sa.Integer))
    op.add_column("journal", sa.Column("added_{this}", sa.Text))
"""
"""A newer version's migration: what the older one can work beside, as every one of ours is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a storm is made of. ``postgres`` is the URL of a database; without it there is one SQLite file."""

    seed: int = 20_261_122
    patients: int = 12
    writes_per_second: float = 6.0
    kills: int = 4
    between_kills: float = 1.5
    """Seconds that a process works at most before it is killed."""
    workers: int = 1
    postgres: str = ""
    troubles: tuple[str, ...] = ("locked", "full", "jump", "block")
    every: int = 1
    """One trouble of the database or clock after so many kills."""
    share: float = 0.12
    away_seconds: float = 10.0
    starting: float = 0.25
    """The share of kills that fall while the process starts."""
    minutes: float = 60.0
    """It ends after this, too."""
    spell: float = 1.0
    """Seconds that each part of a trouble lasts."""
    due_within: float = 10.0
    """Seconds within which each reminder falls due."""
    fresh: float = 0.05
    """The share of starts from nothing; the others are forked from a process that has loaded everything."""


class Storm:
    """One storm, from the first patient to the count."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.folder = plan, folder
        self.chance = random.Random(plan.seed)
        self.weather = Weather(self.chance, plan.share, delivers=plan.workers > 1)
        self.counts = counts.Counts()
        self.sent: dict[int, list[str]] = {}
        self._sent_at: dict[str, float] = {}
        self._waiting = set[tuple[int, str]]()
        self._promised: dict[str, int] = {}
        self._seen = 0
        self._troubles: list[tuple[float, float]] = []
        self._versions = schema.VERSIONS
        self._clock = folder / "clock"
        self._clock.write_text("0")
        self._ports: list[int] = []

    async def run(self) -> counts.Counts:
        """Let it blow, wait until it is quiet, count."""
        began = time.monotonic()
        async with self.weather.serving():
            self.workers = [self._worker(number) for number in range(self.plan.workers)]
            async with contextlib.AsyncExitStack() as stack:
                for worker in self.workers:
                    stack.push_async_callback(worker.kill)
                await self._run(await stack.enter_async_context(asyncio.TaskGroup()))
        self._count()
        self.counts.seconds = round(time.monotonic() - began, 1)
        return self.counts

    async def _run(self, group: asyncio.TaskGroup) -> None:
        for worker in self.workers:
            worker.start()
        others = [group.create_task(self._supervise())]
        if self.plan.workers > 1:
            others.append(group.create_task(deliveries.Deliveries(self.weather, self._ports).run()))
        self.chats = await self._join()
        self.weather.stormy = True
        writing = [group.create_task(self._write()), group.create_task(self._promise())]
        await self._strike()
        for task in writing:
            task.cancel()
        await asyncio.gather(*writing, return_exceptions=True)
        self.weather.stormy = False
        for chat in self.chats:
            self._says(chat)
        await self._settle()
        for task in others:
            task.cancel()
        await asyncio.gather(*(worker.stop() for worker in self.workers))

    async def _settle(self) -> None:
        quiet = time.monotonic()
        with contextlib.suppress(TimeoutError):  # what is missing is counted
            async with asyncio.timeout(SETTLE_SECONDS):
                while self._is_waited_for():  # noqa: ASYNC110  others do it
                    await asyncio.sleep(0.1)
        self.counts.seconds_until_quiet = round(time.monotonic() - quiet, 1)

    def _worker(self, number: int) -> Worker:
        extra = {"SAMESIDE_MASTER_KEY": KEY, program.CLOCK: str(self._clock)}
        if self.plan.postgres:
            extra["SAMESIDE_DATABASE_URL"] = self.plan.postgres
        if self.plan.workers > 1:
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            self._ports.append(port)
            extra |= {
                "SAMESIDE_LISTEN": f"127.0.0.1:{port}",
                "SAMESIDE_WEBHOOK_URL": "https://bot.example.org",
                "SAMESIDE_WEBHOOK_SECRET": deliveries.SECRET,
            }
        return Worker(number, self.folder, self.weather, extra)

    async def _supervise(self) -> None:
        """Start again what ended by itself, as systemd or Docker would."""
        while True:
            await asyncio.sleep(0.2)
            for worker in self.workers:
                if not worker.in_hand and worker.has_ended():
                    self.counts.ended_by_themselves += 1
                    await worker.mourn()
                    worker.start()

    # What patients do

    async def _join(self) -> list[Chat]:
        telegram, texts = self.weather.telegram, self.weather.texts
        chats = [telegram.join(f"Patient {number}") for number in range(self.plan.patients)]
        for chat in chats:
            telegram.send_text(chat, "/start")
        await until(lambda: all(texts(chat) for chat in chats), 60, "no welcome")
        for chat in chats:
            self.weather.press(chat, "agree")
        await until(lambda: all(len(texts(chat)) > 2 for chat in chats), 60, "no word after agreeing")
        for chat in chats:
            telegram.send_text(chat, "stop")
        await until(lambda: all(any("topped" in t for t in texts(chat)) for chat in chats), 60, "not stopped")
        self.sent = {chat.id: [] for chat in chats}
        return chats

    def _says(self, chat: Chat) -> None:
        text = f"note number {FIRST_NOTE + self.counts.updates} end"
        self.weather.telegram.send_text(chat, text)
        self.sent[chat.id].append(text)
        self._sent_at[text] = asyncio.get_running_loop().time()
        self.counts.updates += 1
        if chat is self.chats[0]:  # whose answers a block drops; the last one is waited for
            self._waiting = {each for each in self._waiting if each[0] != chat.id}
        self._waiting.add((chat.id, text))

    async def _write(self) -> None:
        pause = 2 / self.plan.writes_per_second
        while True:
            self._says(self.chance.choice(self.chats[1:]))  # the first one is for blocking
            await asyncio.sleep(self.chance.uniform(0, pause))

    async def _promise(self) -> None:
        """Give somebody a reminder that falls due soon, again and again."""
        opened = await self._opened()
        try:
            while True:
                at = datetime.now(UTC) + timedelta(seconds=self.chance.uniform(0.5, self.plan.due_within))
                chat = self.chance.choice(self.chats[1:])
                reminder = reminders.Reminder(
                    sealed.new_id(), "own", at, occurrence_at=at, text="stretch", exact=True
                )
                with contextlib.suppress(database.UnavailableError):
                    await asyncio.to_thread(self._keep, opened, chat, reminder)
                    self._promised[reminder.id] = chat.id
                await asyncio.sleep(self.chance.uniform(0.2, 1.8))
        finally:
            opened.database.close()

    async def _opened(self) -> opening.Opened:
        """Open the store ourselves, however often the database is away just then."""
        while True:
            try:
                return await asyncio.to_thread(self._open)
            except database.UnavailableError:
                await asyncio.sleep(0.5)

    def _keep(self, opened: opening.Opened, chat: Chat, reminder: reminders.Reminder) -> None:
        with opened.database.write() as connection:
            patient_id = opened.patients.find(connection, chat.id)
            scope = opened.patients.scope(connection, patient_id) if patient_id else None
            assert scope is not None
            store.Store(scope).reminders.save(reminder)

    # What goes wrong

    async def _strike(self) -> None:
        ends = time.monotonic() + 60 * self.plan.minutes
        for number in range(self.plan.kills):
            if time.monotonic() > ends:
                break
            worker = self.chance.choice(self.workers)
            await self._let_work(worker)
            worker.in_hand = True
            await worker.kill()
            self.counts.kills += 1
            worker.start(fresh=self.chance.random() < self.plan.fresh)
            worker.in_hand = False
            if number % self.plan.every == 0 and self.plan.troubles:
                trouble = self.plan.troubles[number // self.plan.every % len(self.plan.troubles)]
                self.weather.faults[trouble] += 1
                await getattr(self, f"_{trouble}")()
        await asyncio.sleep(0.5)

    async def _let_work(self, worker: Worker) -> None:
        """Wait for the moment to kill: while it starts, or some time after it is up."""
        if self.chance.random() < self.plan.starting:
            await asyncio.sleep(self.chance.uniform(0, 0.5))
            self.counts.kills_while_starting += not worker.is_up()
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(UP_SECONDS):
                while not worker.is_up():  # noqa: ASYNC110  it happens in another process
                    await asyncio.sleep(0.02)
        await asyncio.sleep(self.chance.uniform(0, self.plan.between_kills))

    @contextlib.contextmanager
    def _unnoted(self) -> Iterator[None]:
        """Remember that the database takes no note now."""
        begun = asyncio.get_running_loop().time()
        try:
            yield
        finally:
            self._troubles.append((begun, asyncio.get_running_loop().time() + counts.NOTING_SECONDS))

    async def _locked(self) -> None:
        file = self.folder / "worker-0" / "data" / "sameside.db"
        with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection, self._unnoted():
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA busy_timeout=3000")
                connection.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(LOCKED_SECONDS)

    async def _full(self) -> None:
        """No file of the process may grow: to it, the disk is full."""
        unlimited = resource.RLIM_INFINITY
        with contextlib.suppress(ProcessLookupError), self._unnoted():  # it may end by itself
            worker = self.workers[0]
            resource.prlimit(worker.pid, resource.RLIMIT_FSIZE, (4096, unlimited))
            await asyncio.sleep(2 * self.plan.spell)
            resource.prlimit(worker.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))

    async def _jump(self) -> None:
        for ahead in (3600, -900, 0):
            self._clock.write_text(str(ahead))
            await asyncio.sleep(self.plan.spell)

    async def _block(self) -> None:
        chat = self.chats[0]
        self._says(chat)
        self.weather.telegram.block(chat)
        await asyncio.sleep(self.plan.spell)
        self.weather.telegram.unblock(chat)
        await asyncio.sleep(0.2)

    async def _away(self) -> None:
        """The database takes nobody for a while, and throws out whoever is in."""
        url = self.plan.postgres.replace("+psycopg", "")
        name = url.rpartition("/")[2]
        server = f"{url.rpartition('/')[0]}/postgres"
        allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        async with await psycopg.AsyncConnection.connect(server, autocommit=True) as connection:
            with self._unnoted():
                await connection.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
                ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                await connection.execute(ended, (name,))
                await asyncio.sleep(self.plan.away_seconds)
                await connection.execute(allow.format(sql.Identifier(name), sql.SQL("true")))

    async def _upgraded(self) -> None:
        """A newer version takes over while this one works: with a migration, one process after another.

        Half of them are killed instead of stopped, and so may the one that migrates be.
        """
        await asyncio.to_thread(self._write_newer)
        for worker in self.workers:
            worker.in_hand = True
            worker.environment[program.VERSIONS] = str(self._versions)
            await (worker.kill() if self.chance.random() < 0.5 else worker.stop())
            worker.start()
            worker.in_hand = False
            await asyncio.sleep(self.chance.uniform(0, 0.5))

    def _write_newer(self) -> None:
        number = int(max(each.name for each in self._versions.glob("[0-9]*.py"))[:4]) + 1
        folder = self.folder / f"migrations-{number:04}"
        shutil.copytree(self._versions.parent, folder)
        self._versions = folder / "versions"
        newest = NEWER.format(this=f"{number:04}", last=f"{number - 1:04}")
        (self._versions / f"{number:04}_newer.py").write_text(newest)

    # Counting

    def _open(self) -> opening.Opened:
        data = self.folder / "worker-0" / "data"
        url = self.plan.postgres.replace("postgresql://", "postgresql+psycopg://", 1)
        url = url or f"sqlite:///{data / 'sameside.db'}"
        return opening.open_store(url, data, (base64.b64decode(KEY),), datetime.now(UTC))

    def _is_waited_for(self) -> bool:
        """Tell whether an answer or a reminder is still to come, going on from what was seen before."""
        for each in self.weather.taken[self._seen :]:
            self._waiting -= {(each.chat_id, note) for note in each.notes}
        self._seen = len(self.weather.taken)
        flooded = self._record().flooded_until()
        left = any(self._sent_at[note] > flooded.get(chat, 0.0) for chat, note in self._waiting)
        return left or len(self._record().reminders(self._promised)) < len(self._promised)

    def _record(self) -> counts.Record:
        ends = {life: end for worker in self.workers for life, end in worker.ends.items()}
        return counts.Record(self.weather.taken, ends, self._troubles)

    def _count(self) -> None:
        found, record = self.counts, self._record()
        answers, given = record.answers(), record.reminders(self._promised)
        flooded = record.flooded_until()
        unanswered = [each for each in self._waiting if each not in answers]
        told = [each for each in unanswered if self._sent_at[each[1]] < flooded.get(each[0], 0.0)]
        found.updates_answered_by_the_word_for_a_flood = len(told)
        found.replies_missing = len(unanswered) - len(told)
        found.reminders, found.reminders_missing = len(self._promised), len(self._promised) - len(given)
        for chat in self.chats[1:]:
            order = [note for chat_id, note in answers if chat_id == chat.id]
            found.replies_out_of_order += order != [note for note in self.sent[chat.id] if note in order]
        first = self.chats[0].id
        copies = [each for (chat_id, _), each in answers.items() if chat_id != first]
        doubled = record.doubled([*copies, *given.values()])
        found.replies_doubled_without_cause = doubled.uncaused
        found.replies_doubled_as_the_answer_was_cut_off = doubled.cut
        found.replies_doubled_as_the_kill_fell_before_the_note = doubled.killed
        found.two_senders_at_once = record.overlaps()
        found.answers_cut_off = sum(not each.heard for each in self.weather.taken)
        found.faults = dict(self.weather.faults)
        self._count_stored()

    def _count_stored(self) -> None:
        ours, schema.VERSIONS = schema.VERSIONS, self._versions
        try:
            opened = self._open()
        finally:
            schema.VERSIONS = ours
        with opened.database.read() as connection:
            for chat in self.chats:
                patient_id = opened.patients.find(connection, chat.id)
                scope = opened.patients.scope(connection, patient_id) if patient_id else None
                assert scope is not None
                kept = Counter(entry.text for entry in store.Store(scope).journal.history())
                wanted = Counter(self.sent[chat.id])
                self.counts.updates_not_applied_once += sum(((kept - wanted) + (wanted - kept)).values())
            # A reminder is doubled where two occurrences were noted; a message sent again is a doubled reply.
            noted = Counter(connection.exec_driver_sql("SELECT reminder_id FROM occurrences").scalars())
            self.counts.reminders_doubled = sum(noted[one] - 1 for one in noted)
        opened.database.close()
