"""The whole catalogue against PRODUCT's table and the rules, and the files against the mistakes that editing makes."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content import loader, rules
from bot.content import scripts as content
from bot.domain import errors, scripts

# PRODUCT.md's table: each situation of each barrier, and the scripts that answer it.
SITUATIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "insurance_denial": {
        "claim or treatment denied": ("treatment_denied", "claim_denied", "denial_doctor_help"),
        "urgent denial": ("urgent_denial",),
        "appeal lost": ("appeal_lost",),
    },
    "prior_authorization": {
        "pending": ("approval_pending",),
        "denied": ("approval_denied",),
        "expiring": ("approval_expiring",),
    },
    "step_therapy": {
        "made to try another first": ("try_other_first",),
        "forced switch": ("forced_switch",),
    },
    "pharmacy_problem": {
        "rejected at counter": ("rejected_at_counter",),
        "out of stock": ("out_of_stock",),
        "refill gap": ("refill_gap",),
    },
    "cost_worry": {
        "price of a scan": ("scan_price",),
        "hiding a symptom because of cost": ("cost_hidden",),
        "a medicine that costs too much (ours)": ("medicine_cost",),
    },
    "billing_error": {"wrong bill": ("wrong_bill",), "over the estimate": ("over_estimate",)},
    "rushed_visit": {
        "no time": ("no_time",),
        "interrupted": ("interrupted",),
        "door-handle concern": ("door_handle",),
        "overwhelmed": ("overwhelmed",),
    },
    "dismissed": {
        "it's stress": ("its_stress",),
        "pain minimised": ("pain_minimised",),
        "test refused": ("test_refused",),
        "own research brushed off": ("research_brushed_off",),
    },
    "normal_labs": {"your labs are normal": ("labs_normal", "labs_normal_by_message")},
    "wait_and_see": {"let's wait and see": ("wait_and_see", "worse_while_waiting")},
    "new_provider_handoff": {
        "new clinician again": ("new_clinician",),
        "retelling fatigue": ("retelling_fatigue",),
    },
    "chart_not_read": {"nobody read the chart": ("chart_unread",), "the chart is wrong": ("chart_wrong",)},
    "uncoordinated_specialists": {
        "they don't talk": ("specialists_dont_talk",),
        "conflicting advice": ("conflicting_advice",),
    },
    "portal_or_records_problem": {
        "portal down": ("portal_down",),
        "results late": ("results_late",),
        "records request": ("records_request",),
    },
    "referral_delay": {"lost referral": ("referral_lost",), "slow referral": ("referral_slow",)},
    "disability_paperwork": {
        "disability form": ("disability_form",),
        "leave or work form": ("work_leave_form",),
        "school form": ("school_form",),
    },
    "labelled_noncompliant": {
        "called non-compliant": ("called_noncompliant",),
        "called difficult": ("called_difficult",),
        "called drug-seeking": ("called_drug_seeking",),
    },
    "dont_look_sick": {"you don't look sick": ("look_well_to_clinician", "look_well_to_others")},
    "bias": {
        "treated differently for who they are": (
            "treated_differently",
            "access_need_ignored",
            "report_unfair_care",
        ),
    },
    "frustrated_but_trusting": {
        "trust you, frustrated at the process": ("trust_not_process",),
        "repair after an outburst": ("after_outburst",),
    },
    "want_alliance": {"your hands are tied": ("hands_tied", "what_clinic_needs")},
    "gratitude": {
        "thanks for hearing me out": ("thanks_for_listening",),
        "someone fought for you": ("someone_fought_for_me",),
    },
    "harm_or_abuse": {
        "hurt": ("hurt_during_exam",),
        "violated": ("touched_wrong", "consent_ignored"),
        "mocked": ("mocked_or_humiliated",),
        "threatened": ("threatened_or_punished",),
        "refused in danger": ("refused_in_danger",),
        "report": ("report_harm",),
    },
    "second_opinion_or_leave": {
        "second opinion": ("ask_second_opinion",),
        "trust is gone": ("trust_is_gone", "tell_them_leaving"),
    },
}

# What stands in a blank when nothing is known, as the brief of the scripts has it.
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
CATALOGUE = content.load_scripts()
SCRIPTS = CATALOGUE.scripts
TROUBLE = re.compile(
    r"\b(\w+) \1\b|\b(?:my|the|a|an|your|his|her) (?:my|the|this|some|several|what)\b|[{}]|\b(?:is|am) I\b[.,]",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"(?=.*\b(?:appeal|dispute|complain|complaint)\b)(?=.*\d (?:business )?(?:days|months))"
)


def named(script: scripts.Script) -> str:
    return script.id


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!](?:\s|$)", text))


def test_the_table_names_the_barriers_that_exist() -> None:
    assert tuple(SITUATIONS) == scripts.BARRIERS
    assert tuple(barrier.id for barrier in CATALOGUE.barriers) == scripts.BARRIERS


@pytest.mark.parametrize("barrier_id", scripts.BARRIERS)
def test_every_situation_of_the_table_has_a_script(barrier_id: str) -> None:
    barrier = CATALOGUE.barrier(barrier_id)
    assert barrier is not None
    written = {script.id for script in barrier.scripts}
    answering = [script_id for ids in SITUATIONS[barrier_id].values() for script_id in ids]
    assert [script_id for script_id in answering if script_id not in written] == []
    assert all(SITUATIONS[barrier_id].values())


def test_the_catalogue_has_at_least_fifty_four_scripts() -> None:
    assert len(SCRIPTS) >= 54


def test_every_moment_leads_somewhere() -> None:
    for moment in scripts.MOMENTS:
        found = CATALOGUE.at(moment)
        assert found
        assert all(moment in script.moments for script in found)


def test_a_script_is_found_by_its_id_and_a_barrier_by_its_own() -> None:
    first = SCRIPTS[0]
    assert CATALOGUE.script(first.id) is first
    assert CATALOGUE.script("never_written") is None
    assert CATALOGUE.barrier("never_written") is None


def test_labels_differ_so_that_no_two_buttons_look_alike() -> None:
    names = [barrier.name for barrier in CATALOGUE.barriers]
    titles = [script.title for script in SCRIPTS]
    assert len(set(names)) == len(names)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_a_script_keeps_every_rule(script: scripts.Script) -> None:
    alone = scripts.Catalogue((scripts.Barrier(script.barrier, "", (script,)),))
    assert [str(found) for found in rules.findings(alone, PHRASES)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_lines_read_well_with_nothing_known_and_with_everything(script: scripts.Script) -> None:
    for key, text in rules.spoken(script):
        for said in (scripts.fill(text, {}, PHRASES), scripts.fill(text, KNOWN, PHRASES)):
            assert not TROUBLE.search(said), (key, said)
            assert said[0].isupper() or said[0].isdigit(), (key, said)
            assert said[-1] in ".?", (key, said)


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_a_script_is_whole_and_short(script: scripts.Script) -> None:
    parts = scripts.HARM_PARTS if script.barrier == scripts.HARM else scripts.PARTS
    for tone in scripts.TONES:
        assert tuple(part.name for part in script.lines[tone]) == parts
    assert sentences(script.going_on) <= 3
    assert len(script.replies) >= 3
    assert bool(script.safety) == (script.barrier == scripts.HARM)
    if script.barrier != scripts.HARM:
        assert all(sentences(part.text) <= 2 for tone in scripts.TONES for part in script.lines[tone])


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_no_line_stands_twice_in_a_script(script: scripts.Script) -> None:
    said = [text for key, text in rules.spoken(script) if key != "foggy"]
    if script.barrier == scripts.HARM:  # where it is not safe, the same few words are best
        return
    assert sorted({text for text in said if said.count(text) > 1}) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_only_what_is_said_aloud_has_blanks(script: scripts.Script) -> None:
    aloud = {text for _, text in rules.spoken(script)}
    silent = [text for _, text in rules.ours(script) if text not in aloud]
    silent += [reply.heard for reply in script.replies]
    assert [text for text in silent if scripts.blanks(text)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_a_deadline_yields_to_the_letter(script: scripts.Script) -> None:
    stated = [fact.text for fact in script.facts if DEADLINE.search(fact.text)]
    assert [text for text in stated if "Your letter's date wins" not in text] == []


def test_the_three_tones_differ() -> None:
    for script in SCRIPTS:
        tones = {tuple(part.text for part in script.lines[tone]) for tone in scripts.TONES}
        assert len(tones) == 3, script.id


def test_a_fact_is_shown_where_it_holds() -> None:
    fact = scripts.Fact("A fact.", "https://example.org/", "2026-11", "UK")
    assert fact.holds_in("gb")
    assert not fact.holds_in("US")
    assert fact.holds_in(None)
    assert replace(fact, region="any").holds_in("ZA")
    assert replace(fact, region="EU").holds_in("IE")
    assert not replace(fact, region="EU").holds_in("GB")


def test_a_blank_takes_what_is_known_and_a_capital_where_it_begins() -> None:
    line = "{insurer} said no. {treatment} matters to {clinician}."
    assert scripts.fill(line, {}, PHRASES) == "My insurance said no. This treatment matters to my doctor."
    assert scripts.fill(line, {"clinician": "Dr. Osei"}, PHRASES).endswith("matters to Dr. Osei.")
    assert scripts.fill(line, {"clinician": ""}, PHRASES).endswith("matters to my doctor.")


def test_every_blank_has_a_wording_key_of_its_own() -> None:
    assert set(scripts.BLANKS) == set(PHRASES)
    assert len(set(scripts.BLANKS.values())) == len(scripts.BLANKS)


# --- a wrong file is named


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(loader.HOME / "en" / "scripts", tmp_path / "xx" / "scripts")
    monkeypatch.setattr(loader, "HOME", tmp_path)
    content.load_scripts.cache_clear()
    return tmp_path / "xx" / "scripts"


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("{insurer}", "{insurance}", "scripts[0].lines.soft", "there is no blank {insurance}"),
        ("barrier: insurance_denial", "barrier: cost_worry", "barrier", "both must be the same"),
        ("barrier: insurance_denial", "barrier: denial", "barrier", "denial"),
        ("id: claim_denied", "id: treatment_denied", "scripts[1].id", "stands twice"),
        ("id: claim_denied", "id: scan_price", "scripts[0].id", "stands twice"),
        ("        alliance:", "        alliances:", "scripts[0].lines.soft", "alliance"),
        ("    foggy:", "    fog:", "scripts[0]", "fog"),
        ("moments: [phone, message]", "moments: [train]", "scripts[0].moments[0]", "train"),
        (
            'title: "Treatment denied"',
            'title: "Treatment was denied by them all"',
            "scripts[0].title",
            "<= 28",
        ),
        ('source: "https://www.healthcare.gov', 'source: "healthcare.gov', "scripts[0].facts[0]", "source"),
        ('checked: "2026-11"', 'checked: "November"', "scripts[0].facts[0]", "checked"),
        ("region: US", "region: XX", "scripts[0].facts[0].region", "XX"),
        ('foggy: "Please', 'foggy: "" # "Please', "scripts[0].foggy", "length"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(
    folder: Path, old: str, new: str, key: str, problem: str
) -> None:
    file = folder / "insurance_denial.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(errors.ContentError) as caught:
        content.load_scripts("xx")
    assert caught.value.key == key
    assert problem in caught.value.problem
    assert caught.value.line > 0
    assert "scripts/" in caught.value.file


def test_the_line_of_a_mistake_is_its_own(folder: Path) -> None:
    file = folder / "wait_and_see.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    where = next(number for number, line in enumerate(lines) if "      firm:" in line)
    lines[where + 2] = lines[where + 2].replace("ground", "{ground}")
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(errors.ContentError, match=r"feeling: there is no blank \{ground\}") as caught:
        content.load_scripts("xx")
    assert caught.value.line == where + 1


def test_a_missing_file_and_a_stray_one_are_named(folder: Path) -> None:
    (folder / "bias.yaml").rename(folder / "biased.yaml")
    with pytest.raises(errors.ContentError, match="there is no barrier 'biased'"):
        content.load_scripts("xx")
    (folder / "biased.yaml").unlink()
    content.load_scripts.cache_clear()
    with pytest.raises(errors.ContentError, match=r"bias\.yaml.*cannot be read"):
        content.load_scripts("xx")


def test_a_harm_script_without_safety_is_refused(folder: Path) -> None:
    file = folder / "harm_or_abuse.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"    safety:\n(?:      - .*\n)+", "", text, count=1), encoding="utf-8")
    with pytest.raises(errors.ContentError, match="safety"):
        content.load_scripts("xx")
