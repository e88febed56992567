"""Why a barrier is there, as plain values: what `content` loads and ``/why`` shows.

Some explainers tell of one barrier, others of a pressure behind several (short visits, charting). Understanding is
offered, never demanded: each one ends with the line that no pressure moves.
"""

from dataclasses import dataclass

from bot.domain import scripts

LONGEST = 120
"""Words that a short explainer stays under, so that it can be read on one phone screen."""


@dataclass(frozen=True, slots=True)
class Explainer:
    """One explainer, in the words that are shown.

    ``who_else``: who else is caught in it. ``what_can_be_done``: and by whom. ``clock``: which one is running; None
    where none is. ``line``: what this never excuses. ``more``: for those who want to read on.
    """

    id: str
    title: str
    barriers: tuple[scripts.BarrierId, ...]
    what: str
    why: str
    who_else: str
    what_can_be_done: str
    clock: str | None
    line: str
    more: str | None
    facts: tuple[scripts.Fact, ...]

    @property
    def short(self) -> tuple[str, ...]:
        """List what is shown at first, in order; ``more`` and the facts wait to be asked for."""
        parts = (self.what, self.why, self.who_else, self.what_can_be_done, self.clock, self.line)
        return tuple(part for part in parts if part is not None)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every explainer: those of the barriers in the barriers' order, then the pressures behind them."""

    explainers: tuple[Explainer, ...]

    def explainer(self, explainer_id: str) -> Explainer | None:
        """Find an explainer."""
        return next((each for each in self.explainers if each.id == explainer_id), None)

    def of(self, barrier: scripts.BarrierId) -> tuple[Explainer, ...]:
        """List what explains a barrier: its own explainer first, then the pressures behind it."""
        found = (each for each in self.explainers if barrier in each.barriers)
        return tuple(sorted(found, key=lambda each: each.id != barrier))
