"""Fetches from the store what a question about the log needs, and no more: the newest first where the last is asked."""

from dataclasses import replace
from datetime import date

from bot.domain import days, finding, visits
from bot.domain.days import Days
from bot.domain.told import Told
from bot.flows import find_codes, look_back
from bot.flows.turn import Turn
from bot.storage.glances import Glances

DAILY = frozenset({"symptom", "medicine", "bad", "measure"})
"""What a folded day still knows."""
COUNTED = frozenset({"first", "days", "worst", "gap", "without"})
"""What is asked of days; the rest is asked of entries, of their hour or their words."""


def answered(turn: Turn, request: finding.Request, *, by_entry: bool = False) -> finding.Found:
    """Answer a question that is not about visits; ``by_entry`` where the entries behind the number are wanted."""
    today = turn.local_now.date()
    if request.ask == "last":
        return _last(turn, request, today)
    span = (request.first, request.last or today)
    if request.ask in COUNTED and request.kind in DAILY and not by_entry:
        logged = look_back.by_day(turn.store, turn.zone, *span, keep=True)
        return finding.answer(whole_name(request, logged), logged, today)
    if request.kind == "words":
        window = look_back.window(turn.store, turn.zone, *span)
        logged = look_back.by_day(turn.store, turn.zone, *span, keep=True)
        return finding.answer(request, logged, today, turn.store.journal.with_words(*window, request.name))
    return _from_entries(request, look_back.entries(turn.store, turn.zone, *span), today)


def _from_entries(request: finding.Request, told: list[Told], today: date) -> finding.Found:
    logged = days.fold(told)
    return finding.answer(whole_name(request, logged), logged, today, told)


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


def whole_name(request: finding.Request, logged: Days) -> finding.Request:
    """Put a name that was cut to fit a button in its place again."""
    if len(request.name.encode()) <= find_codes.SURELY_WHOLE:
        return request
    names = (*logged.symptoms, *logged.taken, *logged.missed)
    found = next((name for name in names if name.startswith(request.name)), request.name)
    return replace(request, name=found)


def _last(turn: Turn, request: finding.Request, today: date) -> finding.Found:
    """Answer for the days since it was last there: looked for entry by entry lately, by the day further back."""
    last = min(request.last or today, today)
    lately = max(request.first or date.min, last - look_back.LONG)
    seen, hit = _newest(turn, replace(request, first=lately, last=last), last)
    if hit is None and request.kind in DAILY and lately != request.first:
        logged = look_back.by_day(turn.store, turn.zone, request.first, last, keep=True)
        whole = whole_name(request, logged)
        found = finding.answer(replace(whole, ask="days"), logged, today)
        if not found.hits:
            return replace(found, request=whole)
        return finding.answer(replace(whole, first=found.hits[-1]), logged, today)
    if hit is None and lately != request.first:
        seen, hit = _newest(turn, replace(request, last=last), last)
    return _from_entries(replace(request, first=hit or request.first), seen, today)


def _newest(turn: Turn, request: finding.Request, last: date) -> tuple[list[Told], date | None]:
    """Go back to the first day it was on; give the entries from there, and that day, None where there is none."""
    seen: list[Told] = []
    hit: date | None = None
    window = look_back.window(turn.store, turn.zone, request.first, last)
    for entry in Glances(turn.store.scope).newest_first(*window):
        if hit is not None and entry.day < hit:
            break
        seen.append(entry)
        if (
            hit is None
            and finding.is_hit(whole_name(request, days.fold([entry])), entry)
            and _is_inside(request, entry)
        ):
            hit = entry.day
    return seen, hit


def _is_inside(request: finding.Request, entry: Told) -> bool:
    return (request.first is None or entry.day >= request.first) and (
        request.last is None or entry.day <= request.last
    )


def _names(visit: visits.Visit, word: str) -> bool:
    return word in f"{visit.with_whom} {visit.where} {visit.why}".casefold()
