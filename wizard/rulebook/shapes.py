"""The parts that descriptions of rule files are put together from.

A shape is data: it says what may stand somewhere, and reads it. The same description reads the
file, words the problems and yields the JSON Schema, so that the three never disagree.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, TypeVar

from wizard.domain.text import Text
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Reading, Refused
from wizard.rulebook.tree import Fields, Node, Scalar, Series, Unreadable

T_co = TypeVar("T_co", covariant=True)

# What word processors make of " and '.
_CURLY = "\u201c\u201d\u201e\u2018\u2019"
_SHORT = 40


class Shape(Generic[T_co]):
    """What may stand somewhere, and what it becomes."""

    @abstractmethod
    def read(self, node: Node, reading: Reading) -> T_co:
        """Return what the node says.

        Raises:
            Refused: it says nothing usable; the reason has been reported.

        """

    def missing(self, reading: Reading) -> None:
        """Take note that a record lacks the required key with this shape."""


def scalar(node: Node, reading: Reading) -> Scalar:
    """Return the node as a scalar that says something."""
    if not isinstance(node, Scalar):
        _wrong_form(node, reading, say.A_VALUE)
    if not node.text:
        reading.refuse(node.place, say.NO_VALUE)
    if node.text[0] in _CURLY:
        reading.refuse(node.place, say.CURLY_QUOTES, meant=f'"{node.text.strip(_CURLY)}"')
    return node


def series(node: Node, reading: Reading) -> Series:
    """Return the node as a list."""
    if isinstance(node, Fields):
        reading.refuse(node.place, say.DASHES_WANTED)
    if isinstance(node, Scalar):
        short = node.text if 0 < len(node.text) < _SHORT else ""
        reading.refuse(node.place, say.BRACKETS_WANTED, meant=f"[{short}]" if short else None)
    if not isinstance(node, Series):
        _wrong_form(node, reading, say.A_LIST)
    return node


def fields(node: Node, reading: Reading, known: Iterable[str] = ()) -> Fields:
    """Return the node as a mapping; `known` are the keys that it may have, for the message."""
    if not isinstance(node, Fields):
        if known and not isinstance(node, Unreadable):
            reading.refuse(node.place, say.FIELDS_WANTED, found=_form(node), known=listed(known))
        _wrong_form(node, reading, say.A_RECORD)
    return node


def _wrong_form(node: Node, reading: Reading, wanted: Text) -> NoReturn:
    if isinstance(node, Unreadable):
        raise Refused
    reading.refuse(node.place, say.WRONG_FORM, wanted=wanted, found=_form(node))


def _form(node: Node) -> Text:
    if isinstance(node, Series):
        return say.A_LIST
    return say.A_RECORD if isinstance(node, Fields) else say.A_VALUE


@dataclass(frozen=True)
class ListOf(Shape[tuple[T_co, ...]]):
    """A list of things of one shape.

    With `unique`, none may come twice by that name. `check` looks at how they fit together.
    """

    item: Shape[T_co]
    empty: bool = False
    unique: Callable[[Any], str] | None = None
    check: Callable[[Sequence[Any], Series, Reading], None] | None = None

    def read(self, node: Node, reading: Reading) -> tuple[T_co, ...]:
        """Read every item before giving up."""
        found = series(node, reading)
        if not found.items and not self.empty:
            reading.refuse(node.place, say.EMPTY_LIST)
        items: list[T_co] = []
        seen = set[str]()
        for each in found.items:
            try:
                item = self.item.read(each, reading)
            except Refused:
                continue
            items.append(item)
            name = self.unique(item) if self.unique else None
            if name in seen:
                reading.report(each.place, say.TWICE, id=name)
            elif name is not None:
                seen.add(name)
        if len(items) < len(found.items):
            raise Refused
        if self.check:
            self.check(items, found, reading)
        return tuple(items)


@dataclass(frozen=True)
class MapOf(Shape[dict[str, T_co]]):
    """A mapping whose keys are ids, each with a value of one shape."""

    id: Shape[str]
    value: Shape[T_co]

    def read(self, node: Node, reading: Reading) -> dict[str, T_co]:
        """Read every entry before giving up."""
        found = fields(node, reading)
        values: dict[str, T_co] = {}
        for entry in found.entries.values():
            try:
                id_ = self.id.read(entry.key, reading)
                values[id_] = self.value.read(entry.value, reading)
            except Refused:
                continue
        if len(values) < len(found.entries):
            raise Refused
        return values


@dataclass(frozen=True)
class ByKey(Shape[T_co]):
    """One of several records, told apart by a key that only it has."""

    tagged: Mapping[str, Shape[T_co]]
    otherwise: Shape[T_co]

    def read(self, node: Node, reading: Reading) -> T_co:
        """Read the record that the keys point to."""
        if isinstance(node, Fields):
            for key, shape in self.tagged.items():
                if key in node.entries:
                    return shape.read(node, reading)
        return self.otherwise.read(node, reading)


@dataclass(frozen=True)
class Later(Shape[Node]):
    """Something that can only be read when more is known; the builder gets the node itself."""

    shape: Shape[object]

    def read(self, node: Node, reading: Reading) -> Node:  # noqa: ARG002 - it waits
        """Return the node unread."""
        return node
