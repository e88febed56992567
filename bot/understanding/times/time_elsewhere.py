"""Hands a whole answer in a language other than English to dateparser, which knows the calendars of many.

Our grammar speaks English only. dateparser is large and slow to load, so it is loaded with the first such
answer; and it guesses freely, so it gets short answers only and what it gives is checked.
"""

import re
from datetime import datetime

from bot.domain import readings
from bot.understanding.times.time_parts import Context

_ORDERS = {"month first": "MDY", "day first": "DMY", "unknown": "YMD"}
_DIRECTIONS = {"past": "past", "future": "future", "either": "current_period"}
_YEARS_BELIEVED = 110
_CLOCK = re.compile(r"\d\s?[:h]\s?\d|\d\s?h\b", re.IGNORECASE)


def is_english(locale: str) -> bool:
    """Say whether our own grammar speaks the language of ``locale``."""
    return locale[:2].lower() in {"en", ""}


def read(text: str, context: Context, locale: str) -> readings.TimeReading | None:
    """Read ``text`` in the language of ``locale``; None where dateparser does not know the language or the words."""
    if not any(letter.isalpha() for letter in text):
        return None
    import dateparser

    settings = {
        "RELATIVE_BASE": context.now,
        "PREFER_DATES_FROM": _DIRECTIONS[context.kind],
        "DATE_ORDER": _ORDERS[context.order],
        "PARSERS": ["relative-time", "absolute-time"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    language = locale.replace("_", "-").partition("-")[0].lower()
    found = None
    # A leading article or preposition ("am 4. Dezember") is a word it may not know.
    for words in (text, text.partition(" ")[2]):
        try:
            found = found or dateparser.parse(words, languages=[language], settings=settings)
        except (ValueError, OverflowError, RecursionError):
            return None
    if found is None or abs(found.year - context.now.year) > _YEARS_BELIEVED:
        return None
    return _reading(text, found.replace(tzinfo=None), context)


def _reading(text: str, found: datetime, context: Context) -> readings.TimeReading:
    """Keep the hour only where one was said: dateparser fills in the present one."""
    same_hour = (found.hour, found.minute) == (context.now.hour, context.now.minute)
    has_time = bool(_CLOCK.search(text)) and not same_hour
    value = found.replace(second=0, microsecond=0)
    if not has_time:
        value = value.replace(hour=0, minute=0)
    return readings.TimeReading(value, (value,), has_time=has_time, words=text.strip())
