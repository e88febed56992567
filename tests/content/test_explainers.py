"""Holds the explainers to what was promised: all there, short, plain, sourced, and excusing no harm."""

import re
from pathlib import Path

import pytest

from bot.content import explainers as loading
from bot.content import loader, reading, rules
from bot.domain import errors, explainers, scripts

PRESSURES = {
    "short_visits", "prior_authorization_process", "step_therapy_rules", "formularies", "networks",
    "referrals_process", "staffing", "fragmentation", "implicit_bias", "clinician_burnout", "moral_injury",
    "charting",
}  # fmt: skip
HIGHEST_GRADE = 8.0
SHELF = loading.load_explainers()


def every_explainer() -> list[explainers.Explainer]:
    return list(SHELF.explainers)


def test_every_barrier_and_every_pressure_behind_them_is_explained() -> None:
    assert [each.id for each in every_explainer()][: len(scripts.BARRIERS)] == list(scripts.BARRIERS)
    assert {each.id for each in every_explainer()} - set(scripts.BARRIERS) >= PRESSURES


def test_a_barrier_shows_its_own_explainer_first_and_then_what_lies_behind_it() -> None:
    found = [each.id for each in SHELF.of("rushed_visit")]
    assert found[0] == "rushed_visit"
    assert {"short_visits", "charting", "staffing", "clinician_burnout"} <= set(found)
    assert SHELF.explainer("charting") in SHELF.of("chart_not_read")
    assert SHELF.explainer("no such thing") is None


def test_harm_has_no_pressure_behind_it_that_could_explain_it_away() -> None:
    assert [each.id for each in SHELF.of(scripts.HARM)] == [scripts.HARM]


@pytest.mark.parametrize("each", every_explainer(), ids=lambda each: each.id)
def test_it_is_short_enough_for_one_screen(each: explainers.Explainer) -> None:
    assert len(" ".join(each.short).split()) < explainers.LONGEST
    assert len(each.title) <= loading.LONGEST_LABEL


@pytest.mark.parametrize("each", every_explainer(), ids=lambda each: each.id)
def test_it_reads_at_eighth_grade_or_below(each: explainers.Explainer) -> None:
    first, later = " ".join(each.short), " ".join([each.more or "", *(fact.text for fact in each.facts)])
    for passage in (first, each.more or "", f"{first} {later}"):
        assert reading.grade(passage) <= HIGHEST_GRADE, passage


@pytest.mark.parametrize("each", every_explainer(), ids=lambda each: each.id)
def test_it_never_promises_scolds_or_cheers(each: explainers.Explainer) -> None:
    shown = [each.title, *each.short, each.more or "", *(fact.text for fact in each.facts)]
    assert [rules.never_said(text) for text in shown if rules.never_said(text)] == []


@pytest.mark.parametrize("each", every_explainer(), ids=lambda each: each.id)
def test_where_a_number_of_days_or_hours_runs_the_letter_wins(each: explainers.Explainer) -> None:
    if each.clock and re.search(r"\d", each.clock):
        assert each.clock.endswith("Your letter's date wins.")


@pytest.mark.parametrize("each", every_explainer(), ids=lambda each: each.id)
def test_a_number_on_the_clock_has_a_sourced_fact_that_gives_it(each: explainers.Explainer) -> None:
    given = {number for fact in each.facts for number in re.findall(r"\d+", fact.text)}
    assert set(re.findall(r"\d+", each.clock or "")) - given == set()


@pytest.mark.parametrize("each", every_explainer(), ids=lambda each: each.id)
def test_every_fact_says_where_it_stands_when_it_was_checked_and_where_it_holds(
    each: explainers.Explainer,
) -> None:
    for fact in each.facts:
        assert re.fullmatch(r"https://[\w.-]+\.\w+/\S+", fact.source), fact
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", fact.checked), fact
        assert fact.region in {"US", "UK", "CA", "EU", "any"}, fact


def test_the_harm_explainer_is_about_safety_and_choices_and_makes_no_alliance() -> None:
    harm = SHELF.explainer(scripts.HARM)
    assert harm is not None
    assert rules.alliance_wording(" ".join([*harm.short, harm.more or ""])) == ()
    assert "explains this away" in harm.why
    assert "/urgent" in harm.line
    for way in ("stop", "leave", "someone you trust", "with dates", "police", "a different doctor"):
        assert way in harm.what_can_be_done


def shelf_at(home: Path, monkeypatch: pytest.MonkeyPatch, **changes: str) -> explainers.Shelf:
    """Copy the explainers to ``home``, put a changed text in place of some, and load them."""
    folder = home / "en" / "explainers"
    folder.mkdir(parents=True)
    for file in (loader.HOME / "en" / "explainers").glob("*.yaml"):
        text = changes.get(file.stem, file.read_text(encoding="utf-8"))
        (folder / file.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(loader, "HOME", home)
    return loading.load_explainers.__wrapped__("en")


def written(explainer_id: str) -> str:
    return (loader.HOME / "en" / "explainers" / f"{explainer_id}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("id: charting", "id: carting", r"charting.yaml:1: id: is 'carting'"),
        (
            'title: "Why they type so much"',
            'title: "Why they have to type so very much"',
            r":2: title: is longer",
        ),
        (
            "barriers: [rushed_visit",
            "barriers: [rushed_vist",
            r":3: barriers\[0\]: Invalid enum value 'rushed_vist'",
        ),
        ("who_else:", "who_esle:", "missing required field `who_else`"),
        ("region: US", "region: Mars", r"facts\[0\].region: Invalid enum value 'Mars'"),
    ],
)
def test_a_mistake_in_a_file_is_named_by_file_line_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was: str, becomes: str, said: str
) -> None:
    right = written("charting")
    assert was in right
    with pytest.raises(errors.ContentError, match=said):
        shelf_at(tmp_path, monkeypatch, charting=right.replace(was, becomes, 1))


def test_an_explainer_that_belongs_to_no_barrier_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = re.sub(r"barriers: \[.*\]", "barriers: []", written("charting"))
    with pytest.raises(errors.ContentError, match="barriers: is empty"):
        shelf_at(tmp_path, monkeypatch, charting=alone)


def test_a_barrier_that_nobody_explains_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = written("bias").replace("barriers: [bias]", "barriers: [dismissed]")
    with pytest.raises(errors.ContentError, match="leaves out 'bias'"):
        shelf_at(tmp_path, monkeypatch, bias=other)


def test_another_pressure_needs_only_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = shelf_at(tmp_path / "first", monkeypatch)
    assert len(shelf.explainers) == len(SHELF.explainers)
    new = written("bias").replace("id: bias", "id: parking")
    (tmp_path / "first" / "en" / "explainers" / "parking.yaml").write_text(new, encoding="utf-8")
    found = loading.load_explainers.__wrapped__("en").explainer("parking")
    assert found is not None
    assert found.barriers == ("bias",)
