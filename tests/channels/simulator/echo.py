"""A clock to move, a picture to send, and a small bot that says everything back."""

import asyncio
import html
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import telegram as library
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.simulator import server, telegram

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
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


class EchoBot:
    """Says everything back, with buttons; polls by hand as a real bot would."""

    def __init__(self, simulation: telegram.SimulatedTelegram) -> None:
        request = telegram.SimulatedRequest(simulation)
        self.api = library.Bot("123:simulated", request=request, get_updates_request=request)
        self.offset = 0

    async def begin(self) -> None:
        await self.api.initialize()
        await self.api.set_my_commands(
            [("log", "Write down how it is now"), ("summary", "One screen for the visit")]
        )
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
        markup = InlineKeyboardMarkup(
            [[InlineKeyboardButton(t, callback_data=d) for t, d in row] for row in keys]
        )
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


@asynccontextmanager
async def served(
    simulation: telegram.SimulatedTelegram, controls: server.Controls, echo: EchoBot
) -> AsyncIterator[str]:
    """The page's address while it is served, with the echo bot at work behind it."""
    working = asyncio.create_task(echo.work())
    try:
        async with server.serving(server.build(simulation, controls, "Sameside")) as address:
            yield address
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
