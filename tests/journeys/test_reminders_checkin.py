"""The check-in inside its reminder: four taps at most, everything kept at once, never a word about gaps."""

from datetime import UTC, datetime

import pytest

from bot.domain import journal
from tests.support.journey import Journey, Patient

ASKED = "How much energy today?"


@pytest.fixture
def robin(journey: Journey) -> Patient:
    robin = journey.patient("Robin")
    robin.says("migraine 7, nausea 4, fatigue 5, took sumatriptan 50 mg")
    return robin


def next_evening(robin: Patient) -> None:
    robin.news = []
    robin.journey.wait_until(datetime(2026, 3, robin.journey.now.day + 1, 19, tzinfo=UTC))


def kept(robin: Patient) -> journal.Entry:
    for store in robin.store():
        return store.journal.latest(1, ("checkin",))[0]
    raise AssertionError


def test_a_full_answer_takes_four_taps_inside_the_reminder(robin: Patient) -> None:
    next_evening(robin)
    asked = robin.sees(ASKED)
    for label in ("A fair bit", "5 nausea", "So-so", "Most \N{MIDDLE DOT} part"):
        robin.presses(label, on=asked)
    robin.sees("Kept")
    entry = kept(robin)
    assert entry.checkin == journal.Checkin(energy=3, sleep=2, medicines="some", function=3)
    assert [(s.name, s.severity) for s in entry.reading.symptoms] == [("nausea", 5)]
    assert sum(ASKED in shown.plain for shown in robin.screen) == 0, "the reminder itself became the answer"


def test_same_as_yesterday_is_one_tap(robin: Patient) -> None:
    next_evening(robin)
    for label in ("A little", "None of these", "Well", "Some \N{MIDDLE DOT} all"):
        robin.presses(label)
    first = kept(robin)
    next_evening(robin)
    robin.presses("Same as yesterday")
    robin.sees("Kept")
    again = kept(robin)
    assert again.id != first.id
    assert (again.checkin, again.reading) == (first.checkin, first.reading)


def test_stopping_after_the_first_tap_keeps_it(robin: Patient) -> None:
    next_evening(robin)
    robin.presses("Good")
    robin.says("stop")
    assert kept(robin).checkin == journal.Checkin(energy=4)


def test_a_second_answer_on_a_day_goes_on_with_the_first(robin: Patient) -> None:
    next_evening(robin)
    asked = robin.sees(ASKED)
    good = next(button.press for button in asked.buttons if button.label == "Good")
    robin.press_data(good, asked)
    robin.press_data(good, asked)
    for store in robin.store():
        assert len(store.journal.latest(9, ("checkin",))) == 1


def test_typed_words_count_where_symptoms_are_asked(robin: Patient) -> None:
    robin.says("/checkin")
    robin.presses("Some")
    robin.says("migraine 6, nausea 3")
    found = kept(robin).reading.symptoms
    assert [(s.name, s.severity) for s in found] == [("migraine", 6), ("nausea", 3)]


def test_foggy_is_asked_two_things(robin: Patient) -> None:
    robin.says("/energy")
    robin.presses("Foggy")
    robin.says("/checkin")
    robin.presses("A little")
    robin.presses("8 migraine")
    robin.sees("Kept")
    assert kept(robin).checkin == journal.Checkin(energy=1)


def test_it_is_not_asked_where_today_is_logged(robin: Patient) -> None:
    robin.news = []
    robin.journey.wait_until(datetime(2026, 3, 2, 23, tzinfo=UTC))
    robin.does_not_see(ASKED)


def test_unanswered_it_comes_less_often_says_so_once_and_any_word_brings_it_back(robin: Patient) -> None:
    robin.news = []
    robin.journey.wait_until(datetime(2026, 3, 13, 12, tzinfo=UTC))
    days = [(shown.at.day, shown.plain.startswith(ASKED)) for shown in robin.news]
    assert days == [(3, True), (4, True), (5, True), (6, False), (8, True), (11, True)]
    robin.says("nausea 3")
    robin.sees("Good to hear from you")
    robin.does_not_see("missed")
    robin.news = []
    robin.journey.wait_until(datetime(2026, 3, 16, 23, tzinfo=UTC))
    assert [shown.at.day for shown in robin.news if ASKED in shown.plain] == [14, 15, 16]


def test_not_today_is_an_answer(robin: Patient) -> None:
    for _ in range(5):
        next_evening(robin)
        robin.sees(ASKED)
        robin.presses("Not today")
    robin.does_not_see("I will ask every")


def test_the_guided_log_keeps_each_answer(robin: Patient) -> None:
    robin.says("/log")
    robin.presses("migraine")
    robin.presses("7")
    robin.presses("Last night")
    robin.says("reading")
    robin.says("loud music set it off")
    robin.sees("Migraine: 7 of 10")
    for store in robin.store():
        entry = store.journal.latest(1, ("log",))[0]
        assert entry.reading.onset == "last night"
        assert entry.reading.impact == ("reading",)


def test_a_new_word_is_remembered_as_it_is(robin: Patient) -> None:
    robin.says("/log")
    robin.says("glass hands")
    robin.presses("6")
    robin.says("stop")
    robin.says("glass hands 4")
    robin.sees("Glass hands: 4 of 10")


def test_a_number_off_the_scale_gets_a_kind_way_on(robin: Patient) -> None:
    robin.says("/log")
    robin.presses("nausea")
    robin.says("11/10")
    robin.sees("0 to 10")


def test_a_check_in_is_answered_in_words_of_ones_own(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/checkin")
    robin.says("not much")
    robin.sees("worst today")
    robin.says("migraine 5")
    robin.says("rubbish")
    robin.says("stayed in bed")
    (checkin,) = [entry.checkin for entry in robin.entries() if entry.checkin]
    assert (checkin.energy, checkin.sleep, checkin.function) == (1, 1, 0)
