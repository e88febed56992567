"""The phrases by which answers are heard: each can be matched, and a wrong one is named by file, line and key."""

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from bot.content import loader
from bot.content import speech as content
from bot.domain import errors, speech
from bot.understanding.speech import speech_phrases


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "xx").mkdir()
    shutil.copy(loader.HOME / "en" / "speech.yaml", tmp_path / "xx")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    content.load.cache_clear()
    return tmp_path / "xx" / "speech.yaml"


def test_every_list_has_phrases_and_each_finds_itself() -> None:
    found = content.load()
    for field in fields(found):
        phrases = getattr(found, field.name)
        assert phrases, field.name
        for phrase in phrases:
            written = phrase.said if isinstance(phrase, speech.Turned) else phrase
            plainest = " ".join(
                "word" if word in {"*", "..."} else word.strip("[]").split("|")[0] for word in written.split()
            )
            assert speech_phrases.pattern([written]).search(plainest), written


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("sorry to bother", "sorry [to be] bother", "self_blame", "sorry [to be] bother"),
        ("idiot, idiots", "Idiot, idiots", "insults", "'Idiot'"),
        ("joins: and", "join: and", "speech.yaml", "join"),
        ('instead: "my ... got lost"', 'instead: "it got lost"', "turned[10]", "the same one ..."),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(
    file: Path, old: str, new: str, key: str, problem: str
) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(errors.ContentError) as caught:
        content.load("xx")
    assert caught.value.key == key
    assert problem in caught.value.problem
    assert caught.value.line > 0
