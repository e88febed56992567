"""The hours in which a patient does not want to hear from us: mostly the night, so across midnight."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import zones

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_TRIES = 4
"""Edges of quiet hours that may fall into one change of the clocks, with room to spare."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Quiet from ``start`` up to, not including, ``end`` on the wall clock; equal ends mean never quiet."""

    start: time
    end: time

    def covers(self, local: time) -> bool:
        """Say whether the wall time ``local`` is quiet."""
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end

    def next_allowed(self, utc: datetime, zone: ZoneInfo) -> datetime:
        """Give ``utc`` itself where it is not quiet, else the instant (UTC) at which the quiet ends."""
        moment = utc.astimezone(UTC)
        for _ in range(_TRIES):
            local = zones.to_local(moment, zone)
            if not self.covers(local.time()):
                return moment
            ends = [
                _on(local + shift, self.end, zone, fold)
                for shift in (-_DAY, 0 * _DAY, _DAY)
                for fold in (0, 1)
            ]
            moment = min(end for end in ends if end > moment)
        return moment

    def last_allowed_before(self, utc: datetime, zone: ZoneInfo) -> datetime:
        """Give ``utc`` itself where it is not quiet, else the last minute (UTC) before the quiet began."""
        moment = utc.astimezone(UTC)
        for _ in range(_TRIES):
            local = zones.to_local(moment, zone)
            if not self.covers(local.time()):
                return moment
            starts = [
                _on(local + shift, self.start, zone, fold)
                for shift in (-_DAY, 0 * _DAY, _DAY)
                for fold in (0, 1)
            ]
            moment = max(start for start in starts if start <= moment) - _MINUTE
        return moment


def _on(day: datetime, wall: time, zone: ZoneInfo, fold: int) -> datetime:
    """Give the instant at which the clock shows ``wall`` on ``day``; ``fold`` 1: the second time, if any."""
    local = datetime.combine(day.date(), wall)
    again = local.replace(tzinfo=zone, fold=fold).astimezone(UTC)
    return again if zones.to_local(again, zone) == local else zones.to_utc(local, zone)
