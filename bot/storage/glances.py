"""The journal read leanly, where years of it are looked at: only what looking back asks for is decoded.

A whole entry costs ten times as much to decode as this, for it makes the collector of garbage walk through thousands of
values; with 20,000 entries that is the difference between a tenth of a second and more than one.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from bot.domain.readings import MedicineStatus
from bot.storage import sealed, tables

CHUNK = 200
"""Rows opened first where the newest that fits is looked for; each time twice as many."""
_AT = tables.journal.c.at
_BETWEEN = sealed.selecting(
    tables.journal,
    tables.journal.c.removed_at.is_(None),
    sa.bindparam("start", type_=_AT.type) <= _AT,
    sa.bindparam("end", type_=_AT.type) > _AT,
    order=(_AT,),
)


class Symptom(msgspec.Struct, frozen=True, gc=False):
    """See `readings.SymptomMention`."""

    name: str
    severity: int | None = None
    negated: bool = False


class Medicine(msgspec.Struct, frozen=True, gc=False):
    """See `readings.MedicationMention`."""

    name: str
    dose: str | None = None
    taken: bool | None = None
    status: MedicineStatus = "mentioned"


class Reading(msgspec.Struct, frozen=True, gc=False):
    """See `readings.UpdateReading`."""

    symptoms: tuple[Symptom, ...] = ()
    medications: tuple[Medicine, ...] = ()
    impact: tuple[str, ...] = ()


class Checkin(msgspec.Struct, frozen=True, gc=False):
    """See `journal.Checkin`."""

    energy: int | None = None
    sleep: int | None = None
    medicines: str | None = None
    function: int | None = None


class Glance(msgspec.Struct, frozen=True, gc=False):
    """See `journal.Entry`."""

    id: str
    at: datetime
    zone: str
    text: str = ""
    note: str = ""
    reading: Reading = Reading()
    checkin: Checkin | None = None
    told_by: str = ""

    @property
    def day(self) -> date:
        """The local day it happened on, in the zone the patient was in then."""
        return self.at.astimezone(_zone(self.zone)).date()


_zone = lru_cache(maxsize=64)(ZoneInfo)


class Glances:
    """Reads the journal of one patient leanly; what was undone is not seen."""

    def __init__(self, scope: sealed.Scope) -> None:
        self._scope = scope

    def between(self, start: datetime, end: datetime) -> list[Glance]:
        """List what happened from ``start`` up to but not including ``end``, oldest first."""
        scope = self._scope
        which = {"of_patient": scope.patient_id, "start": start, "end": end}
        return self._opened(_BETWEEN.rows(scope.connection, which))

    def newest_first(self, start: datetime, end: datetime) -> Iterator[Glance]:
        """Give what happened from ``end`` back to ``start``, opening no more than is asked for."""
        table = tables.journal
        query = self._query(table.c.at >= start, table.c.at < end).order_by(table.c.at.desc(), table.c.id)
        done, size = 0, CHUNK
        while chunk := self._opened(
            self._scope.connection.execute(query.limit(size).offset(done)).fetchall()
        ):
            yield from chunk
            done, size = done + len(chunk), 2 * size

    def with_words(self, start: datetime, end: datetime, words: str) -> list[Glance]:
        """List what may hold all of the words somewhere, oldest first; only that is decoded."""
        table, scope = tables.journal, self._scope
        wanted = [word.encode() for word in words.casefold().split()]
        is_plain = words.isascii()
        query = self._query(table.c.at >= start, table.c.at < end).order_by(table.c.at)
        found = []
        for row_id, sealed_body in scope.connection.execute(query).fetchall():
            body = scope.cipher.open(sealed_body, f"{table.name}/{row_id}/{scope.patient_id}")
            said = body.lower() if is_plain else body.decode().casefold().encode()
            for word in wanted:
                if word not in said:
                    break
            else:
                found.append(sealed.decoder(Glance).decode(body))
        return found

    def _query(self, *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
        table = tables.journal
        mine = (table.c.patient_id == self._scope.patient_id, table.c.removed_at.is_(None), *where)
        return sa.select(table.c.id, table.c.body).where(*mine)

    def _opened(self, rows: Sequence[Any]) -> list[Glance]:
        scope, name = self._scope, tables.journal.name
        return [scope.open(body, Glance, name, row_id) for row_id, body in rows]
