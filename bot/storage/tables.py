"""All tables in one place. In clear stand random ids, kinds an index needs and times; every body is sealed.

Constraint names are fixed by convention, so that a migration can name what it changes on either database. Migrations
make the indices; which are partial is told here for SQLite only, for naming PostgreSQL would load all of its dialect.
"""

import sqlalchemy as sa

from bot.storage.types import UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = sa.String(32)
PATIENT = "patients.id"


def _patient(*, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "patient_id", ID, sa.ForeignKey(PATIENT, ondelete="CASCADE"), primary_key=primary_key, nullable=False
    )


instance = sa.Table(
    "instance",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key_id", sa.String(16), nullable=False),
    sa.Column("lookup_key", sa.LargeBinary, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
)
"""One row: the key of the look-up hashes, wrapped by the master key."""

patients = sa.Table(
    "patients",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("lookup", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("key_id", sa.String(16), nullable=False),
    sa.Column("wrapped_key", sa.LargeBinary, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("joined_at", UtcDateTime, nullable=False),
    sa.Column("agreed_at", UtcDateTime),
    sa.Column("blocked_at", UtcDateTime),
    sa.Column("outbox_seq", sa.Integer, nullable=False, server_default="0"),
)

forgotten = sa.Table(
    "forgotten",
    metadata,
    sa.Column("patient_id", ID, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
)
"""Ids of destroyed patients, so that an older backup does not bring one back."""

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("patient_id", ID, sa.ForeignKey(PATIENT, ondelete="CASCADE")),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.Column("retry_at", UtcDateTime),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("body", sa.LargeBinary),
)
"""``state``: pending, held (before consent), handled, failed, unread (nobody's, or not readable)."""
sa.Index(
    "ix_inbox_pending",
    inbox.c.patient_id,
    inbox.c.update_id,
    sqlite_where=inbox.c.state == "pending",
)

outbox = sa.Table(
    "outbox",
    metadata,
    _patient(primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("priority", sa.SmallInteger, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("not_before", UtcDateTime, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("about", sa.String(64)),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("body", sa.LargeBinary),
)
"""``state``: pending, sent, dropped. ``about`` names what a message shows ("entry:<id>"), so that a reply finds it."""
sa.Index(
    "ix_outbox_pending",
    outbox.c.priority,
    outbox.c.not_before,
    sqlite_where=outbox.c.state == "pending",
)
sa.Index("ix_outbox_message", outbox.c.patient_id, outbox.c.message_id)
sa.Index("ix_outbox_about", outbox.c.patient_id, outbox.c.about)

sessions = sa.Table(
    "sessions",
    metadata,
    _patient(primary_key=True),
    sa.Column("updated_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("recorded_at", UtcDateTime, nullable=False),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("removed_at", UtcDateTime),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_journal_at", journal.c.patient_id, journal.c.at)
sa.Index("ix_journal_message", journal.c.patient_id, journal.c.message_id)

journal_months = sa.Table(
    "journal_months",
    metadata,
    _patient(primary_key=True),
    sa.Column("month", sa.String(7), primary_key=True),
    sa.Column("version", sa.SmallInteger, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""Whole months of the journal folded into days, derived from it."""

attachments = sa.Table(
    "attachments",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("entry_id", ID, sa.ForeignKey("journal.id", ondelete="CASCADE"), nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_attachments_entry", attachments.c.entry_id)

visits = sa.Table(
    "visits",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("state", sa.String(9), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_visits_at", visits.c.patient_id, visits.c.at)

questions = sa.Table(
    "questions",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("visit_id", ID, sa.ForeignKey("visits.id", ondelete="SET NULL")),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_questions_patient", questions.c.patient_id, questions.c.state)

reminders = sa.Table(
    "reminders",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("subject", ID),
    sa.Column("due_at", UtcDateTime),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_reminders_patient", reminders.c.patient_id, reminders.c.kind)
sa.Index(
    "ix_reminders_due",
    reminders.c.due_at,
    sqlite_where=reminders.c.due_at.is_not(None),
)

occurrences = sa.Table(
    "occurrences",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("reminder_id", ID, sa.ForeignKey("reminders.id", ondelete="CASCADE"), nullable=False),
    sa.Column("meant_at", UtcDateTime, nullable=False),
    sa.Column("handled_at", UtcDateTime, nullable=False),
    sa.Column("outcome", sa.String(8), nullable=False),
    sa.UniqueConstraint("reminder_id", "meant_at"),
)
"""What became of each due instant: sent, passed (too late), skipped (already logged), answered, done, snoozed.

The unique pair is why a reminder is never given twice, whatever crashes or races.
"""
sa.Index("ix_occurrences_patient", occurrences.c.patient_id, occurrences.c.meant_at)

words = sa.Table(
    "words",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("taught_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""The patient's own words for their symptoms, taught by fixing."""
sa.Index("ix_words_patient", words.c.patient_id)

history = sa.Table(
    "history",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""The standing history. Not even the section is in clear: how many allergies somebody has is nobody's business."""
sa.Index("ix_history_patient", history.c.patient_id)

cases = sa.Table(
    "cases",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("opened_at", UtcDateTime, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_cases_patient", cases.c.patient_id, cases.c.state)

debriefs = sa.Table(
    "debriefs",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("visit_id", ID, sa.ForeignKey("visits.id", ondelete="CASCADE"), nullable=False),
    sa.Column("begun_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("patient_id", "visit_id"),
)
"""One look back a visit."""

kept_scripts = sa.Table(
    "kept_scripts",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("visit_id", ID, sa.ForeignKey("visits.id", ondelete="SET NULL")),
    sa.Column("kept_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
sa.Index("ix_kept_scripts_patient", kept_scripts.c.patient_id)

page_choices = sa.Table(
    "page_choices",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""What each clinician's page leaves out."""
sa.Index("ix_page_choices_patient", page_choices.c.patient_id)

invitations = sa.Table(
    "invitations",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("code_hash", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("expires_at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""Codes for a trusted person that wait to be used; a code is found by its keyed hash."""

grants = sa.Table(
    "grants",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("holder_id", ID, sa.ForeignKey(PATIENT, ondelete="CASCADE"), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("patient_id", "holder_id"),
)
"""What a patient allows another account. It goes with either of them."""
sa.Index("ix_grants_holder", grants.c.holder_id)

trusts = sa.Table(
    "trusts",
    metadata,
    sa.Column("id", ID, sa.ForeignKey("grants.id", ondelete="CASCADE"), primary_key=True),
    _patient(),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""The same as its holder sees it, sealed with the holder's key; it goes with the grant."""
sa.Index("ix_trusts_patient", trusts.c.patient_id)

accesses = sa.Table(
    "accesses",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
"""What a trusted person did, for the patient to see."""
sa.Index("ix_accesses_at", accesses.c.patient_id, accesses.c.at)

code_tries = sa.Table(
    "code_tries",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _patient(),
    sa.Column("at", UtcDateTime, nullable=False),
)
"""Wrong codes that an account typed."""
sa.Index("ix_code_tries_at", code_tries.c.patient_id, code_tries.c.at)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("holder", sa.String(64), nullable=False),
    sa.Column("until", UtcDateTime, nullable=False),
)
"""Work that only one process may do at a time, such as sending."""
