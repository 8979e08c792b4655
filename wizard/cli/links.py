"""`wizard rules links`: whether the pages of the sources are where they were."""

from collections.abc import Mapping
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, language_option, load_rulebook
from wizard.domain.sources import Source
from wizard.domain.text import Language, Text
from wizard.refresh.links import Answer, Asking, Found

_SAID = {
    Found.MOVED: Text(
        "siden har flyttet til {more}. Les den, og skriv den nye adressen.",
        "sida har flytta til {more}. Les ho, og skriv den nye adressa.",
    ),
    Found.GONE: Text(
        "siden finnes ikke lenger ({more}). Finn ut hvor den er blitt av.",
        "sida finst ikkje lenger ({more}). Finn ut kvar ho er blitt av.",
    ),
    Found.UNSURE: Text(
        "siden svarte med {more}. Åpne den selv, for noen sider slipper ikke inn programmer.",
        "sida svarte med {more}. Opne ho sjølv, for nokre sider slepper ikkje inn program.",
    ),
    Found.SILENT: Text(
        "fikk ikke svar: {more}. Prøv igjen senere.", "fekk ikkje svar: {more}. Prøv igjen seinare."
    ),
    Found.NOT_ASKED: Text(
        "{more} er ikke en https-adresse som alle når. Den er ikke spurt.",
        "{more} er ikkje ei https-adresse som alle når. Ho er ikkje spurd.",
    ),
}
_CERTAIN = frozenset({Found.MOVED, Found.GONE, Found.NOT_ASKED})
_SUM = Text(
    "{there} av {all} lenker er der de var. Ingen regler er endret.",
    "{there} av {all} lenkjer er der dei var. Ingen reglar er endra.",
)
_NOBODY = Text(
    "Ingen av {all} lenker ga svar. Er maskinen på nett?",
    "Ingen av {all} lenkjer gav svar. Er maskina på nett?",
)


@click.command()
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@language_option
@click.option("--streng", is_flag=True, help="Gi feilkode når en side har flyttet eller er borte.")
@click.option(
    "--sekunder",
    default=20.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    help="Hvor lenge én side kan vente på seg.",
)
def links(folder: Path | None, lang: str | None, sekunder: float, *, streng: bool) -> None:
    """Spør om sidene til kildene er der de var. Endrer ingenting."""
    language = Language(lang or "nb")
    sources = load_rulebook(folder, language, clock.today()).sources
    answers = Asking(sekunder).all(each.link for each in sources.values())
    if all(each.found is Found.SILENT for each in answers.values()):
        fail(_NOBODY.to(language, all=len(answers)))
    _tell(sources, answers, language)
    if streng and any(each.found in _CERTAIN for each in answers.values()):
        raise SystemExit(1)


def _tell(sources: Mapping[str, Source], answers: Mapping[str, Answer], language: Language) -> None:
    for id_, source in sources.items():
        answer = answers[source.link]
        if answer.found is not Found.THERE:
            said = _SAID[answer.found].to(language, more=answer.more)
            click.echo(f"{source.place}: {id_}: {said}")
    there = sum(each.found is Found.THERE for each in answers.values())
    click.echo(_SUM.to(language, there=there, all=len(answers)))
