"""A copy of every case in one file, taken while the service runs, and put back.

A copy is always an SQLite file, whatever the service keeps its cases in, so that it can be put
back into either. It is checked when it is made and before it is put back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    create_engine,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.pool import NullPool

from wizard.store.address import POSTGRESQL, SQLITE
from wizard.store.database import writing
from wizard.store.postgresql import READING
from wizard.store.private_files import new_file, private_file
from wizard.store.schema import known_revisions, revision_of, upgrade
from wizard.store.tables import CASES, GONE, METADATA

_AT_A_TIME = 1_000


class BadCopyError(ValueError):
    """A file is no copy that can be put back. Says why, in Norwegian."""


class NotEmptyError(RuntimeError):
    """The database has cases, so nothing was put into it. `cases` says how many."""

    def __init__(self, cases: int) -> None:
        self.cases = cases
        super().__init__(str(cases))


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: the number of cases, of all rows, and the step of the tables."""

    cases: int
    rows: int
    revision: str


def back_up(engine: Engine, path: Path) -> Copied:
    """Copy the database into a new file as it is at one moment; others go on saving.

    Raises:
        FileExistsError: there is a file of that name; it is left as it is.
        BadCopyError: the copy, or what it was taken of, is damaged.
        OSError: it cannot be written there.

    """
    with new_file(path) as file:
        if engine.dialect.name == SQLITE:
            _copy_pages(engine, file)
        else:
            _copy_snapshot(engine, file)
        return check(file)


def check(path: Path) -> Copied:
    """Look whether a file is a sound copy of the cases; it is only read.

    Raises:
        BadCopyError: it is damaged, something else, or made by a newer program.
        OSError: it is not there, or cannot be read.

    """
    path.open("rb").close()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            whole = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            whole = whole and not database.execute("PRAGMA foreign_key_check").fetchall()
            if not whole:
                raise BadCopyError(f"{path} er skadet.")
            revision = database.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            if revision not in known_revisions():
                raise BadCopyError(f"{path} er laget av en nyere utgave av programmet.")
            tables = database.execute("SELECT name FROM sqlite_master WHERE type='table'")
            there = {name for (name,) in tables}
            counts = {
                table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
                for table in METADATA.tables.keys() & there
            }
    except (sqlite3.Error, TypeError, KeyError) as error:
        raise BadCopyError(f"{path} er ikke en sikkerhetskopi av sakene.") from error
    return Copied(counts[CASES.name], sum(counts.values()), revision)


def restore(engine: Engine, path: Path, aside: Path, *, replacing: bool = False) -> Copied:
    """Put what a copy holds in place of what is in the database, all of it or nothing.

    What was there is first copied to `aside`, if there are cases. A case that has been deleted
    since the copy was taken stays deleted, where the database still knows that.

    Raises:
        BadCopyError: the file is no sound copy.
        OSError: it is not there, or cannot be read.
        NotEmptyError: the database has cases, and they are not to be replaced.
        FileExistsError: there is a file where what was there should go.

    """
    check(path)
    _set_remains_aside(engine, aside)
    upgrade(engine)
    with _as_upgraded(path) as copy, writing(engine).begin() as connection:
        if connection.dialect.name == POSTGRESQL:
            connection.execute(text("LOCK TABLE cases IN EXCLUSIVE MODE"))
        if there := _count(connection, CASES):
            if not replacing:
                raise NotEmptyError(there)
            back_up(engine, aside)
        gone = {row.link_hash: row.gone_on for row in connection.execute(select(GONE))}
        with copy.begin() as source:
            _copy_rows(source, connection, METADATA.sorted_tables)
            _compare(source, connection)
        _forget_again(connection, gone)
        _go_on_counting(connection)
        rows = sum(_count(connection, table) for table in METADATA.sorted_tables)
        return Copied(_count(connection, CASES), rows, revision_of(connection))


def _set_remains_aside(engine: Engine, aside: Path) -> None:
    """Keep the write-ahead file of a database that is gone: SQLite would delete it."""
    if engine.dialect.name != SQLITE or not engine.url.database:
        return
    file = Path(engine.url.database)
    remains = file.with_name(f"{file.name}-wal")
    if remains.exists() and not (file.exists() and file.stat().st_size):
        remains.rename(aside.with_name(f"{aside.name}-wal"))


def _copy_pages(engine: Engine, file: Path) -> None:
    """Copy an SQLite database with what lies in its write-ahead file, into one file."""
    with closing(engine.raw_connection()) as pooled, closing(sqlite3.connect(file)) as target:
        source: Any = pooled.driver_connection
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").close()


def _copy_snapshot(engine: Engine, file: Path) -> None:
    """Copy the tables as they are at one moment, in whichever form they have."""
    with engine.execution_options(isolation_level=READING).begin() as source:
        copy = _plain(file)
        upgrade(copy, revision_of(source))
        with copy.begin() as target:
            _copy_rows(source, target, METADATA.sorted_tables)
            _compare(source, target)


@contextmanager
def _as_upgraded(path: Path) -> Iterator[Engine]:
    """Give a copy of a copy, in the form that this program expects; the copy itself is kept."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "kopi.sqlite"
        private_file(file)
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(file)) as new:
            old.backup(new)
        engine = _plain(file)
        upgrade(engine)
        yield engine


def _plain(file: Path) -> Engine:
    """Return an SQLite file that only we use."""
    return create_engine(f"sqlite:///{file}", hide_parameters=True, poolclass=NullPool)


def _copy_rows(source: Connection, target: Connection, tables: list[Table]) -> None:
    there = set(inspect(source).get_table_names())
    for table in reversed(tables):
        if table.name in there:
            target.execute(delete(table))
    for table in tables:
        if table.name not in there:
            continue  # older than the table
        known = {each["name"] for each in inspect(source).get_columns(table.name)}
        columns = [each for each in table.columns if each.name in known]
        every = select(*columns).execution_options(yield_per=_AT_A_TIME)
        for rows in source.execute(every).mappings().partitions():
            target.execute(insert(table), [dict(row) for row in rows])


def _compare(source: Connection, target: Connection) -> None:
    for table in METADATA.sorted_tables:
        if inspect(source).has_table(table.name):
            assert _count(source, table) == _count(target, table), table.name  # noqa: S101


def _forget_again(connection: Connection, gone: dict[bytes, Any]) -> None:
    """Keep deleted what was deleted after the copy was taken."""
    known = set(connection.execute(select(GONE.c.link_hash)).scalars())
    new = [{"link_hash": each, "gone_on": day} for each, day in gone.items() if each not in known]
    if new:
        connection.execute(insert(GONE), new)
    connection.execute(delete(CASES).where(CASES.c.link_hash.in_(select(GONE.c.link_hash))))


def _go_on_counting(connection: Connection) -> None:
    """Let PostgreSQL give new rows numbers that none of these has."""
    if connection.dialect.name != POSTGRESQL:
        return
    for table in METADATA.sorted_tables:
        if "id" in table.columns:
            highest = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
            counter = func.pg_get_serial_sequence(table.name, "id")
            connection.execute(select(func.setval(counter, highest, False)))  # noqa: FBT003 - SQL


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar() or 0
