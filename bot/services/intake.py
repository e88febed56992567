"""Stores a batch of updates in one transaction; only then may Telegram be told that we have them."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.engine import events
from bot.storage import inbox, opening
from bot.storage.database import Connection, UnavailableError

log = logging.getLogger(__name__)

Identify = Callable[[Mapping[str, Any]], events.Sender | None]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of a batch: chats to leave (groups), and people who are not on the allow-list."""

    stored: int = 0
    leave: tuple[int, ...] = ()
    refuse: tuple[int, ...] = ()


class Intake:
    """Takes updates as Telegram sends them (JSON objects). ``allowed`` empty means everybody."""

    def __init__(self, opened: opening.Opened, identify: Identify, allowed: AbstractSet[int]) -> None:
        self._database, self._directory = opened.database, opened.patients
        self._identify, self._allowed = identify, allowed

    def accept(self, updates: Sequence[Mapping[str, Any]], now: datetime) -> Accepted:
        """Store every update that is new; the same one delivered twice is stored once.

        One that cannot be stored does not stop those that came with it.

        Raises:
            UnavailableError: the database does not answer; nothing was stored.

        """
        in_order = sorted(updates, key=lambda update: int(update["update_id"]))
        try:
            return self._store_all(in_order, now)
        except UnavailableError:
            raise
        except Exception as problem:  # noqa: BLE001  a batch that raises would come again for ever
            log.warning("a batch is stored one by one", extra={"error": type(problem).__name__})
        return _together([self._store_one(update, now) for update in in_order])

    def _store_all(self, updates: Sequence[Mapping[str, Any]], now: datetime) -> Accepted:
        if not updates:
            return Accepted()
        batch = _Batch(self, now)
        with self._database.write() as connection:
            seen = inbox.known(connection, [update["update_id"] for update in updates])
            for update in updates:
                if update["update_id"] not in seen:
                    seen.add(update["update_id"])
                    batch.take(connection, update)
        return Accepted(batch.stored, tuple(batch.leave), tuple(batch.refuse))

    def _store_one(self, update: Mapping[str, Any], now: datetime) -> Accepted:
        try:
            return self._store_all([_readable(update)], now)
        except UnavailableError:
            raise
        except Exception as problem:  # noqa: BLE001  what cannot be stored is named by its keys and passed
            extra = {"error": type(problem).__name__, "update": update["update_id"], "keys": sorted(update)}
            log.error("an update cannot be stored", extra=extra)  # noqa: TRY400  no values in logs
        with self._database.write() as connection:
            if not inbox.known(connection, [update["update_id"]]):
                inbox.store_unread(connection, int(update["update_id"]), now)
        return Accepted()

    def sender(self, update: Mapping[str, Any]) -> events.Sender | None:
        """Tell who an update is from; None where nobody is."""
        return self._identify(update)

    def is_allowed(self, telegram_id: int) -> bool:
        """Tell whether somebody may use this bot."""
        return not self._allowed or telegram_id in self._allowed

    def store(
        self, connection: Connection, update: Mapping[str, Any], sender: events.Sender, now: datetime
    ) -> None:
        """Store one update with its patient, who is made where they are new."""
        scope = self._directory.scope_of(connection, sender.telegram_id)
        if scope is None:
            scope = self._directory.join(connection, sender.telegram_id, sender.locale or "en-US", now)
        inbox.store(scope, int(update["update_id"]), dict(update), now)


def _readable(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put a mark in place of halves of characters, which no database and no encoder takes."""
    encoded = json.dumps(update, ensure_ascii=False).encode("utf-8", "replace")
    found: Mapping[str, Any] = json.loads(encoded)
    return found


def _together(parts: Sequence[Accepted]) -> Accepted:
    return Accepted(
        sum(part.stored for part in parts),
        tuple(chat for part in parts for chat in part.leave),
        tuple(chat for part in parts for chat in part.refuse),
    )


class _Batch:
    """One batch on its way into the inbox."""

    def __init__(self, intake: Intake, now: datetime) -> None:
        self.intake, self.now = intake, now
        self.stored = 0
        self.leave: list[int] = []
        self.refuse: list[int] = []

    def take(self, connection: Connection, update: Mapping[str, Any]) -> None:
        # Below zero stand our own letters, which nobody outside may write.
        sender = self.intake.sender(update) if int(update["update_id"]) >= 0 else None
        if sender is not None and sender.private and self.intake.is_allowed(sender.telegram_id):
            self.intake.store(connection, update, sender, self.now)
            self.stored += 1
            return
        inbox.store_unread(connection, int(update["update_id"]), self.now)
        if sender is not None and not sender.private:
            self.leave.append(sender.chat_id)
        elif sender is not None:
            self.refuse.append(sender.chat_id)
