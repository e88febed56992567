"""Changing one visit, cancelling it, and taking the cancelling back. The reminders always follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain import visits, zones
from bot.engine import asking, flow, inputs, messages
from bot.flows import asides, ladder, visit_cards, visit_choices
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("change_visit")

SKIPPED = ">"
FIELDS = ("when", "with_whom", "where", "why", "minutes")
MOMENTS = "moments"
SHORTEST, LONGEST = 5, 480
"""Minutes."""


@FLOW.start(to=(*("what", *FIELDS), "done"))
def start(turn: Turn) -> flow.Next:
    """Do what the button said, or ask what should change."""
    visit = turn.store.visits.get(turn.subject)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    if turn.choice == "cancel":
        return flow.Done((_cancel(turn, visit),))
    if turn.choice == "restore":
        return flow.Done((_restore(turn, visit),))
    if visit.state == "cancelled":
        return flow.Done((visit_cards.card(turn, visit),))
    return flow.Goto(turn.choice if turn.choice in FIELDS else "what")


def _ask_what(turn: Turn) -> flow.Prompt:
    visit = _visit(turn)
    said = visit_cards.say_when(turn, visit) if visit else ""
    return flow.Prompt(
        turn.text("change_visit-what", when=said), turn.choice_rows("change_visit-what", FIELDS, per_row=2)
    )


@FLOW.step("what", inputs.Pick(), to=FIELDS, ask=_ask_what)
def what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go to what should change."""
    del turn
    return flow.Goto(answer.choice or "when")


def _ask_when(turn: Turn) -> flow.Prompt:
    visit = _visit(turn)
    said = visit_cards.say_when(turn, visit) if visit else ""
    return flow.Prompt(turn.text("change_visit-when", when=said), visit_choices.days(turn))


@asides.step(FLOW, "when", inputs.Moment("future", anything=True), to=("hour", "done"), ask=_ask_when)
def when(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Move it to another day; where no hour was told, ask for it."""
    moment, has_time = visit_choices.moment(turn, answer)
    if moment is None:
        return flow.Again("refused-moment")
    if moment < turn.local_now if has_time else moment.date() < turn.local_now.date():
        return flow.Again("add_visit-past")
    if has_time:
        return _move(turn, moment, hour_known=True)
    turn.answers[MOMENTS] = [moment.isoformat()]
    return flow.Goto("hour")


def _ask_hour(turn: Turn) -> flow.Prompt:
    day = asking.say_moment(turn, _moments(turn)[0], with_time=False)
    return flow.Prompt(turn.text("change_visit-hour", day=day), visit_choices.hours(turn))


@asides.step(FLOW, "hour", inputs.Words(anything=True), to=("which", "done"), ask=_ask_hour, skip="done")
def hour(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note the hour; skipped, the visit stands with its day alone."""
    day = _moments(turn)[0]
    if answer.choice == SKIPPED:
        return _move(turn, day, hour_known=False)
    moments = visit_choices.hour_on(turn, day.date(), answer)
    if not moments:
        return flow.Again("add_visit-hour-again")
    turn.answers[MOMENTS] = [each.isoformat() for each in moments]
    return flow.Goto("which") if len(moments) > 1 else _move(turn, moments[0], hour_known=True)


def _ask_which(turn: Turn) -> flow.Prompt:
    moments = enumerate(_moments(turn))
    rows = tuple((inputs.Choice(f"m{n}", asking.say_moment(turn, moment)),) for n, moment in moments)
    return flow.Prompt(turn.text("change_visit-which"), rows)


@FLOW.step("which", inputs.Pick(), to=("done",), ask=_ask_which)
def which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take one of two readings of the hour."""
    return _move(turn, _moments(turn)[int((answer.choice or "m0")[1:])], hour_known=True)


def _ask_whom(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("change_visit-with_whom"), visit_choices.people(turn))


@asides.step(FLOW, "with_whom", inputs.Words(anything=True), to=("done",), ask=_ask_whom)
def with_whom(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note with whom."""
    said = visit_choices.person(turn, answer)
    return _change(turn, lambda visit: replace(visit, with_whom=said))


def _ask_where(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("change_visit-where"), visit_choices.places(turn))


@asides.step(FLOW, "where", inputs.Words(anything=True), to=("done",), ask=_ask_where)
def where(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note where."""
    said = visit_choices.place(turn, answer)
    return _change(turn, lambda visit: replace(visit, where=said))


def _ask_why(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("change_visit-why"), visit_choices.reasons(turn))


@FLOW.step("why", inputs.Words(anything=True), to=("done",), ask=_ask_why)
def why(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note what it is about."""
    said = visit_choices.reason(turn, answer)
    return _change(turn, lambda visit: replace(visit, why=said))


def _ask_minutes(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("change_visit-minutes"), visit_choices.lengths(turn))


@asides.step(FLOW, "minutes", inputs.Scale(SHORTEST, LONGEST, anything=True), to=("done",), ask=_ask_minutes)
def minutes(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note how long it will be."""
    length = answer.number or visits.DEFAULT_MINUTES
    return _change(turn, lambda visit: replace(visit, minutes=length))


def _visit(turn: Turn) -> visits.Visit | None:
    return turn.store.visits.get(turn.subject)


def _moments(turn: Turn) -> list[datetime]:
    return [datetime.fromisoformat(each) for each in turn.answers.get(MOMENTS, [turn.local_now.isoformat()])]


def _move(turn: Turn, local: datetime, *, hour_known: bool) -> flow.Next:
    moment = local if hour_known else datetime.combine(local.date(), visits.HOUR_NOT_TOLD)
    if hour_known and moment < turn.local_now:
        return flow.Again("add_visit-past")
    at = zones.to_utc(moment, turn.zone)
    zone = turn.patient.zone
    return _change(turn, lambda visit: replace(visit, at=at, zone=zone, hour_known=hour_known))


def _change(turn: Turn, edit: Callable[[visits.Visit], visits.Visit]) -> flow.Next:
    visit = _visit(turn)
    if visit is None or visit.state == "cancelled":
        return flow.Done((visit_cards.card(turn, visit) if visit else visit_cards.gone(turn),))
    changed = turn.store.visits.save(edit(visit))
    moved = changed.at != visit.at
    if moved:
        ladder.set_ladder(turn, changed)
    lead = turn.text("change_visit-moved" if moved else "change_visit-changed")
    return flow.Done((visit_cards.card(turn, changed, lead=lead),))


def _cancel(turn: Turn, visit: visits.Visit) -> messages.Say:
    if visit.state == "planned":
        visit = turn.store.visits.save(replace(visit, state="cancelled"))
        ladder.clear_ladder(turn, visit.id)
    return visit_cards.card(turn, visit)


def _restore(turn: Turn, visit: visits.Visit) -> messages.Say:
    if visit.state != "cancelled":
        return visit_cards.card(turn, visit)
    if visit.at <= turn.now:
        return messages.Say(turn.text("change_visit-over"))
    visit = turn.store.visits.save(replace(visit, state="planned"))
    ladder.set_ladder(turn, visit)
    return visit_cards.card(turn, visit, lead=turn.text("change_visit-back"))
