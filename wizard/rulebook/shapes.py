"""The parts that descriptions of rule files are put together from.

A shape is data: it says what may stand somewhere, and reads it. The same description reads the
file, words the problems and yields the JSON Schema, so that the three never disagree.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NoReturn, TypeVar

from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Reading, Refused, closest
from wizard.rulebook.tree import Fields, Node, Scalar, Series, Unreadable

T_co = TypeVar("T_co", covariant=True)


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
    return node


def series(node: Node, reading: Reading) -> Series:
    """Return the node as a list."""
    if not isinstance(node, Series):
        _wrong_form(node, reading, say.A_LIST)
    return node


def fields(node: Node, reading: Reading) -> Fields:
    """Return the node as a mapping."""
    if not isinstance(node, Fields):
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


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record stands, for checks of how its keys fit together."""

    node: Fields
    reading: Reading

    def at(self, key: str = "") -> Place:
        """Return the place of what stands under a key; of the whole record when it is absent."""
        entry = self.node.entries.get(key)
        return entry.value.place if entry else self.node.place

    def report(
        self, message: Text, key: str = "", /, *, meant: str | None = None, **parts: object
    ) -> None:
        """Note a problem with what stands under a key."""
        self.reading.report(self.at(key), message, meant=meant, **parts)

    def refuse(
        self, message: Text, key: str = "", /, *, meant: str | None = None, **parts: object
    ) -> NoReturn:
        """Note a problem with what stands under a key, and give up the record.

        Raises:
            Refused: always.

        """
        self.reading.refuse(self.at(key), message, meant=meant, **parts)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record. `default` stands in when it is absent and not required."""

    name: str
    shape: Shape[object]
    required: bool = True
    default: object = None
    kept: bool = True


def required(name: str, shape: Shape[object]) -> Key:
    """Declare a key that must be there."""
    return Key(name, shape)


def optional(name: str, shape: Shape[object], default: object = None) -> Key:
    """Declare a key that may be left out."""
    return Key(name, shape, required=False, default=default)


def noted(name: str, shape: Shape[object]) -> Key:
    """Declare a key that is read and checked, but that the builder has no use for."""
    return Key(name, shape, required=False, kept=False)


@dataclass(frozen=True, slots=True)
class Here:
    """Stands for the place of the record itself, where a builder wants to know it."""


HERE = Here()


@dataclass(frozen=True)
class Record(Shape[T_co]):
    """A mapping with known keys. `keys` go by the names of the builder's arguments.

    `what` is its name in a sentence ("kilden"). Of every group in `one_of`, exactly one key must
    be there. `check` looks at how the keys fit together.
    """

    what: Text
    build: Callable[..., T_co]
    keys: Mapping[str, Key | Here]
    one_of: tuple[tuple[str, ...], ...] = ()
    check: Callable[[Any, Spot], None] | None = None
    named: Mapping[str, Key] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named = {key.name: key for key in self.keys.values() if isinstance(key, Key)}
        object.__setattr__(self, "named", named)

    def read(self, node: Node, reading: Reading) -> T_co:
        """Read every key before giving up, so that all problems are found at once."""
        found = fields(node, reading)
        complete = self._has_its_keys(found, reading)
        values: dict[str, object] = {}
        for argument, key in self.keys.items():
            if isinstance(key, Here):
                values[argument] = node.place
                continue
            entry = found.entries.get(key.name)
            value = key.default
            if entry is not None:
                try:
                    value = key.shape.read(entry.value, reading)
                except Refused:
                    complete = False
            if key.kept:
                values[argument] = value
        if not complete:
            raise Refused
        built = self.build(**values)
        if self.check:
            self.check(built, Spot(found, reading))
        return built

    def _has_its_keys(self, found: Fields, reading: Reading) -> bool:
        before = len(reading.problems)
        meant = set[str]()
        for name, entry in found.entries.items():
            if name not in self.named:
                guess = closest(name, [key for key in self.named if key not in found.entries])
                meant.add(guess or "")
                place, known = entry.key.place, "" if guess else listed(self.named)
                message = say.UNKNOWN_KEY if guess else say.UNKNOWN_KEY_AMONG
                reading.report(place, message, meant=guess, key=name, what=self.what, known=known)
        for key in self.named.values():
            if key.required and key.name not in found.entries and key.name not in meant:
                reading.report(found.place, say.MISSING_KEY, key=key.name, what=self.what)
            if key.required and key.name not in found.entries:
                key.shape.missing(reading)
        for group in self.one_of:
            there = [name for name in found.entries if name in group]
            if len(there) != 1 and not meant.intersection(group):
                message = say.TWO_OF_ONE if there else say.NONE_OF_ONE
                place = found.entries[there[1]].key.place if there else found.place
                reading.report(place, message, keys=listed(group), what=self.what)
        return len(reading.problems) == before


@dataclass(frozen=True)
class Turned(Shape[T_co]):
    """A record that is read as one thing and becomes another, which takes more than its keys."""

    record: Record[Any]
    turn: Callable[[Any, Spot], T_co]

    def read(self, node: Node, reading: Reading) -> T_co:
        """Read the record, then turn it into what it stands for."""
        built = self.record.read(node, reading)
        return self.turn(built, Spot(fields(node, reading), reading))


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
