"""Which of the things that were found a verdict really depends on.

The leaves that support a verdict are sorted into those that every way to it needs, and the ways
that are each enough. What could be otherwise without the verdict ever moving is no reason at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from wizard.domain.advice import Advice, NeedFinding, Outcome, Verdict
from wizard.domain.conditions import AllOf, FactTest, NeedTest, Not, Severity
from wizard.domain.schemes import Requirement, VerdictKind
from wizard.domain.values import Truth
from wizard.engine.conditions import Situation, decisive, evaluate
from wizard.engine.law import NOT_RELEVANT_ANYWAY, Standing
from wizard.engine.verdicts import could_become, standing_of
from wizard.engine.whatif.allowed import allowed_values, free_values
from wizard.engine.whatif.diagram import FIRST_NODE, Restriction
from wizard.engine.whatif.outlook import outlook_on

# A rule with more ways than this is told by all that supports it.
_MOST_WAYS = 64


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a verdict can rest on: a leaf, or a `whole` requirement.

    `facts` are what it looks at, `requirement` the one that it is, or is a part of, if any.
    """

    outcome: Outcome
    facts: frozenset[str]
    requirement: Requirement | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a verdict depends on: every one of `needed`, and any one of the ways in `enough`."""

    needed: tuple[Ground, ...]
    enough: tuple[tuple[Ground, ...], ...]

    @property
    def all(self) -> tuple[Ground, ...]:
        """Every ground, the needed ones first."""
        return (*self.needed, *(each for way in self.enough for each in way))


Way = tuple[Ground, ...]


class Reasons:
    """Weighs the reasons of the verdicts of one piece of advice."""

    def __init__(self, advice: Advice) -> None:
        """Keep what hypothetical cases are made from."""
        self.advice = advice
        self.outlook = outlook_on(advice.rulebook, advice.as_of)
        self.allowed = allowed_values(self.outlook, advice)

    def of(self, verdict: Verdict) -> Grounds:
        """Return what a verdict depends on; nothing where it stands without grounds."""
        return self._weigh_verdict(verdict, self._ways(verdict))

    def calls_for(self, verdict: Verdict) -> Grounds:
        """Return what in the situation calls for a scheme, whatever else may stand in its way."""
        calls = verdict.relevant is not None and verdict.relevant.truth is Truth.MET
        ways = self._tree(verdict.relevant) if verdict.relevant and calls else []
        return self._weigh_verdict(verdict, ways)

    def of_need(self, finding: NeedFinding) -> Grounds:
        """Return what the severity of a need depends on, or what holds it open."""
        outcome = finding.some
        settled = outcome is not None and outcome.truth is not _UNKNOWN
        if finding.severity is Severity.SEVERE or (finding.severity is None and settled):
            outcome = finding.severe
        ways = self._tree(outcome) if outcome else []
        return self._weigh(ways, self.outlook.needs.get(finding.need), frozenset())

    def _weigh_verdict(self, verdict: Verdict, ways: list[Way]) -> Grounds:
        standing = standing_of(verdict)
        alike = NOT_RELEVANT_ANYWAY if standing is Standing.NOT_RELEVANT else frozenset({standing})
        return self._weigh(ways, self.outlook.verdicts.get(verdict.scheme), alike)

    def _weigh(self, ways: list[Way], diagram: int | None, alike: frozenset[int]) -> Grounds:
        """Sort the grounds: what the outcome cannot do without, and what else would do.

        `alike` are the terminals of the diagram that count as one outcome.
        """
        needed = [
            each
            for each in dict.fromkeys(ground for way in ways for ground in way)
            if _nobody_knows(each.outcome) or self._matters(diagram, each.facts, alike)
        ]
        rest = {tuple(each for each in way if each not in needed): None for way in ways}
        # A way of which all is needed leaves nothing for the others to do.
        if () in rest or not self._matters(diagram, _facts(rest), alike):
            rest = {}
        return Grounds(tuple(needed), tuple(rest))

    def _matters(self, diagram: int | None, facts: Iterable[str], alike: frozenset[int]) -> bool:
        """Tell whether the outcome would be another for some other values of these facts."""
        if diagram is None:
            return True
        freed = free_values(self.outlook, facts)
        restriction = Restriction(self.outlook.diagrams, {**self.allowed, **freed})
        rest = restriction.restrict(diagram)
        return rest >= FIRST_NODE and not restriction.left.terminals(rest) <= alike

    def _ways(self, verdict: Verdict) -> list[Way]:
        if verdict.kind in {VerdictKind.EXCLUDED, VerdictKind.AFTER_CHANGE}:
            return self._stopped(verdict)
        if verdict.kind is VerdictKind.CONDITIONAL:
            unknown = [each for each in self._requirements(verdict) if each[1].truth is _UNKNOWN]
            return [tuple(g for each in unknown for way in self._gate(*each) for g in way)]
        outcome = verdict.in_place_outcome if verdict.in_place else verdict.relevant
        return self._tree(outcome) if outcome else []

    def _stopped(self, verdict: Verdict) -> list[Way]:
        """Return the ways to a verdict that requirements stop: each of them is enough."""
        stopping = [each for each in self._requirements(verdict) if each[1].truth is Truth.NOT_MET]
        return [way for each in stopping for way in self._gate(*each)]

    def _requirements(self, verdict: Verdict) -> list[tuple[Requirement, Outcome]]:
        """Return the requirements with the outcome that counted for this kind of verdict."""
        found = verdict.edition.requirements if verdict.edition else ()
        if verdict.kind is not VerdictKind.EXCLUDED:
            return [(each, verdict.requirements[each.id]) for each in found]
        # Only what the municipality cannot change makes a scheme impossible.
        relaxed = could_become(self._situation(), self.advice.rulebook.facts)
        return [(each, evaluate(each.condition, relaxed)) for each in found]

    def _situation(self) -> Situation:
        advice = self.advice
        return Situation(advice.as_of, advice.rulebook.rates, advice.values, advice.needs)

    def _gate(self, requirement: Requirement, outcome: Outcome) -> list[Way]:
        if requirement.reason(outcome.truth) is None:
            return self._tree(outcome, requirement)
        return [(Ground(outcome, self._facts_of(outcome), requirement, whole=True),)]

    def _tree(self, outcome: Outcome, gate: Requirement | None = None) -> list[Way]:
        """Return the ways in which the leaves below make an outcome what it is."""
        match outcome.condition:
            case FactTest() | NeedTest():
                return [(Ground(outcome, self._facts_of(outcome), gate),)]
            case Not():
                return self._tree(outcome.parts[0], gate)
        ways = [self._tree(part, gate) for part in outcome.parts if part.truth is outcome.truth]
        wants_all = isinstance(outcome.condition, AllOf) is (outcome.truth is Truth.MET)
        if outcome.truth is _UNKNOWN or wants_all:
            size = 1
            for each in ways:
                size *= len(each)
            if size > _MOST_WAYS:
                ways = [[tuple(ground for way in each for ground in way)] for each in ways]
            return [tuple(ground for way in chosen for ground in way) for chosen in product(*ways)]
        return [way for each in ways for way in each]

    def _facts_of(self, outcome: Outcome) -> frozenset[str]:
        """Return the facts that the leaves below look at, through needs if they must."""
        found = set[str]()
        for leaf in decisive(outcome):
            if _nobody_knows(leaf):
                continue
            match leaf.condition:
                case FactTest(fact):
                    found |= self.outlook.behind(fact)
                case NeedTest(need):
                    found |= self._facts_of_need(need)
        return frozenset(found)

    def _facts_of_need(self, need: str) -> frozenset[str]:
        finding = self.advice.needs[need]
        found = (each for each in (finding.severe, finding.some) if each is not None)
        return frozenset[str]().union(*(self._facts_of(each) for each in found))


_UNKNOWN = Truth.UNKNOWN


def _nobody_knows(outcome: Outcome) -> bool:
    """Tell whether something is unknown for ever: a rate that nobody has published."""
    return outcome.truth is _UNKNOWN and not outcome.open_facts


def _facts(ways: Iterable[Way]) -> frozenset[str]:
    return frozenset[str]().union(*(ground.facts for way in ways for ground in way))
