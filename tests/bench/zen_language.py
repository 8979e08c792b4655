"""The conditions of a rulebook in zen's expression language.

zen knows true and false only. What the rules say of a requirement that the municipality could still
meet is worked out beforehand: a comparison with what it can change never
makes a scheme impossible.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cases import DAY
from walk import gates_on

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
    leaves,
)
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Scheme
from wizard.domain.values import FactValue
from wizard.engine.law import Standing, companions_first
from wizard.engine.whatif.outlook import conditions_in_force


class _Sides(NamedTuple):
    """Two expressions: surely met, and surely not met. Both are false where it is left open."""

    met: str
    not_met: str


class Expressions:
    """Writes the conditions of a rulebook in zen's expression language."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Give every fact that is looked at a name that no word of zen can be."""
        self.rulebook = rulebook
        tests = (leaf for each in conditions_in_force(rulebook, DAY) for leaf in leaves(each))
        asked = dict.fromkeys(leaf.fact for leaf in tests if isinstance(leaf, FactTest))
        self.facts = {fact: f"f{number}" for number, fact in enumerate(asked)}
        self.changeable = {
            id_ for id_, fact in rulebook.facts.items() if fact.changed_by.by_municipality
        }
        self.needs: dict[tuple[str, Severity], str] = {}

    def named(self) -> dict[str, str]:
        """Return an expression for each need and scheme; later ones refer to earlier by `$`."""
        found: dict[str, str] = {}
        for number, need in enumerate(self.rulebook.needs.values()):
            severe, either = f"s{number}", f"e{number}"
            found[severe] = self._tree(need.severe).met
            found[either] = f"$.{severe} or {self._tree(need.some).met}"
            self.needs[need.id, Severity.SEVERE] = f"$.{severe}"
            self.needs[need.id, Severity.SOME] = f"$.{either}"
        alone = {id_: f"a{n}" for n, id_ in enumerate(self.rulebook.schemes)}
        found |= {alone[id_]: self._scheme(each) for id_, each in self.rulebook.schemes.items()}
        names = {id_: f"$.c{number}" for number, id_ in enumerate(self.rulebook.schemes)}
        for id_ in companions_first(self.rulebook.schemes):
            scheme = self.rulebook.schemes[id_]
            found[names[id_].removeprefix("$.")] = _capped(scheme, f"$.{alone[id_]}", names)
        return found

    def listed(self) -> str:
        """Return one expression whose value is the list of codes."""
        for need in self.rulebook.needs.values():
            severe, some = self._tree(need.severe).met, self._tree(need.some).met
            self.needs[need.id, Severity.SEVERE] = severe
            self.needs[need.id, Severity.SOME] = _joined("or", (severe, some))
        found: dict[str, str] = {}
        for id_ in companions_first(self.rulebook.schemes):
            scheme = self.rulebook.schemes[id_]
            found[id_] = f"({_capped(scheme, f'({self._scheme(scheme)})', found)})"
        return f"[{', '.join(found[id_] for id_ in self.rulebook.schemes)}]"

    def _scheme(self, scheme: Scheme) -> str:
        gates = gates_on(scheme, DAY)
        if gates is None:
            return str(int(Standing.EXCLUDED))
        impossible = _joined("or", (self._tree(each, relaxed=True).not_met for each in gates))
        table = [
            (self._tree(scheme.in_place).met if scheme.in_place else "false", Standing.IN_PLACE),
            (
                self._tree(scheme.relevant).not_met if scheme.relevant else "false",
                Standing.NOT_RELEVANT,
            ),
            (impossible, Standing.EXCLUDED),
            (_joined("or", (self._tree(each).not_met for each in gates)), Standing.AFTER_CHANGE),
        ]
        found = str(int(Standing.RECOMMENDED))
        for test, code in reversed(table):
            if test != "false":
                found = f"{test} ? {int(code)} : ({found})"
        return found

    def _tree(self, condition: Condition, *, relaxed: bool = False) -> _Sides:
        match condition:
            case FactTest(fact):
                left_open = relaxed and fact in self.changeable
                return _Sides("false", "false") if left_open else self._leaf(condition)
            case NeedTest(need, at_least):
                name = self.needs[need, at_least]
                return _Sides(name, f"not ({name})")
            case Not(part):
                inner = self._tree(part, relaxed=relaxed)
                return _Sides(inner.not_met, inner.met)
            case AllOf(parts):
                inside = [self._tree(part, relaxed=relaxed) for part in parts]
                met, not_met = ("and", "or")
            case AnyOf(parts):
                inside = [self._tree(part, relaxed=relaxed) for part in parts]
                met, not_met = ("or", "and")
        return _Sides(
            _joined(met, (each.met for each in inside)),
            _joined(not_met, (each.not_met for each in inside)),
        )

    def _leaf(self, leaf: FactTest) -> _Sides:
        fact, operand = self.facts[leaf.fact], leaf.operand
        value = self.rulebook.rates[operand.id].on(DAY) if isinstance(operand, RateRef) else operand
        constant = json.dumps(plain(value), ensure_ascii=False)
        met = {
            Operator.IS: f"{fact} == {constant}",
            Operator.IS_ONE_OF: f"{fact} in {constant}",
            Operator.CONTAINS: f"{constant} in {fact}",
            Operator.CONTAINS_ANY: f"some({fact}, # in {constant})",
            Operator.AT_LEAST: f"{fact} >= {constant}",
            Operator.BELOW: f"{fact} < {constant}",
        }[leaf.operator]
        return _Sides(met, f"not ({met})")


def _capped(scheme: Scheme, own: str, codes: Mapping[str, str]) -> str:
    """Return a scheme's code under the ceiling that its companions put on it."""
    others = [codes[each] for each in scheme.only_with]
    if not others:
        return own
    free = f"{own} < {int(Standing.EXCLUDED)}"
    alone = " and ".join([free, *(f"{each} != {int(Standing.IN_PLACE)}" for each in others)])
    return f"(({alone}) ? max([{own}, min([{', '.join(others)}])]) : {own})"


def _joined(word: str, parts: Iterable[str]) -> str:
    """Join with `and` or `or`; what a constant settles is left out."""
    settles = "true" if word == "or" else "false"
    kept = list(dict.fromkeys(part for part in parts if part == settles or part not in _CONSTANT))
    if settles in kept:
        return settles
    if not kept:
        return "false" if word == "or" else "true"
    return f"({f' {word} '.join(kept)})"


_CONSTANT = frozenset({"true", "false"})


def plain(value: FactValue) -> object:
    """Return a value as JSON has it; a day as its number, so that it can be compared.

    Raises:
        TypeError: it is unknown, which zen cannot be told.

    """
    match value:
        case str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case frozenset():
            return sorted(value)
        case date():
            return value.toordinal()
    raise TypeError(f"{value!r} has no place in a two-valued engine")
