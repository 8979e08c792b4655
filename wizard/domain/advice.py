"""Everything the engine says about a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wizard.domain.case import Case
from wizard.domain.conditions import Condition, Severity
from wizard.domain.edges import Edge
from wizard.domain.money import MoneySketch
from wizard.domain.municipality import Municipality
from wizard.domain.plan import ActionPlan, Alternative, Means, NoRoom
from wizard.domain.review import Reviewed
from wizard.domain.rulebook import Rulebook
from wizard.domain.schedule import Schedule
from wizard.domain.schemes import Edition, VerdictKind
from wizard.domain.settling import Settler, WorthAsking
from wizard.domain.values import FactValue, Truth


class Origin(StrEnum):
    """Where a fact's value comes from.

    `NOT_ASKED`: earlier answers make the question pointless, so the value is its `otherwise`.
    `WAITING`: whether it is asked hangs on an earlier answer. `MISSING`: the data have no figure.
    """

    ANSWERED = "svar"
    CHANGED = "endret"
    REFERENCE = "kommunetall"
    CALCULATED = "beregnet"
    NOT_ASKED = "ikke_spurt"
    WAITING = "venter"
    DONT_KNOW = "vet_ikke"
    UNANSWERED = "ubesvart"
    MISSING = "mangler"

    @property
    def is_open(self) -> bool:
        """Whether it is asked, and neither people nor the data have said anything."""
        return self in {Origin.UNANSWERED, Origin.MISSING}


@dataclass(frozen=True, slots=True)
class FactFinding:
    """The value of one fact in this case, and where it comes from.

    For a reference figure `source` and `as_of` say what was used (also when `origin` is
    `CHANGED`: then they belong to `original`, the figure before the correction).
    """

    fact: str
    value: FactValue
    origin: Origin
    source: str = ""
    as_of: str = ""
    original: FactValue | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A condition with the truth it got, and the evidence of every leaf below it.

    `value` is the fact's value and `operand` the literal or rate it was compared with (leaves
    only). `open_facts` are what an unknown truth hangs on; empty when it is settled.
    """

    condition: Condition
    truth: Truth
    open_facts: frozenset[str] = frozenset()
    value: FactValue | None = None
    operand: FactValue | None = None
    parts: tuple["Outcome", ...] = ()


@dataclass(frozen=True, slots=True)
class NeedFinding:
    """How severe a need is.

    `possible` are the severities that the open facts leave room for, in rising order; one when
    that is settled. `severe` and `some` are the evidence, absent where severity was given.
    """

    need: str
    possible: tuple[Severity, ...]
    open_facts: frozenset[str] = frozenset()
    severe: Outcome | None = None
    some: Outcome | None = None

    @property
    def severity(self) -> Severity | None:
        """The severity, or `None` while it is open."""
        return self.possible[0] if len(self.possible) == 1 else None


class ReasonKind(StrEnum):
    """What part of the rule a reason is about."""

    NO_EDITION = "ingen_utgave"
    CLOSED = "lukket"
    IN_PLACE = "pa_plass"
    RELEVANT = "aktuelt"
    REQUIREMENT = "krav"
    COMPANION = "folge"
    WHATEVER = "uansett"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is. `requirement` is set when `kind` is `REQUIREMENT`."""

    kind: ReasonKind
    requirement: str | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that the municipality can change, and the condition that its value must then meet."""

    fact: str
    wanted: Condition


class ReservationKind(StrEnum):
    """What to be careful about if the scheme is used; never changes a verdict."""

    FUNDING_UNCERTAIN = "finansiering-uavklart"
    FUNDING_USED_UP = "finansiering-brukt-opp"
    SECONDARY_SOURCE = "sekundarkilde"
    CHECK_OVERDUE = "kontroll-forfalt"
    RATE_UNKNOWN = "sats-ukjent"


@dataclass(frozen=True, slots=True)
class NextDeadline:
    """The next date to apply by, counted from the day of the case; `on` is `None` when rolling."""

    on: date | None
    rolling: bool
    check: bool
    preparation_weeks: int | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Outcome for one scheme.

    `settled`: no open fact can alter the kind. `settled_by`: the open questions that can.
    `settlers` ranks those, and the ones that only seem to; where too many answers are possible to
    try them all, `exact` is false, and whatever could matter is listed.
    `ways` are the smallest sets of changes that would make a yes of it, the least effort first.
    `in_place_outcome` is the outcome of `pa_plass`, `relevant` of `aktuelt`, `requirements` of each
    requirement of the edition in force. `reasons` are what the kind depends on, and nothing else.
    """

    scheme: str
    kind: VerdictKind
    in_place: bool
    settled: bool
    edition: Edition | None
    reasons: tuple[Reason, ...]
    in_place_outcome: Outcome | None
    relevant: Outcome | None
    requirements: Mapping[str, Outcome]
    settled_by: tuple[str, ...]
    reservations: tuple[ReservationKind, ...]
    deadline: NextDeadline | None
    settlers: tuple[Settler, ...] = ()
    exact: bool = True
    ways: tuple[tuple[Change, ...], ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """The way that asks least of the municipality, if there is one."""
        return self.ways[0] if self.ways else ()


class Phase(StrEnum):
    """When work begins: at once, some months into the first year, or in a later year."""

    NOW = "na"
    THIS_YEAR = "i-ar"
    LATER = "neste"

    @property
    def in_core(self) -> bool:
        """Whether it is in the core of the first year."""
        return self is not Phase.LATER


@dataclass(frozen=True, slots=True)
class BundleItem:
    """One scheme in the bundle.

    `main_for` and `helps` are the needs it carries and supports in this case. `required_by` names
    the members it is a prerequisite for, when that is why it is in. `year` counts from 1, the
    core's. `deadline` is the next one once work has begun.
    """

    scheme: str
    main_for: tuple[str, ...]
    helps: tuple[str, ...]
    required_by: tuple[str, ...]
    phase: Phase
    year: int = 1
    deadline: NextDeadline | None = None

    @property
    def is_main(self) -> bool:
        """Whether it carries at least one need."""
        return bool(self.main_for)


class LeftOutReason(StrEnum):
    """Why a candidate is not in the bundle."""

    OTHER_IS_BETTER = "annen_bedre"
    ALTERNATIVE_CHOSEN = "alternativ_valgt"
    PREREQUISITE_MISSING = "mangler_forst"
    COMPANION_MISSING = "mangler_folge"
    NO_NEED = "ikke_behov"
    NOT_MADE_KNOWN = "ikke_gjort_kjent"
    ADVISER = "radgiver"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that is not in the bundle, why, and which schemes explain it."""

    scheme: str
    reason: LeftOutReason
    because_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A severe need that nothing chosen or in place carries, and the scheme to begin with."""

    need: str
    contact: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The chosen combination, in the order to do things: the core, then what comes later.

    Empty is a valid result. `made_known` are the schemes that others apply for, and `no_room` what
    would be in if the municipality had more. `exact`: no better core or bundle was left untried.
    """

    items: tuple[BundleItem, ...]
    left_out: tuple[LeftOut, ...]
    uncovered: tuple[Uncovered, ...]
    means: Means
    made_known: tuple[str, ...] = ()
    no_room: tuple[NoRoom, ...] = ()
    alternative: Alternative | None = None
    exact: bool = True

    @property
    def core(self) -> tuple[BundleItem, ...]:
        """The members of the first year."""
        return tuple(item for item in self.items if item.phase.in_core)

    @property
    def later(self) -> tuple[BundleItem, ...]:
        """The members of the years after."""
        return tuple(item for item in self.items if not item.phase.in_core)

    def item(self, scheme: str) -> BundleItem | None:
        """Return the member with that id, if the scheme is one."""
        return next((item for item in self.items if item.scheme == scheme), None)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found about a case before anything is chosen."""

    case: Case
    as_of: date
    rulebook: Rulebook
    municipality: Municipality
    facts: Mapping[str, FactFinding]
    needs: Mapping[str, NeedFinding]
    verdicts: Mapping[str, Verdict]

    @property
    def values(self) -> dict[str, FactValue]:
        """The value of every fact."""
        return {id_: finding.value for id_, finding in self.facts.items()}


@dataclass(frozen=True, slots=True)
class Advice(Findings):
    """Result page, memo, JSON and command line all read this; nothing is decided twice.

    `money` has a sketch for each scheme with an edition in force. `worth_asking` are the questions
    that can be answered now, the one that moves most first; `edges` the figures that decide
    something and are near a limit or doubtful, nearest first. `reviewed` is set where the plan is
    as an adviser wants it.
    """

    bundle: Bundle
    schedule: Schedule
    plan: ActionPlan
    money: Mapping[str, MoneySketch]
    worth_asking: tuple[WorthAsking, ...] = ()
    edges: tuple[Edge, ...] = ()
    reviewed: Reviewed | None = None
