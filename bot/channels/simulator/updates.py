"""The queue of updates between Telegram and a bot that polls: offsets, long waits, one reader at a time."""

import asyncio
from collections import deque
from collections.abc import Iterable

from bot.channels.simulator import refusals
from bot.channels.simulator.parameters import Json

FIRST_ID = 700_000_001
"""Update ids start at some positive number; a large one shows code that expects small ones."""
MOST_AT_ONCE = 100
OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""The kinds a bot gets only when it asks for them (core.telegram.org/bots/api#getupdates)."""


class Updates:
    """What has happened and was not yet confirmed by a larger offset."""

    def __init__(self) -> None:
        self._waiting: deque[Json] = deque()
        self._next_id = FIRST_ID
        self._allowed: frozenset[str] = frozenset()
        self._arrival = asyncio.Event()
        self._reader = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def allow(self, kinds: Iterable[str]) -> None:
        """Keep only these kinds from now on; none named means all but the ones that must be asked for."""
        self._allowed = frozenset(kinds)

    def add(self, kind: str, content: Json) -> None:
        """Queue one update, unless the bot has not asked for its kind."""
        if kind not in self._allowed if self._allowed else kind in OPT_IN:
            return
        self._waiting.append({"update_id": self._next_id, kind: content})
        self._next_id += 1
        self._arrival.set()

    def drop(self) -> None:
        """Forget what waits (``drop_pending_updates``)."""
        self._waiting.clear()

    async def fetch(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109  Telegram's own word
        """Confirm what lies before ``offset`` and return what follows, after up to ``timeout`` seconds.

        A negative offset counts from the end and forgets everything before.

        Raises:
            RefusedError: 409 in this call when a later one comes while it waits.

        """
        self._reader += 1
        reader = self._reader
        self._arrival.set()  # an earlier reader wakes, and finds that it is no longer the one
        self._confirm(offset)
        ends = asyncio.get_running_loop().time() + timeout
        while not self._waiting and (left := ends - asyncio.get_running_loop().time()) > 0:
            self._arrival = arrival = asyncio.Event()
            try:
                await asyncio.wait_for(arrival.wait(), left)
            except TimeoutError:
                break
            if self._reader != reader:
                raise refusals.conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
        return list(self._waiting)[: min(max(limit, 1), MOST_AT_ONCE)]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = self._next_id + offset
        while self._waiting and offset and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()
