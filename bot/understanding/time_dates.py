"""Reads a date by its number: "Dec 4", "4th of December", "12/4", "2026-12-04", "the 3rd", "March 2027"."""

import calendar
from datetime import date

from bot.understanding.time_parts import Context, Day
from bot.understanding.time_tokens import Tokens

Found = tuple[Day, int]
"""A day and the index of the token after it."""

_YEARS_TO_LEAP_DAY = 8
_MONTHS_AHEAD = 14
_MOST_IN_A_MONTH = 5
_FEWEST_LETTERS_APART = frozenset({"may", "march", "mar"})
"""Months that are also words: "these 2 may help", "we march on"."""
IMPOSSIBLE = Day((), "date")


def read(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read a date that begins at ``index``; one that cannot be (30 February) is a `Day` without readings."""
    for rule in (_figures, _month_first, _day_first, _nth_weekday, _number, _year):
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
    found = in_year(year[0] if year[0] > 99 else 2000 + year[0], month, day)
    return Day((found,), "date") if found else IMPOSSIBLE


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
    return _with_year(tokens, month, *day, context)


def _day_first(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "4 December", "4th of Dec", "the third of march 2027"."""
    day = day_number(tokens, index)
    if day is None:
        return None
    number, at = day
    ordinal = tokens[index].tag != "number" or not tokens[index].text.isdecimal()
    joined = tokens[at].text == "of"
    at += 1 if joined else 0
    month = tokens[at]
    if month.tag != "month" or (
        month.text in _FEWEST_LETTERS_APART and not (ordinal or joined or context.loose)
    ):
        return None
    end = at + 2 if tokens[at + 1].text == "." and tokens[at + 2].tag == "number" else at + 1
    return _with_year(tokens, month.value, number, end, context)


def _with_year(tokens: Tokens, month: int, day: int, at: int, context: Context) -> Found:
    comma = 1 if tokens[at].text == "," else 0
    year = year_at(tokens, at + comma, context)
    if year is None:
        return without_year(month, day, context), at
    found = in_year(year, month, day)
    return (Day((found,), "date") if found else IMPOSSIBLE), at + comma + 1


def year_at(tokens: Tokens, index: int, context: Context) -> int | None:
    """Read a year in four figures; one long gone is no year for a visit, but may be a clock time (2015)."""
    token = tokens[index]
    if token.tag != "number" or len(token.text) != 4 or not 1900 <= token.value <= 2100:
        return None
    return token.value if context.kind != "future" or token.value >= context.today.year else None


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
    year = year_at(tokens, index + 1, context)
    if year:
        return Day((date(year, month, 1),), "month"), index + 2
    if month == context.today.month and not context.looks_back:
        return Day((date(context.today.year, month, 1),), "month", risky=True), index + 1
    found = without_year(month, 1, context)
    return Day(found.dates, "month", risky=True), index + 1


def _number(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "the 3rd", "the twenty-third": the next or last month that has it."""
    day = day_number(tokens, index)
    plain_figure = tokens[index].tag == "number"
    if day is None or plain_figure or day[0] > 31 or tokens[day[1]].text == "thing":
        return None
    dates = _in_months(day[0], context)
    return Day(dates[:1], "number", others=dates[1:], risky=True), day[1]


def _in_months(number: int, context: Context) -> tuple[date, ...]:
    """List the dates with that day of the month in the direction looked, nearest first."""
    step = -1 if context.looks_back else 1
    found = []
    for ahead in range(_MONTHS_AHEAD):
        year, month = divmod(context.today.year * 12 + context.today.month - 1 + step * ahead, 12)
        day = in_year(year, month + 1, number)
        if day and (day - context.today).days * step >= 0:
            found.append(day)
    return tuple(found)


def _nth_weekday(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "first Monday of December", "last friday in november", "2nd tuesday of next month"."""
    token, weekday, joiner = tokens[index], tokens[index + 1], tokens[index + 2]
    nth = -1 if token.name == "last" else token.value if token.tag == "ordinal" else 0
    if nth == 0 or nth > _MOST_IN_A_MONTH or weekday.tag != "weekday" or joiner.text not in {"of", "in"}:
        return None
    which = {"this": 0, "next": 1, "last": -1}.get(tokens[index + 3].name)
    if which is not None and tokens[index + 4].name == "month":
        months = context.today.year * 12 + context.today.month - 1 + which
        return _nth_of(months // 12, months % 12 + 1, weekday.value, nth), index + 5
    month = tokens[index + 3]
    if month.tag != "month":
        return None
    year = year_at(tokens, index + 4, context)
    if year:
        return _nth_of(year, month.value, weekday.value, nth), index + 5
    years = range(context.today.year - 1, context.today.year + 2)
    return _nearest([_nth_of(each, month.value, weekday.value, nth) for each in years], context), index + 4


def _nth_of(year: int, month: int, weekday: int, nth: int) -> Day:
    """Give the nth weekday of the month as a day; impossible where the month has no fifth."""
    try:
        return Day((nth_weekday(year, month, weekday, nth),), "date")
    except (IndexError, ValueError):
        return IMPOSSIBLE


def _nearest(days: list[Day], context: Context) -> Day:
    """Choose the day in the direction looked."""
    every = [day.dates[0] for day in days if day.dates]
    ahead = [day for day in every if day >= context.today]
    behind = [day for day in every if day <= context.today]
    if context.kind == "future":
        every = ahead
    elif context.kind == "past":
        every = behind
    return Day((min(every, key=lambda day: abs(day - context.today)),), "date") if every else IMPOSSIBLE


def _year(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "since 2019": the first day of a year behind us."""
    token = tokens[index]
    if token.tag != "number" or len(token.text) != 4 or tokens[index - 1].text not in {"since", "in"}:
        return None
    if not 1900 <= token.value <= context.today.year or tokens[index + 1].tag == "unit":
        return None
    return Day((date(token.value, 1, 1),), "date"), index + 1


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Give the nth weekday of a month; -1 is the last."""
    weeks = calendar.monthcalendar(year, month)
    days = [week[weekday] for week in weeks if week[weekday]]
    return date(year, month, days[nth - 1 if nth > 0 else nth])
