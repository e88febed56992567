"""The journal: what happened to the patient, in their words and as it was understood."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain import readings

EntryKind = Literal["update", "log", "checkin"]
CHECKIN_SYMPTOMS = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, voice note or file kept with an entry.

    ``file_id`` is Telegram's; ``stored`` turns True once the bytes are sealed in our own store.
    """

    id: str
    kind: Literal["photo", "voice", "document"]
    file_id: str
    name: str = ""
    size: int = 0
    """Bytes, as Telegram states them; 0 where it does not."""
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Checkin:
    """The answers of one check-in; None where the patient skipped."""

    energy: int | None = None
    """0 (none) to 4 (good)."""
    sleep: int | None = None
    """0 (barely) to 4 (well)."""
    medicines: Literal["all", "some", "none"] | None = None
    function: int | None = None
    """0 (could do nothing) to 4 (could do what I wanted)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the patient told. ``at`` is when it happened, ``recorded_at`` when the message was sent; both UTC."""

    id: str
    at: datetime
    recorded_at: datetime
    zone: str
    kind: EntryKind = "update"
    text: str = ""
    reading: readings.UpdateReading = field(default_factory=readings.UpdateReading)
    checkin: Checkin | None = None
    note: str = ""
    attachments: tuple[Attachment, ...] = ()
    message_id: int | None = None
    """The Telegram message that told it, so that an edit of the message corrects the entry."""
    told_by: str = ""
    """What the patient calls the trusted person who told it; empty for their own words."""

    @property
    def day(self) -> date:
        """The local calendar day it happened on, in the zone the patient was in then."""
        return self.at.astimezone(ZoneInfo(self.zone)).date()


def frequent_symptoms(entries: Iterable[Entry], limit: int = CHECKIN_SYMPTOMS) -> tuple[str, ...]:
    """Name the symptoms present on the most days, most frequent first, ties in order of the latest."""
    days: Counter[str] = Counter()
    seen: set[tuple[str, date]] = set()
    for entry in sorted(entries, key=lambda e: e.at, reverse=True):
        for symptom in entry.reading.symptoms:
            if not symptom.negated and (symptom.name, entry.day) not in seen:
                seen.add((symptom.name, entry.day))
                days[symptom.name] += 1
    return tuple(name for name, _ in days.most_common(limit))


@dataclass(frozen=True, slots=True)
class SymptomCount:
    """How one symptom went over a period: counts only, never a cause."""

    name: str
    days: int
    worst: int | None
    typical: int | None
    """Median of each day's worst stated severity (lower of the two middles), None where none was stated."""


def count_symptoms(entries: Iterable[Entry]) -> tuple[SymptomCount, ...]:
    """Count days with each present symptom and its stated severities, most days first."""
    daily: dict[str, dict[date, int | None]] = {}
    for entry in entries:
        for symptom in entry.reading.symptoms:
            if symptom.negated:
                continue
            days = daily.setdefault(symptom.name, {})
            before = days.get(entry.day)
            known = [s for s in (before, symptom.severity) if s is not None]
            days[entry.day] = max(known) if known else None
    counts = [_summed(name, days) for name, days in daily.items()]
    return tuple(sorted(counts, key=lambda c: (-c.days, -(c.worst or 0), c.name)))


def _summed(name: str, days: dict[date, int | None]) -> SymptomCount:
    stated = sorted(s for s in days.values() if s is not None)
    typical = stated[(len(stated) - 1) // 2] if stated else None
    return SymptomCount(name, len(days), stated[-1] if stated else None, typical)


def observed_days(entries: Iterable[Entry]) -> int:
    """Count the local days on which anything at all was told: the denominator of every count."""
    return len({entry.day for entry in entries})
