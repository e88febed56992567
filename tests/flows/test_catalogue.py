"""Every flow is walked by its declarations: what it leads to exists, what it says has wording, its buttons fit."""

import re
from pathlib import Path

import pytest

from bot import flows
from bot.content import wording
from bot.engine import flow
from bot.flows.turn import Turn
from tests.support import diagram

WORDS = wording.Wording()
NAMES = {each.name for each in flows.FLOWS}


@pytest.mark.parametrize("each", flows.FLOWS, ids=lambda each: each.name)
def test_every_step_leads_somewhere_that_exists(each: flow.Flow[Turn]) -> None:
    reachable = set(each.to)
    for step in each.steps.values():
        reachable |= set(step.to) | ({step.skip} if step.skip else set())
        assert step.to, f"{each.name}.{step.name} is a dead end"
        assert set(step.to) <= {flow.PLAN_DONE, *each.steps, *NAMES}
        assert step.skip is None or step.skip in {flow.PLAN_DONE, *each.steps, *NAMES}
    assert set(each.to) <= {flow.PLAN_DONE, *each.steps, *NAMES}
    assert set(each.steps) <= reachable, f"{each.name} has steps nothing leads to"


@pytest.mark.parametrize("each", flows.FLOWS, ids=lambda each: each.name)
def test_every_flow_can_end(each: flow.Flow[Turn]) -> None:
    ends = {flow.PLAN_DONE, *NAMES}
    leads = {step.name: set(step.to) for step in each.steps.values()}
    can_end = {name for name, to in leads.items() if to & ends}
    while more := {name for name, to in leads.items() if to & can_end} - can_end:
        can_end |= more
    assert set(leads) == can_end
    assert set(each.to) & (ends | can_end)


def test_every_question_without_its_own_prompt_has_wording() -> None:
    missing = [
        f"{each.name}-{step.name}"
        for each in flows.FLOWS
        for step in each.steps.values()
        if step.ask is None and not WORDS.has(f"{each.name}-{step.name}")
    ]
    assert missing == []


def test_commands_fit_what_telegram_takes() -> None:
    for name, told in flows.menu(WORDS):
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 1 <= len(told) <= 256
    assert len(WORDS.text("bot-short-description")) <= 120
    assert len(WORDS.text("bot-description")) <= 512


def test_flows_do_not_import_one_another() -> None:
    folder = Path(flows.__file__).parent
    for file in folder.glob("*.py"):
        if file.stem == "__init__" or file.stem not in NAMES:
            continue
        imported = set(
            re.findall(r"\b(\w+)\b", " ".join(re.findall(r"from bot\.flows import (.*)", file.read_text())))
        )
        assert not imported & NAMES - {file.stem}, f"{file.stem} imports another flow"


def test_all_wording_parses() -> None:
    WORDS.check()


def test_the_diagrams_in_the_docs_are_those_of_the_declarations() -> None:
    drawn = (Path(__file__).parents[2] / "docs" / "flows.md").read_text(encoding="utf-8")
    assert drawn == diagram.page(), "python -m tests.support.diagram > docs/flows.md"
