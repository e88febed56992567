"""How much of a medicine: amounts as people write them, made plain and never converted.

"50mg of suma" is "50 mg", "1g" is "1 g", "two puffs" is "2 puffs". A bare number beside a medicine is an amount where
it is one of the medicine's usual strengths ("50 suma" is "50 mg"), and otherwise a count, which stays bare
("2 ibuprofen" is "2"), since nobody said tablets. A count with an amount is kept as such ("2 x 500 mg").
"""

from bot.domain.vocabulary import Medicine
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import Message
from bot.understanding.normalise import UNITS_OF_TEN

_FRACTIONS = frozenset(("half", "quarter"))
_MOST_COUNT = 12
_LEAST_STRENGTH = 25
"""A bare number from here on is an amount also where it is no usual strength."""
_MOST_UNITS = 200
_FILLERS = frozenset(
    (
        "of",
        "my",
        "the",
        "'s",
        "extra",
        "more",
        "oral",
        "liquid",
        "strength",
        "regular",
        "another",
        "only",
        "just",
        "x",
    )
)
_MOST_FILLERS = 3
_LONGEST_CHANGE = 5
_BEFORE_AMOUNT = frozenset(
    (
        "(",
        "-",
        ":",
        "x",
        "=",
        "at",
        ",",
        "about",
        "dose",
        "of",
        "tablet",
        "to",
        "up",
        "down",
        "odt",
        "xr",
        "er",
        "sr",
        "xl",
        "la",
        "mr",
        "patch",
        "injection",
        "infusion",
        "jab",
        "shot",
        "pen",
        "capsule",
        "spray",
        "gel",
        "syrup",
    )
)
_NOT_AN_AMOUNT = frozenset(
    (
        "hours", "hour", "hrs", "hr", "h", "am", "pm", "days", "day", "times", "time", "weeks", "week", "months",
        "minutes", "mins", "min", "years", "x", "%", "/", ":",
    )
)  # fmt: skip
"""After a number, make it a time or a share."""
_NOT_A_COUNT = frozenset(("/", ":", "at", "pain", "severity"))
"""Before a number, make it something else than a count of tablets."""
_SINGULAR = {
    "patches": "patch",
    "gummies": "gummy",
    "suppositories": "suppository",
    "inhalations": "inhalation",
}
_NO_PLURAL = frozenset(("mg", "mcg", "g", "mL", "L", "IU"))

Amount = tuple[int, str | None]
"""The token an amount reaches to (backward or forward), and the amount made plain, or None where there is none."""


def read(
    lexicon: Lexicon, message: Message, match: Match[Thing], medicine: Medicine
) -> tuple[int, int, str | None]:
    """Read the amount on both sides of a medicine; also where the whole begins and ends."""
    doses = _Doses(lexicon, message, medicine)
    rated = {position for rating in message.ratings for position in range(rating.start, rating.end)}
    start, before = doses.before(match.start)
    if start in rated:
        start, before = match.start, None
    form = lexicon.units.get(message.words[match.end - 1])
    if before is not None and before.isdigit() and form:
        return start, match.end, _plain(before, form)
    end, after = doses.after(match.end)
    if before is None or before.isdigit() or before in _FRACTIONS:
        return start, end, _combined(before, after)
    times = after is not None and after.isdigit() and "x" in message.words[match.end : end]
    return (start, end, f"{after} x {before}") if times else (start, match.end, before)


def _combined(count: str | None, amount: str | None) -> str | None:
    if count is None or amount is None:
        return count or amount
    return f"{count} x {amount}" if count not in (*_FRACTIONS, "1") and not amount.isdigit() else amount


class _Doses:
    def __init__(self, lexicon: Lexicon, message: Message, medicine: Medicine) -> None:
        self.units, self.message, self.medicine = lexicon.units, message, medicine
        self.words, self.floor = message.words, 0

    def before(self, position: int) -> Amount:
        """Read "50 mg of", "two", "half a" or "2 puffs of my" that ends before ``position``."""
        self.floor = self.message.sentence_start(position)
        index = position
        while index > self.floor and self.words[index - 1] in _FILLERS and position - index < _MOST_FILLERS:
            index -= 1
        unit = self.units.get(self.words[index - 1]) if index > self.floor else None
        start, number = self._number_before(index - 1 if unit else index)
        if number is None or (unit is None and self._is_no_count(start, number)):
            return position, None
        if unit is None:
            return start, number if number in _FRACTIONS else self._bare(number)
        return self._multiplied(start, _plain(number, unit))

    def _is_no_count(self, start: int, number: str) -> bool:
        article = self.words[start] in ("a", "an")
        return article or (
            number not in _FRACTIONS and start > self.floor and self.words[start - 1] in _NOT_A_COUNT
        )

    def _multiplied(self, start: int, dose: str) -> Amount:
        """Read the count of "2 x 500 mg" and "two 500mg"."""
        index = start - 1 if start > self.floor and self.words[start - 1] == "x" else start
        first, count = self._number_before(index)
        counted = count is not None and count.isdigit() and 1 < int(count) <= _MOST_COUNT
        return (first, f"{count} x {dose}") if counted else (start, dose)

    def _number_before(self, position: int) -> Amount:
        """Read the number in digits or words that ends before ``position``."""
        words, last = self.words, position - 1
        if last < self.floor:
            return position, None
        if words[last] in ("a", "an", "of") and last > self.floor and words[last - 1] in _FRACTIONS:
            return last - 1, words[last - 1]
        if words[max(self.floor, last - 2) : last + 1] == ["and", "a", "half"]:
            return self._and_a_half(last - 3)
        if words[last][0].isdecimal():
            ratio = last - 2 >= self.floor and words[last - 1] == "/" and words[last - 2][0].isdecimal()
            return (last - 2, f"{words[last - 2]}/{words[last]}") if ratio else (last, words[last])
        return last, self._named(words[last])

    def _and_a_half(self, position: int) -> Amount:
        """Read "one and a half" as 1.5; ``position`` is that of the whole number."""
        whole = self._named(self.words[position]) or self.words[position] if position >= self.floor else ""
        return (position, f"{whole}.5") if whole.isdigit() else (position + 3, "half")

    def _named(self, word: str) -> str | None:
        if word in _FRACTIONS:
            return word
        counts = UNITS_OF_TEN | {"a": 1, "an": 1, "couple": 2}
        return str(counts[word]) if word in counts else None

    def after(self, position: int) -> Amount:
        """Read "50mg", "(400 mg)", "x2", "- 2 puffs" or a usual strength that begins at ``position``."""
        index, end = position, self.message.sentence_end(position - 1)
        while index < end and self.words[index] in _BEFORE_AMOUNT and index - position < _MOST_FILLERS:
            index += 1
        index = self._past_change(index, end)
        word = self.words[index] if index < end else ""
        number = word if word[:1].isdecimal() else str(UNITS_OF_TEN[word]) if word in UNITS_OF_TEN else None
        if number is None:
            return position, None
        skipped, following = self.words[position:index], self.words[index + 1 : end]
        if following and following[0] in self.units:
            return self._trailing_count(index + 2, _plain(number, self.units[following[0]]))
        if following[:1] == ["x"] or "x" in skipped:
            return self._times(index, number)
        if following[:1] == ["/"]:
            return self._ratio(index, number, following[1:])
        if (following and following[0] in _NOT_AN_AMOUNT) or (skipped and skipped != ["to"]):
            return position, None
        dose = self._strength(number)
        return (index + 1, dose) if dose else (position, None)

    def _past_change(self, index: int, end: int) -> int:
        """Pass the old amount of "from 10mg to 25mg"."""
        if self.words[index : index + 1] != ["from"]:
            return index
        ahead = range(index + 2, min(end, index + _LONGEST_CHANGE))
        return next((to + 1 for to in ahead if self.words[to] == "to"), index)

    def _times(self, index: int, number: str) -> Amount:
        """Read "x2", "2x" and "2x200"."""
        amount = self.words[index + 2 : index + 3]
        if self.words[index + 1 : index + 2] == ["x"] and amount and amount[0].isdigit():
            if _value(number) > _MOST_COUNT >= int(amount[0]):
                number, amount = amount[0], [number]
            return index + 3, f"{number} x {self._bare(amount[0])}"
        return index + 1, number

    def _ratio(self, index: int, number: str, following: list[str]) -> Amount:
        """Read "30/500", the two amounts of a combined tablet."""
        if not following or not following[0].isdigit():
            return index, None
        if following[1:2] and following[1] in self.units:
            return index + 4, f"{number}/{following[0]} {self.units[following[1]]}"
        return (
            (index + 3, f"{number}/{following[0]} mg") if int(following[0]) > _MOST_COUNT else (index, None)
        )

    def _trailing_count(self, position: int, dose: str) -> Amount:
        following = self.words[position : position + 2]
        if len(following) == 2 and following[0] == "x" and following[1].isdigit():
            return position + 2, f"{following[1]} x {dose}"
        return position, dose

    def _strength(self, number: str) -> str | None:
        """Read a bare number after the name: a usual strength, or any for what is dosed by units."""
        value, unit = _value(number), self.medicine.unit
        counted = unit in ("units", "puffs") and value <= _MOST_UNITS
        large = value >= _LEAST_STRENGTH and bool(self.medicine.strengths)
        return _plain(number, unit) if value in self.medicine.strengths or counted or large else None

    def _bare(self, number: str) -> str:
        """Read a bare number before the name: an amount where it is a usual strength, otherwise a count."""
        value, unit = _value(number), self.medicine.unit
        strong = (value in self.medicine.strengths and value > 4) or value > _MOST_COUNT
        return _plain(number, unit) if strong or unit in ("units", "puffs") else number


def _value(number: str) -> float:
    """Read "1,000" as a thousand and "2,5" as two and a half; what is no number is zero."""
    thousands = number.count(",") == 1 and len(number.partition(",")[2]) == 3
    try:
        return float(number.replace(",", "") if thousands else number.replace(",", "."))
    except ValueError:
        return 0.0


def _plain(number: str, unit: str) -> str:
    if number in ("1", *_FRACTIONS) and unit not in _NO_PLURAL:
        unit = _SINGULAR.get(unit, unit.removesuffix("s"))
    return f"{number} {unit}"
