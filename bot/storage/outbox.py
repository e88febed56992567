"""The outbox: what a turn wants sent, stored with the turn, sent afterwards, in order for each patient."""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.patients import PatientId
from bot.storage import patients, prepared, sealed, tables

table = tables.outbox
State = Literal["pending", "sent", "dropped"]
ERRAND = 2
"""The priority of what is nothing to read (a file to fetch): it goes last, and nothing waits for it."""
SENT_FOR = timedelta(days=1)
NAMED_FOR = timedelta(days=60)
"""How long it is remembered which message showed which entry; bodies are dropped when sent."""
LONGEST_PAUSE = timedelta(minutes=5)
"""No message is put off for longer: one that is was put off before the clock was set back, and goes now."""

_ahead = table.alias()
_NOW = sa.bindparam("now", type_=table.c.created_at.type)
_IS_BEHIND = sa.exists().where(
    _ahead.c.patient_id == table.c.patient_id,
    _ahead.c.state == "pending",
    _ahead.c.priority != ERRAND,
    _ahead.c.seq < table.c.seq,
)
_IS_PUT_OFF = sa.and_(
    table.c.not_before > _NOW,
    table.c.not_before <= sa.bindparam("latest", type_=table.c.not_before.type),
    table.c.created_at <= _NOW,  # else it was made before the clock was set back
)
_HEADS = (
    sa.select(
        table.c.patient_id,
        table.c.seq,
        table.c.priority,
        table.c.created_at,
        table.c.attempts,
        table.c.about,
    )
    .where(table.c.state == "pending", ~_IS_PUT_OFF)
    .where(sa.or_(table.c.priority == ERRAND, ~_IS_BEHIND))
    .order_by(table.c.priority, table.c.not_before)
    .limit(sa.bindparam("most", type_=sa.Integer))
)


@functools.cache
def _heads_beside(busy: int) -> prepared.Prepared:
    """Prepare the query for when so many patients are busy, of whom there are but a few at once."""
    names: list[sa.BindParameter[str]] = [sa.bindparam(f"busy_{number}") for number in range(busy)]
    return prepared.Prepared(_HEADS.where(table.c.patient_id.not_in(names)) if busy else _HEADS)


_THE_ONE = sa.and_(
    table.c.patient_id == sa.bindparam("patient"),
    table.c.seq == sa.bindparam("number", type_=table.c.seq.type),
)
_INSERT = prepared.Prepared(sa.insert(table))
_BODY = prepared.Prepared(sa.select(table.c.body).where(_THE_ONE))
_SETTLE = prepared.Prepared(sa.update(table).where(_THE_ONE))


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to store: anything that encodes to JSON, and what it is about ("entry:<id>")."""

    body: object
    about: str | None = None
    is_errand: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """The head of one patient's outbox."""

    patient_id: PatientId
    seq: int
    priority: int
    created_at: datetime
    attempts: int
    about: str | None


@dataclass(frozen=True, slots=True)
class Unread:
    """How much waits to be sent to a patient, and whether that includes a word about it."""

    count: int
    is_told: bool


def put(scope: sealed.Scope, drafts: Sequence[Draft], priority: int, now: datetime) -> None:
    """Store messages to one patient, behind what waits already."""
    if not drafts:
        return
    first = patients.next_seq(scope.connection, scope.patient_id, len(drafts))
    rows = [
        {
            "patient_id": scope.patient_id,
            "seq": seq,
            "state": "pending",
            "priority": ERRAND if draft.is_errand else priority,
            "created_at": now,
            "not_before": now,
            "about": draft.about,
            "body": scope.seal(draft.body, table.name, seq),
        }
        for seq, draft in enumerate(drafts, start=first)
    ]
    for row in rows:
        _INSERT.count(scope.connection, row)


def heads(connection: Connection, now: datetime, limit: int, busy: Collection[PatientId]) -> list[Waiting]:
    """List the next message of each patient, replies before reminders, then the longest waiting; none of ``busy``.

    A patient whose next message must wait (``not_before``) is left out whole: order within a chat comes first. What
    was made or put off before the clock was set back does not wait for the clock to catch up.
    """
    found: dict[PatientId, Waiting] = {}
    bound = {"now": now, "latest": now + LONGEST_PAUSE, "most": limit}
    bound |= {f"busy_{number}": patient_id for number, patient_id in enumerate(busy)}
    for row in _heads_beside(len(busy)).rows(connection, bound):
        found.setdefault(row[0], Waiting(*row))
    return list(found.values())


def body(scope: sealed.Scope, seq: int, kind: Any) -> Any:
    """Open the stored body of one message as ``kind``; None where it was dropped meanwhile."""
    which = {"patient": scope.patient_id, "number": seq}
    row = _BODY.row(scope.connection, which)
    return None if row is None or row[0] is None else scope.open(row[0], kind, table.name, seq)


def unread(scope: sealed.Scope, told: str, most: int) -> Unread:
    """Count what waits to be read by a patient, up to ``most``; ``told`` is what the word about it is about."""
    query = (
        sa.select(table.c.about)
        .where(table.c.patient_id == scope.patient_id, table.c.state == "pending", table.c.priority != ERRAND)
        .order_by(table.c.seq.desc())
        .limit(most)
    )
    found = scope.connection.execute(query).scalars().all()
    return Unread(len(found), told in found)


def settle(
    connection: Connection, patient_id: PatientId, seq: int, state: State, message_id: int | None = None
) -> None:
    """Note that a message was sent (as which Telegram message) or dropped; its body goes."""
    changes = {"state": state, "message_id": message_id, "body": None}
    _SETTLE.count(connection, {"patient": patient_id, "number": seq, **changes})


def postpone(
    connection: Connection, patient_id: PatientId, seq: int, pause: timedelta, now: datetime
) -> None:
    """Try a message again after a pause (of ``LONGEST_PAUSE`` at most); what is behind it in the chat waits with it."""
    until = now + min(pause, LONGEST_PAUSE)
    connection.execute(
        sa.update(table)
        .where(table.c.patient_id == patient_id, table.c.seq == seq)
        .values(not_before=until, attempts=table.c.attempts + 1)
    )


def drop_all(connection: Connection, patient_id: PatientId) -> None:
    """Drop everything that waits for a patient who blocked the bot."""
    connection.execute(
        sa.update(table)
        .where(table.c.patient_id == patient_id, table.c.state == "pending")
        .values(state="dropped", body=None)
    )


def about(connection: Connection, patient_id: PatientId, message_id: int) -> str | None:
    """Tell what a message of ours showed ("entry:<id>"), so that a reply to it is understood."""
    query = (
        sa.select(table.c.about)
        .where(table.c.patient_id == patient_id, table.c.message_id == message_id, table.c.about.is_not(None))
        .order_by(table.c.seq.desc())
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def shown_as(connection: Connection, patient_id: PatientId, what: str) -> int | None:
    """Tell which message showed ``what`` last, so that it can be changed in place."""
    query = (
        sa.select(table.c.message_id)
        .where(table.c.patient_id == patient_id, table.c.about == what, table.c.message_id.is_not(None))
        .order_by(table.c.seq.desc())
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def clean(connection: Connection, now: datetime) -> None:
    """Drop what was sent: at once where nothing refers to it, later where a reply still may."""
    done = table.c.state != "pending"
    nameless = sa.and_(table.c.about.is_(None), table.c.created_at < now - SENT_FOR)
    old = table.c.created_at < now - NAMED_FOR
    connection.execute(sa.delete(table).where(done, sa.or_(nameless, old)))


def oldest(connection: Connection) -> datetime | None:
    """Tell since when the oldest unsent message waits."""
    query = sa.select(sa.func.min(table.c.created_at)).where(table.c.state == "pending")
    return connection.execute(query).scalar_one_or_none()
