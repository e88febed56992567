"""Reads a day by its place in the month: "the 3rd", "first Monday of December", "last day of February"."""

import calendar
from datetime import date

from bot.understanding.times import time_dates
from bot.understanding.times.time_parts import Context, Day
from bot.understanding.times.time_tokens import Tokens

Found = tuple[Day, int]

_MONTHS_AHEAD = 14
_MOST_IN_A_MONTH = 5
_LONGEST_MONTH = 31
_LED_BY = frozenset({"the", "on", "since", "by", "until", "till"})
"""Before a spoken ordinal that is a day: "on the first", not "first one"."""
_MONTHS_AWAY = {"this": 0, "next": 1, "last": -1}


def read(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read a day that begins at ``index``."""
    return _nth(tokens, index, context) or _number(tokens, index, context)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Give the nth weekday of a month; -1 is the last."""
    weeks = calendar.monthcalendar(year, month)
    days = [week[weekday] for week in weeks if week[weekday]]
    return date(year, month, days[nth - 1 if nth > 0 else nth])


def _nth(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "first Monday of December", "2nd tuesday of next month", "third day of October"."""
    token, named, joiner = tokens[index], tokens[index + 1], tokens[index + 2]
    nth = -1 if token.name == "last" else token.value if token.tag == "ordinal" else 0
    if nth == 0 or joiner.text not in {"of", "in"}:
        return None
    if named.tag == "unit" and named.name == "day" and tokens[index + 3].tag == "month":
        return _nth_day(tokens, index + 3, nth, context)
    if nth > _MOST_IN_A_MONTH or named.tag != "weekday":
        return None
    return _nth_weekday(tokens, index + 3, named.value, nth, context)


def _nth_weekday(tokens: Tokens, at: int, weekday: int, nth: int, context: Context) -> Found | None:
    """Find the month at ``at`` ("next month", "December", "December 2027") and the weekday in it."""
    token = tokens[at]
    if token.name in _MONTHS_AWAY and tokens[at + 1].name == "month":
        months = context.today.year * 12 + context.today.month - 1 + _MONTHS_AWAY[token.name]
        return _nth_of(months // 12, months % 12 + 1, weekday, nth), at + 2
    if token.tag != "month":
        return None
    year = time_dates.year_at(tokens, at + 1)
    if year:
        return _nth_of(year, token.value, weekday, nth), at + 2
    years = range(context.today.year - 1, context.today.year + 2)
    return _nearest([_nth_of(each, token.value, weekday, nth) for each in years], context), at + 1


def _nth_day(tokens: Tokens, at: int, nth: int, context: Context) -> Found:
    """Read "third day of October", "last day of February 2027"."""
    month, year = tokens[at].value, time_dates.year_at(tokens, at + 1)
    if nth > 0:
        return time_dates.with_year(tokens, month, nth, at + 1, context)
    years = [year] if year else range(context.today.year - 1, context.today.year + 2)
    lasts = [Day((date(each, month, calendar.monthrange(each, month)[1]),), "date") for each in years]
    return (lasts[0], at + 2) if year else (_nearest(lasts, context), at + 1)


def _nth_of(year: int, month: int, weekday: int, nth: int) -> Day:
    """Give the nth weekday of the month as a day; impossible where the month has no fifth."""
    try:
        return Day((nth_weekday(year, month, weekday, nth),), "date")
    except (IndexError, ValueError):
        return time_dates.IMPOSSIBLE


def _nearest(days: list[Day], context: Context) -> Day:
    """Choose the day in the direction looked."""
    every = [day.dates[0] for day in days if day.dates]
    ahead = [day for day in every if day >= context.today]
    behind = [day for day in every if day <= context.today]
    if context.kind == "future":
        every = ahead
    elif context.kind == "past":
        every = behind
    return (
        Day((min(every, key=lambda day: abs(day - context.today)),), "date")
        if every
        else time_dates.IMPOSSIBLE
    )


def _number(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "the 3rd", "the twenty-third": the next or last month that has it."""
    in_figures = tokens[index].text[:1].isdecimal()
    if not (in_figures or context.loose or tokens[index - 1].text in _LED_BY):
        return None
    day = time_dates.day_number(tokens, index)
    plain_figure = tokens[index].tag == "number"
    if day is None or plain_figure or day[0] > _LONGEST_MONTH or tokens[day[1]].text == "thing":
        return None
    dates = _in_months(day[0], context)
    return Day(dates[:1], "number", others=dates[1:], risky=True), day[1]


def _in_months(number: int, context: Context) -> tuple[date, ...]:
    """List the dates with that day of the month in the direction looked, nearest first."""
    step = -1 if context.looks_back else 1
    found = []
    for ahead in range(_MONTHS_AHEAD):
        year, month = divmod(context.today.year * 12 + context.today.month - 1 + step * ahead, 12)
        day = time_dates.in_year(year, month + 1, number)
        if day and (day - context.today).days * step >= 0:
            found.append(day)
    return tuple(found)
