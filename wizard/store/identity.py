"""Whether the database is the one that this service has: it has a name, and the service knows it.

Without that, a database that has vanished would be made anew, empty, and nobody would notice.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, select

from wizard.store.address import SQLITE, DatabaseUnusable, address_of
from wizard.store.private_files import new_file
from wizard.store.tables import UPKEEP

_ID = "id"
_GONE = "Databasen er borte eller tom, men veiviseren har hatt saker her før."
_OTHER = "Databasen er en annen enn den veiviseren har hatt her før."
_WHAT_TO_DO = (
    "Se etter at DATABASE_URL og WIZARD_FOLDER er som før, eller legg databasen tilbake.",
    "En sikkerhetskopi hentes tilbake med «wizard store restore».",
    "Skal veiviseren begynne på nytt med denne, slett filen {marker}.",
)


class StoreLost(DatabaseUnusable):
    """The database is not the one that the service has had."""

    def __init__(self, problem: str, marker: Path) -> None:
        super().__init__(problem, *(line.format(marker=marker) for line in _WHAT_TO_DO))


def marker_in(folder: Path) -> Path:
    """Return the file in the folder of the service that has the name of its database."""
    return folder / "lager-id"


def must_be_there(url: str, marker: Path) -> None:
    """Refuse to make a new file where the service had one; before it is opened.

    Raises:
        StoreLost: SQLite's file is gone or empty, and the service had one.

    """
    if marker.exists() and is_missing_file(url):
        raise StoreLost(_GONE, marker)


def is_missing_file(url: str) -> bool:
    """Tell whether a database is a file of SQLite that is gone or empty.

    Raises:
        DatabaseUnusable: it is no address of a database.

    """
    address = address_of(url)
    if address.get_backend_name() != SQLITE or not address.database:
        return False
    file = Path(address.database)
    return not file.is_file() or not file.stat().st_size


def recognise(engine: Engine, marker: Path) -> None:
    """Compare the name of an upgraded database with the one known; note it the first time.

    Raises:
        StoreLost: it is another.

    """
    with engine.begin() as connection:
        name = read_id(connection)
    if not marker.exists():
        note(name, marker)
    elif marker.read_text("utf-8") != name:
        raise StoreLost(_OTHER, marker)


def note(name: str, marker: Path) -> None:
    """Let the service know its database by this name from now on."""
    marker.unlink(missing_ok=True)
    try:
        with new_file(marker) as file:
            file.write_text(name, "utf-8")
    except FileExistsError:  # another process came first, with the same database
        return


def read_id(connection: Connection) -> str:
    """Return the name of the database; empty where somebody has emptied it."""
    return connection.execute(select(UPKEEP.c.value).where(UPKEEP.c.name == _ID)).scalar() or ""
