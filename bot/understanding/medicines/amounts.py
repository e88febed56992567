"""Amounts of medicine as people write them, from a place in a message onwards.

"2 x 500", "two 500mg", "half a 50", "1 and a half tablets", "30/500", "5-10 mg", "a couple of puffs": each is a count,
a strength, or both. What a bare number is depends on the medicine, so it stays a bare number here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.understanding.words.normalise import UNITS_OF_TEN

MOST_COUNT = 12
"""Nobody takes more tablets than this at once; a larger number is a strength."""
MEASURES = frozenset(("mg", "mcg", "g", "mL", "L", "units", "IU"))
"""Units of strength; all others are forms that are counted."""
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_LATEST_HOUR = 12
_WRITTEN_FRACTIONS = {("1", "2"): "half", ("1", "4"): "quarter", ("3", "4"): "0.75", ("1", "3"): "third"}
_SLASHES = ("/", "\N{FRACTION SLASH}")
_TENS = {
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_NUMBER_WORDS = {word: value for word, value in (UNITS_OF_TEN | _TENS).items() if value}
_TEN = 10
_LEAST_TENS = 20
_POWERS = {"hundred": 100, "thousand": 1000}
_ARTICLES = frozenset(("a", "an"))
_SINGLES = frozenset(("a", "an", "single", "whole"))
_OWNED = frozenset(("a", "an", "my", "the", "of", "one"))
_AFTER_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_RATES = frozenset(("a", "an", "daily", "day", "per", "/", "week", "weekly", "each", "every", "times"))
"""After "3x", make it how often and not how many."""
_NOT_CUT = frozenset(("injections", "suppositories", "pessaries", "nebules"))
"""Nobody takes a part of these: the number of "salbutamol 2.5 neb" says how strong it was."""
_EACH_STRONG = _NOT_CUT | {"patches", "capsules", "tablets"}
"""With a number that nobody takes so many of, these say how strong it was ("fentanyl 25 patch", "toradol 30 shot")."""
_ONE_OF = frozenset(("patch", "shot", "injection", "jab", "wafer", "suppository", "pessary", "nebule", "neb"))
"""After a number above one, name a single piece, so that the number is its strength ("riza 10 wafer")."""
_FURTHER = frozenset(("extra", "more", "additional", "further"))
"""May stand between a number and what is counted."""
_SPOONS = frozenset(("teaspoons", "tablespoons", "sachets"))
"""Before "of" these count one without saying so ("teaspoon of gaviscon")."""
_RELEASED = frozenset(("ir", "sr", "xr", "mr", "er", "xl", "cr", "pr", "la", "ec", "odt"))
_UNCOUNTED = frozenset(("doses", "injections"))
"""With an article these say nothing of how much ("a dose of")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, in tokens ``start`` up to ``end``; numbers are plain text without thousands marks."""

    start: int
    end: int
    number: str | None = None
    """A number with nothing to tell a count from a strength."""
    count: str | None = None
    """How many: "2", "1.5", "half", "1-2"."""
    strength: str | None = None
    """How much each: "500", "30/500", "5-10"."""
    unit: str | None = None
    form: str | None = None
    is_trailing: bool = False
    """True where the count came last and bare ("16 mg x3"), and so may be how often."""

    @property
    def is_stated(self) -> bool:
        """True where a unit or a form was written."""
        return bool(self.unit or self.form)


@dataclass(frozen=True, slots=True)
class _Number:
    end: int
    text: str

    @property
    def is_count(self) -> bool:
        return value(self.text) <= MOST_COUNT


def value(text: str) -> float:
    """Give a number for ``text``; the higher of a range, the first of a pair, and zero for what is none."""
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    try:
        return float(text.rpartition("-")[2].partition("/")[0])
    except ValueError:
        return 0.0


def plain(number: float) -> str:
    """Write a number without a needless ".0"."""
    return f"{round(number, 3):g}" if number < 1_000_000 else str(int(number))


def share(fraction: str, strength: str) -> str:
    """Give the part of a strength that was taken: half of "50" is "25"."""
    return "/".join(plain(value(fraction) * value(part)) for part in strength.split("/"))


def is_fraction(count: str | None) -> bool:
    """Tell whether ``count`` is less than a whole one."""
    return count in _FRACTIONS


class AmountReader:
    """Reads amounts in ``words``; ``units`` gives the plain unit of each way to write it."""

    def __init__(self, units: Mapping[str, str], words: Sequence[str]) -> None:
        self._units, self._words = units, words

    def at(self, position: int, *, spans: bool = True) -> Amount | None:
        """Read the amount that begins at ``position``; with ``spans`` false, "50 to 100" is only its first number."""
        return (
            self._fraction(position)
            or self._multiplied(position)
            or self._numbered(position, spans=spans)
            or self._single(position)
        )

    def _word(self, position: int) -> str:
        return self._words[position] if 0 <= position < len(self._words) else ""

    def _measure(self, position: int) -> str | None:
        unit = self._units.get(self._word(position))
        return unit if unit in MEASURES else None

    def _form(self, position: int) -> str | None:
        unit = self._units.get(self._word(position))
        return unit if unit is not None and unit not in MEASURES else None

    def _fraction(self, position: int) -> Amount | None:
        """Read "half", "half a tablet" and "half of a 50mg"; the last is a strength of its own."""
        start = position
        position += self._word(position) in _ARTICLES and self._word(position + 1) in _FRACTIONS
        fraction, end = self._bare_fraction(position)
        if fraction is None:
            return None
        end += self._word(end) == "an" or (self._word(end) == "a" and self._word(end - 1) not in _ARTICLES)
        further = end
        while self._word(further) in _OWNED and further - end < 3:
            further += 1
        form, unit = self._form(further), self._measure(further)
        if form:
            return self._with_strength(Amount(start, further + 1, count=fraction, form=form))
        if unit:  # "half a mg"
            return Amount(start, further + 1, strength=plain(value(fraction)), unit=unit)
        number = self._ratio(further) or self._number(further)
        if number is None or is_fraction(number.text):
            return Amount(start, further, count=fraction)
        whole = self._of_strength(further, number)
        if further == start + 1 and not whole.unit and value(number.text) <= _LATEST_HOUR:
            return None  # "two solpadeine at half 2"
        return replace(whole, start=start, count=fraction)

    def _bare_fraction(self, position: int) -> tuple[str | None, int]:
        word = self._word(position)
        if word in ("three", "3") and self._word(position + 1) == "quarters":
            return "0.75", position + 2
        if word in _FRACTIONS:
            ordinal = word == "third" and self._word(position + 1) != "of"
            return None if ordinal else word, position + 1
        if "\N{FRACTION SLASH}" in word:
            upper, _, lower = word.partition("\N{FRACTION SLASH}")
            return _WRITTEN_FRACTIONS.get((upper, lower)), position + 1
        if self._word(position + 1) in _SLASHES:
            return _WRITTEN_FRACTIONS.get((word, self._word(position + 2))), position + 3
        return None, position

    def _of_strength(self, position: int, number: _Number) -> Amount:
        end = number.end + (self._word(number.end) == "s")
        end += self._word(end) == "-" and self._measure(end + 1) is not None
        unit = self._measure(end)
        end = self._past_per(end + 1) if unit else end
        end += self._form(end) is not None
        return Amount(position, end, strength=number.text, unit=unit)

    def _past_per(self, position: int) -> int:
        """Pass the "/5ml" of "5mg/5ml", and the "/0.4 ml" of a pen."""
        number = self._number(position + 1) if self._word(position) == "/" else None
        return number.end + 1 if number and self._measure(number.end) else position

    def _multiplied(self, position: int) -> Amount | None:
        """Read "x2"."""
        if self._word(position) != "x":
            return None
        number = self._number(position + 1)
        if number is None or not number.is_count or self._measure(number.end):
            return None
        form = self._form(number.end)
        return Amount(position, number.end + bool(form), count=number.text, form=form)

    def _numbered(self, position: int, *, spans: bool) -> Amount | None:
        ratio = self._ratio(position)
        if ratio:
            return self._trailing_count(self._of_strength(position, ratio))
        number = self._number(position)
        if number is None:
            return None
        number = self._range(number) if spans or self._word(number.end) == "-" else number
        number = self._past_further(number)
        several = self._word(number.end) == "s" and self._word(number.end + 1) == "x"  # "300s x 2"
        if self._measure(number.end + (self._word(number.end) == "-")) or (several and not number.is_count):
            return self._trailing_count(self._of_strength(position, number))
        form = self._form(number.end)
        one_patch = self._word(number.end) in _ONE_OF and value(number.text) > 1
        in_part = form in _NOT_CUT and "." in number.text
        if one_patch or (form in _EACH_STRONG and (in_part or not number.is_count)):
            return Amount(position, number.end + 1, number=number.text)
        if form:
            return self._with_strength(Amount(position, number.end + 1, count=number.text, form=form))
        return self._pair(position, number) or Amount(position, number.end, number=number.text)

    def _past_further(self, number: _Number) -> _Number:
        """Pass the "extra" of "6 extra units"."""
        end = number.end + (self._word(number.end) in _FURTHER)
        return replace(number, end=end) if self._measure(end) or self._form(end) else number

    def _pair(self, position: int, count: _Number) -> Amount | None:
        """Read "2 x 500 mg", "two 500s", "2 of my 10mg" and "200 x 2"."""
        index = count.end
        crossed = self._word(index) == "x"
        if crossed and self._word(index + 1) in _RATES:
            return None
        index += crossed
        while not crossed and self._word(index) in ("of", "my", "the") and index - count.end < 2:
            index += 1
        strength = self._ratio(index) or self._number(index)
        if strength is None:
            return None
        larger = not count.is_count or "." in count.text
        if crossed and larger and strength.is_count and not self._measure(strength.end):
            text = strength.text
            return Amount(position, strength.end, count=text, strength=count.text, is_trailing=True)
        written = self._of_strength(index, strength)
        several = self._word(strength.end) == "s"  # "two 5s"
        told = written.unit or several or "/" in strength.text
        if not count.is_count or (not told and strength.is_count and not crossed):
            return None
        return replace(written, start=position, count=count.text)

    def _with_strength(self, counted: Amount) -> Amount:
        """Read on in "2 tablets of 500mg" and "1 tab (500 mg)"."""
        index = counted.end
        while self._word(index) in ("of", "(", "my", "the", "a") and index - counted.end < 3:
            index += 1
        pair = self._ratio(index)
        number = pair or self._number(index)
        each = (
            number is not None
            and self._word(index - 1) == "of"
            and (not number.is_count or "." in number.text)
        )
        if number is None or not (pair or each or self._measure(number.end)):
            return counted
        strong = self._of_strength(index, number)
        return replace(counted, end=strong.end, strength=strong.strength, unit=strong.unit)

    def _trailing_count(self, strong: Amount) -> Amount:
        """Read on in "500mg x2", "500 mg (2 tablets)" and "200/6 two puffs"."""
        index = strong.end
        index += self._word(index) in _RELEASED and self._word(index + 1) == "x"
        if self._word(index) == "x" and self._word(index + 2) not in _RATES:
            number = self._number(index + 1)
            if number and number.is_count:
                return replace(strong, end=number.end, count=number.text, is_trailing=True)
        index += self._word(index) in ("(", ",", "-")
        number = self._number(index)
        form = self._form(number.end) if number and number.is_count else None
        if (
            number
            and "/" in (strong.strength or "")
            and self._word(index) in UNITS_OF_TEN
            and number.is_count
        ):
            return replace(strong, end=number.end + bool(form), count=number.text, form=form)
        if number is None or form is None:
            return strong
        return replace(strong, end=number.end + 1, count=number.text, form=form)

    def _single(self, position: int) -> Amount | None:
        """Read "a puff", "a couple", "a couple of tablets" and "both tabs"."""
        word = self._word(position)
        pair = self._form(position + 1) if word == "both" else None
        if pair:
            return Amount(position, position + 2, count="2", form=pair)
        couple = position + (word in _ARTICLES)
        if self._word(couple) in ("couple", "pair"):
            end = couple + 1 + (self._word(couple + 1) == "of")
            form = self._form(end)
            return (
                Amount(position, end + 1, count="2", form=form) if form else Amount(position, end, number="2")
            )
        form = self._form(position + 1) if word in _SINGLES else None
        if form and form not in _UNCOUNTED:
            return self._with_strength(Amount(position, position + 2, count="1", form=form))
        return self._uncounted(position)

    def _uncounted(self, position: int) -> Amount | None:
        """Read "double dose", "a gram", "a single" and "teaspoon of", which hold no number."""
        word, after = self._word(position), self._word(position + 1)
        if (word, after) == ("double", "dose"):
            return Amount(position, position + 2, count="double", form="doses")
        if word in _ARTICLES and self._measure(position + 1) == "g" and after != "g":
            return Amount(position, position + 2, strength="1", unit="g")
        if after == "of" and self._form(position) in _SPOONS:
            return Amount(position, position + 1, count="1", form=self._form(position))
        alone = after == "single" and word in ("a", "one") and self._form(position + 2) is None
        spared = self._word(position - 1) in ("not", "without")
        return Amount(position, position + 2, number="1") if alone and not spared else None

    def _ratio(self, position: int) -> _Number | None:
        """Read "30/500", the amounts of a combined tablet; "7/10" and "10/5" are more likely something else."""
        first, second = self._digits(position), self._digits(position + 2)
        if first is None or second is None or self._word(position + 1) != "/":
            return None
        third = self._digits(position + 4) if self._word(position + 3) == "/" else None
        if third:
            return _Number(position + 5, f"{first}/{second}/{third}")
        measured = self._measure(position + 3) is not None
        large = value(second) > MOST_COUNT or value(first) > 31 or "." in first + second
        return _Number(position + 3, f"{first}/{second}") if measured or large else None

    def _range(self, low: _Number) -> _Number:
        if self._word(low.end) not in ("-", "to", "or"):
            return low
        high = self._number(low.end + 1)
        if high is None or value(high.text) <= value(low.text) or is_fraction(low.text):
            return low
        return _Number(high.end, f"{low.text}-{high.text}")

    def _number(self, position: int) -> _Number | None:
        """Read a number in digits or words, with a half that follows it."""
        digits = self._digits(position)
        if digits is None:
            return self._with_point(self._worded(position), position)
        if self._word(position + 1) in _AFTER_ORDINAL:
            return None
        if self._word(position + 1) == "k":
            return _Number(position + 2, plain(float(digits) * 1000))
        return self._and_a_half(_Number(position + 1, digits))

    def _with_point(self, whole: _Number | None, position: int) -> _Number | None:
        """Read on in "two point five", and read "point five", as they are dictated."""
        point = whole.end if whole else position
        if self._word(point) != "point":
            return whole
        word = self._word(point + 1)
        tenths = int(word) if word.isdecimal() and len(word) == 1 else UNITS_OF_TEN.get(word, 0)
        first = whole.text if whole else "0"
        return _Number(point + 2, f"{first}.{tenths}") if tenths and first.isdecimal() else whole

    def _digits(self, position: int) -> str | None:
        word = self._word(position)
        if not word[:1].isdecimal() or not word.isascii():
            return None
        thousands = word.count(",") == 1 and len(word.partition(",")[2]) == 3
        text = word.replace(",", "" if thousands else ".")
        try:
            return plain(float(text)) if "." in text else str(int(text))
        except ValueError:
            return None

    def _worded(self, position: int) -> _Number | None:
        """Read "two", "twenty five" and "five hundred"."""
        article = self._word(position) in _ARTICLES and self._word(position + 1) in _POWERS
        known = 1 if article else _NUMBER_WORDS.get(self._word(position))
        if known is None:
            return None
        position += 1
        tens = _TENS.get(self._word(position), 0)
        if known < _TEN and not article and tens >= _LEAST_TENS:  # "one fifty"
            known, position = known * 100 + tens, position + 1
        if known >= 20 and UNITS_OF_TEN.get(self._word(position), 0):
            known, position = known + UNITS_OF_TEN[self._word(position)], position + 1
        if self._word(position) in _POWERS:
            known, position = known * _POWERS[self._word(position)], position + 1
        return self._and_a_half(_Number(position, str(known)))

    def _and_a_half(self, whole: _Number) -> _Number:
        """Read the rest of "1 and a half", "1 1/2" and "1½"."""
        index = whole.end
        if not whole.text.isdecimal() or not whole.is_count:
            return whole
        joined = self._word(index) == "and"
        index += joined
        index += joined and self._word(index) in _ARTICLES
        bare = joined and index == whole.end + 1
        fraction, end = self._bare_fraction(index)
        if fraction not in ("half", "quarter") or (not joined and self._word(index) in _FRACTIONS):
            return whole
        if bare and self._word(end) in _OWNED:
            return whole  # "5 and half a 50 of something else"
        return _Number(end, plain(int(whole.text) + _FRACTIONS[fraction]))
