"""The inbox: every update, stored before it is acknowledged, handled once, in the order Telegram gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.patients import PatientId
from bot.storage import prepared, sealed, tables

table = tables.inbox
State = Literal["pending", "held", "handled", "failed", "unread"]
HELD_FOR = timedelta(hours=24)
"""How long what was sent before agreeing is kept."""
DONE_FOR = timedelta(days=3)
"""How long a handled update's number is kept, without its body, to recognise it when it is delivered again."""
FAILED_FOR = timedelta(days=30)
"""How long an update is kept that could not be handled, so that it can still be looked into."""

LONGEST_PAUSE = timedelta(minutes=1)
"""No update waits longer to be tried again: one that does was put off before the clock was set back."""

_later = table.alias()
_NOW = sa.bindparam("now", type_=table.c.retry_at.type)
_IS_BLOCKED = sa.exists().where(
    _later.c.patient_id == table.c.patient_id,
    _later.c.state == "pending",
    _later.c.retry_at > _NOW,
    _later.c.retry_at <= sa.bindparam("latest", type_=table.c.retry_at.type),
)
_WAITING = prepared.Prepared(
    sa.select(table.c.patient_id)
    .where(table.c.state == "pending", table.c.patient_id.is_not(None), ~_IS_BLOCKED)
    .group_by(table.c.patient_id)
    .order_by(sa.func.min(table.c.update_id))
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_KNOWN = sa.select(table.c.update_id).where(
    table.c.update_id.in_(sa.bindparam("update_ids", expanding=True, type_=table.c.update_id.type))
)
_HEAD = prepared.Prepared(
    sa.select(table.c.update_id, table.c.received_at, table.c.retry_at, table.c.attempts, table.c.body)
    .where(table.c.patient_id == sa.bindparam("patient"), table.c.state == "pending")
    .order_by(table.c.update_id)
    .limit(1)
)
_INSERT = prepared.Prepared(sa.insert(table))
_SETTLE = prepared.Prepared(sa.update(table).where(table.c.update_id == sa.bindparam("number")))


@dataclass(frozen=True, slots=True)
class Head:
    """The update a patient waits for next, still sealed: it can be named where it cannot be read."""

    update_id: int
    received_at: datetime
    attempts: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """One update as it waits: its number, what Telegram said (JSON), and when we got it."""

    update_id: int
    body: dict[str, Any]
    received_at: datetime
    attempts: int


def known(connection: Connection, update_ids: Iterable[int]) -> set[int]:
    """Tell which of these updates were stored before."""
    return set(connection.execute(_KNOWN, {"update_ids": list(update_ids)}).scalars())


def store(scope: sealed.Scope, update_id: int, body: dict[str, Any], now: datetime) -> None:
    """Store one update of a patient."""
    row = {
        "update_id": update_id,
        "patient_id": scope.patient_id,
        "state": "pending",
        "received_at": now,
        "body": scope.seal(body, table.name, update_id),
    }
    _INSERT.count(scope.connection, row)


def store_unread(connection: Connection, update_id: int, now: datetime) -> None:
    """Note an update that is nobody's, or that could not be read, so that it is not taken again."""
    row = {"update_id": update_id, "patient_id": None, "state": "unread", "received_at": now}
    connection.execute(sa.insert(table), row)


def waiting(connection: Connection, now: datetime, limit: int) -> list[PatientId]:
    """List patients with updates to handle, the longest waiting first; those that must wait to retry are left out."""
    bound = {"now": now, "latest": now + LONGEST_PAUSE, "most": limit}
    return [PatientId(row[0]) for row in _WAITING.rows(connection, bound)]


def head(scope: sealed.Scope, now: datetime) -> Head | None:
    """Find the patient's oldest waiting update; None where there is none or it must wait before it is tried again."""
    row = _HEAD.row(scope.connection, {"patient": scope.patient_id})
    if row is None:
        return None
    update_id, received_at, retry_at, attempts, body = row
    return None if _must_wait(retry_at, now) else Head(update_id, received_at, attempts, body)


def _must_wait(retry_at: datetime | None, now: datetime) -> bool:
    return retry_at is not None and now < retry_at <= now + LONGEST_PAUSE


def read(scope: sealed.Scope, waiting: Head) -> Received:
    """Open the body of a waiting update.

    Raises:
        CannotOpenError, ValueError: its bytes were changed.

    """
    body = scope.open(waiting.sealed, dict, table.name, waiting.update_id)
    return Received(waiting.update_id, body, waiting.received_at, waiting.attempts)


def first(scope: sealed.Scope, now: datetime) -> Received | None:
    """Open the patient's oldest waiting update; None as for ``head``."""
    found = head(scope, now)
    return read(scope, found) if found else None


def settle(connection: Connection, update_id: int, state: State) -> None:
    """Note what became of an update; the body of what is done is dropped at once."""
    changes: dict[str, Any] = {"number": update_id, "state": state}
    if state == "handled":
        changes["body"] = None
    _SETTLE.count(connection, changes)


def fail(connection: Connection, update_id: int, retry_at: datetime | None) -> bool:
    """Note that handling raised: tried again at ``retry_at``, or kept as failed where there is no next time.

    False where another worker has handled it meanwhile: then it stays handled.
    """
    state = "pending" if retry_at else "failed"
    changed = connection.execute(
        sa.update(table)
        .where(table.c.update_id == update_id, table.c.state == "pending")
        .values(state=state, retry_at=retry_at, attempts=table.c.attempts + 1)
    )
    return changed.rowcount > 0


def is_heard_since(connection: Connection, patient_id: PatientId, moment: datetime) -> bool:
    """Tell whether anything came from a patient at ``moment`` or after it."""
    query = sa.select(table.c.update_id).where(
        table.c.patient_id == patient_id, table.c.received_at >= moment
    )
    return connection.execute(query.limit(1)).first() is not None


def is_held_since(connection: Connection, patient_id: PatientId, moment: datetime) -> bool:
    """Tell whether something that waits for consent came after ``moment``."""
    query = sa.select(table.c.update_id).where(
        table.c.patient_id == patient_id, table.c.state == "held", table.c.received_at > moment
    )
    return connection.execute(query.limit(1)).first() is not None


_HELD = sa.select(table.c.update_id).where(
    table.c.patient_id == sa.bindparam("patient"), table.c.state == "held"
)


def count_held(scope: sealed.Scope, most: int) -> int:
    """Count what waits for a patient's consent, up to ``most``."""
    query = sa.select(sa.func.count()).select_from(_HELD.limit(most).subquery())
    return int(scope.connection.execute(query, {"patient": scope.patient_id}).scalar_one())


def tried(connection: Connection, update_id: int) -> tuple[PatientId, int] | None:
    """Tell whose a waiting update is and how often it was tried; None where it does not wait."""
    query = sa.select(table.c.patient_id, table.c.attempts).where(
        table.c.update_id == update_id, table.c.state == "pending", table.c.patient_id.is_not(None)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else (PatientId(row.patient_id), row.attempts)


def release(connection: Connection, patient_id: PatientId, now: datetime) -> int:
    """Let what waited for consent be handled, and drop what waited too long; give how many are handled."""
    mine = sa.and_(table.c.patient_id == patient_id, table.c.state == "held")
    connection.execute(sa.delete(table).where(mine, table.c.received_at < now - HELD_FOR))
    query = sa.update(table).where(mine).values(state="pending")
    return int(connection.execute(query).rowcount)


def clean(connection: Connection, now: datetime) -> None:
    """Drop what was held too long, and the numbers of what is long done."""
    held = sa.and_(table.c.state == "held", table.c.received_at < now - HELD_FOR)
    done = sa.and_(table.c.state.in_(("handled", "unread")), table.c.received_at < now - DONE_FOR)
    failed = sa.and_(table.c.state == "failed", table.c.received_at < now - FAILED_FOR)
    connection.execute(sa.delete(table).where(sa.or_(held, done, failed)))


def disown(connection: Connection, patient_id: PatientId) -> None:
    """Keep nothing but the numbers of a patient's updates: delivered again, they must not bring the patient back."""
    connection.execute(
        sa.update(table)
        .where(table.c.patient_id == patient_id)
        .values(patient_id=None, state="unread", body=None, retry_at=None)
    )


def oldest(connection: Connection) -> datetime | None:
    """Tell since when the oldest unhandled update waits."""
    query = sa.select(sa.func.min(table.c.received_at)).where(table.c.state == "pending")
    return connection.execute(query).scalar_one_or_none()


def as_body(raw: bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        ValueError: the bytes are no JSON object.

    """
    return msgspec.json.decode(raw, type=dict)
