"""What goes into the summary: chosen from what is stored, counted, and never explained.

A hurried doctor wants to know why the patient is here and what changed. Every number stands with the days it was
counted on; nothing here says why something happened.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import cases, courses, days, history, journal, marks, page_choices, questions, visits, zones

USUAL_DAYS = 30
"""Days looked at where there was no visit before."""


REACH_DAYS: dict[page_choices.Reach, int] = {
    "visit": USUAL_DAYS,
    "weeks": 14,
    "month": 30,
    "quarter": 90,
    "year": 365,
}
"""Days looked at, today the last of them; "visit" only where there was no visit before."""
TRENDS = 3
"""Symptoms in the picture: more are not told apart at a glance."""
MARKS = 6
"""Marks in the picture, of medicines and of visits each; the latest of them."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is looked at: from ``start`` up to ``end``, beside the same span from ``before``; all UTC.

    ``days`` is how many days, where that is what was chosen; None since a visit, and where all is looked at.
    """

    before: datetime
    start: datetime
    end: datetime
    since_visit: visits.Visit | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """How one symptom went, beside the same span before; zero days and no severities where it was not told then."""

    now: journal.SymptomCount
    before: journal.SymptomCount
    lost: int = 0
    """Days with it on which something could not be done; nobody says because of it."""


@dataclass(frozen=True, slots=True)
class MedicineCount:
    """One medicine as logged: days taken, doses in order of use, and days said to be missed."""

    name: str
    days: int
    doses: tuple[str, ...] = ()
    missed_days: int = 0


@dataclass(frozen=True, slots=True)
class CheckinTypical:
    """The middle answers (0-4, lower of two middles) of ``count`` check-ins; None where never answered."""

    count: int
    energy: int | None
    sleep: int | None
    function: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a summary shows, in whatever form. ``observed`` and ``observed_before``: days with anything told."""

    period: Period
    first_day: date
    last_day: date
    observed: int
    observed_before: int
    next_visit: visits.Visit | None = None
    to_ask: tuple[questions.Question, ...] = ()
    waiting: int = 0
    """Questions parked for another time."""
    changes: tuple[Change, ...] = ()
    medicines: tuple[MedicineCount, ...] = ()
    checkins: CheckinTypical | None = None
    latest: tuple[journal.Entry, ...] = ()
    """The latest entries of the period, newest first."""
    lost: tuple[tuple[str, int], ...] = ()
    """What could not be done, in the patient's words, and on how many days; most days first."""
    course: courses.Course | None = None
    """The picture of the most frequent symptoms; None where there is none to draw."""
    items: tuple[history.Item, ...] = ()
    """The standing history, every state of it."""
    open_cases: tuple[cases.Case, ...] = ()
    """The open cases, the most pressing first."""


LATEST = 3
_NOTHING = days.Days()


@dataclass(frozen=True, slots=True)
class Told:
    """What was told in the period and in the span before it, folded into days, and the latest entries."""

    now: days.Days = _NOTHING
    before: days.Days = _NOTHING
    latest: tuple[journal.Entry, ...] = ()


def fold(entries: Iterable[journal.Entry], covered: Period) -> Told:
    """Fold a journal, in any order, into what was told in a period and before it."""
    every = sorted(entries, key=lambda e: e.at)
    now = [e for e in every if e.at >= covered.start]
    before = [e for e in every if covered.before <= e.at < covered.start]
    return Told(days.fold(now), days.fold(before), tuple(reversed(now[-LATEST:])))


def last_with(past: Iterable[visits.Visit], next_visit: visits.Visit | None) -> visits.Visit | None:
    """Find the latest of the ``past`` visits (newest first) with the clinician of the next one; else the latest.

    Where the next one is with somebody never seen before there is none: what they have not seen began before.
    """
    whom = page_choices.whose(next_visit.with_whom) if next_visit else ""
    return next((v for v in past if not whom or page_choices.whose(v.with_whom) in {whom, ""}), None)


def period(
    last_visit: visits.Visit | None,
    now: datetime,
    zone: ZoneInfo,
    reach: page_choices.Reach = "visit",
    first: datetime | None = None,
) -> Period:
    """Choose what is looked at; ``first`` is when the journal begins, for all of it.

    Since the last visit by itself, and where there was none, the last 30 days with today as the last of them.
    """
    today = zones.to_local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    if reach == "all":
        start = min(first or now, zones.to_utc(today, zone))
        return Period(start, start, now)
    if reach == "visit" and last_visit is not None and last_visit.at < now:
        return Period(last_visit.at - (now - last_visit.at), last_visit.at, now, last_visit)
    count = REACH_DAYS[reach]
    start, before = (today - timedelta(days=n) for n in (count - 1, 2 * count - 1))
    return Period(zones.to_utc(before, zone), zones.to_utc(start, zone), now, days=count)


def build(
    told: Told,
    asked: Iterable[questions.Question],
    ahead: Sequence[visits.Visit],
    covered: Period,
    zone: ZoneInfo,
) -> Summary:
    """Choose and count.

    Args:
        told: what was told in ``covered`` and before it.
        asked: all open questions.
        ahead: visits at hand, soonest first; the first is the one prepared for.
        covered: what is looked at.
        zone: where the patient is, for the days the period is named by.

    """
    next_visit = ahead[0] if ahead else None
    mine = questions.for_visit(asked, next_visit.id if next_visit else None, [v.id for v in ahead])
    return Summary(
        period=covered,
        first_day=zones.to_local(covered.start, zone).date(),
        last_day=zones.to_local(covered.end, zone).date(),
        observed=len(told.now.told),
        observed_before=len(told.before.told),
        next_visit=next_visit,
        to_ask=questions.chosen(mine),
        waiting=len(questions.parked(mine)),
        changes=_changes(told),
        medicines=count_medicines(told.now),
        checkins=_typical(told.now),
        latest=told.latest,
        lost=_lost(told.now),
    )


def with_course(found: Summary, told: Told, happened: Iterable[marks.Mark]) -> Summary:
    """Add the picture of the most frequent symptoms, with what happened besides, given in any order."""
    names = [change.now.name for change in found.changes if change.now.days][:TRENDS]
    if not names:
        return found
    first = min(found.first_day, told.now.first or found.first_day)
    last = max(found.last_day, told.now.last or found.last_day)
    course = courses.chart(told.now, names, first, last, happened)
    visited = [mark for mark in course.marks if mark.kind == "visit"][-MARKS:]
    others = [mark for mark in course.marks if mark.kind != "visit"][-MARKS:]
    shown = tuple(sorted((*visited, *others), key=lambda m: (m.day, m.kind, m.name)))
    return replace(found, course=replace(course, marks=shown, unmarked=len(course.marks) - len(shown)))


def count_medicines(told: days.Days) -> tuple[MedicineCount, ...]:
    """Count the days on which each medicine was taken or said to be missed, most days taken first."""
    counts = [
        MedicineCount(
            name,
            len(told.days_taken(name)),
            _by_use({dose: sum(times.values()) for dose, times in told.taken.get(name, {}).items()}),
            len(told.missed.get(name, ())),
        )
        for name in told.taken.keys() | told.missed.keys()
    ]
    return tuple(sorted(counts, key=lambda m: (-m.days, -m.missed_days, m.name)))


def _by_use(doses: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted((dose for dose in doses if dose), key=lambda dose: (-doses[dose], dose)))


def _changes(told: Told) -> tuple[Change, ...]:
    earlier = {count.name: count for count in days.count_symptoms(told.before)}
    current = days.count_symptoms(told.now)
    seen = {count.name for count in current}
    lost = days.lost_days(told.now)
    kept = [Change(count, earlier.get(count.name, _none(count.name)), lost[count.name]) for count in current]
    gone = [Change(_none(name), count) for name, count in earlier.items() if name not in seen]
    return (*kept, *gone)


def _lost(told: days.Days) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for lost in told.lost.values():
        counts.update({" ".join(words.casefold().split()) for words in lost})
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _none(name: str) -> journal.SymptomCount:
    return journal.SymptomCount(name, 0, None, None)


def _typical(told: days.Days) -> CheckinTypical | None:
    if not told.checkins:
        return None
    energy, sleep, function = (_middle_answer(told, name) for name in ("energy", "sleep", "function"))
    return CheckinTypical(sum(told.checkins.values()), energy, sleep, function)


def _middle_answer(told: days.Days, name: str) -> int | None:
    return days.middle(answer for answers in told.answers.get(name, {}).values() for answer in answers)
