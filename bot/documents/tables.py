"""The journal as a table that any spreadsheet opens: one line for each thing that was told.

A cell that begins with ``= + - @`` (or a tab or line end) would run as a formula in a spreadsheet; it gets an
apostrophe in front (OWASP, "CSV Injection").
"""

import csv
import io
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from bot.domain import journal

COLUMNS = (
    "date",
    "time",
    "zone",
    "what",
    "name",
    "severity",
    "present",
    "body_part",
    "dose",
    "value",
    "text",
    "told_by",
)
"""``text`` is what was written; it stands in each line of the same message. ``told_by`` names a trusted person."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
Line = dict[str, str | int]


def journal_csv(entries: Iterable[journal.Entry]) -> bytes:
    """Write entries as CSV, oldest first: UTF-8 with the mark that spreadsheets need to see that it is."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    for entry in sorted(entries, key=lambda e: (e.at, e.recorded_at)):
        for line in _lines(entry):
            writer.writerow({column: harmless(cell) for column, cell in line.items()})
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str | int) -> str | int:
    """Keep a cell from being run as a formula; numbers are none."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _lines(entry: journal.Entry) -> Iterator[Line]:
    local = entry.at.astimezone(ZoneInfo(entry.zone))
    words = "\n".join(part for part in (entry.text, entry.note) if part)
    stem: Line = {
        "date": f"{local:%Y-%m-%d}",
        "time": f"{local:%H:%M}",
        "zone": entry.zone,
        "text": words,
        "told_by": entry.told_by,
    }
    told = list(_told(entry))
    yield from ({**stem, **line} for line in told or [{"what": "note"}])


def _told(entry: journal.Entry) -> Iterator[Line]:
    reading = entry.reading
    for symptom in reading.symptoms:
        yield {
            "what": "symptom",
            "name": symptom.name,
            "severity": "" if symptom.severity is None else symptom.severity,
            "present": "no" if symptom.negated else "yes",
            "body_part": symptom.body_part or "",
        }
    for medicine in reading.medications:
        yield {
            "what": "medicine",
            "name": medicine.name,
            "dose": medicine.dose or "",
            "value": medicine.status.replace("_", " "),
        }
    for measured in reading.measurements:
        value = f"{measured.value} {measured.unit}" if measured.unit else measured.value
        yield {"what": "measurement", "name": measured.name, "value": value}
    for name, words in (("sleep", reading.sleep), ("since", reading.onset), ("lasted", reading.duration)):
        if words:
            yield {"what": name, "value": words}
    for name, several in (("trigger", reading.triggers), ("got in the way", reading.impact)):
        for words in several:
            yield {"what": name, "value": words}
    if entry.checkin is not None:
        yield from _answered(entry.checkin)


def _answered(checkin: journal.Checkin) -> Iterator[Line]:
    answers = (
        ("energy", checkin.energy),
        ("sleep", checkin.sleep),
        ("medicines", checkin.medicines),
        ("function", checkin.function),
    )
    for name, value in answers:
        if value is not None:
            yield {"what": "check-in", "name": name, "value": value}
