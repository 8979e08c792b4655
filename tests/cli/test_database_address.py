"""A database that cannot be used is told in a sentence, with what to do: never a traceback."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from postgres import Postgres
from sqlalchemy import text

from wizard.cli import main
from wizard.serving import serve
from wizard.store.backup import back_up
from wizard.store.ready import ready_database

SECRET = "hemmelig"  # noqa: S105 - that is what it is for


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder for the service."""
    monkeypatch.setenv("WIZARD_FOLDER", str(tmp_path))
    return tmp_path


def upgrade(url: str) -> Result:
    """Run `wizard store upgrade` with that database."""
    return CliRunner(env={"DATABASE_URL": url}).invoke(main, ["store", "upgrade"])


def told(url: str) -> str:
    """Return what an operator is told of a database that cannot be used."""
    result = upgrade(url)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.output.startswith(("Databasen ", "DATABASE_URL "))
    assert result.output.count("\n") == 2
    assert SECRET not in result.output
    return result.output


@pytest.mark.parametrize(
    "url",
    [
        "bare tekst",
        "postgresql://",
        "postgresql://veiviser:hemmelig@db.no",
        "postgresql://veiviser:hemmelig@db.no:port/saker",
        "postgresql://veiviser:p@hemmelig@db.no/saker",
        "postgresql://veiviser:p@hemmelig/mer@db.no/saker",
    ],
)
def test_an_address_that_is_none_is_told_with_how_to_write_one(url: str) -> None:
    said = told(url)
    assert "ikke adressen til en database" in said
    assert "postgresql://BRUKER:PASSORD@MASKIN/NAVN" in said


@pytest.mark.parametrize(
    "url", ["mysql://veiviser:hemmelig@db.no/saker", "postgresql+asyncpg://x:hemmelig@db.no/saker"]
)
def test_a_database_that_we_do_not_use_is_told(url: str) -> None:
    assert f"«{url.partition(':')[0]}». Veiviseren bruker SQLite eller PostgreSQL" in told(url)


def test_a_missing_driver_is_told_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'virkemiddelveiviser[postgresql]'" in told("postgresql://x@db.no/saker")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (
            "postgresql://x:hemmelig@127.0.0.1:1/saker",
            "ingen svarer på adressen (Connection refused)",
        ),
        (
            "postgresql:///saker?host=/finnes/ikke",
            "ingen svarer på adressen (No such file or directory)",
        ),
        (
            "postgresql://x:hemmelig@127.0.0.1/saker?sslmode=tull",
            "adressen sier noe som driveren ikke kjenner (invalid sslmode value",
        ),
        (
            "postgresql://x:hemmelig@127.0.0.1/saker?farge=blå",
            "adressen sier noe som driveren ikke kjenner (invalid connection",
        ),
    ],
)
def test_a_server_that_cannot_be_reached_is_told_with_the_cause(url: str, why: str) -> None:
    said = told(url)
    assert f"Databasen i DATABASE_URL kan ikke brukes: {why}" in said
    assert "Se etter at tjeneren går" in said


@pytest.mark.parametrize("command", ["backup", "restore", "purge"])
def test_every_command_says_it_alike(command: str, tmp_path: Path) -> None:
    url, file = "postgresql://x:hemmelig@127.0.0.1:1/saker", tmp_path / "kopi"
    if command == "restore":
        make_copy(file)
    words = ["store", command, *([] if command == "purge" else [str(file)])]
    result = CliRunner(env={"DATABASE_URL": url}).invoke(main, words)
    assert result.exit_code == 1
    assert result.output == told(url)


def make_copy(file: Path) -> None:
    """Make a copy of a database without cases."""
    engine = ready_database(f"sqlite:///{file.with_name('annen')}", file.with_name("annen-id"))
    back_up(engine, file)
    engine.dispose()


def test_a_server_that_does_not_let_us_in_is_told_with_the_cause(postgres: Postgres) -> None:
    """No such database, no such user, and one who may make no tables there."""
    gone = 'databasen finnes ikke på tjeneren (database "ingen" does not exist).'
    assert gone in told(postgres.url("ingen"))
    name = postgres.new()
    guest = postgres.url(name).replace("veiviser@", "gjest@")
    assert 'brukeren finnes ikke på tjeneren (role "gjest" does not exist).' in told(guest)
    postgres.do("CREATE ROLE gjest LOGIN")
    postgres.do(f"REVOKE CREATE ON DATABASE {name} FROM PUBLIC")
    assert "brukeren har ikke lov til det veiviseren trenger (permission" in told(guest)
    postgres.drop(name)


def test_a_database_that_cannot_have_every_letter_is_told(postgres: Postgres) -> None:
    name = postgres.new("ENCODING 'SQL_ASCII' TEMPLATE template0")
    said = told(postgres.url(name))
    assert "tegnsettet UTF8, men har SQL_ASCII" in said
    assert "createdb --encoding UTF8" in said
    postgres.drop(name)


def test_a_file_that_is_no_database_is_told(folder: Path) -> None:
    path = folder / "saker.sqlite"
    path.write_bytes(b"noe annet" * 1000)
    result = upgrade("")
    assert result.exit_code == 1
    cause = "filen er ikke en hel database (file is not a database)"
    assert result.output.startswith(f"Databasen {path} kan ikke brukes: {cause}.\nSe etter at")


def test_a_database_of_a_later_edition_is_told(database_url: str, tmp_path: Path) -> None:
    """After an upgrade that was taken back."""
    engine = ready_database(database_url, tmp_path / "lager-id")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert "laget av en nyere utgave" in told(database_url)


def test_the_web_says_the_same_and_does_not_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://x:hemmelig@127.0.0.1:1/saker")
    assert serve("127.0.0.1", 0) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 2
    assert "Connection refused" in said
    assert SECRET not in said
