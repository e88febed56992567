"""How a medicine is taken for a time: the week somebody is in ("sertraline 100 week 3"), "only 2 weeks in", "1-0-1"."""

from collections.abc import Sequence

from bot.understanding.words import normalise

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
_SOME = frozenset(("few", "couple"))
_FEW = frozenset(("0", "1", "2", "3"))
_IN = frozenset(("in", "deep", "into", "down", "on"))


def counts_weeks(words: Sequence[str], position: int, *, days: bool = False) -> bool:
    """Tell whether "week 3" or "month two" stands at ``position``, or "day 12" where ``days`` are counted too."""
    said = words[max(0, position) : position + 2]
    spans = said[:1] != [] and (said[0] in _WEEKS or (days and said[0] == "day"))
    return len(said) == 2 and spans and normalise.is_number(said[1])


def counts_a_day(words: Sequence[str], position: int) -> bool:
    """Tell whether "1-0-1", so many in the morning, at noon and at night, stands at ``position``."""
    said = words[position : position + 5]
    return len(said) == 5 and said[1] == said[3] == "-" and all(said[at] in _FEW for at in (0, 2, 4))


def counts_time_in(words: Sequence[str], position: int) -> bool:
    """Tell whether "only 2 wks in" or "three doses in" stands at ``position``."""
    while words[position : position + 1] and words[position] in _HARDLY:
        position += 1
    said = words[position : position + 3]
    if len(said) < 3:
        return False
    many, what, how = said
    return (normalise.is_number(many) or many in _SOME) and what in _SPANS and how in _IN
