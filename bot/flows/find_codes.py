"""A question about the log as it stands in a button: 13 characters and the name, in the 57 bytes there are.

The buttons stay in the chat for ever, so what is asked is in them, not in the conversation.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain import finding

FLOW = "find"
ANSWER, ENTRIES, ENTRY = "a", "e", "o"
"""What a button shows: the answer, a page of the entries behind it, one entry."""
NAME_BYTES = 44
"""64 bytes of a button, less "/find::", less the 13 characters of the code."""
SURELY_WHOLE = NAME_BYTES - 3
"""A name of up to so many bytes was not cut."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FIRST_DAY = date(1990, 1, 1)
_NO_DAY = "---"
_LENGTH = 13
_MISSED = "m"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button asks to see."""

    shows: str
    page: int
    request: finding.Request


def write(shows: str, request: finding.Request, page: int = 0) -> str:
    """Write the choice of a button."""
    kinds = (
        _DIGITS[finding.ASKS.index(request.ask)],
        _DIGITS[finding.KINDS.index(request.kind)],
        _DIGITS[finding.UNITS.index(request.unit)],
        _MISSED if request.missed else _DIGITS[request.at_least],
    )
    days = day_code(request.first) + day_code(request.last)
    return f"{shows}{number_code(page, 2)}{''.join(kinds)}{days}{cut(request.name, NAME_BYTES)}"


def read(choice: str) -> Pressed | None:
    """Read the choice of such a button; None where it is none of ours."""
    if len(choice) < _LENGTH or choice[0] not in {ANSWER, ENTRIES}:
        return None
    try:
        ask, kind, unit = (_DIGITS.index(letter) for letter in choice[3:6])
        request = finding.Request(
            finding.ASKS[ask],
            finding.KINDS[kind],
            choice[_LENGTH:],
            finding.UNITS[unit],
            code_day(choice[7:10]),
            code_day(choice[10:13]),
            0 if choice[6] == _MISSED else _DIGITS.index(choice[6]),
            missed=choice[6] == _MISSED,
        )
        return Pressed(choice[0], int(choice[1:3], 36), request)
    except (ValueError, IndexError, OverflowError):
        return None


def day_code(day: date | None) -> str:
    """Write a day in three characters."""
    if day is None or not _FIRST_DAY <= day < _FIRST_DAY + timedelta(days=36**3):
        return _NO_DAY
    return number_code((day - _FIRST_DAY).days, 3)


def code_day(code: str) -> date | None:
    """Read such a day.

    Raises:
        ValueError: it is none.

    """
    return None if code == _NO_DAY else _FIRST_DAY + timedelta(days=int(code, 36))


def number_code(number: int, width: int) -> str:
    """Write a number in so many characters; one too large is the largest."""
    number = min(number, 36**width - 1)
    return "".join(_DIGITS[number // 36**place % 36] for place in reversed(range(width)))


def cut(name: str, width: int) -> str:
    """Give as much of a name as fits into so many bytes."""
    return name.encode()[:width].decode(errors="ignore")
