"""`wizard case`: a case file with the prefilled figures, and one brought up to today."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from wizard import clock
from wizard.advice import assess, carried_over, compare, new_case
from wizard.cli.context import (
    fail,
    find_municipality,
    language_option,
    load_all_municipalities,
    load_rulebook,
    read_case,
    rules_option,
    versions,
    write,
    write_new,
)
from wizard.cli.days import dated, day_option
from wizard.cli.show import comparison_lines
from wizard.domain.case import Case
from wizard.domain.facts import Fact, PrefilledQuestion
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.municipalities import Municipalities
from wizard.municipalities.telling import told_of_number
from wizard.store import casefile
from wizard.voice.comparison_wording import ComparisonWording

_FRESH = Text(
    "Saken gjelder allerede {day}. Ingenting er endret.",
    "Saka gjeld alt {day}. Ingenting er endra.",
)
_RENEWED = Text(
    "Saken gjaldt {old}, og gjelder nå {day}. Tallene i den er som før.",
    "Saka galdt {old}, og gjeld no {day}. Tala i ho er som før.",
)
_CARRIED = Text(
    "Saken gjaldt kommune {number}, og gjelder nå {now}. Tallene er hentet på nytt. Rettede tall, "
    "gjennomgang og oppfølging er ikke med. De står i den gamle filen.",
    "Saka galdt kommune {number}, og gjeld no {now}. Tala er henta på nytt. Retta tal, "
    "gjennomgang og oppfølging er ikkje med. Dei står i den gamle fila.",
)
_IS_STILL = Text(
    "Saken gjelder {now}, som finnes. Ta bort --kommune.",
    "Saka gjeld {now}, som finst. Ta bort --kommune.",
)
_ONE_OF_THEM = Text("Velg en av dem.", "Vel ein av dei.")


@click.group()
def case() -> None:
    """Lag en svarfil, eller la den gjelde fra i dag."""


@case.command()
@click.argument("kommune", required=False)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Filen som skal skrives.")
@click.option("--questions", is_flag=True, help="List opp hvert spørsmål med id og type.")
@language_option
@day_option
@rules_option
def new(  # noqa: PLR0913 - one for each option
    kommune: str | None,
    out: Path | None,
    lang: str | None,
    as_of: date | None,
    *,
    rules: Path | None,
    questions: bool,
) -> None:
    """Lag en svarfil for KOMMUNE (nummer eller navn) med tallene fylt ut."""
    language = Language(lang or "nb")
    book = load_rulebook(rules, language)
    if questions:
        _list_questions(book, language)
        return
    if not kommune:
        raise click.UsageError("Oppgi kommunen, for eksempel 5044.")
    municipalities = load_all_municipalities()
    municipality = find_municipality(kommune, municipalities, language)
    spoken = Language(lang) if lang else municipality.language_decision.memo_language
    fresh = new_case(municipality, book, dated(as_of, book, language), spoken)
    text = casefile.write(replace(fresh, versions=versions(book, municipalities)))
    if out:
        write_new(out, text.encode(), language)
    else:
        click.echo(text, nl=False)


@case.command()
@click.argument("sak", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Filen som skal skrives, ellers SAK selv."
)
@click.option(
    "--kommune",
    help="Kommunen (nummer eller navn) som svarene skal gjelde, når den i SAK ikke finnes.",
)
@language_option
@rules_option
def renew(
    sak: Path, out: Path | None, kommune: str | None, lang: str | None, rules: Path | None
) -> None:
    """Vis hva dagens dato og regler endrer for svarfilen SAK, og skriv den med dagens dato."""
    book, municipalities = load_rulebook(rules, Language(lang or "nb")), load_all_municipalities()
    old = read_case(sak, book, municipalities, lang, lost_too=kommune is not None)
    language, today = Language(lang) if lang else old.language, clock.today()
    if kommune is not None:
        chosen = _successor(old, kommune, municipalities, language)
        if out is None:
            raise click.UsageError(
                "Oppgi en ny fil med --out, så blir den gamle svarfilen som den er."
            )
        carried = carried_over(old, book, chosen, today)
        carried = replace(carried, versions=versions(book, municipalities))
        write_new(out, casefile.write(carried).encode(), language)
        click.echo(_CARRIED.to(language, number=old.municipality_number, now=chosen.numbered))
        return
    if old.as_of == today:
        if out is not None and not _is_same(out, sak):
            write_new(out, casefile.write(old).encode(), language)
        click.echo(_FRESH.to(language, day=today))
        return
    municipality = municipalities.get(old.municipality_number)
    # The figures stay as they are, and so does what they are from.
    worked_on = replace(versions(book, municipalities), figures=old.versions.figures)
    renewed = replace(old, as_of=today, versions=worked_on)
    before, after = (assess(each, book, municipality) for each in (old, renewed))
    wording = ComparisonWording(compare(before, after), language)
    click.echo("\n".join(comparison_lines(wording)) + "\n")
    put = write if out is None or _is_same(out, sak) else write_new
    put(out or sak, casefile.write(renewed).encode(), language)
    click.echo(_RENEWED.to(language, old=old.as_of, day=today))


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)


def _successor(
    old: Case, kommune: str, municipalities: Municipalities, language: Language
) -> Municipality:
    """Return the municipality that is meant, or end where it is none that the old one is in now.

    Of a number that nobody has had, it may be any: it was a slip.
    """
    number = old.municipality_number
    if municipalities.has(number):
        fail(_IS_STILL.to(language, now=municipalities.get(number).numbered))
    search = municipalities.search(number)
    chosen = find_municipality(kommune, municipalities, language)
    if search.former and chosen not in search.offered:
        fail(f"{told_of_number(search).to(language)} {_ONE_OF_THEM.to(language)}")
    return chosen


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
