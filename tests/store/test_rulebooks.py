"""Every rulebook that the service has run with is kept, once, and can be loaded again."""

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from question_book import DAY
from rule_folder import copy_to, edit
from sqlalchemy import select, text

from wizard import rulebook
from wizard.rulebook import RulebookError, pack, unpack
from wizard.store.database import Database, writing
from wizard.store.rulebooks import RulebookStore, RulesChangedError
from wizard.store.tables import RULEBOOKS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with rules."""
    return copy_to(tmp_path)


def kept(database: Database) -> list[tuple[str, date]]:
    """Return hash and first day of what is kept."""
    with database.connect() as connection:
        rows = connection.execute(select(RULEBOOKS.c.hash, RULEBOOKS.c.first_used_on))
        return [(row[0], row[1]) for row in rows]


def test_a_kept_rulebook_is_the_one_that_was_used(database: Database, folder: Path) -> None:
    """Its hash is the same, and so is all that it says, also when the folder is gone."""
    book = rulebook.load(folder)
    store = RulebookStore(database)
    store.keep(book, folder, DAY)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    found = store.get(book.hash)
    assert found is not None
    assert found.hash == book.hash
    assert found.schemes == book.schemes
    assert store.get("0" * 64) is None


def test_each_is_kept_once_from_its_first_day(database: Database, folder: Path) -> None:
    """The app keeps its rules at every start."""
    store, book = RulebookStore(database), rulebook.load(folder)
    for day in (DAY, DAY + timedelta(days=1)):
        store.keep(book, folder, day)
    assert kept(database) == [(book.hash, DAY)]
    path = folder / "regelverk.yaml"
    path.write_text(path.read_text("utf-8") + "# mer\n", encoding="utf-8")
    store.keep(rulebook.load(folder), folder, DAY)
    assert len(kept(database)) == 2


def test_an_archive_is_the_same_each_time(folder: Path) -> None:
    """Whatever the files' dates are, and whatever lies beside them."""
    before = pack(folder)
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "regelverk.yaml").touch()
    assert pack(folder) == before
    assert unpack(before[1]).hash == before[0] == rulebook.load(folder).hash


def test_rules_changed_since_they_were_read_are_not_kept(database: Database, folder: Path) -> None:
    """What is kept under a hash has that hash."""
    book = rulebook.load(folder)
    path = folder / "regelverk.yaml"
    path.write_text(path.read_text("utf-8") + "# mer\n", encoding="utf-8")
    with pytest.raises(RulesChangedError):
        RulebookStore(database).keep(book, folder, DAY)
    assert kept(database) == []


def test_rules_that_this_program_cannot_read_are_told(database: Database, folder: Path) -> None:
    """Nothing is guessed of rules from another time."""
    store, book = RulebookStore(database), rulebook.load(folder)
    store.keep(book, folder, DAY)
    edit(folder, "regelverk.yaml", "\n", "\nukjent_felt: 1\n")
    with writing(database).begin() as connection:
        connection.execute(text("UPDATE rulebooks SET content = :new"), {"new": pack(folder)[1]})
    with pytest.raises(RulebookError):
        store.get(book.hash)


RACE = """
import sys
from datetime import date
from pathlib import Path
from wizard import rulebook
from wizard.store.database import open_database
from wizard.store.rulebooks import RulebookStore
folder = Path(sys.argv[2])
book = rulebook.load(folder)
store = RulebookStore(open_database(sys.argv[1]))
sys.stdin.readline()
store.keep(book, folder, date(2026, 11, 22))
"""


def test_two_processes_that_start_at_once_keep_one(database: Database, folder: Path) -> None:
    """Neither fails."""
    command = [sys.executable, "-c", RACE, str(database.url), str(folder)]
    racers = [subprocess.Popen(command, stdin=subprocess.PIPE, text=True) for _ in range(2)]
    for each in racers:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.close()
    assert [each.wait(60) for each in racers] == [0, 0]
    assert len(kept(database)) == 1


def test_those_of_one_day_are_listed_as_they_came_in_use(database: Database, folder: Path) -> None:
    """Whatever they are called: an edit may be published at noon and mended at two."""
    store, path = RulebookStore(database), folder / "regelverk.yaml"
    text = path.read_text("utf-8")
    for version in ("2", "10", "1"):
        path.write_text(re.sub(r'versjon: ".*"', f'versjon: "{version}"', text), "utf-8")
        store.keep(rulebook.load(folder), folder, DAY)
    assert [each.version for each in store.all()] == ["2", "10", "1"]


def test_what_is_kept_is_listed_in_the_order_of_use_with_its_files(
    database: Database, folder: Path
) -> None:
    """So that one can say what was changed from one to the next."""
    store, first = RulebookStore(database), rulebook.load(folder)
    before = {path.name: path.read_bytes() for path in folder.rglob("*.yaml")}
    store.keep(first, folder, DAY)
    kilder = folder / "kilder.yaml"
    kilder.write_text(f"# endret\n{kilder.read_text('utf-8')}", "utf-8")
    second = rulebook.load(folder)
    store.keep(second, folder, DAY + timedelta(days=1))
    assert [(each.hash, each.first_used_on) for each in store.all()] == [
        (first.hash, DAY),
        (second.hash, DAY + timedelta(days=1)),
    ]
    files = store.files(first.hash)
    assert files is not None
    assert files["kilder.yaml"] == before["kilder.yaml"]
    assert store.files("0" * 64) is None
