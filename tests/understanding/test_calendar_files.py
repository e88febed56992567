"""Calendar files as clinics and phones make them, and as nobody should: read right, in bounds, never with an error."""

from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import timezone as library_zones

from bot.documents import calendar
from bot.domain import visits
from bot.domain.calendar_events import Event
from bot.understanding.calendars import calendar_files, calendar_lines

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
START = "DTSTART:20260310T181500Z"


def ics(*events: tuple[str, ...], head: tuple[str, ...] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def read(*events: tuple[str, ...], head: tuple[str, ...] = (), now: datetime = NOW) -> tuple[Event, ...]:
    found = calendar_files.read(ics(*events, head=head), NEW_YORK, now)
    assert found.is_calendar
    assert found.unread == 0
    return found.events


def one(*lines: str, head: tuple[str, ...] = ()) -> Event:
    (event,) = read(lines, head=head)
    return event


def unread(*events: tuple[str, ...]) -> int:
    return calendar_files.read(ics(*events), NEW_YORK, NOW).unread


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("DTSTART;TZID=America/Chicago:20260310T131500", "America/Chicago"),
        ('DTSTART;TZID="Central Standard Time":20260310T131500', "America/Chicago"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/America/Chicago:20260310T131500", "America/Chicago"),
        ("DTSTART;TZID=W. Europe Standard Time:20260310T191500", "Europe/Berlin"),
        ("DTSTART;TZID=America/Argentina/Salta:20260310T151500", "America/Argentina/Salta"),
        ("DTSTART:20260310T181500Z", "America/New_York"),
        ("DTSTART:20260310T141500", "America/New_York"),
    ],
)
def test_a_time_is_the_same_instant_however_its_zone_is_named(line: str, zone: str) -> None:
    event = one("UID:a", line)
    assert (event.at, event.zone, event.zone_sure) == (datetime(2026, 3, 10, 18, 15, tzinfo=UTC), zone, True)


def test_a_zone_of_the_files_own_is_known_by_the_place_it_names() -> None:
    zone = ("BEGIN:VTIMEZONE", "TZID:Our clinic", "X-LIC-LOCATION:America/Chicago", "END:VTIMEZONE")
    assert one("DTSTART;TZID=Our clinic:20260310T131500", head=zone).zone == "America/Chicago"


def test_a_zone_nobody_knows_is_the_patients_and_says_so() -> None:
    event = one("DTSTART;TZID=../../etc/passwd:20260310T141500")
    assert (event.zone, event.zone_sure) == ("America/New_York", False)


def test_a_calendars_own_zone_holds_for_times_without_one() -> None:
    event = one("DTSTART:20260310T131500", head=("X-WR-TIMEZONE:America/Chicago",))
    assert (event.at, event.floating) == (datetime(2026, 3, 10, 18, 15, tzinfo=UTC), False)
    assert one("DTSTART:20260310T131500").floating


def test_a_time_in_the_spring_gap_is_the_first_that_exists() -> None:
    assert one("DTSTART:20260308T023000").at == datetime(2026, 3, 8, 7, tzinfo=UTC)


def test_a_whole_day_has_no_hour() -> None:
    event = one("DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260311")
    assert (event.hour_known, event.at, event.minutes) == (False, datetime(2026, 3, 10, 16, tzinfo=UTC), 0)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("DTEND:20260310T190000Z", 45),
        ("DURATION:PT1H30M", 90),
        ("DURATION:-PT1H", 0),
        ("DURATION:P9999999999W", 0),
        ("DTEND:20260310T100000Z", 0),
        ("DTEND:20260312T181500Z", 0),
        ("SUMMARY:no end", 0),
    ],
)
def test_a_length_is_one_only_where_a_visit_can_be_so_long(line: str, minutes: int) -> None:
    assert one(START, line).minutes == minutes


def test_words_come_in_one_line_without_tags_and_escapes() -> None:
    event = one(
        START,
        "SUMMARY:Dr Lee\\, Neuro\\;logy",
        "LOCATION:City clinic\\n2nd  floor",
        "DESCRIPTION:bring <b>your</b> list\x07",
    )
    assert (event.title, event.where) == ("Dr Lee, Neuro;logy", "City clinic 2nd floor")
    assert event.note == "bring your list"


def test_folded_lines_are_one_and_alarms_are_not_the_event() -> None:
    event = one(START, "SUMMARY:Dr\r\n  Lee", "BEGIN:VALARM", "DESCRIPTION:ring", "SUMMARY:x", "END:VALARM")
    assert (event.title, event.note) == ("Dr Lee", "")


def test_what_is_called_off_says_so_by_status_or_by_method() -> None:
    assert one(START, "STATUS:cancelled").cancelled
    assert one(START, head=("METHOD:CANCEL",)).cancelled
    assert not one(START, "STATUS:CONFIRMED").cancelled


def test_of_an_event_that_stands_twice_the_later_change_counts() -> None:
    older, newer = ("UID:a", START, "SEQUENCE:1"), ("UID:a", "DTSTART:20260311T181500Z", "SEQUENCE:2")
    assert [event.at.day for event in read(newer, older)] == [11]
    assert [event.at.day for event in read(older, newer)] == [11]
    assert len(read(("UID:a", START), ("UID:b", START))) == 2


def test_an_event_that_repeats_gives_its_next_dates_without_those_taken_out_or_moved() -> None:
    weekly = (
        "UID:a",
        "DTSTART;TZID=America/New_York:20260219T100000",
        "RRULE:FREQ=WEEKLY;COUNT=5",
        "EXDATE;TZID=America/New_York:20260312T100000",
    )
    moved = (
        "UID:a",
        "RECURRENCE-ID;TZID=America/New_York:20260305T100000",
        "DTSTART;TZID=America/New_York:20260306T120000",
    )
    assert sorted(event.at for event in read(weekly, moved)) == [
        datetime(2026, 3, 6, 17, tzinfo=UTC),
        datetime(2026, 3, 19, 14, tzinfo=UTC),  # the clocks went forward meanwhile
    ]
    assert {event.repeats for event in read(weekly)} == {True}


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", [10, 11, 12]),
        ("FREQ=WEEKLY;UNTIL=20260320", [10, 17]),
        ("FREQ=WEEKLY;UNTIL=20260317T181500Z", [10, 17]),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", [10, 12, 17, 19]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=2;WKST=SU", [10, 24]),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=1", [10]),
        ("FREQ=MONTHLY;BYMONTHDAY=10;COUNT=2", [10, 10]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", [10]),
        ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31", [10]),
        ("FREQ=WEEKLY;INTERVAL=0", [10]),
        ("FREQ=WEEKLY;COUNT=99999999", [10]),
        ("nonsense", [10]),
    ],
)
def test_rules_are_followed_where_they_are_known_and_else_the_first_date_stands(
    rule: str, days: list[int]
) -> None:
    found = read(("UID:a", "DTSTART;TZID=America/New_York:20260310T141500", f"RRULE:{rule}"))
    assert min(event.at for event in found).day == 10
    assert [event.at.day for event in sorted(found, key=lambda e: e.at)] == days


def test_an_endless_rule_gives_a_handful_of_dates() -> None:
    assert len(read(("UID:a", START, "RRULE:FREQ=DAILY"))) == 6


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:no start",),
        ("DTSTART:tomorrow",),
        ("DTSTART:20261399T181500Z",),
        ("DTSTART:99991231T235959",),
        ("DTSTART:00010101T000000Z",),
        ("UID:a", "DTSTART:20200101T100000Z", "RRULE:FREQ=HOURLY"),
    ],
)
def test_what_cannot_be_read_is_counted(lines: tuple[str, ...]) -> None:
    assert unread(lines, ("UID:b", START)) == 1


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7", b"\x00" * 5000, b"BEGIN:VCARD\r\nEND:VCARD"])
def test_what_is_no_calendar_says_so(content: bytes) -> None:
    assert not calendar_files.read(content, NEW_YORK, NOW).is_calendar


def test_other_encodings_and_line_ends_are_read() -> None:
    text = ics((START, "SUMMARY:Z\N{LATIN SMALL LETTER U WITH DIAERESIS}rich")).decode()
    for content in (
        text.encode("utf-16"),
        text.encode("utf-8-sig"),
        text.replace("\r\n", "\n").encode(),
        text.replace("\r\n", "\r").encode(),
    ):
        (event,) = calendar_files.read(content, NEW_YORK, NOW).events
        assert event.title == "Z\N{LATIN SMALL LETTER U WITH DIAERESIS}rich"
    (event,) = calendar_files.read(text.encode("latin-1"), NEW_YORK, NOW).events
    assert event.at == datetime(2026, 3, 10, 18, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "mime", "expected"),
    [
        ("invite.ics", "", True),
        ("INVITE.ICS ", "application/octet-stream", True),
        ("", "text/calendar; charset=utf-8; method=REQUEST", True),
        ("ics", "", False),
        ("invite.ics.exe", "", False),
        ("scan.pdf", "application/pdf", False),
    ],
)
def test_a_calendar_is_known_by_its_name_or_type(name: str, mime: str, expected: bool) -> None:  # noqa: FBT001
    assert calendar_files.is_calendar(name, mime) is expected


# Our own files


zones_met = st.sampled_from(["America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia"])
TURNING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters=TURNING), max_size=60
).map(lambda text: " ".join(text.replace("<", "(").split()))


@settings(max_examples=80, deadline=None)
@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001  made UTC here
        lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
    ),
    zone=zones_met,
    told=st.tuples(words, words, words),
    minutes=st.integers(calendar_files.SHORTEST, calendar_files.LONGEST),
    hour_known=st.booleans(),
    cancelled=st.booleans(),
)
def test_a_visit_written_by_us_reads_back_as_it_was(  # noqa: PLR0917  one visit
    at: datetime,
    zone: str,
    told: tuple[str, str, str],
    minutes: int,
    hour_known: bool,  # noqa: FBT001
    cancelled: bool,  # noqa: FBT001
) -> None:
    if not hour_known:
        at = datetime.combine(at.astimezone(ZoneInfo(zone)).date(), visits.HOUR_NOT_TOLD, ZoneInfo(zone))
    state: Literal["planned", "cancelled"] = "cancelled" if cancelled else "planned"
    visit = visits.Visit("v1", at.astimezone(UTC), zone, *told, minutes, state, hour_known=hour_known)
    written = calendar.visits_to_ics([visit], NOW, title="Visit", title_with="Visit: {whom}")
    (event,) = calendar_files.read(written, ZoneInfo(zone), NOW).events
    assert event.uid == visits.calendar_uid(visit)
    assert (event.at, event.hour_known, event.cancelled) == (visit.at, hour_known, cancelled)
    assert event.minutes == (minutes if hour_known else 0)
    assert event.title == (f"Visit: {told[0]}" if told[0] else "Visit")
    assert (event.where, event.note) == (told[1], told[2])


# Hostile files


pieces = st.sampled_from(
    [
        *(
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VTIMEZONE",
            "END:VTIMEZONE",
        ),
        *("BEGIN:VALARM", "END:VALARM", "BEGIN:", "END:", ":", ";", "=", "\\", '"', " ", "\t", "\r"),
        *(
            "DTSTART",
            "DTSTART:20260310T181500Z",
            "DTSTART;TZID=",
            "DTSTART;VALUE=DATE:20260310",
            "DTEND:",
            "P1D",
        ),
        *("RRULE:FREQ=", "RRULE:FREQ=DAILY;COUNT=", "UNTIL=", "BYDAY=5MO", "EXDATE:", "RECURRENCE-ID:"),
        *(
            "SUMMARY:",
            "UID:a",
            "DURATION:P",
            "DURATION:PT99999999999999999999H",
            "SEQUENCE:-1",
            "TZID:",
            "\x00",
        ),
        *("X-LIC-LOCATION:..", "STATUS:CANCELLED", "METHOD:CANCEL", "20260230T250000", "\N{COMBINING TILDE}"),
    ]
)
lines = st.lists(pieces | st.text(max_size=12), max_size=4).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(lines, max_size=40).map("\r\n".join))
@example("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=America:20260310T181500")
@example("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=" + "A/" * 500 + ":20260310T181500")
def test_no_file_made_of_calendar_pieces_raises(text: str) -> None:
    content = ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + text).encode("utf-8", "surrogatepass")
    found = calendar_files.read(content, NEW_YORK, NOW)
    assert all(event.at.tzinfo is UTC and "\x00" not in event.title for event in found.events)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(content: bytes) -> None:
    calendar_files.read(content, NEW_YORK, NOW)
    calendar_files.read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:" + content, NEW_YORK, NOW)


def big(line: bytes, *, inside: bytes = b"BEGIN:VCALENDAR\n") -> bytes:
    """Fill a file to the last byte that is still read."""
    return inside + line * ((calendar_lines.MOST_BYTES - len(inside)) // len(line))


@pytest.mark.parametrize(
    "content",
    [
        big(b"BEGIN:VEVENT\nDTSTART:20260310T181500Z\n"),
        big(b"BEGIN:X\n"),
        big(b"END:VCALENDAR\n"),
        big(
            b"BEGIN:VEVENT\nUID:%d\nDTSTART:19720101T100000\nRRULE:FREQ=DAILY;COUNT=100;INTERVAL=999\nEND:VEVENT\n"
        ),
        big(
            b"BEGIN:VEVENT\nDTSTART:19720229T100000\nRRULE:FREQ=MONTHLY;BYDAY=4MO;UNTIL=21991231\nEND:VEVENT\n"
        ),
        big(
            b"20200101T000000,",
            inside=b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260310T181500Z\nRRULE:FREQ=DAILY\nEXDATE:",
        ),
        big(b"\n ", inside=b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:"),
        big(b'"', inside=b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;X="),
        big(b"<", inside=b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260310T181500Z\nSUMMARY:"),
        big(b"BEGIN:VTIMEZONE\nTZID:%d\nX-LIC-LOCATION:Nowhere\nEND:VTIMEZONE\n"),
    ],
    ids=["open", "deep", "ends", "counted", "months", "exceptions", "folds", "quotes", "tags", "zones"],
)
def test_the_largest_hostile_file_is_read_in_bounds(content: bytes) -> None:
    found = calendar_files.read(content, NEW_YORK, NOW)
    assert len(found.events) <= calendar_lines.MOST_EVENTS + 100


def test_a_larger_file_is_not_looked_at() -> None:
    assert not calendar_files.read(
        ics((START,)) + b"X" * calendar_lines.MOST_BYTES, NEW_YORK, NOW
    ).is_calendar


def test_zones_that_a_file_describes_stay_in_that_file() -> None:
    zone = (
        *("BEGIN:VTIMEZONE", "TZID:Poison/Zone", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("TZOFFSETFROM:+0000", "TZOFFSETTO:+1400", "END:STANDARD", "END:VTIMEZONE"),
    )
    one("DTSTART;TZID=Poison/Zone:20260310T141500", head=zone)
    assert library_zones.tzp.timezone("Poison/Zone") is None


def test_a_key_names_an_event_also_when_the_file_is_read_again() -> None:
    first, again = (one("UID:a", START), one("UID:a", START))
    assert first.key == again.key
    assert first.key != one("UID:b", START).key
    assert one(START, "SUMMARY:x").key != one(START, "SUMMARY:y").key
