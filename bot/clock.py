"""APScheduler, used as nothing but the clock: it wakes services; what is due stands in the database.

Its own store deletes a job before it has run, and cannot be shared by two processes (docs/decisions/0003).
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

TICK_SECONDS = 1
NIGHT_HOUR = 3
Job = Callable[[], Awaitable[object]]


def system_now() -> datetime:
    """Read the machine's clock, in UTC."""
    return datetime.now(UTC)


class Clock:
    """Wakes ``tick`` every second and ``nightly`` once a night (UTC); a run that is late is run once."""

    def __init__(self, tick: Job, nightly: Job) -> None:
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        common = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler.add_job(tick, IntervalTrigger(seconds=TICK_SECONDS), **common)
        self._scheduler.add_job(nightly, CronTrigger(hour=NIGHT_HOUR, timezone=UTC), **common)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking; what runs is let end."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
