"""The calendar file: readable by a calendar, at the right instant, nothing broken by what a patient wrote."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from bot.documents import calendar
from bot.domain import visits

NOW = datetime(2026, 3, 1, tzinfo=UTC)
VISIT = visits.Visit(
    "v1", datetime(2026, 3, 10, 18, 15, tzinfo=UTC), "America/New_York", "Dr Wu", "City clinic", "my knee", 20
)


def events(*planned: visits.Visit) -> list[Any]:
    written = calendar.visits_to_ics(planned, NOW, title="Visit", title_with="Visit: {whom}")
    return list(Calendar.from_ical(written).walk("VEVENT"))


def test_a_visit_stands_at_its_instant_for_its_length() -> None:
    (event,) = events(VISIT)
    assert event.decoded("dtstart") == VISIT.at
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=20)
    assert (str(event["summary"]), str(event["location"])) == ("Visit: Dr Wu", "City clinic")


def test_a_visit_without_an_hour_is_the_whole_day_at_the_clinic() -> None:
    (event,) = events(replace(VISIT, at=datetime(2026, 3, 11, 3, tzinfo=UTC), hour_known=False))
    assert event.decoded("dtstart") == date(2026, 3, 10)


def test_a_cancelled_visit_takes_itself_off_the_calendar_under_the_same_id() -> None:
    (kept,), (gone,) = events(VISIT), events(replace(VISIT, state="cancelled"))
    assert kept["uid"] == gone["uid"]
    assert str(gone["status"]) == "CANCELLED"


def test_what_a_patient_wrote_stays_one_value() -> None:
    nasty = "Dr {x}; A, B\r\nEND:VEVENT\nBEGIN:VALARM \N{FACE WITH HEAD-BANDAGE}"
    (event,) = events(replace(VISIT, with_whom=nasty, where=nasty, why=nasty))
    assert "END:VEVENT" in str(event["location"])
    assert not event.subcomponents


def test_no_visits_make_an_empty_calendar() -> None:
    assert events() == []


def test_visits_come_in_their_order() -> None:
    sooner = replace(VISIT, id="v0", at=VISIT.at - timedelta(days=1))
    assert [str(event["uid"]) for event in events(VISIT, sooner)] == ["v0@sameside", "v1@sameside"]
