"""Gathers from the store what a summary is built from; the screen and the page show the same."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import summary, visits
from bot.domain.patients import Patient
from bot.storage.store import Store

A_MOMENT = timedelta(minutes=1)
"""What was told this very second belongs to the summary, also where two clocks differ a little."""


def gather(unit: Store, patient: Patient, now: datetime) -> summary.Summary:
    """Build the patient's summary as of ``now`` (UTC).

    A visit whose hour has just passed is still the one at hand, so that a late waiting room does not empty it.
    """
    zone = ZoneInfo(patient.zone)
    just_now = now - visits.RUNNING_LATE
    ahead = visits.at_hand(unit.visits.planned(just_now), now)
    covered = summary.period(unit.visits.last_before(just_now), now, zone)
    entries = unit.journal.between(covered.before, now + A_MOMENT)
    return summary.build(entries, unit.questions.open(), ahead, covered, zone)
