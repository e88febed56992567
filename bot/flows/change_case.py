"""Changing one part of a case: what kind, what about, with whom, the reference, the last day, the next step, a note."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.content import case_rules
from bot.domain import cases, journal
from bot.domain.case_rules import REGIONS, Clock, Region, clocks_for, deadline, region_of
from bot.engine import events, flow, inputs
from bot.flows import asides, case_cards, case_days, case_making, case_message, entries
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](case_cards.CHANGE)

SKIPPED, NO_DAY = ">", "none"
CLOCK, REGION = "clock", "region"
LONGEST = 160
FIELDS = (*case_cards.FIELDS, "note")
DAYS = ("today", "yesterday")


@FLOW.start(to=(*FIELDS, "done"))
def start(turn: Turn) -> flow.Next:
    """Go to what should change; a file that comes in is kept with the case."""
    case = turn.store.cases.get(turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    if isinstance(turn.event, events.Media):
        entry = turn.store.journal.add(entries.entry_of(turn))
        return _with_entry(turn, case, entry)
    if case.removed_at is not None or turn.choice not in FIELDS:
        return flow.Done((case_cards.card(turn, case),))
    turn.answers["field"] = turn.choice
    return flow.Goto(turn.choice)


def _ask_kind(turn: Turn) -> flow.Prompt:
    choices = [inputs.Choice(kind_id, name) for kind_id, name in case_message.kinds()]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    return flow.Prompt(turn.text("change_case-kind"), rows)


@FLOW.step("kind", inputs.Pick(), to=("done",), ask=_ask_kind)
def on_kind(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Make it another kind; a date counted by a rule of the old kind, and its next step, go with it."""
    return _change(turn, lambda case: _of_kind(turn, case, answer.choice or case_making.OTHER))


def _of_kind(turn: Turn, case: cases.Case, kind_id: str) -> cases.Case:
    if kind_id == case.kind:
        return case
    step = case_making.next_step(kind_id, case.move)
    changed = replace(
        case, kind=kind_id, next_step=step, barrier=case_making.barrier_of(turn, kind_id, case.told)
    )
    return cases.set_deadline(changed, None) if case.clock else changed


@asides.step(FLOW, "about", inputs.Words(anything=True), to=("done",))
def on_about(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note what it is over."""
    return _change(turn, lambda case: replace(case, about=answer.text[:LONGEST]))


@asides.step(FLOW, "reference", inputs.Words(anything=True), to=("done",))
def on_reference(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note the reference as it was typed."""
    return _change(turn, lambda case: replace(case, reference=answer.text[:LONGEST]))


@asides.step(FLOW, "with_whom", inputs.Words(anything=True), to=("done",))
def on_whom(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note the other side."""
    return _change(turn, lambda case: replace(case, with_whom=answer.text[:LONGEST]))


def _ask_next(turn: Turn) -> flow.Prompt:
    rows = tuple((inputs.Choice(f"s{n}", text),) for n, text in enumerate(_steps(turn)))
    return flow.Prompt(turn.text("change_case-next"), rows)


@asides.step(FLOW, "next", inputs.Words(anything=True), to=("done",), ask=_ask_next)
def on_next(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note the next step; one of the usual ones also tells whose move it is."""
    case = turn.store.cases.get(turn.subject)
    kind = case_rules.load_case_rules().kind(case.kind) if case else None
    picked = next((s for s in (kind.steps if kind else ()) if s.text == answer.text), None)
    if picked is None:
        return _change(turn, lambda case: replace(case, next_step=answer.text[:LONGEST]))
    return _change(
        turn, lambda case: replace(cases.hand_over(case, picked.whose, "", turn.now), next_step=picked.text)
    )


def _steps(turn: Turn) -> list[str]:
    case = turn.store.cases.get(turn.subject)
    kind = case_rules.load_case_rules().kind(case.kind) if case else None
    return [step.text for step in kind.steps] if kind else []


def _ask_deadline(turn: Turn) -> flow.Prompt:
    """Ask for the letter's date, and offer the rules that hold where the patient lives.

    Where the letter's date is known no rule is offered: it wins.
    """
    case, clocks = turn.store.cases.get(turn.subject), _clocks(turn)
    rows: list[tuple[inputs.Choice, ...]] = [(inputs.Choice(clock.id, clock.name),) for clock in clocks]
    if case and (case.deadline or case.clock):
        rows.extend(turn.choice_rows("change_case-deadline", (NO_DAY,)))
    if case and case.deadline and case.deadline_from == "letter":
        day = case_days.say_day(turn, case.deadline)
        return flow.Prompt(turn.text("change_case-deadline-letter", day=day), tuple(rows))
    if not clocks and _region(turn) is None and turn.patient.place is None:
        rows.extend(turn.choice_rows("change_case-where", REGIONS, per_row=2))
        return flow.Prompt(turn.text("change_case-deadline-where"), tuple(rows))
    if not clocks:
        return flow.Prompt(turn.text("change_case-deadline-no-rule"), tuple(rows))
    rules = case_rules.load_case_rules()
    return flow.Prompt(turn.text("change_case-deadline", letter_wins=rules.letter_wins), tuple(rows))


@asides.step(
    FLOW, "deadline", inputs.Moment("future", anything=True), to=("started", "done"), ask=_ask_deadline
)
def on_deadline(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take the letter's date, or the rule that is to be counted."""
    if answer.choice == NO_DAY:
        return _change(turn, lambda case: cases.set_deadline(case, None))
    if answer.choice in REGIONS:
        turn.answers[REGION] = answer.choice
        return flow.Goto("deadline")
    if answer.choice:
        turn.answers[CLOCK] = answer.choice
        return flow.Goto("started")
    if answer.moment is None:
        return flow.Again("refused-moment")
    day = answer.moment.date()
    if day < turn.local_now.date():
        return flow.Again("change_case-past")
    return _change(turn, lambda case: cases.set_deadline(case, day))


def _ask_started(turn: Turn) -> flow.Prompt:
    clock = _clock(turn)
    asked: list[str] = [turn.text(f"change_case-started-{clock.starts if clock else 'letter'}")]
    if clock and turn.patient.energy != "foggy":
        asked.insert(0, turn.text("change_case-rule", name=clock.name, holds=clock.holds))
    return flow.Prompt("\n".join(asked), turn.choice_rows("change_case-days", DAYS, per_row=2))


@asides.step(
    FLOW, "started", inputs.Moment("past", anything=True), to=("done",), ask=_ask_started, skip="done"
)
def on_started(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Count the rule from the day it started; not known, the rule stands on the card without a date."""
    clock = _clock(turn)
    if clock is None:
        return _change(turn, lambda case: case)
    if answer.choice == SKIPPED:
        return _change(turn, lambda case: cases.set_deadline(case, None, clock=clock.id, whose=clock.whose))
    started = _started(turn, answer)
    if started is None:
        return flow.Again("refused-moment")
    if started > turn.local_now.date():
        return flow.Again("change_case-ahead")
    day = deadline(clock, started)
    return _change(
        turn,
        lambda case: cases.set_deadline(case, day, clock=clock.id, whose=clock.whose),
        _counted(turn, clock, day),
    )


def _started(turn: Turn, answer: inputs.Answer) -> date | None:
    if answer.choice in DAYS:
        return turn.local_now.date() - timedelta(days=DAYS.index(answer.choice))
    return answer.moment.date() if answer.moment else None


def _counted(turn: Turn, clock: Clock, day: date) -> str:
    """Say for whom the rule holds, and what it does not know; a day that is over may be another in the letter."""
    rules = case_rules.load_case_rules()
    lines: list[str] = [turn.text("change_case-counted", holds=clock.holds, letter_wins=rules.letter_wins)]
    if clock.unit == "working_days":
        lines.append(turn.text("change_case-note-line", words=rules.holidays))
    if day < turn.local_now.date() and clock.whose == "mine":
        lines.append(turn.text("change_case-over"))
    return "\n".join(lines)


@FLOW.step("note", inputs.Words(anything=True), to=("done",))
def on_note(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep a note in the log, word for word and dated, with the case."""
    entry = journal.Entry(
        id=turn.new_id(),
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=answer.text,
        reading=turn.reads.update(answer.text),
    )
    case = turn.store.cases.get(turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    return _with_entry(turn, case, turn.store.journal.add(entry))


def _with_entry(turn: Turn, case: cases.Case, entry: journal.Entry) -> flow.Done:
    kept = case_making.save(turn, replace(case, entry_ids=(*case.entry_ids, entry.id)))
    return flow.Done((case_cards.card(turn, kept, lead=turn.text("change_case-noted")),))


def _clocks(turn: Turn) -> tuple[Clock, ...]:
    """List the rules for this kind where the patient lives: those of the side whose move it is, else all."""
    case = turn.store.cases.get(turn.subject)
    kind = case_rules.load_case_rules().kind(case.kind) if case else None
    if case is None or kind is None or (case.deadline and case.deadline_from == "letter"):
        return ()
    region = _region(turn)
    return clocks_for(kind, region, case.move) or clocks_for(kind, region)


def _region(turn: Turn) -> Region | None:
    """Tell whose rules hold: where the patient lives, else where they say at this question."""
    said = turn.answers.get(REGION)
    return region_of(turn.patient.place) or next((region for region in REGIONS if region == said), None)


def _clock(turn: Turn) -> Clock | None:
    return case_rules.load_case_rules().clock(str(turn.answers.get(CLOCK, "")))


def _change(turn: Turn, change: Callable[[cases.Case], cases.Case], lead: str = "") -> flow.Done:
    case = turn.store.cases.get(turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    kept = case_making.save(turn, change(case))
    return flow.Done((case_cards.card(turn, kept, lead=lead or turn.text("change_case-changed")),))
