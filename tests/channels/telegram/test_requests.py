"""A call to Telegram comes to an end, whatever the other side does: the sender has eight places and needs each."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import error

from bot.channels.telegram.requests import AiohttpRequest

Behave = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"


@asynccontextmanager
async def telegram_that(behaves: Behave) -> AsyncIterator[str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.read(1000)
            await behaves(reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/sendMessage"
    finally:
        server.close()


async def call(url: str) -> tuple[int, bytes]:
    request = AiohttpRequest()
    try:
        return await request.do_request(url, "POST", None, read_timeout=0.3, connect_timeout=0.3)
    finally:
        await request.shutdown()


async def trickle(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD)
    while True:  # each piece comes in time, the whole never
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.05)


async def say_nothing(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD)


@pytest.mark.parametrize(
    ("behaves", "raised"),
    [(trickle, error.TimedOut), (say_nothing, error.TimedOut), (hang_up, error.NetworkError)],
)
async def test_a_call_ends_though_the_answer_does_not(
    behaves: Behave, raised: type[error.TelegramError]
) -> None:
    async with telegram_that(behaves) as url:
        with pytest.raises(raised):
            await asyncio.wait_for(call(url), 10)
