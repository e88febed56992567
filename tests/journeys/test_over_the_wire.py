"""The bot as its own process, Telegram's calls over HTTP: what arrives on the phone is whole."""

import asyncio
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import jsonschema

from bot.channels.simulator.account import Chat
from tests.support.standin import BotProcess, Standin, until

SCHEMA = Path(__file__).parents[2] / "docs" / "export.schema.json"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)


def _document(standin: Standin, chat: Chat) -> dict[str, Any] | None:
    sent = [m["document"] for m in standin.telegram.messages(chat) if "document" in m and m["from"]["is_bot"]]
    return sent[-1] if sent else None


def _said(standin: Standin, chat: Chat, words: str) -> bool:
    return any(words in text for text in standin.texts(chat))


async def _content(standin: Standin, document: dict[str, Any]) -> bytes:
    _, body = await standin.telegram.call("getFile", {"file_id": document["file_id"]})
    return standin.telegram.download(body["result"]["file_path"]) or b""


async def test_everything_told_comes_back_as_one_archive(tmp_path: Path) -> None:
    async with Standin().serving() as standin:
        bot = BotProcess(tmp_path, standin)
        await bot.start()
        robin = standin.telegram.join("Robin")
        standin.telegram.send_text(robin, "/start")
        await until(lambda: _said(standin, robin, "encryption"), told="no welcome")
        standin.press(robin, "agree")
        await until(lambda: _said(standin, robin, "call you"), told="no first question")
        standin.press(robin, "Skip all")
        standin.telegram.send_text(robin, "migraine 7, no fever, took 50 suma")
        await until(lambda: _said(standin, robin, "7 of 10"), told="no card")
        standin.telegram.send_photo(robin, PIXEL, "rash on my arm")
        await until(lambda: "getFile" in standin.calls, told="the photo was not fetched")
        await asyncio.sleep(0.5)
        standin.telegram.send_text(robin, "/export")
        await until(lambda: _document(standin, robin) is not None, 60, "no archive")
        document = _document(standin, robin)
        assert document is not None
        archive = zipfile.ZipFile(io.BytesIO(await _content(standin, document)))
        assert await bot.stop() == 0
    assert document["file_name"].startswith("sameside-export-")
    assert {"data.json", "journal.csv", "visits.ics", "summary.pdf"} <= set(archive.namelist())
    data = json.loads(archive.read("data.json"))
    jsonschema.validate(data, json.loads(SCHEMA.read_text()))
    told = {s["name"]: (s["severity"], s["negated"]) for s in data["symptoms"]}
    assert told["migraine"] == (7, False)
    assert told["fever"] == (None, True)
    assert data["medications_taken"][0]["dose"] == "50 mg"
    assert archive.read("summary.pdf").startswith(b"%PDF")
    assert any(archive.read(name) == PIXEL for name in archive.namelist() if name.startswith("attachments/"))


async def test_a_webhook_delivers_as_polling_does(tmp_path: Path) -> None:
    import socket

    import aiohttp

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with Standin().serving() as standin, aiohttp.ClientSession() as session:
        settings = {
            "SAMESIDE_WEBHOOK_URL": f"https://127.0.0.1:{port}",
            "SAMESIDE_WEBHOOK_SECRET": "open-sesame",
        }
        bot = BotProcess(tmp_path, standin, SAMESIDE_LISTEN=f"127.0.0.1:{port}", **settings)
        await bot.start()
        await until(lambda: "setWebhook" in standin.calls, told="no webhook was set")
        robin = standin.telegram.join("Robin")
        message = {"message_id": 1, "from": robin.person, "chat": robin.summary, "date": 1_772_000_000}
        update = {"update_id": 5, "message": {**message, "text": "/start"}}
        robin.started = True
        url = f"http://127.0.0.1:{port}/telegram"
        async with session.post(
            url, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": "wrong"}
        ) as refused:
            assert refused.status == 401
        right = {"X-Telegram-Bot-Api-Secret-Token": "open-sesame"}
        for _ in range(3):
            async with session.post(url, json=update, headers=right) as taken:
                assert taken.status == 200
        await until(lambda: _said(standin, robin, "encryption"), told="no welcome")
        async with session.get(f"http://127.0.0.1:{port}/healthz") as health:
            assert health.status == 200
        async with session.get(f"http://127.0.0.1:{port}/metrics") as metrics:
            assert "sameside_oldest_update_seconds" in await metrics.text()
        await asyncio.sleep(0.5)
        assert sum("encryption" in text for text in standin.texts(robin)) == 1
        assert await bot.stop() == 0
