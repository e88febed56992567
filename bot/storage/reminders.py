"""Reminder rows: those of one patient, and across patients the ids of what is due."""

from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import reminders
from bot.domain.patients import PatientId
from bot.storage import prepared, sealed, tables

Outcome = Literal["sent", "passed", "skipped", "answered", "done", "snoozed"]

_table, _occurrences = tables.reminders, tables.occurrences
_NOW = sa.bindparam("now", type_=_table.c.due_at.type)
_IS_DUE = _table.c.due_at <= _NOW
_DUE = sealed.selecting(_table, _IS_DUE, order=(_table.c.due_at, _table.c.id))
_NOTE = prepared.Prepared(sa.insert(_occurrences))
_NOTED = prepared.Prepared(
    sa.select(_occurrences.c.id).where(
        _occurrences.c.reminder_id == sa.bindparam("reminder"),
        _occurrences.c.meant_at == sa.bindparam("meant", type_=_occurrences.c.meant_at.type),
    )
)
_REACHABLE = tables.patients.c.blocked_at.is_(None)
_PATIENTS_DUE = (
    sa.select(_table.c.patient_id)
    .join(tables.patients, tables.patients.c.id == _table.c.patient_id)
    .where(_IS_DUE, _REACHABLE)
    .order_by(_table.c.due_at)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .offset(sa.bindparam("passed", type_=sa.Integer))
)
"""In the order of the index, so that not all that is due is gone through; who has several due comes several times."""
_NEXT_DUE = (
    sa.select(_table.c.due_at)
    .join(tables.patients, tables.patients.c.id == _table.c.patient_id)
    .where(_table.c.due_at.is_not(None), _REACHABLE)
    .order_by(_table.c.due_at)
    .limit(1)
)


class Reminders(sealed.Rows[reminders.Reminder]):
    """Reminders of one patient and what became of each occurrence."""

    table = tables.reminders
    kind = reminders.Reminder

    def columns(self, value: reminders.Reminder) -> dict[str, Any]:
        """Keep the kind, what it is for and when it is due in clear, for the indexes."""
        return {"kind": value.kind, "subject": value.subject or None, "due_at": value.due_at}

    def of_kind(self, *kinds: reminders.ReminderKind) -> list[reminders.Reminder]:
        """List those of some kinds, soonest first."""
        table = self.table
        return list(self._select(table.c.kind.in_(kinds), order=(table.c.due_at,)))

    def wake(self) -> None:
        """Let everything be due again that was laid to rest when the patient blocked the bot."""
        for reminder in list(self._select(self.table.c.due_at.is_(None))):
            if reminder.due_at is not None:
                self.save(reminder)

    def about(self, subject: str) -> list[reminders.Reminder]:
        """List those of one visit."""
        return list(self._select(self.table.c.subject == subject))

    def upcoming(self) -> list[reminders.Reminder]:
        """List everything that is still due one day, soonest first."""
        due = self.table.c.due_at
        return list(self._select(due.is_not(None), order=(due,)))

    def due(self, now: datetime) -> list[reminders.Reminder]:
        """List what is due by ``now``, in the order it was due."""
        return list(self._found(_DUE, now=now))

    def note(self, reminder: reminders.Reminder, outcome: Outcome, now: datetime) -> str | None:
        """Note what became of the reminder's current occurrence; give the occurrence's id.

        None where this occurrence was noted before: then it must not be given again.
        """
        meant = reminder.occurrence_at or reminder.due_at
        if meant is None or self._noted(reminder.id, meant):
            return None
        occurrence_id = sealed.new_id()
        row = {
            "id": occurrence_id,
            "patient_id": self._scope.patient_id,
            "reminder_id": reminder.id,
            "meant_at": meant,
            "handled_at": now,
            "outcome": outcome,
        }
        _NOTE.count(self._scope.connection, row)
        return occurrence_id

    def _noted(self, reminder_id: str, meant: datetime) -> bool:
        which = {"reminder": reminder_id, "meant": meant}
        return _NOTED.row(self._scope.connection, which) is not None

    def settle(self, reminder_id: str, outcome: Outcome, now: datetime) -> bool:
        """Set what became of the reminder's latest occurrence; tell whether there was one still open."""
        table = tables.occurrences
        latest = (
            sa.select(table.c.id)
            .where(
                table.c.reminder_id == reminder_id,
                table.c.patient_id == self._scope.patient_id,
                table.c.outcome == "sent",
            )
            .order_by(table.c.meant_at.desc())
            .limit(1)
            .scalar_subquery()
        )
        changed = self._scope.connection.execute(
            sa.update(table).where(table.c.id == latest).values(outcome=outcome, handled_at=now)
        )
        return changed.rowcount > 0


def patients_due(connection: Connection, now: datetime, limit: int) -> list[PatientId]:
    """List patients with something due by ``now``, the longest overdue first; blocked ones are left out."""
    found: dict[PatientId, None] = {}
    passed, is_more = 0, True
    while is_more and len(found) < limit:
        page = (
            connection.execute(_PATIENTS_DUE, {"now": now, "most": limit, "passed": passed}).scalars().all()
        )
        found.update(dict.fromkeys(map(PatientId, page)))
        passed, is_more = passed + len(page), len(page) == limit
    return list(found)[:limit]


def next_due(connection: Connection) -> datetime | None:
    """Tell when the next reminder of all is due."""
    return connection.execute(_NEXT_DUE).scalar_one_or_none()


def clean(connection: Connection) -> None:
    """Lay to rest what is due of patients who blocked the bot, where it was stored meanwhile or by an older version."""
    gone = sa.select(tables.patients.c.id).where(~_REACHABLE)
    connection.execute(
        sa.update(_table)
        .where(_table.c.due_at.is_not(None), _table.c.patient_id.in_(gone))
        .values(due_at=None)
    )
