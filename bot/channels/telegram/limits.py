"""Telegram's limits: about 30 messages a second in all, one a second in a chat with short bursts.

Source: Telegram's bot FAQ, "My bot is hitting limits". When Telegram answers 429 the whole bot pauses for the time
it names; the library's own limiter lets other chats through meanwhile and knows no limit a chat.
"""

import asyncio
import math
from collections import OrderedDict

CHAT_BURST = 3
CHAT_PER_SECOND = 1.0
CHATS_REMEMBERED = 4096


class Bucket:
    """A token bucket: ``rate`` tokens a second, at most ``burst`` at once."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst = rate, burst
        self._level, self._at = burst, -math.inf

    def take(self, now: float) -> float:
        """Take one token; give the seconds to wait until it is there (0 where it is)."""
        self._level = self.level(now) - 1
        self._at = now
        return 0.0 if self._level >= 0 else -self._level / self.rate

    def level(self, now: float) -> float:
        """Tell how many tokens are there; less than none where some are taken ahead."""
        passed = now - self._at if self._at > -math.inf else 0.0
        return min(self.burst, self._level + passed * self.rate)


class Limits:
    """Makes callers wait until their message may go. One event loop; times are the loop's seconds."""

    def __init__(self, per_second: float) -> None:
        self._all = Bucket(per_second, max(1.0, per_second / 10))
        self._chats: OrderedDict[int, Bucket] = OrderedDict()
        self._paused_until = -math.inf

    async def wait(self, chat_id: int) -> None:
        """Wait for this chat's turn and the bot's."""
        loop = asyncio.get_running_loop()
        chat = self._chats.setdefault(chat_id, Bucket(CHAT_PER_SECOND, CHAT_BURST))
        self._chats.move_to_end(chat_id)
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        await asyncio.sleep(chat.take(loop.time()))
        await asyncio.sleep(self._all.take(loop.time()))
        await self.wait_out()

    async def room(self) -> int:
        """Wait until a message may go, and tell how many may at once.

        Who asks before it chooses a message can let a reply that has just come go before the reminders: none of them
        has taken its turn ahead.
        """
        loop = asyncio.get_running_loop()
        await self.wait_out()
        while (level := self._all.level(loop.time())) < 1:  # noqa: ASYNC110  a time, not an event
            await asyncio.sleep((1 - level) / self._all.rate)
        return int(level)

    async def wait_out(self) -> None:
        """Wait until no pause holds; one that is made longer meanwhile is waited for whole."""
        loop = asyncio.get_running_loop()
        while (left := self._paused_until - loop.time()) > 0:  # noqa: ASYNC110  a time, not an event
            await asyncio.sleep(left)

    def pause(self, seconds: float) -> None:
        """Hold everything back, as Telegram asked."""
        self._paused_until = max(self._paused_until, asyncio.get_running_loop().time() + seconds)
