"""A start that cannot work says in one line what to do, leaves with an exit code, and changes nothing on disk.

The first and the plainest ways to fail are met as ``python -m bot``; the others by the same program forked from one
that has loaded everything, where nothing else differs.
"""

import asyncio
import contextlib
import hashlib
import json
import os
import shutil
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import forking
from tests.support.standin import TOKEN, BotProcess, Standin, until

REPOSITORY = Path(__file__).parent.parent


def _print_of(folder: Path) -> dict[str, str]:
    files = (f for f in sorted(folder.rglob("*")) if f.is_file() and "__pycache__" not in f.parts)
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


async def _run_from_nothing(
    command: str, environment: dict[str, str], folder: Path, root: Path
) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        command,
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(root),
            "PYTHONDONTWRITEBYTECODE": "1",
            **environment,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), err.decode()


async def _fails(folder: Path, command: str, environment: dict[str, str], root: Path | None = None) -> str:
    """Run a command that must fail, with ``root`` from nothing; gives the one line it says."""
    before = _print_of(folder)
    if root:
        code, out, err = await _run_from_nothing(command, environment, folder, root)
    else:
        code, out, err = await forking.run_to_its_end([command], environment, folder)
    said = out + err
    assert code != 0, said
    lines = [line for line in err.splitlines() if line.strip()]
    assert len(lines) == 1, said
    assert "Traceback" not in said
    assert TOKEN not in said
    assert _print_of(folder) == before
    return lines[0]


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin().serving() as server:
        yield server


def _environment(folder: Path, standin: Standin, **more: str) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": standin.url,
        "SAMESIDE_DATA_DIR": str(folder / "data"),
        "SAMESIDE_LISTEN": "127.0.0.1:0",
        **more,
    }


async def _run_once(folder: Path, standin: Standin) -> None:
    """Let the bot make its data folder."""
    bot = BotProcess(folder, standin)
    await bot.start()
    await until(lambda: "getUpdates" in standin.calls, 30, "it did not start")
    assert await bot.stop() == 0
    bot.log.unlink()


async def test_a_wrong_token(tmp_path: Path, standin: Standin) -> None:
    said = await _fails(
        tmp_path, "run", _environment(tmp_path, standin, TELEGRAM_TOKEN="123456:wrong-one"), REPOSITORY
    )
    assert "@BotFather" in said


async def test_no_token(tmp_path: Path, standin: Standin) -> None:
    environment = _environment(tmp_path, standin)
    del environment["TELEGRAM_TOKEN"]
    assert "TELEGRAM_TOKEN" in await _fails(tmp_path, "run", environment, REPOSITORY)


async def test_an_unreachable_server(tmp_path: Path, standin: Standin) -> None:
    environment = _environment(tmp_path, standin, TELEGRAM_API_URL="http://127.0.0.1:1")
    assert "TELEGRAM_API_URL" in await _fails(tmp_path, "run", environment)


async def test_a_port_in_use(tmp_path: Path, standin: Standin) -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        environment = _environment(tmp_path, standin, SAMESIDE_LISTEN=f"127.0.0.1:{port}")
        assert "SAMESIDE_LISTEN" in await _fails(tmp_path, "run", environment)


async def test_a_folder_that_cannot_be_written(tmp_path: Path, standin: Standin) -> None:
    (tmp_path / "data").write_text("a file stands where the folder should be")
    assert "SAMESIDE_DATA_DIR" in await _fails(tmp_path, "run", _environment(tmp_path, standin))


async def test_the_wrong_key(tmp_path: Path, standin: Standin) -> None:
    await _run_once(tmp_path, standin)
    other = "b3RoZXJrZXlvdGhlcmtleW90aGVya2V5b3RoZXJrZTE="
    said = await _fails(tmp_path, "run", _environment(tmp_path, standin, SAMESIDE_MASTER_KEY=other))
    assert "master key does not open" in said


async def test_a_lost_key(tmp_path: Path, standin: Standin) -> None:
    await _run_once(tmp_path, standin)
    (tmp_path / "data" / "master.key").unlink()
    assert "master.key" in await _fails(tmp_path, "run", _environment(tmp_path, standin))


async def test_a_newer_database(tmp_path: Path, standin: Standin) -> None:
    await _run_once(tmp_path, standin)
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "sameside.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert "newer version" in await _fails(tmp_path, "run", _environment(tmp_path, standin))


async def test_a_file_that_is_no_database(tmp_path: Path, standin: Standin) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sameside.db").write_bytes(b"this is a shopping list, not a database\n" * 100)
    assert "not one of Sameside's" in await _fails(tmp_path, "run", _environment(tmp_path, standin))


async def test_an_unreachable_database(tmp_path: Path, standin: Standin) -> None:
    url = "postgresql://nobody:nothing@127.0.0.1:1/nowhere"
    said = await _fails(tmp_path, "run", _environment(tmp_path, standin, SAMESIDE_DATABASE_URL=url))
    assert "database" in said
    assert "nothing" not in said


@pytest.mark.parametrize(
    ("file", "broken", "names"),
    [
        ("en/wording/engine.ftl", "engine-back Back", "engine-back"),
        ("en/urgent_numbers.yaml", "countries: [", "urgent_numbers.yaml"),
    ],
)
async def test_a_broken_content_file_is_named_with_its_line(
    tmp_path: Path, file: str, broken: str, names: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(REPOSITORY / "bot", copy / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "bot" / "content" / file).write_text(broken)
    said = await _fails(tmp_path, "check", {}, copy)
    assert names in said
    assert f"bot/content/{file}:" in said


async def test_understand_answers_line_by_line(tmp_path: Path) -> None:
    asked = {"id": "a", "text": "migraine 7, no fever", "now": "2026-03-02T10:00:00", "kind": "past"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "understand",
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate(
        f"{json.dumps(asked)}\n\n{json.dumps({**asked, 'id': 'b'})}\n".encode()
    )
    answers = [json.loads(line) for line in out.decode().splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b"]
    assert set(answers[0]) == {
        "id", "symptoms", "medications", "onset", "triggers", "when", "recurrence", "situations", "alert",
    }  # fmt: skip
    assert {s["name"]: (s["severity"], s["negated"]) for s in answers[0]["symptoms"]} == {
        "migraine": (7, False),
        "fever": (None, True),
    }
