"""The numbers to call: every promised country, nothing that cannot be dialled, and an answer for any code."""

import re
from datetime import date

import pytest

from bot.content import recognition

NUMBERS = recognition.load_urgent_numbers()
EU = [
    "AT",
    "BE",
    "BG",
    "HR",
    "CY",
    "CZ",
    "DK",
    "EE",
    "FI",
    "FR",
    "DE",
    "GR",
    "HU",
    "IE",
    "IT",
    "LV",
    "LT",
    "LU",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SK",
    "SI",
    "ES",
    "SE",
]


@pytest.mark.parametrize("code", ["US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA", "CH", "NO", *EU])
def test_every_promised_country_is_there(code: str) -> None:
    assert NUMBERS.for_country(code) is not NUMBERS.fallback


@pytest.mark.parametrize("code", EU)
def test_every_eu_state_names_112(code: str) -> None:
    assert "112" in NUMBERS.for_country(code).emergency


@pytest.mark.parametrize("code", sorted(NUMBERS.countries))
def test_every_line_can_be_reached_and_every_country_is_sourced(code: str) -> None:
    country = NUMBERS.for_country(code)
    assert re.match(r"\d{3}", country.emergency)
    assert "." in country.source
    assert date.fromisoformat(country.checked) >= date(2026, 1, 1)
    for line in (*country.crisis, *country.poison, *country.abuse):
        assert line.phone or line.text or line.web
        assert re.fullmatch(r"[+\d][\d -]*(, then option \d)?|", line.phone)


@pytest.mark.parametrize("code", ["US", "CA", "GB", "AU", "FR", "DE", "ES", "NL", "SE", "PT", "IN"])
def test_the_first_crisis_line_of_the_larger_countries_was_compared(code: str) -> None:
    assert NUMBERS.for_country(code).crisis[0].checked or NUMBERS.for_country(code).crisis[1].checked


def test_a_country_without_a_crisis_line_says_so() -> None:
    silent = [country for country in NUMBERS.countries.values() if not country.crisis]
    assert [country.name for country in silent if not country.notes] == []


@pytest.mark.parametrize("code", [None, "", "XX", "??", "USA"])
def test_an_unknown_country_gets_the_general_answer(code: str | None) -> None:
    assert "112 works in many countries" in NUMBERS.for_country(code).emergency


def test_codes_are_read_in_any_case() -> None:
    assert NUMBERS.for_country(" gb ") == NUMBERS.for_country("GB")
