"""Words the patient kept: a script they like, a script in their own words, a line that came out of a rehearsal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain import scripts


@dataclass(frozen=True, slots=True)
class KeptScript:
    """One set of words the patient kept.

    ``source_id``: the script or the rehearsal it came from; empty for words of their own. ``text``: their own
    wording; empty where the script's stands. ``visit_id``: the visit it is kept for, None for any time.
    """

    id: str
    kept_at: datetime
    source: Literal["script", "rehearsal", "own"] = "script"
    source_id: str = ""
    tone: scripts.Tone = "plain"
    text: str = ""
    visit_id: str | None = None
    favourite: bool = False


def of_script(kept: Iterable[KeptScript], script_id: str) -> KeptScript | None:
    """Find what was kept of a script for any time, the latest where there are several."""
    found = [
        each for each in kept if each.source == "script" and each.source_id == script_id and not each.visit_id
    ]
    return max(found, key=lambda each: each.kept_at, default=None)


def for_visit(kept: Iterable[KeptScript], visit_id: str) -> tuple[KeptScript, ...]:
    """List what was kept for a visit, oldest first."""
    found = [each for each in kept if each.visit_id == visit_id]
    return tuple(sorted(found, key=lambda each: (each.kept_at, each.id)))


def favourites(kept: Iterable[KeptScript]) -> tuple[KeptScript, ...]:
    """List the favourites, the latest first."""
    return tuple(
        sorted((each for each in kept if each.favourite), key=lambda each: each.kept_at, reverse=True)
    )
