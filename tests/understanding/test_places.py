import gc
import tracemalloc
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.times import places

NOW = datetime(2026, 11, 22, 21, 41, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ("Chicago", "America/Chicago"),
        ("london", "Europe/London"),
        ("new york city", "America/New_York"),
        ("Perth", "Australia/Perth"),
        ("I'm in Leeds right now", "Europe/London"),
        ("Portland, Maine", "America/New_York"),
        ("london ontario", "America/Toronto"),
        ("Rio de Janeiro", "America/Sao_Paulo"),
        ("Zürich", "Europe/Zurich"),
        ("Ireland", "Europe/Dublin"),
        ("Texas", "America/Chicago"),
        ("EST", "America/New_York"),
        ("pacific time", "America/Los_Angeles"),
        ("CET", "Europe/Berlin"),
        ("europe/paris", "Europe/Paris"),
        ("GMT+5:30", "Asia/Kolkata"),
        ("utc-3:30", "America/St_Johns"),
        ("utc+5:45", "Asia/Kathmandu"),
    ],
)
def test_a_place_gives_its_zone(said: str, best: str) -> None:
    assert places.find_zone(said, NOW)[0] == best


@pytest.mark.parametrize(("said", "hours"), [("+2", 2), ("utc-5", -5), ("GMT +11", 11), ("UTC+0", 0)])
def test_an_offset_gives_a_zone_with_that_offset(said: str, hours: int) -> None:
    zone = ZoneInfo(places.find_zone(said)[0])
    offset = NOW.astimezone(zone).utcoffset()
    assert offset is not None
    assert offset.total_seconds() == hours * 3600


@pytest.mark.parametrize(
    ("said", "zones"),
    [
        ("Portland", {"America/Los_Angeles", "America/New_York"}),
        ("Birmingham", {"Europe/London", "America/Chicago"}),
        ("australia", {"Australia/Sydney", "Australia/Perth", "Australia/Brisbane"}),
    ],
)
def test_a_name_of_several_places_gives_all_their_zones(said: str, zones: set[str]) -> None:
    assert zones <= set(places.find_zone(said, NOW))


def test_the_hour_on_the_patients_wall_gives_the_zones_where_it_is_that_hour() -> None:
    found = places.find_zone("it's 3:40 pm here", NOW)
    assert "America/Chicago" in found
    for zone in found:
        assert f"{NOW.astimezone(ZoneInfo(zone)):%H}" == "15"


def test_an_hour_without_the_moment_names_no_zone() -> None:
    assert places.find_zone("it's 3:40 pm here") == ()


@pytest.mark.parametrize("said", ["", "   ", "banana", "my dog", "+25", "🙂"])
def test_what_is_no_place_gives_nothing(said: str) -> None:
    assert places.find_zone(said, NOW) == ()


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("America/Chicago", "US"),
        ("US/Eastern", "US"),
        ("Asia/Calcutta", "IN"),
        ("Europe/London", "GB"),
        ("Etc/UTC", None),
        ("Etc/GMT+5", None),
        ("Nowhere/Land", None),
    ],
)
def test_a_zone_lies_in_a_country(zone: str, country: str | None) -> None:
    assert places.country_of_zone(zone) == country


def test_the_list_of_cities_is_not_kept_in_memory() -> None:
    places.find_zone("Chicago")
    tracemalloc.start()
    places.find_zone("Boston")
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 2_000_000


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.text(max_size=60))
def test_any_text_gives_only_zones_that_load(text: str) -> None:
    for zone in places.find_zone(text, NOW):
        ZoneInfo(zone)
