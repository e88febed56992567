"""Gathers from the store what a summary is built from; the screen and the page show the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import cases, courses, history, page_choices, summary, visits, zones
from bot.domain.patients import Patient
from bot.storage.store import Store
from bot.understanding import times

A_MOMENT = timedelta(minutes=1)
"""What was told this very second belongs to the summary, also where two clocks differ a little."""
_NAMES_A_DAY = re.compile(
    r"\b(?:[0-3]?\d(?:st|nd|rd|th)?|today|yesterday)\b(?!\s*(?:weeks?|months?|years?))", re.IGNORECASE
)
_TOLD = re.compile(r"^(?P<words>.*), told (?P<day>\d{1,2} \w+ \d{4})$")
"""How `history_lines.as_of` writes a time that only the day it was told explains."""


def gather(
    unit: Store,
    patient: Patient,
    now: datetime,
    choice: page_choices.PageChoice | None = None,
    *,
    drawn: bool = False,
) -> summary.Summary:
    """Build the patient's summary as of ``now`` (UTC), by what was chosen for this clinician.

    ``drawn`` adds the picture of how it went, for the page.
    A visit whose hour has just passed is still the one at hand, so that a late waiting room does not empty it.
    """
    zone = ZoneInfo(patient.zone)
    just_now = now - visits.RUNNING_LATE
    ahead = visits.at_hand(unit.visits.planned(just_now), now)
    chosen = choice or choice_for(unit, ahead)
    covered = _period(unit, now, zone, chosen.reach, ahead)
    told = summary.Told(
        unit.journal.by_day(covered.start, now + A_MOMENT),
        unit.journal.by_day(covered.before, covered.start),
        tuple(e for e in unit.journal.latest(summary.LATEST) if covered.start <= e.at < now + A_MOMENT),
    )
    found = summary.build(told, unit.questions.open(), ahead, covered, zone)
    items = tuple(unit.history.all())
    found = replace(found, items=items, open_cases=_to_show(unit.cases.open()))
    if not drawn:
        return found
    return summary.with_course(found, told, _marks(unit, told, items, covered, zone))


def _to_show(every: Iterable[cases.Case]) -> tuple[cases.Case, ...]:
    """Leave out records of harm: what is handed over may reach the one it is about."""
    return tuple(case for case in every if not case.is_factual)


def choice_for(unit: Store, ahead: Iterable[visits.Visit]) -> page_choices.PageChoice:
    """Find what was chosen for the clinician of the visit at hand; the usual page where nothing was."""
    visit = next(iter(ahead), None)
    whom = page_choices.whose(visit.with_whom) if visit else ""
    return unit.page_choices.of(whom) or page_choices.PageChoice("", whom)


def _period(
    unit: Store, now: datetime, zone: ZoneInfo, reach: page_choices.Reach, ahead: Iterable[visits.Visit]
) -> summary.Period:
    if reach == "all":
        return summary.period(None, now, zone, reach, unit.journal.first_at())
    past = unit.visits.past(now - visits.RUNNING_LATE) if reach == "visit" else ()
    last = summary.last_with(past, next(iter(ahead), None))
    return summary.period(last, now, zone, reach)


def _marks(
    unit: Store,
    told: summary.Told,
    items: Iterable[history.Item],
    covered: summary.Period,
    zone: ZoneInfo,
) -> Iterator[courses.Mark]:
    named = _named_days(items, covered.end, zone)
    yield from courses.of_medicines(items, named, told.before, told.now)
    yield from courses.of_visits(unit.visits.between(covered.start, covered.end))


def _named_days(items: Iterable[history.Item], now: datetime, zone: ZoneInfo) -> dict[str, date]:
    """Read the times of medicines that name one day; "spring 2024" names none."""
    words = {
        said for item in items if item.section == "medicine" for said in (item.since, item.until) if said
    }
    found = {said: _named_day(said, now, zone) for said in words}
    return {said: day for said, day in found.items() if day}


def _named_day(words: str, now: datetime, zone: ZoneInfo) -> date | None:
    today = zones.to_local(now, zone)
    as_of = _TOLD.match(words)
    if as_of:
        told_on = times.read(as_of["day"], today, "past").value
        if told_on is None:
            return None
        words, today = as_of["words"], told_on
    if not _NAMES_A_DAY.search(words):
        return None
    read = times.read(words, today, "past")
    return read.value.date() if read.value and not read.asks else None
