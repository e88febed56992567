"""The commands. What goes wrong and can be mended is said in one line; the exit code is then not 0."""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import errors

if TYPE_CHECKING:  # settings load pydantic, which --help need not wait for
    from bot.settings import Settings

DEMO_PORT = 8086
Command = Callable[[argparse.Namespace], None]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        run: Command = chosen.run
        run(chosen)
    except errors.OperatorError as problem:
        sys.exit(f"sameside: {problem}")
    except errors.SamesideError as problem:
        sys.exit(f"sameside: {problem} Try again in a moment.")
    except KeyboardInterrupt:
        sys.exit(130)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sameside", description="A Telegram bot that puts patients and doctors on the same side."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    demo = commands.add_parser(
        "demo", help="try the real bot on a chat page on this machine, without Telegram"
    )
    demo.add_argument("--port", type=int, default=DEMO_PORT, help=f"port of the page (default {DEMO_PORT})")
    demo.set_defaults(run=_demo)
    _plain(commands, "run", "talk to Telegram until stopped", _run)
    _plain(commands, "understand", "read JSON lines of text, write what was understood", _understand)
    _plain(commands, "check", "look whether settings, content and database are in order", _check)
    _plain(commands, "migrate", "bring the database up to this version", _migrate)
    for name, told, run in (
        ("backup", "write everything into one sealed file", _backup),
        ("restore", "put a backup in place of everything", _restore),
    ):
        command = commands.add_parser(name, help=told)
        command.add_argument("file", type=Path, metavar="FILE")
        command.set_defaults(run=run)
    move = commands.add_parser("move", help="move everything to another database, row for row")
    move.add_argument(
        "url", metavar="URL", help="postgresql://user@host:5432/name, empty; PGPASSWORD is heeded"
    )
    move.set_defaults(run=_move)
    keys = commands.add_parser("keys", help="the master key").add_subparsers(required=True, metavar="action")
    _plain(keys, "rotate", "seal everything under a new master key", _rotate)
    return parser


def _plain(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, told: str, run: Command
) -> None:
    commands.add_parser(name, help=told).set_defaults(run=run)


def _settings() -> "Settings":
    from bot import logs, settings

    logs.set_up()
    found = settings.load()
    for name in found.unknown:
        print(f"sameside: {name} is not a setting of Sameside; is it misspelt?", file=sys.stderr)
    return found


def _say(text: str) -> None:
    print(text, flush=True)


def _demo(chosen: argparse.Namespace) -> None:
    gc.disable()  # all that a start makes stays; `app` turns the collector on again
    import asyncio

    from bot import app

    found = _settings()
    asyncio.run(
        app.run_demo(found.data_dir, chosen.port, lambda at: _say(f"Sameside: open {at} (Ctrl-C stops it)"))
    )


def _run(chosen: argparse.Namespace) -> None:
    gc.disable()  # as in the demo
    import asyncio

    from bot import app

    del chosen
    found = _settings()
    if found.telegram_token is None:
        raise errors.OperatorError(
            "TELEGRAM_TOKEN is not set: get one from @BotFather (/newbot) and put it into .env, "
            "or try `sameside demo`."
        )
    asyncio.run(app.run_bot(found, _say))


def _understand(chosen: argparse.Namespace) -> None:
    from bot import explaining

    del chosen
    explaining.run(sys.stdin, sys.stdout)


def _check(chosen: argparse.Namespace) -> None:
    from bot import app, checking

    del chosen
    for line in checking.check(_settings(), app.understanding):
        _say(line)


def _migrate(chosen: argparse.Namespace) -> None:
    from bot import app, clock
    from bot.storage import schema

    del chosen
    opened = app.open_store(_settings(), clock.system_now())
    opened.database.close()
    _say(f"The database is at version {schema.head()}.")


def _backup(chosen: argparse.Namespace) -> None:
    from bot import app, clock
    from bot.services import backup

    opened = app.open_existing(_settings(), clock.system_now())
    rows = backup.write(opened, chosen.file, clock.system_now())
    opened.database.close()
    _say(f"{rows} rows are in {chosen.file}. The master key is not in it: keep that apart.")


def _restore(chosen: argparse.Namespace) -> None:
    from bot import app, clock
    from bot.services import backup

    opened = app.open_store(_settings(), clock.system_now())
    rows = backup.restore(opened, chosen.file)
    opened.database.close()
    _say(f"{rows} rows are restored from {chosen.file}.")


def _move(chosen: argparse.Namespace) -> None:
    from bot import app, clock, settings
    from bot.services import moving

    url = settings.with_driver(chosen.url)
    opened = app.open_existing(_settings(), clock.system_now())
    try:
        rows = moving.move(opened, url)
    finally:
        opened.database.close()
    _say(
        f"{rows} rows are moved and compared. Set SAMESIDE_DATABASE_URL to the new database and keep the key."
    )


def _rotate(chosen: argparse.Namespace) -> None:
    from bot import app

    del chosen
    _say(app.rotate_keys(_settings()))
