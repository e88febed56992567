"""Open cases in one line each, for the summary and for paper: "Approval (Humira) day 41, waiting for the insurer"."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from bot.content import opening
from bot.domain import case_rules, cases, zones


def lines(every: Iterable[cases.Case], now: datetime, zone: tzinfo, says: opening.Says) -> tuple[str, ...]:
    """Say each open case in plain text, the most pressing first; ``now`` is UTC, ``zone`` the patient's."""
    return tuple(line(case, now, zone, says) for case in cases.open_ones(every))


def line(case: cases.Case, now: datetime, zone: tzinfo, says: opening.Says) -> str:
    """Say one case in plain text: what it is over, its day, whose move it is, and the last day where one runs."""
    said = opening.plain(
        says,
        f"case-line-{case.move}",
        name=name(case, says),
        days=cases.days_open(case, now, zone),
        side=side(case, says),
    )
    if case.runs_until is None or case.deadline_whose == "theirs":
        return said
    return opening.plain(says, "case-line-due", line=said, day=_day(case.runs_until, now))


def name(case: cases.Case, says: opening.Says) -> str:
    """Name the case shortly: its kind, and in brackets what it is over."""
    kind = opening.plain(says, f"case-short.{_known(case.kind)}")
    return opening.plain(says, "case-line-about", kind=kind, about=case.about) if case.about else kind


def side(case: cases.Case, says: opening.Says) -> str:
    """Name the other side: as the patient did, else as it is for this kind."""
    return case.with_whom or opening.plain(says, f"case-side.{_known(case.kind)}")


def _known(kind: str) -> str:
    return kind if kind in case_rules.KINDS else "other"


def _day(day: date, now: datetime) -> str:
    year = f" {day.year}" if day.year != now.year else ""
    return f"{day.day} {zones.MONTHS[day.month - 1][:3]}{year}"
