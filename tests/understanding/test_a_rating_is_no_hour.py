"""A number that says how bad a symptom is says nothing about when, though "6 today" alone is an hour."""

from datetime import datetime

import pytest

from bot import app
from bot.understanding import reader

NOON = datetime(2026, 3, 10, 12)  # noqa: DTZ001  wall time


@pytest.fixture(scope="module")
def reads() -> reader.PatientReader:
    return app.understanding().for_patient(NOON, "en-US")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("left knee 6 today, rained all night", "2026-03-10T00:00"),
        ("nausea 4 yesterday", "2026-03-09T00:00"),
        ("headache 5 this morning", "2026-03-10T09:00"),
        ("fatigue is at 8 last night", "2026-03-09T21:00"),
        ("6 today", "2026-03-10T06:00"),
        ("dizzy at 6 today", "2026-03-10T06:00"),
        ("took 2 paracetamol 6 this morning, headache 4", "2026-03-10T06:00"),
        ("woke 6 am today with headache 6", "2026-03-10T06:00"),
    ],
)
def test_only_what_rates_nothing_is_an_hour(reads: reader.PatientReader, text: str, when: str) -> None:
    found = reads.find_time(text, "past")
    assert found.value == datetime.fromisoformat(when)
