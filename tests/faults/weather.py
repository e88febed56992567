"""Telegram on a bad day: the stand-in of the tests, with everything that goes wrong between it and a bot.

Faults are drawn by chance from a fixed seed. What was accepted but not told (the answer was cut off) is counted: only
that, and a kill in the same place, may make the bot send a message twice.
"""

import asyncio
import json
import random
import re
from collections import Counter, deque
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.support.standin import Standin, _parameters

NOTE = re.compile(r"note number \d+ end")
CALM = {"getMe", "setMyCommands", "setMyDescription", "setMyShortDescription", "setWebhook", "deleteWebhook"}


@dataclass(frozen=True, slots=True)
class Taken:
    """One message as Telegram took it: when (the loop's seconds), from which life of which process, and what it says.

    ``heard``: whether the answer reached whoever sent it. ``buttons``: the data of its buttons, one after another.
    """

    at: float
    life: str
    chat_id: int
    text: str
    buttons: str
    heard: bool

    @property
    def notes(self) -> list[str]:
        """What patients wrote that it answers."""
        return list(dict.fromkeys(NOTE.findall(self.text)))


class Weather(Standin):
    """A Bot API server that fails in ``share`` of the calls, in every way in turn."""

    def __init__(self, chance: random.Random, share: float = 0.12, *, delivers: bool = False) -> None:
        super().__init__()
        self.chance, self.share, self.delivers = chance, share, delivers
        self.faults: Counter[str] = Counter()
        self.taken: list[Taken] = []
        self.stormy = False
        self._given: deque[dict[str, Any]] = deque(maxlen=60)

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses of the Bot API, one for each life of each process."""
        return [*super().routes(), web.route("*", "/{life}/bot{token}/{method}", self._call)]

    async def _answer(self, request: web.Request, method: str, *, heard: bool = True) -> web.Response:
        """Do what is asked, and note the message that was taken."""
        answer = await super()._call(request)
        if method == "sendMessage" and answer.status == 200:
            body = json.loads(answer.text or "{}")["result"]
            rows = (body.get("reply_markup") or {}).get("inline_keyboard", [])
            pressed = " ".join(button.get("callback_data", "") for row in rows for button in row)
            at, life = asyncio.get_running_loop().time(), request.match_info.get("life", "")
            self.taken.append(Taken(at, life, body["chat"]["id"], body["text"], pressed, heard))
        return answer

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "setWebhook" and self.delivers:
            await _parameters(request)
            return web.json_response({"ok": True, "result": True})
        if not self.stormy or method in CALM or self.chance.random() > self.share:
            return await self._answer(request, method)
        fault = self.chance.choice(("limit", "error", "page", "reset", "cut", "slow", "again"))
        if fault == "again" and method != "getUpdates":
            fault = "slow"
        self.faults[fault] += 1
        answer: web.Response = await getattr(self, f"_{fault}")(request, method)
        return answer

    async def _limit(self, request: web.Request, method: str) -> web.Response:
        del request, method
        told = {"description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}}
        return web.json_response({"ok": False, "error_code": 429, **told}, status=429)

    async def _error(self, request: web.Request, method: str) -> web.Response:
        del request, method
        told = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
        return web.json_response(told, status=500)

    async def _page(self, request: web.Request, method: str) -> web.Response:
        del request, method
        return web.Response(text="<html>502 Bad Gateway</html>", status=502, content_type="text/html")

    async def _reset(self, request: web.Request, method: str) -> web.Response:
        del method
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)

    async def _cut(self, request: web.Request, method: str) -> web.Response:
        """Do what is asked and let the connection break before the answer, as a time-out does."""
        await self._answer(request, method, heard=False)
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)

    async def _slow(self, request: web.Request, method: str) -> web.Response:
        await request.read()  # Telegram does what it was asked, whoever has died meanwhile
        await asyncio.sleep(self.chance.uniform(0.2, 1.5))
        return await self._answer(request, method)

    async def _again(self, request: web.Request, method: str) -> web.Response:
        """Give updates that were given before among the new ones, in any order."""
        del method
        params, _ = await _parameters(request)
        self.calls.append("getUpdates")
        status, body = await self.telegram.call("getUpdates", {**params, "timeout": 0})
        if status == 200:
            known = list(self._given)
            self._given.extend(body["result"])
            body["result"] += self.chance.sample(known, min(3, len(known)))
            self.chance.shuffle(body["result"])
        return web.json_response(body, status=status)
