"""Whether the file of the database is still the one that was opened.

A program that has a file open goes on with it after the file is removed or another has taken its
place: it would save into a file that nobody finds again.
"""

import os
from pathlib import Path

from wizard.store.private_files import private_file

EMPTIED = (
    "Databasen er tømt mens veiviseren gikk. Ingenting lagres. Stopp veiviseren, hent en "
    "sikkerhetskopi med «wizard store restore», og start på nytt."
)
_GONE = (
    "Databasen {path} er flyttet, slettet eller tømt mens veiviseren gikk. Ingenting lagres. "
    "Stopp veiviseren, legg filen tilbake eller bruk «wizard store restore», og start på nytt."
)


class StoreVanishedError(RuntimeError):
    """The database is no longer the one that was opened. Says what to do, in Norwegian."""


class FileWatch:
    """Knows the file of one database from the first time that it is opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # A database in memory has no file, and one that is told as a URI looks after itself.
        self._is_file = path.name not in {"", ":memory:"} and not str(path).startswith("file:")
        self._known: tuple[int, int] | None = None

    def prepare(self, *_: object) -> None:
        """Make the file for our eyes alone, before it is opened; once it is known, never anew.

        Raises:
            StoreVanishedError: the right file is not there.

        """
        self.check()
        if self._is_file:
            private_file(self._path)

    def note(self, *_: object) -> None:
        """Take the file that is there now as the right one, unless one is known."""
        if self._known is None:
            self._known = self._there()

    def check(self, *_: object) -> None:
        """Look whether the right file is there.

        Raises:
            StoreVanishedError: it is not, or it is empty.

        """
        if self._known is not None and self._there() != self._known:
            raise StoreVanishedError(_GONE.format(path=self._path))

    def _there(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - cheap, before each transaction
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if found.st_size else None
