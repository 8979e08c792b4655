"""The shape of a record: known keys, each with a shape, and what they become together."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from wizard.domain.place import Place
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Reading, Refused
from wizard.rulebook.shapes import Shape, T_co, fields
from wizard.rulebook.tree import Entry, Fields, Node, Scalar

_GLUED = re.compile(r"([a-z_]+):(.+)")
_GROUP = 3  # digits between two separators of thousands


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record stands, for checks of how its keys fit together."""

    node: Fields
    reading: Reading

    def at(self, key: str = "") -> Place:
        """Return the place of what stands under a key; of the whole record when it is absent."""
        entry = self.node.entries.get(key)
        return entry.value.place if entry else self.node.place

    def line(self, key: str) -> Place:
        """Return the place of a key itself; of the whole record when it is absent."""
        entry = self.node.entries.get(key)
        return entry.key.place if entry else self.node.place

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
        found = fields(node, reading, self.named)
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
        previous: Entry | None = None
        for name, entry in found.entries.items():
            if name not in self.named and not self._is_slip(entry, previous, meant, reading):
                guess = closest(name, [key for key in self.named if key not in found.entries])
                meant.add(guess or "")
                place, known = entry.key.place, "" if guess else listed(self.named)
                message = say.UNKNOWN_KEY if guess else say.UNKNOWN_KEY_AMONG
                reading.report(place, message, meant=guess, key=name, what=self.what, known=known)
            previous = entry
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

    def _is_slip(
        self, entry: Entry, previous: Entry | None, meant: set[str], reading: Reading
    ) -> bool:
        """Report a slip that only looks like an unknown key, and tell whether it was one."""
        name = entry.key.text
        glued = _GLUED.fullmatch(name)
        if glued and glued[1] in self.named:
            meant.add(glued[1])
            apart = f"{glued[1]}: {glued[2]}"
            reading.report(entry.key.place, say.NO_SPACE_AFTER_COLON, meant=apart, key=name)
            return True
        if name.isdigit() and previous and isinstance(previous.value, Scalar):
            whole = previous.value.text
            # Three digits can be a thousand: then only the writer knows.
            sure = whole.isdigit() and len(name) != _GROUP
            guess = f"{whole}.{name}" if sure else None
            reading.report(entry.key.place, say.COMMA_IN_NUMBER, meant=guess, key=name)
            return True
        if previous and isinstance(previous.value, Scalar) and _has_no_colon(entry):
            # Of a text with several commas, the first says it all.
            if previous.key.text in self.named:
                reading.report(entry.key.place, say.COMMA_IN_TEXT, key=name)
            return True
        return False


def _has_no_colon(entry: Entry) -> bool:
    """Tell whether a key is only what stands after a comma: then nothing begins where it ends."""
    key, value = entry.key, entry.value
    if not isinstance(value, Scalar) or value.text or key.place.line != value.place.line:
        return False
    return value.place.column == key.place.column + len(key.text)


@dataclass(frozen=True)
class Turned(Shape[T_co]):
    """A record that is read as one thing and becomes another, which takes more than its keys."""

    record: Record[Any]
    turn: Callable[[Any, Spot], T_co]

    def read(self, node: Node, reading: Reading) -> T_co:
        """Read the record, then turn it into what it stands for."""
        built = self.record.read(node, reading)
        return self.turn(built, Spot(fields(node, reading), reading))
