"""A medicine as a course: the week somebody is in ("sertraline 100 week 3"), and what they then had of it ("had 1")."""

from collections.abc import Sequence

from bot.understanding.amounts import Amount, AmountReader
from bot.understanding.message import SENTENCE_ENDS
from bot.understanding.normalise import UNITS_OF_TEN

_WEEKS = frozenset(("week", "wk", "month", "cycle"))
_HARDLY = frozenset(
    ("only", "just", "about", "now", "nearly", "almost", "barely", "not", "even", "a", "like", "maybe")
)
_SPANS = frozenset(
    (
        "days", "day", "weeks", "week", "wks", "wk", "months", "month", "mths", "doses", "dose",
        "infusions", "infusion", "injections", "shots", "jabs", "cycles", "hours", "hour", "hrs",
        "years", "year", "yrs",
    )
)  # fmt: skip
_HAD = frozenset(("had", "took", "taken", "used"))
_SOME = frozenset(("one", "some", "it", "them", "two", "both"))
_CLOSES = SENTENCE_ENDS | frozenset((",", ")", "but", "so", "and", "at", "then", "still"))


def counts_weeks(words: Sequence[str], position: int) -> bool:
    """Tell whether "week 3" or "month two" stands at ``position``: how long a medicine has been taken for."""
    counted = words[position + 1 : position + 2]
    return (
        words[position : position + 1] != []
        and words[position] in _WEEKS
        and counted != []
        and (counted[0].isdecimal() or counted[0] in UNITS_OF_TEN)
    )


def counts_time_in(words: Sequence[str], position: int) -> bool:
    """Tell whether "only 2 wks in" or "three doses in" stands at ``position``."""
    while words[position : position + 1] and words[position] in _HARDLY:
        position += 1
    counted, what, how = (
        words[position : position + 1],
        *(words[position + at : position + at + 1] for at in (1, 2)),
    )
    number = counted != [] and (
        counted[0].isdecimal() or counted[0] in UNITS_OF_TEN or counted[0] in ("few", "couple")
    )
    return (
        number
        and what != []
        and what[0] in _SPANS
        and how != []
        and how[0] in ("in", "deep", "into", "down", "on")
    )


def had_after(words: Sequence[str], position: int) -> int | None:
    """Find the "1" of "gp says try imodium, had 1" where the name ends at ``position``; None where it is no such."""
    if words[position : position + 1] != [","] or not _HAD.issuperset(words[position + 1 : position + 2]):
        return None
    told, after = words[position + 2 : position + 3], words[position + 3 : position + 4]
    counted = told != [] and (told[0].isdecimal() or told[0] in _SOME)
    return position + 2 if counted and (not after or after[0] in _CLOSES) else None


def had(reader: AmountReader, words: Sequence[str], position: int) -> Amount | None:
    """Read what was had in the clause after a name that ends at ``position``: a bare number is a count."""
    start = had_after(words, position)
    amount = reader.at(start, spans=False) if start is not None else None
    return Amount(amount.start, amount.end, count=amount.number) if amount and amount.number else amount
