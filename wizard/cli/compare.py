"""`wizard compare`: what differs between two cases, days or rulebooks, and why."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from wizard.advice import assess
from wizard.advice import compare as compare_advice
from wizard.cli.context import (
    day_of,
    language_option,
    load_all_municipalities,
    load_rulebook,
    read_case,
)
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
            type=click.DateTime(["%Y-%m-%d"]),
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
def compare(  # noqa: PLR0913 - one for each option
    a: Path,
    b: Path,
    *,
    rules_a: Path | None,
    rules_b: Path | None,
    as_of_a: datetime | None,
    as_of_b: datetime | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Vis hva som er endret fra svarfilen A til svarfilen B, og hvorfor.

    A og B kan være samme fil med to datoer eller to regelverk.
    """
    language = Language(lang) if lang else None
    municipalities = load_all_municipalities()
    book_a = load_rulebook(rules_a, language or Language.NB)
    book_b = book_a if rules_a == rules_b else load_rulebook(rules_b, language or Language.NB)
    before = _assess(a, book_a, municipalities, as_of_a, lang)
    after = _assess(b, book_b, municipalities, as_of_b, lang)
    wording = ComparisonWording(compare_advice(before, after), language)
    if as_json:
        click.echo(json.dumps(plain_comparison(wording), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(wording)))


def _assess(
    path: Path,
    book: Rulebook,
    municipalities: Municipalities,
    as_of: datetime | None,
    lang: str | None,
) -> Advice:
    case = read_case(path, book, municipalities, lang)
    return assess(case, book, municipalities.get(case.municipality_number), day_of(as_of))


def _lines(wording: ComparisonWording) -> Iterable[str]:
    yield wording.title()
    if not wording.groups():
        yield wording.nothing()
    for group in wording.groups():
        yield ""
        yield group.title
        yield "-" * len(group.title)
        for entry in group.entries:
            yield f"  {entry.text}"
            yield from (f"    {sentence}" for sentence in entry.below)
