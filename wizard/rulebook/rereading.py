"""Writes into the rule files that sources have been read, and schemes checked, again.

The dates change where they stand, and nothing else does: comments, order and quotes are the
owner's. The whole rulebook is tried with the new dates before a file is touched.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.in_place import NotThere, changed
from wizard.rulebook.layout import RuleFile, find
from wizard.rulebook.loading import load_files
from wizard.rulebook.reading import Reading
from wizard.rulebook.replacing import replace_files
from wizard.rulebook.tree import Fields, Node, Scalar, Series, parse

_SOURCES = "kilder"
_SCHEMES = frozenset({"virkemidler", "tiltak"})
_DATE = r"\d{4}-\d{2}-\d{2}"


@dataclass(frozen=True, slots=True)
class Days:
    """When something was read or checked, and when that must be done again."""

    read: date
    again: date


def reread(
    folder: Path, sources: Mapping[str, Days], schemes: Mapping[str, Days], today: date
) -> tuple[Path, ...]:
    """Write the days of sources and schemes, by id, into the rule files; return those written.

    Raises:
        RulebookError: the rules could not be used with these days; nothing is written.
        ChangedMeanwhile, NotThere: as they say; nothing is written.
        OSError: a file could not be written; all are as before.

    """
    files = find(folder, Reading())
    new = [_with_days(file, sources, schemes) for file in files]
    _try(new, sources, schemes, today)
    return replace_files(folder, files, new)


def _try(
    files: list[RuleFile], sources: Mapping[str, Days], schemes: Mapping[str, Days], today: date
) -> Rulebook:
    """Return the rulebook as it will be, which has these days; problems are raised."""
    book = load_files(files, Reading(today))
    found = {id_: Days(book.sources[id_].read, book.sources[id_].read_again) for id_ in sources}
    checked = {id_: Days(book.schemes[id_].checked, book.schemes[id_].check_by) for id_ in schemes}
    if found != sources or checked != schemes:
        # A key that stands twice would be refused, so this is a file that is no plain text.
        raise NotThere(files[0].place)
    return book


def _with_days(
    file: RuleFile, sources: Mapping[str, Days], schemes: Mapping[str, Days]
) -> RuleFile:
    edits = {place: day.isoformat() for place, day in _edits(file, sources, schemes)}
    return replace(file, content=changed(file.content, edits, _DATE)) if edits else file


def _edits(
    file: RuleFile, sources: Mapping[str, Days], schemes: Mapping[str, Days]
) -> Iterator[tuple[Place, date]]:
    """Yield where a new day is to stand in a file."""
    if not file.folder and file.stem == _SOURCES:
        for item in _items(parse(file.name, file.content)[0]):
            if (id_ := _word(item, "id")) in sources:
                yield from _two(item, ("lest", "les_igjen"), sources[id_])
    elif file.folder in _SCHEMES and file.stem in schemes:
        tree = parse(file.name, file.content)[0]
        if isinstance(tree, Fields):
            yield from _two(tree, ("kontrollert", "kontroller_innen"), schemes[file.stem])


def _items(tree: Node | None) -> Iterable[Fields]:
    items = tree.items if isinstance(tree, Series) else []
    return (item for item in items if isinstance(item, Fields))


def _word(fields: Fields, key: str) -> str:
    entry = fields.entries.get(key)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _two(fields: Fields, keys: tuple[str, str], days: Days) -> Iterator[tuple[Place, date]]:
    for key, day in zip(keys, (days.read, days.again), strict=True):
        if entry := fields.entries.get(key):
            yield entry.value.place, day
