"""A message to the clinic: whole questions only, never over the size, and what is left over is counted."""

import random

import pytest

from bot.content import opening, reading, rules, wording
from bot.content import questions as bank
from bot.domain import clinic_message

SAYS = wording.Wording()
BANK = [question.text for kind in bank.load_bank().kinds for question in kind.questions]


def say(key: str, **values: str | int) -> str:
    return opening.plain(SAYS.text, f"clinic-message-{key}", **values)


def frame(about: str = "") -> clinic_message.Frame:
    return clinic_message.Frame(
        greeting=say("greeting"),
        opening=about,
        before=lambda count: say("before", count=count),
        after=say("after"),
        farewell=say("farewell"),
        number=lambda place, text: say("number", place=place, text=text),
        later=lambda count: say("later", count=count),
    )


def test_parked_questions_become_a_message_that_reads_as_one() -> None:
    made = clinic_message.write(
        ["Do we repeat  the test,\nand when?", "Is R&D <fine>?"], frame("My last visit was May 3."), 500
    )
    assert made.text == (
        "Hello,\n\n"
        "My last visit was May 3.\n\n"
        "I have some questions that can wait for your reply:\n\n"
        "1. Do we repeat the test, and when?\n"
        "2. Is R&D <fine>?\n\n"
        "If one needs a visit, please tell me.\n\n"
        "Thank you."
    )
    assert made.taken == (0, 1)
    assert made.left_over == 0


@pytest.mark.parametrize("size", clinic_message.SIZES)
def test_no_size_is_exceeded_and_no_question_is_cut(size: int) -> None:
    chance = random.Random(size)
    for _ in range(40):
        asked = chance.sample(BANK, chance.randint(1, 30))
        made = clinic_message.write(asked, frame("I am worn out since May."), size)
        assert len(made.text) <= size
        lines = made.text.splitlines()
        assert [line for line in lines if line[:1].isdigit()] == [
            f"{place}. {asked[taken]}" for place, taken in enumerate(made.taken, start=1)
        ]
        assert len(made.taken) + made.left_over == len(asked)
        assert (f"{made.left_over} more" in made.text) == bool(made.left_over)


def test_a_longer_size_holds_at_least_as_many() -> None:
    held = [len(clinic_message.write(BANK, frame(), size).taken) for size in clinic_message.SIZES]
    assert held == sorted(held)
    assert held[0] >= 3
    assert held[-1] == clinic_message.MOST_QUESTIONS


def test_a_question_too_long_for_the_room_is_passed_over_and_stays_parked() -> None:
    made = clinic_message.write(["Is it safe?", "why " * 200, "What next?"], frame(), 500)
    assert made.taken == (0, 2)
    assert made.left_over == 1
    assert "2. What next?" in made.text
    assert "why why" not in made.text
    assert "I have a question" in clinic_message.write(["Is it safe?", "why " * 200], frame(), 500).text


def test_the_opening_gives_way_before_a_question_does() -> None:
    made = clinic_message.write(["Is it safe?"], frame("a long story " * 60), 500)
    assert made.taken == (0,)
    assert "story" not in made.text
    assert made.text.startswith("Hello,")


def test_a_question_that_only_fits_bare_goes_bare() -> None:
    question = f"{'a' * 490}?"
    assert clinic_message.write([question], frame("Hello"), 500).text == f"1. {question}"


def test_where_nothing_fits_there_is_no_message_and_all_is_counted() -> None:
    assert clinic_message.write(["why " * 200], frame(), 500) == clinic_message.Message("", (), 1)
    assert clinic_message.write([], frame(), 500) == clinic_message.Message("", (), 0)
    assert clinic_message.write(["  \n "], frame(), 500) == clinic_message.Message("", (), 0)
    with pytest.raises(ValueError, match="room"):
        clinic_message.write(["Is it safe?"], frame(), 0)


def test_the_words_around_are_plain_and_polite() -> None:
    said = " ".join(
        [
            say("before", count=1),
            say("later", count=1),
            say("later", count=3),
            say("after"),
            say("ready"),
            say("left", count=1),
            say("left", count=4),
            say("nothing"),
            say("none"),
            say("size"),
        ]
    )
    assert reading.grade(said) <= rules.HIGHEST_GRADE
    assert rules.never_said(said) == ()
    assert say("before", count=1) == "I have a question that can wait for your reply:"
    assert say("signed", name="Robin").endswith("Robin")
    for size in clinic_message.SIZES:
        assert say(f"size.s{size}")
