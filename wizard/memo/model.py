"""The memo before it is laid out: plain words in one language, ready to print.

A `str` is never empty and a `str | None` is left out when it is `None`: `unresolved` holds
every memo to that. Codes (`kind`, `task`, `state`) choose between phrases in the templates.
"""

from dataclasses import dataclass
from typing import Literal

Task = Literal["apply", "promote", "arrange", "inform", "start", "ask"]
Level = Literal["severe", "some", "none", "open"]
LeftOutKind = Literal["left-out", "after-change", "open", "excluded", "in-place", "not-relevant"]
RequirementState = Literal["met", "not-met", "unknown"]


class FreeText(str):
    """What somebody wrote themselves: printed as it stands, braces and all."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The title block. `day` is written out, `iso_day` goes into the metadata."""

    municipality: str
    official_name: str
    number: str
    county: str
    day: str
    iso_day: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """One thing the council asks for: what, who, by when, within which frame."""

    task: Task
    scheme: str
    owner: str
    due: str
    money: str
    changes: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A scheme of the bundle: its number, the address of its section, its name with a verb."""

    number: str
    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A severe need that nothing carries, and whom to ask about it."""

    need: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the council is asked to decide. `later` waits for the economic plan."""

    resolutions: tuple[Resolution, ...]
    later: tuple[Reference, ...]
    contacts: tuple[Contact, ...]
    open_questions: int
    report_by: str


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
    level: Level
    severity: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; the length in thousandths of the whole."""

    label: str
    value: str
    permille: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Shares of a whole, one bar each, with the sources under it."""

    bars: tuple[Bar, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What the advice rests on.

    `missing` names the figures that nobody publishes, `absent` the needs that are not there.
    """

    figures: tuple[Figure, ...]
    missing: tuple[str, ...]
    needs: tuple[NeedRow, ...]
    absent: tuple[str, ...]
    shares: Chart | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One scheme of the bundle, the needs it carries and those it helps with."""

    reference: Reference
    verdict: str
    carries: tuple[str, ...]
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixPhase:
    """The schemes of one phase."""

    name: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which scheme answers which need, phase by phase.

    `behind_example` is what the financing examples in the sections were calculated from.
    """

    phases: tuple[MatrixPhase, ...]
    capacity: str
    behind_example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """A requirement of the rules, and how the municipality stands to it."""

    state: RequirementState
    text: str
    basis: str | None


@dataclass(frozen=True, slots=True)
class TermLine:
    """Something that must hold in the project. `doubtful`: from a secondary source."""

    text: str
    basis: str | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class BasisLine:
    """What a scheme's rules rest on. `implied`: it holds for rules that name no other basis."""

    text: str
    binding: bool
    implied: bool


@dataclass(frozen=True, slots=True)
class StepLine:
    """Something to do, who does it, and by when."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """A statement and the title of its source."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class SchemeSection:
    """Everything about one scheme of the bundle."""

    reference: Reference
    kind: str
    administrator: str | None
    verdict: str
    firm: bool
    phase: str
    what: str
    why: tuple[str, ...]
    changes: tuple[str, ...]
    questions: tuple[str, ...]
    requirements: tuple[RequirementLine, ...]
    terms: tuple[TermLine, ...]
    money: str
    effort: str
    applicants: str | None
    first_step: str | None
    first_owner: str | None
    deadline: str
    basis: BasisLine | None
    reservations: tuple[str, ...]
    pitfalls: tuple[str, ...]
    experiences: tuple[Sourced, ...]


@dataclass(frozen=True, slots=True)
class LaterRow:
    """A scheme that waits for the economic plan, in one row: what, why, and what it takes."""

    reference: Reference
    what: str
    money: str
    first_step: str | None
    first_owner: str | None


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
class OpenQuestion:
    """A question that could change the advice, who would know, and what hangs on it.

    `decides` names the first of the schemes, `more` counts the rest.
    """

    question: str
    knows: str | None
    decides: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Considered:
    """A scheme that is not in the bundle, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConsideredGroup:
    """Schemes that are left out for the same sort of reason.

    Those of which there is nothing more to say than that are `names` only.
    """

    kind: LeftOutKind
    schemes: tuple[Considered, ...]
    names: tuple[str, ...]


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
class SourceLine:
    """A source that was used, spelled out for paper."""

    title: str
    publisher: str
    link: str
    read: str


@dataclass(frozen=True, slots=True)
class RateLine:
    """A dated limit or rate that the advice rests on, with its basis or our reason for it."""

    name: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What the memo was made from. `figures` and `program` are `None` when the case has none."""

    rulebook: str
    rulebook_version: str
    rulebook_hash: str
    owner: str
    figures: str | None
    program: str | None


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole memo, section by section, in the order it is printed."""

    language: Literal["nb", "nn"]
    heading: Heading
    proposal: Proposal
    summary: tuple[str, ...]
    situation: Situation
    matrix: Matrix | None
    empty: str | None
    schemes: tuple[SchemeSection, ...]
    later: tuple[LaterRow, ...]
    uncovered: tuple[str, ...]
    runner_up: tuple[str, ...]
    timing: tuple[str, ...]
    plan: tuple[PlanPhase, ...]
    questions: tuple[OpenQuestion, ...]
    questions_more: int
    edges: tuple[str, ...]
    considered: tuple[ConsideredGroup, ...]
    adviser: tuple[FreeText, ...]
    answers: tuple[AnswerGroup, ...]
    sources: tuple[SourceLine, ...]
    rates: tuple[RateLine, ...]
    dating: str
    versions: Versions
