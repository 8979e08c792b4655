"""The book as it is printed: texts ready to read, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.report.clauses import Clause
from wizard.report.description import EditionDescription, SchemeDescription


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A small situation, what was known in it, and what it must give."""

    name: str
    day: str
    known: str
    gives: str


@dataclass(frozen=True, slots=True)
class NeedPart:
    """A need: what it is, when it is there, and who to call when nothing helps."""

    id: str
    name: str
    short: str
    severe: Clause
    some: Clause
    why: str
    contact: str
    examples: tuple[ExampleRow, ...]


@dataclass(frozen=True, slots=True)
class EditionPart:
    """The rules of a scheme in a period. `requirements` are the clauses of those in `said`.

    `basis_label` is the heading of the basis: only law is called so. `funding` is empty for what
    the municipality pays itself. `otherwise` is what was or will be said of the scheme itself in
    place of what is said now, by its label; so are `relevant` and `in_place`, where they differ.
    """

    period: str
    gap: str
    basis_label: str
    said: EditionDescription
    requirements: tuple[Clause, ...]
    deadlines: str
    funding: str
    otherwise: tuple[tuple[str, str], ...]
    relevant: Clause | None
    in_place: Clause | None


@dataclass(frozen=True, slots=True)
class SchemePart:
    """One instrument or measure. `file` is where policy staff change it.

    `duty` says since or from when the law demands it; empty where no law does.
    """

    said: SchemeDescription
    file: str
    duty: str
    covers: tuple[str, ...]
    relevant: Clause
    when_unknown: str
    in_place: Clause | None
    relations: tuple[tuple[str, str], ...]
    editions: tuple[EditionPart, ...]
    ended: str
    examples: tuple[ExampleRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, why it is asked, who would know, and who can change the answer."""

    text: str
    why: str
    knows: str
    changed_by: str


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One theme of the questionnaire."""

    name: str
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class DoubtPart:
    """Answers that are asked about once more, when, and what is said."""

    id: str
    about: str
    message: str
    when: Clause
    examples: tuple[ExampleRow, ...]


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A figure, and how far from it a correction can be before it is asked about."""

    name: str
    limit: str


@dataclass(frozen=True, slots=True)
class RatePart:
    """A rate with every value it has had, and its basis or why we chose it.

    `values` are by the day they began, as are `own_bases` of those that have a basis of their own.
    """

    name: str
    values: tuple[tuple[str, str], ...]
    basis: str
    own_bases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AbolishedPart:
    """A name that people still use for something that is gone.

    `ended` is empty where nobody has said when, or where it never was.
    """

    names: str
    ended: str
    what_happened: str
    instead: str
    source: str


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A source, when it was read, how long ago that is, and when to read it again."""

    title: str
    publisher: str
    link: str
    read: str
    age: str
    again: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class Book:
    """Everything an adviser needs to check the rules. `counts` are by the names of the parts.

    `ours_means` explains the mark of a limit or a number of our own.
    """

    language: str
    iso_day: str
    day: str
    name: str
    version: str
    checksum: str
    owner: str
    contact: str
    ours_means: str
    counts: Mapping[str, int]
    needs: tuple[NeedPart, ...]
    instruments: tuple[SchemePart, ...]
    measures: tuple[SchemePart, ...]
    themes: tuple[ThemePart, ...]
    limits: tuple[LimitRow, ...]
    doubts: tuple[DoubtPart, ...]
    rates: tuple[RatePart, ...]
    abolished: tuple[AbolishedPart, ...]
    sources: tuple[SourcePart, ...]
