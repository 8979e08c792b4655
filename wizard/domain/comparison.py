"""What differs between two pieces of advice, and what each difference comes of."""

from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.advice import (
    Advice,
    BundleItem,
    FactFinding,
    NeedFinding,
    NextDeadline,
    Phase,
    Uncovered,
    Verdict,
)
from wizard.domain.values import FactValue


class CauseKind(StrEnum):
    """What sort of thing brought a difference about. The words are those of JSON.

    `EDITION` is which edition of a scheme is in force, `RULE` the rest of the scheme's rules;
    `NEED_RULE` and `FACT_RULE` are what the rulebook says of a need or a fact, `PLAN_RULES` of how
    a plan is made. `PRIORITIES` are the needs that the municipality puts first, `ANSWERED`
    whether enough is answered for a plan.
    """

    FACT = "opplysning"
    RATE = "sats"
    NEED = "behov"
    EDITION = "utgave"
    RULE = "regel"
    NEED_RULE = "behovsregel"
    FACT_RULE = "opplysningsregel"
    VERDICT = "vurdering"
    DAY = "dag"
    PRIORITIES = "prioritering"
    PLAN_RULES = "planregler"
    ANSWERED = "besvart"


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that changed. `id` says which; it is empty for the day, priorities and plan rules.

    `option` is the one that was ticked or unticked, where the fact is a set of options.
    """

    kind: CauseKind
    id: str = ""
    option: str = ""


class Force(StrEnum):
    """How several causes share what they brought about.

    `EACH_NEEDED`: with any one of them as before, all would be as before. `EACH_ENOUGH`: any one
    of them does it alone. `TOGETHER`: only with all of them as before would all be as before.
    """

    EACH_NEEDED = "hver_nodvendig"
    EACH_ENOUGH = "hver_nok"
    TOGETHER = "sammen"


@dataclass(frozen=True, slots=True)
class Because:
    """Why something differs. Without causes, nothing in particular can be named."""

    causes: tuple[Cause, ...] = ()
    force: Force = Force.EACH_NEEDED


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact with another value or origin; `None` where the rulebook does not know the fact."""

    fact: str
    before: FactFinding | None
    after: FactFinding | None


@dataclass(frozen=True, slots=True)
class RateChange:
    """A rate with another value, each on its own day; `None` where the rulebook has none."""

    rate: str
    before: FactValue | None
    after: FactValue | None


class RuleSubject(StrEnum):
    """What a rule is about."""

    SCHEME = "ordning"
    NEED = "behov"
    FACT = "opplysning"


class RulePart(StrEnum):
    """Which part of the rules differs. Wording alone is no part, except in terms.

    `BEGUN` and `ENDED`: an edition is in force on the second day only, or on the first only.
    """

    ADDED = "ny"
    GONE = "borte"
    BEGUN = "trer_i_kraft"
    ENDED = "utlopt"
    CONDITIONS = "betingelser"
    REQUIREMENTS = "krav"
    TERMS = "vilkar"
    MONEY = "penger"
    DEADLINES = "frister"
    STEPS = "steg"
    ROLE_IN_BUNDLE = "samspill"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """The rules of a scheme, need or fact that differ, and which parts."""

    subject: RuleSubject
    id: str
    parts: tuple[RulePart, ...]


@dataclass(frozen=True, slots=True)
class NeedChange:
    """A need with other possible severities; `None` where the rulebook does not know the need."""

    need: str
    before: NeedFinding | None
    after: NeedFinding | None
    because: Because


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """Another verdict, or one that is no longer (or not before) settled or in place.

    `None` where the rulebook does not know the scheme.
    """

    scheme: str
    before: Verdict | None
    after: Verdict | None
    because: Because


@dataclass(frozen=True, slots=True)
class MemberChange:
    """A scheme that came into the bundle (`before` is `None`) or left it (`after` is `None`)."""

    scheme: str
    before: BundleItem | None
    after: BundleItem | None
    because: Because


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A member of both bundles that carries other needs."""

    scheme: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class PhaseChange:
    """A member of both bundles that begins at another time."""

    scheme: str
    before: Phase
    after: Phase
    because: Because


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A scheme that came onto the list of what to make known, or left it."""

    scheme: str
    came: bool


@dataclass(frozen=True, slots=True)
class UncoveredChange:
    """A severe need that nothing carries in one of the two, or with another contact."""

    need: str
    before: Uncovered | None
    after: Uncovered | None


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """Another next day to apply by, for a scheme that is wanted in both."""

    scheme: str
    before: NextDeadline | None
    after: NextDeadline | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs from the advice `before` to the advice `after`."""

    before: Advice
    after: Advice
    facts: tuple[FactChange, ...]
    rates: tuple[RateChange, ...]
    rules: tuple[RuleChange, ...]
    needs: tuple[NeedChange, ...]
    verdicts: tuple[VerdictChange, ...]
    members: tuple[MemberChange, ...]
    roles: tuple[RoleChange, ...]
    phases: tuple[PhaseChange, ...]
    told: tuple[ToldChange, ...]
    uncovered: tuple[UncoveredChange, ...]
    deadlines: tuple[DeadlineChange, ...]

    @property
    def same_municipality(self) -> bool:
        """Whether both are about one municipality; otherwise they differ, and nothing changed."""
        return self.before.municipality.number == self.after.municipality.number

    @property
    def same_day(self) -> bool:
        """Whether both are about the rules of one day."""
        return self.before.as_of == self.after.as_of

    @property
    def same_rulebook(self) -> bool:
        """Whether both were read from the same rule files."""
        return self.before.rulebook.hash == self.after.rulebook.hash

    @property
    def same_priorities(self) -> bool:
        """Whether the municipality puts the same needs first, or says as little of it."""
        return self.before.case.priorities == self.after.case.priorities

    @property
    def same_bundle(self) -> bool:
        """Whether the bundle has the same members with the same needs at the same times."""
        return not (self.members or self.roles or self.phases or self.told)

    @property
    def nothing_differs(self) -> bool:
        """Whether municipality, day, rules, answers and advice are all the same."""
        framed = self.same_municipality and self.same_day and self.same_rulebook
        framed = framed and self.same_priorities
        of_case = (self.facts, self.rates, self.rules, self.needs, self.verdicts)
        of_bundle = (self.uncovered, self.deadlines)
        return framed and self.same_bundle and not any((*of_case, *of_bundle))
