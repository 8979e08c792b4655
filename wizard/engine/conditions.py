"""Three-valued evaluation of a condition tree, keeping the evidence of every leaf."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wizard.domain.advice import NeedFinding, Outcome
from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    RateRef,
    Severity,
)
from wizard.domain.sources import Rate
from wizard.domain.values import FactValue, Truth, Unknown, Value, all_met, any_met


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a condition can look at. A fact or need that is not listed is unknown."""

    day: date
    rates: Mapping[str, Rate]
    facts: Mapping[str, FactValue]
    needs: Mapping[str, NeedFinding]

    def fact(self, fact: str) -> FactValue:
        """Return a fact's value; one nobody has looked at hangs on itself."""
        return self.facts.get(fact, Unknown(frozenset({fact})))

    def operand(self, operand: Value | RateRef) -> FactValue:
        """Return a literal as it is, a rate as it was on the day."""
        return operand_on(operand, self.rates, self.day)


def operand_on(operand: Value | RateRef, rates: Mapping[str, Rate], day: date) -> FactValue:
    """Return a literal as it is, a rate as it was on the day."""
    return rates[operand.id].on(day) if isinstance(operand, RateRef) else operand


def evaluate(condition: Condition, situation: Situation) -> Outcome:
    """Return the truth of the condition in the situation, with the evidence below it."""
    match condition:
        case FactTest():
            return _fact_outcome(condition, situation)
        case NeedTest():
            return _need_outcome(condition, situation)
        case Not(part):
            inner = evaluate(part, situation)
            return Outcome(condition, ~inner.truth, inner.open_facts, parts=(inner,))
        case AllOf(parts):
            outcomes = tuple(evaluate(part, situation) for part in parts)
            return _combined(condition, outcomes, all_met(each.truth for each in outcomes))
        case AnyOf(parts):
            outcomes = tuple(evaluate(part, situation) for part in parts)
            return _combined(condition, outcomes, any_met(each.truth for each in outcomes))


def _combined(condition: Condition, parts: tuple[Outcome, ...], truth: Truth) -> Outcome:
    if truth is not Truth.UNKNOWN:
        return Outcome(condition, truth, parts=parts)
    return Outcome(condition, truth, _union(part.open_facts for part in parts), parts=parts)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _fact_outcome(leaf: FactTest, situation: Situation) -> Outcome:
    value, operand = situation.fact(leaf.fact), situation.operand(leaf.operand)
    if isinstance(operand, Unknown):  # no answer about the fact helps where nobody knows the rate
        return Outcome(leaf, Truth.UNKNOWN, operand.facts, value, operand)
    if isinstance(value, Unknown):
        return Outcome(leaf, Truth.UNKNOWN, value.facts, value, operand)
    truth = Truth.of(compare(leaf.operator, value, operand))
    return Outcome(leaf, truth, value=value, operand=operand)


def _need_outcome(leaf: NeedTest, situation: Situation) -> Outcome:
    finding = situation.needs.get(leaf.need)
    if finding is None:
        return Outcome(leaf, Truth.UNKNOWN)
    if finding.possible[0] >= leaf.at_least:
        return Outcome(leaf, Truth.MET)
    if finding.possible[-1] < leaf.at_least:
        return Outcome(leaf, Truth.NOT_MET)
    if leaf.at_least is Severity.SEVERE and finding.severe is not None:
        # What could only make it less than severe is another question.
        return Outcome(leaf, Truth.UNKNOWN, finding.severe.open_facts)
    return Outcome(leaf, Truth.UNKNOWN, finding.open_facts)


_BOUNDS = frozenset({Operator.AT_LEAST, Operator.BELOW})


def compare(operator: Operator, value: Value, operand: Value) -> bool:
    """Apply one operator to two known values of the types that the rulebook checked.

    Raises:
        TypeError: the types do not fit the operator; a checked rulebook never leads here.

    """
    match value, operand:
        case _ if operator is Operator.IS:
            return value == operand
        case str(), frozenset() if operator is Operator.IS_ONE_OF:
            return value in operand
        case frozenset(), str() if operator is Operator.CONTAINS:
            return operand in value
        case frozenset(), frozenset() if operator is Operator.CONTAINS_ANY:
            return not value.isdisjoint(operand)
        case _ if operator in _BOUNDS:
            return _at_least(value, operand) is (operator is Operator.AT_LEAST)
    raise TypeError(f"{operator} does not compare {value!r} with {operand!r}")


def _at_least(value: Value, operand: Value) -> bool:
    match value, operand:
        case Decimal(), Decimal():
            return value >= operand
        case date(), date():
            return value >= operand
    raise TypeError(f"no order between {value!r} and {operand!r}")


def decisive(outcome: Outcome) -> tuple[Outcome, ...]:
    """Return the leaves that the outcome depends on.

    Every leaf returned supports the truth found: of a conjunction that is not met only the parts
    that are not met, each enough by itself; of one that is met, all of them; and so on.
    """
    match outcome.condition:
        case FactTest() | NeedTest():
            return (outcome,)
        case Not():
            return decisive(outcome.parts[0])
        case AllOf() | AnyOf():
            return tuple(
                leaf
                for part in outcome.parts
                if part.truth is outcome.truth
                for leaf in decisive(part)
            )
