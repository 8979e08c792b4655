"""Reading a condition tree: once, for whatever its leaves are taken to be.

`interpret` goes through the tree; an algebra says what a leaf, "not", "all" and "any" come to. Here
stands the one that keeps the evidence of every leaf in one situation; `whatif.outlook` has the one
that draws every situation at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

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
from wizard.engine.law import at_least


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


Meaning = TypeVar("Meaning")


class Algebra(Protocol[Meaning]):
    """What a condition comes to, part by part."""

    def fact(self, leaf: FactTest) -> Meaning:
        """Return what a leaf about a fact comes to."""

    def need(self, leaf: NeedTest) -> Meaning:
        """Return what a leaf about a need comes to."""

    def flipped(self, condition: Not, part: Meaning) -> Meaning:
        """Return what comes of "not"."""

    def every(self, condition: AllOf, parts: tuple[Meaning, ...]) -> Meaning:
        """Return what comes of "all of these"."""

    def some(self, condition: AnyOf, parts: tuple[Meaning, ...]) -> Meaning:
        """Return what comes of "at least one of these"."""


def interpret(condition: Condition, algebra: Algebra[Meaning]) -> Meaning:
    """Return what a condition comes to in an algebra."""
    match condition:
        case FactTest():
            return algebra.fact(condition)
        case NeedTest():
            return algebra.need(condition)
        case Not(part):
            return algebra.flipped(condition, interpret(part, algebra))
        case AllOf(parts):
            return algebra.every(condition, tuple(interpret(part, algebra) for part in parts))
        case AnyOf(parts):
            return algebra.some(condition, tuple(interpret(part, algebra) for part in parts))


def evaluate(condition: Condition, situation: Situation) -> Outcome:
    """Return the truth of the condition in the situation, with the evidence below it."""
    return interpret(condition, _Evidence(situation))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The algebra of outcomes: Kleene's truths, each with what it was found from."""

    situation: Situation

    def fact(self, leaf: FactTest) -> Outcome:
        value, operand = self.situation.fact(leaf.fact), self.situation.operand(leaf.operand)
        if isinstance(operand, Unknown):  # no answer about the fact helps without the rate
            return Outcome(leaf, Truth.UNKNOWN, operand.facts, value, operand)
        if isinstance(value, Unknown):
            return Outcome(leaf, Truth.UNKNOWN, value.facts, value, operand)
        truth = Truth.of(compare(leaf.operator, value, operand))
        return Outcome(leaf, truth, value=value, operand=operand)

    def need(self, leaf: NeedTest) -> Outcome:
        finding = self.situation.needs.get(leaf.need)
        if finding is None:
            return Outcome(leaf, Truth.UNKNOWN)
        truth = at_least(leaf.at_least, finding.possible)
        if truth is not Truth.UNKNOWN:
            return Outcome(leaf, truth)
        if leaf.at_least is Severity.SEVERE and finding.severe is not None:
            # What could only make it less than severe is another question.
            return Outcome(leaf, truth, finding.severe.open_facts)
        return Outcome(leaf, truth, finding.open_facts)

    def flipped(self, condition: Not, part: Outcome) -> Outcome:
        return Outcome(condition, ~part.truth, part.open_facts, parts=(part,))

    def every(self, condition: AllOf, parts: tuple[Outcome, ...]) -> Outcome:
        return _combined(condition, parts, all_met(each.truth for each in parts))

    def some(self, condition: AnyOf, parts: tuple[Outcome, ...]) -> Outcome:
        return _combined(condition, parts, any_met(each.truth for each in parts))


def _combined(condition: Condition, parts: tuple[Outcome, ...], truth: Truth) -> Outcome:
    hangs_on = _union(part.open_facts for part in parts) if truth is Truth.UNKNOWN else frozenset()
    return Outcome(condition, truth, hangs_on, parts=parts)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


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
