"""`wizard store`: the care of the cases on the server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import (
    fail,
    load_all_municipalities,
    load_rulebook,
    must_have_folder,
    versions,
)
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.settings import Settings, SettingsError, read_settings
from wizard.store.address import DatabaseUnusable
from wizard.store.backup import BadCopyError, Copied, NotEmptyError, back_up, restore
from wizard.store.cases import CaseStore
from wizard.store.database import UNAVAILABLE, open_database
from wizard.store.everyone import every_case
from wizard.store.identity import marker_in, must_be_there, note, read_id
from wizard.store.private_files import private_folder
from wizard.store.purge import GRACE, PurgeRefusedError
from wizard.store.ready import is_begun, ready_database, unusable
from wizard.troubles import why


@click.group()
def store() -> None:
    """Stell med sakene som er lagret på tjeneren."""


@store.command()
def upgrade() -> None:
    """Bring databasen til den formen programmet venter."""
    with _service() as settings:
        ready_database(settings.database, marker_in(settings.folder))
    click.echo("Databasen er oppdatert.")


@store.command()
@click.option("--likevel", is_flag=True, help="Slett selv om dag eller antall ser galt ut.")
def purge(*, likevel: bool) -> None:
    """Slett saker som ingen har brukt på 90 dager, eller på 450 dager når planen følges opp.

    De blir merket 14 dager før.
    """
    book = load_rulebook(None)
    with _service(with_cases=True) as settings:
        database = ready_database(settings.database, marker_in(settings.folder))
        cases = CaseStore(database, book, versions(book, load_all_municipalities()))
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
@click.argument("fil", type=click.Path(dir_okay=False, path_type=Path))
def backup(fil: Path) -> None:
    """Ta en sikkerhetskopi av alle saker til en ny fil FIL, mens veiviseren går."""
    must_have_folder(fil, Language.NB)
    with _service(with_cases=True) as settings:
        try:
            copied = back_up(open_database(settings.database), fil)
        except FileExistsError:
            fail(f"{fil} finnes fra før. Velg et annet navn.")
        except BadCopyError as error:
            fail(f"Kopien er ikke god, og er kastet: {error}")
    click.echo(f"Skrev {fil}: {_told(copied)}. Kopien er kontrollert.")


@store.command("restore")
@click.argument("fil", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--erstatt", is_flag=True, help="Legg sakene som ligger i databasen nå, til side.")
def put_back(fil: Path, *, erstatt: bool) -> None:
    """Hent tilbake alle saker fra sikkerhetskopien FIL."""
    with _service() as settings:
        aside = _unused(settings.folder / f"saker-erstattet-{clock.today()}.sqlite")
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
    with _service(with_cases=True) as settings:
        database = ready_database(settings.database, marker_in(settings.folder))
        return every_case(database, book)


def _unused(file: Path) -> Path:
    """Return a file beside it that is not there, with a number where one must be told apart."""
    numbered = (file.with_stem(f"{file.stem}-{number}") for number in count(2))
    return next(each for each in chain((file,), numbered) if not each.exists())


def _told(copied: Copied) -> str:
    return f"{copied.cases} saker, {copied.rows} rader i alt"


@contextmanager
def _service(*, with_cases: bool = False) -> Iterator[Settings]:
    """Give the settings of the service, and end with sentences where it cannot be used.

    Where it is to be one `with_cases`, nothing is made where there are none.
    """
    try:
        settings = read_settings(os.environ, Path.cwd() / "instance")
    except SettingsError as error:
        fail(str(error))
    try:
        if with_cases:
            _must_have_cases(settings)
        private_folder(settings.folder)
        yield settings
    except DatabaseUnusable as error:
        fail(*error.problems)
    except UNAVAILABLE as error:
        fail(*unusable(settings.database, error).problems)
    except OSError as error:
        fail(f"Kan ikke bruke {error.filename}: {why(error).nb}.")


def _must_have_cases(settings: Settings) -> None:
    must_be_there(settings.database, marker_in(settings.folder))
    if is_begun(settings.database):
        return
    if settings.database_url:
        fail(
            "Det er ingen saker i databasen i DATABASE_URL: Ingen veiviser har brukt den.",
            "Se etter at DATABASE_URL er riktig.",
        )
    fail(
        f"Det er ingen saker i {settings.folder}: Ingen veiviser har brukt den mappen.",
        "Sett WIZARD_FOLDER til mappen der sakene ligger.",
    )
