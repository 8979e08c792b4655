"""The book as it is printed: texts ready to read, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.book.clauses import Clause


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
class RequirementPart:
    """A requirement in words. `when_not_met` is what a kommune that fails it reads."""

    clause: Clause
    when_not_met: str
    basis: str
    confidence: str


@dataclass(frozen=True, slots=True)
class TermPart:
    """Something that must hold in the project, with its basis."""

    text: str
    basis: str
    confidence: str


@dataclass(frozen=True, slots=True)
class StepPart:
    """Something to do, who does it, and how many days after the decision (empty: no limit)."""

    text: str
    responsible: str
    days: str


@dataclass(frozen=True, slots=True)
class EditionPart:
    """The rules of a scheme in a period."""

    period: str
    in_force: bool
    gap: str
    basis: str
    applicants: str
    requirements: tuple[RequirementPart, ...]
    terms: tuple[TermPart, ...]
    money: str
    deadlines: str
    funding: str
    steps: tuple[StepPart, ...]


@dataclass(frozen=True, slots=True)
class SchemePart:
    """One instrument or measure. `file` is where policy staff change it."""

    id: str
    name: str
    short: str
    kind: str
    administrator: str
    file: str
    covers: tuple[str, ...]
    effort: str
    relevant: Clause
    when_unknown: str
    in_place: Clause | None
    relations: tuple[tuple[str, str], ...]
    editions: tuple[EditionPart, ...]
    ended: str
    experiences: tuple[tuple[str, str], ...]
    pitfalls: tuple[str, ...]
    examples: tuple[ExampleRow, ...]
    checked: str
    check_by: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, why it is asked, who would know, and who can change the answer."""

    text: str
    why: str
    knows: str
    changed_by: str


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One page of the questionnaire."""

    name: str
    questions: tuple[QuestionRow, ...]


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
    """A name that people still use for something that is gone."""

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
    """Everything an adviser needs to check the rules. `counts` are by the names of the parts."""

    language: str
    iso_day: str
    day: str
    name: str
    version: str
    checksum: str
    owner: str
    contact: str
    counts: Mapping[str, int]
    needs: tuple[NeedPart, ...]
    instruments: tuple[SchemePart, ...]
    measures: tuple[SchemePart, ...]
    themes: tuple[ThemePart, ...]
    rates: tuple[RatePart, ...]
    abolished: tuple[AbolishedPart, ...]
    sources: tuple[SourcePart, ...]
