"""What a calendar file holds beside the visits that are kept, and how each of its events becomes one of them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain import calendar_events, shortening, visits
from bot.domain.calendar_events import Event, Found, Standing
from bot.engine import events
from bot.flows import ladder, visit_message
from bot.flows.turn import Turn
from bot.understanding.calendars import calendar_files

NEAR = timedelta(days=366)
LONGEST_NAME = 80
"""Characters of a title that are taken as the name of who is visited."""


def is_calendar(event: events.Event | None) -> bool:
    """Tell whether a message brings a calendar file."""
    return isinstance(event, events.Media) and calendar_files.is_calendar(event.name, event.mime)


@dataclass(frozen=True, slots=True)
class Line:
    """One event of the file: the visit as it would be, how it stands, and the visit as it is kept, if it is."""

    event: Event
    visit: visits.Visit
    standing: Standing
    kept: visits.Visit | None = None

    @property
    def is_open(self) -> bool:
        """True where a tap can do something about it."""
        return self.standing in calendar_events.OFFERED

    @property
    def is_clear(self) -> bool:
        """True where nothing about it needs to be asked."""
        return self.standing == "new" and self.event.zone_sure and not self.event.repeats

    def is_near(self, now: datetime) -> bool:
        """Tell whether it is within a year: a date beyond that may be a slip of whoever made the file."""
        return self.event.at - now <= NEAR


def read(turn: Turn, content: bytes) -> Found:
    """Read a file as the patient's clock has it."""
    return calendar_files.read(content, turn.zone, turn.now)


def lines(turn: Turn, found: Found) -> list[Line]:
    """Compare a file with the visits that are kept; soonest first."""
    every = turn.store.visits.all()
    return [_line(turn, event, every) for event in sorted(found.events, key=lambda e: (e.at, e.uid))]


def take(turn: Turn, line: Line) -> visits.Visit:
    """Do what the file says about one event: keep it, move it, or call it off. The reminders follow."""
    if line.standing == "cancelled" and line.kept:
        visit = replace(line.kept, state="cancelled")
    elif line.kept:
        visit = calendar_events.moved(line.kept, line.event)
    else:
        visit = replace(line.visit, id=turn.new_id())
    turn.store.visits.save(visit)
    ladder.set_ladder(turn, visit)
    return visit


def take_back(turn: Turn, visit: visits.Visit) -> None:
    """Take a visit out that a file brought, as if it had not."""
    ladder.clear_ladder(turn, visit.id)
    turn.store.visits.delete(visit.id)


def _line(turn: Turn, event: Event, every: list[visits.Visit]) -> Line:
    if not turn.patient.zone_known and not event.floating and event.zone == turn.patient.zone:
        event = replace(event, zone=visits.INSTANT_ONLY)
    as_visit = _visit(turn, event)
    kept = calendar_events.kept_as(event, every) or _told(as_visit, event, every)
    how = calendar_events.standing(event, kept, turn.now)
    return Line(event, as_visit, how, kept)


def _told(visit: visits.Visit, event: Event, every: list[visits.Visit]) -> visits.Visit | None:
    """Find the visit that the patient told themselves, for the same moment with the same person."""
    return visits.find_same(every, visit) if event.hour_known else None


def _visit(turn: Turn, event: Event) -> visits.Visit:
    return visits.Visit(
        id="",
        at=event.at,
        zone=event.zone,
        with_whom=_whom(turn, event.title),
        where=event.where,
        why=event.note,
        minutes=event.minutes or visits.DEFAULT_MINUTES,
        hour_known=event.hour_known,
        uid=event.uid,
    )


def _whom(turn: Turn, title: str) -> str:
    """Take from a title who is visited: what our own titles hold, the person named in it, else all of it."""
    before, _, after = turn.text("calendar-visit-with", whom="\N{OBJECT REPLACEMENT CHARACTER}").partition(
        "\N{OBJECT REPLACEMENT CHARACTER}"
    )
    if title == turn.text("calendar-visit"):
        return ""
    if before and title.startswith(before) and title.endswith(after):
        return title[len(before) : len(title) - len(after)]
    named = visit_message.read(turn, title).with_whom if len(title) <= visit_message.LONGEST else ""
    return shortening.shorten(named or title, LONGEST_NAME)
