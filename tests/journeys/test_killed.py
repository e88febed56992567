"""The bot is killed at random moments while thirty patients write; at the end nothing is lost and nothing doubled."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.simulator.account import Chat
from bot.storage import opening, store
from tests.support.standin import BotProcess, Standin, until

PATIENTS, UPDATES, KILLS = 30, 200, 5
SEED = 20_260_302


async def test_updates_survive_kills_exactly_once_and_every_reply_comes_in_order(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    async with Standin().serving() as standin:
        bot = BotProcess(tmp_path, standin)
        await bot.start()
        chats = await _join(standin)
        sent: dict[int, list[str]] = {chat.id: [] for chat in chats}
        writing = asyncio.create_task(_write(standin, chats, sent, chance))
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0.2, 1.6))
            await bot.kill()
            await bot.start()
        await writing
        await until(lambda: _all_answered(standin, chats, sent), 120, "a reply is missing")
        assert await bot.stop() == 0
        doubled = _check_replies(standin, chats, sent)
    _check_journal(tmp_path / "data", chats, sent)
    assert doubled <= KILLS * 8, "more doubled than could have been under way at the kills"


async def _join(standin: Standin) -> list[Chat]:
    chats = [standin.telegram.join(f"Patient {number}") for number in range(PATIENTS)]
    for chat in chats:
        standin.telegram.send_text(chat, "/start")
    await until(lambda: all(standin.texts(chat) for chat in chats), 60, "no welcome")
    for chat in chats:
        standin.press(chat, "agree")
    await until(lambda: all(len(standin.texts(chat)) > 1 for chat in chats), 60, "no word after agreeing")
    for chat in chats:
        standin.telegram.send_text(chat, "stop")
    await until(
        lambda: all(any("topped" in t for t in standin.texts(chat)) for chat in chats), 60, "not stopped"
    )
    return chats


async def _write(
    standin: Standin, chats: list[Chat], sent: dict[int, list[str]], chance: random.Random
) -> None:
    for number in range(UPDATES):
        chat = chance.choice(chats)
        text = f"note number {number} end"
        sent[chat.id].append(text)
        standin.telegram.send_text(chat, text)
        await asyncio.sleep(chance.uniform(0, 0.06))


def _all_answered(standin: Standin, chats: list[Chat], sent: dict[int, list[str]]) -> bool:
    return all(
        all(any(text in told for told in standin.texts(chat)) for text in sent[chat.id]) for chat in chats
    )


def _check_replies(standin: Standin, chats: list[Chat], sent: dict[int, list[str]]) -> int:
    doubled = 0
    for chat in chats:
        order = [text for told in standin.texts(chat) for text in sent[chat.id] if text in told]
        once = list(dict.fromkeys(order))
        assert once == sent[chat.id], "replies out of order"
        doubled += len(order) - len(once)
    return doubled


def _check_journal(folder: Path, chats: list[Chat], sent: dict[int, list[str]]) -> None:
    opened = opening.open_store(f"sqlite:///{folder / 'sameside.db'}", folder, (), datetime.now(UTC))
    with opened.database.read() as connection:
        for chat in chats:
            patient_id = opened.patients.find(connection, chat.id)
            assert patient_id
            scope = opened.patients.scope(connection, patient_id)
            assert scope is not None
            kept = Counter(entry.text for entry in store.Store(scope).journal.history())
            assert kept == Counter(sent[chat.id])
    opened.database.close()


async def test_a_polite_stop_ends_within_ten_seconds(tmp_path: Path) -> None:
    async with Standin().serving() as standin:
        bot = BotProcess(tmp_path, standin)
        await bot.start(fresh=True)
        await until(lambda: "getUpdates" in standin.calls, 30, "it never asked for updates")
        async with asyncio.timeout(10):
            assert await bot.stop() == 0
