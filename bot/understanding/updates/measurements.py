"""Measured values, kept as written with their unit: blood pressure, pulse, glucose, temperature and the like.

No value is judged or converted. A unit that was left out is filled in only where no other is possible.
"""

import re
from functools import cache
from typing import NamedTuple

from bot.domain.readings import Measurement
from bot.understanding.words import patterns

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_IS = (
    r"(?:\s*(?:is|was|at|of|=|:|-|about|around|up to|hit|hitting|spiked to|dropped to|down to|jumped to|went to|"
    r"over|under|now|still|reading|this morning|today|came back|came back at|level|levels|just|only|went up to|"
    r"shot up to|to|check|has been)){0,4}\s*"
)


class _Kind(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    unit: str | None
    low: float
    high: float


def _kind(name: str, words: str, units: str, unit: str | None, between: tuple[float, float]) -> _Kind:
    pattern = re.compile(
        rf"(?<![^\W_])(?:{words}){_IS}{_NUMBER}(?![\d/:])\s*({units})?(?![^\W\d_])", re.IGNORECASE
    )
    return _Kind(name, pattern, unit, *between)


_DIGIT = re.compile(r"\d")
_PRESSURE = re.compile(r"(?<![\d/.])(\d{2,3})\s*(?:/|over)\s*(\d{2,3})(?![\d/])\s*(mm\s?hg)?", re.IGNORECASE)
_PRESSURE_NAMED = re.compile(r"(?<![^\W_])(?:bp|b/p|blood pressure)(?![^\W_])", re.IGNORECASE)
_BARE_TEMPERATURE = re.compile(
    rf"(?<![\d.,/]){_NUMBER}\s*(?:°|º|degrees|deg)\s*(c|f)?(?![^\W\d_])", re.IGNORECASE
)
_LONE_FEVER = patterns.Pattern(
    r"(?<![\d.,/:£$€#])((?:3[89]|4[01]|10[0-5])[.,]\d)(?![\d/:]|\s*(?:[%x]|(?:kg|kilos?|lbs?|pounds|st|stone|mg|mcg|ml|"
    r"units?|u|mmol|miles?|km|k|quid|pounds|euros?|hours?|hrs?|days?|weeks?|months?|inch(?:es)?|cm|mm|am|pm)(?![^\W\d_])))",
    re.IGNORECASE,
)
_FEVERISH = patterns.Pattern(
    r"(?<![^\W_])(?:shiver\w*|chill(?:s|y)|ach(?:y|ing|es?)|feverish|clammy|sweat\w*|flu(?:ey|ish)?|burning up|unwell"
    r"|rough|rotten|awful|poorly|ill|hot and cold|hot|roasting|thermometer|sore throat|rigors?|goosebumps"
    r"|teeth chattering)(?![^\W_])",
    re.IGNORECASE,
)
_OF_ANOTHER = patterns.Pattern(
    r"(?<![^\W_])(?:s?he|s?he'?s|his|hers?|him|m[uo]m(?:my)?|mam|dad(?:dy)?|wife|husband|hubby|partner|son|daughter|kids?"
    r"|child|children|baby|toddler|boy|girl|flatmate|housemate|roommate|gran|nan|granny|grandad|grandpa|mother|father"
    r"|brother|sister|uncle|aunt|resident|little one)(?:'s)?(?![^\W_])",
    re.IGNORECASE,
)
"""Where another is spoken of, a number that nobody is named beside may be theirs."""
_OF_SELF = patterns.Pattern(r"(?<![^\W_])(?:i|i'?m|i'?ve|me)(?![^\W_])[^.!?\n]*$", re.IGNORECASE)
_LED_BY = 60
"""How many letters before a number tell whose and what it is."""
_NAMED_NUMBER = patterns.Pattern(
    r"(?:weigh\w*|weight|bmi|sugars?|glucose|bg|libre|dexcom|a1c|hba1c|inr|crp|ketones?|paid|cost|ferritin|bill|hr|pulse"
    r"|bp|sats?|fm|radio|outside|room|bath|oven|heating|shower|water|above|over|below|under|means?|ring at|if it'?s"
    r"|goes|hits|reaches)(?![^\W_])[^.!?\n,;]{0,24}$",
    re.IGNORECASE,
)
"""Before a number, make it no temperature of a body."""
_OF_WEATHER = re.compile(
    r"\s*(?:heat\b|weather\b|sun\b|shade\b|(?:(?:or so|today|right now|now|already|again)\s+)*"
    r"(?:out(?:side|doors)?\b|(?:here|there)\b"
    r"|in (?:the|my|this|our) (?:flat|house|shade|sun|office|car|(?:bed|living |waiting )?room|kitchen|ward|city)\b))",
    re.IGNORECASE,
)
"""After degrees, make them those of the day and no body's ("40 degrees out", "38 degrees in the flat")."""
_BARE_PULSE = re.compile(r"(?<![\d.,/])(\d{2,3})\s*bpm(?![^\W_])", re.IGNORECASE)
_BARE_GLUCOSE = re.compile(rf"(?<![\d.,/]){_NUMBER}\s*(mmol(?:/l)?|mg/dl)(?![^\W_])", re.IGNORECASE)


@cache
def _kinds() -> tuple[_Kind, ...]:
    """Give what is measured; compiled at the first number read, as it is dear and start-up waits for nothing."""
    return tuple(_kind(*known) for known in _KNOWN)


_KNOWN: tuple[tuple[str, str, str, str | None, tuple[float, float]], ...] = (
    (
        "heart rate",
        r"hr|heart rate|pulse|heartrate|resting hr|bpm",
        "bpm|beats per minute",
        "bpm",
        (20, 260),
    ),
    (
        "glucose",
        r"glucose|blood sugars?|sugars?|bg|bgl|blood glucose|bs|cgm|libre|dexcom|fasting",
        r"mmol/l|mmol|mg/dl|mgdl",
        None,
        (1, 700),
    ),
    (
        "temperature",
        r"temp|temperature|fever(?: of)?|temps",
        r"°?\s?c|°?\s?f|degrees?(?: [cf])?|celsius|fahrenheit|°",
        None,
        (33, 109),
    ),
    (
        "oxygen saturation",
        r"spo2|sp02|o2|sats?|oxygen|o2 sats?|pulse ox|ox|saturation",
        r"%|percent",
        "%",
        (50, 100),
    ),
    (
        "weight",
        r"weight|weigh(?:ed|ing)?(?: in)?(?: myself)?",
        r"kgs?|kilos?|lbs?|pounds|st|stone",
        None,
        (25, 700),
    ),
    ("peak flow", r"peak flow|pf|pef|peakflow", r"l/min", "L/min", (50, 900)),
    ("INR", r"inr", r"x{0}", None, (0.5, 15)),
    ("HbA1c", r"a1c|hba1c", r"%|mmol/mol", None, (3, 150)),
    ("ketones", r"ketones?", r"mmol/l|mmol", None, (0, 20)),
    ("CRP", r"crp", r"mg/l", None, (0, 500)),
    ("calprotectin", r"calprotectin|fcal|fecal cal", r"x{0}", None, (0, 6000)),
)
_LOWEST_CELSIUS, _HIGHEST_CELSIUS = 33.0, 43.0
_FEVER_CELSIUS, _FEVER_FAHRENHEIT = 38.0, 100.4
"""What counts as a fever. Source: CDC, "Definitions of signs, symptoms and conditions of ill travelers" (US)."""


def find(text: str) -> tuple[Measurement, ...]:
    """List the measured values of ``text`` in the order they stand in, once each."""
    if not _DIGIT.search(text):
        return ()
    found: dict[int, Measurement] = {}
    _find_pressure(text, found)
    for kind in _kinds():
        for match in kind.pattern.finditer(text):
            value = float(match.group(1).replace(",", "."))
            if kind.low <= value <= kind.high:
                unit = _unit(kind.name, value, match.group(2), kind.unit)
                found.setdefault(match.start(1), Measurement(kind.name, match.group(1), unit))
    _find_by_unit(text, found)
    _find_lone_fever(text, found)
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def has_fever(measurements: tuple[Measurement, ...]) -> bool:
    """Tell whether a measured temperature is by definition a fever."""
    for measurement in measurements:
        if measurement.name == "temperature":
            value = float(measurement.value.replace(",", "."))
            limit = _FEVER_CELSIUS if value <= _HIGHEST_CELSIUS else _FEVER_FAHRENHEIT
            if value >= limit:
                return True
    return False


def _find_pressure(text: str, found: dict[int, Measurement]) -> None:
    named = _PRESSURE_NAMED.search(text) is not None
    for match in _PRESSURE.finditer(text):
        upper, lower = int(match.group(1)), int(match.group(2))
        if 60 <= upper <= 260 and 30 <= lower < upper and (named or (upper >= 80 and lower >= 40)):
            found[match.start(1)] = Measurement("blood pressure", f"{upper}/{lower}", "mmHg")


def _find_by_unit(text: str, found: dict[int, Measurement]) -> None:
    for match in _BARE_TEMPERATURE.finditer(text):
        value = float(match.group(1).replace(",", "."))
        bodily = _LOWEST_CELSIUS <= value <= _HIGHEST_CELSIUS or 94 <= value <= 109
        if bodily and not _OF_WEATHER.match(text, match.end()):
            unit = _unit("temperature", value, match.group(2), None)
            found.setdefault(match.start(1), Measurement("temperature", match.group(1), unit))
    for match in _BARE_PULSE.finditer(text):
        found.setdefault(match.start(1), Measurement("heart rate", match.group(1), "bpm"))
    for match in _BARE_GLUCOSE.finditer(text):
        found.setdefault(match.start(1), Measurement("glucose", match.group(1), _plain_unit(match.group(2))))


def _find_lone_fever(text: str, found: dict[int, Measurement]) -> None:
    """Read the "38.2" of "chilly, shivery, 38.2" as the temperature that it is, where feverish words stand by it."""
    lone = [match for match in _LONE_FEVER.finditer(text) if match.start(1) not in found]
    if not lone or any(one.name == "temperature" for one in found.values()) or not _FEVERISH.search(text):
        return
    of_another = _OF_ANOTHER.search(text) is not None
    for match in lone:
        value, before = float(match.group(1).replace(",", ".")), text[: match.start()][-_LED_BY:]
        limit = _FEVER_CELSIUS if value <= _HIGHEST_CELSIUS else _FEVER_FAHRENHEIT
        theirs = of_another and not _OF_SELF.search(before)
        if value >= limit and not theirs and not _NAMED_NUMBER.search(before):
            unit = _unit("temperature", value, None, None)
            found[match.start(1)] = Measurement("temperature", match.group(1), unit)


_UNITS = {
    "mmol/l": "mmol/L", "mmol": "mmol/L", "mg/dl": "mg/dL", "mgdl": "mg/dL", "percent": "%", "kgs": "kg", "kilo": "kg",
    "kilos": "kg", "lbs": "lb", "pounds": "lb", "stone": "st", "beats per minute": "bpm", "l/min": "L/min",
    "mg/l": "mg/L",
}  # fmt: skip


def _plain_unit(written: str) -> str:
    return _UNITS.get(written.lower().strip(), written.lower().strip())


def _unit(name: str, value: float, written: str | None, only: str | None) -> str | None:
    if name == "temperature":
        if written and written.strip().lower()[-1:] in ("c", "f") and "degree" not in written.lower():
            return f"°{written.strip()[-1].upper()}"
        return "°C" if value <= _HIGHEST_CELSIUS else "°F"
    return _plain_unit(written) if written else only
