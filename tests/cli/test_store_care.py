"""`wizard store`: copies, putting back and tidying, as an operator does it."""

import re
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from question_book import NAMSSKOGAN, question_book

from wizard import clock
from wizard.cli import main
from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.store.cases import CaseStore
from wizard.store.ready import ready_database

TODAY = clock.today()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a service."""
    monkeypatch.setenv("WIZARD_FOLDER", str(tmp_path / "drift"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "drift"


def run(*words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["store", *map(str, words)])


def make_cases(folder: Path, count: int, day: date = TODAY) -> list[str]:
    """Let the service have so many cases, last used on a day."""
    folder.mkdir(exist_ok=True)
    url = f"sqlite:///{folder / 'saker.sqlite'}"
    engine = ready_database(url, folder / "lager-id")
    store = CaseStore(engine, question_book(), Versions())
    links = [store.create(Case(NAMSSKOGAN, day, Language.NB), day) for _ in range(count)]
    engine.dispose()
    return links


def opened(folder: Path, link: str) -> bool:
    """Tell whether the service has a case."""
    engine = ready_database(f"sqlite:///{folder / 'saker.sqlite'}", folder / "lager-id")
    found = CaseStore(engine, question_book(), Versions()).look(link)
    engine.dispose()
    return found.link == link


def test_a_lost_database_is_put_back_from_a_copy(folder: Path, tmp_path: Path) -> None:
    """The database and its write-ahead file are gone; every other command says so, and how."""
    (link, *_), copy = make_cases(folder, 3), tmp_path / "kopi.sqlite"
    assert run("backup", copy).output.startswith(f"Skrev {copy}: 3 saker, ")
    for file in folder.glob("saker.sqlite*"):
        file.unlink()
    for command in (("upgrade",), ("purge",), ("backup", tmp_path / "ny.sqlite")):
        refused = run(*command)
        assert refused.exit_code == 1
        assert "Databasen er borte eller tom" in refused.output
        assert "wizard store restore" in refused.output
    assert not (folder / "saker.sqlite").exists()
    assert run("restore", copy).output.startswith("Hentet tilbake 3 saker, ")
    assert opened(folder, link)


def test_nobody_but_the_service_may_look(folder: Path) -> None:
    """A folder that was open to all is closed."""
    folder.mkdir(mode=0o755)
    make_cases(folder, 1)
    assert run("upgrade").exit_code == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_copy_is_never_written_over(folder: Path, tmp_path: Path) -> None:
    make_cases(folder, 1)
    assert run("backup", tmp_path / "kopi").exit_code == 0
    refused = run("backup", tmp_path / "kopi")
    assert (refused.exit_code, "finnes fra før" in refused.output) == (1, True)
    missing = run("backup", tmp_path / "mappe" / "kopi")
    assert missing.exit_code == 1
    assert missing.output.startswith(f"Mappen {tmp_path / 'mappe'} finnes ikke. Lag den først")
    assert not (tmp_path / "mappe").exists()


def test_where_there_are_no_cases_it_is_said_and_nothing_is_made(
    folder: Path, tmp_path: Path
) -> None:
    """The wrong folder: an empty copy would look like a good one."""
    for command in (("backup", tmp_path / "kopi"), ("purge",)):
        refused = run(*command)
        assert refused.exit_code == 1
        assert f"Det er ingen saker i {folder}" in refused.output
        assert "Sett WIZARD_FOLDER" in refused.output
    assert not list(tmp_path.iterdir())


def test_a_copy_that_is_not_there_is_not_called_a_bad_one(folder: Path, tmp_path: Path) -> None:
    refused = run("restore", tmp_path / "kopi")
    assert refused.exit_code == 2
    assert f"«{tmp_path / 'kopi'}» finnes ikke." in refused.output
    assert not folder.exists()


def test_a_copy_and_its_putting_back_count_the_same(folder: Path, tmp_path: Path) -> None:
    make_cases(folder, 3)
    taken = run("backup", tmp_path / "kopi").output
    put = run("restore", tmp_path / "kopi", "--erstatt").output
    counted = [re.search(r"3 saker, \d+ rader i alt", said) for said in (taken, put)]
    assert counted[0]
    assert counted[1]
    assert counted[0][0] == counted[1][0]


def test_a_folder_that_cannot_be_used_is_told_in_norwegian(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for folder, cause in (("/proc/x", "det finnes ikke"), (__file__, "det finnes fra før")):
        monkeypatch.setenv("WIZARD_FOLDER", folder)
        assert run("upgrade").output == f"Kan ikke bruke {folder}: {cause}.\n"
        assert "No such file" not in run("backup", tmp_path / "kopi").output


def test_cases_that_are_there_are_replaced_only_when_told(folder: Path, tmp_path: Path) -> None:
    """And then what was there is laid aside, and said where."""
    make_cases(folder, 2)
    run("backup", tmp_path / "kopi")
    make_cases(folder, 1)
    refused = run("restore", tmp_path / "kopi")
    assert refused.exit_code == 1
    assert "Databasen har 3 saker. Ingenting er endret." in refused.output
    done = run("restore", tmp_path / "kopi", "--erstatt")
    assert done.exit_code == 0, done.output
    assert "lagt til side i" in done.output
    (aside,) = folder.glob("saker-erstattet-*.sqlite")
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert run("restore", aside, "--erstatt").output.startswith("Hentet tilbake 3 saker")
    assert "ikke en sikkerhetskopi" in run("restore", Path(__file__), "--erstatt").output


def test_tidying_says_what_it_did_or_why_not(folder: Path) -> None:
    """One wrong clock deletes nothing; with the word of an operator the cases are marked."""
    make_cases(folder, 20, TODAY - timedelta(days=200))
    refused = run("purge")
    assert refused.exit_code == 1
    assert "Klokken ser ut til å gå feil" in refused.output
    assert "Ingenting er slettet." in refused.output
    done = run("purge", "--likevel")
    assert done.output.startswith("Slettet 0 saker for godt")
    assert "Merket 20 saker: de blir slettet om 14 dager" in done.output
