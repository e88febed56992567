"""Gathers from the store what a summary is built from; the screen and the page show the same."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import cases, page_choices, summary, visits
from bot.domain.patients import Patient
from bot.flows import mark_sources
from bot.storage.store import Store

A_MOMENT = timedelta(minutes=1)
"""What was told this very second belongs to the summary, also where two clocks differ a little."""


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
    happened = mark_sources.gather(unit, patient, (covered.start, covered.end), told.before, told.now)
    return summary.with_course(found, told, happened)


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
