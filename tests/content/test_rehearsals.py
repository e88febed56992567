"""Every rehearsal against the rules for words and the way answers are heard, and the files against editing mistakes."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content import loader, reading, rules, speech
from bot.content import rehearsals as content
from bot.domain import errors, rehearsals, scripts
from bot.understanding.speech.speech import SpeechReader

# What stands in a blank when nothing is known, and when everything is.
PHRASES = {
    "medicine": "my medicine",
    "weeks": "some weeks",
    "reason": "the reason I was given",
    "clinician": "my doctor",
    "clinic": "the clinic",
    "insurer": "my insurance",
    "treatment": "this treatment",
    "symptom": "this",
    "days": "several days",
    "reference": "my reference number",
    "date": "the date on my letter",
    "name": "I",
    "limit": "what I can do",
}
KNOWN = {
    "medicine": "topiramate",
    "weeks": "9 weeks",
    "reason": "brain fog",
    "clinician": "Dr. Osei",
    "clinic": "Northside Clinic",
    "insurer": "Acme Health",
    "treatment": "the knee scan",
    "symptom": "chest tightness",
    "days": "12 days",
    "reference": "8841",
    "date": "January 5",
    "name": "Robin",
    "limit": "climbing stairs",
}
REHEARSALS = content.load_rehearsals()
ENCOUNTERS = REHEARSALS.encounters
READER = SpeechReader(speech.load())
LONGEST_WORDS = 30
TROUBLE = re.compile(
    r"\b(\w+) \1\b|\b(?:my|the|a|an|your|his|her) (?:my|the|this|some|several|what)\b|[{}]|\b(?:is|am) I\b[.,]",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"\b(?:will (?:work|help you get|be solved)|in the end you|always ends|never fails)\b", re.IGNORECASE
)
CARICATURE = re.compile(
    r"\b(?:crazy|hysterical|shut up|stupid|liar|lying|whin\w+|drama\w*|faking|addict)\b", re.IGNORECASE
)


def named(encounter: rehearsals.Encounter) -> str:
    return encounter.id


def chosen(encounter: rehearsals.Encounter) -> Iterator[tuple[str, str]]:
    for number, turn in enumerate(encounter.turns):
        yield from ((f"turns[{number}].say.{tone}", line) for tone, line in turn.say.items())


def said_by_them(encounter: rehearsals.Encounter) -> Iterator[tuple[str, str]]:
    for number, turn in enumerate(encounter.turns):
        yield f"turns[{number}].heard", turn.heard
        yield f"turns[{number}].if_asked", turn.if_asked
        yield f"turns[{number}].if_not", turn.if_not


def told(encounter: rehearsals.Encounter) -> Iterator[tuple[str, str]]:
    yield "title", encounter.title
    yield "setting", encounter.setting
    yield "closing", encounter.closing


def shown(encounter: rehearsals.Encounter) -> Iterator[tuple[str, str]]:
    """Give the passages as they are read: the beginning, each turn with its lines, how it goes on, the end."""
    yield "setting", encounter.setting
    for number, turn in enumerate(encounter.turns):
        lines = " ".join(scripts.fill(line, {}, PHRASES) for line in turn.say.values())
        yield f"turns[{number}]", f"{turn.heard} {lines}"
        yield f"turns[{number}], going on", f"{turn.if_asked} {turn.if_not}"
    yield "closing", encounter.closing


def test_there_are_enough_and_every_desk_has_several() -> None:
    assert len(ENCOUNTERS) >= 24
    assert tuple(desk.who for desk in REHEARSALS.desks) == rehearsals.WHO
    assert all(len(desk.encounters) >= 3 for desk in REHEARSALS.desks)
    assert {each.kind for each in ENCOUNTERS} == set(rehearsals.KINDS)
    assert {turn.goal for each in ENCOUNTERS for turn in each.turns} == set(rehearsals.GOALS)


@pytest.mark.parametrize("barrier", rehearsals.REHEARSED)
def test_every_barrier_but_harm_can_be_rehearsed(barrier: str) -> None:
    assert REHEARSALS.fitting(barrier)


def test_harm_is_never_rehearsed() -> None:
    assert scripts.HARM not in rehearsals.REHEARSED
    assert len(rehearsals.REHEARSED) == len(scripts.BARRIERS) - 1
    assert REHEARSALS.fitting(scripts.HARM) == ()
    assert all(scripts.HARM not in each.barriers for each in ENCOUNTERS)


def test_what_fits_a_call_comes_before_what_fits_a_visit() -> None:
    for kind in rehearsals.KINDS:
        found = [each.kind for each in REHEARSALS.fitting("prior_authorization", kind)]
        assert found[0] == kind
        assert found == sorted(found, key=lambda each: each != kind)


def test_labels_differ_so_that_no_two_buttons_look_alike() -> None:
    titles = [each.title for each in ENCOUNTERS]
    assert len(set(titles)) == len(titles)
    assert len({desk.name for desk in REHEARSALS.desks}) == len(rehearsals.WHO)


def test_an_encounter_is_found_by_its_id_and_one_taken_out_is_not() -> None:
    first = ENCOUNTERS[0]
    assert REHEARSALS.encounter(first.id) is first
    assert REHEARSALS.encounter("never_written") is None
    assert REHEARSALS.desk(first.who) is REHEARSALS.desks[0]
    assert REHEARSALS.desk("nobody") is None


def test_what_they_say_next_depends_on_whether_something_was_asked() -> None:
    for each in ENCOUNTERS:
        for turn in each.turns:
            assert turn.then(asked=True) != turn.then(asked=False)


@pytest.mark.parametrize("encounter", ENCOUNTERS, ids=named)
def test_words_keep_the_rules(encounter: rehearsals.Encounter) -> None:
    problems = []
    for key, text in (*chosen(encounter), *told(encounter)):
        problems += [f"{key}: {found}" for found in rules.never_said(text)]
    for key, text in said_by_them(encounter):
        found = rules.never_said(text)
        problems += [f"{key}: {one}" for one in found if not one.startswith("blames")]
        problems += [f"{key}: a caricature" for _ in CARICATURE.findall(text)]
    for key, text in (*chosen(encounter), *said_by_them(encounter), *told(encounter)):
        if len(scripts.fill(text, {}, PHRASES).split()) > LONGEST_WORDS:
            problems.append(f"{key}: longer than {LONGEST_WORDS} words")
    for key, text in shown(encounter):
        if reading.grade(text) > rules.HIGHEST_GRADE:
            problems.append(f"{key}: reads at grade {reading.grade(text):.1f}")
    if PROMISE.search(encounter.closing):
        problems.append("closing: promises")
    assert problems == []


@pytest.mark.parametrize("encounter", ENCOUNTERS, ids=named)
def test_the_lines_to_choose_are_answers_the_feedback_is_content_with(
    encounter: rehearsals.Encounter,
) -> None:
    problems = []
    for key, line in chosen(encounter):
        for known in ({}, KNOWN):
            heard = READER.read(scripts.fill(line, known, PHRASES))
            problems += [
                f"{key}: {each.kind} in {line!r}"
                for each in heard.findings
                if each.kind not in {"ask", "function"}
            ]
            if not heard.has("ask"):
                problems.append(f"{key}: asks for nothing: {line!r}")
    for number, turn in enumerate(encounter.turns):
        if turn.goal == "name_function":
            named = [
                READER.read(scripts.fill(line, KNOWN, PHRASES)).has("function") for line in turn.say.values()
            ]
            if sum(named) < 2:
                problems.append(f"turns[{number}]: names what life is like in {sum(named)} lines")
    assert problems == []


@pytest.mark.parametrize("encounter", ENCOUNTERS, ids=named)
def test_lines_read_well_with_nothing_known_and_with_everything(encounter: rehearsals.Encounter) -> None:
    for key, line in (*chosen(encounter), *said_by_them(encounter)):
        for text in (scripts.fill(line, {}, PHRASES), scripts.fill(line, KNOWN, PHRASES)):
            assert not TROUBLE.search(text), (key, text)
            assert text[0].isupper() or text[0].isdigit(), (key, text)
            assert text[-1] in ".?", (key, text)


@pytest.mark.parametrize("encounter", ENCOUNTERS, ids=named)
def test_no_line_stands_twice_in_an_encounter(encounter: rehearsals.Encounter) -> None:
    texts = [text for _, text in (*chosen(encounter), *said_by_them(encounter))]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_the_grounding_minute_is_short_sourced_and_teaches_nothing() -> None:
    grounding = REHEARSALS.grounding
    assert len(grounding.foggy) < len(grounding.lines)
    for line in (*grounding.lines, *grounding.foggy):
        assert rules.never_said(line) == ()
        assert len(line.split()) <= 12
        assert "?" not in line
    assert reading.grade(" ".join(grounding.lines)) <= rules.HIGHEST_GRADE
    assert reading.grade(" ".join(grounding.foggy)) <= rules.HIGHEST_GRADE
    assert not re.search(
        r"\b(?:next time|should|try again|lesson|learn|practi[cs]e)\b", " ".join(grounding.lines)
    )
    assert all(fact.source.startswith("https://") and fact.checked for fact in grounding.sources)


# --- a wrong file is named


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(loader.HOME / "en" / "rehearsals", tmp_path / "xx" / "rehearsals")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    content.load_rehearsals.cache_clear()
    return tmp_path / "xx" / "rehearsals"


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("{limit}", "{limits}", "encounters[0].turns[1].say", "there is no blank {limits}"),
        ("Good news.", "Good {news}.", "encounters[0].turns[0]", "blanks belong in the lines under say"),
        ("who: doctor", "who: pharmacist", "who", "both must be the same"),
        ("who: doctor", "who: nurse", "who", "nurse"),
        ("[normal_labs]", "[harm_or_abuse]", "encounters[0]", "never rehearsed"),
        ("[dismissed]", "[dismissed_it]", "encounters[1].barriers[0]", "dismissed_it"),
        ("id: it_could_be_stress", "id: labs_are_fine", "encounters[1].id", "stands twice"),
        ("id: it_could_be_stress", "id: denied_scan", "encounters[0].id", "stands twice"),
        ("        if_asked:", "        if_ask:", "encounters[0].turns[0]", "if_ask"),
        ("goal: ask", "goal: win", "encounters[0].turns[0].goal", "win"),
        ("kind: visit", "kind: train", "encounters[0].kind", "train"),
        ('title: "Your labs are fine"', f'title: "{"a" * 29}"', "encounters[0].title", "<= 28"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(
    folder: Path, old: str, new: str, key: str, problem: str
) -> None:
    file = folder / "doctor.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(errors.ContentError) as caught:
        content.load_rehearsals("xx")
    assert caught.value.key == key
    assert problem in caught.value.problem
    assert caught.value.line > 0
    assert "rehearsals/" in caught.value.file


def test_one_line_to_choose_is_no_choice(folder: Path) -> None:
    file = folder / "doctor.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip() == "say:")
    file.write_text("\n".join([*lines[: start + 2], *lines[start + 4 :]]), encoding="utf-8")
    with pytest.raises(errors.ContentError, match="give two of soft, plain and firm") as caught:
        content.load_rehearsals("xx")
    assert caught.value.line == start + 1


def test_the_line_of_a_second_id_is_its_own(folder: Path) -> None:
    file = folder / "doctor.yaml"
    text = file.read_text(encoding="utf-8").replace("id: let_us_wait", "id: labs_are_fine")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(errors.ContentError, match="stands twice") as caught:
        content.load_rehearsals("xx")
    places = [n for n, line in enumerate(text.splitlines(), start=1) if "id: labs_are_fine" in line]
    assert caught.value.line == places[1]


def test_a_missing_file_and_a_stray_one_are_named(folder: Path) -> None:
    (folder / "pharmacist.yaml").rename(folder / "chemist.yaml")
    with pytest.raises(errors.ContentError, match="nobody is called 'chemist'"):
        content.load_rehearsals("xx")
    (folder / "chemist.yaml").unlink()
    content.load_rehearsals.cache_clear()
    with pytest.raises(errors.ContentError, match=r"pharmacist\.yaml.*cannot be read"):
        content.load_rehearsals("xx")


def test_a_grounding_without_a_source_is_refused(folder: Path) -> None:
    file = folder / "grounding.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("sources:")] + "sources: []\n", encoding="utf-8")
    with pytest.raises(errors.ContentError, match="sources"):
        content.load_rehearsals("xx")
