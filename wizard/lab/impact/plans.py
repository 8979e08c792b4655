"""Who comes into the year's plan, or leaves it, because of an edit.

What an edit cannot reach is judged by the former rulebook alone, and each sort of case once: a
verdict is a function of the few facts that its rules look at.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from wizard.domain.advice import Findings, NeedFinding, Verdict
from wizard.domain.plan import PlanBasis
from wizard.domain.rulebook import Rulebook
from wizard.engine.bundle import chosen_core, core_question
from wizard.engine.facts import find_facts
from wizard.engine.findings import with_needs
from wizard.engine.planning.plan import basis_of
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.outlook import outlook_on
from wizard.engine.whatif.settling import Settling
from wizard.lab.impact.judging import Judged
from wizard.lab.impact.sides import Asked, fitting, signature

Change = tuple[tuple[str, ...], tuple[str, ...]]
Found = TypeVar("Found", Verdict, NeedFinding)
_NONE: Change = ((), ())


class Plans:
    """Finds the difference of the year's core between two rulebooks on a day."""

    def __init__(self, before: Rulebook, after: Rulebook, day: date) -> None:
        """Keep the rulebooks; what is found is remembered for the next case like it."""
        self._before, self._after, self._day = before, after, day
        self._outlook = outlook_on(before, day)
        needs = before.needs.values()
        behind = self._outlook.facts_behind
        self._verdicts = _Memory({id_: self._outlook.looks_at(id_) for id_ in before.schemes})
        self._needs = _Memory({n.id: behind(n.severe) | behind(n.some) for n in needs})
        self._differences: dict[Hashable, Change] = {}

    def difference(self, asked: Asked, judged: Judged) -> Change:
        """Return who enters the core of a case, and who leaves it."""
        facts = self._looked(self._before, asked)
        later = self._looked(self._after, asked)
        bases = basis_of(facts), basis_of(later)
        if PlanBasis.ADVICE not in bases:
            return _NONE
        sorts = self._sorts(facts)
        given = [facts.facts[id_].value for id_ in sorted(self._before.planning_facts)]
        key = (judged.number, bases, sorts, asked.case.priorities, tuple(given))
        found = self._differences.get(key)
        if found is None:
            was = self._found(facts, sorts, judged.before)
            now = self._found(later, sorts, judged.after)
            found = self._differences[key] = _difference((was, bases[0]), (now, bases[1]))
        return found

    def _looked(self, book: Rulebook, asked: Asked) -> Findings:
        case = fitting(asked.case, book)
        facts = find_facts(case, book, asked.municipality, self._day)
        return Findings(case, self._day, book, asked.municipality, facts, {}, {})

    def _sorts(self, looked: Findings) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return what sort of case it is for every scheme and need, judged if it is the first."""
        allowed = allowed_values(self._outlook, looked)
        told = signature(self._outlook, looked, allowed)
        schemes, needs = self._verdicts.sorts(told), self._needs.sorts(told)
        lacking = self._verdicts.lacking(schemes)
        if lacking or self._needs.lacking(needs):
            found = Settling(self._outlook, with_needs(looked), allowed).found(lacking)
            self._verdicts.keep(schemes, found.verdicts)
            self._needs.keep(needs, found.needs)
        return schemes, needs

    def _found(
        self,
        looked: Findings,
        sorts: tuple[tuple[int, ...], tuple[int, ...]],
        judged: Findings,
    ) -> Findings:
        """Return the whole of what is found: by the edited rules where those reach, else once."""
        book = looked.rulebook
        verdicts = {**self._verdicts.of(sorts[0]), **judged.verdicts}
        needs = {**self._needs.of(sorts[1]), **judged.needs}
        return replace(
            looked,
            needs={id_: needs[id_] for id_ in book.needs},
            verdicts={id_: verdicts[id_] for id_ in book.schemes},
        )


def _difference(was: tuple[Findings, PlanBasis], now: tuple[Findings, PlanBasis]) -> Change:
    questions = [
        core_question(found) if basis is PlanBasis.ADVICE else None for found, basis in (was, now)
    ]
    if questions[0] == questions[1]:
        return _NONE
    cores = [chosen_core(each) if each else frozenset[str]() for each in questions]
    return tuple(sorted(cores[1] - cores[0])), tuple(sorted(cores[0] - cores[1]))


class _Memory(Generic[Found]):
    """What was found of each scheme or need, by the facts that its rules look at."""

    def __init__(self, facts: Mapping[str, Iterable[str]]) -> None:
        self._facts = {id_: tuple(sorted(each)) for id_, each in facts.items()}
        self._numbers: dict[str, dict[Hashable, int]] = {id_: {} for id_ in facts}
        self._found: dict[str, dict[int, Found]] = {id_: {} for id_ in facts}

    def sorts(self, told: Mapping[str, Hashable]) -> tuple[int, ...]:
        """Return the number of the sort of case this is for each; a new one for the first."""
        return tuple(
            numbers.setdefault(tuple(map(told.__getitem__, self._facts[id_])), len(numbers))
            for id_, numbers in self._numbers.items()
        )

    def lacking(self, sorts: Iterable[int]) -> list[str]:
        """Return those of which nothing has been found for such a case."""
        each = zip(self._found.items(), sorts, strict=True)
        return [id_ for (id_, found), sort in each if sort not in found]

    def keep(self, sorts: Iterable[int], found: Mapping[str, Found]) -> None:
        """Keep what is found for all cases like it."""
        for id_, sort in zip(self._found, sorts, strict=True):
            if id_ in found:
                self._found[id_].setdefault(sort, found[id_])

    def of(self, sorts: Iterable[int]) -> dict[str, Found]:
        """Return what was found for such a case."""
        each = zip(self._found.items(), sorts, strict=True)
        return {id_: found[sort] for (id_, found), sort in each}
