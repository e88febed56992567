"""Fetches from the store what a question about the log needs, and no more: the newest first where the last is asked."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain import finding, visits, zones
from bot.domain.told import Told
from bot.flows import find_codes
from bot.flows.turn import Turn
from bot.storage.glances import Glances

_MARGIN = timedelta(days=2)
"""An entry's day is that of the zone it was told in; two zones can be more than a day apart."""
_BEGINNING = datetime(1990, 1, 1)  # noqa: DTZ001  a wall clock, like all that stands beside it


def answered(turn: Turn, request: finding.Request) -> finding.Found:
    """Answer a question that is not about visits."""
    today = turn.local_now.date()
    if request.ask == "last":
        return _last(turn, request, today)
    entries = between(turn, request.first, request.last)
    return finding.answer(whole_name(request, entries), entries, today)


def between(turn: Turn, first: date | None, last: date | None) -> list[Told]:
    """List what was told on these days (and a little around them), oldest first."""
    return list(Glances(turn.store.scope).between(*_window(turn, first, last)))


def last_visit(turn: Turn) -> visits.Visit | None:
    """Give the visit before this moment."""
    return turn.store.visits.last_before(turn.now - visits.RUNNING_LATE)


def last_visit_day(turn: Turn) -> date | None:
    """Give the day of the last visit."""
    found = last_visit(turn)
    return found.local.date() if found else None


def visits_with(turn: Turn, whom: str) -> list[visits.Visit]:
    """List the visits that were not cancelled with somebody (with anybody, where no name is given), oldest first."""
    wanted = [word for word in whom.casefold().replace(".", "").split() if word not in {"dr", "doctor"}]
    every = (visit for visit in turn.store.visits.all() if visit.state != "cancelled")
    return sorted((v for v in every if all(_names(v, word) for word in wanted)), key=lambda v: v.at)


def whole_name(request: finding.Request, entries: list[Told]) -> finding.Request:
    """Put a name that was cut to fit a button in its place again."""
    if len(request.name.encode()) <= find_codes.SURELY_WHOLE:
        return request
    for entry in entries:
        names = [s.name for s in entry.reading.symptoms] + [m.name for m in entry.reading.medications]
        found = next((name for name in names if name.startswith(request.name)), None)
        if found:
            return replace(request, name=found)
    return request


def _last(turn: Turn, request: finding.Request, today: date) -> finding.Found:
    """Look from the newest back to the first day it was on, and answer for the days since."""
    seen: list[Told] = []
    hit: date | None = None
    for entry in Glances(turn.store.scope).newest_first(*_window(turn, request.first, request.last)):
        if hit is not None and entry.day < hit:
            break
        seen.append(entry)
        if hit is None and finding.is_hit(whole_name(request, [entry]), entry) and _is_inside(request, entry):
            hit = entry.day
    whole = whole_name(request, seen)
    if hit is None:
        return finding.answer(whole, seen, today)
    return finding.answer(replace(whole, first=hit, last=request.last), seen, today)


def _is_inside(request: finding.Request, entry: Told) -> bool:
    return (request.first is None or entry.day >= request.first) and (
        request.last is None or entry.day <= request.last
    )


def _window(turn: Turn, first: date | None, last: date | None) -> tuple[datetime, datetime]:
    start = datetime.combine(first, datetime.min.time()) if first else _BEGINNING
    end = datetime.combine(last, datetime.min.time()) if last else turn.local_now
    return zones.to_utc(start, turn.zone) - _MARGIN, zones.to_utc(end, turn.zone) + _MARGIN


def _names(visit: visits.Visit, word: str) -> bool:
    return word in f"{visit.with_whom} {visit.where} {visit.why}".casefold()
