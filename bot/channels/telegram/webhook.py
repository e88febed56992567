"""Takes updates that Telegram delivers by itself: stored first, answered with 200 only then."""

import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import msgspec
from aiohttp import web

from bot.channels.telegram.polling import readable
from bot.storage.database import UnavailableError

log = logging.getLogger(__name__)

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name, not its value
MOST_BYTES = 1 << 20
"""An update is some kilobytes; anything near this is not from Telegram."""

Take = Callable[[Sequence[Mapping[str, Any]]], Awaitable[object]]


def routes(take: Take, secret: str) -> list[web.RouteDef]:
    """Give the webhook's route. ``take`` returns once the update is stored; ``secret`` must come with each call."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, secret.encode()):
            return web.Response(status=401)
        if request.content_length is not None and request.content_length > MOST_BYTES:
            return web.Response(status=413)
        try:
            # The whole body, however it arrives; the application's ``client_max_size`` ends one of no stated length.
            update = msgspec.json.decode(await request.read())
        except (msgspec.DecodeError, RecursionError):
            log.warning("a webhook call that is not JSON")
            return web.Response(status=400)
        return await _stored(take, update)

    return [web.post(PATH, receive)]


async def _stored(take: Take, update: Any) -> web.Response:
    updates = readable([update])
    if updates:
        try:
            await take(updates)
        except UnavailableError:
            return web.Response(status=503)  # Telegram delivers it again
    return web.Response()
