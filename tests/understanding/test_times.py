from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import readings
from bot.understanding.times import time_words, times

SUNDAY = datetime.fromisoformat("2026-11-22T16:00")
WEDNESDAY = datetime.fromisoformat("2026-11-18T10:00")
JANUARY = datetime.fromisoformat("2027-01-05T09:30")


def found(text: str, now: datetime = WEDNESDAY, kind: readings.Kind = "future", locale: str = "en-US") -> str:
    value = times.find(text, now, kind, locale).value
    return value.isoformat(timespec="minutes") if value else ""


def choices(text: str, now: datetime, kind: readings.Kind = "future", locale: str = "en-US") -> list[str]:
    reading = times.find(text, now, kind, locale)
    return [each.isoformat(timespec="minutes") for each in reading.candidates] if reading.asks else []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2 weeks from today", "2026-12-02T00:00"),
        ("tomorrow at 9", "2026-11-19T09:00"),
        ("Friday at 3", "2026-11-20T15:00"),
        ("the 3rd", "2026-12-03T00:00"),
        ("in a couple of days", "2026-11-20T00:00"),
        ("in half an hour", "2026-11-18T10:30"),
        ("around noon on Friday", "2026-11-20T12:00"),
        ("this weekend", "2026-11-21T00:00"),
        ("a week from Friday", "2026-11-27T00:00"),
        ("on the 4th of December at 11", "2026-12-04T11:00"),
    ],
)
def test_what_the_library_behind_misreads_is_read(text: str, when: str) -> None:
    assert found(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "pain 7/10",
        "pain is at 8",
        "120/80",
        "bp 118/76 hr 98",
        "took 50",
        "may help",
        "sat down",
        "feb 30",
        "31 june",
        "march on",
        "2 tablets",
        "second opinion",
        "the second time",
        "25:00",
        "needs it 24/7",
        "1/2 a pill",
        "slept 5 to 6 hours",
        "glucose 5.6",
        "temp 101.3",
        "stuck at 7",
        "the sun hurts",
        "worse in the morning",
        "room 204",
        "555-1212",
        "13/32",
    ],
)
@pytest.mark.parametrize("kind", ["past", "future", "either"])
def test_what_is_no_time_is_never_read_as_one(text: str, kind: readings.Kind) -> None:
    assert times.find(text, WEDNESDAY, kind) == times.NOTHING
    assert times.read(text, WEDNESDAY, kind) == times.NOTHING


def test_a_wall_clock_in_the_middle_of_an_impossible_date_is_not_read_either() -> None:
    assert found("june 31 at 2pm") == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cardiology with dr. wu next tues 2:15pm", "next tues 2:15pm"),
        ("remind me to refill on Friday", "on Friday"),
        ("call insurer 5 pm tomorrow", "5 pm tomorrow"),
        ("see you the 3rd, ok", "the 3rd"),
        ("tomorrow I see Dr Lee at 3", "tomorrow"),
        ("Ünïcode 😀 on FRIDAY at 3 please", "on FRIDAY at 3"),
    ],
)
def test_the_words_of_the_time_are_given_exactly(text: str, words: str) -> None:
    assert times.find(text, WEDNESDAY, "future").words == words


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("remind me to refill on Friday", "remind me to refill"),
        ("call insurer 5 pm tomorrow", "call insurer"),
        ("tomorrow I see Dr Lee at 3", "I see Dr Lee"),
        ("no time here", "no time here"),
    ],
)
def test_what_is_left_of_the_text_is_what_it_is_about(text: str, rest: str) -> None:
    assert times.split(text, WEDNESDAY, "future")[1] == rest


@pytest.mark.parametrize(
    ("text", "now", "offered"),
    [
        ("next tuesday", SUNDAY, ["2026-11-24T00:00", "2026-12-01T00:00"]),
        ("next friday at 2", WEDNESDAY, ["2026-11-27T14:00", "2026-11-20T14:00"]),
        ("wednesday at 2", WEDNESDAY, ["2026-11-25T14:00", "2026-11-18T14:00"]),
        ("friday at 8", WEDNESDAY, ["2026-11-20T08:00", "2026-11-20T20:00"]),
        ("tues or thurs at 2", SUNDAY, ["2026-11-24T14:00", "2026-11-26T14:00"]),
        ("friday december 5", WEDNESDAY, ["2026-12-05T00:00", "2026-11-20T00:00"]),
    ],
)
def test_where_people_differ_both_readings_are_offered(text: str, now: datetime, offered: list[str]) -> None:
    assert choices(text, now) == offered


@pytest.mark.parametrize(
    "text",
    ["next monday", "this friday at 2", "friday 9am", "friday at 11", "friday at 19:00", "friday 08:15"],
)
def test_where_people_agree_nothing_is_asked(text: str) -> None:
    reading = times.find(text, WEDNESDAY, "future")
    assert reading.value
    assert not reading.asks


def test_todays_weekday_with_an_hour_that_is_over_is_a_week_away() -> None:
    assert found("wednesday at 9am") == "2026-11-25T09:00"
    assert choices("wednesday at 9am", WEDNESDAY) == []


@pytest.mark.parametrize(
    ("locale", "when"),
    [
        ("en-US", "2027-03-02T00:00"),
        ("en-GB", "2027-02-03T00:00"),
        ("en-AU", "2027-02-03T00:00"),
        ("en-IE", "2027-02-03T00:00"),
    ],
)
def test_numbers_are_in_the_order_of_the_place(locale: str, when: str) -> None:
    assert found("on 3/2", WEDNESDAY, "future", locale) == when


def test_canada_writes_both_orders_so_it_is_asked() -> None:
    assert choices("on 3/2", WEDNESDAY, "future", "en-CA") == ["2027-03-02T00:00", "2027-02-03T00:00"]
    assert choices("on 25/2", WEDNESDAY, "future", "en-CA") == []


@pytest.mark.parametrize(
    ("text", "now", "kind", "when"),
    [
        ("Jan 5", WEDNESDAY, "future", "2027-01-05T00:00"),
        ("since dec 20", JANUARY, "past", "2026-12-20T00:00"),
        ("since 1/2", JANUARY, "past", "2027-01-02T00:00"),
        ("feb 29", JANUARY, "future", "2028-02-29T00:00"),
        ("since friday", WEDNESDAY, "past", "2026-11-13T00:00"),
        ("friday", WEDNESDAY, "future", "2026-11-20T00:00"),
        ("since 3", SUNDAY, "past", "2026-11-22T15:00"),
        ("at 3", SUNDAY, "future", "2026-11-23T15:00"),
    ],
)
def test_a_visit_lies_ahead_and_an_onset_behind(
    text: str, now: datetime, kind: readings.Kind, when: str
) -> None:
    assert found(text, now, kind) == when


def test_the_words_around_it_tell_which_way_an_unclear_time_points() -> None:
    assert found("fever began friday", WEDNESDAY, "either") == "2026-11-13T00:00"
    assert found("remind me friday", WEDNESDAY, "either") == "2026-11-20T00:00"


def test_a_day_without_an_hour_is_its_midnight_and_says_so() -> None:
    assert times.find("on friday", WEDNESDAY, "future").has_time is False
    assert times.find("on friday at 2", WEDNESDAY, "future").has_time is True
    assert times.find("midnight", WEDNESDAY, "future").has_time is True


def test_waking_at_three_is_the_small_hours() -> None:
    assert found("woke at 3 with palpitations", SUNDAY, "past") == "2026-11-22T03:00"


@pytest.mark.parametrize("text", ["9", "sat", "maybe 9", "um, sun"])
def test_an_answer_may_be_as_short_as_it_likes(text: str) -> None:
    assert times.find(text, WEDNESDAY, "future").value is None
    assert times.read(text, WEDNESDAY, "future").value is not None


def test_an_answer_in_another_language_is_read_too() -> None:
    assert found("4 février à 14h30", WEDNESDAY, "future", "fr-FR") == "2027-02-04T14:30"
    assert found("am 4. Dezember um 10:15", WEDNESDAY, "future", "de-DE") == "2026-12-04T10:15"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("tommorow at 2", "2026-11-19T14:00"),
        ("wendsday the 25th", "2026-11-25T00:00"),
        ("saturady 9am", "2026-11-21T09:00"),
        ("decmber 4 at 11", "2026-12-04T11:00"),
        ("2moro nite", "2026-11-19T21:00"),
    ],
)
def test_slips_of_the_thumb_are_mended(text: str, when: str) -> None:
    assert found(text) == when


@pytest.mark.parametrize(
    "text", ["mourning my old life", "moaning all day", "learning to pace", "remember me"]
)
def test_real_words_are_not_mended_into_times(text: str) -> None:
    assert found(text) == ""


def test_what_repeats_is_no_single_time() -> None:
    assert found("every friday at 8pm") == ""
    assert found("pills every morning, dentist dec 4") == "2026-12-04T00:00"


WORDS = st.sampled_from(
    time_words.list_of(
        """at on the in a of next last this since ago every each half past to until from week weeks day days
        month hour min friday sat may march second 3rd 1st 31st 7/10 12/4 30/2 2:15 14h30 25:00 9 12 31 99
        2026 0930 1999 , . - am pm tonight noon midnight morning couple few thanksgiving easter weekend end
        mid dec feb 30 year fortnight o'clock or and before after"""
    )
)
KINDS: st.SearchStrategy[readings.Kind] = st.sampled_from(["past", "future", "either"])
LOCALES = st.sampled_from(["en-US", "en-GB", "en-CA", "en"])
MOMENTS = st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-01-01"))


def check(reading: readings.TimeReading, text: str) -> None:
    if reading.value is None:
        assert reading == times.NOTHING
        return
    assert reading.value == reading.candidates[0]
    assert reading.asks <= (len(reading.candidates) > 1)
    assert reading.words
    assert reading.words in text
    assert reading.value.tzinfo is None


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=14).map(" ".join), MOMENTS, KINDS, LOCALES)
def test_any_jumble_of_words_of_time_gives_a_sound_answer(
    text: str, now: datetime, kind: readings.Kind, locale: str
) -> None:
    check(times.find(text, now, kind, locale), text)
    check(times.read(text, now, kind, locale), text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=300), MOMENTS, KINDS, LOCALES)
def test_any_text_of_any_script_gives_a_sound_answer(
    text: str, now: datetime, kind: readings.Kind, locale: str
) -> None:
    check(times.find(text, now, kind, locale), text)
    check(times.read(text, now, kind, locale), text)


@pytest.mark.parametrize(
    "unit",
    ["7/10 ", "mon ", "at 9 every ", "2 weeks from ", "half ", "1-", "the 3rd of ", "🙂", "a'", "1:1:"],
)
def test_a_wall_of_text_is_read_only_as_far_as_a_message_goes(unit: str) -> None:
    check(times.find(unit * 20_000, WEDNESDAY), unit * 20_000)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(MOMENTS, st.integers(1, 300))
def test_every_way_to_write_a_date_gives_that_date(now: datetime, ahead: int) -> None:
    day: date = now.date() + timedelta(days=ahead)
    for text in (
        f"{day:%B} {day.day}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%Y-%m-%d}",
        f"on {day.month}/{day.day}/{day.year}",
        f"{day:%A} {day:%b} {day.day}",
        f"in {ahead} days",
    ):
        value = times.find(text, now, "future").value
        assert value, text
        assert value.date() == day, text
