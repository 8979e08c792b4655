"""The database made ready for use, or the reason why it is not, told to an operator."""

import re
from collections.abc import Callable
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from wizard.store import postgresql
from wizard.store.address import POSTGRESQL, DatabaseUnusable, address_of
from wizard.store.database import open_database
from wizard.store.identity import must_be_there, recognise
from wizard.store.schema import is_current, upgrade

_NO_ANSWER = "Databasen i DATABASE_URL kan ikke brukes: {why}"
_LOOK = (
    "Se etter at tjeneren går, at maskin, port, navn, bruker og passord i adressen stemmer, "
    "og at brukeren eier databasen."
)
_NO_FILE = "Databasen {path} kan ikke brukes: {why}"
_NEWER = (
    "Databasen er laget av en nyere utgave av veiviseren.",
    "Start den utgaven, eller hent tilbake kopien fra før den ble tatt i bruk.",
)
_NOT_CURRENT = (
    "Databasen er ikke klar for denne utgaven av veiviseren.",
    "Start veiviseren i den samme utgaven først, eller kjør «wizard store upgrade».",
)
# What the driver says of its own doings, before the cause.
_BEFORE_WHY = re.compile(r".*\b(?:failed|is bad): ")


def ready_database(url: str, marker: Path) -> Engine:
    """Return the database with every migration run.

    `marker` is the file that knows which database the service has had.

    Raises:
        DatabaseUnusable: the address is bad, the driver is missing, the server or the file does
            not let us in, or it is not the database that was here.

    """
    must_be_there(url, marker)

    def prepare(engine: Engine) -> None:
        upgrade(engine)
        recognise(engine, marker)

    return _prepared(url, prepare)


def running_database(url: str) -> Engine:
    """Return a database that others have made ready for this edition of the program.

    Raises:
        DatabaseUnusable: as above, or nobody has.

    """
    return _prepared(url, _must_be_current)


def _must_be_current(engine: Engine) -> None:
    if not is_current(engine):
        raise DatabaseUnusable(*_NOT_CURRENT)


def _prepared(url: str, prepare: Callable[[Engine], None]) -> Engine:
    address, engine = address_of(url), open_database(url)
    try:
        if address.get_backend_name() == POSTGRESQL:
            postgresql.check(engine)
        prepare(engine)
    except DatabaseUnusable:
        engine.dispose()
        raise
    except (CommandError, SQLAlchemyError) as error:
        engine.dispose()
        raise _unusable(address, error) from error
    return engine


def _unusable(address: URL, error: Exception) -> DatabaseUnusable:
    if isinstance(error, CommandError):
        return DatabaseUnusable(*_NEWER)
    why = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
    if address.get_backend_name() != POSTGRESQL:
        return DatabaseUnusable(_NO_FILE.format(path=address.database, why=why))
    if address.password:
        why = why.replace(str(address.password), "***")
    return DatabaseUnusable(_NO_ANSWER.format(why=_BEFORE_WHY.sub("", why)), _LOOK)
