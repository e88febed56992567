"""A picture of one to three things over time, legible on a phone and in grey.

Drawn with Typst itself from ``trend.typ``: no plotting library, and nothing a patient wrote is read as markup.
"""

import itertools
import json
from datetime import date, timedelta
from pathlib import Path
from string import ascii_uppercase
from typing import Any

from bot.content.opening import Says, plain
from bot.documents import page_words, typesetting
from bot.domain import finding, shortening, trends, zones
from bot.domain.marks import Mark

_TEMPLATE = Path(__file__).with_name("trend.typ")
DOTS_PER_INCH = 216
"""360 points wide, as a small phone is, at three dots a point."""
NAMED = 6
"""Marks that are named below the picture; more would be a list, not a legend."""
NAME_WIDTH = 40
LABEL_WIDTH = 34
TOUCHING = 0.045
"""Marks nearer to one another than this would cover one another's letter."""
_DOTS = {"day": 3.2, "week": 2.2, "month": 2.2}
"""Radius of a dot, in points."""
_MOST_TICKS = 4


def render(found: trends.Trend, says: Says, locale: str) -> bytes:
    """Draw the picture as PNG, 1,080 pixels wide.

    Args:
        found: what goes in.
        says: the wording, full length.
        locale: BCP 47, for the language.

    """
    lettered = _lettered(found.marks)
    data = {
        "lang": locale.partition("-")[0].lower()[:3],
        "period": plain(
            says,
            "trends-picture-period",
            first=_say(found.first, found),
            last=_say(found.last, found),
            observed=found.observed,
            span=found.span,
        ),
        "dot": _DOTS[found.unit],
        "by-day": found.unit == "day",
        "series": [_series(found, each, says) for each in found.series],
        "gaps": [[_edge(found, first), _edge(found, last + timedelta(days=1))] for first, last in found.gaps],
        "marks": _marks(found, lettered),
        "named": _named(found, lettered, says),
        "ticks": _ticks(found),
        "legend": _legend(found, says),
        "tag": plain(says, "trends-self-reported"),
    }
    if typesetting.UNPRINTED in json.dumps(data, ensure_ascii=False):
        data["tag"] = f"{plain(says, 'page-unprinted', sign=typesetting.UNPRINTED)} {data['tag']}"
    return typesetting.picture(_TEMPLATE, data, DOTS_PER_INCH)


def _series(found: trends.Trend, series: trends.Series, says: Says) -> dict[str, Any]:
    subject = series.subject
    name = plain(says, f"find-name-{subject.name}") if subject.is_measure else subject.name
    named = shortening.shorten(typesetting.clean(name[:1].upper() + name[1:]), LABEL_WIDTH)
    points = [
        {"x": _middle(found, p.first, p.last), "days": p.days, "typical": p.typical, "worst": p.worst}
        for p in series.points
    ]
    return {
        "label": plain(says, "trends-scale", name=named, top=subject.top),
        "words": _words(series, says),
        "top": subject.top,
        "measure": subject.is_measure,
        "points": points,
    }


def _words(series: trends.Series, says: Says) -> list[str]:
    """Say it in words, so that the picture stands for itself where it is passed on."""
    whole = series.found.whole
    lines = [plain(says, "trends-counted", days=whole.days, observed=whole.observed)]
    if whole.typical is not None and whole.worst is not None:
        key = "trends-numbers-low" if series.subject.is_measure else "trends-numbers"
        lines[0] += " " + plain(says, key, typical=whole.typical, worst=whole.worst)
    if 0 < whole.observed < finding.FEW:
        lines.append(plain(says, "find-few", count=whole.observed))
    return lines


def _lettered(marks: tuple[Mark, ...]) -> dict[Mark, str]:
    """Give the letters: medicines before visits where there are too many, in the order of time."""
    ranked = sorted(marks, key=lambda m: (m.kind == "visit", -m.day.toordinal()))[:NAMED]
    return dict(zip([m for m in marks if m in ranked], ascii_uppercase, strict=False))


def _marks(found: trends.Trend, lettered: dict[Mark, str]) -> list[dict[str, Any]]:
    """Place the marks; letters that would touch move apart, to the right and at the end back again."""
    places = [_middle(found, mark.day, mark.day) for mark in found.marks]
    named = [n for n, mark in enumerate(found.marks) if mark in lettered]
    at = dict(enumerate(places))
    for before, after in itertools.pairwise(named):
        at[after] = max(at[after], at[before] + TOUCHING)
    edge = 1.0
    for n in reversed(named):
        at[n] = min(at[n], edge)
        edge = at[n] - TOUCHING
    return [
        {"x": x, "kind": mark.kind, "letter": lettered.get(mark, ""), "nudge": at[n] - x}
        for n, (mark, x) in enumerate(zip(found.marks, places, strict=True))
    ]


def _named(found: trends.Trend, lettered: dict[Mark, str], says: Says) -> list[dict[str, str]]:
    rows = []
    for mark, letter in lettered.items():
        rows.append({"letter": letter, "words": page_words.marked(mark, NAME_WIDTH, says)})
    rest = len(found.marks) - len(lettered)
    if rest:
        rows.append({"letter": "", "words": plain(says, "trends-mark-more", count=rest)})
    return rows


def _legend(found: trends.Trend, says: Says) -> str:
    """Name the shapes that are there."""
    points = [point for series in found.series for point in series.points]
    shapes = {
        found.unit: any(p.typical is not None for p in points),
        "zero": any(not p.days for p in points),
        "diamond": any(p.days and p.typical is None for p in points),
        "gap": bool(found.gaps),
    }
    return "; ".join(plain(says, f"trends-legend-{name}") for name, there in shapes.items() if there)


def _ticks(found: trends.Trend) -> list[dict[str, Any]]:
    """Choose up to four days or months to name, the first of them near the beginning."""
    if found.span <= 1:
        return [{"x": 0.5, "label": _short(found.first)}]
    places = min(_MOST_TICKS, found.span)
    days = [found.first + (found.last - found.first) * n / (places - 1) for n in range(places)]
    return [{"x": _middle(found, day, day), "label": _tick(found, day)} for day in days]


def _tick(found: trends.Trend, day: date) -> str:
    if found.unit == "month" or (found.unit == "week" and found.span > trends.BY_WEEK // 2):
        return f"{zones.MONTHS[day.month - 1][:3]} {day.year}"
    return _short(day)


def _short(day: date) -> str:
    return f"{day.day} {zones.MONTHS[day.month - 1][:3]}"


def _say(day: date, found: trends.Trend) -> str:
    """Say a day, with the year where the period reaches over more than one."""
    is_one_year = found.first.year == found.last.year
    return _short(day) if is_one_year and day != found.last else f"{_short(day)} {day.year}"


def _edge(found: trends.Trend, day: date) -> float:
    return (day - found.first).days / found.span


def _middle(found: trends.Trend, first: date, last: date) -> float:
    return (_edge(found, first) + _edge(found, last + timedelta(days=1))) / 2
