"""The smallest example that tells one rulebook from another, written as rule files write it.

Found in the diagrams of both (`apart`), on every day on which something changes; where there is
none, the two are proven to say the same to every example.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wizard.domain.advice import NeedFinding, ReasonKind
from wizard.domain.answers import write_value
from wizard.domain.conditions import Condition, Severity
from wizard.domain.plausibility import Plausibility
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Example
from wizard.domain.values import Value
from wizard.engine.conditions import Situation
from wizard.engine.facts import derive, find_need
from wizard.engine.whatif.diagram import TooLarge
from wizard.engine.whatif.outlook import days_of_change
from wizard.lab.apart import Listed, difference, doubt_parts, fewest, need_parts, scheme_parts
from wizard.lab.examples import doubted_in, judge_example
from wizard.lab.journeys import advise, main_for
from wizard.lab.mutants import Mutant
from wizard.lab.prove.cases import value_of
from wizard.lab.versions import conditions_of
from wizard.municipalities import Municipalities


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


@dataclass(frozen=True, slots=True)
class Told:
    """The example that tells two rulebooks apart; where there is none, whether that is `proven`."""

    example: str | None
    proven: bool = False


def missing_example(mutant: Mutant, rulebook: Rulebook) -> Told:
    """Return the smallest example that the mutant gets wrong, ready to paste."""
    searches = [
        *(_SchemeSearch(rulebook, mutant, id_) for id_ in mutant.schemes),
        *(_NeedSearch(rulebook, mutant, id_) for id_ in mutant.needs),
        *(_DoubtSearch(rulebook, mutant, id_) for id_ in mutant.doubts),
    ]
    proven = True
    for each in searches:
        told = each.run()
        if told.example:
            return told
        proven = proven and told.proven
    return Told(None, proven)


def missing_roles(mutant: Mutant, rulebook: Rulebook, municipalities: Municipalities) -> str | None:
    """Return what a journey should say about who carries each need, if one can tell."""
    for journey in rulebook.journeys.values():
        right = main_for(advise(journey, rulebook, municipalities))
        if right != main_for(advise(journey, mutant.rulebook, municipalities)):
            rows = "".join(f"  {need}: [{', '.join(ids)}]\n" for need, ids in right.items())
            return f"# situasjoner/{journey.id}.yaml\nhoved:\n{rows}"
    return None


class _Search:
    """Looks at every example that could be written, day by day."""

    def __init__(self, rulebook: Rulebook, mutant: Mutant) -> None:
        self.right = rulebook
        self.wrong = mutant.rulebook
        self.days = mutant.days

    def run(self) -> Told:
        """Return the smallest telling situation of the first day that has one."""
        proven = True
        for day in self._all_days():
            try:
                found = self._on(day)
            except TooLarge:
                return Told(None)
            if found is None:
                continue
            if self.tells(found):
                return Told(self._written(self._least(found)))
            proven = False
        return Told(None, proven)

    def _all_days(self) -> Iterable[date]:
        """Return a day of each period, those of the mutant and the examples first."""
        first = self.right.valid_from or date.min
        changes = (*days_of_change(self.right), *days_of_change(self.wrong))
        named = [*self.days, *(each.on for each in self.examples())]
        return dict.fromkeys(
            (*named, *sorted((max(each, first) for each in changes), reverse=True))
        )

    def _on(self, day: date) -> _Situation | None:
        """Return where the two differ on a day with as little listed as can be."""
        facts = {**self.right.facts, **self.right.plausibility.derived}
        conditions = [each for book in (self.right, self.wrong) for each in self.conditions(book)]
        listed = Listed.of((self.right, self.wrong), conditions, day, facts)
        one, other = (self.parts(listed, book) for book in (self.right, self.wrong))
        way = fewest(listed, difference(listed, one, other))
        return None if way is None else _listed(listed, way, day)

    def _least(self, found: _Situation) -> _Situation:
        while smaller := next((each for each in found.smaller() if self.tells(each)), None):
            found = smaller
        return found

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
        """Return the situations of the examples that there are."""
        raise NotImplementedError

    def conditions(self, book: Rulebook) -> Iterable[Condition]:
        """Return what the outcome rests on in one of the books."""
        raise NotImplementedError

    def parts(self, listed: Listed, book: Rulebook) -> Mapping[str, int]:
        """Return the outcome in one of the books as diagrams."""
        raise NotImplementedError

    def claims(self, situation: _Situation) -> Iterable[str]:
        """Return what the right rulebook says here, as an example claims it."""
        raise NotImplementedError

    def file(self) -> str:
        """Return the file to paste into."""
        raise NotImplementedError


class _SchemeSearch(_Search):
    def __init__(self, rulebook: Rulebook, mutant: Mutant, id_: str) -> None:
        super().__init__(rulebook, mutant)
        self.scheme = rulebook.schemes[id_]

    def tells(self, situation: _Situation) -> bool:
        return self._outcome(self.right, situation) != self._outcome(self.wrong, situation)

    def examples(self) -> Iterable[_Situation]:
        return (_Situation(each.on, each.facts, each.needs) for each in self.scheme.examples)

    def conditions(self, book: Rulebook) -> Iterable[Condition]:
        return conditions_of(book.schemes[self.scheme.id])

    def parts(self, listed: Listed, book: Rulebook) -> Mapping[str, int]:
        return scheme_parts(listed, book, book.on(listed.space.day).schemes[self.scheme.id])

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
    def __init__(self, rulebook: Rulebook, mutant: Mutant, id_: str) -> None:
        super().__init__(rulebook, mutant)
        self.need = rulebook.needs[id_]

    def tells(self, situation: _Situation) -> bool:
        right, wrong = self._finding(self.right, situation), self._finding(self.wrong, situation)
        return right.severity is not wrong.severity

    def examples(self) -> Iterable[_Situation]:
        return (_Situation(each.on, each.facts, {}) for each in self.need.examples)

    def conditions(self, book: Rulebook) -> Iterable[Condition]:
        need = book.needs[self.need.id]
        return (need.severe, need.some)

    def parts(self, listed: Listed, book: Rulebook) -> Mapping[str, int]:
        return need_parts(listed, book, book.needs[self.need.id])

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
    def __init__(self, rulebook: Rulebook, mutant: Mutant, id_: str) -> None:
        super().__init__(rulebook, mutant)
        self.id = id_
        self.rule = self._rule(rulebook)

    def _rule(self, book: Rulebook) -> Plausibility:
        return next(each for each in book.plausibility.rules if each.id == self.id)

    def tells(self, situation: _Situation) -> bool:
        return self._doubts(self.right, situation) is not self._doubts(self.wrong, situation)

    def examples(self) -> Iterable[_Situation]:
        return (_Situation(each.on, each.facts, {}) for each in self.rule.examples)

    def conditions(self, book: Rulebook) -> Iterable[Condition]:
        return (self._rule(book).condition,)

    def parts(self, listed: Listed, book: Rulebook) -> Mapping[str, int]:
        return doubt_parts(listed, book, self._rule(book).condition)

    def claims(self, situation: _Situation) -> Iterable[str]:
        yield f"    gir: {'tvil' if self._doubts(self.right, situation) else 'ingen_tvil'}"

    def file(self) -> str:
        return f"{self.rule.place.file}, {self.rule.id}"

    def _doubts(self, book: Rulebook, situation: _Situation) -> bool:
        return self.rule.id in doubted_in(book, situation.on, situation.facts)


def _listed(listed: Listed, way: Mapping[int, int], day: date) -> _Situation:
    """Return a situation that lists what a way into the diagrams needs."""
    space = listed.space
    first = len(space.variables)
    needs = {
        listed.needs[number - first]: Severity(place - 1)
        for number, place in way.items()
        if number >= first
    }
    places: dict[str, dict[int, int]] = {}
    for number, place in way.items():
        if number < first:
            places.setdefault(space.variables[number].fact, {})[number] = place
    values = {id_: value_of(space, id_, each, space.facts[id_]) for id_, each in places.items()}
    return _Situation(day, {id_: each for id_, each in values.items() if each is not None}, needs)


def _literal(value: Value) -> str:
    written = write_value(value)
    if isinstance(written, list):
        return f"[{', '.join(written)}]"
    return f'"{written}"' if not isinstance(value, str) or written[:1].isdigit() else written
