"""Cases: a barrier that is being worked on, with who said what when, whose move it is and which clock runs.

Nobody here is the enemy; a case keeps the facts so that the next call need not start from nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

Move = Literal["mine", "theirs"]
"""Whose next step it is: the patient's, or the other side's (insurer, clinic, office)."""


@dataclass(frozen=True, slots=True)
class Call:
    """One contact: a call, a letter, a counter. Everything but ``at`` (UTC) may be unknown and is then empty."""

    at: datetime
    who: str = ""
    reference: str = ""
    said: str = ""
    then: str = ""
    """What happens next, as they said."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case. Times are UTC; ``deadline`` is a day on the patient's calendar.

    ``kind`` is one of the kinds of `bot.domain.case_rules`; ``barrier`` one of the 24 ids, empty where none fits.
    """

    id: str
    kind: str
    title: str
    opened_at: datetime
    barrier: str = ""
    about: str = ""
    """What it is over: the scan, the medicine, the form."""
    with_whom: str = ""
    """The other side: the insurer, the clinic, the office."""
    reference: str = ""
    deadline: date | None = None
    deadline_from: Literal["letter", "rule", ""] = ""
    """Where the date comes from; a letter's date always wins over a rule's."""
    clock: str = ""
    """The id of the rule that gave the date, where one did."""
    move: Move = "mine"
    move_since: datetime | None = None
    next_step: str = ""
    calls: tuple[Call, ...] = ()
    state: Literal["open", "closed"] = "open"
    outcome: str = ""
    """One of the kind's outcomes, once closed."""
    closed_at: datetime | None = None
    entry_ids: tuple[str, ...] = ()
    """Journal entries (a message, the photo of a letter) that belong to it."""
    visit_id: str | None = None


def open_ones(cases: Iterable[Case]) -> tuple[Case, ...]:
    """List the open cases: the nearest deadline first, then those without one, oldest first."""
    found = [case for case in cases if case.state == "open"]
    return tuple(sorted(found, key=lambda c: (c.deadline or date.max, c.opened_at, c.id)))


def days_open(case: Case, now: datetime) -> int:
    """Count the days since it was opened, the first being day 1; up to the day it was closed."""
    return ((case.closed_at or now).date() - case.opened_at.date()).days + 1


def days_waiting(case: Case, now: datetime) -> int:
    """Count the whole days for which it has been this side's move."""
    return (now - (case.move_since or case.opened_at)).days


def note_call(case: Case, call: Call, *, move: Move, next_step: str = "") -> Case:
    """Add a contact and say whose move it is after it; the count of waiting starts anew."""
    return replace(
        case,
        calls=(*case.calls, call),
        reference=case.reference or call.reference,
        move=move,
        move_since=call.at,
        next_step=next_step or call.then or case.next_step,
    )


def close(case: Case, outcome: str, now: datetime) -> Case:
    """Close it with an outcome; nothing that was written is lost."""
    return replace(case, state="closed", outcome=outcome, closed_at=now)


def reopen(case: Case, now: datetime) -> Case:
    """Open it again: a slip of the thumb, or the next denial."""
    return replace(case, state="open", outcome="", closed_at=None, move_since=now)
