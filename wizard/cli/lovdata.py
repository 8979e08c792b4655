"""`wizard rules lovdata`: whether cited laws and regulations are as they were when read."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, language_option, load_rulebook
from wizard.cli.linked import listed_users
from wizard.domain.sources import Source
from wizard.domain.text import Counted, Language, Text
from wizard.lab.due import resting_on
from wizard.refresh.lovdata import ADDRESS, CITED, Document, NotAnswered, fetch

_NOT_THERE = Text(
    "gjelder ikke nå, sier Lovdata. Er den opphevet, eller ikke trådt i kraft?",
    "gjeld ikkje no, seier Lovdata. Er ho oppheva, eller ikkje tredd i kraft?",
)
_AHEAD = Text("trer i kraft {day}.", "trer i kraft {day}.")
_CHANGED = Text(
    "er endret fra {day}{by}, etter at den ble lest {read}.",
    "er endra frå {day}{by}, etter at ho vart lesen {read}.",
)
_BY = Text(" ved {what}", " ved {what}")
_RENAMED = Text("heter «{title}» hos Lovdata.", "heiter «{title}» hos Lovdata.")
_USED = Text("  Brukes av {users}", "  Blir brukt av {users}")
_SUM = Counted(
    Text(
        "{n} lov eller forskrift er sjekket, og {same} er som den var. Ingen regler er endret.",
        "{n} lov eller forskrift er sjekka, og {same} er som ho var. Ingen reglar er endra.",
    ),
    Text(
        "{n} lover og forskrifter er sjekket, og {same} er som de var. Ingen regler er endret.",
        "{n} lover og forskrifter er sjekka, og {same} er som dei var. Ingen reglar er endra.",
    ),
)
_NO_CITED = Text(
    "Reglene viser ikke til noen lov eller forskrift.",
    "Reglane viser ikkje til noka lov eller forskrift.",
)
_UNCHANGED = Text("Ingenting er endret.", "Ingenting er endra.")
_LETTERS = re.compile(r"[^a-zæøå0-9]+")


@click.command()
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@language_option
@click.option(
    "--streng", is_flag=True, help="Gi feilkode når noe er annerledes enn da det ble lest."
)
@click.option("--adresse", default=ADDRESS, show_default=True, help="Hvor Lovdata svarer.")
@click.option(
    "--sekunder",
    default=120.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    help="Hvor lenge ett svar kan vente på seg.",
)
def lovdata(
    folder: Path | None, lang: str | None, adresse: str, sekunder: float, *, streng: bool
) -> None:
    """Hold lovene og forskriftene opp mot Lovdatas åpne data. Endrer ingenting."""
    language, today = Language(lang or "nb"), clock.today()
    book = load_rulebook(folder, language, today)
    cited = {id_: each for id_, each in book.sources.items() if CITED.fullmatch(id_)}
    if not cited:
        click.echo(_NO_CITED.to(language))
        return
    try:
        documents = fetch(cited, adresse, sekunder)
    except NotAnswered as wrong:
        fail(f"{wrong.message.to(language)} {_UNCHANGED.to(language)}")
    other = 0
    for id_, source in cited.items():
        told = [each.to(language) for each in _differences(source, documents.get(id_), today)]
        other += bool(told)
        for each in told:
            click.echo(f"{source.place}: {id_}: {each}")
        if told and (users := resting_on(id_, book)):
            click.echo(_USED.to(language, users=listed_users(users, language)))
    click.echo(_SUM.of(len(cited), same=len(cited) - other).to(language))
    if streng and other:
        raise SystemExit(1)


def _differences(source: Source, document: Document | None, today: date) -> Iterator[Text]:
    """Yield what is otherwise than when the source was read."""
    if document is None:
        yield _NOT_THERE
        return
    if document.in_force and document.in_force > today:
        yield _AHEAD.format(day=document.in_force)
    if document.changed and document.changed > source.read:
        by = _BY.format(what=document.changed_by) if document.changed_by else ""
        yield _CHANGED.format(day=document.changed, by=by, read=source.read)
    if not _same_name(document.title, source):
        yield _RENAMED.format(title=document.title)


def _same_name(title: str, source: Source) -> bool:
    """Tell whether one of our titles is theirs, or a part of it, whatever the signs between."""
    theirs = _plain(title)
    ours = (_plain(source.title.nb), _plain(source.title.nn))
    return any(each in theirs or theirs in each for each in ours)


def _plain(title: str) -> str:
    return _LETTERS.sub(" ", title.casefold()).strip()
