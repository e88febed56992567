"""`sameside check` finds a slip in each kind of content, and says in which file, on which line and at which key it is.

The people who write these files do not program: each mistake below is one that an editor makes.
"""

import functools
import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import checking, content
from bot.content import loader
from bot.domain import errors
from bot.settings import Settings

SLIPS = (
    ("scripts/wait_and_see.yaml", "      soft:\n", "      sof:\n", r"unknown field `sof`"),
    (
        "explainers/charting.yaml",
        "who_else:",
        "who_esle:",
        r"unknown field|missing required field `who_else`",
    ),
    (
        "rehearsals/insurer_agent.yaml",
        "        goal: ask\n",
        "        goal: aks\n",
        r"Invalid enum value 'aks'",
    ),
    ("questions.yaml", "      - id: new-part\n", "      - id: new-likely\n", r"new-likely"),
    ("cases.yaml", "        amount: 180\n", '        amount: "180"\n', r"Expected `int`"),
    ("speech.yaml", "requests: >-", "reqests: >-", r"reqests|requests"),
    ("words_requests.yaml", "polite: ", "polyte: ", r"polyte|polite"),
    ("history_words.yaml", "conditions: >-", "condition: >-", r"condition"),
    ("visit_words.yaml", "appointment: ", "apointment: ", r"appointment|apointment"),
    ("urgent_numbers.yaml", "emergency:", "emergncy:", r"emergency|emergncy"),
    ("example_month.yaml", "{day: 30,", "{dya: 30,", r"day|dya"),
    ("wording/visits.ftl", "visit-change = Change", "visit-change: Change", r"key = words"),
)
"""A file, what stands there, what an editor makes of it, and what is said of it."""


def _forget_what_was_read() -> None:
    for module in pkgutil.iter_modules(content.__path__):
        for value in vars(importlib.import_module(f"bot.content.{module.name}")).values():
            if isinstance(value, functools._lru_cache_wrapper):
                value.cache_clear()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copy the content to where it can be spoilt."""
    shutil.copytree(loader.HOME / "en", tmp_path / "en")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    _forget_what_was_read()
    yield tmp_path
    _forget_what_was_read()


def checked(folder: Path) -> list[str]:
    """Run the check, all but the reading of symptoms, which other tests spoil."""
    understanding: Any = lambda language: language  # noqa: E731  a stand-in for what is not looked at here
    settings = Settings(data_dir=folder)
    return list(checking.check(settings, understanding))


def test_content_that_is_right_is_in_order(home: Path) -> None:
    assert "content en: in order" in checked(home)


@pytest.mark.parametrize(("name", "was", "becomes", "said"), SLIPS, ids=lambda each: str(each)[:30])
def test_a_slip_is_named_by_file_line_and_key(
    home: Path, name: str, was: str, becomes: str, said: str
) -> None:
    file = home / "en" / name
    right = file.read_text(encoding="utf-8")
    assert was in right
    file.write_text(right.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(errors.ContentError, match=said) as raised:
        checked(home)
    problem = raised.value
    assert (Path(problem.file).name, bool(problem.key)) == (Path(name).name, True)
    assert problem.line >= 1


def test_every_file_of_the_content_is_spoilt_once() -> None:
    spoilt = {name.split("/")[0] for name, *_ in SLIPS}
    others = {"red_flags.yaml", "situations.yaml", "cue_speech.yaml", "vocabulary", "weights"}  # for programs
    there = {each.name for each in (loader.HOME / "en").iterdir() if not each.name.startswith((".", "__"))}
    assert there == spoilt | others
