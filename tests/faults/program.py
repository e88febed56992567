"""The real program as a storm runs it: with a clock that jumps as a file says, and perhaps of a newer version.

Most starts are forked from a process that has loaded everything, so that many kills fit into little time; some are
made from nothing.
"""

import multiprocessing
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import alembic.command
import psycopg
import sqlalchemy.dialects.postgresql.psycopg
import sqlalchemy.dialects.sqlite

import bot.channels.telegram.live
from bot import app, cli, clock
from bot.storage import schema

LOADED = (alembic.command, psycopg, sqlalchemy.dialects, bot.channels.telegram.live, app)
"""What the program would load when it is first needed, loaded before the fork."""

CLOCK, VERSIONS = "STORM_CLOCK", "STORM_VERSIONS"
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload([__name__, "tests.faults.nursery"])
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
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    with Path(log).open("ab") as told:
        for stream in (1, 2):
            os.dup2(told.fileno(), stream)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a text stream here
    clock.system_now = jumping_now
    if VERSIONS in environment:
        schema.VERSIONS = Path(environment[VERSIONS])
    cli.main(["run"])
