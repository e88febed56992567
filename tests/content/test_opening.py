"""The opening sentence can be said in one breath, whatever the log holds."""

import random
from datetime import UTC, datetime

import pytest

from bot.content import opening, wording
from bot.domain import journal, questions, summary, visits

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PERIOD = summary.Period(NOW, NOW, NOW)
NONE = journal.SymptomCount("", 0, None, None)


@pytest.fixture(scope="module")
def words() -> wording.Wording:
    return wording.Wording()


def found(
    *counts: journal.SymptomCount, observed: int = 0, why: str = "", own: str = "", asks: bool = False
) -> summary.Summary:
    visit = visits.Visit("v", NOW, "UTC", why=why, opening=own) if why or own else None
    to_ask = (questions.Question("q", "Why?", NOW, place=1),) if asks else ()
    changes = tuple(summary.Change(count, NONE) for count in counts)
    return summary.Summary(PERIOD, NOW.date(), NOW.date(), observed, 0, visit, to_ask, changes=changes)


def test_the_log_says_days_of_days_and_the_worst(words: wording.Wording) -> None:
    said = opening.sentence(found(journal.SymptomCount("migraine", 12, 8, 6), observed=20), words.text)
    assert said == "I'm here about migraine: 12 of 20 logged days, worst 8 of 10."


def test_one_logged_day_is_no_frequency(words: wording.Wording) -> None:
    said = opening.sentence(found(journal.SymptomCount("migraine", 1, 7, 7), observed=1), words.text)
    assert "7 of 10" in said
    assert "days" not in said


def test_their_own_words_win(words: wording.Wording) -> None:
    count = journal.SymptomCount("migraine", 3, 8, 6)
    assert opening.sentence(found(count, observed=3, own="I can't work."), words.text) == "I can't work."


def test_the_reason_of_the_visit_comes_before_another_symptom(words: wording.Wording) -> None:
    said = opening.sentence(
        found(journal.SymptomCount("fatigue", 3, 8, 6), observed=4, why="my knee & hip"), words.text
    )
    assert said.startswith("I'm here about my knee & hip.")


def test_an_empty_log_still_has_something_to_say(words: wording.Wording) -> None:
    assert opening.sentence(found(), words.text)
    assert "question" in opening.sentence(found(asks=True), words.text)


def test_whatever_the_log_it_takes_one_breath(words: wording.Wording) -> None:
    dice = random.Random(11)
    for _ in range(300):
        name = " ".join(
            dice.choices(["pain", "in", "left", "knee", "<b>", "shortness"], k=dice.randint(1, 14))
        )
        why = " ".join(dice.choices(["my", "heart", "results"], k=dice.choice([0, 0, 2, 9, 30])))
        days = dice.randint(1, 30)
        count = journal.SymptomCount(name, days, dice.choice([None, 0, 10]), 3)
        said = opening.sentence(found(count, observed=days + dice.randint(0, 3), why=why), words.text)
        assert opening.is_one_breath(said), said
        assert opening.seconds(said) <= 6
        assert "&lt;" not in said
