"""Reads a day by its place in the week: "tomorrow", "next tues", "Friday week", "end of the month".

"Next Tuesday" divides people. The rule here: a weekday that still lies ahead in the week (Monday to Sunday)
that is running is "this" one, so "next" is a week later, and we ask; one that only comes in the week after
is "next" itself. On a Sunday the coming week is so near that both are meant: the coming one first, and we
ask. A bare weekday that is today's own means a week from now (or a week ago), or today: we ask.
"""

import calendar
from datetime import date, timedelta

from bot.understanding.times import time_dates
from bot.understanding.times.time_parts import Context, Day
from bot.understanding.times.time_tokens import Tokens

Found = tuple[Day, int]

_WEEK = timedelta(days=7)
_SUNDAY = 6
_SATURDAY = 5
_FRIDAY = 4
_COMING = frozenset({"coming", "upcoming"})
_AHEAD = frozenset({"next", "following"})
_BEHIND = frozenset({"last", "past"})
_BEGINNING = frozenset({"beginning", "start", "early"})
_MIDDLE = frozenset({"middle", "mid"})
_END = frozenset({"end", "late"})
_RISKY_WEEKDAYS = frozenset({"sat", "sun", "wed"})
_END_OF = {"eow": "week", "eom": "month"}
_INSTANTS = frozenset({"noon", "midnight"})
_WORDS_TO_FIND_THE_PERIOD = 3


def read(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read a day that begins at ``index``."""
    for rule in (_counted_from_today, _weekday, _edge, _period):
        found = rule(tokens, index, context)
        if found:
            return found
    return None


def shifted(day: date, days: int) -> date | None:
    """Move a date; None beyond the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(day: date, months: int) -> date | None:
    """Move by months, keeping within the shorter month; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    """Give the Monday of the week that ``day`` lies in."""
    return day - timedelta(days=day.weekday())


def of_week(monday: date, weekday: int) -> date:
    """Give that weekday of the week that begins with ``monday``."""
    return monday + timedelta(days=weekday)


def _day(day: date | None) -> Day:
    return Day((day,)) if day else time_dates.IMPOSSIBLE


def _counted_from_today(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "tomorrow", "day after tomorrow", "tonight", "last night", and the "this" of "this morning"."""
    distance = _distance(tokens, index)
    return (_day(shifted(context.today, distance[0])), distance[1]) if distance else None


def _distance(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Give how many days from today, and the next index."""
    token, after, then = tokens[index], tokens[index + 1], tokens[index + 2]
    found: tuple[int, int] | None = None
    if token.tag == "day":
        in_a_week = token.value >= 0 and after.text in {"week", "wk"}
        found = token.value + 7 * in_a_week, index + 1 + in_a_week
    elif (
        then.tag == "day"
        and token.name == "day"
        and (after.text, then.value) in {("after", 1), ("before", -1)}
    ):
        found = 2 * then.value, index + 3
    elif token.name == "night" and (after.text, then.name) == ("before", "last"):
        found = -2, index + 3
    elif (token.text, after.name, then.name, tokens[index + 3].name) == ("same", "day", "next", "week"):
        found = 7, index + 4
    elif token.name == "last" and after.name in {"night", "evening"}:
        found = -1, index + 1
    elif token.name == "tonight" or (
        token.name == "this" and after.tag == "part" and after.name not in _INSTANTS
    ):
        found = 0, index + 1
    return found


def _weekday(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read a weekday with what stands before and after it."""
    words: list[str] = []
    at = index
    while len(words) < 2 and (tokens[at].name == "this" or _is_modifier(tokens[at].name)):
        words.append(tokens[at].name)
        at += 1
    token = tokens[at]
    if token.tag != "weekday":
        return None
    found = None if words else _weekday_with_more(tokens, at, context)
    if found:
        return found
    dates = _named(token.value, words, context)
    asks = len(dates) > 1
    return Day(dates, "weekday", asks, risky=token.text in _RISKY_WEEKDAYS and not words), tokens.after_dot(
        at
    )


def _weekday_with_more(tokens: Tokens, at: int, context: Context) -> Found | None:
    """Read British "Friday week", "Monday after next", "the Monday before last", "Tuesday 24"."""
    weekday, after, then = tokens[at].value, tokens[at + 1], tokens[at + 2]
    if after.text in {"week", "wk"}:
        return _day(_coming(weekday, context.today) + _WEEK), at + 2
    if after.name == "fortnight":
        return _day(_coming(weekday, context.today) + 2 * _WEEK), at + 2
    if (after.text, then.name) == ("after", "next"):
        return _day(_coming(weekday, context.today) + _WEEK), at + 3
    if (after.text, then.name) == ("before", "last"):
        return _day(_gone(weekday, context.today) - _WEEK), at + 3
    return _weekday_and_number(tokens, at, context)


def _is_modifier(name: str) -> bool:
    return name in _COMING | _AHEAD | _BEHIND


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _gone(weekday: int, today: date) -> date:
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def _named(weekday: int, words: list[str], context: Context) -> tuple[date, ...]:
    """Give the dates that a weekday can mean, most common first (see the rule at the top)."""
    today = context.today
    coming, gone = _coming(weekday, today), _gone(weekday, today)
    if any(word in _BEHIND for word in words):
        return (gone,)
    if any(word in _AHEAD for word in words):
        return _after_next(coming, today)
    if "this" in words and today.weekday() == weekday:
        return (today,)
    if words:
        gone_this_week = "this" in words and context.looks_back and monday_of(gone) == monday_of(today)
        return (gone,) if gone_this_week else (coming,)
    usual = gone if context.looks_back else coming
    return (usual, today) if today.weekday() == weekday else (usual,)


def _after_next(coming: date, today: date) -> tuple[date, ...]:
    ahead_this_week = monday_of(coming) == monday_of(today)
    if ahead_this_week:
        return coming + _WEEK, coming
    return (coming, coming + _WEEK) if today.weekday() == _SUNDAY and coming - today < _WEEK else (coming,)


def _weekday_and_number(tokens: Tokens, at: int, context: Context) -> Found | None:
    """Read "Tuesday 24" where that is a date; "Friday 3" stays an hour unless a clock time follows it."""
    number, after = tokens[at + 1], tokens[at + 2]
    if number.tag != "number" or not number.text.isdecimal() or len(number.text) > 2:
        return None
    a_time_follows = after.tag in {"clock", "dot"} or after.text in {"at", "@"}
    if after.tag in {"meridiem", "unit", "month"} or not (number.value > 12 or a_time_follows):
        return None
    step = -1 if context.looks_back else 1
    for months in range(12):
        month = add_months(context.today.replace(day=1), step * months)
        day = time_dates.in_year(month.year, month.month, number.value) if month else None
        if day and day.weekday() == tokens[at].value and (day - context.today).days * step >= 0:
            return Day((day,), "date"), at + 2
    return None


def _period(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "next week", "last month", "this weekend", "the week after next", "week of Dec 7"."""
    token, after, then = tokens[index], tokens[index + 1], tokens[index + 2]
    if token.name in {"this", *_AHEAD, *_BEHIND, *_COMING} and after.tag == "unit":
        which = 1 if token.name in _AHEAD | _COMING else -1 if token.name in _BEHIND else 0
        if token.name == "this" and then.name == "weekend":
            return None
        return _whole(after.name, which, context, index + 2)
    if token.name == "weekend" and after.text != "after":
        return Day(_weekend(0, context), "day", risky=context.kind == "either"), index + 1
    if token.name in {"week", "weekend"} and (after.text, then.name) == ("after", "next"):
        weekday = _SATURDAY if token.name == "weekend" else 0
        return Day((of_week(monday_of(context.today), weekday) + 2 * _WEEK,), "week"), index + 3
    if token.name == "week" and after.text in {"of", "commencing", "beginning", "starting"}:
        at = index + 3 if tokens[index + 2].text == "the" else index + 2
        found = time_dates.read(tokens, at, context)
        return (Day(found[0].dates, "date"), found[1]) if found and found[0].grain != "month" else None
    return None


def _whole(unit: str, which: int, context: Context, end: int) -> Found | None:
    today = context.today
    if unit == "weekend":
        dates = _weekend(which, context)
        return Day(dates, "day", asks=len(dates) > 1), end
    if unit == "week":
        day = monday_of(today) + _WEEK if which > 0 else today - _WEEK if which < 0 else today
        return Day((day,), "week", risky=not which), end
    if unit not in {"month", "year"}:
        return None
    moved = add_months(today, which * (12 if unit == "year" else 1))
    if moved is None:
        return None
    if which >= 0:
        moved = moved.replace(day=1) if unit == "month" else moved.replace(month=1, day=1)
    return Day((moved,), "month" if unit == "month" else "year", risky=not which), end


def _weekend(which: int, context: Context) -> tuple[date, ...]:
    """Give the Saturday; "next weekend" said on a weekday is asked about like "next Tuesday"."""
    today = context.today
    this = of_week(monday_of(today), _SATURDAY)
    if which > 0:
        return (this + _WEEK,) if today.weekday() >= _SATURDAY else (this + _WEEK, this)
    if which < 0:
        return (this - _WEEK,)
    if context.looks_back:
        return (this,) if today >= this else (this - _WEEK,)
    return (max(this, today),)


def _edge(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "end of the month", "early next week", "mid-December", "start of next year"."""
    word = tokens[index].text
    if word in _END_OF:
        return _edge_of(_END_OF[word], 0, 2, "end", context), index + 1
    if word not in _BEGINNING | _MIDDLE | _END:
        return None
    at = index + 1
    while at <= index + _WORDS_TO_FIND_THE_PERIOD and tokens[at].text in {"of", "the", "-", "in"}:
        at += 1
    which = 0
    if tokens[at].name in {"this", "next", "last"}:
        which = {"this": 0, "next": 1, "last": -1}[tokens[at].name]
        at += 1
    place = 0 if word in _BEGINNING else 1 if word in _MIDDLE else 2
    if tokens[at].tag == "month":
        month = time_dates.without_year(tokens[at].value, 1, context).dates
        return _day(_within("month", month[0], place, exact=word == "end")), at + 1
    unit = tokens[at].name
    if tokens[at].tag != "unit" or unit not in {"week", "month", "year"}:
        return None
    return _edge_of(unit, which, place, word, context), at + 1


def _edge_of(unit: str, which: int, place: int, word: str, context: Context) -> Day:
    today = context.today
    step = {"week": 7, "month": 1, "year": 12}[unit]
    for more in (0, 1):
        distance = step * (which + more)
        moved = shifted(today, distance) if unit == "week" else add_months(today, distance)
        found = _within(unit, moved, place, exact=word == "end") if moved else None
        if found is None or which or context.kind != "future" or found >= today:
            break
    return _day(found)


def _within(unit: str, day: date, place: int, *, exact: bool) -> date:
    """Give the beginning (0), middle (1) or end (2) of the period around ``day``; "late" stops short of it."""
    if unit == "week":
        return of_week(monday_of(day), (0, 2, _FRIDAY)[place])
    if unit == "year":
        return (date(day.year, 1, 1), date(day.year, 7, 1), date(day.year, 12, 31))[place]
    last = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=(1, 15, last if exact else 25)[place])
