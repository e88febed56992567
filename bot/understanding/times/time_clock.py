"""Reads a time of day: "2:15pm", "half 3", "quarter to four", "14h30", "0930", "noon", "9ish", "2-3pm"."""

from dataclasses import replace

from bot.understanding.times import time_words
from bot.understanding.times.time_parts import Clock, Half
from bot.understanding.times.time_tokens import Tokens

_PAST = frozenset({"past", "after", "gone"})
_TO = frozenset({"to", "til", "till", "before", "of"})
_LOOSE_JOINERS = frozenset({"past", "to", "til", "till"})
_ROUGHLY = frozenset({"ish", "sharp", "exactly", "prompt"})
_RANGE = frozenset({*time_words.DASHES, "to", "till", "til", "until", "and"})
_HOUR_MARKS = frozenset({"h", "hrs", "hours", "hr", "uhr"})
_NOON = 12
NAMED_HOURS = {"noon": 12, "midnight": 24}

Found = tuple[Clock, int]
"""A clock time and the index of the token after it."""


def read(tokens: Tokens, index: int) -> Found | None:
    """Read a time of day that begins at ``index``; of a range ("2-3pm") the beginning."""
    found = read_one(tokens, index)
    if found is None:
        return None
    clock, end = found
    if tokens[end].text in _RANGE:
        later = read_one(tokens, end + 1)
        if later and _is_range(clock, later[0]):
            return _with_half_of(clock, later[0]), later[1]
    return clock, end


def _is_range(first: Clock, second: Clock) -> bool:
    """Two clock times joined by "and" or a dash are a range only where they are written alike."""
    return second.sure or not first.sure


def _with_half_of(first: Clock, second: Clock) -> Clock:
    """Carry am or pm back over a range: "2-3pm" begins at 2 pm, "11-1pm" at 11 am."""
    if first.half or second.half not in {"am", "pm"}:
        return replace(first, sure=first.sure or second.sure)
    half: Half = second.half
    if second.half == "pm" and first.hour % 12 > second.hour % 12:
        half = "am"
    return Clock(first.hour, first.minute, half, sure=True)


def read_one(tokens: Tokens, index: int) -> Found | None:
    """Read a single time of day that begins at ``index``, taking "8 and 20:00" as two."""
    for rule in (_named, _around_the_hour, _figures, _spoken):
        found = rule(tokens, index)
        if found:
            return _with_tail(tokens, *found)
    return None


def _with_tail(tokens: Tokens, clock: Clock, end: int) -> Found | None:
    """Take what may follow: am or pm, "o'clock", "ish"; and check that the hour exists."""
    spelled = 1 if tokens[end].name == "o'clock" else 2 if tokens.words(end, end + 2) == ("o", "clock") else 0
    if spelled:
        clock, end = replace(clock, sure=True), end + spelled
    if tokens[end].text in _ROUGHLY and tokens[end + 1].tag == "meridiem":
        end += 1
    if tokens[end].tag == "meridiem":
        half: Half = "am" if tokens[end].text.startswith("a") else "pm"
        on_24 = clock.hour > _NOON or clock.hour == 0
        clock, end = replace(clock, half="24" if on_24 else half, sure=True), end + 1
    if tokens[end].text in {"-", "~"} and tokens[end + 1].text == "ish":
        end += 1
    if tokens[end].text in _ROUGHLY:
        end += 1
    if tokens[end].text == "or" and tokens[end + 1].text == "so":
        end += 2
    return (clock, end) if clock.hour <= 24 and clock.minute < 60 else None


def _named(tokens: Tokens, index: int) -> Found | None:
    """Read noon and midnight, also after their number: "12 noon"."""
    at = index + 1 if tokens[index].value == 12 and tokens[index + 1].name in NAMED_HOURS else index
    hour = NAMED_HOURS.get(tokens[at].name)
    return (Clock(hour, 0, "24", sure=True), at + 1) if hour else None


def _figures(tokens: Tokens, index: int) -> Found | None:
    """Read what is written in digits."""
    token = tokens[index]
    if token.tag in {"clock", "hclock"}:
        hour, minute = token.numbers[:2]
        return (_written(hour, minute, token.text, sure=True), index + 1) if hour < 24 else None
    if token.tag in {"dot", "dotdate"} and _has_two_decimals(token.text) and token.value < 24:
        return _written(token.value, token.numbers[1], token.text, sure=False), index + 1
    if token.tag != "number" or not token.text.isdecimal() or not token.text.isascii():
        return None
    if len(token.text) > 2:
        return _run_together(tokens, index)
    return _hour_in_figures(tokens, index)


def _hour_in_figures(tokens: Tokens, index: int) -> Found | None:
    """Read "9", "14h", "2 15 pm"."""
    token, after = tokens[index], tokens[index + 1]
    if after.tag == "number" and len(after.text) == 2 and tokens[index + 2].tag == "meridiem":
        return Clock(token.value, after.value), index + 2
    if not 0 < token.value < 24:
        return None
    if after.text in {"h", "uhr"} and tokens.is_glued(index + 1):
        return Clock(token.value, 0, "24"), index + 2
    return _written(token.value, 0, token.text, sure=False), index + 1


def _has_two_decimals(text: str) -> bool:
    return len(text.rstrip(".").partition(".")[2]) == 2


def _written(hour: int, minute: int, text: str, *, sure: bool) -> Clock:
    """Build a clock time: 13 and above, or a leading zero, can only be the 24-hour clock."""
    on_24 = hour > 12 or text.startswith("0")
    return Clock(hour, minute, "24" if on_24 else "", sure=sure)


def _run_together(tokens: Tokens, index: int) -> Found | None:
    """Read "0930", "1430 hrs", "215pm"; three figures only with am or pm."""
    token, end = tokens[index], index + 1
    hour, minute = divmod(token.value, 100)
    if len(token.text) == 3:
        telephone = tokens.is_glued(end) and tokens.is_glued(end + 1)
        led = tokens[index - 1].text in {"at", "@"} and hour and minute < 60 and not telephone
        return (Clock(hour, minute), end) if led or tokens[end].tag == "meridiem" else None
    if hour > 23 or minute > 59:
        return None
    if tokens[end].tag == "meridiem":
        return Clock(hour, minute), end
    marked = tokens[end].text in _HOUR_MARKS
    return _written(hour, minute, token.text, sure=marked), end + (1 if marked else 0)


def _around_the_hour(tokens: Tokens, index: int) -> Found | None:
    """Read "half past 3", British "half 3", "quarter to four", "ten past 9", "20 minutes to 2"."""
    start = index + 1 if tokens[index].text == "a" and tokens[index + 1].name == "quarter" else index
    token = tokens[start]
    if token.name == "half":
        hyphen = tokens[start + 1].text == "-"
        joined = tokens[start + 1 + hyphen].text in _PAST
        hour = small_number(tokens, start + 1 + hyphen + joined)
        return (Clock(hour[0], 30, sure=True), hour[1]) if hour and 1 <= hour[0] <= 12 else None
    minutes = (15, start + 1) if token.name == "quarter" else small_number(tokens, start)
    if minutes is None or not 1 <= minutes[0] <= 59:
        return None
    said = tokens[minutes[1]].name == "minute"
    return _joined(tokens, minutes[1] + said, minutes[0], counted=said or token.name == "quarter")


def _joined(tokens: Tokens, at: int, minutes: int, *, counted: bool) -> Found | None:
    """Read the "past 3" after its minutes, which are ``counted`` where "minutes" or "quarter" was said."""
    joiner, named = tokens[at].text, NAMED_HOURS.get(tokens[at + 1].name)
    if joiner in _TO and named:
        return Clock(named - 1, 60 - minutes, "24", sure=True), at + 2
    hour = small_number(tokens, at + 1)
    if hour is None or not 1 <= hour[0] <= _NOON:
        return None
    # "5 to 7" is also a range and "2 after 6" also pills: only "past" is a clock's own word.
    counted = counted or (joiner in _PAST and tokens[hour[1]].tag == "meridiem")
    if joiner not in (_PAST | _TO if counted else _LOOSE_JOINERS) or (not counted and minutes % 5):
        return None
    sure = counted or joiner == "past"
    if joiner in _PAST:
        return Clock(hour[0], minutes, sure=sure), hour[1]
    return Clock((hour[0] - 2) % 12 + 1, 60 - minutes, sure=sure), hour[1]


def _spoken(tokens: Tokens, index: int) -> Found | None:
    """Read "nine", "two fifteen", "nine oh five"."""
    token = tokens[index]
    if token.tag != "number" or token.text.isdecimal() or not 1 <= token.value <= 12:
        return None
    end = index + 1
    if tokens[end].text in {"oh", "o"} and tokens[end + 1].tag == "number" and tokens[end + 1].value < 10:
        return Clock(token.value, tokens[end + 1].value), end + 2
    minutes = small_number(tokens, end) if not tokens[end].text.isdecimal() else None
    if minutes and 10 <= minutes[0] <= 59:
        return Clock(token.value, minutes[0]), minutes[1]
    return Clock(token.value), end


def small_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read a number below 100 in figures or words ("forty five") and give it with the next index."""
    token = tokens[index]
    if token.tag == "number" and len(token.text) <= 2 and token.text.isdecimal():
        return token.value, index + 1
    if token.tag == "number" and not token.text.isdecimal():
        return token.value, index + 1
    if token.tag != "tens":
        return None
    after = index + 2 if tokens[index + 1].text == "-" else index + 1
    unit = tokens[after]
    if unit.tag == "number" and 1 <= unit.value <= 9 and not unit.text.isdecimal():
        return token.value + unit.value, after + 1
    return token.value, index + 1
