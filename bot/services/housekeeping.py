"""Drops at night what is done with: bodies are gone already, this takes the rows, and what was undone or held."""

from datetime import datetime

from bot.storage import database, inbox, journal, outbox, patients, reminders, trusted


class Housekeeping:
    """Keeps the database from growing by what nobody needs."""

    def __init__(self, store: database.Database) -> None:
        self._database = store

    def clean(self, now: datetime) -> None:
        """Drop handled updates, sent messages, undone entries, what was held too long, and who never agreed."""
        with self._database.write() as connection:
            inbox.clean(connection, now)
            outbox.clean(connection, now)
            journal.clean(connection, now)
            trusted.clean(connection, now)
            reminders.clean(connection)
            patients.drop_strangers(connection, now)
