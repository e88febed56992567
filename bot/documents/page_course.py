"""The picture of how symptoms went, as places from 0 to 1 that the template draws: stems, gaps, marks and dates."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.content.opening import Says, plain
from bot.documents import page_stems, page_words
from bot.domain import courses, zones
from bot.domain.courses import Course

DATES = 6
"""Dates named on the axis, at most."""
_NEAR = 0.045
"""Marks nearer than this share of the width would cover each other and are put one above the other."""
_ROWS = 3
_NAME_WIDTH = 26
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Size:
    """How many symptoms are drawn, a panel each, and how large a panel is in points."""

    panels: int
    width: float
    height: float


def drawing(course: Course, size: Size, name_width: int, says: Says) -> dict[str, Any]:
    """Lay the picture out: the first symptoms, one panel each."""
    shown = course.lines[: size.panels]
    first, last = course.stretches[0].first, course.stretches[-1].last
    names = ", ".join(page_words.told(line.name, name_width) for line in shown)
    marks = _marks(course, says)
    return {
        "heading": plain(says, "page-trend"),
        "alt": plain(
            says,
            "page-trend-alt",
            first=page_words.say_day(first),
            last=page_words.say_day(last),
            names=names,
        ),
        "key": plain(says, f"page-trend-key.{course.unit}"),
        "panels": [_panel(course, line, size, name_width) for line in shown],
        "width": size.width,
        "height": size.height,
        "spill": page_stems.SPILL,
        "gaps": _gaps(course),
        "slots": len(course.stretches),
        "dates": _dates(course),
        "marks": marks,
        "more": plain(says, "page-marks-more", count=course.unmarked) if course.unmarked else "",
        "rows": max((mark["row"] for mark in marks), default=-1) + 1,
    }


def _panel(course: Course, line: courses.Line, size: Size, name_width: int) -> dict[str, Any]:
    """Draw a symptom's stems, and give the places (0 to 1) of those for which no number was told."""
    count = len(course.stretches)
    stems: list[page_stems.Stem] = []
    unrated: list[float] = []
    for place, point in enumerate(line.points):
        x = (place + 0.5) / count
        if point.worst is not None:
            typical = None if course.unit == "day" else point.typical
            stems.append(page_stems.Stem(x, point.worst, typical))
        elif point.days:
            unrated.append(round(x, 5))
    return {
        "name": page_words.titled(line.name, min(name_width, _NAME_WIDTH)),
        "stems": page_stems.image(stems, count, size.width, size.height) if stems else "",
        "unrated": unrated,
    }


def _gaps(course: Course) -> list[dict[str, float]]:
    """Give each run of stretches in which nothing was logged, as where it begins and ends."""
    count, place, gaps = len(course.stretches), 0, []
    for empty, run in groupby(course.stretches, key=lambda s: s.observed == 0):
        length = len(list(run))
        if empty:
            gaps.append({"from": place / count, "to": (place + length) / count})
        place += length
    return gaps


def _dates(course: Course) -> list[dict[str, Any]]:
    """Name some of the stretches by their first day, evenly, the first of them included."""
    count = len(course.stretches)
    step = -(-count // DATES)
    return [
        {"x": (place + 0.5) / count, "text": _date(course, place)}
        for place in range(0, count - step // 2, step)
    ]


def _date(course: Course, place: int) -> str:
    day = course.stretches[place].first
    if course.unit == "month":
        return f"{zones.MONTHS[day.month - 1][:3]} {day.year}"
    return page_words.say_short(day, with_year=course.unit == "week" and place == 0)


def _marks(course: Course, says: Says) -> list[dict[str, Any]]:
    """Give each mark a letter, its place, a row where it covers no other, and its words for the key."""
    count = len(course.stretches)
    ends = [-1.0] * _ROWS
    begins = [stretch.first for stretch in course.stretches]
    placed = []
    for letter, mark in zip(_LETTERS, course.marks, strict=False):
        x = (bisect_right(begins, mark.day) - 0.5) / count
        row = next((r for r in range(_ROWS) if x - ends[r] >= _NEAR), _ROWS - 1)
        ends[row] = x
        placed.append(
            {
                "x": x,
                "row": row,
                "kind": mark.kind,
                "letter": letter,
                "text": page_words.marked(mark, _NAME_WIDTH, says),
            }
        )
    return placed
