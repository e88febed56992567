"""Reads a distance in time: "in 2 weeks", "3 days ago", "half an hour", "a week from Friday"."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.times import (
    time_clock,
    time_dates,
    time_days,
    time_holidays,
    time_ordinals,
    time_words,
)
from bot.understanding.times.time_parts import Context, Day, Moment
from bot.understanding.times.time_tokens import Tokens

Found = tuple[Day | Moment, int]

_MINUTES = {"second": 1 / 60, "minute": 1.0, "hour": 60.0}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}
_DAYS_IN_MONTH = 30
_WEEKENDS = 7
_LETTERS = {"m": "minute", "h": "hour", "d": "day", "w": "week", "y": "year", "s": "second"}
"""Units by one letter, only glued to their number: "30m"."""
_VAGUE = {"couple": 2, "pair": 2, "few": 3, "several": 5}
_FRACTIONS = frozenset({(1, 2), (1, 4), (3, 4)})
_ROUGHLY = time_words.set_of("about around approx approximately roughly ~ like maybe another over")
_MOST = 999
_LONGEST_IN_YEARS = 120


@dataclass(frozen=True, slots=True)
class _Span:
    """An amount of time: months for the calendar, days, minutes of elapsed time."""

    months: float = 0
    days: float = 0
    minutes: float = 0
    by_weeks: bool = False


def read(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read a distance that begins at ``index`` and says which way it goes."""
    before = tokens[index].text
    if (before, tokens[index + 1].text) == ("just", "now") or (context.loose and before == "now"):
        return Moment(context.now.replace(second=0, microsecond=0)), index + (2 if before == "just" else 1)
    if before in {"in", "within"}:
        return _ahead(tokens, index, context)
    if before in {"for", "over", "past", "last", "these", "x"}:
        return _up_to_now(tokens, index, context)
    return _from_a_day(tokens, index, context)


def _ahead(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "in 2 weeks"; told of the past, "in 4 months" says how long something took."""
    at = index + 1
    while at < index + 3 and tokens[at].text in _ROUGHLY:
        at += 1
    found = _span(tokens, at)
    if found is None or context.looks_back or tokens[found[1]].name == "ago":
        return None
    end = found[1] + 1 if tokens[found[1]].text in {"time", "time's"} else found[1]
    return _moved(found[0], 1, context, None, end)


def _up_to_now(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "for the past two weeks", "the last 3 days", and of an onset "for 3 days"."""
    at = index
    said_past = False
    while at < index + 5 and tokens[at].text in {
        "for",
        "over",
        "the",
        "past",
        "last",
        "these",
        "x",
        *_ROUGHLY,
    }:
        said_past = said_past or tokens[at].text in {"past", "last"}
        at += 1
    found = _span(tokens, at)
    if found is None or tokens[found[1]].name == "ago":
        return None
    if context.kind == "future" or not (said_past or context.looks_back):
        return None
    if said_past and tokens[at].tag == "unit":
        return None
    end = found[1] + 1 if tokens[found[1]].text == "now" else found[1]
    return _moved(found[0], -1, context, None, end)


def _from_a_day(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "3 days ago", "a week from Friday", "two days before Christmas", "a week tomorrow"."""
    at = index
    while at < index + 2 and tokens[at].text in _ROUGHLY:
        at += 1
    found = _span(tokens, at)
    if found is None:
        return _weekdays_ago(tokens, at, context) or _next_to_a_day(tokens, at, context)
    span, end = found
    if tokens[end].text == "or" and tokens[end + 1].text == "so":
        end += 2
    joiner = tokens[end]
    if joiner.name == "ago" or joiner.text in {"back", "earlier"}:
        return _moved(span, -1, context, None, end + 1)
    if joiner.text == "now" and context.looks_back:
        return _moved(span, -1, context, None, end + 1)
    if joiner.text in {"time", "hence"} or (joiner.text, tokens[end + 1].text) == ("from", "now"):
        return _moved(span, 1, context, None, end + (2 if joiner.text == "from" else 1))
    been = joiner.name == "since" and tokens[index - 1].text in {"been", "its", "it's"}
    if (been or tokens[index - 1].name == "since") and context.kind != "future":
        return _moved(span, -1, context, None, end)
    return _beside_a_day(tokens, span, end, context)


def _weekdays_ago(tokens: Tokens, at: int, context: Context) -> Found | None:
    """Read "two Fridays ago"."""
    found = _amount(tokens, at)
    if found is None or tokens[found[1]].tag != "weekdays" or tokens[found[1] + 1].name != "ago":
        return None
    back = (context.today.weekday() - tokens[found[1]].value - 1) % 7 + 1 + 7 * (int(found[0]) - 1)
    day = time_days.shifted(context.today, -back)
    return (Day((day,)), found[1] + 2) if day else None


def _next_to_a_day(tokens: Tokens, at: int, context: Context) -> Found | None:
    """Read "the day before Thanksgiving", "the Monday after Christmas"."""
    token, joiner = tokens[at], tokens[at + 1].text
    if joiner not in {"before", "after"} or not (token.tag == "weekday" or token.name == "day"):
        return None
    base = _base(tokens, at + 2, context)
    if base is None or tokens[at + 2].tag == "day":
        return None
    sign = 1 if joiner == "after" else -1
    distance = 1 if token.name == "day" else (sign * (token.value - base[0].weekday()) - 1) % 7 + 1
    day = time_days.shifted(base[0], sign * distance)
    return (Day((day,)), base[1]) if day else None


def _beside_a_day(tokens: Tokens, span: _Span, end: int, context: Context) -> Found | None:
    joiner = tokens[end].text
    joined = joiner in {"from", "after", "before", "on"}
    if not joined and not (span.by_weeks and tokens[end].tag in {"day", "weekday"}):
        return None
    if joiner == "on" and not span.by_weeks:
        return None
    base = _base(tokens, end + 1 if joined else end, context)
    if base is None:
        return None
    return _moved(span, -1 if joiner == "before" else 1, context, base[0], base[1])


def _base(tokens: Tokens, at: int, context: Context) -> tuple[date, int] | None:
    at += 1 if tokens[at].text == "the" else 0
    for rule in (time_holidays.read, time_dates.read, time_ordinals.read, time_days.read):
        found = rule(tokens, at, context)
        if found and found[0].dates and found[0].grain != "month":
            # "a week from Friday" on a Friday means today's.
            today_too = found[0].grain == "weekday" and context.today in found[0].dates
            return (context.today if today_too else found[0].dates[0]), found[1]
    return None


def _moved(span: _Span, sign: int, context: Context, base: date | None, end: int) -> Found | None:
    """Move from ``base`` (None: from this minute) by the span; None beyond the calendar."""
    try:
        if span.minutes:
            if base is not None:
                return None
            minutes = span.minutes + span.days * 24 * 60
            return Moment(context.now.replace(microsecond=0) + sign * timedelta(minutes=minutes)), end
        whole_months = int(span.months)
        moved = time_days.add_months(base or context.today, sign * whole_months)
        days = round(span.days + (span.months - whole_months) * _DAYS_IN_MONTH)
        if moved is None:
            return None
        return Day((moved + timedelta(days=sign * days),), "week" if span.by_weeks else "day"), end
    except OverflowError:
        return None


def _span(tokens: Tokens, index: int) -> tuple[_Span, int] | None:
    """Read an amount: "2 weeks", "an hour and a half", "1 hour 30 min", "half an hour"."""
    clock = tokens[index]
    if clock.tag == "hclock":
        return _Span(minutes=clock.numbers[0] * 60 + clock.numbers[1]), index + 1
    amount = _amount(tokens, index)
    if amount is None:
        return None
    number, at = amount
    unit = _unit(tokens, at)
    if unit is None or number > _MOST or (unit == "year" and number > _LONGEST_IN_YEARS):
        return None
    at += 1
    half = _and_a_half(tokens, at)
    if half:
        number, at = number + 0.5, half
    span = _of(number, unit)
    return _with_smaller(tokens, span, unit, at)


def _with_smaller(tokens: Tokens, span: _Span, unit: str, at: int) -> tuple[_Span, int]:
    """Add the minutes of "1 hour and 30 minutes"."""
    joined = at + 1 if tokens[at].text in {"and", ","} else at
    more = _amount(tokens, joined) if unit == "hour" else None
    if more and _unit(tokens, more[1]) == "minute":
        return _Span(minutes=span.minutes + more[0]), more[1] + 1
    return span, at


def _of(number: float, unit: str) -> _Span:
    if unit in _MINUTES:
        return _Span(minutes=number * _MINUTES[unit])
    if unit in _DAYS:
        return _Span(days=number * _DAYS[unit], by_weeks=unit in {"week", "fortnight"})
    if unit in _MONTHS:
        return _Span(months=number * _MONTHS[unit])
    return _Span(days=number * _WEEKENDS)


def _and_a_half(tokens: Tokens, at: int) -> int | None:
    if tokens.words(at, at + 3) == ("and", "a", "half") and tokens[at + 3].tag != "unit":
        return at + 3
    return None


def _unit(tokens: Tokens, at: int) -> str | None:
    token = tokens[at]
    if token.tag == "unit":
        return token.name
    return _LETTERS.get(token.text) if tokens.is_glued(at) else None


def _amount(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Read how many: "2", "2.5", "2-3" (the first), "a", "a couple of", "half an", "one and a half"."""
    token, after = tokens[index], tokens[index + 1]
    if token.text in {"a", "an", "one"} and _unit(tokens, index + 1):
        return 1, index + 1
    if token.tag == "dot":
        return float(token.text), index + 1
    if token.text in {"a", "an"} and (after.name in _VAGUE or after.name in {"half", "quarter"}):
        index, token, after = index + 1, after, tokens[index + 2]
    if token.name in _VAGUE:
        return _VAGUE[token.name], index + (2 if after.text == "of" else 1)
    return _fraction(tokens, index) or _counted(tokens, index)


def _fraction(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Read "half an", "1/2", "quarter of an", "three quarters of an"."""
    token, after = tokens[index], tokens[index + 1]
    if token.name == "half":
        return 0.5, index + (2 if after.text in {"a", "an"} else 1)
    if token.tag == "date2" and token.numbers in _FRACTIONS:
        return token.numbers[0] / token.numbers[1], index + 1
    hyphen = after.text == "-"
    if token.name == "quarter":
        share, at = 0.25, index + 1
    elif token.value == 3 and tokens[index + 1 + hyphen].text in {"quarters", "quarter"}:
        share, at = 0.75, index + 2 + hyphen
    else:
        return None
    return (share, at + (2 if tokens[at + 1].text in {"a", "an"} else 1)) if tokens[at].text == "of" else None


def _counted(tokens: Tokens, index: int) -> tuple[float, int] | None:
    token = tokens[index]
    if token.tag == "number" and len(token.text) == 3 and token.text.isdecimal():
        return token.value, index + 1
    found = time_clock.small_number(tokens, index)
    if found is None:
        return None
    number, at = found
    if tokens[at].text in {*time_words.DASHES, "to", "or"}:
        more = time_clock.small_number(tokens, at + 1)
        if more and more[0] > number and _unit(tokens, more[1]):
            return number, more[1]
    if tokens[at].text == "-" and _unit(tokens, at + 1):
        return number, at + 1
    if tokens.words(at, at + 3) in {("and", "a", "half"), ("and", "an", "half")}:
        return number + 0.5, at + 3
    return number, at + 1 if tokens[at].text == "more" else at
