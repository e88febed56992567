"""Reads a date by its figures: "Dec 4", "4th of December", "12/4", "2026-12-04", "March 2027"."""

import calendar
from datetime import date

from bot.understanding.times import time_words
from bot.understanding.times.time_parts import Context, Day
from bot.understanding.times.time_tokens import Tokens

Found = tuple[Day, int]
"""A day and the index of the token after it."""

_YEARS_TO_LEAP_DAY = 8
_YEARS_PLANNED = 20
ALSO_WORDS = frozenset({"may", "march", "mar"})
"""Months that are also words: "these 2 may help", "we march on"."""
IMPOSSIBLE = Day((), "date")


def read(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read a date that begins at ``index``; one that cannot be (30 February) is a `Day` without readings."""
    for rule in (_figures, _month_first, _day_first, _year):
        found = rule(tokens, index, context)
        if found:
            return found
    return None


def in_year(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where there is no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def without_year(month: int, day: int, context: Context) -> Day:
    """Choose the year: the next such day ahead, the last one behind, or the nearer where either way is possible."""
    now = context.today
    years = range(now.year - _YEARS_TO_LEAP_DAY, now.year + _YEARS_TO_LEAP_DAY + 1)
    every = [found for year in years if (found := in_year(year, month, day))]
    if not every:
        return IMPOSSIBLE
    if context.kind == "future":
        best = min(each for each in every if each >= now)
    elif context.kind == "past":
        best = max(each for each in every if each <= now)
    else:
        best = min(every, key=lambda each: abs(each - now))
    others = tuple(each for each in every if abs(each.year - best.year) == 1)
    return Day((best,), "date", others=others)


def _figures(tokens: Tokens, index: int, context: Context) -> Found | None:
    token = tokens[index]
    if (
        context.loose
        and token.tag == "number"
        and tokens[index + 1].text == "-"
        and tokens[index + 2].tag == "number"
    ):
        by_dash = (
            _ordered((token.value, tokens[index + 2].value), context) if len(token.text) <= 2 else IMPOSSIBLE
        )
        ends = tokens[index + 3].tag == "end"
        return (by_dash, index + 3) if by_dash.dates and ends else None
    if token.tag == "iso":
        found = in_year(*token.numbers[:3])
        return (Day((found,), "date") if found else IMPOSSIBLE), index + 1
    if token.tag == "date3":
        return _ordered(token.numbers, context), index + 1
    if token.tag == "date2":
        return _ordered(token.numbers, context), index + 1
    if token.tag == "dotdate":
        day, month = token.numbers
        found_day = without_year(month, day, context) if 1 <= month <= 12 else IMPOSSIBLE
        return (Day(found_day.dates, "date", risky=True), index + 1) if found_day.dates else None
    return None


def _ordered(numbers: tuple[int, ...], context: Context) -> Day:
    """Read 12/4 or 12/4/26 in the order of the place; where only the other order can be a date, in that."""
    first, second, *rest = numbers
    month_first, day_first = (first, second), (second, first)
    orders = [day_first, month_first] if context.order == "day first" else [month_first, day_first]
    readings = [found for month, day in orders if (found := _dated(month, day, rest, context)).dates]
    if not readings:
        return IMPOSSIBLE
    best = readings[0]
    if context.order != "unknown" or len(readings) == 1 or first == second:
        others = readings[1].dates if len(readings) > 1 else ()
        return Day(best.dates, "date", others=best.others + others)
    return Day((*best.dates, *readings[1].dates), "date", asks=True)


def _dated(month: int, day: int, year: list[int], context: Context) -> Day:
    if not 1 <= month <= 12:
        return IMPOSSIBLE
    if not year:
        return without_year(month, day, context)
    found = in_year(_full_year(year[0], context), month, day)
    return Day((found,), "date") if found else IMPOSSIBLE


def _full_year(year: int, context: Context) -> int:
    """Complete a year of two figures: no visit is planned, and nothing told, more than twenty years ahead."""
    if year > 99:
        return year
    return 2000 + year if 2000 + year <= context.today.year + _YEARS_PLANNED else 1900 + year


def _month_first(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "Dec 4", "december the 4th 2026", "Dec. 4"; also "March 2027", and "in March" by the month alone."""
    if tokens[index].tag != "month":
        return None
    month, at = tokens[index].value, index + 1
    if tokens[at].text == ".":
        at += 1
    if tokens[at].text == "the":
        at += 1
    day = day_number(tokens, at)
    if day is None:
        return _month_alone(tokens, index, context)
    return with_year(tokens, month, day[0], _after_range(tokens, day[1]), context)


def _after_range(tokens: Tokens, at: int) -> int:
    """Pass over the end of "July 13-15", of which the first day counts."""
    if tokens[at].text not in {*time_words.DASHES, "to", "thru", "through"}:
        return at
    last = day_number(tokens, at + 1)
    is_day = last and last[0] <= 31 and tokens[last[1]].tag not in {"meridiem", "unit"}
    return last[1] if last and is_day and tokens[last[1]].text not in {":", "o", "in"} else at


def _day_first(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "4 December", "4th of Dec", "the third of march 2027"."""
    day = day_number(tokens, index)
    if day is None:
        return None
    number, at = day[0], _after_range(tokens, day[1])
    ordinal = tokens[index].tag != "number" or not tokens[index].text.isdecimal()
    joined = tokens[at].text == "of"
    at += 1 if joined else 0
    month = tokens[at]
    if month.tag != "month":
        return None
    if month.text in ALSO_WORDS and not (ordinal or joined or _ends_a_date(tokens, at + 1)):
        return None
    end = at + 2 if tokens[at + 1].text == "." and tokens[at + 2].tag == "number" else at + 1
    return with_year(tokens, month.value, number, end, context)


def _ends_a_date(tokens: Tokens, at: int) -> bool:
    """Say whether "2 march" stops there, unlike "2 may help"."""
    token = tokens[at]
    return token.tag in {"end", "mark", "number", "clock", "dot", "part"} or token.text in {
        "at",
        "with",
        "for",
        "around",
    }


def with_year(tokens: Tokens, month: int, day: int, at: int, context: Context) -> Found:
    """Give the date with the year that stands at ``at``, or with the year chosen as `without_year` does."""
    comma = 1 if tokens[at].text == "," else 0
    year = year_at(tokens, at + comma)
    if year is None:
        return without_year(month, day, context), at
    found = in_year(year, month, day)
    return (Day((found,), "date") if found else IMPOSSIBLE), at + comma + 1


def year_at(tokens: Tokens, index: int) -> int | None:
    """Read a year in four figures, also one long gone: whoever plans a visit for it is told so, not misread."""
    token = tokens[index]
    is_year = token.tag == "number" and len(token.text) == 4 and 1900 <= token.value <= 2100
    return token.value if is_year else None


def day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read a day of the month in figures or as a spoken ordinal, with the next index; not "4 pm", not "4 weeks"."""
    token, after = tokens[index], tokens[index + 1]
    if token.tag == "ordinal":
        return (token.value, index + 1) if token.value else None
    if token.tag == "tens":
        hyphen = 1 if after.text == "-" else 0
        unit = tokens[index + 1 + hyphen]
        if unit.tag == "ordinal" and 1 <= unit.value <= 9 and not unit.text[0].isdecimal():
            return token.value + unit.value, index + 2 + hyphen
        return None
    if token.tag != "number" or len(token.text) > 2 or not token.value or after.tag in {"meridiem", "unit"}:
        return None
    return token.value, index + 1


def _month_alone(tokens: Tokens, index: int, context: Context) -> Found:
    month = tokens[index].value
    year = year_at(tokens, index + 1)
    if year:
        return Day((date(year, month, 1),), "month"), index + 2
    if month == context.today.month and not context.looks_back:
        return Day((date(context.today.year, month, 1),), "month", risky=True), index + 1
    found = without_year(month, 1, context)
    return Day(found.dates, "month", risky=True), index + 1


def _year(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "since 2019": the first day of a year behind us."""
    token = tokens[index]
    if token.tag != "number" or len(token.text) != 4 or tokens[index - 1].text not in {"since", "in"}:
        return None
    if not 1900 <= token.value <= context.today.year or tokens[index + 1].tag == "unit":
        return None
    return Day((date(token.value, 1, 1),), "date"), index + 1
