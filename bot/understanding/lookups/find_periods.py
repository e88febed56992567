"""Reads the period a question about the log is asked for: "since march", "in october", "this week", "the last 30 days".

A time reader gives a moment; a question needs its first and its last day, and which they are hangs on the word before.
"Last month" is the calendar's, "the past month" the days up to today; the answer says the dates back.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.reader import PatientReader
from bot.understanding.times import time_days
from bot.understanding.words import patterns

_DAY = timedelta(days=1)
_MONTHS = (
    {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
    | {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name}
    | {"sept": 9}
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "couple": 2, "couple of": 2, "a couple of": 2, "three": 3, "few": 3, "a few": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_NUMBER = r"\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "fall": 9, "autumn": 9}
_SEASON = "|".join(_SEASONS)
_SOUTH = frozenset({"AU", "NZ", "ZA", "AR", "CL", "UY"})
"""Where the seasons are the other way round (regions of a locale)."""
_LEAD = r"(?:\b(?:in|on|during|over|for|within|of|from) )?(?:\bthe )?"
_BETWEEN = patterns.Pattern(r"\b(?:between|from) (?P<a>.+?) (?:and|to|until|till|through) (?P<b>.+)$")
_SINCE_VISIT = patterns.Pattern(
    r"\b(?:since|after) (?:my |the )?(?:last |latest )?(?:visit|appointment|appt)\b"
)
_SINCE_SEASON = patterns.Pattern(rf"\bsince (?:the |last |this )?(?P<season>{_SEASON})\b")
_SINCE_EDGE = patterns.Pattern(
    r"\bsince (?:the )?(?:beginning|start) of (?:the |this )?(?P<unit>week|month|year)\b"
)
_SINCE = patterns.Pattern(r"\b(?:ever )?since .+$")
_ROLLING = patterns.Pattern(
    rf"{_LEAD}\b(?:last|past|previous) (?P<n>{_NUMBER}) (?P<unit>day|night|week|month|year)s?\b"
)
_NAMED = patterns.Pattern(
    rf"{_LEAD}\b(?P<which>this|last|past|previous) (?P<unit>week|month|year)\b(?: so far)?"
)
_OF_MONTH = patterns.Pattern(
    rf"\b(?:in|during|of|for|over|last|this) (?:last |this )?(?P<month>{_MONTH})(?:,? (?P<year>20\d\d))?\b(?! \d)"
    rf"|\b(?P<month2>{_MONTH}) (?P<year2>20\d\d)\b"
    rf"|(?:(?<=^how was )|(?<=^how was my ))(?P<month3>{_MONTH})(?:,? (?P<year3>20\d\d))?$"
)
_OF_YEAR = patterns.Pattern(r"\b(?:in|during|for|of) (?P<year>20\d\d)\b")
_OF_SEASON = patterns.Pattern(rf"\b(?:in|during|over|this|last) (?:the |this |last )?(?P<season>{_SEASON})\b")
_WEEKS_AGO = patterns.Pattern(rf"\b(?P<n>{_NUMBER}) weeks? ago\b")
_ALWAYS = patterns.Pattern(r"\b(?:ever|so far|of all time|all time|in total|overall|altogether|in my log)\b")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last local day, both inside, None where open; ``rest`` is the text without the words of the period."""

    first: date | None
    last: date | None
    rest: str

    @property
    def is_told(self) -> bool:
        """Tell whether the text names a period."""
        return self.first is not None or self.last is not None

    @property
    def is_one_day(self) -> bool:
        """Tell whether it is a single day."""
        return self.first is not None and self.first == self.last


def cut(text: str, reader: PatientReader, last_visit: date | None = None) -> Period:
    """Find the period in a question and cut it out.

    Args:
        text: the question, lower case.
        reader: reads times on the patient's wall clock.
        last_visit: the day of the last visit, for "since my last visit".

    """
    today = reader.now.date()
    for rule in (_between, _since, _rolling, _named, _of_month, _of_season, _weeks_ago):
        found = rule(text, reader, today)
        if found:
            return found
    visit = _SINCE_VISIT.search(text)
    if visit and last_visit:
        return _without(text, visit, last_visit, today)
    always = _ALWAYS.search(text)
    if always:
        return _without(text, always, None, None)
    return _one_day(text, reader)


def _between(text: str, reader: PatientReader, today: date) -> Period | None:
    found = _BETWEEN.search(text)
    if not found:
        return None
    first, last = _day(found["a"], reader), _day(found["b"], reader)
    if first is None or last is None:
        return None
    if is_month(found["b"]):
        last = _month_end(last)
    if first > last:
        earlier = time_days.add_months(first, -12)
        first = earlier if earlier and earlier <= last else first
    return _without(text, found, min(first, last), max(first, last)) if first <= today else None


def _since(text: str, reader: PatientReader, today: date) -> Period | None:
    if _SINCE_VISIT.search(text):
        return None
    edge = _SINCE_EDGE.search(text)
    if edge:
        return _without(text, edge, _begin(edge["unit"], today), today)
    season = _SINCE_SEASON.search(text)
    if season:
        return _without(text, season, _season(season["season"], reader, today), today)
    found = _SINCE.search(text)
    day = _day(found.group(), reader) if found else None
    return _without(text, found, day, today) if found and day else None


def _rolling(text: str, reader: PatientReader, today: date) -> Period | None:
    del reader
    found = _ROLLING.search(text)
    if not found:
        return None
    return _without(text, found, _back(today, _count(found["n"]), found["unit"]), today)


def _named(text: str, reader: PatientReader, today: date) -> Period | None:
    del reader
    found = _NAMED.search(text)
    if not found:
        return None
    unit, which = found["unit"], found["which"]
    begin = _begin(unit, today)
    if which == "this":
        return _without(text, found, begin, today)
    if which == "past":
        return _without(text, found, _back(today, 1, unit), today)
    return _without(text, found, _begin(unit, begin - _DAY), begin - _DAY)


def _of_month(text: str, reader: PatientReader, today: date) -> Period | None:
    del reader
    found = _OF_MONTH.search(text)
    if found:
        month = _MONTHS[found["month"] or found["month2"] or found["month3"]]
        told = found["year"] or found["year2"] or found["year3"]
        year = int(told) if told else today.year - (month > today.month)
        first = date(year, month, 1)
        return _without(text, found, first, _month_end(first))
    year_found = _OF_YEAR.search(text)
    if year_found:
        year = int(year_found["year"])
        return _without(text, year_found, date(year, 1, 1), date(year, 12, 31))
    return None


def _of_season(text: str, reader: PatientReader, today: date) -> Period | None:
    found = _OF_SEASON.search(text)
    if not found:
        return None
    first = _season(found["season"], reader, today)
    last = time_days.add_months(first, 3)
    return _without(text, found, first, last - _DAY if last else None)


def _weeks_ago(text: str, reader: PatientReader, today: date) -> Period | None:
    del reader
    found = _WEEKS_AGO.search(text)
    if not found:
        return None
    monday = time_days.monday_of(today) - timedelta(weeks=_count(found["n"]))
    return _without(text, found, monday, monday + 6 * _DAY)


def _one_day(text: str, reader: PatientReader) -> Period:
    reading = reader.find_time(text, "past")
    if reading.value is None or reading.value.date() > reader.now.date():
        return Period(None, None, text)
    start = text.find(reading.words)
    if start < 0:
        return Period(None, None, text)
    rest = f"{text[:start].removesuffix('on ').rstrip()} {text[start + len(reading.words) :].lstrip()}"
    return Period(reading.value.date(), reading.value.date(), rest.strip())


def _day(words: str, reader: PatientReader) -> date | None:
    month = re.fullmatch(rf"(?P<month>{_MONTH})(?: (?P<year>20\d\d))?", words.strip())
    if month:
        today = reader.now.date()
        year = int(month["year"]) if month["year"] else today.year - (_MONTHS[month["month"]] > today.month)
        return date(year, _MONTHS[month["month"]], 1)
    reading = reader.time(words, "past")
    return reading.value.date() if reading.value else None


def _season(name: str, reader: PatientReader, today: date) -> date:
    """Give the first day of the latest season of that name that has begun, by whole months."""
    month = _SEASONS[name]
    if reader.locale.partition("-")[2].upper() in _SOUTH:
        month = (month + 5) % 12 + 1
    return date(today.year - (month > today.month), month, 1)


def _begin(unit: str, day: date) -> date:
    if unit == "week":
        return time_days.monday_of(day)
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _back(today: date, count: int, unit: str) -> date:
    """Give the first of so many days, weeks, months or years that end today."""
    if unit in {"day", "night", "week"}:
        return today - timedelta(days=count * (7 if unit == "week" else 1) - 1)
    moved = time_days.add_months(today, -count * (12 if unit == "year" else 1))
    return moved + _DAY if moved else date.min


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def is_month(words: str) -> bool:
    """Tell whether words name a month and no day of it."""
    return bool(
        re.fullmatch(rf"(?:since |in |the end of )?(?:{_MONTH})(?: 20\d\d)?", words.casefold().strip())
    )


def is_year(words: str) -> bool:
    """Tell whether words name no more than a year, or a part of one ("2024", "spring 2024", "3 years ago")."""
    return bool(
        re.search(
            rf"\byears?\b|^(?:(?:since|in|{_SEASON}|early|late|mid) ?-?)*(?:19|20)\d\d$",
            words.casefold().strip(),
        )
    )


def _count(words: str) -> int:
    return int(words) if words.isdecimal() else _NUMBERS[words]


def _without(text: str, found: re.Match[str], first: date | None, last: date | None) -> Period:
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    return Period(first, last, rest.strip())
