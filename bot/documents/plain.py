"""What a patient told as plain values, the way `docs/export.schema.json` describes them.

Everything here takes values and gives dictionaries that JSON knows; moments carry the offset of the zone they were
told in. Nothing is left out for being hard to name.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import (
    cases,
    debriefs,
    history,
    journal,
    kept_scripts,
    page_choices,
    patients,
    questions,
    reminders,
    trusted,
    visits,
)

Plain = dict[str, Any]


def at(moment: datetime, zone: str) -> str:
    """Write a moment with the offset of its zone (ISO 8601)."""
    return moment.astimezone(ZoneInfo(zone)).isoformat()


def maybe_at(moment: datetime | None, zone: str) -> str | None:
    """Write a moment that may be unknown."""
    return None if moment is None else at(moment, zone)


def symptoms_of(entry: journal.Entry) -> Iterator[Plain]:
    """Give every symptom of an entry."""
    for symptom in entry.reading.symptoms:
        yield {
            "at": at(entry.at, entry.zone),
            "recorded_at": at(entry.recorded_at, entry.zone),
            "name": symptom.name,
            "severity": symptom.severity,
            "negated": symptom.negated,
            "body_part": symptom.body_part,
            "note": entry.note,
            "text": entry.text,
        }


def medicines_of(entry: journal.Entry) -> Iterator[Plain]:
    """Give every medicine of an entry."""
    for medicine in entry.reading.medications:
        yield {
            "at": at(entry.at, entry.zone),
            "name": medicine.name,
            "dose": medicine.dose,
            "taken": medicine.taken,
        }


def entry_of(entry: journal.Entry, files: dict[str, str]) -> Plain:
    """Give one entry; ``files`` names the file of each attachment by its id."""
    reading = entry.reading
    return {
        "id": entry.id,
        "at": at(entry.at, entry.zone),
        "recorded_at": at(entry.recorded_at, entry.zone),
        "kind": entry.kind,
        "text": entry.text,
        "note": entry.note,
        "told_by": entry.told_by or None,
        "onset": reading.onset,
        "duration": reading.duration,
        "triggers": list(reading.triggers),
        "impact": list(reading.impact),
        "sleep": reading.sleep,
        "measurements": [{"name": m.name, "value": m.value, "unit": m.unit} for m in reading.measurements],
        "attachments": [{"kind": a.kind, "name": a.name, "file": files.get(a.id)} for a in entry.attachments],
    }


def checkin_of(entry: journal.Entry, checkin: journal.Checkin) -> Plain:
    """Give the answers of one check-in."""
    return {
        "at": at(entry.at, entry.zone),
        "recorded_at": at(entry.recorded_at, entry.zone),
        "energy": checkin.energy,
        "sleep": checkin.sleep,
        "medicines": checkin.medicines,
        "function": checkin.function,
        "note": entry.note,
    }


def visit_of(visit: visits.Visit) -> Plain:
    """Give one visit."""
    return {
        "id": visit.id,
        "at": at(visit.at, visit.zone),
        "hour_known": visit.hour_known,
        "zone": visit.zone,
        "with_whom": visit.with_whom,
        "where": visit.where,
        "why": visit.why,
        "minutes": visit.minutes,
        "state": visit.state,
        "opening": visit.opening,
        "uid": visit.uid,
    }


def question_of(question: questions.Question, zone: str) -> Plain:
    """Give one question."""
    return {
        "id": question.id,
        "text": question.text,
        "added_at": at(question.added_at, zone),
        "visit_id": question.visit_id,
        "place": question.place,
        "state": question.state,
        "answer": question.answer,
    }


def reminder_of(reminder: reminders.Reminder, zone: str) -> Plain:
    """Give one reminder."""
    rule = reminder.recurrence
    return {
        "kind": reminder.kind,
        "due_at": maybe_at(reminder.due_at, zone),
        "text": reminder.text,
        "visit_id": (reminder.subject or None) if reminder.kind in reminders.VISIT_KINDS else None,
        "case_id": (reminder.subject or None) if reminder.kind == "case" else None,
        "recurrence": None
        if rule is None
        else {
            "freq": rule.freq,
            "interval": rule.interval,
            "byday": list(rule.byday),
            "bymonthday": list(rule.bymonthday),
            "times": list(rule.times),
        },
        "stopped": reminder.stopped,
    }


def settings_of(patient: patients.Patient, taught: Iterable[tuple[str, str, datetime]]) -> Plain:
    """Give the settings; ``taught`` holds (said, meant, when) of each word the patient taught."""
    zone = patient.zone
    return {
        "name": patient.name,
        "telegram_chat": patient.chat_id,
        "joined_at": at(patient.joined_at, zone),
        "agreed_at": maybe_at(patient.agreed_at, zone),
        "locale": patient.locale,
        "zone": zone,
        "country": patient.country,
        "energy": patient.energy,
        "checkin_at": f"{patient.checkin_at:%H:%M}" if patient.checkin_at else None,
        "quiet_start": f"{patient.quiet_start:%H:%M}",
        "quiet_end": f"{patient.quiet_end:%H:%M}",
        "paused_until": maybe_at(patient.paused_until, zone),
        "open_lock_screen": patient.open_lock_screen,
        "tone": patient.tone,
        "words": [
            {"said": said, "means": means, "taught_at": at(moment, zone)} for said, means, moment in taught
        ],
    }


def person_of(grant: trusted.Grant, zone: str) -> Plain:
    """Give what the patient allows one person."""
    return {
        "id": grant.id,
        "name": grant.name,
        "scope": grant.scope,
        "since": at(grant.since, zone),
        "last_at": maybe_at(grant.last_at, zone),
    }


def invitation_of(invitation: trusted.Invitation, zone: str) -> Plain:
    """Give one code that waits, without the code: it is nowhere."""
    return {
        "id": invitation.id,
        "name": invitation.name,
        "scope": invitation.scope,
        "made_at": at(invitation.made_at, zone),
        "expires_at": at(invitation.expires_at, zone),
    }


def access_of(access: trusted.Access, zone: str) -> Plain:
    """Give one thing a trusted person did."""
    return {
        "id": access.id,
        "at": at(access.at, zone),
        "grant_id": access.grant_id,
        "name": access.name,
        "what": access.what,
        "entry_id": access.entry_id or None,
    }


def trust_of(trust: trusted.Trust, zone: str) -> Plain:
    """Give what somebody else allows the patient."""
    return {"id": trust.id, "name": trust.name, "scope": trust.scope, "since": at(trust.since, zone)}


def item_of(item: history.Item, zone: str) -> Plain:
    """Give one thing of the standing history."""
    return {
        "id": item.id,
        "section": item.section,
        "name": item.name,
        "state": item.state,
        "detail": item.detail,
        "why": item.why,
        "since": item.since,
        "until": item.until,
        "lasted": item.lasted,
        "added_at": at(item.added_at, zone),
        "changed_at": maybe_at(item.changed_at, zone),
        "entry_id": item.entry_id,
    }


def case_of(case: cases.Case, zone: str) -> Plain:
    """Give one case with every contact."""
    return {
        "id": case.id,
        "kind": case.kind,
        "barrier": case.barrier,
        "title": case.title,
        "about": case.about,
        "with_whom": case.with_whom,
        "reference": case.reference,
        "opened_at": at(case.opened_at, zone),
        "deadline": _maybe_day(case.deadline),
        "deadline_from": case.deadline_from,
        "move": case.move,
        "move_since": maybe_at(case.move_since, zone),
        "next_step": case.next_step,
        "calls": [
            {
                "at": at(call.at, zone),
                "who": call.who,
                "reference": call.reference,
                "said": call.said,
                "then": call.then,
            }
            for call in case.calls
        ],
        "state": case.state,
        "outcome": case.outcome,
        "closed_at": maybe_at(case.closed_at, zone),
        "entry_ids": list(case.entry_ids),
        "visit_id": case.visit_id,
        "told": case.told,
        "deadline_whose": case.deadline_whose,
        "deadline_met": case.deadline_met,
        "follow_on": _maybe_day(case.follow_on),
    }


def debrief_of(debrief: debriefs.Debrief, zone: str) -> Plain:
    """Give what was said after one visit."""
    return {
        "id": debrief.id,
        "visit_id": debrief.visit_id,
        "begun_at": at(debrief.begun_at, zone),
        "changed_at": at(debrief.changed_at, zone),
        "plan": debrief.plan,
        "tasks": [
            {"text": task.text, "whose": task.whose, "by": _maybe_day(task.by), "done": task.done}
            for task in debrief.tasks
        ],
        "medicines": list(debrief.medicines),
        "feeling": debrief.feeling,
        "sort": debrief.sort,
        "notes": list(debrief.notes),
        "record": debrief.record,
        "record_at": maybe_at(debrief.record_at, zone),
        "finished": debrief.finished,
        "thanked": debrief.thanked,
        "questions": list(debrief.questions),
        "settled": list(debrief.settled),
    }


def script_of(kept: kept_scripts.KeptScript, zone: str) -> Plain:
    """Give one set of words the patient kept."""
    return {
        "id": kept.id,
        "kept_at": at(kept.kept_at, zone),
        "source": kept.source,
        "source_id": kept.source_id,
        "tone": kept.tone,
        "text": kept.text,
        "visit_id": kept.visit_id,
        "favourite": kept.favourite,
    }


def page_choice_of(choice: page_choices.PageChoice) -> Plain:
    """Give what is left out of the page for one clinician."""
    return {
        "for_whom": choice.for_whom,
        "left_out": list(choice.left_out),
        "two_pages": choice.two_pages,
        "reach": choice.reach,
    }


def _maybe_day(day: date | None) -> str | None:
    return day.isoformat() if day else None
