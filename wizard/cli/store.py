"""`wizard store`: the care of the cases on the server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, load_all_municipalities, load_rulebook, versions
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.settings import Settings, SettingsError, read_settings
from wizard.store.address import DatabaseUnusable
from wizard.store.backup import BadCopyError, Copied, NotEmptyError, back_up, restore
from wizard.store.cases import CaseStore
from wizard.store.database import UNAVAILABLE, Database, open_database
from wizard.store.everyone import every_case
from wizard.store.identity import marker_in, must_be_there, note, read_id
from wizard.store.private_files import private_folder
from wizard.store.purge import GRACE, PurgeRefusedError
from wizard.store.ready import ready_database

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def store() -> None:
    """Stell med sakene som er lagret på tjeneren."""


@store.command()
def upgrade() -> None:
    """Bring databasen til den formen programmet venter."""
    with _troubles_told():
        _database()
    click.echo("Databasen er oppdatert.")


@store.command()
@click.option("--likevel", is_flag=True, help="Slett selv om dag eller antall ser galt ut.")
def purge(*, likevel: bool) -> None:
    """Slett saker som ingen har brukt på 90 dager, eller på 450 dager når planen følges opp.

    De blir merket 14 dager før.
    """
    book = load_rulebook(None)
    with _troubles_told():
        cases = CaseStore(_database(), book, versions(book, load_all_municipalities()))
        try:
            done = cases.purge(clock.today(), regardless=likevel)
        except PurgeRefusedError as refused:
            fail(
                f"{refused} Ingenting er slettet.",
                "Se etter at klokken går riktig. Er alt som det skal, skriv det samme med "
                "--likevel.",
            )
    click.echo(f"Slettet {done.deleted} saker for godt, fordi ingen har brukt dem.")
    click.echo(
        f"Merket {done.marked} saker: de blir slettet om {GRACE.days} dager hvis ingen åpner dem."
    )


@store.command()
@click.argument("fil", type=_FILE)
def backup(fil: Path) -> None:
    """Ta en sikkerhetskopi av alle saker til en ny fil FIL, mens veiviseren går."""
    settings = _settings()
    with _troubles_told():
        must_be_there(settings.database, marker_in(settings.folder))
        try:
            copied = back_up(open_database(settings.database), fil)
        except FileExistsError:
            fail(f"{fil} finnes fra før. Velg et annet navn.")
        except BadCopyError as error:
            fail(f"Kopien er ikke god, og er kastet: {error}")
    click.echo(f"Skrev {fil}: {_told(copied)}. Kopien er kontrollert.")


@store.command("restore")
@click.argument("fil", type=_FILE)
@click.option("--erstatt", is_flag=True, help="Legg sakene som ligger i databasen nå, til side.")
def put_back(fil: Path, *, erstatt: bool) -> None:
    """Hent tilbake alle saker fra sikkerhetskopien FIL."""
    settings = _settings()
    aside = _unused(settings.folder / f"saker-erstattet-{clock.today()}.sqlite")
    with _troubles_told():
        engine = open_database(settings.database)
        try:
            copied = restore(engine, fil, aside, replacing=erstatt)
        except BadCopyError as error:
            fail(f"{error} Ingenting er endret.")
        except NotEmptyError as error:
            fail(
                f"Databasen har {error.cases} saker. Ingenting er endret.",
                "Skal sakene i kopien komme i stedet for dem, skriv det samme med --erstatt. De "
                f"som er der nå, blir da lagt til side i {settings.folder}.",
            )
        with engine.begin() as connection:
            note(read_id(connection), marker_in(settings.folder))
    click.echo(f"Hentet tilbake {_told(copied)} fra {fil}.")
    if aside.exists():
        click.echo(f"Det som lå der før, er lagt til side i {aside}.")


def stored_cases(book: Rulebook) -> tuple[Case, ...]:
    """Return every case of this machine's service as a rulebook reads it, or end with why not."""
    with _troubles_told():
        return every_case(_database(), book)


def _unused(file: Path) -> Path:
    """Return a file beside it that is not there, with a number where one must be told apart."""
    numbered = (file.with_stem(f"{file.stem}-{number}") for number in count(2))
    return next(each for each in chain((file,), numbered) if not each.exists())


def _told(copied: Copied) -> str:
    return f"{copied.cases} saker, {copied.rows} rader i alt"


def _settings() -> Settings:
    try:
        settings = read_settings(os.environ, Path.cwd() / "instance")
    except SettingsError as error:
        fail(str(error))
    private_folder(settings.folder)
    return settings


def _database() -> Database:
    """Return the database of the service with every migration run."""
    settings = _settings()
    return ready_database(settings.database, marker_in(settings.folder))


@contextmanager
def _troubles_told() -> Iterator[None]:
    """End with a sentence where the database or a file cannot be used."""
    try:
        yield
    except DatabaseUnusable as error:
        fail(*error.problems)
    except UNAVAILABLE as error:
        fail(f"Databasen kan ikke brukes: {getattr(error, 'orig', error)}")
    except OSError as error:
        fail(f"Kan ikke bruke {error.filename}: {error.strerror}.")
