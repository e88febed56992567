"""How the bot is doing, in ages of what waits: figures that name nobody."""

from collections.abc import Mapping
from datetime import datetime

from bot.storage import database, inbox, outbox, reminders


def ages(store: database.Database, now: datetime) -> Mapping[str, float]:
    """Measure, in seconds, how long the oldest update, message and due reminder have waited (0 where none does)."""
    with store.read() as connection:
        oldest = {
            "sameside_oldest_update_seconds": inbox.oldest(connection),
            "sameside_oldest_message_seconds": outbox.oldest(connection),
            "sameside_overdue_reminder_seconds": reminders.next_due(connection),
        }
    return {name: max(0.0, (now - at).total_seconds()) if at else 0.0 for name, at in oldest.items()}
