"""The red flags and situations as content: sourced, dated, whole, and refused in plain words where they are not."""

from datetime import date
from pathlib import Path

import pytest

from bot.content import loader, recognition
from bot.domain import errors
from bot.domain import recognition as domain
from bot.understanding.cues.standing import ROLES

RULES = recognition.load_red_flags().rules
BARRIERS = frozenset(
    [
        "insurance_denial",
        "prior_authorization",
        "step_therapy",
        "pharmacy_problem",
        "cost_worry",
        "billing_error",
        "rushed_visit",
        "dismissed",
        "normal_labs",
        "wait_and_see",
        "new_provider_handoff",
        "chart_not_read",
        "uncoordinated_specialists",
        "portal_or_records_problem",
        "referral_delay",
        "disability_paperwork",
        "labelled_noncompliant",
        "dont_look_sick",
        "bias",
        "frustrated_but_trusting",
        "want_alliance",
        "gratitude",
        "harm_or_abuse",
        "second_opinion_or_leave",
    ]
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_source_a_readable_date_and_something_to_say(rule: domain.AlertRule) -> None:
    assert "." in rule.source
    assert not rule.checked or date.fromisoformat(rule.checked) >= date(2026, 1, 1)
    assert rule.when or rule.soft


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_role_that_decides_how_a_mention_stands_is_written() -> None:
    assert set(recognition.load_speech().context) == set(ROLES)


def test_the_barriers_are_those_that_are_stored_and_exported() -> None:
    assert {barrier.id for barrier in recognition.load_situations().barriers} == BARRIERS


@pytest.mark.parametrize("barrier", ["want_alliance", "gratitude", "frustrated_but_trusting"])
def test_alliance_yields_to_harm(barrier: str) -> None:
    cues = {one.id: one for one in recognition.load_situations().barriers}
    assert "harm_or_abuse" in cues[barrier].yields_to


def test_a_rule_that_names_an_unknown_concept_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "red_flags.yaml").write_text(
        "concepts: {chest: chest}\njoined: {}\nmeasures: []\n"
        "rules: [{id: heart, kind: emergency, source: a.b, checked: '2026-01-01', when: [chest chset]}]\n"
    )
    monkeypatch.setattr(loader, "HOME", tmp_path)
    with pytest.raises(errors.ContentError, match=r"rules\.heart.*chset"):
        recognition.load_red_flags("xx")
