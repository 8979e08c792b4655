"""`wizard case new`: a case file with the prefilled figures."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from wizard.advice import new_case
from wizard.cli.context import (
    day_of,
    day_option,
    find_municipality,
    language_option,
    load_all_municipalities,
    load_rulebook,
    versions,
)
from wizard.domain.facts import Fact, PrefilledQuestion
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store import casefile


@click.group()
def case() -> None:
    """Lag en svarfil."""


@case.command()
@click.argument("kommune", required=False)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Filen som skal skrives.")
@click.option("--questions", is_flag=True, help="List opp hvert spørsmål med id og type.")
@language_option
@day_option
def new(
    kommune: str | None,
    out: Path | None,
    lang: str | None,
    as_of: datetime | None,
    *,
    questions: bool,
) -> None:
    """Lag en svarfil for KOMMUNE (nummer eller navn) med tallene fylt ut."""
    language = Language(lang or "nb")
    book = load_rulebook(None, language)
    if questions:
        _list_questions(book, language)
        return
    if not kommune:
        raise click.UsageError("Oppgi kommunen, for eksempel 5044.")
    municipalities = load_all_municipalities()
    municipality = find_municipality(kommune, municipalities, language)
    spoken = Language(lang) if lang else municipality.language_decision.memo_language
    today: date = day_of(as_of) or datetime.now(tz=UTC).astimezone().date()
    fresh = new_case(municipality, book, today, spoken)
    text = casefile.write(replace(fresh, versions=versions(book, municipalities)))
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


def _list_questions(book: Rulebook, language: Language) -> None:
    facts = book.facts
    for theme in book.themes:
        click.echo(f"{theme.name.to(language)}")
        for item in theme.items:
            fact = facts[item.fact]
            prefilled = " (kommunetall)" if isinstance(item, PrefilledQuestion) else ""
            click.echo(f"  {fact.id}: {fact.type.value}{prefilled}  {item.text.to(language)}")
            if options := _options(fact):
                click.echo(f"    {options}")


def _options(fact: Fact) -> str:
    return " | ".join(option.id for option in fact.options)
