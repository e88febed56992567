"""After the visit: what was said and decided, who does what by when, and how it was, before it fades.

40-80% of what is said at a visit is forgotten at once (PMC539473). What happened is sorted by the patient, never for
them: the person, the system, or harm.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Sort = Literal["good", "system", "person", "harm", ""]
"""``good``: heard and helped. ``system``: the machine stood between. ``person``: the person did not listen. ``harm``:
hurt, mocked, threatened or refused in danger. Empty: not sorted."""


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody said they would do; ``by`` is a day on the patient's calendar, None where none was named."""

    text: str
    whose: Literal["mine", "theirs"] = "mine"
    by: date | None = None
    reminder_id: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Debrief:
    """One visit looked back on; it can be three taps or ten minutes, and go on tomorrow. Times are UTC.

    Which questions were asked stands with the questions themselves.
    """

    id: str
    visit_id: str
    begun_at: datetime
    changed_at: datetime
    plan: str = ""
    """The plan, said back in the patient's own words."""
    tasks: tuple[Task, ...] = ()
    medicines: tuple[str, ...] = ()
    """Changes of medicine, in the patient's words; the history has them in order."""
    feeling: str = ""
    sort: Sort = ""
    notes: tuple[str, ...] = ()
    """Whatever else was told, in the order it was told."""
    record: str = ""
    """Where there was harm: what happened, in plain facts, in the patient's words."""
    record_at: datetime | None = None
    thanked: bool = False
    finished: bool = False
