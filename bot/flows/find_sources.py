"""Fetches from the store what a question about the log needs, and no more: the newest first where the last is asked."""

from dataclasses import replace
from datetime import date

from bot.domain import finding, visits
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
    if request.ask in COUNTED and request.kind in DAILY and not by_entry:
        told = look_back.by_day(turn.store, turn.zone, request.first, request.last or today, keep=True)
    elif request.kind == "words":
        told = _with_words(turn, request, today)
    else:
        told = look_back.entries(turn.store, turn.zone, request.first, request.last or today)
    return finding.answer(whole_name(request, told), told, today)


def _with_words(turn: Turn, request: finding.Request, today: date) -> list[Told]:
    """List the entries that may hold the words; where none does, the days, to say how many were logged."""
    span = look_back.window(turn.store, turn.zone, request.first, request.last or today)
    found: list[Told] = list(Glances(turn.store.scope).with_words(*span, request.name))
    last = request.last or today
    return found or look_back.by_day(turn.store, turn.zone, request.first, last, keep=True, bare=True)


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
    """Answer for the days since it was last there: looked for entry by entry lately, by the day further back."""
    last = min(request.last or today, today)
    lately = max(request.first or date.min, last - look_back.LONG)
    seen, hit = _newest(turn, replace(request, first=lately, last=last), last)
    if hit is None and request.kind in DAILY and lately != request.first:
        days = look_back.by_day(turn.store, turn.zone, request.first, last, keep=True)
        whole = whole_name(request, days)
        found = finding.answer(replace(whole, ask="days"), days, today)
        if not found.hits:
            return replace(found, request=whole)
        return finding.answer(replace(whole, first=found.hits[-1]), days, today)
    if hit is None and lately != request.first:
        seen, hit = _newest(turn, replace(request, last=last), last)
    return finding.answer(replace(whole_name(request, seen), first=hit or request.first), seen, today)


def _newest(turn: Turn, request: finding.Request, last: date) -> tuple[list[Told], date | None]:
    """Go back to the first day it was on; give the entries from there, and that day, None where there is none."""
    seen: list[Told] = []
    hit: date | None = None
    window = look_back.window(turn.store, turn.zone, request.first, last)
    for entry in Glances(turn.store.scope).newest_first(*window):
        if hit is not None and entry.day < hit:
            break
        seen.append(entry)
        if hit is None and finding.is_hit(whole_name(request, [entry]), entry) and _is_inside(request, entry):
            hit = entry.day
    return seen, hit


def _is_inside(request: finding.Request, entry: Told) -> bool:
    return (request.first is None or entry.day >= request.first) and (
        request.last is None or entry.day <= request.last
    )


def _names(visit: visits.Visit, word: str) -> bool:
    return word in f"{visit.with_whom} {visit.where} {visit.why}".casefold()
