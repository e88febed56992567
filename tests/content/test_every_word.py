"""Every word a patient may be shown is measured: nothing new escapes, and what is not shown says why.

The wording files are read message by message here; the content files have tests of their own, named below. A file that
nobody measures fails.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast, parse

from bot.content import loader, reading, recognition, rules

HERE = Path(__file__).parent
ENGLISH = loader.HOME / "en"
WORDING = sorted((ENGLISH / "wording").glob("*.ftl"))
SENTENCE = 8
"""Words from which on a grade can be told; a label of three words with one long one is none."""

MEASURED_BY = {
    "wording": "test_every_word.py",
    "scripts": "test_scripts.py",
    "explainers": "test_explainers.py",
    "rehearsals": "test_rehearsals.py",
    "questions.yaml": "test_question_bank.py",
    "cases.yaml": "test_case_rules.py",
    "urgent_numbers.yaml": "test_every_word.py",
}
"""What a patient reads, and the test that holds it to its grade and to what is never said."""
NEVER_SHOWN = {
    "cue_speech.yaml": "how people speak, to be understood",
    "history_words.yaml": "how people speak, to be understood",
    "red_flags.yaml": "how an emergency is recognised",
    "situations.yaml": "how a situation is recognised",
    "speech.yaml": "phrases an answer in a rehearsal is heard by",
    "visit_words.yaml": "how people speak, to be understood",
    "words_requests.yaml": "how people ask for words",
    "vocabulary": "names of symptoms and medicines",
    "weights": "numbers",
    "example_month.yaml": "what an example patient types in the demo",
}
HEARD = re.compile(r"^(?:spoken-|setting-name-leads|correction-|update-words-)|-words$|-typed\.|\.words$")
"""Keys of lists of words that are listened for, and of the patient's own words shown back."""
FOR_PROGRAMS = re.compile(r"^fhir-")
"""Keys of a document that programs read."""
MEANT_SO = {"fix_update-medicine", "after-medicines", "history-add-medicine"}
"""Questions that give a medicine with its amount as an example of what can be typed."""
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
COMMAND = re.compile(r"/\w+")
TAG = re.compile(r"<[^>]+>")


def said(pattern: ast.Pattern) -> str:
    """Give a wording as it is read, with "this" where a value stands."""
    parts = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            usual = next(each for each in element.expression.variants if each.default)
            parts.append(said(usual.value))
        elif isinstance(element.expression, ast.StringLiteral):
            parts.append(str(element.expression.value))
        else:
            parts.append("this")
    return TAG.sub("", "".join(parts))


def messages(file: Path) -> Iterator[tuple[str, str]]:
    """List every wording of a file that a patient reads, each with its key."""
    for entry in parse(file.read_text(encoding="utf-8")).body:
        if not isinstance(entry, ast.Message):
            continue
        every = [(entry.id.name, entry.value)]
        every += [(f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes]
        for key, pattern in every:
            if pattern is not None and not HEARD.search(key) and not FOR_PROGRAMS.match(key):
                yield key, said(pattern)


def passage(text: str) -> str:
    """Take a wording as lines are read: each its own sentence, without quoted examples and commands."""
    plain = COMMAND.sub("", QUOTED.sub("this", text))
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)


def is_sentence(text: str) -> bool:
    """Tell prose from a label and from a screen of values ("Name: this")."""
    return len(text.split()) >= SENTENCE and text.count("this") * 4 < len(text.split())


def test_every_content_file_is_measured_or_says_why_not() -> None:
    there = {each.name for each in ENGLISH.iterdir() if not each.name.startswith((".", "__"))}
    assert there == MEASURED_BY.keys() | NEVER_SHOWN.keys()
    for name in MEASURED_BY.values():
        source = (HERE / name).read_text(encoding="utf-8")
        assert "grade" in source or "rules.findings" in source, f"{name} measures no grade"
        assert "never_said" in source or "rules.findings" in source, (
            f"{name} looks for nothing that is never said"
        )


@pytest.mark.parametrize("file", WORDING, ids=lambda each: each.stem)
def test_what_the_bot_says_reads_at_grade_six_and_a_half_or_below(file: Path) -> None:
    texts = {key: passage(text) for key, text in messages(file)}
    hard = {
        key: round(reading.grade(text), 1)
        for key, text in texts.items()
        if is_sentence(text) and reading.grade(text) > rules.HIGHEST_GRADE
    }
    assert hard == {}
    assert reading.grade(" ".join(texts.values())) <= rules.HIGHEST_GRADE


@pytest.mark.parametrize("file", WORDING, ids=lambda each: each.stem)
def test_what_the_bot_says_holds_nothing_that_is_never_said(file: Path) -> None:
    found = {
        key: problems
        for key, text in messages(file)
        if key not in MEANT_SO and (problems := rules.never_said(text))
    }
    assert found == {}


def test_the_notes_beside_urgent_numbers_are_plain_and_promise_nothing() -> None:
    numbers = recognition.load_urgent_numbers()
    for country in (*numbers.countries.values(), numbers.fallback):
        assert rules.never_said(country.notes) == ()
        assert not is_sentence(country.notes) or reading.grade(country.notes) <= rules.HIGHEST_GRADE, (
            country.notes
        )


@pytest.mark.parametrize(
    "text", ["Just type.", "It will be approved.", "Is there anything else?", "Well done!"]
)
def test_the_measure_itself_can_fail(text: str) -> None:
    assert rules.never_said(text)
