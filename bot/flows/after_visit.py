"""Which visit it was: one that is over, or one that was never on the list."""

from datetime import date, datetime, timedelta

from bot.domain import visits, zones
from bot.engine import flow, inputs
from bot.flows import after_keeping, after_message, after_told, asides, visit_cards, visit_choices
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("after_visit")

TOLD, WHOM = "told", "with"
OTHER, SKIPPED = "other", ">"


@FLOW.start(to=("which", "whom", "after"))
def start(turn: Turn) -> flow.Next:
    """Find the visit a message tells of; else ask."""
    told = turn.subject.strip()
    turn.answers[TOLD] = told
    said = after_message.read(turn, told) if told else None
    known = after_keeping.over(turn)
    if said:
        found = _meant(turn, said, known)
        return _taken(turn, found) if found else _new(turn, said.with_whom, said.day or turn.local_now.date())
    return flow.Goto("which" if known else "whom")


def _meant(turn: Turn, said: after_message.Told, known: list[visits.Visit]) -> visits.Visit | None:
    """Find the visit that a message means: of that day where it names one, of that person where it names one."""
    fresh = [visit for visit in known if turn.now - visit.at < after_keeping.RECENT]
    if said.day:
        fresh = [visit for visit in fresh if visit.local.date() == said.day]
    wanted = said.with_whom.casefold()
    named = [
        v for v in fresh if not v.with_whom or not wanted or _same_person(v.with_whom.casefold(), wanted)
    ]
    return named[0] if named else None


def _same_person(one: str, other: str) -> bool:
    return one in other or other in one or bool(set(one.split()) & set(other.split()) - {"dr", "dr.", "the"})


def _ask_which(turn: Turn) -> flow.Prompt:
    shown = after_keeping.over(turn)[: after_keeping.SHOWN]
    rows = [(inputs.Choice(visit.id, visit_cards.label(visit)),) for visit in shown]
    return flow.Prompt(
        turn.text("after_visit-which"), (*rows, *turn.choice_rows("after_visit-which", (OTHER,)))
    )


@FLOW.step("which", inputs.Pick(anything=True), to=("whom", "after", "done"), ask=_ask_which)
def which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take one of the visits that are over."""
    if answer.choice == OTHER:
        return flow.Goto("whom")
    visit = turn.store.visits.get(answer.choice or "")
    return _taken(turn, visit) if visit else flow.Done((visit_cards.gone(turn),))


def _ask_whom(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("after_visit-whom"), visit_choices.people(turn))


@asides.step(
    FLOW,
    "whom",
    inputs.Words(anything=True),
    to=("day", "after", *asides.ELSEWHERE),
    ask=_ask_whom,
    skip="day",
)
def whom(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note with whom it was; a visit told whole is taken whole."""
    said = after_message.read(turn, answer.text) if answer.choice is None else None
    if said:
        turn.answers[TOLD] = answer.text
        return _new(turn, said.with_whom, said.day or turn.local_now.date())
    turn.answers[WHOM] = visit_choices.person(turn, answer)
    return flow.Goto("day")


def _ask_day(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("after_visit-day"), turn.choice_rows("after_visit-day", ("today", "yesterday"), per_row=2)
    )


@FLOW.step("day", inputs.Moment("past"), to=("after",), ask=_ask_day)
def day(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note on which day it was; one ahead is no visit that is over."""
    today = turn.local_now.date()
    told = answer.moment.date() if answer.moment else today
    if answer.choice == "yesterday":
        told = today - timedelta(days=1)
    if told > today:
        return flow.Again("after_visit-ahead")
    return _new(turn, turn.answers.get(WHOM, ""), told)


def _new(turn: Turn, with_whom: str, on: date) -> flow.Next:
    """Keep a visit that was never on the list; its hour is not known."""
    at = zones.to_utc(datetime.combine(on, visits.HOUR_NOT_TOLD), turn.zone)
    visit = visits.Visit(
        turn.new_id(), min(at, turn.now), turn.patient.zone, with_whom, state="done", hour_known=False
    )
    return _taken(turn, turn.store.visits.add(visit))


def _taken(turn: Turn, visit: visits.Visit) -> flow.Next:
    told = turn.answers.get(TOLD, "")
    turn.choice = ""
    return flow.Switch("after", visit.id, after_told.take(turn, visit, told) if told else ())
