"""The loops of a running bot: take updates in, handle them, look for what is due; each wakes the next.

All of them start from the database, so that it does not matter which process took an update in, or which one died.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain import errors
from bot.domain.patients import PatientId
from bot.services.delivery import Delivery
from bot.services.housekeeping import Housekeeping
from bot.services.intake import Accepted, Intake
from bot.services.ticks import Ticks
from bot.services.turns import Farewell, Turns
from bot.storage.database import Database, UnavailableError

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
FINISH_SECONDS = 4.0
"""What is under way at a polite stop has this long to end: of the ten seconds a supervisor grants."""
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
        self._wake, self._at_rest = asyncio.Event(), asyncio.Event()
        self._at_rest.set()
        self._ending = False

    @property
    def turns_failed(self) -> int:
        """How many updates this process set aside because it could not handle them."""
        return self._turns.failed

    async def take(self, updates: Sequence[Mapping[str, Any]]) -> Accepted:
        """Store a batch; when this returns, Telegram may forget it."""
        accepted = await self._database.in_writer(self._intake.accept, updates, self._now())
        self._wake.set()
        return accepted

    async def run_turns(self) -> None:
        """Handle waiting updates until told to finish; farewells are said beside that."""
        self._at_rest.clear()
        try:
            await self._mind_interrupted()
            async with asyncio.TaskGroup() as farewells:
                while not self._ending:
                    self._wake.clear()
                    handled = await self._handle_some()
                    for farewell in handled or ():
                        farewells.create_task(self._part(farewell))
                    if handled is None:
                        await self._rest()
        finally:
            self._at_rest.set()

    async def _mind_interrupted(self) -> None:
        try:
            await self._database.in_writer(self._turns.mind_interrupted, self._now())
        except UnavailableError:
            log.warning("database not reachable")  # what could not be counted is found at the next start

    async def handle_waiting(self) -> bool:
        """Handle one update of each patient who has one waiting; tell whether there was any."""
        farewells = await self._handle_some()
        for farewell in farewells or ():
            await self._part(farewell)
        return farewells is not None

    async def _handle_some(self) -> list[Farewell] | None:
        """Handle one update of each patient who has one waiting; None where nobody has, or nobody can be reached."""
        try:
            waiting = await self._database.in_reader(self._turns.waiting, self._now())
        except UnavailableError:
            log.warning("database not reachable")
            return None
        parts = _dealt(waiting, self._database.writers)
        said = await asyncio.gather(
            *(self._database.in_writer(self._turns.handle_each, part, self._now()) for part in parts),
            return_exceptions=True,  # what the others did, and whom they took leave of, stands
        )
        self.delivery.wake()
        return _heard(said) if waiting else None

    async def _part(self, farewell: Farewell) -> None:
        try:
            await self._say_farewell(farewell)
        except errors.SamesideError as problem:  # a goodbye that fails is no reason to stop working
            log.warning("farewell failed", extra={"error": type(problem).__name__})

    async def finish(self) -> None:
        """Take nothing more up, and give what is under way a moment to end."""
        self._ending = True
        self._wake.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FINISH_SECONDS):
                await self._at_rest.wait()
                await self.delivery.finish()

    async def tick(self) -> None:
        """Handle every reminder that is due, some at a time, so that whoever writes meanwhile need not wait."""
        now, seen = self._now(), set[PatientId]()
        try:
            due = await self.next_due()
            while due is not None and due <= now and not self._ending:
                if await self._database.in_writer(self._ticks.run_batch, now, seen) is None:
                    return
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


def _heard(parts: Sequence[list[Farewell] | BaseException]) -> list[Farewell] | None:
    """Gather the farewells. None where the database did not answer, so that the next round comes a little later.

    Raises:
        BaseException: the first other problem of a part.

    """
    problems = [part for part in parts if isinstance(part, BaseException)]
    farewells = [each for part in parts if isinstance(part, list) for each in part]
    for problem in problems:
        if not isinstance(problem, UnavailableError):
            raise problem
    if problems:
        log.warning("database not reachable")
    return farewells or (None if problems else [])


def _dealt(patients: Sequence[PatientId], hands: int) -> list[Sequence[PatientId]]:
    return [part for part in (patients[hand::hands] for hand in range(hands)) if part]
