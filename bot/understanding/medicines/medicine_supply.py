"""How much of a medicine is left: none, too little for the days that passed, or all of it, untouched.

"No magnesium 375 left" and "only gave me 7 days of Vyvanse and that was 9 days ago" have run out; "still have all 14"
was not taken.
"""

from collections.abc import Container, Sequence

from bot.understanding.words import normalise
from bot.understanding.words.message import SENTENCE_ENDS

_NONE = frozenset(
    ("no", "none", "zero", "not", "havent", "nil", "hardly", "never", "dont", "hasnt", "isnt", "without")
)
_LEFT = frozenset(("left", "remaining"))
_OF_IT = frozenset(
    ("a", "an", "single", "one", "of", "the", "my", "more", "got", "have", "any", "much", "many")
)
_AFTER_STOCK = SENTENCE_ENDS | frozenset(
    (",", "in", "at", "for", "so", "and", "but", "until", "till", "til", "now", "(", ")", "over", "-", "to")
)
_DAYS = {
    "day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "fortnight": 14,
    "month": 30, "months": 30,
}  # fmt: skip
_GIVEN = frozenset(("of", "my", "the", "worth", "supply", "only", "'s", "script", "prescription", "course"))
_AGO_REACH = 9
_STORES = frozenset(
    (
        "supply", "script", "prescription", "refill", "stash", "stock", "pack", "bottle", "box", "packet", "supplies",
    )
)  # fmt: skip
_IS = frozenset(
    ("is", "was", "has", "have", "all", "now", "'s", "are", "just", "already", ",", "thats", "its", "only")
)
_GONE = frozenset(("gone", "ended", "expired", "lasted", "finished", "done"))
_WHOLE = frozenset(("full", "sealed", "unopened", "shut", "closed", "untouched", "unused"))
_HAVE = frozenset(("have", "got", "has", "ve", "had", "here", "there", "sitting", "are", "is", "in"))
_COUNTED = frozenset(("of", "them", "the", "my", "tablets", "pills", "capsules", "patches", "it"))
_SHOPS = frozenset(
    (
        "chemist", "chemists", "pharmacy", "pharmacist", "boots", "cvs", "walgreens", "lloyds", "shop", "superdrug",
        "walmart", "tesco", "script", "prescription", "delivery", "dispensary", "priceline",
    )
)  # fmt: skip
_HANDED = frozenset(("gave", "had", "have", "has", "got", "sent", "dispensed", "supplied", "delivered"))
_ONLY = frozenset(("only", "just", "has", "have", "'ve", "'s", "could"))
_PASSED = frozenset(("me", "us", "out", "only", "just", "about", "over"))
_OPENS = SENTENCE_ENDS | frozenset((",", "and", "but"))
_OWNED = frozenset(("have", "got", "ve", "has", "still"))
_LITTLE = frozenset(("bit", "some", "few", "enough", "left", "couple", "spare", "spares", "half"))
_SHOP_REACH = 7
_MOST_TAKEN = 12
_LONGEST_COUNT = 4
_FETCHED = _SHOPS | frozenset(("collected", "picked", "fetched", "repeat", "repeats", "ordered", "delivered"))
"""Before so many of a medicine, tell of the packs that were handed over."""


def is_none_left(words: Sequence[str], start: int, end: int, units: Container[str]) -> bool:
    """Tell "no metformin 500 left" and "not a single sumatriptan left", with the name in ``start`` up to ``end``."""
    while end < len(words) and (words[end][0].isdecimal() or words[end] in units or words[end] == "inhaler"):
        end += 1
    if end >= len(words) or words[end] not in _LEFT:
        return False
    while start > 0 and (words[start - 1] in _OF_IT or words[start - 1] in units):
        start -= 1
    return start > 0 and words[start - 1] in _NONE


def is_stock(words: Sequence[str], end: int, units: Container[str]) -> bool:
    """Tell "3 paracetamols left in house", whose name ends at ``end``, from "2 ibuprofen, left knee 5"."""
    end += end < len(words) and words[end] in units
    if words[end : end + 1] == [] or words[end] not in _LEFT:
        return False
    after = words[end + 1 : end + 3]
    return not after or (after[0] in _AFTER_STOCK and after[1:] not in (["right"], ["my"]))


def is_pack(words: Sequence[str], position: int, name: int) -> bool:
    """Tell the "56 x" of "collected the repeat, 56 x amlodipine", at ``position``, from what was taken at once."""
    number = words[position] if 0 <= position < len(words) else ""
    many = number.isdecimal() and len(number) < _LONGEST_COUNT and int(number) > _MOST_TAKEN
    crossed = many and name == position + 2 and words[position + 1] == "x"
    return crossed and not _FETCHED.isdisjoint(words[max(0, position - _SHOP_REACH) : position])


def is_used_up(words: Sequence[str], start: int, end: int, last: int) -> bool:
    """Tell whether more days went by than it was given for, or that its supply is said to be gone.

    The name stands in ``start`` up to ``end``, and what is said of it ends at ``last``.
    """
    return _is_too_little(words, start, end) or _is_gone(words, start, end, last)


def _is_too_little(words: Sequence[str], start: int, end: int) -> bool:
    """Tell "gave me 7 days of X and that was 9 days ago" from "gave me 7 days of X 3 days ago"."""
    led = start
    while led > 0 and words[led - 1] in _GIVEN:
        led -= 1
    given = _span(words, led - 2)
    if given is None:
        return False
    for index in range(end, min(len(words), end + _AGO_REACH)):
        if words[index] == "ago":
            passed = _span(words, index - 2)
            return passed is not None and passed > given
    return False


def _span(words: Sequence[str], position: int) -> int | None:
    """Give the days of "7 days", "a week" and "two weeks" at ``position``."""
    if position < 0 or words[position + 1] not in _DAYS:
        return None
    told = words[position]
    many = 1 if told in ("a", "one") else normalise.UNITS_OF_TEN.get(told, 0)
    many = int(told) if told.isdecimal() and len(told) < 4 else many
    return many * _DAYS[words[position + 1]] or None


def _is_gone(words: Sequence[str], start: int, end: int, last: int) -> bool:
    """Tell "emergency supply of X gone" and "X prescription expired"."""
    stored = words[start - 2 : start - 1] if words[start - 1 : start] == ["of"] else []
    index = end
    if words[end : end + 1] != [] and words[end] in _STORES:
        stored, index = [words[end]], end + 1
    if not stored or stored[0] not in _STORES:
        return False
    while index < last and words[index] in _IS:
        index += 1
    return index < last and words[index] in _GONE


def is_handed_over(words: Sequence[str], amount: int, name: int) -> bool:
    """Tell "chemist only gave me half my X" and "only gave me 7 of my X" from "they gave me 2 X", which was taken.

    The amount begins at ``amount`` and the name after it at ``name``.
    """
    at = amount - (words[amount - 1] == "my")
    while at > 0 and words[at - 1] in _PASSED:
        at -= 1
    own = at < amount and words[at - 1] == "had"
    if at == 0 or (amount == name and not own) or words[at - 1] not in _HANDED:
        return False
    led = at - 1
    while led > 0 and words[led - 1] in _ONLY:
        led -= 1
    subject = words[led - 1] if led else ""
    short = "only" in words[led:amount] and "my" in words[amount:name]
    untold = (led == 0 or subject in _OPENS) and "me" in words[at:amount]
    return subject in _SHOPS or (short and (subject == "they" or untold))


def is_some_left(words: Sequence[str], start: int, end: int, last: int) -> bool:
    """Tell "chemist has no X till wed, still have a bit" from "chemist has no X till wed".

    The name stands in ``start`` up to ``end``, and what is said of it ends at ``last``.
    """
    if _SHOPS.isdisjoint(words[max(0, start - _SHOP_REACH) : start]):
        return False
    for index in range(end, last):
        if words[index] in _OWNED and _LITTLE.intersection(words[index + 1 : index + 4]):
            return _NONE.isdisjoint(words[index + 1 : index + 4])
    return False


def is_whole(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words ``start`` up to ``end`` say that all of it is there ("still have all 14", "still sealed")."""
    for index in range(start, end):
        if words[index] != "still":
            continue
        at = index + 1
        while at < end and words[at] in _HAVE:
            at += 1
        said = words[at : at + 2]
        if said[:1] and said[0] in _WHOLE:
            return True
        if said[:1] == ["all"] and said[1:] and (normalise.is_number(said[1]) or said[1] in _COUNTED):
            return True
    return _is_all_there(words, start, end)


def _is_all_there(words: Sequence[str], start: int, end: int) -> bool:
    """Tell "all 30 still there" and "all of them still in the box"."""
    for index in range(start, end - 2):
        if words[index] == "all" and (normalise.is_number(words[index + 1]) or words[index + 1] == "of"):
            at = index + 2
            while at < end and words[at] in _COUNTED:
                at += 1
            if words[at : at + 1] == ["still"]:
                return at + 1 >= end or words[at + 1] in _HAVE or words[at + 1] in SENTENCE_ENDS
    return False
