"""Bringing the database to the form that this program expects."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from wizard.store.database import writing

_LOCK = 8_350_044  # any number, as long as every process that upgrades uses the same


def upgrade(engine: Engine) -> None:
    """Run the migrations that are missing; several processes may do so at once."""
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(engine: Engine) -> bool:
    """Tell whether every migration has been run."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "wizard.store:migrations")
    config.set_main_option("path_separator", "os")
    return config
