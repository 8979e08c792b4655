"""Two rulebooks where something has got another id: held against each other by the ids of one."""

from collections.abc import Iterable
from pathlib import Path

import click

from wizard import paths
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.releases.shelf import rules_in
from wizard.rulebook.renaming import Renaming, followed

_HAS_ID = Text(
    "Id-en «{old}» er byttet ut med «{new}». Det er samme ting før og etter.",
    "Id-en «{old}» er bytt ut med «{new}». Det er same ting før og etter.",
)


def followed_to(
    later: Rulebook, book: Rulebook, folder: Path | None
) -> tuple[Rulebook, tuple[Renaming, ...]]:
    """Return the rulebook of a folder, ours unless told, by the ids that a later one has.

    With it comes what had other ids; it is the same rulebook where nothing had.
    """
    if not later.former:
        return book, ()
    found = followed(rules_in(folder or paths.RULES), later.former)
    return (found.book, found.renamings) if found.renamings else (book, ())


def tell_renamings(renamings: Iterable[Renaming], language: Language, *, beside: bool) -> None:
    """Tell which ids are new; `beside` what is written for programs."""
    for each in renamings:
        click.echo(_HAS_ID.to(language, old=each.old, new=each.new), err=beside)
