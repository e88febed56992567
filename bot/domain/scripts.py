"""Words for a situation, as plain values: what `content` loads, and flows show, fill in and keep.

A script belongs to one barrier: what really stands in the way. It names the barrier, clears the feeling, makes the
alliance and asks for the next step, in three tones. Where a person was harmed there is no alliance to make; those
scripts say stop, leave, support and record instead, and show safety first.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeGuard, get_args

BarrierId = Literal[
    "insurance_denial",
    "prior_authorization",
    "step_therapy",
    "pharmacy_problem",
    "cost_worry",
    "billing_error",
    "rushed_visit",
    "dismissed",
    "normal_labs",
    "wait_and_see",
    "new_provider_handoff",
    "chart_not_read",
    "uncoordinated_specialists",
    "portal_or_records_problem",
    "referral_delay",
    "disability_paperwork",
    "labelled_noncompliant",
    "dont_look_sick",
    "bias",
    "frustrated_but_trusting",
    "want_alliance",
    "gratitude",
    "harm_or_abuse",
    "second_opinion_or_leave",
]
"""Stored and exported: an id is never renamed."""
BARRIERS: tuple[BarrierId, ...] = get_args(BarrierId)
HARM: BarrierId = "harm_or_abuse"

Moment = Literal["phone", "counter", "room", "message", "afterwards"]
MOMENTS: tuple[Moment, ...] = get_args(Moment)
Tone = Literal["soft", "plain", "firm"]
TONES: tuple[Tone, ...] = get_args(Tone)
Opens = Literal["case", "reminder", "none"]

PartName = Literal["name", "feeling", "alliance", "ask", "stop", "leave", "support", "record"]
PARTS: tuple[PartName, ...] = ("name", "feeling", "alliance", "ask")
HARM_PARTS: tuple[PartName, ...] = ("stop", "leave", "support", "record")

Blank = Literal[
    "medicine",
    "weeks",
    "reason",
    "clinician",
    "clinic",
    "insurer",
    "treatment",
    "symptom",
    "days",
    "reference",
    "date",
    "name",
    "limit",
]
BLANKS: Mapping[str, str] = {name: f"blank-{name}" for name in get_args(Blank)}
"""Each blank a line may hold in braces, and the key of the wording that stands there when it is not known."""
_BLANK = re.compile(r"\{([^{}]*)\}")
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.?!]\s+)$")

Region = Literal["US", "CA", "UK", "EU", "any"]
_EU = frozenset(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()  # noqa: SIM905  reads on one line
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what is said aloud; ``text`` may hold blanks."""

    name: PartName
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What they may answer, and what can be said then."""

    heard: str
    say: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with the address or doi it stands at, the month it was looked up ("2026-11") and where it holds."""

    text: str
    source: str
    checked: str
    region: Region

    def holds_in(self, country: str | None) -> bool:
        """Tell whether the fact holds in a country (two letters); where the country is not known, every one does."""
        if self.region == "any" or country is None:
            return True
        code = country.upper()
        return code in _EU if self.region == "EU" else code == {"UK": "GB"}.get(self.region, self.region)


@dataclass(frozen=True, slots=True)
class Script:
    """Everything there is to say about one situation.

    ``going_on``: who decided and who can move it. ``lines``: the four parts of each tone, in the order they are
    said. ``foggy``: the one line that is enough. ``safety``: shown before all of it, and only where harm was done.
    """

    id: str
    barrier: BarrierId
    title: str
    moments: tuple[Moment, ...]
    going_on: str
    lines: Mapping[Tone, tuple[Part, ...]]
    foggy: str
    replies: tuple[Reply, ...]
    write_down: tuple[str, ...]
    opens: Opens
    facts: tuple[Fact, ...] = ()
    safety: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier, the name on its button, and its scripts in the order of the file."""

    id: BarrierId
    name: str
    scripts: tuple[Script, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every script, the barriers in the order of ``BARRIERS``."""

    barriers: tuple[Barrier, ...]

    @property
    def scripts(self) -> tuple[Script, ...]:
        """List every script."""
        return tuple(script for barrier in self.barriers for script in barrier.scripts)

    def barrier(self, barrier_id: str) -> Barrier | None:
        """Find a barrier."""
        return next((barrier for barrier in self.barriers if barrier.id == barrier_id), None)

    def script(self, script_id: str) -> Script | None:
        """Find a script; a kept one may since have been taken out of the files."""
        return next((script for script in self.scripts if script.id == script_id), None)

    def at(self, moment: Moment) -> tuple[Script, ...]:
        """List the scripts that fit a moment, such as on the phone."""
        return tuple(script for script in self.scripts if moment in script.moments)


def is_barrier(word: str) -> TypeGuard[BarrierId]:
    """Tell whether ``word`` is one of the fixed ids."""
    return word in BARRIERS


def blanks(text: str) -> tuple[str, ...]:
    """List the names in braces, as they stand, known or not."""
    return tuple(_BLANK.findall(text))


def fill(text: str, known: Mapping[str, str], otherwise: Mapping[str, str]) -> str:
    """Fill the blanks of ``text``: with what is ``known``, else with the graceful phrase in ``otherwise``.

    Both are keyed by the blank's name. A phrase that begins a sentence gets its capital.

    Raises:
        KeyError: a blank stands in neither.

    """

    def put(found: re.Match[str]) -> str:
        said = known.get(found[1]) or otherwise[found[1]]
        begins = _OPENS_A_SENTENCE.search(text, 0, found.start())
        return said[:1].upper() + said[1:] if begins else said

    return _BLANK.sub(put, text)
