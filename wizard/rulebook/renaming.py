"""Gives something in a rulebook another id, or another name, wherever it is mentioned.

Words change where they stand, and nothing else does: comments, order and quotes are the owner's.
The whole rulebook is tried before a file is touched. The former id is kept in `tidligere.yaml`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wizard.domain.former import FormerIds
from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.rulebook.in_place import NotThere, changed
from wizard.rulebook.kinds.former import KEYS, WAS
from wizard.rulebook.layout import NAMED_AFTER, RuleFile, find
from wizard.rulebook.loading import hash_of, load_files
from wizard.rulebook.naming import Named, named
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.replacing import replace_files
from wizard.rulebook.texts import SLOT_KINDS
from wizard.rulebook.tree import Fields, parse

_TABLE = RuleFile("", "tidligere", b"")
_HEAD = "# Id-er som er byttet ut. «wizard rules rename» skriver dem, og gamle saker trenger dem."
_SLOTS = {kind: word for word, kind in SLOT_KINDS.items()}


@dataclass(frozen=True, slots=True)
class Renaming:
    """Something of a kind is to have another id."""

    kind: Kind
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """The files as they are to be, how many mentions changed in them, and the rulebook."""

    files: tuple[RuleFile, ...]
    mentions: int
    book: Rulebook


def renamed(
    files: Iterable[RuleFile],
    wanted: Renaming,
    today: date | None = None,
    *,
    guarded: bool = True,
) -> Renamed:
    """Return the files of a rulebook where something has another id, read anew.

    Rules of the past are not `guarded`: nobody can mend them.

    Raises:
        RulebookError: the rules cannot be used, before or after: the id may be taken.
        NotThere: a mention does not stand as one piece where it should.

    """
    before, reading = list(files), Reading(today)
    load_files(before, reading, guarded=False)
    found = list(_mentions(before, reading, wanted))
    after = [_with_id(file, found, wanted) for file in before if file.name != _TABLE.name]
    table = next((file for file in before if file.name == _TABLE.name), _TABLE)
    after.append(_with_former(_with_id(table, found, wanted), wanted))
    after.sort(key=lambda file: file.name)
    again = Reading(today)
    book = load_files(after, again, guarded=guarded)
    if left := list(_mentions(after, again, replace(wanted, new=wanted.old))):
        raise NotThere(min(place for place, _ in left))
    return Renamed(tuple(after), len(found), book)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of something that was given another id or another name."""

    renamed: Renamed | None
    named: Named | None
    written: tuple[Path, ...]


def rename(folder: Path, wanted: Renaming, name: Text | None, today: date) -> Done:
    """Give something in a folder of rules another id, another name, or both.

    Raises:
        RulebookError, NotThere: as for `renamed`; nothing is written.
        LookupError: it has no name that we give it; nothing is written.
        ChangedMeanwhile: as it says; nothing is written.
        OSError: a file could not be written; all are as before.

    """
    before = tuple(find(folder, Reading()))
    called = named(before, wanted.kind, wanted.old, name) if name else None
    files = called.files if called else before
    load_files(list(files), Reading(today))
    done = renamed(files, wanted, today) if wanted.new != wanted.old else None
    written = replace_files(folder, before, done.files if done else files)
    return Done(done, called, written)


@dataclass(frozen=True, slots=True)
class Followed:
    """A rulebook by the ids that things have today, and those that it had by others."""

    book: Rulebook
    renamings: tuple[Renaming, ...]


def followed(folder: Path, former: FormerIds) -> Followed:
    """Return the rulebook in a folder by the ids that `former` says that things have today.

    What differs from a later rulebook is then what has changed, and not what it is called. It has
    the hash of the files as they lie.

    Raises:
        RulebookError: the rules cannot be used.

    """
    reading = Reading()
    files = find(folder, reading)
    book = load_files(files, reading, guarded=False)
    hash_ = hash_of(files)
    renamings = list[Renaming]()
    for wanted in _renamings(former):
        taken = reading.defined[wanted.kind]
        if wanted.old in taken and wanted.new not in taken:
            done = renamed(files, wanted, guarded=False)
            files, book = list(done.files), done.book
            renamings.append(wanted)
    return Followed(replace(book, hash=hash_), tuple(renamings))


def _renamings(former: FormerIds) -> Iterator[Renaming]:
    tables = (former.schemes, former.facts, former.needs, former.rates, former.sources)
    for kind, table in zip(KEYS, tables, strict=True):
        yield from (Renaming(kind, old, new) for old, new in table.items())


def _mentions(
    files: Iterable[RuleFile], reading: Reading, wanted: Renaming
) -> Iterator[tuple[Place, bool]]:
    """Yield where the thing has its id, and each mention of it; true of one within a text."""
    for file in files:
        if NAMED_AFTER.get(file.folder) is wanted.kind and file.stem == wanted.old:
            tree = parse(file.name, file.content)[0]
            if isinstance(tree, Fields):
                yield tree.entries["id"].value.place, False
    if wanted.kind not in NAMED_AFTER.values() and wanted.old in reading.defined[wanted.kind]:
        yield reading.defined[wanted.kind][wanted.old], False
    for each in reading.references:
        if each.kind is wanted.kind and each.id == wanted.old:
            yield each.place, each.within


def _with_id(file: RuleFile, found: list[tuple[Place, bool]], wanted: Renaming) -> RuleFile:
    places = {
        place: wanted.new for place, within in found if place.file == file.name and not within
    }
    content = changed(file.content, places, re.escape(wanted.old)) if places else file.content
    if word := _SLOTS.get(wanted.kind):
        old, new = (f"{{{word}:{id_}}}".encode() for id_ in (wanted.old, wanted.new))
        content = content.replace(old, new)
    is_its_own = NAMED_AFTER.get(file.folder) is wanted.kind and file.stem == wanted.old
    return replace(file, stem=wanted.new if is_its_own else file.stem, content=content)


def _with_former(table: RuleFile, wanted: Renaming) -> RuleFile:
    """Return the table of former ids with one more; an id that comes back is none of them."""
    key = KEYS[wanted.kind]
    lines = (table.content.decode() or _HEAD).splitlines()
    back = f"- {{{key}: {wanted.new}, {WAS}: {wanted.new}}}"
    lines = [
        *(line for line in lines if line != back),
        f"- {{{key}: {wanted.new}, {WAS}: {wanted.old}}}",
    ]
    return replace(table, content=("\n".join(lines) + "\n").encode())
