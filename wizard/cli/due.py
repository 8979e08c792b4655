"""`wizard rules due`: what must be read again, as a list and as a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, language_option, load_rulebook, write
from wizard.cli.days import Day
from wizard.cli.linked import listed_users
from wizard.domain.text import Counted, Language, Text
from wizard.lab.due import Due
from wizard.lab.due import due as due_of
from wizard.press.calendar_file import Entry, Reminder, calendar_file
from wizard.rulebook.references import RuleKind

_ROW = Text(
    "{by}  {kind} {id}: {name} ({place}), sist {read}.",
    "{by}  {kind} {id}: {name} ({place}), sist {read}.",
)
_KINDS = {
    RuleKind.SOURCE: Text("les kilden", "les kjelda"),
    RuleKind.SCHEME: Text("kontroller ordningen", "kontroller ordninga"),
}
_LINKED = {
    RuleKind.SOURCE: Text("Brukes av {users}", "Blir brukt av {users}"),
    RuleKind.SCHEME: Text("Bygger på {users}", "Byggjer på {users}"),
}
# A source that no rule rests on is one of those in `bare_i_figurer`: the rulebook has no others.
_ALONE = {
    RuleKind.SOURCE: Text(
        "Ingen regel bygger på den. Notatet tegner tallene.",
        "Ingen regel byggjer på ho. Notatet teiknar tala.",
    ),
    RuleKind.SCHEME: Text("Bygger ikke på noen kilde.", "Byggjer ikkje på noka kjelde."),
}
_LATE = Counted(
    Text("Én av disse skulle vært lest.", "Éin av desse skulle vore lesen."),
    Text("{n} av disse skulle vært lest.", "{n} av desse skulle vore lesne."),
)
_NOTHING = Text(
    "Ingenting må leses på nytt før etter {day}.", "Ingenting må lesast på nytt før etter {day}."
)
_CALENDAR = Text("Regler som skal leses på nytt", "Reglar som skal lesast på nytt")
_READ = Counted(
    Text("Les én kilde eller ordning på nytt", "Les éi kjelde eller ordning på nytt"),
    Text("Les {n} kilder og ordninger på nytt", "Les {n} kjelder og ordningar på nytt"),
)
_MORE = Text("… og {n} til", "… og {n} til")
_ALL = Text("Alle står i «wizard rules due».", "Alle står i «wizard rules due».")
_COMMAND = Text(
    "Skriv det inn med «wizard rules reread» når det er lest.",
    "Skriv det inn med «wizard rules reread» når det er lese.",
)
_NO_CALENDAR = Text(
    "Kalendere åpner bare filer som slutter på {ending}. Skriv {file}.",
    "Kalendrar opnar berre filer som sluttar på {ending}. Skriv {file}.",
)
_ENDING = ".ics"
_WARNINGS = (4, 1)  # weeks
_MOST_NAMED = 8  # a calendar shows few lines at once


@click.command()
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@language_option
@click.option("--til", type=Day(), metavar="DATO", help="Bare det som skal leses senest da.")
@click.option(
    "--kalender",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Skriv datoene til en kalenderfil (.ics).",
)
def due(folder: Path | None, lang: str | None, til: date | None, kalender: Path | None) -> None:
    """List opp kildene og ordningene som skal leses på nytt, den første først."""
    language, today = Language(lang or "nb"), clock.today()
    if kalender and kalender.suffix.lower() != _ENDING:
        meant = kalender.with_suffix(_ENDING)
        fail(_NO_CALENDAR.to(language, ending=_ENDING, file=meant))
    book = load_rulebook(folder, language, today)
    found = [each for each in due_of(book) if not til or each.by <= til]
    if not found:
        click.echo(_NOTHING.to(language, day=til))
        return
    if kalender:
        entries = _entries(found, language)
        content = calendar_file(_CALENDAR.to(language), entries, today)
    for each in found:
        click.echo("\n".join(_lines(each, language)))
    if kalender:
        write(kalender, content, language)
    if late := sum(each.by < today for each in found):
        click.echo(_LATE.of(late).to(language), err=True)


def _lines(each: Due, language: Language) -> Iterator[str]:
    kind, name = _KINDS[each.kind].to(language), each.name.to(language)
    row = {"by": each.by, "kind": kind, "id": each.id, "name": name, "place": each.place}
    yield _ROW.format(**row, read=each.read).to(language)
    users = listed_users(each.linked, language)
    linked = _LINKED[each.kind].format(users=users) if users else _ALONE[each.kind]
    yield f"            {linked.to(language)}"


def _entries(found: Iterable[Due], language: Language) -> Iterator[Entry]:
    """Yield one entry for each day: fifty on the same day would hide all else in a calendar."""
    for day, group in groupby(found, key=lambda each: each.by):
        things = list(group)
        title = _READ.of(len(things)).to(language)
        rows = [f"{_KINDS[each.kind].to(language)} {each.id}" for each in things[:_MOST_NAMED]]
        if more := len(things) - len(rows):
            rows += [_MORE.to(language, n=more), _ALL.to(language)]
        told = "\n".join((*rows, _COMMAND.to(language)))
        yield Entry(f"les-{day}", day, title, told, tuple(Reminder(n, title) for n in _WARNINGS))
