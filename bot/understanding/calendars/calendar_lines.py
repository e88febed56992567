"""The lines of a calendar file (RFC 5545), taken apart within bounds whatever the file holds.

The library reads a whole file well, but it also builds every zone a file describes (and keeps it for everybody) and
nests as deep as the file says. Here one pass keeps the few lines a visit needs; the library then reads each of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_BYTES = 256 * 1024
MOST_EVENTS = 500
MOST_LINES = 40
"""Lines kept of one event; alarms, guests and the rest are none of them."""
LONGEST_LINE = 2_000
"""Characters kept of one line; a longer one is cut."""
MOST_ZONES = 50
DEEPEST = 3
"""Calendar, event, alarm: what is nested deeper is passed over."""

KEPT = {"UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE"} | {
    *("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RECURRENCE-ID")
}
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NAME = re.compile(r"[A-Za-z0-9-]{1,40}(?=[;:])")


@dataclass(slots=True)
class Calendar:
    """The lines of one file: events in their order, each as its lines; ``left_out`` counts events beyond the bound."""

    events: list[list[str]] = field(default_factory=list)
    left_out: int = 0
    method: str = ""
    zone: str = ""
    """The zone the whole calendar is in (X-WR-TIMEZONE), where it says so."""
    places: dict[str, str] = field(default_factory=dict)
    """The IANA name that the file itself gives for a zone of its own (X-LIC-LOCATION)."""


def take_apart(content: bytes) -> Calendar | None:
    """Take the lines that matter from a file; None where it is no calendar or larger than ``MOST_BYTES``."""
    if len(content) > MOST_BYTES:
        return None
    walk = _Walk()
    for line in _lines(content):
        walk.take(line)
    return walk.calendar if walk.seen else None


def _lines(content: bytes) -> Iterator[str]:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    text = _FOLD.sub("", content.decode(encoding, "replace").replace("\x00", ""))
    return (line[:LONGEST_LINE] for line in _LINE_END.split(text) if line)


class _Walk:
    """One pass over the lines: where it stands is a short list of names, and depth beyond it only a number."""

    def __init__(self) -> None:
        self.calendar = Calendar()
        self.seen = False
        self._inside: list[str] = []
        self._too_deep = 0
        self._zone_id = ""

    def take(self, line: str) -> None:
        """Note one line where it matters."""
        named = _NAME.match(line)
        name = named[0].upper() if named else ""
        if name == "BEGIN":
            self._begin(line[6:].strip().upper())
        elif name == "END":
            self._end(line[4:].strip().upper())
        elif name and not self._too_deep:
            self._property(name, line)

    def _begin(self, component: str) -> None:
        if component in {
            "VCALENDAR",
            "VEVENT",
            "VTIMEZONE",
        }:  # never inside one another: an end was forgotten
            self._inside, self._too_deep = self._inside[: component != "VCALENDAR"], 0
        if len(self._inside) >= DEEPEST:
            self._too_deep += 1
            return
        self._inside.append(component)
        self.seen = self.seen or component == "VCALENDAR"
        if self._inside == ["VCALENDAR", "VEVENT"]:
            if len(self.calendar.events) < MOST_EVENTS:
                self.calendar.events.append([])
            else:
                self.calendar.left_out += 1
        self._zone_id = ""

    def _end(self, component: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif component in self._inside:
            del self._inside[len(self._inside) - 1 - self._inside[::-1].index(component) :]

    def _property(self, name: str, line: str) -> None:
        value = line.partition(":")[2].strip()
        if self._inside == ["VCALENDAR", "VEVENT"]:
            if name in KEPT and not self.calendar.left_out and len(self.calendar.events[-1]) < MOST_LINES:
                self.calendar.events[-1].append(line)
        elif self._inside == ["VCALENDAR", "VTIMEZONE"]:
            self._zone(name, value)
        elif self._inside == ["VCALENDAR"]:
            if name == "METHOD":
                self.calendar.method = value.upper()
            elif name == "X-WR-TIMEZONE":
                self.calendar.zone = value

    def _zone(self, name: str, value: str) -> None:
        if name == "TZID":
            self._zone_id = value
        elif name == "X-LIC-LOCATION" and self._zone_id and len(self.calendar.places) < MOST_ZONES:
            self.calendar.places[self._zone_id] = value
