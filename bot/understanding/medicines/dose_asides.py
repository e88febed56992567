"""Amounts told aside from the name: "two of them", "500 each", "400 by mouth", "had 1", "dropped back to 20".

The first counts what was named before, the second is how strong each was, the third is the tablet beside a gel, the
fourth what was had of it in a clause of its own, and the last takes the place of an amount that was told before it, as
"15 yesterday, 12.5 today" and "10mg? no, 3.75" do. "The 12 o'clock 125" is what is had at that hour.
"""

from collections.abc import Sequence

from bot.domain.vocabulary import Medicine
from bot.understanding.medicines import amounts, dose_texts
from bot.understanding.medicines.amounts import Amount, AmountReader
from bot.understanding.words.message import SENTENCE_ENDS

_THOSE = frozenset(("them", "em", "those", "these", "each"))
_NOT_TAKEN = frozenset(("left", "remaining", "missing", "to", "more"))
_MOUTH = (
    ["by", "mouth"], ["orally"], ["oral"], ["po"], ["in", "tablets"], ["in", "tablet"], ["as", "tablets"],
)  # fmt: skip
_CHANGED = frozenset(
    (
        "dropped", "lowered", "cut", "reduced", "decreased", "tapered", "halved", "weaned", "stepped", "moved",
        "increased", "raised", "upped", "bumped", "doubled", "titrated", "went", "gone", "put", "brought", "back",
        "down", "up", "taken", "am", "now", "changed", "stayed", "got",
    )
)  # fmt: skip
_STEERING = frozenset(
    ("it", "down", "up", "back", "me", "myself", "dose", "the", "again", "right", "straight")
)
_PEOPLE = frozenset(
    ("i", "ive", "gp", "doc", "doctor", "they", "we", "consultant", "nurse", "dr", "she", "he", "me")
)
_CLAUSES = frozenset(
    (",", "and", "but", "so", "then", "-", "(", ")", ";", ".", "\n", "which", "when", "since", "after")
)
_HELPING = frozenset(
    (
        "have", "has", "had", "been", "was", "is", "just", "finally", "slowly", "recently", "since", "then", "being",
    )
)  # fmt: skip
_HAD = frozenset(("had", "took", "taken", "used"))
_SOME = frozenset(("one", "some", "it", "them", "two", "both"))
_CLOSES = SENTENCE_ENDS | frozenset((",", ")", "but", "so", "and", "at", "then", "still"))
_EACH = (
    ["each"],
    ["apiece"],
    ["a", "time"],
    ["each", "time"],
    ["a", "go"],
    ["per", "dose"],
    ["every", "time"],
)
_OF_EACH_PLACE = frozenset(
    ("side", "nostril", "eye", "ear", "knee", "foot", "hand", "arm", "leg", "end", "day", "night")
)
_EARLIER_DAY = (
    ["yesterday"],
    ["last", "night"],
    ["last", "week"],
    ["the", "day", "before"],
    ["day", "before"],
)
_TODAY = frozenset(("today", "tonight", "now"))
_JOINS = frozenset((",", "and", "then", "but", "-"))
_ASKED = frozenset(("?", ":", "-", ",", "("))
_AFTER_ANSWER = SENTENCE_ENDS | frozenset((",", ")", "today", "tonight", "this", "last"))
_OWN = frozenset(("the", "my"))
_HOURS = frozenset(
    (
        "oclock",
        "o'clock",
        "clock",
        "o",
        "'",
        "am",
        "pm",
        "morning",
        "lunchtime",
        "noon",
        "evening",
        "night",
        "bedtime",
    )
)
_DOSED_AT = frozenset(
    ("early", "late", "dose", "again", "was", "is", "now", "on", "didnt", "hasnt", "wore", "worked")
)
_LARGEST_RATING = 10
_DOSED_IN = frozenset(("mg", "mcg", "g", "units", "mL"))
_SPENT = frozenset(("day", "days", "week", "weeks", "wk", "wks", "month", "months", "fortnight"))
"""Before "on", tell how long it has been taken so."""
_STANDING = (["now"], ["currently"], ["still"], ["atm"], ["these"], ["today"])
"""After an amount, say that it is the one taken at present."""
_NOT_STRENGTHS = frozenset(
    (
        "times", "x", "/", "%", "hours", "hour", "hrs", "days", "day", "weeks", "week", "months", "years", "minutes",
        "mins", "am", "pm", "degrees", "bpm", "kg", "lbs", "stone", "steps", "out",
    )
)  # fmt: skip
_AFTER_STRENGTH = _AFTER_ANSWER | {"one", "ones", "and", "but", "so", "not", "at", "in", "again"}


def of_them(reader: AmountReader, words: Sequence[str], start: int, end: int) -> Amount | None:
    """Read "two of them" in words ``start`` up to ``end`` as a count of what was named before."""
    for index in range(start, min(end, len(words)) - 2):
        if words[index + 1] != "of" or words[index + 2] not in _THOSE or words[index] in ("half", "third"):
            continue
        amount = reader.at(index, spans=False)
        if amount is None or amount.number is None or amount.end != index + 1:
            continue
        few = amounts.value(amount.number) <= amounts.MOST_COUNT
        if few and _NOT_TAKEN.isdisjoint(words[index + 3 : index + 4]):
            return Amount(index, index + 3, count=amount.number)
    return None


def of_each(reader: AmountReader, words: Sequence[str], start: int, end: int) -> Amount | None:
    """Read "two of each", which counts every medicine that was named before it."""
    told = of_them(reader, words, start, end)
    return told if told and words[told.end - 1] == "each" else None


def each(
    reader: AmountReader, words: Sequence[str], start: int, end: int, medicine: Medicine
) -> Amount | None:
    """Read the "500 each" of "forgot both lots of valproate, 500 each", told in a clause of its own."""
    for index in range(start, min(end, len(words))):
        amount = reader.at(index, spans=False)
        if amount is None or not _is_each(words, amount.end):
            continue
        usual = amount.number is not None and dose_texts.strength_unit(amount.number, medicine) is not None
        return amount if usual or (amount.strength and amount.unit in _DOSED_IN) else None
    return None


def _is_each(words: Sequence[str], position: int) -> bool:
    said = any(list(words[position : position + len(way)]) == way for way in _EACH)
    return said and _OF_EACH_PLACE.isdisjoint(words[position + 1 : position + 2])


def by_mouth(
    reader: AmountReader, words: Sequence[str], start: int, end: int, medicine: Medicine
) -> Amount | None:
    """Read the bare "400" of "gel and 400 by mouth"."""
    for index in range(start, min(end, len(words))):
        amount = reader.at(index, spans=False)
        if amount and amount.number and _is_by_mouth(words, amount.end):
            return amount if dose_texts.strength_unit(amount.number, medicine) else None
    return None


def _is_by_mouth(words: Sequence[str], position: int) -> bool:
    return any(list(words[position : position + len(said)]) == said for said in _MOUTH)


def stands_at(
    reader: AmountReader, words: Sequence[str], start: int, end: int, medicine: Medicine
) -> Amount | None:
    """Read the "0.5" of "ozempic going fine, on 0.5 now", where the name stands at some way."""
    for index in range(start, min(end, len(words)) - 1):
        if words[index] not in ("on", "to", "at"):
            continue
        amount = reader.at(index + 1, spans=False)
        if amount is not None and _is_reached(words, index, amount, medicine):
            return amount
        if amount is None or amount.number is None or words[amount.end : amount.end + 1] not in _STANDING:
            continue
        size = amounts.value(amount.number)
        plain = words[index] == "on" or size > _LARGEST_RATING or "." in amount.number
        if plain and size in medicine.strengths:
            return amount
    return None


def _is_reached(words: Sequence[str], position: int, amount: Amount, medicine: Medicine) -> bool:
    """Tell the amount of "a week on 10 mg", "now on 20" and "up to 40 of it", led by the word at ``position``."""
    led, after = words[position - 1], words[amount.end : amount.end + 1]
    spent = words[position] == "on" and led in _SPENT
    led_to = words[position] == "on" and led == "now"
    of_it = led == "up" and list(words[amount.end : amount.end + 2]) == ["of", "it"]
    if not (spent or led_to or of_it):
        return False
    if amount.number is None:
        return amount.strength is not None and amount.unit in _DOSED_IN
    size = amounts.value(amount.number)
    closed = of_it or not after or after[0] in _AFTER_STRENGTH
    return closed and size in medicine.strengths and (spent or size > _LARGEST_RATING)


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


def changed_to(
    reader: AmountReader, words: Sequence[str], start: int, end: int, medicine: Medicine
) -> Amount | None:
    """Find the newest amount where the one before it was changed: "on 40mg fluoxetine, dropped back to 20"."""
    newest = None
    for index in range(start, min(end, len(words)) - 1):
        if words[index] != "to" or not _is_changed(words, index, start):
            continue
        amount = reader.at(index + 1, spans=False)
        if amount and _is_amount(amount, words, index, start, medicine):
            newest = amount
    return newest


def _is_changed(words: Sequence[str], position: int, start: int) -> bool:
    """Tell "so I cut it to" and "gone down to" from "sugars went up to", whose subject is no medicine."""
    index = position - 1
    while index >= start and words[index] in _STEERING and words[index] not in _CHANGED:
        index -= 1
    if index < start or words[index] not in _CHANGED:
        return False
    while index >= start and words[index] in _CHANGED | _STEERING | _HELPING:
        index -= 1
    return index < start or words[index] in _PEOPLE | _CLAUSES


def _is_amount(amount: Amount, words: Sequence[str], position: int, start: int, medicine: Medicine) -> bool:
    """Tell an amount from a rating, a time or a weight that went down too."""
    if amount.unit or amount.strength:
        return amount.unit in _DOSED_IN
    size = amounts.value(amount.number or "")
    if size not in medicine.strengths or not _NOT_STRENGTHS.isdisjoint(words[amount.end : amount.end + 1]):
        return False
    told = _PEOPLE.intersection(words[max(start, position - 4) : position])
    return size > _LARGEST_RATING or bool(told)


def of_today(
    reader: AmountReader, words: Sequence[str], start: int, end: int, medicine: Medicine
) -> Amount | None:
    """Read the "12.5" of "pred: 15 yesterday, 12.5 today"; ``start`` may be where the amount of yesterday ends."""
    for index in range(start, min(end, len(words))):
        day = next((len(day) for day in _EARLIER_DAY if list(words[index : index + len(day)]) == day), 0)
        if not day:
            continue
        at = index + day
        at += words[at : at + 1] != [] and words[at] in _JOINS
        amount = reader.at(at, spans=False) if at < end else None
        told = amount is not None and _TODAY.intersection(words[amount.end : amount.end + 1])
        if not (amount and told and words[index - 1][:1].isdecimal()):
            return None
        sizes = [amounts.value(number) for number in (words[index - 1], amount.number or "")]
        usual = max(sizes) > _LARGEST_RATING and dose_texts.strength_unit(amount.number or "", medicine)
        return amount if amount.unit in _DOSED_IN or (amount.number and usual) else None
    return None


def at_its_hour(words: Sequence[str], start: int, end: int, medicine: Medicine) -> Amount | None:
    """Read the "125" of "took the 12 o'clock 125 early", a usual amount named by its hour."""
    for index in range(start, min(end, len(words)) - 1):
        if words[index] not in _OWN:
            continue
        at = index + 1
        while at < end and (
            words[at] in _HOURS
            or (words[at].isdecimal() and words[at + 1 : at + 2] != [] and words[at + 1] in _HOURS)
        ):
            at += 1
        size = amounts.value(words[at]) if at < end and words[at].isdecimal() else 0
        if (
            size > amounts.MOST_COUNT
            and size in medicine.strengths
            and _DOSED_AT.intersection(words[at + 1 : at + 2])
        ):
            return Amount(at, at + 1, number=words[at])
    return None


def of_strength(words: Sequence[str], start: int, end: int, medicine: Medicine) -> Amount | None:
    """Read the "750" of "forgot my Keppra last night, the 750", which tells one strength from others."""
    for index in range(start, min(end, len(words)) - 1):
        number, after = words[index + 1], words[index + 2 : index + 3]
        size = amounts.value(number) if words[index] == "the" and number.isdecimal() else 0
        if (
            size > amounts.MOST_COUNT
            and size in medicine.strengths
            and (not after or after[0] in _AFTER_STRENGTH)
        ):
            return Amount(index, index + 2, number=number)
    return None


def answered(reader: AmountReader, words: Sequence[str], position: int, medicine: Medicine) -> Amount | None:
    """Read the "3.75" of "10mg zopiclone? no, 3.75", which begins at ``position`` with a question or a dash."""
    if words[position : position + 1] == [] or words[position] not in _ASKED:
        return None
    at = position + 1
    at += words[at : at + 1] == ["?"]
    if words[at : at + 1] != ["no"]:
        return None
    at += 1
    at += words[at : at + 1] == [","]
    amount = reader.at(at, spans=False) if at < len(words) else None
    if amount is None or not (amount.end >= len(words) or words[amount.end] in _AFTER_ANSWER):
        return None
    size = amounts.value(amount.number or "")
    usual = (
        amount.number is not None
        and size in medicine.strengths
        and (size > _LARGEST_RATING or "." in amount.number)
    )
    return amount if usual or amount.unit in _DOSED_IN else None
