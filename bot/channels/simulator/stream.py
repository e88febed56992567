"""Server-sent events: every open page is told at once of what changes, and let go at once when the program ends."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from bot.channels.simulator import view
from bot.channels.simulator.account import Account, Change
from bot.channels.simulator.parameters import Json

_TICK = 2.0
"""Seconds between two looks at the clock; also how soon a page that has gone away is noticed."""
_END = b""
_RETRY = b"retry: 1000\n\n"
"""Milliseconds after which a page that lost the program looks for it again."""


class Streams:
    """All open pages."""

    def __init__(self, account: Account, now: Callable[[], datetime], title: str) -> None:
        self._account, self._now, self._title = account, now, title
        self._open: set[asyncio.Queue[bytes]] = set()

    def broadcast(self, event: Json) -> None:
        """Send an event to every page."""
        for queue in self._open:
            queue.put_nowait(_encoded(event))

    def close(self) -> None:
        """End every stream now; a page connects again by itself when the program is back."""
        for queue in self._open:
            queue.put_nowait(_END)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one page: first everything, then each change until one of the two sides ends it."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(_RETRY)
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        queue.put_nowait(_encoded(view.snapshot(self._account, self._title, self._now())))

        def note(change: Change) -> None:
            queue.put_nowait(_encoded(view.of_change(self._account, change)))

        stop = self._account.listen(note)
        self._open.add(queue)
        try:
            await self._pass_on(queue, response)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._open.discard(queue)
            stop()
        return response

    async def _pass_on(self, queue: asyncio.Queue[bytes], response: web.StreamResponse) -> None:
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), _TICK)
            except TimeoutError:
                event = _encoded(view.of_clock(self._now()))
            if event == _END:
                return
            await response.write(event)


def _encoded(event: Json) -> bytes:
    return f"data: {json.dumps(event)}\n\n".encode()
