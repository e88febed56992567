"""Patients: found by a keyed hash of who they are on Telegram, opened with a key of their own, forgotten for good."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import patients
from bot.domain.patients import PatientId
from bot.storage import inbox, prepared, sealed, tables, vault

table = tables.patients
STRANGER_FOR = timedelta(days=3)
"""How long somebody is known who wrote and did not agree."""

_THE_ONE = table.c.id == sa.bindparam("patient")
_FIND = sa.select(table.c.id).where(table.c.lookup == sa.bindparam("lookup"))
_FIND_KEY = prepared.Prepared(
    sa.select(table.c.id, table.c.key_id, table.c.wrapped_key).where(table.c.lookup == sa.bindparam("lookup"))
)
_ROW = sa.select(table.c.key_id, table.c.wrapped_key, table.c.body, table.c.blocked_at).where(_THE_ONE)
_OPEN = prepared.Prepared(_ROW)
_CLAIM = prepared.Prepared(_ROW.with_for_update(skip_locked=True, key_share=True))
"""Without KEY: the inbox may take in the patient's next update meanwhile."""
_TAKE_SEQ = prepared.Prepared(
    sa.update(table)
    .where(_THE_ONE)
    .values(outbox_seq=table.c.outbox_seq + sa.bindparam("count", type_=sa.Integer))
    .returning(table.c.outbox_seq)
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A patient's row, opened: settings, and the scope that reaches everything of theirs."""

    patient: patients.Patient
    scope: sealed.Scope
    blocked: bool = False


class Directory:
    """Finds and makes patients. ``lookup_key`` is the instance's secret for the hashes."""

    def __init__(self, keys: vault.Vault, lookup_key: bytes) -> None:
        self._vault, self._lookup_key = keys, lookup_key

    def code_hash(self, code: str) -> bytes:
        """Hash the code of an invitation, so that whoever has the database cannot try codes out."""
        return vault.code_hash(self._lookup_key, code)

    def find(self, connection: Connection, telegram_id: int) -> PatientId | None:
        """Find who a Telegram user is here."""
        lookup = vault.lookup_hash(self._lookup_key, telegram_id)
        found = connection.execute(_FIND, {"lookup": lookup}).scalar_one_or_none()
        return None if found is None else PatientId(found)

    def join(self, connection: Connection, telegram_id: int, locale: str, now: datetime) -> sealed.Scope:
        """Make a patient of somebody new, with a fresh key; two workers that both try end with one."""
        patient_id = PatientId(sealed.new_id())
        self._mind_rotation(connection)
        cipher, wrapped = self._vault.new_key(patient_id)
        scope = sealed.Scope(connection, patient_id, cipher)
        patient = patients.Patient(patient_id, telegram_id, now, locale=locale)
        row = {
            "id": patient_id,
            "lookup": vault.lookup_hash(self._lookup_key, telegram_id),
            "key_id": wrapped.key_id,
            "wrapped_key": wrapped.sealed,
            "body": scope.seal(patient, table.name, patient_id),
            "joined_at": now,
        }
        savepoint = connection.begin_nested()
        try:
            connection.execute(sa.insert(table), row)
        except sa.exc.IntegrityError:
            savepoint.rollback()
            found = self.scope_of(connection, telegram_id)
            if found is None:
                raise
            return found
        savepoint.commit()
        return scope

    def _mind_rotation(self, connection: Connection) -> None:
        """Wrap no key under a master key that was rotated away: nobody would ever open it again.

        The lock holds a rotation off until the new patient is among those it wraps anew.
        """
        kept = tables.instance
        query = sa.select(kept.c.key_id).with_for_update(read=True)
        self._vault.expect(connection.execute(query).scalar_one())

    def scope(self, connection: Connection, patient_id: PatientId) -> sealed.Scope | None:
        """Give the scope of a known patient."""
        row = _OPEN.row(connection, {"patient": patient_id})
        return None if row is None else self._scope(connection, patient_id, row[0], row[1])

    def scope_of(self, connection: Connection, telegram_id: int) -> sealed.Scope | None:
        """Give the scope of a Telegram user who is known here."""
        lookup = vault.lookup_hash(self._lookup_key, telegram_id)
        row = _FIND_KEY.row(connection, {"lookup": lookup})
        return None if row is None else self._scope(connection, PatientId(row[0]), row[1], row[2])

    def _scope(
        self, connection: Connection, patient_id: PatientId, key_id: str, wrapped_key: bytes
    ) -> sealed.Scope:
        cipher = self._vault.cipher(vault.WrappedKey(key_id, wrapped_key), patient_id)
        return sealed.Scope(connection, patient_id, cipher)

    def open(self, connection: Connection, patient_id: PatientId, *, claim: bool = False) -> Opened | None:
        """Open a patient's row; None where there is none, or where ``claim`` finds another worker at it.

        With ``claim`` the row stays locked until the transaction ends: one turn of a patient at a time.
        """
        row = (_CLAIM if claim else _OPEN).row(connection, {"patient": patient_id})
        if row is None:
            return None
        key_id, wrapped_key, body, blocked_at = row
        scope = self._scope(connection, patient_id, key_id, wrapped_key)
        patient = scope.open(body, patients.Patient, table.name, patient_id)
        return Opened(patient, scope, blocked_at is not None)


def save(scope: sealed.Scope, patient: patients.Patient) -> patients.Patient:
    """Store changed settings."""
    scope.connection.execute(
        sa.update(table)
        .where(table.c.id == scope.patient_id)
        .values(body=scope.seal(patient, table.name, patient.id), agreed_at=patient.agreed_at)
    )
    return patient


def set_blocked(connection: Connection, patient_id: PatientId, moment: datetime | None) -> None:
    """Note that the patient blocked the bot, or took it back; then `Reminders.wake` lets their reminders go on.

    Until then these are not due: looking for the next one would pass over all of them, each second. Whoever blocks can
    be told of no access any more, so that nobody keeps one, nor they any of others.
    """
    connection.execute(sa.update(table).where(table.c.id == patient_id).values(blocked_at=moment))
    if moment is not None:
        _end_trust(connection, patient_id)
        waiting = tables.reminders
        connection.execute(sa.update(waiting).where(waiting.c.patient_id == patient_id).values(due_at=None))


def _end_trust(connection: Connection, patient_id: PatientId) -> None:
    grants, codes = tables.grants, tables.invitations
    either = sa.or_(grants.c.patient_id == patient_id, grants.c.holder_id == patient_id)
    connection.execute(sa.delete(grants).where(either))
    connection.execute(sa.delete(codes).where(codes.c.patient_id == patient_id))


def next_seq(connection: Connection, patient_id: PatientId, count: int) -> int:
    """Take ``count`` numbers for messages to the patient; give the first. They order the patient's outbox."""
    ((last,),) = _TAKE_SEQ.rows(connection, {"patient": patient_id, "count": count})
    return int(last) - count + 1


def forget(connection: Connection, patient_id: PatientId, now: datetime) -> None:
    """Destroy the patient's key and every row of theirs, and note the bare id so that no backup brings them back."""
    inbox.disown(connection, patient_id)
    _remove(connection, patient_id)
    connection.execute(sa.insert(tables.forgotten), {"patient_id": patient_id, "at": now})


def _remove(connection: Connection, patient_id: PatientId) -> None:
    for owned in reversed(tables.metadata.sorted_tables):
        if "patient_id" in owned.c and owned is not tables.forgotten:
            connection.execute(sa.delete(owned).where(owned.c.patient_id == patient_id))
    connection.execute(sa.delete(table).where(table.c.id == patient_id))


def drop_strangers(connection: Connection, now: datetime) -> int:
    """Remove those who never agreed and of whom no update is left; give how many. The button to agree still works."""
    known = tables.inbox
    wrote = sa.exists().where(known.c.patient_id == table.c.id)
    query = sa.select(table.c.id).where(
        table.c.agreed_at.is_(None), table.c.joined_at < now - STRANGER_FOR, ~wrote
    )
    found = [PatientId(row) for row in connection.execute(query).scalars()]
    for patient_id in found:
        _remove(connection, patient_id)
    return len(found)


def traces(connection: Connection, patient_id: PatientId) -> int:
    """Count the rows that still belong to a patient: 0 after forgetting."""
    rows = connection.execute(sa.select(sa.func.count()).where(table.c.id == patient_id)).scalar_one()
    for owned in tables.metadata.sorted_tables:
        if "patient_id" in owned.c and owned is not tables.forgotten:
            query = sa.select(sa.func.count()).where(owned.c.patient_id == patient_id)
            rows += connection.execute(query).scalar_one()
    held = sa.select(sa.func.count()).where(tables.grants.c.holder_id == patient_id)
    return int(rows + connection.execute(held).scalar_one())
