"""How the process ends: politely within seconds and without doubling, or with one line and a code that is not 0."""

import asyncio
import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot import app
from bot.domain import errors
from tests.support import forking
from tests.support.standin import TOKEN, BotProcess, Standin, until


def _refused(description: str) -> web.Response:
    return web.json_response({"ok": False, "error_code": 400, "description": description}, status=400)


async def _run_to_its_end(
    folder: Path, standin: Standin, command: str, **environment: str
) -> tuple[int, str]:
    settings = {
        "PATH": os.environ["PATH"],
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": standin.url,
        "SAMESIDE_DATA_DIR": str(folder / "data"),
        "SAMESIDE_LISTEN": "127.0.0.1:0",
        **environment,
    }
    code, _, err = await forking.run_to_its_end(command.split(), settings, folder)
    return code, err


async def test_an_address_telegram_does_not_take_is_said_in_one_line(tmp_path: Path) -> None:
    async def before(method: str, params: dict[str, Any]) -> web.Response | None:
        del params
        return _refused("Bad Request: bad webhook: no host") if method == "setWebhook" else None

    async with Standin(before).serving() as standin:
        code, said = await _run_to_its_end(
            tmp_path, standin, "run", SAMESIDE_WEBHOOK_URL="https://bot.example.org"
        )
    assert code != 0
    assert "SAMESIDE_WEBHOOK_URL" in said
    assert "Traceback" not in said


async def test_a_taken_port_of_the_demo_page_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with Standin().serving() as standin:
            code, said = await _run_to_its_end(tmp_path, standin, f"demo --port {port}")
    assert code != 0
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


async def test_a_polite_stop_while_sending_ends_in_time_and_doubles_nothing(tmp_path: Path) -> None:
    slow = asyncio.Event()

    async def before(method: str, params: dict[str, Any]) -> web.Response | None:
        del params
        if method == "sendMessage" and slow.is_set():
            await asyncio.sleep(1.0)
        return None

    async with Standin(before).serving() as standin:
        bot = BotProcess(tmp_path, standin)
        await bot.start()
        chat = standin.telegram.join("Robin")
        standin.telegram.send_text(chat, "/start")
        await until(lambda: bool(standin.texts(chat)), 30, "no welcome")
        standin.press(chat, "agree")
        await until(lambda: len(standin.texts(chat)) > 1, 30, "no thanks")
        standin.telegram.send_text(chat, "stop")
        await until(lambda: any("topped" in text for text in standin.texts(chat)), 30, "not stopped")
        slow.set()
        calls = standin.calls.count("sendMessage")
        standin.telegram.send_text(chat, "note number one")
        await until(lambda: standin.calls.count("sendMessage") > calls, 30, "nothing on its way")
        async with asyncio.timeout(10):
            assert await bot.stop() == 0
        slow.clear()
        await bot.start()
        standin.telegram.send_text(chat, "note number two")
        await until(lambda: any("number two" in text for text in standin.texts(chat)), 30, "no answer")
        assert await bot.stop() == 0
        assert sum("number one" in text for text in standin.texts(chat)) == 1
        errors_logged = [line for line in bot.log.read_text().splitlines() if '"level": "error"' in line]
        assert errors_logged == []


async def _fails() -> None:
    raise KeyError("migraine 7")


async def test_a_loop_that_fails_ends_the_others_and_says_no_words(caplog: pytest.LogCaptureFixture) -> None:
    ended = asyncio.Event()

    async def other() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async def work() -> None:
        async with app.Crew() as crew:
            crew.start(other())
            crew.start(_fails())
            await asyncio.sleep(60)

    with pytest.raises(errors.SamesideError) as caught, app.ending_plainly():
        await work()
    assert ended.is_set()
    assert "migraine" not in str(caught.value) + json.dumps([r.getMessage() for r in caplog.records])
