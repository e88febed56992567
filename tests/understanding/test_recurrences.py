import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.readings import Recurrence
from bot.understanding.times import recurrences, time_words

WORKING = ("MO", "TU", "WE", "TH", "FR")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every weekday at 9", Recurrence("WEEKLY", 1, WORKING, (), ("09:00",))),
        ("first Monday of the month", Recurrence("MONTHLY", 1, ("1MO",))),
        ("twice a day", Recurrence("DAILY")),
        ("every 3 months", Recurrence("MONTHLY", 3)),
        ("every other Tuesday at 8pm", Recurrence("WEEKLY", 2, ("TU",), (), ("20:00",))),
        ("mon wed fri 7am", Recurrence("WEEKLY", 1, ("MO", "WE", "FR"), (), ("07:00",))),
        ("daily at 8 and 20:00", Recurrence("DAILY", times=("08:00", "20:00"))),
        ("daily at 8 and 8", Recurrence("DAILY", times=("08:00", "20:00"))),
        ("at 7 and 9 pm every day", Recurrence("DAILY", times=("19:00", "21:00"))),
        ("on the 15th of each month", Recurrence("MONTHLY", bymonthday=(15,))),
        ("last day of the month", Recurrence("MONTHLY", bymonthday=(-1,))),
        ("every 6 hours", Recurrence("HOURLY", 6)),
        ("weekends at 10", Recurrence("WEEKLY", 1, ("SA", "SU"), (), ("10:00",))),
        ("nightly", Recurrence("DAILY", times=("21:00",))),
        ("each morning", Recurrence("DAILY", times=("09:00",))),
        ("every evening at 8", Recurrence("DAILY", times=("20:00",))),
        ("every day except sundays", Recurrence("WEEKLY", 1, (*WORKING, "SA"))),
        ("2nd and 4th wednesday of the month", Recurrence("MONTHLY", 1, ("2WE", "4WE"))),
        ("every second thursday", Recurrence("WEEKLY", 2, ("TH",))),
        ("monday to friday at 8", Recurrence("WEEKLY", 1, WORKING, (), ("08:00",))),
        ("q8h", Recurrence("HOURLY", 8)),
    ],
)
def test_what_repeats_is_read(text: str, rule: Recurrence) -> None:
    found = recurrences.find(text)
    assert found is not None
    assert found[0] == rule


@pytest.mark.parametrize(
    "text",
    [
        "next tues 2:15",
        "monday at 9",
        "on the 15th",
        "december 4 at 11",
        "in 3 months",
        "tues or thurs",
        "two fridays ago",
        "last friday",
        "first monday of december",
        "the first time",
        "a day at a time",
        "pain 7/10",
        "monday and wednesday",
        "this morning and tonight",
        "every",
        "each",
        "once",
        "twice",
        "everything hurts",
        "the weekend",
    ],
)
def test_what_happens_once_is_no_repetition(text: str) -> None:
    assert recurrences.find(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("remind me to inject every Friday at 8pm please", "every Friday at 8pm"),
        ("pills at 8am and 8pm every day with food", "at 8am and 8pm every day"),
        ("Mondays at 9 physio", "Mondays at 9"),
        ("take 2 tablets daily", "daily"),
        ("every day 2 tablets", "every day"),
    ],
)
def test_the_words_of_the_repetition_are_given_exactly(text: str, words: str) -> None:
    found = recurrences.find(text)
    assert found is not None
    assert found[1] == words


WORDS = st.sampled_from(
    time_words.list_of(
        """every each other second 2nd third 3 6 15th last first mon tue fridays weekdays weekends day days
        week month year hours minutes of the at 8 9am 8pm and , & - to except but daily nightly twice once a
        morning night times x per q6h half couple"""
    )
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_a_sound_rule_or_none(text: str) -> None:
    found = recurrences.find(text)
    if found is None:
        return
    rule, words = found
    assert words
    assert words in text
    assert rule.interval >= 1
    assert rule.freq in {"MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
    assert all(day[-2:] in {*WORKING, "SA", "SU"} for day in rule.byday)
    assert all(day == -1 or 1 <= day <= 31 for day in rule.bymonthday)
    assert all(len(each) == 5 and each < "24:00" for each in rule.times)
    assert list(rule.times) == sorted(set(rule.times))
