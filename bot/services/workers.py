"""The loops of a running bot: take updates in, handle them, look for what is due; each wakes the next.

All of them start from the database, so that it does not matter which process took an update in, or which one died.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.patients import PatientId
from bot.services.delivery import Delivery
from bot.services.housekeeping import Housekeeping
from bot.services.intake import Accepted, Intake
from bot.services.ticks import Ticks
from bot.services.turns import Farewell, Turns
from bot.storage.database import Database, UnavailableError

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
SayFarewell = Callable[[Farewell], Awaitable[None]]


class Workers:
    """Everything a process does, on one event loop; database work runs in the database's threads."""

    def __init__(  # noqa: PLR0913, PLR0917  the composition root names each part once
        self,
        database: Database,
        intake: Intake,
        turns: Turns,
        ticks: Ticks,
        delivery: Delivery,
        housekeeping: Housekeeping,
        say_farewell: SayFarewell,
        now: Callable[[], datetime],
    ) -> None:
        self._database, self._intake, self._turns, self._ticks = database, intake, turns, ticks
        self.delivery, self._housekeeping = delivery, housekeeping
        self._say_farewell, self._now = say_farewell, now
        self._wake = asyncio.Event()

    async def take(self, updates: Sequence[Mapping[str, Any]]) -> Accepted:
        """Store a batch; when this returns, Telegram may forget it."""
        accepted = await self._database.in_writer(self._intake.accept, updates, self._now())
        self._wake.set()
        return accepted

    async def run_turns(self) -> None:
        """Handle waiting updates for ever."""
        while True:
            self._wake.clear()
            try:
                handled = await self.handle_waiting()
            except UnavailableError:
                log.warning("database not reachable")
                handled = False
            if not handled:
                await self._rest()

    async def handle_waiting(self) -> bool:
        """Handle one update of each patient who has one waiting; tell whether there was any."""
        waiting = await self._database.in_reader(self._turns.waiting, self._now())
        if not waiting:
            return False
        parts = _dealt(waiting, self._database.writers)
        said = await asyncio.gather(
            *(self._database.in_writer(self._turns.handle_each, part, self._now()) for part in parts)
        )
        self.delivery.wake()
        for farewell in (each for farewells in said for each in farewells):
            await self._say_farewell(farewell)
        return True

    async def tick(self) -> None:
        """Handle every reminder that is due."""
        try:
            if await self._database.in_writer(self._ticks.run_due, self._now()):
                self.delivery.wake()
        except UnavailableError:
            log.warning("database not reachable")

    async def next_due(self) -> datetime | None:
        """Tell when the next reminder of all is due."""
        return await self._database.in_reader(self._ticks.next_due)

    async def nightly(self) -> None:
        """Drop what is done with."""
        try:
            await self._database.in_writer(self._housekeeping.clean, self._now())
        except UnavailableError:
            log.warning("database not reachable")

    async def settle(self) -> None:
        """Work until nothing waits: for the simulator's clock."""
        while await self.handle_waiting():
            pass
        await self.delivery.drain()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._wake.wait()
        except TimeoutError:
            pass


def _dealt(patients: Sequence[PatientId], hands: int) -> list[Sequence[PatientId]]:
    return [part for part in (patients[hand::hands] for hand in range(hands)) if part]
