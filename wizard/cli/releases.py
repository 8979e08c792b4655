"""`wizard rules approve`, `rollback` and `releases`: what has been checked, and what is live.

These need neither the engine nor the rules to be right: one must be able to go back at once.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import fail, language_option
from wizard.domain.text import Counted, Language, Text
from wizard.releases.commands import to_go_live
from wizard.releases.draft import Draft
from wizard.releases.record import Release, Signed, Switch, name_of
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import Shelf
from wizard.releases.tried import Tried
from wizard.troubles import why
from wizard.voice.numbers import day

_SUMS = {
    Tried.WARNINGS: Counted(
        Text("én advarsel", "éi åtvaring"), Text("{n} advarsler", "{n} åtvaringar")
    ),
    Tried.EXAMPLES: Counted(
        Text("ett eksempel stemmer", "eitt døme stemmer"),
        Text("{n} eksempler stemmer", "{n} døme stemmer"),
    ),
    Tried.JOURNEYS: Counted(
        Text("én situasjon stemmer", "éin situasjon stemmer"),
        Text("{n} situasjoner stemmer", "{n} situasjonar stemmer"),
    ),
    Tried.EDITS: Counted(Text("én endring", "éi endring"), Text("{n} endringer", "{n} endringar")),
    Tried.PAST_EDITS: Counted(
        Text("én endrer også fortiden", "éi endrar også fortida"),
        Text("{n} endrer også fortiden", "{n} endrar også fortida"),
    ),
    Tried.LOOKED: Counted(
        Text("ett par av kommune og svar er sett på", "eitt par av kommune og svar er sett på"),
        Text("{n} par av kommune og svar er sett på", "{n} par av kommune og svar er sette på"),
    ),
    Tried.CHANGED: Counted(
        Text("ett av dem får et annet råd", "eitt av dei får eit anna råd"),
        Text("{n} av dem får et annet råd", "{n} av dei får eit anna råd"),
    ),
    Tried.MUTANTS: Counted(
        Text(
            "én feil ble gjort med vilje for å prøve eksemplene",
            "éin feil vart gjord med vilje for å prøve døma",
        ),
        Text(
            "{n} feil ble gjort med vilje for å prøve eksemplene",
            "{n} feil vart gjorde med vilje for å prøve døma",
        ),
    ),
    Tried.NOTICED: Counted(
        Text("én av dem er oppdaget", "éin av dei er oppdaga"),
        Text("{n} av dem er oppdaget", "{n} av dei er oppdaga"),
    ),
    Tried.PROOFS: Counted(
        Text("ett bevis holder", "eitt bevis held"), Text("{n} bevis holder", "{n} bevis held")
    ),
    Tried.EXPLAINED: Counted(
        Text("ett funn er forklart", "eitt funn er forklart"),
        Text("{n} funn er forklart", "{n} funn er forklarte"),
    ),
}
_NO_MUTANTS = Text(
    "ingen regel som avgjør noe, er endret, så det er ingen feil å prøve",
    "ingen regel som avgjer noko, er endra, så det er ingen feil å prøve",
)
_APPROVED = Text(
    "{release} er godkjent av {name}. Ta den i drift med «{run}».",
    "{release} er godkjend av {name}. Ta ho i drift med «{run}».",
)
_WENT_BACK = Text(
    "{release} er i drift igjen. En veiviser som følger {shelf}, bruker den om et sekund.",
    "{release} er i drift igjen. Ein vegvisar som følgjer {shelf}, brukar ho om eit sekund.",
)
_NOTHING = Text("Ingen regler er gitt ut til {shelf}.", "Ingen reglar er gitt ut til {shelf}.")
_NOT_USED = Text(
    "Kan ikke bruke {file} ({why}). Reglene i drift er som før.",
    "Kan ikkje bruke {file} ({why}). Reglane i drift er som før.",
)
_MADE = Text("laget av {name} {day}", "laga av {name} {day}")
_BY = Text("godkjent av {name} {day}", "godkjend av {name} {day}")
_WAITS = Text("venter på godkjenning", "ventar på godkjenning")
_WAITS_TO_GO = Text("venter på å bli tatt i drift", "ventar på å bli teken i drift")
_IS_LIVE = Text("i drift fra {day}", "i drift frå {day}")
_HAS_BEEN = Text("har vært i drift", "har vore i drift")
_OTHERS_SINCE = Text(
    "må kontrolleres på nytt: reglene i drift er blitt andre siden",
    "må kontrollerast på nytt: reglane i drift er blitt andre sidan",
)

DRAFT = click.argument(
    "draft", metavar="UTKAST", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
SHELF = click.option(
    "--til",
    "shelf",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Mappen med utgivelser, som veiviseren følger.",
)
BY_WHOM = click.option("--av", "by", required=True, help="Navnet ditt. Det blir tatt vare på.")


@click.command()
@DRAFT
@SHELF
@BY_WHOM
@language_option
def approve(draft: Path, shelf: Path, by: str, lang: str | None) -> None:
    """Godkjenn reglene i UTKAST, slik de ble kontrollert av en annen."""
    language = Language(lang or "nb")
    with refusals(language):
        approved = Signed(name_of(by), clock.now())
        found = Draft.of(draft)
        release = Shelf(shelf).approve(found, approved)
        taken_back = Shelf(shelf).takes_back(found)
    click.echo("\n".join(_about(release, language)))
    if taken_back:
        click.echo(taken_back.to(language), err=True)
    run = to_go_live(draft, shelf)
    click.echo(_APPROVED.to(language, release=release.name, name=approved.by, run=run))


@click.command()
@click.argument("release", metavar="[UTGIVELSE]", default="")
@SHELF
@BY_WHOM
@language_option
def rollback(release: str, shelf: Path, by: str, lang: str | None) -> None:
    """Gå tilbake til reglene før dem som er i drift, eller til en tidligere UTGIVELSE."""
    language = Language(lang or "nb")
    with refusals(language):
        done = Shelf(shelf).roll_back(release, Signed(name_of(by), clock.now()))
    click.echo(_WENT_BACK.to(language, release=done, shelf=shelf))


@click.command()
@click.argument(
    "shelf", metavar="MAPPE", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@language_option
def releases(shelf: Path, lang: str | None) -> None:
    """Vis hva som er i drift, hva som har vært det, og hva som venter, i MAPPE."""
    language = Language(lang or "nb")
    with refusals(language):
        found, switches = Shelf(shelf).releases, Shelf(shelf).switches
    if not found:
        click.echo(_NOTHING.to(language, shelf=shelf))
    for release in found:
        click.echo(
            "\n".join((*_about(release, language), f"  {_stand(release, switches, language)}"))
        )


@contextmanager
def refusals(language: Language) -> Iterator[None]:
    """End the command with the reason where a step is refused."""
    try:
        yield
    except RefusedError as error:
        fail(error.message.to(language))
    except OSError as error:
        fail(_NOT_USED.to(language, file=error.filename, why=why(error)))


def _about(release: Release, language: Language) -> Iterator[str]:
    """Yield what a record says, for whoever reads it before they approve."""
    yield f"{release.name}: {release.note.to(language)}"
    yield f"  {_by(_MADE, release.made, language)}"
    if release.approved:
        yield f"  {_by(_BY, release.approved, language)}"
    sums = {Tried(key): count for key, count in release.tried.items() if key in set(Tried)}
    if sums:
        yield f"  {sums_told(sums, language)}"


def _stand(release: Release, switches: tuple[Switch, ...], language: Language) -> str:
    """Return where a release is on its way."""
    now = switches[-1] if switches else None
    if now and now.rules == release.rules:
        return _IS_LIVE.to(language, day=day(now.done.at.date(), language))
    if any(each.release == release.name for each in switches):
        return _HAS_BEEN.to(language)
    if release.former != (now.rules if now else ""):
        return _OTHERS_SINCE.to(language)
    return (_WAITS_TO_GO if release.approved else _WAITS).to(language)


def _by(text: Text, signed: Signed, language: Language) -> str:
    return text.to(language, name=signed.by, day=day(signed.at.date(), language))


def sums_told(sums: Mapping[Tried, int], language: Language) -> str:
    """Return what was tried, in figures."""
    told = {key: _SUMS[key].of(count) for key, count in sums.items()}
    if sums.get(Tried.MUTANTS) == 0:
        told[Tried.MUTANTS] = _NO_MUTANTS
        told.pop(Tried.NOTICED, None)
    return ", ".join(each.to(language) for each in told.values())
