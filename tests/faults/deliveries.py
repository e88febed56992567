"""Telegram where it delivers updates: in order for each chat, each to any process, until one of them takes it."""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

import aiohttp

from tests.faults.weather import Weather

SECRET = "a-secret-of-the-storm"


class Deliveries:
    """Takes what patients wrote from the stand-in and delivers it to one of ``ports``."""

    def __init__(self, weather: Weather, ports: Sequence[int]) -> None:
        self.weather, self._ports = weather, ports
        self._late: deque[dict[str, Any]] = deque(maxlen=100)

    async def run(self) -> None:
        """Deliver for ever."""
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
        chance = self.weather.chance
        while True:
            update = await queue.get()
            while not await self._post(session, update):  # noqa: ASYNC110  a process may be starting
                await asyncio.sleep(0.1)
            self._late.append(update)
            if self.weather.stormy and chance.random() < 0.15:
                self.weather.faults["delivered late again"] += 1
                await self._post(session, chance.choice(self._late))

    async def _post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        url = f"http://127.0.0.1:{self.weather.chance.choice(self._ports)}/telegram"
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        try:
            timeout = aiohttp.ClientTimeout(total=10)
            async with session.post(url, json=update, headers=headers, timeout=timeout) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False


def _whose(update: dict[str, Any]) -> int:
    body: dict[str, Any] = next(value for key, value in update.items() if key != "update_id")
    return int(body["from"]["id"])
