"""/visit: a visit from one message, or step by step; only the day and hour are ever needed.

The visit is stored as soon as it has a time, so that nothing is lost where the patient stops half-way.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain import visits, zones
from bot.engine import asking, events, flow, inputs
from bot.flows import asides, ladder, preferences, visit_cards, visit_choices, visit_message
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("add_visit")

SKIPPED = ">"
FARTHEST = timedelta(days=3 * 366)
"""Nobody plans further ahead; a date beyond was misread or mistyped."""
TOLD = "told"


@FLOW.start(to=("with_whom", "when", "which", "hour", "done"))
def start(turn: Turn) -> flow.Next:
    """Take what a message says; without one, ask step by step."""
    text = _message(turn)
    if not text:
        turn.answers[TOLD] = {"steps": True}
        return flow.Goto("with_whom")
    _take(turn, visit_message.read(turn, text))
    return _onward(turn)


def _ask_whom(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("add_visit-with_whom"), visit_choices.people(turn))


@asides.step(
    FLOW,
    "with_whom",
    inputs.Words(anything=True),
    to=("when", "which", "hour", "where", "done"),
    ask=_ask_whom,
    skip="when",
)
def with_whom(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note with whom; a whole appointment typed here is taken whole."""
    told = visit_message.read(turn, answer.text)
    if not answer.choice and told.when.value is not None:
        _take(turn, told)
        return _onward(turn)
    _draft(turn)["with_whom"] = visit_choices.person(turn, answer)
    return flow.Goto("when")


def _ask_when(turn: Turn) -> flow.Prompt:
    trouble = _draft(turn).get("trouble")
    key = f"add_visit-{trouble}" if trouble else "add_visit-when"
    return flow.Prompt(turn.text(key), visit_choices.days(turn))


@asides.step(
    FLOW, "when", inputs.Moment("future", anything=True), to=("which", "hour", "where", "done"), ask=_ask_when
)
def when(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note the day, and the hour where it was told."""
    moment, has_time = visit_choices.moment(turn, answer)
    if moment is None:
        return flow.Again("refused-moment")
    draft = _draft(turn)
    draft.pop("trouble", None)
    draft["moments"], draft["hour"] = [moment.isoformat()], has_time
    return _onward(turn)


def _ask_which(turn: Turn) -> flow.Prompt:
    moments = enumerate(_moments(turn))
    rows = tuple((inputs.Choice(f"m{n}", asking.say_moment(turn, moment)),) for n, moment in moments)
    whom = visit_cards.short(_draft(turn).get("with_whom", ""))
    return flow.Prompt(turn.text("add_visit-which", whom=whom or "none"), rows)


@FLOW.step("which", inputs.Pick(), to=("when", "hour", "where", "done"), ask=_ask_which)
def which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take one of two readings of a time."""
    chosen = _moments(turn)[int((answer.choice or "m0")[1:])]
    _draft(turn)["moments"] = [chosen.isoformat()]
    return _onward(turn)


def _ask_hour(turn: Turn) -> flow.Prompt:
    day = asking.say_moment(turn, _moments(turn)[0], with_time=False)
    return flow.Prompt(turn.text("add_visit-hour", day=day), visit_choices.hours(turn))


@asides.step(
    FLOW,
    "hour",
    inputs.Words(anything=True),
    to=("when", "which", "where", "done"),
    ask=_ask_hour,
    skip="done",
)
def hour(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note the hour; skipped, the visit stands with its day alone."""
    draft = _draft(turn)
    if answer.choice == SKIPPED:
        draft["no_hour"] = True
        return _onward(turn)
    moments = visit_choices.hour_on(turn, _moments(turn)[0].date(), answer)
    if not moments:
        return flow.Again("add_visit-hour-again")
    draft["moments"], draft["hour"] = [each.isoformat() for each in moments], True
    return _onward(turn)


def _ask_where(turn: Turn) -> flow.Prompt:
    visit = _kept(turn)
    said = visit_cards.say_when(turn, visit) if visit else ""
    return flow.Prompt(turn.text("add_visit-where", when=said), visit_choices.places(turn))


@asides.step(
    FLOW,
    "where",
    inputs.Words(anything=True),
    to=("when", "which", "hour", "why", "done"),
    ask=_ask_where,
    skip="why",
)
def where(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note where; a bare time typed here corrects the one just said back."""
    visit = _kept(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    told = visit_message.read(turn, answer.text)
    if not answer.choice and told.is_only_a_time:
        _take(turn, told)
        return _onward(turn)
    turn.store.visits.save(replace(visit, where=visit_choices.place(turn, answer)))
    return flow.Goto("why")


def _ask_why(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("add_visit-why"), visit_choices.reasons(turn))


@FLOW.step("why", inputs.Words(anything=True), to=("done",), ask=_ask_why, skip="done")
def why(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note what it is about, and show the card."""
    visit = _kept(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    if answer.choice != SKIPPED:
        visit = turn.store.visits.save(replace(visit, why=visit_choices.reason(turn, answer)))
    return _shown(turn, visit, _kept_key(turn, visit))


def _shown(turn: Turn, visit: visits.Visit, lead: str) -> flow.Done:
    card = visit_cards.card(turn, visit, lead=turn.text(lead))
    return flow.Done((card, *(preferences.zone_hint_once(turn, visit.id) if visit.hour_known else ())))


def _message(turn: Turn) -> str:
    """Give what was typed behind the command, or the message that is an appointment by itself."""
    if turn.subject:
        return turn.subject
    match turn.event:
        case events.Text(text=text) if visit_message.looks_like_visit(turn, text):
            return text
        case _:
            return ""


def _draft(turn: Turn) -> dict[str, Any]:
    draft: dict[str, Any] = turn.answers.setdefault(TOLD, {})
    return draft


def _take(turn: Turn, told: visit_message.Told) -> None:
    draft = _draft(turn)
    parts = {"with_whom": told.with_whom, "where": told.where, "why": told.why, "minutes": told.minutes}
    draft.update({name: value for name, value in parts.items() if value})
    if told.when.value is not None:
        moments = told.when.candidates if told.when.asks else (told.when.value,)
        draft["moments"], draft["hour"] = [each.isoformat() for each in moments], told.when.has_time


def _moments(turn: Turn) -> list[datetime]:
    return [datetime.fromisoformat(each) for each in _draft(turn).get("moments", [])]


def _onward(turn: Turn) -> flow.Next:
    """Go to what is still missing; with a day and an hour (or none known) the visit is stored."""
    draft, moments = _draft(turn), _moments(turn)
    if not moments:
        return flow.Goto("when")
    if len(moments) > 1:
        return flow.Goto("which")
    trouble = _trouble(turn, moments[0], has_hour=bool(draft.get("hour")))
    if trouble:
        draft["trouble"] = trouble
        draft.pop("moments")
        return flow.Goto("when")
    if not draft.get("hour") and not draft.get("no_hour"):
        return flow.Goto("hour")
    visit, lead = _store(turn, moments[0])
    if draft.get("steps") and not visit.where:
        return flow.Goto("where")
    return _shown(turn, visit, lead)


def _trouble(turn: Turn, moment: datetime, *, has_hour: bool) -> str:
    now = turn.local_now
    if moment < now if has_hour else moment.date() < now.date():
        return "past"
    return "far" if moment - now > FARTHEST else ""


def _store(turn: Turn, local: datetime) -> tuple[visits.Visit, str]:
    """Store the visit with its reminders; one that is there already only learns what it lacked."""
    draft = _draft(turn)
    known = bool(draft.get("hour"))
    at = zones.to_utc(local if known else datetime.combine(local.date(), visits.HOUR_NOT_TOLD), turn.zone)
    told = {name: draft[name] for name in ("with_whom", "where", "why", "minutes") if draft.get(name)}
    earlier = _kept(turn)
    if earlier is not None:
        visit = replace(earlier, at=at, zone=turn.patient.zone, hour_known=known)
    else:
        visit = visits.Visit(turn.new_id(), at, turn.patient.zone, hour_known=known, **told)
    same = visits.find_same(turn.store.visits.planned(turn.now), visit)
    if same is not None:
        visit = replace(same, **{name: value for name, value in told.items() if not getattr(same, name)})
    draft["visit"] = visit.id
    turn.store.visits.save(visit)
    ladder.set_ladder(turn, visit)
    return visit, "add_visit-same" if same else _kept_key(turn, visit)


def _kept_key(turn: Turn, visit: visits.Visit) -> str:
    """Promise a reminder only where one is still to come before the visit."""
    before = [r for r in turn.store.reminders.about(visit.id) if r.due_at and r.due_at < visit.at]
    return "add_visit-kept" if before else "add_visit-kept-soon"


def _kept(turn: Turn) -> visits.Visit | None:
    return turn.store.visits.get(_draft(turn).get("visit", ""))
