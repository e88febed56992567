"""What can be typed instead of tapping: each word means one of the choices, and is no label of another."""

from collections.abc import Iterator

import pytest
from fluent.syntax import ast, parse

from bot.content import loader
from bot.domain import readings
from bot.engine import inputs
from tests.content.test_every_word import said

WORDING = loader.HOME / "en" / "wording"
TYPED = "-typed"
NO_TIME = readings.TimeReading()


def lists() -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Give each question whose answers can be typed: its key, the labels and the words of its choices."""
    found = {
        entry.id.name: {each.id.name: said(each.value) for each in entry.attributes}
        for file in sorted(WORDING.glob("*.ftl"))
        for entry in parse(file.read_text(encoding="utf-8")).body
        if isinstance(entry, ast.Message)
    }
    for key, words in found.items():
        if key.endswith(TYPED):
            yield key, found[key.removesuffix(TYPED)], words


def heard(word: str, choice: inputs.Choice) -> bool:
    """Tell whether a choice is taken when a word is typed."""
    return isinstance(inputs.Pick().parse(word, (choice,), lambda *_: NO_TIME), inputs.Answer)


QUESTIONS = list(lists())


@pytest.mark.parametrize(("key", "labels", "words"), QUESTIONS, ids=[key for key, _, _ in QUESTIONS])
def test_a_typed_word_means_one_choice(key: str, labels: dict[str, str], words: dict[str, str]) -> None:
    assert words.keys() <= labels.keys(), f"{key} lists words for what cannot be chosen"
    choices = [inputs.Choice(name, labels[name], tuple(words.get(name, "").split(","))) for name in labels]
    for name, listed in words.items():
        for word in listed.split(","):
            meant = {each.id for each in choices if heard(word, each)}
            assert meant == {name}, f"{key}: {word.strip()!r} stands for {sorted(meant)}"


def test_there_are_questions_to_look_at() -> None:
    assert len(QUESTIONS) >= 4
