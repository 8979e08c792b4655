"""A rulebook as a folder or as a revision of git: both are read from a folder in the end."""

import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from wizard import rulebook
from wizard.cli.context import fail
from wizard.domain.former import FormerIds
from wizard.domain.text import Language, Text
from wizard.rulebook.renaming import Followed, followed

_NEITHER = Text(
    "«{name}» er verken en mappe eller en revisjon som git kjenner. Oppgi en mappe med regler, "
    "eller en revisjon som «git log» viser.",
    "«{name}» er korkje ei mappe eller ein revisjon som git kjenner. Oppgi ei mappe med reglar, "
    "eller ein revisjon som «git log» viser.",
)
_NO_PROGRAM = Text(
    "«{name}» er ingen mappe, og vi finner ikke programmet git. Installer git, eller oppgi to "
    "mapper med regler.",
    "«{name}» er inga mappe, og vi finn ikkje programmet git. Installer git, eller oppgi to "
    "mapper med reglar.",
)
_NO_GIT = Text(
    "Mappen {folder} ligger ikke i git. Oppgi to mapper med regler.",
    "Mappa {folder} ligg ikkje i git. Oppgi to mapper med reglar.",
)
_NO_RULES = Text(
    "Revisjonen «{name}» har ingen regler i mappen «{folder}».",
    "Revisjonen «{name}» har ingen reglar i mappa «{folder}».",
)
_BROKEN = Text(
    "Reglene i «{name}» kan ikke brukes. {count} feil. Rett dem først.",
    "Reglane i «{name}» kan ikkje brukast. {count} feil. Rett dei først.",
)
_SECONDS = 60


def load_named(
    name: str, ours: Path, language: Language, later: FormerIds | None = None
) -> Followed:
    """Return the rulebook that a name means: a folder, or a revision of our own rules' folder.

    With `later`, the ids that things have been given since, it is of rules that have been: it goes
    by those ids, and what guards rules is not asked, since nobody can mend them now.

    Ends the command with every problem where it cannot be used.
    """
    folder = Path(name)
    if folder.is_dir():
        return _load(folder, name, language, later)
    with _checked_out(name, ours, language) as checked_out:
        return _load(checked_out, name, language, later)


def commit_of(folder: Path) -> str:
    """Return the commit that a folder is as of; empty outside git, or where it has been changed."""
    changed = _git(folder, "status", "--porcelain", "--", ".")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD") if changed == b"" else None
    return commit.decode().strip() if commit else ""


def _load(folder: Path, name: str, language: Language, later: FormerIds | None) -> Followed:
    try:
        return Followed(rulebook.load(folder), ()) if later is None else followed(folder, later)
    except rulebook.RulebookError as error:
        heading = _BROKEN.to(language, name=name, count=len(error.problems))
        fail(*(problem.to(language) for problem in error.problems), heading)


@contextmanager
def _checked_out(revision: str, ours: Path, language: Language) -> Iterator[Path]:
    """Give the rules of a revision in a folder that is gone afterwards."""
    if shutil.which("git") is None:
        fail(_NO_PROGRAM.to(language, name=revision))
    top = _git(ours, "rev-parse", "--show-prefix")
    if top is None:
        fail(_NO_GIT.to(language, folder=ours))
    prefix = top.decode().strip().rstrip("/")
    commit = _git(ours, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^0")
    if commit is None:
        fail(_NEITHER.to(language, name=revision))
    tree = f"{commit.decode().strip()}:{prefix}"
    # From the top of the checkout: elsewhere git reads the path from where one stands.
    root = (_git(ours, "rev-parse", "--show-toplevel") or b"").decode().strip()
    packed = _git(Path(root), "archive", "--format=tar", tree)
    if packed is None:
        fail(_NO_RULES.to(language, name=revision, folder=prefix))
    with TemporaryDirectory() as folder, tarfile.open(fileobj=BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
        yield Path(folder)


def _git(folder: Path, *words: str) -> bytes | None:
    """Return what git says, or nothing where it says no, or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, check=True, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
