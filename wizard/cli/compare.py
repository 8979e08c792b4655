"""`wizard compare`: what differs between two cases, days or rulebooks, and why."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from wizard.advice import assess
from wizard.advice import compare as compare_advice
from wizard.cli.context import (
    language_option,
    load_all_municipalities,
    load_rulebook,
    read_case,
)
from wizard.cli.days import Day, asked_about, day_option
from wizard.cli.renamed import followed_to, tell_renamings
from wizard.cli.show import comparison_lines
from wizard.domain.advice import Advice
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.plain.comparison import plain_comparison
from wizard.voice.comparison_wording import ComparisonWording

Command = TypeVar("Command", bound=Callable[..., object])

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _side(letter: str) -> Callable[[Command], Command]:
    """Add the options of one of the two cases."""

    def add(command: Command) -> Command:
        rules = click.option(
            f"--rules-{letter}", type=_FOLDER, help=f"Mappen med reglene for {letter.upper()}."
        )
        day = click.option(
            f"--as-of-{letter}",
            type=Day(),
            help=f"Dagen reglene skal gjelde for i {letter.upper()}.",
        )
        return rules(day(command))

    return add


@click.command()
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE)
@_side("a")
@_side("b")
@click.option("--json", "as_json", is_flag=True, help="Skriv forskjellene som JSON.")
@language_option
@day_option
def compare(  # noqa: PLR0913 - one for each option
    a: Path,
    b: Path,
    *,
    rules_a: Path | None,
    rules_b: Path | None,
    as_of: date | None,
    as_of_a: date | None,
    as_of_b: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Vis hva som er endret fra svarfilen A til svarfilen B, og hvorfor.

    A og B kan være samme fil med to datoer eller to regelverk. «--as-of» gjelder begge.
    """
    language = Language(lang) if lang else None
    municipalities = load_all_municipalities()
    # What rules were is not to be mended now.
    book_a = load_rulebook(rules_a, language or Language.NB, guarded=rules_a == rules_b)
    book_b = book_a if rules_a == rules_b else load_rulebook(rules_b, language or Language.NB)
    book_a, later = followed_to(book_b, book_a, rules_a)
    book_b, earlier = followed_to(book_a, book_b, rules_b)
    day_a, day_b = (
        asked_about(own, book, language or Language.NB, option)
        if own
        else asked_about(as_of, book, language or Language.NB)
        for own, book, option in (
            (as_of_a, book_a, "--as-of-a"),
            (as_of_b, book_b, "--as-of-b"),
        )
    )
    before = _assess(a, book_a, municipalities, day_a, lang)
    after = _assess(b, book_b, municipalities, day_b, lang)
    wording = ComparisonWording(compare_advice(before, after), language)
    tell_renamings((*later, *earlier), language or Language.NB, beside=as_json)
    if as_json:
        click.echo(json.dumps(plain_comparison(wording), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(comparison_lines(wording)))


def _assess(
    path: Path,
    book: Rulebook,
    municipalities: Municipalities,
    as_of: date | None,
    lang: str | None,
) -> Advice:
    case = read_case(path, book, municipalities, lang)
    return assess(case, book, municipalities.get(case.municipality_number), as_of)
