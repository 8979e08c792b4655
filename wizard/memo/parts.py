"""The small pieces that the memo is put together from, whatever section they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Generic, Literal, TypeVar

from wizard.domain.values import Truth

NOTHING = "–"
Look = Literal["text", "list", "requirements", "checklist"]
Line = TypeVar("Line")


class FreeText(str):
    """What somebody wrote themselves: printed as it stands, braces and all."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with a word before it that says what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names told one after another, with or without a word before them."""

    label: str | None
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The names in one line."""
        return f"{'; '.join(self.names)}."


@dataclass(frozen=True, slots=True)
class Item:
    """A text that may begin with a word that stands out, and end in smaller notes.

    `mark` is set where the text says whether something is met.
    """

    text: str
    lead: str | None = None
    notes: tuple[str, ...] = ()
    mark: Truth | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A scheme of the bundle: its number, the address of its section, its name with a verb."""

    number: str
    anchor: str
    name: str

    @property
    def title(self) -> str:
        """The number and the name."""
        return f"{self.number}. {self.name}"


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A heading with sentences under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a scheme's section; `caution` says that its heading should stand out.

    `look` tells how the items are set: one after another, or each on a line with a sign.
    """

    heading: str
    items: tuple[Item, ...]
    look: Look = "text"
    caution: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[Line]):
    """Rows under a caption and the heads of their columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Line, ...]


def texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a memo or of a piece of it, with its place, in reading order."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value, start=1):
            yield from texts(each, f"{place}.{number}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{place}.{field.name}")
