"""`wizard store`: the care of the cases on the server."""

import os
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, load_all_municipalities, load_rulebook, versions
from wizard.settings import Settings, SettingsError, read_settings
from wizard.store.cases import CaseStore
from wizard.store.database import open_database
from wizard.store.schema import upgrade as upgrade_schema


@click.group()
def store() -> None:
    """Stell med sakene som er lagret på tjeneren."""


@store.command()
def upgrade() -> None:
    """Bring databasen til den formen programmet venter."""
    upgrade_schema(open_database(_settings().database))
    click.echo("Databasen er oppdatert.")


@store.command()
def purge() -> None:
    """Slett saker som ingen har brukt på 90 dager, eller 450 dager når planen følges opp."""
    engine = open_database(_settings().database)
    upgrade_schema(engine)
    book = load_rulebook(None)
    cases = CaseStore(engine, book, versions(book, load_all_municipalities()))
    count = cases.purge(clock.today())
    click.echo(f"Slettet {count} saker.")


def _settings() -> Settings:
    try:
        settings = read_settings(os.environ, Path.cwd() / "instance")
    except SettingsError as error:
        fail(str(error))
    settings.folder.mkdir(parents=True, exist_ok=True)
    return settings
