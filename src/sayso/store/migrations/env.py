"""Alembic runs this file: it migrates the connection that it is handed, within its transaction."""

from alembic import context

from sayso.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
)
context.run_migrations()
