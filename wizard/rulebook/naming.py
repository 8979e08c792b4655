"""Gives something in a rulebook another name, also in the texts that call it by its name.

A scheme or a need is named in many texts, a question or a rate only where it stands. The former
name becomes a search word. Titles of sources are not ours to change, and what else has a longer
name with the former in it keeps that, wherever it is said.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

import yaml

from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.layout import NAMED_AFTER, RuleFile
from wizard.rulebook.reading import Kind
from wizard.rulebook.texts import spelt

_FORMS = ("nb", "nn")
_SOURCES = "kilder.yaml"
_HAVE_NAMES = frozenset(folder for folder, kind in NAMED_AFTER.items() if kind is not Kind.JOURNEY)
_SPECIAL = re.compile(r"[:#,\[\]{}\"'&*!|>%@`]|^[-?] ")
_IN_FILES = {
    Kind.FACT: ("sporreskjema", "kommunetall", "nokkeltall", "rimelighet"),
    Kind.RATE: ("satser",),
}


@dataclass(frozen=True, slots=True)
class Named:
    """The files with the new name, what it `was`, and the places of the texts that changed.

    `left` are texts that may call it by its name in another form, for a person to read.
    """

    files: tuple[RuleFile, ...]
    was: Text
    places: tuple[Place, ...]
    left: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text as it stands from `start` to `end` in a file, in one written form."""

    start: int
    end: int
    line: int
    column: int
    form: str
    is_own_name: bool


def named(files: tuple[RuleFile, ...], kind: Kind, id_: str, new: Text) -> Named:
    """Return the files of a sound rulebook where something is called something else.

    Raises:
        LookupError: it has no name that we give it.

    """
    home, own = _own_name(files, kind, id_)
    was = Text(*(own[form].value for form in _FORMS))
    everywhere = kind in {Kind.SCHEME, Kind.NEED}
    others = list(_other_names(files, home)) if everywhere else []
    longer = {form: _longer(others, form, getattr(was, form)) for form in _FORMS}
    lower_too = kind is Kind.SCHEME
    called = {f: _ways(getattr(was, f), getattr(new, f), lower_too=lower_too) for f in _FORMS}
    named_there = {(file.name, node.start_mark.index) for file, _, node in others}
    after, places, left = list[RuleFile](), list[Place](), list[Place]()
    for file in files:
        is_home = file.name == home
        if not is_home and (not everywhere or file.name == _SOURCES):
            after.append(file)
            continue
        homes = {node.start_mark.index for node in own.values()} if is_home else set[int]()
        text = file.content.decode()
        pieces = [each for each in _pieces(file, homes) if everywhere or each.is_own_name]
        for piece in reversed(pieces):
            there = text[piece.start : piece.end]
            kept = longer[piece.form]
            if piece.is_own_name:
                here = _as_quoted_as(there, getattr(new, piece.form))
            else:
                here = _with_names(there, called[piece.form], kept)
            place = Place(file.name, piece.line + 1, piece.column + 1)
            if here != there:
                places.append(place)
                text = text[: piece.start] + here + text[piece.end :]
            # Whoever renames reads what else has such a name, but not each text that says it.
            rest = here if (file.name, piece.start) in named_there else re.sub(kept, "", here)
            if getattr(was, piece.form).casefold() in _without(rest, getattr(new, piece.form)):
                left.append(place)
        after.append(replace(file, content=text.encode()))
    if everywhere:
        after = [
            _with_search_words(file, was, new)
            if NAMED_AFTER.get(file.folder) is kind and file.stem == id_
            else file
            for file in after
        ]
    return Named(tuple(after), was, tuple(sorted(places)), tuple(sorted(left)))


def _own_name(
    files: tuple[RuleFile, ...], kind: Kind, id_: str
) -> tuple[str, Mapping[str, yaml.ScalarNode]]:
    """Return the file where something has its name, and the name in each written form."""
    for file in files:
        if NAMED_AFTER.get(file.folder) is kind and file.stem == id_:
            found = _child(_composed(file), "navn")
        elif (file.folder or file.stem) in _IN_FILES.get(kind, ()):
            found = next((_child(each, "navn") for each in _things(_composed(file), id_)), None)
        else:
            continue
        forms = {form: _child(found, form) for form in _FORMS}
        names = {key: node for key, node in forms.items() if isinstance(node, yaml.ScalarNode)}
        if len(names) == len(_FORMS):
            return file.name, names
    raise LookupError(id_)


def _composed(file: RuleFile) -> yaml.Node | None:
    found: yaml.Node | None = yaml.compose(file.content.decode(), Loader=yaml.SafeLoader)
    return found


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _things(node: yaml.Node | None, id_: str) -> Iterator[yaml.Node]:
    """Yield what has an id, or stands under it as a key."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _things(each, id_)
    if isinstance(node, yaml.MappingNode):
        own = _child(node, "id")
        if isinstance(own, yaml.ScalarNode) and own.value == id_:
            yield node
        for key, value in node.value:
            if key.value == id_:
                yield value
            yield from _things(value, id_)


def _pieces(file: RuleFile, homes: set[int]) -> list[_Piece]:
    """Return the texts of a file that stand in two written forms, in order."""
    return sorted(_in(_composed(file), homes), key=lambda each: each.start)


def _in(node: yaml.Node | None, homes: set[int]) -> Iterator[_Piece]:
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _in(each, homes)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode) and key.value in _FORMS:
                start, end = value.start_mark, value.end_mark
                own = start.index in homes
                yield _Piece(start.index, end.index, start.line, start.column, key.value, own)
            else:
                yield from _in(value, homes)


def _other_names(
    files: tuple[RuleFile, ...], home: str
) -> Iterator[tuple[RuleFile, str, yaml.ScalarNode]]:
    """Yield each name of what has another file, and of each source, in each written form."""
    for file in files:
        if file.name == home:
            continue
        tree = _composed(file) if file.folder in _HAVE_NAMES or file.name == _SOURCES else None
        things = tree.value if isinstance(tree, yaml.SequenceNode) else [tree]
        editions = _child(tree, "utgaver")
        if isinstance(editions, yaml.SequenceNode):
            things = [*things, *editions.value]
        for thing in things:
            found = _child(thing, "navn") or _child(thing, "tittel")
            for name in found.value if isinstance(found, yaml.SequenceNode) else [found]:
                for form in _FORMS:
                    node = _child(name, form)
                    if isinstance(node, yaml.ScalarNode):
                        yield file, form, node


def _longer(
    others: Iterable[tuple[RuleFile, str, yaml.ScalarNode]], form: str, old: str
) -> re.Pattern[str]:
    """Return what finds the other names that have the old one in them, in a text.

    The first word may be bent, as in «forskriften om …», and a remark in brackets is left out.
    """
    names = {re.sub(r"\s*\(.*\)$", "", node.value) for _, its, node in others if its == form}
    has_old = re.compile(rf"(?<![\w-]){_words(old)}(?![\w-])", re.IGNORECASE)
    longer = sorted((n for n in names if has_old.search(n) and len(n) > len(old)), key=len)
    found = "|".join(_words(name, bent=r"\w*") for name in reversed(longer)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.IGNORECASE)


def _words(name: str, bent: str = "") -> str:
    """Return the pattern of a name, which may go over two lines."""
    first, *rest = map(re.escape, name.split())
    return r"\s+".join((first + bent, *rest))


def _as_quoted_as(there: str, name: str) -> str:
    return f'"{name}"' if _SPECIAL.search(name) or there[0] in "\"'" else name


def _ways(old: str, new: str, *, lower_too: bool) -> dict[str, str]:
    """Return the new name for each way that the old one is written inside a sentence."""
    ways = {old: new}
    if lower_too and not old.isupper():
        ways.setdefault(old[:1].lower() + old[1:], new[:1].lower() + new[1:])
    return ways


def _with_names(there: str, ways: Mapping[str, str], kept: re.Pattern[str]) -> str:
    for before, after in ways.items():
        wanted = re.compile(rf"(?<![\w-]){_words(before)}(?![\w-])")
        there = _outside(kept, there, partial(wanted.sub, after.replace("\\", r"\\")))
    return there


def _outside(kept: re.Pattern[str], text: str, change: Callable[[str], str]) -> str:
    """Return a text with everything changed but what is kept."""
    found, at = "", 0
    for each in kept.finditer(text):
        found += change(text[at : each.start()]) + each[0]
        at = each.end()
    return found + change(text[at:])


def _without(text: str, name: str) -> str:
    return " ".join(text.split()).casefold().replace(name.casefold(), "")


def _with_search_words(file: RuleFile, was: Text, new: Text) -> RuleFile:
    """Return the file with the former name among its search words, so that people find it."""
    text = file.content.decode()
    try:
        tree = _composed(file)
    except yaml.YAMLError:  # the new name breaks a text here, and the loader tells where
        return file
    known = _child(tree, "sokeord")
    items = known.value if isinstance(known, yaml.SequenceNode) else []
    there = {spelt(each.value) for each in items} | {spelt(new.nb), spelt(new.nn)}
    lacking = {spelt(name): name for name in (was.nb, was.nn) if spelt(name) not in there}
    if not lacking:
        return file
    words = [f'"{name}"' for name in lacking.values()]
    if isinstance(known, yaml.SequenceNode) and known.flow_style:
        at = known.end_mark.index - 1
        added = "".join(f", {word}" for word in words)
    elif items:
        at = _end_of_line(text, items[-1].end_mark.index)
        indent = " " * known.start_mark.column if known else ""
        added = "".join(f"\n{indent}- {word}" for word in words)
    else:
        forms = [_child(_child(tree, "navn"), form) for form in _FORMS]
        at = _end_of_line(text, max(each.end_mark.index for each in forms if each))
        added = f"\nsokeord: [{', '.join(words)}]"
    return replace(file, content=(text[:at] + added + text[at:]).encode())


def _end_of_line(text: str, index: int) -> int:
    found = re.compile(r"[\r\n]|\Z").search(text, index)
    return found.start() if found else len(text)
