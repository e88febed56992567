"""The picture of how symptoms went, as places from 0 to 1 that the template draws: stems, gaps, marks and dates."""

from bisect import bisect_right
from itertools import groupby
from typing import Any

from bot.content.opening import Says, plain
from bot.documents import page_words
from bot.domain import courses, zones
from bot.domain.courses import Course

DATES = 6
"""Dates named on the axis, at most."""
_NEAR = 0.045
"""Marks nearer than this share of the width would cover each other and are put one above the other."""
_ROWS = 3
_NAME_WIDTH = 26
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
TOP = 10
"""The scale of severity ends here."""


def drawing(course: Course, lines: int, name_width: int, says: Says) -> dict[str, Any]:
    """Lay the picture out: the first ``lines`` symptoms, one panel each."""
    shown = course.lines[:lines]
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
        "panels": [_panel(course, line, name_width) for line in shown],
        "gaps": _gaps(course),
        "slots": len(course.stretches),
        "dates": _dates(course),
        "marks": marks,
        "more": plain(says, "page-marks-more", count=course.unmarked) if course.unmarked else "",
        "rows": max((mark["row"] for mark in marks), default=-1) + 1,
    }


def _panel(course: Course, line: courses.Line, width: int) -> dict[str, Any]:
    """Give a symptom's stems as places: [x, worst] alone, [x, worst, typical], and [x] where no number was told."""
    count = len(course.stretches)
    stems: dict[str, list[list[float]]] = {"single": [], "ranged": [], "unrated": []}
    for place, point in enumerate(line.points):
        x = round((place + 0.5) / count, 5)  # a hundredth of a millimetre: more digits would only be read
        if point.worst is None:
            stems["unrated"] += [[x]] if point.days else []
        elif point.typical is None or course.unit == "day":
            stems["single"].append([x, point.worst / TOP])
        else:
            stems["ranged"].append([x, point.worst / TOP, point.typical / TOP])
    return {"name": page_words.titled(line.name, min(width, _NAME_WIDTH)), **stems}


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
