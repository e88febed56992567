"""aiogram's own echo example: answers each text with it, stores nothing. Runs in an environment of its own."""

import asyncio
import sys

from aiogram import Bot, Dispatcher  # type: ignore[import-not-found]  # in an environment of its own
from aiogram.client.session.aiohttp import AiohttpSession  # type: ignore[import-not-found]  # the same
from aiogram.client.telegram import TelegramAPIServer  # type: ignore[import-not-found]  # the same
from aiogram.types import Message  # type: ignore[import-not-found]  # the same

dispatcher = Dispatcher()


@dispatcher.message()  # type: ignore[untyped-decorator]  # the same
async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(message.text or "")


async def main(url: str, token: str) -> None:
    """Poll for ever."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
