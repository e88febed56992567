"""Rehearsals: a visit or a call to try out before it counts, with the pushback people really meet.

Whoever sits across the desk is held by the same machine as the patient, and speaks like a person. What they say next
depends on one thing only: whether the patient asked for something.

Where somebody was harmed there is nothing to rehearse: nobody practises being kind to who hurt them. So no encounter
belongs to that barrier, and none can.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bot.domain import scripts

Who = Literal["doctor", "new_specialist", "insurer_agent", "pharmacist", "front_desk", "disability_assessor"]
"""Stored with what is kept: an id is never renamed."""
WHO: tuple[Who, ...] = get_args(Who)
Kind = Literal["visit", "call"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Goal = Literal["ask", "name_function", "name_barrier", "set_date", "get_reference"]
"""What a good answer does here."""
GOALS: tuple[Goal, ...] = get_args(Goal)
REHEARSED: tuple[scripts.BarrierId, ...] = tuple(each for each in scripts.BARRIERS if each != scripts.HARM)
"""The barriers that encounters may belong to."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing they say and how it may go on.

    ``say`` holds two or three lines to choose from, the softest first; they may have the blanks of scripts.
    """

    heard: str
    goal: Goal
    say: Mapping[scripts.Tone, str]
    if_asked: str
    if_not: str

    def then(self, *, asked: bool) -> str:
        """Give what they say to an answer that asked for something, or did not."""
        return self.if_asked if asked else self.if_not


@dataclass(frozen=True, slots=True)
class Encounter:
    """One visit or call: where it begins, its turns, and how it often goes on, which promises nothing."""

    id: str
    who: Who
    title: str
    barriers: tuple[scripts.BarrierId, ...]
    kind: Kind
    setting: str
    turns: tuple[Turn, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits across the desk, the name on their button, and their encounters in the order of the file."""

    who: Who
    name: str
    encounters: tuple[Encounter, ...]


@dataclass(frozen=True, slots=True)
class Grounding:
    """A minute to come back to the room: no lesson, no question. ``foggy`` is the same in fewer lines."""

    lines: tuple[str, ...]
    foggy: tuple[str, ...]
    sources: tuple[scripts.Fact, ...]


@dataclass(frozen=True, slots=True)
class Rehearsals:
    """Every encounter, the desks in the order of ``WHO``, and the way out."""

    desks: tuple[Desk, ...]
    grounding: Grounding

    @property
    def encounters(self) -> tuple[Encounter, ...]:
        """List every encounter."""
        return tuple(each for desk in self.desks for each in desk.encounters)

    def desk(self, who: str) -> Desk | None:
        """Find who sits across the desk."""
        return next((desk for desk in self.desks if desk.who == who), None)

    def encounter(self, encounter_id: str) -> Encounter | None:
        """Find an encounter; a kept one may since have been taken out of the files."""
        return next((each for each in self.encounters if each.id == encounter_id), None)

    def fitting(self, barrier: str, kind: Kind | None = None) -> tuple[Encounter, ...]:
        """List the encounters of a barrier, those of ``kind`` first, and first those it is the main one of.

        Empty for harm, which is never rehearsed.
        """
        found = [each for each in self.encounters if barrier in each.barriers]
        return tuple(
            sorted(found, key=lambda each: (kind not in {None, each.kind}, each.barriers[0] != barrier))
        )
