"""Reads the days on which something repeats: "mon wed fri", "weekdays", "mon-fri", "2nd and 4th Wednesday"."""

from bot.understanding.times import time_words
from bot.understanding.times.time_tokens import Tokens

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING = DAYS[:5]
WEEKEND = DAYS[5:]
GROUPS = {
    "weekends": WEEKEND,
    "weeknights": DAYS[:4],
    "weeknight": DAYS[:4],
    "mwf": ("MO", "WE", "FR"),
    "tth": ("TU", "TH"),
    "t/th": ("TU", "TH"),
}
_JOIN = frozenset({",", "and", "&", "/", "+", "or", "on"})
RANGE = frozenset({*time_words.DASHES, "to", "through", "thru", "till", "until"})
_MOST_DAYS = 7
MOST_PLACES = 5
"""Weekdays and days of the month read in a row; more is no rule but a wall of words."""


def weekdays(tokens: Tokens, index: int) -> tuple[list[str], int] | None:
    """Read weekdays in a row: "mon wed fri", "Tuesdays and Thursdays", "mon-fri", "weekdays"."""
    first = _one_day(tokens, index)
    if first is None:
        return None
    days, end = list(first), tokens.after_dot(index)
    if tokens[end].text in RANGE and len(first) == 1:
        last = _one_day(tokens, end + 1)
        if last and len(last) == 1:
            begin, stop = DAYS.index(first[0]), DAYS.index(last[0])
            if stop < begin and tokens[end].text == "to":  # "moved from Friday to Monday"
                return days, end
            return [DAYS[(begin + n) % 7] for n in range((stop - begin) % 7 + 1)], end + 2
    while len(days) < _MOST_DAYS:
        at = end
        while at < end + 2 and tokens[at].text in _JOIN:
            at += 1
        more = _one_day(tokens, at)
        if more is None:
            return days, end
        days, end = days + list(more), tokens.after_dot(at)
    return days, end


def _one_day(tokens: Tokens, index: int) -> tuple[str, ...] | None:
    token = tokens[index]
    if token.tag in {"weekday", "weekdays"}:
        return (DAYS[token.value],)
    if token.name == "workdays":
        return _WORKING
    if token.name == "weekend":
        return WEEKEND
    return GROUPS.get(token.text)


def placed_weekdays(tokens: Tokens, index: int) -> tuple[list[str], int] | None:
    """Read weekdays by their place in the month: "first Monday", "2nd and 4th Wednesday", "last friday"."""
    places: list[int] = []
    at = index
    while len(places) < MOST_PLACES:
        place = _place(tokens, at)
        if place is None:
            break
        places.append(place)
        at += 1
        if tokens[at].text in {"and", "&", ","} and _place(tokens, at + 1):
            at += 1
    found = _one_day(tokens, at) if places else None
    if found is None or len(found) != 1:
        return None
    return [f"{place}{found[0]}" for place in places], at + 1


def _place(tokens: Tokens, index: int) -> int | None:
    token = tokens[index]
    if token.name == "last":
        return -1
    return token.value if token.tag == "ordinal" and 1 <= token.value <= 5 else None


def of_month(tokens: Tokens, at: int) -> int | None:
    """Give the index after "of the month", "of each month", "every month", "monthly"; None where it is not there."""
    words = at
    if tokens[words].text in {"of", "in"}:
        words += 1
    if (tokens[words].text in {"the", "a"} and words > at) or tokens[words].name == "every":
        words += 1
    elif tokens[words].text == "monthly":
        return words + 1
    else:
        return None
    return words + 1 if tokens[words].name == "month" else None
