"""`wizard rules boundaries`: examples around each threshold, ready to paste in."""

from pathlib import Path
from textwrap import indent

import click

from wizard.cli.context import folder_option, language_option, load_rulebook
from wizard.cli.rule_files import rule_file
from wizard.domain.text import Language, Text
from wizard.lab.boundaries import Boundary
from wizard.lab.boundaries import boundaries as boundaries_of
from wizard.releases.shelf import rules_in

_PASTE = Text(
    "# {file}: Lim inn nederst under «eksempler» i {rule}.",
    "# {file}: Lim inn nedst under «eksempler» i {rule}.",
)
_SAME = Text(
    "# Utfallet er likt på begge sider av denne grensen: «{fact}» avgjør ikke noe her.",
    "# Utfallet er likt på begge sider av denne grensa: «{fact}» avgjer ikkje noko her.",
)
_NONE = Text(
    "Ingen grenser mangler eksempler i «{name}».", "Ingen grenser manglar døme i «{name}»."
)
_NESTED = "rimelighet.yaml"


@click.command()
@click.argument("name", metavar="FIL|SATS")
@folder_option
@language_option
def boundaries(name: str, folder: Path, lang: str | None) -> None:
    """Lag eksempler like under, på og like over hver grense i en regelfil, eller for en sats.

    De sier det reglene sier i dag. Les dem før du limer dem inn.
    """
    language = Language(lang or "nb")
    book = load_rulebook(folder, language)
    name = rule_file(name, book, rules_in(folder), language, or_rate=True)
    found = boundaries_of(book, name, language)
    if not found:
        click.echo(_NONE.to(language, name=name))
    for each in found:
        click.echo(told(each, language))


def told(boundary: Boundary, language: Language) -> str:
    """Return where the examples of a boundary belong, and the examples indented for it."""
    lines = [_PASTE.to(language, file=boundary.file, rule=boundary.rule)]
    if not boundary.tells:
        lines.append(_SAME.to(language, fact=boundary.fact))
    # A rule of plausibility stands in a list of its own.
    margin = "      " if boundary.file == _NESTED else "  "
    return "\n".join([*lines, indent("".join(boundary.examples), margin)])
