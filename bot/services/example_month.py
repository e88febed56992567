"""Fills a patient's log with a believable month, through the same understanding as if they had typed it."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Literal

from bot.content import example
from bot.domain import errors, journal, questions, visits, zones
from bot.flows import history_areas, history_keeping, ladder
from bot.flows.turn import Turn
from bot.services.turn_maker import TurnMaker
from bot.storage import opening
from bot.understanding.history import history_items

Outcome = Literal["loaded", "not agreed", "there already"]


def load(opened: opening.Opened, maker: TurnMaker, telegram_id: int, name: str, now: datetime) -> Outcome:
    """Load the example month once for one patient; ``name`` is what they are called where they told none.

    "not agreed": nothing is kept of anybody who did not agree, or who is not known by that id.
    """
    with opened.database.write() as connection:
        patient_id = opened.patients.find(connection, telegram_id)
        row = opened.patients.open(connection, patient_id, claim=True) if patient_id else None
        if row is None or row.patient.agreed_at is None:
            return "not agreed"
        turn = maker.make(row, now, now)
        month = example.load()
        if any(entry.text == month.entries[0].text for entry in turn.store.journal.history()):
            return "there already"
        if not turn.patient.name:
            turn.save_patient(replace(turn.patient, name=name))
        for told in month.entries:
            turn.store.journal.add(_entry(turn, told))
        for told_part in month.history:
            _history(turn, told_part)
        for number, visit in enumerate(month.visits):
            _visit(turn, visit, month if number == 0 else None)
        return "loaded"


def _moment(turn: Turn, day: int, at: str) -> datetime:
    local = datetime.combine(turn.local_now.date() - timedelta(days=day), time.fromisoformat(at))
    return zones.to_utc(local, turn.zone)


def _entry(turn: Turn, told: example.Told) -> journal.Entry:
    at = _moment(turn, told.day, told.at)
    reading = turn.reads.update(told.text)
    return journal.Entry(turn.new_id(), at, at, turn.patient.zone, text=told.text, reading=reading)


def _history(turn: Turn, told: example.ExamplePart) -> None:
    """Keep one part of the history through the same reader as if it had been typed there."""
    part = history_areas.area(told.part)
    if part is None:
        raise errors.ContentError("example_month.yaml", 0, told.part, "there is no such part of the history")
    if history_items.says_none(told.text):
        history_keeping.say_none(turn, part.section)
        return
    items = history_areas.reader(turn).items
    history_keeping.keep(turn, items.read(told.text, part.section, tried=part.id == history_areas.TRIED))


def _visit(turn: Turn, told: example.ExampleVisit, month: example.ExampleMonth | None) -> None:
    at = _moment(turn, told.day, told.at)
    visit = visits.Visit(turn.new_id(), at, turn.patient.zone, told.with_whom, told.where, told.why)
    if at < turn.now:
        visit = replace(visit, state="done")
    turn.store.visits.add(visit)
    if month is None:
        return
    for place, text in enumerate(month.questions, start=1):
        turn.store.questions.add(questions.Question(turn.new_id(), text, turn.now, visit.id, place))
    for text in month.parked:
        turn.store.questions.add(questions.Question(turn.new_id(), text, turn.now))
    ladder.set_ladder(turn, visit)
