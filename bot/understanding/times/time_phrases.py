"""Joins the pieces that stand together into one phrase: "Friday Dec 4 at 2:15", "9 tomorrow morning"."""

from collections.abc import Mapping

from bot.understanding.times import (
    time_certainty,
    time_clock,
    time_dates,
    time_days,
    time_holidays,
    time_ordinals,
    time_relative,
    time_words,
)
from bot.understanding.times.time_parts import Context, Day, Grain, Moment, Phrase
from bot.understanding.times.time_tokens import Tokens

_GLUE = time_words.set_of(
    """, at @ on of by in the around about approx approximately roughly circa ~ for from between like - ( ) : is
    after before just shortly sometime or so it's its t early late"""
)
_LEADS = time_words.set_of("at @ on by around about for since from until till starting ~ the")
"""Words before a time that belong to it when it is cut out of the text."""
_BEGINNINGS = time_words.set_of(
    """a an in within for over past these about around approx approximately roughly ~ like maybe another coming upcoming
    following end beginning start early late middle mid first close x eow eom just now same"""
)
"""Plain words a phrase of time can begin with."""
_PART_PHRASES = {
    ("first", "thing"): "morning",
    ("close", "of", "business"): "end of day",
    ("end", "of", "business"): "end of day",
    ("end", "of", "day"): "end of day",
    ("end", "of", "the", "day"): "end of day",
}
_NEARBY = 4
_MAX_GLUE = 3


def read(tokens: Tokens, index: int, context: Context) -> Phrase | None:
    """Read the longest phrase that begins at ``index``; None where nothing does, or nothing that is surely a time."""
    token = tokens[index]
    is_plain = token.tag in {"word", "figure", "mark"}
    if is_plain and not (token.text in _BEGINNINGS or time_holidays.is_name(token.text)):
        return None
    phrase = Phrase(index, index)
    while _grow(tokens, phrase, context):
        phrase.pieces += 1
    if not phrase.pieces:
        return None
    is_allowed = context.loose and not time_certainty.is_a_word(tokens, phrase)
    if not (is_allowed or phrase.is_impossible or time_certainty.is_a_time(tokens, phrase, context)):
        return None
    while tokens[phrase.start - 1].text in _LEADS and phrase.start > 0:
        phrase.start -= 1
    return phrase


def _grow(tokens: Tokens, phrase: Phrase, context: Context) -> bool:
    """Add the next piece, over a few joining words; False where the phrase ends."""
    at = phrase.end
    if phrase.moment:
        return False
    for _ in range(_MAX_GLUE + 1):
        if _add_piece(tokens, at, phrase, context):
            return True
        if phrase.pieces == 0 or tokens[at].text not in _GLUE:
            return False
        at += 1
    return False


def _add_piece(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    return (
        _add_distance(tokens, at, phrase, context)
        or _add_day(tokens, at, phrase, context)
        or _add_part(tokens, at, phrase)
        or _add_clock(tokens, at, phrase, context)
    )


def _add_distance(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    found = time_relative.read(tokens, at, context)
    if found is None:
        return False
    thing, end = found
    if isinstance(thing, Moment):
        if phrase.pieces:
            return False
        phrase.moment, phrase.end = thing, end
        return True
    joined = _joined(phrase.day, thing)
    if joined is None:
        return False
    if "nights" in tokens.words(at, end):
        phrase.part = phrase.part or "night"
    phrase.day, phrase.end = joined, end
    return True


def _add_day(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    for rule in (time_holidays.read, time_dates.read, time_ordinals.read, time_days.read):
        found = rule(tokens, at, context)
        if found is None or (tokens[at].tag == "dotdate" and phrase.clock is None and phrase.day):
            continue
        joined = _joined(phrase.day, found[0], is_choice=tokens[at - 1].text == "or")
        if joined is None:
            continue
        phrase.day, phrase.end = joined, found[1]
        if tokens[found[1] - 1].name == "tonight" or tokens[at].name == "night":
            phrase.part = phrase.part or "night"
        return True
    return False


def _joined(first: Day | None, second: Day, *, is_choice: bool = False) -> Day | None:
    """Join two days named together, such as weekday and date; None where they do not fit."""
    if first is None:
        return second
    if not first.dates or not second.dates:
        return time_dates.IMPOSSIBLE
    if is_choice:
        return Day((*first.dates[:1], *second.dates[:1]), "date", asks=True)
    grains = {first.grain: first, second.grain: second}
    weekday, number, month = grains.get("weekday"), grains.get("number"), grains.get("month")
    if month and number:
        day = time_dates.in_year(month.dates[0].year, month.dates[0].month, number.dates[0].day)
        return Day((day,), "date") if day else time_dates.IMPOSSIBLE
    if "year" in grains and "date" in grains:
        dated = grains["date"].dates[0]
        day = time_dates.in_year(grains["year"].dates[0].year, dated.month, dated.day)
        return Day((day,), "date") if day else time_dates.IMPOSSIBLE
    return _with_weekday(weekday, grains) if weekday else None


def _with_weekday(weekday: Day, grains: Mapping[Grain, Day]) -> Day | None:
    """Join a weekday to a week ("Tuesday in two weeks"), a date or a number ("Friday the 4th"), or the same day."""
    wanted = weekday.dates[0].weekday()
    dated = grains.get("date") or grains.get("number")
    if "week" in grains:
        return Day((time_days.of_week(time_days.monday_of(grains["week"].dates[0]), wanted),))
    if dated:
        return _on_weekday(weekday, dated)
    same = grains.get("day")
    return same if same and same.dates[0].weekday() == wanted else None


def _on_weekday(weekday: Day, dated: Day) -> Day:
    """Choose the date that falls on the weekday named; where none does, one of the two is a slip: ask."""
    wanted = weekday.dates[0].weekday()
    fitting = [day for day in (*dated.dates, *dated.others) if day.weekday() == wanted]
    if dated.dates[0].weekday() == wanted or not fitting or dated.grain == "date":
        if dated.dates[0].weekday() == wanted or (dated.asks and fitting):
            return Day((fitting[0],), "date")
        return Day((dated.dates[0], weekday.dates[0]), "date", asks=True)
    return Day((fitting[0],), "date")


def _add_part(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    token = tokens[at]
    for words, part in _PART_PHRASES.items():
        if not phrase.part and token.text == words[0] and tokens.words(at, at + len(words)) == words:
            phrase.part, phrase.end = part, at + len(words)
            return True
    if not phrase.part and token.tag == "meridiem" and phrase.day and not phrase.clock:
        phrase.part, phrase.end = "morning" if token.text.startswith("a") else "afternoon", at + 1
        return True
    if phrase.part or token.tag != "part" or token.name in {"noon", "midnight", "tonight"}:
        return False
    phrase.part, phrase.end = token.name, at + 1
    return True


def _add_clock(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    if phrase.clock:
        return False
    found = time_clock.read(tokens, at)
    if found is None or (not found[0].sure and time_certainty.is_counted(tokens, found[1])):
        return False
    begins = phrase.pieces == 0 and not found[0].sure
    if begins and not (context.loose or time_certainty.may_begin(tokens, at, found[1])):
        return False
    phrase.clock, phrase.end = found
    if not (phrase.part or found[0].half):
        phrase.part = _part_nearby(tokens, phrase.start)
    return True


def _part_nearby(tokens: Tokens, start: int) -> str:
    """Give the part of the day that names the thing itself: "evening meds at 8"."""
    for index in range(start - 1, start - 1 - _NEARBY, -1):
        token = tokens[index]
        if (
            token.tag == "mark"
            or tokens[index - 1].name in {"this", "last"}
            or tokens[index - 1].tag == "day"
        ):
            break
        if token.tag == "part" and token.name in {"morning", "evening", "night", "bedtime"}:
            return token.name
    return ""
