"""Visits: with whom, when, where, why, and for how long."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DEFAULT_MINUTES = 15
"""Median visit 15.7 minutes (PMC2254573)."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One appointment. ``at`` is UTC; ``zone`` the IANA zone the time was told in."""

    id: str
    at: datetime
    zone: str
    with_whom: str = ""
    where: str = ""
    why: str = ""
    minutes: int = DEFAULT_MINUTES
    state: Literal["planned", "cancelled", "done"] = "planned"
    opening: str = ""
    """The patient's own opening sentence; empty where it is built from the log."""
