"""A trusted person: codes, grants, what each side knows of them, the list of accesses, and wrong codes."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

import bot.storage.types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _moment(name: str) -> sa.Column[datetime]:
    return sa.Column(name, bot.storage.types.UtcDateTime(), nullable=False)


def _owned(name: str, *more: sa.schema.SchemaItem, id_of: str = "") -> None:
    key = [sa.ForeignKeyConstraint(["id"], [id_of], name=op.f(f"fk_{name}_id"), ondelete="CASCADE")]
    op.create_table(
        name,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f(f"fk_{name}_patient_id"), ondelete="CASCADE"
        ),
        *(key if id_of else ()),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *more,
    )


def _body() -> sa.Column[bytes]:
    return sa.Column("body", sa.LargeBinary(), nullable=False)


def upgrade() -> None:
    _owned(
        "invitations",
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        _moment("expires_at"),
        _body(),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
    )
    _owned(
        "grants",
        sa.Column("holder_id", sa.String(length=32), nullable=False),
        _body(),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["patients.id"], name=op.f("fk_grants_holder_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("patient_id", "holder_id", name=op.f("uq_grants_patient_id_holder_id")),
    )
    op.create_index("ix_grants_holder", "grants", ["holder_id"])
    _owned("trusts", _body(), id_of="grants.id")
    op.create_index("ix_trusts_patient", "trusts", ["patient_id"])
    _owned("accesses", _moment("at"), _body())
    op.create_index("ix_accesses_at", "accesses", ["patient_id", "at"])
    _owned("code_tries", _moment("at"))
    op.create_index("ix_code_tries_at", "code_tries", ["patient_id", "at"])


def downgrade() -> None:
    for name in ("code_tries", "accesses", "trusts", "grants", "invitations"):
        op.drop_table(name)
