"""Reads a wish for a picture: "chart my migraine since march", "graph of sleep and fatigue".

Pure: text in, names and days out.
"""

from dataclasses import dataclass
from datetime import date

from bot.understanding.lookups import find_objects, find_periods, find_requests
from bot.understanding.lookups.find_objects import Meant
from bot.understanding.reader import PatientReader
from bot.understanding.words import gates, patterns

MOST = 3
_DRAWN = r"(?:picture|chart|graph|plot|diagram|trend|trends|curve)s?"
_ASKS = (
    patterns.Pattern(
        rf"(?:(?:show|give|draw|make|send) (?:me )?)?(?:a |the |my )?{_DRAWN} (?:of|for|about|with) (?P<x>.+)"
    ),
    patterns.Pattern(r"(?:chart|graph|plot|draw) (?:me )?(?:my |the )?(?P<x>.+)"),
    patterns.Pattern(rf"(?:(?:show|give|draw|make|send) (?:me )?)(?:a |the |my )?(?P<x>.+) {_DRAWN}"),
    patterns.Pattern(r"(?:my )?(?P<x>.+) (?:chart|graph|trend)"),
)
_JOINTS = patterns.Pattern(r"\s*(?:,|&|\+|/|\band\b|\bvs\b|\bversus\b|\bagainst\b|\bwith\b)\s*")
_DRAW = gates.Gate(("picture", "chart", "graph", "plot", "diagram", "trend", "curve", "draw"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn, one to three things, and the days, None where none are told."""

    subjects: tuple[Meant, ...]
    first: date | None
    last: date | None


def may_ask(said: str) -> bool:
    """Tell whether a message, made `gates.plain`, may wish for a picture."""
    return _DRAW.opens(said)


def read(
    text: str, reader: PatientReader, *, last_visit: date | None = None, asked: bool = False
) -> Wish | None:
    """Read a wish for a picture; ``asked``: the names alone will do. None where it is none, or a name is not known."""
    said = find_requests.plain(text)
    period = find_periods.cut(said, reader, last_visit)
    rest = " ".join(period.rest.split())
    found = next((match for ask in _ASKS if (match := ask.fullmatch(rest))), None)
    names = found["x"] if found else rest if asked else ""
    subjects = [find_objects.read(part, reader) for part in _JOINTS.split(names) if part]
    known = [each for each in subjects if each and each.kind in {"symptom", "measure"}]
    if not known or len(known) != len(subjects):
        return None
    return Wish(tuple(dict.fromkeys(known))[:MOST], period.first, period.last)
