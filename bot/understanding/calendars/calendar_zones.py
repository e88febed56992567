"""Which zone a calendar file means: IANA's names, Windows' names, and names with a vendor's prefix."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST_NAME = 120


def find(name: str, places: dict[str, str]) -> ZoneInfo | None:
    """Find the zone that ``name`` means; ``places`` gives the file's own words for it. None where nobody knows it."""
    return next((zone for each in _candidates(name, places) if (zone := _zone(each))), None)


def _candidates(name: str, places: dict[str, str]) -> Iterator[str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    for each in (name, places.get(name, "")):
        plain = each.strip().strip('"').strip("/")[:LONGEST_NAME]
        yield plain
        yield WINDOWS_TO_OLSON.get(plain, "")
        parts = plain.split("/")  # "/mozilla.org/20050126_1/America/Argentina/Salta"
        yield from ("/".join(parts[-count:]) for count in (3, 2) if len(parts) > count)


def _zone(name: str) -> ZoneInfo | None:
    """Open a zone by a name from outside, which may be anything at all."""
    try:
        return ZoneInfo(name) if name and name.isprintable() else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
