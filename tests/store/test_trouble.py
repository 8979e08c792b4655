"""A database that is locked, gone or emptied: none is made anew, and opening needs no write."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from question_book import DAY, NAMSSKOGAN, question_book
from sqlalchemy import text

from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.store.address import DatabaseUnusable
from wizard.store.cases import CaseStore, NoSuchCaseError
from wizard.store.database import UNAVAILABLE, Database, open_database, writing
from wizard.store.links import new_link
from wizard.store.ready import ready_database
from wizard.store.watch import StoreVanishedError

CASE = Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"})
TOMORROW = DAY + timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for a service of its own."""
    return tmp_path / "drift"


@pytest.fixture
def begin(folder: Path) -> Iterator[Callable[[], Database]]:
    """Give what begins a service on SQLite, as it does at each start."""
    made: list[Database] = []

    def start() -> Database:
        made.append(ready_database(f"sqlite:///{folder / 'saker.sqlite'}", folder / "lager-id"))
        return made[-1]

    yield start
    for each in made:
        each.dispose()


def cases_of(engine: Database) -> CaseStore:
    """Return the cases of a database."""
    return CaseStore(engine, question_book(), Versions())


def test_a_case_is_opened_while_another_process_writes(
    store: CaseStore, database: Database
) -> None:
    """That it is in use is noted by who opens it next."""
    link = store.create(CASE, DAY)
    with writing(database).begin() as busy:
        busy.execute(text("UPDATE cases SET revision = revision"))
        assert store.open(link, TOMORROW).used_on == DAY
    assert store.open(link, TOMORROW).used_on == TOMORROW
    assert store.look(link).used_on == TOMORROW


def test_a_case_is_opened_where_nothing_can_be_written(
    begin: Callable[[], Database], folder: Path
) -> None:
    """A disk that is mounted to be read only, or a file that is not ours."""
    engine = begin()
    link = cases_of(engine).create(CASE, DAY)
    engine.dispose()
    only = open_database(f"sqlite:///file:{folder / 'saker.sqlite'}?mode=ro&uri=true")
    store = cases_of(only)
    stored = store.open(link, TOMORROW)
    assert (stored.case.answers, stored.used_on) == (CASE.answers, DAY)
    with pytest.raises(UNAVAILABLE):
        store.save_answers(stored, {"valget": "b"}, 1, TOMORROW)
    store.tidy(TOMORROW)
    only.dispose()


@pytest.mark.parametrize("end", ["removed", "emptied", "cut"])
def test_a_database_that_is_gone_is_not_made_anew_at_the_next_start(
    begin: Callable[[], Database], folder: Path, end: str
) -> None:
    """It is told, with what to do; removing the file that knows it begins anew."""
    engine, file = begin(), folder / "saker.sqlite"
    cases_of(engine).create(CASE, DAY)
    engine.dispose()
    begin().dispose()
    if end == "removed":
        file.unlink()
    elif end == "emptied":
        file.write_bytes(b"")
    else:
        with sqlite3.connect(file) as other:
            other.execute("DROP TABLE upkeep")
            other.execute("DELETE FROM cases")
            other.execute("UPDATE alembic_version SET version_num = '0004'")
            other.execute("ALTER TABLE cases DROP COLUMN marked_on")
            other.execute("ALTER TABLE rulebooks DROP COLUMN number")
        other.close()
    with pytest.raises(DatabaseUnusable, match="lager-id") as told:
        begin()
    assert "wizard store restore" in str(told.value)
    assert file.exists() is (end != "removed")
    (folder / "lager-id").unlink()
    begin()


def test_another_database_is_told_too(begin: Callable[[], Database], folder: Path) -> None:
    """An address that was changed by mistake."""
    begin()
    ready_database(f"sqlite:///{folder / 'annen.sqlite'}", folder / "annen-id").dispose()
    with pytest.raises(DatabaseUnusable, match="en annen enn den"):
        ready_database(f"sqlite:///{folder / 'annen.sqlite'}", folder / "lager-id").dispose()


def replace(file: Path) -> None:
    """Put another database in its place, as who copies a file back does."""
    file.with_name("annen").write_bytes(file.read_bytes())
    file.with_name("annen").rename(file)


@pytest.mark.parametrize(
    "happens",
    [Path.unlink, replace, lambda file: os.truncate(file, 0)],
    ids=["gone", "another", "cut"],
)
def test_a_database_that_vanishes_under_a_running_server_is_noticed(
    begin: Callable[[], Database], folder: Path, happens: Callable[[Path], None]
) -> None:
    """Neither read nor written any more, and no new file is made in its place."""
    store, file = cases_of(begin()), folder / "saker.sqlite"
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    happens(file)
    there = file.exists()
    for use in (
        lambda: store.open(link, DAY),
        lambda: store.create(CASE, DAY),
        lambda: store.save_answers(stored, {"valget": "b"}, 1, DAY),
    ):
        with pytest.raises(StoreVanishedError, match="wizard store restore"):
            use()
    store.tidy(DAY)
    assert file.exists() is there


def test_a_database_that_is_emptied_under_a_running_server_is_noticed(
    store: CaseStore, database: Database
) -> None:
    """A link that nobody knows is another thing than a database that knows nothing."""
    with pytest.raises(NoSuchCaseError):
        store.open(new_link(), DAY)
    with writing(database).begin() as connection:
        for table in ("cases", "upkeep"):
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608
    with pytest.raises(StoreVanishedError, match="tømt"):
        store.open(new_link(), DAY)
