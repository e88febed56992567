from collections import Counter
from pathlib import Path

import pytest

from bot.content import loader
from bot.content import vocabulary as content
from bot.domain import errors
from bot.domain.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return content.load()


def test_several_hundred_symptoms_and_medicines_are_known(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.symptoms) > 250
    assert len(vocabulary.medicines) > 400


def test_names_are_lower_case_unless_they_are_proper_names(vocabulary: Vocabulary) -> None:
    odd = {term.name for term in vocabulary.symptoms if term.name != term.name.lower()}
    initials = {name for name in odd if name.isupper()}
    assert odd - initials == {"Raynaud's", "MS hug", "Sjogren's", "Ehlers-Danlos", "Parkinson's", "Crohn's"}
    assert {"PMS", "PTSD", "ME/CFS"} <= initials


def test_no_medicine_stands_under_two_names(vocabulary: Vocabulary) -> None:
    names = Counter(
        name.lower()
        for medicine in vocabulary.medicines
        for name in {medicine.name, *medicine.brands, *medicine.short}
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_severity_word_spans_a_part_of_the_scale(vocabulary: Vocabulary) -> None:
    assert all(0 <= word.low < word.high <= 10 for word in vocabulary.severities)


def test_emoji_stand_for_known_symptoms(vocabulary: Vocabulary) -> None:
    names = {term.name for term in vocabulary.symptoms}
    assert {names_[0] for names_ in vocabulary.emoji.values()} <= names


def test_the_words_of_a_topic_are_single_and_stand_there_once() -> None:
    lines = loader.load(loader.HOME / "en" / "vocabulary" / "topics.yaml", dict[str, str])
    assert not {topic for topic, line in lines.items() if "," in line or "'" in line}
    twice = {
        topic: [word for word, count in Counter(line.split()).items() if count > 1]
        for topic, line in lines.items()
    }
    assert not any(twice.values()), twice


def test_unable_is_spelled_out(vocabulary: Vocabulary) -> None:
    insomnia = next(term for term in vocabulary.symptoms if term.name == "insomnia")
    assert "trouble falling asleep" in insomnia.words
    assert not any("{" in word for term in vocabulary.symptoms for word in term.words)


def test_what_two_lines_say_of_one_thing_is_kept_whole(vocabulary: Vocabulary) -> None:
    light = next(term for term in vocabulary.symptoms if term.name == "light sensitivity").of["light"]
    assert {"horrible", "like knives"} <= set(light)


def test_a_wrong_key_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "en" / "vocabulary"
    folder.mkdir(parents=True)
    for file in (loader.HOME / "en" / "vocabulary").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    broken = folder / "symptoms-mind.yaml"
    broken.write_text("# mood\n\nanxiety:\n  wrods: anxious\n", encoding="utf-8")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    with pytest.raises(errors.ContentError) as caught:
        content.load()
    assert "symptoms-mind.yaml" in caught.value.file
    assert "wrods" in caught.value.problem


def test_a_symptom_in_two_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "en" / "vocabulary"
    folder.mkdir(parents=True)
    for file in (loader.HOME / "en" / "vocabulary").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    with (folder / "symptoms-mind.yaml").open("a", encoding="utf-8") as file_:
        file_.write("migraine:\n  words: megrim\n")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    with pytest.raises(errors.ContentError, match="migraine"):
        content.load()
