"""Who does what by when, read from what is told after a visit."""

import random
import string
from datetime import date, datetime

import pytest

from bot.understanding.cases import promises
from tests.evals import score_promises

MONDAY = datetime.fromisoformat("2026-03-02T14:00")


def told(text: str, *, asked: bool = False) -> list[tuple[str, str, date | None]]:
    found = promises.read(text, MONDAY, asked=asked).promises
    return [(each.whose, each.text, each.days[0] if each.days else None) for each in found]


def test_each_promise_keeps_its_words_its_day_and_whose_it_is() -> None:
    assert told("they call me by friday, i book bloods next week") == [
        ("theirs", "they call me", date(2026, 3, 6)),
        ("mine", "book bloods", date(2026, 3, 9)),
    ]


def test_what_is_no_promise_is_left_whole() -> None:
    found = promises.read("saw dr lee, she wants an mri, they'll call me friday", MONDAY)
    assert [each.text for each in found.promises] == ["they'll call me"]
    assert found.rest == ("saw dr lee", "she wants an mri")


@pytest.mark.parametrize(
    "text",
    [
        "they won't call me",
        "call me if it gets worse",
        "will they call me friday?",
        "they called me on friday",
        "I should feel better by friday",
        "it will pass",
        "my next visit will be in april",
    ],
)
def test_a_refusal_an_if_a_question_a_memory_and_a_hope_are_no_promise(text: str) -> None:
    assert told(text) == []


def test_a_bare_deed_is_the_patients_own_only_where_it_was_asked_or_has_a_day() -> None:
    assert told("book bloods") == []
    assert told("book bloods", asked=True) == [("mine", "book bloods", None)]
    assert told("book bloods by friday") == [("mine", "book bloods", date(2026, 3, 6))]


def test_a_line_that_says_not_whose_is_kept_as_unsure_where_it_was_asked() -> None:
    assert told("mri", asked=True) == [("unsure", "mri", None)]


def test_two_possible_days_are_both_given_and_a_weekday_is_never_today() -> None:
    (found,) = promises.read("i email the form next tuesday", MONDAY, asked=True).promises
    assert found.days == (date(2026, 3, 10), date(2026, 3, 3))
    (found,) = promises.read("they reply by monday", MONDAY, asked=True).promises
    assert found.days == (date(2026, 3, 9),)


def test_an_hour_is_kept_beside_the_day() -> None:
    (found,) = promises.read("i call them on friday at 3", MONDAY).promises
    assert found.at == datetime.fromisoformat("2026-03-06T15:00")


def test_any_text_is_read_without_an_error_and_nothing_is_invented() -> None:
    chance = random.Random(7)
    pieces = [
        "they'll ",
        "i ",
        "by friday",
        ", ",
        "\n",
        " and ",
        "call me",
        "dr. ",
        ":",
        "\N{RIGHT SINGLE QUOTATION MARK}",
        "if ",
        "🙂",
        "  ",
        "3/4 ",
    ]
    for _ in range(300):
        parts = [chance.choice([*pieces, chance.choice(string.printable)]) for _ in range(30)]
        text = "".join(parts)
        found = promises.read(text, MONDAY, asked=chance.random() < 0.5)
        words = "".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
        for each in found.promises:
            assert each.text.strip()
            for word in each.text.split():
                assert word.replace(",", "") in words.replace(",", "")
    assert promises.read("they " * 5_000, MONDAY).promises == ()


@pytest.mark.parametrize(
    ("kind", "least"), [("whose", 0.95), ("by which day", 0.97), ("no promise, none read", 0.8)]
)
def test_the_sentences_kept_apart_are_read_as_well_as_before(kind: str, least: float) -> None:
    scores = {name: value for name, value, _ in score_promises.score("held")}
    assert scores[kind] >= least


@pytest.mark.parametrize(
    ("said", "is_report"),
    [
        ("he said it's stress", True),
        ("my labs are normal", True),
        ("they said my mri is clear and nothing to worry about", True),
        ("she sent the notes and fought for me on the phone", True),
        ("she wants an mri", False),
        ("she ordered bloods and referred me to cardio", False),
        ("he said physical therapy twice a week", False),
        ("no changes", False),
        ("he said we should wait six weeks", False),
    ],
)
def test_what_was_said_or_found_is_no_plan(said: str, *, is_report: bool) -> None:
    assert promises.is_report(said) == is_report
