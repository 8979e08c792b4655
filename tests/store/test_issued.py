"""Papers that were handed out: frozen, each once, and gone with the case."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from question_book import DAY, NAMSSKOGAN
from sqlalchemy import inspect, text

from wizard.domain.case import Case
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.cases import CaseStore
from wizard.store.database import Database
from wizard.store.issued import IssuedStore, Paper
from wizard.store.problems import CasefileError
from wizard.store.schema import open_as_it_is

LATER = DAY + timedelta(days=3)
CASE = Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}, adviser={"vurdering": "Vi er få."})


def paper(content: bytes = b"%PDF-1", case: Case = CASE) -> Paper:
    """Return a paper to hand out."""
    return Paper(content, "notat", "pdf", Language.NB, "merket", case, "r" * 64)


@pytest.fixture
def issued(database: Database) -> IssuedStore:
    """Return the papers in the database."""
    return IssuedStore(database)


@pytest.fixture
def case_id(store: CaseStore) -> int:
    """Return the case that hands them out."""
    return store.open(store.create(CASE, DAY), DAY).id


def test_a_paper_is_frozen_with_what_it_was_made_from(issued: IssuedStore, case_id: int) -> None:
    """The case may change; what was handed out does not."""
    issued.issue(case_id, paper(), DAY)
    (found,) = issued.of_case(case_id)
    assert (found.issued_on, found.last_on) == (DAY, DAY)
    assert (found.kind, found.form, found.language) == ("notat", "pdf", Language.NB)
    assert (found.identity, found.rulebook) == ("merket", "r" * 64)
    assert found.casefile == casefile.write(CASE)
    assert len(found.sha256) == 64
    assert issued.find(b"%PDF-1") == found
    assert issued.find(b"%PDF-2") is None


def test_the_same_file_again_is_the_same_row(issued: IssuedStore, case_id: int) -> None:
    """With a later last day; another file is another row, and the latest stands first."""
    issued.issue(case_id, paper(), DAY)
    issued.issue(case_id, paper(b"%PDF-2"), DAY)
    issued.issue(case_id, paper(), LATER)
    first, second = issued.of_case(case_id)
    assert (first.issued_on, first.last_on) == (DAY, LATER)
    assert (second.issued_on, second.last_on) == (DAY, DAY)


def test_two_cases_may_hand_out_the_same_bytes(
    issued: IssuedStore, store: CaseStore, case_id: int
) -> None:
    """Each has its own row."""
    other = store.open(store.create(CASE, DAY), DAY).id
    issued.issue(case_id, paper(), DAY)
    issued.issue(other, paper(), LATER)
    assert [each.last_on for each in issued.of_case(other)] == [LATER]
    assert [each.last_on for each in issued.of_case(case_id)] == [DAY]


def test_many_at_once_leave_one_row(issued: IssuedStore, case_id: int) -> None:
    """Impatient people press the button again."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: issued.issue(case_id, paper(), DAY), range(24)))
    assert len(issued.of_case(case_id)) == 1


RACE = """
import sys
from datetime import date
from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.store.database import open_database
from wizard.store.issued import IssuedStore, Paper
store = IssuedStore(open_database(sys.argv[1]))
sys.stdin.readline()
for number in range(20):
    case = Case("5044", date(2026, 11, 22), Language.NB)
    content = b"%d" % number
    store.issue(1, Paper(content, "notat", "pdf", Language.NB, "", case, ""), case.as_of)
"""


def test_two_processes_at_once_leave_one_row_each(
    issued: IssuedStore, case_id: int, database: Database
) -> None:
    """Several processes may serve one database."""
    command = [sys.executable, "-c", RACE, str(database.url)]
    racers = [subprocess.Popen(command, stdin=subprocess.PIPE, text=True) for _ in range(2)]
    for each in racers:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.close()
    assert [each.wait(60) for each in racers] == [0, 0]
    assert len(issued.of_case(case_id)) == 20


def test_a_deleted_case_takes_its_papers_with_it(
    issued: IssuedStore, store: CaseStore, database: Database
) -> None:
    """By hand, and when nobody has used it for 90 days."""
    for end in ("delete", "purge"):
        stored = store.open(store.create(CASE, DAY), DAY)
        issued.issue(stored.id, paper(), DAY)
        if end == "delete":
            store.delete(stored, DAY)
        else:
            for days in (80, 91, 98):
                store.purge(DAY + timedelta(days=days), regardless=True)
        with database.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM issued")).scalar() == 0


def test_a_case_deleted_while_its_paper_was_made_notes_nothing(issued: IssuedStore) -> None:
    """And nobody loses the paper for it."""
    issued.issue(4711, paper(), DAY)
    assert issued.of_case(4711) == ()


def test_a_frozen_case_is_taken_at_its_word(book: Rulebook, known: Municipalities) -> None:
    """A figure of an older edition keeps its source; in a file from outside it would not."""
    figure = FrozenFigure(Decimal(810), "ssb-07459", "2025-01-01")
    frozen = casefile.write(
        Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}, {"folketallet": figure})
    )
    opened = casefile.reopen(frozen, book, known, date(2031, 1, 1))
    assert opened.figures["folketallet"] == figure
    outside = casefile.read(frozen.encode(), book, known, DAY)
    assert outside.figures["folketallet"].source == "svarfil"
    other = json.loads(frozen)
    other["kommune"] = "9999"
    with pytest.raises(CasefileError):
        casefile.reopen(json.dumps(other), book, known, DAY)


def test_a_database_is_looked_into_only_where_there_is_one(
    tmp_path: Path, database: Database
) -> None:
    """To look makes no file, and alters no table."""
    nowhere = tmp_path / "ingen" / "saker.sqlite"
    assert open_as_it_is(f"sqlite:///{nowhere}") is None
    assert not nowhere.parent.exists()
    empty = tmp_path / "tom.sqlite"
    empty.touch()
    assert open_as_it_is(f"sqlite:///{empty}") is None
    broken = tmp_path / "feil.sqlite"
    broken.write_bytes(b"not a database" * 100)
    assert open_as_it_is(f"sqlite:///{broken}") is None
    there = open_as_it_is(str(database.url))
    assert there is not None
    assert "issued" in inspect(there).get_table_names()
    there.dispose()
