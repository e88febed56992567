"""The pieces a phrase of time is made of (a day, a clock time, an exact moment) and the situation it is read in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain import readings

Half = Literal["am", "pm", "24", ""]
"""Which half of the day an hour lies in; "24" where the writing itself says so (14:30), "" where nothing
does."""

Grain = Literal["day", "weekday", "date", "number", "week", "month", "year"]
"""How a day was named: as itself ("tomorrow"), by weekday, date, number alone, or by its week, month or year."""

Order = Literal["month first", "day first", "unknown"]

DAY_FIRST = frozenset({"GB", "AU", "IE", "NZ", "IN", "ZA", "SG", "MY", "HK", "NG", "KE", "MT", "JM", "PK"})
"""English-speaking regions that write 4/12 for 4 December (CLDR 46, short date patterns of en-*)."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against: the patient's wall time, which way it points, the order of numeric dates."""

    now: datetime
    kind: readings.Kind
    order: Order
    loose: bool = False
    """True where the whole text answers "when?", so that a bare "9" or "sat" is a time."""
    waking: bool = False
    """True after "woke": a bare hour is then one of the small hours."""

    @property
    def today(self) -> date:
        """The patient's date."""
        return self.now.date()

    @property
    def looks_back(self) -> bool:
        """True where an unclear day lies behind us."""
        return self.kind == "past"


@dataclass(frozen=True, slots=True)
class Day:
    """One named day: its readings, most common first; no reading at all where the date cannot be ("feb 30").

    ``grain`` says how it was named, which decides what may be joined to it; ``others`` are dates it could
    be in other months or years, for the weekday beside it to choose from.
    """

    dates: tuple[date, ...]
    grain: Grain = "day"
    asks: bool = False
    others: tuple[date, ...] = ()
    risky: bool = False
    """True where the words are also plain English ("sat", "4.12"), so that something beside them must agree."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the clock. ``sure`` is False for a bare number, which needs "at" or a day beside it."""

    hour: int
    minute: int = 0
    half: Half = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """An exact instant on the wall clock: "in half an hour"."""

    at: datetime


@dataclass(slots=True)
class Phrase:
    """What was read so far from ``start`` up to ``end`` (token indexes), growing piece by piece."""

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: str = ""
    moment: Moment | None = None
    pieces: int = 0

    @property
    def is_impossible(self) -> bool:
        """True for a date that no calendar has."""
        return self.day is not None and not self.day.dates


def order_of(locale: str) -> Order:
    """Give the order of day and month in numbers where ``locale`` (like "en-GB") is at home.

    Canada uses both orders in English (Canadian government style recommends ISO 8601), so there the reader
    asks. A language other than English is taken as day first.
    """
    language, _, region = locale.replace("_", "-").partition("-")
    if region.upper() == "CA":
        return "unknown"
    if language.lower() != "en" or region.upper() in DAY_FIRST:
        return "day first"
    return "month first"
