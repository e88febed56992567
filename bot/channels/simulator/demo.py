"""The demo's own parts: a clock that can be moved, a store that starts empty, the real bot's ends plugged into both."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from telegram import Bot, BotCommand

from bot.channels.simulator import refusals, server
from bot.channels.simulator.account import Chat
from bot.channels.simulator.telegram import SimulatedRequest, SimulatedTelegram
from bot.channels.telegram import limits, polling, sender
from bot.services import example_month
from bot.services.turn_maker import TurnMaker
from bot.services.workers import Workers
from bot.storage import opening, outbox

TOKEN = "1:simulated"  # noqa: S105  nobody checks it
FOLDER = "demo"
TITLE = "Sameside"
SENDS_PER_SECOND = 1000
SETTLE_SECONDS = 0.05
MOST_ROUNDS = 200
"""Ten seconds at least: what is not sent by then waits for something else."""

NO_MONTH = {
    "not agreed": "First press Start and “I agree” in this chat. Before that the bot keeps nothing.",
    "there already": "The month is in this log already.",
}

MOST_QUIET_REMINDERS = 50
"""Reminders in a row that may have had no reason to speak (logged already, too late) before it gives up."""

Take = Callable[[Sequence[Mapping[str, Any]]], Awaitable[object]]


class Clockwork:
    """A clock that runs, and that can be moved forward."""

    def __init__(self, real_now: Callable[[], datetime]) -> None:
        self._real_now = real_now
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Read the simulated time, aware, UTC."""
        return self._real_now() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Move the clock forward to ``moment``; it never goes back."""
        self._ahead = max(self._ahead, moment - self._real_now())


def fresh_store(data_dir: Path, now: datetime) -> opening.Opened:
    """Open an empty store for this run: what the last demo left is removed."""
    folder = data_dir / FOLDER
    if folder.exists():
        shutil.rmtree(folder)
    return opening.open_store(f"sqlite:///{folder.absolute() / 'sameside.db'}", folder, (), now)


class Simulated:
    """The simulated Telegram with the bot's ends plugged in."""

    def __init__(self, clockwork: Clockwork) -> None:
        self._clockwork = clockwork
        self._telegram = SimulatedTelegram(clockwork.now)
        self._bot = Bot(
            TOKEN,
            request=SimulatedRequest(self._telegram),
            get_updates_request=SimulatedRequest(self._telegram),
        )

    @contextlib.asynccontextmanager
    async def connected(self, menu: Sequence[tuple[str, str]]) -> AsyncIterator[sender.Sender]:
        """Connect the bot; gives the way messages go out."""
        await self._bot.initialize()
        await self._bot.set_my_commands([BotCommand(name, told) for name, told in menu])
        try:
            yield sender.Sender(self._bot, limits.Limits(SENDS_PER_SECOND))
        finally:
            await self._bot.shutdown()

    @property
    def username(self) -> str:
        """What the bot is called, as it was told when it connected."""
        return self._bot.username

    async def poll(self, take: Take) -> None:
        """Ask for updates for ever, as with the real Telegram."""
        await polling.Polling(self._bot, take).run()

    @contextlib.asynccontextmanager
    async def page(
        self, workers: Workers, opened: opening.Opened, maker: TurnMaker, port: int
    ) -> AsyncIterator[str]:
        """Serve the chat page while the context lasts; gives its address."""

        def is_sending() -> bool:
            with opened.database.read() as connection:
                return bool(outbox.heads(connection, self._clockwork.now(), 1, ()))

        moving = _Moving(self._clockwork, workers, lambda: opened.database.in_reader(is_sending))

        async def load_history(chat: Chat) -> None:
            outcome = await opened.database.in_writer(
                example_month.load, opened, maker, chat.id, chat.first_name, self._clockwork.now()
            )
            if outcome != "loaded":
                raise refusals.ImpossibleError(NO_MONTH[outcome])

        controls = server.Controls(self._clockwork.now, moving.advance, moving.advance_to_next, load_history)
        application = server.build(self._telegram, controls, TITLE)
        async with server.serving(application, port) as address:
            yield address


class _Moving:
    """Moves the clock so that every reminder on the way arrives at its own time."""

    def __init__(
        self, clockwork: Clockwork, workers: Workers, is_sending: Callable[[], Awaitable[bool]]
    ) -> None:
        self._clockwork, self._workers, self._is_sending = clockwork, workers, is_sending
        self._one_at_a_time = asyncio.Lock()

    async def advance(self, seconds: float) -> None:
        target = self._clockwork.now() + timedelta(seconds=seconds)
        async with self._one_at_a_time:
            await self._settle()
            while (due := await self._workers.next_due()) is not None and due <= target:
                await self._let_arrive(due)
            self._clockwork.move_to(target)

    async def advance_to_next(self) -> datetime | None:
        async with self._one_at_a_time:
            await self._settle()
            sent = self._workers.delivery.sent
            for _ in range(MOST_QUIET_REMINDERS):
                due = await self._workers.next_due()
                if due is None:
                    return None
                await self._let_arrive(due)
                if self._workers.delivery.sent > sent:
                    return due
            return None

    async def _let_arrive(self, due: datetime) -> None:
        self._clockwork.move_to(due)
        await self._workers.tick()
        await self._settle()

    async def _settle(self) -> None:
        """Wait until everything that was to be said is on the screen, whichever loop of the bot is saying it."""
        for _ in range(MOST_ROUNDS):
            await asyncio.sleep(SETTLE_SECONDS)
            await self._workers.settle()
            if not await self._is_sending():
                return
