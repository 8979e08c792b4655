"""Opening the database: SQLite in a file, or PostgreSQL, with the same promises.

A save is on the disk when it returns, also when the power goes. Writers take their turn at the
start of a transaction, so that none finds halfway that it may not.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from wizard.store.address import POSTGRESQL, address_of
from wizard.store.postgresql import WRITING, open_postgresql

Database = Engine

_WRITES = "wizard_writes"
_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


def open_database(url: str) -> Engine:
    """Return the engine. Answers never reach a log: parameters are hidden from error messages.

    Raises:
        DatabaseUnusable: it is no address of a database, or its driver is not installed.

    """
    address = address_of(url)
    if address.get_backend_name() == POSTGRESQL:
        return open_postgresql(address)
    engine = create_engine(address, hide_parameters=True, pool_pre_ping=True)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    if engine.dialect.name == POSTGRESQL:
        return engine.execution_options(isolation_level=WRITING)
    return engine.execution_options(**{_WRITES: True})


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    connection.isolation_level = None  # transactions are begun below, not by the driver
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
