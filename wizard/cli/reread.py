"""`wizard rules reread`: write down that sources have been read, and schemes checked, again."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, folder_option, language_option, load_rulebook
from wizard.cli.days import Day
from wizard.cli.linked import listed_users
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Language, Text, joined
from wizard.lab.due import resting_on, sources_of
from wizard.rulebook import RulebookError
from wizard.rulebook.in_place import NotThere
from wizard.rulebook.references import RuleKind
from wizard.rulebook.replacing import ChangedMeanwhile
from wizard.rulebook.rereading import Days
from wizard.rulebook.rereading import reread as write_days
from wizard.troubles import why

_UNKNOWN = Text(
    "Ingen kilde og ingen ordning heter «{id}».", "Inga kjelde og inga ordning heiter «{id}»."
)
_BACKWARDS = Text(
    "«{id}» er lest {known}, og det er etter {day}. Velg en senere dag.",
    "«{id}» er lesen {known}, og det er etter {day}. Vel ein seinare dag.",
)
_TOO_SOON = Text(
    "--innen ({again}) er før --lest ({day}). Velg en senere dag.",
    "--innen ({again}) er før --lest ({day}). Vel ein seinare dag.",
)
_NOT_USABLE = Text(
    "Med disse dagene kan ikke reglene brukes:", "Med desse dagane kan ikkje reglane brukast:"
)
_AHEAD = Text("{day} er ikke kommet ennå.", "{day} er ikkje komen enno.")
_UNCHANGED = Text("Ingenting er endret.", "Ingenting er endra.")
_MEANWHILE = Text("{file} ble endret imens. Prøv igjen.", "{file} vart endra imens. Prøv igjen.")
_NO_DATE = Text(
    '{place}: Her skulle det stått en dato på én linje, slik som "2026-11-22".',
    '{place}: Her skulle det stått ein dato på éi linje, slik som "2026-11-22".',
)
_NOT_WRITTEN = Text("Kan ikke skrive {file}: {why}.", "Kan ikkje skrive {file}: {why}.")
_READ = Text(
    "{id}: lest {read}, skal leses igjen innen {again}.",
    "{id}: lesen {read}, skal lesast igjen innan {again}.",
)
_CHECKED = Text(
    "{id}: kontrollert {read}, skal kontrolleres igjen innen {again}.",
    "{id}: kontrollert {read}, skal kontrollerast igjen innan {again}.",
)
_USED = Text("  Brukes av {users}", "  Blir brukt av {users}")
_OLDER = Text(
    "  Bygger også på kilder som er lest tidligere: {sources}.",
    "  Byggjer òg på kjelder som er lesne tidlegare: {sources}.",
)
_WROTE = Text("Skrev {file}", "Skreiv {file}")


@click.command()
@click.argument("ids", metavar="KILDE...", nargs=-1, required=True)
@click.option("--lest", type=Day(), metavar="DATO", help="Dagen de ble lest. I dag, om ikke sagt.")
@click.option(
    "--innen",
    type=Day(),
    metavar="DATO",
    help="Når de skal leses igjen. Like lenge til som sist, om ikke sagt.",
)
@click.option(
    "--ordninger", is_flag=True, help="Ordningene som bygger på kildene, er kontrollert også."
)
@folder_option
@language_option
def reread(  # noqa: PLR0913 - one for each option
    ids: tuple[str, ...],
    lest: date | None,
    innen: date | None,
    folder: Path,
    lang: str | None,
    *,
    ordninger: bool,
) -> None:
    """Skriv inn at kilder er lest på nytt. Navnet på en ordning betyr at den er kontrollert.

    Bare datoene i regelfilene blir endret. Er noe galt, blir ingenting endret.
    """
    language, today = Language(lang or "nb"), clock.today()
    day = lest or today
    if day > today:
        fail(_refused(_AHEAD.format(day=day), language))
    if innen and innen < day:
        fail(_refused(_TOO_SOON.format(again=innen, day=day), language))
    book = load_rulebook(folder, language, today)
    wanted = _Wanted(ids, book, language, with_schemes=ordninger)
    sources = {id_: _days(id_, wanted.known[id_], day, innen, language) for id_ in wanted.sources}
    schemes = {id_: _days(id_, wanted.known[id_], day, innen, language) for id_ in wanted.schemes}
    written = _write(folder, sources, schemes, today, language)
    for id_, days in sources.items():
        click.echo(_READ.to(language, id=id_, read=days.read, again=days.again))
        users = listed_users(resting_on(id_, book), language)
        click.echo(_USED.to(language, users=users))
    for id_, days in schemes.items():
        click.echo(_CHECKED.to(language, id=id_, read=days.read, again=days.again))
        if older := _older(id_, book, sources, day):
            click.echo(_OLDER.to(language, sources=", ".join(older)))
    for path in written:
        click.echo(_WROTE.to(language, file=path))


class _Wanted:
    """The sources and the schemes that are meant, each once, and the days that they have."""

    def __init__(
        self,
        ids: Iterable[str],
        book: Rulebook,
        language: Language,
        *,
        with_schemes: bool,
    ) -> None:
        self.known = {
            **{id_: Days(each.checked, each.check_by) for id_, each in book.schemes.items()},
            **{id_: Days(each.read, each.read_again) for id_, each in book.sources.items()},
        }
        unknown = [id_ for id_ in dict.fromkeys(ids) if id_ not in self.known]
        if unknown:
            told = (
                joined(_UNKNOWN.format(id=each), suggestion(each, self.known)) for each in unknown
            )
            fail(*(each.to(language) for each in told), _UNCHANGED.to(language))
        self.sources = [id_ for id_ in dict.fromkeys(ids) if id_ in book.sources]
        resting = [
            user.id
            for id_ in self.sources
            for user in resting_on(id_, book)
            if with_schemes and user.kind is RuleKind.SCHEME
        ]
        named = [id_ for id_ in ids if id_ in book.schemes and id_ not in book.sources]
        self.schemes = list(dict.fromkeys((*named, *resting)))


def _days(id_: str, known: Days, day: date, again: date | None, language: Language) -> Days:
    """Return the days to write: without a day to read again, as long from now as it was before."""
    if day < known.read:
        fail(_refused(_BACKWARDS.format(id=id_, known=known.read, day=day), language))
    return Days(day, again or day + (known.again - known.read))


def _write(
    folder: Path,
    sources: Mapping[str, Days],
    schemes: Mapping[str, Days],
    today: date,
    language: Language,
) -> tuple[Path, ...]:
    try:
        return write_days(folder, sources, schemes, today)
    except RulebookError as error:
        told = (each.to(language) for each in error.problems)
        fail(_NOT_USABLE.to(language), *told, _UNCHANGED.to(language))
    except ChangedMeanwhile as changed:
        fail(_refused(_MEANWHILE.format(file=changed), language))
    except NotThere as lost:
        fail(_refused(_NO_DATE.format(place=lost), language))
    except OSError as error:
        fail(_refused(_NOT_WRITTEN.format(file=error.filename, why=why(error)), language))


def _refused(reason: Text, language: Language) -> str:
    return f"{reason.to(language)} {_UNCHANGED.to(language)}"


def _older(scheme: str, book: Rulebook, read: Mapping[str, Days], day: date) -> list[str]:
    """Return the sources of a scheme that were last read before the day it is checked."""
    sources = sources_of(scheme, book)
    return [id_ for id_ in sources if id_ not in read and book.sources[id_].read < day]
