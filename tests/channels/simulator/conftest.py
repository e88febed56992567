"""A simulation, a clock to move, and a small bot that answers, for the tests of the simulator."""

import asyncio
import html
import os
import shutil
import struct
import zlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import telegram as library
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.simulator import server, telegram
from bot.channels.simulator.account import Chat

BEGINS = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)


class MovableClock:
    def __init__(self) -> None:
        self.time = BEGINS

    def __call__(self) -> datetime:
        return self.time

    def move(self, **steps: float) -> None:
        self.time += timedelta(**steps)


def png(width: int = 640, height: int = 420) -> bytes:
    """A soft gradient, large enough to look at."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(
        b"\0" + b"".join(bytes((90 + 120 * x // width, 150 + 70 * y // height, 150)) for x in range(width))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class EchoBot:
    """Says everything back, with buttons; polls by hand as a real bot would."""

    def __init__(self, simulation: telegram.SimulatedTelegram) -> None:
        request = telegram.SimulatedRequest(simulation)
        self.api = library.Bot("123:simulated", request=request, get_updates_request=request)
        self.offset = 0

    async def begin(self) -> None:
        await self.api.initialize()
        await self.api.set_my_commands([("log", "Write down how it is now"), ("summary", "One screen for the visit")])
        await self.api.set_my_description("Remembers how you are between visits, and puts it on one screen.")

    async def work(self) -> None:
        while True:
            await self.turn(timeout=10)

    async def turn(self, timeout: int = 0) -> int:  # noqa: ASYNC109  the Bot API's own word
        updates = await self.api.get_updates(offset=self.offset, timeout=timeout)
        for update in updates:
            self.offset = update.update_id + 1
            if update.callback_query:
                await self._pressed(update.callback_query)
            elif update.message:
                await self._said(update.message)
        return len(updates)

    async def _said(self, message: library.Message) -> None:
        await self.api.send_chat_action(message.chat.id, "typing")
        keys = [("Say it louder", "loud"), ("Show a picture", "picture")], [("Is this private?", "private")]
        markup = InlineKeyboardMarkup([[InlineKeyboardButton(t, callback_data=d) for t, d in row] for row in keys])
        text = f"You said <b>{html.escape(message.text or 'something')}</b>"
        await self.api.send_message(message.chat.id, text, parse_mode="HTML", reply_markup=markup)

    async def _pressed(self, query: library.CallbackQuery) -> None:
        message = query.message
        assert isinstance(message, library.Message)
        match query.data:
            case "loud":
                await query.answer("Louder.")
                await message.edit_text((message.text or "").upper())
            case "picture":
                await query.answer()
                await message.reply_photo(png(), caption="Your last month")
            case _:
                await query.answer("Only this computer can read it.", show_alert=True)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def simulation(clock: MovableClock) -> telegram.SimulatedTelegram:
    return telegram.SimulatedTelegram(clock)


@pytest.fixture
def robin(simulation: telegram.SimulatedTelegram) -> Chat:
    """A patient who has pressed Start, whose first update is already fetched."""
    chat = simulation.join("Robin")
    simulation.send_text(chat, "/start")
    simulation.account.updates.drop()
    return chat


Call = Callable[..., Any]


@pytest.fixture
def call(simulation: telegram.SimulatedTelegram) -> Call:
    async def ask(method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        return await simulation.call(method, params)

    return ask


@pytest.fixture
def controls(clock: MovableClock, simulation: telegram.SimulatedTelegram) -> server.Controls:
    async def advance(seconds: float) -> None:
        clock.move(seconds=seconds)

    async def advance_to_next() -> datetime | None:
        if clock.time >= BEGINS + timedelta(days=2):
            return None
        clock.time = BEGINS + timedelta(days=2)
        for chat in simulation.account.chats.values():
            await simulation.call("sendMessage", {"chat_id": chat.id, "text": "How was today?"})
        return clock.time

    async def load_history(chat: Chat) -> None:
        await simulation.call("sendMessage", {"chat_id": chat.id, "text": "Loaded."})

    return server.Controls(clock, advance, advance_to_next, load_history)


@pytest.fixture
async def echo(simulation: telegram.SimulatedTelegram) -> AsyncIterator[EchoBot]:
    bot = EchoBot(simulation)
    await bot.begin()
    yield bot
    await bot.api.shutdown()


@pytest.fixture
async def page_address(
    simulation: telegram.SimulatedTelegram, controls: server.Controls, echo: EchoBot
) -> AsyncIterator[str]:
    """The page, served, with the echo bot at work behind it."""
    working = asyncio.create_task(echo.work())
    async with server.serving(server.build(simulation, controls, "Sameside")) as address:
        yield address
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


@pytest.fixture
def chromium() -> str:
    """Where Debian's Chromium is; without one the browser tests are skipped, but never where CI is set."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("Chromium is not installed; .ci/run should have installed it.")
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium).")
    return found
