"""Patients write while everything goes wrong; at the end each promise is counted.

One process on SQLite asks for updates; several on PostgreSQL have them delivered, each update to any of them. Processes
are killed at any moment, start-up included; the database is locked, full or away; the clock jumps; a patient blocks
the bot and comes back; updates come again, and late.
"""

import asyncio
import base64
import contextlib
import random
import resource
import socket
import sqlite3
import sys
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import psycopg
from psycopg import sql

from bot.channels.simulator.account import Chat
from bot.domain import reminders
from bot.storage import opening, sealed, store
from tests.faults.weather import Weather
from tests.support.standin import BotProcess, until

KEY = base64.b64encode(bytes(range(32))).decode()
SECRET = "a-secret-of-the-storm"
PROGRAM = Path(__file__).with_name("program.py")
LOCKED_SECONDS = 4.5
"""Longer than the bot waits for a lock."""
SETTLE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a storm is made of. ``postgres`` is the URL of a database; without it there is one SQLite file."""

    seed: int = 20_261_122
    patients: int = 12
    writes_per_second: float = 8.0
    kills: int = 4
    between_kills: tuple[float, float] = (0.3, 3.0)
    workers: int = 1
    postgres: str = ""
    troubles: tuple[str, ...] = ("locked", "full", "jump", "block")
    every: int = 1
    """One trouble of the database or clock after so many kills."""
    share: float = 0.12


@dataclass(slots=True)
class Counts:
    """What came of it. Everything in the first block has to be 0."""

    not_applied_once: int = 0
    replies_missing: int = 0
    order_broken: int = 0
    reminders_missing: int = 0
    reminders_doubled: int = 0

    replies_doubled: int = 0
    answers_cut: int = 0
    kills: int = 0
    updates: int = 0
    reminders: int = 0
    seconds: float = 0.0
    faults: dict[str, int] = field(default_factory=dict)

    def broken(self) -> dict[str, int]:
        """What ought to be 0 and is not."""
        names = (
            "not_applied_once",
            "replies_missing",
            "order_broken",
            "reminders_missing",
            "reminders_doubled",
        )
        return {name: value for name, value in asdict(self).items() if name in names and value}


class Worker(BotProcess):
    """One process of the bot, with a clock that the storm sets."""

    def __init__(self, folder: Path, weather: Weather, offset: Path, **environment: str) -> None:
        folder.mkdir(exist_ok=True)
        super().__init__(folder, weather, SAMESIDE_MASTER_KEY=KEY, **environment)
        self._offset = offset

    async def start(self) -> None:
        """Start it; what it prints goes to its log."""
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, str(PROGRAM), str(self._offset), "run"),
                env=self.environment,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )


class Storm:
    """One storm, from the first patient to the count."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.folder = plan, folder
        self.chance = random.Random(plan.seed)
        self.weather = Weather(self.chance, plan.share, delivers=plan.workers > 1)
        self.sent: dict[int, list[str]] = {}
        self.reminders: dict[int, list[str]] = {}
        self.counts = Counts()
        self._offset = folder / "clock"
        self._offset.write_text("0")
        self._ports: list[int] = []
        self._late: deque[dict[str, Any]] = deque(maxlen=100)

    async def run(self) -> Counts:
        """Let it blow, wait until it is quiet, count."""
        began = asyncio.get_running_loop().time()
        async with self.weather.serving():
            self.workers = [self._worker(number) for number in range(self.plan.workers)]
            async with contextlib.AsyncExitStack() as stack:
                for worker in self.workers:
                    stack.push_async_callback(worker.kill)
                await self._run(await stack.enter_async_context(asyncio.TaskGroup()))
        self._count(began)
        return self.counts

    async def _run(self, group: asyncio.TaskGroup) -> None:
        await asyncio.gather(*(worker.start() for worker in self.workers))
        delivering = group.create_task(self._deliver()) if self.plan.workers > 1 else None
        self.chats = await self._join()
        await asyncio.to_thread(self._seed_reminders)
        self.weather.stormy = True
        writing = group.create_task(self._write())
        await self._strike()
        writing.cancel()
        self.weather.stormy = False
        for chat in self.chats:
            self._says(chat)
        with contextlib.suppress(TimeoutError):  # what is missing is counted
            async with asyncio.timeout(SETTLE_SECONDS):
                while self._unanswered() or self._ungiven():  # noqa: ASYNC110  others do it
                    await asyncio.sleep(0.3)
        if delivering:
            delivering.cancel()
        self.codes = await asyncio.gather(*(worker.stop() for worker in self.workers))

    def _worker(self, number: int) -> Worker:
        extra = {}
        if self.plan.postgres:
            extra["SAMESIDE_DATABASE_URL"] = self.plan.postgres
        if self.plan.workers > 1:
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            self._ports.append(port)
            extra |= {
                "SAMESIDE_LISTEN": f"127.0.0.1:{port}",
                "SAMESIDE_WEBHOOK_URL": "https://bot.example.org",
                "SAMESIDE_WEBHOOK_SECRET": SECRET,
            }
        return Worker(self.folder / f"worker-{number}", self.weather, self._offset, **extra)

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
        text = f"note number {self.counts.updates} end"
        self.weather.telegram.send_text(chat, text)
        self.sent[chat.id].append(text)
        self.counts.updates += 1

    async def _write(self) -> None:
        pause = 2 / self.plan.writes_per_second
        while True:
            self._says(self.chance.choice(self.chats[1:]))  # the first one is for blocking
            await asyncio.sleep(self.chance.uniform(0, pause))

    def _seed_reminders(self) -> None:
        """Give everybody two reminders that fall due within the storm."""
        last = max(6.0, self.plan.kills * sum(self.plan.between_kills) / 2)
        opened = self._open()
        now = datetime.now(UTC)
        with opened.database.write() as connection:
            for chat in self.chats[1:]:
                patient_id = opened.patients.find(connection, chat.id)
                scope = opened.patients.scope(connection, patient_id) if patient_id else None
                assert scope is not None
                for _ in range(2):
                    at = now + timedelta(seconds=self.chance.uniform(2, last))
                    reminder = reminders.Reminder(
                        sealed.new_id(), "own", at, occurrence_at=at, text="stretch", exact=True
                    )
                    store.Store(scope).reminders.save(reminder)
                    self.reminders.setdefault(chat.id, []).append(reminder.id)
        opened.database.close()

    # What goes wrong

    async def _strike(self) -> None:
        for number in range(self.plan.kills):
            await asyncio.sleep(self.chance.uniform(*self.plan.between_kills))
            worker = self.chance.choice(self.workers)
            await worker.kill()
            self.counts.kills += 1
            await worker.start()
            if number % self.plan.every == 0 and self.plan.troubles:
                trouble = self.plan.troubles[number // self.plan.every % len(self.plan.troubles)]
                self.weather.faults[trouble] += 1
                await getattr(self, f"_{trouble}")()
        await asyncio.sleep(1.0)

    async def _locked(self) -> None:
        with contextlib.closing(sqlite3.connect(self._file, isolation_level=None)) as connection:
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA busy_timeout=3000")
                connection.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(LOCKED_SECONDS)

    async def _full(self) -> None:
        """No file of the process may grow: to it, the disk is full."""
        process = self.workers[0].process
        if process is None or process.returncode is not None:
            return
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        await asyncio.sleep(2.0)
        if process.returncode is None:
            resource.prlimit(
                process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
            )

    async def _jump(self) -> None:
        for ahead in (3600, -900, 0):
            self._offset.write_text(str(ahead))
            await asyncio.sleep(1.0)

    async def _block(self) -> None:
        chat = self.chats[0]
        self._says(chat)
        self.weather.telegram.block(chat)
        await asyncio.sleep(1.0)
        self.weather.telegram.unblock(chat)
        await asyncio.sleep(0.2)

    async def _away(self) -> None:
        """The database takes nobody for ten seconds, and throws out whoever is in."""
        url = self.plan.postgres.replace("+psycopg", "")
        name = url.rpartition("/")[2]
        server = f"{url.rpartition('/')[0]}/postgres"
        allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        async with await psycopg.AsyncConnection.connect(server, autocommit=True) as connection:
            await connection.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            await connection.execute(ended, (name,))
            await asyncio.sleep(10.0)
            await connection.execute(allow.format(sql.Identifier(name), sql.SQL("true")))

    async def _migrated(self) -> None:
        """A newer version adds to the tables while this one works; then the processes are replaced one by one."""
        url = self.plan.postgres.replace("+psycopg", "")
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
            await connection.execute("ALTER TABLE inbox ADD COLUMN IF NOT EXISTS of_a_newer_version INTEGER")
            await connection.execute("ALTER TABLE journal ADD COLUMN IF NOT EXISTS of_a_newer_version TEXT")
        for worker in self.workers:
            await worker.stop()
            await worker.start()
            await asyncio.sleep(0.5)

    # Telegram, where it delivers

    async def _deliver(self) -> None:
        offset, waiting = 0, dict[int, asyncio.Queue[dict[str, Any]]]()
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            while True:
                told = {"offset": offset, "timeout": 1, "limit": 100}
                _, body = await self.weather.telegram.call("getUpdates", told)
                for update in body["result"]:
                    offset = update["update_id"] + 1
                    whose = _whose(update)
                    if whose not in waiting:
                        waiting[whose] = asyncio.Queue()
                        group.create_task(self._deliver_to(session, waiting[whose]))
                    waiting[whose].put_nowait(update)

    async def _deliver_to(self, session: aiohttp.ClientSession, queue: asyncio.Queue[dict[str, Any]]) -> None:
        """Deliver one chat's updates in their order, each to any process, until one of them takes it."""
        while True:
            update = await queue.get()
            while not await self._post(session, update):  # noqa: ASYNC110  a process may be starting
                await asyncio.sleep(0.1)
            self._late.append(update)
            if self.weather.stormy and self.chance.random() < 0.15:
                self.weather.faults["delivered late again"] += 1
                await self._post(session, self.chance.choice(self._late))

    async def _post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        url = f"http://127.0.0.1:{self.chance.choice(self._ports)}/telegram"
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        try:
            timeout = aiohttp.ClientTimeout(total=10)
            async with session.post(url, json=update, headers=headers, timeout=timeout) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False

    # Counting

    @property
    def _file(self) -> Path:
        return self.folder / "worker-0" / "data" / "sameside.db"

    def _open(self) -> opening.Opened:
        data = self.folder / "worker-0" / "data"
        url = (
            self.plan.postgres.replace("postgresql://", "postgresql+psycopg://", 1)
            or f"sqlite:///{self._file}"
        )
        return opening.open_store(url, data, (base64.b64decode(KEY),), datetime.now(UTC))

    def _unanswered(self) -> int:
        found = 0
        for chat in self.chats:
            told = "\n".join(self.weather.texts(chat))
            wanted = self.sent[chat.id] if chat is not self.chats[0] else self.sent[chat.id][-1:]
            found += sum(text not in told for text in wanted)
        return found

    def _given(self, chat: Chat) -> Counter[str]:
        """Count the messages that brought each reminder: their button names it."""
        found: Counter[str] = Counter()
        for message in self.weather.telegram.messages(chat):
            rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
            data = "".join(button.get("callback_data", "") for row in rows for button in row)
            found.update(one for one in self.reminders.get(chat.id, ()) if one in data)
        return found

    def _ungiven(self) -> int:
        return sum(
            1 for chat in self.chats[1:] for one in self.reminders[chat.id] if not self._given(chat)[one]
        )

    def _count(self, began: float) -> None:
        counts = self.counts
        counts.seconds = round(asyncio.get_running_loop().time() - began, 1)
        counts.answers_cut = self.weather.unheard
        counts.faults = dict(self.weather.faults)
        counts.replies_missing = self._unanswered()
        counts.reminders = sum(map(len, self.reminders.values()))
        counts.reminders_missing = self._ungiven()
        for chat in self.chats[1:]:
            order = [t for told in self.weather.texts(chat) for t in self.sent[chat.id] if t in told]
            once = list(dict.fromkeys(order))
            counts.order_broken += once != [t for t in self.sent[chat.id] if t in set(once)]
            counts.replies_doubled += len(order) - len(once)
        self._count_stored()

    def _count_stored(self) -> None:
        opened = self._open()
        with opened.database.read() as connection:
            for chat in self.chats:
                patient_id = opened.patients.find(connection, chat.id)
                scope = opened.patients.scope(connection, patient_id) if patient_id else None
                assert scope is not None
                kept = Counter(entry.text for entry in store.Store(scope).journal.history())
                wanted = Counter(self.sent[chat.id])
                self.counts.not_applied_once += sum(((kept - wanted) + (wanted - kept)).values())
            # A reminder is doubled where two occurrences were noted; a message sent again is a doubled reply.
            noted = Counter(connection.exec_driver_sql("SELECT reminder_id FROM occurrences").scalars())
            self.counts.reminders_doubled = sum(noted[one] - 1 for one in noted if noted[one] > 1)
        opened.database.close()
        again = sum(n - 1 for chat in self.chats[1:] for n in self._given(chat).values() if n > 1)
        self.counts.replies_doubled += again


def _whose(update: dict[str, Any]) -> int:
    body: dict[str, Any] = next(value for key, value in update.items() if key != "update_id")
    return int(body["from"]["id"])


def table(rows: Sequence[tuple[str, Counts]]) -> str:
    """Write what was counted as a table in Markdown."""
    names = [name for name in asdict(rows[0][1]) if name != "faults"]
    lines = ["| what | " + " | ".join(title for title, _ in rows) + " |", "|---" * (len(rows) + 1) + "|"]
    for name in names:
        told = " | ".join(str(asdict(counts)[name]) for _, counts in rows)
        lines.append(f"| {name.replace('_', ' ')} | {told} |")
    faults = " | ".join(", ".join(f"{k} {v}" for k, v in sorted(c.faults.items())) for _, c in rows)
    return "\n".join([*lines, f"| faults | {faults} |"])
