"""Copies of the cases: taken while others save, checked, and put back after the original is lost.

Each is tried on both databases, and from the one into the other.
"""

import shutil
import sqlite3
import stat
import threading
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from databases import as_told
from postgres import Postgres
from question_book import DAY, NAMSSKOGAN
from sqlalchemy import select

from wizard.domain.case import DONT_KNOW, Case, Versions
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store.backup import BadCopyError, NotEmptyError, back_up, check, restore
from wizard.store.cases import CaseGoneError, CaseStore, NoSuchCaseError
from wizard.store.database import Database, open_database, writing
from wizard.store.issued import IssuedStore, Paper
from wizard.store.parts import PartKind, PartStore
from wizard.store.schema import upgrade
from wizard.store.tables import METADATA

CASE = Case(
    NAMSSKOGAN,
    DAY,
    Language.NN,
    {"valget": "a", "antall": Decimal(5), "andelen": DONT_KNOW},
    {"folketallet": FrozenFigure(Decimal("803.5"), "ssb", "2026-01-01")},
    {"vurdering": "Vi vil.\n«Æøå» ŋ"},
    priorities=("hus",),
)


@pytest.fixture
def empty(new_database: Callable[[], str]) -> Iterator[Database]:
    """Give another database of the same kind, without tables."""
    engine = open_database(new_database())
    yield engine
    engine.dispose()


@pytest.fixture
def full(store: CaseStore, database: Database) -> list[str]:
    """Return the links of cases with something in every table."""
    links = [store.create(CASE, DAY) for _ in range(30)]
    stored = store.open(links[0], DAY)
    store.save_answers(stored, {"valget": "b", "antall": None}, 1, DAY)
    store.invite_adviser(stored, invited=True)
    PartStore(database).save(stored, PartKind.FOLLOW_UP, {"å": [1, None, "2.50"]}, 0)
    paper = Paper(b"%PDF", "notat", "pdf", Language.NB, "navn", stored.case, "0" * 64)
    IssuedStore(database).issue(stored.id, paper, DAY)
    store.delete(store.open(store.create(CASE, DAY), DAY), DAY)
    return links


def rows(engine: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return everything in every table, in an order of its own."""
    with engine.begin() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }


def test_what_is_put_back_is_what_was_there(
    database: Database, full: list[str], empty: Database, book: Rulebook, tmp_path: Path
) -> None:
    """Row by row; every link opens, and new cases get numbers of their own."""
    copy = tmp_path / "kopi.sqlite"
    made = back_up(database, copy)
    put = restore(empty, copy, tmp_path / "for.sqlite")
    assert made == put
    assert made.cases == 30
    assert rows(empty) == rows(database)
    store = CaseStore(empty, book, Versions())
    assert [store.open(link, DAY).case.adviser for link in full] == [CASE.adviser] * 30
    assert store.open(store.create(CASE, DAY), DAY).id not in {store.look(link).id for link in full}
    assert not (tmp_path / "for.sqlite").exists()


def test_a_copy_goes_into_the_other_kind_of_database(
    database: Database,
    database_kind: str,
    full: list[str],
    postgres: Postgres,
    tmp_path: Path,
) -> None:
    """From SQLite to PostgreSQL when a service grows, and back."""
    assert len(full) == 30
    name, copy = postgres.new(), tmp_path / "kopi.sqlite"
    addresses = {
        "sqlite": as_told(postgres.url(name)),
        "postgresql": f"sqlite:///{tmp_path / 'annen.sqlite'}",
    }
    other = open_database(addresses[database_kind])
    back_up(database, copy)
    restore(other, copy, tmp_path / "for.sqlite")
    assert rows(other) == rows(database)
    other.dispose()
    postgres.drop(name)


def test_a_copied_file_loses_what_a_copy_of_ours_has(
    store: CaseStore, database: Database, database_kind: str, tmp_path: Path
) -> None:
    """The newest lies in the write-ahead file: thirty of thirty were lost."""
    if database_kind != "sqlite":
        return
    for _ in range(30):
        store.create(CASE, DAY)
    by_hand, ours = tmp_path / "for-hand.sqlite", tmp_path / "kopi.sqlite"
    shutil.copy(tmp_path / "saker.sqlite", by_hand)
    back_up(database, ours)
    assert (check(by_hand).cases, check(ours).cases) == (0, 30)


def answer_of(store: CaseStore, link: str) -> Decimal:
    """Return the number that a case has."""
    answer = store.look(link).case.answers["antall"]
    assert isinstance(answer, Decimal)
    return answer


def test_taken_and_put_back_under_load(
    database: Database, empty: Database, book: Rulebook, tmp_path: Path
) -> None:
    """The original is lost while people save: what was told as saved before is in the copy."""
    store, over = CaseStore(database, book, Versions()), threading.Event()
    told: list[tuple[str, int]] = []

    def save(number: int) -> None:
        link = store.create(CASE, DAY)
        while not over.is_set():
            number += 1
            stored = store.open(link, DAY)
            store.save_answers(stored, {"antall": Decimal(number)}, stored.revision, DAY)
            told.append((link, number))

    savers = [threading.Thread(target=save, args=(n,)) for n in range(3)]
    for each in savers:
        each.start()
    before: list[dict[str, int]] = []
    for number in range(5):
        while len(told) < 10 * (number + 1):
            time.sleep(0.01)
        before.append(dict(told))
        back_up(database, tmp_path / f"{number}.sqlite")
    over.set()
    for each in savers:
        each.join()
    found = CaseStore(empty, book, Versions())
    for number, known in enumerate(before):
        aside = tmp_path / f"for{number}.sqlite"
        restore(empty, tmp_path / f"{number}.sqlite", aside, replacing=True)
        assert [link for link, last in known.items() if answer_of(found, link) < last] == []


def test_nobody_else_may_read_it(database: Database, full: list[str], tmp_path: Path) -> None:
    """Neither a copy, nor the database, nor its write-ahead file."""
    assert full
    back_up(database, tmp_path / "kopi.sqlite")
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in files}
    assert "kopi.sqlite" in modes
    assert set(modes.values()) == {0o600}


def test_nothing_is_written_over(database: Database, full: list[str], tmp_path: Path) -> None:
    """A copy of a day before stays, and nothing unfinished is left beside it."""
    assert full
    copy = tmp_path / "kopi.sqlite"
    copy.write_text("en eldre kopi")
    with pytest.raises(FileExistsError):
        back_up(database, copy)
    assert copy.read_text() == "en eldre kopi"
    assert not list(tmp_path.glob(".kopi*"))


def test_cases_that_are_there_are_replaced_only_when_told_and_kept_aside(
    database: Database, full: list[str], store: CaseStore, tmp_path: Path
) -> None:
    copy, aside = tmp_path / "kopi.sqlite", tmp_path / "for.sqlite"
    back_up(database, copy)
    new = store.create(CASE, DAY)
    there = rows(database)
    with pytest.raises(NotEmptyError) as refused:
        restore(database, copy, aside)
    assert refused.value.cases == 31
    assert rows(database) == there
    restore(database, copy, aside, replacing=True)
    with pytest.raises(NoSuchCaseError):
        store.look(new)
    assert len([store.look(link) for link in full]) == 30
    assert check(aside).cases == 31


def test_what_was_deleted_since_stays_deleted(
    database: Database, full: list[str], store: CaseStore, tmp_path: Path
) -> None:
    """Who asked for a case to be deleted does not get it back because we had a bad day."""
    copy = tmp_path / "kopi.sqlite"
    back_up(database, copy)
    store.delete(store.open(full[3], DAY), DAY)
    restored = restore(database, copy, tmp_path / "for.sqlite", replacing=True)
    assert restored.cases == 29
    with pytest.raises(CaseGoneError):
        store.look(full[3])


def spoil(path: Path) -> None:
    """Write over a page in the midst of a file."""
    with path.open("r+b") as file:
        file.seek(4096 * 4)
        file.write(b"\xff" * 4096)


def make_newer(path: Path) -> None:
    """Let a file say that a later program made it."""
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), "skadet|ikke en"),
        (spoil, "skadet|ikke en"),
        (lambda path: path.write_text("noe annet"), "ikke en"),
        (lambda path: path.write_text(""), "ikke en"),
        (make_newer, "nyere utgave"),
    ],
)
def test_a_bad_copy_changes_nothing(
    database: Database,
    full: list[str],
    tmp_path: Path,
    damage: Callable[[Path], object],
    said: str,
) -> None:
    assert full
    copy, there = tmp_path / "kopi.sqlite", rows(database)
    back_up(database, copy)
    damage(copy)
    with pytest.raises(BadCopyError, match=said):
        restore(database, copy, tmp_path / "for.sqlite", replacing=True)
    assert rows(database) == there


def test_a_copy_that_is_not_there_changes_nothing(
    database: Database, full: list[str], tmp_path: Path
) -> None:
    """It is no bad copy: nobody has looked at it."""
    assert full
    there = rows(database)
    with pytest.raises(FileNotFoundError):
        restore(database, tmp_path / "kopi.sqlite", tmp_path / "for.sqlite", replacing=True)
    assert rows(database) == there


def test_a_copy_of_an_older_database_is_brought_up_to_date(
    new_database: Callable[[], str], empty: Database, tmp_path: Path
) -> None:
    """One taken before an upgrade is put back after it; the file itself stays as it was."""
    old, copy = open_database(new_database()), tmp_path / "kopi.sqlite"
    upgrade(old, "0003")
    assert back_up(old, copy).revision == "0003"
    with sqlite3.connect(copy) as database:
        database.execute(
            "INSERT INTO cases (link_hash, reading_hash, revision, municipality, as_of, language,"
            " figures, versions, created_on, used_on) VALUES (x'00', x'01', 1, '5044',"
            " '2026-11-22', 'nb', '{}', '{}', '2026-11-22', '2026-11-22')"
        )
    database.close()
    assert restore(empty, copy, tmp_path / "for.sqlite").cases == 1
    assert check(copy).revision == "0003"
    old.dispose()


def test_a_copy_that_cannot_be_put_back_halfway_changes_nothing(
    database: Database, full: list[str], tmp_path: Path
) -> None:
    """All or nothing: where a row cannot be written, what was there is there."""
    copy = tmp_path / "kopi.sqlite"
    back_up(database, copy)
    with sqlite3.connect(copy) as other:
        other.execute("UPDATE cases SET as_of = 'ingen dag' WHERE id = 20")
    other.close()
    there = rows(database)
    with pytest.raises(Exception, match=r"ingen dag|Invalid|isoformat"):
        restore(database, copy, tmp_path / "for.sqlite", replacing=True)
    assert rows(database) == there
    assert len(full) == 30
    with writing(database).begin() as connection:
        connection.exec_driver_sql("SELECT 1")
