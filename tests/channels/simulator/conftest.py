"""A simulation, its page and Chromium, for the tests of the simulator."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.channels.simulator import server, telegram
from bot.channels.simulator.account import Chat
from tests.channels.simulator.echo import BEGINS, EchoBot, MovableClock, served
from tests.support.browser import find_chromium


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
    async with served(simulation, controls, echo) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Debian's Chromium is; without one the browser tests are skipped, but never where CI is set."""
    return find_chromium()
