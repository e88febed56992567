"""What is typed at a question and belongs elsewhere gets there from every question, whatever the router learns."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import flows
from bot.engine import session
from bot.flows import asides
from tests.support.journey import Journey, Patient

FOLDER = Path(flows.__file__).parent
OF_FILES = {"change_case", "calendar_file"}
"""Flows to which only a photo or a file is routed; a text never leads there."""
OF_ALARMS = {"tell_for"}
"""A flow that takes the place of the log where a message may be an emergency; no question comes before that."""
THE_LOG = "quick_update"

SENTENCES = {
    "remind_me": "remind me to call aetna tomorrow at 9",
    "reminders": "change my reminder to nine",
    "visits": "cancel my appointment",
    "summary": "show me the summary",
    "cases": "show my cases",
    "questions": "question for dr lee: can i come off steroids",
    "undo_update": "",
    "fix_update": "",
    "settings": "change my time zone",
    "trusted": "can my wife see this",
    "energy": "shorter please",
    "urgent": "what is the number of the crisis line",
    "help": "how do i delete an entry",
    "add_visit": "dr wu next tuesday at 2:15 pm",
    "correct_update": "",
    "small_talk": "thank you",
    "say": "what do i say when they say my labs are normal",
    "why": "why do they deny things",
    "rehearse": "let me practice calling the insurance",
    "history": "what am i taking",
    "open_case": "insurance denied my botox ref 9917, appeal by may 5",
    "log_call": "called aetna, they will call back friday",
    "find": "when did i last have a migraine",
    "trends": "show me my migraine over the last month",
    "show_phone": "show my phone",
    "take_code": "A2B3C-D4E5F",
    "after": "saw dr lee today, she listened and will email the form",
}
"""A message for each flow that may be left for; "" where only a reply, or what was kept before, leads there."""
QUESTIONS = (
    "/find",
    "/why",
    "/say",
    "/cases new",
    "/history",
    "/rehearse",
    "/visit",
    "/questions",
    "/remind",
    "/log",
)


def routed() -> Iterator[str]:
    """Name every flow that stands in a ``Route(...)`` of the routing modules."""
    for file in FOLDER.glob("*routing.py"):
        known = vars(importlib.import_module(f"bot.flows.{file.stem}"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Route":
                yield from _names(node.args[0], known)


def _names(node: ast.expr, known: dict[str, object]) -> Iterator[str]:
    """Read a flow's name: written out, a constant of another module, or one of two."""
    if isinstance(node, ast.IfExp):
        yield from _names(node.body, known)
        yield from _names(node.orelse, known)
    elif isinstance(node, ast.Constant):
        yield str(node.value)
    else:
        module, _, name = ast.unparse(node).rpartition(".")
        yield str(getattr(known[module], name))


def test_every_flow_the_router_knows_can_be_left_for() -> None:
    assert set(asides.ELSEWHERE) == set(routed()) - OF_FILES - OF_ALARMS - {THE_LOG}
    assert set(SENTENCES) == set(asides.ELSEWHERE)


@pytest.fixture
def robin(journey: Journey) -> Patient:
    someone = journey.patient()
    for told in ("migraine 7, took suma", "aetna denied my mri ref 8841", "dr lee today at 9 am"):
        someone.says(told)
    someone.says("stop")
    return someone


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_belongs_elsewhere_gets_there_from_a_question(robin: Patient, question: str) -> None:
    for name, sentence in SENTENCES.items():
        if not sentence:
            continue
        robin.says(question)
        robin.says(sentence)
        assert robin.news or robin.others, f"{name} from {question}: nothing was said"
        robin.says("stop")
        for kept in robin.store():
            state = kept.sessions.load(session.Session)
            assert state is None or state.current is None
