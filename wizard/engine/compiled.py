"""The rules in force on a day, compiled to Python functions over the values of all facts.

The tree walk in `conditions` and `verdicts` says why; this says what, thousands of times: for what
would settle a verdict, what would have to change, and what lies on the edge. Both say the same, and
the tests hold them to it.

Every condition becomes two expressions, "surely met" and "surely not met"; unknown is neither.
Code is written from the checked tree: no text of a rule file ever becomes code, only numbers of
facts and names of constants.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import CodeType
from typing import Any, NamedTuple

from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    Severity,
)
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Funding, Scheme, VerdictKind, WhenUnknown
from wizard.domain.values import FactValue, Truth, Unknown, Value
from wizard.engine.conditions import operand_on

# What the compiled functions return for a scheme: a place in this row, from best to worst.
KINDS = (
    VerdictKind.RECOMMENDED,
    VerdictKind.CONDITIONAL,
    VerdictKind.AFTER_CHANGE,
    VerdictKind.OPEN,
    VerdictKind.EXCLUDED,
    VerdictKind.NOT_RELEVANT,
    VerdictKind.NOT_RELEVANT,
)
RECOMMENDED, CONDITIONAL, AFTER_CHANGE, OPEN, EXCLUDED, NOT_RELEVANT, IN_PLACE = range(7)

# A value for each fact, `None` where it is unknown, and which of the unknown ones are open.
Row = tuple[Value | None, ...]
Codes = tuple[int, ...]
_TRUTHS = {True: Truth.MET, False: Truth.NOT_MET, None: Truth.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Program:
    """The compiled rules of one rulebook on one day.

    `facts`, `schemes` and `leaves` tell what stands where in rows, codes and evidence. `judge`
    gives a code for each scheme; `judge_with_evidence` also the truth of every leaf (`None` is
    unknown).
    """

    facts: tuple[str, ...]
    schemes: tuple[str, ...]
    leaves: tuple[FactTest, ...]
    judge: Callable[[Row, frozenset[int]], Codes]
    judge_with_evidence: Callable[[Row, frozenset[int]], tuple[Codes, tuple[bool | None, ...]]]

    def row(self, values: Mapping[str, FactValue]) -> tuple[Row, frozenset[int]]:
        """Return the values as the functions take them."""
        row = [values[fact] for fact in self.facts]
        unknown = {n: each for n, each in enumerate(row) if isinstance(each, Unknown)}
        known = tuple(None if isinstance(each, Unknown) else each for each in row)
        return known, frozenset(n for n, each in unknown.items() if each.facts)

    def codes(self, values: Mapping[str, FactValue]) -> dict[str, int]:
        """Return the code of every scheme, where every fact has a value or is unknown."""
        return dict(zip(self.schemes, self.judge(*self.row(values)), strict=True))

    def evidence(self, values: Mapping[str, FactValue]) -> dict[FactTest, Truth]:
        """Return the truth of every leaf of the rules in force."""
        _, truths = self.judge_with_evidence(*self.row(values))
        return {leaf: _TRUTHS[each] for leaf, each in zip(self.leaves, truths, strict=True)}


def compile_rules(rulebook: Rulebook, day: date) -> Program:
    """Return the rules that are in force on the day as functions."""
    writer = _Writer(rulebook, day)
    judge, judge_with_evidence = writer.functions()
    return Program(
        facts=tuple(rulebook.facts),
        schemes=tuple(rulebook.schemes),
        leaves=tuple(writer.leaves),
        judge=judge,
        judge_with_evidence=judge_with_evidence,
    )


class _Truths(NamedTuple):
    """Three expressions: surely met, surely not met, and unknown with an answer that could help."""

    met: str
    not_met: str
    is_open: str

    @property
    def unknown(self) -> str:
        return _and((_not(self.met), _not(self.not_met)))


_NEVER = _Truths("False", "False", "False")


class _Writer:
    """Writes the functions. Each looks at every leaf once, before it judges."""

    def __init__(self, rulebook: Rulebook, day: date) -> None:
        self.rulebook = rulebook
        self.day = day
        self.numbers = {fact: number for number, fact in enumerate(rulebook.facts)}
        self.changeable = {
            id_ for id_, fact in rulebook.facts.items() if fact.changed_by.by_municipality
        }
        self.constants: dict[str, Value] = {}
        self.leaves: dict[FactTest, str] = {}
        self.needs: dict[str, str] = {}
        self.lines: list[str] = []

    def functions(self) -> tuple[Callable[..., Any], Callable[..., Any]]:
        """Return the functions without and with evidence, made from code written here alone."""
        for need in self.rulebook.needs.values():
            self._write_need(need.id, need.severe, need.some)
        for number, scheme in enumerate(self.rulebook.schemes.values()):
            self._write_scheme(f"a{number}", scheme)
        codes = _row(self._companions())
        evidence = _row(self.leaves.values())
        return self._function(codes), self._function(f"({codes}, {evidence})")

    def _function(self, result: str) -> Callable[..., Any]:
        head = f"{_row(f'f{n}' for n in self.numbers.values())} = row"
        body = [head, *self._looks(), *self.lines, f"return {result}"]
        source = "\n".join(["def judge(row, asked):", *(f"    {line}" for line in body)])
        code: CodeType = compile(source, "<rules in force>", "exec")
        space: dict[str, Any] = dict(self.constants)
        exec(code, space)  # noqa: S102 - no text of a rule file stands in it
        function: Callable[..., Any] = space["judge"]
        return function

    def _looks(self) -> list[str]:
        """Look at every leaf once; those of one fact together, since it is unknown to them all."""
        of_fact: dict[str, list[FactTest]] = {}
        for leaf in self.leaves:
            of_fact.setdefault(f"f{self.numbers[leaf.fact]}", []).append(leaf)
        lines: list[str] = []
        for value, found in of_fact.items():
            names = " = ".join(self.leaves[leaf] for leaf in found)
            lines += [f"if {value} is None:", f"    {names} = None", "else:"]
            lines += [f"    {self.leaves[leaf]} = {self._compare(leaf)}" for leaf in found]
        return lines

    def _write_need(self, need: str, severe: Condition, some: Condition) -> None:
        """Severe implies some: a need is there when either condition says so."""
        name = f"n{len(self.needs)}"
        self.needs[need] = name
        big = self._named(f"{name}s", self._tree(severe))
        self._named(f"{name}e", self._any([big, self._tree(some)]))

    def _named(self, name: str, truths: _Truths) -> _Truths:
        """Work out three expressions once, and return the names that stand for them."""
        self.lines.append(f"{name}t = {truths.met}")
        self.lines.append(f"{name}f = not {name}t and ({truths.not_met})")
        self.lines.append(f"{name}o = not {name}t and not {name}f and ({truths.is_open})")
        return _Truths(f"{name}t", f"{name}f", f"{name}o")

    def _write_scheme(self, name: str, scheme: Scheme) -> None:
        edition = scheme.edition_on(self.day)
        if edition is None or edition.funding is Funding.CLOSED:
            self.lines.append(f"{name} = {EXCLUDED}")
            return
        gates = [self._tree(each.condition) for each in edition.requirements]
        relaxed = [self._tree(each.condition, relaxed=True) for each in edition.requirements]
        table: list[tuple[str, int]] = []
        if scheme.in_place:
            table.append((self._tree(scheme.in_place).met, IN_PLACE))
        if scheme.relevant:
            table.append((self._tree(scheme.relevant).not_met, NOT_RELEVANT))
        table.append((_or(each.not_met for each in relaxed), EXCLUDED))
        if scheme.relevant and scheme.when_unknown is WhenUnknown.CLARIFY:
            table.append((_not(self._tree(scheme.relevant).met), OPEN))
        fixed = (
            _and((gate.unknown, each.is_open)) for gate, each in zip(gates, relaxed, strict=True)
        )
        table.append((_or(fixed), CONDITIONAL))
        table.append((_or(each.not_met for each in gates), AFTER_CHANGE))
        table.append((_or(_not(each.met) for each in gates), CONDITIONAL))
        choice = str(RECOMMENDED)
        for test, code in reversed(table):
            if test != "False":
                choice = f"{code} if {test} else {choice}"
        self.lines.append(f"{name} = {choice}")

    def _companions(self) -> list[str]:
        """Write the ceiling that companions put on a verdict, and return what to return."""
        names = {id_: f"a{number}" for number, id_ in enumerate(self.rulebook.schemes)}
        codes = []
        for id_, scheme in self.rulebook.schemes.items():
            name = names[id_]
            if scheme.only_with:
                others = [names[each] for each in scheme.only_with]
                alone = _and(f"{each} != {IN_PLACE}" for each in (name, *others))
                best = f"min({_row(others)})"
                self.lines.append(f"c{name} = max({name}, {best}) if {alone} else {name}")
                name = f"c{name}"
            codes.append(name)
        return codes

    def _tree(self, condition: Condition, *, relaxed: bool = False) -> _Truths:
        match condition:
            case FactTest():
                if relaxed and condition.fact in self.changeable:
                    return _NEVER
                return self._leaf(condition)
            case NeedTest(need, at_least):
                name = self.needs[need] + ("s" if at_least is Severity.SEVERE else "e")
                return _Truths(f"{name}t", f"{name}f", f"{name}o")
            case Not(part):
                inner = self._tree(part, relaxed=relaxed)
                return _Truths(inner.not_met, inner.met, inner.is_open)
            case AllOf(parts):
                inside = [self._tree(part, relaxed=relaxed) for part in parts]
                flipped = self._any([_Truths(f, t, o) for t, f, o in inside])
                return _Truths(flipped.not_met, flipped.met, flipped.is_open)
            case AnyOf(parts):
                return self._any([self._tree(part, relaxed=relaxed) for part in parts])

    def _any(self, parts: list[_Truths]) -> _Truths:
        met, not_met = _or(each.met for each in parts), _and(each.not_met for each in parts)
        hangs = _or(each.is_open for each in parts)
        return _Truths(met, not_met, _and((_not(met), _not(not_met), hangs)))

    def _leaf(self, leaf: FactTest) -> _Truths:
        operand = operand_on(leaf.operand, self.rulebook.rates, self.day)
        if isinstance(operand, Unknown):
            return _NEVER
        number = self.numbers[leaf.fact]
        name = self.leaves.setdefault(leaf, f"e{len(self.leaves)}")
        self.constants[f"k{name}"] = operand
        is_open = f"(f{number} is None and {number} in asked)"
        return _Truths(name, f"{name} is False", is_open)

    def _compare(self, leaf: FactTest) -> str:
        value, constant = f"f{self.numbers[leaf.fact]}", f"k{self.leaves[leaf]}"
        return {
            Operator.IS: f"{value} == {constant}",
            Operator.IS_ONE_OF: f"{value} in {constant}",
            Operator.CONTAINS: f"{constant} in {value}",
            Operator.CONTAINS_ANY: f"(not {value}.isdisjoint({constant}))",
            Operator.AT_LEAST: f"{value} >= {constant}",
            Operator.BELOW: f"{value} < {constant}",
        }[leaf.operator]


def _row(names: Iterable[str]) -> str:
    return "(" + "".join(f"{name}, " for name in names) + ")"


def _or(parts: Iterable[str]) -> str:
    kept = list(dict.fromkeys(part for part in parts if part != "False"))
    if "True" in kept:
        return "True"
    return _joined(" or ", kept) if kept else "False"


def _and(parts: Iterable[str]) -> str:
    kept = list(dict.fromkeys(part for part in parts if part != "True"))
    if "False" in kept:
        return "False"
    return _joined(" and ", kept) if kept else "True"


def _not(part: str) -> str:
    return {"False": "True", "True": "False"}.get(part) or f"(not {part})"


def _joined(word: str, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({word.join(parts)})"
