"""Writes into the rule files that sources have been read, and schemes checked, again.

The dates change where they stand, and nothing else does: comments, order and quotes are the
owner's. The whole rulebook is tried with the new dates before a file is touched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.layout import RuleFile, find
from wizard.rulebook.loading import load_files
from wizard.rulebook.reading import Reading
from wizard.rulebook.replacing import replace_all
from wizard.rulebook.tree import Fields, Node, Scalar, Series, parse

_SOURCES = "kilder"
_SCHEMES = frozenset({"virkemidler", "tiltak"})
_DATE = re.compile(r"(?P<quote>[\"']?)\d{4}-\d{2}-\d{2}(?P=quote)")
_LINE_BREAK = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Days:
    """When something was read or checked, and when that must be done again."""

    read: date
    again: date


class ChangedMeanwhile(Exception):
    """Somebody else has written one of the files since it was read; its path is the argument."""


class DateNotFound(Exception):
    """A date does not stand as one piece where it should; its place is the argument."""


def reread(
    folder: Path, sources: Mapping[str, Days], schemes: Mapping[str, Days], today: date
) -> tuple[Path, ...]:
    """Write the days of sources and schemes, by id, into the rule files; return those written.

    Raises:
        RulebookError: the rules could not be used with these days; nothing is written.
        ChangedMeanwhile, DateNotFound: as they say; nothing is written.
        OSError: a file could not be written; all are as before.

    """
    files = find(folder, Reading())
    changed = [_with_days(file, sources, schemes) for file in files]
    _try(changed, sources, schemes, today)
    contents: dict[Path, bytes] = {}
    for old, new in zip(files, changed, strict=True):
        if new.content == old.content:
            continue
        path = folder / old.name
        if path.read_bytes() != old.content:
            raise ChangedMeanwhile(path)
        contents[path] = new.content
    return replace_all(contents)


def _try(
    files: list[RuleFile], sources: Mapping[str, Days], schemes: Mapping[str, Days], today: date
) -> Rulebook:
    """Return the rulebook as it will be, which has these days; problems are raised."""
    book = load_files(files, Reading(today))
    found = {id_: Days(book.sources[id_].read, book.sources[id_].read_again) for id_ in sources}
    checked = {id_: Days(book.schemes[id_].checked, book.schemes[id_].check_by) for id_ in schemes}
    if found != sources or checked != schemes:
        # A key that stands twice would be refused, so this is a file that is no plain text.
        raise DateNotFound(files[0].place)
    return book


def _with_days(
    file: RuleFile, sources: Mapping[str, Days], schemes: Mapping[str, Days]
) -> RuleFile:
    edits = dict(_edits(file, sources, schemes))
    return replace(file, content=_edited(file, edits)) if edits else file


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


def _edited(file: RuleFile, edits: Mapping[Place, date]) -> bytes:
    """Return the content of a file with other dates at some places."""
    # Every other piece is a line break, of whichever kind the file has.
    pieces = _LINE_BREAK.split(file.content.decode())
    for place in sorted(edits, reverse=True):
        at, start = 2 * (place.line - 1), place.column - 1
        line = pieces[at] if at < len(pieces) else ""
        match = _DATE.match(line, start)
        if match is None:
            raise DateNotFound(place)
        quote = match["quote"]
        pieces[at] = f"{line[:start]}{quote}{edits[place].isoformat()}{quote}{line[match.end() :]}"
    return "".join(pieces).encode()
