"""Alembic's entry: runs the migrations on the connection it is given, inside the caller's transaction."""

from alembic import context

from bot.storage import tables

config = context.config

context.configure(
    connection=config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
