"""Reads the journal for looking back: folded into days where days are counted, entry by entry where words are asked."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import zones
from bot.domain.days import Days
from bot.domain.told import Told
from bot.storage.glances import Glances
from bot.storage.store import Store

MARGIN = timedelta(days=2)
"""An entry's day is that of the zone it was told in; two zones can be more than a day apart."""
LONG = timedelta(days=92)
"""A look back over more than this keeps the months as days, so that the next one is quick."""


def window(unit: Store, zone: ZoneInfo, first: date | None, last: date) -> tuple[datetime, datetime]:
    """Give the moments between which everything told on these days lies; from the first entry, without a first."""
    begin = _utc(first, zone) if first else unit.journal.first_at()
    end = _utc(last, zone) + MARGIN
    return (begin or end) - MARGIN, end


def by_day(unit: Store, zone: ZoneInfo, first: date | None, last: date, *, keep: bool = False) -> Days:
    """Fold what was told on these days, and a little around.

    ``keep``: the turn may write what makes the next look quick.
    """
    start, end = window(unit, zone, first, last)
    if keep and end - start > LONG:
        unit.journal.fold_months(start, end)
    return unit.journal.by_day(start, end)


def entries(unit: Store, zone: ZoneInfo, first: date | None, last: date) -> list[Told]:
    """List the entries of these days, and a little around, oldest first."""
    return list(Glances(unit.scope).between(*window(unit, zone, first, last)))


def _utc(day: date, zone: ZoneInfo) -> datetime:
    return zones.to_utc(datetime.combine(day, datetime.min.time()), zone)
