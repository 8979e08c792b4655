"""Opening the database: SQLite in a file, or PostgreSQL, with the same promises.

A save is on the disk when it returns, also when the power goes. Writers take their turn at the
start of a transaction, so that none finds halfway that it may not.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoneFreeError

from wizard.store.address import POSTGRESQL, SQLITE, address_of
from wizard.store.postgresql import WRITING, open_postgresql
from wizard.store.watch import FileWatch, StoreVanishedError

Database = Engine

# What is raised where the database cannot be read or written now, whatever the reason.
UNAVAILABLE = (DBAPIError, NoneFreeError, StoreVanishedError)
# Of these, what is a fault of ours, and will not pass.
FAULTS = (IntegrityError, DataError)

_WRITES, _PATIENCE = "wizard_writes", "wizard_patience"
# How long a writer waits for its turn, in milliseconds: one who saves, and one who only notes.
_PATIENT, _HASTY = 10_000, 250
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_PATIENT}",
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
    watch = FileWatch(Path(address.database or ""))
    event.listen(engine, "do_connect", watch.prepare)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "connect", watch.note)
    event.listen(engine, "begin", watch.check)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    if engine.dialect.name == POSTGRESQL:
        return engine.execution_options(isolation_level=WRITING)
    return engine.execution_options(**{_WRITES: True})


@contextmanager
def writing_if_free(engine: Engine) -> Iterator[Connection]:
    """Give a transaction for a note that nobody should wait for.

    Raises:
        UNAVAILABLE: somebody else writes just now, or nobody can.

    """
    hasty = writing(engine).execution_options(**{_PATIENCE: _HASTY})
    with hasty.begin() as connection:
        if connection.dialect.name == POSTGRESQL:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_HASTY}")
        yield connection


def wipe(engine: Engine, patience: int = 1_000) -> bool:
    """Leave nothing of what was deleted in SQLite's write-ahead file; tell whether it is done.

    It is not where somebody goes on reading for longer than `patience`, in milliseconds.
    """
    if engine.dialect.name != SQLITE:
        return True
    try:
        with closing(engine.raw_connection()) as pooled:
            connection: Any = pooled.driver_connection
            connection.execute(f"PRAGMA busy_timeout = {patience}").close()
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except (sqlite3.Error, *UNAVAILABLE):
        return False
    return not busy


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    connection.isolation_level = None  # transactions are begun below, not by the driver
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    patience = options.get(_PATIENCE, _PATIENT)
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}").close()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES, False) else "BEGIN")
