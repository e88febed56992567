"""The question bank: every question has a why, fits a button, and is short enough to say."""

from bot.content import opening, questions


def test_every_kind_of_visit_has_questions_each_with_why() -> None:
    for kind in questions.load_bank().kinds:
        assert len(kind.questions) >= 5, kind.id
        assert all(question.why.endswith(".") for question in kind.questions)
        assert all(question.text.endswith("?") for question in kind.questions)


def test_every_question_can_be_said_in_ten_seconds() -> None:
    asked = [question for kind in questions.load_bank().kinds for question in kind.questions]
    assert not [question.id for question in asked if opening.seconds(question.text) > 10]


def test_nothing_is_promised_and_nobody_is_blamed() -> None:
    words = " ".join(
        f"{q.text} {q.why}" for kind in questions.load_bank().kinds for q in kind.questions
    ).casefold()
    assert not [
        word for word in ("!", "you should have", "always works", "don't worry", "guarantee") if word in words
    ]


def test_ids_are_found_again() -> None:
    bank = questions.load_bank()
    found = bank.question("follow-working")
    assert found
    assert bank.question("no-such") is None
    assert bank.kind("follow")
