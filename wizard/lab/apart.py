"""Two rules as diagrams over what an example can list: where they differ, or that they never do.

An example lists facts and needs as they are; what it leaves out is unknown, and hangs on itself. So
a truth has four values here: an unknown one may hang on something that the municipality cannot
change, and then counts otherwise (see `engine.law`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import pairwise
from operator import or_

from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Severity,
    leaves,
    needs_in,
)
from wizard.domain.facts import Fact, FactType
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Funding, Scheme, WhenUnknown
from wizard.domain.values import Truth, Unknown, all_met, any_met
from wizard.engine import law
from wizard.engine.conditions import interpret, operand_on
from wizard.engine.law import TABLE, Gate, Part, Row
from wizard.engine.whatif.diagram import Diagrams
from wizard.engine.whatif.space import DEAD, Space

NOT_MET, MET, UNKNOWN, FIXED = range(4)
_TRUTHS = (Truth.NOT_MET, Truth.MET, Truth.UNKNOWN, Truth.UNKNOWN)
_PARTS = {Part.IMPOSSIBLE, Part.NOT_MET, Part.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Listed:
    """What examples can list, on one day: the facts that the rules tell apart, and needs.

    The needs are variables behind those of the facts: 0 is not listed, then each severity.
    """

    space: Space
    needs: tuple[str, ...]
    diagrams: Diagrams

    @staticmethod
    def of(
        books: Sequence[Rulebook],
        conditions: Iterable[Condition],
        day: date,
        facts: Mapping[str, Fact],
    ) -> "Listed":
        """Return what conditions can tell apart, by the rates of either book."""
        conditions = list(conditions)
        named = [
            replace(leaf, operand=operand)
            for condition in conditions
            for leaf in leaves(condition)
            for book in books
            if isinstance(leaf, FactTest)
            and not isinstance(operand := operand_on(leaf.operand, book.rates, day), Unknown)
        ]
        return Listed(Space(books[0], day, named, facts), needs_in(conditions), Diagrams())


@dataclass(frozen=True, slots=True)
class Reading:
    """The algebra of diagrams for one rulebook's rules, of what examples can list."""

    listed: Listed
    book: Rulebook
    relaxed: bool = False

    def fact(self, leaf: FactTest) -> int:
        """Return whether a leaf about a fact is met, for all that can be listed."""
        space, day = self.listed.space, self.listed.space.day
        changeable = space.facts[leaf.fact].changed_by.by_municipality
        operand = operand_on(leaf.operand, self.book.rates, day)
        if isinstance(operand, Unknown) or (self.relaxed and changeable):
            return UNKNOWN
        left_out = UNKNOWN if changeable else FIXED
        known = replace(leaf, operand=operand)
        tested = [
            self.listed.diagrams.node(number, (left_out, *map(int, met)))
            for number, met in space.tested(known)
        ]
        return reduce(self._either, tested) if tested else NOT_MET

    def need(self, leaf: NeedTest) -> int:
        """Return whether a need is as severe as the leaf asks; one left out hangs on nothing."""
        number = len(self.listed.space.variables) + self.listed.needs.index(leaf.need)
        met = (int(each >= leaf.at_least) for each in Severity)
        return self.listed.diagrams.node(number, (UNKNOWN, *met))

    def flipped(self, _condition: Not, part: int) -> int:
        """Return what is met where the part is not."""
        return self.listed.diagrams.apply(_flipped, part)

    def every(self, _condition: AllOf, parts: tuple[int, ...]) -> int:
        """Return what is met where all parts are."""
        return reduce(lambda a, b: self.listed.diagrams.apply(_both, a, b), parts, MET)

    def some(self, _condition: AnyOf, parts: tuple[int, ...]) -> int:
        """Return what is met where a part is."""
        return reduce(self._either, parts, NOT_MET)

    def _either(self, one: int, other: int) -> int:
        return self.listed.diagrams.apply(_any, one, other)


def scheme_parts(listed: Listed, book: Rulebook, scheme: Scheme) -> dict[str, int]:
    """Return, as diagrams, which line of the table fits, and by id whether a requirement is why."""
    edition = scheme.edition_on(listed.space.day)
    if edition is None or edition.funding is Funding.CLOSED:
        return {"": TABLE.index(law.decide(Row(in_force=False)))}
    now, relaxed = Reading(listed, book), Reading(listed, book, relaxed=True)
    apply = listed.diagrams.apply
    gates = {
        each.id: apply(_gate, interpret(each.condition, now), interpret(each.condition, relaxed))
        for each in edition.requirements
    }
    clarify = scheme.when_unknown is WhenUnknown.CLARIFY

    def line(in_place: int, relevant: int, gate: int) -> int:
        row = Row(_TRUTHS[in_place], _TRUTHS[relevant], Gate(gate), clarify)
        return TABLE.index(law.decide(row))

    whole = apply(
        line,
        interpret(scheme.in_place, now) if scheme.in_place else NOT_MET,
        interpret(scheme.relevant, now) if scheme.relevant else MET,
        reduce(lambda a, b: apply(or_, a, b), gates.values(), int(Gate.FINE)),
    )
    because = {id_: apply(_is_why, whole, gate) for id_, gate in gates.items()}
    return {"": apply(lambda each: TABLE[each].standing, whole), **because}


def need_parts(listed: Listed, book: Rulebook, need: Need) -> dict[str, int]:
    """Return, as a diagram, how severe a need is; the last value where that is open."""
    reading = Reading(listed, book)

    def severity(severe: int, some: int) -> int:
        possible = law.severities(_TRUTHS[severe], _TRUTHS[some])
        return min(possible) if len(possible) == 1 else len(Severity)

    trees = (interpret(each, reading) for each in (need.severe, need.some))
    return {"": listed.diagrams.apply(severity, *trees)}


def doubt_parts(listed: Listed, book: Rulebook, condition: Condition) -> dict[str, int]:
    """Return, as a diagram, whether a doubt stands: only where its condition is met."""
    tree = interpret(condition, Reading(listed, book))
    return {"": listed.diagrams.apply(lambda truth: int(truth == MET), tree)}


def difference(listed: Listed, one: Mapping[str, int], other: Mapping[str, int]) -> int:
    """Return, as a diagram, where any part of two rules differs; a part that is missing is 0."""
    apply = listed.diagrams.apply
    found = 0
    for part in {**one, **other}:
        apart = apply(lambda a, b: int(a != b), one.get(part, 0), other.get(part, 0))
        found = apply(or_, found, apart)
    return reduce(lambda a, b: apply(_where, a, b), _listable(listed), found)


def _listable(listed: Listed) -> Iterator[int]:
    """Yield what an example can list: numbers inside their ends, and all boxes of a question."""
    space = listed.space
    for number, variable in enumerate(space.variables):
        within = (DEAD, *space.possible(number, space.asked_range(variable.fact)))
        can = tuple(int(each in within) for each in range(variable.size))
        yield listed.diagrams.node(number, can)
    for id_, numbers in space.of_fact.items():
        if space.facts[id_].type is FactType.MANY:
            for one, other in pairwise(numbers):
                left_out = listed.diagrams.node(other, (1, 0, 0))
                is_listed = listed.diagrams.node(other, (0, 1, 1))
                yield listed.diagrams.node(one, (left_out, is_listed, is_listed))


def fewest(listed: Listed, apart: int) -> dict[int, int] | None:
    """Return where two rules differ with as little listed as can be, or nothing if nowhere."""
    done: dict[int, tuple[int, tuple[tuple[int, int], ...]] | None] = {0: None, 1: (0, ())}

    def best(diagram: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
        if diagram not in done:
            number, branches = listed.diagrams.opened(diagram)
            ways = [
                (rest[0] + bool(place), ((number, place), *rest[1]))
                for place, branch in enumerate(branches)
                if (rest := best(branch)) is not None
            ]
            done[diagram] = min(ways, default=None)
        return done[diagram]

    way = best(apart)
    return None if way is None else {number: place for number, place in way[1] if place}


def _where(apart: int, there: int) -> int:
    return apart and there


def _gate(now: int, relaxed: int) -> int:
    return law.gate(_TRUTHS[now], _TRUTHS[relaxed], fixed=now == FIXED)


def _is_why(line: int, gate: int) -> int:
    return int(any(Gate[part.name] in Gate(gate) for part in TABLE[line].because if part in _PARTS))


def _flipped(truth: int) -> int:
    return (MET, NOT_MET, UNKNOWN, FIXED)[truth]


def _both(one: int, other: int) -> int:
    return _unknown(all_met((_TRUTHS[one], _TRUTHS[other])), one, other)


def _any(one: int, other: int) -> int:
    return _unknown(any_met((_TRUTHS[one], _TRUTHS[other])), one, other)


def _unknown(truth: Truth, one: int, other: int) -> int:
    """Return a truth; an unknown one is fixed where an unknown part is."""
    if truth is Truth.UNKNOWN:
        return FIXED if FIXED in (one, other) else UNKNOWN
    return int(truth is Truth.MET)
