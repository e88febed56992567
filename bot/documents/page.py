"""The summary as one printed page that a doctor reads in a minute; what is said is the same as on the screen.

Set with Typst from ``page.typ``. The words go in as data, so nothing a patient wrote can change the page; fonts are
those inside the typst package, so the page looks the same on every machine.
"""

import json
import re
import threading
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.content.opening import Says, plain
from bot.domain import journal, shortening, summary, zones

_TEMPLATE = Path(__file__).with_name("page.typ")
LETTER_REGIONS = frozenset({"US", "CA"})
_PAGE_TREE = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
_LONG_WORD = re.compile(r"\S{12}(?=\S{4})")
_PICTURES = re.compile("[\U0001f000-\U0010ffff\u2600-\u27bf\ufe0f\u200d]+")
"""Emoji and their joiners: the fonts have none, and a printed box says less than nothing."""
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Room:
    """How much goes on the page: items of each list, widths in characters, lines to write on."""

    changes: int
    medicines: int
    question: int
    name: int
    lines: int
    latest: int


_ROOMS = (
    _Room(8, 10, 300, 48, 2, 3),
    _Room(8, 8, 200, 40, 1, 2),
    _Room(6, 6, 120, 32, 1, 0),
    _Room(4, 4, 80, 24, 1, 0),
)
BLANK = "_" * 24
NOTE_WIDTH = 160
DOSES_WIDTH = 30


def render(  # noqa: PLR0913, PLR0917  a page has a reader, a writer and a place
    found: summary.Summary,
    opening: str,
    patient_name: str,
    locale: str,
    says: Says,
    zone: ZoneInfo,
    *,
    country: str | None = None,
    clock24: bool = False,
) -> bytes:
    """Draw the page as PDF: US Letter for the US and Canada, A4 elsewhere.

    Args:
        found: what goes in.
        opening: the opening sentence, plain text.
        patient_name: what the patient is called; empty leaves a line to write it on.
        locale: BCP 47, for the language and, without ``country``, the paper.
        says: the wording, full length.
        zone: where the patient is.
        country: ISO 3166-1 alpha-2 where known.
        clock24: how hours are written.

    """
    region = (country or locale.rpartition("-")[2]).upper()
    head = {
        "paper": "us-letter" if region in LETTER_REGIONS else "a4",
        "lang": locale.partition("-")[0].lower()[:3],
        "title": plain(says, "page-title"),
        "tag": plain(says, "page-self-reported"),
        "opening": {"heading": plain(says, "page-opening"), "text": _told(opening, 300)},
        "facts": _facts(found, patient_name, says, zone, clock24=clock24),
        "foot": _foot(found, says),
        "allergies": plain(says, "page-allergies"),
        "checkins": _checkins(found, says),
    }
    drawn = b""
    for room in _ROOMS:
        drawn = _compile({**head, **_body(found, says, room)})
        if page_count(drawn) == 1:
            break
    return drawn


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF that Typst made: its page tree stands in clear."""
    found = _PAGE_TREE.search(pdf)
    return int(found[1]) if found else 0


def _body(found: summary.Summary, says: Says, room: _Room) -> dict[str, Any]:
    questions = [_told(question.text, room.question) for question in found.to_ask]
    return {
        "lines": room.lines,
        "questions": {"heading": plain(says, "page-questions"), "items": questions},
        "changes": _changes(found, says, room),
        "medicines": _medicines(found, says, room),
        "latest": _latest(found, says, room),
    }


def _latest(found: summary.Summary, says: Says, room: _Room) -> dict[str, Any]:
    """Give the latest entries in the patient's own words, newest first."""
    told = [entry for entry in found.latest if entry.text][: room.latest]
    rows = [{"day": _say_day(entry.day), "text": _told(entry.text, NOTE_WIDTH)} for entry in told]
    return {"heading": plain(says, "page-latest"), "rows": rows}


def _changes(found: summary.Summary, says: Says, room: _Room) -> dict[str, Any]:
    since = found.period.since_visit is not None
    key = "page-changed-visit" if since else "page-changed-days"
    names = ("symptom", "days", "typical", "worst", "before")
    return {
        "heading": plain(says, key, days=summary.USUAL_DAYS),
        "columns": [plain(says, f"page-{name}") for name in names],
        "rows": [_row(found, change, says, room) for change in found.changes[: room.changes]],
        "none": plain(says, "page-no-symptoms"),
        "legend": plain(says, "page-scale"),
        "more": _more(len(found.changes) - room.changes, says),
    }


def _row(found: summary.Summary, change: summary.Change, says: Says, room: _Room) -> list[str]:
    now = change.now
    name = _told(now.name[:1].upper() + now.name[1:], room.name)
    days = plain(says, "page-of", days=now.days, observed=found.observed)
    return [
        name,
        days,
        _rated(now.typical, says),
        _rated(now.worst, says),
        _before(found, change.before, says),
    ]


def _before(found: summary.Summary, before: journal.SymptomCount, says: Says) -> str:
    if not found.observed_before:
        return plain(says, "page-nothing-before")
    counted = {"days": before.days, "observed": found.observed_before}
    if before.worst is None:
        return plain(says, "page-of", **counted)
    return plain(says, "page-before-some", worst=before.worst, **counted)


def _rated(severity: int | None, says: Says) -> str:
    return plain(says, "page-not-told") if severity is None else str(severity)


def _medicines(found: summary.Summary, says: Says, room: _Room) -> dict[str, Any]:
    return {
        "heading": plain(says, "page-medicines"),
        "rows": [_medicine(medicine, says, room) for medicine in found.medicines[: room.medicines]],
        "none": plain(says, "page-no-medicines"),
        "more": _more(len(found.medicines) - room.medicines, says),
    }


def _medicine(medicine: summary.MedicineCount, says: Says, room: _Room) -> dict[str, str]:
    doses = shortening.shorten(", ".join(medicine.doses[:2]), DOSES_WIDTH)
    name = ", ".join(part for part in (_told(medicine.name, room.name), doses) if part)
    counted = []
    if medicine.days:
        counted.append(plain(says, "page-medicine-days", days=medicine.days))
    if medicine.missed_days:
        counted.append(plain(says, "page-medicine-missed", days=medicine.missed_days))
    return {"name": name, "days": ", ".join(counted)}


def _more(count: int, says: Says) -> str:
    return plain(says, "page-more", count=count) if count > 0 else ""


def _facts(
    found: summary.Summary, patient_name: str, says: Says, zone: ZoneInfo, *, clock24: bool
) -> list[dict[str, str]]:
    name = _told(patient_name, 40) or BLANK
    facts = [{"label": plain(says, "page-name"), "value": name}]
    visit = found.next_visit
    if visit is not None:
        here = zones.to_local(found.period.end, zone)
        when = zones.say(visit.local, here, with_time=visit.hour_known, clock24=clock24)
        whom = _told(visit.with_whom, 48)
        facts.append({"label": plain(says, "page-visit"), "value": f"{whom}, {when}" if whom else when})
    facts.append({"label": plain(says, "page-made"), "value": _say_day(found.last_day)})
    return facts


def _foot(found: summary.Summary, says: Says) -> str:
    first, last = _say_day(found.first_day), _say_day(found.last_day)
    return plain(says, "page-foot", first=first, last=last, observed=found.observed)


def _checkins(found: summary.Summary, says: Says) -> str:
    typical = found.checkins
    if typical is None:
        return ""
    named = (("energy", typical.energy), ("sleep", typical.sleep), ("function", typical.function))
    said = [f"{plain(says, f'page-{name}')} {value}" for name, value in named if value is not None]
    return f"{plain(says, 'page-checkins', count=typical.count)}: {', '.join(said)}" if said else ""


def _told(text: str, width: int) -> str:
    """Fit what a patient wrote: no emoji, at most ``width`` characters, and a place to break in endless words."""
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", shortening.shorten(_PICTURES.sub(" ", text), width))


def _say_day(day: date) -> str:
    return f"{day.day} {zones.MONTHS[day.month - 1]} {day.year}"


def _compile(page: dict[str, Any]) -> bytes:
    with _one_at_a_time:
        drawn = _compiler().compile(format="pdf", sys_inputs={"page": json.dumps(page)})
    return bytes(drawn)


@cache
def _compiler() -> Any:
    """Keep one warm compiler; it sees the fonts of its own package only."""
    import typst

    return typst.Compiler(_TEMPLATE, ignore_system_fonts=True)
