"""PostgreSQL with the promises that SQLite gives: on the disk at once, and nobody waits for ever.

A server may be set up to answer before a save is on the disk, and by itself it lets a writer wait
without end for one that has vanished. Each connection is told otherwise.
"""

from typing import Any

from sqlalchemy import URL, Engine, ExceptionContext, create_engine, event

from wizard.store.address import DatabaseUnusable

# Who reads sees one moment, whatever is saved meanwhile. Who writes holds the case's row, and
# reads what the one before left.
READING, WRITING = "REPEATABLE READ", "READ COMMITTED"

# In seconds, and milliseconds: how long to try, and how long to believe in a silent connection.
_CONNECTION = {
    "connect_timeout": "10",
    "tcp_user_timeout": "30000",
    "client_encoding": "utf8",
    "application_name": "virkemiddelveiviser",
}
_SESSION = """\
SELECT set_config('lock_timeout', '10s', false),
       set_config('idle_in_transaction_session_timeout', '60s', false),
       set_config('synchronous_commit',
                  coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), false)
"""
_NO_DRIVER = (
    "DATABASE_URL peker på PostgreSQL, men driveren mangler.",
    "Installer den: pip install 'virkemiddelveiviser[postgresql]'",
)
_NO_UTF8 = (
    "Databasen må ha tegnsettet UTF8, men har {found}.",
    "Lag den slik: createdb --encoding UTF8 --template template0 --owner BRUKER NAVN",
)
_NO_FSYNC = (
    "Databasetjeneren går med fsync=off: lagrede svar kan bli borte når strømmen går.",
    "Slå på fsync i postgresql.conf, og last inn oppsettet på nytt.",
)


def open_postgresql(address: URL) -> Engine:
    """Return the engine; nothing is connected to yet.

    Raises:
        DatabaseUnusable: the driver is not installed.

    """
    told = {name: each for name, each in _CONNECTION.items() if name not in address.query}
    try:
        engine = create_engine(
            address.set(drivername="postgresql+psycopg").update_query_dict(told),
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level=READING,
        )
    except ImportError as error:
        raise DatabaseUnusable(*_NO_DRIVER) from error
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "handle_error", _leave_out_details)
    return engine


def check(engine: Engine) -> None:
    """Look whether the server keeps what it is given, letter by letter.

    Raises:
        DatabaseUnusable: it does not.

    """
    with engine.connect() as connection:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
        on_disk = connection.exec_driver_sql("SHOW fsync").scalar()
    if encoding != "UTF8":
        raise DatabaseUnusable(*(line.format(found=encoding) for line in _NO_UTF8))
    if on_disk != "on":
        raise DatabaseUnusable(*_NO_FSYNC)


def _set_up(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    connection.autocommit = True  # what is set in a transaction is undone with it
    connection.execute(_SESSION)
    connection.autocommit = False


def _leave_out_details(failed: ExceptionContext) -> None:
    """Keep what the server says is wrong, and not the rows that it shows: they are answers."""
    primary = getattr(getattr(failed.original_exception, "diag", None), "message_primary", None)
    for error in (failed.original_exception, failed.sqlalchemy_exception):
        if primary and error is not None:
            error.args = (primary,)
