"""Finds a small situation that tells one rulebook from another, written as rule files write it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random

from wizard.domain.advice import NeedFinding, ReasonKind
from wizard.domain.answers import write_value
from wizard.domain.conditions import Condition, FactTest, NeedTest, RateRef, Severity, leaves
from wizard.domain.facts import YES_NO_OPTIONS, Fact, FactType
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Example
from wizard.domain.values import FactValue, Value
from wizard.engine.conditions import Situation
from wizard.engine.facts import derive, find_need
from wizard.lab.examples import doubted_in, judge_example
from wizard.lab.journeys import advise, main_for
from wizard.lab.mutants import Mutant
from wizard.lab.versions import conditions_of
from wizard.municipalities import Municipalities

TRIES = 1500
_MOST_CHANGES = 3


@dataclass(frozen=True, slots=True)
class _Situation:
    """What an example lists. What is not listed is unknown."""

    on: date
    facts: Mapping[str, Value]
    needs: Mapping[str, Severity]

    def smaller(self) -> Iterator["_Situation"]:
        """Yield the situation with one thing less known."""
        for id_ in self.facts:
            yield replace(self, facts={k: v for k, v in self.facts.items() if k != id_})
        for id_ in self.needs:
            yield replace(self, needs={k: v for k, v in self.needs.items() if k != id_})


def missing_example(mutant: Mutant, rulebook: Rulebook, seed: int) -> str | None:
    """Return an example that the mutant gets wrong, ready to paste, or `None` if none was found."""
    searches = [
        *(_SchemeSearch(rulebook, mutant, id_, seed) for id_ in mutant.schemes),
        *(_NeedSearch(rulebook, mutant, id_, seed) for id_ in mutant.needs),
        *(_DoubtSearch(rulebook, mutant, id_, seed) for id_ in mutant.doubts),
    ]
    return next((found for each in searches if (found := each.run())), None)


def missing_roles(mutant: Mutant, rulebook: Rulebook, municipalities: Municipalities) -> str | None:
    """Return what a journey should say about who carries each need, if one can tell."""
    for journey in rulebook.journeys.values():
        right = main_for(advise(journey, rulebook, municipalities))
        if right != main_for(advise(journey, mutant.rulebook, municipalities)):
            rows = "".join(f"  {need}: [{', '.join(ids)}]\n" for need, ids in right.items())
            return f"# situasjoner/{journey.id}.yaml\nhoved:\n{rows}"
    return None


class _Search:
    """Looks among small changes of the examples that exist."""

    def __init__(self, rulebook: Rulebook, mutant: Mutant, seed: int) -> None:
        self.right = rulebook
        self.derived = {**rulebook.derived, **rulebook.plausibility.derived}
        self.facts = {**rulebook.facts, **self.derived}
        self.wrong = mutant.rulebook
        self.days = mutant.days
        self.random = Random(seed)  # noqa: S311 - reproducible, not secret

    def run(self) -> str | None:
        """Return the smallest telling situation found, written as an example."""
        found = next((each for each in self._candidates() if self.tells(each)), None)
        if found is None:
            return None
        while smaller := next((each for each in found.smaller() if self.tells(each)), None):
            found = smaller
        return self._written(found)

    def _candidates(self) -> Iterator[_Situation]:
        known = list(self.examples()) or [_Situation(date(2026, 1, 1), {}, {})]
        for each in known:
            yield from (replace(each, on=day) for day in self.days)
        choices = self._choices()
        for _ in range(TRIES):
            each = self.random.choice(known)
            facts, needs = dict(each.facts), dict(each.needs)
            for _ in range(self.random.randint(1, _MOST_CHANGES)):
                if not choices:
                    break
                id_, values = self.random.choice(choices)
                chosen = self.random.choice(values)
                if isinstance(chosen, Severity):
                    needs[id_] = chosen
                elif chosen is None:
                    facts.pop(id_, None)
                else:
                    facts[id_] = chosen
            on = self.random.choice((each.on, *self.days))
            yield _Situation(on, facts, needs)

    def _choices(self) -> list[tuple[str, list[Value | Severity | None]]]:
        """Return every fact and need that decides, with one value for each way it can go."""
        tests = [leaf for condition in self.conditions() for leaf in leaves(condition)]
        facts = {leaf.fact for leaf in tests if isinstance(leaf, FactTest)}
        wanted = sorted(facts | self._operands(facts))
        choices: list[tuple[str, list[Value | Severity | None]]] = [
            (id_, [*self._values(self.facts[id_], tests), None]) for id_ in wanted
        ]
        needs = sorted({leaf.need for leaf in tests if isinstance(leaf, NeedTest)})
        choices += [(id_, list(Severity)) for id_ in needs]
        return choices

    def _operands(self, facts: Iterable[str]) -> set[str]:
        return {
            operand
            for id_ in facts
            if id_ in self.derived
            for operand in self.derived[id_].operands
        }

    def _values(self, fact: Fact, tests: Iterable[FactTest | NeedTest]) -> list[Value]:
        if fact.type is FactType.MANY:
            ids = [option.id for option in fact.options]
            return [frozenset[str](), *(frozenset({id_}) for id_ in ids)]
        if fact.type is FactType.YES_NO:
            return [option.id for option in YES_NO_OPTIONS]
        if fact.options:
            return [option.id for option in fact.options]
        operands = [leaf.operand for leaf in tests if isinstance(leaf, FactTest)]
        return [value for each in operands for value in self._around(each, fact)] or [Decimal(1)]

    def _around(self, operand: Value | RateRef, fact: Fact) -> list[Value]:
        values: list[FactValue] = (
            [each.value for each in self.right.rates[operand.id].values]
            if isinstance(operand, RateRef)
            else [operand]
        )
        around: list[Value] = []
        for value in values:
            if isinstance(value, Decimal) and fact.type.is_number:
                step = Decimal(1) if fact.type is FactType.INTEGER else Decimal("0.01")
                around += [value - step, value, value + step]
            elif isinstance(value, frozenset) and fact.type is FactType.CODE:
                around += sorted(value)[:1]
            elif isinstance(value, str) and fact.type is FactType.CODE:
                around.append(value)
        return around

    def _written(self, found: _Situation) -> str:
        lines = ["  - navn: (si hva som er spesielt her)", f'    dato: "{found.on.isoformat()}"']
        if found.needs:
            needs = ", ".join(f"{id_}: {each.code}" for id_, each in found.needs.items())
            lines.append(f"    behov: {{{needs}}}")
        if found.facts:
            facts = ", ".join(f"{id_}: {_literal(each)}" for id_, each in found.facts.items())
            lines.append(f"    opplysninger: {{{facts}}}")
        return "\n".join([f"# {self.file()}", *lines, *self.claims(found)]) + "\n"

    def tells(self, situation: _Situation) -> bool:
        """Tell whether the two rulebooks differ here."""
        raise NotImplementedError

    def examples(self) -> Iterable[_Situation]:
        """Return where to begin."""
        raise NotImplementedError

    def conditions(self) -> Iterable[Condition]:
        """Return what the outcome rests on."""
        raise NotImplementedError

    def claims(self, situation: _Situation) -> Iterable[str]:
        """Return what the right rulebook says here, as an example claims it."""
        raise NotImplementedError

    def file(self) -> str:
        """Return the file to paste into."""
        raise NotImplementedError


class _SchemeSearch(_Search):
    def __init__(self, rulebook: Rulebook, mutant: Mutant, id_: str, seed: int) -> None:
        super().__init__(rulebook, mutant, seed)
        self.scheme = rulebook.schemes[id_]

    def tells(self, situation: _Situation) -> bool:
        return self._outcome(self.right, situation) != self._outcome(self.wrong, situation)

    def examples(self) -> Iterable[_Situation]:
        return (_Situation(each.on, each.facts, each.needs) for each in self.scheme.examples)

    def conditions(self) -> Iterable[Condition]:
        return conditions_of(self.scheme)

    def claims(self, situation: _Situation) -> Iterable[str]:
        kind, in_place, because = self._outcome(self.right, situation)
        yield f"    gir: {kind}"
        if in_place:
            yield "    pa_plass: ja"
        if because:
            yield f"    fordi: [{', '.join(sorted(because))}]"

    def file(self) -> str:
        return self.scheme.place.file

    def _outcome(self, book: Rulebook, situation: _Situation) -> tuple[str, bool, frozenset[str]]:
        scheme = book.schemes[self.scheme.id]
        example = Example(
            name="",
            on=situation.on,
            needs=dict(situation.needs),
            facts=dict(situation.facts),
            gives=scheme.examples[0].gives,
            in_place=False,
            because=(),
            settled_by=(),
        )
        verdict = judge_example(book, scheme, example)
        because = (
            each.requirement or ""
            for each in verdict.reasons
            if each.kind is ReasonKind.REQUIREMENT
        )
        return verdict.kind.value, verdict.in_place, frozenset(because)


class _NeedSearch(_Search):
    def __init__(self, rulebook: Rulebook, mutant: Mutant, id_: str, seed: int) -> None:
        super().__init__(rulebook, mutant, seed)
        self.need = rulebook.needs[id_]

    def tells(self, situation: _Situation) -> bool:
        right, wrong = self._finding(self.right, situation), self._finding(self.wrong, situation)
        return right.severity is not wrong.severity

    def examples(self) -> Iterable[_Situation]:
        return (_Situation(each.on, each.facts, {}) for each in self.need.examples)

    def conditions(self) -> Iterable[Condition]:
        return (self.need.severe, self.need.some)

    def claims(self, situation: _Situation) -> Iterable[str]:
        severity = self._finding(self.right, situation).severity
        yield f"    gir: {'uavklart' if severity is None else severity.code}"

    def file(self) -> str:
        return self.need.place.file

    def _finding(self, book: Rulebook, situation: _Situation) -> NeedFinding:
        need: Need = book.needs[self.need.id]
        facts = derive(book, situation.facts)
        return find_need(need, Situation(situation.on, book.rates, facts, {}))


class _DoubtSearch(_Search):
    def __init__(self, rulebook: Rulebook, mutant: Mutant, id_: str, seed: int) -> None:
        super().__init__(rulebook, mutant, seed)
        self.rule = next(each for each in rulebook.plausibility.rules if each.id == id_)

    def tells(self, situation: _Situation) -> bool:
        return self._doubts(self.right, situation) is not self._doubts(self.wrong, situation)

    def examples(self) -> Iterable[_Situation]:
        return (_Situation(each.on, each.facts, {}) for each in self.rule.examples)

    def conditions(self) -> Iterable[Condition]:
        return (self.rule.condition,)

    def claims(self, situation: _Situation) -> Iterable[str]:
        yield f"    gir: {'tvil' if self._doubts(self.right, situation) else 'ingen_tvil'}"

    def file(self) -> str:
        return f"{self.rule.place.file}, {self.rule.id}"

    def _doubts(self, book: Rulebook, situation: _Situation) -> bool:
        return self.rule.id in doubted_in(book, situation.on, situation.facts)


def _literal(value: Value) -> str:
    written = write_value(value)
    if isinstance(written, list):
        return f"[{', '.join(written)}]"
    return f'"{written}"' if not isinstance(value, str) or written[:1].isdigit() else written
