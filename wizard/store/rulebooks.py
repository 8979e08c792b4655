"""Every rulebook that the service has run with, so that an old paper can be read by its own."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from wizard.domain.former import FormerIds
from wizard.domain.rulebook import Rulebook
from wizard.rulebook import pack, unpack, unpacked
from wizard.store.database import writing
from wizard.store.tables import RULEBOOKS


# Nearly all who come back have the same few rulebooks from last time.
@lru_cache(maxsize=3)
def _read(content: bytes, former: FormerIds | None) -> Rulebook:
    return unpack(content, former)


class RulesChangedError(RuntimeError):
    """The rule files are no longer those that the rulebook was read from."""


@dataclass(frozen=True, slots=True)
class KeptRulebook:
    """A rulebook that is kept: what it is, what people call it, and since when it has been used."""

    hash: str
    version: str
    first_used_on: date


class RulebookStore:
    """Keeps rulebooks for ever, each once."""

    def __init__(self, engine: Engine) -> None:
        self._reader = engine
        self._writer = writing(engine)

    def keep(self, book: Rulebook, folder: Path, today: date) -> None:
        """Keep the rulebook that was read from a folder; several processes may at once.

        Raises:
            RulesChangedError: the folder has other rules now.

        """
        if self._has(book.hash):
            return
        found, content = pack(folder)
        if found != book.hash:
            raise RulesChangedError
        row = {
            "hash": book.hash,
            "version": book.version,
            "name": {"nb": book.name.nb, "nn": book.name.nn},
            "content": content,
            "first_used_on": today,
            # Two that come at once may have the same: then neither was before the other.
            "number": select(func.coalesce(func.max(RULEBOOKS.c.number), 0) + 1).scalar_subquery(),
        }
        try:
            with self._writer.begin() as connection:
                connection.execute(insert(RULEBOOKS).values(row))
        except IntegrityError:
            if not self._has(book.hash):  # it was not that another process came first
                raise

    def get(self, hash_: str, former: FormerIds | None = None) -> Rulebook | None:
        """Return the rulebook with that hash; `None` where it has not been kept.

        With `former` it has the ids of today, where things have had others.

        Raises:
            RulebookError: this program cannot read rules of that time.

        """
        query = select(RULEBOOKS.c.content).where(RULEBOOKS.c.hash == hash_)
        with self._reader.begin() as connection:
            content = connection.execute(query).scalar()
        return None if content is None else _read(content, former or None)

    def files(self, hash_: str) -> dict[str, bytes] | None:
        """Return the files of the rulebook with that hash, by name; `None` where it is not kept."""
        content = self._content(hash_)
        return None if content is None else unpacked(content)

    def all(self) -> tuple[KeptRulebook, ...]:
        """Return what is kept, in the order that the service came to run with it."""
        table = RULEBOOKS.c
        order = (table.first_used_on, func.coalesce(table.number, 0), table.version, table.hash)
        query = select(table.hash, table.version, table.first_used_on).order_by(*order)
        with self._reader.begin() as connection:
            return tuple(KeptRulebook(*row) for row in connection.execute(query))

    def _content(self, hash_: str) -> bytes | None:
        query = select(RULEBOOKS.c.content).where(RULEBOOKS.c.hash == hash_)
        with self._reader.begin() as connection:
            return connection.execute(query).scalar()

    def _has(self, hash_: str) -> bool:
        query = select(RULEBOOKS.c.hash).where(RULEBOOKS.c.hash == hash_)
        with self._reader.begin() as connection:
            return connection.execute(query).scalar() is not None
