"""What a kind of case brings with it: which clocks run, what comes next, what to note, how it may end.

A date computed here is a guess until the letter is read, and the letter's date wins. So what a patient must do falls
due early rather than late: a clock that runs from when a letter reached them is counted from the date on it.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from bot.domain import cases, scripts

KindId = Literal[
    "denial",
    "authorization",
    "step_therapy",
    "referral",
    "records",
    "bill",
    "paperwork",
    "complaint",
    "other",
]
"""Stored and exported: an id is never renamed."""
KINDS: tuple[KindId, ...] = get_args(KindId)

OutcomeId = Literal["approved", "part", "denied", "withdrawn", "solved", "closed"]
"""Stored and exported: an id is never renamed."""
OUTCOMES: tuple[OutcomeId, ...] = get_args(OutcomeId)

Region = Literal["US", "UK", "CA", "AU", "EU"]
REGIONS: tuple[Region, ...] = get_args(Region)
_REGION_OF: Mapping[str, Region] = {"US": "US", "GB": "UK", "CA": "CA", "AU": "AU"}
_EEA = frozenset(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE".split()  # noqa: SIM905  reads on one line
)
"""The EU, and the three more countries where its data law holds; the EU's clocks are that law's."""

Unit = Literal["hours", "days", "working_days", "weeks", "months"]
Start = Literal["letter", "sent", "asked", "service"]
"""The date a clock runs from: on the letter or bill; when it was sent; when it was asked for; when it happened."""

_HOURS_A_DAY, _MONTHS_A_YEAR, _SATURDAY = 24, 12, 5


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline rule.

    ``name`` is the button, ``holds`` says for whom the rule holds. ``amount`` counts ``unit`` from the ``starts``
    date; ``whose`` is "mine" where the patient must act and "theirs" where they must be answered. ``extra`` is how
    many units longer it may lawfully take, which no reminder counts on. ``checked`` is the month ("2026-11") in
    which it was compared with ``source``.
    """

    id: str
    region: Region
    name: str
    holds: str
    amount: int
    unit: Unit
    starts: Start
    whose: cases.Move
    source: str
    checked: str
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that typically comes next, and whose move it is."""

    text: str
    whose: cases.Move


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of case. ``name`` is its button; ``clocks`` and ``steps`` are in the order they are offered.

    ``too_long``: the days after which one move of the other side has taken too long. It is our own choice.
    """

    id: KindId
    name: str
    barriers: tuple[scripts.BarrierId, ...]
    steps: tuple[Step, ...]
    write_down: tuple[str, ...]
    too_long: int
    outcomes: tuple[OutcomeId, ...]
    clocks: tuple[Clock, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way a case may end: the button, and what is said when it is chosen."""

    id: OutcomeId
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Every kind of case in the order of ``KINDS``, and the sentences that stand beside every date.

    ``letter_wins``: beside each computed date. ``ask_letter``: asked where no clock is known. ``holidays``: beside
    working days. ``ours``: beside what we call too long.
    """

    letter_wins: str
    ask_letter: str
    holidays: str
    ours: str
    outcomes: tuple[Outcome, ...]
    kinds: tuple[Kind, ...]

    def kind(self, kind_id: str) -> Kind | None:
        """Find a kind of case."""
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def clock(self, clock_id: str) -> Clock | None:
        """Find a clock; a stored one may since have been taken out of the file."""
        return next((clock for kind in self.kinds for clock in kind.clocks if clock.id == clock_id), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """Find an outcome."""
        return next((outcome for outcome in self.outcomes if outcome.id == outcome_id), None)

    def kinds_for_barrier(self, barrier_id: str) -> tuple[Kind, ...]:
        """List the kinds of case that fit a barrier, the likeliest first; none for an id that is not known."""
        return tuple(kind for kind in self.kinds if barrier_id in kind.barriers)


def region_of(country: str | None) -> Region | None:
    """Tell whose rules hold in a country (two letters); None where we know none, and the letter is asked for."""
    if country is None:
        return None
    code = country.upper()
    return "EU" if code in _EEA else _REGION_OF.get(code)


def clocks_for(kind: Kind, region: Region | None, whose: cases.Move | None = None) -> tuple[Clock, ...]:
    """List the clocks of a kind that run in a region, most likely first; of one side only where ``whose`` says so."""
    here = (clock for clock in kind.clocks if clock.region == region)
    return tuple(clock for clock in here if whose is None or clock.whose == whose)


def deadline(clock: Clock, started: date) -> date:
    """Give the last day of the clock, counted from the day it started, which is day 0.

    Months end on the same day of the month, or on its last where that day is missing (31 January + 1 month is 28
    February). Working days are Monday to Friday, with no heed to holidays. Hours are rounded up to whole days.
    """
    match clock.unit:
        case "hours":
            return started + timedelta(days=-(-clock.amount // _HOURS_A_DAY))
        case "days":
            return started + timedelta(days=clock.amount)
        case "working_days":
            return _working_days_after(started, clock.amount)
        case "weeks":
            return started + timedelta(weeks=clock.amount)
        case "months":
            return _months_after(started, clock.amount)


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, _MONTHS_A_YEAR)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def _working_days_after(start: date, days: int) -> date:
    found = start
    while days:
        found += timedelta(days=1)
        days -= found.weekday() < _SATURDAY
    return found
