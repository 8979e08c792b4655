"""The peers without a compiler: a lean three-valued walk over the conditions, and a thorough one.

The lean walk is what one writes first: no evidence, parts left alone when the answer is clear. The
thorough one looks at every leaf and keeps what it saw, as the engine does to explain a verdict.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from cases import DAY, Values

from wizard.domain.advice import Outcome
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
from wizard.engine.compiled import (
    AFTER_CHANGE,
    CONDITIONAL,
    EXCLUDED,
    IN_PLACE,
    NOT_RELEVANT,
    OPEN,
    RECOMMENDED,
)
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.facts import find_need
from wizard.engine.verdicts import could_become

# Truths. Of the unknown ones, `HANGS` could be known if somebody answered; `DEAD` never.
MET, NOT_MET, HANGS, DEAD = range(4)
_FLIPPED = (NOT_MET, MET, HANGS, DEAD)


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
        """Return a code for each scheme, as the compiled rules do."""
        self.found = {}
        for need in self.needs.values():
            severe, some = self.truth(need.severe, values), self.truth(need.some, values)
            self.found[need.id, Severity.SEVERE] = severe
            self.found[need.id, Severity.SOME] = _any((severe, some))
        relaxed = {**values, **self.changeable}
        alone = {id_: self.code(each, values, relaxed) for id_, each in self.schemes.items()}
        return tuple(_capped(alone, scheme) for scheme in self.schemes.values())

    def code(self, scheme: Scheme, values: Values, relaxed: Values) -> int:
        """Return the code of a scheme, companions left aside."""
        conditions = self.gates[scheme.id]
        if conditions is None:
            return EXCLUDED
        if scheme.in_place and self.truth(scheme.in_place, values) == MET:
            return IN_PLACE
        relevant = self.truth(scheme.relevant, values) if scheme.relevant else MET
        if relevant == NOT_MET:
            return NOT_RELEVANT
        gates = [self.truth(each, values) for each in conditions]
        could_be = [self.truth(each, relaxed) for each in conditions]
        if NOT_MET in could_be:
            return EXCLUDED
        if relevant != MET and scheme.when_unknown is WhenUnknown.CLARIFY:
            return OPEN
        return _by_gates(gates, could_be)

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
            return HANGS if value.facts else DEAD
        return MET if _COMPARE[leaf.operator](value, known) else NOT_MET


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
        if truth != NOT_MET and found != HANGS:
            found = truth
    return found


def _by_gates(gates: list[int], could_be: list[int]) -> int:
    unknown = [truth in {HANGS, DEAD} for truth in gates]
    fixed = any(each and then == HANGS for each, then in zip(unknown, could_be, strict=True))
    if fixed or (any(unknown) and NOT_MET not in gates):
        return CONDITIONAL
    return AFTER_CHANGE if NOT_MET in gates else RECOMMENDED


def _capped(alone: Mapping[str, int], scheme: Scheme) -> int:
    code = alone[scheme.id]
    companions = [alone[each] for each in scheme.only_with]
    if not companions or IN_PLACE in (code, *companions):
        return code
    return max(code, min(companions))


def explained(rulebook: Rulebook, values: Values) -> tuple[list[Outcome], list[Outcome]]:
    """Return the whole tree of every condition in force, as it is and as it could become."""
    situation = Situation(DAY, rulebook.rates, values, {})
    needs = {each.id: find_need(each, situation) for each in rulebook.needs.values()}
    now = Situation(DAY, rulebook.rates, values, needs)
    relaxed = could_become(now, rulebook.facts)
    found = [each for need in needs.values() for each in (need.severe, need.some) if each]
    could_be: list[Outcome] = []
    for scheme in rulebook.schemes.values():
        gates = gates_on(scheme, DAY)
        if gates is not None:
            asked = [each for each in (scheme.in_place, scheme.relevant) if each]
            found += [evaluate(each, now) for each in (*asked, *gates)]
            could_be += [evaluate(each, relaxed) for each in gates]
    return found, could_be
