"""`wizard data`: the figures of the municipalities, and where fresh ones come from."""

from pathlib import Path

import click

from wizard import clock, paths
from wizard.cli.context import fail, load_all_municipalities, load_rulebook
from wizard.refresh import edition, refreshing
from wizard.refresh.asking import ADDRESS, Ssb
from wizard.refresh.edition import FACTS
from wizard.refresh.effect import effect
from wizard.refresh.problems import RefreshError
from wizard.refresh.refreshing import Places, Ready
from wizard.refresh.telling import edition_lines, effect_lines, words_to_read
from wizard.troubles import why

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def data() -> None:
    """Stell med tallene om kommunene."""


@data.command()
@click.option("--skriv", is_flag=True, help="Skriv tallene. Ellers vises de bare.")
@click.option(
    "--godta",
    multiple=True,
    metavar="KOMMUNENUMMER",
    help="Godta tall for denne kommunen selv om de endrer seg mye. Kan gis flere ganger.",
)
@click.option(
    "--svar",
    default=Path("svar-fra-ssb"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Mappen der svarene ligger til tallene er skrevet.",
)
@click.option("--adresse", default=ADDRESS, show_default=True, help="Hvor SSB svarer.")
@click.option(
    "--sekunder",
    default=60.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    help="Hvor lenge ett svar kan vente på seg.",
)
@click.option("--data", "figures", default=paths.DATA, type=_FOLDER, help="Mappen med tallene.")
@click.option("--rules", "rules", default=paths.RULES, type=_FOLDER, help="Mappen med reglene.")
def refresh(  # noqa: PLR0913 - one for each option
    *,
    skriv: bool,
    godta: tuple[str, ...],
    svar: Path,
    adresse: str,
    sekunder: float,
    figures: Path,
    rules: Path,
) -> None:
    """Hent ferske tall om kommunene fra SSB, og vis hva som blir annerledes.

    Ingenting blir skrevet uten «--skriv», eller når ett av svarene ikke er som det skal.
    """
    places = Places(figures, rules)
    accepted = frozenset(godta)
    try:
        refreshing.check_accepted(accepted, places)
        ssb = Ssb(svar, adresse, sekunder)
        new = refreshing.fetch(ssb, places, clock.today())
        ready = refreshing.make_ready(new, places, accepted, clock.today())
    except RefreshError as wrong:
        fail(f"{str(wrong)[:1].upper()}{str(wrong)[1:]} Ingenting er endret.")
    if new.nothing:
        ssb.done()
        click.echo("SSB har ingen nyere tall. Ingenting er endret.")
        return
    _show(ready, places)
    if not skriv:
        click.echo("\nIngenting er skrevet. Skriv det samme med --skriv for å ta tallene i bruk.")
        return
    try:
        written = refreshing.put_in_place(ready, places)
    except OSError as error:
        fail(f"Kan ikke skrive {error.filename}: {why(error).nb}. Ingenting er endret.")
    ssb.done()
    click.echo("")
    for file in written:
        click.echo(f"Skrev {file}")


def _show(ready: Ready, places: Places) -> None:
    kommuner = edition.read(places.data).kommuner
    for line in edition_lines(ready.edition, kommuner):
        click.echo(line)
    before = load_rulebook(places.rules), load_all_municipalities(places.data)
    found = effect(before, (ready.rulebook, ready.municipalities), clock.today())
    click.echo("")
    for line in effect_lines(found):
        click.echo(line)
    if words := list(words_to_read(ready.edition, ready.files[FACTS])):
        click.echo(f"\nLes over forbehold og tvil i {places.of(FACTS)}: {', '.join(words)}.")
