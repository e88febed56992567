"""Gives every reminder that is due: each occurrence once, none forgotten, and one patient's trouble nobody else's."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from bot.domain import reminder_rules, reminders
from bot.domain.patients import PatientId
from bot.engine import messages, runner
from bot.flows import case_reminders
from bot.flows import turn as turns
from bot.services.turn_maker import TurnMaker
from bot.storage import database, opening, patients, store
from bot.storage.reminders import Outcome, next_due, patients_due

log = logging.getLogger(__name__)

BATCH = 32
"""Patients whose reminders are made in one go: whoever writes meanwhile waits no longer than for these."""
LOOKED_UP = 1_000
"""Patients looked up in one go: in a busy minute, looking goes through everything that is due."""
RETRY_AFTER = timedelta(minutes=5)
"""A reminder that could not be made is tried again after this; until it is no longer of use."""
ROUNDS = 2
"""What is passed because it is too late may be followed at once by one that is not."""
EASED = "ease"
"""The choice with which the check-in's flow says that it asks less often from now on."""

_COMPOSED_BY = {"checkin": "checkin_reminder", "own": "own_reminder", "case": "case_reminder"}
_OUTCOMES: dict[reminder_rules.What, Outcome] = {
    "give": "sent",
    "ease": "skipped",
    "skip": "skipped",
    "pass": "passed",
}


class Ticks:
    """Handles what the clock brings, synchronously, in the database's writer thread."""

    def __init__(
        self, opened: opening.Opened, maker: TurnMaker, conversations: runner.Runner[turns.Turn]
    ) -> None:
        self._database, self._directory = opened.database, opened.patients
        self._maker, self._runner = maker, conversations
        self._resting: dict[PatientId, datetime] = {}
        self._waiting: list[PatientId] = []

    def next_due(self) -> datetime | None:
        """Tell when the next reminder of all is due (UTC); None where there is none."""
        with self._database.read() as connection:
            return next_due(connection)

    def run_due(self, now: datetime) -> int:
        """Handle everything due by ``now``; count the reminders handled.

        A patient whom another worker has open is left for the next tick.
        """
        handled, seen = 0, set[PatientId]()
        while (count := self.run_batch(now, seen)) is not None:
            handled += count
        return handled

    def run_batch(self, now: datetime, seen: set[PatientId]) -> int | None:
        """Handle what is due for a few patients who are not in ``seen`` and note them there; None where nobody is."""
        if not self._waiting:
            self._waiting = [p for p in self._due(now, len(seen)) if p not in seen]
        batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
        if not batch:
            return None
        seen.update(batch)
        # One commit for all of them: each waits for the disk.
        with self._database.write() as connection:
            return sum(self._guarded(connection, p, now) for p in batch if not self._rests(p, now))

    def _due(self, now: datetime, besides: int) -> list[PatientId]:
        with self._database.read() as connection:
            return patients_due(connection, now, LOOKED_UP + besides)

    def _rests(self, patient_id: PatientId, now: datetime) -> bool:
        until = self._resting.get(patient_id, now)
        return (
            now < until <= now + RETRY_AFTER
        )  # one that reaches further was begun before the clock was set back

    def _guarded(self, connection: database.Connection, patient_id: PatientId, now: datetime) -> int:
        try:
            with database.part(connection):
                count = self._patient(connection, patient_id, now)
        except database.UnavailableError:
            raise
        except Exception as problem:  # noqa: BLE001  one patient's trouble is not the others'
            log.error("patient skipped at tick", extra={"error": type(problem).__name__})  # noqa: TRY400
            self._resting[patient_id] = now + RETRY_AFTER
            return 0
        self._resting.pop(patient_id, None)
        return count

    def _patient(self, connection: database.Connection, patient_id: PatientId, now: datetime) -> int:
        opened = self._directory.open(connection, patient_id, claim=True)
        if opened is None:
            return 0
        kept, handled = store.Store(opened.scope).reminders, 0
        for _ in range(ROUNDS):
            due = kept.due(now)
            handled += len(due)
            passed = [self._tried(opened, reminder, now) for reminder in due]
            if not any(passed):
                break
        return handled

    def _tried(self, opened: patients.Opened, reminder: reminders.Reminder, now: datetime) -> bool:
        """Handle one reminder; where that fails it is tried again later. Tell whether it was passed."""
        try:
            with database.part(opened.scope.connection):
                return self._handle(opened, reminder, now) == "pass"
        except database.UnavailableError:
            raise
        except Exception as problem:  # noqa: BLE001  the reminder is kept and tried again
            # The exception's text may hold what the patient wrote; its type does not.
            extra = {"reminder": reminder.id, "error": type(problem).__name__}
            log.error("reminder failed", extra=extra)  # noqa: TRY400
            store.Store(opened.scope).reminders.save(replace(reminder, due_at=now + RETRY_AFTER))
            return False

    def _handle(
        self, opened: patients.Opened, reminder: reminders.Reminder, now: datetime
    ) -> reminder_rules.What | None:
        turn = self._maker.make(opened, now, now)
        if reminder.kind == "checkin":
            told = _told(turn)
            reminder = reminder_rules.heard(reminder, told)
            verdict = reminder_rules.judge_checkin(reminder, turn.patient, told, now)
        elif reminder.kind == "own":
            verdict = reminder_rules.judge_own(reminder, turn.patient, now)
        elif reminder.kind == "case":
            if case_reminders.clear_deleted(turn, reminder):
                return None
            verdict = case_reminders.judge(turn, reminder)
        else:
            visit = turn.store.visits.get(reminder.subject)
            verdict = reminder_rules.judge_visit(reminder, turn.patient, visit, now)
        self._carry_out(opened, turn, reminder, verdict)
        return verdict.what

    def _carry_out(
        self,
        opened: patients.Opened,
        turn: turns.Turn,
        reminder: reminders.Reminder,
        verdict: reminder_rules.Verdict,
    ) -> None:
        kept = turn.store.reminders
        if verdict.what == "wait":
            kept.save(replace(reminder, due_at=verdict.until))
            return
        is_new = kept.note(reminder, _OUTCOMES[verdict.what], turn.now) is not None
        if is_new and verdict.what in {"give", "ease"}:
            self._say(opened, turn, reminder, verdict)
        following = case_reminders.following(turn, reminder) if reminder.kind == "case" else None
        kept.save(reminder_rules.advance(reminder, turn.patient, verdict.what, turn.now, following))

    def _say(
        self,
        opened: patients.Opened,
        turn: turns.Turn,
        reminder: reminders.Reminder,
        verdict: reminder_rules.Verdict,
    ) -> None:
        turn.choice = EASED if verdict.what == "ease" else ""
        result = self._runner.begin(turn, _COMPOSED_BY.get(reminder.kind, "visit_reminder"), reminder.id)
        said = [_muted(message) if verdict.silent else message for message in result.outgoing]
        self._maker.send(opened, said, messages.REMINDER, turn.now)


def _muted(message: messages.Outgoing) -> messages.Outgoing:
    if isinstance(message, messages.Say):
        return msgspec.structs.replace(message, silent=True)
    return message


def _told(turn: turns.Turn) -> reminder_rules.Told:
    """Look what the patient told of today, and when their last word came.

    A trusted person's note is neither: how today is, the patient was not asked yet, and it is no sign of theirs.
    """
    every = turn.store.journal.between(turn.midnight(days_ago=31), turn.now + timedelta(days=1))
    entries = [entry for entry in every if not entry.told_by]
    today = turn.local_now.date()
    return reminder_rules.Told(
        today=any(turn.local(entry.at).date() == today for entry in entries),
        last_at=max((entry.recorded_at for entry in entries), default=None),
    )
