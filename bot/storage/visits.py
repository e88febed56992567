"""The patient's visit rows."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain import visits
from bot.storage import sealed, tables

_AT = tables.visits.c.at
_MOMENT = sa.bindparam("moment", type_=_AT.type)
_BEFORE = (tables.visits.c.state != "cancelled", _MOMENT > _AT)
_LAST_BEFORE = sealed.selecting(tables.visits, *_BEFORE, order=(_AT.desc(),), limit=1)
_PAST = sealed.selecting(tables.visits, *_BEFORE, order=(_AT.desc(),))
_PLANNED = sealed.selecting(tables.visits, tables.visits.c.state == "planned", _MOMENT <= _AT, order=(_AT,))


class Visits(sealed.Rows[visits.Visit]):
    """Visits of one patient."""

    table = tables.visits
    kind = visits.Visit

    def columns(self, value: visits.Visit) -> dict[str, Any]:
        """Keep when and whether in clear, for the index."""
        return {"at": value.at, "state": value.state}

    def planned(self, since: datetime) -> list[visits.Visit]:
        """List the planned visits from ``since`` on, soonest first."""
        return list(self._found(_PLANNED, moment=since))

    def past(self, moment: datetime) -> Iterator[visits.Visit]:
        """Give the visits before ``moment`` that were not cancelled, latest first, opened as they are asked for."""
        return self._found(_PAST, moment=moment)

    def between(self, start: datetime, end: datetime) -> list[visits.Visit]:
        """List the visits from ``start`` up to but not including ``end`` that were not cancelled, oldest first."""
        table = self.table
        within = (table.c.at >= start, table.c.at < end)
        return list(self._select(table.c.state != "cancelled", *within, order=(table.c.at,)))

    def last_before(self, moment: datetime) -> visits.Visit | None:
        """Find the latest visit before ``moment`` that was not cancelled."""
        return next(self._found(_LAST_BEFORE, moment=moment), None)
