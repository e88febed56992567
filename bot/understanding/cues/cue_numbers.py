"""Reads the numbers that carry meaning ("sugar 2.1", "temp 39", "bp 210/110") as concepts like any other.

A number counts only beside the name of what it measures: 50 may be a dose, a house number or an oxygen level.
"""

import re
from collections.abc import Iterator, Mapping

from bot.domain.recognition import Band, Measure
from bot.understanding.cues.cue_phrases import Span
from bot.understanding.cues.cue_words import Word

_NUMBER = re.compile(r"^\d{1,4}(?:[.,]\d{1,2})?$")
_PRESSURE = re.compile(r"^(\d{2,3})/(\d{2,3})$")
_UPPER, _LOWER = (50, 300), (20, 200)
"""What a person's blood pressure can be, in mmHg; outside of it 12/10 is a date."""


def read(
    words: list[Word],
    found: Mapping[str, list[Span]],
    measures: tuple[Measure, ...],
    number_words: Mapping[str, float],
) -> dict[str, list[Span]]:
    """Return the concepts that the numbers in ``words`` stand for, with their spans."""
    values = {
        i: value for i, word in enumerate(words) if (value := _value(word.text, number_words)) is not None
    }
    pressures = {i: value for i, word in enumerate(words) if (value := _pressure(word.text)) is not None}
    meant: dict[str, list[Span]] = {}
    for measure in measures if values or pressures else ():
        numbers = pressures if measure.form == "pressure" else values
        for i, value in numbers.items():
            if measure.bare or _named(i, words, found.get(measure.named, ()), measure, numbers):
                for band in _bands(measure, value, _unit(words, i, measure)):
                    meant.setdefault(band.concept, []).append((i, i + 1))
    return meant


def _value(text: str, number_words: Mapping[str, float]) -> float | None:
    if text[0].isdigit():
        return float(text.replace(",", ".")) if text.isascii() and _NUMBER.match(text) else None
    return number_words.get(text)


def _pressure(text: str) -> float | None:
    pair = _PRESSURE.match(text) if text.isascii() else None
    if pair is None:
        return None
    upper, lower = int(pair[1]), int(pair[2])
    fits = _UPPER[0] <= upper <= _UPPER[1] and _LOWER[0] <= lower <= _LOWER[1] and upper > lower
    return float(upper) if fits else None


def _named(
    i: int, words: list[Word], names: list[Span] | tuple[()], measure: Measure, numbers: Mapping[int, float]
) -> bool:
    for start, end in names:
        if words[start].sentence != words[i].sentence:
            continue
        before = 0 <= i - end < measure.before and not any(j in numbers for j in range(end, i))
        after = 0 <= start - i - 1 < measure.after and not any(j in numbers for j in range(i + 1, start))
        if before or after:
            return True
    return False


def _unit(words: list[Word], i: int, measure: Measure) -> str:
    following = words[i + 1].text if i + 1 < len(words) else ""
    return next((unit for unit, spellings in measure.units.items() if following in spellings), "")


def _bands(measure: Measure, value: float, unit: str) -> Iterator[Band]:
    for band in measure.bands:
        unit_fits = unit == band.unit if band.stated or (unit and band.unit) else True
        if unit_fits and band.low <= value <= band.high:
            yield band
