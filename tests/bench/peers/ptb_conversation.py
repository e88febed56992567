"""A symptom logger as tutorials write it: ConversationHandler, PicklePersistence, a row in SQLite at the end."""

import sqlite3
import sys

from telegram import Update
from telegram.ext import (
    Application,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

SEVERITY, NOTE = range(2)
database = sqlite3.connect("symptoms.db")
database.execute(
    "CREATE TABLE IF NOT EXISTS symptoms (user_id INTEGER, symptom TEXT, severity TEXT, note TEXT)"
)


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Take the symptom."""
    context.user_data["symptom"] = update.message.text  # type: ignore[index,union-attr]  # as tutorials do
    await update.message.reply_text("How bad is it, 0 to 10?")  # type: ignore[union-attr]
    return SEVERITY


async def rate(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Take how bad it is."""
    context.user_data["severity"] = update.message.text  # type: ignore[index,union-attr]
    await update.message.reply_text("Anything to add?")  # type: ignore[union-attr]
    return NOTE


async def end(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Take the note and store the row."""
    told = context.user_data or {}
    row = (update.effective_user.id, told["symptom"], told["severity"], update.message.text)  # type: ignore[union-attr]
    database.execute("INSERT INTO symptoms VALUES (?, ?, ?, ?)", row)
    database.commit()
    await update.message.reply_text("Logged.")  # type: ignore[union-attr]
    return ConversationHandler.END


def main(url: str, token: str) -> None:
    """Poll for ever."""
    kept = PicklePersistence("bot.pickle")
    application = Application.builder().token(token).base_url(f"{url}/bot").persistence(kept).build()
    text = filters.TEXT & ~filters.COMMAND
    steps = ConversationHandler(
        [MessageHandler(text, begin)],
        {SEVERITY: [MessageHandler(text, rate)], NOTE: [MessageHandler(text, end)]},
        [],
        name="symptom",
        persistent=True,
    )
    application.add_handler(steps)
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:3])
