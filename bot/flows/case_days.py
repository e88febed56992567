"""The days of a case in words: the last day, how many are left, where it comes from, and when it comes up again."""

from datetime import date, datetime, time

from bot.content import case_rules
from bot.domain import cases
from bot.domain.case_rules import Clock
from bot.engine import asking
from bot.flows.turn import Turn


def say_day(turn: Turn, day: date) -> str:
    """Say a day on the patient's calendar with its weekday."""
    return asking.say_moment(turn, datetime.combine(day, time()), with_time=False)


def follow(turn: Turn, case: cases.Case) -> str:
    """Say when the patient is reminded to look at it again; empty where no day was named."""
    if case.follow_on is None:
        return ""
    moment = datetime.combine(case.follow_on, case.follow_at or time())
    when = asking.say_moment(turn, moment, with_time=case.follow_at is not None)
    return turn.text("case-follow", when=when)


def due(turn: Turn, case: cases.Case) -> list[str]:
    """Say the last day, the days left, and where the day comes from."""
    clock = case_rules.load_case_rules().clock(case.clock) if case.clock else None
    if case.deadline is None:
        return [_unstarted(turn, clock)] if clock else []
    day = say_day(turn, case.deadline)
    if case.deadline_met:
        return [turn.text("case-due-met", day=day)]
    left = (case.deadline - turn.local_now.date()).days
    count = turn.text("case-past" if left < 0 else "case-left", count=abs(left))
    lines: list[str] = [turn.text(f"case-due-{case.deadline_whose}", day=day, left=count)]
    if turn.patient.energy != "foggy":
        lines.append(_source(turn, case, clock))
    return [line for line in lines if line]


def _unstarted(turn: Turn, clock: Clock) -> str:
    """Say a rule whose start is not known: how long it gives, and from when it counts."""
    span = turn.text(f"case-span.{clock.unit}", count=clock.amount)
    return turn.text(
        "case-due-unstarted", name=clock.name, span=span, start=turn.text(f"case-start.{clock.starts}")
    )


def _source(turn: Turn, case: cases.Case, clock: Clock | None) -> str:
    if case.deadline_from == "letter":
        return turn.text("case-from-letter")
    rules = case_rules.load_case_rules()
    return turn.text("case-from-rule", name=clock.name if clock else "", letter_wins=rules.letter_wins)
