"""The real program as a storm runs it: with a clock that jumps as a file says, and perhaps of a newer version.

Most starts are forked from a process that has loaded everything (`tests.support.forking`), so that many kills fit
into little time; some are made from nothing.
"""

import multiprocessing
import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import clock
from bot.storage import schema
from tests.support import forking

CLOCK, VERSIONS = "STORM_CLOCK", "STORM_VERSIONS"
FRESH = multiprocessing.get_context("spawn")


def jumping_now() -> datetime:
    """Read the machine's clock, and add what the file says."""
    try:
        ahead = float(Path(os.environ[CLOCK]).read_text() or 0)
    except (OSError, ValueError):  # being written
        ahead = 0.0
    return datetime.now(UTC) + timedelta(seconds=ahead)


def run(environment: Mapping[str, str], folder: str, log: str) -> None:
    """Be the bot: ``sameside run``."""
    clock.system_now = jumping_now
    if VERSIONS in environment:
        schema.VERSIONS = Path(environment[VERSIONS])
    forking.be(["run"], environment, folder, log, log)
