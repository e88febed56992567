"""Making a case of what was told, and keeping it: its name, its barrier, its next step, its reminder. Not a flow."""

from dataclasses import replace

from bot.content import case_rules
from bot.domain import cases, scripts, shortening
from bot.domain.case_rules import Kind
from bot.flows import case_reminders
from bot.flows.turn import Turn
from bot.understanding.cases.case_details import CaseDetails

OTHER = "other"
LONGEST_TITLE = 80


def save(turn: Turn, case: cases.Case) -> cases.Case:
    """Keep a case, named after what it is now, and point its reminder at what comes next."""
    kept = turn.store.cases.save(replace(case, title=_title(case)))
    case_reminders.set_case(turn, kept)
    return kept


def new(turn: Turn, kind_id: str, details: CaseDetails, *, barrier: str = "", told: str = "") -> cases.Case:
    """Make a case of everything that was told; it is not kept yet."""
    move = details.move or "mine"
    case = cases.Case(
        id=turn.new_id(),
        kind=kind_id,
        title="",
        opened_at=turn.now,
        barrier=barrier,
        about=details.about,
        with_whom=details.with_whom,
        reference=details.reference,
        move=move,
        move_since=turn.now,
        next_step=next_step(kind_id, move),
        told=told,
    )
    return (
        cases.set_deadline(case, details.deadline, whose=details.deadline_whose) if details.deadline else case
    )


def filled_in(turn: Turn, case: cases.Case, details: CaseDetails) -> cases.Case:
    """Give an open case with what a later message tells of it besides; a newly told day is right."""
    case = replace(
        case,
        about=case.about or details.about,
        with_whom=case.with_whom or details.with_whom,
        reference=case.reference or details.reference,
    )
    if details.deadline:
        case = cases.set_deadline(case, details.deadline, whose=details.deadline_whose)
    return turned(turn, case, details.move) if details.move else case


def turned(turn: Turn, case: cases.Case, move: cases.Move) -> cases.Case:
    """Say whose move it is, with the step that comes next on that side."""
    return cases.hand_over(case, move, next_step(case.kind, move, case.next_step), turn.now)


def next_step(kind_id: str, move: cases.Move, after: str = "") -> str:
    """Give the step of a side that comes after ``after``, else the side's first; empty where there is none."""
    kind = case_rules.load_case_rules().kind(kind_id)
    steps = kind.steps if kind else ()
    texts = [step.text for step in steps]
    start = texts.index(after) + 1 if after in texts else 0
    ahead = [step.text for step in (*steps[start:], *steps) if step.whose == move]
    return ahead[0] if ahead else ""


def kind_of(turn: Turn, details: CaseDetails, text: str) -> str:
    """Name the kind of case a message is about; empty where it cannot be told."""
    found = turn.reads.situations(text) if text else ()
    if scripts.HARM in found:
        return "complaint"
    if details.kind:
        return details.kind
    return next((kind.id for each in found if (kind := likeliest(each)) and kind.id != OTHER), "")


def barrier_of(turn: Turn, kind_id: str, text: str) -> str:
    """Name the barrier a message tells of, as far as it goes with the kind; else the kind's usual one."""
    kind = case_rules.load_case_rules().kind(kind_id)
    if kind is None:
        return ""
    told = [each for each in (turn.reads.situations(text) if text else ()) if each in kind.barriers]
    usual = "" if kind_id in {OTHER, *cases.FACTS_ONLY} else kind.barriers[0]
    return told[0] if told else usual


def likeliest(barrier_id: str) -> Kind | None:
    """Give the kind of case that fits a barrier best."""
    return next(iter(case_rules.load_case_rules().kinds_for_barrier(barrier_id)), None)


def _title(case: cases.Case) -> str:
    kind = case_rules.load_case_rules().kind(case.kind)
    name = kind.name if kind else ""
    if case.kind == OTHER:
        return shortening.shorten(case.about or case.told or name, LONGEST_TITLE)
    return shortening.shorten(f"{name}: {case.about}" if case.about else name, LONGEST_TITLE)
