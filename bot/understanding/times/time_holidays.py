"""The days that people name instead of numbering: "since Christmas", "the Monday after Thanksgiving".

Fixed dates and rules are those of the public calendars of the United States (5 U.S.C. 6103), Canada, the
United Kingdom, Ireland, Australia and New Zealand.
"""

from collections.abc import Callable
from datetime import date, timedelta

from bot.understanding.times import time_dates, time_ordinals, time_words
from bot.understanding.times.time_parts import Context, Day
from bot.understanding.times.time_tokens import Tokens

_THANKSGIVING_CANADA = (10, 0, 2)

_FIXED: dict[str, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "xmas": (12, 25),
    "xmas day": (12, 25),
    "christmas eve": (12, 24),
    "xmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new year eve": (12, 31),
    "nye": (12, 31),
    "new years day": (1, 1),
    "new years": (1, 1),
    "new year": (1, 1),
    "valentines day": (2, 14),
    "valentine day": (2, 14),
    "independence day": (7, 4),
    "valentines": (2, 14),
    "st patricks day": (3, 17),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "guy fawkes night": (11, 5),
    "veterans day": (11, 11),
    "remembrance day": (11, 11),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "anzac day": (4, 25),
    "australia day": (1, 26),
}
_MOVING: dict[str, tuple[int, int, int]] = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "mothers day": (5, 6, 2),
    "fathers day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "labour day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "columbus day": (10, 0, 2),
}
"""Month, weekday (Monday 0) and which one of the month; Mother's and Father's Day as in North America."""
_AFTER_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "ash wednesday": -46}
_LONGEST = 3


_FIRST_WORDS = frozenset(name.split()[0] for name in ("black", *_FIXED, *_MOVING, *_AFTER_EASTER))
"""With what a holiday can begin."""


def read(tokens: Tokens, index: int, context: Context) -> tuple[Day, int] | None:
    """Read a holiday's name that begins at ``index``; the longest name wins."""
    if not is_name(tokens[index].text):
        return None
    for length in range(_LONGEST, 0, -1):
        name = _plain(" ".join(tokens.words(index, index + length)))
        rule = _rule(name, context)
        if rule:
            return _in_year(tokens, index + length, rule, context)
    return None


def _in_year(tokens: Tokens, at: int, rule: Callable[[int], date], context: Context) -> tuple[Day, int]:
    """Take the year that follows ("2014", "of next year"), else the nearest in the direction looked."""
    year = time_dates.year_at(tokens, at)
    if year:
        return Day((rule(year),), "date"), at + 1
    past_of = at + 1 if tokens[at].text == "of" else at
    which = {"this": 0, "next": 1, "last": -1}.get(tokens[past_of].name)
    if which is not None and tokens[past_of + 1].name == "year":
        return Day((rule(context.today.year + which),), "date"), past_of + 2
    return _nearest(rule, context), at


def is_name(word: str) -> bool:
    """Say whether a holiday's name can begin with this lower-case word."""
    return _plain(word) in _FIRST_WORDS


def _plain(name: str) -> str:
    return name.replace("'", "").replace(time_words.CURLY, "")


def _rule(name: str, context: Context) -> Callable[[int], date] | None:
    """Give the function from year to date, or None where ``name`` is no holiday."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return lambda year: date(year, month, day)
    if name in _AFTER_EASTER:
        return lambda year: _easter(year) + timedelta(days=_AFTER_EASTER[name])
    if name == "black friday":
        return lambda year: time_ordinals.nth_weekday(year, 11, 3, 4) + timedelta(days=1)
    if name not in _MOVING:
        return None
    in_canada = context.order == "unknown" and name.startswith("thanksgiving")
    month, weekday, nth = _THANKSGIVING_CANADA if in_canada else _MOVING[name]
    return lambda year: time_ordinals.nth_weekday(year, month, weekday, nth)


def _nearest(rule: Callable[[int], date], context: Context) -> Day:
    today = context.today
    around = [rule(year) for year in range(max(today.year - 1, 1), min(today.year + 2, 9999))]
    if context.kind == "future":
        around = [day for day in around if day >= today]
    elif context.kind == "past":
        around = [day for day in around if day <= today]
    return Day((min(around, key=lambda day: abs(day - today)),), "date", risky=True)


def _easter(year: int) -> date:
    """Compute Western Easter Sunday (Meeus/Jones/Butcher, valid for every Gregorian year)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - correction - of_century % 4) % 7
    shift = correction + weekday - 7 * ((golden + 11 * correction + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)
