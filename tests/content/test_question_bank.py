"""The question bank: every kind of visit, every question with a short why, sayable, plain, and on no other list."""

from pathlib import Path

import pytest

from bot.content import loader, questions, reading, rules
from bot.domain import errors

BANK = questions.load_bank()
KINDS = {
    "first with a new specialist": "new",
    "follow-up": "follow",
    "test results": "results",
    "medicine change": "medicine",
    "procedure": "procedure",
    "pain": "pain",
    "fatigue": "fatigue",
    "mental health": "mental",
    "disability paperwork": "forms",
    "telehealth": "remote",
    "emergency department": "emergency",
}
"""The kinds of visit the product promises, and the bank's kind for each."""
QUESTIONS = [question for kind in BANK.kinds for question in kind.questions]
ENOUGH = 10
LONGEST_LABEL = 22
LONGEST_WHY = 80
"""Characters: two lines on a phone."""
SECONDS = 10


@pytest.mark.parametrize("promised", KINDS)
def test_every_promised_kind_of_visit_is_there(promised: str) -> None:
    assert BANK.kind(KINDS[promised])


@pytest.mark.parametrize("kind", BANK.kinds, ids=lambda kind: kind.id)
def test_a_kind_has_enough_to_choose_from_and_a_label_that_fits_half_a_row(kind: questions.VisitKind) -> None:
    assert len(kind.questions) >= ENOUGH
    assert len(kind.label) <= LONGEST_LABEL


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_is_one_that_can_be_said_and_its_why_is_one_short_line(
    question: questions.BankQuestion,
) -> None:
    assert reading.seconds_to_say(question.text) <= SECONDS
    assert len(question.why) <= LONGEST_WHY
    assert question.text.endswith("?")
    assert question.why.endswith(".")
    assert reading.grade(f"{question.text} {question.why}") <= rules.HIGHEST_GRADE
    assert rules.never_said(f"{question.text} {question.why}") == ()


def test_no_question_and_no_why_of_a_kind_stands_twice() -> None:
    texts = [question.text.casefold() for question in QUESTIONS]
    assert [text for text in texts if texts.count(text) > 1] == []
    for kind in BANK.kinds:
        whys = [question.why for question in kind.questions]
        assert len(set(whys)) == len(whys), kind.id


def test_labels_differ_and_ids_are_found_again() -> None:
    assert len({kind.label for kind in BANK.kinds}) == len(BANK.kinds)
    assert all(BANK.question(question.id) is question for question in QUESTIONS)
    assert BANK.question("no-such") is None
    assert BANK.kind("no-such") is None


@pytest.mark.parametrize(
    "used", ["new-part", "follow-working", "worse-record", "medicine-mix", "results-copy", "daily-form"]
)
def test_an_id_that_was_used_is_never_lost(used: str) -> None:
    assert BANK.question(used)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "id: follow-open\n",
            "id: follow-watch\n",
            r"questions\.yaml:\d\d: follow-watch: the id must be the only",
        ),
        ("id: new-back\n", "id: new-back-to-the-one-who-sent-me\n", r":\d\d: new-back-to.*at most 24 bytes"),
        (
            "        why: The doctor picks",
            "        wy: The doctor picks",
            r":9: kinds\[0\]\.questions\[0\].*`why`",
        ),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, told: str
) -> None:
    written = (loader.HOME / "en" / "questions.yaml").read_text(encoding="utf-8")
    assert written.count(before) == 1
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "questions.yaml").write_text(written.replace(before, after), encoding="utf-8")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    with pytest.raises(errors.ContentError, match=told):
        questions.load_bank("xx")
    questions.load_bank.cache_clear()
