"""The database: migrations and tables agree, saves are durable, older answers do no harm."""

import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from databases import as_told
from postgres import Postgres
from question_book import DAY, NAMSSKOGAN, question_book
from sqlalchemy import Connection, MetaData, insert, inspect, text
from sqlalchemy.exc import IntegrityError

from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.paths import PACKAGE
from wizard.settings import Settings, SettingsError, read_settings
from wizard.store.cases import CaseStore
from wizard.store.database import Database, open_database, writing
from wizard.store.schema import is_current, upgrade
from wizard.store.tables import ANSWERS, METADATA, PASSING


def test_the_migrations_make_the_tables_that_the_program_expects(database: Database) -> None:
    """Nobody can change a table without a migration."""
    with database.connect() as connection:
        assert _differences(connection) == []


def test_upgrading_twice_does_no_harm(new_database: Callable[[], str]) -> None:
    """The app upgrades at every start."""
    engine = open_database(new_database())
    assert not is_current(engine)
    upgrade(engine)
    upgrade(engine)
    assert is_current(engine)
    engine.dispose()


def test_every_migration_goes_down_and_up_again(new_database: Callable[[], str]) -> None:
    """Step by step to nothing, and back to the tables that the program expects."""
    engine = open_database(new_database())
    upgrade(engine)
    steps = [step.revision for step in migrations()]
    for revision in (*steps[1:], "base"):
        _go(engine, revision)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade(engine)
    with engine.connect() as connection:
        assert _differences(connection) == []
    engine.dispose()


def test_a_case_from_the_first_tables_is_there_after_the_upgrade(database: Database) -> None:
    """New columns are empty; nothing is lost on the way up, or down again."""
    store = CaseStore(database, question_book(), Versions())
    link = store.create(Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}), DAY)
    for step in list(migrations())[1:]:
        _go(database, step.revision)
    columns = [each["name"] for each in inspect(database).get_columns("cases")]
    assert "priorities" not in columns
    upgrade(database)
    case = store.open(link, DAY).case
    assert (case.answers, case.priorities) == ({"valget": "a"}, None)


def test_the_tables_of_papers_come_and_go_without_the_cases(database: Database) -> None:
    """Up, down and up again: the cases stay."""
    store = CaseStore(database, question_book(), Versions())
    link = store.create(Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}), DAY)
    for there in (False, True):
        if there:
            upgrade(database)
        else:
            _go(database, "0002")
        assert ("issued" in inspect(database).get_table_names()) is there
        assert ("rulebooks" in inspect(database).get_table_names()) is there
    assert store.open(link, DAY).case.answers == {"valget": "a"}


def test_many_that_start_at_once_upgrade_once(new_database: Callable[[], str]) -> None:
    """Each process does so at its start; none fails."""
    url = new_database()
    engines = [open_database(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as starting:
        list(starting.map(upgrade, engines))
    assert all(map(is_current, engines))
    for each in engines:
        each.dispose()


def _differences(connection: Connection) -> Any:  # noqa: ANN401 - Alembic's own
    """Return where a database is not as the program expects; what only passes is PostgreSQL's."""
    expected = MetaData(naming_convention=METADATA.naming_convention)
    passing = PASSING.sorted_tables if connection.dialect.name == "postgresql" else []
    for table in [*METADATA.sorted_tables, *passing]:
        table.to_metadata(expected)
    return compare_metadata(MigrationContext.configure(connection), expected)


def migrations() -> Iterator[Script]:
    """Yield the steps, the last first."""
    return ScriptDirectory(str(PACKAGE / "store" / "migrations")).walk_revisions()


def _go(engine: Database, revision: str) -> None:
    """Undo migrations down to one of them."""
    config = Config()
    config.set_main_option("script_location", "wizard.store:migrations")
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10000)],
)
def test_a_save_in_sqlite_survives_a_power_cut(tmp_path: Path, pragma: str, value: object) -> None:
    """WAL, a full sync at each commit, and writers that wait."""
    engine = open_database(f"sqlite:///{tmp_path / 'ny' / 'saker.sqlite'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


def test_answers_that_the_rulebook_no_longer_knows_do_no_harm(
    store: CaseStore, database: Database
) -> None:
    """They stay in the database, and are not read."""
    link = store.create(Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}), DAY)
    with database.begin() as connection:
        for fact, answer in (("borte", '"x"'), ("antall", '"mange"')):
            connection.execute(
                text("INSERT INTO answers VALUES (1, :fact, :answer, 1)"),
                {"fact": fact, "answer": answer},
            )
    assert store.open(link, DAY).case.answers == {"valget": "a"}
    with database.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM answers")).scalar() == 3


def test_errors_never_show_answers(database: Database) -> None:
    """A database error in the log has no parameters."""
    with (
        pytest.raises(Exception, match="hide_parameters") as error,
        database.begin() as connection,
    ):
        connection.execute(text("SELECT :hemmelig FROM ingen"), {"hemmelig": "ord"})
    assert "ord" not in str(error.value).replace("hide_parameters", "")


def test_errors_never_show_the_row_that_was_refused(database: Database) -> None:
    """PostgreSQL would add it to what is wrong."""
    row = {"case_id": None, "fact": "valget", "answer": "hemmelig", "revision": 1}
    with pytest.raises(IntegrityError) as error, database.begin() as connection:
        connection.execute(insert(ANSWERS), row)
    shown = "".join(traceback.format_exception(error.value))
    assert "case_id" in shown
    assert "hemmelig" not in shown


@pytest.mark.parametrize(
    ("setting", "told", "value"),
    [
        ("synchronous_commit", "off", "on"),
        ("synchronous_commit", "remote_apply", "remote_apply"),
        ("lock_timeout", "0", "10s"),
        ("idle_in_transaction_session_timeout", "0", "1min"),
    ],
)
def test_postgresql_keeps_our_promises_whatever_the_server_is_told(
    postgres: Postgres, setting: str, told: str, value: str
) -> None:
    """On the disk when a save returns; and nobody waits for ever for one that has vanished."""
    name = postgres.new()
    postgres.do(f"ALTER DATABASE {name} SET {setting} = {told}")
    engine = open_database(as_told(postgres.url(name)))
    with writing(engine).begin() as connection:
        assert connection.exec_driver_sql(f"SHOW {setting}").scalar() == value
    engine.dispose()
    postgres.drop(name)


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    """What is not told has a sensible value."""
    settings = read_settings({}, tmp_path)
    assert settings == Settings(folder=tmp_path, limits="memory://")
    assert settings.database == f"sqlite:///{tmp_path / 'saker.sqlite'}"
    told = read_settings(
        {"DATABASE_URL": "postgres://x@y/z", "WIZARD_PUBLIC_URL": "https://v.no/"}, tmp_path
    )
    assert told.database == "postgresql+psycopg://x@y/z"
    assert told.https
    assert told.public_url == "https://v.no"


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"WIZARD_ENV": "production"}, "WIZARD_SECRET_KEY mangler"),
        ({"WIZARD_ENV": "production", "WIZARD_SECRET_KEY": "kort"}, "minst 32 tegn"),
        ({"WIZARD_ENV": "prod"}, "development eller production"),
        ({"WIZARD_PUBLIC_URL": "veiviser.no"}, "https://"),
    ],
)
def test_impossible_settings_stop_the_start(
    environment: dict[str, str], said: str, tmp_path: Path
) -> None:
    """Production without a secret never runs."""
    with pytest.raises(SettingsError, match=said):
        read_settings(environment, tmp_path)


def test_dates_are_dates(store: CaseStore) -> None:
    """The day of the case and the day it is deleted are what they should be."""
    stored = store.open(store.create(Case(NAMSSKOGAN, DAY, Language.NB), DAY), DAY)
    assert stored.case.as_of == DAY
    assert stored.deleted_on == date(2027, 2, 20)
