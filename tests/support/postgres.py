"""A PostgreSQL for tests: one server for a run, a fresh database for each test.

The server is the one SAMESIDE_TEST_POSTGRES_URL names (its user may create databases); otherwise a throwaway
cluster made from Debian's binaries. Where neither is possible the test is skipped with the reason, except with
CI=true, where it fails: there nobody would notice the gap.

A fixture that wants one says ``with postgres.database() as url: yield url``.
"""

import atexit
import contextlib
import functools
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.support import programs

VARIABLE = "SAMESIDE_TEST_POSTGRES_URL"
BINARIES = Path("/usr/lib/postgresql")
# What is thrown away after the run need not survive a power cut.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


class UnavailableError(Exception):
    """No server is given and none can be started; the text says why."""


@contextlib.contextmanager
def database(template: str = "template1") -> Iterator[str]:
    """Make a database of a name nobody else uses, yield its URL, drop it with whoever is still connected."""
    server = postgres_url()
    name = f"sameside_test_{secrets.token_hex(8)}"
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
    drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(create)
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(drop)


def postgres_url() -> str:
    """The ``postgresql://`` URL of the server; skips the test, or fails it with CI=true, where there is none."""
    try:
        return os.environ.get(VARIABLE) or _throwaway_url()
    except UnavailableError as problem:
        programs.missing(f"needs PostgreSQL: {problem}")


@functools.cache
def _throwaway_url() -> str:
    """Start a cluster that lives as long as this process; each pytest-xdist worker has its own."""
    binaries = _binaries()
    user = _database_user()
    folder = Path(tempfile.mkdtemp(prefix="sameside-postgres-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    password = secrets.token_urlsafe(24)
    (folder / "password").write_text(password, encoding="ascii")
    if user:
        shutil.chown(folder / "password", user)
        shutil.chown(folder, user)
    port = _free_port()
    settings = ("listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={folder}", *CARELESS)
    access = ("-U", "tests", "-A", "scram-sha-256", "--pwfile=password")
    _run(
        user, folder, binaries / "initdb", "-D", "cluster", "-E", "UTF8", "--no-locale", "--no-sync", *access
    )
    control = (binaries / "pg_ctl", "-D", "cluster", "-s", "-w")
    _run(user, folder, *control, "-l", "log", "-o", " ".join(f"-c {each}" for each in settings), "start")
    atexit.register(_run, user, folder, *control, "-m", "immediate", "stop")
    return f"postgresql://tests:{password}@127.0.0.1:{port}/postgres"


def _binaries() -> Path:
    found = sorted(BINARIES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise UnavailableError(f"{VARIABLE} is not set and there is no {BINARIES}/*/bin/initdb")
    return found[-1].parent


def _database_user() -> str | None:
    """Whom to become for the server, which refuses to run as root; None where we are somebody else already."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise UnavailableError("we are root, and there is no user postgres to run the server as") from None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(user: str | None, folder: Path, *command: str | Path) -> None:
    become = ("runuser", "-u", user, "--") if user else ()
    # The output goes to a file: the server would inherit a pipe, and reading it would wait for the server's end.
    with (folder / "output").open("w+", encoding="utf-8", errors="replace") as output:
        done = subprocess.run(
            (*become, *command),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
        )
        output.seek(0)
        if done.returncode:
            said = " ".join(output.read().split())[-300:]
            raise UnavailableError(f"{Path(command[0]).name} failed: {said}")
