"""Asks Telegram for updates, and for the next batch only after the last one is stored.

The library's own updater acknowledges a batch before it is handled: a kill at the wrong moment lost 15 of 20 updates.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from telegram import Bot, error

from bot.channels.telegram import gateway
from bot.storage.database import UnavailableError

log = logging.getLogger(__name__)

WAIT_SECONDS = 25
BATCH = 100
GET_UPDATES = "get_Updates"
"""Becomes "getUpdates" on the wire. Spelled so because the library warns of raw calls to methods it has itself,
and its own parses every update, which is what must not stop the bot."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

LARGEST_NUMBER = (1 << 63) - 1
"""What a database's whole number holds; Telegram's own are below 2**32."""

Take = Callable[[Sequence[Mapping[str, Any]]], Any]


class Polling:
    """The polling loop. ``take`` stores a batch and returns once it is stored."""

    def __init__(self, bot: Bot, take: Take) -> None:
        self._bot, self._take = bot, take
        self._offset = 0

    async def run(self) -> None:
        """Poll for ever; what cannot be reached or stored is tried again, more and more slowly."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self._once()
                pause = FIRST_PAUSE
            except error.RetryAfter as problem:
                await asyncio.sleep(seconds_of(problem))
            except (error.TelegramError, UnavailableError) as problem:
                log.warning("polling pauses", extra={"error": type(problem).__name__, "seconds": pause})
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _once(self) -> None:
        raw = await self._bot.do_api_request(
            GET_UPDATES,
            api_kwargs={
                "offset": self._offset,
                "limit": BATCH,
                "timeout": WAIT_SECONDS,
                "allowed_updates": list(gateway.ALLOWED_UPDATES),
            },
            read_timeout=WAIT_SECONDS + 10,
        )
        updates = readable(raw)
        if updates:
            await self._take(updates)
            self._offset = max(int(update["update_id"]) for update in updates) + 1
        elif (
            raw
        ):  # nothing that could be acknowledged: it comes again, and is not to be asked for at full speed
            raise error.TelegramError("Unreadable updates.")


def seconds_of(problem: error.RetryAfter) -> float:
    """Give the seconds Telegram asks to wait; the library is moving from numbers to time spans."""
    after = problem.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


def readable(raw: Any) -> list[Mapping[str, Any]]:
    """Keep what has an update id; anything else cannot be acknowledged and is named by its keys."""
    found: list[Mapping[str, Any]] = []
    for update in raw if isinstance(raw, list) else []:
        if isinstance(update, Mapping) and _is_number(update.get("update_id")):
            found.append(update)
        else:
            keys = sorted(map(str, update)) if isinstance(update, Mapping) else type(update).__name__
            log.warning("an update without a number", extra={"keys": keys})
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_NUMBER
