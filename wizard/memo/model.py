"""The memo before it is laid out: every word of it, in one language, ready to print.

A memo is a head, perhaps a front page that is enough for who reads only one, sections, and
appendices. Sections are made of a few blocks, so that whoever lays it out (HTML, Word) knows blocks
and no housing policy, and says nothing: headings, columns and whole sentences stand here. A `str`
is never empty and what may be missing is `None`: `unresolved` holds every memo to that. Within a
text, `marks` may put the number of a note: see `wizard.memo.marks`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from wizard.domain.values import Truth
from wizard.memo.charts.chart import Chart
from wizard.report.tones import Tone


class Paper(StrEnum):
    """Which paper it is: the whole memo, one page of it, the questions to ask, how it has gone."""

    MEMO = "notat"
    SHORT = "kortnotat"
    QUESTIONS = "sporreark"
    STATUS = "statusnotat"


class FreeText(str):
    """What somebody wrote themselves: printed as it stands, braces and all."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with a word before it that says what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A scheme of the plan: its number, the address of its place, its name with a verb."""

    number: str
    anchor: str
    name: str

    @property
    def title(self) -> str:
        """The number and the name."""
        return f"{self.number}. {self.name}"


# --- blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Whole sentences. `lead` stands out before them; `small` is for what few will read."""

    text: str
    lead: str | None = None
    small: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. `mark` is set where the text says whether something is met."""

    text: str
    lead: str | None = None
    mark: Truth | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """Entries under one another: in order and numbered, each with a dash, or to be ticked.

    `heading` stands out before the first.
    """

    items: tuple[Item, ...]
    look: Literal["numbered", "plain", "requirements", "checklist"] = "plain"
    small: bool = False
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Labels in the margin, each with its text beside it."""

    rows: tuple[Labelled, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; `width` is its share of the page in hundredths."""

    head: str
    width: int
    look: Literal["text", "number", "sign"] = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, smaller words below it, and how it stands out."""

    text: str
    note: str | None = None
    tone: Tone | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the heads of their columns; the first cell of a row is its head.

    `caption` says what it shows where the heads do not. It may break between rows, and then
    repeats its heads.
    """

    caption: str | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the council must choose between, told so that nobody misses it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Charts: one as wide as the page, or two beside each other."""

    charts: tuple[Chart, ...]


Simple = Paragraph | ItemList | Rows | Table | Choice | Picture


@dataclass(frozen=True, slots=True)
class Card:
    """One measure with everything that belongs to it.

    `status` tells how sure the advice is, and then what it takes; `firm` that nothing more is
    asked. A card may break before a table, whose caption says which measure it is about.
    """

    reference: Reference
    status: tuple[str, ...]
    firm: bool
    blocks: tuple[Simple, ...]


Block = Simple | Card


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks. `anchor` is its address in the paper."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...]


# --- the first page


@dataclass(frozen=True, slots=True)
class Head:
    """Who it is for and what it is.

    `name` is what the file and the running head call it, `title` the message, `kind` what sort of
    paper. `case` are the fields that somebody filled in (utvalg, møtedato …), `owned` tells whose
    paper it is. `about` goes into the metadata with `iso_day` and `keywords`.
    """

    draft: str
    day: str
    iso_day: str
    name: str
    kind: str
    title: str
    case: tuple[Labelled, ...]
    owned: str
    independent: str
    page: tuple[str, str]
    author: str
    about: str
    keywords: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the council is asked to decide, in three to five points that can be adopted.

    `sums` is what the year takes against what there is, `choices` the dates that collide.
    """

    heading: str
    points: tuple[str, ...]
    sums: str | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What is enough for who reads only one page.

    `line` is the year with its dates, `questions` the open ones that could change the advice.
    `fits` is whether it is sure to be one page.
    """

    heading: str
    brief: tuple[Labelled, ...]
    figures: Chart | None
    proposal: Proposal
    line: Chart | None
    questions: Paragraph | None
    fits: bool


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole paper, in the order it is printed."""

    language: Literal["nb", "nn"]
    paper: Paper
    head: Head
    front: Front | None
    sections: tuple[Section, ...]
    appendices: tuple[Section, ...]
