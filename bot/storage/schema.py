"""Which version a database has, and how it is brought to ours. Alembic is loaded only where there is work for it."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import errors
from bot.storage.database import Database

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def revisions() -> tuple[str, ...]:
    """List our revisions, oldest first; a file is named after its number."""
    return tuple(sorted(file.stem.split("_", 1)[0] for file in VERSIONS.glob("[0-9]*.py")))


def head() -> str:
    """Name the newest revision."""
    return revisions()[-1]


def current(connection: Connection) -> str | None:
    """Name the revision a database is at; None where it is empty."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def check_not_newer(found: str | None) -> None:
    """Refuse a database that a newer program wrote.

    Raises:
        OperatorError: this program does not know that version.

    """
    if found is not None and found not in revisions():
        raise errors.OperatorError(
            f"The database is of a newer version ({found}) than this program ({head()}); install the newer Sameside."
        )


def upgrade(database: Database) -> str:
    """Bring the database to the newest revision; give the revision it was at before ("" where it was empty)."""
    with database.rebuild() as connection:
        before = current(connection)
        check_not_newer(before)
        if before != head():
            _run(connection)
    return before or ""


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
