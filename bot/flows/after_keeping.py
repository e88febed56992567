"""What is kept of one visit afterwards, and what follows from it for the visit and its questions. Not a flow."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import debriefs, questions, reminder_times, visits, zones
from bot.domain.debriefs import Debrief
from bot.domain.reminders import Reminder
from bot.flows.turn import Turn

RECENT = timedelta(days=7)
"""Visits over for no longer than this are taken without asking which."""
LISTED = timedelta(days=60)
SHOWN = 4


def of_visit(turn: Turn, visit: visits.Visit) -> Debrief:
    """Give what is kept of a visit; a new one, not stored yet, where nothing is."""
    found = turn.store.debriefs.of_visit(visit.id)
    if found:
        return found
    asked_for = tuple(question.id for question in _questions_then(turn, visit))
    return Debrief(turn.new_id(), visit.id, turn.now, turn.now, questions=asked_for)


def save(turn: Turn, debrief: Debrief) -> Debrief:
    """Store it; the first thing told says that the visit took place."""
    visit = turn.store.visits.get(debrief.visit_id)
    if visit and visit.state == "planned":
        turn.store.visits.save(replace(visit, state="done"))
    return turn.store.debriefs.save(replace(debrief, changed_at=turn.now))


def over(turn: Turn) -> list[visits.Visit]:
    """List the latest visits that are over and took place, newest first."""
    found = [
        visit
        for visit in turn.store.visits.all()
        if visit.state != "cancelled" and turn.now - LISTED < visit.at <= _latest(turn, visit)
    ]
    return sorted(found, key=lambda visit: visit.at, reverse=True)


def fresh(turn: Turn) -> list[visits.Visit]:
    """List those of the last days that are not looked back on to the end."""
    return [visit for visit in over(turn) if turn.now - visit.at < RECENT and not _is_finished(turn, visit)]


def _latest(turn: Turn, visit: visits.Visit) -> datetime:
    """Give the moment up to which a visit counts as over; where only the day was told, that whole day does."""
    return turn.now if visit.hour_known else turn.now + timedelta(hours=24 - turn.local_now.hour)


def _is_finished(turn: Turn, visit: visits.Visit) -> bool:
    found = turn.store.debriefs.of_visit(visit.id)
    return found is not None and found.finished


def _questions_then(turn: Turn, visit: visits.Visit) -> list[questions.Question]:
    """List the questions that had a place at the visit, those chosen before any visit was planned included."""
    found = [
        question
        for question in turn.store.questions.open()
        if question.place is not None
        and (question.visit_id == visit.id or (question.visit_id is None and question.added_at <= visit.at))
    ]
    found.sort(key=lambda question: (question.visit_id is None, question.place or 0))
    return found[: questions.TOP]


def asked_for(turn: Turn, debrief: Debrief) -> list[questions.Question]:
    """List the questions the visit had, in their order, whether asked or not."""
    found = (turn.store.questions.get(question_id) for question_id in debrief.questions)
    return [question for question in found if question and question.state != "dropped"]


def asked(turn: Turn, debrief: Debrief) -> list[questions.Question]:
    """List the questions that were asked."""
    return [question for question in asked_for(turn, debrief) if question.state == "asked"]


def mark(turn: Turn, debrief: Debrief, question_id: str, *, was_asked: bool) -> None:
    """Say of one question whether it was asked; one that was not waits for the next visit."""
    found = next((q for q in asked_for(turn, debrief) if q.id == question_id), None)
    if found is None:
        return
    changed = replace(found, state="asked", visit_id=debrief.visit_id)
    if not was_asked:
        changed = replace(found, state="open", visit_id=None, place=None, answer="")
    turn.store.questions.save(changed)


def mark_all(turn: Turn, debrief: Debrief, *, were_asked: bool) -> None:
    """Say of all questions that they were asked, or that none was."""
    for question in asked_for(turn, debrief):
        mark(turn, debrief, question.id, was_asked=were_asked)


def answered(turn: Turn, question_id: str, words: str) -> None:
    """Keep what they said to a question."""
    found = turn.store.questions.get(question_id)
    if found:
        turn.store.questions.save(replace(found, answer=words))


def park_unasked(turn: Turn, debrief: Debrief) -> None:
    """Let the questions that were not asked wait for the next visit; what was chosen for that since stays chosen."""
    theirs = {debrief.visit_id} if debrief.finished else {debrief.visit_id, None}
    for question in asked_for(turn, debrief):
        if question.state == "open" and question.visit_id in theirs:
            turn.store.questions.save(replace(question, visit_id=None, place=None))


def finish(turn: Turn, debrief: Debrief) -> Debrief:
    """Call it done for now: unasked questions wait, and the reminder to look back does not come any more."""
    park_unasked(turn, debrief)
    for reminder in _looking_back(turn, debrief):
        turn.store.reminders.save(replace(reminder, due_at=None))
    return save(turn, replace(debrief, finished=True))


def ask_tomorrow(turn: Turn, debrief: Debrief) -> datetime:
    """Bring the reminder to look back again tomorrow; give its moment (UTC)."""
    day = turn.local_now.date() + timedelta(days=1)
    meant = zones.to_utc(datetime.combine(day, reminder_times.DAYTIME), turn.zone)
    due = reminder_times.due("visit_after", meant, turn.patient)
    known = next(iter(_looking_back(turn, debrief)), None)
    reminder = known or Reminder(turn.new_id(), "visit_after", None, subject=debrief.visit_id)
    # Without a zone it is a moment the patient chose, which no change of the visit's ladder moves.
    turn.store.reminders.save(replace(reminder, due_at=due, occurrence_at=due, zone="", stopped=False))
    return due


def _looking_back(turn: Turn, debrief: Debrief) -> list[Reminder]:
    return [each for each in turn.store.reminders.about(debrief.visit_id) if each.kind == "visit_after"]


def missing(turn: Turn, debrief: Debrief) -> tuple[debriefs.Piece, ...]:
    """List the pieces not told yet."""
    return debriefs.missing(debrief, asked(turn, debrief))
