"""`wizard memo`: the memo of a case file, or of every journey in the rulebook."""

from dataclasses import replace
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
)
from wizard.domain.advice import Advice
from wizard.domain.text import Language, Text
from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.naming import memo_filename
from wizard.memo.unresolved import IncompleteMemo
from wizard.press.pdf import PdfUnavailable, UnprintableCharacters

_WROTE = Text("Skrev {file}", "Skreiv {file}")
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
def memo(
    sak: Path | None, out: Path | None, lang: str | None, *, everything: bool, as_html: bool
) -> None:
    """Lag tiltaksnotatet for svarfilen SAK."""
    language = Language(lang) if lang else None
    if everything:
        folder = out or Path("notater")
        folder.mkdir(parents=True, exist_ok=True)
        for advice in _journeys():
            _write(advice, language, folder / memo_filename(advice, _suffix(as_html=as_html)))
        return
    if sak is None:
        raise click.UsageError("Oppgi svarfilen, eller --all.")
    advice = _advice(sak, lang)
    default = Path(memo_filename(advice, _suffix(as_html=as_html)))
    _write(advice, language, out or default)


def _suffix(*, as_html: bool) -> str:
    return "html" if as_html else "pdf"


def _advice(sak: Path, lang: str | None) -> Advice:
    book, municipalities = load_rulebook(None), load_all_municipalities()
    case = replace(
        read_case(sak, book, municipalities, lang), versions=versions(book, municipalities)
    )
    return assess(case, book, municipalities.get(case.municipality_number))


def _journeys() -> list[Advice]:
    book, municipalities = load_rulebook(None), load_all_municipalities()
    cases = [
        replace(journey.case, versions=versions(book, municipalities))
        for journey in book.journeys.values()
    ]
    return [assess(case, book, municipalities.get(case.municipality_number)) for case in cases]


def _write(advice: Advice, language: Language | None, out: Path) -> None:
    spoken = language or advice.case.language
    try:
        composed = compose(advice, language)
        if out.suffix == ".html":
            out.write_text(render_html(composed), encoding="utf-8")
        else:
            out.write_bytes(render_pdf(composed))
    except IncompleteMemo as error:
        fail(_INCOMPLETE.to(spoken), *(f"  {problem.to(spoken)}" for problem in error.problems))
    except (PdfUnavailable, UnprintableCharacters) as error:
        fail(error.message.to(spoken))
    click.echo(_WROTE.format(file=out).to(spoken))
