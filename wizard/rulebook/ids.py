"""The shapes of words: ids, references by id, and words of a closed set."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from wizard.domain.suggestion import closest
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.shapes import Shape, scalar
from wizard.rulebook.tree import Node

ID = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_LONGEST = 80

_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"})

W = TypeVar("W")
E = TypeVar("E", bound=StrEnum)


def as_id(text: str) -> str | None:
    """Return a name as an id, when small letters and plain ones are all it takes."""
    plain = text.strip().lower().translate(_PLAIN)
    return plain if ID.fullmatch(plain) and len(plain) <= _LONGEST else None


@dataclass(frozen=True)
class Id(Shape[str]):
    """An id that matters only where it stands: of a krav, a step or an option."""

    reserved: frozenset[str] = frozenset()

    def read(self, node: Node, reading: Reading) -> str:
        """Return the id."""
        found = scalar(node, reading)
        if not ID.fullmatch(found.text) or len(found.text) > _LONGEST:
            reading.refuse(node.place, say.BAD_ID, meant=as_id(found.text), raw=found.text)
        if found.text in self.reserved:
            reading.refuse(node.place, say.RESERVED_WORD, raw=found.text)
        return found.text


@dataclass(frozen=True)
class Own(Shape[str]):
    """The id of something that others may refer to.

    With `stem` the file is named after it; that it exists is then known before the file is read.
    """

    kind: Kind
    stem: bool = False

    def read(self, node: Node, reading: Reading) -> str:
        """Return the id, and note that the thing exists."""
        try:
            id_ = Id().read(node, reading)
        except Refused:
            self.missing(reading)
            raise
        if not self.stem:
            reading.define(self.kind, id_, node.place)
        elif id_ != reading.stem:
            reading.report(node.place, say.NOT_THE_STEM, id=id_, stem=reading.stem)
            return reading.stem  # what others call it
        return id_

    def missing(self, reading: Reading) -> None:
        """Take note that something of this kind cannot be found by its id."""
        if not self.stem:
            reading.incomplete.add(self.kind)


@dataclass(frozen=True)
class Ref(Shape[str]):
    """The id of something that must exist somewhere in the rulebook, or is `checked` elsewhere."""

    kind: Kind
    uses: bool = True
    checked: bool = False

    def read(self, node: Node, reading: Reading) -> str:
        """Return the id, and note that it is referred to."""
        id_ = scalar(node, reading).text
        reading.refer(self.kind, id_, node.place, uses=self.uses, checked=self.checked)
        return id_


@dataclass(frozen=True)
class OneOf(Shape[W]):
    """One word of a closed set, and what it stands for."""

    words: Mapping[str, W]

    def read(self, node: Node, reading: Reading) -> W:
        """Return what the word stands for.

        Of a slip it is what was meant: all else that is wrong is then found in the same run.
        """
        text = scalar(node, reading).text
        if text in self.words:
            return self.words[text]
        meant = closest(text, self.words)
        allowed = listed(self.words)
        reading.report(node.place, say.NOT_ALLOWED, meant=meant, raw=text, allowed=allowed)
        if meant is None:
            raise Refused
        return self.words[meant]


def one_of(enum: type[E]) -> OneOf[E]:
    """Declare that one of an enumeration's words must stand here."""
    return OneOf({member.value: member for member in enum})


@dataclass(frozen=True)
class Yes(Shape[bool]):
    """The word "ja": something holds. When it does not, the key is left out."""

    def read(self, node: Node, reading: Reading) -> bool:
        """Return true."""
        if scalar(node, reading).text != "ja":
            reading.refuse(node.place, say.ONLY_YES)
        return True
