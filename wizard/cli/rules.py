"""`wizard rules`: check and test a rulebook. Needs neither web, PDF nor database."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import (
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
    told_folder,
)
from wizard.cli.days import asked_about, day_option
from wizard.cli.on_demand import OnDemand
from wizard.cli.rule_files import NOTHING_TO_TRY, rule_file
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Counted, Language, Text
from wizard.lab.examples import Result, run_examples, untested_requirements
from wizard.lab.heavy import heavy_texts
from wizard.lab.hints import hints
from wizard.lab.journeys import run_journeys
from wizard.lab.mutation import MutationReport, Survivor, run_mutation
from wizard.lab.namesakes import unclear_names
from wizard.municipalities import Municipalities
from wizard.paths import RULES
from wizard.releases.shelf import rules_in
from wizard.rulebook import Problem
from wizard.rulebook import schema as editors
from wizard.rulebook.replacing import left_behind

_FINE = Text(
    "Regelverket er i orden: {schemes} ordninger, {needs} behov, {questions} spørsmål, "
    "{rates} satser og {sources} kilder.",
    "Regelverket er i orden: {schemes} ordningar, {needs} behov, {questions} spørsmål, "
    "{rates} satsar og {sources} kjelder.",
)
_UNCLEAR = Counted(
    Text("Én tekst om andre kommuner er uklar.", "Éin tekst om andre kommunar er uklar."),
    Text("{n} tekster om andre kommuner er uklare.", "{n} tekstar om andre kommunar er uklare."),
)
_UNTESTED = Text("{count} eksempler mangler.", "{count} døme manglar.")
_WARNING = Text("advarsel: {text}", "åtvaring: {text}")
_PASSED = Text(
    "{examples} eksempler og {journeys} situasjoner stemmer.",
    "{examples} døme og {journeys} situasjonar stemmer.",
)
_FAILED = Counted(
    Text(
        "Ett eksempel eller én situasjon stemmer ikke.",
        "Eitt døme eller éin situasjon stemmer ikkje.",
    ),
    Text(
        "{n} eksempler eller situasjoner stemmer ikke.",
        "{n} døme eller situasjonar stemmer ikkje.",
    ),
)
_KILLED = Text(
    "{part}: {killed} av {made} feil ble oppdaget.",
    "{part}: {killed} av {made} feil vart oppdaga.",
)
_SURVIVED = Text("{place}: Ingen merket dette: {what}.", "{place}: Ingen merka dette: {what}.")
_WOULD_SEE = Text("Dette eksempelet ville merket det:", "Dette dømet ville merka det:")
_ALL_SEEN = Text(
    "Ingen eksempler mangler: alle feil som betyr noe, ble oppdaget.",
    "Ingen døme manglar: alle feil som tyder noko, vart oppdaga.",
)
_SOME_UNSEEN = Text(
    "{count} feil burde vært oppdaget, men ble det ikke.",
    "{count} feil burde vore oppdaga, men vart det ikkje.",
)
_WROTE = Text("Skrev {file}", "Skreiv {file}")
_LEARNT = Text(
    "Hjelpen i skjema/ kjenner nå id-ene og svarene som er nye.",
    "Hjelpa i skjema/ kjenner no id-ane og svara som er nye.",
)
_LEFT = Text(
    "{file}: Skrivingen ble avbrutt, så kanskje er bare noen av filene endret. "
    "Kjør kommandoen på nytt, eller slett denne filen.",
    "{file}: Skrivinga vart avbroten, så kanskje er berre nokre av filene endra. "
    "Køyr kommandoen på nytt, eller slett denne fila.",
)
_STALE = Text(
    "{file} er gammelt. Kjør «wizard rules schema».",
    "{file} er gammalt. Køyr «wizard rules schema».",
)
# Commands in files of their own.
_MORE = {
    "impact": "wizard.cli.impact",
    "prove": "wizard.cli.prove",
    "boundaries": "wizard.cli.boundaries",
    "due": "wizard.cli.due",
    "reread": "wizard.cli.reread",
    "rename": "wizard.cli.rename",
    "links": "wizard.cli.links",
    "lovdata": "wizard.cli.lovdata",
    "publish": "wizard.cli.publish",
    "approve": "wizard.cli.releases",
    "rollback": "wizard.cli.releases",
    "releases": "wizard.cli.releases",
}
_DIR = click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)


@click.group(cls=OnDemand, modules=_MORE)
def rules() -> None:
    """Kontroller og prøv reglene: de i mappen du oppgir, ellers veiviserens egne."""


@rules.command()
@_DIR
@language_option
@day_option
def check(folder: Path | None, lang: str | None, as_of: date | None) -> None:
    """Finn alle feil i reglene på én gang. Uten DIR er det veiviserens egne regler."""
    language, today = Language(lang or "nb"), clock.today()
    folder = folder or told_folder(RULES, language)
    if editors.refresh(folder):
        click.echo(_LEARNT.to(language))
    _warn((_LEFT.format(file=each.relative_to(folder)) for each in left_behind(folder)), language)
    # Whoever asks about an earlier day asks about rules that have been read since.
    book = load_rulebook(folder, language, max(as_of or today, today))
    day = asked_about(as_of, book, language) or today
    _warn((*hints(book, day), *heavy_texts(folder)), language)
    wrong: list[str] = []
    if unclear := unclear_names(book, load_all_municipalities()):
        wrong += [each.to(language) for each in unclear]
        wrong.append(_UNCLEAR.of(len(unclear)).to(language))
    if untested := sorted(untested_requirements(book), key=lambda each: each.place):
        wrong += [each.to(language) for each in untested]
        wrong.append(_UNTESTED.format(count=len(untested)).to(language))
    if wrong:
        fail(*wrong)
    click.echo(
        _FINE.format(
            schemes=len(book.schemes),
            needs=len(book.needs),
            questions=len(book.questions),
            rates=len(book.rates),
            sources=len(book.sources),
        ).to(language)
    )


@rules.command()
@_DIR
@language_option
def test(folder: Path | None, lang: str | None) -> None:
    """Prøv eksemplene og situasjonene i regelfilene. Uten DIR er det veiviserens egne regler."""
    language = Language(lang or "nb")
    book = load_rulebook(folder or told_folder(RULES, language), language)
    examples, journeys = _run(book, load_all_municipalities(), language)
    click.echo(_PASSED.format(examples=examples.count, journeys=journeys.count).to(language))


@rules.command()
@_DIR
@language_option
@click.option("--check", "only_check", is_flag=True, help="Skriv ingenting, bare si fra.")
def schema(folder: Path | None, lang: str | None, *, only_check: bool) -> None:
    """Lag skjemaene som gir hjelp og røde streker i redigeringsprogrammet."""
    language = Language(lang or "nb")
    rules_folder = folder or RULES
    if not only_check:
        for path in editors.write(rules_folder):
            click.echo(_WROTE.format(file=path).to(language))
    elif stale := editors.outdated(rules_folder):
        fail(*(_STALE.format(file=path).to(language) for path in stale))


@rules.command()
@_DIR
@language_option
@click.option("--fil", metavar="FIL", help="Bare én fil, for eksempel virkemidler/startlan.yaml.")
def mutate(folder: Path | None, lang: str | None, fil: str | None) -> None:
    """Gjør små feil i reglene med vilje, og se om eksemplene oppdager dem."""
    language = Language(lang or "nb")
    book = load_rulebook(folder, language)
    file = fil and rule_file(fil, book, rules_in(folder or RULES), language)
    municipalities = load_all_municipalities()
    # Where something fails already, every mutant would look as if it had been noticed.
    _run(book, municipalities, language)
    report = run_mutation(book, municipalities, file)
    if file and not report.made:
        fail(NOTHING_TO_TRY.to(language, name=file))
    for survivor in report.survivors:
        click.echo("\n".join(_told(survivor, language)) + "\n")
    _tell_counts(report, language)
    if report.unexplained:
        fail(_SOME_UNSEEN.format(count=report.unexplained).to(language))
    click.echo(_ALL_SEEN.to(language))


@rules.command()
@_DIR
@language_option
@day_option
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("regelbok"),
    show_default=True,
    help="Mappen bøkene skrives i.",
)
@click.option("--html", "only_html", is_flag=True, help="Lag bare HTML.")
def document(
    folder: Path | None, lang: str | None, as_of: date | None, out: Path, *, only_html: bool
) -> None:
    """Skriv reglene som en bok, på HTML og PDF, på begge målformer."""
    # Only this command prints; the others must not wait for what it needs.
    from wizard.book.compose import compose  # noqa: PLC0415
    from wizard.book.html import render_html, render_pdf  # noqa: PLC0415
    from wizard.press.pdf import PdfUnavailable  # noqa: PLC0415

    languages = [Language(lang)] if lang else list(Language)
    book = load_rulebook(folder, languages[0])
    day = asked_about(as_of, book, languages[0]) or clock.today()
    municipalities = load_all_municipalities()
    out.mkdir(parents=True, exist_ok=True)
    for language in languages:
        composed = compose(book, municipalities, day, language)
        path = out / f"regelbok-{language.value}.html"
        path.write_text(render_html(composed), encoding="utf-8")
        click.echo(_WROTE.format(file=path).to(language))
        if only_html:
            continue
        try:
            pdf = render_pdf(composed)
        except PdfUnavailable as error:
            fail(error.message.to(language))
        path = path.with_suffix(".pdf")
        path.write_bytes(pdf)
        click.echo(_WROTE.format(file=path).to(language))


def _warn(warnings: Iterable[Text | Problem], language: Language) -> None:
    for each in warnings:
        click.echo(_WARNING.format(text=each.to(language)).to(language), err=True)


def _run(
    book: Rulebook, municipalities: Municipalities, language: Language
) -> tuple[Result, Result]:
    """Run examples and journeys, and end the command where one does not hold."""
    examples, journeys = run_examples(book), run_journeys(book, municipalities)
    if problems := (*examples.problems, *journeys.problems):
        # A journey has a file of its own, and can differ in several of its lists.
        wrong = {each.place for each in examples.problems}
        told = len(wrong) + len({each.place.file for each in journeys.problems})
        fail(*(each.to(language) for each in problems), _FAILED.of(told).to(language))
    return examples, journeys


def _told(survivor: Survivor, language: Language) -> list[str]:
    mutant = survivor.mutant
    lines = [_SURVIVED.format(place=mutant.place, what=mutant.what).to(language)]
    if survivor.example:
        lines += [_WOULD_SEE.to(language), survivor.example.rstrip()]
    if survivor.why:
        lines.append(survivor.why.to(language))
    return lines


def _tell_counts(report: MutationReport, language: Language) -> None:
    for part, made in sorted(report.made.items()):
        counts = _KILLED.format(part=part, killed=report.killed[part], made=made)
        click.echo(counts.to(language))
