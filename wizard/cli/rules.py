"""`wizard rules`: check and test a rulebook. Needs neither web, PDF nor database."""

from datetime import UTC, datetime
from pathlib import Path

import click

from wizard import rulebook
from wizard.cli.context import (
    day_of,
    day_option,
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
)
from wizard.domain.text import Language, Text
from wizard.lab.examples import run_examples, untested_requirements
from wizard.lab.journeys import run_journeys

_FINE = Text(
    "Regelverket er i orden: {schemes} ordninger, {needs} behov, {questions} spørsmål, "
    "{rates} satser og {sources} kilder.",
    "Regelverket er i orden: {schemes} ordningar, {needs} behov, {questions} spørsmål, "
    "{rates} satsar og {sources} kjelder.",
)
_WARNING = Text("advarsel: {text}", "åtvaring: {text}")
_PASSED = Text(
    "{examples} eksempler og {journeys} situasjoner stemmer.",
    "{examples} døme og {journeys} situasjonar stemmer.",
)
_FAILED = Text("{count} stemmer ikke.", "{count} stemmer ikkje.")
_DIR = click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)


@click.group()
def rules() -> None:
    """Kontroller og prøv reglene."""


@rules.command()
@_DIR
@language_option
@day_option
def check(folder: Path | None, lang: str | None, as_of: datetime | None) -> None:
    """Finn alle feil i reglene på én gang."""
    language = Language(lang or "nb")
    book = load_rulebook(folder, language)
    day = day_of(as_of) or datetime.now(tz=UTC).astimezone().date()
    for warning in rulebook.warnings(book, day):
        click.echo(_WARNING.format(text=warning.to(language)).to(language), err=True)
    if untested := sorted(untested_requirements(book), key=lambda each: each.place):
        fail(*(each.to(language) for each in untested))
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
    """Prøv eksemplene og situasjonene i regelfilene."""
    language = Language(lang or "nb")
    book = load_rulebook(folder, language)
    examples, journeys = run_examples(book), run_journeys(book, load_all_municipalities())
    problems = (*examples.problems, *journeys.problems)
    if problems:
        heading = _FAILED.format(count=len(problems)).to(language)
        fail(*(problem.to(language) for problem in problems), heading)
    click.echo(_PASSED.format(examples=examples.count, journeys=journeys.count).to(language))
