"""Reads from the store what is marked beside how symptoms went; the page and the trend mark by the same rule."""

import re
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import history, marks, zones
from bot.domain.days import Days
from bot.domain.patients import Patient
from bot.storage.store import Store
from bot.understanding.lookups import find_periods
from bot.understanding.times import times

_NAMES_A_DAY = re.compile(
    r"\b(?:[0-3]?\d(?:st|nd|rd|th)?|today|yesterday)\b(?!\s*(?:weeks?|months?|years?))", re.IGNORECASE
)
_TOLD = re.compile(r"^(?P<words>.*), told (?P<day>\d{1,2} \w+ \d{4})$")
"""How `history_lines.as_of` writes a time that only the day it was told explains."""


def gather(
    unit: Store, patient: Patient, span: tuple[datetime, datetime], before: Days, told: Days
) -> tuple[marks.Mark, ...]:
    """List the visits between two moments (UTC), and when medicines began and were stopped, as far as it is known.

    Args:
        unit: the patient's store.
        patient: who it is.
        span: from when to when visits are looked for.
        before: what was logged before the period, ``told`` what in it.

    """

    def read(words: str, told_at: datetime) -> marks.Named | None:
        return named(words, zones.to_local(told_at, ZoneInfo(patient.zone)), patient.locale)

    items: Iterable[history.Item] = unit.history.all()
    return (*marks.of_medicines(items, read, before, told), *marks.of_visits(unit.visits.between(*span)))


def named(words: str, told_at: datetime, locale: str) -> marks.Named | None:
    """Read a time that names a day or a month, told at a local moment; "spring 2024" or "2021" names neither."""
    as_of = _TOLD.match(words)
    if as_of:
        told_on = times.read(as_of["day"], told_at, "past").value
        if told_on is None:
            return None
        words, told_at = as_of["words"], told_on
    is_month = find_periods.is_month(words)
    if find_periods.is_year(words) or not (is_month or _NAMES_A_DAY.search(words)):
        return None
    read = times.read(words, told_at, "past", locale)
    if not read.value or (read.asks and not is_month):
        return None
    return marks.Named(read.value.date(), roughly=is_month)
