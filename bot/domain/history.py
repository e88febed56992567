"""The patient's standing history: what a new doctor asks for, told once, a piece at a time and in any order.

"Unknown" is not "none": a section nobody asked about stays empty, and one the patient said "none" to says so. A
medicine that was stopped stays, with the reason: that ledger is what an exception to step therapy is argued from.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeGuard, get_args

Section = Literal[
    "medicine",
    "allergy",
    "condition",
    "operation",
    "test",
    "care_team",
    "insurance",
    "family",
    "device",
    "helps",
    "avoid",
]
"""In the order they are shown. "avoid" is what the patient asks people please not to do."""
SECTIONS: tuple[Section, ...] = get_args(Section)

State = Literal["now", "stopped", "none", "refused"]
"""``none``: the patient said there is nothing in this section. ``refused``: offered from the log, and not theirs."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the history, in the patient's words; empty fields are unknown. Times are UTC."""

    id: str
    section: Section
    name: str
    added_at: datetime
    state: State = "now"
    detail: str = ""
    """Medicine: dose and how often. Allergy: the reaction. Test: the result. Care team: what for."""
    why: str = ""
    """Why it was stopped, or why it is to be avoided."""
    since: str = ""
    """When it began or was done, as told ("spring 2024")."""
    until: str = ""
    """When it was stopped, as told."""
    lasted: str = ""
    """How long it was tried, as told ("8 weeks")."""
    changed_at: datetime | None = None
    entry_id: str | None = None
    """The journal entry that told it, where one did."""
    before: "Item | None" = None
    """What stood here until that entry changed it, so that an undo of the entry puts it back."""


def is_section(word: str) -> TypeGuard[Section]:
    """Tell whether ``word`` is one of the fixed ids."""
    return word in SECTIONS


def of_section(items: Iterable[Item], section: Section, *states: State) -> tuple[Item, ...]:
    """List what stands in a section, oldest first; in the given states, else whatever is now or was stopped."""
    wanted = states or ("now", "stopped")
    found = [item for item in items if item.section == section and item.state in wanted]
    return tuple(sorted(found, key=lambda item: (item.added_at, item.id)))


def medicines_now(items: Iterable[Item]) -> tuple[Item, ...]:
    """List the medicines taken now, oldest first."""
    return of_section(items, "medicine", "now")


def tried(items: Iterable[Item]) -> tuple[Item, ...]:
    """List the medicines that were tried and stopped, oldest first."""
    return of_section(items, "medicine", "stopped")


def is_none(items: Iterable[Item], section: Section) -> bool:
    """Tell whether the patient said that there is nothing in this section."""
    return bool(of_section(items, section, "none"))


def is_unknown(items: Iterable[Item], section: Section) -> bool:
    """Tell whether nothing at all was told about a section: not the same as none."""
    return not of_section(items, section, "now", "stopped", "none")


def find_same(items: Iterable[Item], section: Section, name: str) -> Item | None:
    """Find what is already there under that name, whatever its capitals and spaces."""
    wanted = _plain(name)
    return next(
        (i for i in of_section(items, section, "now", "stopped", "refused") if _plain(i.name) == wanted), None
    )


def stop(item: Item, now: datetime, *, why: str = "", until: str = "", lasted: str = "") -> Item:
    """Say that it is over; what is already known is kept where nothing new is told."""
    return replace(
        item,
        state="stopped",
        why=why or item.why,
        until=until or item.until,
        lasted=lasted or item.lasted,
        changed_at=now,
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
