"""Which answers the rules can tell apart: the variables of the diagrams, and their values.

A number is only as fine as the limits that it is compared with; of many boxes each is a variable.
The value 0 of every variable is "unknown, and no answer can help".
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    Not,
    Operator,
    leaves,
)
from wizard.domain.facts import Fact, FactType
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import FactValue, Unknown, Value
from wizard.engine.conditions import compare, operand_on
from wizard.engine.whatif.ranges import EVERYTHING, Range

# The value of a variable that nobody can make known.
DEAD = 0
_NOT_TICKED, _TICKED = 1, 2
_OTHER = ""
_BOUNDS = frozenset({Operator.AT_LEAST, Operator.BELOW})
_WHOLE = frozenset({FactType.INTEGER, FactType.YEAR})


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing that the rules ask about a fact.

    Either `option` is a box that is ticked or not, or the fact is one of `choices`, or it lies
    between `cuts`: below the first is value 1, from the first and below the second value 2 …
    """

    fact: str
    option: str = ""
    choices: tuple[str, ...] = ()
    cuts: tuple[Value, ...] = ()

    @property
    def size(self) -> int:
        """How many values there are, the unknown one included."""
        if self.option:
            return _TICKED + 1
        return 1 + (len(self.choices) or len(self.cuts) + 1)


class Space:
    """The variables of one rulebook on one day, in the order of its facts."""

    def __init__(
        self,
        rulebook: Rulebook,
        day: date,
        conditions: Iterable[Condition],
        facts: Mapping[str, Fact] | None = None,
    ) -> None:
        """Find out what the conditions can tell apart, of the rulebook's facts unless told."""
        self.rulebook = rulebook
        self.day = day
        self.facts = rulebook.facts if facts is None else facts
        tests: dict[str, list[FactTest]] = {}
        for condition in conditions:
            for leaf in leaves(condition):
                if isinstance(leaf, FactTest) and not isinstance(self.operand(leaf), Unknown):
                    tests.setdefault(leaf.fact, []).append(leaf)
        self.variables: list[Variable] = []
        self.of_fact: dict[str, list[int]] = {}
        for id_, fact in self.facts.items():
            found = self._variables(fact, tests.get(id_, []))
            first = len(self.variables)
            self.of_fact[id_] = list(range(first, first + len(found)))
            self.variables += found
        items = (item for theme in rulebook.themes for item in theme.items)
        self.ranges = {item.fact: (item.minimum, item.maximum) for item in items}

    def seen_by(self, rulebook: Rulebook) -> "Space":
        """Return the same variables for a rulebook that tells nothing more apart."""
        other = copy(self)
        other.rulebook = rulebook
        return other

    def operand(self, leaf: FactTest) -> FactValue:
        """Return what a leaf compares with on the day."""
        return operand_on(leaf.operand, self.rulebook.rates, self.day)

    def _variables(self, fact: Fact, tests: list[FactTest]) -> list[Variable]:
        operands = [self.operand(each) for each in tests]
        if fact.type is FactType.MANY:
            named = {option for operand in operands for option in _members(operand)}
            return [Variable(fact.id, option=each.id) for each in fact.options if each.id in named]
        if not tests:
            return []
        if tests[0].operator in _BOUNDS:
            cuts = {each for each in operands if isinstance(each, Decimal | date)}
            return [Variable(fact.id, cuts=tuple(sorted(cuts)))]
        choices = [each.id for each in fact.options]
        if not choices:
            named = {one for operand in operands for one in _members(operand)}
            choices = [*sorted(named), _OTHER]
        return [Variable(fact.id, choices=tuple(choices))]

    def tested(self, leaf: FactTest) -> list[tuple[int, tuple[bool, ...]]]:
        """Return each variable that a leaf looks at, and for which known values it is met.

        A leaf on many boxes is met when it is met for one of its variables.
        """
        operand = self.operand(leaf)
        if isinstance(operand, Unknown):
            return []
        found = []
        for number in self.of_fact[leaf.fact]:
            variable = self.variables[number]
            if not variable.option:
                values = [self._sample(variable, place) for place in range(1, variable.size)]
                found.append((number, tuple(compare(leaf.operator, v, operand) for v in values)))
            elif variable.option in _members(operand):
                found.append((number, (False, True)))
        return found

    def _sample(self, variable: Variable, place: int) -> Value:
        if variable.choices:
            return variable.choices[place - 1]
        if place > 1:
            return variable.cuts[place - 2]
        first = variable.cuts[0]
        return first - 1 if isinstance(first, Decimal) else date.min

    def places(self, fact: str, value: Value) -> dict[int, int]:
        """Return the value of each of a fact's variables, where the fact is known."""
        return {number: self._place(self.variables[number], value) for number in self.of_fact[fact]}

    def _place(self, variable: Variable, value: Value) -> int:
        if variable.option:
            return _TICKED if variable.option in _members(value) else _NOT_TICKED
        if variable.choices:
            known = value if value in variable.choices else _OTHER
            return variable.choices.index(str(known)) + 1
        return bisect_right(variable.cuts, value) + 1

    def possible(self, number: int, ends: Range) -> tuple[int, ...]:
        """Return the values that an open variable can have, where a number has these ends."""
        variable = self.variables[number]
        places = range(1, variable.size)
        if not variable.cuts:
            return tuple(places)
        low, high = ends
        whole = self.facts[variable.fact].type in _WHOLE
        within = tuple(each for each in places if _reaches(variable, each, low, high, whole=whole))
        return within or tuple(places)

    def asked_range(self, fact: str) -> Range:
        """Return between what people may answer; endless for what is not asked as a number."""
        return self.ranges.get(fact, EVERYTHING)

    def means(self, number: int, places: Iterable[int]) -> Condition:
        """Return, as a condition on the fact, that a variable has one of these values."""
        variable = self.variables[number]
        chosen = sorted(places)
        if variable.option:
            ticked = FactTest(variable.fact, Operator.CONTAINS, variable.option)
            return ticked if chosen == [_TICKED] else Not(ticked)
        if variable.choices:
            options = frozenset(variable.choices[each - 1] for each in chosen)
            return FactTest(variable.fact, Operator.IS_ONE_OF, options)
        ranges = tuple(_between(variable, first, last) for first, last in _runs(chosen))
        return ranges[0] if len(ranges) == 1 else AnyOf(ranges)


def _members(value: FactValue) -> frozenset[str]:
    if isinstance(value, frozenset):
        return value
    return frozenset({value}) if isinstance(value, str) else frozenset()


def _reaches(
    variable: Variable, place: int, low: Decimal | None, high: Decimal | None, *, whole: bool
) -> bool:
    """Tell whether some number of the range lies between the cuts of a place."""
    least = variable.cuts[place - 2] if place > 1 else None
    below = variable.cuts[place - 1] if place <= len(variable.cuts) else None
    first = max((each for each in (least, low) if isinstance(each, Decimal)), default=None)
    if first is None:
        return True
    if whole:
        first = first.to_integral_value(ROUND_CEILING)
    under = not isinstance(below, Decimal) or first < below
    return under and (high is None or first <= high)


def _runs(places: list[int]) -> Iterable[tuple[int, int]]:
    first = last = places[0]
    for place in places[1:]:
        if place > last + 1:
            yield first, last
            first = place
        last = place
    yield first, last


def _between(variable: Variable, first: int, last: int) -> Condition:
    parts: list[Condition] = []
    if first > 1:
        parts.append(FactTest(variable.fact, Operator.AT_LEAST, variable.cuts[first - 2]))
    if last <= len(variable.cuts):
        parts.append(FactTest(variable.fact, Operator.BELOW, variable.cuts[last - 1]))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))
