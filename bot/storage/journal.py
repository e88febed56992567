"""The patient's journal rows. Undone entries stay for a while, so that a slip of the thumb can be taken back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import days, journal
from bot.storage import glances, journal_months, prepared, sealed, tables

UNDO_FOR = timedelta(days=1)
"""How long an undo can be taken back."""
A_WHILE = timedelta(days=62)
"""From here on it is worth asking when the journal begins."""

_AT, _KEPT = tables.journal.c.at, tables.journal.c.removed_at.is_(None)
_LATEST = sealed.selecting(tables.journal, _KEPT, order=(_AT.desc(),), limit=1)
_BETWEEN = sealed.selecting(
    tables.journal,
    _KEPT,
    sa.bindparam("start", type_=_AT.type) <= _AT,
    sa.bindparam("end", type_=_AT.type) > _AT,
    order=(_AT, tables.journal.c.recorded_at),
)
_KEPT_ONE = sealed.selecting(tables.journal, _KEPT, tables.journal.c.id == sa.bindparam("row"))
_MOMENT = prepared.Prepared(
    sa.select(_AT).where(
        tables.journal.c.id == sa.bindparam("row"), tables.journal.c.patient_id == sa.bindparam("of_patient")
    )
)


class Journal(sealed.Rows[journal.Entry]):
    """Entries of one patient; removed ones are seen by none of the queries."""

    table = tables.journal
    kind = journal.Entry

    def __init__(self, scope: sealed.Scope) -> None:
        super().__init__(scope)
        self._months = journal_months.JournalMonths(scope)
        self._glances = glances.Glances(scope)

    def columns(self, value: journal.Entry) -> dict[str, Any]:
        """Keep when it was and which message told it in clear, for the indexes."""
        return {
            "at": value.at,
            "recorded_at": value.recorded_at,
            "kind": value.kind,
            "message_id": value.message_id,
        }

    def save(self, value: journal.Entry) -> journal.Entry:
        """Store an entry in place of the one with its id, or as a new one."""
        self._months.forget([value.at, *self._moments(value.id)])
        return super().save(value)

    def add(self, value: journal.Entry) -> journal.Entry:
        """Store a new entry."""
        self._months.forget([value.at])
        return super().add(value)

    def delete(self, row_id: str) -> None:
        """Remove an entry for good."""
        self._months.forget(self._moments(row_id))
        super().delete(row_id)

    def between(self, start: datetime, end: datetime) -> list[journal.Entry]:
        """List what happened from ``start`` up to but not including ``end``, oldest first."""
        return list(self._found(_BETWEEN, start=start, end=end))

    def by_day(self, start: datetime, end: datetime) -> days.Days:
        """Fold what happened from ``start`` up to but not including ``end`` into days.

        Whole months and years are taken as they were folded before, where they were.
        """
        if start >= end:
            return days.Days()
        if end - start > A_WHILE:  # what lies before the first entry need not be asked for
            start = max(start, min(end, self.first_at() or end))
        whole = journal_months.pieces(start, end)
        if not whole:
            return days.fold(self._glances.between(start, end))
        found = self._months.of(whole)
        head = self._glances.between(start, journal_months.first_of(whole[0]))
        found |= self._fold([name for name in whole if name not in found])
        tail = self._glances.between(journal_months.end_of(whole[-1]), end)
        return days.merge(days.fold(head), *(found[name].days for name in whole), days.fold(tail))

    def fold_months(self, start: datetime, end: datetime) -> None:
        """Keep the whole months between two moments as days, where they are not kept yet: for a long look back."""
        whole = journal_months.pieces(max(start, self.first_at() or end), end)
        found = self._months.names(whole)
        self._months.keep(self._fold([name for name in whole if name not in found]))

    def with_words(self, start: datetime, end: datetime, words: str) -> list[glances.Glance]:
        """List what may hold all of the words, oldest first; folded months that do not are not opened."""
        without = self._months.without(journal_months.pieces(start, end), words)
        spans = []
        for run in journal_months.runs(without):
            spans.append((start, journal_months.first_of(run[0])))
            start = journal_months.end_of(run[-1])
        spans.append((start, end))
        return [told for span in spans for told in self._glances.with_words(*span, words)]

    def first_at(self) -> datetime | None:
        """Find when the oldest entry happened."""
        table, scope = self.table, self._scope
        mine = (table.c.patient_id == scope.patient_id, table.c.removed_at.is_(None))
        query = sa.select(table.c.at).where(*mine).order_by(table.c.at).limit(1)
        found: datetime | None = scope.connection.execute(query).scalar()
        return found

    def last_own_at(self) -> datetime | None:
        """Find when the newest entry happened that the patient told; a trusted person's is no word of theirs."""
        scope = self._scope
        row = _LATEST.row(scope.connection, {"of_patient": scope.patient_id})
        if row is None:
            return None
        latest = scope.open(row[1], glances.Glance, self.table.name, row[0])
        if not latest.told_by:
            return latest.at
        earlier = self._glances.newest_first(self.first_at() or latest.at, latest.at + timedelta.resolution)
        return next((told.at for told in earlier if not told.told_by), None)

    def latest(self, limit: int, kinds: Iterable[journal.EntryKind] = ()) -> list[journal.Entry]:
        """List the latest entries, newest first; of the given kinds only, where any are given."""
        kept = self.table.c.removed_at.is_(None)
        of_kind = [self.table.c.kind.in_(list(kinds))] if kinds else []
        return list(self._select(kept, *of_kind, order=(self.table.c.at.desc(),), limit=limit))

    def of_message(self, message_id: int) -> journal.Entry | None:
        """Find the entry that a Telegram message told."""
        kept = self.table.c.removed_at.is_(None)
        return next(self._select(kept, self.table.c.message_id == message_id), None)

    def kept(self, entry_id: str) -> journal.Entry | None:
        """Find an entry that was not undone."""
        return next(self._found(_KEPT_ONE, row=entry_id), None)

    def history(self) -> list[journal.Entry]:
        """List every entry that was not undone, oldest first."""
        return list(self._select(self.table.c.removed_at.is_(None), order=(self.table.c.at,)))

    def remove(self, entry_id: str, now: datetime) -> None:
        """Undo an entry; ``restore`` takes it back until the nightly housekeeping."""
        self._mark(entry_id, now)

    def restore(self, entry_id: str) -> None:
        """Take an undo back."""
        self._mark(entry_id, None)

    def _fold(self, names: list[str]) -> dict[str, journal_months.Month]:
        """Fold months, and years from their months; the months of those years are given as well where they are new."""
        years = {name: journal_months.months_of(name) for name in names if journal_months.is_year(name)}
        known = self._months.of([month for months in years.values() for month in months])
        wanted = {name for name in names if name not in years}.union(*years.values())
        folded = self._fold_months(sorted(wanted - known.keys()))
        known |= folded
        joined = {y: journal_months.join([known[month] for month in months]) for y, months in years.items()}
        return folded | joined

    def _fold_months(self, months: list[str]) -> dict[str, journal_months.Month]:
        """Fold months from their entries; those that follow one another are read at once."""
        folded: dict[str, journal_months.Month] = {}
        for run in journal_months.runs(months):
            entries = dict[str, list[glances.Glance]]()
            first, end = journal_months.first_of(run[0]), journal_months.end_of(run[-1])
            for entry in self._glances.between(first, end):
                entries.setdefault(journal_months.name_of(entry.at), []).append(entry)
            folded |= {month: journal_months.fold(entries.get(month, ())) for month in run}
        return folded

    def _moments(self, entry_id: str) -> list[datetime]:
        """Tell when the stored entry happened; nothing where there is none."""
        which = {"row": entry_id, "of_patient": self._scope.patient_id}
        return [moment for (moment,) in _MOMENT.rows(self._scope.connection, which)]

    def _mark(self, entry_id: str, moment: datetime | None) -> None:
        self._months.forget(self._moments(entry_id))
        table, scope = self.table, self._scope
        scope.connection.execute(
            sa.update(table)
            .where(table.c.id == entry_id, table.c.patient_id == scope.patient_id)
            .values(removed_at=moment)
        )


def clean(connection: Connection, now: datetime) -> None:
    """Drop entries that were undone long enough ago, with their attachments."""
    table = tables.journal
    connection.execute(sa.delete(table).where(table.c.removed_at < now - UNDO_FOR))
