"""`wizard rules publish`, `approve`, `rollback`, `releases`: a draft on its way to the service."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from wizard import clock, rulebook
from wizard.cli.context import fail, language_option, load_all_municipalities, load_rulebook
from wizard.cli.revisions import commit_of
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.lab.examining import Tried, examine
from wizard.paths import RULES
from wizard.releases.record import Release, Signed, name_of, note_of
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import Shelf
from wizard.report.impact import ImpactWording
from wizard.settings import program_version
from wizard.voice.numbers import day

_SUMS = {
    Tried.WARNINGS: Text("advarsler", "åtvaringar"),
    Tried.EXAMPLES: Text("eksempler stemmer", "døme stemmer"),
    Tried.JOURNEYS: Text("situasjoner stemmer", "situasjonar stemmer"),
    Tried.EDITS: Text("endringer", "endringar"),
    Tried.PAST_EDITS: Text("av dem endrer også fortiden", "av dei endrar også fortida"),
    Tried.LOOKED: Text("kommuner med svar sett på", "kommunar med svar sett på"),
    Tried.CHANGED: Text("av dem får andre råd", "av dei får andre råd"),
    Tried.MUTANTS: Text("feil gjort med vilje", "feil gjorde med vilje"),
    Tried.NOTICED: Text("av dem oppdaget", "av dei oppdaga"),
    Tried.PROOFS: Text("bevis holder", "bevis held"),
    Tried.EXPLAINED: Text("funn er forklart", "funn er forklarte"),
}
_STOPPED = Text(
    "{count} må rettes før reglene kan gis ut. Reglene i drift er som før.",
    "{count} må rettast før reglane kan givast ut. Reglane i drift er som før.",
)
_RECORDED = Text(
    "Kontrollert: {release}. Skrev {file}.\n"
    "Nå må en annen enn {name} godkjenne: wizard rules approve {draft} --til {shelf} --av NAVN",
    "Kontrollert: {release}. Skreiv {file}.\n"
    "No må ein annan enn {name} godkjenne: wizard rules approve {draft} --til {shelf} --av NAMN",
)
_APPROVED = Text(
    "{release} er godkjent av {name}.\n"
    "Ta den i drift: wizard rules publish {draft} --til {shelf} --live --av NAVN",
    "{release} er godkjend av {name}.\n"
    "Ta ho i drift: wizard rules publish {draft} --til {shelf} --live --av NAMN",
)
_WENT_LIVE = Text(
    "{release} er i drift. En veiviser som følger {shelf}, bruker den om et sekund.\n"
    "Tilbake til den forrige: wizard rules rollback --til {shelf} --av NAVN",
    "{release} er i drift. Ein vegvisar som følgjer {shelf}, brukar ho om eit sekund.\n"
    "Tilbake til den førre: wizard rules rollback --til {shelf} --av NAMN",
)
_WENT_BACK = Text(
    "{release} er i drift igjen. En veiviser som følger {shelf}, bruker den om et sekund.",
    "{release} er i drift igjen. Ein vegvisar som følgjer {shelf}, brukar ho om eit sekund.",
)
_NOTHING = Text("Ingen regler er gitt ut til {shelf}.", "Ingen reglar er gitt ut til {shelf}.")
_MADE = Text("laget av {name} {day}", "laga av {name} {day}")
_BY = Text("godkjent av {name} {day}", "godkjend av {name} {day}")
_WAITS = Text("venter på godkjenning", "ventar på godkjenning")
_IS_LIVE = Text("i drift fra {day}", "i drift frå {day}")
_NOT_BOTH = "«--live» tar i bruk det som alt er skrevet om. Ta bort «--endring»."

_DRAFT = click.argument(
    "draft", metavar="UTKAST", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
_SHELF = click.option(
    "--til",
    "shelf",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Mappen med utgivelser, som veiviseren følger.",
)
_BY_WHOM = click.option("--av", "by", required=True, help="Navnet ditt. Det blir tatt vare på.")


@click.command()
@_DRAFT
@_SHELF
@_BY_WHOM
@click.option("--endring", "note", default="", help="Hva som er endret, på bokmål.")
@click.option("--endring-nn", "note_nn", default="", help="Hva som er endret, på nynorsk.")
@click.option("--live", is_flag=True, help="Ta reglene i drift. En annen må ha godkjent dem.")
@language_option
def publish(  # noqa: PLR0913 - one for each option
    draft: Path, shelf: Path, by: str, *, note: str, note_nn: str, live: bool, lang: str | None
) -> None:
    """Kontroller reglene i UTKAST, og skriv hva de endrer; med --live, ta dem i drift."""
    language = Language(lang or "nb")
    if live and (note or note_nn):
        raise click.UsageError(_NOT_BOTH)
    with _refusals(language):
        if live:
            done = Shelf(shelf).go_live(*rulebook.pack(draft), Signed(name_of(by), clock.now()))
            click.echo(_WENT_LIVE.to(language, release=done.name, shelf=shelf))
            return
        made, told = Signed(name_of(by), clock.now()), note_of(note, note_nn)
        book = load_rulebook(draft, language, clock.today())
        shelf_ = Shelf(shelf)
        former = shelf_.live
        live_book = load_rulebook(shelf_.folder_of(former) if former else RULES, language)
        release = Release(
            version=book.version,
            rules=book.hash,
            former=former,
            note=told,
            made=made,
            tried=_examined(live_book, book, language),
            program=program_version(),
            commit=commit_of(draft),
        )
        file = shelf_.record(release)
    said = {"release": release.name, "file": file, "name": made.by, "draft": draft, "shelf": shelf}
    click.echo(_RECORDED.to(language, **said))


@click.command()
@_DRAFT
@_SHELF
@_BY_WHOM
@language_option
def approve(draft: Path, shelf: Path, by: str, lang: str | None) -> None:
    """Godkjenn reglene i UTKAST, slik de ble kontrollert av en annen."""
    language = Language(lang or "nb")
    with _refusals(language):
        approved = Signed(name_of(by), clock.now())
        release = Shelf(shelf).approve(rulebook.pack(draft)[0], approved)
    click.echo("\n".join(_about(release, language)))
    said = {"release": release.name, "name": approved.by, "draft": draft, "shelf": shelf}
    click.echo(_APPROVED.to(language, **said))


@click.command()
@click.argument("release", metavar="[UTGIVELSE]", default="")
@_SHELF
@_BY_WHOM
@language_option
def rollback(release: str, shelf: Path, by: str, lang: str | None) -> None:
    """Gå tilbake til reglene før dem som er i drift, eller til en tidligere UTGIVELSE."""
    language = Language(lang or "nb")
    with _refusals(language):
        done = Shelf(shelf).roll_back(release, Signed(name_of(by), clock.now()))
    click.echo(_WENT_BACK.to(language, release=done.name, shelf=shelf))


@click.command()
@click.argument("shelf", metavar="MAPPE", type=click.Path(file_okay=False, path_type=Path))
@language_option
def releases(shelf: Path, lang: str | None) -> None:
    """Vis hva som er i drift, hva som har vært det, og hva som venter, i MAPPE."""
    language = Language(lang or "nb")
    with _refusals(language):
        found, switches = Shelf(shelf).releases, Shelf(shelf).switches
    if not found:
        click.echo(_NOTHING.to(language, shelf=shelf))
    for release in found:
        click.echo("\n".join(_about(release, language)))
        if switches and switches[-1].rules == release.rules:
            at = day(switches[-1].done.at.date(), language)
            click.echo(f"  {_IS_LIVE.to(language, day=at)}")


@contextmanager
def _refusals(language: Language) -> Iterator[None]:
    """End the command with the reason where a step is refused."""
    try:
        yield
    except RefusedError as error:
        fail(error.message.to(language))


def _examined(live: Rulebook, draft: Rulebook, language: Language) -> dict[str, int]:
    """Return the sums of all that was tried, told as it goes; end where it must be mended."""
    municipalities = load_all_municipalities()
    tried: dict[str, int] = {}
    for step in examine(live, draft, municipalities, clock.today()):
        click.echo(_sums(step.sums, language))
        if step.impact:
            names = {one.number: one.label for one in municipalities.all}
            told = ImpactWording(step.impact, (live, draft), names, language)
            click.echo("\n".join(f"  {line}" for line in told.lines()))
        if step.problems:
            lines = [each.to(language) for each in step.problems]
            fail(*lines, _STOPPED.to(language, count=len(lines)))
        tried |= {key.value: count for key, count in step.sums.items()}
    return tried


def _about(release: Release, language: Language) -> Iterator[str]:
    """Yield what a record says, for whoever reads it before they approve."""
    yield f"{release.name}: {release.note.to(language)}"
    yield f"  {_by(_MADE, release.made, language)}"
    yield f"  {_by(_BY, release.approved, language) if release.approved else _WAITS.to(language)}"
    sums = {Tried(key): count for key, count in release.tried.items() if key in set(Tried)}
    if sums:
        yield f"  {_sums(sums, language)}"


def _by(text: Text, signed: Signed, language: Language) -> str:
    return text.to(language, name=signed.by, day=day(signed.at.date(), language))


def _sums(sums: Mapping[Tried, int], language: Language) -> str:
    return ", ".join(f"{count} {_SUMS[key].to(language)}" for key, count in sums.items())
