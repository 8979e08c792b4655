"""What most commands begin with: the rulebook, the municipalities, and a case from a file."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from wizard import paths, rulebook
from wizard.domain.case import Case, Versions
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import did_you_mean
from wizard.domain.text import Language, Text, joined
from wizard.municipalities import Municipalities
from wizard.municipalities import load as load_municipalities
from wizard.settings import program_version
from wizard.store import casefile
from wizard.store.problems import CasefileError

_BROKEN = Text(
    "Regelverket kan ikke brukes. {count} feil.", "Regelverket kan ikkje brukast. {count} feil."
)
_NOT_A_CASE = Text(
    "{file} er ikke en svarfil som kan brukes:", "{file} er ikkje ei svarfil som kan brukast:"
)
_NO_MUNICIPALITY = Text("Fant ingen kommune «{text}».", "Fann ingen kommune «{text}».")
_SEVERAL = Text("Flere kommuner heter «{text}».", "Fleire kommunar heiter «{text}».")

Command = TypeVar("Command", bound=Callable[..., object])


def fail(*lines: str) -> NoReturn:
    """Print what is wrong on the error stream and end with status 1."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(1)


def language_option(command: Command) -> Command:
    """Add `--lang`."""
    return click.option("--lang", type=click.Choice(["nb", "nn"]), help="Målform.")(command)


def day_option(command: Command) -> Command:
    """Add `--as-of`, a date."""
    option = click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Dagen reglene skal gjelde for."
    )
    return option(command)


def day_of(given: datetime | None) -> date | None:
    """Return the date that `--as-of` gave."""
    return given.date() if given else None


def load_rulebook(folder: Path | None, language: Language = Language.NB) -> Rulebook:
    """Return the rulebook, or end with every problem it has."""
    try:
        return rulebook.load(folder or paths.RULES)
    except rulebook.RulebookError as error:
        heading = _BROKEN.format(count=len(error.problems)).to(language)
        fail(*(problem.to(language) for problem in error.problems), heading)


def load_all_municipalities() -> Municipalities:
    """Return the bundled municipalities."""
    return load_municipalities(paths.DATA)


def find_municipality(
    text: str, municipalities: Municipalities, language: Language
) -> Municipality:
    """Return the municipality that a number or name means, or end with suggestions."""
    found = municipalities.find(text)
    if len(found) == 1:
        return found[0]
    message = (_SEVERAL if found else _NO_MUNICIPALITY).format(text=text)
    likely = found or municipalities.suggest(text)
    names = ", ".join(f"{each.label} ({each.number})" for each in likely)
    fail(joined(message, did_you_mean(names)).to(language))


def read_case(
    path: Path, book: Rulebook, municipalities: Municipalities, language: str | None
) -> Case:
    """Return the case in a file, or end with every problem in it."""
    try:
        return casefile.read(path.read_bytes(), book, municipalities)
    except CasefileError as error:
        spoken = Language(language or "nb")
        fail(
            _NOT_A_CASE.format(file=path).to(spoken),
            *(f"  {each.pointer or '/'}: {each.message.to(spoken)}" for each in error.problems),
        )


def versions(book: Rulebook, municipalities: Municipalities) -> Versions:
    """Return what a case made or read now is worked on with."""
    return Versions(book.hash, municipalities.version, program_version())
