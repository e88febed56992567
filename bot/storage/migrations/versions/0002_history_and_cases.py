"""The standing history, cases, what was said after visits, kept words, and what each clinician's page leaves out."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

import bot.storage.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("history", "cases", "debriefs", "kept_scripts", "page_choices")


def _moment(name: str) -> sa.Column[datetime]:
    return sa.Column(name, bot.storage.types.UtcDateTime(), nullable=False)


def _rows_of_a_patient(name: str, *more: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        *more,
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f(f"fk_{name}_patient_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _visit(name: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["visit_id"], ["visits.id"], name=op.f(f"fk_{name}_visit_id"), ondelete=ondelete
    )


def upgrade() -> None:
    _rows_of_a_patient("history", _moment("added_at"))
    op.create_index("ix_history_patient", "history", ["patient_id"])
    _rows_of_a_patient("cases", _moment("opened_at"), sa.Column("state", sa.String(length=8), nullable=False))
    op.create_index("ix_cases_patient", "cases", ["patient_id", "state"])
    _rows_of_a_patient(
        "debriefs",
        sa.Column("visit_id", sa.String(length=32), nullable=False),
        _moment("begun_at"),
        _visit("debriefs", "CASCADE"),
        sa.UniqueConstraint("patient_id", "visit_id", name=op.f("uq_debriefs_patient_id_visit_id")),
    )
    _rows_of_a_patient(
        "kept_scripts",
        sa.Column("visit_id", sa.String(length=32), nullable=True),
        _moment("kept_at"),
        _visit("kept_scripts", "SET NULL"),
    )
    op.create_index("ix_kept_scripts_patient", "kept_scripts", ["patient_id"])
    _rows_of_a_patient("page_choices")
    op.create_index("ix_page_choices_patient", "page_choices", ["patient_id"])


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
