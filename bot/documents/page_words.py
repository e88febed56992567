"""Fits what a patient told to a place on paper, and says what several parts of the page say."""

import re
from collections.abc import Iterable
from datetime import date

from bot.content.opening import Says, plain
from bot.documents import typesetting
from bot.domain import history, shortening, zones
from bot.domain.marks import Mark

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_LEFTWARD_RUN = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]+(?:[ '-]+[\u0590-\u08ff\ufb1d-\ufefc]+)*")
"""Hebrew, Arabic, Syriac, Thaana and their like, as far as only spaces part them."""
_RIGHTWARD = re.compile("[0-9A-Za-z]")
_LONG_WORD = re.compile(r"\S{12}(?=\S{4})")


def told(text: str, width: int) -> str:
    """Fit what a patient wrote: at most ``width`` characters, and a place to break in endless words."""
    fitted = shortening.shorten(typesetting.clean(text), width)
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", _kept_apart(fitted))


def _kept_apart(text: str) -> str:
    """Keep words that run from right to left from turning round the numbers beside them (Unicode TR 9, isolates)."""
    if _LEFTWARD_RUN.match(text) and not _RIGHTWARD.search(text):
        return f"{_ISOLATE}{text}{_END}"
    return _LEFTWARD_RUN.sub(f"{_ISOLATE}\\g<0>{_END}", text)


def titled(text: str, width: int) -> str:
    """Fit a name that begins a line: with a capital."""
    return told(text[:1].upper() + text[1:], width)


def named(item: history.Item, width: int) -> str:
    """Name an item of the history with its dose, reaction, result or role."""
    if not item.detail:
        return told(item.name, width)
    joined = f"{item.name} {item.detail}" if item.section == "medicine" else f"{item.name} ({item.detail})"
    return told(joined, width)


def in_one_line(words: Iterable[str], most: int, says: Says) -> str:
    """Put words into one line; those that find no room are counted."""
    every = list(words)
    shown = every[:most]
    rest = more(len(every) - most, says)
    return "; ".join([*shown, rest] if rest else shown)


def more(count: int, says: Says) -> str:
    """Say how many are left out; nothing where none is."""
    return plain(says, "page-more", count=count) if count > 0 else ""


def marked(mark: Mark, width: int, says: Says) -> str:
    """Say what a mark in a picture stands for, and when it was; the month alone where no more is known."""
    name = told(mark.name, width)
    kind = "logged" if mark.logged else "visit-whom" if mark.kind == "visit" and name else mark.kind
    day = (
        f"{zones.MONTHS[mark.day.month - 1]} {mark.day.year}"
        if mark.roughly
        else say_short(mark.day, with_year=True)
    )
    return plain(says, f"page-mark.{kind}", name=name, day=day)


def say_day(day: date) -> str:
    """Say a day with its year: "3 November 2026"."""
    return f"{day.day} {zones.MONTHS[day.month - 1]} {day.year}"


def say_short(day: date, *, with_year: bool) -> str:
    """Say a day shortly: "3 Nov"."""
    said = f"{day.day} {zones.MONTHS[day.month - 1][:3]}"
    return f"{said} {day.year}" if with_year else said
