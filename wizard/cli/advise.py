"""`wizard advise` and `wizard explain`: what the rules say about a case, and why."""

import json
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
    rules_option,
)
from wizard.cli.days import asked_about, day_option
from wizard.cli.show import advice_lines
from wizard.domain.text import Language
from wizard.domain.values import Truth
from wizard.plain.advice import plain_advice
from wizard.plain.explanation import plain_explanation
from wizard.report.abolished import no_such_scheme
from wizard.report.case import CaseAccount
from wizard.report.explanation import explain as explain_verdict
from wizard.report.truths import status
from wizard.voice.wording import Wording


def _assess(sak: Path, lang: str | None, as_of: date | None, rules: Path | None) -> Wording:
    language = Language(lang or "nb")
    book = load_rulebook(rules, language)
    day = asked_about(as_of, book, language)
    municipalities = load_all_municipalities()
    case = read_case(sak, book, municipalities, lang)
    advice = assess(case, book, municipalities.get(case.municipality_number), day)
    return Wording(advice, Language(lang) if lang else None)


_SAK = click.argument("sak", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.command()
@_SAK
@click.option("--json", "as_json", is_flag=True, help="Skriv rådet som JSON.")
@language_option
@day_option
@rules_option
def advise(
    sak: Path, lang: str | None, as_of: date | None, rules: Path | None, *, as_json: bool
) -> None:
    """Gi råd ut fra svarfilen SAK."""
    report = CaseAccount(_assess(sak, lang, as_of, rules))
    if as_json:
        click.echo(json.dumps(plain_advice(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(advice_lines(report)))


@click.command()
@_SAK
@click.argument("ordning")
@click.option("--json", "as_json", is_flag=True, help="Skriv begrunnelsen som JSON.")
@language_option
@day_option
@rules_option
def explain(  # noqa: PLR0913 - one for each option
    sak: Path,
    ordning: str,
    lang: str | None,
    as_of: date | None,
    *,
    rules: Path | None,
    as_json: bool,
) -> None:
    """Vis hele begrunnelsen for én ORDNING i svarfilen SAK."""
    wording = _assess(sak, lang, as_of, rules)
    book = wording.advice.rulebook
    ordning = book.former.schemes.get(ordning, ordning)
    if ordning not in book.schemes:
        fail(no_such_scheme(ordning, wording.labels))
    if as_json:
        click.echo(json.dumps(plain_explanation(wording, ordning), ensure_ascii=False, indent=2))
        return
    for line in explain_verdict(wording, ordning):
        click.echo(str(line))
    marks = (status(truth, wording.labels) for truth in Truth)
    click.echo("\n" + ", ".join(f"{each.mark} {each.word.lower()}" for each in marks))
