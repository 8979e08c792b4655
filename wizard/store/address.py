"""Where the database is: the address that an operator wrote, or a sentence on what is wrong."""

import re

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

SQLITE, POSTGRESQL = "sqlite", "postgresql"

_DRIVERS = {SQLITE: {"pysqlite"}, POSTGRESQL: {"psycopg"}}
_HOST = re.compile(r"[\w.:%-]*")
_BAD = "DATABASE_URL er ikke adressen til en database."
_WRITE = (
    "Skriv postgresql://BRUKER:PASSORD@MASKIN/NAVN, med %40 for @ i passordet. "
    "Uten DATABASE_URL ligger sakene i en SQLite-fil i WIZARD_FOLDER."
)
_OTHER = "DATABASE_URL er en adresse for «{name}». Veiviseren bruker SQLite eller PostgreSQL."


class DatabaseUnusable(RuntimeError):
    """The database cannot be used. `problems` tell an operator why, and what to do, line by line.

    No password stands in them.
    """

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def address_of(url: str) -> URL:
    """Return the address of a database.

    Raises:
        DatabaseUnusable: it is none, or one of a kind that we do not use.

    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnusable(_BAD, _WRITE) from error
    name = address.get_backend_name()
    driver = address.drivername.partition("+")[2]
    if name not in _DRIVERS or driver not in {"", *_DRIVERS[name]}:
        raise DatabaseUnusable(_OTHER.format(name=address.drivername), _WRITE)
    # Of a password that is not escaped, a part ends up in host and name, which would be told.
    torn = not _HOST.fullmatch(address.host or "") or "@" in (address.database or "")
    if name == POSTGRESQL and (torn or not address.database):
        raise DatabaseUnusable(_BAD, _WRITE)
    return address
