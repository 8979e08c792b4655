"""Why a database cannot be used, in Norwegian, with what its driver said in parentheses.

The driver's own words are English, and what an operator searches for; the cause in front of them
is for whoever only wants to know where to look.
"""

import re

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFreeError

# What the drivers of PostgreSQL and SQLite say, and what it comes of.
_CAUSES = (
    (r"connection refused|no such file or directory", "ingen svarer på adressen"),
    (r"resolve|translate host name|name or service not known", "maskinen finnes ikke"),
    (r"time ?out|timed out", "tjeneren svarer ikke i tide"),
    (r"server closed|terminat|connection is (?:closed|lost)", "forbindelsen ble brutt"),
    (r"too many|connection slots", "tjeneren har for mange tilkoblinger"),
    (r"password authentication failed|no password supplied", "passordet er feil"),
    (r"database .* does not exist", "databasen finnes ikke på tjeneren"),
    (r"role .* does not exist", "brukeren finnes ikke på tjeneren"),
    (r"no pg_hba\.conf entry", "tjeneren slipper oss ikke inn"),
    (r"permission denied|must be owner", "brukeren har ikke lov til det veiviseren trenger"),
    (r"invalid", "adressen sier noe som driveren ikke kjenner"),
    (r"not a database|malformed", "filen er ikke en hel database"),
    (r"unable to open|readonly|read-only", "filen kan ikke åpnes og skrives"),
    (r"locked", "noen andre holder den"),
    (r"disk is full|no space left", "disken er full"),
)
_UNKNOWN = "noe er galt med den"
_NONE_FREE = "alle tilkoblingene er i bruk"
# What the driver says of its own doings before the cause, and what it asks after it.
_AROUND_WHY = re.compile(r".*\b(?:failed|is bad): |\b(?:FATAL|ERROR): +| Is the server running.*")


def cause_of(error: Exception, password: str = "") -> str:
    """Return why a database cannot be used, as the end of a sentence, without the `password`."""
    if isinstance(error, NoneFreeError):
        return _NONE_FREE
    said = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
    said = _AROUND_WHY.sub("", said.replace(password, "***") if password else said)
    found = (cause for sign, cause in _CAUSES if re.search(sign, said, re.IGNORECASE))
    return f"{next(found, _UNKNOWN)} ({said})"
