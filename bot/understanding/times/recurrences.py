"""Reads what repeats: "every weekday at 9", "first Monday of the month", "mon wed fri 7am", "every 6 hours".

The result speaks RRULE. What is not said stays empty: "twice a day" is DAILY without times, for the caller
to ask or take the patient's own hours. A part of the day that is said ("nightly", "each morning") is its
usual hour. Bare hours follow clinic hours as everywhere; a second equal hour is twelve hours on ("at 8 and
8").
"""

from dataclasses import dataclass, field

from bot.domain import readings
from bot.understanding.times import (
    recurrence_days,
    recurrence_heads,
    time_certainty,
    time_clock,
    time_dates,
    time_words,
)
from bot.understanding.times.recurrence_heads import Head
from bot.understanding.times.time_hours import PART_HOURS
from bot.understanding.times.time_parts import Clock
from bot.understanding.times.time_tokens import Tokens

_JOINERS = time_words.set_of(
    """at @ on , and & + in the around about approx of each every with per before after starting from once
    then - ; plus sharp both a"""
)
_EXCEPT = frozenset({"except", "excluding", "but", "bar"})
_CLOCK_CUES = time_words.set_of("at @ , and & around about + starting from - both")
_MAX_JOINERS = 3
_FARTHEST_HOUR = 9
_BREAKS = frozenset({".", "!", "?", ";"})
_ELAPSED = frozenset({"HOURLY", "MINUTELY"})
_MOST_PIECES = 12
_LOOK_BACK = 10
"""Tokens before "every" in which its hour may stand: "at 8am and 8pm every day"."""
_EVENING = frozenset({"afternoon", "evening", "night", "bedtime", "dinner", "tonight"})
_CLINIC_OPENS = 7


@dataclass(slots=True)
class _Details:
    """The hours and days named beside "every …", in the order they were read."""

    clocks: list[Clock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)
    monthdays: list[int] = field(default_factory=list)
    excepted: list[str] = field(default_factory=list)


def split(text: str) -> tuple[readings.Recurrence, str] | None:
    """Find as `find` does, but give what is left of the text without the words of the repetition and its hour."""
    tokens = Tokens(text)
    found = _located(tokens)
    if found is None:
        return None
    recurrence, spans = found
    for start, end in sorted(spans, reverse=True):
        text = f"{text[: tokens[start].start].rstrip()} {text[tokens[end - 1].end :].lstrip()}"
    return recurrence, text.strip(" ,;-")


def find(text: str) -> tuple[readings.Recurrence, str] | None:
    """Find the first thing in ``text`` that repeats, with the exact words that say it; None where nothing does.

    Where its hour stands apart ("every day to stretch at 4") the words are without it; `split` cuts out both.
    """
    tokens = Tokens(text)
    found = _located(tokens)
    if found is None:
        return None
    recurrence, [(start, end), *_] = found
    return recurrence, text[tokens[start].start : tokens[end - 1].end]


def places(tokens: Tokens) -> list[tuple[int, int]]:
    """Give the places, as first token and the one after the last, of the words that say what repeats."""
    found = _located(tokens)
    return found[1] if found else []


def _located(tokens: Tokens) -> tuple[readings.Recurrence, list[tuple[int, int]]] | None:
    for index in range(len(tokens)):
        head = recurrence_heads.read(tokens, index)
        if head is None:
            continue
        details = _Details(parts=list(head.parts))
        start = _before(tokens, head, details)
        end = _after(tokens, _after_month(tokens, head), details)
        while tokens[start - 1].text in {"at", "@", "on", "once", "the"} and start > 0:
            start -= 1
        spans = [(start, end)]
        if not (details.clocks or head.freq in _ELAPSED):
            spans += _hour_apart(tokens, end, details)
        return _built(head, details), spans
    return None


def _after_month(tokens: Tokens, head: Head) -> int:
    """Pass over the "in March" of "every year in March": the anchor, not the rule, knows the month."""
    month = head.end + 1 if tokens[head.end].text in {"in", "on"} else head.end
    if head.freq != "YEARLY" or tokens[month].tag != "month":
        return head.end
    day = time_dates.day_number(tokens, month + 1)
    return day[1] if day else month + 1


def _hour_apart(tokens: Tokens, end: int, details: _Details) -> list[tuple[int, int]]:
    """Find the hour that follows what is to be done: "every day to stretch at 4"."""
    for at in range(end, end + _FARTHEST_HOUR):
        if tokens[at].text in _BREAKS or tokens[at].tag == "end":
            break
        cued = tokens[at].text in {"at", "@"}
        start = at + 1 if cued else at
        after = _clock(tokens, start, details, cued=cued) if cued or tokens[at].tag == "clock" else None
        if after:
            return [(at, _after(tokens, after, details))]
    return []


def _after(tokens: Tokens, at: int, details: _Details) -> int:
    """Read the hours and days that follow; give the index after the last of them."""
    end = at
    for _ in range(_MOST_PIECES):
        piece = _exception(tokens, end, details) or _next_piece(tokens, end, details)
        if piece is None:
            break
        end = piece
    return end


def _exception(tokens: Tokens, at: int, details: _Details) -> int | None:
    """Read "except weekends", "but not on Sundays"."""
    if tokens[at].text not in _EXCEPT:
        return None
    at += 1
    while tokens[at].text in {"not", "on", "for"}:
        at += 1
    days = recurrence_days.weekdays(tokens, at)
    if days is None:
        return None
    details.excepted += days[0]
    return days[1]


def _next_piece(tokens: Tokens, at: int, details: _Details) -> int | None:
    for joiners in range(_MAX_JOINERS + 1):
        end = _piece(tokens, at, details, cued=joiners > 0 and tokens[at - 1].text in _CLOCK_CUES)
        if end:
            return end
        if tokens[at].text not in _JOINERS:
            return None
        at += 1
    return None


def _before(tokens: Tokens, head: Head, details: _Details) -> int:
    """Read the hours and days that stand right before the head; give the index of the first of them."""
    for start in range(max(head.start - _LOOK_BACK, 0), head.start):
        trial = _Details()
        cued = tokens[start - 1].text in {"at", "@"}
        end = _piece(tokens, start, trial, cued=cued)
        if end is None or end > head.start:
            continue
        end = _after_within(tokens, end, head.start, trial)
        if all(token in _JOINERS for token in tokens.words(end, head.start)):
            details.clocks += trial.clocks
            details.parts += trial.parts
            details.weekdays += trial.weekdays
            details.monthdays += trial.monthdays
            return start
    return head.start


def _after_within(tokens: Tokens, at: int, limit: int, details: _Details) -> int:
    while at < limit:
        piece = _next_piece(tokens, at, details)
        if piece is None or piece > limit:
            return at
        at = piece
    return at


def _piece(tokens: Tokens, at: int, details: _Details, *, cued: bool) -> int | None:
    """Read one hour, part of the day, weekday or day of the month."""
    days = recurrence_days.weekdays(tokens, at) or recurrence_days.placed_weekdays(tokens, at)
    if days:
        details.weekdays += days[0]
        return days[1]
    token = tokens[at]
    if token.text == "bed" and tokens[at - 1].text in {"before", "to"}:
        details.parts = [part for part in details.parts if part != "night"] + ["bedtime"]
        return at + 1
    part = recurrence_heads.PLURAL_PARTS.get(token.text) or (token.name if token.tag == "part" else "")
    if part in PART_HOURS:
        details.parts.append(part)
        return at + 1
    if token.tag == "ordinal" and tokens[at - 1].text in {"the", "and", "&", ",", "on"}:
        return _monthday(tokens, at, details)
    return _clock(tokens, at, details, cued=cued)


def _clock(tokens: Tokens, at: int, details: _Details, *, cued: bool) -> int | None:
    found = time_clock.read_one(tokens, at)
    if found is None or time_certainty.is_counted(tokens, found[1]):
        return None
    clock, end = found
    if not (clock.sure or cued or tokens[end].tag == "end"):
        return None
    details.clocks.append(clock)
    return end


def _monthday(tokens: Tokens, at: int, details: _Details) -> int | None:
    found = time_dates.day_number(tokens, at)
    if found is None or not 1 <= found[0] <= 31 or time_certainty.is_counted(tokens, found[1]):
        return None
    details.monthdays.append(found[0])
    return found[1]


def _built(head: Head, details: _Details) -> readings.Recurrence:
    days = [*head.byday, *details.weekdays]
    if details.excepted:
        days = [day for day in days or recurrence_days.DAYS if day not in details.excepted]
    byday = _ordered(days)
    freq, bymonthday = head.freq, tuple(dict.fromkeys((*head.bymonthday, *details.monthdays)))
    if byday and freq == "DAILY" and head.interval == 1:
        freq = "WEEKLY"
    if any(len(day) > 2 for day in byday) and freq in {"DAILY", "WEEKLY"}:
        freq = "MONTHLY"
    if freq not in {"MONTHLY", "YEARLY"}:
        bymonthday = ()
    return readings.Recurrence(freq, head.interval, byday, bymonthday, _times(details))


def _ordered(days: list[str]) -> tuple[str, ...]:
    """Order the days by position in the month, then through the week."""
    return tuple(sorted(set(days), key=lambda day: (day[:-2], recurrence_days.DAYS.index(day[-2:]))))


def _times(details: _Details) -> tuple[str, ...]:
    """Settle the hours: am or pm from the part of the day, a neighbour, or clinic hours."""
    clocks = details.clocks
    if not clocks:
        return tuple(sorted({f"{PART_HOURS[part]:02}:00" for part in details.parts}))
    part = details.parts[0] if len(details.parts) == 1 else ""
    taken: list[tuple[int, int]] = []
    for index, clock in enumerate(clocks):
        after = clocks[index + 1] if index + 1 < len(clocks) else None
        hour = _hour(clock, part, after)
        if (hour, clock.minute) in taken:
            hour = (hour + 12) % 24
        taken.append((hour, clock.minute))
    return tuple(f"{hour:02}:{minute:02}" for hour, minute in sorted(set(taken)))


def _hour(clock: Clock, part: str, after: Clock | None) -> int:
    if clock.half == "24":
        return clock.hour % 24
    hour = clock.hour % 12
    if clock.half:
        return hour + 12 * (clock.half == "pm")
    if part:
        small_hours = part == "night" and hour < 5
        return hour + 12 * (part in _EVENING and not small_hours)
    if after and after.half in {"am", "pm"} and hour < after.hour % 12:
        return hour + 12 * (after.half == "pm")
    return hour if hour >= _CLINIC_OPENS else hour + 12
