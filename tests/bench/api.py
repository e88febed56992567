"""A Bot API of the fewest steps, so that what is measured is the bot: it answers from memory.

It counts what is sent and when; it checks nothing, which the stand-in of the tests does.
"""

import asyncio
import itertools
import json
import re
import time
from collections import Counter, deque
from typing import Any

TOKEN = "123456:bench-token"
CHAT = re.compile(rb"chat_id\D*(\d+)")
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
ME = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
SENT = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}


class Api:
    """Gives what is put into ``waiting`` to whoever polls, and notes what they send."""

    def __init__(self) -> None:
        self.waiting: deque[dict[str, Any]] = deque()
        self.new = asyncio.Event()
        self.calls: Counter[str] = Counter()
        self.sent_at: list[float] = []
        self.sent_to: list[int] = []
        self.numbers = itertools.count(1)
        self.url = ""

    async def start(self) -> asyncio.Server:
        """Serve on a free port."""
        server = await asyncio.get_running_loop().create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    def put(self, *updates: dict[str, Any]) -> None:
        """Let updates wait."""
        self.waiting.extend(updates)
        self.new.set()

    def skip(self, count: int) -> None:
        """Leave numbers of updates out."""
        self.numbers = itertools.count(count)

    def text(self, person: int, text: str) -> dict[str, Any]:
        """Make the update of a text."""
        chat = {"id": person, "type": "private", "first_name": "P"}
        sender = {"id": person, "is_bot": False, "first_name": "P", "language_code": "en"}
        number = next(self.numbers)
        message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": sender, "text": text}
        return {"update_id": number, "message": message}

    async def answer(self, method: str, body: bytes) -> Any:
        """Answer one call."""
        self.calls[method] += 1
        if method == "getUpdates":
            return await self._updates(body)
        if method == "sendMessage":
            found = CHAT.search(body)
            self.sent_at.append(time.perf_counter())
            self.sent_to.append(int(found[1]) if found else 0)
            return SENT
        return ME if method == "getMe" else True

    async def _updates(self, body: bytes) -> list[dict[str, Any]]:
        found = re.search(rb"offset\D*(-?\d+)", body)
        offset = int(found[1]) if found else 0
        while self.waiting and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()
        if not self.waiting:
            self.new.clear()
            try:
                async with asyncio.timeout(5):
                    await self.new.wait()
            except TimeoutError:
                return []
        return list(itertools.islice(self.waiting, 100))


class _Connection(asyncio.Protocol):
    def __init__(self, api: Api) -> None:
        self._api, self._seen = api, b""
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._seen += data
        while (end := self._seen.find(b"\r\n\r\n")) >= 0:
            head = self._seen[:end]
            length = LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._seen) < whole:
                return
            body, self._seen = self._seen[end + 4 : whole], self._seen[whole:]
            method = head.split(b" ", 2)[1].rpartition(b"/")[2].partition(b"?")[0].decode()
            task = asyncio.get_running_loop().create_task(self._answer(method, body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answer(self, method: str, body: bytes) -> None:
        said = json.dumps({"ok": True, "result": await self._api.answer(method, body)}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\n\r\n"
        if not self._transport.is_closing():
            self._transport.write(head.encode() + said)  # type: ignore[attr-defined]  # a socket's transport
