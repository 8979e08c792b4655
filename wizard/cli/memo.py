"""`wizard memo`: the memo of a case file, or of every journey in the rulebook."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from wizard.advice import assess
from wizard.cli.context import (
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
    read_case,
    versions,
    write,
)
from wizard.cli.days import asked_about, day_option
from wizard.domain.advice import Advice
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.naming import memo_filename
from wizard.memo.unresolved import IncompleteMemo
from wizard.press.pdf import PdfUnavailable, UnprintableCharacters

_INCOMPLETE = Text(
    "Notatet kan ikke skrives ut, for noe mangler:",
    "Notatet kan ikkje skrivast ut, for noko manglar:",
)


@click.command()
@click.argument("sak", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Filen, eller mappen når --all er med."
)
@click.option("--all", "everything", is_flag=True, help="Lag notatet for hver situasjon i reglene.")
@click.option("--html", "as_html", is_flag=True, help="Lag HTML i stedet for PDF.")
@language_option
@day_option
def memo(  # noqa: PLR0913 - one for each option
    sak: Path | None,
    out: Path | None,
    lang: str | None,
    as_of: date | None,
    *,
    everything: bool,
    as_html: bool,
) -> None:
    """Lag tiltaksnotatet for svarfilen SAK."""
    language = Language(lang) if lang else None
    if sak is None and not everything:
        raise click.UsageError("Oppgi svarfilen, eller --all.")
    book = load_rulebook(None, language or Language.NB)
    day = asked_about(as_of, book, language or Language.NB)
    if everything:
        folder = out or Path("notater")
        folder.mkdir(parents=True, exist_ok=True)
        for advice in _journeys(book, day):
            _write(advice, language, folder / memo_filename(advice, _suffix(as_html=as_html)))
    if sak is not None and not everything:
        advice = _advice(sak, book, lang, day)
        default = Path(memo_filename(advice, _suffix(as_html=as_html)))
        _write(advice, language, out or default)


def _suffix(*, as_html: bool) -> str:
    return "html" if as_html else "pdf"


def _advice(sak: Path, book: Rulebook, lang: str | None, day: date | None) -> Advice:
    municipalities = load_all_municipalities()
    case = replace(
        read_case(sak, book, municipalities, lang), versions=versions(book, municipalities)
    )
    return assess(case, book, municipalities.get(case.municipality_number), day)


def _journeys(book: Rulebook, day: date | None) -> list[Advice]:
    municipalities = load_all_municipalities()
    cases = [
        replace(journey.case, versions=versions(book, municipalities))
        for journey in book.journeys.values()
    ]
    return [assess(case, book, municipalities.get(case.municipality_number), day) for case in cases]


def _write(advice: Advice, language: Language | None, out: Path) -> None:
    spoken = language or advice.case.language
    try:
        composed = compose(advice, language)
        html = out.suffix == ".html"
        content = render_html(composed).encode() if html else render_pdf(composed)
    except IncompleteMemo as error:
        fail(_INCOMPLETE.to(spoken), *(f"  {problem.to(spoken)}" for problem in error.problems))
    except (PdfUnavailable, UnprintableCharacters) as error:
        fail(error.message.to(spoken))
    write(out, content, spoken)
