"""The summary as one printed page that a doctor reads in a minute, and as a picture of it for the chat.

What is said is the same as on the screen. Words go to the template as data; see `bot.documents.typesetting`.
"""

import json
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.content.opening import Says, plain
from bot.documents import page_boxes, page_course, page_words, typesetting
from bot.domain import journal, page_choices, summary, zones
from bot.domain.patients import Patient

_TEMPLATE = Path(__file__).with_name("page.typ")
LETTER_REGIONS = frozenset({"US", "CA"})
_PAGE_TREE = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
_TALL = re.compile("[\u0590-\u109f\u1200-\u139f\u1780-\u17ff]")
"""From Hebrew to Burmese, Ethiopic, Khmer."""
DOTS_PER_INCH = 212
"""Of the picture, which is 120 mm wide: about 1,000 dots, three for each of a small phone's."""

HIGHEST = 3
"""Times its width: Telegram makes the longest side 1,280 dots where a phone saves data, and letters shrink with it."""

Form = Literal["page", "picture"]


@dataclass(frozen=True, slots=True)
class _Room:
    """How much goes on the page: items of each list, characters, lines to write on, millimetres of a panel.

    ``size`` is that of the letters in points.
    """

    changes: int
    fit: page_boxes.Fit
    question: int
    name: int
    lines: int
    latest: int
    panels: int
    panel: float
    size: float = 9.5
    why: int = 300


_WIDEST = _Room(12, page_boxes.Fit(12, 80, 10), 300, 48, 2, 3, 3, 14)
_ROOMS = (
    _Room(8, page_boxes.Fit(8, 60, 8), 200, 40, 2, 2, 3, 13),
    _Room(8, page_boxes.Fit(8, 60, 8), 200, 40, 2, 0, 3, 13),
    _Room(6, page_boxes.Fit(6, 50, 6), 160, 36, 1, 0, 3, 11),
    _Room(4, page_boxes.Fit(4, 36, 4), 110, 28, 1, 0, 3, 9, 9, 160),
    _Room(4, page_boxes.Fit(2, 24, 2), 90, 24, 1, 0, 2, 8, 8.5, 120),
)
"""One after the other until all of it is on one page; what is left out of a list is counted there."""
_PANEL_WIDTHS = {"us-letter": 146, "a4": 141, "picture": 103}
"""Millimetres: what is left between the margins, beside the names (on paper) and the scale."""
_POINTS = 72 / 25.4
"""Of a millimetre."""
BLANK = "_" * 24
NOTE_WIDTH = 160
NAME_WIDTH = 30
"""Of a trusted person, before their words."""
PER_LINE = 52
"""Characters in a line of half the page's width, about."""


def render(
    found: summary.Summary, opening: str, patient: Patient, says: Says, choice: page_choices.PageChoice
) -> bytes:
    """Draw the page as PDF: US Letter for the US and Canada, A4 elsewhere.

    One page whatever goes in; two where the patient asked for that and it is needed.

    Args:
        found: what goes in.
        opening: the opening sentence, plain text.
        patient: who it is about; without a name there is a line to write it on.
        says: the wording, full length.
        choice: what is left out for this clinician.

    """
    sheet = _Sheet(found, opening, patient, says, choice, "page")
    rooms = (_WIDEST, *_ROOMS) if choice.two_pages else _ROOMS
    drawn = b""
    for room in rooms:
        drawn = typesetting.pdf(_TEMPLATE, _filled(sheet, room))
        if page_count(drawn) <= 1 + choice.two_pages:
            break
    return drawn


def picture(
    found: summary.Summary, opening: str, patient: Patient, says: Says, choice: page_choices.PageChoice
) -> bytes:
    """Draw the same as a PNG that is read on a phone: narrow, as high as it has to be, nothing to write on."""
    sheet = _Sheet(found, opening, patient, says, choice, "picture")
    drawn = b""
    for room in _ROOMS[2:]:
        drawn = typesetting.picture(_TEMPLATE, _filled(sheet, room), DOTS_PER_INCH)
        width, height = struct.unpack(">II", drawn[16:24])  # PNG: the first chunk has them
        if height <= HIGHEST * width:
            break
    return drawn


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF that Typst made: its page tree stands in clear."""
    found = _PAGE_TREE.search(pdf)
    return int(found[1]) if found else 0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is told to whom, and on what; a narrow picture or paper."""

    found: summary.Summary
    opening: str
    patient: Patient
    says: Says
    choice: page_choices.PageChoice
    form: Form

    @property
    def paper(self) -> str:
        """The paper that lies in the patient's printer."""
        return "us-letter" if (self.patient.place or "") in LETTER_REGIONS else "a4"

    @property
    def panel_width(self) -> float:
        """Millimetres of a panel."""
        return _PANEL_WIDTHS[self.paper if self.form == "page" else self.form]


def _filled(sheet: _Sheet, room: _Room) -> Mapping[str, Any]:
    """Give the template everything it sets, at the length that there is room for."""
    data = {**_head(sheet), **_body(sheet, room)}
    return {**data, **_letters(data, sheet.says)}


def _letters(data: Mapping[str, Any], says: Says) -> Mapping[str, Any]:
    """Tell whether letters need higher lines, and what to say of words in letters that no font has."""
    said = json.dumps(data, ensure_ascii=False)
    unprinted = plain(says, "page-unprinted", sign=typesetting.UNPRINTED)
    return {
        "tall": bool(_TALL.search(said)),
        "unprinted": unprinted if typesetting.UNPRINTED in said else "",
    }


def _head(sheet: _Sheet) -> Mapping[str, Any]:
    found, says = sheet.found, sheet.says
    return {
        "form": sheet.form,
        "paper": sheet.paper,
        "lang": plain(says, "page-language"),
        "title": plain(says, "page-title"),
        "tag": plain(says, "page-self-reported"),
        "facts": _facts(found, sheet.patient, says, sheet.form),
        "foot": _foot(found, says),
    }


def _why(found: summary.Summary, opening: str, says: Says, room: _Room) -> Mapping[str, str]:
    """Give the opening sentence, and the visit's reason where the sentence does not say it."""
    why = page_words.told(found.next_visit.why, room.why // 2) if found.next_visit else ""
    said = page_words.told(opening, room.why)
    is_new = bool(why) and why.casefold().rstrip(".") not in said.casefold()
    reason = plain(says, "page-reason", why=why) if is_new else ""
    return {"heading": plain(says, "page-opening"), "text": said, "reason": reason}


def _body(sheet: _Sheet, room: _Room) -> Mapping[str, Any]:
    found, says = sheet.found, sheet.says
    left_out = frozenset[str](sheet.choice.left_out)
    made = page_boxes.boxes(found, left_out, says, room.fit, ZoneInfo(sheet.patient.zone))
    return {
        "size": room.size,
        "opening": _why(found, sheet.opening, says, room),
        "questions": None if "questions" in left_out else _questions(found, says, room),
        "course": None if "trend" in left_out else _course(sheet, room),
        "changes": None if "symptoms" in left_out else _changes(found, says, room),
        "columns": _in_two(made),
        "checkins": "" if "symptoms" in left_out else _checkins(found, says),
        "latest": _latest(found, says, room),
    }


def _course(sheet: _Sheet, room: _Room) -> Mapping[str, Any] | None:
    if sheet.found.course is None:
        return None
    size = page_course.Size(room.panels, sheet.panel_width * _POINTS, room.panel * _POINTS)
    return page_course.drawing(sheet.found.course, size, room.name, sheet.says)


def _in_two(made: list[page_boxes.Box]) -> list[list[page_boxes.Box]]:
    """Put boxes into two columns about as long as each other, in their order."""
    heights = [page_boxes.height(box, PER_LINE) for box in made]
    cut = min(
        range(len(made) + 1),
        key=lambda n: (max(sum(heights[:n]), sum(heights[n:])), -n),
    )
    return [made[:cut], made[cut:]]


def _questions(found: summary.Summary, says: Says, room: _Room) -> Mapping[str, Any]:
    asked = [page_words.told(question.text, room.question) for question in found.to_ask]
    return {"heading": plain(says, "page-questions"), "items": asked or ["", "", ""], "lines": room.lines}


def _latest(found: summary.Summary, says: Says, room: _Room) -> Mapping[str, Any]:
    """Give the latest entries in the patient's own words, newest first; what somebody else told says so."""
    told = [entry for entry in found.latest if entry.text][: room.latest]
    rows = [{"day": page_words.say_short(e.day, with_year=False), "text": _words_of(e, says)} for e in told]
    return {"heading": plain(says, "page-latest"), "rows": rows}


def _words_of(entry: journal.Entry, says: Says) -> str:
    words = page_words.told(entry.text, NOTE_WIDTH)
    if not entry.told_by:
        return words
    return plain(says, "page-told_by", name=page_words.told(entry.told_by, NAME_WIDTH), text=words)


def _changes(found: summary.Summary, says: Says, room: _Room) -> Mapping[str, Any]:
    has_lost, has_before = bool(found.lost), found.period.before < found.period.start
    names = ["symptom", "days", "typical", "worst"]
    names += ["lost"] if has_lost else []
    names += ["before"] if has_before else []
    shown = found.changes[: room.changes]
    return {
        "heading": _since(found, says),
        "columns": [plain(says, f"page-{name}") for name in names],
        "rows": [_row(found, change, says, room, names) for change in shown],
        "none": plain(says, "page-no-symptoms"),
        "legend": plain(says, "page-scale"),
        "more": page_words.more(len(found.changes) - room.changes, says),
        "lost": _lost(found, says, room),
    }


def _since(found: summary.Summary, says: Says) -> str:
    if found.period.since_visit is not None:
        return plain(says, "page-changed-visit", day=page_words.say_day(found.first_day))
    if found.period.days is not None:
        return plain(says, "page-changed-days", days=found.period.days)
    return plain(says, "page-changed-all")


def _row(
    found: summary.Summary, change: summary.Change, says: Says, room: _Room, names: list[str]
) -> list[str]:
    now = change.now
    cells = {
        "symptom": page_words.titled(now.name, room.name),
        "days": plain(says, "page-of", days=now.days, observed=found.observed),
        "typical": _rated(now.typical, says),
        "worst": _rated(now.worst, says),
        "lost": plain(says, "page-lost-days", days=change.lost),
        "before": _before(found, change.before, says),
    }
    return [cells[name] for name in names]


def _before(found: summary.Summary, before: journal.SymptomCount, says: Says) -> str:
    if not found.observed_before:
        return plain(says, "page-nothing-before")
    counted = {"days": before.days, "observed": found.observed_before}
    if before.worst is None:
        return plain(says, "page-of", **counted)
    return plain(says, "page-before-some", worst=before.worst, **counted)


def _rated(severity: int | None, says: Says) -> str:
    return plain(says, "page-not-told") if severity is None else str(severity)


def _lost(found: summary.Summary, says: Says, room: _Room) -> str:
    told = [
        plain(says, "page-could-not-item", words=page_words.told(words, room.fit.width), days=days)
        for words, days in found.lost
    ]
    items = page_words.in_one_line(told, min(3, room.fit.joined), says)
    return plain(says, "page-could-not", items=items) if told else ""


def _facts(found: summary.Summary, patient: Patient, says: Says, form: Form) -> list[dict[str, str]]:
    facts = [{"label": plain(says, "page-name"), "value": page_words.told(patient.name, 40) or BLANK}]
    visit = found.next_visit
    if visit is not None:
        here = zones.to_local(found.period.end, ZoneInfo(patient.zone))
        when = zones.say(visit.local, here, with_time=visit.hour_known, clock24=patient.clock24)
        whom = page_words.told(visit.with_whom, 48)
        value = f"{whom}, {when}" if whom else when
        facts.append({"label": plain(says, "page-visit"), "value": value})
    made = {"label": plain(says, "page-made"), "value": page_words.say_day(found.last_day)}
    facts.insert(1 if form == "picture" else len(facts), made)
    return facts


def _foot(found: summary.Summary, says: Says) -> str:
    first, last = page_words.say_day(found.first_day), page_words.say_day(found.last_day)
    return plain(says, "page-foot", first=first, last=last, observed=found.observed)


def _checkins(found: summary.Summary, says: Says) -> str:
    typical = found.checkins
    if typical is None:
        return ""
    named = (("energy", typical.energy), ("sleep", typical.sleep), ("function", typical.function))
    said = [f"{plain(says, f'page-{name}')} {value}" for name, value in named if value is not None]
    return f"{plain(says, 'page-checkins', count=typical.count)}: {', '.join(said)}" if said else ""
