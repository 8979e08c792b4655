"""`wizard memo`: a case as paper, calendar or table, or every journey in the rulebook so."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path

import click

from wizard.advice import assess, with_review
from wizard.cli.context import (
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
    make_folder,
    read_case,
    rules_option,
    versions,
    write,
)
from wizard.cli.days import asked_about, day_option
from wizard.domain.advice import Advice
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.memo.calendar_words import NO_DATES
from wizard.memo.compose import compose
from wizard.memo.model import Paper
from wizard.memo.naming import memo_filename, paper_of
from wizard.memo.unresolved import IncompleteMemo
from wizard.press.pdf import PdfUnavailable, UnprintableCharacters
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

_INCOMPLETE = Text(
    "Notatet kan ikke skrives ut, for noe mangler:",
    "Notatet kan ikkje skrivast ut, for noko manglar:",
)
_HTML_INSTEAD = Text(
    "Lag HTML i stedet: velg en fil som slutter på .html.",
    "Lag HTML i staden: vel ei fil som sluttar på .html.",
)
_TOO_LITTLE = Text(
    "Det er svart på for lite til et {paper}. Svar på mer, eller lag spørrearket: --sporreark.",
    "Det er svart på for lite til eit {paper}. Svar på meir, eller lag spørjearket: --sporreark.",
)
_NOT_FOLLOWED = Text(
    "Ingen følger opp planen i denne svarfilen, så det er ingen status å melde. Begynn å følge den "
    "opp i veiviseren, last ned svarfilen derfra, og prøv igjen.",
    "Ingen følgjer opp planen i denne svarfila, så det er ingen status å melde. Start med å følgje "
    "han opp i vegvisaren, last ned svarfila derfrå, og prøv igjen.",
)
_SHEET_INSTEAD = Text(
    "Det er svart på for lite til et tiltaksnotat. Dette er spørrearket.",
    "Det er svart på for lite til eit tiltaksnotat. Dette er spørjearket.",
)
_NAMES = {Paper.SHORT: "kortnotat", Paper.STATUS: "statusnotat"}
_FORMS = "Velg en av disse: {known}."
# What makes each form, imported when it is asked for: a PDF needs no Word.
_PAPERS = {
    "pdf": ("wizard.memo.html", "render_pdf"),
    "docx": ("wizard.memo.docx.writer", "render_docx"),
    "html": ("wizard.memo.html", "render_html"),
}
_TABLES = {
    "ics": ("wizard.memo.calendar", "calendar"),
    "csv": ("wizard.memo.sheet", "plan_csv"),
    "json": ("wizard.plain.rows", "plan_json"),
}
_KNOWN = (*_PAPERS, *_TABLES)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """In which language, and on which paper; `None` is what the case itself asks for.

    Where it is `plain`, without what an adviser has added.
    """

    language: Language | None
    paper: Paper | None
    plain: bool

    def spoken(self, advice: Advice) -> Language:
        """Return the language that the case is spoken to in."""
        return self.language or advice.case.language


@click.command()
@click.argument("sak", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="Filen, som slutter på .pdf, .docx, .html, .ics, .csv eller .json. "
    "Mappen når --all eller --form er med.",
)
@click.option("--form", "forms", help="Én eller flere former: pdf,docx,html,ics,csv,json.")
@click.option("--kort", "short", is_flag=True, help="Lag kortnotatet på én side.")
@click.option("--sporreark", "questions", is_flag=True, help="Lag spørrearket.")
@click.option("--status", is_flag=True, help="Lag statusnotatet: hvordan det har gått med planen.")
@click.option("--all", "everything", is_flag=True, help="Lag notatet for hver situasjon i reglene.")
@click.option("--html", "as_html", is_flag=True, help="Det samme som «--form html».")
@click.option(
    "--uten-radgiver", "plain", is_flag=True, help="Ta ikke med det rådgiveren har lagt til."
)
@language_option
@day_option
@rules_option
def memo(  # noqa: PLR0913 - one for each option
    sak: Path | None,
    out: Path | None,
    forms: str | None,
    lang: str | None,
    as_of: date | None,
    *,
    rules: Path | None,
    short: bool,
    questions: bool,
    status: bool,
    everything: bool,
    as_html: bool,
    plain: bool,
) -> None:
    """Lag tiltaksnotatet for svarfilen SAK, som PDF, Word eller HTML.

    Planen i notatet kan også bli en kalender (.ics) eller en tabell (.csv, .json).
    """
    language = Language(lang) if lang else None
    if sak is None and not everything:
        raise click.UsageError("Oppgi svarfilen, eller --all.")
    if sak is not None and everything:
        raise click.UsageError("Oppgi svarfilen eller --all, ikke begge.")
    wanted = _Wanted(language, _paper(short=short, questions=questions, status=status), plain)
    chosen = _forms(forms or ("html" if as_html else None))
    alone = None if everything or forms else _form_of(out)
    if as_html and alone not in {None, "html"}:
        raise click.UsageError("--html passer ikke med det filnavnet. Ta bort --html.")
    if wanted.paper and alone in _TABLES:
        message = "--kort, --sporreark og --status gjelder bare for .pdf, .docx og .html."
        raise click.UsageError(message)
    book = load_rulebook(rules, language or Language.NB)
    day = asked_about(as_of, book, language or Language.NB)
    if sak is not None and not everything:
        advice = _advice(sak, book, lang, day, wanted)
        if alone and out:
            content, paper = _content(advice, alone, wanted)
            _write(content, out, advice, wanted, paper)
        else:
            _write_all([advice], chosen, wanted, out or Path())
    else:
        _write_all(_journeys(book, day), chosen, wanted, out or Path("notater"))


def _paper(*, short: bool, questions: bool, status: bool) -> Paper | None:
    asked = {Paper.SHORT: short, Paper.QUESTIONS: questions, Paper.STATUS: status}
    papers = [paper for paper, wanted in asked.items() if wanted]
    if len(papers) > 1:
        raise click.UsageError("Velg én av --kort, --sporreark og --status.")
    return papers[0] if papers else None


def _forms(told: str | None) -> tuple[str, ...]:
    """Return the forms asked for by name; a PDF unless told."""
    names = [each.strip().lower() for each in (told or "pdf").split(",")]
    unknown = [name for name in names if name not in _KNOWN]
    if unknown:
        known = _FORMS.format(known=", ".join(_KNOWN))
        raise click.UsageError(f"Kjenner ikke formen «{unknown[0]}». {known}")
    return tuple(dict.fromkeys(names))


def _form_of(out: Path | None) -> str | None:
    """Return the form that a file's name asks for, if there is a file."""
    if out is None:
        return None
    form = out.suffix.removeprefix(".").lower()
    if form not in _KNOWN:
        known = _FORMS.format(known=", ".join(f".{each}" for each in _KNOWN))
        raise click.UsageError(f"Vet ikke hvordan «{out.name}» skal skrives. {known}")
    return form


def _advice(
    sak: Path, book: Rulebook, lang: str | None, day: date | None, wanted: _Wanted
) -> Advice:
    """Return the advice on a day; unless told, a status is of the day that somebody last marked."""
    municipalities = load_all_municipalities()
    case = replace(
        read_case(sak, book, municipalities, lang), versions=versions(book, municipalities)
    )
    if wanted.plain:
        case = replace(case, review=None)
    if day is None and wanted.paper is Paper.STATUS and case.follow_up:
        day = max(case.as_of, case.follow_up.last_marked)
    return assess(case, book, municipalities.get(case.municipality_number), day)


def _journeys(book: Rulebook, day: date | None) -> Iterable[Advice]:
    municipalities = load_all_municipalities()
    for journey in book.journeys.values():
        case = replace(journey.case, versions=versions(book, municipalities))
        yield assess(case, book, municipalities.get(case.municipality_number), day)


def _write_all(
    advised: Iterable[Advice], forms: Sequence[str], wanted: _Wanted, folder: Path
) -> None:
    """Write each case in each form, under names of their own; end badly if nothing came of it."""
    make_folder(folder, wanted.language or Language.NB)
    written = 0
    for advice in advised:
        for form in forms:
            content, paper = _content(advice, form, wanted)
            out, spoken = folder / memo_filename(advice, form, paper), wanted.spoken(advice)
            if isinstance(content, Text):
                about = out if content is NO_DATES else advice.municipality.label
                click.echo(_told(about, content, spoken), err=True)
            else:
                _write(content, out, advice, wanted, paper)
                written += 1
    if not written:
        sys.exit(1)


def _write(
    content: bytes | Text, out: Path, advice: Advice, wanted: _Wanted, paper: Paper | None
) -> None:
    """Write a file; say it where it is the question sheet, though nobody asked for that."""
    spoken = wanted.spoken(advice)
    if isinstance(content, Text):
        fail(_told(out, content, spoken))
    write(out, content, spoken)
    if paper is Paper.QUESTIONS and wanted.paper is None:
        click.echo(_told(out, _SHEET_INSTEAD, spoken), err=True)


def _told(about: Path | str, message: Text, language: Language) -> str:
    return f"{about}: {message.to(language)}"


def _content(advice: Advice, form: str, wanted: _Wanted) -> tuple[bytes | Text, Paper | None]:
    """Return a case in one form, and which paper it became; or end with what stands in the way.

    A calendar without dates is nothing, nor is a paper that too little is answered for: then it is
    told why.
    """
    if form in _TABLES:
        report = CaseAccount(Wording(with_review(advice), wanted.language))
        made = _made(_TABLES[form], report, wanted.spoken(advice))
        return NO_DATES if made is None else made, None
    if wanted.paper in _NAMES and paper_of(advice, wanted.paper) is not wanted.paper:
        name = _NAMES[wanted.paper]
        return Text(*(each.format(paper=name) for each in (_TOO_LITTLE.nb, _TOO_LITTLE.nn))), None
    if wanted.paper is Paper.STATUS and advice.case.follow_up is None:
        return _NOT_FOLLOWED, None
    try:
        composed = compose(advice, wanted.language, wanted.paper)
    except IncompleteMemo as error:
        spoken = wanted.spoken(advice)
        fail(_INCOMPLETE.to(spoken), *(f"  {problem.to(spoken)}" for problem in error.problems))
    return _made(_PAPERS[form], composed, wanted.spoken(advice)) or b"", composed.paper


def _made(by: tuple[str, str], what: object, spoken: Language) -> bytes | None:
    module, name = by
    try:
        made: str | bytes | None = getattr(import_module(module), name)(what)
    except (PdfUnavailable, UnprintableCharacters) as error:
        fail(error.message.to(spoken), _HTML_INSTEAD.to(spoken))
    return made.encode() if isinstance(made, str) else made
