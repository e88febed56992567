"""Telegram's servers in small: the simulated Bot API over real HTTP on loopback, for the bot as its own process."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.simulator.account import Chat
from bot.channels.simulator.telegram import SimulatedTelegram
from tests.support import forking

TOKEN = "123456:stand-in-token"
Before = Callable[[str, dict[str, Any]], Awaitable[web.Response | None]]


async def _let_through(method: str, params: dict[str, Any]) -> web.Response | None:
    del method, params
    return None


class Standin:
    """A Bot API server. ``before`` may answer a call in the simulation's stead, or delay it."""

    def __init__(self, before: Before = _let_through) -> None:
        self.telegram = SimulatedTelegram(lambda: datetime.now(UTC))
        self.before = before
        self.calls: list[str] = []
        self.url = ""

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator["Standin"]:
        """Serve on a free port while the context lasts."""
        application = web.Application(client_max_size=64 << 20)
        application.add_routes(self.routes())
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses of the Bot API."""
        return [
            web.route("*", "/bot{token}/{method}", self._call),
            web.get("/file/bot{token}/{path:.+}", self._download),
        ]

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _error(401, "Unauthorized")
        params, files = await _parameters(request)
        self.calls.append(method)
        answer = await self.before(method, params)
        if answer is not None:
            return answer
        status, body = await self.telegram.call(method, params, files)
        return web.json_response(body, status=status)

    async def _download(self, request: web.Request) -> web.Response:
        content = self.telegram.download(request.match_info["path"])
        return web.Response(body=content) if content is not None else _error(404, "Not Found")

    def texts(self, chat: Chat) -> list[str]:
        """What the bot wrote in a chat, oldest first."""
        return [m.get("text", "") for m in self.telegram.messages(chat) if m["from"]["is_bot"]]

    def press(self, chat: Chat, label: str) -> None:
        """Press the latest button whose label holds ``label``."""
        for message in reversed(self.telegram.messages(chat)):
            for row in (message.get("reply_markup") or {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        self.telegram.press(chat, message["message_id"], button["callback_data"])
                        return
        raise AssertionError(f"no button {label!r}")


async def _parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, tuple[str, bytes, str]]]:
    params: dict[str, Any] = {}
    files: dict[str, tuple[str, bytes, str]] = {}
    if request.content_type == "application/json":
        params = await request.json()
    else:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = (value.filename, value.file.read(), value.content_type)
            else:
                params[name] = value
    return params, files


def _error(code: int, description: str) -> web.Response:
    return web.json_response({"ok": False, "error_code": code, "description": description}, status=code)


class BotProcess:
    """The bot as its own process, to be started, stopped and killed."""

    def __init__(self, folder: Path, standin: Standin, **environment: str) -> None:
        self.folder, self.standin = folder, standin
        self.log = folder / "bot.log"
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path.cwd()),
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": standin.url,
            "SAMESIDE_DATA_DIR": str(folder / "data"),
            "SAMESIDE_LISTEN": "127.0.0.1:0",
            "SAMESIDE_SENDS_PER_SECOND": "1000",
            **environment,
        }
        self.process: asyncio.subprocess.Process | forking.Forked | None = None

    async def start(self, *, fresh: bool = False) -> None:
        """Start it: forked from a process that has loaded everything, or ``fresh`` from nothing."""
        if not fresh:
            places = (str(self.folder), str(self.log), str(self.log))
            self.process = forking.Forked(forking.be, ["run"], self.environment, *places)
            return
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                env=self.environment,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )

    async def kill(self) -> None:
        """Kill it where it stands."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to stop; gives the exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(number)
        return await process.wait()


async def until(what: Callable[[], bool], seconds: float = 30, told: str = "") -> None:
    """Wait until something is so; fails when it does not become so."""
    try:
        async with asyncio.timeout(seconds):
            while not what():  # noqa: ASYNC110  what is waited for happens in another process
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(told or "it did not happen") from None
