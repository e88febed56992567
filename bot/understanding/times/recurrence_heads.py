"""The words that make something repeat: "every …", "daily", "Mondays", "twice a week", "of the month", "q6h"."""

import re
from dataclasses import dataclass

from bot.understanding.times import recurrence_days, time_clock, time_words
from bot.understanding.times.time_tokens import Tokens

_ALWAYS_REPEATED = frozenset(
    {"weekdays", "workdays", "weekends", "weeknights", "mwf", "tth", "m-f", "mon-fri"}
)
_FREQUENCIES = {
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
PLURAL_PARTS = {"mornings": "morning", "afternoons": "afternoon", "evenings": "evening", "nights": "night"}
_ADVERBS: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "daily": ("DAILY", 1, ()),
    "everyday": ("DAILY", 1, ()),
    "nightly": ("DAILY", 1, ("night",)),
    "hourly": ("HOURLY", 1, ()),
    "weekly": ("WEEKLY", 1, ()),
    "fortnightly": ("WEEKLY", 2, ()),
    "biweekly": ("WEEKLY", 2, ()),
    "monthly": ("MONTHLY", 1, ()),
    "bimonthly": ("MONTHLY", 2, ()),
    "quarterly": ("MONTHLY", 3, ()),
    "yearly": ("YEARLY", 1, ()),
    "annually": ("YEARLY", 1, ()),
    "bid": ("DAILY", 1, ()),
    "tid": ("DAILY", 1, ()),
    "qid": ("DAILY", 1, ()),
    "qd": ("DAILY", 1, ()),
    "qod": ("DAILY", 2, ()),
    "qhs": ("DAILY", 1, ("bedtime",)),
    "qam": ("DAILY", 1, ("morning",)),
    "qpm": ("DAILY", 1, ("evening",)),
}
"""Adverbs, with the prescriber's Latin (ISMP, "Abbreviations"): q.d. daily, q.o.d. every other day, h.s. at
bedtime."""
_EVERY_N_HOURS = re.compile(r"q(\d{1,2})(h|hr|hrs|d|w|wk)")
_LETTERS = {"h": "hour", "d": "day", "w": "week", "m": "minute"}
_VAGUE = {"couple": 2, "few": 3}
_MORNINGS = frozenset({"morning", "breakfast"})
_EVENINGS = frozenset({"evening", "night", "dinner", "bedtime"})
_MOST = 400


_BEGINNINGS = frozenset(
    {"once", "twice", "thrice", "alternate", "alternating", *_ADVERBS, *recurrence_days.GROUPS, *PLURAL_PARTS}
)


@dataclass(frozen=True, slots=True)
class Head:
    """How often: the rule without its hours, and where in the tokens it stands."""

    start: int
    end: int
    freq: str
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()


def read(tokens: Tokens, index: int) -> Head | None:
    """Read the beginning of a repetition at ``index``."""
    token = tokens[index]
    if token.tag in {"word", "mark"} and not (token.text in _BEGINNINGS or token.text.startswith("q")):
        return None
    for rule in (_times_a_unit, _every, _of_the_month, _adverb, _weekday_list, _morning_and_night):
        head = rule(tokens, index)
        if head:
            return head
    return None


def _every(tokens: Tokens, index: int) -> Head | None:
    """Read "every …" and "each …"."""
    if tokens[index].name != "every":
        if tokens[index].text != "alternate" and tokens[index].text != "alternating":
            return None
        return _alternate(tokens, index)
    at = index + 1
    if tokens[at].text == "single":
        at += 1
    start = index - 1 if tokens[index - 1].text == "once" else index
    for rule in (_every_placed, _every_day_of_week, _every_part, _every_span, _every_ordinal):
        head = rule(tokens, start, at)
        if head:
            return head
    return None


def _alternate(tokens: Tokens, index: int) -> Head | None:
    days = recurrence_days.weekdays(tokens, index + 1)
    if days:
        return Head(index, days[1], "WEEKLY", 2, tuple(days[0]))
    freq = _FREQUENCIES.get(tokens[index + 1].name)
    return Head(index, index + 2, freq, 2) if freq else None


def _every_placed(tokens: Tokens, start: int, at: int) -> Head | None:
    """Read "every first Monday", "every 2nd Tuesday of the month"; "every second Tuesday" alone is every other."""
    found = recurrence_days.placed_weekdays(tokens, at)
    if found is None:
        return None
    days, end = found
    of_month = recurrence_days.of_month(tokens, end)
    if of_month:
        return Head(start, of_month, "MONTHLY", 1, tuple(days))
    if len(days) == 1 and days[0][0] == "2":
        return Head(start, end, "WEEKLY", 2, (days[0][-2:],))
    return Head(start, end, "MONTHLY", 1, tuple(days))


def _every_day_of_week(tokens: Tokens, start: int, at: int) -> Head | None:
    interval = 1
    if tokens[at].text in {"other", "alternate", "2nd"} or tokens[at].name == "second":
        interval, at = 2, at + 1
    found = recurrence_days.weekdays(tokens, at)
    if found is None:
        return None
    return Head(start, found[1], "WEEKLY", interval, tuple(found[0]))


def _every_part(tokens: Tokens, start: int, at: int) -> Head | None:
    """Read "every morning", "each night", "every other evening"."""
    interval = 1
    if tokens[at].text == "other":
        interval, at = 2, at + 1
    if tokens[at].tag != "part":
        return None
    name = {"tonight": "night", "noon": "lunch"}.get(tokens[at].name, tokens[at].name)
    return None if name == "midnight" else Head(start, at + 1, "DAILY", interval, parts=(name,))


def _every_span(tokens: Tokens, start: int, at: int) -> Head | None:
    """Read "every 3 months", "every other day", "every couple of weeks", "every half hour"."""
    amount = _amount(tokens, at)
    interval, at = amount or (1, at)
    if tokens[at].name == "half" or (
        interval == 1 and tokens[at + 1].name == "half" and tokens[at].text == "a"
    ):
        after = at + 2 if tokens[at + 1].text in {"a", "an"} else at + 1
        return Head(start, after + 1, "MINUTELY", 30) if tokens[after].name == "hour" else None
    unit = tokens[at].name if tokens[at].tag == "unit" else ""
    if not unit and tokens.is_glued(at) and amount:
        unit = _LETTERS.get(tokens[at].text, "")
    if unit == "hour" and tokens.words(at + 1, at + 4) == ("and", "a", "half"):
        return Head(start, at + 4, "MINUTELY", interval * 60 + 30)
    if unit == "fortnight":
        return Head(start, at + 1, "WEEKLY", interval * 2)
    if unit == "weekend":
        return Head(start, at + 1, "WEEKLY", interval, recurrence_days.WEEKEND)
    freq = _FREQUENCIES.get(unit)
    return Head(start, at + 1, freq, interval) if freq and 1 <= interval <= _MOST else None


def _amount(tokens: Tokens, at: int) -> tuple[int, int] | None:
    token = tokens[at]
    if token.text in {"other", "alternate"}:
        return 2, at + 1
    if token.text == "a" and tokens[at + 1].name in _VAGUE:
        at, token = at + 1, tokens[at + 1]
    if token.name in _VAGUE:
        return _VAGUE[token.name], at + (2 if tokens[at + 1].text == "of" else 1)
    if token.tag == "ordinal":
        return token.value, at + 1
    if token.tag == "number" and token.text.isdecimal() and len(token.text) <= 3:
        number: tuple[int, int] | None = (token.value, at + 1)
    else:
        number = time_clock.small_number(tokens, at)
    if number and tokens[number[1]].text in {*time_words.DASHES, "to"}:
        more = time_clock.small_number(tokens, number[1] + 1)
        return (number[0], more[1]) if more else (number[0], number[1] + 1)
    return number


def _every_ordinal(tokens: Tokens, start: int, at: int) -> Head | None:
    """Read "every 15th": a day of every month."""
    if tokens[at].tag != "ordinal" or not tokens[at].text[0].isdecimal() or not 1 <= tokens[at].value <= 31:
        return None
    if tokens[at + 1].tag in {"word", "unit"} and tokens[at + 1].text not in {"at", "of", "and", "in"}:
        return None
    return Head(
        start,
        recurrence_days.of_month(tokens, at + 1) or at + 1,
        "MONTHLY",
        1,
        bymonthday=(tokens[at].value,),
    )


def _of_the_month(tokens: Tokens, index: int) -> Head | None:
    """Read "first Monday of the month", "the 1st and 15th of each month", "last day of every month"."""
    placed = recurrence_days.placed_weekdays(tokens, index)
    if placed:
        end = recurrence_days.of_month(tokens, placed[1])
        return Head(index, end, "MONTHLY", 1, tuple(placed[0])) if end else None
    if tokens[index].name == "last" and tokens[index + 1].name == "day":
        end = recurrence_days.of_month(tokens, index + 2)
        return Head(index, end, "MONTHLY", 1, bymonthday=(-1,)) if end else None
    numbers: list[int] = []
    at = index
    while (
        len(numbers) < recurrence_days.MOST_PLACES
        and tokens[at].tag == "ordinal"
        and 1 <= tokens[at].value <= 31
    ):
        numbers.append(tokens[at].value)
        at += 1
        if tokens[at].name == "day":
            at += 1
        joined = at
        while joined < at + 3 and tokens[joined].text in {"and", "&", ",", "the"}:
            joined += 1
        if tokens[joined].tag == "ordinal":
            at = joined
    end = recurrence_days.of_month(tokens, at) if numbers else None
    return Head(index, end, "MONTHLY", 1, bymonthday=tuple(numbers)) if end else None


def _times_a_unit(tokens: Tokens, index: int) -> Head | None:
    """Read "twice a day", "3 times a week", "2x/day", "once daily", "one time per month"."""
    token, at = tokens[index], index + 1
    if token.text not in {"once", "twice", "thrice"}:
        number = time_clock.small_number(tokens, index)
        if number is None or tokens[number[1]].text not in {"times", "time", "x", "\u00d7"}:
            return None
        at = number[1] + 1
    adverb = _ADVERBS.get(tokens[at].text)
    if adverb:
        return Head(index, at + 1, adverb[0], adverb[1], parts=adverb[2])
    if tokens[at].text not in {"a", "per", "/", "an", "each", "every", "in"} or tokens[at + 1].tag != "unit":
        return None
    if tokens[at].text == "in" or (tokens[at].text == "every" and tokens[at + 1].name != "day"):
        return None
    if tokens[at + 1].name == "fortnight":
        return Head(index, at + 2, "WEEKLY", 2)
    freq = _FREQUENCIES.get(tokens[at + 1].name)
    return Head(index, at + 2, freq) if freq else None


def _morning_and_night(tokens: Tokens, index: int) -> Head | None:
    """Read "morning and night" as a habit, but not "this morning and tonight"."""
    first, joiner, second = tokens[index], tokens[index + 1], tokens[index + 2]
    if (
        first.name not in _MORNINGS
        or second.name not in _EVENINGS
        or joiner.text not in {"and", "&", "/", "+"}
    ):
        return None
    before = tokens[index - 1]
    if before.name in {"this", "last", "since"} or before.tag in {"day", "weekday", "number", "clock"}:
        return None
    return Head(index, index + 3, "DAILY", parts=(first.name, second.name))


def _adverb(tokens: Tokens, index: int) -> Head | None:
    token = tokens[index]
    if token.text in PLURAL_PARTS:
        # "Mornings are worst" tells of mornings; "mornings at 8" and "Tuesday mornings" set a time.
        if tokens[index + 1].text not in {"at", "@"} and tokens[index - 1].tag not in {"weekday", "weekdays"}:
            return None
        return Head(index, index + 1, "DAILY", parts=(PLURAL_PARTS[token.text],))
    if token.text in _ADVERBS:
        freq, interval, parts = _ADVERBS[token.text]
        return Head(index, index + 1, freq, interval, parts=parts)
    latin = _EVERY_N_HOURS.fullmatch(token.text)
    if latin and int(latin[1]):
        freq = _FREQUENCIES[_LETTERS[latin[2][0]]]
        return Head(index, index + 1, freq, int(latin[1]))
    return None


def _weekday_list(tokens: Tokens, index: int) -> Head | None:
    """Read "Mondays", "weekends", "mon wed fri", "tue/thu"; one or two plain weekdays are dates, not a habit."""
    found = recurrence_days.weekdays(tokens, index)
    if found is None:
        return None
    days, end = found
    words = tokens.words(index, end)
    if tokens[end].name == "ago" or tokens[index - 1].tag == "number":
        return None
    plural = any(
        tokens[at].tag == "weekdays" or tokens[at].text in _ALWAYS_REPEATED for at in range(index, end)
    )
    a_range = len(words) == 3 and words[1] in recurrence_days.RANGE and len(set(days)) > 1
    in_a_row = len(set(days)) >= 3 and "or" not in words
    if not (plural or a_range or in_a_row or "/" in words):
        return None
    return Head(index, end, "WEEKLY", 1, tuple(days))
