"""Rule files and rates by name on the command line."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from wizard.cli.context import fail
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import closest
from wizard.domain.text import Language, Text
from wizard.rulebook.messages import fill
from wizard.rulebook.messages.form import NO_SUCH_FILE

NOTHING_TO_TRY = Text("«{name}» har ikke noe å prøve.", "«{name}» har ikkje noko å prøve.")
_NO_FILE_OR_RATE = Text(
    "Ingen regelfil og ingen sats heter «{raw}».", "Inga regelfil og ingen sats heiter «{raw}»."
)


def rule_file(
    name: str, book: Rulebook, folder: Path, language: Language, *, or_rate: bool = False
) -> str:
    """Return the rule file that is meant, or else the rate; or end with the nearest there is.

    The file can be named with the folder of the rules before it, as shells complete it.
    """
    files = _files(book)
    meant = [each for each in files if _is_named(name, each)]
    if or_rate and name in book.rates:
        meant.append(name)
    if not meant:
        if any(_is_named(name, each) for each in _yaml_in(folder)):
            fail(NOTHING_TO_TRY.to(language, name=name))
        known = (*files, *book.rates) if or_rate else files
        message = _NO_FILE_OR_RATE if or_rate else NO_SUCH_FILE
        fail(fill(message, meant=closest(name, known), raw=name).to(language))
    return meant[0]


def _is_named(name: str, file: str) -> bool:
    return name == file or name.endswith(f"/{file}")


def _yaml_in(folder: Path) -> Iterator[str]:
    yield from (each.relative_to(folder).as_posix() for each in folder.rglob("*.yaml"))


def _files(book: Rulebook) -> tuple[str, ...]:
    places = chain(
        (each.place for each in book.needs.values()),
        (each.place for each in book.schemes.values()),
        (each.place for each in book.plausibility.rules),
        (each.place for each in book.rates.values()),
        (each.place for each in book.questions.values()),
    )
    return tuple(dict.fromkeys(place.file for place in places))
