"""A turn's unit of work: everything of one patient, inside one transaction."""

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


class Store:
    """What flows read and write. Whatever is written here is committed with the turn, or not at all."""

    def __init__(self, scope: sealed.Scope) -> None:
        self.scope = scope
        self.journal = journal.Journal(scope)
        self.attachments = attachments.Attachments(scope)
        self.visits = visits.Visits(scope)
        self.questions = questions.Questions(scope)
        self.reminders = reminders.Reminders(scope)
        self.words = words.Words(scope)
        self.sessions = sessions.Sessions(scope)
        self.history = history.History(scope)
        self.cases = cases.Cases(scope)
        self.debriefs = debriefs.Debriefs(scope)
        self.kept_scripts = kept_scripts.KeptScripts(scope)
        self.page_choices = page_choices.PageChoices(scope)
        self.trusted = trusted.Trusted(scope)

    def save_patient(self, patient: Patient) -> Patient:
        """Store changed settings of the patient."""
        return patients.save(self.scope, patient)

    def shown_as(self, what: str) -> int | None:
        """Tell which message showed ``what`` last."""
        return outbox.shown_as(self.scope.connection, self.scope.patient_id, what)

    def shown_in(self, message_id: int) -> str | None:
        """Tell what one of our messages showed ("entry:<id>")."""
        return outbox.about(self.scope.connection, self.scope.patient_id, message_id)
