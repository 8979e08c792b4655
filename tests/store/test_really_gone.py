"""What somebody deletes is gone from every file of the database, at once."""

import sqlite3
from pathlib import Path

from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.store.cases import CaseStore
from wizard.store.database import Database
from wizard.store.tables import ANSWERS

SECRET = "hemmelig vurdering " * 400  # more than a page, so that it spills over


def written(folder: Path) -> bytes:
    """Return the bytes of every file in a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def a_case(store: CaseStore) -> str:
    """Return the link of a case whose text was written, and written again."""
    link = store.create(Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}), DAY)
    stored = store.open(link, DAY)
    store.save_texts(stored, {"vurdering": SECRET}, {}, DAY)
    seen = {"vurdering": SECRET.strip()}
    store.save_texts(stored, {"vurdering": "hemmelig vurdering igjen"}, seen, DAY)
    return link


def in_sqlite(database: Database, tmp_path: Path) -> bool:
    """Tell whether the database is a file here; PostgreSQL keeps its own log."""
    return database.dialect.name == "sqlite" and (tmp_path / "saker.sqlite").exists()


def test_no_file_has_it(store: CaseStore, database: Database, tmp_path: Path) -> None:
    """Neither the database nor its write-ahead file."""
    link = a_case(store)
    if not in_sqlite(database, tmp_path):
        return
    assert b"hemmelig vurdering" in written(tmp_path)
    assert (tmp_path / "saker.sqlite-wal").stat().st_size
    store.delete(store.open(link, DAY), DAY)
    assert b"hemmelig vurdering" not in written(tmp_path)


def test_no_file_has_it_once_a_slow_reader_is_done(
    store: CaseStore, database: Database, tmp_path: Path
) -> None:
    """A backup may be under way: the next who opens any case sees to it."""
    link, other = a_case(store), store.create(Case(NAMSSKOGAN, DAY, Language.NB), DAY)
    if not in_sqlite(database, tmp_path):
        return
    reader = sqlite3.connect(tmp_path / "saker.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM answers").fetchone() == (1,)
    store.delete(store.open(link, DAY), DAY)
    assert b"hemmelig vurdering" in written(tmp_path)
    reader.close()
    store.open(other, DAY)
    assert b"hemmelig vurdering" not in written(tmp_path)
    with database.connect() as connection:
        assert connection.execute(ANSWERS.select()).all() == []
