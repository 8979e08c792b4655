"""A lean three-valued walk over the conditions: what one writes first.

No evidence, parts left alone when the answer is clear, and the table once more in plain ifs: a peer
for speed, and a second reading of the law.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from cases import DAY, Values

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
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Funding, Scheme, WhenUnknown
from wizard.domain.values import Unknown
from wizard.engine.law import Standing

# Truths. Of the unknown ones, `FREE` and `FIXED` could be known if somebody answered, and `FIXED`
# hangs on what the municipality cannot change; `DEAD` can never be known.
NOT_MET, DEAD, FREE, FIXED, MET = range(5)
_FLIPPED = (MET, DEAD, FREE, FIXED, NOT_MET)


class LeanWalk:
    """Judges one case after another by walking the conditions of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Look up once what is the same in every case."""
        self.needs = rulebook.needs
        self.schemes = rulebook.schemes
        self.gates = {id_: gates_on(each, DAY) for id_, each in rulebook.schemes.items()}
        self.rates = {id_: rate.on(DAY) for id_, rate in rulebook.rates.items()}
        self.changeable = {
            id_: Unknown() for id_, f in rulebook.facts.items() if f.changed_by.by_municipality
        }
        self.found: dict[tuple[str, Severity], int] = {}

    def codes(self, values: Values) -> tuple[int, ...]:
        """Return how each scheme stands."""
        self.found = {}
        for need in self.needs.values():
            severe, some = self.truth(need.severe, values), self.truth(need.some, values)
            self.found[need.id, Severity.SEVERE] = severe
            self.found[need.id, Severity.SOME] = _any((severe, some))
        relaxed = {**values, **self.changeable}
        alone = {id_: self.code(each, values, relaxed) for id_, each in self.schemes.items()}
        return tuple(_capped(alone, self.schemes, id_) for id_ in self.schemes)

    def code(self, scheme: Scheme, values: Values, relaxed: Values) -> int:
        """Return how a scheme stands, companions left aside."""
        conditions = self.gates[scheme.id]
        if conditions is None:
            return Standing.EXCLUDED
        if scheme.in_place and self.truth(scheme.in_place, values) == MET:
            return Standing.IN_PLACE
        relevant = self.truth(scheme.relevant, values) if scheme.relevant else MET
        if relevant == NOT_MET:
            return Standing.NOT_RELEVANT
        gates = [self.truth(each, values) for each in conditions]
        could_be = [self.truth(each, relaxed) for each in conditions]
        if NOT_MET in could_be:
            return Standing.EXCLUDED
        if relevant != MET and scheme.when_unknown is WhenUnknown.CLARIFY:
            return Standing.OPEN
        return _by_gates(gates)

    def truth(self, condition: Condition, values: Values) -> int:
        """Return the truth of a condition."""
        match condition:
            case FactTest():
                return self.leaf(condition, values)
            case NeedTest(need, at_least):
                return self.found[need, at_least]
            case Not(part):
                return _FLIPPED[self.truth(part, values)]
            case AllOf(parts):
                return _FLIPPED[_any(_FLIPPED[self.truth(part, values)] for part in parts)]
            case AnyOf(parts):
                return _any(self.truth(part, values) for part in parts)

    def leaf(self, leaf: FactTest, values: Values) -> int:
        """Return the truth of one comparison."""
        value, operand = values[leaf.fact], leaf.operand
        known = self.rates[operand.id] if isinstance(operand, RateRef) else operand
        if isinstance(known, Unknown):
            return DEAD
        if isinstance(value, Unknown):
            return self.hangs(leaf.fact, value) if value.facts else DEAD
        return MET if _COMPARE[leaf.operator](value, known) else NOT_MET

    def hangs(self, fact: str, value: Unknown) -> int:
        """Return whether an unknown fact hangs on something that cannot be changed."""
        return FREE if self.changeable.keys() >= {fact, *value.facts} else FIXED


# The rulebook has checked that the types fit.
_COMPARE: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.IS: operator.eq,
    Operator.IS_ONE_OF: lambda value, operand: value in operand,
    Operator.CONTAINS: operator.contains,
    Operator.CONTAINS_ANY: lambda value, operand: not value.isdisjoint(operand),
    Operator.AT_LEAST: operator.ge,
    Operator.BELOW: operator.lt,
}


def gates_on(scheme: Scheme, day: date) -> list[Condition] | None:
    """Return the requirements in force, or `None` where nothing is, or where it is closed."""
    edition = scheme.edition_on(day)
    if edition is None or edition.funding is Funding.CLOSED:
        return None
    return [each.condition for each in edition.requirements]


def _any(truths: Iterable[int]) -> int:
    found = NOT_MET
    for truth in truths:
        if truth == MET:
            return MET
        found = max(found, truth)
    return found


def _by_gates(gates: list[int]) -> int:
    if FIXED in gates:
        return Standing.CONDITIONAL
    if NOT_MET in gates:
        return Standing.AFTER_CHANGE
    return Standing.RECOMMENDED if all(each == MET for each in gates) else Standing.CONDITIONAL


def _capped(alone: Mapping[str, int], schemes: Mapping[str, Scheme], id_: str) -> int:
    own = alone[id_]
    companions = [_capped(alone, schemes, each) for each in schemes[id_].only_with]
    if not companions or own >= Standing.EXCLUDED or Standing.IN_PLACE in companions:
        return own
    return max(own, min(companions))
