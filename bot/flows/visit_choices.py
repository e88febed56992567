"""What can be tapped in place of typing when a visit is told: people and places of before, days, hours."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain import shortening, zones
from bot.engine import flow, inputs
from bot.flows import visit_message
from bot.flows.turn import Turn

SHOWN = 4
LABEL_WIDTH = 34
HOURS = range(8, 18)
HOURS_A_ROW = 4
DAYS = range(1, 8)
LENGTHS = (10, 15, 20, 30, 45, 60)
REASONS = ("follow", "results", "medicines", "worse")


def people(turn: Turn) -> flow.Rows:
    """Offer the people of earlier visits, the latest first."""
    return _rows(_before(turn, "with_whom"))


def places(turn: Turn) -> flow.Rows:
    """Offer the places of earlier visits, the latest first."""
    return _rows(_before(turn, "where"))


def reasons(turn: Turn) -> flow.Rows:
    """Offer common reasons for a visit."""
    return turn.choice_rows("visit-reason", REASONS, per_row=2)


def days(turn: Turn) -> flow.Rows:
    """Offer the coming days where typing is too much."""
    if turn.patient.energy != "foggy":
        return ()
    said = [(n, turn.local_now + timedelta(days=n)) for n in DAYS]
    choices = [
        inputs.Choice(f"d{n}", f"{_weekday(day)} {day.day} {zones.MONTHS[day.month - 1][:3]}")
        for n, day in said
    ]
    return tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))


def hours(turn: Turn) -> flow.Rows:
    """Offer the full hours of a clinic's day."""
    clock24 = turn.patient.clock24
    choices = [
        inputs.Choice(f"h{hour}", zones.say_clock(datetime.combine(date.min, time(hour)), clock24=clock24))
        for hour in HOURS
    ]
    return tuple(tuple(choices[i : i + HOURS_A_ROW]) for i in range(0, len(choices), HOURS_A_ROW))


def lengths(turn: Turn) -> flow.Rows:
    """Offer usual lengths, in minutes."""
    choices = [inputs.Choice(str(n), turn.text("visit-minutes", count=n)) for n in LENGTHS]
    return tuple(tuple(choices[i : i + 3]) for i in range(0, len(choices), 3))


def person(turn: Turn, answer: inputs.Answer) -> str:
    """Give whom an answer names, tapped or typed."""
    return visit_message.titled(_said(answer, _before(turn, "with_whom")))


def place(turn: Turn, answer: inputs.Answer) -> str:
    """Give where an answer says it is, tapped or typed."""
    return _said(answer, _before(turn, "where"))


def reason(turn: Turn, answer: inputs.Answer) -> str:
    """Give the reason an answer names, tapped or typed."""
    return str(turn.text(f"visit-reason.said-{answer.choice}")) if answer.choice in REASONS else answer.text


def moment(turn: Turn, answer: inputs.Answer) -> tuple[datetime | None, bool]:
    """Give the local moment of a tapped or typed day, and whether its hour was told."""
    if answer.choice and answer.choice.startswith("d"):
        day = turn.local_now.date() + timedelta(days=int(answer.choice[1:]))
        return datetime.combine(day, time()), False
    return answer.moment, answer.has_time


def hour_on(turn: Turn, day: date, answer: inputs.Answer) -> tuple[datetime, ...]:
    """Give the moments on ``day`` that a tapped or typed hour may mean; none where it is no hour."""
    if answer.choice and answer.choice.startswith("h"):
        return (datetime.combine(day, time(int(answer.choice[1:]))),)
    found = turn.reads.time(f"{day.isoformat()} {answer.text}", "future")
    if not found.has_time:
        return ()
    return tuple(
        each for each in (found.candidates if found.asks else found.candidates[:1]) if each.date() == day
    )


def _before(turn: Turn, field: str) -> list[str]:
    latest = sorted(turn.store.visits.all(), key=lambda v: v.at, reverse=True)
    named: Iterable[str] = (getattr(visit, field) for visit in latest)
    return list(dict.fromkeys(each for each in named if each))[:SHOWN]


def _rows(names: list[str]) -> flow.Rows:
    choices = [inputs.Choice(f"p{n}", shortening.shorten(name, LABEL_WIDTH)) for n, name in enumerate(names)]
    return tuple((choice,) for choice in choices)


def _said(answer: inputs.Answer, names: list[str]) -> str:
    if answer.choice and answer.choice.startswith("p") and answer.choice[1:].isdigit():
        index = int(answer.choice[1:])
        return names[index] if index < len(names) else answer.text
    return answer.text


def _weekday(day: datetime) -> str:
    return zones.WEEKDAYS[day.weekday()][:3]
