"""`wizard rules rename`: give something another id or another name, wherever it is mentioned."""

from pathlib import Path
from typing import NoReturn

import click

from wizard import clock
from wizard.cli.context import fail, folder_option, language_option, load_rulebook
from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Counted, Language, Text, joined
from wizard.rulebook import RulebookError, schema
from wizard.rulebook.in_place import NotThere
from wizard.rulebook.naming import Named
from wizard.rulebook.reading import Kind
from wizard.rulebook.renaming import Done, Renaming
from wizard.rulebook.renaming import rename as write_names
from wizard.rulebook.replacing import ChangedMeanwhile
from wizard.troubles import why

_UNKNOWN = Text(
    "Ingen ordning, opplysning, sats eller kilde og ikke noe behov heter «{id}».",
    "Inga ordning, opplysning, sats eller kjelde og ikkje noko behov heiter «{id}».",
)
_SEVERAL = Text(
    "«{id}» er flere ting: {kinds}. Skriv hvilken med «--slag».",
    "«{id}» er fleire ting: {kinds}. Skriv kva for ein med «--slag».",
)
_NOTHING_NEW = Text(
    "Skriv en ny id, eller et nytt navn med «--navn» og «--nynorsk».",
    "Skriv ein ny id, eller eit nytt namn med «--navn» og «--nynorsk».",
)
_BOTH_FORMS = Text(
    "Skriv navnet på begge målformer: «--navn» og «--nynorsk».",
    "Skriv namnet på begge målformer: «--navn» og «--nynorsk».",
)
_NO_NAME = Text(
    "«{id}» har ikke noe navn som kan byttes slik.",
    "«{id}» har ikkje noko namn som kan bytast slik.",
)
_UNCHANGED = Text("Ingenting er endret.", "Ingenting er endra.")
_WOULD_BREAK = Text(
    "Slik blir reglene med det nye navnet, og da kan de ikke brukes. Velg et annet navn, eller "
    "skriv om teksten først:",
    "Slik blir reglane med det nye namnet, og då kan dei ikkje brukast. Vel eit anna namn, eller "
    "skriv om teksten først:",
)
_MEANWHILE = Text("{file} ble endret imens. Prøv igjen.", "{file} vart endra imens. Prøv igjen.")
_NOT_ONE_PIECE = Text(
    "{place}: Id-en står ikke i ett stykke her. Skriv den på én linje.",
    "{place}: Id-en står ikkje i eitt stykke her. Skriv han på éi linje.",
)
_NOT_WRITTEN = Text("Kan ikke skrive {file}: {why}.", "Kan ikkje skrive {file}: {why}.")
_HAS_ID = Text(
    "«{old}» heter nå «{new}», {n} steder. Gamle saker og lenker finner fram som før.",
    "«{old}» heiter no «{new}», {n} stader. Gamle saker og lenkjer finn fram som før.",
)
_HAS_NAME = Text("«{old}» er nå «{new}»:", "«{old}» er no «{new}»:")
_READ_TOO = Text(
    "Disse nevner kanskje navnet i en annen form. Les dem:",
    "Desse nemner kanskje namnet i ei anna form. Les dei:",
)
_WROTE = Counted(
    Text("Én fil er skrevet.", "Éi fil er skriven."),
    Text("{n} filer er skrevet.", "{n} filer er skrivne."),
)
_KINDS = {
    "ordning": Kind.SCHEME,
    "opplysning": Kind.FACT,
    "behov": Kind.NEED,
    "sats": Kind.RATE,
    "kilde": Kind.SOURCE,
}


@click.command()
@click.argument("old", metavar="ID")
@click.argument("new", metavar="[NY_ID]", required=False)
@click.option("--navn", metavar="NAVN", help="Det nye navnet på bokmål.")
@click.option("--nynorsk", metavar="NAVN", help="Det nye navnet på nynorsk.")
@click.option("--slag", type=click.Choice(list(_KINDS)), help="Når flere ting har samme id.")
@folder_option
@language_option
def rename(  # noqa: PLR0913 - one for each option
    old: str,
    new: str | None,
    *,
    navn: str | None,
    nynorsk: str | None,
    slag: str | None,
    folder: Path,
    lang: str | None,
) -> None:
    """Gi en ordning, en opplysning, et behov, en sats eller en kilde ny id eller nytt navn.

    Alle steder som nevner den, blir endret. Er noe galt, blir ingenting endret.
    """
    language = Language(lang or "nb")
    called = _name(navn, nynorsk, language)
    if not (new or called):
        fail(_NOTHING_NEW.to(language))
    kind = _kind(old, load_rulebook(folder, language, clock.today()), slag, language)
    done = _write(folder, Renaming(kind, old, new or old), called, language)
    if done.named and called:
        _tell_name(done.named, called, Renaming(kind, old, new or old), language)
    if done.renamed:
        click.echo(_HAS_ID.to(language, old=old, new=new, n=done.renamed.mentions))
    schema.refresh(folder)
    click.echo(_WROTE.of(len(done.written)).to(language))


def _name(navn: str | None, nynorsk: str | None, language: Language) -> Text | None:
    """Return the name that is wanted; ends the command where it has only one written form."""
    if bool(navn) is not bool(nynorsk):
        fail(_BOTH_FORMS.to(language))
    return Text(navn, nynorsk) if navn and nynorsk else None


def _write(folder: Path, wanted: Renaming, called: Text | None, language: Language) -> Done:
    try:
        return write_names(folder, wanted, called, clock.today())
    except RulebookError as error:
        told = (each.to(language) for each in error.problems)
        fail(_WOULD_BREAK.to(language), *told, _UNCHANGED.to(language))
    except LookupError:
        _refuse(_NO_NAME.format(id=wanted.old), language)
    except ChangedMeanwhile as changed:
        _refuse(_MEANWHILE.format(file=changed), language)
    except NotThere as lost:
        _refuse(_NOT_ONE_PIECE.format(place=lost), language)
    except OSError as error:
        _refuse(_NOT_WRITTEN.format(file=error.filename, why=why(error)), language)


def _kind(id_: str, book: Rulebook, chosen: str | None, language: Language) -> Kind:
    """Return which kind of thing has the id; ends the command where none or several do."""
    tables = dict(
        zip(_KINDS, (book.schemes, book.facts, book.needs, book.rates, book.sources), strict=True)
    )
    found = [word for word, table in tables.items() if id_ in table and chosen in {None, word}]
    if not found:
        near = suggestion(id_, [known for table in tables.values() for known in table])
        _refuse(joined(_UNKNOWN.format(id=id_), near), language)
    if len(found) > 1:
        _refuse(_SEVERAL.format(id=id_, kinds=", ".join(found)), language)
    return _KINDS[found[0]]


def _tell_name(named: Named, new: Text, wanted: Renaming, language: Language) -> None:
    def shown(place: Place) -> str:
        # Where it stands now: a file is named after its id.
        return f"  {place}".replace(f"/{wanted.old}.yaml", f"/{wanted.new}.yaml")

    click.echo(_HAS_NAME.to(language, old=named.was.to(language), new=new.to(language)))
    for place in named.places:
        click.echo(shown(place))
    if named.left:
        click.echo(_READ_TOO.to(language))
        for place in named.left:
            click.echo(shown(place))


def _refuse(reason: Text, language: Language) -> NoReturn:
    fail(f"{reason.to(language)} {_UNCHANGED.to(language)}")
