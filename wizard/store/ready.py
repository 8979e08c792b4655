"""The database made ready for use, or the reason why it is not, told to an operator."""

from collections.abc import Callable
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from wizard.store import postgresql
from wizard.store.address import POSTGRESQL, DatabaseUnusable, address_of
from wizard.store.causes import cause_of
from wizard.store.database import open_database
from wizard.store.identity import is_missing_file, must_be_there, recognise
from wizard.store.schema import is_current, revision_of, upgrade
from wizard.store.watch import StoreVanishedError

_NO_ANSWER = "Databasen i DATABASE_URL kan ikke brukes: {why}."
_LOOK = (
    "Se etter at tjeneren går, at maskin, port, navn, bruker og passord i adressen stemmer, "
    "og at brukeren eier databasen."
)
_NO_FILE = "Databasen {path} kan ikke brukes: {why}."
_LOOK_AT_FILE = (
    "Se etter at WIZARD_FOLDER er riktig, og at veiviseren kan lese og skrive der. En "
    "sikkerhetskopi hentes tilbake med «wizard store restore»."
)
_NEWER = (
    "Databasen er laget av en nyere utgave av veiviseren.",
    "Start den utgaven, eller hent tilbake kopien fra før den ble tatt i bruk.",
)
_NOT_CURRENT = (
    "Databasen er ikke klar for denne utgaven av veiviseren.",
    "Start veiviseren i den samme utgaven først, eller kjør «wizard store upgrade».",
)


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


def is_begun(url: str) -> bool:
    """Tell whether a wizard has used a database; a file that is not there is not made.

    Raises:
        DatabaseUnusable: it is no address of a database, or its driver is not installed.
        UNAVAILABLE: it cannot be read now.

    """
    if is_missing_file(url):
        return False
    engine = open_database(url)
    try:
        with engine.connect() as connection:
            return bool(revision_of(connection))
    finally:
        engine.dispose()


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
        raise unusable(url, error) from error
    return engine


def unusable(url: str, error: Exception) -> DatabaseUnusable:
    """Return what an operator is told of an `error` that the database at `url` gave."""
    address = address_of(url)
    if isinstance(error, CommandError):
        return DatabaseUnusable(*_NEWER)
    if isinstance(error, StoreVanishedError):
        return DatabaseUnusable(str(error))
    why = cause_of(error, str(address.password or ""))
    if address.get_backend_name() == POSTGRESQL:
        return DatabaseUnusable(_NO_ANSWER.format(why=why), _LOOK)
    return DatabaseUnusable(_NO_FILE.format(path=address.database, why=why), _LOOK_AT_FILE)
