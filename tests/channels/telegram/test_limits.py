"""Telegram's limits, on a loop whose time is made up."""

import asyncio
from typing import Any

from bot.channels.telegram import limits


class Hours(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next thing that is due, so that an hour takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self.ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead

    def _run_once(self) -> None:
        scheduled: Any = getattr(self, "_scheduled", [])
        if scheduled and not getattr(self, "_ready", ()):
            self.ahead += max(0.0, scheduled[0].when() - self.time())
        super()._run_once()  # type: ignore[misc]  # the base class has it, its stub has not


def _ran(work: Any) -> Any:
    loop = Hours()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()


async def _times(kept: limits.Limits, chats: list[int]) -> list[float]:
    loop, times = asyncio.get_running_loop(), list[float]()
    began = loop.time()

    async def one(chat: int) -> None:
        await kept.wait(chat)
        times.append(loop.time() - began)

    await asyncio.gather(*(one(chat) for chat in chats))
    return sorted(times)


def test_no_second_sees_more_than_the_limit_in_all() -> None:
    times = _ran(_times(limits.Limits(30), list(range(300))))
    for start in range(int(times[-1])):
        assert sum(start <= each < start + 1 for each in times) <= 30 + 3 + 1
    assert 9 <= times[-1] <= 11


def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    times = _ran(_times(limits.Limits(30), [1] * 10))
    assert sum(each < 0.5 for each in times) == limits.CHAT_BURST
    assert 6.5 <= times[-1] <= 7.5


def test_a_busy_chat_does_not_slow_the_others() -> None:
    async def both() -> float:
        kept = limits.Limits(30)
        loop = asyncio.get_running_loop()
        busy = [asyncio.ensure_future(kept.wait(1)) for _ in range(20)]
        began = loop.time()
        await kept.wait(2)
        took = loop.time() - began
        await asyncio.gather(*busy)
        return took

    assert _ran(both()) < 1.5


def test_a_pause_that_is_made_longer_is_waited_for_whole() -> None:
    async def paused() -> float:
        kept, loop = limits.Limits(30), asyncio.get_running_loop()
        kept.pause(10)
        began = loop.time()
        waiting = asyncio.ensure_future(kept.wait(1))
        await asyncio.sleep(5)
        kept.pause(30)
        await waiting
        return loop.time() - began

    assert 34.5 <= _ran(paused()) <= 36


def test_who_asks_for_room_first_takes_no_turn_ahead_and_loses_none() -> None:
    async def asked() -> tuple[float, int]:
        kept, loop = limits.Limits(30), asyncio.get_running_loop()
        began, waited = loop.time(), 0
        for chat in range(300):
            assert await kept.room() >= 1
            before = loop.time()
            await kept.wait(chat)
            waited += loop.time() - before > 0.02
        return loop.time() - began, waited

    took, waited = _ran(asked())
    assert 9.5 <= took <= 10.5
    assert waited == 0


def test_chats_are_not_remembered_without_bound() -> None:
    async def many() -> int:
        kept = limits.Limits(1e9)
        for chat in range(limits.CHATS_REMEMBERED + 500):
            await kept.wait(chat)
        return len(kept._chats)

    assert _ran(many()) == limits.CHATS_REMEMBERED
