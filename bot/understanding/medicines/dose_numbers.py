"""Whether a bare number that stands after a medicine is how much of it, how many, or something else.

"Lyrica 75 am" is how much and "Lyrica 9 am" is when; "tapering pred, at 12.5 now" is an amount, since nobody counts or
rates so; "creon 4 with lunch" counts; "took the pred. 30mg today" is of what was named before.
"""

from collections.abc import Sequence

from bot.domain.vocabulary import Medicine
from bot.understanding.medicines import amounts, dose_texts, medicine_courses
from bot.understanding.medicines.amounts import Amount
from bot.understanding.words.message import SENTENCE_ENDS

_FEW = 4
_LATEST_HOUR = 12
"""A larger number before "am" or "day 3" is how much and not when ("Lyrica 75 am, 150 pm")."""
CHANGING = frozenset(
    (
        "halved", "doubled", "cut", "reduced", "increased", "upped", "dropped", "lowered", "raised", "bumped",
        "tapered", "titrated", "went", "gone", "moved", "changed", "back",
    )
)  # fmt: skip
SHAPES = frozenset(
    (
        "odt", "xr", "er", "sr", "xl", "la", "mr", "cr", "ec", "melt", "patch", "injection", "inj", "jab", "pen",
        "capsule", "tablet", "gel", "syrup", "nasal", "oral", "spray", "tab", "tabs", "tablets", "cap", "caps",
        "capsules", "patches", "inhaler", "drops", "liquid", "sachet", "suppository", "suppositories", "suppos",
        "pessary", "enema", "neb", "nebs", "nebule", "nebuliser", "shot",
    )
)  # fmt: skip
"""What a medicine comes as; it may stand between the name and a bare number ("butrans patch 10")."""
_MOVING = frozenset(("to", "up", "down", "from", "now", "at", "is", "'s", ":", "=", "(", "-")) | CHANGING
"""May stand between a name and a bare number ("pred down to 7.5"); other words make it a number of something else."""
_ASIDE = frozenset((",", "at", "now", "on", "is", "'s"))
"""May stand between a name and an amount that is no whole number ("tapering pred, at 12.5 now")."""
_NOT_AN_AMOUNT = frozenset(
    (
        "hours", "hour", "hrs", "hr", "h", "am", "pm", "days", "day", "times", "time", "weeks", "week", "months",
        "month", "minutes", "mins", "min", "years", "%", "/", ":", "o", "oclock", "degrees", "bpm", "percent", "nights",
    )
)  # fmt: skip
"""After a number, make it a time or a share."""
_AT = (["at"], ["now"], ["is"], ["'s"])
"""Alone before a small number, make it a time or a rating."""
_HALF_DAYS = frozenset(("am", "pm"))
_AFTER_COUNT = frozenset(
    (
        ",", ".", "\n", ";", "with", "before", "last", "this", "today", "tonight", "yesterday", "at", "after", "around",
        "about", "then", "and", "when", "first", "taken", "down", "again", "now", "for", "earlier", "!", ")",
    )
)  # fmt: skip
"""May follow the count of pieces that stands after a name ("creon 4 with lunch", "Panadol two at 4")."""
_PARTS_OF_DAY = frozenset(("morning", "evening", "afternoon", "night"))
_MEALTIMES = frozenset(
    ("night", "bedtime", "lunch", "lunchtime", "breakfast", "dinner", "tea", "teatime", "once")
)
_AFTER_ALONE = SENTENCE_ENDS | frozenset(
    (",", "with", "this", "today", "tonight", "last", "and", "at", "before", "after")
)
"""After an amount that a comma parts from its name, close its clause."""
_DONE = frozenset(("done", "taken", "had"))
_YEARS = range(1960, 2060)
_PLACED = frozenset(("on", "to", "for", "in"))
_PUT_ON = frozenset(("patch", "patches", ","))
"""Before a small number, make it the count of what was put on a place ("lidocaine patch 1 on lower back")."""
_LARGEST_RATING = 10
STRAYING = frozenset(("g", "mL", "L"))
"""Units that food and drink are measured in too; far from a name they are not believed."""


def is_of_it(amount: Amount, words: Sequence[str], last: int, medicine: Medicine) -> bool:
    """Tell an amount of the medicine named before from a rating: it has its unit, or is all there is and usual.

    ``last`` is where the sentence ends that opens with ``amount``.
    """
    if amount.unit:
        return amount.unit not in STRAYING
    size = amounts.value(amount.number or "")
    alone = amount.end >= last or words[amount.end] in SENTENCE_ENDS
    return alone and size > _LARGEST_RATING and size in medicine.strengths


def is_count(amount: Amount, words: Sequence[str], end: int) -> bool:
    """Tell whether a small number after a name that opens its clause counts pieces ("Panadol 2, lay down")."""
    placed = amount.end < end and words[amount.end] in _PLACED and words[amount.start - 1] in _PUT_ON
    closes = amount.end >= end or words[amount.end] in _AFTER_COUNT or placed
    return closes and amount.number is not None and amount.number.isdecimal() and int(amount.number) <= _FEW


def is_daily(amount: Amount, words: Sequence[str]) -> bool:
    """Tell the count of "salt tablets 2 in the morning" from an hour, after the word for what is counted."""
    small = amount.number is not None and amount.number.isdecimal() and int(amount.number) <= _FEW
    following = words[amount.end : amount.end + 3]
    in_the = list(following[:2]) == ["in", "the"] and following[2:] != [] and following[2] in _PARTS_OF_DAY
    at = following[:1] == ["at"] and following[1:] != [] and following[1] in _MEALTIMES
    return small and (in_the or at)


def _is_alone(amount: Amount, words: Sequence[str], skipped: Sequence[str], medicine: Medicine) -> bool:
    """Tell the 50 of "Sertraline, 50." from a rating or a count, which are small."""
    size, closed = (
        amounts.value(amount.number or ""),
        amount.end >= len(words) or words[amount.end] in _AFTER_ALONE,
    )
    return (
        [word for word in skipped if word not in _DONE] == [","]
        and closed
        and size > _LARGEST_RATING
        and size in medicine.strengths
    )


def is_strength(amount: Amount, words: Sequence[str], position: int, end: int, medicine: Medicine) -> bool:
    """Tell a bare number after a name that ends at ``position`` from a time, a share or a rating."""
    number, skipped = amount.number or "", [w for w in words[position : amount.start] if w not in SHAPES]
    following = words[amount.end] if amount.end < end else ""
    exact = _is_exact(number, following, medicine)
    if _is_year(number, medicine):
        return False
    if following in _NOT_AN_AMOUNT and not (exact or _is_before_a_time(amount, words, medicine)):
        return False
    if _is_alone(amount, words, skipped, medicine):
        return True
    if exact:
        return _MOVING.issuperset(skipped) or _ASIDE.issuperset(skipped)
    few = skipped in _AT and amounts.value(number) <= amounts.MOST_COUNT
    return _MOVING.issuperset(skipped) and not few and dose_texts.strength_unit(number, medicine) is not None


def _is_year(number: str, medicine: Medicine) -> bool:
    """Tell "humira from 2017 to 2019" from an amount."""
    return number.isdecimal() and int(number) in _YEARS and int(number) not in medicine.strengths


def _is_exact(number: str, following: str, medicine: Medicine) -> bool:
    """Tell a number that is not whole, in which nobody counts, rates or tells the time ("12.5 now")."""
    size = amounts.value(number)
    quarters = (size * 4).is_integer() and following not in _HALF_DAYS and medicine.strengths != ()
    return "." in number and (quarters or size in medicine.strengths)


def _is_before_a_time(amount: Amount, words: Sequence[str], medicine: Medicine) -> bool:
    """Tell the amount in "Lyrica 75 am, 150 pm" and "sertraline 100 week 3" from the hour in "Lyrica 9 am"."""
    following, after = words[amount.end], words[amount.end + 1 : amount.end + 2]
    large = amounts.value(amount.number or "") > _LATEST_HOUR
    numbered = after != [] and after[0].isdecimal()
    if following in _HALF_DAYS:
        return large or (numbered and following == "am" and medicine.unit == "puffs")
    if following == "day":
        return large and numbered
    return medicine_courses.counts_weeks(words, amount.end)
