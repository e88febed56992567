"""Telegram on a bad day: the stand-in of the tests, with everything that goes wrong between it and a bot.

Faults are drawn by chance from a fixed seed. What was accepted but not told (the answer was cut off) is counted: only
that, and a kill in the same place, may make the bot send a message twice.
"""

import asyncio
import random
from collections import Counter, deque
from typing import Any

from aiohttp import web

from tests.support.standin import Standin, _parameters

CALM = {"getMe", "setMyCommands", "setMyDescription", "setMyShortDescription", "setWebhook", "deleteWebhook"}


class Weather(Standin):
    """A Bot API server that fails in ``share`` of the calls, in every way in turn."""

    def __init__(self, chance: random.Random, share: float = 0.12, *, delivers: bool = False) -> None:
        super().__init__()
        self.chance, self.share, self.delivers = chance, share, delivers
        self.faults: Counter[str] = Counter()
        self.unheard = 0
        self.stormy = False
        self._given: deque[dict[str, Any]] = deque(maxlen=60)

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "setWebhook" and self.delivers:
            await _parameters(request)
            return web.json_response({"ok": True, "result": True})
        if not self.stormy or method in CALM or self.chance.random() > self.share:
            return await super()._call(request)
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
        answer = await super()._call(request)
        if method.startswith("send") and answer.status == 200:
            self.unheard += 1
        if request.transport:
            request.transport.abort()
        return answer

    async def _slow(self, request: web.Request, method: str) -> web.Response:
        del method
        await asyncio.sleep(self.chance.uniform(0.2, 1.5))
        return await super()._call(request)

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
