"""/trends: how one to three things went over time. In words first, then as a picture; what was when, never why."""

from datetime import date
from typing import Any

from bot.domain import finding, trends
from bot.engine import flow, inputs, messages
from bot.flows import find_codes, find_sources, find_words, look_back, trend_codes, trend_sources
from bot.flows.trend_codes import Spec
from bot.flows.turn import Turn
from bot.understanding.lookups import trend_requests

FLOW = flow.Flow[Turn](trend_codes.FLOW, waits=flow.A_WHILE)

DOCUMENT = "trend"
KNOWN = 8
"""Symptoms to choose from."""
READY = "show"
SPEC, NAMES = "spec", "known"
"""Where the conversation keeps what is shown, and the names its buttons stand for."""


@FLOW.start(to=("what", "period", "done"))
def start(turn: Turn) -> flow.Next:
    """Show what was typed or pressed; without either, the most frequent symptom of the last 30 days."""
    pressed = trend_codes.read(turn.choice) if turn.choice else None
    if pressed is None:
        return _typed(turn)
    does, spec = pressed
    if does == trend_codes.SHOW:
        return flow.Done((_shown(turn, spec),))
    _keep(turn, spec)
    return flow.Goto("what" if does == trend_codes.CHOOSE else "period")


def _typed(turn: Turn) -> flow.Next:
    day = find_sources.last_visit_day(turn)
    wish = trend_requests.read(turn.subject, turn.reads, last_visit=day, asked=True) if turn.subject else None
    if wish:
        names = tuple(trend_codes.measure(m.name) if m.kind == "measure" else m.name for m in wish.subjects)
        period = "dates" if wish.first or wish.last else "d30"
        return flow.Done((_shown(turn, Spec(names, period, wish.first, wish.last)),))
    known = _known(turn)
    if not known:
        return flow.Done((messages.Say(turn.text("find-nothing-at-all")),))
    if turn.subject:
        _keep(turn, Spec(()))
        return flow.Goto("what")
    return flow.Done((_shown(turn, Spec(known[:1])),))


def _ask_what(turn: Turn) -> flow.Prompt:
    spec, known = _spec(turn), turn.answers[NAMES]
    choices = []
    for place, name in enumerate(known):
        key = "trends-chosen" if name in spec.names else "trends-choice"
        choices.append(inputs.Choice(f"n{place}", turn.text(key, name=label(turn, name))))
    rows = [tuple(choices[at : at + 2]) for at in range(0, len(choices), 2)]
    ready = turn.choice_rows("trends-what", (READY,)) if spec.names else ()
    return flow.Prompt(turn.text("trends-what"), (*rows, *ready))


@FLOW.step("what", inputs.Pick(), to=("what", "done"), ask=_ask_what)
def what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take one in or out; show the picture when that is asked."""
    spec, known = _spec(turn), turn.answers[NAMES]
    if answer.choice == READY:
        return flow.Done((_shown(turn, spec),))
    place = int((answer.choice or "n0")[1:])
    name = known[place] if place < len(known) else known[0]
    if name in spec.names:
        names = tuple(each for each in spec.names if each != name)
    elif len(spec.names) == trends.MOST_SERIES:
        return flow.Again("trends-three")
    else:
        names = (*spec.names, name)
    turn.answers[SPEC] = _plain(Spec(names, spec.period, spec.first, spec.last))
    return flow.Goto("what")


def _ask_period(turn: Turn) -> flow.Prompt:
    has_visit = find_sources.last_visit(turn) is not None
    periods = [each for each in trend_codes.PERIODS if each != "visit" or has_visit]
    return flow.Prompt(turn.text("trends-period"), turn.choice_rows("trends-period", periods, 2))


@FLOW.step("period", inputs.Pick(), to=("done",), ask=_ask_period)
def period(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Show the same over another period."""
    return flow.Done((_shown(turn, Spec(_spec(turn).names, answer.choice or "d30")),))


def label(turn: Turn, name: str) -> str:
    """Name what is drawn, as a heading."""
    if name.startswith(trend_codes.MEASURE):
        return turn.text(f"find-name-{name.removeprefix(trend_codes.MEASURE)}")
    return name[:1].upper() + name[1:]


def _shown(turn: Turn, spec: Spec) -> messages.Say:
    """Say it in words with the ways on, and send the picture after it where there is something to draw."""
    trend = trend_sources.gather(turn.store, turn.patient, turn.now, spec, keep=True)
    names = tuple(
        trend_codes.measure(s.subject.name) if s.subject.is_measure else s.subject.name for s in trend.series
    )
    spec = Spec(names, spec.period, spec.first, spec.last)
    lines = [line for series in trend.series for line in find_words.counted(turn, series.found)]
    lines += find_words.base(turn, trend.series[0].found) if trend.series else []
    if any(series.found.hits for series in trend.series):
        caption = turn.text("trends-caption", names=", ".join(label(turn, name) for name in names))
        turn.outgoing.append(messages.Document(DOCUMENT, caption, trend_codes.subject(spec), as_photo=True))
        lines.append(turn.text("trends-not-why"))
    return messages.Say("\n".join(line for line in lines if line), buttons=_ways(turn, spec, trend))


def _ways(turn: Turn, spec: Spec, trend: trends.Trend) -> messages.Buttons:
    ways = (
        flow.act(turn.text("trends-choose"), FLOW.name, "", trend_codes.code(trend_codes.CHOOSE, spec)),
        flow.act(turn.text("trends-other-period"), FLOW.name, "", trend_codes.code(trend_codes.PERIOD, spec)),
    )
    behind = tuple(
        flow.act(
            turn.text("trends-entries", name=label(turn, series.subject.name)),
            find_codes.FLOW,
            "",
            find_codes.write(find_codes.ENTRIES, _request(series, trend)),
        )
        for series in trend.series[:1]
        if series.found.hits
    )
    return (ways, behind) if behind else (ways,)


def _request(series: trends.Series, trend: trends.Trend) -> finding.Request:
    kind: finding.Kind = "measure" if series.subject.is_measure else "symptom"
    return finding.Request("days", kind, series.subject.name, "day", trend.first, trend.last)


def _known(turn: Turn) -> tuple[str, ...]:
    """Name what can be drawn: the most frequent of the last 30 days first, then of the last year, then check-ins."""
    today = turn.local_now.date()
    year, _ = trend_sources.days_of(turn.store, turn.now, today, Spec((), "y1"))
    month, _ = trend_sources.days_of(turn.store, turn.now, today, Spec((), "d30"))
    logged = look_back.by_day(turn.store, turn.zone, year, today, keep=True)
    lately = logged.within((month or today).toordinal(), (today + look_back.MARGIN).toordinal())
    names = (*trend_sources.frequent(lately, KNOWN), *trend_sources.frequent(logged, KNOWN))
    if not names and not logged.told:
        logged = look_back.by_day(turn.store, turn.zone, None, today, keep=True)
        names = trend_sources.frequent(logged, KNOWN)
    measured = tuple(trend_codes.measure(name) for name in trend_sources.measures(logged))
    return (*tuple(dict.fromkeys(names))[:KNOWN], *measured)


def _keep(turn: Turn, spec: Spec) -> None:
    """Note what is shown; names that were cut for the button are found again among those that can be drawn."""
    known = _known(turn)
    whole = tuple(next((each for each in known if each.startswith(name)), name) for name in spec.names)
    turn.answers[SPEC] = _plain(Spec(whole, spec.period, spec.first, spec.last))
    turn.answers[NAMES] = list(dict.fromkeys((*whole, *known)))


def _plain(spec: Spec) -> dict[str, Any]:
    days = {key: day.isoformat() if day else "" for key, day in (("first", spec.first), ("last", spec.last))}
    return {"names": list(spec.names), "period": spec.period, **days}


def _spec(turn: Turn) -> Spec:
    kept = turn.answers[SPEC]
    first, last = (date.fromisoformat(kept[key]) if kept[key] else None for key in ("first", "last"))
    return Spec(tuple(kept["names"]), kept["period"], first, last)
