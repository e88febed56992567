"""An amount made plain: the count, the strength and the form that stand around a medicine's name become one text.

"2 x 500 mg", "25 mg" for "half a 50", "2 puffs": what a bare number is, the medicine tells by its usual strengths.
"""

from dataclasses import replace

from bot.domain.vocabulary import Medicine
from bot.understanding.medicines import amounts
from bot.understanding.medicines.amounts import Amount

_LEAST_STRENGTH = amounts.MOST_COUNT + 1
"""A bare number after the name is an amount from here on also where it is no usual strength."""
_LEAST_MICROGRAMS = 25
"""An inhaler's bare number is micrograms from here on."""
_LARGEST_COUNTED_STRENGTH = 4
"""Before the name, smaller whole numbers count tablets even of a medicine that comes in that strength."""
_MOST_UNITS = 200
_MILLIGRAMS = 1000
_MOST_TOGETHER = 2
"""Two at once are common whatever the strength; "x3" more often counts the times of a day."""
_PIECES = frozenset(
    ("tablets", "capsules", "patches", "gummies", "suppositories", "sachets", "injections", "doses")
)
"""Forms that have a strength each; puffs, sprays and spoons do not."""
_SINGULAR = {
    "patches": "patch", "gummies": "gummy", "suppositories": "suppository", "inhalations": "inhalation",
}  # fmt: skip
_NO_PLURAL = frozenset(("mg", "mcg", "g", "mL", "L", "IU"))


def text(
    before: Amount | None,
    after: Amount | None,
    medicine: Medicine,
    form: str | None,
    *,
    counts_days: bool = False,
) -> str | None:
    """Bring what stands before and after a name together: a count of one with the strength of the other.

    With ``counts_days``, a count that came last and bare is how often and not how many.
    """
    if before is not None and before.number is not None:
        strong = _bare(before.number, medicine)
        before = (
            Amount(before.start, before.end, strength=before.number, unit=strong)
            if strong
            else Amount(before.start, before.end, count=before.number, form=form)
        )
    if after is not None and after.number is not None:
        after = Amount(
            after.start, after.end, strength=after.number, unit=strength_unit(after.number, medicine)
        )
    after = _times(after, medicine)
    first, second = before or after, after if before else None
    if first is None:
        return None
    strength, unit = first.strength, first.unit
    often = is_how_often(first, medicine) or (counts_days and first.is_trailing and bool(first.strength))
    count, counted = None if often else first.count, first.form
    if second is not None:
        if strength is None:
            strength, unit = second.strength, second.unit
        if count is None:
            count, counted = second.count, second.form
    return _plain(count, counted, strength, unit or _unit_of(strength, medicine))


def _times(amount: Amount | None, medicine: Medicine) -> Amount | None:
    """Read the "10 x3" of a medicine that comes in tens as three of them, and not as ten of three."""
    if amount is None or amount.unit or not amount.count or not amount.strength or amount.is_trailing:
        return amount
    usual = amounts.value(amount.count) in medicine.strengths
    if not usual or amounts.value(amount.strength) in medicine.strengths:
        return amount
    return replace(amount, count=amount.strength, strength=amount.count, is_trailing=True)


def is_all(count: str | None, after: Amount, medicine: Medicine) -> bool:
    """Tell whether the amount ``after`` a count is all of it: of a half, twice as much is a usual strength.

    "Half a lorazepam (0.5mg)" was half of a 1 mg tablet, "half a zopiclone (7.5)" half of what the bracket says; of
    several, so many times as much would be more than anybody takes at once ("two paracetamol (1g)").
    """
    told = after.strength or after.number
    if count is None or told is None or not medicine.strengths or "/" in told:
        return False
    size = amounts.value(told) * (_MILLIGRAMS if after.unit == "g" and medicine.unit == "mg" else 1)
    pieces = amounts.value(count)
    whole = pieces > 0 and round(size / pieces, 4) in medicine.strengths
    return whole and (pieces < 1 or (pieces > 1 and size * pieces > max(medicine.strengths)))


def is_how_often(amount: Amount | None, medicine: Medicine) -> bool:
    """Tell "16 mg x3", three times a day, from "200 mg x3", three tablets: so much at once is a usual amount."""
    if amount is None or not amount.is_trailing or amount.count is None or amount.strength is None:
        return False
    several = amounts.value(amount.count)
    at_once = several * amounts.value(amount.strength)
    return several > _MOST_TOGETHER and bool(medicine.strengths) and at_once not in medicine.strengths


def _unit_of(strength: str | None, medicine: Medicine) -> str:
    return (strength and "/" not in strength and strength_unit(strength, medicine)) or _mass(medicine)


def _plain(count: str | None, form: str | None, strength: str | None, unit: str) -> str:
    if strength is not None and not (form and count and form not in _PIECES):
        if amounts.is_fraction(count):
            assert count is not None  # noqa: S101  a fraction is a count
            return _with_unit(amounts.share(count, strength), unit)
        each = _with_unit(strength, unit)
        return f"{count} x {each}" if count not in (None, "1") else each
    assert count is not None  # noqa: S101  an amount has a count or a strength
    return _with_unit(count, form) if form else count


def _with_unit(number: str, unit: str) -> str:
    if (number in ("1", "double") or amounts.is_fraction(number)) and unit not in _NO_PLURAL:
        unit = _SINGULAR.get(unit, unit.removesuffix("s"))
    return f"{number} {unit}".rstrip()


def strength_unit(number: str, medicine: Medicine) -> str | None:
    """Give the unit of a bare number after a name: a usual strength, or any for what is dosed by units."""
    size = amounts.value(number)
    if medicine.unit == "units" and not medicine.strengths and size <= _MOST_UNITS:
        return "units"
    if medicine.unit == "puffs" and size <= amounts.MOST_COUNT and number.isdecimal():
        return "puffs"
    usual = size in medicine.strengths or (
        bool(medicine.strengths) and (size >= _LEAST_STRENGTH or "." in number)
    )
    return _mass(medicine, size) if usual else None


def _bare(number: str, medicine: Medicine) -> str | None:
    """Give the unit of a bare number before a name where it is an amount; None where it is a count."""
    size = amounts.value(number)
    if medicine.unit in ("units", "puffs"):
        return strength_unit(number, medicine)
    usual = size in medicine.strengths and (size > _LARGEST_COUNTED_STRENGTH or "." in number)
    return _mass(medicine, size) if usual or size > amounts.MOST_COUNT else None


def _mass(medicine: Medicine, size: float = _LEAST_MICROGRAMS) -> str:
    """Give the unit of a strength; an inhaler counted in puffs is filled in micrograms, its nebules in milligrams."""
    if medicine.unit == "puffs":
        return "mcg" if size >= _LEAST_MICROGRAMS else "mg"
    if medicine.unit == "mg" and size not in medicine.strengths and size / _MILLIGRAMS in medicine.strengths:
        return "mcg"  # "fludrocortisone 100" beside tablets of 0.1 mg
    return medicine.unit
