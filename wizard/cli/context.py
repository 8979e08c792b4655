"""What most commands begin with: the rulebook, the municipalities, and a case from a file."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from wizard import clock, paths, rulebook
from wizard.domain.case import Case, Versions
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import did_you_mean
from wizard.domain.text import Language, Text, joined
from wizard.municipalities import Municipalities
from wizard.municipalities import load as load_municipalities
from wizard.municipalities.telling import told
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import rules_in
from wizard.settings import program_version
from wizard.store import casefile
from wizard.store.problems import CasefileError
from wizard.troubles import why

_BROKEN = Text(
    "Regelverket kan ikke brukes. {count} feil.", "Regelverket kan ikkje brukast. {count} feil."
)
_MORE = Text(
    "… og {count} feil til. Rett disse først, og prøv igjen.",
    "… og {count} feil til. Rett desse først, og prøv igjen.",
)
# More than anybody reads; what the others come of stands first.
_MOST_SHOWN = 200
_NOT_A_CASE = Text(
    "{file} er ikke en svarfil som kan brukes:", "{file} er ikkje ei svarfil som kan brukast:"
)
CARRY = Text(
    "Kjør «wizard case renew» med --kommune, så blir svarene med over.",
    "Køyr «wizard case renew» med --kommune, så blir svara med over.",
)
_OURS = Text("Leser reglene i {folder}.", "Les reglane i {folder}.")
_RETIRED = Text(
    "Merk: Reglene spør ikke lenger om dette, eller har andre svar: {ids}. "
    "Svarene er beholdt, men teller ikke.",
    "Merk: Reglane spør ikkje lenger om dette, eller har andre svar: {ids}. "
    "Svara er tekne vare på, men tel ikkje.",
)
_NO_FOLDER = Text(
    "Mappen {folder} finnes ikke. Lag den først, eller velg en annen mappe.",
    "Mappa {folder} finst ikkje. Lag ho først, eller vel ei anna mappe.",
)
_NOT_A_FOLDER = Text(
    "«{file}» er en fil, ikke en mappe. Velg en mappe.",
    "«{file}» er ei fil, ikkje ei mappe. Vel ei mappe.",
)
_IS_THERE = Text(
    "{file} finnes fra før, og kan ha svar. Velg et annet navn.",
    "{file} finst frå før, og kan ha svar. Vel eit anna namn.",
)
_NOT_WRITTEN = Text(
    "Kan ikke skrive {file} ({why}). Velg et annet sted.",
    "Kan ikkje skrive {file} ({why}). Vel ein annan stad.",
)
_WROTE = Text("Skrev {file}", "Skreiv {file}")

Command = TypeVar("Command", bound=Callable[..., object])


def fail(*lines: str) -> NoReturn:
    """Print what is wrong on the error stream and end with status 1."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(1)


def language_option(command: Command) -> Command:
    """Add `--lang`."""
    return click.option("--lang", type=click.Choice(["nb", "nn"]), help="Målform.")(command)


def rules_option(command: Command) -> Command:
    """Add `--rules`."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("--rules", type=folder, help="Mappen med reglene, når det ikke er våre.")(
        command
    )


def folder_option(command: Command) -> Command:
    """Add `--rules` to a command for policy staff; without it, it is our own folder."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option(
        "--rules", "folder", default=paths.RULES, type=folder, help="Mappen med reglene."
    )(command)


def told_folder(folder: Path, language: Language) -> Path:
    """Return a folder of rules that nobody has named, once it is said that it is the one read."""
    click.echo(_OURS.to(language, folder=folder), err=True)
    return folder


def load_rulebook(
    folder: Path | None,
    language: Language = Language.NB,
    today: date | None = None,
    *,
    guarded: bool = True,
) -> Rulebook:
    """Return the rulebook, or end with every problem it has; the rest as for `rulebook.load`.

    Of a folder of releases, it is the one that is live.
    """
    try:
        return rulebook.load(rules_in(folder or paths.RULES), today, guarded=guarded)
    except RefusedError as error:
        fail(error.message.to(language))
    except rulebook.RulebookError as error:
        shown = [problem.to(language) for problem in error.problems[:_MOST_SHOWN]]
        if more := len(error.problems) - len(shown):
            shown.append(_MORE.format(count=more).to(language))
        fail(*shown, _BROKEN.format(count=len(error.problems)).to(language))


def load_all_municipalities(folder: Path | None = None) -> Municipalities:
    """Return the municipalities in a folder, the bundled ones unless told."""
    return load_municipalities(folder or paths.DATA)


def find_municipality(
    text: str, municipalities: Municipalities, language: Language
) -> Municipality:
    """Return the municipality that a number or name means, or end with suggestions."""
    search = municipalities.search(text)
    if search.found:
        return search.found
    likely = ", ".join(each.numbered for each in search.offered)
    # The sentence about a former one names those that follow it.
    asked = Text("", "") if search.former else did_you_mean(likely)
    fail(joined(told(search), asked).to(language))


def read_case(
    path: Path,
    book: Rulebook,
    municipalities: Municipalities,
    language: str | None,
    *,
    lost_too: bool = False,
) -> Case:
    """Return the case in a file, or end with every problem in it.

    With `lost_too` it may be of a number that no municipality has, or none any more.
    """
    spoken = Language(language or "nb")
    try:
        case = casefile.read(
            path.read_bytes(),
            book,
            municipalities,
            clock.today(),
            casefile.Whose.ANYBODY if lost_too else casefile.Whose.PRESENT,
        )
    except CasefileError as error:
        fail(
            _NOT_A_CASE.format(file=path).to(spoken),
            *(f"  {each.pointer or '/'}: {each.message.to(spoken)}" for each in error.problems),
            *([CARRY.to(spoken)] if error.is_lost else []),
        )
    if case.retired:
        click.echo(_RETIRED.format(ids=", ".join(sorted(case.retired))).to(spoken), err=True)
    return case


def write(path: Path, content: bytes, language: Language) -> None:
    """Write a file and say so, or end with why it cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        must_have_folder(path, language)
        fail(_NOT_WRITTEN.format(file=path, why=why(error)).to(language))
    click.echo(_WROTE.format(file=path).to(language))


def must_have_folder(path: Path, language: Language) -> None:
    """End where the folder that a file is to be written into is not there; none is made unasked."""
    if not path.parent.is_dir():
        fail(_NO_FOLDER.format(folder=path.parent).to(language))


def make_folder(folder: Path, language: Language) -> None:
    """Make the folder that files are to be written into, or end with why it cannot be made."""
    if folder.exists() and not folder.is_dir():
        fail(_NOT_A_FOLDER.format(file=folder).to(language))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(_NOT_WRITTEN.format(file=folder, why=why(error)).to(language))


def write_new(path: Path, content: bytes, language: Language) -> None:
    """Write a file that is not there yet; one that is may hold somebody's answers."""
    if path.exists():
        fail(_IS_THERE.format(file=path).to(language))
    write(path, content, language)


def versions(book: Rulebook, municipalities: Municipalities) -> Versions:
    """Return what a case made or read now is worked on with."""
    return Versions(book.hash, municipalities.version, program_version())
