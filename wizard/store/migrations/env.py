"""What Alembic runs: the missing steps, on the connection that `schema.upgrade` gives."""

from alembic import context

from wizard.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
