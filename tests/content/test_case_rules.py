"""The kinds of case: each barrier has one, each clock can be looked up again, each label fits, each line is plain."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.content import case_rules as content
from bot.content import loader, reading, rules
from bot.domain import case_rules, errors, scripts

RULES = content.load_case_rules()
CLOCKS = [(kind, clock) for kind in RULES.kinds for clock in kind.clocks]
WRITTEN = (loader.HOME / "en" / "cases.yaml").read_text(encoding="utf-8")


def passage(kind: case_rules.Kind) -> str:
    lines = [kind.name, *(step.text for step in kind.steps), *kind.write_down]
    lines += [f"{clock.name}. {clock.holds}" for clock in kind.clocks]
    return " ".join(line if line[-1] in ".?" else f"{line}." for line in lines)


def named(pair: tuple[case_rules.Kind, case_rules.Clock]) -> str:
    return pair[1].id


@pytest.mark.parametrize("barrier", scripts.BARRIERS)
def test_every_barrier_belongs_to_a_kind_of_case(barrier: str) -> None:
    assert RULES.kinds_for_barrier(barrier)


@pytest.mark.parametrize(
    ("barrier", "first"),
    [
        ("insurance_denial", "denial"),
        ("prior_authorization", "authorization"),
        ("step_therapy", "step_therapy"),
        ("referral_delay", "referral"),
        ("portal_or_records_problem", "records"),
        ("billing_error", "bill"),
        ("disability_paperwork", "paperwork"),
        ("harm_or_abuse", "complaint"),
        ("cost_worry", "bill"),
        ("dismissed", "other"),
        ("gratitude", "other"),
    ],
)
def test_the_kind_that_a_barrier_leads_to_first(barrier: str, first: str) -> None:
    assert RULES.kinds_for_barrier(barrier)[0].id == first


def test_a_script_that_opens_a_case_finds_a_kind_for_it() -> None:
    from bot.content import scripts as written

    opening = [script for script in written.load_scripts().scripts if script.opens == "case"]
    assert opening
    assert [script.id for script in opening if not RULES.kinds_for_barrier(script.barrier)] == []


@pytest.mark.parametrize("pair", CLOCKS, ids=named)
def test_every_clock_names_where_its_rule_stands_and_when_somebody_looked(
    pair: tuple[case_rules.Kind, case_rules.Clock],
) -> None:
    clock = pair[1]
    assert re.match(r"https://[\w.-]+\.[a-z]{2,}/", clock.source)
    assert date(2026, 1, 1) <= date.fromisoformat(f"{clock.checked}-01") <= date(2026, 12, 1)
    assert reading.grade(f"{clock.name}. {clock.holds}") <= rules.HIGHEST_GRADE
    assert clock.holds.endswith(".")


# What the sources say, told a second time, so that a slip of the finger in the file is seen.
AMOUNTS = {
    "us_appeal": (180, "days", "mine"),
    "us_appeal_advantage": (60, "days", "mine"),
    "us_appeal_medicare": (120, "days", "mine"),
    "us_appeal_medicaid": (60, "days", "mine"),
    "us_outside_review": (4, "months", "mine"),
    "us_answer_before": (30, "days", "theirs"),
    "us_answer_after": (60, "days", "theirs"),
    "us_answer_urgent": (72, "hours", "theirs"),
    "uk_ombudsman": (6, "months", "mine"),
    "uk_insurer_answer": (8, "weeks", "theirs"),
    "us_approval": (15, "days", "theirs"),
    "us_approval_public": (7, "days", "theirs"),
    "us_approval_urgent": (72, "hours", "theirs"),
    "us_exception_medicare": (72, "hours", "theirs"),
    "us_exception_medicare_urgent": (24, "hours", "theirs"),
    "us_exception_plan": (72, "hours", "theirs"),
    "us_exception_plan_urgent": (24, "hours", "theirs"),
    "uk_18_weeks": (18, "weeks", "theirs"),
    "us_records": (30, "days", "theirs"),
    "us_correction": (60, "days", "theirs"),
    "uk_records": (1, "months", "theirs"),
    "ca_records": (30, "days", "theirs"),
    "au_records": (30, "days", "theirs"),
    "eu_records": (1, "months", "theirs"),
    "us_estimate": (120, "days", "mine"),
    "us_collector": (30, "days", "mine"),
    "us_hospital_help": (240, "days", "mine"),
    "us_claim_answer": (30, "days", "theirs"),
    "us_leave_form": (15, "days", "mine"),
    "us_leave_fix": (7, "days", "mine"),
    "us_social_security": (60, "days", "mine"),
    "us_disability_appeal": (180, "days", "mine"),
    "us_disability_answer": (45, "days", "theirs"),
    "uk_look_again": (1, "months", "mine"),
    "uk_tribunal": (1, "months", "mine"),
    "ca_look_again": (90, "days", "mine"),
    "ca_tribunal": (90, "days", "mine"),
    "au_centrelink": (13, "weeks", "mine"),
    "us_civil_rights": (180, "days", "mine"),
    "uk_nhs": (12, "months", "mine"),
    "uk_nhs_scotland": (6, "months", "mine"),
    "uk_nhs_receipt": (3, "working_days", "theirs"),
    "uk_answer_scotland": (20, "working_days", "theirs"),
    "uk_answer_wales": (30, "working_days", "theirs"),
}


def test_every_clock_counts_what_its_source_says() -> None:
    assert {clock.id: (clock.amount, clock.unit, clock.whose) for _, clock in CLOCKS} == AMOUNTS


def test_a_first_decision_and_the_answer_to_an_appeal_are_told_apart() -> None:
    denial, approval = RULES.kind("denial"), RULES.kind("authorization")
    assert denial
    assert approval
    first = case_rules.clocks_for(approval, "US", "theirs")[0]
    appeal = case_rules.clocks_for(denial, "US", "theirs")[0]
    sent = date(2026, 11, 2)
    assert case_rules.deadline(first, sent) == date(2026, 11, 17)
    assert case_rules.deadline(appeal, sent) == date(2026, 12, 2)


def test_what_i_must_do_comes_before_what_they_must_where_a_kind_begins_with_my_move() -> None:
    for kind_id in ("denial", "bill", "paperwork", "complaint"):
        kind = RULES.kind(kind_id)
        assert kind
        assert case_rules.clocks_for(kind, "US")[0].whose == "mine"


@pytest.mark.parametrize("kind", RULES.kinds, ids=lambda kind: kind.id)
def test_a_kind_reads_plainly_and_says_nothing_that_is_never_said(kind: case_rules.Kind) -> None:
    assert reading.grade(passage(kind)) <= rules.HIGHEST_GRADE
    assert rules.never_said(passage(kind)) == ()
    assert {step.whose for step in kind.steps} == {"mine", "theirs"}
    assert kind.outcomes[-1] == "closed"


@pytest.mark.parametrize("outcome", RULES.outcomes, ids=lambda outcome: outcome.id)
def test_an_outcome_is_told_kindly(outcome: case_rules.Outcome) -> None:
    assert reading.grade(outcome.said) <= rules.HIGHEST_GRADE
    assert rules.never_said(f"{outcome.name} {outcome.said}") == ()
    assert not re.search(r"gave up|failed|lost", f"{outcome.name} {outcome.said}", re.IGNORECASE)


def test_where_harm_was_done_no_alliance_is_asked_for() -> None:
    complaint = RULES.kinds_for_barrier("harm_or_abuse")
    assert [rules.alliance_wording(passage(kind)) for kind in complaint] == [()]


def test_labels_differ_and_fit_their_buttons() -> None:
    names = [kind.name for kind in RULES.kinds]
    assert len(set(names)) == len(names)
    for kind in RULES.kinds:
        for region in case_rules.REGIONS:
            shown = [clock.name for clock in case_rules.clocks_for(kind, region)]
            assert len(set(shown)) == len(shown), (kind.id, region)
    ids = [*(clock.id for _, clock in CLOCKS), *names]
    assert max(len(each.encode()) for each in ids) <= 32


def test_the_sentences_beside_a_date_are_there() -> None:
    assert RULES.letter_wins == "Your letter's date wins."
    assert "holidays" in RULES.holidays
    assert "our own" in RULES.ours
    assert RULES.ask_letter.endswith("?")
    assert RULES.clock("us_appeal")
    assert RULES.clock("taken_out") is None
    assert RULES.outcome("closed")
    assert RULES.outcome("unknown") is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("amount: 180\n", "amount: many\n", r"cases\.yaml:\d+: kinds\[0\]\.clocks\[0\]\.amount"),
        ("amount: 180\n", "amount: 0\n", r"kinds\[0\]\.clocks\[0\]\.amount: .*>= 1"),
        (
            "unit: hours\n",
            "unit: fortnights\n",
            r"kinds\[0\]\.clocks\[7\]\.unit: Invalid enum value 'fortnights'",
        ),
        ('checked: "2026-11"', 'checked: "November"', r"clocks\[0\]: checked: give the month"),
        (
            'source: "https://www.healthcare',
            'source: "see healthcare',
            r"clocks\[0\]: source: give the address",
        ),
        ("id: us_appeal_medicaid", "id: us_appeal", r"'us_appeal' stands twice"),
        ("id: us_appeal\n", "id: appeal\n", r"id: begins with its region, like us_appeal"),
        ('name: "A bill"', 'name: "A bill that is far too long"', r"kinds\[5\]\.name: .*length <= 24"),
        ("[insurance_denial]", "[cost_worry]", r"'insurance_denial' belongs to no kind"),
        (
            "[insurance_denial]",
            "[insurance_no]",
            r"kinds\[0\]\.barriers\[0\]: Invalid enum value",
        ),
        ("- id: withdrawn\n", "- id: solved\n", r"outcomes: 'withdrawn' is missing"),
        ("    too_long: 10\n", "    too_longish: 10\n", r"kinds\[0\]: Object .*`too_long"),
        ("whose: mine}", "whos: mine}", r"kinds\[0\]\.steps\[0\]: Object contains unknown field `whos`"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, told: str
) -> None:
    assert before in WRITTEN
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "cases.yaml").write_text(WRITTEN.replace(before, after, 1), encoding="utf-8")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    content.load_case_rules.cache_clear()
    with pytest.raises(errors.ContentError, match=told) as caught:
        content.load_case_rules("xx")
    content.load_case_rules.cache_clear()
    assert "cases.yaml" in caught.value.file
    assert caught.value.line > 0
