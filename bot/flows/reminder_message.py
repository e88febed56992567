"""Reads "remind me to refill on Friday": what about, when, how often. Not a flow; the router asks it too."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.domain import readings, reminders
from bot.flows.turn import Turn
from bot.understanding.times import times
from bot.understanding.words import patterns

_POLITE = r"(?:(?:hey|hi|ok|please|pls|can you|could you|would you|will you|i need you to|and|also)[\s,]+)*"
_ASK = (
    r"(?:remind me|(?:set|make|add) (?:me )?(?:up )?(?:an? )?(?:\w+ )?reminder|nudge me"
    r"|do ?n['\u2019]?o?t let me forget|(?:pill|meds?|medication|medicine|tablet|daily|weekly) reminder"
    r"|reminder(?= (?:to|for|at|every|on)\b|:))"
)
_REQUEST = patterns.Pattern(rf"^\s*{_POLITE}{_ASK}\b[\s:,]*(?:please\b)?", re.IGNORECASE)
_AFTERWARDS = patterns.Pattern(
    r"[\s,;.\-\u2013]+(?:please |pls |and )?remind me(?: please| pls)?[\s.!]*$", re.IGNORECASE
)
_LEADING = patterns.Pattern(r"^(?:(?:to|about|that|of|for)\s+|[\s,;:.\-\u2013]+)+", re.IGNORECASE)
_DANGLING = patterns.Pattern(r"(?:\s+(?:on|at|by|every|to|please|pls)|[\s,;:.!\-\u2013]+)+$", re.IGNORECASE)
_TIMES_A_DAY = patterns.Pattern(r"\b(?:twice|thrice|(?:two|three|four|[2-4])\s*(?:times|x))\b", re.IGNORECASE)
_ELAPSED = patterns.Pattern(r"\bin\b.*(?:\b|\d)(?:m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?)\b", re.IGNORECASE)


_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|noon|midnight)"
_SEVERAL_HOURS = patterns.Pattern(
    rf"(?:\bat\s+)?\b{_HOUR}(?:\s*(?:,|and|&|\+|/)\s*(?:at\s+)?{_HOUR})+(?![\w:])", re.IGNORECASE
)
_PLAINLY_HOURS = patterns.Pattern(r"\bat\b|[ap]\.?m\b|:\d\d|noon", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for; empty where it was not said.

    ``hours_missing``: "twice a day" without the hours. ``elapsed``: told as some time from now ("in 20 minutes"),
    not as a wall clock shows it.
    """

    about: str
    rule: readings.Recurrence | None
    when: readings.TimeReading
    hours_missing: bool = False
    elapsed: bool = False


def looks_like_request(text: str) -> bool:
    """Tell whether the message asks for a reminder."""
    return bool(_REQUEST.search(text) or _AFTERWARDS.search(text))


def read(turn: Turn, text: str) -> Request:
    """Take a request apart; what is left when the asking and the time are cut out is what it is about."""
    rest = _AFTERWARDS.sub("", _REQUEST.sub("", text, count=1))
    repeats = _repeating(turn, rest)
    if repeats:
        rule, words = repeats
        about = _cleaned(rest.replace(words, " ", 1))
        missing = bool(_TIMES_A_DAY.search(words)) and not rule.times
        return Request(about, rule, readings.TimeReading(), hours_missing=missing)
    when, about = times.split(rest, turn.local_now, "future", turn.patient.locale)
    return Request(_cleaned(about), None, when, elapsed=_is_elapsed(when))


def read_when(turn: Turn, text: str) -> Request:
    """Read an answer to "when?", which may repeat."""
    repeats = _repeating(turn, text)
    if repeats:
        rule, words = repeats
        missing = bool(_TIMES_A_DAY.search(words)) and not rule.times
        return Request("", rule, readings.TimeReading(), hours_missing=missing)
    when = turn.reads.time(text, "future")
    return Request("", None, when, elapsed=_is_elapsed(when))


def _repeating(turn: Turn, text: str) -> tuple[readings.Recurrence, str] | None:
    """Find what repeats, with its words; several hours and no day are those of every day ("8am and 8pm")."""
    repeats = turn.reads.recurrence(text)
    hours = _SEVERAL_HOURS.search(text) if repeats is None else None
    if hours is None or not _PLAINLY_HOURS.search(hours.group()):
        return repeats
    if turn.reads.find_time(f"{text[: hours.start()]}{text[hours.end() :]}", "future").value:
        return None  # "tomorrow 8am and 8pm"
    daily = turn.reads.recurrence(f"every day at {hours.group().removeprefix('at ')}")
    return (daily[0], hours.group()) if daily and len(daily[0].times) > 1 else None


def read_hours(turn: Turn, rule: readings.Recurrence, text: str) -> readings.Recurrence | None:
    """Put the hours named in ``text`` ("8 and 8") into the rule; None where it names none."""
    read = turn.reads.recurrence(f"every day at {text}")
    if read is None or not read[0].times:
        return None
    return readings.Recurrence(rule.freq, rule.interval, rule.byday, rule.bymonthday, read[0].times)


def is_too_often(rule: readings.Recurrence) -> bool:
    """Tell whether the rule would come more often than a chat can bear."""
    minutes = {"MINUTELY": 1, "HOURLY": 60}.get(rule.freq)
    return minutes is not None and timedelta(minutes=minutes * rule.interval) < reminders.SHORTEST_INTERVAL


def _is_elapsed(when: readings.TimeReading) -> bool:
    return when.has_time and bool(_ELAPSED.search(when.words))


def _cleaned(words: str) -> str:
    return _DANGLING.sub("", _LEADING.sub("", " ".join(words.split()))).strip()
