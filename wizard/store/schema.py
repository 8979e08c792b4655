"""Bringing the database to the form that this program expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from wizard.store.address import POSTGRESQL, SQLITE, address_of
from wizard.store.database import open_database, writing

_LOCK = 8_350_044  # any number, as long as every process that upgrades uses the same


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the migrations that are missing; several processes may do so at once."""
    with writing(engine).begin() as connection:
        if connection.dialect.name == POSTGRESQL:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def is_current(engine: Engine) -> bool:
    """Tell whether every migration has been run."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    with engine.connect() as connection:
        return revision_of(connection) == head


def revision_of(connection: Connection) -> str:
    """Return the last migration that has been run; empty where none has."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def known_revisions() -> frozenset[str]:
    """Return every migration that this program knows."""
    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return frozenset(step.revision for step in steps)


def open_as_it_is(url: str) -> Engine | None:
    """Return a database that is there and has every migration; it is neither made nor upgraded.

    Raises:
        DatabaseUnusable: it is no address of a database, or its driver is not installed.

    """
    address = address_of(url)
    is_file = address.get_backend_name() == SQLITE and address.database
    if is_file and not Path(str(address.database)).is_file():
        return None
    engine = open_database(url)
    try:
        return engine if is_current(engine) else None
    except SQLAlchemyError:
        return None


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "wizard.store:migrations")
    config.set_main_option("path_separator", "os")
    return config
