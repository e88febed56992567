"""Serves the chat page on localhost and carries what its people do into the simulation.

The page sends plain JSON for each action and hears of every change over one stream; it holds no truth of its own.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.channels.simulator import files, guard, refusals, view
from bot.channels.simulator.account import Chat
from bot.channels.simulator.parameters import Json
from bot.channels.simulator.stream import Streams
from bot.channels.simulator.telegram import SimulatedTelegram
from bot.domain import errors

PAGE = Path(__file__).parent / "page"
_LONGEST_STEP = 366 * 24 * 3600
"""The clock goes a year at a time at most, so that a slip of the finger does not run for ever."""
_SHOWN_IN_BROWSER = {"image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"}


@dataclass(frozen=True, slots=True)
class Controls:
    """What the page can ask of the program around the simulation; given by the composition root."""

    now: Callable[[], datetime]
    """The simulated time, aware, UTC; the same clock as the simulation's."""
    advance: Callable[[float], Awaitable[None]]
    """Move the clock by so many seconds and let all reminders that fall due run, in order."""
    advance_to_next: Callable[[], Awaitable[datetime | None]]
    """Move the clock to the next reminder and let it run; None where none is planned."""
    load_history: Callable[[Chat], Awaitable[None]]
    """Fill in a believable month for the patient of this chat."""


def build(simulation: SimulatedTelegram, controls: Controls, title: str) -> web.Application:
    """The application of the page; ``title`` is the name at its top. Serve it on a loopback address only."""
    streams = Streams(simulation.account, controls.now, title)
    actions = _Actions(simulation, controls, streams)
    application = web.Application(
        middlewares=[guard.same_machine_only, _plain_errors], client_max_size=files.DOWNLOAD_BYTES + 65536
    )
    application.on_response_prepare.append(guard.add_headers)

    async def close_streams(_: web.Application) -> None:
        streams.close()

    application.on_shutdown.append(close_streams)
    application.add_routes(
        [
            web.get("/", _index),
            web.get("/events", streams.serve),
            web.get("/files/{file_id}", actions.file),
            web.post("/patients", actions.join),
            web.post("/chats/{chat_id}/text", actions.send_text),
            web.post("/chats/{chat_id}/file", actions.send_file),
            web.post("/chats/{chat_id}/messages/{message_id}/edit", actions.edit),
            web.post("/chats/{chat_id}/messages/{message_id}/press", actions.press),
            web.post("/chats/{chat_id}/block", actions.block),
            web.post("/chats/{chat_id}/history", actions.load_history),
            web.post("/clock/advance", actions.advance),
            web.post("/clock/next", actions.advance_to_next),
            web.static("/page", PAGE),
        ]
    )
    return application


@asynccontextmanager
async def serving(application: web.Application, port: int = 0) -> AsyncIterator[str]:
    """Serve on 127.0.0.1 while the context lasts; gives the page's address. Port 0 takes any free one.

    Raises:
        OperatorError: the port is taken.

    """
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        try:
            await site.start()
        except OSError as problem:
            raise errors.OperatorError(
                f"Port {port} on this machine cannot be used ({os.strerror(problem.errno or 0).lower()}). "
                f"Stop what uses it, or choose another: make run ARGS='--port {port + 1}'"
            ) from problem
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


@web.middleware
async def _plain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What a person cannot do is told to them in a sentence."""
    try:
        return await handler(request)
    except refusals.ImpossibleError as problem:
        return web.json_response({"error": str(problem)}, status=400)


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


class _Actions:
    """One method for each thing the page can ask for."""

    def __init__(self, simulation: SimulatedTelegram, controls: Controls, streams: Streams) -> None:
        self._simulation, self._controls, self._streams = simulation, controls, streams
        self._turning = asyncio.Lock()

    async def join(self, request: web.Request) -> web.Response:
        body = await _body(request)
        chat = self._simulation.join(_text(body, "name"), str(body.get("language_code") or "en"))
        return web.json_response({"chat_id": chat.id})

    async def send_text(self, request: web.Request) -> web.Response:
        body = await _body(request)
        reply_to = body.get("reply_to")
        message = self._simulation.send_text(
            self._chat(request), _text(body, "text"), reply_to if isinstance(reply_to, int) else None
        )
        return web.json_response({"message_id": message["message_id"]})

    async def send_file(self, request: web.Request) -> web.Response:
        chat, form = self._chat(request), await request.post()
        sent, caption = form.get("file"), str(form.get("caption", ""))
        if not isinstance(sent, web.FileField):
            raise refusals.ImpossibleError("There is no file to send.")
        content = await asyncio.to_thread(sent.file.read)
        if not content:
            raise refusals.ImpossibleError("This file is empty.")
        match form.get("kind"):
            case "photo":
                message = self._simulation.send_photo(chat, content, caption)
            case "voice":
                seconds = str(form.get("duration", "0"))
                length = int(seconds) if seconds.isdecimal() else 0
                message = self._simulation.send_voice(chat, content, length, sent.content_type, caption)
            case _:
                message = self._simulation.send_document(
                    chat, sent.filename, content, sent.content_type, caption
                )
        return web.json_response({"message_id": message["message_id"]})

    async def edit(self, request: web.Request) -> web.Response:
        text = _text(await _body(request), "text")
        self._simulation.edit_text(self._chat(request), _number(request, "message_id"), text)
        return web.json_response({})

    async def press(self, request: web.Request) -> web.Response:
        data = _text(await _body(request), "data")
        query_id = self._simulation.press(self._chat(request), _number(request, "message_id"), data)
        return web.json_response({"query_id": query_id})

    async def block(self, request: web.Request) -> web.Response:
        chat = self._chat(request)
        if (await _body(request)).get("blocked"):
            self._simulation.block(chat)
        else:
            self._simulation.unblock(chat)
        return web.json_response({})

    async def load_history(self, request: web.Request) -> web.Response:
        async with self._turning:
            await self._controls.load_history(self._chat(request))
        return self._told_the_time()

    async def advance(self, request: web.Request) -> web.Response:
        seconds = (await _body(request)).get("seconds")
        if not isinstance(seconds, int | float) or not 0 < seconds <= _LONGEST_STEP:
            raise refusals.ImpossibleError("The clock only moves forward, by a year at most.")
        async with self._turning:
            await self._controls.advance(float(seconds))
        return self._told_the_time()

    async def advance_to_next(self, _: web.Request) -> web.Response:
        async with self._turning:
            reached = await self._controls.advance_to_next()
        return self._told_the_time(reached=reached.isoformat() if reached else None)

    def _told_the_time(self, **more: str | None) -> web.Response:
        clock = view.of_clock(self._controls.now())
        self._streams.broadcast(clock)
        return web.json_response({"now": clock["now"], **more})

    async def file(self, request: web.Request) -> web.Response:
        stored = self._simulation.account.files.by_id(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound(text="There is no such file.\n")
        kind = stored.mime.partition(";")[0]
        kind = files.image_mime(stored.content) if files.image_size(stored.content) else kind
        shown = (kind in _SHOWN_IN_BROWSER or kind.startswith("audio/")) and "download" not in request.query
        headers = {
            "Content-Type": kind if shown else "application/octet-stream",
            "Content-Disposition": f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(stored.name)}",
        }
        return web.Response(body=stored.content, headers=headers)

    def _chat(self, request: web.Request) -> Chat:
        return self._simulation.chat(_number(request, "chat_id"))


def _number(request: web.Request, name: str) -> int:
    value = request.match_info[name]
    return int(value) if value.isdecimal() else 0


async def _body(request: web.Request) -> Json:
    """The JSON object of a request; its content type keeps out the forms that any site may send."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="JSON, please.\n")
    try:
        body = await request.json()
    except json.JSONDecodeError:
        body = None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="This is not a JSON object.\n")
    return body


def _text(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise web.HTTPBadRequest(text=f"{name} should be text.\n")
    return value
