"""A turn's unit of work: everything of one patient, inside one transaction."""

from collections.abc import Callable
from typing import Generic, TypeVar

from bot.domain.patients import Patient
from bot.storage import (
    attachments,
    cases,
    debriefs,
    history,
    journal,
    kept_scripts,
    outbox,
    page_choices,
    patients,
    questions,
    reminders,
    sealed,
    sessions,
    trusted,
    visits,
    words,
)

R = TypeVar("R")


class _Made(Generic[R]):
    """Makes one kind of rows when it is first asked for: a turn needs few of them."""

    def __init__(self, make: Callable[[sealed.Scope], R]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, unit: "Store", owner: type) -> R:
        made = unit.__dict__[self._name] = self._make(unit.scope)
        return made


class Store:
    """What flows read and write. Whatever is written here is committed with the turn, or not at all."""

    journal = _Made(journal.Journal)
    attachments = _Made(attachments.Attachments)
    visits = _Made(visits.Visits)
    questions = _Made(questions.Questions)
    reminders = _Made(reminders.Reminders)
    words = _Made(words.Words)
    sessions = _Made(sessions.Sessions)
    history = _Made(history.History)
    cases = _Made(cases.Cases)
    debriefs = _Made(debriefs.Debriefs)
    kept_scripts = _Made(kept_scripts.KeptScripts)
    page_choices = _Made(page_choices.PageChoices)
    trusted = _Made(trusted.Trusted)

    def __init__(self, scope: sealed.Scope) -> None:
        self.scope = scope

    def save_patient(self, patient: Patient) -> Patient:
        """Store changed settings of the patient."""
        return patients.save(self.scope, patient)

    def shown_as(self, what: str) -> int | None:
        """Tell which message showed ``what`` last."""
        return outbox.shown_as(self.scope.connection, self.scope.patient_id, what)

    def shown_in(self, message_id: int) -> str | None:
        """Tell what one of our messages showed ("entry:<id>")."""
        return outbox.about(self.scope.connection, self.scope.patient_id, message_id)
