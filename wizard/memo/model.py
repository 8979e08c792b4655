"""The memo before it is laid out: every word of it, in one language, ready to print.

Whoever lays it out (HTML today) says nothing: headings, columns and whole sentences stand here. A
`str` is never empty and what may be missing is `None`: `unresolved` holds every memo to that.
"""

from dataclasses import dataclass
from typing import Literal

from wizard.memo.parts import Item, Labelled, Names, Paragraphs, Reference, Row, Table
from wizard.report.tones import Tone


@dataclass(frozen=True, slots=True)
class Title:
    """The title block. `day` is written out; `iso_day`, `about` and `keywords` are metadata.

    `keywords` is the identity of the paper.
    """

    draft: str
    day: str
    iso_day: str
    title: str
    lead: str
    facts: tuple[Labelled, ...]
    made_with: Labelled
    independent: str
    author: str
    about: str
    keywords: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the proposal. `terms` are who, when and within which frame, if it is a task."""

    text: str
    terms: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the council is asked to decide.

    `sums` is what the year takes against what there is. `choices` are the dates that collide and
    the other core: what the council must see before it decides.
    """

    heading: str
    points: tuple[Point, ...]
    sums: str | None
    choices: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the situation, with where it comes from and what to keep in mind."""

    name: str
    value: str
    provenance: str
    notes: tuple[str, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need, how severe it is, and what that rests on."""

    name: str
    severity: str
    tone: Tone | None
    reasons: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; the length in thousandths of the whole."""

    label: str
    value: str
    permille: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Shares of a whole, one bar each. `title` says what it shows to those who cannot see it."""

    title: str
    bars: tuple[Bar, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the advice rests on.

    `missing` names the figures that nobody publishes, `absent` the needs that are not there.
    """

    heading: str
    shares: Chart | None
    figures: Table[Figure] | None
    missing: Names | None
    needs: Table[NeedRow] | None
    absent: Names | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One scheme of the bundle, the needs it carries and those it helps with."""

    reference: Reference
    verdict: str
    carries: str
    helps: str


@dataclass(frozen=True, slots=True)
class MatrixPhase:
    """The schemes of one phase."""

    name: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which scheme answers which need, phase by phase.

    `behind_examples` is what the financing examples in the sections were calculated from.
    """

    columns: tuple[str, ...]
    phases: tuple[MatrixPhase, ...]
    key: str
    behind_examples: Labelled | None


@dataclass(frozen=True, slots=True)
class BundleSection:
    """The recommended bundle; `empty` says why there is none."""

    heading: str
    empty: str | None
    matrix: Matrix | None
    uncovered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemeSection:
    """Everything about one scheme of the bundle. `firm`: nothing more is asked for."""

    reference: Reference
    verdict: str
    firm: bool
    status: tuple[str, ...]
    what: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LaterRow:
    """A scheme that comes after the first year: when, what, what it takes, and the first step."""

    reference: Reference
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """What comes after the first year."""

    heading: str
    intro: str
    rows: tuple[LaterRow, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of the plan as a list, with a word before it and perhaps one after."""

    heading: str
    intro: str
    rows: tuple[Labelled, ...]
    more: str | None = None


@dataclass(frozen=True, slots=True)
class StepLine:
    """Something to do, who does it, and by when."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One scheme of the plan with all its steps. `deadline` is set when it has a date."""

    reference: Reference
    deadline: str | None
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class PlanPhase:
    """What to do in one phase, and the day the phase ends."""

    name: str
    ends: str
    items: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do in the first year. `timing` is the council's meeting and what takes longest."""

    heading: str
    timing: tuple[str, ...]
    columns: tuple[str, ...]
    phases: tuple[PlanPhase, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that could change the advice, who would know, and what hangs on it."""

    question: str
    knows: str
    decides: str


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions to clear up first; `more` tells that there are others."""

    heading: str
    table: Table[OpenQuestion]
    more: str | None


@dataclass(frozen=True, slots=True)
class Edges:
    """The figures near a limit."""

    heading: str
    intro: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsideredGroup:
    """Schemes that are left out for the same sort of reason.

    Those of which there is nothing more to say than that are `names` only.
    """

    heading: str
    schemes: tuple[Labelled, ...]
    names: Names | None


@dataclass(frozen=True, slots=True)
class ConsideredSection:
    """What is not in the bundle, and why."""

    heading: str
    groups: tuple[ConsideredGroup, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source that was used, spelled out for paper; `shown` is the link as it is printed."""

    text: str
    link: str
    shown: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """The sources that were used, and the dated limits and rates that the advice rests on."""

    heading: str
    sources_heading: str
    sources: tuple[SourceLine, ...]
    rates_heading: str
    rates: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What the memo was made from."""

    heading: str
    rows: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question and what the municipality said; `known` is false when it did not know."""

    question: str
    answer: str
    known: bool


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The questions of one theme."""

    theme: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the municipality said, theme by theme."""

    heading: str
    columns: tuple[str, ...]
    groups: tuple[AnswerGroup, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole memo, section by section, in the order it is printed."""

    language: Literal["nb", "nn"]
    title: Title
    proposal: Proposal
    summary: Paragraphs
    situation: Situation
    bundle: BundleSection
    schemes: tuple[SchemeSection, ...]
    plan: Plan | None
    later: Later | None
    told: Listed | None
    no_room: Listed | None
    questions: Questions | None
    edges: Edges | None
    considered: ConsideredSection | None
    adviser: Paragraphs | None
    appendix: Appendix
    versions: Versions
    answers: Answers | None
