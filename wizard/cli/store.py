"""`wizard store`: the care of the cases on the server."""

import os
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, load_all_municipalities, load_rulebook, versions
from wizard.settings import SettingsError, read_settings
from wizard.store.address import DatabaseUnusable
from wizard.store.cases import CaseStore
from wizard.store.database import Database
from wizard.store.ready import ready_database


@click.group()
def store() -> None:
    """Stell med sakene som er lagret på tjeneren."""


@store.command()
def upgrade() -> None:
    """Bring databasen til den formen programmet venter."""
    _database()
    click.echo("Databasen er oppdatert.")


@store.command()
def purge() -> None:
    """Slett saker som ingen har brukt på 90 dager."""
    engine = _database()
    book = load_rulebook(None)
    cases = CaseStore(engine, book, versions(book, load_all_municipalities()))
    count = cases.purge(clock.today())
    click.echo(f"Slettet {count} saker.")


def _database() -> Database:
    """Return the database of the service with every migration run, or end with why not."""
    try:
        return ready_database(read_settings(os.environ, Path.cwd() / "instance").database)
    except SettingsError as error:
        fail(str(error))
    except DatabaseUnusable as error:
        fail(*error.problems)
