"""Text → a tree of nodes that know where they stand.

Every scalar stays the text it was written as, whatever YAML would make of it (`0301`, `no`,
`12:30`, `1_000`). What YAML has and rule files do not need is refused: anchors, tags, several
documents, repeated keys, deep nesting. Built straight from the parser's events, since a composed
tree has already lost anchors and repeated keys.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import form as say
from wizard.rulebook.misprints import misprints
from wizard.rulebook.problems import Problem
from wizard.rulebook.source import IN_VALUES, Unfit, decode, forbidden
from wizard.rulebook.syntax import explain

DEEPEST = 40
# Words that mean nothing at all in YAML, where somebody may have wanted the word.
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
# A field or a dash and then a space that YAML does not know for one.
_GLUED = re.compile("(?:[a-z_]+:|-)\u00a0")
# The C parser is eight times as fast, but not everywhere installed; both will do.
LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """Something in a rule file."""

    place: Place


@dataclass(slots=True)
class Scalar(Node):
    """A word, a number, a date or a text, as it was written. `cut` where a comment follows."""

    text: str
    cut: bool = False


@dataclass(slots=True)
class Series(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """One key of a mapping, and what stands under it."""

    key: Scalar
    value: Node


@dataclass(slots=True)
class Fields(Node):
    """A mapping from keys to nodes, in the order of the file."""

    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Unreadable(Node):
    """Something refused here already; whoever meets it says no more about it."""


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every key and every value of a tree."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Series):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Fields):
        for entry in node.entries.values():
            yield entry.key
            yield from scalars(entry.value)


def parse(
    file: str, content: bytes, loader: type[yaml.CSafeLoader | yaml.SafeLoader] = LOADER
) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a rule file, and what is wrong with its form.

    There is no tree when the form is broken beyond reading; there may be one beside problems.
    """
    try:
        text = decode(file, content)
    except Unfit as unfit:
        return None, [unfit.problem]
    builder = _Builder(file, yaml.parse(text, Loader=loader), text.split("\n"))
    try:
        return builder.document(), builder.problems
    except (yaml.YAMLError, OverflowError) as error:  # a huge escape overflows the slow parser
        return None, [*builder.problems, explain(file, text, error)]
    except Unfit as unfit:
        return None, [*builder.problems, unfit.problem]


class _Builder:
    """Builds the tree of one file from the parser's events."""

    def __init__(self, file: str, events: Iterator[yaml.Event], lines: list[str]) -> None:
        self.file = file
        self.events = events
        self.lines = lines
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.problems.append(Problem(Place(self.file, 1, 1), say.EMPTY_FILE))
            return None
        root = self.node(next(self.events), 0)
        next(self.events)  # the end of the document
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.report(after, say.SEVERAL_DOCUMENTS)
            return None
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        if depth > DEEPEST:
            message = fill(say.TOO_DEEP, most=DEEPEST)
            raise Unfit(Problem(self.place(event), message))
        self.refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.fields(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.series(event, depth)
        return Unreadable(self.place(event))

    def refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.report(event, say.ALIAS)
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self.report(event, say.ANCHOR)
        if getattr(event, "tag", None) is not None:
            self.report(event, say.TAG)

    def scalar(self, event: yaml.ScalarEvent) -> Node:
        text: str = event.value
        # An escape in a quoted text can bring in what the file itself does not show.
        hidden = IN_VALUES.search(text) if event.style == '"' or "\t" in text else None
        if hidden:
            self.report(event, forbidden(hidden.group()))
            return Unreadable(self.place(event))
        plain = not event.style
        if plain and text in _NOTHING:
            self.problems.append(Problem(self.place(event), fill(say.NOTHING, raw=text)))
            return Unreadable(self.place(event))
        if plain and (glued := _GLUED.match(text)):
            begin = self.found(glued.group(), event)
            place = Place(self.file, begin.line, begin.column + len(glued.group()) - 1)
            self.problems.append(Problem(place, say.HARD_SPACE))
            return Unreadable(self.place(event))
        faults = [(self.found(piece, event), message) for piece, message in misprints(text)]
        if faults:
            self.problems.extend(Problem(place, message) for place, message in faults)
            return Unreadable(self.place(event))
        return Scalar(self.place(event), text, cut=self.is_cut(event))

    def found(self, piece: str, event: yaml.ScalarEvent) -> Place:
        """Return where a part of a text stands in the file; an escape stands nowhere as itself."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return self.place(event)
        for number in range(start.line, min(end.line + 1, len(self.lines))):
            begin = start.column if number == start.line else 0
            column = self.lines[number].find(piece, begin)
            if column >= 0:
                return Place(self.file, number + 1, column + 1)
        return self.place(event)

    def is_cut(self, event: yaml.ScalarEvent) -> bool:
        """Tell whether a comment follows words without quotes, on the same line."""
        if event.style or " " not in event.value or event.end_mark is None:
            return False
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        return rest.lstrip().startswith("#")

    def series(self, event: yaml.Event, depth: int) -> Series:
        series = Series(self.place(event))
        while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
            series.items.append(self.node(item, depth + 1))
        return series

    def fields(self, event: yaml.Event, depth: int) -> Fields:
        fields = Fields(self.place(event))
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            key = self.node(key_event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if isinstance(key, Scalar):
                self.enter(fields, Entry(key, value))
            elif not isinstance(key, Unreadable):
                self.problems.append(Problem(key.place, say.KEY_NOT_A_WORD))
        return fields

    def enter(self, fields: Fields, entry: Entry) -> None:
        first = fields.entries.setdefault(entry.key.text, entry)
        if first is not entry:
            message = fill(say.REPEATED_KEY, key=entry.key.text, line=first.key.place.line)
            self.problems.append(Problem(entry.key.place, message))

    def report(self, event: yaml.Event, message: Text) -> None:
        self.problems.append(Problem(self.place(event), message))

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.file, line + 1, column + 1)
