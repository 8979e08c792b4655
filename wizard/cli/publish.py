"""`wizard rules publish`: a draft is tried in every way there is, and later taken in use."""

from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, language_option, load_all_municipalities, load_rulebook
from wizard.cli.releases import BY_WHOM, DRAFT, SHELF, refusals, sums_told
from wizard.cli.renamed import followed_to, tell_renamings
from wizard.cli.revisions import commit_of
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.lab.examining import examine
from wizard.paths import RULES
from wizard.releases.commands import to_approve, to_go_back
from wizard.releases.draft import Draft
from wizard.releases.record import Release, Signed, name_of, note_of
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import Shelf
from wizard.releases.words import CHANGED_MEANWHILE
from wizard.report.impact import ImpactWording
from wizard.settings import program_version

_STOPPED = Text(
    "{count} må rettes før reglene kan gis ut. Reglene i drift er som før.",
    "{count} må rettast før reglane kan givast ut. Reglane i drift er som før.",
)
_RECORDED = Text(
    "Kontrollert: {release}. Skrev {file}. Nå må en annen enn {name} godkjenne: «{run}».",
    "Kontrollert: {release}. Skreiv {file}. No må ein annan enn {name} godkjenne: «{run}».",
)
_FIRST = Text(
    "Utkastet er likt veiviserens egne regler. {shelf} har ingen regler i drift ennå, så det kan "
    "bli det første, som du senere kan gå tilbake til.",
    "Utkastet er likt dei eigne reglane til vegvisaren. {shelf} har ingen reglar i drift enno, så "
    "det kan bli det første, som du seinare kan gå tilbake til.",
)
_WENT_LIVE = Text(
    "{release} er i drift. En veiviser som følger mappen, bruker den om et sekund.",
    "{release} er i drift. Ein vegvisar som følgjer mappa, brukar ho om eit sekund.",
)
_CAN_GO_BACK = Text(
    "Tilbake til den forrige kommer du med «{run}».",
    "Tilbake til den førre kjem du med «{run}».",
)
_NOT_BOTH = "«--live» tar i bruk det som alt er skrevet om. Ta bort «--endring»."


@click.command()
@DRAFT
@SHELF
@BY_WHOM
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
    with refusals(language):
        if live:
            done = Shelf(shelf).go_live(Draft.of(draft), Signed(name_of(by), clock.now()))
            click.echo(_WENT_LIVE.to(language, release=done.name))
            if done.former:
                click.echo(_CAN_GO_BACK.to(language, run=to_go_back(shelf)))
            return
        made, told = Signed(name_of(by), clock.now()), note_of(note, note_nn)
        shelf_, found = Shelf(shelf), Draft.of(draft)
        shelf_.must_be_new(found)
        if taken_back := shelf_.takes_back(found):
            click.echo(taken_back.to(language), err=True)
        book = load_rulebook(draft, language, clock.today())
        if book.hash != found.rules:
            raise RefusedError(CHANGED_MEANWHILE.format(draft=draft))
        former = shelf_.live
        before = shelf_.folder_of(former) if former else RULES
        live_book = load_rulebook(before, language, guarded=False)  # it was, when it went live
        live_book, renamings = followed_to(book, live_book, before)
        if not former and book.hash == live_book.hash:
            click.echo(_FIRST.to(language, shelf=shelf), err=True)
        tell_renamings(renamings, language, beside=False)
        release = Release(
            version=book.version,
            rules=book.hash,
            former=former,
            note=told,
            made=made,
            files=found.files,
            tried=_examined(live_book, book, language),
            program=program_version(),
            commit=commit_of(draft),
        )
        file = shelf_.record(release, found)
    command = to_approve(draft, shelf)
    click.echo(_RECORDED.to(language, release=release.name, file=file, name=made.by, run=command))


def _examined(live: Rulebook, draft: Rulebook, language: Language) -> dict[str, int]:
    """Return the sums of all that was tried, told as it goes; end where it must be mended."""
    municipalities = load_all_municipalities()
    tried: dict[str, int] = {}

    def begins(what: Text) -> None:
        click.echo(what.to(language), err=True)

    for step in examine(live, draft, municipalities, clock.today(), begins):
        click.echo(sums_told(step.sums, language))
        if step.impact:
            names = {one.number: one.label for one in municipalities.all}
            told = ImpactWording(step.impact, (live, draft), names, language)
            click.echo("\n".join(f"  {line}" for line in told.lines()))
        if step.problems:
            lines = [each.to(language) for each in step.problems]
            fail(*lines, _STOPPED.to(language, count=len(lines)))
        tried |= {key.value: count for key, count in step.sums.items()}
    return tried
