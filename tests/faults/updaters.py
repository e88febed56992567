"""The same kill for the library's own updater and for ours: twenty updates wait, the process dies after some of them.

``python tests/faults/updaters.py FILE TOKEN BASE_URL`` is the library's, handling an update by adding a line to a file.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.support.standin import TOKEN, BotProcess, Standin, until

WAITING, KILLED_AFTER = 20, 5


def main() -> None:
    """Run the library's updater the way its guide does."""
    from telegram import Update
    from telegram.ext import Application, MessageHandler, filters

    path, token, base = Path(sys.argv[1]), sys.argv[2], sys.argv[3]

    async def handle(update: Update, context: Any) -> None:
        del context
        await asyncio.sleep(0.1)  # a little work, such as a database's
        if update.message:
            with path.open("a") as file:  # noqa: ASYNC230  a line, so that nothing is under way at the kill
                file.write(f"{update.message.text}\n")

    application = Application.builder().token(token).base_url(f"{base}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, handle))
    application.run_polling()


async def lost_by_the_library(folder: Path) -> int:
    """Count what the library's updater never handles."""
    done = folder / "done"
    done.touch()
    async with Standin().serving() as standin:
        chat = standin.telegram.join("Robin")
        for number in range(WAITING):
            standin.telegram.send_text(chat, f"note {number}")
        for _ in range(2):
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.faults.updaters", str(done), TOKEN, standin.url)
            )
            asked = standin.calls.count("getUpdates")
            await until(lambda: len(done.read_text().splitlines()) >= KILLED_AFTER, 30)
            if asked:
                await asyncio.sleep(6)
            process.kill()
            await process.wait()
    return WAITING - len(set(done.read_text().splitlines()))


async def lost_by_ours(folder: Path) -> int:
    """Count what our bot never answers."""
    async with Standin().serving() as standin:
        bot = BotProcess(folder, standin)
        chats = [standin.telegram.join(f"Patient {number}") for number in range(WAITING)]
        for chat in chats:
            standin.telegram.send_text(chat, "/start")

        def answered() -> int:
            return sum(bool(standin.texts(chat)) for chat in chats)

        await bot.start()
        await until(lambda: answered() >= KILLED_AFTER, 30)
        await bot.kill()
        await bot.start()
        await asyncio.sleep(20)
        await bot.kill()
        return WAITING - answered()


async def compare() -> tuple[int, int]:
    """Count what each loses: the library's updater, ours."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        return await lost_by_the_library(Path(one)), await lost_by_ours(Path(other))


if __name__ == "__main__":
    main()
