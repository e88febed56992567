"""Cases: a barrier that is being worked on, with who said what when, whose move it is and which clock runs.

Nobody here is the enemy; a case keeps the facts so that the next call need not start from nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

Move = Literal["mine", "theirs"]
"""Whose next step it is: the patient's, or the other side's (insurer, clinic, office)."""

UNDO_FOR = timedelta(days=1)
"""How long a deleted case can be brought back."""
FACTS_ONLY = frozenset({"complaint"})
"""Kinds that record harm: facts with dates, and never a word of alliance or thanks beside them."""
_HARMED = frozenset({"harm_or_abuse", "bias"})


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a case stood before a call: what taking the call back gives back."""

    move: Move
    move_since: datetime | None = None
    next_step: str = ""
    reference: str = ""
    follow_on: date | None = None
    follow_at: time | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One contact: a call, a letter, a counter. Everything but ``at`` (UTC) may be unknown and is then empty."""

    at: datetime
    who: str = ""
    reference: str = ""
    said: str = ""
    then: str = ""
    """What happens next, as they said."""
    before: Stand | None = None
    """Where the case stood before it; None for a call logged before this was kept."""


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
    told: str = ""
    """What the patient wrote when it was opened, word for word."""
    deadline_whose: Move = "mine"
    """Who must act by the deadline."""
    deadline_met: bool = False
    """True once the patient said that what was due is done; nothing more is written about that date."""
    follow_on: date | None = None
    """The day on which to look at it again: a call to make, or the day after one that was promised."""
    follow_at: time | None = None
    """The hour of it on the patient's wall clock, where one was named."""
    removed_at: datetime | None = None
    """When it was deleted; it can be brought back for a day."""

    @property
    def is_factual(self) -> bool:
        """True where the patient tells of harm: it keeps to facts, and nobody is to be thanked or understood."""
        return self.kind in FACTS_ONLY or self.barrier in _HARMED

    @property
    def runs_until(self) -> date | None:
        """The deadline, while it still has to be met."""
        return None if self.deadline_met else self.deadline


def open_ones(cases: Iterable[Case]) -> tuple[Case, ...]:
    """List the open cases: the nearest deadline first, then those without one, oldest first."""
    found = [case for case in cases if case.state == "open"]
    return tuple(sorted(found, key=lambda c: (c.runs_until or date.max, c.opened_at, c.id)))


def closed_ones(cases: Iterable[Case]) -> tuple[Case, ...]:
    """List the closed cases, the latest first; a deleted one is none of them."""
    found = [case for case in cases if case.state == "closed" and case.removed_at is None]
    return tuple(sorted(found, key=lambda c: (c.closed_at or c.opened_at, c.id), reverse=True))


def find_same(cases: Iterable[Case], kind: str, about: str, reference: str) -> Case | None:
    """Find the open case a message means: by its reference, else by its kind and what it is about."""
    open_now = open_ones(cases)
    if reference:
        named = [case for case in open_now if same_reference(case, reference)]
        return named[0] if named else None
    said = _plain(about)
    alike = [case for case in open_now if case.kind == kind and said and _plain(case.about) == said]
    return alike[0] if alike else None


def same_reference(case: Case, reference: str) -> bool:
    """Tell whether ``reference`` is the case's own or one of a call's, however it is spaced."""
    wanted = _plain(reference)
    known = (case.reference, *(call.reference for call in case.calls))
    return bool(wanted) and any(_plain(each) == wanted for each in known)


def days_open(case: Case, now: datetime, zone: tzinfo = UTC) -> int:
    """Count the days since it was opened on the calendar of ``zone``, the first being day 1; up to its closing."""
    until = (case.closed_at or now).astimezone(zone).date()
    return (until - case.opened_at.astimezone(zone).date()).days + 1


def days_waiting(case: Case, now: datetime) -> int:
    """Count the whole days for which it has been this side's move."""
    return (now - (case.move_since or case.opened_at)).days


def days_left(case: Case, today: date) -> int | None:
    """Count the days until the deadline: 0 on it, negative after it; None where none runs."""
    return None if case.runs_until is None else (case.runs_until - today).days


def note_call(case: Case, call: Call, *, move: Move, next_step: str = "") -> Case:
    """Add a contact and say whose move it is after it; the count of waiting starts anew."""
    before = Stand(case.move, case.move_since, case.next_step, case.reference, case.follow_on, case.follow_at)
    return replace(
        case,
        calls=(*case.calls, replace(call, before=before)),
        reference=case.reference or call.reference,
        move=move,
        move_since=call.at,
        next_step=next_step or call.then or case.next_step,
    )


def take_back_call(case: Case) -> Case:
    """Take the latest contact back: whose move it was, since when, and what came next are as before it."""
    *others, last = case.calls
    kept = replace(case, calls=tuple(others), follow_on=None, follow_at=None)
    if last.before is None:
        return kept
    stood = last.before
    return replace(
        kept,
        move=stood.move,
        move_since=stood.move_since,
        next_step=stood.next_step,
        reference=stood.reference,
        follow_on=stood.follow_on,
        follow_at=stood.follow_at,
    )


def hand_over(case: Case, move: Move, next_step: str, now: datetime) -> Case:
    """Say whose move it is from now on; said again, nothing changes."""
    if case.move == move:
        return case
    return replace(case, move=move, move_since=now, next_step=next_step)


def set_deadline(case: Case, day: date | None, *, clock: str = "", whose: Move = "mine") -> Case:
    """Set the last day: from the rule ``clock``, or, where none is named, from the letter.

    ``day`` None takes it away; a ``clock`` is kept all the same, for a rule whose start is not known yet.
    """
    source: Literal["letter", "rule", ""] = ("rule" if clock else "letter") if day else ""
    return replace(
        case, deadline=day, deadline_from=source, clock=clock, deadline_whose=whose, deadline_met=False
    )


def close(case: Case, outcome: str, now: datetime) -> Case:
    """Close it with an outcome; nothing that was written is lost."""
    return replace(case, state="closed", outcome=outcome, closed_at=now, follow_on=None, follow_at=None)


def reopen(case: Case, now: datetime) -> Case:
    """Open it again: a slip of the thumb, or the next denial."""
    return replace(case, state="open", outcome="", closed_at=None, move_since=now)


def remove(case: Case, now: datetime) -> Case:
    """Take it out of every list; for a day it can be brought back."""
    return replace(case, state="closed", closed_at=case.closed_at or now, removed_at=now)


def restore(case: Case) -> Case:
    """Bring a deleted case back as it was: one with an outcome was closed before."""
    if case.outcome:
        return replace(case, removed_at=None)
    return replace(case, state="open", closed_at=None, removed_at=None)


def _plain(words: str) -> str:
    return "".join(ch for ch in words.casefold() if ch.isalnum())
